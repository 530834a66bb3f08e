//! What a stick brings from the agency. Each file is looked at for itself; one that is refused keeps none of the others.

use std::path::Path;

use jiff::{Timestamp, tz::TimeZone};
use kaunter_pack::{PackError, Shelf, Terms, signature_path};
use kaunter_protocol::{
    CONTENTS_FILE, Digest, Expected, NOTICE_FILE, Notice, NoticeKind, RECEIPT_FILE, Receipt, Signed, StickContents,
    StickFile,
};
use kaunter_store::{Accepted, StoreError};

use super::{PACK, files};
use crate::{CourierError, Disk, Known, Place, notices::believed_notice};

/// Largest receipt or notice, in bytes.
const LARGEST: u64 = 256 << 10;
/// Largest list: of some twenty thousand files.
const LARGEST_LIST: u64 = 4 << 20;

/// What came of a stick.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brought {
    /// Forms that the agency has, by receipts that were new here.
    pub receipts: u64,
    /// Notices that were new here.
    pub notices: u64,
    /// Packs that are served now: id and version.
    pub packs: Vec<(String, String)>,
    /// Files that the agency put onto the stick, by its list, and that do not lie there whole.
    pub missing: Vec<String>,
    /// Files that are not what they say.
    pub refused: Vec<Refused>,
    /// Files of other kiosks, or of nobody here; left alone.
    pub others: u64,
}

/// A file that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Its name.
    pub file: String,
    /// Why, kebab-case.
    pub code: &'static str,
}

/// What a file was.
enum Was {
    New,
    Known,
    Pack(String, String),
    List(Vec<String>),
    Other,
}

/// Takes in what the agency signed for this kiosk.
///
/// # Errors
/// The folder cannot be read, or the store fails.
pub fn import(
    disk: &impl Disk,
    known: &Known,
    place: &Place,
    folder: &Path,
    now: Timestamp,
) -> Result<Brought, CourierError> {
    let mut brought = Brought::default();
    for path in files::list(folder)? {
        let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        let taken = match ending.as_str() {
            RECEIPT_FILE => receipt(disk, known, &path, now),
            NOTICE_FILE => notice(disk, known, &path, now),
            PACK => pack(place, &path, now),
            CONTENTS_FILE => list(known, folder, &path),
            _ => Ok(Was::Other),
        };
        match (taken, ending.as_str()) {
            (Ok(Was::New), RECEIPT_FILE) => brought.receipts += 1,
            (Ok(Was::New), _) => brought.notices += 1,
            (Ok(Was::List(missing)), _) => brought.missing.extend(missing),
            (Ok(Was::Pack(id, version)), _) => brought.packs.push((id, version)),
            (Ok(Was::Known), _) => {}
            (Ok(Was::Other), _) => brought.others += 1,
            (Err(CourierError::Store(error)), _) => return Err(error.into()),
            (Err(error), _) => brought.refused.push(refused(&path, &error)),
        }
    }
    Ok(brought)
}

fn refused(path: &Path, error: &CourierError) -> Refused {
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    tracing::warn!(code = error.code(), file, %error, "a file on a stick is refused");
    Refused { file, code: error.code() }
}

fn not(what: &'static str, reason: impl ToString) -> CourierError {
    CourierError::NotBelieved { what, reason: reason.to_string() }
}

fn read_json<T: serde::de::DeserializeOwned>(path: &Path, what: &'static str) -> Result<T, CourierError> {
    let most = if path.extension().is_some_and(|ending| ending == CONTENTS_FILE) { LARGEST_LIST } else { LARGEST };
    let bytes = files::read(path, most)?.ok_or_else(|| not(what, "it is too large"))?;
    serde_json::from_slice(&bytes).map_err(|fault| not(what, fault))
}

fn receipt(disk: &impl Disk, known: &Known, path: &Path, now: Timestamp) -> Result<Was, CourierError> {
    let receipt: Receipt = read_json(path, "a receipt")?;
    let sealed = match disk.with(|post| post.sealed_letter(receipt.form)) {
        // Another kiosk's.
        Err(StoreError::FormGone) => return Ok(Was::Other),
        Err(StoreError::FormPurged) => return Ok(Was::Known),
        sealed => sealed?,
    };
    let sha256 = Digest::of(&sealed);
    let expected = Expected { form: receipt.form, sha256, tenant: &known.tenant };
    receipt.verify(expected, &known.key).map_err(|fault| not("a receipt", fault))?;
    let written = serde_json::to_vec(&receipt).map_err(|fault| not("a receipt", fault))?;
    let accepted =
        disk.with(|post| post.accept(receipt.form, sha256.as_bytes(), &written, receipt.received_at, now))?;
    Ok(if accepted == Accepted::Now { Was::New } else { Was::Known })
}

