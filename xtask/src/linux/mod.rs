//! Everything that only Linux can do here: Debian's packages, virtual displays, weighing processes.

mod boot;
mod deb;
mod guided;
mod guides;
mod installed;
mod packages;
mod processes;

pub use boot::boot;
pub use deb::{build as build_packages, check as check_packages};
pub use kaunter_display::{Display, Eye, Picture};
pub use packages::{install_missing, soffice};
pub use processes::memory_of;
