//! Paper as a way home: a sealed form as codes, and from pictures of them the exact bytes again.
//!
//! What is sealed is opaque here. It must never know how it was sealed, or for whom.

mod gather;
mod part;
mod picture;
mod split;

pub use gather::{Found, Lost, Scan, Sealed, put_together};
pub use picture::small_picture;
pub use split::{MOST_SEALED_BYTES, parts_of};
