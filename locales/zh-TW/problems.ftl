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

## 暫停或已完成的表單

problem-draft-gone = 這份表單已不在本機上。請重新填寫，或請服務人員協助。
problem-pause-code-unknown = 找不到這組代碼的表單。請核對英文字母與數字後重新輸入。
problem-pause-code-wait = 代碼錯誤次數太多。請稍候再試，或請服務人員協助。
problem-form-gone = 服務人員請注意：本機沒有這個編號的表單。
problem-print-window-closed = 這份表單已過列印時間，可閱讀的副本已經銷毀。封存的表單仍妥善保存。

## 保存表單

problem-seal-no-recipient = 服務人員請注意：尚未設定機關的金鑰，表單無法封存。請聯絡技術人員。
problem-seal-recipient-malformed = 服務人員請注意：機關的金鑰無效，表單無法封存。請聯絡技術人員。
problem-store-disk-full = 服務人員請注意：磁碟已滿，無法保存表單。先前保存的內容都還在，請清出空間。
problem-store-read-only = 服務人員請注意：磁碟無法寫入，不能保存表單。請聯絡技術人員。
problem-store-disk-fails = 服務人員請注意：磁碟發生錯誤，無法保存表單。請聯絡技術人員。
problem-store-damaged = 服務人員請注意：保存的表單已損壞。請重新啟動本機，損壞的資料會另行存放，不會刪除。
problem-store-already-open = 服務人員請注意：另一個程式正在使用保存的表單。請關閉該程式，或重新開機。
problem-store-too-new = 服務人員請注意：保存的表單屬於較新版的程式，請安裝該版本。
problem-store-missing = 服務人員請注意：本機尚未保存過表單。
problem-store-key-missing = 服務人員請注意：找不到開啟表單的金鑰。請放回原處，資料並未遺失。
problem-store-key-wrong = 服務人員請注意：這不是開啟表單的金鑰。請放回正確的金鑰，資料並未遺失。
problem-store-key-exposed = 服務人員請注意：其他人可以讀取表單的金鑰。請技術人員修正檔案權限。
problem-store-key-unusable = 服務人員請注意：無法讀取表單的金鑰。請聯絡技術人員。
problem-store-no-randomness = 服務人員請注意：系統無法產生金鑰，不能保存表單。請聯絡技術人員。
problem-store-set-aside = 服務人員請注意：保存的表單曾經損壞，已另行存放，可讀取的部分已轉存。請聯絡技術人員。
problem-store-audit-cut-off = 服務人員請注意：稽核紀錄最新的部分遺失了，請通報。
problem-store-clock-back = 服務人員請注意：本機時間被往回調整。請核對日期與時間。
problem-form-not-offered = 目前不提供這份表單，請洽服務人員。
problem-form-open = 您還有一份表單沒填完。請先填完、暫停或放棄那一份。
problem-form-damaged = 這份表單無法再打開，請洽服務人員。

## 紙本

problem-paper-fonts-missing = 服務人員請注意：本機缺少列印字型。請聯絡技術人員。
problem-paper-glyph-missing = 有一個字無法正確印出，因此先不列印。服務人員會來協助您。
problem-paper-language-unknown = 服務人員請注意：沒有這個語言的列印文字。請聯絡技術人員。
problem-paper-layout-broken = 服務人員請注意：這份表單的版面有錯誤，無法列印。請通報機關。
problem-paper-layout-endless = 服務人員請注意：這份表單的版面無法排完，不能列印。請通報機關。
problem-paper-too-many-pages = 服務人員請注意：這份表單超過可列印的頁數。請通報機關。
problem-paper-not-conforming = 服務人員請注意：印出的表單不符合典藏與無障礙規範。請通報機關。
problem-paper-no-such-picture = 服務人員請注意：沒有這一頁可以顯示。
problem-paper-code-too-long = 服務人員請注意：文字太長，放不進一個條碼。請通報機關。
problem-paper-sealed-too-large = 服務人員請注意：這份表單太大，無法印成條碼。表單仍安全保存在本機。
problem-paper-picture-unreadable = 這張圖片打不開，請改用另一張。
problem-paper-picture-too-large = 這張圖片太大，請改用較小的。
problem-paper-typesetter-failed = 列印沒有成功。您的表單已安全保存，請洽服務人員。
