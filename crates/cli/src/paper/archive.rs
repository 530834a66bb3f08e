//! `kaunter paper archive`: forms that the agency opened, as PDF for its files.
//!
//! It stands here because the agency's server knows no forms and has no typesetter: it is given the pack that has them.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result, ensure};
use clap::Args;
use jiff::Zoned;
use kaunter_forms::Filled;
use kaunter_paper::{FormSheet, FormState, Press, Sheet, Typecase};
use kaunter_terminal::{err, out};
use serde::Deserialize;

use crate::{
    opened::Opened,
    sheets::{coded, letterhead},
    written::write_private,
};

#[derive(Args)]
pub struct ArchiveArguments {
    /// The pack that these forms were filled in by: its folder, or the built pack.
    #[arg(long)]
    pack: PathBuf,
    /// Forms as `kaunter-agency export` writes them, JSON. Each gets its PDF beside it. Of a folder, those that have none
    /// yet.
    #[arg(required = true)]
    forms: Vec<PathBuf>,
}

/// Of an exported form what its sheet needs.
#[derive(Deserialize)]
struct Exported {
    number: String,
    filled_form: Filled,
}

/// Exit status 1 where one of them was not written; the others are.
pub fn archive(arguments: &ArchiveArguments) -> Result<ExitCode> {
    let opened = Opened::read(&arguments.pack)?;
    let press = Press::new(Typecase::of_system().map_err(coded)?);
    let mut failed = 0;
    for path in meant(&arguments.forms)? {
        let pdf = path.with_extension("pdf");
        match set(&opened, &press, &path).and_then(|bytes| write_private(&pdf, &bytes)) {
            Ok(()) => writeln!(out(), "{}", pdf.display())?,
            // One that cannot be set keeps none of the others.
            Err(error) => {
                writeln!(err(), "{}: {error:#}", path.display())?;
                failed += 1;
            }
        }
    }
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Forms that were named, and of folders those that have no PDF beside them, by name.
fn meant(named: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut forms = Vec::new();
    for path in named {
        if !path.is_dir() {
            forms.push(path.clone());
            continue;
        }
        let entries = fs::read_dir(path).with_context(|| path.display().to_string())?;
        let mut inside = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
        inside
            .retain(|form| form.extension().is_some_and(|kind| kind == "json") && !form.with_extension("pdf").exists());
        inside.sort();
        forms.append(&mut inside);
    }
    Ok(forms)
}

/// The PDF of one form, by the definition that it was filled in by and by no other.
fn set(opened: &Opened, press: &Press, path: &Path) -> Result<Vec<u8>> {
    let text = fs::read(path).context("it cannot be read")?;
    let Exported { number, filled_form: filled } =
        serde_json::from_slice(&text).context("it is no form that `kaunter-agency export` wrote")?;
    let form = opened.form(&filled.form)?;
    ensure!(
        form.digest() == filled.definition,
        "it was filled in by version {} of the form, as another pack has it; give that pack",
        filled.version
    );
    let sheet = FormSheet::new(filled, form, Some(number), FormState::Accepted);
    let sheet = Sheet::Form(Box::new(sheet));
    let pages = press.set(&letterhead(&opened.pack.manifest), &sheet, &Zoned::now()).map_err(coded)?;
    pages.to_pdf().map_err(coded)
}
