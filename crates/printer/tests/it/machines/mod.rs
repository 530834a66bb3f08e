//! What the stories are played with: a printer program, a print server, a cable, a kiosk.

mod bus;
mod cable;
mod cups;
mod device;
mod kiosk;
mod programs;

pub use cable::{Cable, Fate};
pub use cups::Cups;
pub use device::{Device, Setup};
pub use kiosk::{Kiosk, a_form, limits, seen};
pub use programs::{Program, free_port, wait_for};
