//! Putting a signed pack on the shelf: first everything that can refuse it, then everything that
//! can fail, and last the one rename that makes it served.

use std::{
    fs,
    path::{Path, PathBuf},
};

use jiff::Zoned;

use crate::{
    PackError, Report,
    archive::{check_frame, unpack},
    check::check,
    disk::Disk,
    limits::Limits,
    model::Version,
    open::read_packed,
    shelf::{Installed, PACK_FILE, SIGNATURE_FILE, Shelf},
    signature::{TrustedKey, verify},
};

/// Under which conditions a pack is installed.
#[derive(Debug, Clone)]
pub struct Terms {
    /// Keys of which one must have signed it.
    pub keys: Vec<TrustedKey>,
    /// Whether a version below the served one is taken.
    pub allow_older: bool,
    /// The time at the kiosk: an expired pack is refused.
    pub now: Zoned,
}

/// A pack that has passed every check.
struct Candidate {
    id: String,
    version: Version,
    packed: Vec<u8>,
    signature: String,
}

/// What was installed.
#[derive(Debug)]
pub struct Arrival {
    /// The pack, served from now on.
    pub installed: Installed,
    /// What it replaced.
    pub before: Option<Installed>,
    /// Its warnings.
    pub report: Report,
}

impl<D: Disk> Shelf<D> {
    /// Installs a built pack that has its signature beside it (`<file>.minisig`) and serves it.
    ///
    /// Whatever happens at whatever moment, the pack served before stays served until the new one is
    /// complete on the disk.
    ///
    /// # Errors
    /// Why the pack is refused, or what the disk says.
    pub fn install(&self, file: &Path, terms: &Terms) -> Result<Arrival, PackError> {
        let (candidate, report) = examine(file, terms)?;
        let _lock = self.lock()?;
        let before = self.current(&candidate.id)?;
        if let Some(current) = before.as_ref().filter(|current| candidate.version < current.version)
            && !terms.allow_older
        {
            let (version, installed) = (candidate.version, current.version.clone());
            return Err(PackError::Older { version, installed });
        }
        let release = self.put(&candidate)?;
        let mut order = vec![release.clone()];
        let others = self.releases(&candidate.id)?.into_iter().map(|installed| installed.release);
        order.extend(others.filter(|other| *other != release));
        self.serve(&candidate.id, &order)?;
        self.prune(&candidate.id);
        let path = self.pack_folder(&candidate.id).join(&release).join(PACK_FILE);
        let installed = Installed { id: candidate.id, version: candidate.version, release, path, current: true };
        Ok(Arrival { installed, before, report })
    }

    /// Brings the pack's folder to its place and gives the folder's name.
    fn put(&self, candidate: &Candidate) -> Result<String, PackError> {
        let digest = blake3::hash(&candidate.packed).to_hex();
        let release = format!("{}-{}", candidate.version, &digest[..16]);
        let packs = self.pack_folder(&candidate.id);
        let place = packs.join(&release);
        if fs::read(place.join(PACK_FILE)).is_ok_and(|there| there == candidate.packed) {
            return Ok(release);
        }
        let staging = self.staging();
        let draft = staging.join(&release);
        let put = || {
            // Leftovers of an installation that was killed.
            self.disk.remove_folder(&staging)?;
            self.disk.create_folder(&draft)?;
            self.disk.write(&draft.join(PACK_FILE), &candidate.packed)?;
            self.disk.write(&draft.join(SIGNATURE_FILE), candidate.signature.as_bytes())?;
            self.disk.settle(&draft)?;
            self.disk.create_folder(&packs)?;
            // The same name with other bytes: a copy that the disk has spoilt.
            self.disk.remove_folder(&place)?;
            self.disk.rename(&draft, &place)?;
            self.disk.settle(&packs)
        };
        put().map_err(|source| PackError::unwritable(&packs, source))?;
        Ok(release)
    }

    /// Removes what is neither served nor kept for rolling back. What resists stays for the next time:
    /// the pack is installed, and that is what was asked for.
    fn prune(&self, id: &str) {
        let Ok(kept) = self.releases(id) else { return };
        let Ok(folders) = fs::read_dir(self.pack_folder(id)) else {
            return;
        };
        let folders = folders.flatten().map(|folder| folder.path()).filter(|path| path.is_dir());
        for folder in folders.filter(|path| kept.iter().all(|kept| !kept.path.starts_with(path))) {
            let _ = self.disk.remove_folder(&folder);
        }
    }
}

/// Everything that can be said against a pack without touching the shelf.
fn examine(file: &Path, terms: &Terms) -> Result<(Candidate, Report), PackError> {
    let limits = Limits::default();
    let packed = read_packed(file, &limits)?;
    check_frame(&packed, &limits)?;
    let signature = read_signature(file)?;
    verify(&packed, &signature, &terms.keys)?;
    let checked = check(unpack(&packed, &limits)?, &terms.now)?;
    let manifest = match checked.pack {
        Some(pack) if checked.report.errors() == 0 => pack.manifest,
        _ => return Err(PackError::faulty(&checked.report)),
    };
    if let Some(until) = manifest.valid_until.filter(|until| *until < terms.now.date()) {
        return Err(PackError::Expired { until });
    }
    let candidate = Candidate { id: manifest.id, version: manifest.version, packed, signature };
    Ok((candidate, checked.report))
}

/// The signature that stands beside a built pack.
///
/// # Errors
/// [`PackError::SignatureMissing`], or the file cannot be read.
pub fn read_signature(file: &Path) -> Result<String, PackError> {
    let path = signature_path(file);
    match fs::read(&path) {
        Ok(bytes) => String::from_utf8(bytes)
            .map_err(|_| PackError::SignatureWrong { reason: "the signature is not a text".into() }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(PackError::SignatureMissing { path }),
        Err(source) => Err(PackError::Unreadable { path, source }),
    }
}

/// `<file>.minisig`.
pub fn signature_path(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".minisig");
    PathBuf::from(name)
}
