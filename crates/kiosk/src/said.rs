//! A visitor's own words: they never show in a log, and their memory is overwritten when dropped.

use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::{Config, TS};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// Something a visitor said or typed, or an officer's PIN.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said(String);

impl Said {
    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Said {
    fn from(words: String) -> Self {
        Self(words)
    }
}

impl From<&str> for Said {
    fn from(words: &str) -> Self {
        Self(words.to_owned())
    }
}

impl Drop for Said {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// To the screens it is a plain string.
impl TS for Said {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn name(config: &Config) -> String {
        String::name(config)
    }

    fn inline(config: &Config) -> String {
        String::inline(config)
    }
}

impl ZeroizeOnDrop for Said {}

impl fmt::Debug for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

#[cfg(test)]
mod tests {
    use super::Said;

    #[test]
    fn words_do_not_show_where_values_are_printed() {
        assert_eq!(format!("{:?}", Said::from("my divorce")), "…");
    }
}
