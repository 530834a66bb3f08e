//! Where a kiosk keeps its installed packs, and which of them it serves.
//!
//! ```text
//! lock                                   held while anything changes
//! staging/                               what an installation has not finished
//! packs/<id>/<version>-<digest>/         pack.kpack and pack.kpack.minisig, never changed once there
//! packs/<id>/current                     names of such folders: the served one, then those before it
//! ```
//! A pack stays in its signed file. A reader takes it whole into memory, so nothing that happens here
//! disturbs a visit; `current` is replaced in one rename, so there is no moment without a pack.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    PackError,
    disk::{Disk, RealDisk},
    manifest::is_pack_id,
    model::{Pack, Version},
};

/// Name of the pack in its folder.
pub(crate) const PACK_FILE: &str = "pack.kpack";
/// Name of its signature.
pub(crate) const SIGNATURE_FILE: &str = "pack.kpack.minisig";
/// The served pack and two before it are kept.
const KEPT: usize = 3;

/// A folder of installed packs.
#[derive(Debug, Clone)]
pub struct Shelf<D = RealDisk> {
    pub(crate) folder: PathBuf,
    pub(crate) disk: D,
}

/// An installed pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Installed {
    /// The pack's id.
    pub id: String,
    /// Its version.
    pub version: Version,
    /// `<version>-<first 16 hex digits of the file's BLAKE3>`.
    pub release: String,
    /// The built pack; [`Pack::read`] reads it.
    pub path: PathBuf,
    /// Whether this is the one that is served.
    pub current: bool,
}

impl Shelf {
    /// A shelf in this folder, which is made when the first pack is installed.
    pub fn open(folder: &Path) -> Self {
        Self::on_disk(folder, RealDisk)
    }
}

impl<D: Disk> Shelf<D> {
    /// A shelf whose changes go through `disk`.
    pub fn on_disk(folder: &Path, disk: D) -> Self {
        Self { folder: folder.to_owned(), disk }
    }

    /// Every pack that can be served or rolled back to: by id, the served one first.
    ///
    /// # Errors
    /// The shelf cannot be read.
    pub fn list(&self) -> Result<Vec<Installed>, PackError> {
        let packs = self.folder.join("packs");
        let unreadable = |source| PackError::Unreadable { path: packs.clone(), source };
        let folders = match fs::read_dir(&packs) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            folders => folders.map_err(unreadable)?,
        };
        let mut ids = Vec::new();
        for folder in folders {
            ids.extend(folder.map_err(unreadable)?.file_name().into_string().ok().filter(|id| is_pack_id(id)));
        }
        ids.sort();
        let mut all = Vec::new();
        for id in ids {
            all.extend(self.releases(&id)?);
        }
        Ok(all)
    }

    /// The served pack of this id.
    ///
    /// # Errors
    /// The shelf cannot be read.
    pub fn current(&self, id: &str) -> Result<Option<Installed>, PackError> {
        Ok(self.releases(id)?.into_iter().next())
    }

    /// Reads the served pack; should the disk have spoilt it, the one before.
    ///
    /// # Errors
    /// [`PackError::NotInstalled`], or why the newest of the damaged packs cannot be read.
    pub fn read(&self, id: &str) -> Result<(Installed, Pack), PackError> {
        let mut refusal = PackError::NotInstalled { id: id.to_owned() };
        for (tried, installed) in self.releases(id)?.into_iter().enumerate() {
            match Pack::read(&installed.path) {
                Ok(pack) => return Ok((installed, pack)),
                Err(error) if tried == 0 => refusal = error,
                Err(_) => {}
            }
        }
        Err(refusal)
    }

    /// Changes whenever another pack is served: ask it every few seconds, and read again when it differs.
    ///
    /// Reads one small file.
    ///
    /// # Errors
    /// The shelf cannot be read.
    pub fn watch_token(&self, id: &str) -> Result<Option<String>, PackError> {
        Ok(self.names(id)?.into_iter().next())
    }

    /// Serves the pack before the current one again.
    ///
    /// # Errors
    /// [`PackError::NothingBefore`], or the disk refuses.
    pub fn roll_back(&self, id: &str) -> Result<Installed, PackError> {
        let _lock = self.lock()?;
        let mut releases = self.releases(id)?.into_iter();
        let nothing = || PackError::NothingBefore { id: id.to_owned() };
        releases.next().ok_or_else(|| PackError::NotInstalled { id: id.to_owned() })?;
        let before: Vec<Installed> = releases.skip_while(|release| Pack::read(&release.path).is_err()).collect();
        let mut served = before.first().cloned().ok_or_else(nothing)?;
        self.serve(id, &before.into_iter().map(|release| release.release).collect::<Vec<_>>())?;
        served.current = true;
        Ok(served)
    }

    /// Releases named in `current` that are still there; the first is served.
    pub(crate) fn releases(&self, id: &str) -> Result<Vec<Installed>, PackError> {
        let folder = self.pack_folder(id);
        let there = self.names(id)?.into_iter().filter_map(|release| {
            let path = folder.join(&release).join(PACK_FILE);
            let version = version_of(&release)?;
            path.is_file().then(|| Installed { id: id.to_owned(), version, release, path, current: false })
        });
        let mut releases: Vec<Installed> = there.collect();
        if let Some(first) = releases.first_mut() {
            first.current = true;
        }
        Ok(releases)
    }

    fn names(&self, id: &str) -> Result<Vec<String>, PackError> {
        if !is_pack_id(id) {
            return Ok(Vec::new());
        }
        let path = self.pack_folder(id).join("current");
        match fs::read_to_string(&path) {
            Ok(text) => Ok(text.lines().filter(|name| version_of(name).is_some()).map(str::to_owned).collect()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(source) => Err(PackError::Unreadable { path, source }),
        }
    }

    pub(crate) fn pack_folder(&self, id: &str) -> PathBuf {
        self.folder.join("packs").join(id)
    }

    pub(crate) fn staging(&self) -> PathBuf {
        self.folder.join("staging")
    }

    /// Makes the first of these releases the served one, in one rename.
    pub(crate) fn serve(&self, id: &str, releases: &[String]) -> Result<(), PackError> {
        let staging = self.staging();
        let draft = staging.join("current");
        let folder = self.pack_folder(id);
        let kept: String = releases.iter().take(KEPT).map(|release| format!("{release}\n")).collect();
        self.disk
            .create_folder(&staging)
            .and_then(|()| self.disk.write(&draft, kept.as_bytes()))
            .and_then(|()| self.disk.rename(&draft, &folder.join("current")))
            .and_then(|()| self.disk.settle(&folder))
            .map_err(|source| PackError::unwritable(&folder, source))
    }

    /// Waits until no other process changes the shelf; the lock ends with the value, or the process.
    pub(crate) fn lock(&self) -> Result<fs::File, PackError> {
        let path = self.folder.join("lock");
        let lock = || {
            self.disk.create_folder(&self.folder)?;
            let file = fs::File::options().create(true).truncate(false).write(true).open(&path)?;
            file.lock()?;
            Ok(file)
        };
        lock().map_err(|source| PackError::unwritable(&self.folder, source))
    }
}

/// The version in a release's name, if it is one: digits, dots, a hyphen, 16 hex digits.
fn version_of(release: &str) -> Option<Version> {
    let (version, digest) = release.split_once('-')?;
    let hex = digest.len() == 16 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    hex.then(|| version.parse().ok()).flatten()
}
