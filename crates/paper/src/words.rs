//! The fixed words of paper in one language: `locales/<tag>/paper.ftl`, compiled in.
//!
//! A language is a folder: none is named here. It must never know which sheet shows which words.

use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

use crate::PaperError;

static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../locales");

/// Arguments that only the typesetter knows. They stand in the text between braces until it puts them in.
const LATER: &[&str] = &["page", "pages", "part", "parts", "number", "minutes"];

/// The fixed words of paper in one language, by id. What only the typesetter or the asker knows stands in braces.
///
/// # Errors
/// [`PaperError::LanguageUnknown`]; anything else is a fault of ours.
pub fn words(language: &str) -> Result<BTreeMap<String, String>, PaperError> {
    let unknown = || PaperError::LanguageUnknown { language: language.to_owned() };
    let tag: LanguageIdentifier = language.parse().map_err(|_| unknown())?;
    let file = LOCALES.get_file(format!("{language}/paper.ftl")).ok_or_else(unknown)?;
    let broken = |reason: String| PaperError::TypesetterFailed { reason: format!("{language}/paper.ftl: {reason}") };
    let text = file.contents_utf8().ok_or_else(|| broken("not UTF-8".to_owned()))?;
    let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| broken(format!("{errors:?}")))?;
    let mut arguments = FluentArgs::new();
    for name in LATER {
        arguments.set(*name, format!("{{{name}}}"));
    }
    let ids: Vec<String> = resource.entries().filter_map(message_id).collect();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).map_err(|errors| broken(format!("{errors:?}")))?;
    let mut words = BTreeMap::new();
    for id in ids {
        let pattern = bundle.get_message(&id).and_then(|message| message.value());
        let pattern = pattern.ok_or_else(|| broken(format!("{id} is empty")))?;
        let mut errors = Vec::new();
        let said = bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        if !errors.is_empty() {
            return Err(broken(format!("{id}: {errors:?}")));
        }
        words.insert(id, said);
    }
    Ok(words)
}

fn message_id(entry: &fluent_syntax::ast::Entry<&str>) -> Option<String> {
    match entry {
        fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    }
}
