//! Packs that are on their way: piece by piece into a file, looked at when they are whole, and installed only by
//! `kaunter-pack`, which checks the agency's signature before it unpacks anything.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File, OpenOptions},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

use jiff::Zoned;
use kaunter_pack::{Installed, PackError, Shelf, Terms, signature_path};
use kaunter_protocol::{Digest, PackListing, PackOffer};
use sha2::{Digest as _, Sha256};

use crate::{CourierError, Download, Place};

/// Largest pack that is fetched, in bytes; what kaunter-pack takes.
const LARGEST: u64 = 256 << 20;
/// Bytes that stay free for forms while a pack comes in.
const SPARED: u64 = 64 << 20;

/// Whether a disk has room for so many bytes and for the forms that come meanwhile; where the system does not say, it has.
pub fn has_room(folder: &Path, bytes: u64) -> bool {
    let there = folder.ancestors().find(|folder| folder.exists()).unwrap_or(folder);
    fs4::available_space(there).map_or(true, |room| room >= bytes.saturating_add(SPARED))
}

/// What came of a piece.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// More is needed.
    More,
    /// The pack is served.
    Installed,
    /// It is not what was offered, or not the agency's: it is not asked for again.
    Refused(&'static str),
}

/// A pack that came and is not served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackNotTaken {
    /// Id and version, for people.
    pub pack: String,
    /// Why, kebab-case.
    pub code: &'static str,
}

/// See the module.
pub(crate) struct Downloads {
    place: Place,
    wanted: Vec<PackOffer>,
    refused: BTreeMap<Digest, PackNotTaken>,
    /// Packs that came with other bytes once.
    spoilt: BTreeSet<Digest>,
    digests: BTreeMap<PathBuf, Digest>,
}

impl Downloads {
    pub fn into(place: Place) -> Self {
        let (wanted, refused, spoilt, digests) = Default::default();
        Self { place, wanted, refused, spoilt, digests }
    }

    fn shelf(&self) -> Shelf {
        Shelf::open(&self.place.shelf)
    }

    /// What the agency offers: what is newer than what is served is wanted. What nobody offers any more is thrown away.
    pub fn offered(&mut self, listing: PackListing) -> Result<(), CourierError> {
        let mut wanted = Vec::new();
        for offer in listing.offers {
            let served = self.shelf().current(&offer.pack)?;
            let newer = offer.version.parse().is_ok_and(|version| served.is_none_or(|served| served.version < version));
            if newer && offer.size <= LARGEST && offer.size > 0 && !self.refused.contains_key(&offer.sha256) {
                wanted.push(offer);
            }
        }
        self.wanted = wanted;
        self.throw_away_others();
        Ok(())
    }

    fn throw_away_others(&self) {
        let kept: Vec<PathBuf> = self.wanted.iter().map(|offer| self.part(offer)).collect();
        for entry in fs::read_dir(&self.place.downloads).into_iter().flatten().flatten() {
            let path = entry.path();
            if !kept.iter().any(|part| path == *part || path == signature_path(part)) {
                let _ = fs::remove_file(path);
            }
        }
    }

    /// The next piece: of which pack, and from where. Nothing where there is none, or no room for it.
    pub fn next(&self) -> Result<Option<(Digest, u64)>, CourierError> {
        let Some(offer) = self.wanted.first() else { return Ok(None) };
        let folder = &self.place.downloads;
        let room = fs::create_dir_all(folder).and_then(|()| fs4::available_space(folder));
        let room = room.map_err(|fault| CourierError::of_file(folder, fault))?;
        let there = self.there(offer);
        // Once here and once on the shelf.
        if room < 2 * offer.size - there + SPARED {
            return Err(CourierError::FolderFull { path: folder.clone() });
        }
        Ok(Some((offer.sha256, there)))
    }

    /// Whether a pack is not whole yet.
    pub fn unfinished(&self) -> bool {
        !self.wanted.is_empty()
    }

    /// For people.
    pub fn progress(&self) -> Option<Download> {
        let offer = self.wanted.first()?;
        let (pack, version) = (offer.pack.clone(), offer.version.clone());
        Some(Download { pack, version, bytes: self.there(offer), of: offer.size })
    }

