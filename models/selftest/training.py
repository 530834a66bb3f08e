"""Trains the recogniser: each step mixes stored speech with noise and silence, as a microphone would hear it."""

import itertools
import math
import multiprocessing
import random
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import corpus
import resume as going_on
import sentences
from corpus import EOT, LANGUAGE_TOKENS, NO_SPEECH, NO_TIMESTAMPS, SOT, TRANSCRIBE
from features import SILENCE, scaled
from network import Recogniser, Shape

BATCH = 32
SHORT = 320  # frames of 10 ms
SHORT_UNTIL = 0.6  # of the training
READER_FIRST = 150  # steps of the reader of sounds alone, where it begins anew
KEPT_EVERY = 180.0  # seconds
QUIET = 0.13  # of a batch, sounds without words
# How often an utterance of a kind is drawn, beside one of the others: what every form needs is to be known best.
EMPHASIS = {"yes-no": 4, "command": 3, "choice": 3}
EMPHASIS_OF_OTHERS = 2
PROMPT = 4
# What is said first of a sound without words: mostly "no speech", then the end. Engines that forbid both at the first
# place then choose a full stop, which has no letters.
NOTHING = ((NO_SPEECH, 0.70), (EOT, 0.27), ("stop", 0.03))


class Shelf:
    """The utterances of the corpus in memory, as numbers, with how they sound and how they are written."""

    def __init__(self, files: list[str], whisper: corpus.Whisper):
        self.whisper = whisper
        self.mels, self.level, self.language, self.text, self.sound, self.kind = [], [], [], [], [], []
        self.stop = whisper.tokens("zh-TW", ".")[0]
        self.asked = {language: sentences.closed(language).known for language in LANGUAGE_TOKENS}
        self._read(files)
        special = {SOT, TRANSCRIBE, NO_TIMESTAMPS, NO_SPEECH, EOT, self.stop, *LANGUAGE_TOKENS.values()}
        closed = {token for language, known in self.asked.items() for text in known for token in whisper.tokens(language, text)}
        self.used = sorted(special.union(closed, *map(set, self.tokens)))
        self.sounds = sorted(set().union(*map(set, self.sound)))

    def _read(self, files: list[str]) -> None:
        for file in files:
            with np.load(file) as part:
                language = Path(file).stem.rsplit("-", 1)[0]
                mels, ends = part["mels"], np.cumsum(part["lengths"])
                self.mels += np.split(mels, ends[:-1])
                self.level += list(part["levels"])
                self.text += [str(text) for text in part["texts"]]
                self.sound += [str(sound).split() for sound in part["sounds"]]
                self.kind += [str(kind) for kind in part["kinds"]]
                self.language += [language] * len(ends)
        self._keep_known()
        self.tokens = [self.whisper.tokens(*pair) for pair in zip(self.language, self.text)]

    def _keep_known(self) -> None:
        """Drops questions that are not among those to be recognised."""
        keep = [kind != "question" or text in self.asked[language]
                for kind, text, language in zip(self.kind, self.text, self.language)]
        for name in ("mels", "level", "language", "text", "sound", "kind"):
            setattr(self, name, [value for value, kept in zip(getattr(self, name), keep) if kept])


