//! Packs small enough to be read in a story, written to disk as a trainer would.

use std::fs;

use jiff::civil::Date;
use kaunter_knowledge::{Context, Knowledge, Outcome, Part, Reply};
use kaunter_pack::model::Pack;
use tempfile::TempDir;

/// What a pack must say of itself, in English.
pub const MANIFEST: (&str, &str) = (
    "pack.toml",
    "id = \"small\"\nversion = \"1\"\nagency = \"Small Office\"\nlanguages = [\"en\"]\noffice_language = \"en\"\n",
);

/// A folder with these files; what is named twice has the later text.
pub fn written(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a folder for a pack");
    for (path, text) in [MANIFEST].iter().chain(files) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the folder takes a folder");
        fs::write(path, text).expect("the folder takes a file");
    }
    folder
}

/// The pack of these files.
pub fn pack(files: &[(&str, &str)]) -> Pack {
    Pack::read(written(files).path()).expect("the small pack reads")
}

/// The English of these files, worked out without a cache.
pub fn knowing(files: &[(&str, &str)]) -> Knowledge {
    Knowledge::open(&pack(files), "en", None).expect("the small pack opens")
}

/// Asks out of the blue on a day.
pub fn ask_on(knowledge: &Knowledge, question: &str, day: Date) -> Reply {
    knowledge.ask(question, &Context::default(), day).expect("the index reads")
}

/// What was said, in a word and the ids that it shows: `answer fees`, `clarify a b`, `unknown`.
pub fn told(part: &Part) -> String {
    let (word, ids): (_, Vec<&String>) = match &part.outcome {
        Outcome::Answer(quotation) => ("answer", vec![&quotation.id]),
        Outcome::Clarify(choices) => ("clarify", choices.iter().map(|choice| &choice.id).collect()),
        Outcome::Conflict(both) => ("conflict", both.iter().map(|quotation| &quotation.id).collect()),
        Outcome::Unknown(_) => ("unknown", Vec::new()),
    };
    ids.iter().fold(word.to_owned(), |said, id| format!("{said} {id}"))
}

/// What was said to all parts.
pub fn told_in_all(reply: &Reply) -> String {
    reply.parts.iter().map(told).collect::<Vec<_>>().join(", ")
}
