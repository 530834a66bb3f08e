//! Somebody leaves, and nothing of theirs stays.

use anyhow::{Result, ensure};
use kaunter_journeys::{language::Words, visitor::Visitor};

use crate::in_each_language;

in_each_language!(who_leaves_is_forgotten, who_walks_away_is_forgotten);

/// The shortest that a kiosk can be set to wait.
const SHORT: &str = "idle_seconds = 10\n";

fn who_leaves_is_forgotten(words: &Words) -> Result<()> {
    let visitor = Visitor::arrives()?;
    visitor.begins_in(&words.language)?;
    visitor.asks(&words.unknown)?;
    visitor.touches("leave")?;
    visitor.sees("farewell")?;
    visitor.sees("attract")?;
    nothing_stays(&visitor, words)
}

fn who_walks_away_is_forgotten(words: &Words) -> Result<()> {
    let visitor = Visitor::arrives_where(SHORT)?;
    visitor.begins_in(&words.language)?;
    visitor.asks(&words.unknown)?;
    visitor.touches("still-here")?;
    visitor.misses("//*[@data-act='still-here']")?;
    visitor.sees("reply")?;
    visitor.sees_before_long("farewell")?;
    visitor.sees("attract")?;
    nothing_stays(&visitor, words)
}

fn nothing_stays(visitor: &Visitor, words: &Words) -> Result<()> {
    ensure!(!visitor.page()?.contains(&words.unknown), "the question is still in the page");
    ensure!(!visitor.left_on_disk(&words.unknown)?, "the question is on the disk");
    visitor.begins_in(&words.language)?;
    visitor.touches("open-ask")?;
    visitor.finds_written("")
}
