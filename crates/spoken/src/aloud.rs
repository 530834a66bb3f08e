//! A written text as it is to be said: sentence by sentence, its numbers, days, amounts and signs in words.
//!
//! Cheap voices read digits and signs badly or in another language, so none reaches them. Nothing but how
//! something is written changes: no word of the text is lost or put in another's place, and what is unknown
//! stays as it stands. Knows no voice, no screen and no document.

mod address;
mod compose;
mod cut;
mod data;
mod digits;
mod line;
mod reading;
mod rule;
mod template;

use std::ops::Range;

use crate::language::Language;
pub use data::{Aloud, AloudData};

/// A piece of a text that is said in one go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// What is said, without digits.
    pub words: String,
    /// Bytes of the text that it was made of. Ranges of a text follow one another, do not overlap, and begin and
    /// end between characters.
    pub source: Range<usize>,
}

/// The text as it is to be said. Headings, things of a list and cells of a table are sentences of their own; long
/// sentences come in pieces. Takes time in proportion to the text.
pub fn aloud(text: &str, language: &Language) -> Vec<Sentence> {
    let language = language.data();
    let mut sentences = Vec::new();
    for line in line::lines(text) {
        let elements = reading::read(&line, language);
        cut::sentences(&line, &elements, &language.aloud, &mut sentences);
    }
    sentences
}
