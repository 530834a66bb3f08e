//! The whole of a `form.toml`: what it says of itself, sections, checks, eligibility.

use std::collections::BTreeMap;

use kaunter_reading::{Examples, Fields, InFile, TomlFile};
use serde::{
    Deserialize,
    de::{IntoDeserializer, value, value::StrDeserializer},
};

use super::{
    bounds::count,
    field::read_field,
    ids::{is_field_id, is_form_id},
    lines::{FormLines, Part},
    reader::{Reader, known, rule},
    slip::read_slips,
};
use crate::{
    definition::{
        Check, Count, Document, Duplicate, Eligibility, EligibilityRule, Field, Form, Judgement, Otherwise, Repeat,
        Section, Signing,
    },
    fault::FormFault,
    icons::is_icon,
    rule::Rule,
};

/// Sections, fields, checks and rules that a form may have; more than anybody would answer.
const MOST: usize = 300;

const FAMILIES: &str = "jobs, voting, insurance, vehicles, welfare, licences, appointments, residence, ideas";
/// How its keys look.
const EXAMPLES: Examples = &[
    ("id", "id = \"…\" in small letters"),
    ("version", "version = \"1\""),
    ("family", "family = \"welfare\", or another of the list in docs/forms.md"),
    ("minutes", "minutes = 5: how long it takes"),
    ("retention_days", "retention_days = 30: how long the sealed form stays on the kiosk"),
    ("signing", "signing = { who = \"applicant\", how = \"signature\" }"),
    ("who", "who = \"applicant\""),
    ("how", "how = \"signature\""),
    ("kind", "kind = \"text\", or another of the table in docs/forms.md"),
    ("region", "region = \"MY\", or TW or KR"),
    ("currency", "currency = \"MYR\", or TWD or KRW"),
    ("country", "country = \"MY\", or TW or KR"),
    ("schemes", "schemes = [\"mykad\"], or taiwan or korea"),
    ("places", "places = \"tables/places.csv\""),
    ("each", "each = \"…\": what rules call the item in hand"),
    ("of", "of = [\"…\"]: the fields where the message stands"),
    ("rule", "rule = \"…\", as in rule = \"age(birth) >= 18\""),
    ("root", "root = \"…\": the id of the rule at the top"),
    ("amount", "amount = \"…\": the id of a field of the kind money"),
    ("shows", "shows = [\"…\"]: ids of fields"),
    ("within_days", "within_days = 180"),
    ("person", "person = [\"…\"]: ids of fields"),
];

/// Keys that stand at the top and nowhere else.
const AT_THE_TOP: &[&str] =
    &["version", "family", "icon", "topics", "entries", "minutes", "retention_days", "duplicate", "signing"];

/// Where they are written by mistake: all tables that follow the top.
const BELOW: &[(&[&str], &str)] = &[
    (&["document"], "document"),
    (&["section"], "section"),
    (&["section", "field"], "section.field"),
    (&["check"], "check"),
    (&["slip"], "slip"),
];

const MARKS: &str = "signature, seal, seal-or-signature, thumbprint, none";

/// Reads a form of the folder `folder`. Its rules are not yet checked.
pub(crate) fn read_form(text: &str, folder: &str, faults: &mut InFile) -> Option<(Form, FormLines)> {
    let file = TomlFile::parse(text, faults)?.with_examples(EXAMPLES);
    if is_disordered(&file, faults) {
        return None;
    }
    let mut fields = file.fields(faults);
    let mut reader = Reader::default();
    reader.lines.keep(Part::Form, "", fields.key_lines());
    let id = fields.needed_text("id");
    if let Some((id, line)) = id.as_ref().filter(|(id, _)| id != folder) {
        fields.faults.at(*line, FormFault::MisnamedForm { id: id.clone() });
    }
    if let Some((id, line)) = id.filter(|(id, _)| !is_form_id(id)) {
        fields.faults.at(line, FormFault::BadFormId { id });
    }
    let mut texts = |key| fields.texts(key).into_iter().map(|(text, _)| text).collect();
    let (topics, entries) = (texts("topics"), texts("entries"));
    let version = fields.needed_text("version").map(|(version, _)| version);
    let family = known(&mut fields, "family", FAMILIES);
    let icon = fields.text("icon");
    if let Some((name, line)) = icon.as_ref().filter(|(name, _)| !is_icon(name)) {
        fields.faults.at(*line, FormFault::UnknownIcon { name: name.clone() });
    }
    let icon = icon.map(|(icon, _)| icon);
    let minutes = needed_count(&mut fields, "minutes", 1, 240);
    let retention_days = needed_count(&mut fields, "retention_days", 0, 36_500);
    let duplicate = read_duplicate(&mut fields);
    let signing = read_signing(&mut fields);
    let documents = read_documents(&mut fields, &mut reader);
    let slips = read_slips(&mut fields, &mut reader);
    let sections = read_sections(&mut fields, &mut reader);
    let checks = read_checks(&mut fields, &mut reader);
    let eligibility = read_eligibility(&mut fields, &mut reader);
    if sections.is_empty() {
        fields.faults.at(1, FormFault::NothingAsked {});
    }
    fields.finish();
    let form = Form {
        id: folder.to_owned(),
        version: version?,
        family: family.as_deref().and_then(variant)?,
        icon,
        topics,
        entries,
        minutes: u16::try_from(minutes).unwrap_or(u16::MAX),
        retention_days: u32::try_from(retention_days).unwrap_or(u32::MAX),
        duplicate,
        signing: signing?,
        documents,
        slips,
        sections,
        checks,
        eligibility,
        words: BTreeMap::new(),
        tables: BTreeMap::new(),
        files: BTreeMap::new(),
        languages: Vec::new(),
        office_language: String::new(),
    };
    Some((form, reader.lines))
}

