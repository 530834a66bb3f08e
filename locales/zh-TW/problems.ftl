# 出了什麼問題，依代碼：發生了什麼事，可以怎麼做。

## 其他

problem-internal = 這裡出了一點問題。請再試一次，或請服務人員協助。
problem-middle-silent = 這台機器暫時沒有回應。請稍候，或到櫃台洽詢。

## 發問的時候

problem-question-empty = 還沒有寫問題。請寫下您想知道的事。
problem-language-unknown = 這台機器沒有這個語言，請選擇其他語言。
problem-topic-gone = 這個主題已經不再提供。請選別的主題，或用您自己的話發問。
problem-entry-gone = 這個答案已經不適用，所以不再顯示。請用您自己的話發問，或請服務人員協助。
problem-notice-gone = 這則公告已經失效，不再顯示。

## 承辦人員的密碼

problem-pin-wrong = 密碼不正確，請重新輸入。
problem-pin-wait = 密碼錯誤次數太多，請等畫面上的時間過後再試。
problem-pin-unset = 本機尚未設定密碼，請技術人員先行設定。
problem-pin-unrecorded = 這次輸入無法記錄，所以暫時不接受密碼。請聯絡技術人員。
problem-pin-taken = 這組密碼已有人使用，請另選一組。
problem-pin-not-digits = 密碼須為 4 到 12 位數字。
problem-pin-not-hashed = 密碼無法儲存，請聯絡技術人員。
problem-name-empty = 請輸入姓名。
problem-not-allowed = 您的權限無法執行這項操作，請洽管理員。
problem-printer-none = 這台機器沒有印表機。請記下表格編號，或請服務人員協助。
problem-printer-unasked = 印表機還沒有回報功能。請確認電源已開，稍後再試。
problem-printing-unsupported = 印表機無法這樣列印。
problem-paper-under-way = 這份文件正在列印中。

## 沒有可以引用的內容

problem-pack-none = 服務人員請注意：本機尚未安裝內容包，請先安裝。
problem-pack-opening = 正在開啟機關提供的答案。
problem-pack-broken = 服務人員請注意：內容包無法開啟，請重新安裝。
problem-pack-expired = 服務人員請注意：內容包已過最後適用日，請安裝新版。
problem-pack-internal = 服務人員請注意：這個內容包僅供內部使用，不對民眾顯示。

## 暫停或已完成的表格

problem-draft-gone = 這份表格已經不在這台機器上。請重新填寫，或請服務人員協助。
problem-pause-code-unknown = 找不到這組代碼的表格。請核對英文字母與數字後重新輸入。
problem-pause-code-wait = 代碼錯誤次數太多。請稍候再試，或請服務人員協助。
problem-form-gone = 服務人員請注意：本機沒有這個編號的表格。
problem-print-window-closed = 這份表格已過列印時間，可閱讀的副本已經銷毀。封存的表格仍然完好。
problem-form-void = 服務人員請注意：這份表格已作廢，無法再處理。
problem-staff-gone = 服務人員請注意：這位人員已不在名單上，請重新輸入密碼。
problem-print-job-gone = 服務人員請注意：這項列印工作已經結束。

## 保存表格

