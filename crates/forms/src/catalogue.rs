//! All forms of a pack: each with its words, its tables of places and the files that it was read from.
//!
//! Files come as paths and bytes, so that a draft can bring those of its own version. It must never
//! know where they lie.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use kaunter_reading::{InFile, Report, decode};
use serde_json::{Map, Value as Json};

use crate::{
    check::check_form,
    definition::{Form, Kind},
    example::{AnswerLines, complete},
    fault::FormFault,
    places::Places,
    read::{FormLines, Part, check_rules, read_form},
    words::read_words,
};

/// Files by their path in the pack, `forms/ideas/form.toml`.
pub type FormFiles = BTreeMap<String, Arc<[u8]>>;

/// Tables of places by path.
type Tables = BTreeMap<String, Arc<Places>>;

/// What forms need to know of the pack that they are in.
#[derive(Debug, Clone, Copy)]
pub struct PackFacts<'p> {
    /// Languages offered, the words of each form in every one of them.
    pub languages: &'p [String],
    /// The language in which officers work.
    pub office_language: &'p str,
    /// Ids of its entries; `None` where they are not at hand, and not looked at.
    pub entries: Option<&'p BTreeSet<String>>,
    /// Ids of its topics, likewise.
    pub topics: Option<&'p BTreeSet<String>>,
    /// How closely its forms are looked at.
    pub scrutiny: Scrutiny,
}

/// How closely forms are looked at before they are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scrutiny {
    /// Somebody has begun to fill it in: all that can be read is taken, also where a newer version of this
    /// program would want more of a new form.
    Begun,
    /// It is served at a kiosk.
    Served,
    /// It is checked before it is published: its example is tried too.
    Published,
}

/// The forms of a pack, by id.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    forms: BTreeMap<String, Arc<Form>>,
    left_out: BTreeSet<String>,
}

/// A form with what is needed to say on which line it is wrong.
struct Draft {
    form: Arc<Form>,
    lines: FormLines,
    path: String,
}

impl Catalogue {
    /// Whether a path belongs to forms.
    pub fn is_part(path: &str) -> bool {
        match path.split('/').collect::<Vec<_>>().as_slice() {
            ["forms", _, "form.toml" | "example.json" | "paper.typ"] => true,
            ["forms", _, name] => name.len() > 4 && name.ends_with(".ftl"),
            ["tables", name] => name.len() > 4 && name.ends_with(".csv"),
            _ => false,
        }
    }

    /// Reads and checks all forms. One with an error is left out, unless the error is in its example alone: with that
    /// it can still be shown and filled in.
    pub fn read(files: &FormFiles, pack: &PackFacts, report: &mut Report) -> Self {
        let mut tables = Tables::new();
        let mut drafts = Vec::new();
        for folder in folders(files) {
            let errors = report.errors();
            let draft = read_one(folder, files, &mut tables, pack, report);
            let taken = draft.is_some() && pack.scrutiny == Scrutiny::Begun;
            let faulty = report.errors() > errors && !taken;
            if let Some(draft) = draft.as_ref().filter(|_| pack.scrutiny == Scrutiny::Published) {
                check_example(&draft.form, !faulty, report);
            }
            drafts.push((draft, faulty));
        }
        let unfit = check_facts(drafts.iter().filter_map(|(draft, _)| draft.as_ref()), report);
        let sound = drafts.into_iter().filter(|(_, faulty)| !faulty).filter_map(|(draft, _)| draft);
        let forms = sound.filter(|draft| !unfit.contains(&draft.form.id));
        let forms: BTreeMap<_, _> = forms.map(|draft| (draft.form.id.clone(), draft.form)).collect();
        let left_out = folders(files).into_iter().filter(|folder| !forms.contains_key(*folder));
        Self { left_out: left_out.map(str::to_owned).collect(), forms }
    }

    /// The form with an id.
    pub fn get(&self, id: &str) -> Option<&Arc<Form>> {
        self.forms.get(id)
    }

    /// Folders of the forms that have errors.
    pub fn left_out(&self) -> impl Iterator<Item = &str> {
        self.left_out.iter().map(String::as_str)
    }

    /// All forms, by id.
    pub fn forms(&self) -> impl Iterator<Item = &Arc<Form>> {
        self.forms.values()
    }
}

