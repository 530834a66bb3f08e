//! What was touched, as a value of the kind that is asked for.

use jiff::civil::{Date, Time};
use kaunter_forms::{Kind, Value};
use kaunter_spoken::Context;

use crate::{said::Said, view::Given};

/// What is to be done with what was given.
pub(crate) enum Reading {
    /// To be understood.
    Words(Said),
    /// The same of what was typed.
    Typed(Said),
    /// A touch that cannot be misunderstood: kept at once.
    Plain(Value),
    /// Put together from several touches: read back first.
    Careful(Value),
    /// A step down a list.
    Part(Said),
    /// Not a thing that this question can be answered with.
    Nothing,
}

pub(crate) fn read(kind: &Kind, given: &Given) -> Reading {
    match given {
        Given::Words(words) => Reading::Words(words.clone()),
        Given::Typed(words) => Reading::Typed(words.clone()),
        Given::One(one) => read_one(kind, one),
        Given::Several(several) => match kind {
            Kind::Choices { .. } => {
                Reading::Plain(Value::Choices(several.iter().map(|code| code.as_str().to_owned()).collect()))
            }
            _ => Reading::Nothing,
        },
        Given::Strokes(strokes) => match kind {
            Kind::Signature => Reading::Plain(Value::Signature(strokes.clone())),
            _ => Reading::Nothing,
        },
    }
}

fn read_one(kind: &Kind, one: &Said) -> Reading {
    let text = one.as_str();
    let careful = |value: Option<Value>| value.map_or(Reading::Nothing, Reading::Careful);
    match kind {
        Kind::YesNo => match text {
            "yes" => Reading::Plain(Value::YesNo(true)),
            "no" => Reading::Plain(Value::YesNo(false)),
            _ => Reading::Nothing,
        },
        Kind::Choice(_) => Reading::Plain(Value::Choice(text.to_owned())),
        Kind::Date { .. } => careful(text.parse::<Date>().ok().map(Value::Date)),
        Kind::Month { .. } => careful(month(text)),
        Kind::Time { .. } => careful(text.parse::<Time>().ok().map(Value::Time)),
        Kind::Place { .. } | Kind::Address { .. } => Reading::Part(one.clone()),
        _ => Reading::Typed(one.clone()),
    }
}

/// Whether spoken words are yes or no and nothing else: what is said to something that was read back.
pub(crate) fn yes_or_no(given: &Given, language: &str) -> Option<bool> {
    let Given::Words(words) = given else { return None };
    let language = kaunter_spoken::Language::of(language).ok()?;
    let heard = kaunter_spoken::parse(kaunter_spoken::Kind::YesNo, &language, words.as_str(), &Context::default());
    match heard.value {
        Some(kaunter_spoken::Value::YesNo(yes)) if heard.confidence >= kaunter_spoken::Heard::CLEAR => Some(yes),
        _ => None,
    }
}

/// `1953-03`.
fn month(text: &str) -> Option<Value> {
    let first = format!("{text}-01").parse::<Date>().ok()?;
    Some(Value::Month { year: first.year(), month: first.month() })
}

/// What was given, for the line above its reading.
pub(crate) fn words(given: &Given) -> Said {
    match given {
        Given::Words(words) | Given::Typed(words) => words.clone(),
        Given::One(_) | Given::Several(_) | Given::Strokes(_) => Said::default(),
    }
}
