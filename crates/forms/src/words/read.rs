//! A `.ftl` file of a form: read, and held against what the form needs.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use kaunter_reading::{InFile, Lines};

use super::{
    Words, sample,
    wanted::{Want, choices, wanted},
};
use crate::{definition::Form, fault::FormFault};

/// Placeables within placeables, more than any words need: the parser's stack grows with them.
const DEEPEST: usize = 16;
/// How many days a sealed form is kept, for the words on privacy.
const RETENTION: &str = "retention_days";
/// Bytes of a file.
const LONGEST: usize = 256 << 10;

/// A message or an attribute as it stands in the file.
struct Written<'r> {
    id: String,
    line: u64,
    pattern: &'r Pattern<&'r str>,
}

/// Reads the words of a form; `None` when nothing of them can be read.
pub(crate) fn read_words(
    text: &str,
    language: &str,
    form: &Form,
    is_office: bool,
    faults: &mut InFile,
) -> Option<Words> {
    if text.len() > LONGEST || depth(text) > DEEPEST {
        let remedy = "Shorten it; braces stand in each other seldom more than twice.";
        faults.whole(FormFault::WordsUnreadable { reason: "it is too long or too deep".to_owned(), remedy });
        return None;
    }
    let tab = |line: &str| line.trim_start_matches(' ').starts_with('\t') && !line.trim().is_empty();
    if let Some((_, number)) = text.lines().zip(1..).find(|(line, _)| tab(line)) {
        let reason = "this line begins with a tab".to_owned();
        faults.at(number, FormFault::WordsUnreadable { reason, remedy: "Indent with spaces, not tabs." });
        return None;
    }
    let lines = Lines::new(text);
    let resource = match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let reason = error.kind.to_string();
                let start = error.slice.as_ref().map_or(error.pos.start, |slice| slice.start);
                let remedy = "Write “id = words”; lines that go on begin with spaces.";
                faults.at(lines.at(start), FormFault::WordsUnreadable { reason, remedy });
            }
            resource
        }
    };
    let groups: BTreeSet<String> =
        form.sections.iter().filter(|section| section.repeat.is_some()).map(|section| section.id.clone()).collect();
    let places = line_of_ids(text, faults);
    let mut bundle = FluentBundle::new_concurrent(vec![language.parse().unwrap_or_default()]);
    bundle.set_use_isolating(false);
    let mut words = Words {
        language: language.to_owned(),
        texts: BTreeMap::new(),
        also: BTreeMap::new(),
        arguments: BTreeMap::new(),
        bundle,
        groups,
    };
    let copy = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(resource, _)| resource);
    // A repeated id was told of where its line was found; the first one stays.
    let _ = words.bundle.add_resource(copy);
    let wanted = wanted(form, is_office);
    for written in written(&resource, &places) {
        match wanted.get(&written.id) {
            Some(_) => words.keep(&written, form, faults),
            None => faults.at(written.line, FormFault::WordUnused { id: written.id }),
        }
    }
    for (id, _) in wanted.iter().filter(|(_, want)| **want == Want::Needed) {
        if !words.texts.contains_key(id) {
            // An attribute is missing where its message stands.
            let message = id.split('.').next().unwrap_or(id);
            match places.get(message) {
                Some(line) => faults.at(*line, missing(id)),
                None => faults.whole(missing(id)),
            }
        }
    }
    words.check_choices(form, &places, faults);
    Some(words)
}

