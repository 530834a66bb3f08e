//! Notices and statuses as they come: looked at, then kept as they were signed.

use jiff::Timestamp;
use kaunter_protocol::{
    Cost, LookUp, Notice, NoticeKind, NoticePage, ProblemCode, SALT_BYTES, Signed, StatusIncrement,
};
use kaunter_store::{KeptNotice, Post, StatusChange, StatusList, StoreError};

use crate::{Agency, CourierError, Disk, Failure, Known, StatusFound};

/// Seconds for which the agency is asked to wait for a notice.
pub(crate) const LONG_POLL: u64 = 50;

/// What asking for something new came to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    /// Something that is kept now; and whether there is more already.
    News {
        /// There is.
        more: bool,
    },
    /// Nothing new.
    Nothing,
}

/// Asks for notices once.
pub(crate) fn ask_notices(
    disk: &impl Disk,
    agency: &impl Agency,
    known: &Known,
    wait: u64,
    now: Timestamp,
) -> Result<Heard, CourierError> {
    let after = disk.with(|post| post.notices_cursor())?;
    match agency.notices(after, wait) {
        Ok(page) => keep_notices(disk, known, page, after, now),
        Err(Failure::Refused(problem)) if problem.code == ProblemCode::CursorUnknown && after > 0 => {
            let again = disk.with(|post| Ok(still(post, known)? && post.keep_notices(&[], after, 0, now)?))?;
            Ok(if again { Heard::News { more: true } } else { Heard::Nothing })
        }
        Err(failure) => Err(failure.into()),
    }
}

fn keep_notices(
    disk: &impl Disk,
    known: &Known,
    page: NoticePage,
    after: u64,
    now: Timestamp,
) -> Result<Heard, CourierError> {
    let mut kept = Vec::with_capacity(page.notices.len());
    for signed in &page.notices {
        kept.push(believed_notice(known, signed)?);
    }
    if page.cursor < after {
        return Err(CourierError::NotBelieved { what: "a page of notices", reason: "it goes backwards".to_owned() });
    }
    if kept.is_empty() && page.cursor == after {
        return Ok(Heard::Nothing);
    }
    let kept = disk.with(|post| Ok(still(post, known)? && post.keep_notices(&kept, after, page.cursor, now)?))?;
    // A page that goes nowhere is not asked for at once again.
    Ok(if page.cursor == after || !kept { Heard::Nothing } else { Heard::News { more: page.more } })
}

/// Whether the kiosk is what it was when the agency was asked. What was answered to what it was is not kept.
fn still(post: &Post, known: &Known) -> Result<bool, StoreError> {
    Ok(post.membership()?.is_some_and(|membership| Known::of(&membership).as_ref() == Some(known)))
}

/// A notice that the agency signed, for this kiosk.
pub(crate) fn believed_notice(known: &Known, signed: &Signed) -> Result<KeptNotice, CourierError> {
    let not = |reason: String| CourierError::NotBelieved { what: "a notice", reason };
    let notice: Notice = signed.open(&known.key).map_err(|fault| not(fault.to_string()))?;
    if notice.tenant != known.tenant || notice.site.as_ref().is_some_and(|site| *site != known.site) {
        return Err(not("it is for another place".to_owned()));
    }
    let signed = serde_json::to_vec(signed).map_err(|fault| not(fault.to_string()))?;
    Ok(KeptNotice { id: notice.id, signed, expires: notice.expires })
}

/// Notices that hold at this time, read again.
pub(crate) fn notices(disk: &impl Disk, known: &Known, now: Timestamp) -> Result<Vec<Notice>, CourierError> {
    let kept = disk.with(|post| post.notices(now))?;
    let read = |bytes: &Vec<u8>| serde_json::from_slice::<Signed>(bytes).ok()?.open::<Notice>(&known.key).ok();
    let mut notices: Vec<Notice> =
        kept.iter().filter_map(read).filter(|notice| notice.kind != NoticeKind::Withdrawn).collect();
    notices.sort_by_key(|notice| (notice.kind != NoticeKind::Emergency, std::cmp::Reverse(notice.published)));
    Ok(notices)
}

/// Asks once for statuses that changed.
pub(crate) fn ask_statuses(
    disk: &impl Disk,
    agency: &impl Agency,
    known: &Known,
    now: Timestamp,
) -> Result<Heard, CourierError> {
    let after = disk.with(|post| post.statuses_cursor())?;
    let signed = match agency.statuses(after) {
        Ok(signed) => signed,
        Err(Failure::Refused(problem)) if problem.code == ProblemCode::CursorUnknown && after > 0 => {
            let again = disk.with(|post| match still(post, known)? {
                true => post.forget_statuses(now).map(|()| true),
                false => Ok(false),
            })?;
            return Ok(if again { Heard::News { more: true } } else { Heard::Nothing });
        }
        Err(failure) => return Err(failure.into()),
    };
    let not = |reason: &str| CourierError::NotBelieved { what: "a list of statuses", reason: reason.to_owned() };
    let increment: StatusIncrement = signed.open(&known.key).map_err(|fault| not(&fault.to_string()))?;
    if increment.tenant != known.tenant || increment.site != known.site {
        return Err(not("it is for another place"));
    }
    if increment.salt.0.len() != SALT_BYTES || increment.after != after || increment.cursor < after {
        return Err(not("it does not follow what is here"));
    }
    let more = increment.more && increment.cursor > after;
    let rows = increment.rows.into_iter().map(|row| (row.name.0, row.sealed.map(|sealed| sealed.0))).collect();
    let (salt, Cost { memory_kib, passes }) = (increment.salt.0, increment.cost);
    let list = StatusList { salt, memory_kib, passes, as_of: increment.as_of };
    let change = StatusChange { list, rows, after, cursor: increment.cursor };
    let kept = disk.with(|post| Ok(still(post, known)? && post.keep_statuses(&change, now)?))?;
    Ok(if kept { Heard::News { more } } else { Heard::Nothing })
}

/// How far the application is that goes by this number; nothing where no list has it. Takes as long, and as much memory, as
/// the agency made it cost.
pub(crate) fn look_up(disk: &impl Disk, reference: &str, second: &str) -> Result<Option<StatusFound>, CourierError> {
    let Some(list) = disk.with(|post| post.status_list())? else { return Ok(None) };
    let cost = Cost { memory_kib: list.memory_kib, passes: list.passes };
    let damaged = |fault: kaunter_protocol::StatusFault| CourierError::NotBelieved {
        what: "a list of statuses",
        reason: fault.to_string(),
    };
    let asked = LookUp::of(reference, second, &list.salt, cost, &mut Vec::new()).map_err(damaged)?;
    let Some(sealed) = disk.with(|post| post.status(&asked.name().0))? else { return Ok(None) };
    let text = asked.open(&kaunter_protocol::Binary(sealed)).map_err(damaged)?;
    Ok(Some(StatusFound { text, as_of: list.as_of }))
}
