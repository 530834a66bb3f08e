//! Where the answers of forms are kept while they are given, and finished forms until the agency has
//! them.

use jiff::Timestamp;
use kaunter_forms::{Changed, Form, Journey};
use kaunter_store::{DraftId, FormNumber, Post, Store};

use crate::{said::Said, view::Problem};

/// Where the answers of one form go as they are given.
pub trait Keeping {
    /// Keeps what changed: all of it or nothing.
    ///
    /// # Errors
    /// Nothing can be kept at present.
    fn keep(&mut self, changes: Vec<Changed>) -> Result<(), Problem>;
}

/// Into the form's draft.
pub(crate) struct InDraft<'r> {
    pub records: &'r mut dyn Records,
    pub draft: DraftId,
}

impl Keeping for InDraft<'_> {
    fn keep(&mut self, changes: Vec<Changed>) -> Result<(), Problem> {
        self.records.keep(self.draft, changes)
    }
}

/// Nowhere: a finished form is corrected as a whole, or not at all.
#[derive(Default)]
pub(crate) struct Unsaved {
    /// Whether something would have been kept.
    pub changed: bool,
}

impl Keeping for Unsaved {
    fn keep(&mut self, _: Vec<Changed>) -> Result<(), Problem> {
        self.changed = true;
        Ok(())
    }
}

/// The place where forms are kept. What a method acknowledges outlives a power cut; a method that
/// fails leaves everything as it was.
pub trait Records: Send {
    /// Begins a draft of this form.
    ///
    /// # Errors
    /// Nothing can be kept at present.
    fn begin(&mut self, form: &Form, now: Timestamp) -> Result<DraftId, Problem>;
    /// Keeps what changed: all of it or nothing.
    ///
    /// # Errors
    /// Nothing can be kept at present.
    fn keep(&mut self, draft: DraftId, changes: Vec<Changed>) -> Result<(), Problem>;
    /// Puts a draft aside until somebody comes with the code.
    ///
    /// # Errors
    /// Nothing can be kept at present.
    fn pause(&mut self, draft: DraftId, now: Timestamp, until: Timestamp) -> Result<Said, Problem>;
    /// Takes up a paused draft. `today` is the day of the visit.
    ///
    /// # Errors
    /// No draft has this code, too many wrong ones were tried, or the draft cannot be read.
    fn resume(&mut self, code: &Said, now: Timestamp, today: jiff::civil::Date) -> Result<Reopened, Problem>;
    /// Takes up a draft that a failure of the machine cut off.
    ///
    /// # Errors
    /// It is no longer there, or cannot be read.
    fn reopen(&mut self, draft: &str, today: jiff::civil::Date) -> Result<Reopened, Problem>;
    /// Destroys a draft.
    ///
    /// # Errors
    /// The disk fails.
    fn forget(&mut self, draft: DraftId, now: Timestamp) -> Result<(), Problem>;
    /// Ends a draft: the form is sealed to the agency and queued, in one step.
    ///
    /// # Errors
    /// The draft is then as it was.
    fn finish(&mut self, draft: DraftId, how: &Finish<'_>, now: Timestamp) -> Result<String, Problem>;
    /// The visit is over: its drafts that were not put aside are destroyed. How many answers of this
    /// visit are still readable on this machine.
    ///
    /// # Errors
    /// The disk fails.
    fn end_visit(&mut self, drafts: &[DraftId], now: Timestamp) -> Result<u64, Problem>;
    /// Drafts that a failure of the machine cut off and that can be given back.
    fn interrupted(&self) -> Vec<Interrupted>;
    /// Lets time do its part: what has had its time is destroyed.
    fn expire(&mut self, now: Timestamp);
    /// The store itself, for the officer's side.
    ///
    /// # Errors
    /// There is none at present.
    fn store(&self) -> Result<&Store, Problem>;
    /// The same, to change it.
    ///
    /// # Errors
    /// There is none at present.
    fn store_mut(&mut self, now: Timestamp) -> Result<&mut Store, Problem>;
    /// Two more ways to what travels to the agency, for the courier and for what is drawn of it; `None` while there is no
    /// store.
    fn letters(&self) -> Option<(Post, Post)>;
    /// How far a finished form has come on its way to the agency.
    fn way(&self, number: &FormNumber) -> Way;
    /// Why nothing can be kept, or what staff must know.
    fn problem(&self) -> Option<Problem>;
}

/// How far a finished form has come on its way to the agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// It waits here.
    Waiting,
    /// The agency has it, since then.
    Received(Timestamp),
    /// The agency did not take it; why, a code.
    SetAside(String),
}

/// Where a draft keeps which forms were begun together with it: the name of no field, so that it is no answer.
pub(crate) const TOGETHER: &str = "~together";
/// Where it keeps that for now only what the rules of eligibility need is asked; the name of no field either.
pub(crate) const FIRST: &str = "~check-first";

/// Where it keeps in which language it is answered; the name of no field either.
pub(crate) const LANGUAGE: &str = "~language";

/// Whether a draft keeps something there that is no answer.
pub(crate) fn is_note(place: &str) -> bool {
    [TOGETHER, FIRST, LANGUAGE].contains(&place)
}

/// A draft that was taken up again.
pub struct Reopened {
    /// Its name.
    pub draft: DraftId,
    /// The journey where it stood.
    pub journey: Journey,
    /// The forms that were begun together, as they were written down; none where it was the only one.
    pub together: Option<Vec<u8>>,
    /// Whether it stood in the check before the form.
    pub checks_first: bool,
    /// Language in which it was answered, where that is known.
    pub language: Option<String>,
}

/// A draft that was cut off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interrupted {
    /// Names it in [`Records::reopen`].
    pub draft: String,
    /// Id of its form.
    pub form: String,
    /// When it was begun.
    pub begun: Timestamp,
}

/// How a form is finished.
pub struct Finish<'a> {
    /// The journey, with nothing outstanding.
    pub journey: &'a Journey,
    /// Language of the citizen.
    pub language: &'a str,
    /// Language of the office.
    pub office_language: &'a str,
    /// Public keys of the agency.
    pub recipients: &'a [String],
}
