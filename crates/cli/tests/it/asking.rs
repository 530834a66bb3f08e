//! A trainer and a script ask a pack on the command line, one question or one a line.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdout, Command, Stdio},
};

use serde_json::{Value, json};

use super::Bench;

const MANIFEST: &str =
    "id = \"quay\"\nversion = \"1\"\nagency = \"Quay Office\"\nlanguages = [\"en\"]\noffice_language = \"en\"\n";
const FAQ: &str = "id,question,answer\n\
    lost-key,Where do I get a new key?,The porter has a new key for you.\n\
    boat-fee,What does a rowing boat cost?,A rowing boat costs 8 dollars a day.\n";
/// What the lost key's entry is written as: the agency itself answers for it.
const KEY: &str = "The porter has a new key for you.\n  — Quay Office\n";
const GUIDE: &str =
    "---\ntitle: House rules\nversion: 2026-02-03\n---\n# Quiet hours\nThe house is quiet after 22:00.\n";
const GOLDEN: &str = "question,expected\nWhere do I get a new key?,lost-key\nWho wins the match?,none\n";
const DIRECTORY: &str = "id,language,name,phone,services,advice\n\
    porter,en,Porter,05-555-0100,\"keys, doors\",\n\
    doctor,en,Doctor on duty,119,illness,health\n";

/// A bench with a pack of these files.
fn bench(files: &[(&str, &str)]) -> Bench {
    let bench = Bench::new();
    fs::create_dir_all(bench.path("quay/knowledge/en")).unwrap();
    for (name, text) in [("pack.toml", MANIFEST)].iter().chain(files) {
        fs::write(bench.path("quay").join(name), text).unwrap();
    }
    bench
}

fn quay() -> Bench {
    bench(&[("knowledge/en/faq.csv", FAQ), ("directory.csv", DIRECTORY)])
}

