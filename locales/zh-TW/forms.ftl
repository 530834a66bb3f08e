# 填表時畫面上的文字。表格本身問什麼，由機關的內容包提供。

## 全部表格

forms-title = 您要填哪一份表格？
forms-lead = 一次只問一件事，隨時可以停下來。
form-family-jobs = 求職與工作
form-family-voting = 選舉與投票
form-family-insurance = 保險
form-family-vehicles = 車輛
form-family-welfare = 津貼與補助
form-family-licences = 證照
form-family-appointments = 預約
form-family-residence = 戶籍與住址
form-family-ideas = 建議與點子
# $title 是表格的名稱。
form-fill-in = 填寫「{ $title }」
# $minutes 是填表大約需要的時間。
form-minutes = 大約 { $minutes } 分鐘
form-with-minutes = { $title }（大約 { $minutes } 分鐘）
form-code-open = 我有代碼
form-code-title = 請輸入您的代碼
form-code-lead = 暫停填表時，畫面上顯示的那一組。大小寫都可以。
form-code-field = 暫停時的代碼
form-code-send = 繼續填我的表
form-code-close = 全部表格

## 開始之前

form-before = 開始之前
form-event-lead = 這幾份表格要一起辦，同樣的事只問一次。不需要的可以取消勾選。
form-papers = 請先備妥這些文件
form-minutes-pause = 大約需要 { $minutes } 分鐘，中途可以暫停，以後再繼續。
form-start = 開始填寫
form-check-first = 先看看有沒有資格

## 填到哪裡了

form-progress = 填寫進度
# 一起填的 $count 張表中的第 $number 張。
form-of-several = { $title }（第 { $number } 份，共 { $count } 份）
form-checking = { $title }：先看資格
form-left-none = 全部問完了
form-left-last = 這是最後一題
# 還剩幾題，包括眼前這一題。
form-left-exact = 還有 { $count } 題
form-left-range = 大約還有 { $least } 到 { $most } 題
form-left-open = 至少還有 { $least } 題，多列一項就多幾題
form-stop = 暫停
form-aside = 有 { $count } 個回答現在用不到了：{ $names }。都還留著，改回來就會恢復。
form-returned = 之前的 { $count } 個回答又用得到了：{ $names }。

## 一個問題

form-why = 為什麼要問？
form-help = 這是什麼意思？
form-explain-more = 看機關的說明
form-next = 下一題
form-next-review = 改好了，回去核對
form-skip = 略過這題
form-type = 改用打字
form-touch = 改用點選
form-write-here = 請寫在這裡
form-characters-left = { $count ->
    [0] 已經寫滿了
   *[other] 還可以寫 { $count } 個字
}
form-yes = 是
form-no = 否
form-chosen-before = 您先前的回答
form-choices-any = 符合的都可以選。
form-choices-exactly = 請選 { $count } 項。
form-choices-most = 最多選 { $count } 項。
form-digits-empty = 請按下面的數字
# $number 是把長數字分成萬、億的寫法。
form-digits-said = 就是 { $number }
# 電話號碼怎麼分段：開頭:各段長度。
form-digits-phone = 09:4-3-3 02:2-4-4 04:2-4-4 0:2-3-4 0:2-4-4
# 萬以上的單位；沒有的語言寫 none。
form-digits-myriads = 萬 億 兆
form-date-year = 年
form-date-month = 月
form-date-day = 日
form-date-decades = 先選是哪十年
form-date-decade = { $from }–{ $to }
form-era = 年份的算法
form-era-roc = 民國年
form-era-gregory = 西元年
form-time-hour = 時
form-time-minute = 分
form-time-less = 早一分鐘
form-time-more = 晚一分鐘
form-place-path = 已經選了
form-signature-pad = 簽名板：{ $label }。還沒有簽。
form-signature-done = 簽名板：{ $label }。已經簽了。
form-signature-here = 請用手指在這裡簽名
form-signature-undo = 退回一筆
form-signature-clear = 全部擦掉
form-signature-paper = 想在紙上簽名或蓋章，也可以到櫃台再辦。
form-signature-person = 如果不方便在這裡簽，請按「請人協助」，可以改在紙上簽名、蓋章或按指印。
form-sign-on-paper = 改在紙上簽
form-picture-note = 這台機器不能拍照。請把照片帶到櫃台，由承辦人員附在您的表格上。
form-picture-bring = 我會帶過去

## 讀到的內容

