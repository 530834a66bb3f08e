//! How large a pack may be: what a counter's computer can hold, and what no agency needs.

use crate::PackError;

/// Upper bounds of a pack, in bytes and files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Size of the built file.
    pub packed_bytes: u64,
    /// Sum of all files.
    pub unpacked_bytes: u64,
    /// Number of files.
    pub files: u64,
    /// How many times larger than the built file its content may be; counts above
    /// [`Limits::harmless_bytes`] only.
    pub ratio: u64,
    /// Content up to this size may be as repetitive as it likes.
    pub harmless_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { packed_bytes: 256 << 20, unpacked_bytes: 512 << 20, files: 20_000, ratio: 500, harmless_bytes: 16 << 20 }
    }
}

impl Limits {
    /// Refuses more files or bytes than a pack may have.
    pub(crate) fn admit(&self, files: u64, bytes: u64) -> Result<(), PackError> {
        if files > self.files {
            return Err(PackError::TooLarge { most: self.files, unit: "files" });
        }
        if bytes > self.unpacked_bytes {
            return Err(PackError::TooLarge { most: self.unpacked_bytes, unit: "bytes" });
        }
        Ok(())
    }

    /// The most that a built file of this size may unpack to, with the archive's own blocks: each file
    /// has a header of 512 bytes and at most as much padding, and two such blocks end it.
    pub(crate) fn unpacked_from(&self, packed: u64) -> u64 {
        let by_ratio = packed.saturating_mul(self.ratio).max(self.harmless_bytes);
        by_ratio.min(self.unpacked_bytes).saturating_add(1024 * (self.files + 2))
    }
}
