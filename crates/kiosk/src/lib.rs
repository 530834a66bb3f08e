//! The middle: one visit from greeting to wipe.
//!
//! Knows what a visitor can do and what is shown next, over traits for everything that touches
//! the machine. It must never know of Tauri, windows, HTML, or the words of a language.

pub mod act;
pub mod view;
