//! Files on something that may be pulled out at any moment: whole under their name, or under a draft's name, which the next
//! time goes on with.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use kaunter_protocol::Digest;
use ring::digest::{Context as Sum, SHA256};

/// Bytes that are read at a time.
const BLOCK: usize = 1 << 16;

/// Whether a file had to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    /// It was written now.
    Written,
    /// It lay there whole.
    There,
}

/// A file that is being put in its place.
pub(super) struct Draft {
    folder: PathBuf,
    place: PathBuf,
    path: PathBuf,
    size: u64,
    sha256: Digest,
    /// Nothing where the file lies there whole.
    work: Option<Work>,
}

struct Work {
    file: File,
    sum: Sum,
    at: u64,
    /// What lies there has been the same so far: it is read, not written.
    same: bool,
}

impl Draft {
    /// Of a file of this size and digest.
    pub fn of(folder: &Path, name: &str, size: u64, sha256: Digest) -> Result<Self> {
        let (place, path) = (folder.join(name), folder.join(format!(".{name}.part")));
        let said = || place.display().to_string();
        let whole =
            is_file(&place) && size_of(&place) == Some(size) && digest(&place).is_ok_and(|found| found == sha256);
        let work = if whole { None } else { Some(Work::begin(&path).with_context(said)?) };
        Ok(Self { folder: folder.to_owned(), place, path, size, sha256, work })
    }

    /// Whether the file lies there whole already.
    pub fn is_whole(&self) -> bool {
        self.work.is_none()
    }

    /// The bytes that come next.
    pub fn take(&mut self, bytes: &[u8]) -> Result<()> {
        let Some(work) = &mut self.work else { return Ok(()) };
        work.take(bytes).with_context(|| self.place.display().to_string())
    }

    /// All has come: where it is what it should be it gets its name, on the stick and not only on its way there.
    pub fn settle(self) -> Result<Kept> {
        let Self { folder, place, path, size, sha256, work } = self;
        let Some(work) = work else { return Ok(Kept::There) };
        let Work { file, sum, at, .. } = work;
        let found = digest_of(sum);
        if at != size || found != sha256 {
            // Going on with wrong bytes would never make it right.
            let _ = fs::remove_file(&path);
        }
        ensure!(at == size, "{}: {at} of {size} bytes came", place.display());
        ensure!(found == sha256, "{}: its SHA-256 is {found}, not {sha256}", place.display());
        let named = file
            .set_len(size)
            .and_then(|()| file.sync_all())
            .and_then(|()| fs::rename(&path, &place))
            .and_then(|()| settle(&folder));
        named.with_context(|| place.display().to_string())?;
        Ok(Kept::Written)
    }
}

impl Work {
    /// What lies under a draft's name is not written into unless it is a plain file: a link would lead elsewhere, and a pipe
    /// would never take anything.
    fn begin(path: &Path) -> io::Result<Self> {
        if fs::symlink_metadata(path).is_ok_and(|about| !about.is_file()) {
            fs::remove_file(path)?;
        }
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
        Ok(Self { file, sum: Sum::new(&SHA256), at: 0, same: true })
    }

    fn take(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.sum.update(bytes);
        if self.same {
            let mut there = Vec::with_capacity(bytes.len());
            Read::by_ref(&mut self.file).take(bytes.len() as u64).read_to_end(&mut there)?;
            self.same = there == bytes;
            if !self.same {
                self.file.set_len(self.at)?;
                self.file.seek(SeekFrom::Start(self.at))?;
            }
        }
        if !self.same {
            self.file.write_all(bytes)?;
        }
        self.at += bytes.len() as u64;
        Ok(())
    }
}

/// Puts a small file in its place.
pub(super) fn put(folder: &Path, name: &str, bytes: &[u8]) -> Result<Kept> {
    let mut draft = Draft::of(folder, name, bytes.len() as u64, Digest::of(bytes))?;
    draft.take(bytes)?;
    draft.settle()
}

fn is_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_file())
}

fn size_of(path: &Path) -> Option<u64> {
    fs::metadata(path).ok().map(|about| about.len())
}

fn digest(path: &Path) -> io::Result<Digest> {
    let (mut file, mut sum, mut block) = (File::open(path)?, Sum::new(&SHA256), vec![0; BLOCK]);
    loop {
        match file.read(&mut block)? {
            0 => return Ok(digest_of(sum)),
            read => sum.update(block.get(..read).unwrap_or_default()),
        }
    }
}

fn digest_of(sum: Sum) -> Digest {
    let mut bytes = [0; 32];
    bytes.copy_from_slice(sum.finish().as_ref());
    bytes.into()
}

/// On Unix a new name lasts only once its folder is on the disk.
fn settle(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
