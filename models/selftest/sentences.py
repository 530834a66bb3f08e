"""What is said: every closed answer of the sample pack, numbers without end, and the questions that are asked most.

Words are read from `locales` and `content`, never retyped. A sentence's text is exactly what the voice is given to say
and what the recogniser is to write: no final stop, no digits, no signs.
"""

import csv
import json
import random
import re
import tomllib
import zlib
from dataclasses import dataclass, field

import numerals
from numerals import LANGUAGES, ROOT, table

# How often a kind is said, out of 1; the rest is `nothing`, which has no words.
SHARES = {
    "yes-no": 0.07, "command": 0.08, "choice": 0.22, "digits": 0.10, "number": 0.05, "money": 0.03,
    "date": 0.13, "time": 0.04, "identity": 0.04, "address": 0.08, "question": 0.16,
}
KINDS = (*SHARES, "nothing")
OPEN_ENDED = ("digits", "number", "money", "date", "time", "identity", "address")
LONGEST = {"zh-TW": 26, "ms": 74, "ko": 36, "en": 74}
_ALLOWED = {
    "zh-TW": re.compile(r"[\u4e00-\u9fff]+"),
    "ko": re.compile(r"[\uac00-\ud7a3 ]+"),
    "ms": re.compile(r"[A-Za-z' -]+"),
    "en": re.compile(r"[A-Za-z' -]+"),
}


def is_held_back(text: str) -> bool:
    """Whether an open-ended sentence is kept out of training: one in ten, by its own text, whoever asks."""
    return zlib.crc32(text.encode()) % 10 == 0


def tidy(language: str, text: str) -> str | None:
    """A text as it is said, without signs; None if something in it has no sure pronunciation or it is too long."""
    text = re.sub(r"\d+", lambda m: f" {numerals.number(language, int(m[0]))} " if len(m[0]) < 6 else m[0], text)
    text = re.sub(r"[’‘]", "'", text)
    text = re.sub(r"[.,;:!?…。，、；：！？「」『』“”\"()（）/~·—–]+", "" if language == "zh-TW" else " ", text)
    text = re.sub(r"\s+", "" if language == "zh-TW" else " ", text).strip(" -'")
    if not text or len(text) > LONGEST[language] or not _ALLOWED[language].fullmatch(text):
        return None
    first = re.match(r"[A-Za-z']+", text)
    if first and first[0][1:].islower() and first[0] != "I":
        text = text[0].lower() + text[1:]
    return text


@dataclass
class Phrases:
    """The closed sentences of one language: text → (kind, weight)."""

    language: str
    known: dict[str, tuple[str, float]] = field(default_factory=dict)

    def add(self, kind: str, texts, weight: float = 1.0, keep_case: bool = False) -> None:
        for raw in texts:
            text = tidy(self.language, raw)
            if text is None:
                continue
            if keep_case and text.lower() == raw.strip().lower():
                text = raw.strip()
            if text not in self.known:
                self.known[text] = (kind, weight)


def _messages(path) -> dict[str, list[str]]:
    """A Fluent file's messages: id → its value, then what stands in `.also`, `.question` or `.hint` as `id.name`."""
    found, last = {}, None
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([A-Za-z][\w-]*) = (.+)$", line):
            last = match[1]
            found[last] = [match[2]]
        elif (match := re.match(r"\s+\.(\w+) = (.+)$", line)) and last:
            found[f"{last}.{match[1]}"] = match[2].split("|") if match[1] == "also" else [match[2]]
    return {key: [v for v in values if "{" not in v] for key, values in found.items()}


def _options(node) -> list[str]:
    """The ids `field-choice` of a form, wherever its fields stand."""
    if isinstance(node, list):
        return [id for child in node for id in _options(child)]
    if not isinstance(node, dict):
        return []
    own = [f"{node['id']}-{choice}" for choice in node.get("choices", []) if isinstance(choice, str) and "id" in node]
    return own + [id for child in node.values() for id in _options(child)]


def _strings(node) -> list[str]:
    if isinstance(node, str):
        return [node]
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [text for child in children for text in _strings(child)]


def _add_forms(phrases: Phrases) -> None:
    language = phrases.language
    for folder in sorted((ROOT / "content/forms").iterdir()):
        messages = _messages(folder / f"{language}.ftl")
        for option in _options(tomllib.loads((folder / "form.toml").read_text(encoding="utf-8"))):
            phrases.add("choice", messages.get(option, []), 1.6)
            phrases.add("choice", messages.get(f"{option}.also", []), 1.0)
        phrases.add("command", messages.get("form-title", []), 1.0)
        example = json.loads((folder / "example.json").read_text(encoding="utf-8"))
        texts = [text for text in _strings(example) if not re.fullmatch(r"[a-z0-9-]+", text) and "/" not in text]
        said = [part for text in texts for part in re.split(r"[。，,；]", text)]
        phrases.add("address", said, 0.6, keep_case=True)
        for key, values in messages.items():
            if key.endswith(".hint"):
                parts = [part for v in values for part in re.split(r"[。，,；.;]", re.sub(r"^[^:：]{1,14}[:：]", "", v))]
                phrases.add("address", parts, 0.5)


