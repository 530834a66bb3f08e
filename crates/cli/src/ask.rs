//! `kaunter ask`: a pack's answers on the command line, one question or one a line.

use std::{
    io::{self, BufRead, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use anyhow::{Result, bail};
use clap::Args;
use jiff::Zoned;
use kaunter_knowledge::{Citation, Context, Hit, Knowledge, Outcome, Quotation, Reply, golden};
use kaunter_pack::model::Pack;
use serde::Serialize;

use crate::pack::coded;

/// Ask a pack.
#[derive(Args)]
pub struct AskArguments {
    /// A pack's folder or built file.
    #[arg(long)]
    pack: PathBuf,
    /// Language of the question: zh-TW, ms, ko, en; without it the office's.
    #[arg(long)]
    lang: Option<String>,
    /// Answer as one JSON object.
    #[arg(long)]
    json: bool,
    /// Read one question a line from standard input and write one JSON object a line.
    #[arg(long, conflicts_with = "question")]
    batch: bool,
    /// Where indexes are kept; `none` keeps nothing.
    #[arg(long)]
    cache: Option<PathBuf>,
    /// The question.
    #[arg(required_unless_present = "batch")]
    question: Option<String>,
}

/// One question's answer as it is written in JSON.
#[derive(Serialize)]
struct Answered<'a> {
    question: &'a str,
    outcome: &'static str,
    confidence: f64,
    hits: &'a [Hit],
    answers: Vec<Quoted<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    choices: Vec<Choice<'a>>,
    #[serde(skip_serializing_if = "slice_is_empty")]
    emergencies: &'a [String],
    micros: u128,
}

#[derive(Serialize)]
struct Quoted<'a> {
    id: &'a str,
    text: &'a str,
    marked: &'a str,
    citation: &'a Citation,
}

#[derive(Serialize)]
struct Choice<'a> {
    id: &'a str,
    label: &'a str,
}

/// Answers from a pack.
pub fn run(arguments: &AskArguments) -> Result<ExitCode> {
    let pack = Pack::read(&arguments.pack).map_err(coded)?;
    let language = language(&pack, arguments.lang.as_deref())?;
    let cache = cache_folder(arguments.cache.as_deref());
    let knowledge = Knowledge::open(&pack, language, cache.as_deref())?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    match &arguments.question {
        Some(question) => answer(&pack, &knowledge, question, arguments.json, &mut out)?,
        None => {
            for line in io::stdin().lock().lines() {
                answer(&pack, &knowledge, &line?, true, &mut out)?;
            }
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// The folder named on the command line, else the user's cache folder, else none.
pub fn cache_folder(named: Option<&Path>) -> Option<PathBuf> {
    match named {
        Some(folder) if folder == Path::new("none") => None,
        Some(folder) => Some(folder.to_owned()),
        None => {
            let base = std::env::var_os("XDG_CACHE_HOME")
                .map(PathBuf::from)
                .or_else(|| Some(std::env::home_dir()?.join(".cache")))?;
            Some(base.join("kaunter").join("index"))
        }
    }
}

/// The language that was named, else the office's.
fn language<'p>(pack: &'p Pack, named: Option<&'p str>) -> Result<&'p str> {
    let language = named.unwrap_or(&pack.manifest.office_language);
    if pack.languages.contains_key(language) {
        return Ok(language);
    }
    let all = pack.languages.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
    bail!("the pack has nothing in {language}: give --lang and one of {all}")
}

fn answer(pack: &Pack, knowledge: &Knowledge, question: &str, json: bool, out: &mut impl Write) -> Result<()> {
    let now = Zoned::now();
    let started = Instant::now();
    let mut reply = knowledge.ask(question, &Context::default(), now.date())?;
    reply
        .emergencies
        .retain(|id| pack.notices.iter().any(|notice| notice.id == *id && notice.is_live(now.timestamp())));
    let micros = started.elapsed().as_micros();
    if json {
        serde_json::to_writer(&mut *out, &answered(question, &reply, micros))?;
        writeln!(out)?;
    } else {
        write_plain(&reply, out)?;
    }
    Ok(())
}

fn answered<'a>(question: &'a str, reply: &'a Reply, micros: u128) -> Answered<'a> {
    let names = reply.parts.iter().map(|part| golden::name(&part.outcome));
    Answered {
        question,
        outcome: names.max_by_key(|name| golden::rank(name)).unwrap_or("unknown"),
        confidence: reply.confidence,
        hits: &reply.hits,
        answers: reply.parts.iter().flat_map(|part| quotations(&part.outcome)).map(quoted).collect(),
        choices: reply.parts.iter().flat_map(|part| choices(&part.outcome)).collect(),
        emergencies: &reply.emergencies,
        micros,
    }
}

fn quotations(outcome: &Outcome) -> &[Quotation] {
    match outcome {
        Outcome::Answer(quotation) => std::slice::from_ref(quotation),
        Outcome::Conflict(both) => both.as_slice(),
        Outcome::Clarify(_) | Outcome::Unknown(_) => &[],
    }
}

fn choices(outcome: &Outcome) -> Vec<Choice<'_>> {
    let offered = match outcome {
        Outcome::Clarify(choices) => choices.as_slice(),
        Outcome::Unknown(unknown) => unknown.nearest.as_slice(),
        Outcome::Answer(_) | Outcome::Conflict(_) => &[],
    };
    offered.iter().map(|choice| Choice { id: &choice.id, label: &choice.label }).collect()
}

fn quoted(quotation: &Quotation) -> Quoted<'_> {
    Quoted {
        id: &quotation.id,
        text: &quotation.text,
        marked: &quotation.text[quotation.marked.clone()],
        citation: &quotation.citation,
    }
}

fn write_plain(reply: &Reply, out: &mut impl Write) -> io::Result<()> {
    for id in &reply.emergencies {
        writeln!(out, "Emergency notice: {id}")?;
    }
    for part in &reply.parts {
        if reply.parts.len() > 1 {
            writeln!(out, "» {}", part.asked)?;
        }
        for quotation in quotations(&part.outcome) {
            writeln!(out, "{}", quotation.text)?;
            writeln!(out, "  — {}", cited(&quotation.citation))?;
        }
        match &part.outcome {
            Outcome::Clarify(_) => writeln!(out, "Which of these is meant?")?,
            Outcome::Unknown(_) => writeln!(out, "The pack has no answer to this. Nearest:")?,
            Outcome::Answer(_) | Outcome::Conflict(_) => {}
        }
        for choice in choices(&part.outcome) {
            writeln!(out, "  {}  ({})", choice.label, choice.id)?;
        }
    }
    Ok(())
}

fn cited(citation: &Citation) -> String {
    let version = citation.version.map(|date| date.to_string());
    let until = citation.valid_until.map(|date| format!("valid until {date}"));
    let page = citation.page.as_ref().map(|page| format!("p. {page}"));
    let parts = [Some(citation.document.clone()), citation.section.clone(), page, version, until];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn slice_is_empty(slice: &&[String]) -> bool {
    slice.is_empty()
}
