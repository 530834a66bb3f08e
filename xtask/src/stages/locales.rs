//! The words of `locales`: there in every language, used, and with the same arguments.
//!
//! Where words are used is read off the sources of the screens: a message's id stands there between
//! quotation marks, or begins with what stands before `${` in a template.

mod messages;
mod uses;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use anyhow::{Result, bail};

use self::{messages::Language, uses::Uses};
use crate::paths;

/// Fails with all faults of all languages.
pub fn check() -> Result<()> {
    let mut languages = Vec::new();
    for entry in fs::read_dir(paths::root().join("locales"))? {
        let folder = entry?.path();
        if folder.is_dir() {
            languages.push(Language::read(&folder)?);
        }
    }
    languages.sort_by(|a, b| a.tag.cmp(&b.tag));
    let uses = Uses::read()?;
    let mut faults: Vec<String> = languages.iter().flat_map(|language| language.faults.clone()).collect();
    faults.extend(differences(&languages));
    faults.extend(unused_or_missing(&languages, &uses));
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    let count = languages.first().map_or(0, |language| language.messages.len());
    println!("{count} messages in {} languages", languages.len());
    Ok(())
}

/// What one language has and another has not, or has otherwise.
fn differences(languages: &[Language]) -> Vec<String> {
    let ids: BTreeSet<&String> = languages.iter().flat_map(|language| language.messages.keys()).collect();
    let mut faults = Vec::new();
    for id in ids {
        let having: BTreeMap<&str, _> =
            languages.iter().filter_map(|language| Some((language.tag.as_str(), language.messages.get(id)?))).collect();
        let lacking = languages.iter().filter(|language| !language.messages.contains_key(id));
        faults.extend(lacking.map(|language| format!("{}: {id} is missing", language.tag)));
        let Some((tag, first)) = having.iter().next() else {
            continue;
        };
        for (other, message) in having.iter().skip(1) {
            if message.file != first.file {
                faults.push(format!("{other}: {id} stands in {}, but in {} for {tag}", message.file, first.file));
            }
            let missed = first.shown_beyond(message).map(|name| (*other, name));
            let missed = missed.chain(message.shown_beyond(first).map(|name| (*tag, name)));
            faults.extend(missed.map(|(language, name)| format!("{language}: {id} does not use ${name}")));
        }
    }
    faults
}

fn unused_or_missing(languages: &[Language], uses: &Uses) -> Vec<String> {
    let mut faults = Vec::new();
    let ids: BTreeSet<&String> = languages.iter().flat_map(|language| language.messages.keys()).collect();
    let referred: BTreeSet<&String> = languages
        .iter()
        .flat_map(|language| language.messages.values())
        .flat_map(|message| &message.refers_to)
        .collect();
    for id in &ids {
        if !uses.has(id) && !referred.contains(id) {
            faults.push(format!("{id} is used nowhere"));
        }
    }
    for (id, file) in &uses.asked_for {
        if !ids.contains(id) {
            faults.push(format!("{file} asks for {id}, which no language has"));
        }
    }
    faults
}
