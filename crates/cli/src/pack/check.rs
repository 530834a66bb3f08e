//! `kaunter pack check`.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Result;
use clap::Args;
use jiff::Zoned;
use kaunter_pack::{Checked, PackFiles, Report, Severity};
use serde_json::json;

use super::{
    coded,
    golden::{self, Trial},
};
use crate::paper::{LayoutFault, check_layouts, layouts_as_json, write_layout_faults};

#[derive(Args)]
pub struct CheckArguments {
    /// A pack's folder, or a built pack.
    pack: PathBuf,
    /// Ask the pack's golden questions too, and hold the answers against its own bar.
    #[arg(long)]
    golden: bool,
    /// Write one JSON object instead of lines.
    #[arg(long)]
    json: bool,
}

pub fn check(arguments: &CheckArguments) -> Result<ExitCode> {
    let checked = checked(&arguments.pack)?;
    let trial = match &checked.pack {
        Some(pack) if arguments.golden => Some((golden::ask_all(pack)?, pack.manifest.golden_bar)),
        _ => None,
    };
    let layouts = checked.pack.as_ref().map(|pack| check_layouts(pack, |_| true)).transpose()?.unwrap_or_default();
    let mut out = std::io::stdout().lock();
    if arguments.json {
        writeln!(out, "{}", as_json(&checked, trial.as_ref().map(|(trial, _)| trial), &layouts))?;
    } else {
        write_layout_faults(&mut out, &arguments.pack, &layouts)?;
        write_report(&mut out, &arguments.pack, &checked.report, layouts.len())?;
        if let Some((trial, bar)) = &trial {
            trial.write(&mut out, &arguments.pack, bar)?;
        }
    }
    let reached = trial.is_none_or(|(trial, _)| trial.reaches_bar());
    Ok(if checked.report.errors() == 0 && layouts.is_empty() && reached {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// A pack checked as of now.
pub fn checked(path: &Path) -> Result<Checked> {
    let files = PackFiles::open(path).map_err(coded)?;
    kaunter_pack::check(files, &Zoned::now()).map_err(coded)
}

/// Every fault as `file:line: severity: sentence` with its remedy under it, and the sums; `written` errors stand above
/// already.
pub fn write_report(out: &mut impl Write, pack: &Path, report: &Report, written: usize) -> std::io::Result<()> {
    for fault in report.faults() {
        let path = pack.join(&fault.file);
        let line = fault.line.map(|line| format!(":{line}")).unwrap_or_default();
        let severity = match fault.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        writeln!(out, "{}{line}: {severity}: {}", path.display(), fault.kind)?;
        writeln!(out, "    {}", fault.kind.remedy())?;
    }
    for (file, code, count) in report.unlisted() {
        writeln!(out, "{}: {count} more of {code}", pack.join(file).display())?;
    }
    writeln!(out, "{}, {}", counted(report.errors() + written, "error"), counted(report.warnings(), "warning"))
}

fn as_json(checked: &Checked, trial: Option<&Trial>, layouts: &[LayoutFault]) -> serde_json::Value {
    let pack = checked
        .pack
        .as_ref()
        .map(|pack| json!({ "id": pack.manifest.id, "version": pack.manifest.version.to_string() }));
    let unlisted: Vec<_> = checked
        .report
        .unlisted()
        .map(|(file, code, count)| json!({ "file": file, "code": code, "count": count }))
        .collect();
    json!({
        "pack": pack,
        "errors": checked.report.errors() + layouts.len(),
        "warnings": checked.report.warnings(),
        "faults": checked.report.faults(),
        "layouts": layouts_as_json(layouts),
        "unlisted": unlisted,
        "golden": trial,
    })
}

/// `1 error`, `2 errors`.
pub fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
