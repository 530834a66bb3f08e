//! What trainers read of their golden questions: right, wrong, wrongly refused, wrongly answered.

use jiff::civil::{Date, date};
use kaunter_knowledge::golden::GoldenReport;

use crate::packs::knowing;

const DAY: Date = date(2026, 11, 21);
const FAQ: &str = "\
id,question,also_asked,answer,valid_until
key,Where do I get a new key?,lost my key,The porter has a new key for you.,
boat,When does the boat leave?,departure of the boat,The boat leaves at ten.,
garden,Who waters the garden?,the garden is dry,The gardener waters the garden.,
fair,Where is the summer fair?,,The summer fair is on the meadow.,2026-08-31
";

/// Golden questions, and how each comes out.
const GOLDEN: [(&str, &str, Came); 10] = [
    ("Where do I get a new key?", "key", Came::Right),
    ("lost my key", "key", Came::Right),
    ("When does the boat leave?", "key|boat", Came::Right),
    ("Where is the lost and found?", "garden", Came::WronglyRefused),
    ("Where is the summer fair?", "fair", Came::WronglyRefused),
    ("Who waters the garden?", "boat", Came::Wrong),
    ("xyzzy", "none", Came::Refused),
    ("Who won the football match?", "none", Came::Refused),
    ("the garden is dry", "none", Came::WronglyAnswered),
    ("departure of the boat", "none", Came::WronglyAnswered),
];

#[derive(Clone, Copy, PartialEq)]
enum Came {
    Right,
    Wrong,
    WronglyRefused,
    Refused,
    WronglyAnswered,
}

fn report() -> GoldenReport {
    let rows = GOLDEN.map(|(question, expected, _)| format!("{question},{expected}\n"));
    let golden = format!("question,expected\n{}", rows.concat());
    GoldenReport::of(&knowing(&[("knowledge/en/faq.csv", FAQ), ("knowledge/en/golden.csv", &golden)]), DAY)
        .expect("the index reads")
}

fn count(came: Came) -> usize {
    GOLDEN.iter().filter(|(.., known)| *known == came).count()
}

#[test]
fn every_golden_question_is_counted_once_and_in_its_place() {
    let report = report();
    assert_eq!(report.right, count(Came::Right));
    assert_eq!(report.wrong, count(Came::Wrong));
    assert_eq!(report.wrongly_refused, count(Came::WronglyRefused));
    assert_eq!(report.refused, count(Came::Refused));
    assert_eq!(report.wrongly_answered, count(Came::WronglyAnswered));
    assert_eq!((report.clarified, report.asked_back), (0, 0));
    assert_eq!((report.answerable, report.unanswerable), (6, 4));
    assert!((report.right_share() - 0.5).abs() < f64::EPSILON && (report.refused_share() - 0.5).abs() < f64::EPSILON);
}

#[test]
fn every_miss_is_named_with_its_line() {
    let missed: Vec<_> = report()
        .misses
        .into_iter()
        .map(|miss| {
            (usize::try_from(miss.line).expect("a small file"), miss.question, miss.expected.join("|"), miss.outcome)
        })
        .collect();
    let expected: Vec<_> = (2..)
        .zip(GOLDEN)
        .filter_map(|(line, (question, expected, came))| {
            let outcome = match came {
                Came::Right | Came::Refused => return None,
                Came::WronglyRefused => "unknown",
                Came::Wrong | Came::WronglyAnswered => "answer",
            };
            Some((line, question.to_owned(), expected.replace("none", ""), outcome))
        })
        .collect();
    assert_eq!(missed, expected);
}

#[test]
fn a_pack_without_golden_questions_misses_none() {
    let report = GoldenReport::of(&knowing(&[("knowledge/en/faq.csv", FAQ)]), DAY).expect("the index reads");
    assert!(report.misses.is_empty());
    assert!((report.right_share() - 1.0).abs() < f64::EPSILON && (report.refused_share() - 1.0).abs() < f64::EPSILON);
}
