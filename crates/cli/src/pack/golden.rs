//! The golden questions on the command line: asked, counted, held against the pack's own bar.

use std::{collections::BTreeMap, io::Write, path::Path};

use anyhow::Result;
use jiff::Zoned;
use kaunter_knowledge::{
    FEWEST_GOLDEN,
    golden::{GoldenReport, Miss},
};
use kaunter_pack::model::{GoldenBar, Pack};
use serde::Serialize;

use crate::ask::{cache_folder, open};

/// How the golden questions came out, by language.
#[derive(Serialize)]
pub struct Trial {
    #[serde(flatten)]
    languages: BTreeMap<String, Outcome>,
}

#[derive(Serialize)]
struct Outcome {
    #[serde(flatten)]
    report: GoldenReport,
    right_share: f64,
    refused_share: f64,
    reaches_bar: bool,
}

/// Asks the golden questions of every language that has any.
pub fn ask_all(pack: &Pack) -> Result<Trial> {
    let today = Zoned::now().date();
    let bar = &pack.manifest.golden_bar;
    let cache = cache_folder(None);
    let mut languages = BTreeMap::new();
    for (language, _) in pack.languages.iter().filter(|(_, content)| !content.golden.is_empty()) {
        let knowledge = open(pack, language, cache.as_deref())?;
        let report = GoldenReport::of(&knowledge, today)?;
        languages.insert(language.clone(), Outcome::of(report, bar));
    }
    Ok(Trial { languages })
}

impl Outcome {
    fn of(report: GoldenReport, bar: &GoldenBar) -> Self {
        let (right_share, refused_share) = (report.right_share(), report.refused_share());
        let reaches_bar = right_share >= bar.right && refused_share >= bar.refused;
        Self { report, right_share, refused_share, reaches_bar }
    }
}

impl Trial {
    /// Whether every language reaches the pack's own bar.
    pub fn reaches_bar(&self) -> bool {
        self.languages.values().all(|outcome| outcome.reaches_bar)
    }

    /// Every miss as `file:line: …`, and the sums of each language.
    pub fn write(&self, out: &mut impl Write, pack: &Path, bar: &GoldenBar) -> std::io::Result<()> {
        for (language, outcome) in &self.languages {
            let path = pack.join("knowledge").join(language).join("golden.csv");
            for miss in &outcome.report.misses {
                writeln!(out, "{}:{}: {}", path.display(), miss.line, said(miss))?;
            }
        }
        for (language, outcome) in &self.languages {
            outcome.write(out, language, bar)?;
        }
        Ok(())
    }
}

impl Outcome {
    fn write(&self, out: &mut impl Write, language: &str, bar: &GoldenBar) -> std::io::Result<()> {
        let GoldenReport { answerable, right, clarified, wrong, wrongly_refused, .. } = self.report;
        let GoldenReport { unanswerable, refused, asked_back, wrongly_answered, .. } = self.report;
        let verdict = if self.reaches_bar { "" } else { "  BELOW THE BAR" };
        writeln!(out, "{language}:{verdict}")?;
        writeln!(
            out,
            "  to be answered {answerable}: {right} right ({:.2}, bar {:.2}), {wrong} wrong, \
             {wrongly_refused} wrongly refused, {clarified} asked back",
            self.right_share, bar.right,
        )?;
        writeln!(
            out,
            "  to be refused {unanswerable}: {refused} refused ({:.2}, bar {:.2}), \
             {wrongly_answered} wrongly answered, {asked_back} asked back",
            self.refused_share, bar.refused,
        )?;
        if answerable.min(unanswerable) >= FEWEST_GOLDEN {
            return Ok(());
        }
        writeln!(
            out,
            "  warning: {answerable} and {unanswerable} golden questions: fewer than {FEWEST_GOLDEN} of each kind, \
             so how sure the kiosk must be is not measured",
        )
    }
}

fn said(miss: &Miss) -> String {
    let expected = if miss.expected.is_empty() { "none".to_owned() } else { miss.expected.join(" or ") };
    let got = if miss.got.is_empty() { "nothing".to_owned() } else { miss.got.join(", ") };
    format!("“{}”: expected {expected}, got {} with {got} ({:.2})", miss.question, miss.outcome, miss.confidence)
}
