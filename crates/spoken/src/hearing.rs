//! One utterance from words to a value: wishes, hesitation, corrections, then the kind.

use crate::{
    context::Context,
    kinds,
    language::{Inner, Language},
    pattern::Frame,
    repair::{self, Repair},
    search,
    spelling::{self, Ear},
    text::{self, Folded},
    value::{Command, Heard, Kind, Missing, Scheme, Trouble, Value},
};

/// Most confidence in a value that was corrected.
const CORRECTED: f64 = 0.9;
/// Most confidence in a number of which the end was said again.
const TAIL: f64 = 0.84;

/// Understands `text` as an answer of `kind`.
///
/// Never fails: what is not understood has no value, and [`Heard::trouble`] says why.
pub fn parse(kind: Kind, language: &Language, text: &str, context: &Context) -> Heard {
    let data = language.data();
    if kind == Kind::Text {
        return free_text(data, text, context);
    }
    if text.len() > search::LONGEST * 4 {
        return Heard::nothing(Trouble::TooLong);
    }
    let folded = text::fold(text);
    if folded.len() > search::LONGEST {
        return Heard::nothing(Trouble::TooLong);
    }
    let heard = answer(kind, data, text, &folded, context);
    // A choice may be called like a wish, and "I don't want to" is a no before it is a wish.
    let answers = matches!(kind, Kind::Choice | Kind::Place) || heard.value == Some(Value::YesNo(false));
    if answers && heard.confidence > 0.95 {
        return heard;
    }
    let command = match kind {
        Kind::FullName => wish_in_own_words(data, &folded, context),
        _ => data.phrases.command(&folded),
    };
    match command {
        Some(command) => Heard { command: Some(command), ..Heard::default() },
        None => heard,
    }
}

/// A wish where anything may be the answer.
fn wish_in_own_words(data: &Inner, folded: &Folded, context: &Context) -> Option<Command> {
    if context.typed { None } else { data.phrases.command_in_own_words(folded) }
}

fn free_text(data: &Inner, text: &str, context: &Context) -> Heard {
    let said = text.trim();
    if said.is_empty() {
        return Heard::nothing(Trouble::NotHeard);
    }
    if said.len() < search::LONGEST
        && let Some(command) = wish_in_own_words(data, &text::fold(said), context)
    {
        return Heard { command: Some(command), ..Heard::default() };
    }
    Heard::sure(Value::Text(said.to_owned()), 0.9)
}

fn answer(kind: Kind, data: &Inner, text: &str, folded: &Folded, context: &Context) -> Heard {
    if kind == Kind::FullName {
        return kinds::name::hear(data, text);
    }
    if kind == Kind::YesNo {
        return kinds::yes_no::hear(data, folded);
    }
    let mut said = text::without(folded, &data.phrases.fillers, true);
    // Digits may be said twice on purpose.
    if counts(kind) || matches!(kind, Kind::Date | Kind::Month | Kind::Time) {
        said = repair::resumed(&said).unwrap_or(said);
    }
    let heard = with_ending(kind, data, &said, context);
    if heard.is_clear() {
        return heard;
    }
    match repair::repair(&data.phrases, &said, context.heard.is_some()) {
        Some(repair) => corrected(kind, data, &repair, context).unwrap_or_else(|| heard.doubted(0.5)),
        None => heard,
    }
}

/// Where the sentence ends in what may be a digit or not, both are heard; if they differ, it is asked.
fn with_ending(kind: Kind, data: &Inner, said: &Folded, context: &Context) -> Heard {
    let whole = plainly(kind, data, said, context, None);
    let kept = said.iter().rposition(|c| c.is_alphanumeric()).map_or(0, |last| last + 1);
    let Some(ending) = data.phrases.swallowing.iter().find(|ending| said[..kept].ends_with(ending)) else {
        return whole;
    };
    let short = plainly(kind, data, &said[..kept - ending.len()].to_vec(), context, None);
    match (&whole.value, &short.value) {
        (None, Some(_)) => short,
        // Who counts says 二十二 and not 二二: after a digit the ending is no other one.
        (Some(_), Some(_)) if counts(kind) && data.lexicon.digit_ends_at(said, kept - ending.len()) => short,
        // Half a number, of which the ending may be a digit: the other half will tell.
        (None, None) if short.missing == [Missing::Characters] => {
            Heard { spelled: spelling::either_spelled(&short.spelled, &whole.spelled), ..short }
        }
        (Some(one), Some(other)) if one != other => {
            Heard { alternatives: vec![other.clone()], missing: vec![Missing::Which], ..whole.doubted(0.6) }
        }
        _ => whole,
    }
}

/// Whether numbers of this kind are said as numbers rather than digit by digit.
fn counts(kind: Kind) -> bool {
    matches!(kind, Kind::Integer | Kind::Decimal | Kind::Percent | Kind::Ordinal | Kind::Money | Kind::Duration)
}

