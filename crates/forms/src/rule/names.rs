//! What the rules of a form can name, and of which type it is.

use std::{collections::BTreeMap, sync::Arc};

use crate::definition::{ChoiceCode, Form, Kind};

/// Of which type a part of a rule is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Type {
    Bool,
    Text,
    /// One of these codes.
    Code(Arc<[String]>),
    Integer,
    Decimal,
    /// In this currency, or as written in a rule in any.
    Money(Option<String>),
    Date,
    Time,
    List(Box<Type>),
    /// Of a list without elements.
    Open,
    /// Of this country.
    Address(String),
    /// An item of this section.
    Item(String),
    Thing,
}

/// Everything that rules of a form can name.
#[derive(Debug)]
pub(crate) struct Names {
    /// Fields outside of repeating sections.
    pub(super) fields: BTreeMap<String, Type>,
    /// Fields of each repeating section.
    pub(super) sections: BTreeMap<String, BTreeMap<String, Type>>,
    /// What a section calls its item: item, section.
    pub(super) each: BTreeMap<String, String>,
}

impl Names {
    /// A name of each type, for fuzzing.
    pub(crate) fn samples() -> Self {
        let types = [
            ("sure", Type::Bool),
            ("words", Type::Text),
            ("pick", Type::Code(["a".to_owned(), "b".to_owned()].into())),
            ("count", Type::Integer),
            ("share", Type::Decimal),
            ("pay", Type::Money(Some("TWD".to_owned()))),
            ("born", Type::Date),
            ("at", Type::Time),
            ("price", Type::Money(Some("TWD".to_owned()))),
        ];
        let fields: BTreeMap<String, Type> = types.into_iter().map(|(name, kind)| (name.to_owned(), kind)).collect();
        Self {
            sections: BTreeMap::from([("things".to_owned(), fields.clone())]),
            each: BTreeMap::from([("thing".to_owned(), "things".to_owned())]),
            fields,
        }
    }

    pub(crate) fn of(form: &Form) -> Self {
        let mut names = Self { fields: BTreeMap::new(), sections: BTreeMap::new(), each: BTreeMap::new() };
        for section in &form.sections {
            let fields = section.fields.iter().map(|field| (field.id.clone(), Type::of(&field.kind)));
            match &section.repeat {
                None => names.fields.extend(fields),
                Some(repeat) => {
                    names.sections.insert(section.id.clone(), fields.collect());
                    names.each.insert(repeat.each.clone(), section.id.clone());
                }
            }
        }
        names
    }
}

impl Type {
    /// The type of answers of a kind.
    pub(crate) fn of(kind: &Kind) -> Self {
        match kind {
            Kind::YesNo => Self::Bool,
            Kind::Choice(choices) => Self::codes(choices),
            Kind::Choices { choices, .. } => Self::List(Box::new(Self::codes(choices))),
            Kind::Text { .. }
            | Kind::Name
            | Kind::Phone { .. }
            | Kind::Email
            | Kind::Identity { .. }
            | Kind::Plate { .. }
            | Kind::PostCode { .. }
            | Kind::Place { .. } => Self::Text,
            Kind::Date { .. } | Kind::Month { .. } => Self::Date,
            Kind::Time { .. } => Self::Time,
            Kind::Integer { .. } => Self::Integer,
            Kind::Decimal { .. } => Self::Decimal,
            Kind::Money { currency, .. } => Self::Money(Some(currency.clone())),
            Kind::Address { country, .. } => Self::Address(country.clone()),
            Kind::Signature | Kind::Picture => Self::Thing,
        }
    }

    fn codes(choices: &[ChoiceCode]) -> Self {
        Self::Code(choices.iter().map(|choice| choice.code.clone()).collect())
    }

    /// Whether both can be compared, added, or stand in one list; and what they are together.
    pub(super) fn with(&self, other: &Self) -> Option<Self> {
        Some(match (self, other) {
            (Self::Open, one) | (one, Self::Open) => one.clone(),
            (Self::Code(a), Self::Code(b)) if a == b => self.clone(),
            (Self::Text | Self::Code(_), Self::Text | Self::Code(_)) => Self::Text,
            (Self::Integer, Self::Decimal) | (Self::Decimal, Self::Integer) => Self::Decimal,
            (Self::Money(None), Self::Money(one)) | (Self::Money(one), Self::Money(None)) => Self::Money(one.clone()),
            (Self::List(a), Self::List(b)) => Self::List(Box::new(a.with(b)?)),
            (a, b) if a == b => a.clone(),
            _ => return None,
        })
    }

    /// Whether two of it are the same or not.
    pub(super) fn is_comparable(&self) -> bool {
        match self {
            Self::Bool | Self::Code(_) | Self::Open => true,
            Self::List(of) => of.is_comparable(),
            other => other.is_ordered(),
        }
    }

    /// Whether there is a less and a more.
    pub(super) fn is_ordered(&self) -> bool {
        matches!(self, Self::Text | Self::Integer | Self::Decimal | Self::Money(_) | Self::Date | Self::Time)
    }
}

/// As a form's writer would call it.
impl std::fmt::Display for Type {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Bool => f.write_str("yes or no"),
            Self::Text => f.write_str("text"),
            Self::Code(_) => f.write_str("a choice"),
            Self::Integer => f.write_str("a whole number"),
            Self::Decimal => f.write_str("a number"),
            Self::Money(Some(currency)) => write!(f, "an amount in {currency}"),
            Self::Money(None) => f.write_str("an amount"),
            Self::Date => f.write_str("a date"),
            Self::Time => f.write_str("a time"),
            Self::List(of) => write!(f, "a list of {of}"),
            Self::Open => f.write_str("anything"),
            Self::Address(_) => f.write_str("an address"),
            Self::Item(section) => write!(f, "an item of “{section}”"),
            Self::Thing => f.write_str("a signature or picture"),
        }
    }
}
