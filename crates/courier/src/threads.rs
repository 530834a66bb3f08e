//! The courier's two threads: one for forms, heartbeats, statuses and packs, one that waits for notices. What they wait for
//! is the network, or a bell; never a visit, and no visit waits for them.

use std::{
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use jiff::{SignedDuration, Timestamp};
use kaunter_protocol::Notice;
use kaunter_store::{Membership, Way};

use crate::{
    Backoff, CourierError, Desk, Disk, Errand, Http, KioskFigures, Known, Link, Place, Round, SetAside, Settings,
    Standing, Stepped, UNREACHABLE,
    notices::{Heard, LONG_POLL, ask_notices, notices},
};

/// How long a thread sleeps at most before it looks whether there is a letter.
const LOOK: Duration = Duration::from_secs(10);
/// Between two questions for notices whatever the answers are, but for the rest of what was begun: an agency, or a proxy, that
/// does not wait is not asked as fast as the line allows.
const BETWEEN: Duration = Duration::from_secs(5);
/// How long it rests where the store or a setting stands against it.
const TROUBLE: Duration = Duration::from_secs(30);
/// A clock this far off the agency's is not believed for when a notice ends, in seconds.
const OFF: i64 = 300;

/// Times that are shown as the same.
const NEAR: Duration = Duration::from_secs(2);

/// What the threads and the handle share.
pub(crate) struct Shared {
    pub desk: Desk,
    pub settings: Settings,
    pub place: Place,
    wake: Box<dyn Fn() + Send + Sync>,
    wishes: Mutex<Wishes>,
    bell: Condvar,
    standing: Mutex<Standing>,
    notices: Mutex<Arc<[Notice]>>,
    /// How many times a status was asked for, and who has the turn: one takes up to a gibibyte.
    questions: AtomicU64,
    turn: Mutex<()>,
}

/// What somebody wants of the threads.
#[derive(Default, Clone)]
struct Wishes {
    ended: bool,
    /// Counted up: try now.
    tries: u64,
    /// Counted up: look again what the kiosk is.
    joined: u64,
    /// Counted up: the agency was out of reach and has answered a question for notices.
    heard: u64,
    figures: KioskFigures,
    /// There is a letter.
    letter: bool,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shared {
    pub fn new(desk: Desk, settings: Settings, place: Place, wake: Box<dyn Fn() + Send + Sync>) -> Self {
        let (wishes, standing, notices) = (Mutex::default(), Mutex::default(), Mutex::new(Arc::from([])));
        let (questions, turn) = Default::default();
        Self { desk, settings, place, wake, wishes, bell: Condvar::new(), standing, notices, questions, turn }
    }

    /// The number of a new question.
    pub fn question(&self) -> u64 {
        self.questions.fetch_add(1, Ordering::SeqCst) + 1
    }

    /// Looks for the answer once it has its turn; not at all where another question came since.
    pub fn in_turn<T>(&self, question: u64, look: impl FnOnce() -> T) -> Option<T> {
        let _turn = locked(&self.turn);
        (self.questions.load(Ordering::SeqCst) == question).then(look)
    }

    pub fn standing(&self) -> Standing {
        locked(&self.standing).clone()
    }

    pub fn notices(&self) -> Arc<[Notice]> {
        locked(&self.notices).clone()
    }

    fn wish(&self, change: impl FnOnce(&mut Wishes)) {
        change(&mut locked(&self.wishes));
        self.bell.notify_all();
    }

    pub fn try_now(&self) {
        self.wish(|wishes| wishes.tries += 1);
    }

    pub fn joined(&self) {
        self.wish(|wishes| wishes.joined += 1);
    }

    fn heard(&self) {
        self.wish(|wishes| wishes.heard += 1);
    }

    pub fn letter(&self) {
        self.wish(|wishes| wishes.letter = true);
    }

    pub fn figures(&self, figures: KioskFigures) {
        locked(&self.wishes).figures = figures;
    }

    /// Both threads end; what they wait for they find gone.
    pub fn end(&self) {
        self.wish(|wishes| wishes.ended = true);
        self.desk.close();
    }

    fn wishes(&self) -> Wishes {
        locked(&self.wishes).clone()
    }

    /// Waits for the bell or the end of the time; at once where something was wished since `seen`.
    fn rest(&self, seen: &Wishes, most: Duration) {
        let as_before = |now: &mut Wishes| {
            let asked = (now.tries, now.joined, now.heard) != (seen.tries, seen.joined, seen.heard);
            !now.ended && !now.letter && !asked
        };
        let rested = self.bell.wait_timeout_while(locked(&self.wishes), most, as_before);
        rested.unwrap_or_else(PoisonError::into_inner).0.letter = false;
    }

    /// Says how things stand, and wakes whoever shows it when that changed.
    fn tell(&self, mut told: Standing) {
        let changed = {
            let mut standing = locked(&self.standing);
            // When it is tried again is worked out anew each time, to within a moment.
            if let (Link::Waiting { until, .. }, Link::Waiting { until: before, .. }) = (&mut told.link, &standing.link)
                && until.duration_since(*before).unsigned_abs() < NEAR
            {
                *until = *before;
            }
            // When it last answered changes all the time.
            let changed = Standing { last_answer: standing.last_answer, ..told.clone() } != *standing;
            *standing = told;
            changed
        };
        if changed {
            (self.wake)();
        }
    }

    fn trouble(&self, code: &str) {
        self.tell(Standing { trouble: Some(code.to_owned()), ..self.standing() });
    }

    /// Reads the notices that hold now.
    pub fn refresh_notices(&self, known: &Known, now: Timestamp) -> Result<(), CourierError> {
        let ahead = locked(&self.standing).clock_ahead_seconds.filter(|ahead| ahead.abs() > OFF).unwrap_or(0);
        let right = now.checked_sub(SignedDuration::from_secs(ahead)).unwrap_or(now);
        let read: Arc<[Notice]> = notices(&self.desk, known, right)?.into();
        let mut kept = locked(&self.notices);
        let changed = *kept != read;
        *kept = read;
        drop(kept);
        if changed {
            (self.wake)();
        }
        Ok(())
    }
}

/// What the kiosk is to its agency now, with the way there.
fn membership(shared: &Shared) -> Result<Option<(Membership, Known)>, CourierError> {
    let membership = shared.desk.with(|post| post.membership())?;
    Ok(membership.and_then(|membership| Known::of(&membership).map(|known| (membership, known))))
}

fn way(shared: &Shared, membership: &Membership) -> Result<Http, CourierError> {
    let authority = shared.settings.authority.as_deref();
    Http::new(&membership.address, Some(membership.credential.as_str()), authority)
}

/// 64 bits of the system's randomness. Where it has none, all kiosks would come together; nothing else depends on them.
pub(crate) fn random() -> u64 {
    getrandom::u64().unwrap_or(u64::MAX / 2)
}

/// Carries until the end.
pub(crate) fn carry(shared: &Shared) {
    while !shared.wishes().ended {
        let seen = shared.wishes();
        let rests = match membership(shared) {
            Ok(None) => {
                let (waiting, on_stick) = shared.desk.with(|post| post.held()).unwrap_or_default();
                shared.tell(Standing { waiting, on_stick, ..Standing::default() });
                TROUBLE
            }
            Ok(Some((membership, known))) => match serve(shared, &membership, known, &seen) {
                Ok(()) => continue,
                Err(error) => {
                    shared.trouble(error.code());
                    TROUBLE
                }
            },
            Err(error) => {
                shared.trouble(error.code());
                TROUBLE
            }
        };
        shared.rest(&seen, rests);
    }
}

/// Carries as long as the kiosk is what it is.
fn serve(shared: &Shared, membership: &Membership, known: Known, seen: &Wishes) -> Result<(), CourierError> {
    let (began, joined) = (Instant::now(), seen.joined);
    let mut http = way(shared, membership)?;
    let mut credential = membership.credential.clone();
    let mut round = Round::new(shared.desk.clone(), shared.settings.clone(), shared.place.clone(), known, random());
    round.shown = Some(credential.clone());
    round.told.failure = membership.stopped.clone();
    if membership.stopped.is_some() {
        round.machine.stop();
    } else if joined > 0 {
        // Whoever has just connected it stands before it: others do not begin with it.
        round.machine.try_now();
    }
    let (mut tries, mut heard) = (seen.tries, seen.heard);
    shared.tell(standing(shared, &round, membership, began)?);
    loop {
        let seen = shared.wishes();
        if seen.ended || seen.joined != joined {
            return Ok(());
        }
        if seen.tries != tries {
            tries = seen.tries;
            round.try_now(Timestamp::now())?;
        }
        if seen.heard != heard {
            heard = seen.heard;
            round.heard(began.elapsed(), Timestamp::now(), &mut random);
        }
        round.figures = seen.figures.clone();
        let stepped = round.step(&http, began.elapsed(), Timestamp::now(), &mut random)?;
        if stepped == Stepped::Did(Errand::Credential) {
            let now = shared.desk.with(|post| post.membership())?.ok_or(CourierError::NotEnrolled)?;
            if now.credential != credential {
                http = way(shared, &now)?;
                credential = now.credential;
                round.shown = Some(credential.clone());
            }
        }
        shared.tell(standing(shared, &round, membership, began)?);
        if stepped == Stepped::Did(Errand::Statuses) {
            // How old the list of statuses is shows beside it.
            (shared.wake)();
        }
        match stepped {
            Stepped::Did(_) => {}
            Stepped::Wait(until) => shared.rest(&seen, until.saturating_sub(began.elapsed()).min(LOOK)),
            Stepped::Stopped => shared.rest(&seen, TROUBLE),
        }
    }
}

fn standing(
    shared: &Shared,
    round: &Round<Desk>,
    membership: &Membership,
    began: Instant,
) -> Result<Standing, CourierError> {
    let told = &round.told;
    let code = told.failure.clone().unwrap_or_else(|| UNREACHABLE.to_owned());
    let link = match (round.machine.is_stopped(), round.machine.rests(), told.connected_since) {
        (true, ..) => Link::Stopped { code },
        (false, Some(rests), _) => {
            let rests = SignedDuration::try_from(rests.saturating_sub(began.elapsed())).unwrap_or_default();
            let now = Timestamp::now();
            Link::Waiting { until: now.checked_add(rests).unwrap_or(now), code }
        }
        (false, None, Some(since)) => Link::Connected { since },
        (false, None, None) => Link::Beginning,
    };
    let ((waiting, on_stick), aside) =
        shared.desk.with(|post| Ok((post.held()?, post.letters(Some(Way::SetAside))?)))?;
    let set_aside = aside.into_iter().map(|letter| SetAside {
        id: letter.id,
        number: letter.number,
        code: letter.refusal.unwrap_or_default(),
    });
    Ok(Standing {
        link,
        kiosk: Some(membership.enrolment.kiosk.clone()),
        last_answer: told.last_answer,
        waiting,
        on_stick,
        set_aside: set_aside.collect(),
        download: round.downloads.progress(),
        pack_refused: told.pack_refused.map(str::to_owned),
        clock_ahead_seconds: told.clock_ahead_seconds,
        trouble: told.trouble.map(str::to_owned),
    })
}

/// Listens for notices until the end.
pub(crate) fn listen(shared: &Shared) {
    let (mut backoff, mut first) = (Backoff::default(), true);
    loop {
        let (seen, began) = (shared.wishes(), Instant::now());
        if seen.ended {
            return;
        }
        let rests = match listen_once(shared, if first { 0 } else { LONG_POLL }) {
            Ok(Some(heard)) => {
                if backoff.failures() > 0 {
                    shared.heard();
                }
                backoff.succeeded();
                // The first question waits for nothing; the next one does.
                let goes_on = std::mem::take(&mut first) || heard == Heard::News { more: true };
                if goes_on { Duration::ZERO } else { BETWEEN.saturating_sub(began.elapsed()) }
            }
            // There is nobody to listen to.
            Ok(None) => LOOK,
            Err(error) => {
                tracing::debug!(code = error.code(), "no notices");
                backoff.failed(shared.settings.listens_again(), None, random())
            }
        };
        // What expires while the agency is away goes all the same.
        if !rests.is_zero()
            && let Ok(Some((_, known))) = membership(shared)
        {
            let _ = shared.refresh_notices(&known, Timestamp::now());
        }
        shared.rest_as_listener(&seen, rests);
    }
}

impl Shared {
    /// As [`Shared::rest`], without taking the news of a letter away from the other thread.
    fn rest_as_listener(&self, seen: &Wishes, most: Duration) {
        let as_before = |now: &mut Wishes| !now.ended && now.tries == seen.tries && now.joined == seen.joined;
        drop(self.bell.wait_timeout_while(locked(&self.wishes), most, as_before));
    }
}

fn listen_once(shared: &Shared, wait: u64) -> Result<Option<Heard>, CourierError> {
    let Some((membership, known)) = membership(shared)?.filter(|(membership, _)| membership.stopped.is_none()) else {
        return Ok(None);
    };
    shared.refresh_notices(&known, Timestamp::now())?;
    let heard = ask_notices(&shared.desk, &way(shared, &membership)?, &known, wait, Timestamp::now())?;
    shared.refresh_notices(&known, Timestamp::now())?;
    Ok(Some(heard))
}
