//! `pack.toml`: who speaks, in which languages, in which version.

use std::collections::BTreeSet;

use kaunter_reading::{DeValue, Fields, KeyLines, TomlFile};

use crate::{
    dates::parse_date,
    fault::{FaultKind, InFile},
    model::{GoldenBar, Manifest, Version},
    words::needed_words,
};

/// The manifest and the lines that later checks point at.
pub(crate) struct ManifestReading {
    pub(crate) manifest: Manifest,
    pub(crate) lines: KeyLines,
}

/// Reads `pack.toml`; without an id and a version there is no pack to speak of.
pub(crate) fn read_manifest(text: &str, faults: &mut InFile) -> Option<ManifestReading> {
    let file = TomlFile::parse(text, faults)?;
    let mut fields = file.fields(faults);
    let id = read_id(&mut fields);
    let version = read_version(&mut fields);
    let languages = read_languages(&mut fields);
    let office_language = read_office_language(&mut fields, &languages);
    let agency = needed_words(&mut fields, "agency", &office_language);
    let channel = fields.text("channel").map(|(channel, _)| channel);
    let valid_until = read_last_day(&mut fields);
    let seal = read_seal(&mut fields);
    let internal = fields.flag("internal");
    let recipients = read_recipients(&mut fields);
    let golden_bar = read_bar(&mut fields);
    let lines = fields.key_lines();
    fields.finish();
    let manifest = Manifest {
        id: id?,
        version: version?,
        agency,
        languages,
        office_language,
        channel,
        valid_until,
        seal,
        internal,
        recipients,
        golden_bar,
    };
    Some(ManifestReading { manifest, lines })
}

/// Whether a text can name a pack: `[a-z0-9-]+`, at most 64 bytes, for it names folders too.
pub(crate) fn is_pack_id(id: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !id.is_empty() && id.len() <= 64 && id.bytes().all(letter) && id.bytes().any(|byte| byte != b'-')
}

/// Whether a text has the shape of a language tag: language, optional script, optional region.
pub(crate) fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let alphabetic = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let language = parts.next().is_some_and(|part| matches!(part.len(), 2 | 3) && alphabetic(part));
    let rest: Vec<&str> = parts.collect();
    let sub = |part: &&str| match part.len() {
        2 | 4 => alphabetic(part),
        3 => part.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    };
    language && rest.len() <= 2 && rest.iter().all(sub)
}

fn read_id(fields: &mut Fields) -> Option<String> {
    let (id, line) = fields.needed_text("id")?;
    if !is_pack_id(&id) {
        fields.faults.at(line, FaultKind::BadId { id: id.clone() });
    }
    Some(id)
}

/// The office's language, in a faulty manifest the first that is offered.
fn read_office_language(fields: &mut Fields, languages: &[String]) -> String {
    let Some((tag, line)) = fields.needed_text("office_language") else {
        return languages.first().cloned().unwrap_or_default();
    };
    if !languages.contains(&tag) {
        fields.faults.at(line, FaultKind::UnknownLanguage { tag: tag.clone() });
    }
    tag
}

fn read_version(fields: &mut Fields) -> Option<Version> {
    let Some((value, line)) = fields.value("version") else {
        fields.missing("version");
        return None;
    };
    let written = match value {
        DeValue::String(text) => text.trim(),
        DeValue::Integer(number) => number.as_str(),
        DeValue::Float(number) => number.as_str(),
        _ => "",
    };
    let version = written.parse().ok();
    // A bare number is a fault even where it can be read: 2026.10 is 2026.1 to many a tool.
    if version.is_none() || !value.is_str() {
        fields.faults.at(line, FaultKind::BadVersion { value: written.to_owned() });
    }
    version
}

fn read_languages(fields: &mut Fields) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut languages = Vec::new();
    if fields.value("languages").is_none() {
        fields.missing("languages");
    }
    for (tag, line) in fields.texts("languages") {
        if !is_language_tag(&tag) {
            fields.faults.at(line, FaultKind::BadLanguage { tag });
        } else if seen.insert(tag.clone()) {
            languages.push(tag);
        } else {
            fields.faults.at(line, FaultKind::DuplicateId { id: tag, first: fields.key_lines().of("languages") });
        }
    }
    languages
}

fn read_last_day(fields: &mut Fields) -> Option<jiff::civil::Date> {
    let (value, line) = fields.value("valid_until")?;
    let written = match value {
        DeValue::Datetime(day) => day.to_string(),
        other => other.as_str().unwrap_or_default().trim().to_owned(),
    };
    let day = parse_date(&written);
    if day.is_none() {
        fields.faults.at(line, FaultKind::BadDate { field: "valid_until", value: written });
    }
    day
}

fn read_seal(fields: &mut Fields) -> Option<String> {
    let (seal, line) = fields.text("seal")?;
    let single = seal.chars().count() == 1;
    if !single {
        fields.faults.at(line, FaultKind::BadSeal {});
    }
    single.then_some(seal)
}

/// Public keys of age, as far as their shape tells: the key itself is checked when something is sealed to it.
fn read_recipients(fields: &mut Fields) -> Vec<String> {
    let mut recipients = Vec::new();
    for (key, line) in fields.texts("recipients") {
        let letters = key.strip_prefix("age1").unwrap_or_default();
        let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        if letters.len() == 58 && letters.bytes().all(letter) {
            recipients.push(key);
        } else {
            fields.faults.at(line, FaultKind::BadRecipient {});
        }
    }
    recipients
}

fn read_bar(fields: &mut Fields) -> GoldenBar {
    let mut bar = GoldenBar::default();
    let Some(inner) = fields.table("golden") else {
        return bar;
    };
    let mut golden = fields.within(&inner);
    for (key, share) in [("right", &mut bar.right), ("refused", &mut bar.refused)] {
        let Some((value, line)) = golden.value(key) else {
            continue;
        };
        let written = match value {
            DeValue::Float(number) => number.as_str().parse().ok(),
            DeValue::Integer(number) => number.as_str().parse().ok(),
            _ => None,
        };
        match written.filter(|number: &f64| (0.0..=1.0).contains(number)) {
            Some(number) => *share = number,
            None => golden.faults.at(line, FaultKind::BadShare { key }),
        }
    }
    golden.finish();
    bar
}
