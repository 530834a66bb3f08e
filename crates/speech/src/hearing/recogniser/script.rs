//! The script of Chinese: what a model writes in simplified characters becomes the traditional ones of Taiwan, and no
//! word is ever put for another (`s2tw`, never `s2twp`: that one says 檔案 where 文件 was said).

use ferrous_opencc::{OpenCC, config::BuiltinConfig};

use crate::SpeechError;

/// Both directions of the conversion.
pub(super) struct Script {
    to_traditional: OpenCC,
    to_simplified: OpenCC,
}

impl Script {
    /// Reads the tables that are built in.
    pub(super) fn open() -> Result<Self, SpeechError> {
        let table = |config| OpenCC::from_config(config).map_err(|fault| SpeechError::Recogniser(fault.to_string()));
        Ok(Self { to_traditional: table(BuiltinConfig::S2tw)?, to_simplified: table(BuiltinConfig::Tw2s)? })
    }

    /// The same words in the traditional characters of Taiwan.
    pub(super) fn traditional(&self, words: &str) -> String {
        self.to_traditional.convert(words)
    }

    /// The same words in simplified characters.
    pub(super) fn simplified(&self, words: &str) -> String {
        self.to_simplified.convert(words)
    }
}
