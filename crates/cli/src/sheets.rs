//! What all commands that set a sheet share: its letterhead, and how a refusal is told.

use kaunter_pack::model::Manifest;
use kaunter_paper::{Letterhead, PaperError};

/// A refusal with its code, for people and for scripts.
pub fn coded(error: PaperError) -> anyhow::Error {
    let code = error.code();
    anyhow::Error::new(error).context(format!("refused ({code})"))
}

/// The head of every sheet of a pack.
pub fn letterhead(manifest: &Manifest) -> Letterhead {
    Letterhead { agency: manifest.agency.0.clone(), seal: manifest.seal.clone() }
}
