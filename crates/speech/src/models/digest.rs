//! Checksums of files. It knows nothing of models.

use std::{
    fs::File,
    io::{BufReader, Read},
    path::Path,
};

use sha2::{Digest, Sha256};

use crate::SpeechError;

/// SHA-256 of a file, in hexadecimal.
pub(super) fn sha256(file: &Path) -> Result<String, SpeechError> {
    let unreadable = |source| SpeechError::of_file(file, source);
    let mut reader = BufReader::new(File::open(file).map_err(unreadable)?);
    let mut digest = Sha256::new();
    let mut block = vec![0; 1 << 16];
    loop {
        let read = reader.read(&mut block).map_err(unreadable)?;
        match block.get(..read) {
            Some(bytes) if read > 0 => digest.update(bytes),
            _ => break,
        }
    }
    Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}
