//! A question to an answer in the agency's own words.
//!
//! Knows packs and languages. It must never know of forms, visits, screens or the network, and it
//! composes nothing: what it says is a range of bytes in the pack.

pub mod reply;

pub use reply::{
    Advice, Choice, Citation, Context, Hit, HitKind, Outcome, Part, Quotation, Reply, Unknown, Why,
};
