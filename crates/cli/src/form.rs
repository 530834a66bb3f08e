//! `kaunter form`: what a form's writer does with the forms of a pack.
//!
//! It knows arguments and wording; what is right and wrong is decided in `kaunter-forms`.

mod describe;
mod fill;

use std::{io::Write, path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::{Args, Subcommand};
use kaunter_forms::Form;
use kaunter_terminal::out;
use serde_json::json;

use crate::{
    layouts::{check_layouts, layouts_as_json, write_layout_faults},
    opened::{Opened, must_be_there},
    report::{checked, counted, write_report},
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
    if let (Some(pack), Some(id)) = (&checked.pack, &arguments.form) {
        must_be_there(pack, id, &arguments.pack)?;
    }
    let folder = arguments.form.as_ref().map_or("forms/".to_owned(), |form| format!("forms/{form}/"));
    let report = checked.report.within(|file| file.starts_with(&folder) || file.starts_with("tables/"));
    let wanted = |id: &str| arguments.form.as_deref().is_none_or(|form| form == id);
    let layouts = checked.pack.as_ref().map(|pack| check_layouts(pack, wanted)).transpose()?.unwrap_or_default();
    let mut out = out();
    if arguments.json {
        let forms: Vec<&str> =
            checked.pack.iter().flat_map(|pack| pack.forms.forms()).map(|form| form.id.as_str()).collect();
        let (errors, warnings) = (report.errors() + layouts.len(), report.warnings());
        let layouts = layouts_as_json(&layouts);
        let told = json!({
            "forms": forms, "errors": errors, "warnings": warnings, "faults": report.faults(), "layouts": layouts,
        });
        writeln!(out, "{told}")?;
    } else {
        write_layout_faults(&mut out, &arguments.pack, &layouts)?;
        write_report(&mut out, &arguments.pack, &report, layouts.len())?;
    }
    Ok(if report.errors() == 0 && layouts.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Every form of the pack; one with errors is marked, and shown by its id alone where nothing else of it can be.
fn list(arguments: &ListArguments) -> Result<ExitCode> {
    let opened = Opened::read(&arguments.pack)?;
    let language = opened.language(arguments.lang.as_deref())?;
    let forms = &opened.pack.forms;
    let mut out = out();
    let marked = |id: &str| match opened.errors(id) {
        0 => String::new(),
        errors => format!("  ({})", counted(errors, "error")),
    };
    for form in forms.forms() {
        let title = form.words(language).map(|words| words.title()).unwrap_or_default();
        if arguments.json {
            let Form { id, version, topics, minutes, .. } = &**form;
            let errors = opened.errors(id);
            let told = json!({
                "id": id, "version": version, "title": title, "topics": topics, "minutes": minutes, "errors": errors,
            });
            writeln!(out, "{told}")?;
        } else {
            writeln!(out, "{}  {title}{}", form.id, marked(&form.id))?;
        }
    }
    for id in forms.left_out() {
        if arguments.json {
            writeln!(out, "{}", json!({ "id": id, "errors": opened.errors(id) }))?;
        } else {
            writeln!(out, "{id}{}", marked(id))?;
        }
    }
    if !arguments.json && forms.forms().next().is_none() && forms.left_out().next().is_none() {
        writeln!(out, "there is no form in {}", opened.folder().display())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn describe(arguments: &DescribeArguments) -> Result<ExitCode> {
    let opened = Opened::read(&arguments.pack)?;
    let form = opened.form(&arguments.form)?;
    let language = opened.language(arguments.lang.as_deref())?;
    describe::write_form(&mut out(), form, language)?;
    Ok(ExitCode::SUCCESS)
}
