"""Whisper's architecture, small, as whisper.cpp computes it, with one shared row for all tokens that are never said."""

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

VOCABULARY = 51_865


@dataclass(frozen=True)
class Shape:
    """Sizes of the network. Audio positions are a multiple of 256, so that flash attention hears no padding."""

    width: int = 128
    heads: int = 4
    audio_layers: int = 3
    text_layers: int = 2
    audio_positions: int = 512
    text_positions: int = 128
    bands: int = 80


class Attention(nn.Module):
    def __init__(self, width: int, heads: int):
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width, bias=False)
        self.value = nn.Linear(width, width)
        self.out = nn.Linear(width, width)

    def forward(self, x: Tensor, source: Tensor, causal: bool = False) -> Tensor:
        def split(y: Tensor) -> Tensor:
            return y.unflatten(-1, (self.heads, -1)).transpose(1, 2)

        parts = [split(y).float() for y in (self.query(x), self.key(source), self.value(source))]
        # In half precision a processor takes several times as long over this, and over nothing else.
        with torch.autocast(x.device.type, enabled=False):
            mixed = F.scaled_dot_product_attention(*parts, is_causal=causal)
        return self.out(mixed.transpose(1, 2).flatten(2))


class Block(nn.Module):
    def __init__(self, width: int, heads: int, crosses: bool):
        super().__init__()
        self.attn_ln, self.attn = nn.LayerNorm(width), Attention(width, heads)
        if crosses:
            self.cross_attn_ln, self.cross_attn = nn.LayerNorm(width), Attention(width, heads)
        self.mlp_ln = nn.LayerNorm(width)
        self.mlp = nn.Sequential(nn.Linear(width, 4 * width), nn.GELU(approximate="tanh"), nn.Linear(4 * width, width))

    def forward(self, x: Tensor, heard: Tensor | None = None) -> Tensor:
        y = self.attn_ln(x)
        x = x + self.attn(y, y, causal=heard is not None)
        if heard is not None:
            x = x + self.cross_attn(self.cross_attn_ln(x), heard)
        return x + self.mlp(self.mlp_ln(x))


def sinusoids(positions: int, width: int) -> Tensor:
    steps = torch.exp(-math.log(10000) / (width // 2 - 1) * torch.arange(width // 2))
    angles = torch.arange(positions)[:, None] * steps[None]
    return torch.cat([angles.sin(), angles.cos()], dim=1)


class Encoder(nn.Module):
    def __init__(self, shape: Shape):
        super().__init__()
        self.conv1 = nn.Conv1d(shape.bands, shape.width, 3, padding=1)
        self.conv2 = nn.Conv1d(shape.width, shape.width, 3, stride=2, padding=1)
        self.register_buffer("positional_embedding", sinusoids(shape.audio_positions, shape.width))
        self.blocks = nn.ModuleList(Block(shape.width, shape.heads, False) for _ in range(shape.audio_layers))
        self.ln_post = nn.LayerNorm(shape.width)

    def forward(self, mel: Tensor) -> Tensor:
        """`mel` is batch × bands × frames, an even number of frames; one position comes of two."""
        x = F.gelu(self.conv1(mel), approximate="tanh")
        x = F.gelu(self.conv2(x), approximate="tanh").transpose(1, 2)
        x = x + self.positional_embedding[: x.shape[1]]
        for block in self.blocks:
            x = block(x)
        return self.ln_post(x)


class Decoder(nn.Module):
    """Knows only the tokens that are used, by their place in `used`; the last row stands for every other token."""

    def __init__(self, shape: Shape, used: int):
        super().__init__()
        self.rows = nn.Parameter(torch.randn(used + 1, shape.width) * 0.02)
        self.positional_embedding = nn.Parameter(torch.randn(shape.text_positions, shape.width) * 0.01)
        self.blocks = nn.ModuleList(Block(shape.width, shape.heads, True) for _ in range(shape.text_layers))
        self.ln = nn.LayerNorm(shape.width)
        self.crowd = math.log(VOCABULARY - used)

    def forward(self, tokens: Tensor, heard: Tensor, wanted: Tensor) -> Tensor:
        """Logits at the `wanted` places over the used tokens, and in the last column all unused ones together."""
        x = self.rows[tokens] + self.positional_embedding[: tokens.shape[1]]
        for block in self.blocks:
            x = block(x, heard)
        logits = self.ln(x[wanted]) @ self.rows.T
        return torch.cat([logits[..., :-1], logits[..., -1:] + self.crowd], dim=-1)


class Recogniser(nn.Module):
    """Encoder and decoder, and for training alone a reader of sounds that listens to the encoder."""

    def __init__(self, shape: Shape, used: int, sounds: int):
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape)
        self.decoder = Decoder(shape, used)
        self.sounds = nn.Linear(shape.width, sounds + 1)
