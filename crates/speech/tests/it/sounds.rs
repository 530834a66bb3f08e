//! Sounds that are made on the spot.

use crate::blank_model::Chance;

const RATE: f32 = 16_000.0;

/// White noise.
pub fn noise(seconds: f32, loudness: f32, seed: u64) -> Vec<f32> {
    let mut chance = Chance(seed | 1);
    (0..(seconds * RATE) as usize).map(|_| chance.even() * loudness).collect()
}

/// A hum of the mains with its overtones.
pub fn hum(seconds: f32) -> Vec<f32> {
    tones(seconds, &[50.0, 100.0, 150.0, 250.0], 0.0)
}

/// A waiting room's melody: chords that change twice a second.
pub fn music(seconds: f32) -> Vec<f32> {
    let chords = [[262.0, 330.0, 392.0], [294.0, 349.0, 440.0], [247.0, 294.0, 392.0]];
    let beats = (seconds * 2.0).ceil() as usize;
    let mut all: Vec<f32> = (0..beats).flat_map(|beat| tones(0.5, &chords[beat % 3], 6.0)).collect();
    all.truncate((seconds * RATE) as usize);
    all
}

fn tones(seconds: f32, hertz: &[f32], decay: f32) -> Vec<f32> {
    (0..(seconds * RATE) as usize)
        .map(|at| {
            let time = at as f32 / RATE;
            let sum: f32 = hertz.iter().map(|hertz| (time * hertz * std::f32::consts::TAU).sin()).sum();
            sum / hertz.len() as f32 * 0.3 * (-time * decay).exp()
        })
        .collect()
}
