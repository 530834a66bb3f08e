# 這個語言怎麼稱呼自己，以及閒置畫面上的招呼。

# 這個語言自己的名稱，顯示在語言按鈕上。
language-own-name = 中文

# 閒置畫面上的招呼：大字一句，下面一句，再加上按鈕。
language-greeting = 您好
language-offer = 有什麼可以幫您？
language-begin = 請按這裡開始

# 字型與斷行的寫法同 CSS；日期和時間依哪個地區的習慣。
language-type =
    .sans = "Noto Sans CJK TC", "Noto Sans TC", "Noto Sans", sans-serif
    .serif = "Noto Serif CJK TC", "Noto Serif TC", "Noto Serif", serif
    .word-break = normal
    .leading = 1.6
    .formats = zh-TW

# 這個語言的鍵盤，最先出現的排在前面：bopomofo、hangul、latin、numbers。
language-keyboards = bopomofo latin numbers
