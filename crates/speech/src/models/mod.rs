//! The models that hear: which there are, which are installed, how they get here, and that they are whole. It knows
//! files and checksums, and nothing of what is said to them.

pub mod ggml;

mod calibrate;
mod chosen;
mod digest;
mod fetch;
mod manifest;
mod self_test;
mod shelf;
mod web;

pub use calibrate::{BEARABLE_MILLIS, Calibration, Measured};
pub use chosen::{Chosen, chosen};
pub use fetch::{Progress, Supplied, Supply};
pub use ggml::{check_structure, check_structure_of};
pub use manifest::{Entry, Manifest, SELF_TEST, Use};
pub use self_test::{self_test, self_test_model};
pub use shelf::{Installed, Shelf};
pub use web::Source;
