//! Stories of people who ask, of trainers whose packs answer, and of what must never be said.

// A test fails by panicking, also in what several tests share.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod advice;
mod asked_otherwise;
mod asking_back;
mod blurted_out;
mod disagreeing;
mod emergencies;
mod follow_ups;
mod golden_report;
mod in_full;
mod many_phrasings;
mod mistyped;
mod packs;
mod quotations;
mod repeatable;
mod sample;
mod several_at_once;
#[path = "../../benches/ask/slips.rs"]
mod slips;
mod small_packs;
mod validity;
