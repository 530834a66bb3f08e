//! The tokens of a model by their bytes. It knows nothing of languages or words.

use std::collections::HashMap;

use whisper_rs::{WhisperContext, WhisperTokenId};

/// Marks that a speaker does not say and a model may write after the last word.
const CLOSING: [&str; 10] = [".", "。", "!", "！", "?", "？", ",", "，", "…", "~"];

/// What each token writes, the other way round.
pub(super) struct Vocabulary {
    by_bytes: HashMap<Box<[u8]>, WhisperTokenId>,
    longest: usize,
    /// Tokens after which nothing of a wording can follow.
    pub(super) closing: Vec<WhisperTokenId>,
}

impl Vocabulary {
    /// Of all that `context` can write; special tokens write nothing and are left out.
    pub(super) fn of(context: &WhisperContext) -> Self {
        let written =
            (0..context.token_eot()).filter_map(|token| Some((context.token_to_bytes(token).ok()?.into(), token)));
        Self::of_tokens(written, context.token_eot())
    }

    /// Of tokens with their bytes, and the one that ends a sentence.
    pub(super) fn of_tokens(written: impl Iterator<Item = (Box<[u8]>, WhisperTokenId)>, end: WhisperTokenId) -> Self {
        let by_bytes: HashMap<_, _> = written.filter(|(bytes, _)| !bytes.is_empty()).collect();
        let longest = by_bytes.keys().map(|bytes| bytes.len()).max().unwrap_or(0);
        let closing = CLOSING.iter().filter_map(|mark| by_bytes.get(mark.as_bytes()).copied());
        let closing = closing.chain([end]).collect();
        Self { closing, longest, by_bytes }
    }

    /// The token that writes just these bytes.
    pub(super) fn token(&self, bytes: &[u8]) -> Option<WhisperTokenId> {
        self.by_bytes.get(bytes).copied()
    }

    /// Bytes of the longest token.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }
}
