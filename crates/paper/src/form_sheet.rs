//! A form on its way to paper: the finished form, its true state, the layout that the pack brings.
//!
//! It must never change a word of the form.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use kaunter_forms::{Bilingual, Filled, Form, Words};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use crate::{PaperError, code, home};

/// Where the form stands. Printed plainly, with what it means for the citizen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FormState {
    /// Not finished.
    Draft,
    /// Finished and sealed on this kiosk; the agency does not have it yet.
    Queued,
    /// The agency has it.
    Accepted,
}

impl FormState {
    pub(crate) fn letter(self) -> char {
        match self {
            Self::Draft => 'D',
            Self::Queued => 'Q',
            Self::Accepted => 'A',
        }
    }

    pub(crate) fn of_letter(letter: &str) -> Option<Self> {
        [Self::Draft, Self::Queued, Self::Accepted].into_iter().find(|state| letter == state.letter().to_string())
    }
}

/// A layout that a pack brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// Path of the layout in the pack.
    pub path: String,
    /// What it may read: the files of its own folder, by their path in the pack.
    pub files: BTreeMap<String, Arc<[u8]>>,
}

impl Layout {
    /// The layout of a form, if its pack brings one.
    pub fn of(form: &Form) -> Option<Self> {
        let folder = format!("forms/{}/", form.id);
        let path = format!("{folder}paper.typ");
        let own = form.files.iter().filter(|(path, _)| path.starts_with(&folder));
        let files: BTreeMap<String, Arc<[u8]>> = own.map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
        files.contains_key(&path).then_some(Self { path, files })
    }
}

/// A form to be printed.
#[derive(Debug, Clone)]
pub struct FormSheet {
    /// The form.
    pub filled: Filled,
    /// Headings of repeating sections by id: the form itself names only their items.
    pub groups: BTreeMap<String, Bilingual>,
    /// Ids of all sections and fields of the form: a layout may ask for these, also where they do not apply.
    pub ids: BTreeSet<String>,
    /// Who signs, where that is not the applicant, in both languages.
    pub signer: Option<Bilingual>,
    /// Its short number. A draft has none.
    pub number: Option<String>,
    /// Its true state.
    pub state: FormState,
    /// Whether it was printed before.
    pub again: bool,
    /// The pack's own layout; without it the default one.
    pub layout: Option<Layout>,
    /// The form's sealed letter, to be printed as codes on the pages that follow.
    pub way_home: Option<Arc<[u8]>>,
}

/// What the typesetter reads beside the data.
pub type DrawnFiles = Vec<(String, Vec<u8>)>;

impl FormSheet {
    /// A form in its state, on the layout of its definition.
    pub fn new(filled: Filled, form: &Form, number: Option<String>, state: FormState) -> Self {
        let both = |choose: &dyn Fn(&Words) -> String| {
            let said = |language: &str| form.words(language).map(|words| choose(words)).unwrap_or_default();
            Bilingual { citizen: said(&filled.language), office: said(&filled.office_language) }
        };
        let signer =
            (filled.signing.who != "applicant").then(|| both(&|words| words.signer(&filled.signing.who).to_owned()));
        let repeating = form.sections.iter().filter(|section| section.repeat.is_some());
        let groups = repeating
            .map(|section| (section.id.clone(), both(&|words| words.section(&section.id).to_owned())))
            .collect();
        let ids = form.sections.iter().flat_map(|section| {
            std::iter::once(&section.id).chain(section.fields.iter().map(|field| &field.id)).cloned()
        });
        Self {
            ids: ids.collect(),
            groups,
            signer,
            layout: Layout::of(form),
            filled,
            number,
            state,
            again: false,
            way_home: None,
        }
    }