problem-seal-no-recipient = 服務人員請注意：尚未設定機關的金鑰，表格無法封存。請聯絡技術人員。
problem-seal-recipient-malformed = 服務人員請注意：機關的金鑰無效，表格無法封存。請聯絡技術人員。
problem-store-disk-full = 服務人員請注意：磁碟已滿，無法保存表格。先前保存的內容都還在，請清出空間。
problem-store-read-only = 服務人員請注意：磁碟無法寫入，不能保存表格。請聯絡技術人員。
problem-store-disk-fails = 服務人員請注意：磁碟發生錯誤，無法保存表格。請聯絡技術人員。
problem-store-damaged = 服務人員請注意：保存的表格已損壞。請重新啟動本機，損壞的資料會另行存放，不會刪除。
problem-store-already-open = 服務人員請注意：另一個程式正在使用保存的表格。請關閉該程式，或重新開機。
problem-store-too-new = 服務人員請注意：保存的表格屬於較新版的程式，請安裝該版本。
problem-store-missing = 服務人員請注意：本機尚未保存過表格。
problem-store-key-missing = 服務人員請注意：找不到開啟表格的金鑰。請放回原處，資料並未遺失。
problem-store-key-wrong = 服務人員請注意：這不是開啟表格的金鑰。請放回正確的金鑰，資料並未遺失。
problem-store-key-exposed = 服務人員請注意：其他人可以讀取表格的金鑰。請技術人員修正檔案權限。
problem-store-key-unusable = 服務人員請注意：無法讀取表格的金鑰。請聯絡技術人員。
problem-store-no-randomness = 服務人員請注意：系統無法產生金鑰，不能保存表格。請聯絡技術人員。
problem-store-set-aside = 服務人員請注意：保存的表格曾經損壞，已另行存放，可讀取的部分已轉存。請聯絡技術人員。
problem-store-audit-cut-off = 服務人員請注意：稽核紀錄最新的部分遺失了，請通報。
problem-store-clock-back = 服務人員請注意：本機時間被往回調整。請核對日期與時間。
problem-form-not-offered = 目前不提供這份表格。請洽服務人員。
problem-form-open = 您還有一份表格沒填完。請先填完、暫停或放棄那一份。
problem-form-damaged = 這份表格打不開了。請洽服務人員。

## 列印

problem-printer-media-empty = 印表機沒有紙了，請通知服務人員。
problem-printer-media-low = 印表機的紙快用完了，目前仍可列印。
problem-printer-media-needed = 印表機正在等紙，請通知服務人員。
problem-printer-wrong-size = 印表機裡的紙張尺寸不對，請通知服務人員。
problem-printer-media-jam = 印表機卡紙了，請通知服務人員，請不要自行拉扯。
problem-printer-cover-open = 印表機的上蓋開著，請通知服務人員。
problem-printer-door-open = 印表機的門開著，請通知服務人員。
problem-printer-tray-missing = 印表機的紙匣沒有裝好，請通知服務人員。
problem-printer-output-full = 印表機出紙處已滿，請通知服務人員。
problem-printer-ink-low = 印表機的墨水快用完了，目前仍可列印。
problem-printer-ink-empty = 印表機沒有墨水了，請通知服務人員。
problem-printer-waste-full = 印表機需要處理，請通知服務人員。
problem-printer-paused = 印表機已暫停，請通知服務人員。
problem-printer-shutdown = 印表機已關機，請通知服務人員。
problem-printer-connecting = 正在連接印表機，請稍候。
problem-printer-offline = 連不上印表機，請通知服務人員。
problem-printer-silent = 印表機沒有回應。請稍候，或通知服務人員。
problem-printer-spool-full = 印表機的工作太多，請稍候。
problem-printer-not-accepting = 印表機目前不接受列印。請稍候，或通知服務人員。
problem-printer-stopped = 印表機停住了，請通知服務人員。
problem-printer-needs-service = 印表機需要處理，請通知服務人員。
problem-printer-condition-other = 印表機需要處理，請通知服務人員。
problem-printer-connection-lost = 與印表機的連線中斷了，請通知服務人員。
problem-printer-nonsense = 無法理解印表機的回應，請通知服務人員。
problem-printer-not-there = 連不上印表機，請通知服務人員。
problem-printer-wants-sign-in = 這裡目前無法列印，請通知服務人員。
problem-printer-wants-encryption = 這裡目前無法列印，請通知服務人員。
problem-printer-encryption-failed = 這裡目前無法列印，請通知服務人員。
problem-printer-certificate-changed = 這裡目前無法列印，請通知服務人員。
problem-printer-refused = 印表機沒有接受這次列印，請通知服務人員。
problem-printer-address-invalid = 這裡還沒有設定列印，請通知服務人員。
problem-printer-discovery-failed = 這裡還沒有設定列印，請通知服務人員。
problem-printer-size-unsupported = 這台印表機無法列印這份表格，請通知服務人員。
problem-printer-tray-unknown = 這裡的列印設定有誤，請通知服務人員。
problem-printer-option-unsupported = 印表機無法這樣列印，請通知服務人員。
problem-printer-without-colour = 這台印表機只能印黑白。
problem-printer-without-sides = 這台印表機只能單面列印。
problem-printer-without-copies = 這台印表機印不了要求的份數。
problem-printer-format-unsupported = 這台印表機無法列印這份表格，請通知服務人員。
problem-printer-pages-unusable = 頁面無法準備好，請通知服務人員。
problem-printer-job-unrecorded = 目前無法列印，請通知服務人員。
problem-printer-job-already-sent = 這份已經送到印表機了，請稍候。
problem-printer-job-not-delivered = 沒有印出任何東西，請通知服務人員。
problem-printer-job-aborted = 印表機放棄了這次列印，請通知服務人員。
problem-printer-job-cancelled = 這次列印已取消；如仍需要，請通知服務人員。
problem-printer-job-forgotten = 無法確定您的文件是否已印出，請通知服務人員。
problem-printer-job-out-of-reach = 無法確定您的文件是否已印出，請通知服務人員。
problem-printer-job-cut-short = 無法確定您的文件是否全部印出，請通知服務人員。
problem-printer-job-with-errors = 無法確定您的文件是否印得完好，請通知服務人員。
problem-printer-not-found = 找不到印表機，請洽服務人員。
problem-printer-several-found = 找到好幾台印表機，請洽服務人員。
## 紙本
problem-paper-fonts-missing = 服務人員請注意：本機缺少列印字型。請聯絡技術人員。
problem-paper-glyph-missing = 有一個字無法正確印出，因此先不列印。服務人員會來協助您。
problem-paper-language-unknown = 服務人員請注意：沒有這個語言的列印文字。請聯絡技術人員。
problem-paper-layout-broken = 服務人員請注意：這份表格的版面有錯誤，無法列印。請通報機關。
problem-paper-layout-endless = 服務人員請注意：這份表格的版面無法排完，不能列印。請通報機關。
problem-paper-too-many-pages = 服務人員請注意：這份表格超過可列印的頁數。請通報機關。
problem-paper-not-conforming = 服務人員請注意：印出的表格不符合典藏與無障礙規範。請通報機關。
problem-paper-no-such-picture = 服務人員請注意：沒有這一頁可以顯示。
problem-paper-code-too-long = 服務人員請注意：文字太長，放不進一個條碼。請通報機關。
problem-paper-sealed-too-large = 服務人員請注意：這份表格太大，無法印成條碼。表格仍安全保存在本機。
problem-paper-picture-unreadable = 這張圖片打不開，請改用另一張。
problem-paper-picture-too-large = 這張圖片太大，請改用較小的。
problem-paper-typesetter-failed = 列印沒有成功。您的表格已安全保存，請洽服務人員。

