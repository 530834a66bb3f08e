//! One job from the kiosk's side: what is known of it, and the one rule by which that changes.
//!
//! It must never do I/O. What a printer said comes in, a state comes out; the state can be kept and taken up again by
//! another process. Two promises hold whatever is heard, in whatever order: a job is [`Printed`](JobState::Printed) only
//! when the printer has said `completed` of a document that it had whole, and one whose document may have left never
//! becomes [`Prepared`](JobState::Prepared) again.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Condition;

/// The number that a printer gave a job (`job-id`), 1 or more. Printers begin anew when they are restarted: a number
/// alone says nothing, the job's name has to fit too.
pub type JobNumber = i32;

/// One job, under an identity of the caller's that never repeats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// The caller's identity for it. Another attempt is another job.
    pub id: Uuid,
    /// What is known of it.
    pub state: JobState,
}

impl Job {
    /// A job of which nothing has been sent.
    #[must_use]
    pub fn new(id: Uuid) -> Self {
        Self { id, state: JobState::Prepared }
    }

    /// Its name at the printer, by which it is found again. It holds nothing of a citizen: names are shown on panels.
    #[must_use]
    pub fn name(&self) -> String {
        format!("Kaunter {}", self.id)
    }
}

/// How much of the document has left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sent {
    /// Nothing: no paper can come out.
    Nothing,
    /// Perhaps something, perhaps all.
    Perhaps,
    /// All; the printer said so.
    All,
}

/// What is known of the way to the printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    /// The job's number there, once it is known.
    pub number: Option<JobNumber>,
    /// How much of the document has left.
    pub document: Sent,
}

/// What is known of a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum JobState {
    /// Nothing has been sent.
    Prepared,
    /// It is being handed over.
    Sent {
        /// How far that came.
        handover: Handover,
    },
    /// The printer has it, and nothing is in its way.
    Printing {
        /// How it was handed over.
        handover: Handover,
    },
    /// The printer has it, and somebody has to see to the printer.
    Stopped {
        /// How it was handed over.
        handover: Handover,
        /// Why, the worst first.
        conditions: Vec<Condition>,
    },
    /// The printer said `completed`.
    Printed {
        /// Sides printed, if it says.
        impressions: Option<u32>,
    },
    /// It certainly did not come out whole, and will not.
    Failed {
        /// Why.
        fault: JobFault,
        /// Sides printed before, if the printer says.
        impressions: Option<u32>,
    },
    /// Whether paper came out cannot be known from here: a person looks, and decides.
    Unknown {
        /// How it was handed over, for asking once more.
        handover: Handover,
        /// Why.
        fault: JobFault,
    },
}

/// Why a job was not printed, or is not known to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum JobFault {
    /// The printer declined it.
    Declined,
    /// It was never delivered; no paper can have come out.
    NotDelivered,
    /// The printer gave up on it.
    Aborted,
    /// Somebody cancelled it, at the printer or here.
    Cancelled,
    /// The printer no longer knows it.
    Forgotten,
    /// The printer could not be asked any more.
    OutOfReach,
    /// The connection broke while the document was being sent, and the printer may have printed a part of it.
    CutShort,
    /// The printer said `completed`, with errors.
    WithErrors,
}

impl JobFault {
    /// The code that screens have words for.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Declined => "printer-refused",
            Self::NotDelivered => "printer-job-not-delivered",
            Self::Aborted => "printer-job-aborted",
            Self::Cancelled => "printer-job-cancelled",
            Self::Forgotten => "printer-job-forgotten",
            Self::OutOfReach => "printer-job-out-of-reach",
            Self::CutShort => "printer-job-cut-short",
            Self::WithErrors => "printer-job-with-errors",
        }
    }
}

/// `job-state` (RFC 8011 section 5.3.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Waits its turn, or for its document.
    Pending,
    /// Is held.
    Held,
    /// Is being printed.
    Processing,
    /// Was being printed until something came in the way.
    ProcessingStopped,
    /// Was cancelled.
    Canceled,
    /// Was given up.
    Aborted,
    /// Is done.
    Completed,
}

/// What a printer says of one job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobReport {
    /// Its number there.
    pub number: JobNumber,
    /// Where it stands.
    pub stage: Stage,
    /// Whether the printer says `job-completed-with-errors`.
    pub with_errors: bool,
    /// Documents that the printer has of it, if it says.
    pub documents: Option<u32>,
    /// Sides printed so far, if it says.
    pub impressions: Option<u32>,
    /// What the printer says of itself at the same time, the worst first.
    pub conditions: Vec<Condition>,
}