    /// The data of the sheet, and the pictures on it.
    pub(crate) fn data(&self) -> Result<(Json, DrawnFiles), PaperError> {
        let code = code::FormCode::of(&self.filled, self.number.as_deref(), self.state);
        let code_text = code.to_string();
        let mut files = vec![("/kaunter/code.svg".to_owned(), code::qr_picture(&code_text)?.into_bytes())];
        let mut filled = serde_json::to_value(&self.filled).unwrap_or_default();
        for (at, section) in self.filled.sections.iter().enumerate() {
            for (nth, answer) in section.answers.iter().enumerate() {
                let drawn = drawn(&answer.kind, &answer.value)?.map(|(kind, bytes)| {
                    let path = format!("/kaunter/drawn/{at}-{nth}.{kind}");
                    files.push((path.clone(), bytes));
                    path
                });
                // The layout needs the paths, and never the raw bytes of a picture.
                let shown = &mut filled["sections"][at]["answers"][nth];
                shown["drawn"] = json!(drawn);
                if answer.kind == "picture" || answer.kind == "signature" {
                    shown["value"] = Json::Null;
                }
            }
        }
        let parts = self.way_home.as_deref().map(home::parts_of).transpose()?.unwrap_or_default();
        for (at, part) in parts.iter().enumerate() {
            files.push((home_path(at), code::qr_picture(part)?.into_bytes()));
        }
        let data = json!({
            "filled": filled,
            "groups": self.groups,
            "ids": self.ids,
            "signer": self.signer,
            "number": self.number,
            "state": self.state,
            "again": self.again,
            "code": code_text,
            "layout": self.layout.as_ref().map(|layout| format!("/{}", layout.path)),
            "home": (0..parts.len()).map(home_path).collect::<Vec<_>>(),
        });
        Ok((data, files))
    }
}

fn home_path(at: usize) -> String {
    format!("/kaunter/home/{at}.svg")
}

#[derive(Deserialize)]
struct Strokes {
    strokes: Vec<Vec<(u16, u16)>>,
}

#[derive(Deserialize)]
struct Image {
    data: String,
}

/// The picture that an answer is, with the ending of its file.
fn drawn(kind: &str, value: &Json) -> Result<Option<(&'static str, Vec<u8>)>, PaperError> {
    match kind {
        "signature" => Ok(Strokes::deserialize(value).ok().map(|drawn| ("svg", strokes(&drawn.strokes)))),
        "picture" => {
            let Ok(image) = Image::deserialize(value) else { return Ok(None) };
            let unreadable = |error: base64::DecodeError| PaperError::PictureUnreadable { reason: error.to_string() };
            let bytes = STANDARD.decode(image.data).map_err(unreadable)?;
            Ok(Some(("png", home::small_picture(&bytes)?)))
        }
        _ => Ok(None),
    }
}

/// Strokes on a field of 1000 × 1000 as lines, with the field cut to what was drawn.
fn strokes(strokes: &[Vec<(u16, u16)>]) -> Vec<u8> {
    let points = || strokes.iter().flatten();
    let (left, right) = (points().map(|p| p.0).min().unwrap_or(0), points().map(|p| p.0).max().unwrap_or(0));
    let (top, bottom) = (points().map(|p| p.1).min().unwrap_or(0), points().map(|p| p.1).max().unwrap_or(0));
    let mut path = String::new();
    for stroke in strokes {
        for (at, (x, y)) in stroke.iter().enumerate() {
            path.push_str(&format!("{}{x} {y}", if at == 0 { 'M' } else { 'L' }));
        }
        // A dot is a stroke too.
        if let [(x, y)] = stroke[..] {
            path.push_str(&format!("L{x} {y}"));
        }
    }
    let (x, y) = (i32::from(left) - 10, i32::from(top) - 10);
    let (width, height) = (u32::from(right - left) + 20, u32::from(bottom - top) + 20);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"{x} {y} {width} {height}\"><path d=\"{path}\" fill=\"none\" stroke=\"black\" \
         stroke-width=\"9\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>"
    )
    .into_bytes()
}
