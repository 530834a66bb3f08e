//! One step of the courier: what comes next is done, and what came of it is kept. Over any [`Agency`] and any [`Disk`],
//! with times and random bits from outside, so that a simulation can do to it what the world does.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use kaunter_pack::PackError;
use kaunter_protocol::{AgencyKey, Binary, Expected, Heartbeat, Held, SiteId, TenantId};
use kaunter_store::{Membership, StoreError, Way};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{
    Agency, CourierError, Disk, Errand, Failure, KioskFigures, Machine, Moment, Next, Outcome, Place, Settings,
    UNPROVEN, UNREACHABLE, Verdict,
    desk::envelope_of,
    downloads::{Downloads, Taken},
    enrolment,
    notices::{Heard, ask_statuses},
    verdict,
};

/// How often what has had its time is looked for.
const TIDY: Duration = Duration::from_secs(3600);
/// Notices are kept so long after they expired: a clock that is set right could bring them back.
const AFTER_EXPIRY: SignedDuration = SignedDuration::from_hours(24 * 365);
/// Between which heartbeats are sent, whatever the agency asks for, in seconds.
const BEATS: (u32, u32) = (30, 3600);

/// What an answer is checked against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The agency.
    pub tenant: TenantId,
    /// The site.
    pub site: SiteId,
    /// What the agency signs with.
    pub key: AgencyKey,
}

impl Known {
    /// From what is kept; nothing where that is damaged.
    pub fn of(membership: &Membership) -> Option<Self> {
        let kept = &membership.enrolment;
        let key = AgencyKey(Binary(kept.agency_key.clone()));
        Some(Self { tenant: kept.tenant.parse().ok()?, site: kept.site.parse().ok()?, key })
    }
}

/// What a step came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stepped {
    /// This was done.
    Did(Errand),
    /// There is nothing to do before then.
    Wait(Moment),
    /// There is nothing to do until somebody acts.
    Stopped,
}

/// See the module.
pub struct Round<D> {
    disk: D,
    settings: Settings,
    known: Known,
    pub(crate) machine: Machine,
    pub(crate) downloads: Downloads,
    /// What the kiosk tells of itself.
    pub figures: KioskFigures,
    /// What the kiosk is known by to whom it asks: only that is stopped when the agency says so. Unless told, what it has.
    pub(crate) shown: Option<Zeroizing<String>>,
    pub(crate) told: RoundTold,
    tidy_at: Moment,
}

/// What a round tells of itself.
#[derive(Debug, Clone, Default)]
pub(crate) struct RoundTold {
    pub connected_since: Option<Timestamp>,
    pub last_answer: Option<Timestamp>,
    pub failure: Option<String>,
    pub trouble: Option<&'static str>,
    pub pack_refused: Option<&'static str>,
    pub clock_ahead_seconds: Option<i64>,
}

/// What one step is given.
struct Now<'d> {
    at: Moment,
    clock: Timestamp,
    draw: &'d mut dyn FnMut() -> u64,
}

impl<D: Disk> Round<D> {
    /// At the beginning; `draw`: 64 random bits.
    pub fn new(disk: D, settings: Settings, place: Place, known: Known, draw: u64) -> Self {
        let machine = Machine::new(settings.rests(), settings.spread(), draw);
        let downloads = Downloads::into(place);
        let (figures, shown, told) = Default::default();
        Self { disk, settings, known, machine, downloads, figures, shown, told, tidy_at: Duration::ZERO }
    }

