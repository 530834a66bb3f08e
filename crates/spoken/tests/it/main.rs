//! What visitors say, what it means, and what is read back to them.

#![allow(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

mod aloud;
mod back_and_forth;
mod choices;
mod commands;
mod corrections;
mod dollars;
mod halves;
mod hostile;
mod said;
mod tables;
