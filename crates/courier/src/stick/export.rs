//! Forms onto a stick. A form on a stick still waits: only the agency's receipt ends that.

use std::{fs, path::Path};

use jiff::Timestamp;
use kaunter_protocol::{Credential, Digest, FORM_FILE, SignedList, StickForm, StickList, stick_list_name};
use kaunter_store::{StoreError, Uuid, Way};

use super::files;
use crate::{CourierError, Disk, desk::envelope_of};

/// What lies on the stick when an export has ended well.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Exported {
    /// This kiosk's forms that lie there whole.
    pub forms: u64,
    /// Of them, those that were written now.
    pub written: u64,
    /// Files there that are not this kiosk's forms; left alone.
    pub others: u64,
}

/// Writes every letter that waits or was set aside to a folder, each by itself, and last of all what it wrote. Broken off at
/// any moment, what has its name there is whole; called again, it goes on.
///
/// # Errors
/// The stick's or the store's.
pub fn export(disk: &impl Disk, folder: &Path, now: Timestamp) -> Result<Exported, CourierError> {
    fs::create_dir_all(folder).map_err(|fault| CourierError::of_file(folder, fault))?;
    let ids: Vec<Uuid> = disk.with(|post| {
        let letters = post.letters(None)?.into_iter();
        Ok(letters.filter(|letter| matches!(letter.way, Way::Queued | Way::SetAside)).map(|letter| letter.id).collect())
    })?;
    let mut done = Exported::default();
    let mut forms = Vec::with_capacity(ids.len());
    for id in ids {
        let (letter, sealed) = match disk.with(|post| Ok((post.letter(id)?, post.sealed_letter(id)?))) {
            Ok(read) => read,
            // Accepted and purged meanwhile.
            Err(StoreError::FormPurged) => continue,
            Err(error) => return Err(error.into()),
        };
        let envelope = envelope_of(&letter, sealed);
        let unreadable = |fault: serde_json::Error| StoreError::Damaged { reason: fault.to_string() };
        let file = serde_json::to_vec(&envelope).map_err(unreadable)?;
        forms.push(StickForm { id, sha256: envelope.digest(), file: Some(Digest::of(&file)) });
        let written = files::put(folder, &name(id), &file)?;
        done.written += u64::from(written);
        done.forms += 1;
        if written || letter.on_stick_at.is_none() {
            disk.with(|post| post.on_stick(id, now))?;
        }
    }
    let own = write_manifest(disk, folder, &forms, now)?;
    let ours = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name == own.as_str() || forms.iter().any(|form| name == self::name(form.id))
    };
    done.others = files::list(folder)?.iter().filter(|path| !ours(path)).count() as u64;
    Ok(done)
}

fn name(id: Uuid) -> String {
    format!("{id}.{FORM_FILE}")
}

fn write_manifest(
    disk: &impl Disk,
    folder: &Path,
    forms: &[StickForm],
    now: Timestamp,
) -> Result<String, CourierError> {
    let membership = disk.with(|post| post.membership())?;
    let credential =
        membership.as_ref().and_then(|known| Credential::read(&known.credential)).map(|known| known.digest());
    let enrolment = membership.map(|known| known.enrolment);
    let kiosk = enrolment.as_ref().map(|known| known.kiosk.clone());
    let name = stick_list_name(kiosk.as_deref());
    let tenant = enrolment.map(|known| known.tenant);
    let manifest = StickList { kiosk, tenant, made_at: now, forms: forms.to_vec() };
    let unwritable = |fault: serde_json::Error| StoreError::Damaged { reason: fault.to_string() };
    let vouched = SignedList::by(&manifest, credential).map_err(unwritable)?;
    files::put(folder, &name, &serde_json::to_vec(&vouched).map_err(unwritable)?)?;
    Ok(name)
}