class Mixer(torch.utils.data.IterableDataset):
    """Makes batches out of a shelf of speech and a shelf of noises, each worker its own."""

    def __init__(self, shelf: Shelf, noises: str, seed: int, shape: Shape, progress, short_until: float):
        with np.load(noises) as part:
            self.noises = part["mels"].astype(np.float32)
        self.shelf, self.shape, self.seed, self.progress, self.short_until = shelf, shape, seed, progress, short_until
        often = [EMPHASIS.get(kind, EMPHASIS_OF_OTHERS) for kind in shelf.kind]
        self.drawn = [who for who, times in enumerate(often) for _ in range(times)]
        self.place = {token: i for i, token in enumerate(shelf.used)}
        self.sound_place = {sound: i + 1 for i, sound in enumerate(shelf.sounds)}

    def __iter__(self) -> Iterator[dict[str, torch.Tensor]]:
        worker = torch.utils.data.get_worker_info()
        own = self.seed * 1000 + (worker.id if worker else 0)
        self.rng, self.np = random.Random(own), np.random.default_rng(own)
        self.order: list[int] = []
        return (self.batch() for _ in itertools.count())

    @property
    def noisy(self) -> float:
        """Share of speech over noise: clean speech is learned first."""
        return 0.35 + 0.33 * min(1.0, self.progress.value / 0.3)

    def _noise(self, frames: int) -> np.ndarray:
        noise = self.noises[self.rng.randrange(len(self.noises))]
        at = self.rng.randrange(len(noise) - frames) if frames < len(noise) else 0
        return noise[at : at + frames] if frames <= len(noise) else np.resize(noise, (frames, noise.shape[1]))

    def _babble(self, frames: int) -> np.ndarray:
        """Four to eight voices at once, of mean power about 1."""
        count = self.rng.randint(4, 8)
        power = np.full((frames, self.shape.bands), 1e-10, np.float32)
        for _ in range(count):
            at = 0
            while at < frames:
                who = self.rng.randrange(len(self.shelf.mels))
                speech = self.shelf.mels[who].astype(np.float32)[self.rng.randrange(20) : frames - at]
                power[at : at + len(speech)] += 10 ** (speech - self.shelf.level[who])
                at += max(len(speech), 1) + self.rng.randrange(30)
        return np.log10(power / count)

    def _coloured(self, mel: np.ndarray) -> np.ndarray:
        """Another room, microphone or pace: a smooth tilt over the bands, time stretched a little."""
        if self.rng.random() < 0.5:
            anchors = self.np.normal(0, 0.25, 6)
            mel = mel + np.interp(np.arange(80), np.linspace(0, 79, 6), anchors).astype(np.float32)
        if self.rng.random() < 0.4:
            length = max(8, int(len(mel) * self.rng.uniform(0.9, 1.12)))
            at = np.linspace(0, len(mel) - 1, length)
            low = at.astype(int)
            part = (at - low)[:, None].astype(np.float32)
            mel = mel[low] * (1 - part) + mel[np.minimum(low + 1, len(mel) - 1)] * part
        return mel

    def heard(self, who: int, frames: int) -> np.ndarray:
        """One utterance within at most so many frames, silence around it and, most often, noise over all of it."""
        mel = self._coloured(self.shelf.mels[who].astype(np.float32))[:frames]
        room = frames - len(mel)
        before = self.rng.choice((0, self.rng.randint(0, min(room, 30)), self.rng.randint(0, min(room, 60))))
        after = self.rng.choice((self.rng.randint(0, min(room - before, 20)), self.rng.randint(0, room - before)))
        mel = np.pad(mel, ((before, after), (0, 0)), constant_values=SILENCE)
        if self.rng.random() < self.noisy:
            noise = self._babble(len(mel)) if self.rng.random() < 0.1 else self._noise(len(mel))
            ratio = self.rng.uniform(3, 32)
            mel = np.log10(10**mel + 10 ** (noise + self.shelf.level[who] - ratio / 10))
        return mel

    def nothing(self, most: int) -> np.ndarray:
        """A sound without words: noise, babble or silence."""
        frames = self.rng.randint(min(40, most), most)
        draw = self.rng.random()
        if draw < 0.12:
            flat = np.full((frames, self.shape.bands), SILENCE, np.float32)
            return flat + self.np.normal(0, 0.01, (frames, 1)).astype(np.float32)
        mel = self._babble(frames) if draw < 0.35 else self._noise(frames)
        if self.rng.random() < 0.4:
            step = self.np.normal(0, 1.0) * (np.arange(frames) > self.rng.randrange(frames))[:, None]
            mel = mel + step.astype(np.float32)
        return mel

    def _next_of_similar_length(self) -> list[int]:
        if len(self.order) < BATCH:
            # Short sentences first: their steps are cheap, and most of what a kiosk hears is short.
            longest = SHORT if self.progress.value < self.short_until else 10_000
            short = [who for who in self.drawn if len(self.shelf.mels[who]) <= longest]
            pool = self.rng.sample(short, min(BATCH * 24, len(short)))
            pool.sort(key=lambda who: len(self.shelf.mels[who]) + self.rng.random() * 10)
            batches = [pool[i : i + BATCH] for i in range(0, len(pool) - BATCH + 1, BATCH)]
            self.rng.shuffle(batches)
            self.order = [who for batch in batches for who in batch]
        batch, self.order = self.order[:BATCH], self.order[BATCH:]
        return batch

    def batch(self) -> dict[str, torch.Tensor]:
        who = self._next_of_similar_length()
        quiet = [self.rng.random() < QUIET for _ in who]
        longest = max(len(self.shelf.mels[w]) for w in who)
        positions = self._positions((longest + self.rng.choice((16, 30, 60))) // 2)
        most = 2 * min(positions, longest // 2 + 60)
        mels = [self.nothing(most) if q else self.heard(w, most) for w, q in zip(who, quiet)]
        window = np.empty((len(mels), 2 * positions, self.shape.bands), np.float32)
        for row, mel in zip(window, mels):
            # What follows the end of a capture is digital silence, as whisper.cpp pads.
            row[:] = SILENCE
            row[: len(mel)] = mel[: 2 * positions]
            row[:] = scaled(row)
            for _ in range(2):
                width, at = self.rng.randrange(10), self.rng.randrange(70)
                row[:, at : at + width] = row.mean()
        texts = [[self.shelf.stop] if q else self.shelf.tokens[w] for w, q in zip(who, quiet)]
        languages = [LANGUAGE_TOKENS[self.shelf.language[w]] for w in who]
        sounds = [[] if q else [self.sound_place.get(s, 1) for s in self.shelf.sound[w]] for w, q in zip(who, quiet)]
        return self._tensors(window, texts, languages, sounds, quiet)

    def _positions(self, needed: int) -> int:
        """How much of the window the encoder is given: often as much as needed, sometimes all of it."""
        draw = self.rng.random()
        full = self.shape.audio_positions
        if draw < 0.05:
            return full
        if draw < 0.13 and needed <= 256:
            return 256
        return min(full, (needed + 7) // 8 * 8)

    def _tensors(self, window, texts, languages, sounds, quiet) -> dict[str, torch.Tensor]:
        place, end = self.place, self.place[EOT]
        length = max(map(len, texts)) + PROMPT
        tokens = torch.full((len(texts), length), end)
        target = torch.full((len(texts), length), -100)
        for i, (text, language) in enumerate(zip(texts, languages)):
            line = [SOT, language, TRANSCRIBE, NO_TIMESTAMPS, *text]
            rare = len(place)
            tokens[i, : len(line)] = torch.tensor([place.get(t, rare) for t in line])
            goal = [place.get(t, rare) for t in text] + [end]
            target[i, PROMPT - 1 : PROMPT - 1 + len(goal)] = torch.tensor(goal)
            target[i, 0] = place[language] if not quiet[i] else -100
        return {
            "mel": torch.from_numpy(window).transpose(1, 2).contiguous(), "tokens": tokens, "target": target,
            "sounds": torch.tensor([s for line in sounds for s in line]), "counts": torch.tensor([len(s) for s in sounds]),
            "quiet": torch.tensor(quiet),
        }


def loss(model: Recogniser, batch: dict[str, torch.Tensor], nothing: torch.Tensor, share: float) -> tuple[torch.Tensor, ...]:
    """Cross-entropy of the words, with `share` of how well the encoder tells the sounds (CTC); of the sounds alone
    where `share` is infinite, and then the encoder stays as it is."""
    target, reader_alone = batch["target"], math.isinf(share)
    with torch.autocast(target.device.type, torch.bfloat16):
        with torch.set_grad_enabled(not reader_alone):
            heard = model.encoder(batch["mel"])
        reading = model.sounds(heard)
        said = target >= 0
        scores = model.decoder(batch["tokens"], heard, said) if not reader_alone else None
    reading = reading.float().log_softmax(-1).transpose(0, 1)
    lengths = torch.full((len(target),), reading.shape[0])
    sounds = F.ctc_loss(reading, batch["sounds"], lengths, batch["counts"], zero_infinity=True)
    if reader_alone:
        return sounds, sounds.detach() * 0, sounds.detach()
    scores = scores.float().log_softmax(-1)
    first = torch.zeros_like(said)
    first[batch["quiet"], PROMPT - 1] = True
    first = first[said]
    known = scores[~first].gather(1, target[said][~first][:, None]).sum()
    words = -(known + (scores[first] @ nothing).sum()) / said.sum()
    return words + share * sounds, words.detach(), sounds.detach()


class Muon(torch.optim.Optimizer):
    """Momentum whose steps are made orthogonal (Newton–Schulz), for the matrices inside of the blocks."""

    def __init__(self, parameters, lr: float, momentum: float = 0.95, decay: float = 0.02):
        super().__init__(parameters, {"lr": lr, "momentum": momentum, "decay": decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is None:
                    continue
                state = self.state[p]
                moving = state.setdefault("moving", torch.zeros_like(p))
                moving.lerp_(p.grad, 1 - group["momentum"])
                x = p.grad.lerp(moving, group["momentum"])
                tall = x.shape[0] > x.shape[1]
                x = (x.T if tall else x).bfloat16()
                x = x / (x.norm() + 1e-7)
                for _ in range(5):
                    square = x @ x.T
                    x = 3.4445 * x + (-4.7750 * square + 2.0315 * square @ square) @ x
                x = (x.T if tall else x).float()
                p.mul_(1 - group["lr"] * group["decay"])
                p.add_(x, alpha=-group["lr"] * 0.45 * math.sqrt(max(p.shape)))


def optimisers(model: Recogniser, rate: float) -> list[torch.optim.Optimizer]:
    matrices = [p for name, p in model.named_parameters() if ".blocks." in name and p.ndim == 2]
    others = [p for name, p in model.named_parameters() if not (".blocks." in name and p.ndim == 2)]
    return [Muon(matrices, lr=rate), torch.optim.AdamW(others, lr=rate, betas=(0.9, 0.98), weight_decay=0.01)]


def _rate_factor(step: int, done: float, cooling: float) -> float:
    """Of the rate: a short rise, then level until `cooling` of the time is left, then down to nothing."""
    left = max(0.0, min(1.0, (1 - done) / cooling))
    return min(1.0, (step + 1) / 100) * (0.5 - 0.5 * math.cos(math.pi * left)) + 0.002


def _keep(kept: Path, **what) -> None:
    """Writes the network so that there is always a whole one."""
    unfinished = kept.with_suffix(".part")
    torch.save(what, unfinished)
    unfinished.rename(kept)


def train(work: Path, minutes: float, shape: Shape, rate: float = 2.5e-3, seed: int = 7, cooling: float = 0.5,
          resume: Path | None = None) -> Path:
    """Trains for so many minutes of the clock, on a GPU where there is one, and says where the network lies.

    Goes on from the network of `resume`, at a rate that falls from the start.
    """
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.set_flush_denormal(True)
    torch.manual_seed(seed)
    shelf = Shelf(sorted(map(str, work.glob("*-[0-9]*.npz"))), corpus.Whisper(work))
    before = going_on.read(resume) if resume else None
    if before:
        model, shelf.used, shelf.sounds = going_on.grown(before, shelf.used, shelf.sounds, shape)
        cooling = 1.0
    else:
        model = Recogniser(shape, len(shelf.used), len(shelf.sounds))
    reader_first = READER_FIRST if before and before["sounds"] != shelf.sounds else 0
    progress = multiprocessing.Value("d", 0.0)
    cores = multiprocessing.cpu_count()
    mixer = Mixer(shelf, str(work / "noises.npz"), seed, shape, progress, 0.0 if before else SHORT_UNTIL)
    batches = torch.utils.data.DataLoader(mixer, batch_size=None, num_workers=cores - 1 if device == "cuda" else 1)
    model = model.to(device)
    nothing = torch.zeros(len(shelf.used) + 1, device=device)
    for token, share in NOTHING:
        nothing[mixer.place[shelf.stop if token == "stop" else token]] = share
    size = sum(p.numel() for p in model.parameters())
    print(f"{len(shelf.mels)} utterances, {len(shelf.used)} tokens, {size} parameters, {device}", flush=True)
    steppers, began, shown, saved = optimisers(model, rate), time.monotonic(), [0.0, 0.0], 0.0
    reader = torch.optim.AdamW(model.sounds.parameters(), lr=1e-2)
    kept = work / f"network-{shape.width}.pt"
    for step, batch in enumerate(batches):
        progress.value = done = (time.monotonic() - began) / 60 / minutes
        alone = step < reader_first
        for stepper in steppers:
            for group in stepper.param_groups:
                group["lr"] = rate * _rate_factor(step - reader_first, done, cooling)
        batch = {name: value.to(device) for name, value in batch.items()}
        share = math.inf if alone else 0.3 if before or done > 0.1 else 1.0
        total, words, sounds = loss(model, batch, nothing, share)
        total.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for stepper in [reader] if alone else steppers:
            stepper.step()
        model.zero_grad(set_to_none=True)
        fresh = step in (0, reader_first)
        shown = [words.item(), sounds.item()] if fresh else [0.98 * shown[0] + 0.02 * words.item(), 0.98 * shown[1] + 0.02 * sounds.item()]
        if time.monotonic() - saved > KEPT_EVERY or done >= 1:
            saved = time.monotonic()
            _keep(kept, model=model.state_dict(), used=shelf.used, sounds=shelf.sounds, shape=asdict(shape))
        if step % 50 == 0 or done >= 1:
            print(f"{step:6d} {60 * minutes * done:6.0f}s words {shown[0]:.4f} sounds {shown[1]:.4f}", flush=True)
        if done >= 1:
            return kept
    raise RuntimeError("the corpus came to an end")
