//! A picture of every screen, taken in the real window.

use anyhow::Result;
use kaunter_journeys::{language::Words, visitor::Visitor};

use crate::in_each_language;

in_each_language!(every_screen_is_photographed);

fn every_screen_is_photographed(words: &Words) -> Result<()> {
    let visitor = Visitor::arrives_where("idle_seconds = 30\n")?;
    let take = |name: &str| visitor.photographs(&format!("{}-{name}", words.language));
    take("1-attract")?;
    visitor.touches("begin")?;
    visitor.sees("languages")?;
    take("2-languages")?;
    visitor.picks_language(&words.language)?;
    visitor.sees("home")?;
    take("3-home")?;
    visitor.touches("open-topic")?;
    visitor.sees("topic")?;
    take("4-topic")?;
    visitor.touches("open-ask")?;
    visitor.sees("ask")?;
    take("5-ask")?;
    for (name, question) in [
        ("6-answer", &words.question.asked),
        ("7-clarify", &words.unclear),
        ("8-conflict", &words.disputed),
        ("9-unknown", &words.unknown),
        ("10-advice", &words.advice),
    ] {
        visitor.asks(question)?;
        take(name)?;
    }
    visitor.touches("call-person")?;
    visitor.sees("person")?;
    take("11-person")?;
    visitor.touches("cancel-call")?;
    visitor.touches("appearance")?;
    visitor.sees("appearance")?;
    take("12-appearance")?;
    visitor.touches("leave")?;
    visitor.sees("farewell")?;
    take("13-farewell")
}
