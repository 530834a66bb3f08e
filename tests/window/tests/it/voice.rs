//! Somebody who would rather hear than read.

use std::time::Duration;

use anyhow::{Result, bail, ensure};
use kaunter_journeys::{language::Words, visitor::Visitor};
use kaunter_sound::disturbance;

use crate::in_each_language;

in_each_language!(
    an_answer_is_read_aloud_and_silenced_by_a_touch,
    a_question_that_is_spoken_is_answered_aloud,
    a_form_is_filled_in_by_voice_alone,
);

/// The longest that an answer takes to be said.
const LONGEST: Duration = Duration::from_secs(90);
/// How often somebody says something before they give up.
const TIMES: usize = 3;
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

    visitor.has_said_all()?;
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
    visitor.is_listened_to()?;
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
    let [yes, no, back] = yes_no_and_back(words);
    let tells = |said: &str| {
        says(&visitor, said, words, is_read_back)?;
        says(&visitor, yes, words, is_settled)
    };
    begins_the_ideas_form(&visitor, words)?;
    tells(&area(&visitor, "elderly")?)?;
    visitor.finds_in_time("//*[@data-field='answer']")?;

    // Thought better of: back to the question before, which the kiosk reads again, and another answer to it.
    visitor.is_asked()?;
    let recording = visitor.room()?.record()?;
    says(&visitor, back, words, |visitor| visitor.is_there("//*[@data-value='parks']"))?;
    recording.until_heard(LONGEST)?;
    let parks = area(&visitor, "parks")?;
    tells(&parks)?;
    visitor.finds_in_time("//*[@data-field='answer']")?;

    // Refused once, said again.
    let sentence = words.question.asked.as_str();
    says(&visitor, sentence, words, is_read_back)?;
    says(&visitor, no, words, is_settled)?;
    for _ in 0..3 {
        visitor.finds_in_time("//*[@data-field='answer']")?;
        tells(sentence)?;
    }
    visitor.finds_in_time("//*[@data-act='give'][@data-value='no']")?;
    tells(no)?;
    visitor.sees_before_long("form-review")?;
    visitor.reads(&parks)?;

    // All of it is read again. Whoever has heard enough speaks over it; and says it once more where that was not understood.
    let is_handed_in = |visitor: &Visitor| Ok(visitor.screen()? == "form-finished");
    visitor.speaks_over(yes, &words.language)?;
    visitor.is_heard_out(|| is_handed_in(&visitor))?;
    if !is_handed_in(&visitor)? {
        says(&visitor, yes, words, is_handed_in)?;
    }
    visitor.photographs(&format!("form-by-voice-{}", words.language))
}

#[test]
fn nothing_is_written_of_noise_music_a_crowd_and_the_next_counter() -> Result<()> {
    let words = &Words::of("en")?;
    let visitor = Visitor::arrives_where_one_is_heard()?;
    let room = visitor.room()?;
    let nothing_is_read_back = |what: &str| -> Result<()> {
        visitor.is_listened_to()?;
        ensure!(is_settled(&visitor)?, "{what} was taken for an answer");
        visitor.sees("form-question")
    };
    begins_the_ideas_form(&visitor, words)?;
    visitor.is_listened_to()?;
    room.play_samples(&disturbance::fan(12.0))?;
    nothing_is_read_back("a fan")?;
    room.play_samples(&disturbance::music(12.0))?;
    nothing_is_read_back("music")?;

    // The visitor's answer is read back, and at the next counter somebody says yes.
    says(&visitor, &area(&visitor, "parks")?, words, is_read_back)?;
    visitor.is_listened_to()?;
    visitor.says_from_the_next_counter("yes", &words.language)?;
    visitor.is_heard_out(|| is_settled(&visitor))?;
    ensure!(is_read_back(&visitor)?, "somebody else's yes was taken");
    visitor.is_listened_to()?;
    says(&visitor, "yes", words, is_settled)?;
    visitor.finds_in_time("//*[@data-field='answer']")?;

    visitor.is_listened_to()?;
    visitor.hears_a_crowd(Duration::from_secs(12))?;
    nothing_is_read_back("a crowd")?;
    let written = visitor.tell("return document.querySelector('[data-field=answer]').value")?;
    ensure!(written.is_empty(), "“{written}” was written");
    visitor.photographs("nothing-written-of-noise")
}

#[test]
fn whoever_is_not_heard_is_shown_where_to_touch_and_then_a_person_is_called() -> Result<()> {
    let visitor = Visitor::arrives_where_one_is_heard()?;
    visitor.begins_in("en")?;
    visitor.is_offered_a_voice()?;
    let says_nothing = || {
        visitor.finds_in_time("//*[@data-act='listen']")?;
        visitor.touches("listen")?;
        visitor.finds_in_time("//*[@data-ear='listening']")?;
        visitor.touches("finish-listening")
    };
    says_nothing()?;
    visitor.finds_in_time("//*[@data-misheard='again']")?;
    says_nothing()?;
    visitor.finds_in_time("//*[@data-misheard='touch']")?;
    visitor.photographs("not-heard-twice")?;
    says_nothing()?;
    visitor.sees_before_long("person")
}

/// By voice from its first screen on, to its first question.
fn begins_the_ideas_form(visitor: &Visitor, words: &Words) -> Result<()> {
    let [yes, ..] = yes_no_and_back(words);
    visitor.begins_in(&words.language)?;
    visitor.is_offered_a_voice()?;
    visitor.touches("open-forms")?;
    visitor.touch("//*[@data-act='open-form'][@data-form='ideas']")?;
    visitor.sees("form-introduction")?;
    visitor.is_listened_to()?;
    says(visitor, yes, words, |visitor| Ok(visitor.screen()? == "form-question"))
}

/// Says it, and again where it was not heard or the kiosk asks what it was, until something has come of it.
fn says(visitor: &Visitor, said: &str, words: &Words, came: impl Fn(&Visitor) -> Result<bool>) -> Result<()> {
    for _ in 0..TIMES {
        visitor.says_aloud(said, &words.language)?;
        visitor.is_heard_out(|| came(visitor))?;
        if came(visitor)? {
            return Ok(());
        }
        visitor.is_listened_to()?;
        // It was heard after all, and took a moment.
        if came(visitor)? {
            return Ok(());
        }
    }
    bail!("“{said}” was said {TIMES} times, and nothing came of it")
}

fn is_read_back(visitor: &Visitor) -> Result<bool> {
    visitor.is_there("//*[@data-read-back]")
}

/// Nothing is read back, or not any more.
fn is_settled(visitor: &Visitor) -> Result<bool> {
    Ok(!is_read_back(visitor)?)
}

/// What one of the form's areas is called on the screen.
fn area(visitor: &Visitor, value: &str) -> Result<String> {
    visitor.tell(&format!("return document.querySelector('[data-value={value}]').innerText.trim()"))
}

fn yes_no_and_back(words: &Words) -> [&'static str; 3] {
    match words.language.as_str() {
        "zh-TW" => ["是", "不是", "上一題"],
        "ms" => ["ya", "tidak", "kembali"],
        "ko" => ["네", "아니요", "뒤로"],
        _ => ["yes", "no", "go back"],
    }
}
