//! What is wrong with an answer, as the screens put it into words.

use kaunter_forms::{Identity, Journey, Place, Why};

use super::filling::Fault;
use crate::view::FormFault;

/// Faults of the answer at a place.
pub(crate) fn draw(fault: &Fault, journey: &Journey, place: &Place, language: &str) -> Vec<FormFault> {
    match fault {
        Fault::Refused(why) => refused(why, journey, place, language),
        Fault::Lacking(missing) => vec![code(missing.code(), None)],
        Fault::Unknown => vec![code("dont-know", None)],
    }
}

/// Why an answer is not taken, or is lacking.
pub(crate) fn refused(why: &Why, journey: &Journey, place: &Place, language: &str) -> Vec<FormFault> {
    if let Why::Checks(checks) = why {
        let words = journey.form().words(language);
        let message = |check: &String| words.map_or(check.as_str(), |words| words.check(check)).to_owned();
        return checks.iter().map(|check| FormFault::Message { message: message(check) }).collect();
    }
    let named = !matches!(why, Why::PartMissing(_) | Why::NoSuchPart(_) | Why::OtherCurrency(_));
    let argument = why.arguments().into_iter().next().filter(|_| named);
    let said = argument.map(|(_, value)| journey.say_value(place, &value, language, Identity::Masked).written);
    vec![code(sentence(why), said)]
}

/// Which sentence says it: several things ask the same of the visitor.
fn sentence(why: &Why) -> &'static str {
    match why {
        Why::Needed | Why::Empty | Why::PartMissing(_) => "required",
        Why::NotOffered | Why::NoSuchPart(_) => "not-in-list",
        Why::TooLittle(_) => "too-small",
        Why::TooMuch(_) => "too-large",
        Why::OtherCurrency(_) => "currency",
        Why::OtherKind | Why::TooFine(_) | Why::Unprintable | Why::Unreadable | Why::Fixed => "form",
        other => other.code().strip_prefix("answer-").unwrap_or("not-heard"),
    }
}

fn code(code: &str, argument: Option<String>) -> FormFault {
    FormFault::Code { code: code.to_owned(), argument }
}
