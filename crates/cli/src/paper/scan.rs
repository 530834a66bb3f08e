//! `kaunter paper scan`: photographs of a printed form become the file that the agency takes in.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result};
use clap::Args;
use kaunter_courier::paper::{self, PaperLetter};
use kaunter_paper::{Found, Lost, Scan};
use kaunter_terminal::{err, out};

use crate::written::write_whole;

#[derive(Args)]
pub struct ScanArguments {
    /// Photographs or scans of the printed codes, PNG or JPEG, in any order, of as many forms as you like.
    #[arg(required = true)]
    pictures: Vec<PathBuf>,
    /// Put the forms into this folder, for `kaunter-agency import`.
    #[arg(long, required_unless_present = "out")]
    into: Option<PathBuf>,
    /// Write the sealed form alone to this file, for `age --decrypt`; there must be one form on the pictures.
    #[arg(long)]
    out: Option<PathBuf>,
}

/// Exit status 1 where a form that was seen was not written, or there was none.
pub fn scan(arguments: &ScanArguments) -> Result<ExitCode> {
    let mut told = err();
    let scan = looked_at(&arguments.pictures, &mut told)?;
    let strangers = scan.strangers;
    let found = scan.finish();
    let letters = letters(&found, &mut told)?;
    if found.is_empty() {
        let others = if strangers > 0 { "; the codes of a form stand on its last pages" } else { "" };
        writeln!(told, "there is no code of a sealed form on these pictures{others}")?;
    }
    if arguments.out.is_some() && letters.len() > 1 {
        writeln!(told, "there are {} forms on these pictures; --out takes one, --into takes them all", letters.len())?;
        return Ok(ExitCode::FAILURE);
    }
    let mut written = 0;
    for letter in &letters {
        written += usize::from(write(arguments, letter, &mut told)?);
    }
    Ok(if written > 0 && written == found.len() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// All codes on the pictures.
fn looked_at(pictures: &[PathBuf], told: &mut impl Write) -> Result<Scan> {
    let mut scan = Scan::default();
    for path in pictures {
        let name = path.display();
        let picture = fs::read(path).with_context(|| format!("{name} cannot be read"))?;
        // One bad picture does not take the others with it.
        match scan.look(&picture) {
            Ok(parts) => writeln!(told, "{name}: {parts} codes of a sealed form")?,
            Err(error) => writeln!(told, "{name}: {error} ({})", error.code())?,
        }
    }
    Ok(scan)
}

/// The letters that are whole; of the others it is said what they lack.
fn letters(found: &[Found], told: &mut impl Write) -> Result<Vec<PaperLetter>> {
    let mut letters = Vec::new();
    for found in found {
        match found {
            Found::Lost(lost) => writeln!(told, "{}", sentence(lost))?,
            Found::Whole(whole) => match paper::read(&whole.bytes) {
                Ok(letter) => letters.push(letter),
                Err(error) => writeln!(told, "form {}: {error} ({})", whole.name, error.code())?,
            },
        }
    }
    Ok(letters)
}

/// Whether a letter lies where it was wanted.
fn write(arguments: &ScanArguments, letter: &PaperLetter, told: &mut impl Write) -> Result<bool> {
    if let Some(path) = &arguments.out {
        let sealed = &letter.envelope.sealed.0;
        write_whole(path, sealed)?;
        writeln!(out(), "{}: {} bytes", path.display(), sealed.len())?;
    }
    let Some(folder) = &arguments.into else { return Ok(true) };
    match paper::put(folder, letter) {
        Ok(path) => writeln!(out(), "{}", taken(&path, letter))?,
        Err(error) => {
            writeln!(told, "{error} ({})", error.code())?;
            return Ok(false);
        }
    }
    Ok(true)
}

/// What a clerk compares with the paper in hand, and what is still to be said of it.
fn taken(path: &Path, letter: &PaperLetter) -> String {
    let envelope = &letter.envelope;
    let whose = match &letter.vouched {
        Some(vouched) => format!("of {}", vouched.kiosk),
        None => "no kiosk vouches for it: take it in with --kiosk".to_owned(),
    };
    format!("{}: {} {}, {whose}", path.display(), envelope.form, envelope.number)
}

fn sentence(lost: &Lost) -> String {
    if lost.wanting == 0 {
        return format!("form {}: the codes do not fit together; one of them is forged or misread", lost.name);
    }
    let missing: Vec<String> = lost.missing.iter().map(u8::to_string).collect();
    format!("form {}: {} more of the codes {} are needed", lost.name, lost.wanting, missing.join(", "))
}
