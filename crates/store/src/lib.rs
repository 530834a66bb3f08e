//! The kiosk's encrypted database: drafts, finished forms that wait for the agency, the audit trail.
//!
//! It knows bytes, ids, and times that the caller gives. It must never know what a form asks, what an answer
//! means, screens, languages, or the network.
//!
//! One process holds a store at a time, by one [`Store`] and the [`Post`]s beside it. Every change that a method acknowledges is on the disk.

mod audit;
mod cipher;
mod database;
mod desk;
mod draft;
mod error;
mod files;
mod finish;
mod full_disk;
mod keys;
mod letters;
mod membership;
mod news;
mod number;
mod opening;
mod outbox;
mod pause;
mod place;
#[cfg(unix)]
#[path = "unix.rs"]
mod platform;
#[cfg(not(unix))]
#[path = "elsewhere.rs"]
mod platform;
mod post;
mod print_queue;
mod rescue;
mod schema;
mod seal;
mod staff;
mod staff_settings;
mod store;

pub use audit::{AuditReport, BrokenLink, ChainFault, verify_audit};
pub use desk::{Correction, DeskForm, Void};
pub use draft::{Answer, Draft, DraftId, Kept};
pub use error::StoreError;
pub use finish::{Finished, Finishing, Person};
pub use keys::{KeyFile, KeyProvider, StoreKey, SystemdCredential, machine_key, usual_key_file};
pub use letters::{Accepted, Kind, Letter, Way};
pub use membership::{Enrolment, Membership};
pub use news::{KeptNotice, StatusChange, StatusList};
pub use number::{FormNumber, NotANumber, PauseCode};
pub use opening::{Opening, OpeningNotice};
pub use outbox::{Queued, State, Travelled};
pub use post::Post;
pub use print_queue::{AskedBy, PrintEnd, PrintJob};
pub use seal::{Recipient, seal};
pub use staff::{Role, StaffId, StaffMember};
pub use store::{Expired, Store};
pub use uuid::Uuid;
