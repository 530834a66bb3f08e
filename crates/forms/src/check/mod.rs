//! Whether a form can do what it is for: every question can be asked, every way leads to the end.
//!
//! What is said as an error here is certain. What cannot be decided without trying more answers than
//! `ways.rs` is left unsaid.

mod eligibility;
mod order;
mod possible;
mod references;
mod ways;

use kaunter_reading::InFile;

use crate::{definition::Form, read::FormLines};

/// Finds what the reading of single keys cannot.
pub(crate) fn check_form(form: &Form, lines: &FormLines, faults: &mut InFile) {
    references::check(form, lines, faults);
    order::check(form, lines, faults);
    eligibility::check(form, lines, faults);
    ways::check(form, lines, faults);
}
