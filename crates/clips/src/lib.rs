//! Recorded sentences: sound files as samples, and the sentences of the kiosk's own that can be recorded.
//!
//! Stands on the ground: it knows bytes, samples and the words of `locales`. It must never know packs, loudspeakers,
//! screens or who speaks.

mod sentences;
mod sound;
mod wording;

pub use sentences::{Fixed, sentences};
pub use sound::{Clip, ClipFault, Encoding, LONGEST, Sound};
pub use wording::{said_in, same_words};
