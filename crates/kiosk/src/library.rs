//! Where the kiosk's content comes from.

use std::sync::Arc;

use jiff::Timestamp;

use crate::{content::Content, refusal::Refusal, view::Problem};

/// What is installed. Asked each second: it must answer at once, from memory.
pub trait Library: Send {
    /// The newest content that can be served, the same `Arc` until there is another.
    ///
    /// # Errors
    /// There is none, and why.
    fn latest(&self) -> Result<Arc<dyn Content>, Problem>;
    /// What the staff ask of: the pack that is for them only, the same `Arc` until there is another. It never serves a
    /// citizen.
    ///
    /// # Errors
    /// There is none, and why.
    fn internal(&self) -> Result<Arc<dyn Content>, Problem> {
        Err(Refusal::PackNone.into())
    }
    /// Names of the installed packs, `<id> <version>`, the one in use first.
    fn packs(&self) -> Vec<String>;
    /// When each of them came onto this kiosk, in the same order; nothing where that is not known.
    fn arrivals(&self) -> Vec<Option<Timestamp>> {
        Vec::new()
    }
}
