//! Files that people write: text in whatever encoding, tables, TOML. Every fault with its line and its
//! remedy, and one mistake costs only itself.
//!
//! Stands on the ground: it must never know what the files are about.

mod fault;
mod fields;
mod rows;
mod table;
mod text;

pub use fault::{Fault, FileFault, Finding, InFile, Report, Severity};
pub use fields::{Examples, Fields, Inner, KeyLines, TomlFile};
pub use table::{Column, Record, optional, read_table, required};
pub use text::{Lines, decode};
pub use toml::de::DeValue;
