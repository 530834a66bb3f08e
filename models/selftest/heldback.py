"""The held-back list, and its sounds: `python3 heldback.py list` writes the list, `render FOLDER` writes WAV files.

The list is the same for everyone; any espeak-ng says it: `espeak-ng -v VOICE -s SPEED -p PITCH TEXT`. No voice, pace or
pitch of it is trained, and of open-ended kinds no sentence; closed sentences are trained, for they are to be known.
"""

import csv
import random
import sys
import wave
from pathlib import Path

import numpy as np

import sentences
import synthesis
from features import RATE
from numerals import LANGUAGES

LIST = Path(__file__).with_name("heldback.csv")
FIELDS = ("id", "language", "kind", "text", "voice", "speed", "pitch", "noise_db", "seed")
PER_KIND = {"yes-no": 25, "command": 25, "choice": 40, "digits": 25, "number": 15, "money": 10, "date": 25, "time": 10,
            "identity": 10, "address": 15, "question": 20, "unseen-question": 5, "nothing": 10}


def _texts(rng: random.Random, language: str, kind: str, count: int) -> list[str]:
    espeak = _texts.espeak
    known = sentences.closed(language).known
    first = {}
    for text in known:
        first.setdefault(espeak.phonemes(text, synthesis.PLAIN[language]), text)
    if kind == "nothing":
        return [rng.choice((*synthesis.NOISES, "silence", "babble")) for _ in range(count)]
    if kind == "unseen-question":
        return rng.sample(sentences.unseen_questions(language), count)
    if kind in sentences.OPEN_ENDED:
        found = []
        while len(found) < count:
            text = sentences.open_ended(rng, language, kind)
            if sentences.is_held_back(text):
                found.append(text)
        return found
    return rng.sample([text for text in first.values() if known[text][0] == kind], count)


def make_list() -> None:
    """Writes the list anew."""
    rng = random.Random(20_26)
    _texts.espeak = synthesis.Espeak()
    with LIST.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(FIELDS)
        for language in LANGUAGES:
            for kind, count in PER_KIND.items():
                for i, text in enumerate(_texts(rng, language, kind, count)):
                    voice, speed, pitch = synthesis.held_back_voice(language, rng)
                    out.writerow((f"{language}-{kind}-{i:02}", language, kind, text, voice, speed, pitch, 10, rng.randrange(10**6)))


def rows() -> list[dict]:
    with LIST.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _words(row: dict, espeak: synthesis.Espeak) -> np.ndarray:
    """A row's sound without noise; of `nothing`, the noise alone at −30 dB."""
    rng = np.random.default_rng(int(row["seed"]))
    if row["kind"] != "nothing":
        return espeak.say(row["text"], row["voice"], int(row["speed"]), int(row["pitch"]))
    if row["text"] == "silence":
        return np.zeros(2 * RATE, np.float32)
    if row["text"] != "babble":
        return synthesis.noise(row["text"], 3.0, rng) * 0.03
    crowd = np.zeros(3 * RATE, np.float32)
    listed = [text for text in sentences.closed(row["language"]).known]
    for k in range(6):
        at = k * 4000
        for text in rng.choice(listed, 4):
            said = espeak.say(str(text), synthesis.PLAIN[row["language"]] + f"+{('m3', 'f4')[k % 2]}", 160 + 7 * k, 45)
            said = said[: max(0, len(crowd) - at)]
            crowd[at : at + len(said)] += said
            at += len(said)
    return crowd * 0.1


def sound(row: dict, espeak: synthesis.Espeak, noisy: bool) -> np.ndarray:
    """A row as the recogniser is given it: 0.25 s before and 0.3 s after, with pink noise at `noise_db` or none."""
    said = _words(row, espeak)
    heard = np.concatenate([np.zeros(RATE // 4, np.float32), said * 0.5, np.zeros(RATE * 3 // 10, np.float32)])
    if noisy and row["kind"] != "nothing":
        rng = np.random.default_rng(int(row["seed"]))
        level = np.sqrt(((said * 0.5) ** 2).mean()) * 10 ** (-float(row["noise_db"]) / 20)
        heard = heard + level * synthesis.noise("pink", len(heard) / RATE + 0.01, rng)[: len(heard)]
    return np.clip(heard, -1, 1)


def render(folder: Path, noisy: bool) -> None:
    """Writes each row as `<id>.wav`, 16 kHz, 16 bit."""
    folder.mkdir(parents=True, exist_ok=True)
    espeak = synthesis.Espeak()
    for row in rows():
        with wave.open(str(folder / f"{row['id']}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes((sound(row, espeak, noisy) * 32767).astype("<i2").tobytes())


if __name__ == "__main__":
    if sys.argv[1:] == ["list"]:
        make_list()
    elif sys.argv[1:2] == ["render"] and len(sys.argv) in (3, 4):
        render(Path(sys.argv[2]), sys.argv[3:] == ["noisy"])
    else:
        sys.exit("heldback.py list | render FOLDER [noisy]")
