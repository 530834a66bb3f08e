//! Printers that are programs: real ones of the CUPS project, and hostile ones of our own.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a story that cannot go on has failed")]

mod certificates;
mod cups;
mod discovering;
mod hostile;
mod machines;
mod mishaps;
mod paper;
mod printing;
mod pwg_raster;
