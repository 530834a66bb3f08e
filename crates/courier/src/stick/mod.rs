//! Forms, receipts, notices and packs on a stick, for a kiosk without a network.
//!
//! ```text
//! <id>.kform            a sealed form in its envelope, as it would travel by network
//! kaunter-<kiosk>.json  which of them this kiosk wrote, last of all; authenticated with the kiosk's secret
//! <id>.kreceipt         the agency's receipt for one
//! <any>.knotice         a notice, as the agency signed it
//! <any>.kpack(.minisig) a pack and its signature
//! <any>.klist           what an agency put there for a site, signed, last of all
//! ```
//! The files of models lie there under their own names; those who hear take them in.
//! A file has its name only once it is whole and on the stick. What has another name is somebody else's and is left alone.
//! Nothing on a stick is believed for lying there: everything that is taken from one is signed.

mod export;
pub(crate) mod files;
mod import;

pub use export::{Exported, export};
pub use import::{Brought, Refused, import};

/// Ends the name of a pack's file.
pub const PACK: &str = "kpack";
