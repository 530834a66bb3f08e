//! Rules: expressions over answers, in the Common Expression Language (CEL).
//!
//! The grammar is that of the `cel` crate; meaning is given here. Its own evaluator knows neither
//! days nor exact amounts, reckons in floating point, and fails where an answer is missing. Ours
//! is *typed* (a rule is checked against the form before anybody fills it) and *three-valued*: what
//! touches an answer that is not there is undecided, unless the rest settles it alone.
//!
//! It must never know where answers are kept, in which order they are given, or what day it is.

mod evaluate;
mod typed;

use std::collections::BTreeSet;

use jiff::civil::Date;

pub use typed::Typed;

use crate::value::Place;
use evaluate::{Node, Surroundings};

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

/// An expression over the answers, checked against its form.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    text: String,
    names: BTreeSet<String>,
    root: Node,
}

impl Rule {
    /// As it stands in the form.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Ids of the fields and repeating sections that it names; fields of items by their own ids.
    pub fn names(&self) -> &BTreeSet<String> {
        &self.names
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
        self.root.value(&mut Surroundings { scope, item, bound: Vec::new() })
    }
}