## 聆聽

problem-voice-no-microphone = 這台機器目前無法使用語音。請用觸控或打字，其他功能都正常。
problem-voice-model-missing = 這台機器目前無法使用語音。請用觸控或打字，其他功能都正常。
problem-voice-model-unknown = 這台機器目前無法使用語音。請用觸控或打字，其他功能都正常。
problem-voice-model-truncated = 這台機器目前無法使用語音。請用觸控或打字，其他功能都正常。
problem-voice-not-a-model = 這台機器目前無法使用語音。請用觸控或打字，其他功能都正常。
problem-voice-model-changed = 這台機器目前無法使用語音。請用觸控或打字，其他功能都正常。
problem-voice-file-unreadable = 這台機器目前無法使用語音。請用觸控或打字，其他功能都正常。
problem-voice-recogniser-failed = 這台機器目前無法使用語音。請用觸控或打字，其他功能都正常。
problem-voice-processor-too-old = 這台機器目前無法使用語音。請用觸控或打字，其他功能都正常。
problem-voice-none = 本機沒有您這個語言的語音，所有內容都會顯示在螢幕上。
problem-voice-service-silent = 本機目前無法發聲，所有內容都會顯示在螢幕上。
problem-not-heard-silence = 沒有聽到聲音。請按按鈕後說話，或直接點選答案。
problem-not-heard-too-quiet = 聲音太小，聽不清楚。請靠近一點再說一次。
problem-not-heard-too-noisy = 現場太吵，聽不到您的聲音。請靠近一點再說一次，或直接點選答案。
problem-not-heard-only-noise = 聽不出您說的話。請再說一次，或直接點選答案。
problem-not-heard-cancelled = 已停止聆聽。
problem-not-heard-failed = 剛才無法聆聽。請直接點選答案，或再試一次。
problem-reference-empty = 請先輸入編號。
problem-stick-gone = 隨身碟已不在，請重新插入。

