//! Somebody who would rather hear than read.

use std::time::Duration;

use anyhow::{Result, ensure};
use kaunter_journeys::{language::Words, visitor::Visitor};

use crate::in_each_language;

in_each_language!(an_answer_is_read_aloud_and_silenced_by_a_touch);

/// The longest that an answer takes to be said.
const LONGEST: Duration = Duration::from_secs(90);
/// The silence after which it was.
const REST: Duration = Duration::from_millis(1500);

fn an_answer_is_read_aloud_and_silenced_by_a_touch(words: &Words) -> Result<()> {
    let visitor = Visitor::arrives_in_a_room("voice = true")?;
    visitor.begins_in(&words.language)?;
    visitor.asks(&words.question.asked)?;
    visitor.is_shown("answer")?;
    visitor.is_offered_a_voice()?;

    let recording = visitor.room()?.record()?;
    visitor.touches("hear")?;
    let spoken = recording.until_said(REST, LONGEST)?;
    ensure!(spoken > 150, "only {spoken} hundredths of a second were said");

    let recording = visitor.room()?.record()?;
    visitor.touches("hear")?;
    recording.until_heard(LONGEST)?;
    visitor.touches("hear")?;
    let cut_short = recording.until_said(REST, LONGEST)?;
    ensure!(cut_short < spoken, "{cut_short} of {spoken} hundredths of a second were said after it was silenced");
    visitor.is_shown("answer")
}
