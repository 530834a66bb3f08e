//! The models that hear: which there are, which are installed, how they get here, and that they are whole. It knows
//! files and checksums, and nothing of what is said to them.

pub mod ggml;

pub use ggml::{check_structure, check_structure_of};
