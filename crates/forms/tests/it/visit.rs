//! One helper for all stories: a form from its text, answers by their short names.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::civil::{Date, date};
use kaunter_forms::{
    Catalogue, Changed, Form, FormFiles, Journey, PackFacts, Place, Refusal, Scrutiny, Step, Value, from_json,
};
use kaunter_reading::Report;

/// The day of all stories.
pub const TODAY: Date = date(2026, 11, 21);

/// A form in English, with words made from its ids.
#[track_caller]
pub fn form(toml: &str) -> Arc<Form> {
    form_with(toml, &[("en", "")], &[])
}

/// A form in several languages: words that are not given are made from ids.
#[track_caller]
pub fn form_with(toml: &str, words: &[(&str, &str)], files: &[(&str, &str)]) -> Arc<Form> {
    let head = "id = \"story\"\nversion = \"1\"\nfamily = \"welfare\"\nminutes = 5\nretention_days = 30\n\
        signing = { who = \"applicant\", how = \"signature\" }\n";
    let mut all: FormFiles = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().into())).collect();
    all.insert("forms/story/form.toml".to_owned(), format!("{head}{toml}").into_bytes().into());
    all.insert("forms/story/example.json".to_owned(), b"{}".as_slice().into());
    for (tag, given) in words {
        all.insert(format!("forms/story/{tag}.ftl"), format!("# Words.\n{given}").into_bytes().into());
    }
    let languages: Vec<String> = words.iter().map(|(tag, _)| (*tag).to_owned()).collect();
    for (file, missing) in missing_words(&read(&all, &languages).1) {
        let mut text = String::from_utf8(all[&file].to_vec()).unwrap();
        // An attribute stands right below its message.
        let mut missing: Vec<String> = missing.into_iter().collect();
        missing.sort_by_key(|id| id.replace('.', " "));
        for id in &missing {
            match id.split_once('.') {
                None => text.push_str(&format!("\n{id} = {}", id.replace(['-', '_'], " "))),
                Some((_, attribute)) => text.push_str(&format!("\n    .{attribute} = {id}")),
            }
        }
        all.insert(file, text.into_bytes().into());
    }
    let (catalogue, report) = read(&all, &languages);
    catalogue.get("story").cloned().unwrap_or_else(|| panic!("{report:#?}"))
}

fn read(files: &FormFiles, languages: &[String]) -> (Catalogue, Report) {
    let mut report = Report::default();
    let office_language = &languages[0];
    let pack = PackFacts { languages, office_language, entries: None, topics: None, scrutiny: Scrutiny::Served };
    (Catalogue::read(files, &pack, &mut report), report)
}

/// Ids of words that a form lacks, by file.
fn missing_words(report: &Report) -> BTreeMap<String, BTreeSet<String>> {
    let mut missing: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for fault in report.faults().iter().filter(|fault| fault.kind.code() == "word-missing") {
        let id = fault.kind.to_string().split(['“', '”']).nth(1).unwrap().to_owned();
        missing.entry(fault.file.clone()).or_default().insert(id);
    }
    missing
}

/// A place by its short name: `field` or `field/item`.
pub fn at(name: &str) -> Place {
    name.parse().unwrap()
}

/// A journey that answers are given to by short names and JSON.
pub struct Visit {
    pub journey: Journey,
    /// What a store would hold.
    pub store: BTreeMap<Place, Vec<u8>>,
}

impl Visit {
    pub fn to(form: &Arc<Form>) -> Self {
        Self { journey: Journey::begin(form.clone(), TODAY), store: BTreeMap::new() }
    }

    pub fn keep(&mut self, changed: Vec<Changed>) {
        for Changed { place, stored } in changed {
            match stored {
                Some(bytes) => self.store.insert(place, bytes),
                None => self.store.remove(&place),
            };
        }
    }

    /// Answers, as the screens do.
    #[track_caller]
    pub fn give(&mut self, name: &str, json: &str) -> &mut Self {
        self.try_give(name, json).unwrap();
        self
    }

    pub fn try_give(&mut self, name: &str, json: &str) -> Result<(), Refusal> {
        let place = at(name);
        let value = self.value(&place, json);
        let changed = self.journey.answer(&place, value)?;
        self.keep(changed);
        Ok(())
    }

    fn value(&self, place: &Place, json: &str) -> Value {
        let json = serde_json::from_str(json).unwrap();
        match self.journey.form().field(&place.field) {
            Some((_, field)) => from_json(&field.kind, &json).unwrap(),
            None => Value::YesNo(json.as_bool().unwrap()),
        }
    }

    #[track_caller]
    pub fn skip(&mut self, name: &str) -> &mut Self {
        let changed = self.journey.skip(&at(name)).unwrap();
        self.keep(changed);
        self
    }

    /// What is asked now: names of places, `another …`, `eligibility` or `review`.
    pub fn asked(&self) -> String {
        match self.journey.step() {
            Step::Ask { places, .. } => places.iter().map(Place::to_string).collect::<Vec<_>>().join(" "),
            Step::Another { place, .. } => format!("another {place}"),
            Step::Eligibility => "eligibility".to_owned(),
            Step::Review => "review".to_owned(),
        }
    }

    /// Names of the answers that are set aside.
    pub fn aside(&self) -> String {
        self.journey.set_aside().iter().map(|aside| aside.place.to_string()).collect::<Vec<_>>().join(" ")
    }

    /// What is outstanding: `place code`.
    pub fn outstanding(&self) -> Vec<String> {
        self.journey.outstanding().iter().map(|one| format!("{} {}", one.place, one.why.code())).collect()
    }

    pub fn json(&self, name: &str) -> String {
        self.journey.value(&at(name)).map_or("none".to_owned(), |value| kaunter_forms::to_json(value).to_string())
    }
}
