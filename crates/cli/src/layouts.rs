//! The layouts of a pack, tried with the example of each form in every language of the pack.
//!
//! It stands here because the crates below do not know each other: forms know nothing of paper.

use std::{io::Write, path::Path};

use anyhow::Result;
use jiff::Zoned;
use kaunter_forms::{Form, complete};
use kaunter_pack::model::Pack;
use kaunter_paper::{FormSheet, FormState, Layout, PaperError, Press, Sheet, Typecase};
use serde_json::{Map, Value as Json, json};

use crate::sheets::{coded, letterhead};

/// A layout that does not print.
pub struct LayoutFault {
    /// Its file in the pack.
    pub file: String,
    /// Line, from 1.
    pub line: Option<usize>,
    /// Language of the visitor in which it fails.
    pub language: String,
    /// Why.
    pub why: PaperError,
}

/// Each as `file:line: error: sentence`, as other faults of a pack.
pub fn write_layout_faults(out: &mut impl Write, pack: &Path, faults: &[LayoutFault]) -> std::io::Result<()> {
    for LayoutFault { file, line, language, why } in faults {
        let line = line.map(|line| format!(":{line}")).unwrap_or_default();
        writeln!(out, "{}{line}: error: in “{language}”: {why}", pack.join(file).display())?;
        writeln!(out, "    mend it there; docs/paper.md says what a layout may use")?;
    }
    Ok(())
}

/// The same for scripts.
pub fn layouts_as_json(faults: &[LayoutFault]) -> Vec<Json> {
    let told = |LayoutFault { file, line, language, why }: &LayoutFault| json!({ "file": file, "line": line, "language": language, "code": why.code(), "sentence": why.to_string() });
    faults.iter().map(told).collect()
}

/// Every fault of the layouts of these forms; nothing is set where no form brings a layout.
pub fn check_layouts(pack: &Pack, wanted: impl Fn(&str) -> bool) -> Result<Vec<LayoutFault>> {
    let mut forms = pack.forms.forms().filter(|form| wanted(&form.id) && Layout::of(form).is_some()).peekable();
    let mut faults = Vec::new();
    if forms.peek().is_none() {
        return Ok(faults);
    }
    let press = Press::new(Typecase::of_system().map_err(coded)?);
    for form in forms {
        faults.extend(form.languages.iter().filter_map(|language| fault(pack, &press, form, language)));
    }
    Ok(faults)
}

/// What goes wrong with the example of a form in one language. Without an example that completes it nothing is
/// tried: the forms' own check has said so already.
fn fault(pack: &Pack, press: &Press, form: &std::sync::Arc<Form>, language: &str) -> Option<LayoutFault> {
    let example = form.files.get(&format!("forms/{}/example.json", form.id))?;
    let answers: Map<String, Json> = serde_json::from_slice(example).ok()?;
    let now = Zoned::now();
    let filled = complete(form, &answers, now.date()).ok()?.finish(language, &form.office_language).ok()?;
    let sheet = Sheet::Form(Box::new(FormSheet::new(filled, form, None, FormState::Draft)));
    let set = press.set(&letterhead(&pack.manifest), &sheet, &now).and_then(|pages| pages.to_pdf());
    let why = set.err()?;
    let own = format!("forms/{}/paper.typ", form.id);
    let (file, line) = match &why {
        PaperError::LayoutBroken { file, line, .. } if *file == own => (own, *line),
        _ => (own, None),
    };
    Some(LayoutFault { file, line, language: language.to_owned(), why })
}
