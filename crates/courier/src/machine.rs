//! What the courier does next. Pure: it is told the time, random bits and what came of things, and never asks.
//!
//! Letters first, those first that were tried least, and of them the oldest; each for itself: one that fails on its own rests
//! on its own, and one that brings the line down keeps none of the others. What fails for all rests for all. Whether a letter
//! brought down a line that stood, or the line was gone, a heartbeat finds out before anything else is tried. Packs give way
//! to letters. The time here is one that only goes forwards: a clock that jumps delays nothing.

use std::{collections::BTreeMap, time::Duration};

use uuid::Uuid;

use crate::{
    Verdict,
    backoff::{Backoff, Bounds, drawn},
};

/// Time since the courier began.
pub type Moment = Duration;

/// After so long without the agency, coming back is an outage's end: others come back too.
const OUTAGE: Duration = Duration::from_secs(10 * 60);
/// At the start kiosks spread over this part of the spread: the power came back for all of them.
const START_PART: u32 = 5;
/// What is asked again and again, and how often where the agency does not say.
const EVERY: [(Errand, Duration); 4] = [
    (Errand::Beat, Duration::from_secs(300)),
    (Errand::Credential, Duration::from_secs(3600)),
    (Errand::Statuses, Duration::from_secs(600)),
    (Errand::Offers, Duration::from_secs(900)),
];

/// What is done before any letter, when it is due.
const BEFORE_LETTERS: [Errand; 2] = [Errand::Beat, Errand::Credential];

/// How often what is not among them is tried again when it was declined.
const OTHERS: Duration = Duration::from_secs(900);

/// One thing to do: one question to the agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Errand {
    /// A heartbeat.
    Beat,
    /// The credential is looked at, and changed when it is old.
    Credential,
    /// Statuses that changed.
    Statuses,
    /// Which packs there are.
    Offers,
    /// The next piece of a pack.
    Piece,
    /// A letter.
    Send(Uuid),
}

/// What to do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// This.
    Do(Errand),
    /// Nothing before then; something may come up sooner.
    Wait(Moment),
    /// Nothing, until somebody acts.
    Stopped,
}

/// What came of an errand that is no letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is done; the next time as usual.
    Done,
    /// It is done, and the next time is after so long.
    Again(Duration),
    /// The agency answered, and does not do this; the next time as usual.
    Declined,
    /// The agency was not asked, or what it said could not be kept here: nothing is known of it. The next time as usual.
    NotAsked,
    /// The agency has to be left alone, for so long at least.
    Failed(Option<Duration>),
    /// Nothing more until somebody acts.
    Stop,
}

#[derive(Debug, Clone, Copy)]
struct Waiting {
    id: Uuid,
    /// How often it was tried since the courier began.
    tried: u32,
    backoff: Backoff,
    rests_until: Moment,
}

/// See the module.
#[derive(Debug, Clone)]
pub struct Machine {
    bounds: Bounds,
    spread: Duration,
    letters: Vec<Waiting>,
    due: BTreeMap<Errand, Moment>,
    link: Backoff,
    rests_until: Moment,
    down_since: Option<Moment>,
    /// The letter with which a line went down that stood before.
    suspect: Option<Uuid>,
    stopped: bool,
}

impl Machine {
    /// At the beginning. `spread`: over how long kiosks spread after an outage. `draw`: 64 random bits, here and below.
    pub fn new(bounds: Bounds, spread: Duration, draw: u64) -> Self {
        let begins = drawn(spread / START_PART, draw);
        Self {
            bounds,
            spread,
            letters: Vec::new(),
            due: EVERY.iter().map(|(errand, _)| (*errand, begins)).collect(),
            link: Backoff::default(),
            rests_until: begins,
            down_since: None,
            suspect: None,
            stopped: false,
        }
    }

    /// The letters that wait, the oldest first, as the store has them.
    pub fn waiting(&mut self, ids: &[Uuid]) {
        if self.letters.iter().map(|letter| letter.id).eq(ids.iter().copied()) {
            return;
        }
        let known: BTreeMap<Uuid, Waiting> = self.letters.iter().map(|letter| (letter.id, *letter)).collect();
        let fresh = |id: &Uuid| Waiting { id: *id, tried: 0, backoff: Backoff::default(), rests_until: Duration::ZERO };
        self.letters = ids.iter().map(|id| known.get(id).copied().unwrap_or_else(|| fresh(id))).collect();
    }

    /// Somebody wants it now: whatever rests is tried, and a stop ends.
    pub fn try_now(&mut self) {
        self.stopped = false;
        self.rests_until = Duration::ZERO;
        // Who was asked to try need not wait for a turn once the agency is back.
        self.down_since = None;
        self.suspect = None;
        self.letters.iter_mut().for_each(|letter| letter.rests_until = Duration::ZERO);
        // A letter that goes says all that a beat does; were that due first, who asks again and again would keep it back.
        let letters = !self.letters.is_empty();
        let asked = self.due.iter_mut().filter(|(errand, _)| !(letters && BEFORE_LETTERS.contains(errand)));
        asked.for_each(|(_, due)| *due = Duration::ZERO);
    }

    /// Nothing more is done until [`Machine::try_now`].
    pub fn stop(&mut self) {
        self.stopped = true;
    }

    /// Whether nothing is done until somebody acts.
    pub fn is_stopped(&self) -> bool {
        self.stopped
    }

