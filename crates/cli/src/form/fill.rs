//! `kaunter form fill`: a form filled in from a list of answers, the way a visitor would give them.
//!
//! What is asked, taken and lacking is decided in `kaunter-forms`.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use anyhow::{Context, Result};
use clap::Args;
use jiff::Zoned;
use kaunter_forms::{AnswerLines, Bilingual, Filled, Form, Identity, Journey, Verdict, complete};
use kaunter_pack::model::Pack;
use kaunter_store::{Recipient, StoreError, seal};
use kaunter_terminal::{err, out};

use crate::{opened::Opened, report::counted, written::write_whole};

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
    let opened = Opened::read(&arguments.pack)?;
    let form = opened.form(&arguments.form)?;
    let language = opened.language(arguments.lang.as_deref())?;
    let Some(journey) = filled_in(form, &arguments.answers)? else { return Ok(ExitCode::FAILURE) };
    let Ok(filled) = journey.finish(language, &form.office_language) else {
        anyhow::bail!("the form has outstanding questions");
    };
    let sealed = arguments.out.as_deref().map(|path| write_sealed(path, &filled, &opened.pack)).transpose()?;
    let mut out = out();
    if arguments.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&filled)?)?;
    } else {
        write_review(&mut out, &opened.pack, &journey, &filled, language)?;
    }
    match sealed {
        // Beside the document, where that is what a script reads.
        Some(told) if arguments.json => err!("{told}"),
        Some(told) => writeln!(out, "\n{told}")?,
        None => {}
    }
    Ok(ExitCode::SUCCESS)
}

/// The form with the answers of a file; none, when all that is wrong with them has been written.
fn filled_in(form: &Arc<Form>, file: &Path) -> Result<Option<Journey>> {
    let path = file.display();
    let text = fs::read_to_string(file).with_context(|| format!("{path} cannot be read"))?;
    let answers = serde_json::from_str(&text).with_context(|| format!("{path} is not an object of answers"))?;
    match complete(form, &answers, Zoned::now().date()) {
        Ok(journey) => Ok(Some(journey)),
        Err(incomplete) => {
            let lines = AnswerLines::of(&text);
            let mut out = out();
            for amiss in incomplete.0 {
                let line = lines.line(&amiss.way).map(|line| format!(":{line}")).unwrap_or_default();
                writeln!(out, "{path}{line}: {amiss}\n    {}", amiss.remedy)?;
            }
            Ok(None)
        }
    }
}

/// Writes the document as a kiosk seals it, and says where and for how many keys.
fn write_sealed(path: &Path, filled: &Filled, pack: &Pack) -> Result<String> {
    let recipients = &pack.manifest.recipients;
    let keys: Vec<Recipient> = recipients.iter().map(|key| key.parse()).collect::<Result<_, _>>().map_err(coded)?;
    write_whole(path, &seal(&serde_json::to_vec(filled)?, &keys).map_err(coded)?)?;
    Ok(format!("{}, for {}", path.display(), counted(recipients.len(), "key")))
}

fn coded(error: StoreError) -> anyhow::Error {
    let remedy = match error {
        StoreError::NoRecipient | StoreError::RecipientMalformed { .. } => {
            "\n    Write recipients = [\"age1…\"] into pack.toml, with the public key that `age-keygen -o office.key` prints."
        }
        _ => "",
    };
    anyhow::anyhow!("refused ({}): {error}{remedy}", error.code())
}

/// What the visitor sees before confirming, and what the officer reads first.
fn write_review(
    out: &mut impl Write,
    pack: &Pack,
    journey: &Journey,
    filled: &Filled,
    language: &str,
) -> std::io::Result<()> {
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
    write_eligibility(out, pack, filled, language)?;
    for document in &filled.documents {
        writeln!(out, "\n- {}", of_citizen(&document.title))?;
    }
    for slip in &filled.slips {
        writeln!(
            out,
            "\n- {}{}",
            of_citizen(slip.title()),
            slip.amount().map(|sum| format!(": {}", of_citizen(sum))).unwrap_or_default()
        )?;
    }
    let declaration = of_citizen(&filled.signing.declaration);
    if !declaration.is_empty() {
        writeln!(out, "\n{declaration}")?;
    }
    writeln!(out, "{}", journey.form().words(language).map(|words| words.privacy()).unwrap_or_default())?;
    match &filled.summary {
        Some(summary) => writeln!(out, "\n{summary}"),
        None => Ok(()),
    }
}

/// What the form says of a claim, rule by rule, with the passage that each rests on.
fn write_eligibility(out: &mut impl Write, pack: &Pack, filled: &Filled, language: &str) -> std::io::Result<()> {
    let Some(eligibility) = &filled.eligibility else { return Ok(()) };
    writeln!(out, "\neligibility: {}", verdict(eligibility.verdict))?;
    for rule in &eligibility.rules {
        let met = match rule.met {
            kaunter_forms::Held::Yes => "met",
            kaunter_forms::Held::No => "not met",
            kaunter_forms::Held::Undecided => "open",
        };
        let passage = rule.passage.as_ref().map(|id| cited(pack, language, id)).unwrap_or_default();
        writeln!(out, "  {}{}: {met}{passage}", "  ".repeat(rule.depth), rule.title.citizen)?;
    }
    Ok(())
}

/// The entry, with the document, the section and the version that it cites.
fn cited(pack: &Pack, language: &str, id: &str) -> String {
    let content = pack.languages.get(language);
    let entry = content.and_then(|content| content.entries.iter().find(|entry| entry.id == id));
    let source = entry.and_then(|entry| entry.source.as_ref());
    let document = content
        .zip(source)
        .and_then(|(content, source)| content.documents.iter().find(|document| document.file == *source));
    let title = document.map(|document| document.title.clone()).or_else(|| source.cloned());
    let section = entry.and_then(|entry| entry.section.clone());
    let version = document.and_then(|document| document.version).map(|version| version.to_string());
    let place: Vec<String> = [title, section, version].into_iter().flatten().collect();
    if place.is_empty() { format!("  [{id}]") } else { format!("  [{id}: {}]", place.join(", ")) }
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::MayQualify => "may qualify",
        Verdict::Unlikely => "probably not",
        Verdict::PersonMustLook => "a person must look",
    }
}
