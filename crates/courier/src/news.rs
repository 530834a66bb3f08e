//! What is told down and up beside forms, in the courier's own words.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use kaunter_protocol::{Counters, Language, PrinterCondition, StatusText};

/// What the kiosk tells the agency of itself with a heartbeat; numbers and closed lists.
#[derive(Debug, Clone, Default)]
pub struct KioskFigures {
    /// Seconds since it started.
    pub up_seconds: u64,
    /// Its printer.
    pub printer: PrinterCondition,
    /// Free room on the disk, mebibytes.
    pub disk_free_mib: u64,
    /// Figures by day and language.
    pub days: BTreeMap<Date, BTreeMap<Language, Counters>>,
}

/// How far an application is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusFound {
    /// What the agency says.
    pub text: StatusText,
    /// When the agency's list said so: what a citizen is told as its age.
    pub as_of: Option<Timestamp>,
}
