//! Short codes that people say, write down and type: of paused drafts and of finished forms.

use std::{fmt, str::FromStr};

use zeroize::Zeroizing;

/// Letters and digits of a pause code: those that neither look like another nor are often heard as one.
const LETTERS: &[u8; 20] = b"346789ACEFHJKMPRTWXY";

/// Opens a paused draft again: six letters and digits. Only a keyed hash of it is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct PauseCode(Zeroizing<String>);

impl PauseCode {
    /// How many letters and digits.
    pub const LENGTH: usize = 6;

    /// What somebody typed or said, in any case, with any spaces and hyphens; `None` where it can be no code.
    pub fn read(typed: &str) -> Option<Self> {
        let letters = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').map(|c| c.to_ascii_uppercase());
        let code = Zeroizing::new(letters.collect::<String>());
        let right = code.len() == Self::LENGTH && code.bytes().all(|letter| LETTERS.contains(&letter));
        right.then_some(Self(code))
    }

    /// The letters and digits, to be shown in two groups of three.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PauseCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("PauseCode(…)")
    }
}

/// Names a finished form on this kiosk: eight digits in two groups, such as `4821-0973`; the last one checks the others.
/// They are drawn at random: nobody can count the forms, or guess a neighbour's number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormNumber(String);

/// This is no form number: not eight digits, or one of them is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not the number of a form")]
pub struct NotANumber;

impl FormNumber {
    /// As it is shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FormNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl FromStr for FormNumber {
    type Err = NotANumber;

    fn from_str(typed: &str) -> Result<Self, NotANumber> {
        let _ = typed;
        unimplemented!()
    }
}