    /// Code of what the store or the disk of downloads could not do last.
    pub fn trouble(&self) -> Option<&'static str> {
        self.told.trouble
    }

    /// Somebody wants it now; a stop ends.
    ///
    /// # Errors
    /// The store's.
    pub fn try_now(&mut self, clock: Timestamp) -> Result<(), CourierError> {
        self.disk.with(|post| post.go_on(clock))?;
        self.machine.try_now();
        Ok(())
    }

    /// The agency answered on another way than this one. What rests because nobody answered goes on; what the agency itself
    /// put off, or could not be understood, rests on. Times and bits as for [`Round::step`].
    pub fn heard(&mut self, at: Moment, clock: Timestamp, draw: &mut dyn FnMut() -> u64) {
        if matches!(self.told.failure.as_deref(), Some(UNREACHABLE | UNPROVEN)) {
            self.answered(clock);
            self.machine.heard(at, draw());
        }
    }

    /// Does one thing. `at`: a time that only goes forwards; `clock`: what the clock says, which may be anything; `draw`
    /// gives 64 random bits each time.
    ///
    /// # Errors
    /// The store's; the next step is to come after a rest.
    pub fn step(
        &mut self,
        agency: &impl Agency,
        at: Moment,
        clock: Timestamp,
        draw: &mut dyn FnMut() -> u64,
    ) -> Result<Stepped, CourierError> {
        if at >= self.tidy_at {
            self.tidy_at = at + TIDY;
            // A full disk keeps no letter from going.
            if let Err(error) = self.tidy(clock) {
                self.told.trouble = Some(trouble_of(&error));
            }
        }
        let waiting = self.disk.with(|post| post.waiting())?;
        self.machine.waiting(&waiting);
        let time = clock.to_zoned(TimeZone::system()).time();
        let packs = self.settings.fetches_packs(time);
        match self.machine.next(at, packs, self.downloads.unfinished()) {
            Next::Wait(until) => Ok(Stepped::Wait(until)),
            Next::Stopped => Ok(Stepped::Stopped),
            Next::Do(errand) => {
                let mut now = Now { at, clock, draw };
                match errand {
                    Errand::Send(id) => self.send(agency, id, &mut now),
                    errand => {
                        let outcome = self.outcome(agency, errand, clock);
                        self.note(outcome, clock)?;
                        self.machine.came(errand, outcome, at, (now.draw)());
                    }
                }
                Ok(Stepped::Did(errand))
            }
        }
    }

    /// Takes away what has had its time.
    fn tidy(&mut self, clock: Timestamp) -> Result<(), CourierError> {
        self.disk.with(|post| post.purge(clock))?;
        if let Ok(before) = clock.checked_sub(AFTER_EXPIRY) {
            self.disk.with(|post| post.forget_notices(before, clock))?;
        }
        Ok(())
    }

    fn send(&mut self, agency: &impl Agency, id: Uuid, now: &mut Now<'_>) {
        let read = self.disk.with(|post| Ok((post.letter(id)?, post.sealed_letter(id)?)));
        let (letter, sealed) = match read {
            Ok(read) => read,
            Err(error) => return self.not_kept(id, &error, now),
        };
        let envelope = envelope_of(&letter, sealed);
        let sha256 = envelope.digest();
        let answer = agency.send(id, &envelope);
        let failure = answer.as_ref().err().map(Failure::code);
        let expected = Expected { form: id, sha256, tenant: &self.known.tenant };
        let verdict = verdict(expected, &self.known.key, answer);
        let clock = now.clock;
        let kept = self.disk.with(|post| match &verdict {
            Verdict::Accept(receipt) => {
                let written = serde_json::to_vec(receipt).unwrap_or_default();
                post.accept(id, sha256.as_bytes(), &written, receipt.received_at, clock).map(drop)
            }
            // It was voided, or came there by another way, while it was under way.
            Verdict::SetAside(code) => match post.set_aside(id, code, clock) {
                Err(StoreError::FormGone) => Ok(()),
                done => done,
            },
            Verdict::Stop(code) => post.stopped(code, self.shown.as_deref().map(String::as_str), clock),
            Verdict::Retry { of_letter: true, .. } => post.tried(id, clock),
            Verdict::Retry { .. } => Ok(()),
        });
        match (&verdict, failure) {
            (Verdict::Accept(_) | Verdict::SetAside(_), _) => self.answered(clock),
            (Verdict::Retry { code, .. } | Verdict::Stop(code), _) => self.failed(code),
        }
        match kept {
            Ok(()) => self.machine.sent(id, &verdict, now.at, (now.draw)()),
            // Whatever the agency said, it says again.
            Err(error) => self.not_kept(id, &error, now),
        }
    }

    fn not_kept(&mut self, id: Uuid, error: &StoreError, now: &mut Now<'_>) {
        if !matches!(error, StoreError::FormGone | StoreError::FormPurged) {
            self.told.trouble = Some(error.code());
        }
        self.machine.not_kept(id, now.at, (now.draw)());
    }

    fn outcome(&mut self, agency: &impl Agency, errand: Errand, clock: Timestamp) -> Outcome {
        let done = match errand {
            Errand::Beat => self.beat(agency, clock),
            Errand::Credential => self.credential(agency, clock),
            Errand::Statuses => self.statuses(agency, clock),
            Errand::Offers => self.offers(agency),
            Errand::Piece => self.piece(agency, clock),
            Errand::Send(_) => Ok(Outcome::NotAsked),
        };
        match done {
            Ok(outcome) => outcome,
            Err(CourierError::Agency(failure)) => self.outcome_of(&failure),
            Err(error @ CourierError::NotBelieved { .. }) => {
                tracing::warn!(code = error.code(), %error, "not believed");
                self.failed(error.code());
                Outcome::Failed(None)
            }
            Err(error) => {
                self.told.trouble = Some(trouble_of(&error));
                Outcome::NotAsked
            }
        }
    }

    fn outcome_of(&mut self, failure: &Failure) -> Outcome {
        use kaunter_protocol::NextStep::{Retry, SetAside, Stop};
        if let Failure::Refused(problem) = failure {
            match problem.next {
                SetAside => return Outcome::Declined,
                Stop => {
                    self.failed(failure.code());
                    return Outcome::Stop;
                }
                Retry => {
                    self.failed(failure.code());
                    return Outcome::Failed(problem.retry_after.map(|seconds| Duration::from_secs(seconds.into())));
                }
            }
        }
        self.failed(failure.code());
        Outcome::Failed(None)
    }

    fn note(&mut self, outcome: Outcome, clock: Timestamp) -> Result<(), CourierError> {
        match outcome {
            Outcome::Done | Outcome::Again(_) | Outcome::Declined => self.answered(clock),
            Outcome::Stop => {
                let (code, shown) = (self.told.failure.clone().unwrap_or_default(), self.shown.as_deref());
                self.disk.with(|post| post.stopped(&code, shown.map(String::as_str), clock))?;
            }
            Outcome::Failed(_) | Outcome::NotAsked => {}
        }
        Ok(())
    }

    fn answered(&mut self, clock: Timestamp) {
        self.told.connected_since.get_or_insert(clock);
        self.told.last_answer = Some(clock);
        self.told.failure = None;
    }

    fn failed(&mut self, code: &str) {
        self.told.connected_since = None;
        self.told.failure = Some(code.to_owned());
    }

    fn beat(&mut self, agency: &impl Agency, clock: Timestamp) -> Result<Outcome, CourierError> {
        let (sequence, waiting, aside) = self.disk.with(|post| {
            let aside = post.letters(Some(Way::SetAside))?.len() as u64;
            Ok((post.next_heartbeat(clock)?, post.waiting()?.len() as u64, aside))
        })?;
        let KioskFigures { up_seconds, printer, disk_free_mib, days } = self.figures.clone();
        let (packs, held) = (self.downloads.served(), Held { waiting, set_aside: aside });
        let beat = Heartbeat { sequence, at: clock, up_seconds, packs, held, printer, disk_free_mib, days };
        let reply = agency.beat(&beat)?;
        self.told.clock_ahead_seconds = Some(reply.clock_ahead_seconds);
        self.told.trouble = None;
        let (least, most) = BEATS;
        Ok(Outcome::Again(Duration::from_secs(reply.next_seconds.clamp(least, most).into())))
    }

    fn credential(&mut self, agency: &impl Agency, clock: Timestamp) -> Result<Outcome, CourierError> {
        let membership = self.disk.with(|post| post.membership())?.ok_or(CourierError::NotEnrolled)?;
        let every = SignedDuration::from_hours(24 * i64::from(self.settings.credential_days));
        let begun = membership.next_credential.is_some();
        let old = membership.changed_at.is_none_or(|changed| clock.duration_since(changed) >= every);
        if !begun && (every.is_zero() || !old) {
            return Ok(Outcome::NotAsked);
        }
        enrolment::change(&self.disk, agency, clock)?.map_err(CourierError::from).map(|()| Outcome::Done)
    }

    fn statuses(&mut self, agency: &impl Agency, clock: Timestamp) -> Result<Outcome, CourierError> {
        match ask_statuses(&self.disk, agency, &self.known, clock)? {
            Heard::News { more: true } => Ok(Outcome::Again(Duration::ZERO)),
            _ => Ok(Outcome::Done),
        }
    }

    fn offers(&mut self, agency: &impl Agency) -> Result<Outcome, CourierError> {
        self.downloads.offered(agency.packs()?)?;
        Ok(Outcome::Done)
    }

    fn piece(&mut self, agency: &impl Agency, clock: Timestamp) -> Result<Outcome, CourierError> {
        let Some((pack, from)) = self.downloads.next()? else { return Ok(Outcome::NotAsked) };
        let bytes = agency.piece(pack, from)?;
        match self.downloads.take(from, &bytes, &clock.to_zoned(TimeZone::system()))? {
            Taken::Refused(code) => self.told.pack_refused = Some(code),
            Taken::Installed => self.told.pack_refused = None,
            Taken::More => {}
        }
        let rate = u64::from(self.settings.pack_kib_per_second) << 10;
        let rest = (bytes.len() as u64 * 1000).checked_div(rate).unwrap_or(0);
        Ok(Outcome::Again(Duration::from_millis(rest)))
    }
}

/// What keeps a pack from coming in: the folder of downloads lies on the kiosk's own disk.
fn trouble_of(error: &CourierError) -> &'static str {
    match error {
        CourierError::FolderFull { .. } | CourierError::Pack(PackError::DiskFull { .. }) => "store-disk-full",
        CourierError::Folder { .. }
        | CourierError::Pack(PackError::Unwritable { .. } | PackError::Unreadable { .. }) => "store-disk-fails",
        other => other.code(),
    }
}
