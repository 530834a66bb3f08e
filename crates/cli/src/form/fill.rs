//! `kaunter form fill`: a form filled in from a list of answers, the way a visitor would give them.
//!
//! What is asked, taken and lacking is decided in `kaunter-forms`.

use std::{fs, io::Write, path::PathBuf, process::ExitCode};

use anyhow::{Context, Result};
use clap::Args;
use jiff::Zoned;
use kaunter_forms::{Bilingual, Filled, Form, Identity, Incomplete, Journey, Verdict, Why, complete};
use kaunter_store::{Recipient, StoreError, seal};

use super::sound;
use crate::pack::write_whole;

#[derive(Args)]
pub struct FillArguments {
    /// A pack's folder, or a built pack.
    pack: PathBuf,
    /// The form's id.
    form: String,
    /// The answers: a JSON file like the form's example.json.
    #[arg(long)]
    answers: PathBuf,
    /// The visitor's language; without it the office's.
    #[arg(long)]
    lang: Option<String>,
    /// Write the finished form as the JSON document that the agency gets.
    #[arg(long)]
    json: bool,
    /// Seal the document to the pack's recipients and write it to this file, for `age --decrypt`.
    #[arg(long)]
    out: Option<PathBuf>,
}

pub fn fill(arguments: &FillArguments) -> Result<ExitCode> {
    let pack = sound(&arguments.pack)?;
    let form = pack.forms.get(&arguments.form);
    let form = form.with_context(|| format!("there is no form “{}” without errors", arguments.form))?;
    let language = arguments.lang.as_deref().unwrap_or(&form.office_language);
    anyhow::ensure!(form.languages.iter().any(|known| known == language), "the pack has no language “{language}”");
    let path = arguments.answers.display();
    let answers = fs::read(&arguments.answers).with_context(|| format!("{path} cannot be read"))?;
    let answers = serde_json::from_slice(&answers).with_context(|| format!("{path} is not an object of answers"))?;
    let mut out = std::io::stdout().lock();
    let journey = match complete(form, &answers, Zoned::now().date()) {
        Ok(journey) => journey,
        Err(incomplete) => {
            writeln!(out, "{path}: {incomplete}")?;
            write_checks(&mut out, form, &incomplete, language)?;
            return Ok(ExitCode::FAILURE);
        }
    };
    let Ok(filled) = journey.finish(language, &form.office_language) else {
        anyhow::bail!("the form has outstanding questions");
    };
    if let Some(path) = &arguments.out {
        write_whole(path, &sealed(&filled, &pack.manifest.recipients)?)?;
    }
    if arguments.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&filled)?)?;
    } else {
        write_review(&mut out, &journey, &filled, language)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The document as a kiosk seals it.
fn sealed(filled: &Filled, recipients: &[String]) -> Result<Vec<u8>> {
    let keys: Vec<Recipient> = recipients.iter().map(|key| key.parse()).collect::<Result<_, _>>().map_err(coded)?;
    seal(&serde_json::to_vec(filled)?, &keys).map_err(coded)
}

fn coded(error: StoreError) -> anyhow::Error {
    let code = error.code();
    anyhow::Error::new(error).context(format!("refused ({code})"))
}

/// What the form itself says about an answer that its checks speak against.
fn write_checks(out: &mut impl Write, form: &Form, incomplete: &Incomplete, language: &str) -> std::io::Result<()> {
    let (Incomplete::Refused { why: Why::Checks(ids), .. }, Some(words)) = (incomplete, form.words(language)) else {
        return Ok(());
    };
    ids.iter().try_for_each(|id| writeln!(out, "    {}", words.check(id)))
}

/// What the visitor sees before confirming, and what the officer reads first.
fn write_review(out: &mut impl Write, journey: &Journey, filled: &Filled, language: &str) -> std::io::Result<()> {
    let of_citizen = |text: &Bilingual| text.citizen.clone();
    writeln!(out, "{}", of_citizen(&filled.title))?;
    for (section, shown) in filled.sections.iter().zip(journey.review()) {
        writeln!(out, "\n{}", of_citizen(&section.title))?;
        for (answer, line) in section.answers.iter().zip(&shown.lines) {
            let said = journey.say(line.place, language, Identity::Masked).written;
            let said = if said.is_empty() { "—" } else { said.as_str() };
            writeln!(out, "  {}: {said}", of_citizen(&answer.label))?;
        }
    }
    if let Some(eligibility) = &filled.eligibility {
        writeln!(out, "\neligibility: {}", verdict(eligibility.verdict))?;
        for rule in &eligibility.rules {
            let met = match rule.met {
                kaunter_forms::Held::Yes => "met",
                kaunter_forms::Held::No => "not met",
                kaunter_forms::Held::Undecided => "open",
            };
            let passage = rule.passage.as_ref().map(|id| format!("  [{id}]")).unwrap_or_default();
            writeln!(out, "  {}{}: {met}{passage}", "  ".repeat(rule.depth), of_citizen(&rule.title))?;
        }
    }
    for document in &filled.documents {
        writeln!(out, "\n- {}", of_citizen(&document.title))?;
    }
    match &filled.summary {
        Some(summary) => writeln!(out, "\n{summary}"),
        None => Ok(()),
    }
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::MayQualify => "may qualify",
        Verdict::Unlikely => "probably not",
        Verdict::PersonMustLook => "a person must look",
    }
}
