//! Stories of agencies that write forms, and of visitors who fill them in.

#![allow(clippy::unwrap_used, reason = "a story that cannot go on has failed")]
#![allow(clippy::panic, reason = "a story that cannot go on has failed")]

mod damage;
mod filled;
mod hearing;
mod journey;
mod life_event;
mod samples;
mod visit;
mod ways;