/// What is written to a question, in JSON.
fn asked(bench: &Bench, question: &str) -> Value {
    let done = bench.ask(&["--json", question]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    serde_json::from_slice(&done.stdout).unwrap()
}

impl Bench {
    fn asking(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kaunter"));
        command.args(["ask", "--pack", "quay"]).args(arguments).current_dir(self.path("."));
        command.env("XDG_CACHE_HOME", self.path("cache"));
        command
    }

    fn ask(&self, arguments: &[&str]) -> std::process::Output {
        self.asking(arguments).output().unwrap()
    }
}

/// A script that waits for one answer before it asks on.
struct Script {
    program: Child,
    answers: BufReader<ChildStdout>,
}

impl Script {
    fn starts(bench: &Bench) -> Self {
        let mut command = bench.asking(&["--batch"]);
        let mut program = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let answers = BufReader::new(program.stdout.take().unwrap());
        Self { program, answers }
    }

    fn asks(&mut self, line: &[u8]) -> Value {
        let questions = self.program.stdin.as_mut().unwrap();
        questions.write_all(line).unwrap();
        questions.flush().unwrap();
        let mut answer = String::new();
        self.answers.read_line(&mut answer).unwrap();
        serde_json::from_str(&answer).unwrap()
    }

    fn ends(mut self) -> bool {
        drop(self.program.stdin.take());
        self.program.wait().unwrap().success()
    }
}

#[test]
fn a_trainer_reads_the_answer_and_where_it_stands() {
    let bench = quay();
    let said = bench.ask(&["Where do I get a new key?"]);
    assert_eq!(String::from_utf8(said.stdout).unwrap(), KEY);
    let unknown = String::from_utf8(bench.ask(&["my chest hurts, is it serious"]).stdout).unwrap();
    assert_eq!(unknown, "No advice is given on this.\n  → Doctor on duty, 119\n");
}

#[test]
fn a_script_gets_the_quotation_with_its_place() {
    let bench = bench(&[("knowledge/en/guide.md", GUIDE)]);
    let answer = asked(&bench, "quiet hours");
    assert_eq!(answer["outcome"], "answer");
    assert_eq!(answer["answers"][0]["id"], "guide.md#Quiet hours");
    assert_eq!(answer["answers"][0]["text"], "The house is quiet after 22:00.");
    let citation = &answer["answers"][0]["citation"];
    assert_eq!((&citation["document"], &citation["version"]), (&json!("House rules"), &json!("2026-02-03")));
    assert!(answer["confidence"].as_f64().unwrap() > 0.0 && answer["micros"].is_u64());
    assert_eq!((answer.get("advice"), answer.get("offices")), (None, None));
}

#[test]
fn one_table_or_one_document_beside_the_manifest_is_a_pack() {
    for (file, text, question, id) in [
        ("knowledge/en/faq.csv", FAQ, "What does a rowing boat cost?", "boat-fee"),
        ("knowledge/en/guide.md", GUIDE, "quiet hours", "guide.md#Quiet hours"),
    ] {
        assert_eq!(asked(&bench(&[(file, text)]), question)["answers"][0]["id"], id, "{file}");
    }
}

#[test]
fn who_asks_for_advice_is_told_of_which_kind_and_where_to_go() {
    let answer = asked(&quay(), "my chest hurts, is it serious");
    assert_eq!((&answer["outcome"], &answer["advice"]), (&json!("unknown"), &json!("health")));
    assert_eq!(answer["offices"].as_array().unwrap().len(), 1, "{answer}");
    assert_eq!(
        (&answer["offices"][0]["name"], &answer["offices"][0]["phone"]),
        (&json!("Doctor on duty"), &json!("119"))
    );
}

#[test]
fn each_line_is_answered_before_the_next_is_asked() {
    let bench = quay();
    let mut script = Script::starts(&bench);
    assert_eq!(script.asks(b"Where do I get a new key?\n")["answers"][0]["id"], "lost-key");
    assert_eq!(script.asks(b"What does a rowing boat cost?\r\n")["question"], "What does a rowing boat cost?");
    assert_eq!(script.asks(b"\n")["outcome"], "unknown");
    assert!(script.ends());
}

#[test]
fn a_line_that_is_no_text_is_answered_too_and_stops_nothing() {
    let bench = quay();
    let mut script = Script::starts(&bench);
    assert_eq!(script.asks(b"\xff\xfe\x80\n")["outcome"], "unknown");
    assert_eq!(script.asks(b"Where do I get a new key?\xa0\n")["answers"][0]["id"], "lost-key");
    assert_eq!(script.asks(b"Where do I get a new key?\n")["answers"][0]["id"], "lost-key");
    assert!(script.ends());
}

#[test]
fn where_the_index_cannot_be_kept_it_is_held_in_memory() {
    let bench = bench(&[("knowledge/en/faq.csv", FAQ), ("knowledge/en/golden.csv", GOLDEN)]);
    // Nobody, not even root, makes a folder under a file.
    fs::write(bench.path("cache"), "").unwrap();
    let done = bench.ask(&["--cache", "cache/index", "Where do I get a new key?"]);
    assert_eq!(String::from_utf8(done.stdout).unwrap(), KEY);
    let warned = String::from_utf8(done.stderr).unwrap();
    assert!(warned.contains("knowledge-cache-full") && warned.contains("held in memory"), "{warned}");
    let golden = bench.kaunter("pack check --golden quay", 0);
    assert!(golden.contains("to be answered 1: 1 right"), "{golden}");
}

#[test]
fn a_pack_with_errors_answers_and_says_that_something_may_be_missing() {
    let bench = bench(&[("knowledge/en/faq.csv", &format!("{FAQ}boat-fee,Which boats?,All.\n"))]);
    let done = bench.ask(&["Where do I get a new key?"]);
    assert_eq!(String::from_utf8(done.stdout).unwrap(), KEY);
    let warned = String::from_utf8(done.stderr).unwrap();
    assert!(warned.starts_with("1 error in the pack"), "{warned}");
}
