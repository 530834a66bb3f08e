//! Where the sources ask for words.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use anyhow::Result;

use crate::{paths, screens::collect};

/// Where codes stand that the kiosk passes on from other crates.
const PASSED_ON: &[&str] = &[
    "crates/store/src/error.rs",
    "crates/store/src/opening.rs",
    "crates/paper/src/error.rs",
    "crates/courier/src/error.rs",
    "crates/courier/src/agency.rs",
    "crates/courier/src/reasons.rs",
    "crates/pack/src/error.rs",
];
/// Begins the name of the words for a code.
const PROBLEM: &str = "problem-";
/// Where what can be the matter with a printer or with hearing has its codes, and how these begin: each with words for
/// the citizen and for the officer.
const FOR_BOTH: &[(&str, &str)] = &[
    ("crates/printer/src/error.rs", "printer-"),
    ("crates/printer/src/condition.rs", "printer-"),
    ("crates/printer/src/job.rs", "printer-"),
    ("crates/printer/src/ticket.rs", "printer-"),
    ("crates/kiosk/src/printing/meeting.rs", "printer-"),
    ("crates/speech/src/error.rs", "voice-"),
    ("crates/speech/src/hearing/ears/mod.rs", "voice-"),
];
/// Where what kept a kiosk from hearing a citizen has its codes, and how these begin: with words for the citizen alone.
const NOT_HEARD: (&str, &str) = ("crates/speech/src/hearing/mod.rs", "not-heard-");
/// Begins the name of the words on paper.
const PAPER: &str = "paper-";
/// Begins the name of the words for an officer.
const OFFICER: &str = "officer-";
/// Begins the name of the words for what is wrong with an answer.
const FAULT: &str = "form-fault-";
/// Where what can be wrong with words that were heard has its codes.
const HEARD: &str = "crates/spoken/src/value.rs";

/// All that the sources say about messages.
#[derive(Default)]
pub struct Uses {
    /// Ids that are asked for for certain, with a file that does.
    pub asked_for: BTreeMap<String, String>,
    quoted: BTreeSet<String>,
    prefixes: BTreeSet<String>,
}

impl Uses {
    /// Reads the screens and the codes that the kiosk gives them.
    pub fn read() -> Result<Self> {
        let mut uses = Self::default();
        for (folder, kinds) in [
            ("ui/src", &["ts", "svelte"][..]),
            ("crates/kiosk/src", &["rs"]),
            ("crates/store/src", &["rs"]),
            ("crates/courier/src", &["rs"]),
            ("crates/paper/src", &["rs"]),
            ("crates/pack/src", &["rs"]),
            ("crates/paper/typst", &["typ"]),
            ("src-tauri/src", &["rs"]),
        ] {
            let mut files = Vec::new();
            collect(&paths::root().join(folder), &mut files)?;
            for file in files {
                let kind = file.extension().unwrap_or_default().to_string_lossy().into_owned();
                let name = file.strip_prefix(paths::root()).unwrap_or(&file).display().to_string();
                let tested = name.contains(".test.") || name.contains("/fixtures/") || name.contains("/bindings/");
                if !kinds.contains(&kind.as_str()) || tested {
                    continue;
                }
                let text = fs::read_to_string(&file)?;
                if kind == "rs" { uses.take_codes(&name, &text) } else { uses.take_screen(&name, &text) }
            }
        }
        uses.take_faults(HEARD, &fs::read_to_string(paths::root().join(HEARD))?);
        for (file, prefix) in FOR_BOTH {
            let text = fs::read_to_string(paths::root().join(file))?;
            uses.take_beginning(file, &text, prefix, &[PROBLEM, OFFICER]);
        }
        let (file, prefix) = NOT_HEARD;
        uses.take_beginning(file, &fs::read_to_string(paths::root().join(file))?, prefix, &[PROBLEM]);
        Ok(uses)
    }

    /// Whether a message is asked for, as a whole or by an attribute.
    pub fn has(&self, id: &str) -> bool {
        let whole = id.split('.').next().unwrap_or(id);
        if whole.starts_with(OFFICER) && self.asked_for.contains_key(whole) {
            return true;
        }
        if let Some(code) = whole.strip_prefix(PROBLEM) {
            return self.quoted.contains(whole) || self.asked_for.contains_key(whole) || self.quoted.contains(code);
        }
        self.quoted.contains(id)
            || self.quoted.contains(whole)
            || self.prefixes.iter().any(|prefix| whole.starts_with(prefix))
    }

