//! E-mail addresses, their signs said by name.

use crate::{
    language::Inner,
    numeral::{self, Style},
    text::{self, Folded},
    value::{Heard, Missing, Trouble, Value},
};

/// Hears an address.
pub fn hear(language: &Inner, said: &Folded) -> Heard {
    let (address, unknown) = written(language, said);
    let Some((user, host)) = address.split_once('@') else {
        let trouble = if address.is_empty() { Trouble::NotHeard } else { Trouble::Form };
        return Heard { missing: vec![Missing::Characters], confidence: 0.3, ..Heard::nothing(trouble) };
    };
    if !fits(user, host) {
        let missing = if host.contains('.') { Vec::new() } else { vec![Missing::Characters] };
        return Heard { missing, confidence: 0.3, ..Heard::nothing(Trouble::Form) };
    }
    Heard::sure(Value::Email(address), if unknown > 0 { 0.6 } else { 0.85 })
}

/// Whether mail can be sent to it, as far as its form tells.
pub fn check(address: &str) -> Result<(), Trouble> {
    let parts = address.split_once('@').filter(|(user, host)| fits(user, host) && address.len() <= 254);
    parts.map(|_| ()).ok_or(Trouble::Form)
}

fn fits(user: &str, host: &str) -> bool {
    let plain = |part: &str, signs: &str| {
        let inside = part.chars().all(|c| c.is_ascii_alphanumeric() || signs.contains(c));
        inside && !part.starts_with('.') && !part.ends_with('.') && !part.contains("..") && !part.is_empty()
    };
    let top = host.rsplit('.').next().unwrap_or_default();
    let named = top.len() >= 2 && top.chars().all(|c| c.is_ascii_alphabetic());
    plain(user, "._-+") && plain(host, ".-") && host.contains('.') && named
}

/// The address with its signs, and how many characters were left out.
fn written(language: &Inner, said: &Folded) -> (String, usize) {
    let mut address = String::new();
    let mut unknown = 0;
    let mut at = 0;
    let carriers = &language.phrases.carriers;
    while at < said.len() {
        let c = said[at];
        if c == ' ' {
            at += 1;
        } else if let Some((word, sign)) =
            language.alphabet.signs.iter().find(|(word, _)| text::stands_at(said, at, word))
        {
            address.push_str(sign);
            at += word.len();
        } else if let Some((digits, end)) = digits(language, said, at) {
            // Before what carries an answer: "one" is a digit here.
            address.push_str(&digits);
            at = end;
        } else if let Some(word) = carriers.iter().find(|word| word.len() > 1 && text::stands_at(said, at, word)) {
            at += word.len();
        } else if let Some((letter, end)) = language.alphabet.letter(said, at) {
            address.push(letter.to_ascii_lowercase());
            at = end;
        } else {
            if c.is_ascii_alphanumeric() || "@._-+".contains(c) {
                address.push(c);
            } else if c.is_alphanumeric() {
                unknown += 1;
            }
            at += 1;
        }
    }
    (address.trim_matches('.').to_owned(), unknown)
}

fn digits(language: &Inner, said: &Folded, at: usize) -> Option<(String, usize)> {
    // The letter o, not a zero.
    if !text::is_edge(said, at) || (said[at] == 'o' && text::is_edge(said, at + 1)) {
        return None;
    }
    let numbers = numeral::numbers(&language.lexicon, said, at);
    let best = numbers
        .into_iter()
        .filter(|number| number.value.is_integer() && number.misheard == 0 && !number.value.is_sign_negative())
        .max_by_key(|number| (number.end, number.style == Style::Digits))?;
    Some((format!("{:0>width$}", best.value.normalize().to_string(), width = best.width), best.end))
}
