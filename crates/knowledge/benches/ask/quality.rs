//! Right at first place and within five, on golden questions.

use std::{error::Error, path::PathBuf};

use kaunter_knowledge::{Context, Knowledge};
use kaunter_pack::model::{Golden, Pack};

use crate::{
    fts5::{Fts5, texts},
    measures::auroc,
};

/// Prints a row per pack and language.
pub fn run(packs: &[PathBuf]) -> Result<(), Box<dyn Error>> {
    let packs = if packs.is_empty() { own()? } else { packs.to_vec() };
    println!(
        "| pack | language | questions | FTS5 unicode61 | FTS5 trigram | Kaunter | within five | answerable told apart, AUROC |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    for folder in packs {
        let pack = Pack::read(&folder)?;
        for language in pack.languages.keys() {
            row(&pack, language)?;
        }
    }
    println!();
    Ok(())
}

/// The sample pack, and the packs that were written to develop on; other questions judge better.
pub fn own() -> std::io::Result<Vec<PathBuf>> {
    let mut packs = vec![PathBuf::from("../../content")];
    for folder in std::fs::read_dir("benches/ask/development")? {
        packs.push(folder?.path());
    }
    packs[1..].sort();
    Ok(packs)
}

fn row(pack: &Pack, language: &str) -> Result<(), Box<dyn Error>> {
    let content = &pack.languages[language];
    let answerable: Vec<&Golden> = content.golden.iter().filter(|golden| !golden.expected.is_empty()).collect();
    let mut right_by_fts5 = Vec::new();
    for tokenizer in ["unicode61", "trigram"] {
        let table = Fts5::new(tokenizer, texts(content).into_iter())?;
        let mut right = 0;
        for golden in &answerable {
            right +=
                usize::from(table.ask(&golden.question, 1)?.first().is_some_and(|id| golden.expected.contains(id)));
        }
        right_by_fts5.push(share(right, answerable.len()));
    }
    let knowledge = Knowledge::open(pack, language, None)?;
    let (mut first, mut five) = (0, 0);
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for golden in &content.golden {
        let reply = knowledge.ask(&golden.question, &Context::default(), jiff::Zoned::now().date())?;
        let sure = if golden.expected.is_empty() { &mut without } else { &mut with };
        sure.push(reply.confidence);
        first += usize::from(reply.hits.first().is_some_and(|hit| golden.expected.contains(&hit.id)));
        five += usize::from(reply.hits.iter().any(|hit| golden.expected.contains(&hit.id)));
    }
    println!(
        "| {} | {language} | {} | {:.3} | {:.3} | {:.3} | {:.3} | {} |",
        pack.manifest.id,
        answerable.len(),
        right_by_fts5[0],
        right_by_fts5[1],
        share(first, answerable.len()),
        share(five, answerable.len()),
        if without.is_empty() { String::new() } else { format!("{:.3}", auroc(&with, &without)) },
    );
    Ok(())
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
