//! What can be heard: the kinds of values, the values, and what is said about them.

use jiff::civil::{Date, Time};
use rust_decimal::Decimal;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Yes or no.
    YesNo,
    /// A whole number.
    Integer,
    /// A number, a fraction or a share.
    Decimal,
    /// A share of a hundred.
    Percent,
    /// A place in an order.
    Ordinal,
    /// An amount in a currency.
    Money,
    /// A day.
    Date,
    /// A month of a year.
    Month,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A national identity number.
    Identity(Scheme),
    /// A vehicle's plate.
    Plate,
    /// A postal code.
    PostCode,
    /// A person's whole name.
    FullName,
    /// One of a list.
    Choice,
    /// A place from a list.
    Place,
    /// What was said, as it was said.
    Text,
}

/// A scheme of national identity numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scheme {
    /// Taiwan's identity card or resident certificate.
    Taiwan,
    /// Malaysia's MyKad.
    MyKad,
    /// Korea's resident registration number.
    Korea,
}

/// All kinds by their names on command lines and in files.
const NAMES: &[(&str, Kind)] = &[
    ("yesno", Kind::YesNo),
    ("integer", Kind::Integer),
    ("decimal", Kind::Decimal),
    ("percent", Kind::Percent),
    ("ordinal", Kind::Ordinal),
    ("money", Kind::Money),
    ("date", Kind::Date),
    ("month", Kind::Month),
    ("time", Kind::Time),
    ("duration", Kind::Duration),
    ("phone", Kind::Phone),
    ("email", Kind::Email),
    ("twid", Kind::Identity(Scheme::Taiwan)),
    ("nric", Kind::Identity(Scheme::MyKad)),
    ("rrn", Kind::Identity(Scheme::Korea)),
    ("plate", Kind::Plate),
    ("postcode", Kind::PostCode),
    ("name", Kind::FullName),
    ("choice", Kind::Choice),
    ("place", Kind::Place),
    ("text", Kind::Text),
];

impl Kind {
    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }

    /// All names.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, _)| *name)
    }
}

/// A value that was heard.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Yes is true.
    YesNo(bool),
    /// A whole number or a place in an order.
    Integer(i64),
    /// A number; for [`Kind::Percent`] in hundredths.
    Decimal(Decimal),
    /// A share, in hundredths.
    Percent(Decimal),
    /// An amount.
    Money {
        /// In the currency's main unit.
        amount: Decimal,
        /// ISO 4217.
        currency: String,
    },
    /// A day, Gregorian.
    Date(Date),
    /// A month.
    Month {
        /// Gregorian.
        year: i16,
        /// 1 to 12.
        month: i8,
    },
    /// A time of day, to the minute.
    Time(Time),
    /// A length of time in minutes.
    Duration(i64),
    /// E.164.
    Phone(String),
    /// An address.
    Email(String),
    /// A national identity number without marks: `A123456789`, 12 digits, 13 digits.
    Identity(Scheme, String),
    /// A plate as it is written: `ABC-1234`, `WXY 1234`, `12가 3456`.
    Plate(String),
    /// A postal code.
    PostCode(String),
    /// A name.
    FullName(String),
    /// The id of a [`crate::Choice`].
    Choice(String),
    /// As it was said.
    Text(String),
}

/// What a half answer lacks, or what makes a whole one doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// The year.
    Year,
    /// The month.
    Month,
    /// The day.
    Day,
    /// Which century a year of two digits belongs to, or which era it counts in.
    Century,
    /// Whether a date of the lunar or another calendar is meant, and which day that is.
    Calendar,
    /// Which comes first, day or month.
    DayOrMonth,
    /// The hour.
    Hour,
    /// Morning or afternoon.
    HalfOfDay,
    /// What day it is today.
    Today,
    /// Some digits or letters.
    Characters,
    /// The currency.
    Currency,
    /// Which of several values.
    Which,
}