form-heard = 您的回答是
form-heard-unsure = 您的意思是這樣嗎？
form-heard-words = 您的原話：「{ $text }」
form-alternatives = 還是您的意思是
form-right = 對嗎？
form-right-yes = 對，沒錯
form-right-no = 不對，再問一次
form-right-change = 修改

## 核對全部內容

form-review-title = 請核對，都正確嗎？
form-review-lead = 要改哪一行，就按哪一行。
form-change = 更改
form-change-of = 修改：{ $label }
form-line-empty = 未填
form-line-brought = 帶到櫃台
form-line-computed = 自動算出
form-line-shared = 來自您的另一份表格
form-missing = 還沒有回答：{ $label }
# $words 說明這個回答哪裡不對。
form-open-line = { $label }：{ $words }
form-summary-title = 還有 { $count } 件事要處理
# $item 是一位家人、一輛車的標題。
form-remove = 刪除「{ $item }」
form-remove-sure = 確定要刪除「{ $item }」和裡面所有的回答嗎？
form-remove-keep = 保留
form-remove-yes = 刪除
form-add = 再加一項
form-declaration = 您的聲明
form-finish = 都對，送出
form-proof = 看看印出來的樣子
form-proof-title = 印出來會是這個樣子
form-proof-lead = 在您送出以前，上面會印著「草稿」。現在還沒有列印。
form-proof-setting = 正在把您的表格排到紙上…
form-proof-page = 第 { $page } 頁，共 { $pages } 頁
form-proof-back = 回到我的答案
form-verdict-may-qualify = 您可能符合資格
form-verdict-unlikely = 您可能不符合資格
form-verdict-person-must-look = 需要由承辦人員判斷
form-verdict-note = 這只是初步對照，無論結果如何都可以申請，是否核准由機關決定。
form-rule-met = 符合
form-rule-not-met = 不符合
form-rule-unclear = 依目前的回答無法判斷
form-verdict-because = 原因是：
form-verdict-also = 也看了這些：
form-check-title = 您有沒有資格？
form-check-lead = 剛才的回答都留著，接下來只問其他的。要繼續填表嗎？
form-apply = 繼續申請
form-apply-anyway = 還是要申請

## 暫時放下

form-stop-title = 要在這裡停下來嗎？
form-stop-lead = 在您決定之前，填好的內容都還在。
form-stop-pause = 暫停，以後再繼續
form-stop-pause-hint = 您會拿到一組代碼，憑代碼可以在這裡或櫃台繼續。
form-stop-discard = 這份表格不填了
form-stop-discard-hint = 填好的內容會全部清除，無法復原。
form-stop-close = 繼續填表
form-paused-title = 您的表格已經暫存
form-paused-lead = 沒有這組代碼，誰也打不開。
form-paused-code = 您的代碼
form-paused-until = 保留到{ $when }
form-paused-write = 請把代碼抄下來帶走，在這裡或櫃台都可以用。
form-paused-picture = 也可以用手機拍下來，到櫃台掃描。
form-paused-go-on = 現在繼續填
form-paused-leave = 我抄好了
form-interrupted-title = 表格填到一半，是您的嗎？
form-interrupted-lead = 機器剛才重新啟動，內容沒有遺失。如果不是您的，不會顯示任何內容。
form-interrupted-yes = 是我的，繼續填
form-interrupted-no = 不是我的

## 送出之後

form-finished-title = 您的表格填好了
form-finished-number = 表格編號
form-way-kept-here = 存放在這裡，等候機關收取
form-way-kept-here-meaning = 表格已經上鎖，只有機關打得開，下次收取時就會交給承辦人員。要查詢時，請告訴我們這個編號。
form-way-waiting = 存放在這裡，一有連線就會送到機關
form-way-waiting-meaning = 表格已經上鎖，只有機關打得開。您不必在這裡等。要查詢時，請告訴我們這個編號。
form-way-received = 機關已在{ $time }收到
form-way-received-meaning = 機關已確認收到您的表格。要查詢時，請告訴我們這個編號。
form-way-set-aside = 存放在這裡，需要承辦人員處理
form-way-set-aside-meaning = 機關目前還沒能收下，您填的資料都還在。請把這個編號拿給櫃台人員看。
form-finished-home = 回首頁
form-finished-leave = 結束使用
form-print = 列印我的表格
form-paper-sending = 正在準備列印
form-paper-printing = 正在列印，請稍候取件。
form-paper-waiting = 印表機需要處理，排除後就會印出您的表格。
form-paper-printed = 已經印好，請取走您的表格。
form-paper-failed = 沒有印出來。您的表格仍妥善保存。
form-paper-unknown = 無法確定是否已印出，請洽服務人員。
form-paper-character = 無法列印的字是「{ $character }」
form-no-printer = 這裡沒有印表機。您會拿到一組編號，服務人員可以用它找到您的表格。
form-printer-not-ready = 印表機目前需要處理。您還是可以填表：表格會妥善保存，稍後再列印。
form-next-form-lead = 說過的不會再問。接下來是：

