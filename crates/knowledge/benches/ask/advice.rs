//! How surely it is known what advice somebody wants, on utterances that were kept from learning; and how many golden
//! questions are refused as advice.

use std::{collections::BTreeMap, error::Error, path::PathBuf, time::Instant};

use kaunter_knowledge::{
    Context, Knowledge, Outcome,
    adviser::{Adviser, Lesson, Likely, Want, lessons, vocabulary},
    analysis::Analyzer,
    language::LanguageData,
    learn::{Vector, Vectoriser},
};
use kaunter_pack::model::Pack;

use crate::quality;

const LANGUAGES: [&str; 4] = ["en", "ms", "ko", "zh-TW"];
/// Of so many shares of the lessons one is asked at a time.
const SHARES: usize = 5;
/// Lessons this alike are kept together, so that none is asked about its twin.
const ALIKE: f32 = 0.4;
/// Likelihoods from which advice is taken to be wanted.
const FROM: [f32; 4] = [0.3, 0.45, 0.6, 0.8];

/// Prints a row per language and likelihood, and one per pack and language.
pub fn run(packs: &[PathBuf]) -> Result<(), Box<dyn Error>> {
    println!(
        "| language | learned in | wanted from | emergency | health | legal | political | of none, taken for one |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    for language in LANGUAGES {
        let data = LanguageData::of(language)?;
        let analyzer = Analyzer::new(&data);
        let lessons = lessons(&data, &analyzer);
        let likely = crossed(&lessons, &vocabulary(&data, &analyzer));
        let started = Instant::now();
        drop(Adviser::of(&data, &analyzer));
        let took = started.elapsed().as_millis();
        for from in FROM {
            row(language, took, from, &lessons, &likely);
        }
    }
    println!("\n| pack | language | golden questions with an answer | refused as advice |\n|---|---|---|---|");
    for folder in if packs.is_empty() { quality::own()? } else { packs.to_vec() } {
        let pack = Pack::read(&folder)?;
        for language in pack.languages.keys() {
            refused(&pack, language)?;
        }
    }
    println!();
    Ok(())
}

fn row(language: &str, milliseconds: u128, from: f32, lessons: &[Lesson], likely: &[Option<Likely>]) {
    let taken = |wants: Want| {
        let of = lessons.iter().zip(likely).filter(|(lesson, _)| lesson.want == wants);
        let is_taken =
            |likely: Likely| likely.share >= from && wants.advice().is_none_or(|advice| advice == likely.advice);
        let shares: Vec<bool> = of.map(|(_, likely)| likely.is_some_and(is_taken)).collect();
        shares.iter().filter(|taken| **taken).count() as f64 / shares.len().max(1) as f64
    };
    println!(
        "| {language} | {milliseconds} ms | {from} | {:.2} | {:.2} | {:.2} | {:.2} | {:.3} |",
        taken(Want::Emergency),
        taken(Want::Health),
        taken(Want::Legal),
        taken(Want::Political),
        taken(Want::Neither),
    );
}

/// What each lesson is taken for by an adviser that has heard none of its share.
fn crossed(lessons: &[Lesson], vocabulary: &[Lesson]) -> Vec<Option<Likely>> {
    let shares = shares(lessons);
    let mut likely = vec![None; lessons.len()];
    for asked in 0..SHARES {
        let heard = lessons.iter().zip(&shares).filter(|(_, share)| **share != asked).map(|(lesson, _)| lesson);
        let adviser = Adviser::learn(heard.chain(vocabulary));
        for (number, lesson) in lessons.iter().enumerate().filter(|(number, _)| shares[*number] == asked) {
            likely[number] = adviser.as_ref().map(|adviser| adviser.likely(&lesson.terms));
        }
    }
    likely
}

/// The share of each lesson; lessons that are alike are in the same one.
fn shares(lessons: &[Lesson]) -> Vec<usize> {
    let vectoriser = Vectoriser::fit(lessons.iter().map(|lesson| &lesson.terms), 1);
    let vectors: Vec<Vector> = lessons.iter().map(|lesson| vectoriser.vector(&lesson.terms)).collect();
    let mut group: Vec<usize> = (0..lessons.len()).collect();
    for one in 0..vectors.len() {
        for other in 0..one {
            let (from, to) = (group[one], group[other]);
            if from != to && likeness(&vectors[one], &vectors[other]) >= ALIKE {
                group.iter_mut().filter(|group| **group == from).for_each(|group| *group = to);
            }
        }
    }
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    for group in &group {
        let next = numbers.len();
        numbers.entry(*group).or_insert(next);
    }
    group.iter().map(|group| numbers[group] % SHARES).collect()
}

fn likeness(one: &Vector, other: &Vector) -> f32 {
    let (mut sum, mut rest) = (0.0, other.iter().peekable());
    for (feature, weight) in one {
        while rest.next_if(|(known, _)| known < feature).is_some() {}
        if let Some((_, known)) = rest.next_if(|(known, _)| known == feature) {
            sum += weight * known;
        }
    }
    sum
}

fn refused(pack: &Pack, language: &str) -> Result<(), Box<dyn Error>> {
    let knowledge = Knowledge::open(pack, language, None)?;
    let (mut answerable, mut refused) = (0, 0);
    for golden in pack.languages[language].golden.iter().filter(|golden| !golden.expected.is_empty()) {
        let reply = knowledge.ask(&golden.question, &Context::default(), jiff::Zoned::now().date())?;
        let is_advice = |outcome: &Outcome| matches!(outcome, Outcome::Unknown(unknown) if unknown.advice.is_some());
        answerable += 1;
        refused += usize::from(reply.parts.iter().all(|part| is_advice(&part.outcome)));
    }
    println!("| {} | {language} | {answerable} | {refused} |", pack.manifest.id);
    Ok(())
}
