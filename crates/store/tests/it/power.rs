//! The power goes, at any instruction.

use std::{env, path::Path, process::Command};

use crate::killed;

/// This program again, as a process that lives until it is killed.
fn program(folder: &Path, what: &str) -> Command {
    let mut program = Command::new(env::current_exe().unwrap());
    program.args(["--exact", "power::lives_until_it_is_killed", "--ignored", "--nocapture", "--test-threads=1"]);
    program.env("LIVES_IN", folder).env("LIVES_BY", what);
    program
}

#[test]
#[ignore = "started by the others, to be killed"]
fn lives_until_it_is_killed() {
    if let (Ok(folder), Ok(what)) = (env::var("LIVES_IN"), env::var("LIVES_BY")) {
        killed::live(Path::new(&folder), &what);
    }
}

#[test]
fn killed_while_answering_the_old_or_the_new_answer_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let answered = killed::while_answering(folder.path(), 200, program);
    assert!(answered > 100, "{answered}");
}

#[test]
fn killed_while_finishing_no_form_is_lost_or_doubled() {
    let folder = tempfile::tempdir().unwrap();
    let finished = killed::while_finishing(folder.path(), 60, program);
    assert!(finished > 60, "{finished}");
}
