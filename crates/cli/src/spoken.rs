//! `kaunter spoken`: what is made of answers, one a line; and how a written text is read aloud.

use std::{
    io::{self, BufRead, Read, Write},
    process::ExitCode,
};

use anyhow::{Context as _, Result, bail};
use clap::{Args, Subcommand};
use jiff::{Zoned, civil::Date};
use kaunter_spoken::{Choice, Context, Heard, Kind, Language, Missing, Value, aloud, parse, say};
use kaunter_terminal::out;
use serde::Serialize;
use serde_json::{Value as Json, json};

/// Read answers from standard input, one a line, and write what they mean, one JSON object a line.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct SpokenArguments {
    #[command(subcommand)]
    wish: Option<SpokenWish>,
    /// Language of the answers: zh-TW, ms, ko, en.
    #[arg(long, required = true)]
    lang: Option<String>,
    /// What is asked for: yesno, integer, decimal, percent, ordinal, money, date, month, time, duration, phone,
    /// email, twid, nric, rrn, plate, postcode, name, choice, place, text.
    #[arg(long, required = true)]
    kind: Option<String>,
    /// The day from which relative days are counted, YYYY-MM-DD; otherwise today.
    #[arg(long)]
    today: Option<Date>,
    /// First and last day that make sense, YYYY-MM-DD..YYYY-MM-DD.
    #[arg(long, value_parser = days)]
    dates: Option<(Date, Date)>,
    /// Country of telephone numbers, plates and postal codes, as in TW, where it is not the language's.
    #[arg(long)]
    country: Option<String>,
    /// Currency, as in MYR, where it is not the language's.
    #[arg(long)]
    currency: Option<String>,
    /// What can be chosen, parted by `|`.
    #[arg(long, value_delimiter = '|')]
    choices: Vec<String>,
}

/// What else can be seen.
#[derive(Subcommand)]
enum SpokenWish {
    /// Write a text as it is read aloud, one JSON object a sentence: the words, and the bytes that they came from.
    Aloud {
        /// Language of the text: zh-TW, ms, ko, en.
        #[arg(long)]
        lang: String,
        /// The text; `-` for standard input.
        #[arg(default_value = "-")]
        text: String,
    },
}

/// What was made of one line.
#[derive(Serialize)]
struct Line<'a> {
    input: &'a str,
    value: Json,
    confidence: f64,
    read_back: Option<String>,
    missing: Vec<&'static str>,
}

/// Understands line by line.
pub fn run(arguments: &SpokenArguments) -> Result<ExitCode> {
    if let Some(SpokenWish::Aloud { lang, text }) = &arguments.wish {
        return read_aloud(lang, text);
    }
    let language = language(arguments.lang.as_deref().unwrap_or_default())?;
    let kind = arguments.kind.as_deref().unwrap_or_default();
    let Some(kind) = Kind::named(kind) else {
        bail!("there is no kind {kind}; there are {}", Kind::names().collect::<Vec<_>>().join(", "));
    };
    let context = context(arguments);
    let mut out = io::BufWriter::new(out());
    for line in io::stdin().lock().lines() {
        let line = line?;
        let heard = parse(kind, &language, &line, &context);
        serde_json::to_writer(&mut out, &written(&line, &heard, &language))?;
        writeln!(out)?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn language(tag: &str) -> Result<Language> {
    Language::of(tag).with_context(|| format!("cannot speak {tag}; there are {}", Language::tags().join(", ")))
}

fn read_aloud(tag: &str, text: &str) -> Result<ExitCode> {
    let language = language(tag)?;
    let text = match text {
        "-" => {
            let mut all = String::new();
            io::stdin().lock().read_to_string(&mut all)?;
            all
        }
        text => text.to_owned(),
    };
    let mut out = io::BufWriter::new(out());
    for sentence in aloud(&text, &language) {
        let bytes = [sentence.source.start, sentence.source.end];
        serde_json::to_writer(&mut out, &json!({ "words": sentence.words, "bytes": bytes }))?;
        writeln!(out)?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn context(arguments: &SpokenArguments) -> Context {
    Context {
        today: arguments.today.or_else(|| Some(Zoned::now().date())),
        dates: arguments.dates,
        country: arguments.country.clone(),
        currency: arguments.currency.clone(),
        choices: arguments.choices.iter().map(|label| Choice::new(label, label)).collect(),
        ..Context::default()
    }
}

fn days(text: &str) -> Result<(Date, Date), String> {
    let (first, last) = text.split_once("..").ok_or("two days with .. between")?;
    let day = |text: &str| text.parse::<Date>().map_err(|error| error.to_string());
    Ok((day(first)?, day(last)?))
}

fn written<'a>(input: &'a str, heard: &Heard, language: &Language) -> Line<'a> {
    Line {
        input,
        value: heard.value.as_ref().map_or(Json::Null, json_of),
        confidence: (heard.confidence * 100.0).round() / 100.0,
        read_back: heard.value.as_ref().map(|value| say(value, language)),
        missing: heard.missing.iter().copied().map(Missing::code).collect(),
    }
}

/// Days as YYYY-MM-DD, times as HH:MM, lengths of time in minutes, money as decimal and currency.
fn json_of(value: &Value) -> Json {
    match value {
        Value::YesNo(answer) => json!(answer),
        Value::Integer(number) => json!(number),
        Value::Decimal(number) | Value::Percent(number) => number.to_string().parse().map_or(Json::Null, Json::Number),
        Value::Money { amount, currency } => json!(format!("{amount} {currency}")),
        Value::Date(day) => json!(day.to_string()),
        Value::Month { year, month } => json!(format!("{year:04}-{month:02}")),
        Value::Time(time) => json!(format!("{:02}:{:02}", time.hour(), time.minute())),
        Value::Duration(minutes) => json!(minutes),
        Value::Phone(text)
        | Value::Email(text)
        | Value::Identity(_, text)
        | Value::Plate(text)
        | Value::PostCode(text)
        | Value::FullName(text)
        | Value::Choice(text)
        | Value::Text(text) => json!(text),
    }
}
