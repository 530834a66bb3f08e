//! Paper as a way home: a form's sealed letter as codes, and from pictures of them the exact bytes again.
//!
//! The letter is bytes here. It must never know what stands on it, how the form in it was sealed, or for whom.

mod gather;
mod part;
mod picture;
mod split;

pub use gather::{Found, Letter, Lost, Scan, put_together};
pub use picture::small_picture;
pub use split::{MOST_LETTER_BYTES, parts_of};
