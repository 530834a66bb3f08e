//! What an answer to a letter means for the letter. The one place where a receipt is believed.

use std::time::Duration;

use kaunter_protocol::{AgencyKey, Expected, NextStep, Problem, ProblemCode, Receipt};

use crate::{Failure, Told};

/// What becomes of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The agency has it: its receipt verified.
    Accept(Receipt),
    /// It is refused for good, for a reason with this code.
    SetAside(&'static str),
    /// Nothing more is sent until somebody has seen to this kiosk.
    Stop(&'static str),
    /// It is tried again.
    Retry {
        /// Why.
        code: &'static str,
        /// What the agency asks for at least.
        after: Option<Duration>,
        /// Whether it may lie in this letter: then others go before it.
        of_letter: bool,
    },
}

/// The verdict on a letter that was sent, and of which this is expected.
pub fn verdict(expected: Expected<'_>, agency: &AgencyKey, answer: Told<Receipt>) -> Verdict {
    match answer {
        Ok(receipt) => match receipt.verify(expected, agency) {
            Ok(()) => Verdict::Accept(receipt),
            Err(fault) => Verdict::Retry { code: fault.code(), after: None, of_letter: true },
        },
        Err(Failure::Refused(problem)) => refused(&problem),
        Err(failure) => {
            let of_letter = matches!(failure, Failure::Nonsense(_));
            Verdict::Retry { code: failure.code(), after: None, of_letter }
        }
    }
}

fn refused(problem: &Problem) -> Verdict {
    let code = problem.code.code();
    match problem.next {
        NextStep::Stop => Verdict::Stop(code),
        NextStep::SetAside => Verdict::SetAside(code),
        NextStep::Retry => {
            // What has nothing to do with this letter; of the rest, as of what is newer than this kiosk, one cannot know.
            let of_all = matches!(
                problem.code,
                ProblemCode::TooMany
                    | ProblemCode::Busy
                    | ProblemCode::StoreUnavailable
                    | ProblemCode::Stopping
                    | ProblemCode::Incomplete
                    | ProblemCode::ProtocolUnsupported
            );
            let after = problem.retry_after.map(|seconds| Duration::from_secs(seconds.into()));
            Verdict::Retry { code, after, of_letter: !of_all }
        }
    }
}
