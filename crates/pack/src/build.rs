//! The built pack: sorted paths, no times, no owners, one thread, one level; equal content, equal bytes.

use crate::{PackError, PackFiles, archive::unpack, limits::Limits, model::Manifest};

/// zstd level: near the best ratio for text while a pack of 100 MB still builds in seconds.
const LEVEL: i32 = 12;

/// A built, unsigned pack.
#[derive(Debug, Clone)]
pub struct Built {
    /// `<id>-<version>.kpack`.
    pub file_name: String,
    /// The whole file.
    pub bytes: Vec<u8>,
}

/// Packs the files and reads the result back, so that what is built can be installed.
pub(crate) fn build(files: &PackFiles, manifest: &Manifest) -> Result<Built, PackError> {
    let broken = |source| PackError::Unbuildable { source };
    let bytes = compress(&archive(files).map_err(broken)?).map_err(broken)?;
    let again = unpack(&bytes, &Limits::default())?;
    if again.digest() != files.digest() {
        return Err(broken(std::io::Error::other("the built pack reads back differently")));
    }
    Ok(Built { file_name: format!("{}-{}.kpack", manifest.id, manifest.version), bytes })
}

fn archive(files: &PackFiles) -> std::io::Result<Vec<u8>> {
    let mut archive = tar::Builder::new(Vec::new());
    for (path, bytes) in &files.files {
        let mut header = tar::Header::new_gnu();
        header.set_entry_type(tar::EntryType::Regular);
        header.set_mode(0o644);
        header.set_size(bytes.len() as u64);
        // `append_data` writes paths too long for a header as an entry of their own.
        archive.append_data(&mut header, path, bytes.as_slice())?;
    }
    archive.into_inner()
}

fn compress(archive: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut compressor = zstd::bulk::Compressor::new(LEVEL)?;
    compressor.include_checksum(true)?;
    compressor.compress(archive)
}
