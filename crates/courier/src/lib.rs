//! Carries finished forms to the agency, and packs, notices and statuses to the kiosk, when there is a network; and on a
//! stick, or on paper, when there is none.
//!
//! It knows the protocol, the kiosk's store and packs. It must never know a screen, a visit, or what a form says: what it
//! carries is sealed. Nothing of a visit waits for it.
//!
//! What is decided stands apart from what is done: [`Machine`] says what comes next and [`verdict()`] what an answer means,
//! both without a clock, a network or a disk; [`Round`] does it, over an [`Agency`] and a [`Disk`].

mod address;
mod agency;
mod backoff;
mod courier;
mod desk;
mod downloads;
mod enrolment;
mod error;
mod hours;
mod http;
mod machine;
mod news;
mod notices;
mod once;
pub mod paper;
mod reasons;
mod round;
mod settings;
mod standing;
pub mod stick;
mod threads;
mod verdict;

pub(crate) use agency::UNREACHABLE;
pub use agency::{Agency, Failure, PIECE_BYTES, Told, UNPROVEN};
pub use backoff::{Backoff, Bounds};
pub use courier::Courier;
pub use desk::{Desk, Disk, envelope_of};
pub use downloads::{PackNotTaken, has_room};
pub use error::CourierError;
pub use hours::{Hours, HoursMalformed};
pub use http::Http;
pub use machine::{Errand, Machine, Moment, Next, Outcome};
pub use news::{KioskFigures, StatusFound};
pub use once::{Synced, enrol_once, import_once, sync_once};
pub use reasons::reason;
pub use round::{Known, Round, Stepped};
pub use settings::{Place, Settings};
pub use standing::{Download, Link, SetAside, Standing};
pub use verdict::{Verdict, verdict};
