//! A form writer's desk: the worked example of the handbook, and what changing it does.

use std::{collections::BTreeSet, sync::Arc};

use kaunter_forms::{Catalogue, Form, FormFiles, PackFacts, Scrutiny};
use kaunter_reading::Report;

/// The handbook for form writers.
pub const HANDBOOK: &str = include_str!("../../../../docs/forms.md");

/// The folder of the worked example.
pub const FOLDER: &str = "forms/heating-help";

/// The file of the worked example under this name.
pub fn written(name: &str) -> &'static str {
    let (_, rest) = HANDBOOK.split_once(&format!("**{name}**\n\n```")).unwrap();
    let (_, rest) = rest.split_once('\n').unwrap();
    rest.split_once("\n```").unwrap().0
}

/// Files by path.
fn files(given: &[(&str, &str)]) -> FormFiles {
    given.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().into())).collect()
}

/// The worked example.
pub fn worked_example() -> FormFiles {
    let names = ["form.toml", "en.ftl", "example.json"];
    names.iter().map(|name| (format!("{FOLDER}/{name}"), written(name).as_bytes().into())).collect()
}

/// The worked example after an edit of one file: `old` becomes `new`.
#[track_caller]
pub fn edited(name: &str, old: &str, new: &str) -> FormFiles {
    assert!(written(name).contains(old), "{name} does not hold {old:?}");
    let mut files = worked_example();
    files.insert(format!("{FOLDER}/{name}"), written(name).replacen(old, new, 1).as_bytes().into());
    files
}

/// The worked example with another field before "wish".
pub fn with_field(field: &str) -> FormFiles {
    edited("form.toml", "[[section.field]]\nid = \"wish\"", &format!("{field}\n[[section.field]]\nid = \"wish\""))
}

/// Reads forms of a pack in English with one entry, `heating`, and one topic, `winter`.
pub fn read(files: &FormFiles) -> (Catalogue, Report) {
    read_in(files, &["en"])
}

pub fn read_in(files: &FormFiles, languages: &[&str]) -> (Catalogue, Report) {
    let mut report = Report::default();
    let languages: Vec<String> = languages.iter().map(|tag| (*tag).to_owned()).collect();
    let entries = BTreeSet::from(["heating".to_owned()]);
    let topics = BTreeSet::from(["winter".to_owned()]);
    let pack = PackFacts {
        languages: &languages,
        office_language: "en",
        entries: Some(&entries),
        topics: Some(&topics),
        scrutiny: Scrutiny::Published,
    };
    let catalogue = Catalogue::read(files, &pack, &mut report);
    report.sort();
    (catalogue, report)
}

/// All that is said about forms, each fault as `file: code`, with the line it stands on.
pub fn said_of(files: &FormFiles) -> Vec<(String, String)> {
    said_in(files, &["en"])
}

pub fn said_in(files: &FormFiles, languages: &[&str]) -> Vec<(String, String)> {
    let (_, report) = read_in(files, languages);
    let said = report.faults().iter().map(|fault| {
        assert!(fault.kind.remedy().ends_with('.'), "no remedy: {fault}");
        let text = String::from_utf8_lossy(files.get(&fault.file).map_or(&[], |bytes| bytes)).into_owned();
        let line = fault.line.map(|line| {
            let at = usize::try_from(line).unwrap() - 1;
            text.lines().nth(at).unwrap_or_else(|| panic!("no such line: {fault}")).trim().to_owned()
        });
        let file = fault.file.strip_prefix(&format!("{FOLDER}/")).unwrap_or(&fault.file);
        (format!("{file}: {}", fault.kind.code()), line.unwrap_or_default())
    });
    said.collect()
}

/// A form from its `form.toml` alone: its words are made up.
#[track_caller]
pub fn form(toml: &str) -> Arc<Form> {
    let (form, faults) = try_form(toml);
    form.unwrap_or_else(|| panic!("{faults:#?}"))
}

/// The same, with what is said about it besides its words and example.
pub fn try_form(toml: &str) -> (Option<Arc<Form>>, Vec<String>) {
    let path = |name: &str| format!("forms/trial/{name}");
    let mut all =
        files(&[(&path("form.toml"), toml), (&path("en.ftl"), "form-title = Trial"), (&path("example.json"), "{}")]);
    let (_, report) = read(&all);
    let missing = report.faults().iter().filter(|fault| fault.kind.code() == "word-missing");
    let missing: BTreeSet<String> =
        missing.map(|fault| fault.kind.to_string().split(['“', '”']).nth(1).unwrap().to_owned()).collect();
    let mut words = String::new();
    for id in missing.iter().chain([&"form-title".to_owned()]).filter(|id| !id.contains('.')) {
        let of_it = missing.iter().filter_map(|other| other.strip_prefix(&format!("{id}.")));
        let attributes: String = of_it.map(|attribute| format!("    .{attribute} = {id}\n")).collect();
        words.push_str(&format!("{id} = {id}\n{attributes}"));
    }
    all.insert(path("en.ftl"), words.as_bytes().into());
    let mut report = Report::default();
    let pack = PackFacts {
        languages: &["en".to_owned()],
        office_language: "en",
        entries: None,
        topics: None,
        scrutiny: Scrutiny::Served,
    };
    let catalogue = Catalogue::read(&all, &pack, &mut report);
    let faults = report.faults().iter().map(|fault| format!("{}: {fault}", fault.kind.code()));
    (catalogue.get("trial").cloned(), faults.collect())
}

/// A form with this rule as what must hold, read and judged.
pub fn with_rule(rule: &str) -> Vec<String> {
    let rule = serde_json::to_string(rule).unwrap();
    try_form(&format!(
        "id = \"trial\"\nversion = \"1\"\nfamily = \"ideas\"\nminutes = 1\nretention_days = 1\n\
         signing = {{ who = \"applicant\", how = \"none\" }}\n\
         [[section]]\nid = \"things\"\nrepeat = {{ each = \"thing\" }}\n\
         [[section.field]]\nid = \"price\"\nkind = \"money\"\ncurrency = \"TWD\"\n\
         [[check]]\nid = \"it\"\nof = [\"price\"]\nrule = {rule}\n"
    ))
    .1
}