/// Something that happened to a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// The printer is about to be asked to make a job.
    Asking,
    /// It made one.
    Made(JobNumber),
    /// The document is about to leave.
    Sending,
    /// It could not leave: there was no connection.
    NothingLeft,
    /// The printer has the whole document.
    Taken,
    /// The printer declined, or was not reached with anything: there is no such job.
    Declined(JobFault),
    /// The printer says how the job stands.
    Report(JobReport),
    /// The printer answered, and knows no such job.
    NoSuchJob,
    /// Asking was given up.
    GivenUp,
}

impl JobState {
    /// What is known after something was heard.
    #[must_use]
    pub fn after(&self, heard: &Heard) -> Self {
        match (self, heard) {
            // What is over stays as it is.
            (Self::Printed { .. } | Self::Failed { .. }, _) => self.clone(),
            (Self::Prepared, Heard::Asking) => {
                Self::Sent { handover: Handover { number: None, document: Sent::Nothing } }
            }
            (Self::Sent { handover }, Heard::Made(number)) => {
                Self::Sent { handover: Handover { number: Some(*number), ..*handover } }
            }
            (Self::Sent { handover }, Heard::Sending) => {
                Self::Sent { handover: Handover { document: Sent::Perhaps, ..*handover } }
            }
            (Self::Sent { handover }, Heard::NothingLeft) => {
                Self::Sent { handover: Handover { document: Sent::Nothing, ..*handover } }
            }
            (Self::Sent { handover }, Heard::Taken) => {
                Self::Printing { handover: Handover { document: Sent::All, ..*handover } }
            }
            (Self::Prepared | Self::Sent { .. }, Heard::Declined(fault)) => Self::failed(*fault),
            (_, Heard::Report(report)) => self.after_report(report),
            (_, Heard::NoSuchJob) => self.lost(JobFault::Forgotten),
            (_, Heard::GivenUp) => self.lost(JobFault::OutOfReach),
            // Steps of a handover that is not going on.
            (_, _) => self.clone(),
        }
    }

    /// How the job was handed over; `None` before and after.
    #[must_use]
    pub fn handover(&self) -> Option<Handover> {
        match self {
            Self::Sent { handover }
            | Self::Printing { handover }
            | Self::Stopped { handover, .. }
            | Self::Unknown { handover, .. } => Some(*handover),
            Self::Prepared | Self::Printed { .. } | Self::Failed { .. } => None,
        }
    }

    /// Whether nothing more will be heard by itself: printed, failed, or a person's to decide.
    #[must_use]
    pub fn is_over(&self) -> bool {
        matches!(self, Self::Printed { .. } | Self::Failed { .. } | Self::Unknown { .. })
    }

    /// Why it was not printed, if it was not.
    #[must_use]
    pub fn fault(&self) -> Option<JobFault> {
        match self {
            Self::Failed { fault, .. } | Self::Unknown { fault, .. } => Some(*fault),
            _ => None,
        }
    }

    fn failed(fault: JobFault) -> Self {
        Self::Failed { fault, impressions: None }
    }

    /// When the printer cannot say any more: certain where nothing had left, a person's to decide otherwise.
    fn lost(&self, fault: JobFault) -> Self {
        match self.handover() {
            None => self.clone(),
            Some(Handover { document: Sent::Nothing, .. }) => Self::failed(JobFault::NotDelivered),
            // What was once not known stays so for its first reason.
            Some(_) if matches!(self, Self::Unknown { .. }) => self.clone(),
            Some(handover) => Self::Unknown { handover, fault },
        }
    }

    fn after_report(&self, report: &JobReport) -> Self {
        // A job of this name that nothing here remembers sending: only the printer knows how much it has.
        let before = self.handover().unwrap_or(Handover { number: None, document: Sent::Perhaps });
        let handover = Handover { number: Some(report.number), ..before };
        let impressions = report.impressions;
        match report.stage {
            Stage::Canceled | Stage::Aborted if handover.document == Sent::Nothing => {
                Self::failed(JobFault::NotDelivered)
            }
            Stage::Canceled => Self::Failed { fault: JobFault::Cancelled, impressions },
            Stage::Aborted => Self::Failed { fault: JobFault::Aborted, impressions },
            Stage::Completed => completed(handover, report),
            // It waits for a document that has not begun to leave.
            _ if handover.document == Sent::Nothing => Self::Sent { handover },
            Stage::Pending | Stage::Processing | Stage::Held | Stage::ProcessingStopped => {
                let is_held = matches!(report.stage, Stage::Held | Stage::ProcessingStopped);
                if is_held || report.conditions.iter().any(Condition::holds_up_a_job) {
                    Self::Stopped { handover, conditions: report.conditions.clone() }
                } else {
                    Self::Printing { handover }
                }
            }
        }
    }
}

