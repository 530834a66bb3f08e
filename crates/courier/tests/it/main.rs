//! Stories of a kiosk's courier: what travels, what is refused, what is pulled out in the middle.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a story that cannot go on has failed")]

mod cable;
mod enrolling;
mod hall;
mod handing_over;
mod hostile;
mod kiosk;
mod pace;
mod packs;
mod paper;
#[path = "../../../agency/tests/it/postgres.rs"]
#[allow(dead_code, reason = "the agency's own tests use the rest")]
mod postgres;
mod processes;
mod secured;
#[path = "../simulation/mod.rs"]
mod simulation;
mod small;
mod sticks;
mod storms;
mod telling;
mod threads;
mod weather;
