# 紙上的固定用語：表格、便條、公告。表格內容由機關的內容包提供。

## 表格的實際狀態，以及對民眾的意義

paper-state-draft = 草稿
paper-state-draft-meaning = 這份表格還沒有送出，不具申請效力。請在自助服務機或櫃台完成填寫。
paper-state-queued = 已存本機，待送件
paper-state-queued-meaning = 您的表格已填寫完成，密封保存在這台服務機，機關尚未收到；連線後會立即送出。請妥善保管本單。
paper-state-accepted = 機關已收件
paper-state-accepted-meaning = 機關已收到您的表格，不必重複送件。請妥善保管本單。
# 曾經列印過的表格。
paper-again = 補印
# On a form whose answers were put right by an officer; $number counts how many times.
paper-corrected = 櫃台更正（第 { $number } 次）

## 每一頁

# $page、$pages 是數字。
paper-page = 第 { $page } 頁，共 { $pages } 頁
paper-number = 表格編號
# 代替條碼朗讀。
paper-code = 承辦用條碼：表格與狀態

## 填寫內容

paper-unanswered = 未填
paper-brought = 於櫃台繳交
paper-item = 編號
paper-yes = 是
paper-no = 否
paper-drawn-signature = 簽名
paper-picture = 照片
paper-bring = 應備文件

## 簽章

paper-declaration = 切結事項
paper-applicant = 申請人
paper-signature = 簽名
paper-seal = 蓋章
paper-seal-or-signature = 簽名或蓋章，擇一即可。
paper-thumbprint = 按指印
paper-thumbprint-instead = 無法簽名者適用
paper-thumbprint-here = 請於承辦人員面前按右手拇指
paper-witness = 見證人姓名及簽名
paper-date = 日期

## 承辦欄

paper-office = 以下由機關填寫
paper-office-received = 收件日期
paper-office-checked = 承辦人核章
paper-office-decided = 審核結果及備註
paper-office-stamp = 機關戳記

## 密封的表格條碼

paper-home = 您的密封表格（條碼）
paper-home-meaning = 服務機若一直無法連線，承辦人員可由這些條碼取回您的表格。請整頁繳交，勿裁切。內容只有機關能開啟。
paper-home-part = 第 { $part } 個，共 { $parts } 個

## 帶走的答覆

paper-answer-title = 機關文件答覆
paper-question = 您的問題
paper-source = 文件
paper-section = 章節
paper-version = 版本日期
paper-answer-note = 以上為所列文件原文。規定可能修正，本單若已存放一段時間，請向櫃台確認。

## 繳費

paper-payment-title = 繳費單
paper-payment-due = 繳費期限
paper-payment-place = 繳費地點
paper-payment-reference = 繳費編號
paper-payment-note = 本單不是收據。繳費後請向收費人員索取收據。

## 候號

paper-ticket-title = 您的號碼
paper-ticket-service = 辦理事項
paper-ticket-counter = 櫃台
paper-ticket-before = 前面等候人數
paper-ticket-drawn = 取號時間
paper-ticket-note = 請稍候，叫到號碼時再到櫃台。
paper-ticket-person = 櫃台人員服務

## 預約

paper-appointment-title = 預約申請
paper-appointment-note = 這是申請，尚未排定時間。機關確認後，預約才算成立。
paper-appointment-answer = 機關回覆方式

## 緊急公告

paper-notice-title = 公告
paper-notice-from = 生效時間
paper-notice-until = 有效期限
paper-notice-source = 發布機關

## 申請辦到哪裡

paper-status-title = 您的申請
paper-status-number = 案件編號
paper-status-since = 狀態日期
paper-status-next = 接下來請這樣做
paper-status-as-of = 資料時間
paper-status-age-unknown = 機關沒有說明這份資料是何時的
paper-status-source = 資料來源
paper-status-note = 這是上列時間機關名單上的資料，之後可能已有進展，請到櫃台詢問。

## 服務結束

paper-receipt-title = 本次服務紀錄
paper-receipt-next = 接下來
paper-receipt-ended = 結束時間
paper-receipt-note = 您所寫、所說的內容，本機螢幕上都不再留存。
paper-receipt-form = 已送出的表格
paper-receipt-ticket = 叫號號碼
paper-receipt-keep = 請保留表格號碼，機關憑號碼查得到。
paper-receipt-printable = 櫃台人員在 { $minutes } 分鐘內還能列印您的表格，之後本機上沒有人能讀取。
