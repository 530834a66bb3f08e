//! Learned rows made small: a byte for each weight and a scale for each row. What is lost is far
//! below what learning leaves to chance; memory and the time to read them back fall to a quarter.

use serde::{Deserialize, Serialize};

use super::{Vector, arithmetic::add_packed_rows};

/// Rows of weights, read-only.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Packed {
    /// What a cell of each row counts.
    scales: Vec<f32>,
    /// Signed bytes, row by row.
    #[serde(with = "serde_bytes")]
    cells: Vec<u8>,
}

impl Packed {
    /// Packs rows of `width` weights.
    pub fn of(rows: &[f32], width: usize) -> Self {
        let mut packed = Self { scales: Vec::with_capacity(rows.len() / width), cells: Vec::with_capacity(rows.len()) };
        for row in rows.chunks_exact(width) {
            let greatest = row.iter().fold(0f32, |greatest, weight| greatest.max(weight.abs()));
            let scale = greatest / f32::from(i8::MAX);
            packed.scales.push(scale);
            let per_weight = if scale > 0.0 { scale.recip() } else { 0.0 };
            packed.cells.extend(row.iter().map(|weight| ((weight * per_weight).round() as i8).cast_unsigned()));
        }
        packed
    }

    /// Adds to `sum` the row of each feature, times the feature's weight.
    pub fn add_rows(&self, sum: &mut [f32], vector: &Vector) {
        add_packed_rows(sum, &self.scales, &self.cells, vector);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_rows_say_nearly_what_the_rows_said() {
        let rows = [0.5, -0.25, 0.125, 0.0, 0.0, 0.0, -8.0, 0.01, 4.0];
        let mut sum = [1.0; 3];
        Packed::of(&rows, 3).add_rows(&mut sum, &vec![(0, 2.0), (1, 1.0), (2, 0.5)]);
        for (said, exact) in sum.iter().zip([-2.0, 0.505, 3.25]) {
            assert!((said - exact).abs() < 0.04, "{sum:?}");
        }
    }
}
