//! `kaunter pack new`: a small pack that passes `check`, to be written over.
//!
//! What it says in each language stands in `skeleton/<language>/`; a further folder is a further language.

use std::{collections::BTreeMap, path::PathBuf, process::ExitCode};

use anyhow::{Context, Result, bail};
use clap::Args;
use include_dir::{Dir, include_dir};
use jiff::{Zoned, civil::Date};
use kaunter_pack::PackFiles;
use kaunter_terminal::out;
use serde::Deserialize;
use toml::Value;

use crate::{report::coded, written::write_whole};

static SKELETON: Dir = include_dir!("$CARGO_MANIFEST_DIR/skeleton");

#[derive(Args)]
pub struct NewArguments {
    /// The new pack's folder; its name becomes the id.
    folder: PathBuf,
    /// Languages, the office's own first.
    #[arg(long, value_delimiter = ',', default_value = "en")]
    languages: Vec<String>,
    /// The pack's id instead of the folder's name: small letters, digits and hyphens.
    #[arg(long)]
    id: Option<String>,
}

/// Without a byte order mark some spreadsheets take UTF-8 for something else.
const MARK: &str = "\u{FEFF}";

/// One language's words for the files that all languages share.
#[derive(Deserialize)]
struct Words {
    agency: String,
    topic: String,
    summary: String,
    /// The office's row in the directory, after the id.
    office: String,
}

pub fn new(arguments: &NewArguments) -> Result<ExitCode> {
    let folder = &arguments.folder;
    let named = folder.file_name().map(|name| name.to_string_lossy().into_owned());
    let id = arguments.id.clone().or(named).unwrap_or_default();
    if folder.join("pack.toml").exists() {
        bail!("{} holds a pack already", folder.display());
    }
    let now = Zoned::now();
    let files = skeleton(&id, &arguments.languages, now.date())?;
    let bytes = files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes()));
    let checked = kaunter_pack::check(PackFiles::from_bytes(bytes).map_err(coded)?, &now).map_err(coded)?;
    if let Some(fault) = checked.report.first_error() {
        bail!("{}. {}", fault.kind, fault.kind.remedy());
    }
    for (path, text) in &files {
        write_whole(&folder.join(path), text.as_bytes())?;
    }
    out!("{}", folder.display());
    Ok(ExitCode::SUCCESS)
}

/// The files of a new pack by path.
fn skeleton(id: &str, languages: &[String], today: Date) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    let mut words = Vec::new();
    for language in languages {
        let folder = SKELETON.get_dir(language).with_context(|| no_skeleton(language))?;
        for file in folder.files() {
            let name = file.path().file_name().unwrap_or_default().to_string_lossy();
            let text = file.contents_utf8().unwrap_or_default();
            if name == "words.toml" {
                words.push((language.as_str(), toml::from_str::<Words>(text)?));
            } else {
                let mark = if name.ends_with(".csv") { MARK } else { "" };
                let text = text.replace("{today}", &today.to_string());
                files.insert(format!("knowledge/{language}/{name}"), format!("{mark}{text}"));
            }
        }
    }
    files.insert("pack.toml".into(), manifest(id, languages, &words, today));
    files.insert("topics.toml".into(), topics(&words));
    files.insert("directory.csv".into(), directory(&words));
    Ok(files)
}

fn no_skeleton(language: &str) -> String {
    let known: Vec<_> = SKELETON.dirs().map(|folder| folder.path().to_string_lossy()).collect();
    format!("there is nothing to start from in “{language}”, only in {}", known.join(", "))
}

fn manifest(id: &str, languages: &[String], words: &[(&str, Words)], today: Date) -> String {
    format!(
        "id = {}\nversion = \"{}.{}.1\"\nagency = {}\nlanguages = {}\noffice_language = {}\n",
        Value::from(id),
        today.year(),
        today.month(),
        in_each(words, |words| &words.agency),
        Value::from(languages.to_vec()),
        Value::from(languages.first().map_or("", String::as_str)),
    )
}

fn topics(words: &[(&str, Words)]) -> String {
    format!(
        "[[topic]]\nid = \"counters\"\nkind = \"subject\"\nicon = \"clock\"\ntitle = {}\nsummary = {}\n\
         entries = [\"opening-hours\", \"lost-and-found\"]\n",
        in_each(words, |words| &words.topic),
        in_each(words, |words| &words.summary),
    )
}

fn directory(words: &[(&str, Words)]) -> String {
    let mut rows = format!("{MARK}id,language,name,address,counter,phone,hours,services\n");
    for (_, words) in words {
        rows += &format!("centre,{}\n", words.office);
    }
    rows
}

/// `{ ko = "…", en = "…" }`.
fn in_each(words: &[(&str, Words)], text: impl Fn(&Words) -> &String) -> String {
    let pairs: Vec<String> =
        words.iter().map(|(language, words)| format!("{language} = {}", Value::from(text(words).as_str()))).collect();
    format!("{{ {} }}", pairs.join(", "))
}
