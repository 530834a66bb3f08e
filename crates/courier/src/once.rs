//! All that can be carried now, once, for a command line.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use jiff::Timestamp;
use kaunter_protocol::Enrolled;
use kaunter_store::{Membership, Post, Way};

use crate::{
    CourierError, Desk, Disk, Errand, Http, KioskFigures, Known, PackNotTaken, Place, Round, Settings, Stepped,
    address, enrolment,
    notices::{Heard, ask_notices, notices},
    stick::{self, Brought},
    threads::random,
};

/// A rest that is longer is not waited for.
const LONGEST_REST: Duration = Duration::from_secs(5);

/// What one run came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Synced {
    /// Letters that the agency accepted now.
    pub accepted: u64,
    /// Letters that wait still.
    pub waiting: u64,
    /// Letters that a person has to look at.
    pub set_aside: u64,
    /// Packs that are served since now: id and version.
    pub packs: Vec<String>,
    /// Packs that came and are not served.
    pub packs_not_taken: Vec<PackNotTaken>,
    /// Packs that are offered and not whole yet: for the hour, the room, or a line that broke.
    pub packs_to_come: bool,
    /// Code of what the store or the disk of downloads cannot do.
    pub trouble: Option<&'static str>,
    /// Notices that hold here now.
    pub notices: usize,
    /// As of when the list of statuses is; nothing where there is none.
    pub statuses_as_of: Option<Timestamp>,
    /// Code of why not everything was carried; nothing where it was.
    pub failure: Option<String>,
}

/// Carries whatever waits, asks for everything once, and stops at the first thing that has to rest. The agency hears
/// `figures` of the kiosk.
///
/// # Errors
/// The kiosk is not enrolled, or the store's or a setting's. An agency that does not answer is no error but a `failure`.
pub fn sync_once(post: Post, place: Place, settings: Settings, figures: KioskFigures) -> Result<Synced, CourierError> {
    let desk = Desk::new(post);
    let membership = desk.with(|post| post.membership())?.ok_or(CourierError::NotEnrolled)?;
    let known = Known::of(&membership).ok_or(CourierError::NotEnrolled)?;
    let hurried = Settings { spread_seconds: 0, ..settings.clone() };
    let mut round = Round::new(desk.clone(), hurried, place, known.clone(), random());
    round.figures = figures;
    round.try_now(Timestamp::now())?;
    let served = round.downloads.named();
    let mut http = shown(&mut round, &settings, &membership)?;
    let (began, mut accepted) = (Instant::now(), 0);
    loop {
        let before = desk.with(|post| post.held())?.0;
        match round.step(&http, began.elapsed(), Timestamp::now(), &mut random)? {
            Stepped::Did(Errand::Send(id)) => {
                accepted += u64::from(desk.with(|post| post.letter(id))?.way == Way::Accepted);
            }
            Stepped::Did(Errand::Credential) => {
                let now = desk.with(|post| post.membership())?.ok_or(CourierError::NotEnrolled)?;
                http = shown(&mut round, &settings, &now)?;
            }
            Stepped::Did(_) => {}
            // A piece of a pack rests for its bandwidth only.
            Stepped::Wait(until) if round.told.failure.is_none() && before == 0 && round.downloads.unfinished() => {
                let rest = until.saturating_sub(began.elapsed());
                if rest > LONGEST_REST {
                    break;
                }
                std::thread::park_timeout(rest);
            }
            Stepped::Wait(_) | Stepped::Stopped => break,
        }
    }
    let failure = round.told.failure.clone().or_else(|| notices_failure(&desk, &http, &known));
    let (waiting, set_aside) =
        desk.with(|post| Ok((post.held()?.0, post.letters(Some(Way::SetAside))?.len() as u64)))?;
    let notices = notices(&desk, &known, Timestamp::now())?.len();
    let statuses_as_of = desk.with(|post| post.status_list())?.and_then(|list| list.as_of);
    Ok(Synced {
        accepted,
        waiting,
        set_aside,
        packs: round.downloads.named().difference(&served).cloned().collect(),
        packs_not_taken: round.downloads.not_taken(),
        packs_to_come: round.downloads.unfinished(),
        trouble: round.trouble(),
        notices,
        statuses_as_of,
        failure,
    })
}

/// The way to the agency with what the kiosk is known by there now.
fn shown(round: &mut Round<Desk>, settings: &Settings, membership: &Membership) -> Result<Http, CourierError> {
    round.shown = Some(membership.credential.clone());
    Http::new(&membership.address, Some(membership.credential.as_str()), settings.authority.as_deref())
}

/// Asks for all notices there are; gives the code of why not all came.
fn notices_failure(desk: &Desk, http: &Http, known: &Known) -> Option<String> {
    loop {
        match ask_notices(desk, http, known, 0, Timestamp::now()) {
            Ok(Heard::News { more: true }) => {}
            Ok(_) => return None,
            Err(error) => return Some(error.code().to_owned()),
        }
    }
}

/// Makes a kiosk one of the agency's at this address, by a one-time code; see [`crate::Courier::enrol`].
///
/// # Errors
/// The address cannot be used, the agency is not reached or says no.
pub fn enrol_once(post: Post, settings: &Settings, address: &str, code: &str) -> Result<Enrolled, CourierError> {
    let address = address::checked(address)?;
    let http = Http::new(&address, None, settings.authority.as_deref())?;
    enrolment::enrol(&Desk::new(post), &http, &address, code, Timestamp::now())
}

/// Takes in what a stick brings; see [`crate::Courier::import`].
///
/// # Errors
/// The folder's, the store's, or [`CourierError::NotEnrolled`].
pub fn import_once(post: Post, place: &Place, folder: &Path) -> Result<Brought, CourierError> {
    let desk = Desk::new(post);
    let membership = desk.with(|post| post.membership())?.ok_or(CourierError::NotEnrolled)?;
    let known = Known::of(&membership).ok_or(CourierError::NotEnrolled)?;
    stick::import(&desk, &known, place, folder, Timestamp::now())
}
