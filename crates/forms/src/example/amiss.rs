//! What is wrong with an answer in a file, in words for whoever wrote the file: where, what, what to do.
//!
//! Citizens never read them; their words stand in the locales.

use kaunter_spoken::{Scheme, Trouble};
use serde_json::Value as Json;

use super::written::how;
use crate::{
    answers,
    definition::{Field, Form, Kind},
    json::to_json,
    refusal::Why,
    value::{Place, Value},
};

/// Why a list of answers does not complete a form: at least one answer is amiss.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(Amiss::to_string).collect::<Vec<_>>().join("; "))]
pub struct Incomplete(pub Vec<Amiss>);

/// One answer that is wrong, missing or too many.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{sentence} ({code})")]
pub struct Amiss {
    /// The way to it in the file: `birth`, `members/1/member_age` with items counted from 0.
    pub way: String,
    /// A code, `answer-…`.
    pub code: &'static str,
    /// Where and what, without a full stop.
    pub sentence: String,
    /// What to do, as a sentence.
    pub remedy: String,
}

impl From<Amiss> for Incomplete {
    fn from(amiss: Amiss) -> Self {
        Self(vec![amiss])
    }
}

/// How a place is called for the file's writer: “birth”, or “member_age” of “Person 2”.
pub(super) fn name(form: &Form, place: &Place) -> String {
    let Some((item, (section, _))) = place.item.zip(form.field(&place.field)) else {
        return format!("“{}”", place.field);
    };
    let heading = form.words(&form.office_language).map(|words| words.item(&section.id, item + 1));
    let heading = heading.filter(|heading| !heading.is_empty());
    let heading = heading.unwrap_or_else(|| format!("{} {}", section.id, item + 1));
    format!("{heading}, “{}”", place.field)
}

/// The way to a place in the file.
fn way(form: &Form, place: &Place) -> String {
    match (place.item, form.field(&place.field)) {
        (Some(item), Some((section, _))) => format!("{}/{item}/{}", section.id, place.field),
        (Some(item), None) => format!("{}/{item}", place.field),
        (None, _) => place.field.clone(),
    }
}

impl Amiss {
    /// Something at the way itself rather than at a question of the form.
    pub(super) fn at(way: &str, code: &'static str, what: &str, remedy: &str) -> Self {
        let sentence = format!("“{}”: {what}", way.rsplit('/').next().unwrap_or(way));
        Self { way: way.to_owned(), code, sentence, remedy: remedy.to_owned() }
    }

    /// An answer that is not written as its kind is.
    pub(super) fn misshapen(form: &Form, place: &Place, kind: &Kind, problem: &str) -> Self {
        Self::of(form, place, "answer-misshapen", format!("it is {problem}"), how(kind))
    }

    /// The same choice more than once.
    pub(super) fn repeated(form: &Form, place: &Place, code: &str) -> Self {
        let what = format!("“{code}” stands there twice");
        Self::of(form, place, "answer-repeated", what, "Write each code once.".to_owned())
    }

    /// An answer that was not taken, or that is missing. `given` is what the file says there.
    pub(super) fn refused(form: &Form, place: &Place, why: &Why, given: Option<&Json>) -> Self {
        let field = form.field(&place.field).map(|(_, field)| field);
        let kind = answers::kind_at(form, place).unwrap_or(&Kind::YesNo);
        let (what, remedy) = match why {
            Why::Impossible(trouble) => impossible(kind, given, *trouble),
            Why::NotOffered => not_offered(kind, given),
            Why::Checks(ids) => unheld(form, ids),
            _ => plainly(kind, field, why),
        };
        Self::of(form, place, why.code(), what, remedy)
    }

    fn of(form: &Form, place: &Place, code: &'static str, what: String, remedy: String) -> Self {
        Self { way: way(form, place), code, sentence: format!("{}: {what}", name(form, place)), remedy }
    }
}

