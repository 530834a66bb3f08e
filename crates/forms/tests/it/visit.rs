//! One helper for all stories: a form from its text, answers by their short names.

use std::{collections::BTreeSet, fmt::Write, sync::Arc};

use jiff::civil::{Date, date};
use kaunter_forms::{Catalogue, Changed, Form, FormFiles, Journey, PackFacts, Place, Refusal, Step, Value, from_json};
use kaunter_reading::Report;

/// The day of all stories.
pub const TODAY: Date = date(2026, 11, 21);

/// A form in English, with words made from its ids.
pub fn form(toml: &str) -> Arc<Form> {
    form_with(toml, &[("en", "")], &[])
}

/// A form in several languages: words that are not given are made from ids.
pub fn form_with(toml: &str, words: &[(&str, &str)], files: &[(&str, &str)]) -> Arc<Form> {
    let mut report = Report::default();
    let languages: Vec<String> = words.iter().map(|(tag, _)| (*tag).to_owned()).collect();
    let made = files_of(toml, words, files);
    let catalogue = Catalogue::read(&made, &facts(&languages), &mut report);
    catalogue.get("story").cloned().unwrap_or_else(|| panic!("{report:?}"))
}

pub fn facts(languages: &[String]) -> PackFacts<'_> {
    PackFacts { languages, office_language: &languages[0], entries: None, topics: None, examples: false }
}

fn files_of(toml: &str, words: &[(&str, &str)], files: &[(&str, &str)]) -> FormFiles {
    let head = "id = \"story\"\nversion = \"1\"\nfamily = \"welfare\"\nminutes = 5\nretention_days = 30\n";
    let whole = if toml.contains("[signing]") || toml.contains("signing =") {
        format!("{head}{toml}")
    } else {
        format!("{head}signing = {{ who = \"applicant\", how = \"signature\" }}\n{toml}")
    };
    let mut made = FormFiles::new();
    for (tag, given) in words {
        made.insert(format!("forms/story/{tag}.ftl"), ftl(&whole, given).into_bytes().into());
    }
    made.insert("forms/story/form.toml".to_owned(), whole.into_bytes().into());
    made.insert("forms/story/example.json".to_owned(), b"{}".as_slice().into());
    made.extend(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().into())));
    made
}

/// Words for every id of the form that `given` has none for.
fn ftl(toml: &str, given: &str) -> String {
    let form: toml::Value = toml::from_str(toml).unwrap();
    let list = |value: &toml::Value, key: &str| value.get(key).and_then(|v| v.as_array()).cloned().unwrap_or_default();
    let id = |value: &toml::Value| value.get("id").unwrap().as_str().unwrap().to_owned();
    let mut ids = ["form-title", "form-summary", "form-declaration", "form-privacy", "officer-summary"]
        .map(str::to_owned)
        .to_vec();
    let mut asked = BTreeSet::new();
    ids.extend(list(&form, "document").iter().map(|document| format!("document-{}", id(document))));
    ids.extend(list(&form, "check").iter().map(|check| format!("check-{}", id(check))));
    if let Some(eligibility) = form.get("eligibility") {
        ids.extend(list(eligibility, "rule").iter().map(|rule| format!("rule-{}", id(rule))));
    }
    for section in list(&form, "section") {
        ids.push(format!("section-{}", id(&section)));
        if section.get("repeat").is_some() {
            ids.push(format!("{}-item", id(&section)));
            ids.push(format!("{}-more", id(&section)));
        }
        for field in list(&section, "field") {
            ids.push(id(&field));
            if field.get("value").is_none() {
                asked.insert(id(&field));
            }
            for choice in list(&field, "choices") {
                ids.push(format!("{}-{}", id(&field), choice.as_str().unwrap()));
            }
            ids.extend(list(&field, "choice").iter().map(|choice| format!("{}-{}", id(&field), id(choice))));
        }
    }
    let mut text = given.trim().to_owned();
    text.push('\n');
    for id in ids {
        if given.lines().any(|line| line.split_once('=').is_some_and(|(name, _)| name.trim_end() == id)) {
            continue;
        }
        let words = id.replace(['-', '_'], " ");
        writeln!(text, "{id} = {words}").unwrap();
        if asked.contains(&id) {
            writeln!(text, "    .question = {words}?").unwrap();
        }
    }
    text
}

/// A place by its short name: `field` or `field/item`.
pub fn at(name: &str) -> Place {
    name.parse().unwrap()
}

/// A journey that answers are given to by short names and JSON.
pub struct Visit {
    pub journey: Journey,
    /// What a store would hold.
    pub store: std::collections::BTreeMap<Place, Vec<u8>>,
}

impl Visit {
    pub fn to(form: &Arc<Form>) -> Self {
        Self { journey: Journey::begin(form.clone(), TODAY), store: Default::default() }
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

    /// What is asked now: names of places, `another …`, or `review`.
    pub fn asked(&self) -> String {
        match self.journey.step() {
            Step::Ask { places, .. } => places.iter().map(Place::to_string).collect::<Vec<_>>().join(" "),
            Step::Another { place, .. } => format!("another {place}"),
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
