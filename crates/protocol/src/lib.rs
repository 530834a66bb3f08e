//! What kiosk and agency say to each other: types, what is signed, and how it is checked.
//!
//! It must never know how words travel (HTTP, a stick, paper), where they are kept, what a form says, or the clock.
//! Everything here is pure. Unknown fields are ignored when read; where one side passes on what it does not
//! understand ([`Envelope`], [`Signed`]), they are kept.

mod credential;
mod enrolment;
mod envelope;
mod heartbeat;
mod names;
mod notice;
mod packs;
mod paper;
mod problem;
mod receipt;
mod signed;
mod status;
mod stick;
mod text;
mod version;

pub use credential::{Credential, CredentialDigest, EnrolmentCode};
pub use enrolment::{Enrol, Enrolled, Rotate, Rotated};
pub use envelope::{Envelope, EnvelopeFault};
pub use heartbeat::{Counters, Heartbeat, HeartbeatReply, Held, Language, PrinterCondition};
pub use names::{KioskId, NameMalformed, SiteId, TenantId};
pub use notice::{Notice, NoticeKind, NoticePage, NoticeText};
pub use packs::{PackListing, PackOffer};
pub use paper::{PaperLetter, PaperLetterFault, Vouched};
pub use problem::{NextStep, Problem, ProblemCode};
pub use receipt::{Expected, Receipt, ReceiptFault};
pub use signed::{AgencyKey, KeyId, Signed, SignedFault, Statement};
pub use status::{Cost, LookUp, SALT_BYTES, SealedStatus, StatusFault, StatusIncrement, StatusRow, StatusText};
pub use stick::{
    CONTENTS_FILE, FORM_FILE, NOTICE_FILE, RECEIPT_FILE, SignedList, StickContents, StickFile, StickForm, StickList,
    stick_list_name,
};
pub use text::{Binary, Digest};
pub use version::{PROTOCOL_HEADER, SUPPORTED_HEADER, Supported, VERSION};