/// What of the agency's list does not lie there whole; of another site's list, nothing.
fn list(known: &Known, folder: &Path, path: &Path) -> Result<Was, CourierError> {
    let signed: Signed = read_json(path, "a list")?;
    let contents: StickContents = signed.open(&known.key).map_err(|fault| not("a list", fault))?;
    if contents.tenant != known.tenant || contents.site != known.site {
        return Ok(Was::Other);
    }
    let made_at = contents.made_at;
    let lies = |file: &StickFile| lies_there(folder, file) || is_said_anew(folder, file, made_at, known);
    Ok(Was::List(contents.files.into_iter().filter(|file| !lies(file)).map(|file| file.name).collect()))
}

/// Whether what lies there is a notice that the agency published after the list was made: another channel's list names it.
fn is_said_anew(folder: &Path, file: &StickFile, made_at: Timestamp, known: &Known) -> bool {
    let path = folder.join(&file.name);
    let is_notice = path.extension().is_some_and(|ending| ending == NOTICE_FILE) && files::is_file(&path);
    let lies = || read_json::<Signed>(&path, "a notice").ok()?.open::<Notice>(&known.key).ok();
    is_notice && lies().is_some_and(|notice| notice.published > made_at)
}

/// Whether a file of the list lies there whole. What is large is looked through where it is taken in.
fn lies_there(folder: &Path, file: &StickFile) -> bool {
    let path = folder.join(&file.name);
    let is_whole = files::is_file(&path) && path.metadata().is_ok_and(|about| about.len() == file.bytes);
    let is_small = file.bytes <= LARGEST;
    let is_same = || matches!(files::read(&path, LARGEST), Ok(Some(bytes)) if Digest::of(&bytes) == file.sha256);
    is_whole && (!is_small || is_same())
}

fn notice(disk: &impl Disk, known: &Known, path: &Path, now: Timestamp) -> Result<Was, CourierError> {
    let signed: Signed = read_json(path, "a notice")?;
    let stated = signed.open::<Notice>(&known.key).map_err(|fault| not("a notice", fault))?;
    if stated.tenant != known.tenant || stated.site.is_some_and(|site| site != known.site) {
        return Ok(Was::Other);
    }
    let kept = believed_notice(known, &signed)?;
    let said = |bytes: &[u8]| serde_json::from_slice::<Signed>(bytes).ok()?.open::<Notice>(&known.key).ok();
    let notice = signed.open::<Notice>(&known.key).map_err(|fault| not("a notice", fault))?;
    // What is here is not put back by an older one, nor what was withdrawn. One that expired stays away, unless it takes the
    // place of one that would hold for longer.
    let all = disk.with(|post| post.notices(Timestamp::MIN))?;
    let there = all.iter().filter_map(|bytes| said(bytes)).find(|there| there.id == kept.id);
    let is_over = kept.expires.is_some_and(|expires| expires <= now);
    if there.map_or(is_over, |there| when(&there) >= when(&notice)) {
        return Ok(Was::Known);
    }
    disk.with(|post| {
        let cursor = post.notices_cursor()?;
        post.keep_notices(std::slice::from_ref(&kept), cursor, cursor, now)
    })?;
    Ok(Was::New)
}

/// What orders notices of one id: of the same moment, the withdrawal is the later one.
fn when(notice: &Notice) -> (Timestamp, bool) {
    (notice.published, notice.kind == NoticeKind::Withdrawn)
}

fn pack(place: &Place, path: &Path, now: Timestamp) -> Result<Was, CourierError> {
    let signature = signature_path(path);
    // A link would lead elsewhere, and a pipe would never answer.
    if signature.symlink_metadata().is_ok_and(|about| !about.is_file()) {
        return Err(not("a pack", "its signature is no file"));
    }
    let terms = Terms { keys: place.keys.clone(), allow_older: false, now: now.to_zoned(TimeZone::system()) };
    let arrival = match Shelf::open(&place.shelf).install(path, &terms) {
        // A newer one is served: what lies on the stick was taken in before, or is behind the line.
        Err(PackError::Older { .. }) => return Ok(Was::Known),
        arrival => arrival?,
    };
    let same = arrival.before.is_some_and(|before| before.release == arrival.installed.release);
    let installed = arrival.installed;
    Ok(if same { Was::Known } else { Was::Pack(installed.id, installed.version.to_string()) })
}
