//! Where a sentence ends, and where one that is too long for a breath is cut.

use super::{
    Sentence, compose,
    data::Aloud,
    line::Spot,
    reading::{Element, Said},
};

const CLOSING: &str = "\"'”’」』）)》〉】]";

/// The sentences of a line.
pub fn sentences(line: &[Spot], elements: &[Element], aloud: &Aloud, sentences: &mut Vec<Sentence>) {
    let mut from = 0;
    while from < elements.len() {
        let to = end(line, elements, from, aloud);
        let piece = trimmed(line, &elements[from..to]);
        let words = compose::words(line, piece, aloud);
        if let (Some(first), Some(last), true) =
            (piece.first(), piece.last(), words.contains(|c: char| c.is_alphanumeric()))
            && let (Some(first), Some(last)) = (line.get(first.from), last.to.checked_sub(1).and_then(|at| line.get(at)))
        {
            sentences.push(Sentence { words, source: first.at..last.end() });
        }
        from = to;
    }
}

fn trimmed<'a>(line: &[Spot], elements: &'a [Element]) -> &'a [Element] {
    let silent = |element: &&Element| match &element.said {
        Said::Copy => line.get(element.from).is_none_or(|spot| spot.plain == ' '),
        Said::Words(words) => words.trim().is_empty(),
        Said::Pause => true,
    };
    let begins = elements.iter().take_while(silent).count();
    let ends = elements.iter().rev().take_while(silent).count();
    elements.get(begins..elements.len() - ends).unwrap_or_default()
}

/// The element after the piece that begins here.
fn end(line: &[Spot], elements: &[Element], from: usize, aloud: &Aloud) -> usize {
    let (mut length, mut comma, mut space) = (0, None, None);
    for (place, element) in elements.iter().enumerate().skip(from) {
        let plain = line.get(element.from).map_or(' ', |spot| spot.plain);
        length += match &element.said {
            Said::Copy => 1,
            Said::Words(words) => words.chars().count(),
            Said::Pause => aloud.pause.chars().count(),
        };
        if length > aloud.longest && place > from {
            return comma.or(space).unwrap_or(place);
        }
        match element.said {
            Said::Copy if ends_sentence(line, element.from, aloud) => return past_closing(line, elements, place + 1),
            Said::Words(_) if ends_abbreviated(line, element, aloud) => return place + 1,
            Said::Pause => comma = Some(place + 1),
            Said::Copy if ",;，；、：:".contains(plain) && length > aloud.longest / 4 => comma = Some(place + 1),
            Said::Copy if plain == ' ' => space = Some(place + 1),
            _ => {}
        }
    }
    elements.len()
}

/// Past further marks and what closes with the sentence.
fn past_closing(line: &[Spot], elements: &[Element], mut place: usize) -> usize {
    let belongs = |spot: &Spot| CLOSING.contains(spot.c) || "。！？!?.…".contains(spot.c);
    while elements.get(place).is_some_and(|element| {
        element.said == Said::Copy && line.get(element.from).is_some_and(belongs)
    }) {
        place += 1;
    }
    place
}

fn ends_sentence(line: &[Spot], at: usize, aloud: &Aloud) -> bool {
    let c = line.get(at).map_or(' ', |spot| spot.c);
    let closing = |spot: &&Spot| CLOSING.contains(spot.c) || ".!?".contains(spot.c);
    let rest = line.get(at + 1..).unwrap_or_default();
    let closed = rest.iter().take(8).take_while(closing).count();
    let next = rest.get(closed).map_or(' ', |spot| spot.plain);
    match c {
        '。' | '！' | '？' => true,
        '!' | '?' => !next.is_ascii_alphanumeric(),
        '.' => ends_with_point(line, at, next, rest.get(closed..).unwrap_or_default(), aloud),
        _ => false,
    }
}

fn ends_with_point(line: &[Spot], at: usize, next: char, rest: &[Spot], aloud: &Aloud) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|place| line.get(place)).map_or(' ', |spot| spot.plain);
    let wide = |c: char| c.is_alphabetic() && c as u32 > 0x1100;
    if next != ' ' {
        return wide(before(1)) && wide(next);
    }
    let after = rest.iter().map(|spot| spot.plain).find(|c| *c != ' ').unwrap_or('A');
    let initial = before(1).is_ascii_uppercase() && !before(2).is_alphanumeric() && after.is_ascii_uppercase() && !rest.is_empty();
    let known = |word: &Vec<char>| {
        let from = (at + 1).checked_sub(word.len());
        from.and_then(|from| line.get(from..=at)).is_some_and(|spots| spots.iter().zip(word).all(|(spot, c)| spot.plain == *c))
    };
    !initial && !after.is_ascii_lowercase() && !aloud.no_end.iter().any(known)
}

/// Whether an abbreviation with a point ends a sentence too: "p.m. The".
fn ends_abbreviated(line: &[Spot], element: &Element, aloud: &Aloud) -> bool {
    let found = |word: &Vec<char>| {
        let from = element.to.checked_sub(word.len());
        from.and_then(|from| line.get(from..element.to))
            .is_some_and(|spots| spots.iter().zip(word).all(|(spot, c)| spot.plain == *c))
    };
    let rest = line.get(element.to..).unwrap_or_default();
    let apart = rest.first().is_some_and(|spot| spot.plain == ' ');
    let next = rest.iter().take(4).map(|spot| spot.plain).find(|c| *c != ' ').unwrap_or(' ');
    apart && next.is_uppercase() && aloud.may_end.iter().any(found)
}
