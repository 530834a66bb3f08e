//! The way to the agency, as the counter sees it.
//!
//! Nothing here waits: what takes time is asked for, and what came of it is told later. It must never know how words
//! travel, and never what a form says.

mod arrivals;
mod carried;
mod figures;
mod status;
mod told;

use std::path::PathBuf;

use jiff::{Timestamp, Zoned, civil::Date};
use kaunter_pack::model::Notice;
use kaunter_protocol::{Counters, Language};

use crate::{
    forms::records::Way,
    said::Said,
    view::{FormWay, PackComing, StickReport},
};

pub use carried::CarriedPost;
pub use figures::{Condition, Days, while_closed};
pub(crate) use status::Asked;

/// Whoever carries forms to the agency, and packs, notices and statuses to the kiosk.
pub trait Post: Send {
    /// Grows with everything that changes what is told here.
    fn changes(&self) -> u64;
    /// How it is.
    fn standing(&self) -> PostStanding;
    /// Notices that came from the agency and were not withdrawn, live or not.
    fn notices(&self) -> Vec<Notice>;
    /// Whether applications can be looked up here, and of when the list is.
    fn statuses(&self) -> Option<StatusList>;
    /// Looks an application up, beside the counter. Asked again, the earlier question is forgotten.
    fn look_up(&mut self, reference: &Said, second: &Said);
    /// What came of the last question, once.
    fn looked_up(&mut self) -> Option<LookedUp>;
    /// A form was finished: it need not wait until somebody looks.
    fn letter_waits(&mut self);
    /// Sends what waits, now.
    fn send_now(&mut self);
    /// Sends a letter again that was set aside.
    fn send_again(&mut self, letter: &str);
    /// Makes this kiosk one of an agency's, by the code that its administrator gave.
    fn enrol(&mut self, address: &str, code: &Said);
    /// Folders of sticks that are plugged in.
    fn sticks(&self) -> Vec<PathBuf>;
    /// Writes forms that wait onto a stick.
    fn export(&mut self, stick: PathBuf);
    /// Takes in what an agency put on a stick.
    fn import(&mut self, stick: PathBuf);
    /// How the kiosk fares now: the agency hears of it.
    fn tell(&mut self, kiosk: &Condition);
    /// This happened once more on this day, in this language.
    fn count(&mut self, day: Date, language: Language, counted: &Counters);
}

/// How the way to the agency is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PostStanding {
    /// How the agency is reached.
    pub link: Link,
    /// Why the last try to join an agency failed, a code.
    pub refused: Option<String>,
    /// When it last answered.
    pub last_contact: Option<Timestamp>,
    /// Forms that wait.
    pub waiting: u32,
    /// Forms that the agency did not take.
    pub set_aside: Vec<SetAside>,
    /// A pack that is being fetched.
    pub coming: Option<PackComing>,
    /// Why the last pack that was fetched was not taken, a code.
    pub pack_refused: Option<String>,
    /// What keeps forms or packs from being kept, a code.
    pub trouble: Option<String>,
    /// What was last done with a stick.
    pub stick: Option<StickReport>,
}

/// How the agency is reached.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Link {
    /// No agency knows this kiosk.
    #[default]
    NotEnrolled,
    /// It answered when it was last asked.
    Reached,
    /// It does not answer, since then.
    OutOfReach(Option<Timestamp>),
    /// Nothing is sent before a person has seen to it; a code.
    Stopped(String),
}

/// A form, or a correction of one, that the agency did not take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Id of the letter that holds it.
    pub letter: String,
    /// What the form is called.
    pub number: String,
    /// Which correction of the form it is, from 1; nothing for the form as it was handed in.
    pub correction: Option<u32>,
    /// Why, a code.
    pub code: String,
}

/// The list of applications that this kiosk has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatusList {
    /// When the agency made it.
    pub as_of: Option<Timestamp>,
}

/// What the list says to a reference number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LookedUp {
    /// This.
    Found {
        /// The agency's words.
        status: Said,
        /// Since when.
        since: Option<Timestamp>,
        /// What to do next.
        next: Option<Said>,
    },
    /// Nothing.
    NotFound,
}

/// How far a form has come, as it is shown; `reaches` says whether this kiosk sends anything at all.
pub(crate) fn draw_way(way: Way, reaches: bool, now: &Zoned) -> FormWay {
    match way {
        Way::Received(at) => FormWay::Received { at: local(at, now) },
        Way::SetAside(code) => FormWay::SetAside { code },
        Way::Waiting if reaches => FormWay::Waiting,
        Way::Waiting => FormWay::KeptHere,
    }
}

/// RFC 3339 in the kiosk's zone.
pub(crate) fn local(at: Timestamp, now: &Zoned) -> String {
    at.to_zoned(now.time_zone().clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
