//! Bringing a model here byte by byte, going on where it was cut off. It knows readers; whether they are a network or a
//! USB stick, it does not.

use std::{
    fs::{self, OpenOptions},
    io::{ErrorKind, Read, Write},
    path::Path,
};

use super::{digest::sha256, manifest::Entry};
use crate::SpeechError;

/// How often it is tried again after what came was cut off, as long as more came each time.
const MOST_CUTS: usize = 20;
/// Tries without anything new before it is given up.
const MOST_VAIN: usize = 3;
/// Bytes between two reports.
const REPORT_EVERY: u64 = 1 << 20;

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes that are here.
    pub here: u64,
    /// Bytes of the whole.
    pub whole: u64,
}

/// Where a file comes from.
pub trait Supply {
    /// What it is called in messages.
    fn name(&self) -> String;

    /// Opens it at `from` bytes, or at the beginning if it cannot start elsewhere.
    ///
    /// # Errors
    /// [`SpeechError::Fetch`].
    fn open(&mut self, from: u64) -> Result<Supplied, SpeechError>;
}

/// An opened supply.
pub struct Supplied {
    /// The offset of the first byte that comes: what was asked for, or 0.
    pub starts_at: u64,
    /// The bytes.
    pub bytes: Box<dyn Read>,
}

/// Brings the file of `entry` to `part`, whole and with the right sum.
pub(super) fn bring(
    entry: &Entry,
    supply: &mut dyn Supply,
    part: &Path,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), SpeechError> {
    let Some(whole) = entry.bytes else {
        return Err(SpeechError::Fetch { from: entry.name.clone(), why: "it comes with the program".to_owned() });
    };
    let (mut cuts, mut vain) = (0, 0);
    loop {
        let before = here(part);
        if before == whole {
            break;
        }
        let tried = more(supply, part, before, whole, progress);
        let after = here(part);
        match tried {
            Ok(()) if after == whole => break,
            Err(
                fault @ (SpeechError::DiskFull { .. } | SpeechError::File { .. } | SpeechError::ModelDigest { .. }),
            ) => {
                return Err(fault);
            }
            tried => {
                cuts += 1;
                vain = if after > before { 0 } else { vain + 1 };
                if cuts == MOST_CUTS || vain == MOST_VAIN {
                    let cut = || SpeechError::Fetch {
                        from: supply.name(),
                        why: format!("it was cut off at {after} of {whole} bytes"),
                    };
                    return Err(tried.err().unwrap_or_else(cut));
                }
            }
        }
    }
    check_sum(part, entry, sha256(part)?).inspect_err(|_| {
        // Going on with wrong bytes would never make it right.
        let _ = fs::remove_file(part);
    })
}

/// That the file has the sum which the manifest names, if it names one.
pub(super) fn check_sum(path: &Path, entry: &Entry, found: String) -> Result<(), SpeechError> {
    match &entry.sha256 {
        Some(expected) if *expected != found => {
            Err(SpeechError::ModelDigest { path: path.to_owned(), expected: expected.clone(), found })
        }
        _ => Ok(()),
    }
}

fn here(part: &Path) -> u64 {
    fs::metadata(part).map_or(0, |found| found.len())
}

/// Brings as much as comes in one go.
fn more(
    supply: &mut dyn Supply,
    part: &Path,
    before: u64,
    whole: u64,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), SpeechError> {
    let unwritten = |source| SpeechError::of_file(part, source);
    let from = if before < whole { before } else { 0 };
    let supplied = supply.open(from)?;
    if supplied.starts_at != 0 && supplied.starts_at != from {
        return Err(SpeechError::Fetch { from: supply.name(), why: "it begins somewhere else".to_owned() });
    }
    let mut options = OpenOptions::new();
    let mut file = if supplied.starts_at == 0 {
        options.write(true).create(true).truncate(true).open(part)
    } else {
        options.append(true).open(part)
    }
    .map_err(unwritten)?;
    // One byte more than the whole shows that something else is being sent.
    let mut bytes = supplied.bytes.take(whole - supplied.starts_at + 1);
    let (mut at, mut reported) = (supplied.starts_at, supplied.starts_at);
    let mut block = vec![0; 1 << 16];
    progress(Progress { here: at, whole });
    let ended = loop {
        let read = match bytes.read(&mut block) {
            Ok(read) => read,
            Err(fault) if fault.kind() == ErrorKind::Interrupted => continue,
            Err(fault) => break Err(SpeechError::Fetch { from: supply.name(), why: fault.to_string() }),
        };
        let Some(new) = block.get(..read).filter(|new| !new.is_empty()) else { break Ok(()) };
        at += new.len() as u64;
        if at > whole {
            drop(file);
            fs::remove_file(part).map_err(unwritten)?;
            return Err(SpeechError::Fetch { from: supply.name(), why: format!("it is longer than {whole} bytes") });
        }
        file.write_all(new).map_err(unwritten)?;
        if at - reported >= REPORT_EVERY || at == whole {
            reported = at;
            progress(Progress { here: at, whole });
        }
    };
    file.sync_all().map_err(unwritten)?;
    ended
}
