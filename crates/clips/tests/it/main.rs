//! Recordings as people make them, and the sentences that they are asked to record.

#![allow(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

mod recordings;
mod sentences;
