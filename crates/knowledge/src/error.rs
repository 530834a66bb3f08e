//! What can go wrong between a pack and an answer.

use crate::language::LanguageError;

/// A pack cannot be asked.
#[derive(Debug, thiserror::Error)]
pub enum KnowledgeError {
    /// The pack has nothing in the language.
    #[error("the pack has no content in {0}")]
    NoSuchLanguage(String),
    /// The language's data cannot be read.
    #[error(transparent)]
    Language(#[from] LanguageError),
    /// The index cannot be written or read.
    #[error("the index cannot be used: {0}")]
    Index(#[from] tantivy::TantivyError),
    /// What was worked out cannot be kept.
    #[error("the index cannot be kept: {0}")]
    Cache(std::io::Error),
}

impl KnowledgeError {
    /// The code under which `locales` has a sentence for it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoSuchLanguage(_) => "knowledge-no-such-language",
            Self::Language(_) => "knowledge-language-broken",
            Self::Index(_) => "knowledge-index-broken",
            Self::Cache(_) => "knowledge-cache-full",
        }
    }
}
