"""Where a training goes on from: a network that was kept, or the packed model itself, which lacks only the reader of sounds."""

import struct
from pathlib import Path

import numpy as np
import torch

from network import Recogniser, Shape

_MAGIC = 0x67676D6C


def _unpacked(path: Path) -> bytes:
    data = path.read_bytes()
    if path.suffix != ".zst":
        return data
    import zstandard

    return zstandard.ZstdDecompressor().decompress(data, max_output_size=2**30)


def read_ggml(path: Path) -> dict:
    """What `export.ggml` wrote, packed or not: shape, used tokens and weights. `sounds` is empty, for it is not in the file."""
    data = _unpacked(path)
    at = 0

    def take(pattern: str) -> tuple:
        nonlocal at
        values = struct.unpack_from(pattern, data, at)
        at += struct.calcsize(pattern)
        return values

    magic, _, positions, width, heads, layers, text_positions, _, _, text_layers, bands, _ = take("<12i")
    if magic != _MAGIC:
        raise RuntimeError(f"{path} is no ggml file")
    rows, columns = take("<2i")
    at += 4 * rows * columns
    for _ in range(take("<i")[0]):
        (length,) = take("<i")
        at += length
    weights = {}
    while at < len(data):
        dimensions, name_length, half = take("<3i")
        shape = tuple(reversed(take(f"<{dimensions}i")))
        name = data[at : at + name_length].decode()
        at += name_length
        values = np.frombuffer(data, "<f2" if half else "<f4", int(np.prod(shape)), at)
        at += values.nbytes
        weights[name] = torch.from_numpy(values.astype(np.float32).reshape(shape))
    for name in ("encoder.conv1.bias", "encoder.conv2.bias"):
        weights[name] = weights[name].flatten()
    table = weights.pop("decoder.token_embedding.weight")
    kinds, counts = table.unique(dim=0, return_counts=True)
    crowd = kinds[counts.argmax()]
    used = (table != crowd).any(1).nonzero().flatten().tolist()
    weights["decoder.rows"] = torch.cat([table[used], crowd[None]])
    shape = Shape(width, heads, layers, text_layers, positions, text_positions, bands)
    return {"model": weights, "used": used, "sounds": [], "shape": shape.__dict__}


def read(path: Path) -> dict:
    """A network to go on from."""
    return torch.load(path, map_location="cpu") if path.suffix == ".pt" else read_ggml(path)


def mean(networks: list[Path]) -> dict:
    """The network whose weights are the mean of these (`.pt`), which are ends of one training that was gone on with."""
    kept = [read(network) for network in networks]
    if any(one[part] != kept[0][part] for one in kept for part in ("used", "sounds", "shape")):
        raise RuntimeError("these are not ends of one training")
    weights = {name: sum(one["model"][name] for one in kept) / len(kept) for name in kept[0]["model"]}
    return {**kept[0], "model": weights}


def grown(before: dict, used: list[int], sounds: list[str], shape: Shape) -> tuple[Recogniser, list[int], list[str]]:
    """The network of `before` with room for more tokens, sounds and layers; what it says stays as it was.

    New tokens begin as the row of all unused ones, new layers add nothing yet; the reader of sounds begins anew where
    there is none, or where sounds are new.
    """
    weights, old = dict(before["model"]), Shape(**before["shape"])
    added = sorted(set(used) - set(before["used"]))
    rows = weights["decoder.rows"]
    rows = torch.cat([rows[:-1], rows[-1:].repeat(len(added), 1), rows[-1:]])
    rows[len(before["used"]) : -1] += 0.002 * torch.randn(len(added), rows.shape[1])
    weights["decoder.rows"] = rows
    used = [*before["used"], *added]
    new_sounds = [sound for sound in sounds if sound not in set(before["sounds"])]
    sounds = [*before["sounds"], *new_sounds]
    model = Recogniser(shape, len(used), len(sounds))
    fresh = model.state_dict()
    for part in ("sounds.weight", "sounds.bias"):
        known = weights.get(part)
        if known is not None:
            fresh[part][: len(known)] = known
        weights[part] = fresh[part]
    for side, was, now in (("encoder", old.audio_layers, shape.audio_layers), ("decoder", old.text_layers, shape.text_layers)):
        for layer in range(was, now):
            for name, value in fresh.items():
                if name.startswith(f"{side}.blocks.{layer}."):
                    adds = name.endswith((".out.weight", ".out.bias", ".mlp.2.weight", ".mlp.2.bias"))
                    weights[name] = torch.zeros_like(value) if adds else value
    model.load_state_dict(weights)
    return model, used, sounds
