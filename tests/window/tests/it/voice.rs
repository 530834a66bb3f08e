//! Somebody who would rather hear than read.

use std::time::Duration;

use anyhow::{Result, ensure};
use kaunter_journeys::{language::Words, visitor::Visitor};

use crate::in_each_language;

in_each_language!(an_answer_is_read_aloud_and_silenced_by_a_touch, a_question_that_is_spoken_is_answered_aloud);

#[test]
fn a_form_is_filled_in_by_voice_alone_in_english() -> Result<()> {
    a_form_is_filled_in_by_voice_alone(&Words::of("en")?)
}

#[test]
fn a_form_is_filled_in_by_voice_alone_in_mandarin() -> Result<()> {
    a_form_is_filled_in_by_voice_alone(&Words::of("zh-TW")?)
}

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

fn a_question_that_is_spoken_is_answered_aloud(words: &Words) -> Result<()> {
    let visitor = Visitor::arrives_where_one_is_heard()?;
    visitor.begins_in(&words.language)?;
    visitor.is_offered_a_voice()?;
    visitor.finds_in_time("//*[@data-act='listen']")?;
    visitor.touches("listen")?;
    let recording = visitor.room()?.record()?;
    visitor.says_aloud(&words.question.asked, &words.language)?;
    visitor.sees_before_long("reply")?;
    visitor.is_shown("answer")?;
    visitor.reads(&words.question.quoted)?;
    recording.until_heard(LONGEST)
}

/// Every answer is read back, and taken when the visitor says yes to it.
fn a_form_is_filled_in_by_voice_alone(words: &Words) -> Result<()> {
    let visitor = Visitor::arrives_where_one_is_heard()?;
    visitor.begins_in(&words.language)?;
    visitor.is_offered_a_voice()?;
    visitor.touches("open-forms")?;
    visitor.touch("//*[@data-act='open-form'][@data-form='ideas']")?;
    visitor.sees("form-introduction")?;
    visitor.finds_in_time("//*[@data-act='listen']")?;
    visitor.touches("listen")?;
    let say = |said: &str| visitor.says_aloud(said, &words.language);
    let [yes, no] = yes_and_no(words);
    let tells = |said: &str| {
        say(said)?;
        visitor.finds_in_time("//*[@data-read-back]")?;
        say(yes)
    };
    let sentence = words.question.asked.as_str();
    say(yes)?;
    visitor.sees_before_long("form-question")?;
    let parks = visitor.tell("return document.querySelector('[data-value=parks]').innerText.trim()")?;
    tells(&parks)?;
    visitor.finds_in_time("//*[@data-field='answer']")?;

    // Refused once, said again.
    say(sentence)?;
    visitor.finds_in_time("//*[@data-read-back]")?;
    say(no)?;
    for _ in 0..3 {
        visitor.finds_in_time("//*[@data-field='answer']")?;
        tells(sentence)?;
    }
    visitor.finds_in_time("//*[@data-act='give'][@data-value='no']")?;
    tells(no)?;
    visitor.sees_before_long("form-review")?;
    say(yes)?;
    visitor.sees_before_long("form-finished")?;
    visitor.photographs(&format!("form-by-voice-{}", words.language))
}

fn yes_and_no(words: &Words) -> [&'static str; 2] {
    match words.language.as_str() {
        "zh-TW" => ["是", "不是"],
        "ms" => ["ya", "tidak"],
        "ko" => ["네", "아니요"],
        _ => ["yes", "no"],
    }
}
