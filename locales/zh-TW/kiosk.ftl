# 民眾所見畫面的文字。簡短、有禮，一律稱「您」。

## 最上方

# 在時鐘旁邊：沒有網路也能回答。
header-offline = 不需網路
# 已請人協助時顯示。$ticket 是畫面上的號碼。
header-call = 已通知服務人員，您的號碼是 { $ticket }。

## 畫面本身出錯時：只顯示這一句，各種語言並列

problem-screen-lost = 畫面需要重新開啟。請稍候，或到櫃台洽詢。

## 底列：永遠在同一個位置

dock-label = 操作列
dock-back = 上一步
dock-language = 語言
dock-text = 字體
dock-leave = 結束
dock-person = 請人協助

## 比畫面長的內容

page-up = 往上
page-down = 往下看

## 選擇語言

languages-title = 請選擇語言

## 首頁

home-title = 今天要辦什麼？
home-lead = 請選一件事，或用您自己的話發問。
home-notices = 公告
home-life-events = 依生活大事
home-subjects = 依業務類別
home-ask = 我要發問
home-ask-hint = 用您自己的話打字就可以
home-forms = 我要填表
home-status = 查詢申請進度

## 一個主題

topic-lead = 請選一個問題，就會看到答案。
topic-empty = 這裡還沒有現成的問題，請用您自己的話發問。
topic-forms-lead = 可以在這裡填表，也可以選一個問題看答案。
topic-forms-together = 一起填寫
topic-questions = 常見問題
topic-ask = 問別的問題

## 發問

ask-title = 請問您想知道什麼？
ask-field = 您的問題
ask-placeholder = 請寫在這裡
ask-examples = 例如
ask-send = 送出問題

## 答案

reply-asked = 您問的是
# 標題另有內容時，連同問題寫在一行。
reply-asked-words = 您問的是「{ $text }」
# $count 是一句話裡問了幾件事，至少兩件。
reply-parts = 您問了 { $count } 件事
reply-parts-lead = 以下逐一回答。
# $number 從 1 算起。
reply-part-number = 第 { $number } 件
reply-emergency = 請先看這則公告
reply-related = 您可能也想知道
reply-again = 再問一個問題
reply-again-hint = 可以接著問：「那要多少錢？」
reply-home = 所有主題
reply-form = 回到表格

## 答案的出處

citation-label = 出處
citation-page = 第 { $page } 頁
# $date 依這個語言的習慣寫出。
citation-version = { $date }版
citation-valid-until = 適用至{ $date }
# $language 是那個語言自己的名稱。
citation-other-language = 原文為{ $language }。

## 為什麼是這個答案

why-open = 為什麼是這個答案？
why-quoted = 上面的文字逐字引自機關的文件，沒有增減。
why-phrasing = 機關所列、與您所問最接近的問題
why-words = 兩邊都有的字詞
# $percent 是 0 到 100 的整數。
why-confidence = 把握程度：滿分 100，這次 { $percent }

## 是哪一件？

clarify-title = 請問您指的是哪一件？
clarify-lead = 請選一個，就會看到答案。

## 兩份文件不一致

conflict-title = 兩份文件的說法不同
conflict-lead = 兩份都列在下面，較新的在前。以哪一份為準，請向服務人員確認。
conflict-newer = 較新
conflict-older = 較舊
conflict-person = 請人確認

## 沒有答案

unknown-title = 這裡沒有這個問題的答案
unknown-lead = 機關的文件裡找不到答案，所以不隨便回答。下面的資訊也許幫得上忙。
unknown-again = 換個說法再問
unknown-person = 請人協助
unknown-nearest = 相近的問題
unknown-topics = 相近的主題
unknown-offices = 可以洽詢的單位
unknown-health-title = 這裡不能提供醫療建議
unknown-health-lead = 如果情況緊急，請立刻撥打緊急電話，或告訴服務人員。其他問題可以洽詢下列單位。
unknown-legal-title = 這裡不能提供法律意見
unknown-legal-lead = 每件案子情形不同。下列單位可以告訴您到哪裡諮詢。
unknown-political-title = 這裡不提供政治方面的建議
unknown-political-lead = 機關保持行政中立，但可以告訴您如何投票、到哪裡投票。

## 公告

