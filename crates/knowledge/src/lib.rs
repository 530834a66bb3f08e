//! A question to an answer in the agency's own words.
//!
//! Knows packs and languages. It must never know of forms, visits, screens or the network, and it
//! composes nothing: what it says is a range of bytes in the pack.

pub mod adviser;
pub mod analysis;
mod cache;
pub mod confidence;
mod conflict;
mod contradictions;
pub mod corpus;
mod error;
pub mod evidence;
mod follow_up;
pub mod golden;
mod in_full;
pub mod index;
mod knowledge;
pub mod language;
pub mod learn;
pub mod model;
mod outcome;
mod parts;
mod phrases;
mod question;
mod quote;
pub mod ranking;
mod rehearsal;
mod reply;
pub mod schooling;
pub mod sketch;
pub mod speech;
mod spelling;
mod threshold;

pub use error::KnowledgeError;
pub use kaunter_pack::model::Advice;
pub use knowledge::Knowledge;
pub use question::speaks_of;
pub use reply::{Choice, Citation, Context, Hit, HitKind, Outcome, Part, Quotation, Reply, Unknown, Why};
pub use threshold::LEAST as FEWEST_GOLDEN;
