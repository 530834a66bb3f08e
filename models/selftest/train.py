"""Makes the self-test recogniser from nothing: `python3 models/selftest/train.py [--minutes 15] [--utterances 12000] [--work out/selftest]`,
or goes on with the one that there is: `… train.py --resume models/selftest.bin.zst`.

Speaks the corpus, trains, writes `models/selftest.bin.zst` and renders the held-back list for a judge.
"""

import argparse
import multiprocessing
from dataclasses import replace
from pathlib import Path

import torch

import corpus
import export
import heldback
import resume
import training
from network import Recogniser, Shape
from numerals import ROOT


def write_model(networks: list[Path], work: Path) -> int:
    """Writes the mean of these as a ggml file into `work`, the packed one into `models`, and returns the packed size in bytes."""
    kept = resume.mean(networks)
    model = Recogniser(Shape(**kept["shape"]), len(kept["used"]), len(kept["sounds"]))
    model.load_state_dict(kept["model"])
    whisper = corpus.Whisper(work)
    plain = export.ggml(model, kept["used"], whisper.ranks, whisper.filters)
    (work / "selftest.bin").write_bytes(plain)
    return export.pack(plain, ROOT / "models/selftest.bin.zst")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=15, help="how long to train")
    options.add_argument("--utterances", type=int, default=12000, help="how many for each language")
    options.add_argument("--resume", type=Path, help="go on from this network (.pt), or from this model (.bin, .zst)")
    options.add_argument("--rate", type=float, default=2.5e-3, help="the highest; going on, 1.5e-3 or less")
    options.add_argument("--threads", type=int, help="of the training itself, on a processor")
    options.add_argument("--width", type=int, default=128, help="of a new network; heads have 32 each")
    options.add_argument("--audio-layers", type=int, help="3 of a new network; one that goes on may be given more")
    options.add_argument("--work", type=Path, default=ROOT / "out/selftest", help="where everything in between lies")
    options.add_argument("--export-only", type=Path, nargs="+", help="write the model of this network, or the mean of several, and stop")
    chosen = options.parse_args()
    if chosen.export_only:
        print(f"{write_model(chosen.export_only, chosen.work)} bytes")
        return
    if chosen.threads:
        torch.set_num_threads(chosen.threads)
    shape = Shape(width=chosen.width, heads=chosen.width // 32)
    if chosen.resume:
        shape = Shape(**resume.read(chosen.resume)["shape"])
    shape = replace(shape, audio_layers=chosen.audio_layers or shape.audio_layers)
    parts = max(1, chosen.utterances // 1200)
    corpus.speak(chosen.work, chosen.utterances, parts, seed=1, workers=multiprocessing.cpu_count())
    network = training.train(chosen.work, chosen.minutes, shape, rate=chosen.rate, resume=chosen.resume)
    print(f"{write_model([network], chosen.work)} bytes")
    for name, noisy in (("clean", False), ("noisy", True)):
        heldback.render(chosen.work / name, noisy)


if __name__ == "__main__":
    main()