/// Folders under `forms/`.
fn folders(files: &FormFiles) -> BTreeSet<&str> {
    files.keys().filter_map(|path| path.strip_prefix("forms/")?.split_once('/')).map(|(folder, _)| folder).collect()
}

/// Reads the tables that a form names, each once for all forms.
fn read_tables(form: &Form, files: &FormFiles, pack: &PackFacts, tables: &mut Tables, report: &mut Report) {
    for path in form.table_paths() {
        if let Some(bytes) = files.get(path).filter(|_| !tables.contains_key(path)) {
            tables.insert(path.to_owned(), Arc::new(Places::read(bytes, path, pack.languages, report)));
        }
    }
}

fn read_one(
    folder: &str,
    files: &FormFiles,
    tables: &mut Tables,
    pack: &PackFacts,
    report: &mut Report,
) -> Option<Draft> {
    let path = format!("forms/{folder}/form.toml");
    let Some(bytes) = files.get(&path) else {
        report.add(&path, None, FormFault::FormMissing {});
        return None;
    };
    let before = report.errors();
    let mut faults = InFile::new(report, &path);
    let text = decode(bytes, Some(pack.office_language), &mut faults)?;
    let (mut form, lines) = read_form(text, folder, &mut faults)?;
    // One mistake is told once: what rests on a part that could not be read is not looked at.
    if report.errors() > before {
        return None;
    }
    let mut faults = InFile::new(report, &path);
    check_rules(&mut form, &lines, &mut faults);
    if report.errors() > before && pack.scrutiny == Scrutiny::Begun {
        return None;
    }
    if report.errors() == before && pack.scrutiny > Scrutiny::Begun {
        check_form(&form, &lines, &mut InFile::new(report, &path));
    }
    read_tables(&form, files, pack, tables, report);
    let mut faults = InFile::new(report, &path);
    check_pack(&form, &lines, tables, pack, &mut faults);
    form.languages = pack.languages.to_vec();
    form.office_language = pack.office_language.to_owned();
    form.tables = form.table_paths().filter_map(|path| Some((path.to_owned(), tables.get(path)?.clone()))).collect();
    read_all_words(&mut form, folder, files, pack, report);
    let own = format!("forms/{folder}/");
    let belongs = |path: &str| path.starts_with(&own) || form.tables.contains_key(path);
    form.files =
        files.iter().filter(|(path, _)| belongs(path)).map(|(path, file)| (path.clone(), file.clone())).collect();
    Some(Draft { form: Arc::new(form), lines, path })
}

fn read_all_words(form: &mut Form, folder: &str, files: &FormFiles, pack: &PackFacts, report: &mut Report) {
    for language in pack.languages {
        let path = format!("forms/{folder}/{language}.ftl");
        let Some(bytes) = files.get(&path) else {
            report.add(&path, None, FormFault::WordsMissing { language: language.clone() });
            continue;
        };
        let mut faults = InFile::new(report, &path);
        let Some(text) = decode(bytes, Some(language), &mut faults) else { continue };
        if let Some(words) = read_words(text, language, form, language == pack.office_language, &mut faults) {
            form.words.insert(language.clone(), Arc::new(words));
        }
    }
    let own = format!("forms/{folder}/");
    for path in files.keys() {
        let language = path.strip_prefix(&own).and_then(|name| name.strip_suffix(".ftl"));
        if let Some(language) = language.filter(|language| !pack.languages.iter().any(|known| known == language)) {
            report.add(path, None, FormFault::WordsOfNoLanguage { language: language.to_owned() });
        }
    }
}

