"""What Whisper hears of a sound: the log-mel picture, with whisper.cpp's own padding and scale."""

import numpy as np

RATE = 16_000
WINDOW, HOP, BANDS = 400, 160, 80
SILENCE = -10.0  # log10 of the power whisper.cpp gives to digital silence

_hann = (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(WINDOW) / WINDOW)).astype(np.float32)


def log_power(wave: np.ndarray, filters: np.ndarray) -> np.ndarray:
    """Frames × 80 of log10 mel power, one frame for each 10 ms, not yet scaled. `wave` is 16 kHz mono, at least 25 ms."""
    half = WINDOW // 2
    padded = np.concatenate([wave[1 : half + 1][::-1], wave, np.zeros(WINDOW, np.float32)]).astype(np.float32)
    count = len(wave) // HOP + 1
    frames = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[::HOP][:count]
    power = np.abs(np.fft.rfft(frames * _hann, axis=1)).astype(np.float32) ** 2
    return np.log10(np.maximum(power @ filters.T, 1e-10))


def scaled(log_power_frames: np.ndarray) -> np.ndarray:
    """Whisper's scale: nothing more than 8 decades under the loudest, then (x + 4) / 4."""
    top = log_power_frames.max()
    return (np.maximum(log_power_frames, top - 8.0) + 4.0) / 4.0
