"""The utterances that are trained on: sentences, spoken, as mel pictures on disk, and a shelf of noises."""

import base64
import multiprocessing
import random
import tarfile
import urllib.request
import hashlib
import io
from pathlib import Path

import numpy as np

import sentences
import synthesis
from features import log_power
from numerals import LANGUAGES

# Whisper's vocabulary and mel filters (MIT), from its own source package on PyPI.
PACKAGE = ("https://files.pythonhosted.org/packages/35/8e/d36f8880bcf18ec026a55807d02fe4c7357da9f25aebd92f85178000c0dc/"
           "openai_whisper-20250625.tar.gz")
PACKAGE_SHA256 = "37a91a3921809d9f44748ffc73c0a55c9f366c85a3ef5c2ae0cc09540432eb96"
SOT, TRANSCRIBE, NO_TIMESTAMPS, NO_SPEECH, EOT = 50258, 50359, 50363, 50362, 50257
LANGUAGE_TOKENS = {"zh-TW": 50260, "ms": 50282, "ko": 50264, "en": 50259}
WHISPER_CODES = {"zh-TW": "zh", "ms": "ms", "ko": "ko", "en": "en"}


class Whisper:
    """Whisper's vocabulary and its mel filters."""

    def __init__(self, work: Path):
        import tiktoken

        archive = work / "openai_whisper.tar.gz"
        if not archive.exists():
            urllib.request.urlretrieve(PACKAGE, archive)
        if hashlib.sha256(archive.read_bytes()).hexdigest() != PACKAGE_SHA256:
            raise RuntimeError(f"{archive} is not the package that was meant; remove it and try again")
        with tarfile.open(archive) as package:
            files = {Path(member.name).name: member for member in package.getmembers()}
            ranks = package.extractfile(files["multilingual.tiktoken"]).read()
            self.filters = np.load(io.BytesIO(package.extractfile(files["mel_filters.npz"]).read()))["mel_80"]
        pairs = (line.split() for line in ranks.splitlines() if line)
        self.ranks = {base64.b64decode(token): int(rank) for token, rank in pairs}
        pattern = r"'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"
        self._encoding = tiktoken.Encoding("whisper", pat_str=pattern, mergeable_ranks=self.ranks, special_tokens={})

    def tokens(self, language: str, text: str) -> list[int]:
        """A sentence's tokens; but for Chinese they begin with a space, as Whisper writes."""
        return self._encoding.encode(text if language == "zh-TW" else f" {text}")

    def text(self, tokens: list[int]) -> str:
        return self._encoding.decode([token for token in tokens if token < EOT]).strip()


def _speak(job):
    """One worker's share: utterances of one language, as a dictionary of arrays in a file."""
    work, language, part, parts, count, seed = job
    target = Path(work) / f"{language}-{part}.npz"
    if target.exists():
        return str(target)
    whisper, espeak = Whisper(Path(work)), synthesis.Espeak()
    rng, noise_rng = random.Random(f"{seed}-{language}-{part}"), np.random.default_rng(seed + part)
    phrases = sentences.closed(language)
    spellings: dict[tuple[str, ...], str] = {}
    for text in phrases.known:
        spellings.setdefault(espeak.phonemes(text, synthesis.PLAIN[language]), text)
    # Every closed sentence is said at least twice, whatever chance brings.
    due = list(phrases.known)[part::parts] * 2
    rng.shuffle(due)
    speaker = sentences.Speaker(language, phrases, rng.randrange(2**30), due)
    mels, levels, kinds, texts, sounds = [], [], [], [], []
    while len(mels) < count:
        kind, text = speaker.next()
        voice, speed, pitch, spread = synthesis.training_voice(language, rng)
        wave = espeak.say(text, voice, speed, pitch, spread)
        level = np.log10((wave**2).mean() + 1e-10)
        if rng.random() < 0.45:
            wave = synthesis.room(wave, noise_rng)
        if rng.random() < 0.45:
            wave = synthesis.microphone(wave, noise_rng)
        # A real capture begins anywhere within a frame.
        wave = np.concatenate([np.zeros(rng.randrange(160) + 200, np.float32), wave])
        phonemes = espeak.phonemes(text, voice.split("+")[0])
        mels.append(log_power(wave, whisper.filters).astype(np.float16))
        levels.append(level)
        kinds.append(kind)
        texts.append(spellings.get(espeak.phonemes(text, synthesis.PLAIN[language]), text))
        sounds.append(" ".join(phonemes))
    unfinished = target.with_suffix(".part")
    with unfinished.open("wb") as file:
        np.savez(file, mels=np.concatenate(mels), lengths=[len(m) for m in mels], levels=np.float32(levels),
                 kinds=kinds, texts=texts, sounds=sounds)
    unfinished.rename(target)
    return str(target)


def _shelve(job):
    """Noises of power 1 as mel pictures, twelve seconds each."""
    work, seed = job
    target = Path(work) / "noises.npz"
    if not target.exists():
        whisper, rng = Whisper(Path(work)), np.random.default_rng(seed)
        kinds = [kind for kind in synthesis.NOISES for _ in range(20)]
        waves = (synthesis.noise(kind, 12.0, rng) for kind in kinds)
        np.savez(target, mels=np.stack([log_power(w, whisper.filters)[:1200] for w in waves]).astype(np.float16), kinds=kinds)
    return str(target)


def speak(work: Path, per_language: int, parts: int, seed: int, workers: int = 2) -> list[str]:
    """Synthesises what is not yet on disk and says where it lies."""
    work.mkdir(parents=True, exist_ok=True)
    Whisper(work)
    jobs = [(str(work), language, part, parts, per_language // parts, seed) for part in range(parts) for language in LANGUAGES]
    with multiprocessing.get_context("spawn").Pool(workers, maxtasksperchild=1) as pool:
        pool.map(_shelve, [(str(work), seed)])
        return pool.map(_speak, jobs, chunksize=1)