/// The printer says `completed`: of what?
fn completed(handover: Handover, report: &JobReport) -> JobState {
    let JobReport { impressions, with_errors, documents, .. } = *report;
    match handover.document {
        // A job without a document is completed at once by some printers.
        Sent::Nothing => JobState::failed(JobFault::NotDelivered),
        _ if documents == Some(0) => JobState::failed(JobFault::NotDelivered),
        Sent::Perhaps => JobState::Unknown { handover, fault: JobFault::CutShort },
        Sent::All if with_errors => JobState::Unknown { handover, fault: JobFault::WithErrors },
        Sent::All => JobState::Printed { impressions },
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{ConditionKind, Severity};

    fn report() -> impl Strategy<Value = JobReport> {
        let stages = prop::sample::select(vec![
            Stage::Pending,
            Stage::Held,
            Stage::Processing,
            Stage::ProcessingStopped,
            Stage::Canceled,
            Stage::Aborted,
            Stage::Completed,
        ]);
        let jam = Condition::found(ConditionKind::MediaJam, Severity::Error);
        let conditions = prop::sample::select(vec![vec![], vec![jam]]);
        (1..4, stages, any::<bool>(), prop::option::of(0..2_u32), conditions).prop_map(
            |(number, stage, with_errors, documents, conditions)| JobReport {
                number,
                stage,
                with_errors,
                documents,
                impressions: None,
                conditions,
            },
        )
    }

    fn heard() -> impl Strategy<Value = Heard> {
        prop_oneof![
            Just(Heard::Asking),
            (1..4).prop_map(Heard::Made),
            Just(Heard::Sending),
            Just(Heard::NothingLeft),
            Just(Heard::Taken),
            Just(Heard::Declined(JobFault::Declined)),
            Just(Heard::NoSuchJob),
            Just(Heard::GivenUp),
            report().prop_map(Heard::Report),
            report().prop_map(Heard::Report),
        ]
    }

    proptest! {
        #[test]
        fn whatever_is_heard_nothing_is_printed_on_hearsay_nor_sent_twice(all in prop::collection::vec(heard(), 0..30)) {
            let (mut state, mut was_taken) = (JobState::Prepared, false);
            for heard in all {
                let before = state;
                state = before.after(&heard);
                was_taken |= heard == Heard::Taken;
                if before != JobState::Prepared {
                    prop_assert_ne!(&state, &JobState::Prepared);
                }
                if matches!(before, JobState::Printed { .. } | JobState::Failed { .. }) {
                    prop_assert_eq!(&state, &before, "what is over is over");
                } else if matches!(state, JobState::Printed { .. }) {
                    let said_so = matches!(&heard, Heard::Report(report)
                        if report.stage == Stage::Completed && !report.with_errors && report.documents != Some(0));
                    prop_assert!(said_so && was_taken, "{:?} after {:?}", before, heard);
                }
                let kept = serde_json::to_string(&state).unwrap();
                prop_assert_eq!(serde_json::from_str::<JobState>(&kept).unwrap(), state.clone(), "{}", kept);
            }
        }
    }

    #[test]
    fn what_cannot_be_known_is_a_persons_to_decide() {
        let sent = |document| JobState::Sent { handover: Handover { number: Some(7), document } };
        let fault = |state: &JobState, heard| state.after(&heard).fault();
        for heard in [Heard::NoSuchJob, Heard::GivenUp] {
            assert_eq!(fault(&sent(Sent::Nothing), heard.clone()), Some(JobFault::NotDelivered));
            assert!(matches!(sent(Sent::Perhaps).after(&heard), JobState::Unknown { .. }));
            assert!(matches!(sent(Sent::All).after(&heard), JobState::Unknown { .. }));
            assert_eq!(JobState::Prepared.after(&heard), JobState::Prepared);
        }
    }
}