## 送往機關的表格

problem-form-purged = 服務人員請注意：機關已收到這份表格，本機上的密封副本已刪除。
problem-form-other-bytes = 服務人員請注意：機關的收據與這份表格不符。表格仍保存在本機。
problem-kiosk-not-enrolled = 服務人員請注意：本機尚未屬於任何機關，表格保存在本機。請輸入機關的網址與代碼。
problem-agency-address-unusable = 服務人員請注意：這個網址無法使用。網址須以 https:// 開頭，後面不加路徑。
problem-agency-authority-unusable = 服務人員請注意：無法讀取憑證檔案。請聯絡技術人員。
problem-agency-not-believed = 服務人員請注意：收到未經機關簽章的內容，已拒絕接收；表格保存在本機。請聯絡技術人員。
problem-agency-unreachable = 服務人員請注意：目前無法連上機關。表格保存在本機，連線後會自動送出。
problem-agency-certificate-untrusted = 服務人員請注意：在機關位址上回應的伺服器，無法證明是機關的伺服器。不會送出任何資料，表格保存在本機。請通知技術人員檢查憑證、位址和時鐘。
problem-agency-answer-unreadable = 服務人員請注意：回應的不是機關的伺服器。表格保存在本機，請檢查網路。
problem-agency-shut-out = 服務人員請注意：機關已不認得本機，因此停止送件。表格保存在本機，請聯絡機關。
problem-agency-code-refused = 服務人員請注意：代碼錯誤、已使用或已過期。請向機關索取新代碼。
problem-agency-other-version = 服務人員請注意：機關的伺服器與本機的版本不同。更新之前，表格保存在本機。
problem-agency-refuses-form = 服務人員請注意：機關的伺服器拒收這份表格。表格保存在本機，請聯絡機關。
problem-agency-has-other-form = 服務人員請注意：機關已有相同編號的另一份表格。兩份都已保存，請聯絡機關。
problem-agency-busy = 服務人員請注意：機關的伺服器忙碌中。表格保存在本機，稍後會自動送出。
problem-stick-unusable = 服務人員請注意：隨身碟無法讀取或寫入。先前完整複製的仍有效。請再試一次，或換一支隨身碟。
problem-stick-full = 服務人員請注意：隨身碟已滿。先前完整複製的仍有效。請換一支隨身碟。
problem-courier-not-started = 服務人員請注意：無法啟動送件。表格保存在本機，請重新啟動機器。
## 隨身碟上的內容包與紀錄
problem-pack-unreadable = 無法從隨身碟讀取內容包，請重新插入隨身碟。
problem-pack-not-a-pack = 這個檔案不是內容包。
problem-pack-cut-off = 內容包不完整，檔案被截斷。請重新複製到隨身碟。
problem-pack-damaged = 內容包已損壞，請重新複製到隨身碟。
problem-pack-too-large = 內容包超過大小上限。
problem-pack-path-escapes = 內容包含有不該有的檔案，請勿使用，並通知製作者。
problem-pack-faulty = 內容包有錯誤，請向製作者索取正確的版本。
problem-pack-bad-key = 本機的金鑰無法讀取，請聯絡技術人員。
problem-pack-signature-missing = 缺少內容包的簽章，請把 .minisig 檔一併複製到隨身碟。
problem-pack-signature-wrong = 這個內容包不是由本機信任的單位簽署，請勿使用並通報。
problem-pack-older = 本機已安裝較新的版本。
problem-pack-unbuildable = 無法由資料夾製作內容包，請洽製作者。
problem-pack-not-installed = 本機沒有安裝這個內容包。
problem-pack-nothing-before = 這個內容包沒有更早的版本可以還原。
problem-disk-full = 磁碟已滿，無法保存內容包，請聯絡技術人員。
problem-disk-unwritable = 磁碟無法寫入，請聯絡技術人員。
problem-pack-keys-none = 本機還沒有可信任的公鑰，請技術人員把機關的公鑰放進 keys 資料夾。
problem-stick-none = 沒有插入隨身碟，請插入後再試。
problem-stick-unwritable = 隨身碟無法寫入，請換一支。
problem-log-none = 目前還沒有紀錄。
