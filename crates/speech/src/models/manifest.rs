//! The manifest: what is known of each model before it is here. It knows no disk.

use serde::Deserialize;

use crate::SpeechError;

/// The name of the model that is only for tests of the path.
pub const SELF_TEST: &str = "selftest";
/// The manifest that comes with the program.
const BUILT_IN: &str = include_str!("../../../../models/manifest.toml");

/// All models that are known.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The smallest first.
    #[serde(rename = "model")]
    pub models: Vec<Entry>,
}

/// One model.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// What people call it.
    pub name: String,
    /// The name of its file.
    pub file: String,
    /// Whom it may hear.
    #[serde(rename = "use")]
    pub used_for: Use,
    /// The languages of the kiosk that it hears.
    pub languages: Vec<String>,
    /// Its licence, as SPDX writes it.
    pub licence: String,
    /// Its size; none: it comes with the program.
    #[serde(default)]
    pub bytes: Option<u64>,
    /// SHA-256 in hexadecimal; none: it comes with the program.
    #[serde(default)]
    pub sha256: Option<String>,
    /// Where it is published; none: it comes with the program.
    #[serde(default)]
    pub address: Option<String>,
    /// Memory of the whole process with it, in MiB, as measured.
    #[serde(default)]
    pub memory_mib: Option<u32>,
    /// From three seconds of speech to their words, in milliseconds of one core of a server of 2023, as measured.
    #[serde(default)]
    pub turn_millis: Option<u32>,
}

/// Whom a model may hear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Use {
    /// Whoever comes.
    Citizens,
    /// Only the synthetic voice of the self-test.
    SelfTest,
}

impl Manifest {
    /// The one that comes with the program.
    ///
    /// # Errors
    /// [`SpeechError::Manifest`], never for a program that passed its tests.
    pub fn built_in() -> Result<Self, SpeechError> {
        Self::read(BUILT_IN)
    }

    /// One that was written by hand.
    ///
    /// # Errors
    /// [`SpeechError::Manifest`]: not TOML, a name twice, a file name with a path in it, a sum that is none.
    pub fn read(text: &str) -> Result<Self, SpeechError> {
        let manifest: Self = toml::from_str(text).map_err(|fault| SpeechError::Manifest(fault.to_string()))?;
        let fault = |what: &str, entry: &Entry| Err(SpeechError::Manifest(format!("{}: {what}", entry.name)));
        for (at, entry) in manifest.models.iter().enumerate() {
            let is_plain = |name: &str| {
                !name.is_empty()
                    && !name.starts_with('.')
                    && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
            };
            let is_sum =
                |sum: &String| sum.len() == 64 && sum.chars().all(|c| c.is_ascii_hexdigit() && !c.is_ascii_uppercase());
            if !is_plain(&entry.name) || !is_plain(&entry.file) {
                return fault("its name or file is not plain", entry);
            }
            if manifest.models.iter().take(at).any(|other| other.name == entry.name || other.file == entry.file) {
                return fault("it is there twice", entry);
            }
            if entry.used_for == Use::Citizens && (entry.bytes.is_none() || !entry.sha256.as_ref().is_some_and(is_sum))
            {
                return fault("its size or SHA-256 is missing", entry);
            }
        }
        Ok(manifest)
    }

    /// The model of that name.
    ///
    /// # Errors
    /// [`SpeechError::ModelUnknown`].
    pub fn named(&self, name: &str) -> Result<&Entry, SpeechError> {
        self.models.iter().find(|entry| entry.name == name).ok_or_else(|| SpeechError::ModelUnknown(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_of_the_program_is_whole() {
        let manifest = Manifest::built_in().unwrap_or_else(|fault| panic!("{fault}"));
        assert!(manifest.models.len() > 5);
        for entry in manifest.models.iter().filter(|entry| entry.used_for == Use::Citizens) {
            let address = entry.address.as_deref().unwrap_or_default();
            assert!(address.starts_with("https://") && address.ends_with(&entry.file), "{}", entry.name);
        }
    }

    #[test]
    fn a_manifest_that_could_mislead_is_refused() {
        let good = format!(
            "name = 'a'\nfile = 'a.bin'\nuse = 'citizens'\nlanguages = []\nlicence = 'MIT'\nbytes = 1\nsha256 = '{}'\n",
            "0".repeat(64)
        );
        for (from, to) in [
            ("", ""),
            ("'a.bin'", "'../a.bin'"),
            ("'a.bin'", "'/etc/passwd'"),
            ("'a.bin'", "'.bin'"),
            ("bytes = 1\n", ""),
            ("sha256 = '0", "sha256 = 'X"),
            ("citizens", "everyone"),
        ] {
            let written = format!("[[model]]\n{}", good.replacen(from, to, 1));
            assert_eq!(Manifest::read(&written).is_ok(), from.is_empty(), "{from} → {to}");
        }
        assert!(Manifest::read(&format!("[[model]]\n{good}[[model]]\n{good}")).is_err());
    }
}
