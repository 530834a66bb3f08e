//! Stories of trainers who write packs, of engineers who carry them and of kiosks that answer from them.

#![allow(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

mod building;
mod desk;
mod faults;
mod forms;
mod hostile;
mod reading;
mod shelf;
mod signing;
