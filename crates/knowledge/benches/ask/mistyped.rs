//! Golden questions of the sample pack with slips of the finger in them, beside the same where nothing is corrected.

use std::{error::Error, path::Path};

use jiff::Timestamp;
use kaunter_knowledge::{Knowledge, golden::GoldenReport};
use kaunter_pack::model::{Localized, Notice, NoticeKind, Pack};

use crate::slips::mistyped;

/// Languages whose words are corrected.
const LANGUAGES: [&str; 2] = ["en", "ms"];
/// How often each question is mistyped, each time otherwise.
const DRAWINGS: usize = 5;

/// Prints a row for each language and number of slips.
pub fn run() -> Result<(), Box<dyn Error>> {
    println!(
        "| language | slips a question | to be answered | rightly | asked back | wrongly | to be refused | answered | \
         uncorrected: rightly | asked back | wrongly | answered, to be refused |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|---|");
    let pack = Pack::read(Path::new("../../content"))?;
    let kept = tempfile::tempdir()?;
    for language in LANGUAGES {
        // Learned and calibrated by the questions as they are written; the others find it kept.
        Knowledge::open(&pack, language, Some(kept.path()))?;
        for slips in 0..=2 {
            let drawings = if slips == 0 { 1 } else { DRAWINGS };
            row(&pack, language, slips, drawings, kept.path())?;
        }
    }
    println!();
    Ok(())
}

fn row(pack: &Pack, language: &str, slips: usize, drawings: usize, kept: &Path) -> Result<(), Box<dyn Error>> {
    let (mut corrected, mut as_typed) = (GoldenReport::default(), GoldenReport::default());
    for drawing in 0..drawings {
        let mut pack = pack.clone();
        let content = pack.languages.get_mut(language).ok_or("the language is gone")?;
        let mut typed = Vec::new();
        for golden in &mut content.golden {
            golden.question = mistyped(&golden.question, slips, drawing);
            typed.push(golden.question.clone());
        }
        add(&mut corrected, &report(&pack, language, kept)?);
        pack.notices.push(notice_of(language, typed));
        add(&mut as_typed, &report(&pack, language, kept)?);
    }
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let shares = |of: &GoldenReport| {
        let [right, asked_back, wrong] = [of.right, of.clarified, of.wrong].map(|part| share(part, of.answerable));
        (format!("{right:.3} | {asked_back:.3} | {wrong:.3}"), share(of.wrongly_answered, of.unanswerable))
    };
    let ((ours, answered), (theirs, answered_as_typed)) = (shares(&corrected), shares(&as_typed));
    println!(
        "| {language} | {slips} | {} | {ours} | {} | {answered:.3} | {theirs} | {answered_as_typed:.3} |",
        corrected.answerable, corrected.unanswerable,
    );
    Ok(())
}

fn report(pack: &Pack, language: &str, kept: &Path) -> Result<GoldenReport, Box<dyn Error>> {
    let knowledge = Knowledge::open(pack, language, Some(kept))?;
    Ok(GoldenReport::of(&knowledge, jiff::Zoned::now().date())?)
}

/// A notice that listens for these: what is listened for is a word, and no word is corrected.
fn notice_of(language: &str, typed: Vec<String>) -> Notice {
    Notice {
        id: "words".to_owned(),
        kind: NoticeKind::Emergency,
        published: Timestamp::UNIX_EPOCH,
        expires: None,
        issuer: Localized::default(),
        title: Localized::default(),
        body: Localized::default(),
        keywords: [(language.to_owned(), typed)].into(),
    }
}

fn add(sum: &mut GoldenReport, one: &GoldenReport) {
    sum.answerable += one.answerable;
    sum.right += one.right;
    sum.clarified += one.clarified;
    sum.wrong += one.wrong;
    sum.unanswerable += one.unanswerable;
    sum.wrongly_answered += one.wrongly_answered;
}
