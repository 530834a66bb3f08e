//! What went wrong, and what the kiosk shall do about it.

use serde::{Deserialize, Serialize};

/// Body of every answer that is no success.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Problem {
    /// Which problem.
    pub code: ProblemCode,
    /// What to do. It counts even where the code is newer than the kiosk.
    pub next: NextStep,
    /// Seconds to wait at least before trying again, as in `Retry-After`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
    /// For the log: what is wrong where. Never a value that was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

/// What the sender shall do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NextStep {
    /// Set this one aside for a person, and go on with the next.
    SetAside,
    /// Stop sending: a person has to see to this kiosk.
    Stop,
    /// Try the same again, later. What an unknown step is taken for: nothing is lost by it.
    #[serde(other)]
    Retry,
}

// The code is a bare token: as anything else it would not be seen where the schema is derived.
macro_rules! codes {
    ($($(#[$about:meta])* $name:ident = $code:tt, $status:literal, $next:ident;)+) => {
        /// Which problem.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
        pub enum ProblemCode {
            $($(#[$about])* #[serde(rename = $code)] $name,)+
            /// One that is newer than the reader.
            #[serde(other, rename = "unknown")]
            Unknown,
        }

        impl ProblemCode {
            /// All that a server says.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Kebab-case code.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ Self::Unknown => "unknown" }
            }

            /// The HTTP status it comes with.
            pub fn status(self) -> u16 {
                match self { $(Self::$name => $status,)+ Self::Unknown => 500 }
            }

            /// What the kiosk shall do.
            pub fn next(self) -> NextStep {
                match self { $(Self::$name => NextStep::$next,)+ Self::Unknown => NextStep::Retry }
            }
        }
    };
}

codes! {
    /// No credential was shown, or none that can be one.
    CredentialMissing = "credential-missing", 401, Stop;
    /// Nobody has this credential.
    CredentialUnknown = "credential-unknown", 401, Stop;
    /// The agency revoked this kiosk.
    KioskRevoked = "kiosk-revoked", 403, Stop;
    /// There is no such code.
    CodeUnknown = "code-unknown", 404, Stop;
    /// The code was used before, by another.
    CodeUsed = "code-used", 409, Stop;
    /// The code's time is over.
    CodeExpired = "code-expired", 410, Stop;
    /// The protocol's version is none that this server speaks.
    ProtocolUnsupported = "protocol-unsupported", 426, Retry;
    /// The body is no JSON, or lacks something.
    Malformed = "malformed", 400, SetAside;
    /// The envelope is none of a form.
    EnvelopeMalformed = "envelope-malformed", 422, SetAside;
    /// The body is larger than this server takes.
    TooLarge = "too-large", 413, SetAside;
    /// This id was received before, with other bytes. Both are kept, and a person looks.
    FormConflict = "form-conflict", 409, SetAside;
    /// There is nothing of this name for this kiosk.
    NotFound = "not-found", 404, SetAside;
    /// This cannot be asked in this way.
    MethodNotAllowed = "method-not-allowed", 405, SetAside;
    /// The part of a pack that was asked for does not exist.
    RangeUnsatisfiable = "range-unsatisfiable", 416, Retry;
    /// A cursor is not one that this server gave; begin from 0.
    CursorUnknown = "cursor-unknown", 410, Retry;
    /// The body came too slowly.
    TooSlow = "too-slow", 408, Retry;
    /// The body broke off before its end: the line did, and what was sent has done nothing wrong.
    Incomplete = "incomplete", 400, Retry;
    /// This kiosk, or this address, asks too often.
    TooMany = "too-many", 429, Retry;
    /// The server has more to do than it can.
    Busy = "busy", 503, Retry;
    /// The server's disk is full, or its database cannot be reached.
    StoreUnavailable = "store-unavailable", 503, Retry;
    /// The server is stopping.
    Stopping = "stopping", 503, Retry;
    /// Something went wrong in the server.
    Internal = "internal", 500, Retry;
}

impl Problem {
    /// With its code's step.
    pub fn new(code: ProblemCode) -> Self {
        Self { code, next: code.next(), retry_after: None, detail: None }
    }

    /// Not before these seconds have passed.
    pub fn after(self, seconds: u32) -> Self {
        Self { retry_after: Some(seconds), ..self }
    }

    /// With words for the log.
    pub fn because(self, detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..self }
    }
}
