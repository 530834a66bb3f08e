//! `kaunter form describe`: all that a form asks and how it ends, as its writer wants to read it through.

use std::io::{Result, Write};

use kaunter_forms::{
    Check, ChoiceCode, Count, Day, Document, Eligibility, Field, Form, Judgement, Kind, Otherwise, Rule, Section, Slip,
    Words,
};

/// Everything of a form in one language.
pub fn write_form(out: &mut impl Write, form: &Form, language: &str) -> Result<()> {
    let Some(words) = form.words(language) else { return Ok(()) };
    writeln!(out, "{} ({}, version {}, {})", words.title(), form.id, form.version, form.family.name())?;
    writeln!(out, "{}", words.summary())?;
    writeln!(
        out,
        "about {} minutes; kept here for {} days after the office has it",
        form.minutes, form.retention_days
    )?;
    for section in &form.sections {
        write_section(out, section, words)?;
    }
    titled(out, "Papers to bring", &form.documents, |out, document: &Document| {
        writeln!(out, "- {}{}", words.document(&document.id), when(document.when.as_ref()))
    })?;
    titled(out, "Slips", &form.slips, |out, slip: &Slip| {
        writeln!(out, "- {} ({}){}", words.slip(&slip.id), slip.kind.name(), when(slip.when.as_ref()))
    })?;
    titled(out, "What must hold", &form.checks, |out, check: &Check| {
        writeln!(out, "  {} ({}): {}", check.id, check.of.join(", "), check.rule.text())?;
        writeln!(out, "      {}", words.check(&check.id))
    })?;
    if let Some(eligibility) = &form.eligibility {
        write_eligibility(out, eligibility, words)?;
    }
    writeln!(out, "\nDeclaration: {}", words.declaration())?;
    let signer = Some(words.signer(&form.signing.who)).filter(|signer| !signer.is_empty());
    writeln!(out, "signed by {}: {}", signer.unwrap_or(&form.signing.who), mark(form))?;
    writeln!(out, "Privacy: {}", words.privacy())
}

/// A heading and what stands under it, where anything does.
fn titled<W: Write, T>(out: &mut W, heading: &str, all: &[T], write: impl Fn(&mut W, &T) -> Result<()>) -> Result<()> {
    if !all.is_empty() {
        writeln!(out, "\n{heading}")?;
    }
    all.iter().try_for_each(|one| write(out, one))
}

fn when(rule: Option<&Rule>) -> String {
    rule.map(|rule| format!("  [when {}]", rule.text())).unwrap_or_default()
}

fn write_section(out: &mut impl Write, section: &Section, words: &Words) -> Result<()> {
    let each = match section.repeat.as_ref().map(|repeat| &repeat.count) {
        None => String::new(),
        Some(Count::Asked { min, max }) => format!(" …  ({min} to {max} times: {})", words.any(&section.id)),
        Some(Count::Answered(field)) => format!(" …  (as often as “{field}” says)"),
    };
    writeln!(out, "\n{}{each}{}", words.section(&section.id), when(section.when.as_ref()))?;
    section.fields.iter().try_for_each(|field| write_field(out, field, words))
}

fn write_field(out: &mut impl Write, field: &Field, words: &Words) -> Result<()> {
    let asked = match &field.value {
        Some(value) => format!("= {}", value.text()),
        None => words.question(&field.id).to_owned(),
    };
    let optional = if field.optional { "  (optional)" } else { "" };
    writeln!(out, "  {}: {asked}{optional}{}", words.label(&field.id), when(field.when.as_ref()))?;
    writeln!(out, "      {} — {}", field.id, asked_for(&field.kind))?;
    let said = [("why", words.why(&field.id)), ("help", words.help(&field.id)), ("hint", words.hint(&field.id))];
    for (what, said) in said {
        if let Some(said) = said {
            writeln!(out, "      {what}: {said}")?;
        }
    }
    if let Kind::Choice(choices) | Kind::Choices { choices, .. } = &field.kind {
        choices.iter().try_for_each(|choice| write_choice(out, field, choice, words))?;
    }
    Ok(())
}

