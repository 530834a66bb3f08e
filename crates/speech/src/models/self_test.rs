//! The model that was trained for the self-test. It knows the synthetic voices that it was trained with and little else,
//! and is never chosen for a citizen.

use super::SELF_TEST;
use crate::{SpeechError, hearing::Recogniser};

/// The model as it lies in `models`, where it has been made.
#[cfg(self_test)]
const PACKED: Option<&[u8]> = Some(include_bytes!("../../../../models/selftest.bin.zst"));
#[cfg(not(self_test))]
const PACKED: Option<&[u8]> = None;
/// Bytes that it unpacks to at most.
const LARGEST: u64 = 64 << 20;

/// The file of the model, unpacked.
///
/// # Errors
/// [`SpeechError::ModelMissing`] from a program that was built without it, [`SpeechError::NotAModel`].
pub fn self_test_model() -> Result<Vec<u8>, SpeechError> {
    let packed = PACKED.ok_or_else(|| SpeechError::ModelMissing(SELF_TEST.to_owned()))?;
    let mut bytes = Vec::new();
    let unpacked = zstd::stream::read::Decoder::new(packed)
        .and_then(|decoder| std::io::Read::read_to_end(&mut std::io::Read::take(decoder, LARGEST), &mut bytes));
    match unpacked {
        Ok(_) => Ok(bytes),
        Err(fault) => Err(SpeechError::NotAModel { path: SELF_TEST.into(), why: fault.to_string() }),
    }
}

/// Loads it.
///
/// # Errors
/// As [`self_test_model`] and [`Recogniser::of_bytes`].
pub fn self_test(threads: usize) -> Result<Recogniser, SpeechError> {
    Recogniser::of_bytes(SELF_TEST, &self_test_model()?, threads)
}