/// Parts that stand in a place where they belong to something else. Whatever else is said of such a file follows
/// from it, and is not.
fn is_disordered(file: &TomlFile, faults: &mut InFile) -> bool {
    let adrift: Vec<u64> =
        file.keys_below(&[]).into_iter().filter(|(key, _)| key == "field").map(|(_, at)| at).collect();
    for line in &adrift {
        faults.at(*line, FormFault::FieldAdrift {});
    }
    let mut disordered = !adrift.is_empty();
    for (way, table) in BELOW {
        for (key, line) in file.keys_below(way).into_iter().filter(|(key, _)| AT_THE_TOP.contains(&key.as_str())) {
            faults.at(line, FormFault::MisplacedKey { key, table });
            disordered = true;
        }
    }
    disordered
}

fn needed_count(fields: &mut Fields, key: &'static str, least: u64, most: u64) -> u64 {
    if fields.value(key).is_none() {
        fields.missing(key);
    }
    count(fields, key, least, least, most)
}

/// A variant by its name.
fn variant<T: for<'v> Deserialize<'v>>(name: &str) -> Option<T> {
    let name: StrDeserializer<value::Error> = name.into_deserializer();
    T::deserialize(name).ok()
}

fn read_duplicate(fields: &mut Fields) -> Option<Duplicate> {
    let inner = fields.table("duplicate")?;
    let mut fields = fields.within(&inner);
    let within_days = needed_count(&mut fields, "within_days", 1, 36_500);
    if fields.value("person").is_none() {
        fields.missing("person");
    }
    let person = fields.texts("person").into_iter().map(|(id, _)| id).collect();
    fields.finish();
    Some(Duplicate { within_days: u32::try_from(within_days).unwrap_or(u32::MAX), person })
}

fn read_signing(fields: &mut Fields) -> Option<Signing> {
    let Some(inner) = fields.table("signing") else {
        if !fields.key_lines().has("signing") {
            fields.missing("signing");
        }
        return None;
    };
    let mut fields = fields.within(&inner);
    let who = fields.needed_text("who");
    if let Some((id, line)) = who.as_ref().filter(|(id, _)| !is_form_id(id)) {
        fields.faults.at(*line, FormFault::BadFormId { id: id.clone() });
    }
    let how = known(&mut fields, "how", MARKS);
    fields.finish();
    Some(Signing { who: who?.0, how: variant(&how?)? })
}

fn read_documents(fields: &mut Fields, reader: &mut Reader) -> Vec<Document> {
    let mut documents = Vec::new();
    for inner in fields.tables("document") {
        let mut fields = fields.within(&inner);
        let id = reader.id(&mut fields, Part::Document);
        let when = rule(&mut fields, "when");
        fields.finish();
        documents.extend(id.map(|id| Document { id, when }));
    }
    documents
}

fn read_sections(fields: &mut Fields, reader: &mut Reader) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut asked = 0;
    for inner in fields.tables("section") {
        let mut fields = fields.within(&inner);
        let id = reader.id(&mut fields, Part::Section);
        let when = rule(&mut fields, "when");
        let repeat = read_repeat(&mut fields);
        let parts = read_fields(&mut fields, reader);
        asked += parts.len();
        let line = fields.line;
        if parts.is_empty() && !fields.key_lines().has("field") {
            let section = id.clone().unwrap_or_default();
            fields.faults.at(line, FormFault::EmptySection { section });
        }
        fields.finish();
        sections.extend(id.map(|id| Section { id, when, repeat, fields: parts }));
    }
    if asked > MOST || sections.len() > MOST {
        fields.faults.at(1, FormFault::TooManyParts { what: "questions", most: MOST });
        sections.clear();
    }
    sections
}

