//! Rules: expressions over answers, in the Common Expression Language (CEL).
//!
//! The grammar is that of the `cel` crate; meaning is given here. Its own evaluator knows neither
//! days nor exact amounts, reckons in floating point, and fails where an answer is missing. Ours
//! is *typed* (a rule is checked against the form before anybody fills it) and *three-valued*: what
//! touches an answer that is not there is undecided, unless the rest settles it alone.
//!
//! It must never know where answers are kept, in which order they are given, or what day it is.

mod check;
pub(crate) mod evaluate;
mod functions;
mod grammar;
pub(crate) mod names;
mod slips;
mod typed;

use std::collections::BTreeSet;

use jiff::civil::Date;

pub use typed::Typed;

pub(crate) use functions::exact;

use crate::{fault::FormFault, value::Place};
use check::Checker;
use evaluate::{Node, Surroundings};
use names::{Names, Type};

/// Whether a rule holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Held {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// An answer that it needs is not there.
    Undecided,
}

/// What rules can see.
pub trait Scope {
    /// The day on which is reckoned.
    fn today(&self) -> Date;

    /// The answer at a place, computed ones included; `None` while there is none, and when it is not
    /// asked, left out or set aside.
    fn answer(&self, place: &Place) -> Option<Typed>;

    /// How many items a repeating section has: 0 when it does not apply, `None` while that is open
    /// or "is there another?" is still to be asked.
    fn items(&self, section: &str) -> Option<u16>;
}

/// Something that a rule names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// A field outside of repeating sections.
    Field(String),
    /// A repeating section as a list.
    Items(String),
    /// A field of the item in hand.
    OfItem {
        /// The section's id.
        section: String,
        /// The field's id.
        field: String,
    },
    /// A field of the items that a `map`, `filter` or another loop goes through.
    OfEach {
        /// The section's id.
        section: String,
        /// The field's id.
        field: String,
    },
}

/// An expression over the answers, checked against its form.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    text: String,
    names: BTreeSet<Name>,
    pub(crate) root: Node,
}

/// What is wrong with a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Trouble {
    TooLong,
    Unreadable { reason: String, remedy: &'static str },
    UnknownName { name: String },
    UnknownFunction { name: String },
    WrongType { expected: String, found: String },
    YesNoCompared { name: String },
    UnknownCode { code: String, codes: String },
}

impl Rule {
    /// A rule whose form is not yet known: undecided until it is checked.
    pub(crate) fn unchecked(text: &str) -> Self {
        Self { text: text.to_owned(), names: BTreeSet::new(), root: Node::Undecided }
    }

    /// Checks the rule against the names of its form; `in_hand` is the repeating section that it
    /// stands in, `expected` what it must come to.
    pub(crate) fn check(&mut self, names: &Names, in_hand: Option<&str>, expected: &Type) -> Result<(), Trouble> {
        let expression = grammar::parse(&self.text)?;
        let mut checker = Checker::new(names, in_hand);
        let (root, found) = checker.checked(&expression)?;
        check::codes_exist(expected, &root)?;
        // A text that is written out is a code; one that is answered could be anything.
        let fits = match (expected, &found) {
            (Type::Code(_), Type::Text) => check::is_written(&root),
            (Type::Code(some), Type::Code(all)) => all.iter().all(|code| some.contains(code)),
            (Type::Decimal, Type::Integer) | (Type::Text, Type::Code(_)) => true,
            (Type::Integer, Type::Decimal) => false,
            _ => expected.with(&found).is_some(),
        };
        if !fits {
            return Err(check::wrong(expected, &found));
        }
        self.names = checker.touched;
        self.root = root;
        Ok(())
    }

    /// As it stands in the form.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What it names.
    pub fn names(&self) -> &BTreeSet<Name> {
        &self.names
    }

    /// Whether it names a field, in whichever way, or a repeating section.
    pub fn mentions(&self, id: &str) -> bool {
        self.names.iter().any(|name| match name {
            Name::Field(named) | Name::Items(named) => named == id,
            Name::OfItem { field, .. } | Name::OfEach { field, .. } => field == id,
        })
    }

    /// Whether it holds; `item` is the item in hand for a rule of a repeating section.
    pub fn holds(&self, scope: &dyn Scope, item: Option<u16>) -> Held {
        match self.value(scope, item) {
            Some(Typed::Bool(true)) => Held::Yes,
            Some(Typed::Bool(false)) => Held::No,
            _ => Held::Undecided,
        }
    }

    /// What it comes to; `None` while it is undecided.
    pub fn value(&self, scope: &dyn Scope, item: Option<u16>) -> Option<Typed> {
        self.root.value(&mut Surroundings { scope, item, bound: Vec::new(), given: &[] })
    }
}

impl From<Trouble> for FormFault {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::TooLong => Self::RuleTooLong { most: grammar::LONGEST },
            Trouble::Unreadable { reason, remedy } => Self::RuleUnreadable { reason, remedy },
            Trouble::UnknownName { name } => Self::UnknownName { name },
            Trouble::UnknownFunction { name } => Self::UnknownFunction { name },
            Trouble::WrongType { expected, found } => {
                let remedy = slips::unlike(&expected, &found);
                Self::WrongRuleType { expected, found, remedy }
            }
            Trouble::YesNoCompared { name } => Self::WrongRuleType {
                expected: Type::Bool.to_string(),
                found: Type::Text.to_string(),
                remedy: format!("A yes-no answer is itself yes or no: write {name} for yes, !{name} for no."),
            },
            Trouble::UnknownCode { code, codes } => Self::UnknownCode { code, codes },
        }
    }
}
