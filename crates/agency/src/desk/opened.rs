//! A form, opened with the agency's private key. The key is read from a file, and kept nowhere.

use std::{fs, io::Read, path::Path, str::FromStr};

use age::{Decryptor, Identity, x25519};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use zeroize::Zeroizing;

/// Private keys of the agency.
pub(crate) struct Keys(Vec<x25519::Identity>);

impl Keys {
    /// As `age-keygen` writes them: a line each, comments with `#`.
    pub(crate) fn read(file: &Path) -> Result<Self> {
        let text = Zeroizing::new(fs::read_to_string(file).with_context(|| file.display().to_string())?);
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        // Never the reader's own words: they could quote the key.
        let keys = lines.map(|line| x25519::Identity::from_str(line).ok()).collect::<Option<Vec<_>>>();
        match keys {
            Some(keys) if !keys.is_empty() => Ok(Self(keys)),
            _ => bail!("{}: no age identity (AGE-SECRET-KEY-1…)", file.display()),
        }
    }

    /// The filled form.
    pub(crate) fn open(&self, sealed: &[u8]) -> Result<Value> {
        let decryptor = Decryptor::new(sealed).context("the form is no age file")?;
        let keys = self.0.iter().map(|key| key as &dyn Identity);
        let mut reader = decryptor.decrypt(keys).context("none of the keys opens the form")?;
        let mut text = Zeroizing::new(Vec::new());
        reader.read_to_end(&mut text).context("the form is damaged")?;
        serde_json::from_slice(&text)
            .map_err(|error| anyhow::anyhow!("the form is no JSON (line {}, column {})", error.line(), error.column()))
    }
}
