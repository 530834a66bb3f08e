//! The administrators' guides beside the programs: every command that they show is one that the programs have, with every
//! option.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result, ensure};

use crate::{command, paths};

/// Those whose commands an administrator types.
const GUIDES: [&str; 3] = ["docs/deploy.md", "docs/agency.md", "docs/courier.md"];

/// Asks the programs in a folder for help with every command of the guides that is theirs; gives how many that were.
pub(super) fn check(programs: &Path) -> Result<usize> {
    let mut asked = 0;
    for guide in GUIDES {
        let text = fs::read_to_string(paths::root().join(guide))?;
        for shown in commands(&text) {
            let mut words = shown.split_whitespace();
            // In the guide for kiosks these stand for the programs as their users call them.
            let name = match words.next() {
                Some("kiosk") => "kaunter",
                Some("agency") => "kaunter-agency",
                name => name.unwrap_or_default(),
            };
            let program = programs.join(name);
            if !name.starts_with("kaunter") || !program.is_file() {
                continue;
            }
            let told = help(&program, words.clone()).with_context(|| format!("{guide}: {shown}"))?;
            for option in words.filter(|word| word.starts_with("--")) {
                ensure!(told.contains(option), "{guide}: {shown}: there is no {option}");
            }
            asked += 1;
        }
    }
    Ok(asked)
}

/// What a program says of a command up to its first option.
fn help<'w>(program: &Path, words: impl Iterator<Item = &'w str>) -> Result<String> {
    command::read(Command::new(program).args(words.take_while(|word| !word.starts_with('-'))).arg("--help"))
}

/// The commands in a guide's blocks `sh`, without what is said beside them.
fn commands(guide: &str) -> Vec<String> {
    let blocks = guide.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    let joined = blocks.collect::<String>().replace("\\\n", " ");
    let lines = joined.lines().flat_map(|line| line.split(" # ").next().unwrap_or_default().split(" && "));
    lines.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_told_from_what_is_said_beside_them() {
        let guide = "Do\n```sh\na b --c \\\n  d   # why\n\ne && f\n```\nand not\n```toml\ng = 1\n```\n";
        assert_eq!(commands(guide), ["a b --c    d", "e", "f"]);
    }
}
