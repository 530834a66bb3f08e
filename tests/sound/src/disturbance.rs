//! Sounds of a hall in which nobody answers: 16 kHz, mono, made on the spot.

use std::f32::consts::TAU;

/// Samples a second.
const RATE: f32 = 16_000.0;
/// Of full scale.
const LOUDNESS: f32 = 6_000.0;

/// A fan: noise without words, always as loud.
#[must_use]
pub fn fan(seconds: f32) -> Vec<i16> {
    // A fixed seed (Numerical Recipes' generator): the same fan each time.
    let mut state = 1_u32;
    let mut even = move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as f32 / 8_388_608.0 - 1.0
    };
    samples(seconds, |_| even() * 0.5)
}

/// A waiting room's melody: chords that are struck twice a second and die away.
#[must_use]
pub fn music(seconds: f32) -> Vec<i16> {
    const CHORDS: [[f32; 3]; 3] = [[262.0, 330.0, 392.0], [294.0, 349.0, 440.0], [247.0, 294.0, 392.0]];
    samples(seconds, |time| {
        let chord = CHORDS[(time * 2.0) as usize % CHORDS.len()];
        let since = time % 0.5;
        chord.iter().map(|hertz| (since * hertz * TAU).sin()).sum::<f32>() / 3.0 * (-since * 6.0).exp()
    })
}

fn samples(seconds: f32, mut at: impl FnMut(f32) -> f32) -> Vec<i16> {
    (0..(seconds * RATE) as usize).map(|sample| (at(sample as f32 / RATE) * LOUDNESS) as i16).collect()
}
