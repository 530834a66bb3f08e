"""Numbers, days, hours and amounts as people say them, in four languages.

What a form of words is called here, the crate `spoken` reads back. Words come from `locales/*/spoken/say.toml`.
"""

import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("zh-TW", "ms", "ko", "en")


@cache
def table(language: str, name: str) -> dict:
    """One of a language's tables of spoken words, as its authors wrote it."""
    path = ROOT / "locales" / language / "spoken" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _han(n: int) -> str:
    small = table("zh-TW", "say")["small"]
    if n < 10:
        return small[n]
    words, gap = "", False
    for value, unit in ((10000, "萬"), (1000, "千"), (100, "百"), (10, "十")):
        count, n = divmod(n, value)
        if count:
            words += ("零" if gap and words else "") + _han(count) + unit
            gap = False
        elif words:
            gap = True
    if n:
        words += ("零" if gap else "") + small[n]
    return words.removeprefix("一") if words.startswith("一十") else words


def _hangul(n: int) -> str:
    small = table("ko", "say")["small"]
    if n < 10:
        return small[n]
    words = ""
    for value, unit in ((10000, "만 "), (1000, "천"), (100, "백"), (10, "십")):
        count, n = divmod(n, value)
        if count:
            words += ("" if count == 1 else _hangul(count)) + unit
    return (words + (small[n] if n else "")).strip()


def _malay(n: int) -> str:
    small = table("ms", "say")["small"]
    if n < 20:
        return small[n]
    for value, unit, one in ((1000, "ribu", "seribu"), (100, "ratus", "seratus"), (10, "puluh", "")):
        if n >= value:
            count, rest = divmod(n, value)
            head = one if count == 1 and one else f"{_malay(count)} {unit}"
            return head + (f" {_malay(rest)}" if rest else "")
    return small[n]


_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def _english(n: int) -> str:
    small = table("en", "say")["small"]
    if n < 20:
        return small[n]
    if n < 100:
        return _TENS[n // 10] + (f"-{small[n % 10]}" if n % 10 else "")
    for value, unit in ((1000, "thousand"), (100, "hundred")):
        if n >= value:
            count, rest = divmod(n, value)
            joint = " and " if 0 < rest < 100 else " "
            return f"{_english(count)} {unit}" + (joint + _english(rest) if rest else "")
    return small[n]


def number(language: str, n: int) -> str:
    """A whole number from 0 to 99,999,999."""
    return {"zh-TW": _han, "ko": _hangul, "ms": _malay, "en": _english}[language](n)


def digits(language: str, text: str) -> str:
    """Digits one by one, as in a telephone number."""
    say = table(language, "say")
    return say.get("digit_gap", "").join(say["digits"][int(d)] for d in text)


def year(language: str, y: int) -> str:
    """A year of the common era; English says it in pairs, Chinese digit by digit."""
    if language == "zh-TW":
        return digits(language, str(y))
    if language == "en" and not 2000 <= y < 2010:
        head, tail = divmod(y, 100)
        return f"{_english(head)} " + ("hundred" if tail == 0 else f"oh {_english(tail)}" if tail < 10 else _english(tail))
    return number(language, y)


def day(language: str, y: int | None, m: int, d: int, way: int) -> str:
    """A day, with its year unless `y` is None; `way` (from 0) picks among the usual forms."""
    month = table(language, "say")["months"][m - 1]
    if language == "zh-TW":
        tail = f"{month}{_han(d)}{'日' if way % 2 else '號'}"
        if y is None:
            return tail
        era = y - 1911
        return (f"民國{_han(era)}年", f"{_han(era)}年", f"{year(language, y)}年")[way % 3] + tail
    if language == "ko":
        tail = f"{month} {_hangul(d)}일"
        return tail if y is None else f"{_hangul(y)}년 {tail}"
    if language == "ms":
        tail = f"{_malay(d)} hari bulan {month}" if way % 4 == 3 else f"{_malay(d)} {month}"
        return tail if y is None else f"{tail} {_malay(y)}"
    nth = table("en", "say")["days"][d]
    tail = f"{month} {nth}" if way % 3 == 1 else f"the {nth} of {month}"
    return tail if y is None else f"{tail} {year(language, y)}"


def hour(language: str, h: int, minute: int) -> str:
    """A time of day by the twelve-hour clock with its part of the day, `h` from 7 to 20."""
    say = table(language, "say")
    part = [p["word"] for p in say["parts_of_day"] if p["from"] <= 60 * h + minute][-1]
    h12 = (h - 1) % 12 + 1
    if language == "zh-TW":
        clock = "兩" if h12 == 2 else _han(h12)
        return f"{part}{clock}點" + ("" if not minute else "半" if minute == 30 else f"{_han(minute)}分")
    if language == "ko":
        return f"{part} {say['hours'][h12]} 시" + ("" if not minute else " 반" if minute == 30 else f" {_hangul(minute)} 분")
    if language == "ms":
        return f"pukul {_malay(h12)}" + (f" {_malay(minute)} minit" if minute else "") + f" {part}"
    if not minute:
        return f"{_english(h12)} o'clock {part}"
    return f"half past {_english(h12)} {part}" if minute == 30 else f"{_english(h12)} {_english(minute)} {part}"


def money(language: str, n: int) -> str:
    """An amount of the sample city's dollars."""
    own = {"zh-TW": "元", "ms": " dolar", "ko": " 달러", "en": " dollars"}[language]
    return number(language, n) + own


def letter(language: str, character: str) -> str:
    """A Latin letter by its name; English leaves it to the voice."""
    if language == "en":
        return character
    names = table(language, "alphabet")["letters"]
    return next((word for word, meant in names.items() if meant.lower() == character.lower()), character)
