//! The middle as its users see it: the visitor in front, the shell behind, the screens' types.

// A test fails by panicking, also in what several tests share.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod answers;
mod bindings;
mod carried;
mod correcting;
mod desk;
mod device;
mod entering;
mod forms;
mod hall;
mod hostile;
mod leaving;
mod looking_first;
mod notices;
mod officer;
mod packs;
mod person;
mod post;
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
