//! Short codes that people say, write down and type: of paused drafts and of finished forms.

use std::{fmt, str::FromStr};

use zeroize::Zeroizing;

use crate::{StoreError, cipher::random_below};

/// Letters and digits of a pause code: those that do not look like another.
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

    pub(crate) fn random() -> Result<Self, StoreError> {
        let mut code = Zeroizing::new(String::with_capacity(Self::LENGTH));
        for _ in 0..Self::LENGTH {
            let drawn = random_below(LETTERS.len() as u32)? as usize;
            code.push(char::from(LETTERS[drawn]));
        }
        Ok(Self(code))
    }
}

impl fmt::Debug for PauseCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("PauseCode(…)")
    }
}

/// Names a finished form on this kiosk: eight digits in two groups, such as `4821-0975`; the last one checks the others.
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

    pub(crate) fn random() -> Result<Self, StoreError> {
        let drawn = random_below(10_000_000)?;
        Ok(Self::of(&format!("{drawn:07}")))
    }

    fn of(seven: &str) -> Self {
        let digits = format!("{seven}{}", check_digit(seven));
        let (first, second) = digits.split_at(4);
        Self(format!("{first}-{second}"))
    }
}

impl fmt::Display for FormNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Reads it with any spaces and hyphens.
impl FromStr for FormNumber {
    type Err = NotANumber;

    fn from_str(typed: &str) -> Result<Self, NotANumber> {
        let digits: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        if digits.len() != 8 || !digits.bytes().all(|digit| digit.is_ascii_digit()) || check_digit(&digits) != 0 {
            return Err(NotANumber);
        }
        Ok(Self::of(&digits[..7]))
    }
}

/// Damm's check digit, which finds every single wrong digit and every exchange of neighbours.
fn check_digit(digits: &str) -> u8 {
    const TABLE: [[u8; 10]; 10] = [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
        [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
        [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
        [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
        [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
        [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
        [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
        [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
        [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
        [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ];
    digits.bytes().fold(0, |so_far, digit| TABLE[usize::from(so_far)][usize::from(digit - b'0')])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_number_is_read_as_it_is_said_and_a_slip_is_found() {
        for _ in 0..200 {
            let number = FormNumber::random().unwrap();
            let digits: Vec<char> = number.as_str().chars().filter(char::is_ascii_digit).collect();
            assert_eq!(digits.iter().map(|digit| format!("{digit} ")).collect::<String>().parse(), Ok(number.clone()));
            for at in 0..8 {
                let mut slip = digits.clone();
                slip[at] = char::from(b'0' + (slip[at] as u8 - b'0' + 1) % 10);
                assert_eq!(slip.iter().collect::<String>().parse::<FormNumber>(), Err(NotANumber));
                let mut exchanged = digits.clone();
                exchanged.swap(at, (at + 1).min(7));
                let same = exchanged == digits;
                assert_eq!(exchanged.iter().collect::<String>().parse::<FormNumber>().is_ok(), same);
            }
        }
        for typed in ["", "1234", "１２３４５６７８", "12345678901", "abcdefgh"] {
            assert_eq!(typed.parse::<FormNumber>(), Err(NotANumber), "{typed}");
        }
    }

    #[test]
    fn a_pause_code_is_read_in_any_case_and_group_and_never_printed_by_accident() {
        let code = PauseCode::random().unwrap();
        let (first, second) = code.as_str().split_at(3);
        assert_eq!(PauseCode::read(&format!(" {} - {}", first.to_lowercase(), second)), Some(code.clone()));
        assert!(!format!("{code:?}").contains(first));
        for typed in ["", "34678", "3467899", "O0O0O0", "密密密", "34678é"] {
            assert_eq!(PauseCode::read(typed), None, "{typed}");
        }
    }
}
