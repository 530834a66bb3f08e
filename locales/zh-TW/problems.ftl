# 出了什麼問題，依代碼：發生了什麼事，可以怎麼做。

problem-internal = 這裡出了一點問題。請再試一次，或請服務人員協助。
problem-question-empty = 還沒有寫問題。請寫下您想知道的事。
problem-screen-lost = 畫面需要重新開啟。請稍候，或到櫃台洽詢。
