//! House rules that no lint knows.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};
use serde_json::Value;

use crate::{command, paths};

/// Lines beyond which a file no longer holds one idea.
const LONGEST: usize = 450;
/// Bytes beyond which a file does not belong under version control.
const LARGEST: u64 = 1 << 20;
/// Files that may be larger, and why.
const LARGE: &[(&str, &str)] = &[
    ("crates/input/data/phrases.tsv.zst", "the dictionary of Bopomofo is in the program"),
    ("models/selftest.bin.zst", "the model of the self-test is in the program"),
];
/// Words that say something was left for later.
const LEFT_BEHIND: &[&str] = &["TODO", "FIXME", "XXX"];
/// Which rooms a room may know; arrows point down.
const KNOWS: &[(&str, &[&str])] = &[
    ("kaunter-reading", &[]),
    ("kaunter-input", &[]),
    ("kaunter-spoken", &[]),
    ("kaunter-store", &[]),
    ("kaunter-terminal", &[]),
    ("kaunter-protocol", &[]),
    ("kaunter-agency", &["kaunter-protocol", "kaunter-reading", "kaunter-terminal"]),
    ("kaunter-courier", &["kaunter-protocol", "kaunter-store", "kaunter-pack"]),
    ("kaunter-clips", &[]),
    ("kaunter-printer", &[]),
    ("kaunter-speech", &["kaunter-clips"]),
    ("kaunter-forms", &["kaunter-spoken", "kaunter-reading"]),
    ("kaunter-paper", &["kaunter-forms"]),
    ("kaunter-pack", &["kaunter-reading", "kaunter-forms", "kaunter-clips"]),
    ("kaunter-knowledge", &["kaunter-pack"]),
    (
        "kaunter-kiosk",
        &[
            "kaunter-clips",
            "kaunter-pack",
            "kaunter-courier",
            "kaunter-protocol",
            "kaunter-knowledge",
            "kaunter-forms",
            "kaunter-spoken",
            "kaunter-store",
            "kaunter-paper",
            "kaunter-printer",
            "kaunter-speech",
        ],
    ),
    (
        "kaunter-cli",
        &[
            "kaunter-clips",
            "kaunter-pack",
            "kaunter-courier",
            "kaunter-paper",
            "kaunter-forms",
            "kaunter-knowledge",
            "kaunter-kiosk",
            "kaunter-printer",
            "kaunter-speech",
            "kaunter-spoken",
            "kaunter-store",
            "kaunter-terminal",
        ],
    ),
    ("kaunter-shell", &["kaunter-kiosk", "kaunter-input"]),
];
/// Libraries that only one room may know.
const NOT_IN_CORE: &[(&str, &str)] = &[
    ("tauri", "kaunter-shell"),
    ("wry", "kaunter-shell"),
    ("webkit2gtk", "kaunter-shell"),
    ("axum", "kaunter-agency"),
];

/// All of them.
pub fn check() -> Result<()> {
    let mut faults = Vec::new();
    for path in tracked()? {
        let name = path.display().to_string();
        let full = paths::root().join(&path);
        let excepted = LARGE.iter().any(|(large, _)| *large == name);
        if fs::metadata(&full)?.len() > LARGEST && !excepted {
            faults.push(format!("{name}: over {LARGEST} bytes"));
        }
        if is_code(&path) {
            let text = fs::read_to_string(&full)?;
            faults.extend(code_faults(&path, &text).into_iter().map(|fault| format!("{name}: {fault}")));
        }
    }
    faults.extend(arrow_faults()?);
    if faults.is_empty() { Ok(()) } else { bail!("{}", faults.join("\n")) }
}

fn tracked() -> Result<Vec<PathBuf>> {
    let listed = command::read(command::command("git").args(["ls-files", "-z"]))?;
    let paths = listed.split('\0').filter(|path| !path.is_empty()).map(PathBuf::from);
    Ok(paths.filter(|path| paths::root().join(path).is_file()).collect())
}

fn is_code(path: &Path) -> bool {
    let written = path
        .extension()
        .is_some_and(|kind| ["rs", "ts", "js", "mjs", "svelte", "css"].iter().any(|code| kind == *code));
    written && !path.components().any(|part| part.as_os_str() == "bindings")
}

fn code_faults(path: &Path, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let lines = text.lines().count();
    // Many cases side by side are one idea, and a fuzz target is one line.
    let is_test = path.components().any(|part| ["tests", "fuzz"].iter().any(|folder| part.as_os_str() == *folder));
    if lines > LONGEST && !is_test {
        faults.push(format!("{lines} lines; {LONGEST} is the most"));
    }
    let is_rust = path.extension().is_some_and(|kind| kind == "rs");
    if is_rust && !is_test && !text.starts_with("//!") {
        faults.push("does not begin with `//!`: what is it for, and what must it never know?".to_owned());
    }
    if path.starts_with("ui/src/shared") && text.contains("/kiosk/") {
        faults.push("`shared` must not import from `kiosk`".to_owned());
    }
    // This file names the words itself.
    if !path.ends_with("stages/tidy.rs") {
        let left =
            LEFT_BEHIND.iter().filter(|word| text.split(|c: char| !c.is_alphanumeric()).any(|part| part == **word));
        faults.extend(left.map(|word| format!("something is left for later: {word}")));
    }
    faults
}

fn arrow_faults() -> Result<Vec<String>> {
    let metadata =
        command::read(command::cargo().args(["metadata", "--format-version", "1", "--no-deps", "--offline"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let allowed: BTreeMap<&str, &[&str]> = KNOWS.iter().copied().collect();
    let mut faults = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or_default();
        let Some(may_know) = allowed.get(name) else {
            continue;
        };
        for dependency in
            package["dependencies"].as_array().into_iter().flatten().filter(|needed| needed["kind"].is_null())
        {
            let needed = dependency["name"].as_str().unwrap_or_default();
            if needed.starts_with("kaunter-") && !may_know.contains(&needed) {
                faults.push(format!("{name} must not know {needed}"));
            }
            if NOT_IN_CORE.iter().any(|(library, only)| *library == needed && *only != name) {
                faults.push(format!("{name} must not know {needed}"));
            }
        }
    }
    Ok(faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str, expected: &[&str]) {
        let faults = code_faults(Path::new(path), text);
        assert_eq!(faults.len(), expected.len(), "{faults:?}");
        for (fault, words) in faults.iter().zip(expected) {
            assert!(fault.contains(words), "{fault}");
        }
    }

    #[test]
    fn a_file_keeps_to_the_house_rules() {
        found("crates/a/src/lib.rs", "//! For something.\n", &[]);
        found("crates/a/src/lib.rs", "fn main() {}\n", &["does not begin with"]);
        found("crates/a/src/lib.rs", &"//! Long.\n".repeat(451), &["451 lines"]);
        found("ui/src/shared/a.ts", "import { b } from '../kiosk/b';", &["must not import"]);
        found("ui/src/kiosk/a.ts", "import { b } from './b'; // TODO: c", &["left for later"]);
    }
}