fn read_fields(fields: &mut Fields, reader: &mut Reader) -> Vec<Field> {
    let mut read = Vec::new();
    for inner in fields.tables("field") {
        let mut fields = fields.within(&inner);
        // Of a kind that is not known, no other key can be judged.
        if let Some(field) = read_field(&mut fields, reader) {
            fields.finish();
            read.push(field);
        }
    }
    read
}

fn read_repeat(fields: &mut Fields) -> Option<Repeat> {
    let inner = fields.table("repeat")?;
    let mut fields = fields.within(&inner);
    let each = fields.needed_text("each");
    if let Some((id, line)) = each.as_ref().filter(|(id, _)| !is_field_id(id)) {
        fields.faults.at(*line, FormFault::BadFieldId { id: id.clone() });
    }
    let count = match fields.text("count") {
        Some((field, _)) => Count::Answered(field),
        None => {
            let (min, max) = (count(&mut fields, "min", 1, 0, 50), count(&mut fields, "max", 12, 1, 50));
            super::bounds::in_order(&mut fields, ("min", Some(&min)), ("max", Some(&max)));
            let short = |number: u64| u16::try_from(number).unwrap_or(50);
            Count::Asked { min: short(min), max: short(max) }
        }
    };
    fields.finish();
    Some(Repeat { each: each?.0, count })
}

fn read_checks(fields: &mut Fields, reader: &mut Reader) -> Vec<Check> {
    let mut checks = Vec::new();
    for inner in fields.tables("check") {
        let mut fields = fields.within(&inner);
        let id = reader.id(&mut fields, Part::Check);
        if fields.value("of").is_none() {
            fields.missing("of");
        }
        let of: Vec<String> = fields.texts("of").into_iter().map(|(id, _)| id).collect();
        let rule = needed_rule(&mut fields);
        fields.finish();
        if let (Some(id), Some(rule)) = (id, rule) {
            checks.push(Check { id, of, rule });
        }
    }
    if checks.len() > MOST {
        fields.faults.at(1, FormFault::TooManyParts { what: "checks", most: MOST });
        checks.clear();
    }
    checks
}

fn needed_rule(fields: &mut Fields) -> Option<Rule> {
    fields.needed_text("rule").map(|(text, _)| Rule::unchecked(&text))
}

fn read_eligibility(fields: &mut Fields, reader: &mut Reader) -> Option<Eligibility> {
    let inner = fields.table("eligibility")?;
    let mut fields = fields.within(&inner);
    let root = fields.needed_text("root");
    let mut rules = Vec::new();
    for inner in fields.tables("rule") {
        let mut fields = fields.within(&inner);
        let id = reader.id(&mut fields, Part::Rule);
        let judgement = read_judgement(&mut fields, id.as_deref().unwrap_or_default());
        let passage = fields.text("passage").map(|(passage, _)| passage);
        let otherwise =
            match fields.key_lines().has("otherwise").then(|| known(&mut fields, "otherwise", "unlikely, person")) {
                Some(Some(otherwise)) if otherwise == "person" => Otherwise::Person,
                _ => Otherwise::Unlikely,
            };
        fields.finish();
        if let (Some(id), Some(judgement)) = (id, judgement) {
            rules.push(EligibilityRule { id, judgement, passage, otherwise });
        }
    }
    if rules.len() > MOST {
        fields.faults.at(1, FormFault::TooManyParts { what: "rules", most: MOST });
        rules.clear();
    }
    fields.finish();
    Some(Eligibility { root: root?.0, rules })
}

/// Exactly one of a rule, all of some, any of some.
fn read_judgement(fields: &mut Fields, id: &str) -> Option<Judgement> {
    let holds = rule(fields, "rule").map(Judgement::Holds);
    let mut named = |key| {
        let ids: Vec<String> = fields.texts(key).into_iter().map(|(id, _)| id).collect();
        (!ids.is_empty()).then_some(ids)
    };
    let (all, any) = (named("all").map(Judgement::All), named("any").map(Judgement::Any));
    let mut found: Vec<Judgement> = [holds, all, any].into_iter().flatten().collect();
    if found.len() != 1 {
        let line = fields.line;
        fields.faults.at(line, FormFault::NoJudgement { id: id.to_owned() });
    }
    found.pop()
}
