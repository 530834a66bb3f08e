//! The desk of these stories: the sample pack, a press, a few looks at what came out.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{Arc, LazyLock},
};

use jiff::Zoned;
use kaunter_forms::{Bilingual, Catalogue, Filled, Form, FormFiles, PackFacts, Scrutiny, complete};
use kaunter_paper::{FormSheet, FormState, Languages, Letterhead, Pages, PaperError, Press, Sheet, Typecase};
use kaunter_reading::Report;
use serde_json::{Map, Value as Json};

/// An empty folder of this name.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

pub const LANGUAGES: [&str; 4] = ["zh-TW", "ms", "ko", "en"];

static PRESS: LazyLock<Press> = LazyLock::new(|| Press::new(Typecase::of_system().unwrap()));
/// A form with its example.
type Sample = (Arc<Form>, Map<String, Json>);

static FORMS: LazyLock<Vec<Sample>> = LazyLock::new(samples);

pub fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read_folder(root: &Path, folder: &str, files: &mut FormFiles) {
    for entry in fs::read_dir(root.join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_dir() {
            read_folder(root, &path, files);
        } else {
            files.insert(path, fs::read(entry.path()).unwrap().into());
        }
    }
}

fn samples() -> Vec<Sample> {
    let mut files = FormFiles::new();
    for folder in ["forms", "tables"] {
        read_folder(&here("../../content"), folder, &mut files);
    }
    let languages = LANGUAGES.map(str::to_owned);
    let pack = PackFacts {
        languages: &languages,
        office_language: "zh-TW",
        entries: None,
        topics: None,
        scrutiny: Scrutiny::Served,
    };
    let mut report = Report::default();
    let catalogue = Catalogue::read(&files, &pack, &mut report);
    assert_eq!(report.errors(), 0, "{report:#?}");
    let example = |form: &Arc<Form>| {
        let json = &files[&format!("forms/{}/example.json", form.id)];
        (form.clone(), serde_json::from_slice(json).unwrap())
    };
    catalogue.forms().map(example).collect()
}

/// Every form of the sample pack.
pub fn forms() -> impl Iterator<Item = &'static Arc<Form>> {
    FORMS.iter().map(|(form, _)| form)
}

pub fn form(id: &str) -> &'static Arc<Form> {
    forms().find(|form| form.id == id).unwrap()
}

/// The form's example, filled in.
pub fn filled(id: &str, language: &str) -> Filled {
    let (form, answers) = FORMS.iter().find(|(form, _)| form.id == id).unwrap();
    complete(form, answers, now().date()).unwrap().finish(language, &form.office_language).unwrap()
}

/// The example's sheet, queued.
pub fn sheet(id: &str, language: &str) -> FormSheet {
    FormSheet::new(filled(id, language), form(id), Some("4821-0975".to_owned()), FormState::Queued)
}

pub fn now() -> Zoned {
    "2026-11-21T10:15:00+08:00[Asia/Taipei]".parse().unwrap()
}

pub fn letterhead() -> Letterhead {
    let names = [
        ("zh-TW", "海港市聯合服務中心"),
        ("ms", "Pusat Khidmat Bersepadu Bandar Pelabuhan"),
        ("ko", "항구시 통합민원센터"),
        ("en", "Harbour City Service Centre"),
    ];
    let agency = names.map(|(language, name)| (language.to_owned(), name.to_owned())).into();
    Letterhead { agency, seal: Some("港".to_owned()) }
}

pub fn languages(citizen: &str) -> Languages {
    Languages { citizen: citizen.to_owned(), office: "zh-TW".to_owned() }
}

pub fn both(citizen: &str, office: &str) -> Bilingual {
    Bilingual { citizen: citizen.to_owned(), office: office.to_owned() }
}

pub fn try_set(sheet: Sheet) -> Result<Pages, PaperError> {
    PRESS.set(&letterhead(), &sheet, &now())
}

#[track_caller]
pub fn set(sheet: Sheet) -> Pages {
    try_set(sheet).unwrap()
}

#[track_caller]
pub fn set_form(sheet: FormSheet) -> Pages {
    set(Sheet::Form(Box::new(sheet)))
}

/// The text of a PDF in reading order, without any white space: lines break where they must.
pub fn text(pdf: &[u8]) -> String {
    let mut reading = Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut given = reading.stdin.take().unwrap();
    let pdf = pdf.to_vec();
    let giving = std::thread::spawn(move || given.write_all(&pdf).unwrap());
    let read = reading.wait_with_output().unwrap();
    giving.join().unwrap();
    assert!(read.status.success(), "pdftotext: {}", String::from_utf8_lossy(&read.stderr));
    squeezed(&String::from_utf8(read.stdout).unwrap())
}

pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Fails unless the words stand in the text one after the other.
#[track_caller]
pub fn assert_in_order<'w>(text: &str, words: impl IntoIterator<Item = &'w str>) {
    let mut from = 0;
    for word in words {
        let word = squeezed(word);
        let at = text[from..].find(&word);
        assert!(at.is_some(), "“{word}” does not follow “{}” in {text}", &text[..from]);
        from += at.unwrap() + word.len();
    }
}