    /// Until when the agency is left alone after a failure; nothing where it answers.
    pub fn rests(&self) -> Option<Moment> {
        self.down_since.map(|_| self.rests_until)
    }

    /// What to do now. `packs`: whether packs may be fetched now; `unfinished`: whether one is not whole yet.
    pub fn next(&self, now: Moment, packs: bool, unfinished: bool) -> Next {
        if self.stopped {
            return Next::Stopped;
        }
        if now < self.rests_until {
            return Next::Wait(self.rests_until);
        }
        if self.suspect.is_some() {
            return Next::Do(Errand::Beat);
        }
        let mut soonest = now + self.bounds.most;
        let mut is_due = |errand: Errand| {
            let due = self.due.get(&errand).copied().unwrap_or_default();
            if due > now {
                soonest = soonest.min(due);
            }
            due <= now
        };
        for errand in BEFORE_LETTERS {
            if is_due(errand) {
                return Next::Do(errand);
            }
        }
        let due = self.letters.iter().filter(|letter| letter.rests_until <= now);
        // The first of several with the least.
        if let Some(letter) = due.min_by_key(|letter| letter.tried) {
            return Next::Do(Errand::Send(letter.id));
        }
        let downs = [(Errand::Statuses, true), (Errand::Offers, packs), (Errand::Piece, packs && unfinished)];
        for (errand, wanted) in downs {
            if wanted && is_due(errand) {
                return Next::Do(errand);
            }
        }
        Next::Wait(self.letters.iter().map(|letter| letter.rests_until).fold(soonest, Duration::min))
    }

    /// What came of a letter. It is for the caller to keep it in the store.
    pub fn sent(&mut self, id: Uuid, verdict: &Verdict, now: Moment, draw: u64) {
        match verdict {
            Verdict::Accept(_) | Verdict::SetAside(_) => {
                self.letters.retain(|letter| letter.id != id);
                self.answered(now, draw);
            }
            Verdict::Stop(_) => self.stopped = true,
            Verdict::Retry { after, of_letter, .. } => {
                let (bounds, stood) = (self.bounds, self.down_since.is_none());
                if let Some(letter) = self.letters.iter_mut().find(|letter| letter.id == id) {
                    letter.tried = letter.tried.saturating_add(1);
                    if *of_letter || stood {
                        letter.rests_until = now + letter.backoff.failed(bounds, *after, draw.rotate_left(32));
                    }
                }
                if stood && !of_letter {
                    self.suspect = Some(id);
                }
                self.failed(*after, now, draw);
            }
        }
    }

    /// The agency answered somebody else of this kiosk: what rests because it was away goes on, after an outage in this
    /// kiosk's turn.
    pub fn heard(&mut self, now: Moment, draw: u64) {
        if self.down_since.is_some() {
            self.acquit();
            self.answered(now, draw);
        }
    }

    /// A letter could not be read or kept here; it rests, and the agency has nothing to do with it.
    pub fn not_kept(&mut self, id: Uuid, now: Moment, draw: u64) {
        let bounds = self.bounds;
        if let Some(letter) = self.letters.iter_mut().find(|letter| letter.id == id) {
            letter.rests_until = now + letter.backoff.failed(bounds, None, draw);
        }
    }

    /// What came of anything else.
    pub fn came(&mut self, errand: Errand, outcome: Outcome, now: Moment, draw: u64) {
        let usual = EVERY.iter().find(|(usual, _)| *usual == errand).map_or(OTHERS, |(_, every)| *every);
        match outcome {
            Outcome::Done | Outcome::Declined => {
                self.answered(now, draw);
                self.due_after(errand, usual, now, draw);
            }
            Outcome::Again(after) => {
                self.answered(now, draw);
                self.due_after(errand, after, now, draw);
            }
            Outcome::NotAsked => {
                self.suspect = None;
                self.due_after(errand, usual, now, draw);
            }
            Outcome::Failed(after) => {
                self.acquit();
                self.failed(after, now, draw);
            }
            Outcome::Stop => self.stopped = true,
        }
    }

    fn due_after(&mut self, errand: Errand, after: Duration, now: Moment, draw: u64) {
        // A tenth earlier or later, so that kiosks which once came together do not do so for ever.
        let tenth = drawn(after / 5, draw.rotate_left(16));
        self.due.insert(errand, now + after - after / 10 + tenth);
    }

    /// It was the line: the letter that went down with it rests no longer than the line does.
    fn acquit(&mut self) {
        let suspect = self.suspect.take();
        if let Some(letter) = self.letters.iter_mut().find(|letter| Some(letter.id) == suspect) {
            letter.backoff.succeeded();
            letter.rests_until = Duration::ZERO;
        }
    }

    fn answered(&mut self, now: Moment, draw: u64) {
        self.suspect = None;
        self.link.succeeded();
        self.rests_until = Duration::ZERO;
        if let Some(since) = self.down_since.take()
            && now.saturating_sub(since) >= OUTAGE
        {
            // It is back: for everybody. What is left waits for this kiosk's turn.
            self.rests_until = now + drawn(self.spread, draw.rotate_left(48));
        }
    }

    fn failed(&mut self, after: Option<Duration>, now: Moment, draw: u64) {
        self.down_since.get_or_insert(now);
        self.rests_until = now + self.link.failed(self.bounds, after, draw);
    }
}
