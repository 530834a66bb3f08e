//! The model that was trained for the self-test. It knows the synthetic voice that it was trained with and little else,
//! and is never chosen for a citizen.

use super::SELF_TEST;
use crate::SpeechError;

/// Packed, as it comes with the program.
static PACKED: &[u8] = include_bytes!("../../../../models/selftest.bin.zst");

/// The model, unpacked: some 20 MB.
///
/// # Errors
/// [`SpeechError::NotAModel`], never for a program that passed its tests.
pub fn bytes() -> Result<Vec<u8>, SpeechError> {
    zstd::decode_all(PACKED)
        .map_err(|fault| SpeechError::NotAModel { path: SELF_TEST.into(), why: fault.to_string() })
}
