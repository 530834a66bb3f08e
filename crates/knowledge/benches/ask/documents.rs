//! A pack of documents alone: no phrasings to learn from, no golden questions to set a threshold by.
//!
//! The sample pack's documents, asked the sample pack's golden questions that a section answers, and
//! those that nothing answers. None of them is in the pack that is asked.

use std::{error::Error, path::Path};

use kaunter_knowledge::{Context, Knowledge, Outcome, Reply};
use kaunter_pack::model::Pack;

use crate::measures::auroc;

/// Prints a row per language.
pub fn run() -> Result<(), Box<dyn Error>> {
    println!(
        "| documents in | questions | right first | within five | answered rightly | answered wrongly | asked back | nothing said | \
         to be refused | refused | asked back | answered | told apart, AUROC |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    let whole = Pack::read(Path::new("../../content"))?;
    for language in whole.languages.keys() {
        row(&whole, language)?;
    }
    println!();
    Ok(())
}

/// How questions of one kind came out.
#[derive(Default)]
struct Outcomes {
    asked: usize,
    first: usize,
    five: usize,
    right: usize,
    wrong: usize,
    clarified: usize,
    unknown: usize,
    confidences: Vec<f64>,
}

impl Outcomes {
    /// Takes in how one came out; `fits` tells what answers it.
    fn take(&mut self, reply: &Reply, fits: impl Fn(&String) -> bool) {
        self.asked += 1;
        self.first += usize::from(reply.hits.first().is_some_and(|hit| fits(&hit.id)));
        self.five += usize::from(reply.hits.iter().any(|hit| fits(&hit.id)));
        self.confidences.push(reply.confidence);
        let quoted = |outcome: &Outcome| match outcome {
            Outcome::Answer(one) => vec![one.id.clone()],
            Outcome::Conflict(both) => both.iter().map(|one| one.id.clone()).collect(),
            _ => Vec::new(),
        };
        let said: Vec<String> = reply.parts.iter().flat_map(|part| quoted(&part.outcome)).collect();
        let asks_back = reply.parts.iter().any(|part| matches!(part.outcome, Outcome::Clarify(_)));
        *match (said.is_empty(), said.iter().any(fits), asks_back) {
            (false, true, _) => &mut self.right,
            (false, false, _) => &mut self.wrong,
            (true, _, true) => &mut self.clarified,
            (true, _, false) => &mut self.unknown,
        } += 1;
    }
}

fn row(whole: &Pack, language: &str) -> Result<(), Box<dyn Error>> {
    let mut pack = whole.clone();
    let content = pack.languages.get_mut(language).ok_or("the language is gone")?;
    content.entries.clear();
    let golden = std::mem::take(&mut content.golden);
    let knowledge = Knowledge::open(&pack, language, None)?;
    let today = jiff::Zoned::now().date();
    let (mut with, mut without) = (Outcomes::default(), Outcomes::default());
    for golden in golden {
        let sections: Vec<&String> = golden.expected.iter().filter(|id| id.contains(".md")).collect();
        let of = match (golden.expected.is_empty(), sections.is_empty()) {
            (true, _) => &mut without,
            (false, false) => &mut with,
            (false, true) => continue,
        };
        of.take(&knowledge.ask(&golden.question, &Context::default(), today)?, |id| sections.contains(&id));
    }
    let share = |part: usize, of: &Outcomes| part as f64 / of.asked.max(1) as f64;
    println!(
        "| {language} | {} | {:.3} | {:.3} | {:.3} | {:.3} | {:.3} | {:.3} | {} | {:.3} | {:.3} | {:.3} | {:.3} |",
        with.asked,
        share(with.first, &with),
        share(with.five, &with),
        share(with.right, &with),
        share(with.wrong, &with),
        share(with.clarified, &with),
        share(with.unknown, &with),
        without.asked,
        share(without.unknown, &without),
        share(without.clarified, &without),
        share(without.wrong, &without),
        auroc(&with.confidences, &without.confidences),
    );
    Ok(())
}
