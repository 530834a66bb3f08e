//! What is being entered for a question and is not given yet, as the screens hold it.

use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::said::Said;

/// Half an answer. The kiosk's middle reads nothing from it: it hands it back to screens that were lost.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Entered {
    /// Typed in words instead of touched.
    pub typing: bool,
    /// Words, or digits as they are pressed.
    pub words: Said,
    /// Codes of what was chosen.
    pub codes: Vec<Said>,
    /// Year, month and day, as far as they are chosen.
    pub day: (Option<u16>, Option<u16>, Option<u16>),
    /// Hour and minute, as far as they are chosen.
    pub time: (Option<u16>, Option<u16>),
    /// Strokes of points, 0 to 1000 each way.
    pub strokes: Vec<Vec<(u16, u16)>>,
}

/// It is a visitor's.
impl fmt::Debug for Entered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// Words and codes overwrite themselves.
impl Drop for Entered {
    fn drop(&mut self) {
        self.day.zeroize();
        self.time.zeroize();
        self.strokes.zeroize();
    }
}

impl ZeroizeOnDrop for Entered {}
