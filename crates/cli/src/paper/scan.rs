//! `kaunter paper scan`.

use std::{fs, io::Write, path::PathBuf, process::ExitCode};

use anyhow::{Context, Result};
use clap::Args;
use kaunter_paper::{Found, Lost, Scan, Sealed};

use crate::pack::write_whole;

#[derive(Args)]
pub struct ScanArguments {
    /// Photographs or scans of the printed codes, PNG or JPEG, in any order.
    #[arg(required = true)]
    pictures: Vec<PathBuf>,
    /// Write the sealed form to this file, for `age --decrypt`.
    #[arg(long)]
    out: PathBuf,
}

pub fn scan(arguments: &ScanArguments) -> Result<ExitCode> {
    let mut scan = Scan::default();
    let mut told = std::io::stderr().lock();
    for path in &arguments.pictures {
        let name = path.display();
        let picture = fs::read(path).with_context(|| format!("{name} cannot be read"))?;
        // One bad picture does not take the others with it.
        match scan.look(&picture) {
            Ok(parts) => writeln!(told, "{name}: {parts} codes of a form")?,
            Err(error) => writeln!(told, "{name}: {error} ({})", error.code())?,
        }
    }
    let found = scan.finish();
    for lost in found.iter().filter_map(lost) {
        writeln!(told, "{}", sentence(lost))?;
    }
    let whole: Vec<&Sealed> = found.iter().filter_map(whole).collect();
    match whole[..] {
        [sealed] => {
            write_whole(&arguments.out, &sealed.bytes)?;
            writeln!(std::io::stdout(), "{}: {} bytes", arguments.out.display(), sealed.bytes.len())?;
            Ok(ExitCode::SUCCESS)
        }
        [] => {
            if found.is_empty() {
                writeln!(told, "there is no code of a form on these pictures")?;
            }
            Ok(ExitCode::FAILURE)
        }
        _ => {
            writeln!(told, "there are {} whole forms on these pictures; scan them one by one:", whole.len())?;
            whole.iter().try_for_each(|sealed| writeln!(told, "    {}", sealed.name))?;
            Ok(ExitCode::FAILURE)
        }
    }
}

fn whole(found: &Found) -> Option<&Sealed> {
    match found {
        Found::Whole(sealed) => Some(sealed),
        Found::Lost(_) => None,
    }
}

fn lost(found: &Found) -> Option<&Lost> {
    match found {
        Found::Lost(lost) => Some(lost),
        Found::Whole(_) => None,
    }
}

fn sentence(lost: &Lost) -> String {
    if lost.wanting == 0 {
        return format!("form {}: the codes do not fit together; one of them is forged or misread", lost.name);
    }
    let missing: Vec<String> = lost.missing.iter().map(u8::to_string).collect();
    format!("form {}: {} more of the codes {} are needed", lost.name, lost.wanting, missing.join(", "))
}
