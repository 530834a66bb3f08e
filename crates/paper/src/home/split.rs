//! A letter cut into shares, with further shares that make up for lost ones.

use reed_solomon_simd::encode;

use super::part::{Part, Whole, name};
use crate::PaperError;

/// Most bytes of a share: with them a code has 101 modules a side, printed half a millimetre each.
const MOST_SHARE_BYTES: usize = 640;
/// Most shares that are needed: they and those that make up for lost ones are 255, what a byte can count, on 22 pages.
const MOST_NEEDED: usize = 170;
/// Largest letter that goes on paper.
pub const MOST_LETTER_BYTES: usize = MOST_SHARE_BYTES * MOST_NEEDED;

/// The texts of the codes of a letter. Any so many of them as were needed without loss give it back:
/// half as many again are made, two at least, so that every third code may be lost.
///
/// # Errors
/// [`PaperError::SealedTooLarge`]: more than [`MOST_LETTER_BYTES`], or nothing at all.
pub fn parts_of(letter: &[u8]) -> Result<Vec<String>, PaperError> {
    let too_large = || PaperError::SealedTooLarge { bytes: letter.len(), most: MOST_LETTER_BYTES };
    let needed = letter.len().div_ceil(MOST_SHARE_BYTES);
    if needed == 0 || needed > MOST_NEEDED {
        return Err(too_large());
    }
    // All shares are as long as the code needs, in pairs of bytes.
    let share = letter.len().div_ceil(needed).next_multiple_of(2);
    let mut padded = letter.to_vec();
    padded.resize(share * needed, 0);
    let mut shares: Vec<Vec<u8>> = padded.chunks(share).map(<[u8]>::to_vec).collect();
    let spare = needed.div_ceil(2).max(2);
    shares.extend(encode(needed, spare, &shares).map_err(|_| too_large())?);
    let narrow = |count: usize| u8::try_from(count).map_err(|_| too_large());
    let length = u32::try_from(letter.len()).map_err(|_| too_large())?;
    let whole = Whole { name: name(letter), length, needed: narrow(needed)?, all: narrow(shares.len())? };
    let parts = shares.into_iter().zip(0..).map(|(share, index)| Part { index, whole, share }.write());
    Ok(parts.collect())
}
