//! Addresses of mail and of the web, with their signs by name: "mary at example dot com".

use super::line::Spot;
use crate::{kinds, language::Inner};

/// Endings of what is the name of a host or of a file, where nothing else tells.
const ENDINGS: &[&str] = &[
    "com", "org", "net", "gov", "edu", "info", "tw", "my", "kr", "example", "md", "pdf", "csv", "html", "txt", "doc",
    "docx", "xls", "xlsx", "zip", "jpg", "png",
];
/// Characters of an address at most; what is longer is read as other text.
const LONGEST: usize = 400;

/// The end of the run of characters that may be an address, without the marks after it.
pub fn end_of_run(line: &[Spot], at: usize) -> usize {
    let rest = line.get(at..).unwrap_or_default().iter();
    let length = rest.take_while(|spot| spot.c.is_ascii_graphic() && !"<>\"'()[]{},;|".contains(spot.c)).count();
    let mut end = at + length;
    while end > at && line.get(end - 1).is_some_and(|spot| ".:!?-*_~".contains(spot.c)) {
        end -= 1;
    }
    end
}

/// The words for an address that fills the run; none where it is no address.
pub fn said(run: &[Spot], language: &Inner) -> Option<String> {
    if run.len() > LONGEST {
        return None;
    }
    let written: String = run.iter().map(|spot| spot.c).collect();
    let lower = written.to_ascii_lowercase();
    let schemes = ["https://", "http://", "mailto:"];
    let bare = schemes.iter().find_map(|scheme| lower.starts_with(scheme).then_some(scheme.len()));
    let host = lower.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let named = host.rsplit_once('.').is_some_and(|(front, ending)| {
        ENDINGS.contains(&ending)
            && front.len() > 1
            && front.chars().all(|c| c.is_ascii_alphanumeric() || "-._".contains(c))
    });
    let is_address = bare.is_some() || named || lower.starts_with("www.") || kinds::email::check(&lower).is_ok();
    let rest = written.get(bare.unwrap_or_default()..).filter(|rest| is_address && !rest.is_empty())?;
    Some(spelled(rest.trim_end_matches('/'), language))
}

fn spelled(address: &str, language: &Inner) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let flush = |word: &mut String, words: &mut Vec<String>| {
        if !word.is_empty() {
            words.push(std::mem::take(word));
        }
    };
    for c in address.chars() {
        if c.is_ascii_alphabetic() {
            word.push(c);
            continue;
        }
        flush(&mut word, &mut words);
        words.push(match c.to_digit(10) {
            Some(_) => language.say.digit_by_digit(&c.to_string()),
            None => {
                let sign = language.aloud.address.get(&c).or_else(|| language.say.signs.get(&c.to_string()));
                sign.cloned().unwrap_or_else(|| c.to_string())
            }
        });
    }
    flush(&mut word, &mut words);
    words.join(" ")
}
