//! Everything that only Linux can do here: Debian's packages, virtual displays, looking at them,
//! and weighing processes.

mod display;
mod packages;
mod processes;

pub use display::{Display, Eye};
pub use packages::install_missing;
pub use processes::memory_of;
