//! Somebody asks.

use anyhow::{Result, ensure};
use kaunter_journeys::{language::Words, visitor::Visitor};

use crate::in_each_language;

in_each_language!(
    a_question_is_answered_in_the_agencys_own_words,
    a_follow_up_is_understood_from_the_answer_before,
    an_unclear_question_is_asked_back,
    what_nobody_wrote_down_is_not_answered,
    a_doctors_advice_is_not_given,
    a_person_is_called,
    another_language_loses_nothing,
    a_question_is_typed_by_touch,
);

fn a_question_is_answered_in_the_agencys_own_words(words: &Words) -> Result<()> {
    let visitor = Visitor::arrives()?;
    visitor.begins_in(&words.language)?;
    visitor.asks(&words.question.asked)?;
    visitor.is_shown("answer")?;
    visitor.reads(&words.question.asked)?;
    visitor.reads(&words.question.quoted)?;
    visitor.reads(&words.question.document)?;
    visitor.touches("why")?;
    visitor.reads("100")
}

fn a_follow_up_is_understood_from_the_answer_before(words: &Words) -> Result<()> {
    let visitor = Visitor::arrives()?;
    visitor.begins_in(&words.language)?;
    visitor.asks(&words.question.asked)?;
    visitor.is_shown("answer")?;
    visitor.asks(&words.follow_up.asked)?;
    visitor.is_shown("answer")?;
    visitor.reads(&words.follow_up.quoted)?;
    visitor.reads(&words.follow_up.document)
}

fn an_unclear_question_is_asked_back(words: &Words) -> Result<()> {
    let visitor = Visitor::arrives()?;
    visitor.begins_in(&words.language)?;
    visitor.asks(&words.unclear)?;
    visitor.is_shown("clarify")?;
    visitor.touches("ask-link")?;
    visitor.is_shown("answer")
}

fn what_nobody_wrote_down_is_not_answered(words: &Words) -> Result<()> {
    let visitor = Visitor::arrives()?;
    visitor.begins_in(&words.language)?;
    visitor.asks(&words.unknown)?;
    visitor.is_shown("unknown")?;
    ensure!(!visitor.is_there("//blockquote")?, "something is quoted all the same");
    visitor.touches("call-person")?;
    visitor.sees("person")
}

fn a_doctors_advice_is_not_given(words: &Words) -> Result<()> {
    let visitor = Visitor::arrives()?;
    visitor.begins_in(&words.language)?;
    visitor.asks(&words.advice)?;
    visitor.is_shown("unknown")?;
    visitor.reads(&words.of_the_kiosk("unknown-health-title")?)?;
    visitor.reads("119")
}

fn a_person_is_called(words: &Words) -> Result<()> {
    let visitor = Visitor::arrives()?;
    visitor.begins_in(&words.language)?;
    visitor.touches("call-person")?;
    visitor.sees("person")?;
    visitor.finds("//*[@data-ticket][normalize-space()='A-001']")?;
    visitor.touches("go-on")?;
    visitor.sees("home")?;
    visitor.reads("A-001")?;
    visitor.touches("call-person")?;
    visitor.sees("person")?;
    visitor.touches("cancel-call")?;
    visitor.reads_no_longer("A-001")
}

fn another_language_loses_nothing(words: &Words) -> Result<()> {
    let other = Words::of(if words.language == "ko" { "ms" } else { "ko" })?;
    let visitor = Visitor::arrives()?;
    visitor.begins_in(&words.language)?;
    visitor.asks(&words.question.asked)?;
    visitor.is_shown("answer")?;
    visitor.chooses_language(&other.language)?;
    visitor.is_shown("answer")?;
    visitor.reads(&other.question.document)?;
    visitor.reads(&words.question.asked)?;
    visitor.chooses_language(&words.language)?;
    visitor.reads(&words.question.document)
}

fn a_question_is_typed_by_touch(words: &Words) -> Result<()> {
    let visitor = Visitor::arrives()?;
    visitor.begins_in(&words.language)?;
    visitor.touches("open-ask")?;
    visitor.finds(&format!("//*[@data-layout='{}'][.//*[@data-key]]", words.typed.layout))?;
    for key in &words.typed.keys {
        visitor.touch(&format!("//*[@data-key='{key}']"))?;
    }
    if let Some(choice) = &words.typed.choice {
        visitor.touch(&format!("//*[@data-choice='{choice}']"))?;
    }
    visitor.finds_written(&words.typed.stands)?;
    visitor.touches("ask")?;
    visitor.sees("reply")
}
