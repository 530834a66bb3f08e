//! How things stand between the kiosk and its agency, for the officer's page and the citizen's line.

use jiff::Timestamp;
use kaunter_store::{FormNumber, Uuid};

/// Whether letters travel.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Link {
    /// Nobody has told this kiosk its agency.
    #[default]
    NotEnrolled,
    /// The agency was not asked yet.
    Beginning,
    /// The agency answers.
    Connected {
        /// Since when.
        since: Timestamp,
    },
    /// The agency does not answer, or asked for patience.
    Waiting {
        /// When it is tried again, as the clock stands now.
        until: Timestamp,
        /// Why, kebab-case.
        code: String,
    },
    /// Nothing is sent until somebody acts.
    Stopped {
        /// Why, kebab-case.
        code: String,
    },
}

/// A letter that a person has to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Its id.
    pub id: Uuid,
    /// What the citizen and the staff call the form.
    pub number: FormNumber,
    /// Why, kebab-case.
    pub code: String,
}

/// A pack on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    /// Id of the pack.
    pub pack: String,
    /// Its version.
    pub version: String,
    /// Bytes that are here.
    pub bytes: u64,
    /// Bytes that there are.
    pub of: u64,
}

/// How things stand. A picture of a moment; asking for it waits for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    /// Whether letters travel.
    pub link: Link,
    /// What the agency calls this kiosk.
    pub kiosk: Option<String>,
    /// When the agency last answered.
    pub last_answer: Option<Timestamp>,
    /// Letters that wait.
    pub waiting: u64,
    /// Of them, letters that also lie on a stick.
    pub on_stick: u64,
    /// Letters that a person has to look at.
    pub set_aside: Vec<SetAside>,
    /// A pack on its way.
    pub download: Option<Download>,
    /// Why the last pack that came was not taken, kebab-case.
    pub pack_refused: Option<String>,
    /// Seconds by which this machine's clock is ahead of the agency's; negative behind.
    pub clock_ahead_seconds: Option<i64>,
    /// Code of what the store or the disk of downloads cannot do.
    pub trouble: Option<String>,
}
