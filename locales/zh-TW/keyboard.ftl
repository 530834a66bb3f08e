# 畫面上的鍵盤。看不到的名稱會被唸出來。

## 整個鍵盤

keyboard-label = 鍵盤
keyboard-switch = 切換鍵盤
# 各鍵盤自己的名稱，每個語言都一樣；後面是唸出來的名稱。
keyboard-bopomofo = 注音
    .label = 注音
keyboard-hangul = 한글
    .label = 한글，韓文
keyboard-latin = ABC
    .label = ABC，英文字母
keyboard-numbers = 123
    .label = 123，數字與符號

## 按鍵

keyboard-space = 空格
# 還沒標聲調時的空格鍵。
keyboard-first-tone = 一聲
# 按下去就選第一個的空格鍵。
keyboard-take-first = 選第一個
keyboard-delete = 刪除
keyboard-clear = 全部清除
# 把剛清除的文字找回來。
keyboard-restore = 復原
keyboard-shift = 大寫
keyboard-shift-hangul = 雙音

## 注音選字

keyboard-choices = 選字
keyboard-choices-hint = 打注音，再點這裡的字。
keyboard-choices-all = 更多字
keyboard-choices-fewer = 回鍵盤
keyboard-choices-earlier = 上一頁
keyboard-choices-later = 下一頁
# $page 從 1 算起。
keyboard-choices-page = 第 { $page } 頁，共 { $pages } 頁

## 聲調與符號的名稱，唸出來用

keyboard-tone-2 = 二聲
keyboard-tone-3 = 三聲
keyboard-tone-4 = 四聲
keyboard-tone-neutral = 輕聲
keyboard-sign-full-stop = 句號
keyboard-sign-comma = 逗號
keyboard-sign-list-comma = 頓號
keyboard-sign-question = 問號
keyboard-sign-exclamation = 驚嘆號
keyboard-sign-colon = 冒號
keyboard-sign-semicolon = 分號
keyboard-sign-hyphen = 連字號
keyboard-sign-underscore = 底線
keyboard-sign-slash = 斜線
keyboard-sign-apostrophe = 撇號
keyboard-sign-quote = 引號
keyboard-sign-quote-open = 上引號
keyboard-sign-quote-close = 下引號
keyboard-sign-bracket-open = 左括號
keyboard-sign-bracket-close = 右括號
keyboard-sign-at = 小老鼠
keyboard-sign-number = 井號
keyboard-sign-percent = 百分號
keyboard-sign-and = 和號
keyboard-sign-plus = 加號
keyboard-sign-equals = 等號
keyboard-sign-star = 星號
keyboard-sign-tilde = 波浪號
keyboard-sign-dollar = 錢號
