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
        let to = sentence_end(line, elements, from, aloud);
        for piece in pieces(line, elements.get(from..to).unwrap_or_default(), aloud) {
            sentences.extend(sentence(line, trimmed(line, piece), aloud));
        }
        from = to;
    }
}

/// What is said for a piece, unless that is nothing.
fn sentence(line: &[Spot], piece: &[Element], aloud: &Aloud) -> Option<Sentence> {
    let words = compose::words(line, piece, aloud);
    let first = line.get(piece.first()?.from)?;
    let last = line.get(piece.last()?.to.checked_sub(1)?)?;
    words.contains(char::is_alphanumeric).then(|| Sentence { words, source: first.at..last.end() })
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

/// The element after the sentence that begins here.
fn sentence_end(line: &[Spot], elements: &[Element], from: usize, aloud: &Aloud) -> usize {
    for (place, element) in elements.iter().enumerate().skip(from) {
        match element.said {
            Said::Copy if ends_sentence(line, element.from, aloud) => return past_closing(line, elements, place + 1),
            Said::Words(_) if ends_abbreviated(line, element, aloud) => return place + 1,
            _ => {}
        }
    }
    elements.len()
}

/// A sentence in pieces that are not too long, cut at commas or else at spaces, the last two about alike.
fn pieces<'a>(line: &[Spot], mut rest: &'a [Element], aloud: &Aloud) -> Vec<&'a [Element]> {
    let length = |element: &Element| match &element.said {
        Said::Copy => 1,
        Said::Words(words) => words.chars().count(),
        Said::Pause => aloud.pause.chars().count(),
    };
    let mut left: usize = rest.iter().map(length).sum();
    let mut pieces = Vec::new();
    while left > aloud.longest {
        let wanted = if left < 2 * aloud.longest { left / 2 } else { aloud.longest };
        let (mut said, mut best) = (0, None);
        for (place, element) in rest.iter().enumerate() {
            said += length(element);
            if said > aloud.longest && place > 0 {
                best = best.or(Some((0, place, said - length(element))));
                break;
            }
            let worth = worth(line, element) * said.min(2 * wanted - said.min(2 * wanted)).max(1);
            if worth > 1 && best.is_none_or(|(most, ..)| worth >= most) {
                best = Some((worth, place + 1, said));
            }
        }
        let Some((piece, more)) = best.and_then(|(_, place, _)| rest.split_at_checked(place)) else { break };
        left -= best.map_or(left, |(.., said)| said).min(left);
        pieces.push(piece);
        rest = more;
    }
    pieces.push(rest);
    pieces
}

/// How well a sentence can be cut behind this.
fn worth(line: &[Spot], element: &Element) -> usize {
    let plain = line.get(element.from).map_or(' ', |spot| spot.plain);
    match element.said {
        Said::Pause => 8,
        Said::Copy if ";；：:".contains(plain) => 12,
        Said::Copy if ",，".contains(plain) => 8,
        Said::Copy if plain == '、' => 4,
        Said::Copy if plain == ' ' => 1,
        _ => 0,
    }
}

/// Past further marks and what closes with the sentence.
fn past_closing(line: &[Spot], elements: &[Element], mut place: usize) -> usize {
    let belongs = |spot: &Spot| CLOSING.contains(spot.c) || "。！？!?.…".contains(spot.c);
    while elements
        .get(place)
        .is_some_and(|element| element.said == Said::Copy && line.get(element.from).is_some_and(belongs))
    {
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
    let initial = before(1).is_ascii_uppercase()
        && !before(2).is_alphanumeric()
        && after.is_ascii_uppercase()
        && !rest.is_empty();
    let known = |word: &Vec<char>| {
        let from = (at + 1).checked_sub(word.len());
        from.and_then(|from| line.get(from..=at))
            .is_some_and(|spots| spots.iter().zip(word).all(|(spot, c)| spot.plain == *c))
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
