//! Words that were heard. They print as `…`, so that no log and no message of a failure holds them, and are overwritten
//! when let go.

use std::fmt;

use zeroize::Zeroizing;

/// What somebody said, as text.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Heard(Zeroizing<String>);

impl Heard {
    /// The words themselves.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<String> for Heard {
    fn from(words: String) -> Self {
        Self(Zeroizing::new(words))
    }
}

impl fmt::Debug for Heard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

impl fmt::Display for Heard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}
