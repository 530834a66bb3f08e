//! The model that was trained for the self-test. It knows the synthetic voice that it was trained with and little else,
//! and is never chosen for a citizen.

use super::SELF_TEST;
use crate::{SpeechError, hearing::Recogniser};

/// Loads it.
///
/// # Errors
/// As [`Recogniser::open`].
pub fn self_test(threads: usize) -> Result<Recogniser, SpeechError> {
    let _ = threads;
    Err(SpeechError::ModelMissing(SELF_TEST.to_owned()))
}
