# What this language calls itself, and its greeting on the idle screen.

# The language's own name, on the language button.
language-own-name = English

# The greeting on the idle screen: a large word, a sentence under it, and the button.
language-greeting = Hello
language-offer = How can we help you?
language-begin = Touch here to begin
language-choose = Please choose a language

# Fonts and line breaking, written as in CSS.
language-type =
    .sans = "Noto Sans", "Noto Sans CJK TC", sans-serif
    .serif = "Noto Serif", "Noto Serif CJK TC", serif
    .word-break = normal
    .leading = 1.45
