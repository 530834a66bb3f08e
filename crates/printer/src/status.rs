//! How a printer is at one moment.
//!
//! It must never know of a job of ours.

use ipp::model::DelimiterTag;
use serde::{Deserialize, Serialize};

use crate::{
    Condition, ConditionKind, PrinterError, Severity,
    answer::{Answer, Attributes},
};

/// What is asked for.
pub const WANTED: &[&str] = &[
    "printer-state",
    "printer-state-reasons",
    "printer-is-accepting-jobs",
    "queued-job-count",
    "marker-names",
    "marker-levels",
    "marker-low-levels",
];

/// `printer-state` (RFC 8011 section 5.4.11).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PrinterState {
    /// Waits for jobs.
    Idle,
    /// Works.
    Processing,
    /// Does nothing until somebody has seen to it.
    Stopped,
}

/// One cartridge or its like (PWG 5100.13 section 5.6, `marker-…`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supply {
    /// The printer's name for it.
    pub name: String,
    /// How full it is, 0 to 100; `None` where the printer does not know.
    pub percent: Option<u8>,
}

/// How a printer is at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrinterStatus {
    /// What it does.
    pub state: PrinterState,
    /// What it says of itself, the worst first.
    pub conditions: Vec<Condition>,
    /// Jobs that wait or print, if it says.
    pub queued: Option<u32>,
    /// Ink or toner, as far as it says.
    pub supplies: Vec<Supply>,
}

impl PrinterStatus {
    /// Whether a job sent now would come out now.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.state != PrinterState::Stopped && !self.conditions.iter().any(Condition::stops_printing)
    }

    /// Reads it off an answer to Get-Printer-Attributes.
    pub(crate) fn read(answer: &Answer) -> Result<Self, PrinterError> {
        let said = answer.group(DelimiterTag::PrinterAttributes);
        let state = match said.required("printer-state", said.integer("printer-state")?)? {
            3 => PrinterState::Idle,
            4 => PrinterState::Processing,
            5 => PrinterState::Stopped,
            _ => return Err(said.nonsense("printer-state", "is none of idle, processing and stopped")),
        };
        let mut conditions: Vec<Condition> =
            said.words("printer-state-reasons")?.iter().filter_map(|word| Condition::from_reason(word)).collect();
        if said.boolean("printer-is-accepting-jobs")? == Some(false) {
            conditions.push(Condition::found(ConditionKind::NotAccepting, Severity::Error));
        }
        let (supplies, is_low) = supplies(&said)?;
        let is_told = |kind| conditions.iter().any(|condition: &Condition| condition.kind == kind);
        if is_low && !is_told(ConditionKind::InkLow) && !is_told(ConditionKind::InkEmpty) {
            conditions.push(Condition::found(ConditionKind::InkLow, Severity::Warning));
        }
        if state == PrinterState::Stopped && !conditions.iter().any(Condition::stops_printing) {
            conditions.push(Condition::found(ConditionKind::Stopped, Severity::Error));
        }
        conditions.sort_by_key(|condition| {
            std::cmp::Reverse((condition.stops_printing(), condition.holds_up_a_job(), condition.severity))
        });
        Ok(Self { state, conditions, queued: said.count("queued-job-count")?, supplies })
    }
}

/// The supplies, and whether one is at or below the level at which it counts as low.
fn supplies(said: &Attributes<'_>) -> Result<(Vec<Supply>, bool), PrinterError> {
    let names = said.words("marker-names")?;
    let (levels, low) = (said.integers("marker-levels")?, said.integers("marker-low-levels")?);
    let is_low = levels.iter().zip(&low).any(|(level, low)| (0..=*low).contains(level) && *low < 100);
    let percent = |at: usize| levels.get(at).and_then(|level| u8::try_from(*level).ok()).filter(|level| *level <= 100);
    let supplies = names.into_iter().enumerate().map(|(at, name)| Supply { name, percent: percent(at) }).collect();
    Ok((supplies, is_low))
}
