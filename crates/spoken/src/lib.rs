//! Words into typed values and back, in each language: `parse` and `say`, and `write` with digits; and `aloud`,
//! a written text as it is to be said.
//!
//! Pure: no files, no clock, no network; what day it is comes with the [`Context`]. Knows kinds of
//! values (a day, an amount, a telephone number), and no form, screen, visit or pack.
//!
//! What is not clear is said to be unclear: a value below [`Heard::CLEAR`], or with something
//! [`Missing`], is a guess to be asked about.

mod aloud;
mod check;
mod context;
mod hearing;
mod kinds;
mod language;
mod numeral;
mod pattern;
mod phrases;
mod repair;
mod say;
mod search;
mod sound;
mod speller;
mod spelling;
mod text;
mod value;
mod wording;
mod write;

pub use aloud::{Sentence, aloud};
pub use check::check;
pub use context::{Choice, Context};
pub use hearing::parse;
pub use kinds::money::minor_digits;
pub use kinds::several::{Several, parse_several};
pub use language::{Language, LanguageError};
pub use phrases::{Button, Phrase};
pub use say::{masked, say, say_in_era};
pub use value::{Command, DateParts, Heard, Kind, Missing, Scheme, Trouble, Value};
pub use wording::{command, misheard, wordings};
pub use write::{write, write_in_era, write_list};