def _rows(path) -> list[dict]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def closed(language: str) -> Phrases:
    """Every closed sentence of a language, in the order in which a spelling wins over another of the same sound."""
    phrases, said = Phrases(language), table(language, "phrases")
    places = ROOT / "content/tables"
    phrases.add("choice", [row[language] for row in _rows(places / "places.csv")], 2.0, keep_case=True)
    phrases.add("choice", [row[language] for row in _rows(places / "vehicle-makes.csv")], 0.5, keep_case=True)
    phrases.add("yes-no", [said_yes for said_yes in _say_first(language)], 8.0)
    phrases.add("yes-no", said["yes"] + said["no"], 1.5)
    for words in said["commands"].values():
        phrases.add("command", words[:4], 3.0)
        phrases.add("command", words[4:], 1.5)
    screens = _messages(ROOT / "locales" / language / "kiosk.ftl")
    phrases.add("command", [v for key in screens if key.startswith("dock-") for v in screens[key]], 2.0)
    phrases.add("yes-no", said["unsure"], 0.7)
    phrases.add("choice", said["all"] + said["none"], 1.0)
    _add_forms(phrases)
    grammar = table(language, "grammar")["tables"]
    days = [*grammar.get("days", {}), *(day for day in grammar.get("weekday", {}) if len(day) > 3 or language in ("zh-TW", "ko"))]
    phrases.add("date", [day for day in days if "(" not in day], 1.5)
    topics = tomllib.loads((ROOT / "content/topics.toml").read_text(encoding="utf-8"))["topic"]
    phrases.add("command", [topic["title"][language] for topic in topics], 1.0)
    knowledge = ROOT / "content/knowledge" / language
    window = tomllib.loads((ROOT / "tests/window/languages" / f"{language}.toml").read_text(encoding="utf-8"))
    phrases.add("question", [text for text in _strings(window) if text.endswith(("?", "？"))], 1.5)
    phrases.add("question", [row["question"] for row in _rows(knowledge / "faq.csv")], 1.0)
    return phrases


def _say_first(language: str) -> list[str]:
    say = table(language, "say")["phrases"]
    return [say["yes"], say["no"]]


def unseen_questions(language: str) -> list[str]:
    """The trainers' other ways of asking; none of them is trained."""
    rows = _rows(ROOT / "content/knowledge" / language / "faq.csv")
    return [t for row in rows if row["also_asked"] for t in [tidy(language, row["also_asked"].split("|")[0])] if t]


def _groups(rng: random.Random, language: str) -> str:
    length = rng.choices((1, 2, 3, 4, 5, 6, 8, 10), (2, 5, 8, 8, 2, 2, 1, 2))[0]
    head = "09" if length == 10 else ""
    return numerals.digits(language, head + "".join(str(rng.randrange(10)) for _ in range(length - len(head))))


def _address(rng: random.Random, language: str) -> str:
    rows = _rows(ROOT / "content/tables/places.csv")
    road = rng.choice([row for row in rows if row["level"] == "road"])
    district = next(row for row in rows if row["code"] == road["parent"])
    n = numerals.number(language, rng.randint(1, 130))
    whole = rng.random() < 0.5
    if language == "zh-TW":
        floor = f"{numerals.number(language, rng.randint(2, 9))}樓" if rng.random() < 0.4 else ""
        return (district[language] if whole else "") + f"{road[language]}{n}號{floor}"
    if language == "ko":
        return (f"{district[language]} " if whole else "") + f"{road[language]} {n}"
    if language == "ms":
        return f"nombor {n} {road[language]}" + (f" {district[language]}" if whole else "")
    return f"{n} {road[language]}" + (f" {district[language]}" if whole else "")


def open_ended(rng: random.Random, language: str, kind: str) -> str:
    """A new sentence of an open-ended kind."""
    if kind == "digits":
        return _groups(rng, language)
    if kind == "identity":
        gap = "" if language == "zh-TW" else " "
        tail = "".join(str(rng.randrange(10)) for _ in range(rng.choice((3, 9))))
        return numerals.letter(language, rng.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) + gap + numerals.digits(language, tail)
    if kind == "number":
        return numerals.number(language, rng.randrange(10 ** rng.randint(1, 4)))
    if kind == "money":
        return numerals.money(language, rng.choice((1, 5, 10, 50, 100)) * rng.randint(1, 200))
    if kind == "date":
        y = rng.choice((None, rng.randint(1930, 2030), rng.randint(1930, 2030), rng.randint(2024, 2029)))
        return numerals.day(language, y, rng.randint(1, 12), rng.randint(1, 31), rng.randrange(12))
    if kind == "time":
        return numerals.hour(language, rng.randint(7, 20), rng.choice((0, 0, 30, 30, 10, 15, 20, 40, 45, 50)))
    return _address(rng, language)


class Speaker:
    """Chooses sentences of one language for training: first what is due, then in the shares above."""

    def __init__(self, language: str, phrases: Phrases, seed: int, due: list[str] | None = None):
        self.language, self.rng = language, random.Random(seed)
        self.due = [(phrases.known[text][0], text) for text in due or []]
        self.by_kind: dict[str, tuple[list[str], list[float]]] = {}
        for text, (kind, weight) in phrases.known.items():
            texts, weights = self.by_kind.setdefault(kind, ([], []))
            texts.append(text)
            weights.append(weight)

    def next(self) -> tuple[str, str]:
        """A kind and a sentence of it that may be trained."""
        if self.due:
            return self.due.pop()
        kind = self.rng.choices(tuple(SHARES), tuple(SHARES.values()))[0]
        listed = self.by_kind.get(kind)
        if kind not in OPEN_ENDED or (listed and self.rng.random() < 0.35):
            return kind, self.rng.choices(*listed)[0]
        while is_held_back(text := open_ended(self.rng, self.language, kind)):
            pass
        return kind, text


if __name__ == "__main__":
    for name in LANGUAGES:
        listed = closed(name)
        counts = {k: sum(kind == k for kind, _ in listed.known.values()) for k in SHARES}
        print(name, len(listed.known), counts)
        speaker = Speaker(name, listed, 1)
        print("   ", " | ".join(": ".join(speaker.next()) for _ in range(60)))