## 回答有問題時

# $argument 是界限或缺少的部分；沒有時是 none。
form-fault-required = { $argument ->
    [none] 還沒有回答，請選擇或輸入。
   *[other] 還缺「{ $argument }」，請補上。
}
form-fault-not-heard = 看不懂這個回答。請換個說法，或改用點選。
form-fault-not-in-list = 清單裡沒有這一項。請選最接近的，或換個寫法。
form-fault-which = 這個回答有兩種以上的意思，請只寫一個。
form-fault-year = 缺了年份，請補上。
form-fault-month = 缺了月份，請補上。
form-fault-day = 缺了日期，請補上。
form-fault-century = 這個年份有兩種讀法。請寫明是民國年，還是四位數的西元年。
form-fault-calendar = 這是農曆嗎？請依證件上的日期填寫。
form-fault-day-or-month = 分不清哪個是月、哪個是日。請寫成「幾月幾日」。
form-fault-hour = 缺了幾點，請補上。
form-fault-half-of-day = 是上午還是下午？請補上。
form-fault-today = 無法確定是哪一天，請寫出日期。
form-fault-characters = 少了幾個數字或字母，請對照證件。
form-fault-currency = 看不出是哪一種貨幣，請補上。
form-fault-no-such-day = 那個月沒有這一天，請檢查日期。
form-fault-weekday-differs = 日期和您寫的星期對不上，請檢查日期。
form-fault-out-of-range = 超出可以填的範圍，請檢查。
form-fault-check-digit = 號碼裡有一位不對，請對照證件。
form-fault-length = { $argument ->
    [none] 號碼太短或太長，請對照證件。
   *[other] 號碼太短或太長，應該有 { $argument } 位，請檢查。
}
form-fault-date-within = 號碼裡的出生日期不存在，請對照證件。
form-fault-place-within = 號碼裡的地區代碼不存在，請對照證件。
form-fault-no-such-phone = 沒有這樣的電話號碼。請連同區碼再檢查一次。
form-fault-form = 寫法和這一題不合。請參考例子，或對照證件。
form-fault-scheme-not-taken = 這裡不收這種號碼。請填這一題要的號碼，或請服務人員協助。
form-fault-too-early = { $argument ->
    [none] 時間太早了，請檢查。
   *[other] 早於{ $argument }，請檢查。
}
form-fault-too-late = { $argument ->
    [none] 時間太晚了，請檢查。
   *[other] 晚於{ $argument }，請檢查。
}
form-fault-too-small = { $argument ->
    [none] 數字太小了，請檢查。
   *[other] 至少要 { $argument }，請檢查。
}
form-fault-too-large = { $argument ->
    [none] 數字太大了，請檢查。
   *[other] 最多是 { $argument }，請檢查。
}
form-fault-too-short = { $argument ->
    [none] 寫得太短，請多寫一點。
   *[other] 寫得太短，至少要 { $argument } 個字。
}
form-fault-too-long = { $argument ->
    [none] 寫得太長，請說得簡短一點。
   *[other] 寫得太長，最多 { $argument } 個字。
}
form-fault-too-few = { $argument ->
    [none] 選得不夠，請再選。
   *[other] 至少要選 { $argument } 項。
}
form-fault-too-many = { $argument ->
    [none] 選得太多，請取消幾項。
   *[other] 最多只能選 { $argument } 項。
}
form-fault-dont-know = 這一題要有答案才能送出。不清楚的話，請按「請人協助」。

## Parts of an address

form-part-post_code = 郵遞區號是多少？
form-part-city = 哪個縣市？
form-part-district = 哪一區？
form-part-road = 哪條路或街？
form-part-lane = 第幾巷？沒有就略過。
form-part-alley = 第幾弄？沒有就略過。
form-part-number = 幾號？
form-part-floor = 幾樓？沒有就略過。
form-part-lot = 門牌或單位是幾號？
form-part-street = 哪條街？
form-part-area = 哪個社區？沒有就略過。
form-part-state = 哪一州？
form-part-detail = 大樓名稱、幾樓幾室？沒有就略過。

## While something else is looked at

# $title is the name of the form that is being filled in.
form-go-on = 繼續填寫：{ $title }
