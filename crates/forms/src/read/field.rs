//! One field: what it asks for, within which bounds, when.

use kaunter_reading::Fields;
use kaunter_spoken::Scheme;

use super::{
    bounds::{count, day, days_in_order, in_order, number, time, whole},
    ids::is_form_id,
    lines::Part,
    reader::{Reader, known, rule},
};
use crate::{
    definition::{ChoiceCode, Field, Kind},
    fault::FormFault,
    rule::Rule,
};

const KINDS: &str = "yes-no, choice, choices, text, name, email, phone, plate, post-code, date, month, time, integer, \
                     decimal, money, identity, address, place, signature, picture";

/// Countries whose telephone numbers, plates and postal codes are known.
const REGIONS: &str = "MY, TW, KR";

/// Currencies that every language can say.
const CURRENCIES: &str = "TWD, MYR, KRW, SGD, USD, CNY, JPY, EUR, GBP, HKD, AUD, NZD, CAD, BND";

/// Codes of one field.
const CHOICES: usize = 200;

/// Reads a field; `None` when it has no id or no kind.
pub(super) fn read_field(fields: &mut Fields, reader: &mut Reader) -> Option<Field> {
    let id = reader.id(fields, Part::Field);
    let kind = fields.needed_text("kind");
    let value = rule(fields, "value");
    let when = rule(fields, "when");
    let optional = fields.flag("optional");
    let mut text = |key| fields.text(key).map(|(text, _)| text);
    let (fact, explains, screen) = (text("fact"), text("explains"), text("screen"));
    let (kind, line) = kind?;
    let kind = read_kind(&kind, line, id.as_deref().unwrap_or_default(), optional, fields, reader)?;
    if value.is_some() {
        check_computed(&kind, line, fields);
    }
    Some(Field { id: id?, kind, when, optional, fact, explains, screen, value })
}

/// A field that is worked out has nothing that belongs to asking.
fn check_computed(kind: &Kind, line: u64, fields: &mut Fields) {
    const OF_ASKING: &[&str] =
        &["optional", "screen", "min", "max", "from", "until", "earliest", "latest", "min_chars", "max_chars"];
    let lines = fields.key_lines();
    for key in OF_ASKING {
        if lines.has(key) {
            fields.faults.at(lines.of(key), FormFault::AskedAndComputed { key });
        }
    }
    let unfit = match kind {
        Kind::Choices { .. } => "choices",
        Kind::Phone { .. } => "phone",
        Kind::Email => "email",
        Kind::Identity { .. } => "identity",
        Kind::Plate { .. } => "plate",
        Kind::PostCode { .. } => "post-code",
        Kind::Address { .. } => "address",
        Kind::Place { .. } => "place",
        Kind::Signature => "signature",
        Kind::Picture => "picture",
        _ => return,
    };
    fields.faults.at(line, FormFault::NotComputable { kind: unfit });
}

fn read_kind(
    kind: &str,
    line: u64,
    id: &str,
    optional: bool,
    fields: &mut Fields,
    reader: &mut Reader,
) -> Option<Kind> {
    Some(match kind {
        "yes-no" => Kind::YesNo,
        "choice" => Kind::Choice(read_choices(fields, id, reader)),
        "choices" => read_several(fields, id, optional, reader),
        "text" => read_text(fields),
        "name" => Kind::Name,
        "email" => Kind::Email,
        "phone" => Kind::Phone { region: region(fields) },
        "plate" => Kind::Plate { region: region(fields) },
        "post-code" => Kind::PostCode { region: region(fields) },
        "date" | "month" => {
            let (from, until) = (day(fields, "from"), day(fields, "until"));
            days_in_order(fields, from.as_ref(), until.as_ref());
            if kind == "date" { Kind::Date { from, until } } else { Kind::Month { from, until } }
        }
        "time" => {
            let (earliest, latest) = (time(fields, "earliest"), time(fields, "latest"));
            in_order(fields, ("earliest", earliest.as_ref()), ("latest", latest.as_ref()));
            Kind::Time { earliest, latest }
        }
        "integer" => {
            let (min, max) = (whole(fields, "min"), whole(fields, "max"));
            in_order(fields, ("min", min.as_ref()), ("max", max.as_ref()));
            Kind::Integer { min, max }
        }
        "decimal" => {
            let digits = u8::try_from(count(fields, "digits", 2, 0, 6)).unwrap_or(2);
            let (min, max) = (number(fields, "min"), number(fields, "max"));
            in_order(fields, ("min", min.as_ref()), ("max", max.as_ref()));
            Kind::Decimal { min, max, digits }
        }
        "money" => {
            let currency = known(fields, "currency", CURRENCIES).unwrap_or_default();
            let (min, max) = (number(fields, "min"), number(fields, "max"));
            in_order(fields, ("min", min.as_ref()), ("max", max.as_ref()));
            Kind::Money { currency, min, max }
        }
        "identity" => Kind::Identity { schemes: read_schemes(fields) },
        "address" => {
            let country = known(fields, "country", REGIONS).unwrap_or_default();
            Kind::Address { country, places: fields.text("places").map(|(path, _)| path) }
        }
        "place" => {
            let places = fields.needed_text("places").map(|(path, _)| path).unwrap_or_default();
            Kind::Place { places, level: fields.text("level").map(|(level, _)| level) }
        }
        "signature" => Kind::Signature,
        "picture" => {
            if !optional {
                fields.faults.at(line, FormFault::PictureNeeded { field: id.to_owned() });
            }
            Kind::Picture
        }
        other => {
            let value = other.to_owned();
            fields.faults.at(line, FormFault::NotPossible { key: "kind", value, choices: KINDS });
            return None;
        }
    })
}