impl Words {
    /// Puts the words together once: what fails then would fail before a citizen.
    fn keep(&mut self, written: &Written, form: &Form, faults: &mut InFile) {
        let mut variables = BTreeSet::new();
        of_pattern(written.pattern, &mut variables);
        let known: Vec<&str> = variables.iter().copied().filter(|name| is_given(name, &written.id, form)).collect();
        for variable in variables.iter().filter(|variable| !known.contains(*variable)) {
            faults.at(written.line, FormFault::UnknownVariable { variable: (*variable).to_owned() });
        }
        let mut arguments = FluentArgs::new();
        for name in &known {
            // The days are known already: these words are put together here for good.
            let value = match *name {
                RETENTION if written.id == "form-privacy" => form.retention_days.into(),
                name => sample(self.groups.contains(name) || name == "number"),
            };
            arguments.set((*name).to_owned(), value);
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(written.pattern, Some(&arguments), &mut errors).into_owned();
        if let Some(error) = errors.first().filter(|_| known.len() == variables.len()) {
            faults.at(written.line, FormFault::UnknownReference { name: error.to_string() });
        }
        if text.trim().is_empty() {
            faults.at(written.line, missing(&written.id));
        }
        if !known.is_empty() {
            self.arguments.insert(written.id.clone(), known.iter().map(|name| (*name).to_owned()).collect());
        }
        if let Some(choice) = written.id.strip_suffix(".also") {
            let also = text.split(['|', '｜']).map(str::trim).filter(|also| !also.is_empty());
            self.also.insert(choice.to_owned(), also.map(str::to_owned).collect());
        }
        self.texts.insert(written.id.clone(), text);
    }

    /// What names two choices of one field would have to be asked again.
    fn check_choices(&self, form: &Form, places: &BTreeMap<String, u64>, faults: &mut InFile) {
        for field in form.sections.iter().flat_map(|section| &section.fields) {
            let mut named: BTreeMap<String, Vec<&str>> = BTreeMap::new();
            for code in choices(&field.kind) {
                let mut names: Vec<&str> = self.also(&field.id, code).iter().map(String::as_str).collect();
                names.push(self.choice(&field.id, code));
                names.sort_unstable();
                names.dedup();
                for name in names.into_iter().filter(|name| !name.is_empty()) {
                    named.entry(name.to_lowercase()).or_default().push(code);
                }
            }
            for (label, codes) in named.into_iter().filter(|(_, codes)| codes.len() > 1) {
                let first = codes.first().map(|code| format!("{}-{code}", field.id)).unwrap_or_default();
                let line = places.get(&first).copied().unwrap_or(1);
                faults.at(line, FormFault::AmbiguousChoice { label, codes: codes.join(", ") });
            }
        }
    }
}

/// Words that are needed and not there.
fn missing(id: &str) -> FormFault {
    let remedy = match id.split_once('.') {
        Some((message, attribute)) => format!("Write “    .{attribute} = …” on a line below “{message} = …”."),
        None => format!("Write “{id} = …” in this file."),
    };
    FormFault::WordMissing { id: id.to_owned(), remedy }
}

/// Whether words are given this argument.
fn is_given(variable: &str, id: &str, form: &Form) -> bool {
    if id == "form-privacy" {
        return variable == RETENTION;
    }
    if id == "officer-summary" {
        let mut outside = form.sections.iter().filter(|section| section.repeat.is_none());
        let field = outside.any(|section| section.fields.iter().any(|field| field.id == variable));
        return field || form.sections.iter().any(|section| section.repeat.is_some() && section.id == variable);
    }
    let item = form.sections.iter().any(|section| section.repeat.is_some() && id == format!("{}-item", section.id));
    item && variable == "number"
}

fn written<'r>(resource: &'r FluentResource, places: &BTreeMap<String, u64>) -> Vec<Written<'r>> {
    let line = |id: &str| places.get(id).copied().unwrap_or(1);
    let mut all: Vec<Written> = Vec::new();
    for entry in resource.entries() {
        let Entry::Message(message) = entry else { continue };
        let name = message.id.name;
        if let Some(pattern) = &message.value {
            all.push(Written { id: name.to_owned(), line: line(name), pattern });
        }
        for attribute in &message.attributes {
            let id = format!("{name}.{}", attribute.id.name);
            all.push(Written { line: line(&id), id, pattern: &attribute.value });
        }
    }
    all
}

/// On which line each id stands; the parser does not say.
fn line_of_ids(text: &str, faults: &mut InFile) -> BTreeMap<String, u64> {
    let mut places: BTreeMap<String, u64> = BTreeMap::new();
    let mut message = "";
    for (line, number) in text.lines().zip(1..) {
        let Some((name, _)) = line.split_once('=') else { continue };
        let name = name.trim_end();
        let is_id = |name: &str| {
            name.starts_with(|c: char| c.is_ascii_alphabetic())
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        };
        let id = match name.trim_start().strip_prefix('.') {
            Some(attribute) if is_id(attribute) && name.starts_with(' ') => format!("{message}.{attribute}"),
            None if is_id(name) => {
                message = name;
                name.to_owned()
            }
            _ => continue,
        };
        match places.get(&id) {
            Some(first) => faults.at(number, FormFault::WordRepeated { id, first: *first }),
            None => _ = places.insert(id, number),
        }
    }
    places
}

/// How deep braces stand in each other.
fn depth(text: &str) -> usize {
    let (mut now, mut most) = (0_usize, 0);
    for byte in text.bytes() {
        match byte {
            b'{' => now += 1,
            b'}' => now = now.saturating_sub(1),
            _ => {}
        }
        most = most.max(now);
    }
    most
}

fn of_pattern<'r>(pattern: &'r Pattern<&'r str>, found: &mut BTreeSet<&'r str>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression } => of_expression(expression, found),
        }
    }
}

fn of_expression<'r>(expression: &'r Expression<&'r str>, found: &mut BTreeSet<&'r str>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, found),
        Expression::Select { selector, variants } => {
            of_inline(selector, found);
            for variant in variants {
                of_pattern(&variant.value, found);
            }
        }
    }
}

fn of_inline<'r>(inline: &'r InlineExpression<&'r str>, found: &mut BTreeSet<&'r str>) {
    let mut of_arguments = |arguments: &'r CallArguments<&'r str>| {
        let named = arguments.named.iter().map(|argument| &argument.value);
        arguments.positional.iter().chain(named).for_each(|argument| of_inline(argument, found));
    };
    match inline {
        InlineExpression::VariableReference { id } => _ = found.insert(id.name),
        InlineExpression::Placeable { expression } => of_expression(expression, found),
        InlineExpression::FunctionReference { arguments, .. } => of_arguments(arguments),
        InlineExpression::TermReference { arguments: Some(arguments), .. } => of_arguments(arguments),
        _ => {}
    }
}
