//! A built pack: a tar of sorted files in one zstd frame. Reads it within limits, from memory into memory.
//!
//! Nothing is ever unpacked onto the disk, so a hostile entry has no place to climb to; it is refused
//! all the same.

use std::{collections::BTreeSet, io::Read};

use crate::{
    PackError,
    files::{PackFiles, is_portable},
    limits::Limits,
};

const ZSTD_MAGIC: [u8; 4] = [0x28, 0xB5, 0x2F, 0xFD];

/// Reads the files of a built pack.
///
/// # Errors
/// Not a built pack, cut off, larger than the limits, or with an entry that no pack may hold.
pub fn unpack(packed: &[u8], limits: &Limits) -> Result<PackFiles, PackError> {
    check_frame(packed, limits)?;
    let decoder = zstd::Decoder::with_buffer(packed).map_err(|error| broken(&error))?;
    let most = limits.unpacked_from(packed.len() as u64);
    let mut archive = tar::Archive::new(Budget { inner: decoder, most, read: 0 });
    let mut files = PackFiles::default();
    let mut folded = BTreeSet::new();
    for (entry, count) in archive.entries().map_err(|error| broken(&error))?.zip(1u64..) {
        let mut entry = entry.map_err(|error| broken(&error))?;
        let path = plain_path(&entry)?;
        if !folded.insert(path.to_lowercase()) {
            return Err(PackError::PathEscapes { entry: path });
        }
        limits.admit(count, entry.size())?;
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).map_err(|error| broken(&error))?;
        files.add(path, bytes, limits)?;
    }
    // The frame's checksum stands behind the last entry; unread it would protect nothing.
    std::io::copy(&mut archive.into_inner(), &mut std::io::sink()).map_err(|error| broken(&error))?;
    Ok(files)
}

/// Whether the bytes are one complete frame of a bearable size, without unpacking anything.
pub(crate) fn check_frame(packed: &[u8], limits: &Limits) -> Result<(), PackError> {
    if packed.len() as u64 > limits.packed_bytes {
        return Err(PackError::TooLarge { most: limits.packed_bytes, unit: "bytes" });
    }
    let magic = &packed[..packed.len().min(ZSTD_MAGIC.len())];
    if packed.is_empty() || !ZSTD_MAGIC.starts_with(magic) {
        return Err(PackError::NotAPack { reason: "it is neither a folder nor a built pack" });
    }
    match zstd::zstd_safe::find_frame_compressed_size(packed) {
        Ok(length) if length == packed.len() => {}
        Ok(_) => {
            return Err(PackError::NotAPack { reason: "something stands behind the end of the pack" });
        }
        Err(_) => return Err(PackError::CutOff),
    }
    let most = limits.unpacked_from(packed.len() as u64);
    match zstd::zstd_safe::get_frame_content_size(packed) {
        Ok(Some(size)) if size > most => Err(PackError::TooLarge { most, unit: "bytes" }),
        _ => Ok(()),
    }
}

fn plain_path<R: Read>(entry: &tar::Entry<'_, R>) -> Result<String, PackError> {
    let name = entry.path_bytes();
    let escapes = || PackError::PathEscapes { entry: String::from_utf8_lossy(&name).chars().take(100).collect() };
    let path = std::str::from_utf8(&name).map_err(|_| escapes())?;
    let plain = entry.header().entry_type().is_file() && is_portable(path);
    if plain { Ok(path.to_owned()) } else { Err(escapes()) }
}

/// What the frame's or the tar's failure means.
fn broken(error: &std::io::Error) -> PackError {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<OverBudget>()) {
        Some(OverBudget { most }) => PackError::TooLarge { most: *most, unit: "bytes" },
        None if error.kind() == std::io::ErrorKind::UnexpectedEof => PackError::CutOff,
        None => PackError::Damaged,
    }
}

/// A reader that fails once more than `most` bytes have come out of it.
struct Budget<R> {
    inner: R,
    most: u64,
    read: u64,
}

#[derive(Debug, thiserror::Error)]
#[error("more than {most} bytes")]
struct OverBudget {
    most: u64,
}

impl<R: Read> Read for Budget<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.read = self.read.saturating_add(read as u64);
        if self.read > self.most {
            return Err(std::io::Error::other(OverBudget { most: self.most }));
        }
        Ok(read)
    }
}
