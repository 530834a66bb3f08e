//! `form.toml`: from its text to a [`Form`](crate::Form), every fault with its line.
//!
//! One wrong key costs only itself, so that one reading finds all faults; a form with an error is not
//! used. It must never know of words, tables or other forms.

mod bounds;
mod field;
mod form;
mod ids;
mod lines;
mod reader;
mod rules;
mod slip;

pub(crate) use form::read_form;
pub(crate) use lines::{FormLines, Part};
pub(crate) use rules::check_rules;