impl Missing {
    /// A code for screens.
    pub fn code(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Month => "month",
            Self::Day => "day",
            Self::Century => "century",
            Self::Calendar => "calendar",
            Self::DayOrMonth => "day-or-month",
            Self::Hour => "hour",
            Self::HalfOfDay => "half-of-day",
            Self::Today => "today",
            Self::Characters => "characters",
            Self::Currency => "currency",
            Self::Which => "which",
        }
    }
}

/// Why what was heard cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing of this kind was heard.
    NotHeard,
    /// More was said than is listened to.
    TooLong,
    /// The month has no such day.
    NoSuchDay,
    /// The day was not that weekday.
    WeekdayDiffers,
    /// Outside of what is asked for.
    OutOfRange,
    /// The check digit differs.
    CheckDigit,
    /// Too few or too many digits.
    Length,
    /// The number begins with a day that there is none of.
    DateWithin,
    /// The number names a place that there is none of.
    PlaceWithin,
    /// No telephone has such a number.
    NoSuchPhone,
    /// Not of the form that is needed.
    Form,
}

impl Trouble {
    /// A code for screens.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotHeard => "not-heard",
            Self::TooLong => "too-long",
            Self::NoSuchDay => "no-such-day",
            Self::WeekdayDiffers => "weekday-differs",
            Self::OutOfRange => "out-of-range",
            Self::CheckDigit => "check-digit",
            Self::Length => "length",
            Self::DateWithin => "date-within",
            Self::PlaceWithin => "place-within",
            Self::NoSuchPhone => "no-such-phone",
            Self::Form => "form",
        }
    }
}

/// Wishes that may be uttered at any moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Command {
    /// The question before.
    Back,
    /// The next question.
    Next,
    /// Say it again.
    Repeat,
    /// Speak slower.
    Slower,
    /// Rest with what is being said, until it is wished on.
    Pause,
    /// Explain.
    Help,
    /// Leave this one out.
    Skip,
    /// The visitor does not know.
    DontKnow,
    /// From the beginning.
    StartAgain,
    /// End.
    Stop,
    /// A person shall come.
    Person,
    /// Another language.
    ChangeLanguage,
}

/// The parts of a date that are known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DateParts {
    /// Gregorian.
    pub year: Option<i16>,
    /// 1 to 12.
    pub month: Option<i8>,
    /// 1 to 31.
    pub day: Option<i8>,
}

/// What was made of an utterance.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Heard {
    /// The best value, if there is one.
    pub value: Option<Value>,
    /// What else it may have been, the likelier first.
    pub alternatives: Vec<Value>,
    /// 0 to 1. From [`Heard::CLEAR`] on the value may be read back as understood.
    pub confidence: f64,
    /// What must still be asked.
    pub missing: Vec<Missing>,
    /// Why there is no value, or why it is doubtful.
    pub trouble: Option<Trouble>,
    /// A wish instead of an answer.
    pub command: Option<Command>,
    /// What of a date is known already; to be handed in again with [`crate::Context::known`].
    pub parts: DateParts,
    /// Digits and letters of a number that goes on; to be handed in again with [`crate::Context::spelled`].
    pub spelled: String,
}

impl Heard {
    /// Confidence from which a value counts as understood.
    pub const CLEAR: f64 = 0.8;

    pub(crate) fn nothing(trouble: Trouble) -> Self {
        Self { trouble: Some(trouble), ..Self::default() }
    }

    pub(crate) fn sure(value: Value, confidence: f64) -> Self {
        Self { value: Some(value), confidence, ..Self::default() }
    }

    /// Whether the value may be read back as understood.
    pub fn is_clear(&self) -> bool {
        self.value.is_some() && self.confidence >= Self::CLEAR && self.missing.is_empty()
    }

    pub(crate) fn doubted(mut self, most: f64) -> Self {
        self.confidence = self.confidence.min(most);
        self
    }
}
