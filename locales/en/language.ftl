# What this language calls itself, and its greeting on the idle screen.

# The language's own name, on the language button.
language-own-name = English

# The greeting on the idle screen: a large word, a sentence under it, and the button.
language-greeting = Hello
language-offer = How can we help you?
language-begin = Touch here to begin

# Fonts and line breaking, written as in CSS; and whose habits dates and times follow.
language-type =
    .sans = "Noto Sans", "Noto Sans CJK TC", sans-serif
    .serif = "Noto Serif CJK KR", "Noto Serif", serif
    .word-break = normal
    .leading = 1.45
    .formats = en-GB

# Its keyboards, the first one at the front: bopomofo, hangul, latin, numbers.
language-keyboards = latin numbers
