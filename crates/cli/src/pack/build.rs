//! `kaunter pack build`.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::Args;

use super::{
    check::{checked, write_report},
    coded, write_whole,
};

#[derive(Args)]
pub struct BuildArguments {
    /// The pack's folder.
    pack: PathBuf,
    /// Folder for the built file.
    #[arg(long, default_value = ".")]
    out: PathBuf,
}

pub fn build(arguments: &BuildArguments) -> Result<ExitCode> {
    let checked = checked(&arguments.pack)?;
    if checked.report.errors() > 0 {
        write_report(
            &mut std::io::stderr().lock(),
            &arguments.pack,
            &checked.report,
        )?;
        return Ok(ExitCode::FAILURE);
    }
    let built = checked.build().map_err(coded)?;
    let path = arguments.out.join(&built.file_name);
    write_whole(&path, &built.bytes)?;
    println!("{}", path.display());
    Ok(ExitCode::SUCCESS)
}
