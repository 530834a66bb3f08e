//! `kaunter form`: what a form's writer does with the forms of a pack.
//!
//! It knows arguments and wording; what is right and wrong is decided in `kaunter-forms`.

mod fill;

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result};
use clap::{Args, Subcommand};
use kaunter_forms::{Form, Words};
use kaunter_pack::model::Pack;
use serde_json::json;

use crate::{
    pack::{checked, write_report},
    paper::{check_layouts, layouts_as_json, write_layout_faults},
};

#[derive(Subcommand)]
pub enum FormCommand {
    /// List the forms of a pack.
    List(ListArguments),
    /// Show what a form asks, in one language.
    Describe(DescribeArguments),
    /// Name every fault of a pack's forms: file, line and remedy.
    Check(CheckArguments),
    /// Fill a form in from a file of answers, and show what comes out.
    Fill(fill::FillArguments),
}

#[derive(Args)]
pub struct ListArguments {
    /// A pack's folder, or a built pack.
    pack: PathBuf,
    /// The language of the titles; without it the office's.
    #[arg(long)]
    lang: Option<String>,
    /// Write one JSON object a line.
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub struct DescribeArguments {
    /// A pack's folder, or a built pack.
    pack: PathBuf,
    /// The form's id.
    form: String,
    /// The language; without it the office's.
    #[arg(long)]
    lang: Option<String>,
}

#[derive(Args)]
pub struct CheckArguments {
    /// A pack's folder, or a built pack.
    pack: PathBuf,
    /// Only this form.
    form: Option<String>,
    /// Write one JSON object instead of lines.
    #[arg(long)]
    json: bool,
}

pub fn run(command: FormCommand) -> Result<ExitCode> {
    match command {
        FormCommand::List(arguments) => list(&arguments),
        FormCommand::Describe(arguments) => describe(&arguments),
        FormCommand::Check(arguments) => check(&arguments),
        FormCommand::Fill(arguments) => fill::fill(&arguments),
    }
}

/// Only what concerns forms; `kaunter pack check` says the rest too.
fn check(arguments: &CheckArguments) -> Result<ExitCode> {
    let checked = checked(&arguments.pack)?;
    let folder = arguments.form.as_ref().map_or("forms/".to_owned(), |form| format!("forms/{form}/"));
    let report = checked.report.within(|file| file.starts_with(&folder) || file.starts_with("tables/"));
    let wanted = |id: &str| arguments.form.as_deref().is_none_or(|form| form == id);
    let layouts = checked.pack.as_ref().map(|pack| check_layouts(pack, wanted)).transpose()?.unwrap_or_default();
    let mut out = std::io::stdout().lock();
    if arguments.json {
        let forms: Vec<&str> =
            checked.pack.iter().flat_map(|pack| pack.forms.forms()).map(|form| form.id.as_str()).collect();
        let (errors, warnings) = (report.errors(), report.warnings());
        let layouts = layouts_as_json(&layouts);
        let told = json!({
            "forms": forms, "errors": errors, "warnings": warnings, "faults": report.faults(), "layouts": layouts,
        });
        writeln!(out, "{told}")?;
    } else {
        write_layout_faults(&mut out, &arguments.pack, &layouts)?;
        write_report(&mut out, &arguments.pack, &report)?;
    }
    Ok(if report.errors() == 0 && layouts.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn list(arguments: &ListArguments) -> Result<ExitCode> {
    let pack = sound(&arguments.pack)?;
    let language = arguments.lang.as_deref().unwrap_or(&pack.manifest.office_language);
    let mut out = std::io::stdout().lock();
    for form in pack.forms.forms() {
        let title = form.words(language).map(|words| words.title()).unwrap_or_default();
        if arguments.json {
            let Form { id, version, topics, minutes, .. } = &**form;
            let told = json!({ "id": id, "version": version, "title": title, "topics": topics, "minutes": minutes });
            writeln!(out, "{told}")?;
        } else {
            writeln!(out, "{}  {title}", form.id)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn describe(arguments: &DescribeArguments) -> Result<ExitCode> {
    let pack = sound(&arguments.pack)?;
    let form = pack.forms.get(&arguments.form);
    let form = form.with_context(|| format!("there is no form “{}” without errors", arguments.form))?;
    let language = arguments.lang.as_deref().unwrap_or(&form.office_language);
    let words = form.words(language).with_context(|| format!("“{}” has no words", form.id))?;
    write_form(&mut std::io::stdout().lock(), form, words)?;
    Ok(ExitCode::SUCCESS)
}

/// Sections with their questions, and on what each depends.
fn write_form(out: &mut impl Write, form: &Form, words: &Words) -> std::io::Result<()> {
    writeln!(out, "{} ({}, version {})", words.title(), form.id, form.version)?;
    writeln!(out, "{}", words.summary())?;
    let when = |when: &Option<kaunter_forms::Rule>| {
        when.as_ref().map(|when| format!("  [when {}]", when.text())).unwrap_or_default()
    };
    for section in &form.sections {
        let each = if section.repeat.is_some() { " …" } else { "" };
        writeln!(out, "\n{}{each}{}", words.section(&section.id), when(&section.when))?;
        for field in &section.fields {
            let asked = match &field.value {
                Some(value) => format!("= {}", value.text()),
                None => words.question(&field.id).to_owned(),
            };
            let optional = if field.optional { "  (optional)" } else { "" };
            writeln!(out, "  {}: {asked}{optional}{}", words.label(&field.id), when(&field.when))?;
        }
    }
    for (at, document) in form.documents.iter().enumerate() {
        if at == 0 {
            writeln!(out)?;
        }
        writeln!(out, "- {}{}", words.document(&document.id), when(&document.when))?;
    }
    Ok(())
}

/// The pack at a path, with the forms that have no errors.
pub fn sound(path: &Path) -> Result<Pack> {
    checked(path)?.pack.context("pack.toml gives no id and version")
}
