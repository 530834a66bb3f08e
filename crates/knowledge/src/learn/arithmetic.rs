//! Sums over rows of weights: where learning spends its time.
//!
//! Compiled also for wider registers, which are used where the machine has them. Nothing is fused
//! or reordered by that: every machine gets the same bits.

use multiversion::multiversion;

use super::Vector;

/// Lanes in which products are summed.
const LANES: usize = 8;

/// Adds to `sum` the row of each feature, times the feature's weight. `rows` holds rows of `sum`'s length.
#[multiversion(targets("x86_64+avx2"))]
pub fn add_rows(sum: &mut [f32], rows: &[f32], vector: &Vector) {
    let width = sum.len();
    for &(feature, weight) in vector {
        let row = &rows[feature as usize * width..][..width];
        for (sum, value) in sum.iter_mut().zip(row) {
            *sum += weight * value;
        }
    }
}

/// The other way round: adds `step` to the row of each feature, times the feature's weight.
#[multiversion(targets("x86_64+avx2"))]
pub fn add_to_rows(rows: &mut [f32], vector: &Vector, step: &[f32]) {
    let width = step.len();
    for &(feature, weight) in vector {
        let row = &mut rows[feature as usize * width..][..width];
        for (value, step) in row.iter_mut().zip(step) {
            *value += weight * step;
        }
    }
}

/// [`add_rows`] for rows of signed bytes, each row with what its bytes count.
#[multiversion(targets("x86_64+avx2"))]
pub fn add_packed_rows(sum: &mut [f32], scales: &[f32], cells: &[u8], vector: &Vector) {
    let width = sum.len();
    for &(feature, weight) in vector {
        let weight = weight * scales[feature as usize];
        let row = &cells[feature as usize * width..][..width];
        for (sum, cell) in sum.iter_mut().zip(row) {
            *sum += weight * f32::from(cell.cast_signed());
        }
    }
}

/// The product of each row with `with`, whose length is a multiple of [`LANES`].
#[multiversion(targets("x86_64+avx2"))]
pub fn products(rows: &[f32], with: &[f32], products: &mut [f32]) {
    for (product, row) in products.iter_mut().zip(rows.chunks_exact(with.len())) {
        let mut lanes = [0f32; LANES];
        for (a, b) in row.chunks_exact(LANES).zip(with.chunks_exact(LANES)) {
            for lane in 0..LANES {
                lanes[lane] += a[lane] * b[lane];
            }
        }
        *product = lanes.iter().sum();
    }
}

/// Adds `scale` times `from` to `to`.
#[multiversion(targets("x86_64+avx2"))]
pub fn add(to: &mut [f32], scale: f32, from: &[f32]) {
    for (to, from) in to.iter_mut().zip(from) {
        *to += scale * from;
    }
}

/// One step of AdaGrad: moves the row of each feature against `slope`, whose mean square is `size`,
/// the less the more the feature has `moved` before.
#[multiversion(targets("x86_64+avx2"))]
pub fn step_rows(rows: &mut [f32], moved: &mut [f32], vector: &Vector, slope: &[f32], size: f32, rate: f32) {
    let width = slope.len();
    for &(feature, weight) in vector {
        let moved = &mut moved[feature as usize];
        *moved += weight * weight * size;
        let step = rate * weight / moved.sqrt();
        let row = &mut rows[feature as usize * width..][..width];
        for (value, slope) in row.iter_mut().zip(slope) {
            *value -= step * slope;
        }
    }
}
