//! `kaunter ask`: a pack's answers on the command line, one question or one a line.

use std::{
    io::{self, BufRead, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use anyhow::{Result, bail};
use clap::Args;
use jiff::{Zoned, civil::Date};
use kaunter_kiosk::{offices_near, view::OfficeCard};
use kaunter_knowledge::{
    Advice, Citation, Context, Hit, Knowledge, KnowledgeError, Outcome, Part, Quotation, Reply, Unknown, golden,
};
use kaunter_pack::{PackFiles, model::Pack};
use kaunter_terminal::{err, out};
use serde::Serialize;

use crate::report::{coded, counted};

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
    #[serde(skip_serializing_if = "Option::is_none")]
    advice: Option<Advice>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    offices: Vec<OfficeCard>,
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

/// One language of a pack, opened for questions.
struct Desk<'p> {
    pack: &'p Pack,
    language: &'p str,
    knowledge: Knowledge,
}

/// Answers from a pack.
pub fn run(arguments: &AskArguments) -> Result<ExitCode> {
    let pack = read(&arguments.pack)?;
    let language = language(&pack, arguments.lang.as_deref())?;
    let cache = cache_folder(arguments.cache.as_deref());
    let desk = Desk { pack: &pack, language, knowledge: open(&pack, language, cache.as_deref())? };
    let mut out = io::BufWriter::new(out());
    match &arguments.question {
        Some(question) => desk.answer(question, arguments.json, &mut out)?,
        None => desk.answer_lines(io::stdin().lock(), &mut out)?,
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Reads a pack for answering; of what its faults leave out only the number is told here.
fn read(path: &Path) -> Result<Pack> {
    let (pack, report) = PackFiles::open(path).and_then(|files| Pack::with_report(&files)).map_err(coded)?;
    if report.errors() > 0 {
        let errors = counted(report.errors(), "error");
        err!("{errors} in the pack: what they stand in may be left out; kaunter pack check names them");
    }
    Ok(pack)
}

/// Opens a language of a pack, in memory where nothing can be kept below `cache`.
pub fn open(pack: &Pack, language: &str, cache: Option<&Path>) -> Result<Knowledge> {
    let told = |fault: &KnowledgeError| err!("{fault} ({}): it is held in memory", fault.code());
    Ok(Knowledge::open_anyhow(pack, language, cache, told)?)
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

impl Desk<'_> {
    /// Answers each line before the next is read: who asks may wait for one answer before asking on. Bytes that are no
    /// text are read as signs that stand for nothing.
    fn answer_lines(&self, mut lines: impl BufRead, out: &mut impl Write) -> Result<()> {
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line)? > 0 {
            let text = String::from_utf8_lossy(&line);
            self.answer(text.trim_end_matches(['\r', '\n']), true, out)?;
            out.flush()?;
            line.clear();
        }
        Ok(())
    }

    fn answer(&self, question: &str, json: bool, out: &mut impl Write) -> Result<()> {
        let now = Zoned::now();
        let started = Instant::now();
        let mut reply = self.knowledge.ask(question, &Context::default(), now.date())?;
        let is_live =
            |id: &String| self.pack.notices.iter().any(|notice| notice.id == *id && notice.is_live(now.timestamp()));
        reply.emergencies.retain(is_live);
        let micros = started.elapsed().as_micros();
        let offices: Vec<Vec<OfficeCard>> = reply.parts.iter().map(|part| self.offices(part, now.date())).collect();
        if json {
            serde_json::to_writer(&mut *out, &answered(question, &reply, offices, micros))?;
            writeln!(out)?;
        } else {
            self.write_plain(&reply, &offices, out)?;
        }
        Ok(())
    }

    /// Where to go with a part that has no answer.
    fn offices(&self, part: &Part, today: Date) -> Vec<OfficeCard> {
        match &part.outcome {
            Outcome::Unknown(unknown) => offices_near(self.pack, self.language, &part.asked, unknown, today),
            Outcome::Answer(_) | Outcome::Clarify(_) | Outcome::Conflict(_) => Vec::new(),
        }
    }

    fn write_plain(&self, reply: &Reply, offices: &[Vec<OfficeCard>], out: &mut impl Write) -> io::Result<()> {
        for id in &reply.emergencies {
            writeln!(out, "Emergency notice: {id}")?;
        }
        for (part, offices) in reply.parts.iter().zip(offices) {
            if reply.parts.len() > 1 {
                writeln!(out, "» {}", part.asked)?;
            }
            for quotation in quotations(&part.outcome) {
                writeln!(out, "{}", quotation.text)?;
                writeln!(out, "  — {}", self.cited(&quotation.citation))?;
            }
            match &part.outcome {
                Outcome::Clarify(_) => writeln!(out, "Which of these is meant?")?,
                Outcome::Unknown(Unknown { advice: Some(_), .. }) => writeln!(out, "No advice is given on this.")?,
                Outcome::Unknown(unknown) if unknown.nearest.is_empty() => {
                    writeln!(out, "The pack has no answer to this.")?
                }
                Outcome::Unknown(_) => writeln!(out, "The pack has no answer to this. Nearest:")?,
                Outcome::Answer(_) | Outcome::Conflict(_) => {}
            }
            for choice in choices(&part.outcome) {
                writeln!(out, "  {}  ({})", choice.label, choice.id)?;
            }
            for OfficeCard { name, address, counter, phone, hours } in offices {
                let counter = if counter.is_empty() { String::new() } else { format!("counter {counter}") };
                let facts = [name, phone, &counter, address, hours].map(String::as_str);
                writeln!(out, "  → {}", told(&facts))?;
            }
        }
        Ok(())
    }

    /// Where a quotation stands. The agency itself answers for an entry that names no document.
    fn cited(&self, citation: &Citation) -> String {
        let manifest = &self.pack.manifest;
        let document = match citation.document.as_str() {
            "" => manifest.agency.in_language(self.language, &manifest.office_language),
            document => document,
        };
        let version = citation.version.map(|date| date.to_string());
        let until = citation.valid_until.map(|date| format!("valid until {date}"));
        let page = citation.page.as_ref().map(|page| format!("p. {page}"));
        let facts = [Some(document.to_owned()), citation.section.clone(), page, version, until];
        told(&facts.each_ref().map(|fact| fact.as_deref().unwrap_or_default()))
    }
}

/// Those of some facts that are known, side by side.
fn told(facts: &[&str]) -> String {
    facts.iter().filter(|fact| !fact.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

fn answered<'a>(question: &'a str, reply: &'a Reply, offices: Vec<Vec<OfficeCard>>, micros: u128) -> Answered<'a> {
    let mut named: Vec<OfficeCard> = Vec::new();
    for office in offices.into_iter().flatten() {
        if !named.contains(&office) {
            named.push(office);
        }
    }
    let names = reply.parts.iter().map(|part| golden::name(&part.outcome));
    Answered {
        question,
        outcome: names.max_by_key(|name| golden::rank(name)).unwrap_or("unknown"),
        confidence: reply.confidence,
        hits: &reply.hits,
        answers: reply.parts.iter().flat_map(|part| quotations(&part.outcome)).map(quoted).collect(),
        choices: reply.parts.iter().flat_map(|part| choices(&part.outcome)).collect(),
        advice: reply.parts.iter().find_map(|part| advice(&part.outcome)),
        offices: named,
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

fn advice(outcome: &Outcome) -> Option<Advice> {
    match outcome {
        Outcome::Unknown(unknown) => unknown.advice,
        Outcome::Answer(_) | Outcome::Clarify(_) | Outcome::Conflict(_) => None,
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

fn slice_is_empty(slice: &&[String]) -> bool {
    slice.is_empty()
}
