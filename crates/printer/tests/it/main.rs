//! Printers that are programs: real ones of the CUPS project, and hostile ones of our own.

mod certificates;
mod cups;
mod discovering;
mod hostile;
mod machines;
mod mishaps;
mod paper;
mod printing;
mod pwg_raster;
