//! The kiosk's own sentences in one language: `locales/<tag>`, compiled in. Only what citizens hear is among them.

use std::{borrow::Cow, collections::BTreeMap};

use fluent_bundle::{FluentBundle, FluentError, FluentResource};
use fluent_syntax::ast::Entry;
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../locales");

/// Files of a language whose words stand on a citizen's screens.
const SPOKEN: [&str; 6] = ["kiosk.ftl", "voice.ftl", "forms.ftl", "problems.ftl", "printer.ftl", "keyboard.ftl"];
/// How the names of messages begin that only officers read.
const FOR_OFFICERS: &str = "officer-";

/// A sentence of the kiosk's own, by whether it is always the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fixed {
    /// These words and no others: it can be recorded.
    Always(String),
    /// Something is put into it each time.
    WithValues,
}

/// Sentences by the name of their message, `name.attribute` for attributes. Empty where the kiosk has no words in the
/// language.
#[must_use]
pub fn sentences(language: &str) -> BTreeMap<String, Fixed> {
    let Some(folder) = folder(language) else { return BTreeMap::new() };
    let mut sentences = in_folder(folder);
    // What holds a value in one language is asked for with it in all, also where the words need none.
    for other in LOCALES.dirs().filter_map(|other| other.path().to_str()).filter(|other| *other != folder) {
        for (name, _) in in_folder(other).into_iter().filter(|(_, fixed)| *fixed == Fixed::WithValues) {
            sentences.entry(name).and_modify(|fixed| *fixed = Fixed::WithValues);
        }
    }
    sentences
}

fn in_folder(folder: &str) -> BTreeMap<String, Fixed> {
    let tag: LanguageIdentifier = folder.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![tag]);
    bundle.set_use_isolating(false);
    let mut names = Vec::new();
    for file in SPOKEN.iter().filter_map(|name| LOCALES.get_file(format!("{folder}/{name}"))) {
        // What can be read of a file is read; the locales' own check names the rest.
        let text = file.contents_utf8().unwrap_or_default().to_owned();
        let resource = FluentResource::try_new(text).unwrap_or_else(|(read, _)| read);
        names.extend(resource.entries().flat_map(named));
        bundle.add_resource_overriding(resource);
    }
    names.into_iter().filter(|name| !name.starts_with(FOR_OFFICERS)).filter_map(|name| said(&bundle, name)).collect()
}

/// The folder of a language: its own, or that of the language without its region.
fn folder(language: &str) -> Option<&str> {
    let known = |tag: &&str| LOCALES.get_dir(tag).is_some();
    let primary = language.split('-').next();
    [Some(language), primary].into_iter().flatten().find(known)
}

/// A message and its attributes.
fn named(entry: &Entry<&str>) -> Vec<String> {
    let Entry::Message(message) = entry else { return Vec::new() };
    let own = message.value.iter().map(|_| message.id.name.to_owned());
    let attributes = message.attributes.iter().map(|attribute| format!("{}.{}", message.id.name, attribute.id.name));
    own.chain(attributes).collect()
}

fn said(bundle: &FluentBundle<FluentResource>, name: String) -> Option<(String, Fixed)> {
    let (id, attribute) = match name.split_once('.') {
        Some((id, attribute)) => (id, Some(attribute)),
        None => (name.as_str(), None),
    };
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        Some(attribute) => message.get_attribute(attribute)?.value(),
        None => message.value()?,
    };
    let mut missing: Vec<FluentError> = Vec::new();
    let words: Cow<'_, str> = bundle.format_pattern(pattern, None, &mut missing);
    let fixed = if missing.is_empty() { Fixed::Always(words.into_owned()) } else { Fixed::WithValues };
    Some((name, fixed))
}
