//! Reading a file that may end anywhere. It knows bytes and numbers only.

use std::{
    io::{ErrorKind, Read, Seek},
    path::Path,
};

use crate::SpeechError;

/// A file with its length.
pub(super) struct Reader<'a, R> {
    name: &'a Path,
    inner: R,
    left: u64,
}

impl<'a, R: Read + Seek> Reader<'a, R> {
    pub(super) fn new(name: &'a Path, inner: R, length: u64) -> Self {
        Self { name, inner, left: length }
    }

    /// Bytes up to the end.
    pub(super) fn left(&self) -> u64 {
        self.left
    }

    /// The next number, little-endian.
    pub(super) fn number(&mut self) -> Result<u32, SpeechError> {
        let mut bytes = [0; 4];
        self.fill(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    /// The next `length` bytes as text.
    pub(super) fn text(&mut self, length: u32) -> Result<String, SpeechError> {
        if length > 128 {
            return Err(self.refuse("a name is too long"));
        }
        let mut bytes = vec![0; length as usize];
        self.fill(&mut bytes)?;
        String::from_utf8(bytes).map_err(|_| self.refuse("a name is no text"))
    }

    /// Passes over `length` bytes, all of which are there.
    pub(super) fn skip(&mut self, length: u64) -> Result<(), SpeechError> {
        self.take(length)?;
        let by = i64::try_from(length).map_err(|_| self.refuse("it claims to be endless"))?;
        self.inner.seek_relative(by).map_err(|source| SpeechError::of_file(self.name, source))
    }

    pub(super) fn refuse(&self, why: impl Into<String>) -> SpeechError {
        SpeechError::NotAModel { path: self.name.to_owned(), why: why.into() }
    }

    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), SpeechError> {
        self.take(bytes.len() as u64)?;
        self.inner.read_exact(bytes).map_err(|source| match source.kind() {
            ErrorKind::UnexpectedEof => self.short(0),
            _ => SpeechError::of_file(self.name, source),
        })
    }

    fn take(&mut self, length: u64) -> Result<(), SpeechError> {
        self.left = self.left.checked_sub(length).ok_or_else(|| self.short(length - self.left))?;
        Ok(())
    }

    fn short(&self, by: u64) -> SpeechError {
        self.truncated(format!("{by} bytes and more are missing"))
    }

    pub(super) fn truncated(&self, why: String) -> SpeechError {
        SpeechError::ModelTruncated { path: self.name.to_owned(), why }
    }
}