    /// Takes a piece in that begins where the last one ended.
    pub fn take(&mut self, from: u64, bytes: &[u8], now: &Zoned) -> Result<Taken, CourierError> {
        let Some(offer) = self.wanted.first().cloned() else { return Ok(Taken::More) };
        let part = self.part(&offer);
        let written = append(&part, from, bytes);
        if written.is_err() {
            // On a full disk its room is of more use to forms.
            let _ = fs::remove_file(&part);
            self.wanted.clear();
        }
        let whole = written.map_err(|fault| CourierError::of_file(&part, fault))?;
        if whole < offer.size {
            return Ok(Taken::More);
        }
        let done = self.install(&offer, now);
        let _ = fs::remove_file(signature_path(&part));
        let _ = fs::remove_file(&part);
        if matches!(done, Err(CourierError::NotBelieved { .. })) && self.spoilt.insert(offer.sha256) {
            // The disk or the line spoilt it: it comes once more, from its beginning.
            return Ok(Taken::More);
        }
        self.wanted.retain(|other| other.sha256 != offer.sha256);
        match done {
            Ok(()) => Ok(Taken::Installed),
            // The pack has done nothing wrong: it comes again when it is offered next.
            Err(
                error @ (CourierError::Folder { .. }
                | CourierError::FolderFull { .. }
                | CourierError::Pack(
                    PackError::DiskFull { .. } | PackError::Unwritable { .. } | PackError::Unreadable { .. },
                )),
            ) => Err(error),
            Err(error) => {
                let code = error.code();
                tracing::warn!(code, pack = offer.pack, version = offer.version, "a pack is not taken");
                self.refused.insert(offer.sha256, PackNotTaken { pack: named(&offer.pack, &offer.version), code });
                Ok(Taken::Refused(code))
            }
        }
    }

    fn install(&self, offer: &PackOffer, now: &Zoned) -> Result<(), CourierError> {
        let part = self.part(offer);
        let found = digest_of(&part).map_err(|fault| CourierError::of_file(&part, fault))?;
        if found != offer.sha256 {
            return Err(CourierError::NotBelieved { what: "a pack", reason: format!("its SHA-256 is {found}") });
        }
        let signature = signature_path(&part);
        fs::write(&signature, &offer.signature).map_err(|fault| CourierError::of_file(&signature, fault))?;
        let terms = Terms { keys: self.place.keys.clone(), allow_older: false, now: now.clone() };
        let arrival = self.shelf().install(&part, &terms)?;
        tracing::info!(pack = arrival.installed.id, version = %arrival.installed.version, "a pack is served");
        Ok(())
    }

    /// Id and version of each pack that is served, for people.
    pub fn named(&self) -> BTreeSet<String> {
        let served = self.shelf().list().unwrap_or_default().into_iter().filter(|installed| installed.current);
        served.map(|installed| named(&installed.id, &installed.version)).collect()
    }

    /// What came and is not served.
    pub fn not_taken(&self) -> Vec<PackNotTaken> {
        self.refused.values().cloned().collect()
    }

    /// SHA-256 of each pack that is served.
    pub fn served(&mut self) -> Vec<Digest> {
        let listed = self.shelf().list().unwrap_or_default();
        let served: Vec<Installed> = listed.into_iter().filter(|installed| installed.current).collect();
        self.digests.retain(|path, _| served.iter().any(|installed| installed.path == *path));
        for Installed { path, .. } in served {
            if !self.digests.contains_key(&path)
                && let Ok(digest) = digest_of(&path)
            {
                self.digests.insert(path, digest);
            }
        }
        self.digests.values().copied().collect()
    }

    fn part(&self, offer: &PackOffer) -> PathBuf {
        self.place.downloads.join(format!("{}.part", offer.sha256))
    }

    /// Bytes that are here. More than were offered are of no use.
    fn there(&self, offer: &PackOffer) -> u64 {
        fs::metadata(self.part(offer)).map_or(0, |about| about.len()).min(offer.size.saturating_sub(1))
    }
}

/// Writes at the place where the piece belongs; gives how long the file is then.
fn append(path: &PathBuf, from: u64, bytes: &[u8]) -> io::Result<u64> {
    let mut file = OpenOptions::new().create(true).append(true).open(path)?;
    file.set_len(from)?;
    file.write_all(bytes)?;
    file.sync_data()?;
    Ok(from + bytes.len() as u64)
}

fn named(pack: &str, version: impl std::fmt::Display) -> String {
    format!("{pack} {version}")
}

fn digest_of(path: &PathBuf) -> io::Result<Digest> {
    let (mut file, mut sum, mut buffer) = (File::open(path)?, Sha256::new(), vec![0; 1 << 16]);
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(Digest::from(<[u8; 32]>::from(sum.finalize()))),
            read => sum.update(&buffer[..read]),
        }
    }
}
