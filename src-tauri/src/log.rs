//! The kiosk's log: codes and times, in a file that never outgrows its bound.
//!
//! It must never hold a word that a citizen said or typed. The program's own crates log codes and
//! counts; those of others are heard only when they warn, because what they trace may quote.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    panic,
    path::{Path, PathBuf},
    sync::Mutex,
};

use tracing_subscriber::EnvFilter;

/// Bytes at which the log moves to `kaunter.log.1` and a new one begins.
const FULL: u64 = 1 << 20;

/// Our own crates speak; others only to warn.
const LEVELS: &str = "warn,kaunter_window=info,kaunter_kiosk=info,kaunter_knowledge=info,kaunter_pack=info";

/// Sends what is traced, and the place of every panic, to `kaunter.log` in `folder`.
pub fn start(folder: &Path) -> io::Result<()> {
    let file = BoundedFile::open(folder.join("kaunter.log"), FULL)?;
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(LEVELS))
        .with_ansi(false)
        .with_writer(Mutex::new(file))
        .finish();
    tracing::subscriber::set_global_default(subscriber).map_err(io::Error::other)?;
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|at| format!("{}:{}", at.file(), at.line()));
        tracing::error!(code = "shell-panic", place);
    }));
    Ok(())
}

/// A file that starts anew when it is full, keeping the one before.
struct BoundedFile {
    path: PathBuf,
    file: File,
    size: u64,
    full: u64,
}

impl BoundedFile {
    fn open(path: PathBuf, full: u64) -> io::Result<Self> {
        let file = OpenOptions::new().create(true).append(true).open(&path)?;
        let size = file.metadata()?.len();
        Ok(Self { path, file, size, full })
    }

    fn start_anew(&mut self) -> io::Result<()> {
        fs::rename(&self.path, self.path.with_extension("log.1"))?;
        *self = Self::open(self.path.clone(), self.full)?;
        Ok(())
    }
}

impl Write for BoundedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.size + bytes.len() as u64 > self.full && self.size > 0 {
            self.start_anew()?;
        }
        let written = self.file.write(bytes)?;
        self.size += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_that_runs_for_years_keeps_its_last_lines_and_its_bound() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kaunter.log");
        let mut log = BoundedFile::open(path.clone(), 100).unwrap();
        for line in 0..1000 {
            writeln!(log, "line {line}").unwrap();
        }
        let now = fs::read_to_string(&path).unwrap();
        let before = fs::read_to_string(folder.path().join("kaunter.log.1")).unwrap();
        assert!(now.ends_with("line 999\n"));
        assert!(now.len() <= 100 && before.len() <= 100);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_restart_goes_on_in_the_same_log() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kaunter.log");
        for word in ["first", "second"] {
            let mut log = BoundedFile::open(path.clone(), 100).unwrap();
            writeln!(log, "{word}").unwrap();
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), "first\nsecond\n");
    }
}