notice-emergency = 緊急公告
notice-bulletin = 公告
# $issuer 是發布單位，$when 是日期和時間。
notice-issued = { $issuer }　{ $when }發布
# $when 是日期和時間。
notice-until = { $when }失效
# $date 是最後一天，公告到當天午夜為止。
notice-until-end-of = { $date } 24:00 失效
notice-home = 所有主題

## 請人協助

person-title = 服務人員就來
person-lead = 請在機器旁邊稍候，留意您的號碼。
person-ticket = 您的號碼
person-go-on = 等候時繼續使用
person-cancel = 不需要了
person-offices = 您也可以親自前往或打電話

office-address = 地址
office-counter = 櫃台
# $counter 與現場標示相同，例如「3」或「2–6」。
office-counter-number = 櫃台 { $counter }
office-phone = 電話
office-hours = 服務時間

## 您還在嗎？

countdown-title = 您還在嗎？
countdown-lead = 如果沒有動作，這次使用就會結束，您輸入的內容會全部清除。
# 在大大的秒數下面。
countdown-seconds = 秒
countdown-more = 我還要一點時間
countdown-leave = 現在結束

## 帶走的小紙條

slip-print-answer = 列印這個答案
slip-print-ticket = 列印我的號碼
slip-print-notice = 列印這則公告
slip-print-status = 列印這筆進度
slip-print-receipt = 列印辦理紀錄
slip-print-payment = 列印繳費單
slip-print-appointment = 列印預約申請
slip-print-queue = 列印叫號單
slip-again = 再印一次
slip-sending = 正在準備列印
slip-printing = 正在列印，請稍候取件。
slip-waiting = 印表機需要服務人員處理，處理好就會印出來。
slip-printed = 已經印好，請取走。
slip-failed = 沒有印出來。
slip-unknown = 無法確定是否已印出，請洽服務人員。

## 使用結束

farewell-title = 您的資料都清除了
farewell-lead = 謝謝您的光臨。下一位看不到您的任何內容。
farewell-questions = 您問的問題和答案
farewell-typed = 您打的每一個字
farewell-choices = 您選的語言、字體和顏色
# 還留在機器上的表格回答；都清除時是 0。
farewell-kept = 這台機器上留下 { $count } 筆回答
farewell-uncounted = 無法清點這裡留下的內容，已經通知服務人員。
farewell-printable = 服務人員在 { $minutes } 分鐘內還可以列印您的表格，之後這台機器上就沒有人能讀取。

## 字體與顏色

appearance-title = 字體與顏色
appearance-lead = 請選您看起來舒服的樣子，選了立刻改變。
appearance-text = 字的大小
# 用一個字示範字的大小。
appearance-sample = 字
appearance-text-standard = 標準
appearance-text-large = 大
appearance-text-largest = 最大
appearance-theme = 顏色
appearance-theme-paper = 淺色
appearance-theme-night = 深色
appearance-theme-contrast = 高對比
appearance-reach = 按鈕的位置
appearance-reach-whole = 整個畫面
appearance-reach-left = 左手邊
appearance-reach-right = 右手邊
appearance-reach-low = 下方
appearance-done = 好了

## 出了問題

problem-label = 請注意
problem-close = 關閉

out-of-service-title = 這台機器暫停服務
out-of-service-lead = 請到櫃台洽詢，服務人員很樂意為您服務。
# 開機後的幾秒鐘，正在開啟內容時顯示。
opening-title = 請稍候
opening-lead = 機器正在準備，幾秒鐘就好。

## 申請進度

status-title = 您的申請辦到哪裡了？
status-lead = 請輸入通知單或收據上的編號。
status-reference = 案件編號
status-more = 通知單上還要求填另一項資料
status-less = 回到編號
status-second-title = 通知單上還要求什麼資料？
status-second-lead = 例如出生日期：請依序輸入年、月、日的數字。
status-second = 另一項資料
status-send = 查詢
status-looking = 查詢中
status-looking-lead = 請稍候片刻。
status-number = 編號 { $number }
status-found = 您的申請
status-since = 自{ $day }起
status-next = 接下來請這樣做
status-not-found = 查不到這個編號
status-not-found-lead = 請再對照一次通知單。新的申請可能要一天才查得到，櫃台人員也能協助您。
status-age = 這是機關在{ $when }提供的資料，之後可能已有進展。
status-age-unknown = 機關沒有說明這份資料是何時的。
status-source = 資料來源：{ $agency }的案件名單
status-again = 查另一個編號
status-home = 回首頁
