//! `kaunter pack build`.

use std::{path::PathBuf, process::ExitCode};

use anyhow::{Result, bail};
use clap::Args;
use kaunter_terminal::{err, out};

use super::golden;
use crate::{
    layouts::{check_layouts, write_layout_faults},
    report::{checked, coded, write_report},
    written::write_whole,
};

#[derive(Args)]
pub struct BuildArguments {
    /// The pack's folder.
    pack: PathBuf,
    /// Folder for the built file.
    #[arg(long, default_value = ".")]
    out: PathBuf,
    /// Build even if the golden questions come out below the pack's own bar.
    #[arg(long)]
    below_bar: bool,
}

pub fn build(arguments: &BuildArguments) -> Result<ExitCode> {
    let checked = checked(&arguments.pack)?;
    if checked.report.errors() > 0 {
        write_report(&mut err(), &arguments.pack, &checked.report, 0)?;
        return Ok(ExitCode::FAILURE);
    }
    let layouts = checked.pack.as_ref().map(|pack| check_layouts(pack, |_| true)).transpose()?.unwrap_or_default();
    if !layouts.is_empty() {
        write_layout_faults(&mut err(), &arguments.pack, &layouts)?;
        return Ok(ExitCode::FAILURE);
    }
    if let Some(pack) = checked.pack.as_ref().filter(|_| !arguments.below_bar) {
        let trial = golden::ask_all(pack)?;
        if !trial.reaches_bar() {
            trial.write(&mut err(), &arguments.pack, &pack.manifest.golden_bar)?;
            bail!("the golden questions come out below the pack's own bar (--below-bar builds all the same)");
        }
    }
    let built = checked.build().map_err(coded)?;
    let path = arguments.out.join(&built.file_name);
    write_whole(&path, &built.bytes)?;
    out!("{}", path.display());
    Ok(ExitCode::SUCCESS)
}
