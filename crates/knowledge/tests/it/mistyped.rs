//! A hasty finger: what is answered is answered with a mistake in it too, and what is refused stays refused.

use kaunter_knowledge::{Advice, Outcome};
use kaunter_pack::model::Golden;

use crate::{
    sample::{ask, content, quotations},
    slips,
};

/// Every so manieth of the golden questions is asked.
const EACH: usize = 2;

/// The question with two letters of its longest word the other way round, as fast fingers write them; `None` where no word
/// is long enough.
fn mistyped(question: &str) -> Option<String> {
    let words = question.split(|letter: char| !letter.is_ascii_alphabetic());
    let word = words.max_by_key(|word| word.len()).filter(|word| word.len() >= 6)?;
    let mut letters: Vec<char> = word.chars().collect();
    let at = (1..=letters.len() / 2).rev().find(|at| letters[*at] != letters[at + 1])?;
    letters.swap(at, at + 1);
    Some(question.replacen(word, &letters.into_iter().collect::<String>(), 1))
}

/// The id that is quoted first.
fn quoted(question: &str, language: &str) -> Option<String> {
    quotations(&ask(language, question)).first().map(|quotation| quotation.id.clone())
}

/// Of those answered rightly a tenth may be lost by a mistake, of those refused one may be answered.
fn is_forgiven(language: &str) {
    let is_right =
        |asked: &str, golden: &Golden| quoted(asked, language).is_some_and(|id| golden.expected.contains(&id));
    let (mut answered, mut lost, mut refused, mut mistaken) = (0, Vec::new(), 0, Vec::new());
    for golden in content(language).golden.iter().step_by(EACH) {
        let Some(mistyped) = mistyped(&golden.question) else { continue };
        if is_right(&golden.question, golden) {
            answered += 1;
            lost.extend((!is_right(&mistyped, golden)).then_some(mistyped));
        } else if golden.expected.is_empty() && quoted(&golden.question, language).is_none() {
            refused += 1;
            mistaken.extend(quoted(&mistyped, language).is_some().then_some(mistyped));
        }
    }
    assert!(answered >= 50 && refused >= 20, "{language}: {answered}, {refused}");
    assert!(lost.len() * 10 <= answered, "{language}: of {answered} {lost:#?}");
    assert!(mistaken.len() <= 1, "{language}: of {refused} {mistaken:#?}");
}

#[test]
fn in_english() {
    is_forgiven("en");
    assert_eq!(quoted("how do i regester a birth", "en").as_deref(), Some("birth-register"));
}

#[test]
fn in_malay() {
    is_forgiven("ms");
}

#[test]
fn whoever_mistypes_what_advice_is_asked_about_is_given_none() {
    for (mistyped, advice) in [("should i divroce my husband", Advice::Legal), ("my chset hurts", Advice::Health)] {
        let outcome = &ask("en", mistyped).parts[0].outcome;
        let to_whom = match outcome {
            Outcome::Unknown(unknown) => unknown.advice,
            _ => None,
        };
        assert_eq!(to_whom, Some(advice), "{mistyped}: {outcome:?}");
    }
}

#[test]
fn what_the_bench_takes_for_slips_is_what_fingers_do() {
    let asked = "How do I renew my passport?";
    let slips = |slips| (0..300).map(move |drawing| slips::mistyped(asked, slips, drawing));
    assert!(slips(0).all(|typed| typed == asked));
    assert!(slips(1).eq(slips(1)), "the same drawing slips in the same way");
    let (mut shorter, mut longer, mut exchanged, mut replaced) = (0, 0, 0, 0);
    for typed in slips(1) {
        let words: Vec<&str> = typed.trim_end_matches('?').split(' ').collect();
        assert_eq!((strsim::osa_distance(asked, &typed), words.len()), (1, 6), "{typed}");
        assert_eq!((&words[..3], words[4]), (&["How", "do", "I"][..], "my"), "{typed}: short words stay");
        let sorted = |text: &str| {
            let mut letters: Vec<char> = text.chars().collect();
            letters.sort_unstable();
            letters
        };
        *match typed.len().cmp(&asked.len()) {
            std::cmp::Ordering::Less => &mut shorter,
            std::cmp::Ordering::Greater => &mut longer,
            std::cmp::Ordering::Equal if sorted(&typed) == sorted(asked) => &mut exchanged,
            std::cmp::Ordering::Equal => &mut replaced,
        } += 1;
    }
    assert!([shorter, longer, exchanged, replaced].iter().all(|count| *count > 40), "each in its turn");
    for typed in slips(2) {
        let words: Vec<&str> = typed.trim_end_matches('?').split(' ').collect();
        assert!(words[3] != "renew" && words[5] != "passport", "{typed}: one in each word");
    }
    assert_eq!(slips::mistyped("護照怎麼辦 my ID", 2, 0), "護照怎麼辦 my ID");
}
