//! What the agency can be asked, over whatever way there is.

use kaunter_protocol::{
    Digest, Enrol, Enrolled, Envelope, Heartbeat, HeartbeatReply, NoticePage, PackListing, Problem, Receipt, Rotate,
    Rotated, Signed,
};
use uuid::Uuid;

/// Bytes of a pack that are asked for at once.
pub const PIECE_BYTES: u64 = 1 << 20;

/// Code of [`Failure::Unreachable`].
pub(crate) const UNREACHABLE: &str = "agency-unreachable";
/// Code of [`Failure::Unproven`].
pub const UNPROVEN: &str = "agency-certificate-untrusted";

/// Why there is no answer that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// Nobody answered, or the line broke: what was asked may have been done all the same.
    Unreachable(String),
    /// Somebody answered and did not prove to be the server of this address: nothing was told them.
    Unproven(String),
    /// Whoever answered is not an agency's server, or not one that can be understood.
    Nonsense(String),
    /// The agency said no.
    Refused(Problem),
}

impl Failure {
    /// Stable name of the failure, kebab-case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreachable(_) => UNREACHABLE,
            Self::Unproven(_) => UNPROVEN,
            Self::Nonsense(_) => "agency-answer-unreadable",
            Self::Refused(problem) => problem.code.code(),
        }
    }
}

/// An answer, or why there is none.
pub type Told<T> = Result<T, Failure>;

/// The agency's server, as one kiosk sees it.
pub trait Agency {
    /// Asks to become one of its kiosks.
    ///
    /// # Errors
    /// [`Failure`], as for all that follow.
    fn enrol(&self, asked: &Enrol) -> Told<Enrolled>;

    /// Announces the next credential.
    fn rotate(&self, asked: &Rotate) -> Told<Rotated>;

    /// Hands a letter over. The receipt is not verified yet.
    fn send(&self, id: Uuid, envelope: &Envelope) -> Told<Receipt>;

    /// Packs on offer.
    fn packs(&self) -> Told<PackListing>;

    /// Bytes of a pack from there on, at most [`PIECE_BYTES`]; fewer where the line broke, at least one.
    fn piece(&self, pack: Digest, from: u64) -> Told<Vec<u8>>;

    /// Notices after a cursor; waits so many seconds for one, 0 to 60.
    fn notices(&self, after: u64, wait: u64) -> Told<NoticePage>;

    /// Statuses after a cursor, signed.
    fn statuses(&self, after: u64) -> Told<Signed>;

    /// Tells how the kiosk fares.
    fn beat(&self, beat: &Heartbeat) -> Told<HeartbeatReply>;
}
