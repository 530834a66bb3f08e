//! Somebody looks at the first lines only (`kaunter … | head`), and the program ends without a word about it.

use std::{fs::File, io::pipe, process::Stdio};

use crate::{Bench, heating_help};

/// A pipe that nobody reads from.
fn unread() -> Stdio {
    pipe().unwrap().1.into()
}

#[test]
fn whoever_has_read_enough_is_not_told_of_it() {
    let bench = Bench::new();
    heating_help(&bench);
    std::fs::write(bench.path("said.txt"), "tomorrow\n").unwrap();
    for line in [
        "models list --data here",
        "doctor --data here",
        "pack check town",
        "pack check town --golden",
        "pack new city",
        "pack list --shelf nowhere",
        "pack keygen --secret-key k.key --public-key k.pub --no-password",
        "form list town",
        "form check town",
        "form describe town heating-help",
        "form fill town heating-help --answers town/forms/heating-help/example.json",
        "clips list --pack town",
        "spoken --lang en --kind date",
        "ask --pack town hours",
        "ask --pack town --json hours",
    ] {
        let said = File::open(bench.path("said.txt")).unwrap();
        let done = bench.program(line).stdin(said).stdout(unread()).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&done.stderr), "", "kaunter {line}");
        assert_eq!(done.status.code(), Some(141), "kaunter {line}");
    }
}

#[test]
fn what_is_told_beside_it_may_go_unread_too() {
    let bench = Bench::new();
    bench.kaunter("enrol https://127.0.0.1:9 ABCD-EFGH", 1);
    heating_help(&bench);
    let answers = "--answers town/forms/heating-help/example.json --json";
    let filled = bench.kaunter(&format!("form fill town heating-help {answers}"), 0);
    std::fs::write(bench.path("b.json"), format!("{{\"number\": \"7\", \"filled_form\": {filled}}}")).unwrap();
    for (line, status, written) in [
        ("outbox list", 0, ""),
        ("pack check nowhere", 1, ""),
        // A form that cannot be set keeps none of the others, though nobody is told of it.
        ("paper archive --pack town a.json b.json", 1, "b.pdf\n"),
    ] {
        let done = bench.program(line).stderr(unread()).output().unwrap();
        let told = String::from_utf8(done.stdout).unwrap();
        assert_eq!((done.status.code(), told.as_str()), (Some(status), written), "kaunter {line}");
    }
    assert!(bench.path("b.pdf").exists());
}

/// Linux has a disk to try it on that is always full.
#[cfg(target_os = "linux")]
#[test]
fn a_list_that_the_disk_has_no_room_for_is_told_of() {
    let bench = Bench::new();
    bench.kaunter("pack new town", 0);
    for line in
        ["models list --data here", "pack check town", "pack keygen --secret-key k --public-key p --no-password"]
    {
        let full = File::create("/dev/full").unwrap();
        let done = bench.program(line).stdout(full).output().unwrap();
        let told = String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(1), "kaunter {line}: {told}");
        assert!(told.contains("No space left") && !told.contains("panicked"), "kaunter {line}: {told}");
    }
}
