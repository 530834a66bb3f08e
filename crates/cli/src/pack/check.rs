//! `kaunter pack check`.

use std::{io::Write, path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::Args;
use kaunter_pack::Checked;
use kaunter_terminal::out;
use serde_json::json;

use super::golden::{self, Trial};
use crate::{
    layouts::{LayoutFault, check_layouts, layouts_as_json, write_layout_faults},
    report::{checked, write_report},
};

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
    let mut out = out();
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
