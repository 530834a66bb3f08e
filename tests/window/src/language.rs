//! What a visitor says in each language, and what they then read.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use serde::Deserialize;

/// One visitor's words: a file of `languages/`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// BCP 47 tag.
    #[serde(skip)]
    pub language: String,
    /// A question that the sample pack answers.
    pub question: Exchange,
    /// One without a subject, understood from the answer before.
    pub follow_up: Exchange,
    /// One that may mean several things.
    pub unclear: String,
    /// One that two documents answer differently.
    pub disputed: String,
    /// One that nothing in the pack answers.
    pub unknown: String,
    /// One that asks for a doctor's advice.
    pub advice: String,
    /// Keys of the keyboard in the window that are pressed one after the other, `key:`; a candidate
    /// that is chosen, `choice:`; and what then stands in the field.
    pub typed: Typed,
}

/// Something asked and what is read in reply.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exchange {
    /// The visitor's words.
    pub asked: String,
    /// Words of the pack that are quoted.
    pub quoted: String,
    /// Title of the document that they stand in.
    pub document: String,
}

/// Something typed by touch.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typed {
    /// The keyboard, `bopomofo`, `hangul` or `latin`.
    pub layout: String,
    /// Keys by name.
    pub keys: Vec<String>,
    /// The candidate to choose, where the script has candidates.
    pub choice: Option<String>,
    /// What then stands in the field.
    pub stands: String,
}

impl Words {
    /// Those of one language.
    ///
    /// # Errors
    /// The file is not there or lacks something.
    pub fn of(language: &str) -> Result<Self> {
        let path = Path::new("languages").join(format!("{language}.toml"));
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let words: Self = toml::from_str(&text).with_context(|| path.display().to_string())?;
        Ok(Self { language: language.to_owned(), ..words })
    }

    /// The kiosk's own words for a message without arguments.
    ///
    /// # Errors
    /// There is no such message on one line of its own.
    pub fn of_the_kiosk(&self, message: &str) -> Result<String> {
        let path = Path::new("../../locales").join(&self.language).join("kiosk.ftl");
        let text = fs::read_to_string(path)?;
        let said = text.lines().find_map(|line| line.strip_prefix(message)?.strip_prefix(" = "));
        said.map(str::to_owned).with_context(|| format!("no words for {message}"))
    }
}
