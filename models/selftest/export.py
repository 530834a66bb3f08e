"""Writes the network as a ggml file of Whisper, which whisper.cpp loads as it is, and packs it."""

import struct
from pathlib import Path

import numpy as np
import torch

from network import VOCABULARY, Recogniser

_MAGIC, _HALF = 0x67676D6C, 1


def ggml(model: Recogniser, used: list[int], ranks: dict[bytes, int], filters: np.ndarray) -> bytes:
    """The file's bytes. Matrices are half precision; what whisper.cpp wants whole is whole."""
    shape = model.shape
    head = (VOCABULARY, shape.audio_positions, shape.width, shape.heads, shape.audio_layers,
            shape.text_positions, shape.width, shape.heads, shape.text_layers, shape.bands, _HALF)
    out = [struct.pack("<12i", _MAGIC, *head), struct.pack("<2i", *filters.shape), filters.astype("<f4").tobytes()]
    words = sorted(ranks, key=ranks.get)
    out.append(struct.pack("<i", len(words)))
    out += [struct.pack("<i", len(word)) + word for word in words]
    for name, tensor in model.state_dict().items():
        if name.startswith("sounds."):
            continue
        if name == "decoder.rows":
            name, whole = "decoder.token_embedding.weight", tensor[-1].repeat(VOCABULARY, 1)
            whole[torch.tensor(used)] = tensor[:-1]
            tensor = whole
        data = tensor.detach().float().numpy()
        if name in ("encoder.conv1.bias", "encoder.conv2.bias"):
            data = data[:, None]
        half = data.ndim > 1 and not name.endswith((".bias", "positional_embedding"))
        data = np.ascontiguousarray(data, dtype="<f2" if half else "<f4")
        encoded = name.encode()
        out.append(struct.pack("<3i", data.ndim, len(encoded), int(half)))
        out.append(struct.pack(f"<{data.ndim}i", *reversed(data.shape)) + encoded + data.tobytes())
    return b"".join(out)


def pack(model_file: bytes, target: Path) -> int:
    """Writes the file compressed with zstd and returns its size in bytes."""
    import zstandard

    packed = zstandard.ZstdCompressor(level=22).compress(model_file)
    target.write_bytes(packed)
    return len(packed)