/// What is said, without regard to corrections.
fn plainly(kind: Kind, data: &Inner, said: &Folded, context: &Context, before: Option<&Frame>) -> Heard {
    let by_patterns =
        |read: &dyn Fn(&Frame) -> Option<search::Reading>| search::hear(data, kind.name(), said, before, read);
    match kind {
        Kind::Integer | Kind::Decimal | Kind::Percent | Kind::Ordinal => {
            by_patterns(&|frame| kinds::number::read(kind, frame, context))
        }
        Kind::Money => by_patterns(&|frame| kinds::money::read(data, frame, context)),
        Kind::Date => by_patterns(&|frame| kinds::date::read(data, frame, context)),
        Kind::Month => by_patterns(&|frame| kinds::date::read_month(data, frame, context)),
        Kind::Time => by_patterns(&|frame| kinds::time::read(frame, context)),
        Kind::Duration => by_patterns(&kinds::time::read_duration),
        Kind::Phone => kinds::phone::hear(data, said, context),
        Kind::Email => kinds::email::hear(data, said),
        Kind::Identity(scheme) => kinds::identity::hear(data, scheme, said, context),
        Kind::Plate => kinds::plate::hear(data, said, context),
        Kind::PostCode => kinds::post_code::hear(data, said, context),
        Kind::Choice => kinds::choice::hear(data, said, context, false),
        Kind::Place => kinds::choice::hear(data, said, context, true),
        Kind::YesNo | Kind::FullName | Kind::Text => Heard::nothing(Trouble::NotHeard),
    }
}

/// What stands after a correction: a whole value, or a part that changes the earlier one.
fn corrected(kind: Kind, data: &Inner, repair: &Repair, context: &Context) -> Option<Heard> {
    if let Some(changed) =
        digits_changed(kind, data, repair, context).or_else(|| tail_changed(kind, data, repair, context))
    {
        return Some(changed);
    }
    let right = plainly(kind, data, &repair.right, context, None);
    if right.value.is_some() && right.missing.is_empty() {
        return Some(right.doubted(CORRECTED));
    }
    let before = match &repair.before {
        Some(before) => search::frame(data, kind.name(), before),
        None => context.heard.as_ref().and_then(earlier),
    };
    if let Some(before) = before {
        let merged = plainly(kind, data, &repair.right, context, Some(&before));
        if merged.value.is_some() {
            return Some(merged.doubted(CORRECTED));
        }
    }
    (right.value.is_some() || !right.missing.is_empty()).then_some(right)
}

/// The parts of an earlier value that a correction may change one by one.
fn earlier(value: &Value) -> Option<Frame> {
    match value {
        Value::Date(date) => Some(Frame::of_numbers(&[
            ("year", date.year().into(), 4),
            ("month", date.month().into(), 2),
            ("day", date.day().into(), 2),
        ])),
        Value::Time(time) => {
            Some(Frame::of_numbers(&[("hour", time.hour().into(), 2), ("minute", time.minute().into(), 2)]))
        }
        _ => None,
    }
}

/// "… four five seven, no, four five six": as many digits at the end were misspoken as are said again.
fn tail_changed(kind: Kind, data: &Inner, repair: &Repair, context: &Context) -> Option<Heard> {
    if !matches!(kind, Kind::Phone | Kind::Identity(_) | Kind::PostCode | Kind::Plate) || repair.wrong.is_some() {
        return None;
    }
    let ear = Ear { letters: usize::from(matches!(kind, Kind::Identity(Scheme::Taiwan))), mishearings: false };
    let held = spelling::spell(data, repair.before.as_ref()?, ear);
    let right = spelling::spell(data, &repair.right, Ear::default());
    let kept = held.characters.len().checked_sub(right.characters.len()).filter(|kept| *kept > 0)?;
    let all_known = held.unknown + right.unknown == 0 && !right.characters.is_empty();
    let said = text::fold(&format!("{}{}", held.characters.get(..kept).filter(|_| all_known)?, right.characters));
    let heard = plainly(kind, data, &said, context, None);
    heard.value.is_some().then(|| heard.doubted(TAIL))
}

/// "7, not 1": a digit of the earlier number was misheard. It must occur just once.
fn digits_changed(kind: Kind, data: &Inner, repair: &Repair, context: &Context) -> Option<Heard> {
    let wrong = repair.wrong.as_ref()?;
    let digits = |said: &Folded| {
        let spelled = spelling::spell(data, said, Ear::default());
        (spelled.unknown == 0 && !spelled.characters.is_empty()).then_some(spelled.characters)
    };
    let (wrong, right) = (digits(wrong)?, digits(&repair.right)?);
    let held = match (&repair.before, &context.heard) {
        (Some(before), _) => digits(before)?,
        (
            None,
            Some(Value::Phone(number) | Value::Identity(_, number) | Value::PostCode(number) | Value::Plate(number)),
        ) => number.clone(),
        (None, Some(Value::Integer(number))) => number.to_string(),
        _ => return None,
    };
    if wrong.len() >= held.len() || held.matches(wrong.as_str()).count() != 1 {
        return None;
    }
    let said = text::fold(&held.replacen(&wrong, &right, 1));
    let heard = plainly(kind, data, &said, context, None);
    heard.value.is_some().then(|| heard.doubted(0.85))
}
