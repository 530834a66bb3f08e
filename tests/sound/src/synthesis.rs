//! A visitor's voice: a synthetic one that was not among those that the self-test model learned from.

use std::{path::Path, process::Command};

use anyhow::{Result, ensure};

/// Writes a WAV of somebody who says this; `language` is a tag of the kiosk.
///
/// # Errors
/// espeak-ng is not installed, or does not speak the language.
pub fn speak_into(wav: &Path, words: &str, language: &str) -> Result<()> {
    // The plain Mandarin voice of espeak-ng 1.51 reads its own pinyin as English letters.
    let voice = if language == "zh-TW" { "cmn-latn-pinyin" } else { language };
    let spoken = Command::new("espeak-ng").args(["-v", voice, "-s", "150", "-w"]).arg(wav).arg(words).status()?;
    ensure!(spoken.success(), "espeak-ng does not say it in {language}");
    Ok(())
}
