//! Stories of sheets that are printed, read, photographed and brought back.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod camera;
mod day;
mod desk;
mod form_code;
mod glyphs;
mod hostile_layouts;
mod official;
mod photographs;
mod pictures;
mod references;
mod standards;
mod texts;
mod way_home;
