//! The middle as its users see it: the visitor in front, the shell behind, the screens' types.

// A test fails by panicking, also in what several tests share.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod answers;
mod bindings;
mod carried;
mod correcting;
mod day;
mod desk;
mod device;
mod entering;
mod forms;
mod hall;
mod hostile;
mod leaving;
mod looking_first;
/// A printer program, a print server and a cable, as the printer's own stories have them.
#[path = "../../../printer/tests/it/machines"]
mod machines {
    #![allow(dead_code, reason = "the printer's own stories need more of them")]
    mod bus;
    mod cable;
    mod cups;
    mod device;
    mod programs;

    pub use cable::{Cable, Fate};
    pub use cups::Cups;
    pub use device::{Device, Setup};
    pub use programs::{Program, free_port, wait_for};
}
mod notices;
mod officer;
mod packs;
mod person;
mod post;
mod print_room;
mod printing;
mod privacy;
mod sample_forms;
mod setting_aside;
mod shelf;
mod slips;
mod small_pack;
mod staff_questions;
mod visit;
mod voice;
mod voice_choices;
mod voice_papers;
