//! Answers: what was given to a question, and the place in the form where it belongs.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};
use kaunter_spoken::Scheme;
use rust_decimal::Decimal;

/// A place in a form that holds one answer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Id of the field, or of the repeating section for "is there another?".
    pub field: String,
    /// Which item of a repeating section, from 0.
    pub item: Option<u16>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Yes is true.
    YesNo(bool),
    /// A code.
    Choice(String),
    /// Codes, in the form's order.
    Choices(Vec<String>),
    /// Words as they were said.
    Text(String),
    /// A whole name.
    Name(String),
    /// A day.
    Date(Date),
    /// A month.
    Month {
        /// Gregorian.
        year: i16,
        /// 1 to 12.
        month: i8,
    },
    /// A time, to the minute.
    Time(Time),
    /// A whole number.
    Integer(i64),
    /// A number.
    Decimal(Decimal),
    /// An amount.
    Money {
        /// In the main unit.
        amount: Decimal,
        /// ISO 4217.
        currency: String,
    },
    /// E.164.
    Phone(String),
    /// An address for mail.
    Email(String),
    /// A national identity number without marks.
    Identity {
        /// Whose scheme.
        scheme: Scheme,
        /// Letters and digits.
        number: String,
    },
    /// A plate as it is written.
    Plate(String),
    /// A postal code.
    PostCode(String),
    /// An address.
    Address(AddressParts),
    /// Code of a place.
    Place(String),
    /// Strokes of points, 0 to 1000 each way.
    Signature(Vec<Vec<(u16, u16)>>),
    /// A picture.
    Picture {
        /// `image/png` or `image/jpeg`.
        media_type: String,
        /// The file.
        bytes: Vec<u8>,
    },
}

/// An address, part by part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressParts {
    /// `TW`, `MY` or `KR`.
    pub country: String,
    /// By part: `city`, `district`, `road`, `number`, … Codes of the table of places where it has the place, else words.
    pub parts: BTreeMap<String, String>,
}