fn write_choice(out: &mut impl Write, field: &Field, choice: &ChoiceCode, words: &Words) -> Result<()> {
    let also = words.also(&field.id, &choice.code).join(", ");
    let also = if also.is_empty() { also } else { format!("  (also {also})") };
    let label = words.choice(&field.id, &choice.code);
    writeln!(out, "      · {}: {label}{also}{}", choice.code, when(choice.when.as_ref()))
}

/// The kind with its bounds.
fn asked_for(kind: &Kind) -> String {
    let bounds = match kind {
        Kind::Choices { min, max, .. } => format!("{min} to {max} of"),
        Kind::Text { min_chars, max_chars, lines } => format!("{min_chars} to {max_chars} characters, lines: {lines}"),
        Kind::Date { from, until } | Kind::Month { from, until } => span(from.map(day), until.map(day)),
        Kind::Time { earliest, latest } => {
            let time = |time: &jiff::civil::Time| format!("{:02}:{:02}", time.hour(), time.minute());
            span(earliest.as_ref().map(time), latest.as_ref().map(time))
        }
        Kind::Integer { min, max } => span(min.as_ref(), max.as_ref()),
        Kind::Decimal { min, max, digits } => {
            let span = span(min.as_ref(), max.as_ref());
            format!("{span} with {digits} digits after the point").trim().to_owned()
        }
        Kind::Money { currency, min, max } => {
            format!("{currency} {}", span(min.as_ref(), max.as_ref())).trim().to_owned()
        }
        Kind::Phone { region } | Kind::Plate { region } | Kind::PostCode { region } => region.clone(),
        Kind::Identity { schemes } => {
            schemes.iter().map(|scheme| format!("{scheme:?}").to_lowercase()).collect::<Vec<_>>().join(", ")
        }
        Kind::Address { country, places } => {
            format!("{country} {}", places.as_deref().unwrap_or_default()).trim().to_owned()
        }
        Kind::Place { places, level } => format!("{places} {}", level.as_deref().unwrap_or_default()).trim().to_owned(),
        Kind::YesNo | Kind::Choice(_) | Kind::Name | Kind::Email | Kind::Signature | Kind::Picture => String::new(),
    };
    if bounds.is_empty() { kind.name().to_owned() } else { format!("{}, {bounds}", kind.name()) }
}

fn span<T: std::fmt::Display>(first: Option<T>, last: Option<T>) -> String {
    match (first, last) {
        (Some(first), Some(last)) => format!("{first} to {last}"),
        (Some(first), None) => format!("from {first}"),
        (None, Some(last)) => format!("until {last}"),
        (None, None) => String::new(),
    }
}

/// As it stands in `form.toml`.
fn day(day: Day) -> String {
    match day {
        Day::On(date) => date.to_string(),
        Day::FromToday { years, months, days } => {
            let parts = [(i32::from(years), "y"), (i32::from(months), "m"), (days, "d")];
            let parts = parts.into_iter().filter(|(number, _)| *number != 0);
            parts.fold("today".to_owned(), |day, (number, unit)| format!("{day}{number:+}{unit}"))
        }
    }
}

fn write_eligibility(out: &mut impl Write, eligibility: &Eligibility, words: &Words) -> Result<()> {
    writeln!(out, "\nEligibility, which decides nothing (root: {})", eligibility.root)?;
    for rule in &eligibility.rules {
        let judged = match &rule.judgement {
            Judgement::Holds(held) => held.text().to_owned(),
            Judgement::All(ids) => format!("all of {}", ids.join(", ")),
            Judgement::Any(ids) => format!("any of {}", ids.join(", ")),
        };
        let passage = rule.passage.as_ref().map(|id| format!("  [{id}]")).unwrap_or_default();
        let otherwise = match rule.otherwise {
            Otherwise::Unlikely => "probably not",
            Otherwise::Person => "a person must look",
        };
        writeln!(out, "  {} ({}): {judged}{passage}; otherwise {otherwise}", words.rule(&rule.id), rule.id)?;
    }
    Ok(())
}

/// How it is signed, as it stands in `form.toml`.
fn mark(form: &Form) -> &'static str {
    use kaunter_forms::SignatureMark;
    match form.signing.how {
        SignatureMark::Signature => "signature",
        SignatureMark::Seal => "seal",
        SignatureMark::SealOrSignature => "seal or signature",
        SignatureMark::Thumbprint => "thumbprint",
        SignatureMark::None => "not signed",
    }
}
