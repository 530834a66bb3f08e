"""Speech from espeak-ng inside this process, and what rooms, microphones and crowds do to it."""

import ctypes
import random
import re

import numpy as np
from scipy.signal import butter, fftconvolve, lfilter, resample_poly

from features import RATE

# A language's voices and how often each speaks. espeak-ng 1.51 of Debian reads Han through its pinyin, and the plain
# voice `cmn` then reads the pinyin as English; it is trained a little, for machines that speak with it all the same.
VOICES = {
    "zh-TW": (("sit/cmn-Latn-pinyin", 0.88), ("sit/cmn", 0.12)),
    "ms": (("ms", 1.0),),
    "ko": (("ko", 1.0),),
    "en": (("gmw/en", 0.5), ("gmw/en-US", 0.5)),
}
PLAIN = {language: voices[0][0] for language, voices in VOICES.items()}
VARIANTS = ("m1", "m2", "m4", "m5", "m6", "m7", "f1", "f2", "f3", "f5", "Andy", "Annie", "Gene", "Linda", "Mario",
            "Michael", "Steph", "john", "edward", "Storm")
HELD_BACK_VARIANTS = ("m3", "m8", "f4", "Alicia")

_UTF8, _RATE, _PITCH, _RANGE = 1, 1, 3, 4
_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


class Espeak:
    """libespeak-ng in one process: thousands of sentences a minute. Only one may live at a time."""

    def __init__(self):
        self.espeak = ctypes.CDLL("libespeak-ng.so.1")
        self.espeak.espeak_TextToPhonemes.restype = ctypes.c_char_p
        self.rate = self.espeak.espeak_Initialize(2, 0, None, 0)
        if self.rate <= 0:
            raise RuntimeError("espeak-ng is not installed: apt-get install espeak-ng")
        self.heard: list[np.ndarray] = []
        self.voice = None
        self.callback = _CALLBACK(self._collect)
        self.espeak.espeak_SetSynthCallback(self.callback)

    def _collect(self, wave, count, _events):
        if wave and count > 0:
            self.heard.append(np.ctypeslib.as_array(wave, (count,)).copy())
        return 0

    def choose(self, voice: str) -> None:
        """A voice by its file, with `+variant` or without."""
        if voice != self.voice and self.espeak.espeak_SetVoiceByName(voice.encode()) != 0:
            raise RuntimeError(f"espeak-ng has no voice {voice}")
        self.voice = voice

    def say(self, text: str, voice: str, speed: int, pitch: int, spread: int = 50) -> np.ndarray:
        """The sentence at 16 kHz, from −1 to 1, with the silence around it cut away."""
        self.choose(voice)
        for parameter, value in ((_RATE, speed), (_PITCH, pitch), (_RANGE, spread)):
            self.espeak.espeak_SetParameter(parameter, value, 0)
        self.heard.clear()
        data = text.encode()
        self.espeak.espeak_Synth(data, len(data) + 1, 0, 0, 0, _UTF8, None, None)
        wave = np.concatenate(self.heard).astype(np.float32) / 32768 if self.heard else np.zeros(1, np.float32)
        loud = np.flatnonzero(np.abs(wave) > 0.004)
        if len(loud) < 100:
            raise RuntimeError(f"{voice} says nothing for {text}")
        return resample_poly(wave[loud[0] : loud[-1] + 200], 320, 441).astype(np.float32)

    def phonemes(self, text: str, voice: str) -> tuple[str, ...]:
        """What the voice says, sound by sound, without stress."""
        self.choose(voice)
        pointer = ctypes.c_char_p(text.encode())
        found = b""
        while pointer.value:
            found += self.espeak.espeak_TextToPhonemes(ctypes.byref(pointer), _UTF8, ord("/") << 8) + b" "
        marks = re.split(r"[/ ',_|:;=%-]+", found.decode())
        return tuple(mark for mark in marks if mark and not mark.startswith("("))


