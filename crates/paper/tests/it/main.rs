//! Stories of sheets that are printed, read, photographed and brought back.

#![allow(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

mod camera;
mod day;
mod desk;
mod form_code;
mod glyphs;
mod hostile_layouts;
mod official;
mod photographs;
mod pictures;
mod standards;
mod texts;
mod way_home;
