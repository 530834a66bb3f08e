//! What is wrong with an answer, as the screens put it into words.

use kaunter_forms::{Identity, Journey, Place, Why};

use super::filling::Fault;
use crate::view::FormFault;

/// Faults of the answer at a place.
pub(crate) fn draw(fault: &Fault, journey: &Journey, place: &Place, language: &str) -> Vec<FormFault> {
    match fault {
        Fault::Refused(why) => refused(why, journey, place, language),
        Fault::Lacking(missing) => vec![code(&format!("missing-{}", missing.code()), None)],
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
    let argument = why.arguments().into_iter().next();
    let said = argument.map(|(_, value)| journey.say_value(place, &value, language, Identity::Masked).written);
    let name = why.code();
    vec![code(name.strip_prefix("answer-").unwrap_or(name), said)]
}

fn code(code: &str, argument: Option<String>) -> FormFault {
    FormFault::Code { code: code.to_owned(), argument }
}
