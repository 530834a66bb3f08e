# The keyboard on the screen. Names that are not seen are read aloud.

## The keyboard as a whole

keyboard-label = Keyboard
keyboard-switch = Other keyboards
# What each keyboard calls itself, in every language the same, and its name read aloud.
keyboard-bopomofo = 注音
    .label = 注音, Bopomofo
keyboard-hangul = 한글
    .label = 한글, Hangul
keyboard-latin = ABC
    .label = ABC, letters
keyboard-numbers = 123
    .label = 123, numbers and signs

## Keys

keyboard-space = Space
# The space key while a syllable has no tone yet.
keyboard-first-tone = First tone
# The space key when it takes the first choice.
keyboard-take-first = Choose first
keyboard-delete = Delete
keyboard-clear = Clear all
# Brings back what was just cleared.
keyboard-restore = Undo
keyboard-shift = Caps
keyboard-shift-hangul = Tense

## Characters to choose from, in Bopomofo

keyboard-choices = Characters to choose from
keyboard-choices-hint = Type the sounds, then touch the characters here.
keyboard-choices-all = More
keyboard-choices-fewer = Keys
keyboard-choices-earlier = Earlier
keyboard-choices-later = Next
# $page counts from 1.
keyboard-choices-page = Page { $page } of { $pages }

## Names of tones and signs, read aloud

keyboard-tone-2 = Second tone
keyboard-tone-3 = Third tone
keyboard-tone-4 = Fourth tone
keyboard-tone-neutral = Neutral tone
keyboard-sign-full-stop = Full stop
keyboard-sign-comma = Comma
keyboard-sign-list-comma = List comma
keyboard-sign-question = Question mark
keyboard-sign-exclamation = Exclamation mark
keyboard-sign-colon = Colon
keyboard-sign-semicolon = Semicolon
keyboard-sign-hyphen = Hyphen
keyboard-sign-underscore = Underscore
keyboard-sign-slash = Slash
keyboard-sign-apostrophe = Apostrophe
keyboard-sign-quote = Quotation mark
keyboard-sign-quote-open = Opening quotation mark
keyboard-sign-quote-close = Closing quotation mark
keyboard-sign-bracket-open = Opening bracket
keyboard-sign-bracket-close = Closing bracket
keyboard-sign-at = At sign
keyboard-sign-number = Number sign
keyboard-sign-percent = Percent
keyboard-sign-and = And sign
keyboard-sign-plus = Plus
keyboard-sign-equals = Equals
keyboard-sign-star = Star
keyboard-sign-tilde = Tilde
keyboard-sign-dollar = Dollar sign
