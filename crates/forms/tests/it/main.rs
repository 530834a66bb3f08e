//! Stories of agencies that write forms, and of visitors who fill them in.

#![allow(clippy::unwrap_used, reason = "a story that cannot go on has failed")]
#![allow(clippy::panic, reason = "a story that cannot go on has failed")]

mod ahead;
mod damage;
mod desk;
mod faults;
mod filled;
mod hearing;
mod hostile;
mod journey;
mod life_event;
mod remedies;
mod rules;
mod samples;
mod schema;
mod tables;
mod visit;
mod ways;
mod words;
mod worked_example;