fn read_text(fields: &mut Fields) -> Kind {
    let lines = count(fields, "lines", 1, 1, 40);
    let min_chars = count(fields, "min_chars", 1, 0, 4_000);
    let max_chars = count(fields, "max_chars", if lines > 1 { 500 } else { 100 }, 1, 4_000);
    in_order(fields, ("min_chars", Some(&min_chars)), ("max_chars", Some(&max_chars)));
    let short = |number: u64| u16::try_from(number).unwrap_or(u16::MAX);
    Kind::Text { min_chars: short(min_chars), max_chars: short(max_chars), lines: u8::try_from(lines).unwrap_or(1) }
}

fn read_several(fields: &mut Fields, id: &str, optional: bool, reader: &mut Reader) -> Kind {
    let choices = read_choices(fields, id, reader);
    let all = choices.len() as u64;
    let min = count(fields, "min", u64::from(!optional), 0, all);
    let max = count(fields, "max", all, 1, all.max(1));
    in_order(fields, ("min", Some(&min)), ("max", Some(&max)));
    let short = |number: u64| u16::try_from(number).unwrap_or(u16::MAX);
    Kind::Choices { choices, min: short(min), max: short(max) }
}

/// Codes as a list of texts, or each as a table of its own with a `when`.
fn read_choices(fields: &mut Fields, field: &str, reader: &mut Reader) -> Vec<ChoiceCode> {
    let mut choices: Vec<ChoiceCode> = Vec::new();
    let plain = fields.texts("choices");
    let mut add = |code: String, line: u64, when: Option<Rule>, fields: &mut Fields| {
        if !is_form_id(&code) {
            fields.faults.at(line, FormFault::BadFormId { id: code });
        } else if choices.iter().any(|choice| choice.code == code) {
            fields.faults.at(line, FormFault::RepeatedId { id: code, first: fields.key_lines().of("choices") });
        } else if choices.len() == CHOICES {
            fields.faults.at(line, FormFault::TooManyParts { what: "choices in one field", most: CHOICES });
        } else {
            choices.push(ChoiceCode { code, when });
        }
    };
    for (code, line) in plain {
        add(code, line, None, fields);
    }
    for inner in fields.tables("choice") {
        let mut inner = fields.within(&inner);
        let lines = inner.key_lines();
        let id = inner.needed_text("id");
        let when = rule(&mut inner, "when");
        inner.finish();
        if let Some((code, line)) = id {
            reader.lines.keep(Part::Choice, &format!("{field}-{code}"), lines);
            add(code, line, when, fields);
        }
    }
    if choices.is_empty() {
        let line = fields.line;
        fields.faults.at(line, FormFault::NothingToChoose { field: field.to_owned() });
    }
    choices
}

fn region(fields: &mut Fields) -> String {
    known(fields, "region", REGIONS).unwrap_or_default()
}

fn read_schemes(fields: &mut Fields) -> Vec<Scheme> {
    let mut schemes = Vec::new();
    if fields.value("schemes").is_none() {
        fields.missing("schemes");
    }
    for (value, line) in fields.texts("schemes") {
        match value.as_str() {
            "taiwan" => schemes.push(Scheme::Taiwan),
            "mykad" => schemes.push(Scheme::MyKad),
            "korea" => schemes.push(Scheme::Korea),
            _ => {
                let choices = "taiwan, mykad, korea";
                fields.faults.at(line, FormFault::NotPossible { key: "schemes", value, choices });
            }
        }
    }
    schemes.dedup();
    schemes
}
