# 出了什麼問題，依代碼：發生了什麼事，可以怎麼做。

## 其他

problem-internal = 這裡出了一點問題。請再試一次，或請服務人員協助。
problem-screen-lost = 畫面需要重新開啟。請稍候，或到櫃台洽詢。
problem-middle-silent = 本機暫時沒有回應。請稍候，或到櫃台洽詢。

## 發問的時候

problem-question-empty = 還沒有寫問題。請寫下您想知道的事。
problem-language-unknown = 本機沒有這個語言，請選擇其他語言。
problem-topic-gone = 這個主題已經不再提供。請選別的主題，或用您自己的話發問。
problem-entry-gone = 這個答案已經不適用，所以不再顯示。請用您自己的話發問，或請服務人員協助。
problem-notice-gone = 這則公告已經失效，不再顯示。

## 承辦人員的密碼

problem-pin-wrong = 密碼不正確，請重新輸入。
problem-pin-wait = 錯誤次數太多，請等畫面上的時間過後再試。
problem-pin-unset = 本機尚未設定密碼，請技術人員先行設定。
problem-pin-unrecorded = 這次輸入無法記錄，因此暫不接受密碼。請聯絡技術人員。

## 沒有可以引用的內容

problem-pack-none = 服務人員請注意：本機尚未安裝內容包，請先安裝。
problem-pack-opening = 正在開啟機關提供的答案。
problem-pack-broken = 服務人員請注意：內容包無法開啟，請重新安裝。
problem-pack-expired = 服務人員請注意：內容包已過最後適用日，請安裝新版。
problem-pack-internal = 服務人員請注意：這個內容包僅供內部使用，不對民眾顯示。
