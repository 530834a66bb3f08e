//! The code on a sheet: which form, which of its copies, in which state; and any text as a QR code.
//!
//! The text of the code, all of it in letters that QR codes keep short and that every keyboard layout
//! types alike (ISO/IEC 18004, alphanumeric mode):
//!
//! ```text
//! KAUNTER:F1:OLD-AGE-ALLOWANCE:4821-0975:Q:0F3A…
//!         |  form's id         number    |  BLAKE3 of the finished form's JSON, first 16 bytes, hex
//!         edition                        D draft, Q queued here, A accepted
//! ```
//!
//! A draft has no number: `-` stands in its place. The code says nothing of what was answered.

use std::{fmt, str::FromStr};

use kaunter_forms::Filled;
use qrcodegen::{QrCode, QrCodeEcc};

use crate::{FormState, PaperError};

const EDITION: &str = "F1";
/// White around a code, in modules, that readers need (ISO/IEC 18004, 9.1).
const QUIET: i32 = 4;

/// What the code on a form says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormCode {
    /// Id of the form.
    pub form: String,
    /// Short number of the finished form; a draft has none.
    pub number: Option<String>,
    /// Its state when it was printed.
    pub state: FormState,
    /// First 16 bytes of the BLAKE3 hash of the finished form's JSON, lower-case hex.
    pub digest: String,
}

/// This is not the code of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not the code of a form")]
pub struct NotACode;

impl FormCode {
    /// The code of a form.
    pub fn of(filled: &Filled, number: Option<&str>, state: FormState) -> Self {
        // A document of plain maps, lists and texts always has a JSON form.
        let bytes = serde_json::to_vec(filled).unwrap_or_default();
        let digest = blake3::hash(&bytes).to_hex()[..32].to_owned();
        Self { form: filled.form.clone(), number: number.map(str::to_owned), state, digest }
    }
}

impl fmt::Display for FormCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.number.as_deref().unwrap_or("-");
        let text = format!("KAUNTER:{EDITION}:{}:{number}:{}:{}", self.form, self.state.letter(), self.digest);
        out.write_str(&text.to_uppercase())
    }
}

impl FromStr for FormCode {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Self, NotACode> {
        let parts: Vec<&str> = text.trim().split(':').collect();
        let ["KAUNTER", EDITION, form, number, state, digest] = parts[..] else { return Err(NotACode) };
        let is_plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let is_hex = digest.len() == 32 && digest.bytes().all(|b| b.is_ascii_hexdigit());
        if !is_plain(form) || !is_plain(number) || !is_hex {
            return Err(NotACode);
        }
        Ok(Self {
            form: form.to_lowercase(),
            number: (number != "-").then(|| number.to_owned()),
            state: FormState::of_letter(state).ok_or(NotACode)?,
            digest: digest.to_lowercase(),
        })
    }
}

/// A text as a QR code of error correction level M, drawn as SVG with the white around it that readers need;
/// one unit is one module.
///
/// # Errors
/// [`PaperError::CodeTooLong`]: the text does not fit into the largest code.
pub fn qr_picture(text: &str) -> Result<String, PaperError> {
    Ok(drawn(&qr(text)?))
}

pub(crate) fn qr(text: &str) -> Result<QrCode, PaperError> {
    QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|_| PaperError::CodeTooLong { bytes: text.len() })
}

/// Dark modules as one path: runs of a row together, so that no hairline of white stands between them.
fn drawn(code: &QrCode) -> String {
    let side = code.size() + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|at| code.get_module(*at, y)).count() as i32;
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET));
            }
            x += run.max(1);
        }
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{side}\" height=\"{side}\" viewBox=\"0 0 {side} {side}\">\
         <path shape-rendering=\"crispEdges\" d=\"{path}\"/></svg>"
    )
}
