//! The Fluent files of one language.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result};
use fluent_syntax::{
    ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};

/// One folder of `locales`.
pub struct Language {
    /// The folder's name.
    pub tag: String,
    /// By `id`, or `id.attribute`.
    pub messages: BTreeMap<String, Message>,
    /// What is wrong within the language.
    pub faults: Vec<String>,
}

impl Message {
    /// Variables that it shows and another language's does not even choose by.
    pub fn shown_beyond<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a String> {
        self.shown.difference(&other.shown).filter(|name| !other.chosen_by.contains(*name))
    }
}

/// What matters of a message when it is compared with another language's.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// Name of its file.
    pub file: String,
    /// Variables that it puts in.
    pub shown: BTreeSet<String>,
    /// Variables that it chooses by: a language without plurals leaves them alone.
    pub chosen_by: BTreeSet<String>,
    /// Messages that it quotes.
    pub refers_to: BTreeSet<String>,
}

impl Language {
    /// Reads all its files.
    pub fn read(folder: &Path) -> Result<Self> {
        let tag = folder.file_name().context("a language has no name")?.to_string_lossy().into_owned();
        let mut language = Self { tag, messages: BTreeMap::new(), faults: Vec::new() };
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|kind| kind == "ftl") {
                let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                language.take(&file, &fs::read_to_string(&path)?);
            }
        }
        Ok(language)
    }

    fn take(&mut self, file: &str, text: &str) {
        let resource = parser::parse(text).unwrap_or_else(|(resource, errors)| {
            let line = |at: usize| text.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
            let errors =
                errors.iter().map(|error| format!("{}/{file}, line {}: {error}", self.tag, line(error.pos.start)));
            self.faults.extend(errors);
            resource
        });
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => {
                    let id = message.id.name;
                    if let Some(value) = &message.value {
                        self.add(file, id.to_owned(), value);
                    }
                    for attribute in &message.attributes {
                        self.add(file, format!("{id}.{}", attribute.id.name), &attribute.value);
                    }
                }
                Entry::Term(term) => self.add(file, format!("-{}", term.id.name), &term.value),
                _ => {}
            }
        }
    }

    fn add(&mut self, file: &str, id: String, pattern: &Pattern<&str>) {
        let mut message = Message { file: file.to_owned(), ..Message::default() };
        read_pattern(pattern, &mut message);
        if self.messages.insert(id.clone(), message).is_some() {
            self.faults.push(format!("{}: {id} stands twice", self.tag));
        }
    }
}

fn read_pattern(pattern: &Pattern<&str>, into: &mut Message) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            read_expression(expression, into);
        }
    }
}

fn read_expression(expression: &Expression<&str>, into: &mut Message) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, into),
        Expression::Select { selector, variants } => {
            let mut selecting = Message::default();
            read_inline(selector, &mut selecting);
            into.chosen_by.append(&mut selecting.shown);
            into.refers_to.append(&mut selecting.refers_to);
            for variant in variants {
                read_pattern(&variant.value, into);
            }
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, into: &mut Message) {
    let named =
        |id: &str, attribute: Option<&str>| attribute.map_or(id.to_owned(), |attribute| format!("{id}.{attribute}"));
    match inline {
        InlineExpression::VariableReference { id } => {
            into.shown.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, attribute } => {
            into.refers_to.insert(named(id.name, attribute.as_ref().map(|attribute| attribute.name)));
        }
        InlineExpression::TermReference { id, attribute, arguments } => {
            into.refers_to.insert(named(&format!("-{}", id.name), attribute.as_ref().map(|attribute| attribute.name)));
            read_arguments(arguments.as_ref(), into);
        }
        InlineExpression::FunctionReference { arguments, .. } => read_arguments(Some(arguments), into),
        InlineExpression::Placeable { expression } => read_expression(expression, into),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
    }
}

fn read_arguments(arguments: Option<&CallArguments<&str>>, into: &mut Message) {
    let Some(arguments) = arguments else { return };
    let named = arguments.named.iter().map(|argument| &argument.value);
    for argument in arguments.positional.iter().chain(named) {
        read_inline(argument, into);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(text: &str) -> Language {
        let mut language = Language { tag: "en".into(), messages: BTreeMap::new(), faults: Vec::new() };
        language.take("a.ftl", text);
        language
    }

    #[test]
    fn arguments_are_found_wherever_they_stand() {
        let language = language(
            "left = { $count ->\n    [one] One second, { $name }\n   *[other] { NUMBER($seconds) } { -kiosk }\n }\n    .label = { left }\n",
        );
        let left = &language.messages["left"];
        assert_eq!(left.shown.iter().collect::<Vec<_>>(), ["name", "seconds"]);
        assert_eq!(left.chosen_by.iter().collect::<Vec<_>>(), ["count"]);
        assert_eq!(language.messages["left.label"].refers_to.iter().collect::<Vec<_>>(), ["left"]);
        assert!(language.messages["left"].refers_to.contains("-kiosk"));
    }

    #[test]
    fn faults_name_their_line() {
        let language = language("good = Good\nbad = { $\ngood = Again\n");
        assert_eq!(language.faults.len(), 2, "{:?}", language.faults);
        assert!(language.faults[0].contains("line 2"));
        assert!(language.faults[1].contains("good stands twice"));
    }
}
