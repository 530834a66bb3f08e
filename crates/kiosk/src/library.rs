//! Where the kiosk's content comes from.

use std::sync::Arc;

use crate::{content::Content, view::Problem};

/// What is installed. Asked each second: it must answer at once, from memory.
pub trait Library: Send {
    /// The newest content that can be served, the same `Arc` until there is another.
    ///
    /// # Errors
    /// There is none, and why.
    fn latest(&self) -> Result<Arc<dyn Content>, Problem>;
    /// Names of the installed packs, `<id> <version>`, the one in use first.
    fn packs(&self) -> Vec<String>;
}