/// What is wrong, and what to do, where the refusal itself says all.
fn plainly(kind: &Kind, field: Option<&Field>, why: &Why) -> (String, String) {
    let limit = |value: &Value| match to_json(value) {
        Json::String(text) => text,
        Json::Object(amount) => amount.values().filter_map(Json::as_str).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    };
    let bound = |key: &str| format!("Correct it, or “{key}” of the field in form.toml.");
    match why {
        Why::Needed => ("it is asked and has no answer".to_owned(), how(kind)),
        Why::NoSuchQuestion => ("the form has no such field".to_owned(), "Correct its name or delete it.".to_owned()),
        Why::NotAsked => ("it is not asked".to_owned(), NOT_ASKED.to_owned()),
        Why::TooEarly(first) => (format!("it lies before {}", limit(first)), bound("from” or “earliest")),
        Why::TooLate(last) => (format!("it lies after {}", limit(last)), bound("until” or “latest")),
        Why::TooLittle(least) => (format!("it is less than {}", limit(least)), bound("min")),
        Why::TooMuch(most) => (format!("it is more than {}", limit(most)), bound("max")),
        Why::TooFine(digits) => (format!("it has more than {digits} digits after the point"), how(kind)),
        Why::OtherCurrency(currency) => (format!("it is an amount in another currency than {currency}"), how(kind)),
        Why::TooFew(least) => (format!("there are fewer than {least}"), bound("min")),
        Why::TooMany(most) => (format!("there are more than {most}"), bound("max")),
        Why::TooShort(least) => (format!("it has fewer than {least} characters"), bound("min_chars")),
        Why::TooLong(most) => (format!("it has more than {most} characters"), bound("max_chars")),
        Why::Empty if field.is_some_and(|field| field.optional) => {
            ("it is empty".to_owned(), "Fill it, or leave the key out: the question is optional.".to_owned())
        }
        Why::Empty => ("it is empty".to_owned(), how(kind)),
        Why::Unprintable => ("it has characters that cannot be printed".to_owned(), "Retype it.".to_owned()),
        Why::PartMissing(part) => (format!("the address has no “{part}”"), how(kind)),
        Why::NoSuchPart(part) => (format!("such an address has no part “{part}”"), how(kind)),
        Why::Unreadable => ("it is no picture in PNG or JPEG, or larger than 8 MiB".to_owned(), how(kind)),
        Why::Fixed => ("how many there are follows from another answer".to_owned(), NOT_ASKED.to_owned()),
        _ => ("it does not fit the question".to_owned(), how(kind)),
    }
}

pub(super) const NOT_ASKED: &str = "Delete it, or change the answers before it on which the question depends.";

fn not_offered(kind: &Kind, given: Option<&Json>) -> (String, String) {
    let choices = match kind {
        Kind::Choice(choices) | Kind::Choices { choices, .. } => choices.as_slice(),
        Kind::Identity { .. } => return ("numbers of this scheme are not taken".to_owned(), how(kind)),
        _ => &[],
    };
    let given: Vec<&str> = match given {
        Some(Json::Array(codes)) => codes.iter().filter_map(Json::as_str).collect(),
        Some(Json::String(code)) => vec![code],
        _ => Vec::new(),
    };
    let is_code = |code: &str| choices.iter().any(|choice| choice.code == code);
    match given.iter().find(|code| !is_code(code)) {
        Some(code) => (format!("“{code}” is not offered"), how(kind)),
        None => {
            let what = format!("“{}” is not offered after the answers before it", given.join("”, “"));
            (what, "Choose another code, or correct the “when” of the choice.".to_owned())
        }
    }
}

/// What the form itself says where its checks do not hold.
fn unheld(form: &Form, ids: &[String]) -> (String, String) {
    let rule = |id: &String| {
        let check = form.checks.iter().find(|check| check.id == *id);
        format!("the check “{id}” does not hold: {}", check.map_or("", |check| check.rule.text()))
    };
    let words = form.words(&form.office_language);
    let said: Vec<&str> = ids.iter().filter_map(|id| Some(words?.check(id))).collect();
    let what = ids.iter().map(rule).collect::<Vec<_>>().join("; ");
    (what, format!("Correct the answer, or the rule. A visitor reads: “{}”.", said.join(" ")))
}

fn impossible(kind: &Kind, given: Option<&Json>, trouble: Trouble) -> (String, String) {
    let what = match kind {
        Kind::Phone { region } => format!("this is no telephone number of {}", country(region)),
        Kind::Identity { schemes } => {
            let named = given.and_then(|given| crate::json::scheme_named(given.get("scheme")?.as_str()?));
            return (number_amiss(named.or(schemes.first().copied()), trouble), how(kind));
        }
        Kind::Plate { region } => format!("vehicles in {} have no such plate", country(region)),
        Kind::PostCode { region } => format!("this is no postal code of {}", country(region)),
        Kind::Address { country: code, .. } => format!("its “post_code” is none of {}", country(code)),
        Kind::Email => "this is no e-mail address".to_owned(),
        _ => "it cannot be".to_owned(),
    };
    (what, how(kind))
}

fn number_amiss(scheme: Option<Scheme>, trouble: Trouble) -> String {
    let (whose, form) = match scheme {
        Some(Scheme::MyKad) => ("a MyKad number", "12 digits"),
        Some(Scheme::Korea) => ("a Korean resident number", "13 digits"),
        Some(Scheme::Taiwan) | None => ("an identity number of Taiwan", "a capital letter and 9 digits"),
    };
    match trouble {
        Trouble::CheckDigit => "its last digit does not fit the others".to_owned(),
        Trouble::DateWithin => format!("{whose} begins with a day of birth (year, month, day), and this is none"),
        Trouble::PlaceWithin => "its digits 7 and 8 name a place of birth, and there is no such place".to_owned(),
        _ => format!("{whose} has {form}"),
    }
}

fn country(region: &str) -> &str {
    match region {
        "TW" => "Taiwan",
        "MY" => "Malaysia",
        "KR" => "Korea",
        other => other,
    }
}
