//! Why an answer is not taken, or what is still lacking: codes and arguments, never words.

use kaunter_spoken::Trouble;

use crate::value::{Place, Value};

/// What is wrong with an answer, or with its absence.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// Not answered yet.
    Needed,
    /// The form has no such question.
    NoSuchQuestion,
    /// The question does not apply at present.
    NotAsked,
    /// The answer is of another kind than the question.
    OtherKind,
    /// Before the first day, month or time.
    TooEarly(Value),
    /// After the last day, month or time.
    TooLate(Value),
    /// Less than the least number or amount.
    TooLittle(Value),
    /// More than the greatest number or amount.
    TooMuch(Value),
    /// More digits after the point than there may be.
    TooFine(u8),
    /// An amount in another currency than this.
    OtherCurrency(String),
    /// Fewer choices or items than this.
    TooFew(u16),
    /// More choices or items than this.
    TooMany(u16),
    /// Fewer characters than this.
    TooShort(u16),
    /// More characters than this.
    TooLong(u16),
    /// Nothing but spaces, no stroke, no picture.
    Empty,
    /// Characters that no paper can carry.
    Unprintable,
    /// Not one of what can be chosen.
    NotOffered,
    /// An address without this part.
    PartMissing(String),
    /// An address with a part that such addresses do not have.
    NoSuchPart(String),
    /// The number cannot be: wrong check digit, no such day in it, …
    Impossible(Trouble),
    /// A picture that is none, or too large.
    Unreadable,
    /// How many items there are follows from another answer that cannot be changed here.
    Fixed,
    /// These checks of the form do not hold; their words stand under `check-<id>`.
    Checks(Vec<String>),
}

impl Why {
    /// A code for screens.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Needed => "answer-needed",
            Self::NoSuchQuestion => "answer-no-such-question",
            Self::NotAsked => "answer-not-asked",
            Self::OtherKind => "answer-other-kind",
            Self::TooEarly(_) => "answer-too-early",
            Self::TooLate(_) => "answer-too-late",
            Self::TooLittle(_) => "answer-too-little",
            Self::TooMuch(_) => "answer-too-much",
            Self::TooFine(_) => "answer-too-fine",
            Self::OtherCurrency(_) => "answer-other-currency",
            Self::TooFew(_) => "answer-too-few",
            Self::TooMany(_) => "answer-too-many",
            Self::TooShort(_) => "answer-too-short",
            Self::TooLong(_) => "answer-too-long",
            Self::Empty => "answer-empty",
            Self::Unprintable => "answer-unprintable",
            Self::NotOffered => "answer-not-offered",
            Self::PartMissing(_) => "answer-part-missing",
            Self::NoSuchPart(_) => "answer-no-such-part",
            Self::Impossible(trouble) => impossible(*trouble),
            Self::Unreadable => "answer-unreadable",
            Self::Fixed => "answer-fixed",
            Self::Checks(_) => "answer-check",
        }
    }

    /// What its words need, by name: `limit`, `part`, `currency`.
    pub fn arguments(&self) -> Vec<(&'static str, Value)> {
        match self {
            Self::TooEarly(limit) | Self::TooLate(limit) | Self::TooLittle(limit) | Self::TooMuch(limit) => {
                vec![("limit", limit.clone())]
            }
            Self::TooFine(limit) => vec![("limit", Value::Integer((*limit).into()))],
            Self::TooFew(limit) | Self::TooMany(limit) | Self::TooShort(limit) | Self::TooLong(limit) => {
                vec![("limit", Value::Integer((*limit).into()))]
            }
            Self::PartMissing(part) | Self::NoSuchPart(part) => vec![("part", Value::Text(part.clone()))],
            Self::OtherCurrency(currency) => vec![("currency", Value::Text(currency.clone()))],
            Self::Needed
            | Self::NoSuchQuestion
            | Self::NotAsked
            | Self::OtherKind
            | Self::Empty
            | Self::Unprintable
            | Self::NotOffered
            | Self::Impossible(_)
            | Self::Unreadable
            | Self::Fixed
            | Self::Checks(_) => Vec::new(),
        }
    }
}

fn impossible(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::NotHeard => "answer-not-heard",
        Trouble::TooLong => "answer-heard-too-long",
        Trouble::NoSuchDay => "answer-no-such-day",
        Trouble::WeekdayDiffers => "answer-weekday-differs",
        Trouble::OutOfRange => "answer-out-of-range",
        Trouble::CheckDigit => "answer-check-digit",
        Trouble::Length => "answer-length",
        Trouble::DateWithin => "answer-date-within",
        Trouble::PlaceWithin => "answer-place-within",
        Trouble::NoSuchPhone => "answer-no-such-phone",
        Trouble::Form => "answer-form",
    }
}

/// An answer that was not taken; what was there before still stands.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{place}: {}", why.code())]
pub struct Refusal {
    /// Where.
    pub place: Place,
    /// Why.
    pub why: Why,
}

/// What stands between the visitor and the end of the form.
#[derive(Debug, Clone, PartialEq)]
pub struct Outstanding {
    /// Where it is put right.
    pub place: Place,
    /// What is the matter.
    pub why: Why,
}
