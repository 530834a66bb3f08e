//! Whole names: kept as said, but for what carries them and what spells them.

use crate::{
    language::Inner,
    sound,
    spelling::{self, Ear},
    text,
    value::{Heard, Trouble, Value},
};

/// Longest name that is listened to, in characters.
const LONGEST: usize = 120;

/// Hears a name.
pub fn hear(language: &Inner, said: &str) -> Heard {
    let mut name = String::new();
    let mut spelled_out = false;
    for clause in said.split([',', '，', '、', '。', ';', '；', '\n', '!', '！']) {
        let clause = bare(language, clause);
        if clause.is_empty() {
            continue;
        }
        if let Some(character) = explained(language, &clause) {
            spelled_out = true;
            put(&mut name, character);
        } else if let Some(letters) = letters(language, &clause) {
            spelled_out = true;
            put_word(&mut name, &letters);
        } else {
            if is_surname(&name, &clause) {
                name.clear();
            }
            let joint = if name.is_empty() || !name.is_ascii() { "" } else { " " };
            name.push_str(joint);
            name.push_str(&clause);
        }
    }
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if !name.chars().any(char::is_alphabetic) {
        return Heard::nothing(Trouble::NotHeard);
    }
    if name.chars().count() > LONGEST {
        return Heard::nothing(Trouble::TooLong);
    }
    let odd = name.chars().any(|c| c.is_numeric() || "?？@#".contains(c));
    let confidence = match (odd, spelled_out) {
        (true, _) => 0.4,
        (false, true) => 0.92,
        (false, false) => 0.85,
    };
    Heard::sure(Value::FullName(name), confidence)
}

/// 我姓許，許文彬: a surname that was said by itself and then with the whole name.
fn is_surname(name: &str, clause: &str) -> bool {
    let letters = name.chars().count();
    !name.is_ascii() && letters <= 2 && clause.starts_with(name) && clause.chars().count() > letters
}

/// Without hesitation, introduction and closing.
fn bare(language: &Inner, clause: &str) -> String {
    let mut clause = clause.trim().trim_end_matches(['.', '?', '~']).to_owned();
    loop {
        let before = clause.len();
        let lower = clause.to_lowercase();
        let fillers = language.phrases.fillers.iter().map(|word| word.iter().collect::<String>());
        let opening = language.alphabet.introductions.iter().cloned().chain(fillers).find(|word| opens(&lower, word));
        if let Some(word) = opening.filter(|_| lower.len() == clause.len()) {
            clause = clause[word.len()..].trim_start_matches([' ', ':', '：', '.']).to_owned();
        }
        if let Some(word) = language.alphabet.closings.iter().find(|word| clause.ends_with(word.as_str())) {
            clause.truncate(clause.len() - word.len());
            clause = clause.trim_end().to_owned();
        }
        if clause.len() == before {
            return clause;
        }
    }
}

fn opens(lower: &str, word: &str) -> bool {
    let Some(rest) = lower.strip_prefix(word) else { return false };
    let parted = !word.ends_with(|c: char| text::is_latin(c)) || !rest.starts_with(|c: char| text::is_latin(c));
    parted && !rest.is_empty()
}

/// 大小的大, 木子李: the character that is described.
fn explained(language: &Inner, clause: &str) -> Option<char> {
    for (description, character) in &language.alphabet.composed {
        if clause.strip_prefix(description.as_str()).is_some_and(|rest| rest.chars().all(|c| c == *character)) {
            return Some(*character);
        }
    }
    let (word, named) = language.alphabet.possessive.iter().find_map(|joint| clause.rsplit_once(joint.as_str()))?;
    let mut characters = named.trim().chars();
    let (named, None) = (characters.next()?, characters.next()) else { return None };
    if word.contains(named) {
        return Some(named);
    }
    // The word is heard better than the single character.
    word.chars().find(|c| sound::same(*c, named))
}

/// A described character confirms, corrects or continues the name.
fn put(name: &mut String, character: char) {
    if name.contains(character) {
        return;
    }
    match name.chars().find(|c| sound::same(*c, character)) {
        Some(heard) => *name = name.replacen(heard, &character.to_string(), 1),
        None => name.push(character),
    }
}

/// "S M I T H", "J for Johor": at least two letters and nothing else.
fn letters(language: &Inner, clause: &str) -> Option<String> {
    let said = text::fold(clause).into_iter().map(|c| if matches!(c, '-' | '.') { ' ' } else { c }).collect();
    let alone = clause.split([' ', '-', '.']).filter(|word| word.chars().count() == 1 && word.is_ascii()).count();
    if alone < 2 {
        return None;
    }
    let spelled = spelling::spell(language, &said, Ear { letters: usize::MAX, ..Ear::default() });
    let fits = spelled.unknown == 0
        && spelled.characters.len() >= 2
        && spelled.characters.chars().all(|c| c.is_ascii_uppercase());
    fits.then(|| {
        let lower = spelled.characters.to_lowercase();
        lower[..1].to_uppercase() + &lower[1..]
    })
}

/// Spelled letters replace the word that they spell, or follow.
fn put_word(name: &mut String, word: &str) {
    let like = |held: &&str| strsim::normalized_levenshtein(&held.to_lowercase(), &word.to_lowercase()) >= 0.5;
    match name.split(' ').find(like).map(str::to_owned) {
        Some(held) if !held.is_empty() => *name = name.replacen(&held, word, 1),
        _ => {
            name.push(' ');
            name.push_str(word);
        }
    }
}