def room(wave: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A small room: a few early echoes and a tail that dies within 80 to 350 ms."""
    length = int(RATE * rng.uniform(0.05, 0.3))
    time = np.arange(length) / RATE
    tail = rng.standard_normal(length) * np.exp(-6.9 * time / rng.uniform(0.08, 0.35))
    tail *= rng.uniform(0.02, 0.35) / np.sqrt((tail**2).sum())
    tail[: int(rng.uniform(0.001, 0.01) * RATE)] = 0
    tail[0] = 1.0
    return fftconvolve(wave, tail)[: len(wave) + length // 2].astype(np.float32)


def microphone(wave: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A cheap path: another sample rate in between, a narrower band, a little hard clipping at times."""
    if rng.random() < 0.5:
        up, down = ((3, 1), (441, 160), (1, 2), (11025, 16000))[rng.choice(4, p=(0.45, 0.35, 0.08, 0.12))]
        wave = resample_poly(resample_poly(wave, up, down), down, up)
    if rng.random() < 0.4:
        wave = lfilter(*butter(1, rng.uniform(60, 250), "high", fs=RATE), wave)
    if rng.random() < 0.3:
        wave = lfilter(*butter(2, rng.uniform(3400, 7500), "low", fs=RATE), wave)
    if rng.random() < 0.06:
        wave = np.clip(wave, *np.array([-1, 1]) * np.abs(wave).max() * rng.uniform(0.4, 0.9))
    return wave.astype(np.float32)


NOISES = ("white", "pink", "brown", "hum", "fan", "tones", "clicks", "swell", "band")
_SCALE = (0, 2, 4, 5, 7, 9, 11)


def _band(n: int, rng: np.random.Generator) -> np.ndarray:
    """A few instruments that play in one key and one time, struck, plucked or held, with a drum or without."""
    wave = 0.005 * rng.standard_normal(n)
    beat, root = int(RATE * rng.uniform(0.12, 0.6)), 65 * 2 ** (rng.integers(0, 24) / 12)
    players = [(rng.uniform(0, 9), rng.integers(1, 10), rng.uniform(0.7, 2), rng.integers(0, 3)) for _ in range(rng.integers(1, 5))]
    drum = rng.uniform(0, 0.6) * (rng.random() < 0.6)
    for at in range(0, n, beat):
        for decay, overtones, soft, octave in players:
            if rng.random() < 0.35:
                continue
            t = np.arange(min(int(beat * rng.uniform(0.7, 3)), n - at)) / RATE
            pitch = root * 2 ** ((rng.choice(_SCALE) + 12 * octave) / 12)
            sway = 0.02 * pitch * np.sin(2 * np.pi * 5.5 * t) / 5.5 * (rng.random() < 0.3)
            tone = sum(np.sin(2 * np.pi * k * (pitch * t + sway)) / k**soft for k in range(1, overtones + 1))
            wave[at : at + len(t)] += tone * np.exp(-t * decay) * np.minimum(1, t * 60) * np.minimum(1, (t[-1] - t) * 60)
        hit = rng.standard_normal(min(beat, n - at))
        wave[at : at + len(hit)] += drum * hit * np.exp(-np.arange(len(hit)) / rng.uniform(100, 1500))
    return wave


def noise(kind: str, seconds: float, rng: np.random.Generator) -> np.ndarray:
    """A noise without words, of mean power 1."""
    n = int(seconds * RATE)
    time = np.arange(n) / RATE
    white = rng.standard_normal(n)
    if kind in ("pink", "brown", "fan"):
        steep = {"pink": 0.5, "brown": 1.0, "fan": 0.75}[kind]
        spectrum = np.fft.rfft(white) / np.maximum(np.arange(n // 2 + 1), 20 * seconds) ** steep
        wave = np.fft.irfft(spectrum, n)
        if kind == "fan":
            wave *= 1 + 0.4 * np.sin(2 * np.pi * rng.uniform(3, 15) * time)
    elif kind == "hum":
        base = rng.choice((50.0, 60.0, 100.0, 120.0))
        wave = sum(np.sin(2 * np.pi * base * k * time + rng.uniform(0, 6.3)) * rng.uniform(0.1, 1) / k for k in range(1, 9))
        wave = wave + 0.03 * white
    elif kind == "tones":
        wave, at = 0.01 * white, 0
        while at < n:
            length = int(RATE * rng.uniform(0.12, 0.7))
            pitch = 110 * 2 ** (rng.integers(0, 36) / 12)
            t = np.arange(min(length, n - at)) / RATE
            decay = np.exp(-t * rng.uniform(0, 6))
            wave[at : at + len(t)] += decay * sum(np.sin(2 * np.pi * pitch * k * t) / k**1.5 for k in range(1, rng.integers(2, 7)))
            at += int(length * rng.uniform(0.5, 1.1))
    elif kind == "clicks":
        wave = 0.01 * white
        for at in rng.integers(0, n - 800, rng.integers(4, 40)):
            wave[at : at + 800] += rng.standard_normal(800) * np.exp(-np.arange(800) / rng.uniform(10, 200)) * rng.uniform(0.2, 2)
    elif kind == "band":
        wave = _band(n, rng)
    elif kind == "swell":
        wave = lfilter(*butter(2, sorted(rng.uniform(200, 5000, 2) + (0, 100)), "band", fs=RATE), white)
        wave = wave * (0.2 + np.abs(np.sin(2 * np.pi * rng.uniform(0.2, 2) * time)))
    else:
        wave = white
    return (wave / np.sqrt((wave**2).mean())).astype(np.float32)


def training_voice(language: str, rng: random.Random) -> tuple[str, int, int, int]:
    """Voice, words a minute, pitch and its range for training; none of them is used in the held-back list."""
    voices = VOICES[language]
    voice = rng.choices([v for v, _ in voices], [w for _, w in voices])[0]
    if rng.random() > 0.3:
        voice += "+" + rng.choice(VARIANTS)
    if rng.random() < 0.12:
        return voice, 175, 50, 50
    speed = rng.choice([s for s in range(120, 221) if s % 7 != 3])
    return voice, speed, rng.choice([p for p in range(20, 81) if p % 5 != 2]), rng.randint(25, 75)


def held_back_voice(language: str, rng: random.Random) -> tuple[str, int, int]:
    """Voice, words a minute and pitch for the held-back list."""
    voice = f"{PLAIN[language]}+{rng.choice(HELD_BACK_VARIANTS)}"
    return voice, rng.choice([s for s in range(122, 218) if s % 7 == 3]), rng.choice([p for p in range(22, 80) if p % 5 == 2])