    fn take_screen(&mut self, file: &str, text: &str) {
        for (before, word) in quoted(text) {
            if is_id(word) {
                self.quoted.insert(word.to_owned());
                if before.ends_with("say(") {
                    self.asked_for.insert(word.to_owned(), file.to_owned());
                }
            }
        }
        for template in text.split('`').skip(1).step_by(2) {
            if let Some((prefix, _)) = template.split_once("${")
                && prefix.ends_with('-')
                && prefix != PROBLEM
                && is_id(prefix.trim_end_matches('-'))
            {
                self.prefixes.insert(prefix.to_owned());
            }
        }
    }

    /// Codes reach the screens from types that turn into a `Problem` and from crates below; they stand alone on a line or
    /// at the end of one.
    fn take_codes(&mut self, file: &str, text: &str) {
        let product = text.split("#[cfg(test)]").next().unwrap_or(text);
        // Small papers are put together by the kiosk, of the words for paper.
        let words = quoted(product).filter(|(_, word)| word.starts_with(PAPER) && is_id(word));
        self.quoted.extend(words.map(|(_, word)| word.to_owned()));
        if !product.contains("for Problem {") && !PASSED_ON.contains(&file) {
            return;
        }
        for (before, code) in quoted(product) {
            if (before.ends_with("=> ") || before.trim().is_empty()) && is_id(code) {
                self.asked_for.insert(format!("{PROBLEM}{code}"), file.to_owned());
            }
        }
    }

    /// Every code that a match gives and that begins so, for these audiences.
    fn take_beginning(&mut self, file: &str, text: &str, prefix: &str, audiences: &[&str]) {
        let product = text.split("#[cfg(test)]").next().unwrap_or(text);
        for (before, code) in quoted(product) {
            if before.ends_with("=> ") && is_id(code) && code.starts_with(prefix) {
                for audience in audiences {
                    self.asked_for.insert(format!("{audience}{code}"), file.to_owned());
                }
            }
        }
    }

    /// Every code that a match gives is put behind `form-fault-`.
    fn take_faults(&mut self, file: &str, text: &str) {
        for (before, code) in quoted(text) {
            if before.ends_with("=> ") && is_id(code) {
                self.asked_for.insert(format!("{FAULT}{code}"), file.to_owned());
            }
        }
    }
}

/// What stands between quotation marks on one line, with what stands before it.
fn quoted(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines().flat_map(|line| {
        line.match_indices(['\'', '"', '`']).filter_map(move |(at, mark)| {
            let (before, rest) = (&line[..at], &line[at + mark.len()..]);
            Some((before, &rest[..rest.find(mark)?]))
        })
    })
}

fn is_id(word: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
    word.starts_with(|c: char| c.is_ascii_lowercase()) && word.chars().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn screens_ask_by_name_by_choice_and_by_prefix() {
        let mut uses = Uses::default();
        uses.take_screen(
            "a.svelte",
            "<h1>{say('home-title')}</h1>{say(big ? 'text-big' : 'text-small')}{say(`reach-${reach}`)}{say('home.label')}",
        );
        for used in ["home-title", "text-big", "text-small", "reach-left", "home.label"] {
            assert!(uses.has(used), "{used}");
        }
        assert!(!uses.has("home-summary"));
        assert_eq!(uses.asked_for.keys().collect::<Vec<_>>(), ["home-title", "home.label"]);
    }

    #[test]
    fn every_code_of_the_kiosk_needs_words() {
        let mut uses = Uses::default();
        uses.take_codes("a.rs", "match self { Self::Gone => \"entry-gone\" }\nimpl From<A> for Problem {");
        uses.take_codes(PASSED_ON[0], "match self { Self::Full => \"disk-full\" }");
        uses.take_codes("b.rs", "match self { Self::Gone => \"inner-fault\" }");
        assert_eq!(uses.asked_for.keys().collect::<Vec<_>>(), ["problem-disk-full", "problem-entry-gone"]);
        assert!(uses.has("problem-entry-gone") && !uses.has("problem-inner-fault"));
    }

    #[test]
    fn a_printer_speaks_to_the_citizen_and_to_the_officer() {
        let mut uses = Uses::default();
        let text = "Self::Jam => \"printer-jam\",\nSelf::Tray => \"one-sided\",";
        uses.take_beginning("a.rs", text, "printer-", &[PROBLEM, OFFICER]);
        assert_eq!(uses.asked_for.keys().collect::<Vec<_>>(), ["officer-printer-jam", "problem-printer-jam"]);
        assert!(uses.has("officer-printer-jam") && !uses.has("officer-printer-tray"));
    }

    #[test]
    fn everything_that_can_be_wrong_with_an_answer_needs_words() {
        let mut uses = Uses::default();
        uses.take_faults("value.rs", "(\"yesno\", Kind::YesNo)\nSelf::Year => \"year\",");
        assert_eq!(uses.asked_for.keys().collect::<Vec<_>>(), ["form-fault-year"]);
    }
}
