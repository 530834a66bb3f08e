//! Content packs: read, check, sign, verify, install, roll back.
//!
//! Stands on the ground: it knows files, signatures and dates, and must never know of search,
//! screens, visits or the network.

pub mod model;
