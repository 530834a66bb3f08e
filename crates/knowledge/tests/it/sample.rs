//! The sample pack as it stands at a counter, each language opened once.
//!
//! What opening works out is kept for the other processes of the same test run, below a folder that
//! belongs to this very build, so that no test sees what older code worked out.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    sync::OnceLock,
    time::{Duration, UNIX_EPOCH},
};

use jiff::civil::{Date, date};
use kaunter_knowledge::{Context, Knowledge, Outcome, Part, Quotation, Reply};
use kaunter_pack::model::{LanguageContent, Pack};

/// The day on which everybody asks.
pub const TODAY: Date = date(2026, 11, 21);
/// The languages of the sample pack.
pub const LANGUAGES: [&str; 4] = ["zh-TW", "ms", "ko", "en"];

static OPENED: [OnceLock<Knowledge>; 4] = [const { OnceLock::new() }; 4];

/// Where the sample pack lies.
pub fn folder() -> PathBuf {
    PathBuf::from("../../content")
}

/// The sample pack.
pub fn pack() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| Pack::read(&folder()).expect("the sample pack reads"))
}

/// What the sample pack says in a language.
pub fn content(language: &str) -> &'static LanguageContent {
    &pack().languages[language]
}

/// A language of the sample pack, ready to be asked.
pub fn opened(language: &str) -> &'static Knowledge {
    let place = LANGUAGES.iter().position(|known| *known == language).expect("a language of the sample pack");
    OPENED[place].get_or_init(|| {
        let shelf = shelf();
        let busy = File::create(shelf.join(format!("{language}.busy"))).expect("the shelf takes a file");
        busy.lock().expect("the shelf can be locked");
        Knowledge::open(pack(), language, Some(&shelf)).expect("the sample pack opens")
    })
}

/// Asks out of the blue.
pub fn ask(language: &str, question: &str) -> Reply {
    ask_after(language, question, &Context::default())
}

/// Asks after something was said.
pub fn ask_after(language: &str, question: &str, context: &Context) -> Reply {
    opened(language).ask(question, context, TODAY).expect("the index reads")
}

/// Everything that a reply quotes.
pub fn quotations(reply: &Reply) -> Vec<&Quotation> {
    reply.parts.iter().flat_map(quoted).collect()
}

/// Everything that a part quotes.
pub fn quoted(part: &Part) -> Vec<&Quotation> {
    match &part.outcome {
        Outcome::Answer(quotation) => vec![quotation],
        Outcome::Conflict(both) => both.iter().collect(),
        Outcome::Clarify(_) | Outcome::Unknown(_) => Vec::new(),
    }
}

/// Ids of everything that a reply quotes, lists or offers.
pub fn mentioned(reply: &Reply) -> Vec<String> {
    let mut ids: Vec<String> = reply.hits.iter().map(|hit| hit.id.clone()).collect();
    for part in &reply.parts {
        ids.extend(part.hits.iter().map(|hit| hit.id.clone()));
        ids.extend(quoted(part).into_iter().map(|quotation| quotation.id.clone()));
        let choices = match &part.outcome {
            Outcome::Clarify(choices) => choices.as_slice(),
            Outcome::Unknown(unknown) => unknown.nearest.as_slice(),
            Outcome::Answer(_) | Outcome::Conflict(_) => &[],
        };
        ids.extend(choices.iter().map(|choice| choice.id.clone()));
    }
    ids
}

/// Fails with all that went wrong, a line each.
#[track_caller]
pub fn nothing_wrong(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// The shelf of this build; older builds' are cleared away.
fn shelf() -> PathBuf {
    let built = std::env::current_exe().and_then(fs::metadata).and_then(|file| file.modified()).expect("a test binary");
    let stamp = built.duration_since(UNIX_EPOCH).map_or(0, |age| age.as_micros());
    let shelves = Path::new(env!("CARGO_TARGET_TMPDIR")).join("knowledge");
    let shelf = shelves.join(stamp.to_string());
    fs::create_dir_all(&shelf).expect("the target folder takes a folder");
    for other in fs::read_dir(&shelves).into_iter().flatten().flatten().filter(|other| other.path() != shelf) {
        let age = other.metadata().and_then(|file| file.modified()).ok().and_then(|at| at.elapsed().ok());
        if age.is_some_and(|age| age > Duration::from_secs(3600)) {
            fs::remove_dir_all(other.path()).ok();
        }
    }
    shelf
}