/// Entries, topics and tables that the form names.
fn check_pack(form: &Form, lines: &FormLines, tables: &Tables, pack: &PackFacts, faults: &mut InFile) {
    let passage = |key: &'static str, id: &str, line: u64, faults: &mut InFile| {
        if pack.entries.is_some_and(|entries| !entries.contains(id)) {
            faults.at(line, FormFault::UnknownPassage { key, id: id.to_owned() });
        }
    };
    for id in &form.entries {
        passage("entries", id, lines.of(Part::Form, "", "entries"), faults);
    }
    for id in form.topics.iter().filter(|id| pack.topics.is_some_and(|topics| !topics.contains(*id))) {
        faults.at(lines.of(Part::Form, "", "topics"), FormFault::UnofferedTopic { id: id.clone() });
    }
    for field in form.sections.iter().flat_map(|section| &section.fields) {
        let line = |key| lines.of(Part::Field, &field.id, key);
        if let Some(id) = &field.explains {
            passage("explains", id, line("explains"), faults);
        }
        let (path, level) = match &field.kind {
            Kind::Address { places: Some(path), .. } => (path, None),
            Kind::Place { places, level } => (places, level.as_deref()),
            _ => continue,
        };
        match tables.get(path) {
            None => faults.at(line("places"), FormFault::UnknownTable { path: path.clone() }),
            Some(table) => {
                if let Some(level) = level.filter(|level| table.offered(Some(level)).is_empty()) {
                    faults.at(line("level"), FormFault::UnknownLevel { level: level.to_owned() });
                }
            }
        }
    }
    for rule in form.eligibility.iter().flat_map(|eligibility| &eligibility.rules) {
        if let Some(id) = &rule.passage {
            passage("passage", id, lines.of(Part::Rule, &rule.id, "passage"), faults);
        }
    }
}

/// The example completes the form: so it can be finished. Only sound forms are tried.
fn check_example(form: &Arc<Form>, sound: bool, report: &mut Report) {
    let path = format!("forms/{}/example.json", form.id);
    let Some(bytes) = form.files.get(&path) else {
        report.add(&path, None, FormFault::ExampleMissing {});
        return;
    };
    let answers: Map<String, Json> = match serde_json::from_slice(bytes) {
        Ok(answers) => answers,
        Err(error) => {
            let line = u64::try_from(error.line()).ok().filter(|line| *line > 0);
            report.add(&path, line, FormFault::ExampleUnreadable { reason: error.to_string() });
            return;
        }
    };
    // On its own day only: a pack that was sound when it was built must not become faulty by waiting.
    let today = answers.get("today").and_then(Json::as_str).and_then(|today| today.parse().ok());
    let tried = today.map(|today| complete(form, &answers, today));
    match tried {
        None => report.add(&path, None, FormFault::ExampleUndated {}),
        Some(Err(incomplete)) if sound => {
            let lines = AnswerLines::of(&String::from_utf8_lossy(bytes));
            for amiss in incomplete.0 {
                let fault = FormFault::ExampleIncomplete { reason: amiss.to_string(), remedy: amiss.remedy };
                report.add(&path, lines.line(&amiss.way), fault);
            }
        }
        Some(_) => {}
    }
}

/// Forms in which a fact is of another kind than in a form before.
fn check_facts<'d>(drafts: impl Iterator<Item = &'d Draft>, report: &mut Report) -> BTreeSet<String> {
    let mut facts: BTreeMap<&str, (&Kind, &str)> = BTreeMap::new();
    let mut unfit = BTreeSet::new();
    for draft in drafts {
        for field in draft.form.sections.iter().flat_map(|section| &section.fields) {
            let Some(fact) = &field.fact else { continue };
            match facts.get(fact.as_str()) {
                None => _ = facts.insert(fact, (&field.kind, &draft.form.id)),
                Some((kind, _)) if alike(kind, &field.kind) => {}
                Some((_, form)) => {
                    let line = draft.lines.of(Part::Field, &field.id, "fact");
                    let fault = FormFault::FactMismatch { fact: fact.clone(), form: (*form).to_owned() };
                    report.add(&draft.path, Some(line), fault);
                    unfit.insert(draft.form.id.clone());
                }
            }
        }
    }
    unfit
}

/// Whether an answer of one kind can be one of the other, whatever their bounds.
fn alike(a: &Kind, b: &Kind) -> bool {
    let codes = |kind: &Kind| match kind {
        Kind::Choice(choices) | Kind::Choices { choices, .. } => {
            Some(choices.iter().map(|choice| choice.code.clone()).collect::<BTreeSet<_>>())
        }
        _ => None,
    };
    let country = |kind: &Kind| match kind {
        Kind::Money { currency: country, .. } | Kind::Address { country, .. } => Some(country.clone()),
        Kind::Place { places, .. } => Some(places.clone()),
        _ => None,
    };
    std::mem::discriminant(a) == std::mem::discriminant(b) && codes(a) == codes(b) && country(a) == country(b)
}
