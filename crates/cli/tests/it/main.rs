//! What a trainer and a field engineer type, from an empty folder to a kiosk that serves.

#![allow(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

mod asking;
#[path = "../../../paper/tests/it/camera.rs"]
#[allow(dead_code, reason = "the tests of paper use the rest")]
mod camera;
mod clips;
#[path = "../../../courier/tests/it/hall.rs"]
#[allow(dead_code, reason = "the courier's tests use the rest")]
mod hall;
mod hearing;
mod paper;
mod service;
mod unread;
mod voice;

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;

/// A folder to work in, and the program.
struct Bench {
    folder: TempDir,
}

impl Bench {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn program(&self, line: &str) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_kaunter"));
        program
            .args(line.split(' '))
            .current_dir(self.folder.path())
            .env("XDG_CACHE_HOME", self.path("cache"))
            .env("KAUNTER_DATA", self.path("hall"))
            .env("KAUNTER_KEY_FILE", self.path("hall.key"));
        program
    }

    fn run(&self, line: &str) -> Output {
        self.program(line).output().unwrap()
    }

    /// Runs a command line and expects this exit status; gives what it wrote.
    #[track_caller]
    fn kaunter(&self, line: &str, status: i32) -> String {
        let done = self.run(line);
        let said = [done.stdout, done.stderr].concat();
        let said = String::from_utf8(said).unwrap();
        assert_eq!(done.status.code(), Some(status), "kaunter {line}: {said}");
        said
    }

    /// Gives a command lines to read and reads what it writes, a JSON value a line.
    fn told(&self, line: &str, said: &str) -> Vec<serde_json::Value> {
        let mut program = Command::new(env!("CARGO_BIN_EXE_kaunter"))
            .args(line.split(' '))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        program.stdin.take().unwrap().write_all(said.as_bytes()).unwrap();
        let done = program.wait_with_output().unwrap();
        assert!(done.status.success(), "kaunter {line}");
        String::from_utf8(done.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    fn edit(&self, name: &str, old: &str, new: &str) {
        let path = self.path(name);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(old), "{name} does not hold {old:?}");
        fs::write(path, text.replacen(old, new, 1)).unwrap();
    }
}

#[test]
fn from_an_empty_folder_to_a_kiosk_that_serves_and_back() {
    let bench = Bench::new();
    bench.kaunter("pack new town --languages zh-TW,ms,ko,en", 0);
    assert_eq!(bench.kaunter("pack check town", 0), "0 errors, 0 warnings\n");
    bench.kaunter("pack keygen --secret-key town.key --public-key town.pub --no-password", 0);
    for (version, month) in [("7.1", "a"), ("7.2", "b")] {
        let line = fs::read_to_string(bench.path("town/pack.toml")).unwrap();
        let old = line.lines().find(|line| line.starts_with("version")).unwrap();
        bench.edit("town/pack.toml", old, &format!("version = \"{version}\""));
        let built = bench.kaunter(&format!("pack build town --out {month}"), 0);
        assert_eq!(Path::new(built.trim()), Path::new(month).join(format!("town-{version}.kpack")));
        bench.kaunter(&format!("pack sign {} --secret-key town.key", built.trim()), 0);
        let said = bench.kaunter(&format!("pack verify {} --public-key town.pub", built.trim()), 0);
        assert!(said.contains(&format!("pack town version {version}")), "{said}");
        bench.kaunter(&format!("pack install {} --shelf shelf --public-key town.pub", built.trim()), 0);
    }
    let listed = || {
        let said = bench.kaunter("pack list --shelf shelf", 0);
        // Behind the version stands the beginning of a digest.
        said.lines().map(|line| line.rsplit_once("  ").unwrap().0.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(listed(), ["* town 7.2", "  town 7.1"]);
    let older = bench.kaunter("pack install a/town-7.1.kpack --shelf shelf --public-key town.pub", 1);
    assert!(older.contains("pack-older"), "{older}");
    bench.kaunter("pack rollback --shelf shelf", 0);
    assert_eq!(listed(), ["* town 7.1"]);
    bench.edit("town/pack.toml", "version = \"7.2\"", "version = \"7.1\"");
    bench.edit("town/pack.toml", "languages", "seal = \"T\"\nlanguages");
    bench.kaunter("pack build town --out c", 0);
    bench.kaunter("pack sign c/town-7.1.kpack --secret-key town.key", 0);
    let again = bench.kaunter("pack install c/town-7.1.kpack --shelf shelf --public-key town.pub", 0);
    assert!(again.contains("version 7.1 was installed already, with other content"), "{again}");
    assert_eq!(listed(), ["* town 7.1", "  town 7.1"]);
    bench.kaunter("pack rollback --shelf shelf", 0);
    let json: serde_json::Value = serde_json::from_str(&bench.kaunter("pack list --shelf shelf --json", 0)).unwrap();
    assert_eq!((&json[0]["id"], &json[0]["current"]), (&"town".into(), &true.into()));
    assert!(bench.kaunter("pack rollback --shelf shelf", 1).contains("pack-nothing-before"));
}

#[test]
fn a_fault_is_shown_with_its_line_and_its_remedy_and_keeps_the_pack_from_being_built() {
    let bench = Bench::new();
    bench.kaunter("pack new town", 0);
    bench.edit(
        "town/knowledge/en/faq.csv",
        "Please ask at counter 1. Things that are found are kept there for thirty days.",
        "",
    );
    let said = bench.kaunter("pack check town", 1);
    assert!(said.contains("faq.csv:3: error: the cell “answer” is empty\n    Fill it, or delete the row.\n"), "{said}");
    let json: serde_json::Value = serde_json::from_str(&bench.kaunter("pack check town --json", 1)).unwrap();
    assert_eq!(json["errors"], 1);
    assert_eq!(json["pack"]["id"], "town");
    assert_eq!(json["faults"][0]["code"], "missing-cell");
    assert!(bench.kaunter("pack build town", 1).contains("faq.csv:3: error"));
    let files = fs::read_dir(bench.folder.path()).unwrap().count();
    assert_eq!(files, 1, "only the pack's folder is there");
}

/// A file of the worked example in the handbook for form writers.
fn handbook(name: &str) -> &'static str {
    let handbook = include_str!("../../../../docs/forms.md");
    let (_, rest) = handbook.split_once(&format!("**{name}**\n\n```")).unwrap();
    rest.split_once('\n').unwrap().1.split_once("\n```").unwrap().0
}

/// A new pack with the handbook's worked example.
fn heating_help(bench: &Bench) {
    bench.kaunter("pack new town", 0);
    fs::create_dir_all(bench.path("town/forms/heating-help")).unwrap();
    for name in ["form.toml", "en.ftl", "example.json"] {
        let text = handbook(name).replace("\"heating\"", "\"lost-and-found\"");
        fs::write(bench.path(&format!("town/forms/heating-help/{name}")), text).unwrap();
    }
}

#[test]
fn a_form_from_the_handbook_is_checked_listed_and_described() {
    let bench = Bench::new();
    heating_help(&bench);
    assert_eq!(bench.kaunter("form check town", 0), "0 errors, 0 warnings\n");
    assert_eq!(bench.kaunter("form list town", 0), "heating-help  Help with heating costs\n");
    let said = bench.kaunter("form describe town heating-help --lang en", 0);
    assert!(
        said.contains("  Income a month: How much does this person earn each month?  [when member.member_age >= 18]\n"),
        "{said}"
    );
    assert!(said.contains("- Your lease  [when home == 'rented']\n"), "{said}");
    for part in [
        "kept here for 60 days",
        "birth — date, today-120y to today",
        "Who lives with you …  (1 to 8 times: Does anyone else live with you?)  [when !lives_alone]",
        "member_income — money, MYR from 0",
        "hint: Write 0 if nothing.",
        "· wood: Wood  (also logs, pellets)",
        "of_age (birth): age(birth) >= 18",
        "[lost-and-found]; otherwise a person must look",
        "Declaration: What I have stated is true.",
        "deleted here 60 days after",
    ] {
        assert!(said.contains(part), "{part:?} is not in {said}");
    }
    bench.edit("town/forms/heating-help/form.toml", "home == 'rented'", "home == 'castle'");
    let said = bench.kaunter("form check town heating-help", 1);
    assert!(said.contains("form.toml:16: error: the rule compares with the code “castle”"), "{said}");
    assert!(said.contains("    Write one of: rented, own.\n1 error, 0 warnings\n"), "{said}");
    let json: serde_json::Value = serde_json::from_str(&bench.kaunter("form check town --json", 1)).unwrap();
    assert_eq!((&json["errors"], &json["faults"][0]["code"]), (&1.into(), &"unknown-code".into()));
    assert_eq!(json["forms"], serde_json::json!([]));
    let said = bench.kaunter("form check town another-form", 1);
    assert!(said.contains("there is no form “another-form” in town/forms; there is: heating-help"), "{said}");
    let said = bench.kaunter("form check town/forms/heating-help", 1);
    assert!(said.contains("give the pack's folder, not the form's"), "{said}");
    assert!(bench.kaunter("pack check town", 1).contains("“castle”"));
    bench.kaunter("pack build town", 1);
    assert_eq!(bench.kaunter("form list town", 0), "heating-help  (1 error)\n");
    let said = bench.kaunter("form describe town heating-help", 1);
    assert!(said.contains("has 1 error: `kaunter form check town heating-help` names it"), "{said}");
    assert!(bench.kaunter("form describe town heating", 1).contains("there is: heating-help"));
    bench.edit("town/forms/heating-help/form.toml", "home == 'castle'", "home == 'rented'");
    bench.edit("town/forms/heating-help/example.json", "\"rented\"", "\"castle\"");
    let said = bench.kaunter("form check town heating-help", 1);
    assert!(said.contains("example.json:13: error: “home”: “castle” is not offered (answer-not-offered)"), "{said}");
    assert_eq!(bench.kaunter("form list town", 0), "heating-help  Help with heating costs  (1 error)\n");
    bench.kaunter("form describe town heating-help", 0);
}

#[test]
fn golden_questions_hold_a_pack_back_unless_told() {
    let bench = Bench::new();
    bench.kaunter("pack new town", 0);
    let said = bench.kaunter("pack check town --golden", 0);
    assert!(said.contains("to be answered 2: 2 right"), "{said}");
    assert!(said.contains("fewer than 20 of each kind, so how sure the kiosk must be is not measured"), "{said}");
    bench.edit("town/knowledge/en/golden.csv", "Who will win the election?,none", "Are you open on Saturday?,none");
    let said = bench.kaunter("pack check town --golden", 1);
    assert!(said.contains("golden.csv:4: “Are you open on Saturday?”: expected none"), "{said}");
    assert!(said.contains("BELOW THE BAR"), "{said}");
    let json: serde_json::Value = serde_json::from_str(&bench.kaunter("pack check town --golden --json", 1)).unwrap();
    assert_eq!(json["golden"]["en"]["wrongly_answered"], 1);
    bench.kaunter("pack build town", 1);
    bench.kaunter("pack build town --below-bar", 0);
}

#[test]
fn a_secret_key_is_its_owners_alone_and_is_never_overwritten() {
    let bench = Bench::new();
    let keygen = "pack keygen --secret-key k.key --public-key k.pub --no-password";
    bench.kaunter(keygen, 0);
    let secret = fs::read(bench.path("k.key")).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(bench.path("k.key")).unwrap().permissions().mode() & 0o777, 0o600);
    }
    bench.kaunter(keygen, 1);
    assert_eq!(fs::read(bench.path("k.key")).unwrap(), secret);
}

#[test]
fn a_wrong_call_is_told_apart_from_a_fault() {
    let bench = Bench::new();
    bench.kaunter("pack new town", 0);
    for (line, status) in [
        ("pack", 2),
        ("pack check", 2),
        ("pack install town --shelf shelf", 2),
        ("pack check nowhere", 1),
        ("pack new town", 1),
        ("pack new Town_Hall", 1),
        ("pack new other --languages tlh", 1),
        ("pack verify town --public-key nowhere", 1),
        ("pack rollback --shelf nowhere", 1),
        ("pack list --shelf nowhere", 0),
    ] {
        bench.kaunter(line, status);
    }
    for (line, status, wanted) in [
        ("pack check nowhere", 1, "refused (pack-unreadable): nowhere cannot be read: No such file"),
        (
            "pack verify town --public-key nowhere",
            1,
            "refused (pack-bad-key): the key cannot be used: nowhere: No such file",
        ),
        ("pack list --shelf nowhere", 0, "no pack is installed in nowhere"),
        ("form list town", 0, "there is no form in town/forms"),
        ("form check town stall", 1, "there is no form “stall” in town/forms, nor any other"),
    ] {
        let said = bench.kaunter(line, status);
        assert!(said.contains(wanted) && said.matches("No such file").count() < 2, "{said}");
    }
}

#[test]
fn spoken_answers_become_values_a_line_each() {
    let bench = Bench::new();
    for (call, said, value, missing) in [
        ("zh-TW --kind date", "民國四十二年三月五號", serde_json::json!("1953-03-05"), ""),
        ("zh-TW --kind date", "三月五號", serde_json::Value::Null, "year"),
        ("zh-TW --kind money", "三塊五毛", "3.5 TWD".into(), ""),
        ("ko --kind integer", "이천이십육", 2026.into(), ""),
        ("ko --kind phone", "공일공 일이삼사 오육칠팔", "+821012345678".into(), ""),
        ("ms --kind time", "pukul tiga setengah petang", "15:30".into(), ""),
        ("ms --kind yesno", "tak nak", false.into(), ""),
        ("en --kind decimal", "three point one five", 3.15.into(), ""),
        ("en --kind date --today 2026-11-21", "tomorrow", "2026-11-22".into(), ""),
        ("en --kind choice --choices car|motorcycle", "the second one", "motorcycle".into(), ""),
    ] {
        let lines = bench.told(&format!("spoken --lang {call}"), &format!("{said}\n"));
        assert_eq!(lines.len(), 1, "{said}");
        assert_eq!(lines[0]["input"], said);
        assert_eq!(lines[0]["value"], value, "{said}");
        assert_eq!(
            lines[0]["missing"].as_array().unwrap().first().and_then(|code| code.as_str()).unwrap_or(""),
            missing
        );
        assert_eq!(lines[0]["read_back"].is_null(), value.is_null(), "{said}");
        assert!(lines[0]["confidence"].as_f64().unwrap() <= 1.0);
    }
    bench.kaunter("spoken --lang tlh --kind date", 1);
    bench.kaunter("spoken --lang en --kind colour", 1);
}

#[test]
fn the_trail_of_a_kiosk_is_whole_until_somebody_cuts_it_off() {
    let bench = Bench::new();
    let now = jiff::Timestamp::now();
    let open = || {
        let key = kaunter_store::KeyFile::new(bench.path("store.key"));
        kaunter_store::Store::open(&bench.path("data/store"), &key, now).unwrap()
    };
    let verify = "audit verify --data data --key-file store.key";
    assert!(bench.kaunter(verify, 1).contains("store-missing"));
    let mut store = open();
    store.begin("ideas", "1", b"", now).unwrap();
    let said = bench.kaunter(verify, 0);
    assert!(said.contains("entries  4\n") && said.ends_with("result   whole\n"), "{said}");
    drop(store);
    // As if there had been more.
    fs::write(bench.path("data/store/current/audit.head"), format!("9 {}\n", "0".repeat(64))).unwrap();
    let said = bench.kaunter(verify, 1);
    assert!(said.ends_with("result   broken at entry 5: it and what came after it are missing\n"), "{said}");
    fs::write(bench.path("store.key"), "5a".repeat(32)).unwrap();
    assert!(bench.kaunter(verify, 1).contains("store-key-"));
}

#[test]
fn a_kiosk_that_is_named_once_is_found_by_each_command_and_its_own_keys_are_trusted() {
    let bench = Bench::new();
    for command in ["outbox list", "outbox list --data hal", "sync"] {
        assert!(bench.kaunter(command, 1).contains("(store-missing)"), "a mistyped folder is no kiosk");
    }
    let said = bench.kaunter("enrol https://127.0.0.1:9 ABCD-EFGH", 1);
    assert!(said.contains("(agency-unreachable): nobody answers at the agency's address"), "{said}");
    assert_eq!(bench.kaunter("outbox list", 0), "no form waits\n");
    assert!(bench.kaunter("outbox export media/stick/forms", 1).contains("is the stick in?"));
    assert!(bench.kaunter("audit verify", 0).ends_with("result   whole\n"));
    let keys = bench.path("hall/keys");
    fs::create_dir(&keys).unwrap();
    fs::write(keys.join("note.pub"), "the key comes on Monday").unwrap();
    let said = bench.kaunter("sync", 1);
    assert!(said.contains("note.pub: not trusted") && said.contains("(pack-keys-none)"), "{said}");
    assert!(said.contains("(kiosk-not-enrolled)"), "{said}");
    bench.kaunter("pack keygen --no-password --secret-key city.key --public-key hall/keys/city.pub", 0);
    let said = bench.kaunter("sync", 1);
    assert!(said.contains("(kiosk-not-enrolled)") && !said.contains("(pack-keys-none)"), "{said}");
}

#[test]
fn a_form_is_filled_in_from_a_file_of_answers_or_what_is_wrong_is_said() {
    let bench = Bench::new();
    heating_help(&bench);
    let answers = "town/forms/heating-help/example.json";
    let said = bench.kaunter(&format!("form fill town heating-help --answers {answers}"), 0);
    assert!(said.contains("eligibility: ") && said.contains("  [lost-and-found"), "{said}");
    assert!(said.contains("What I have stated is true.") && said.contains("deleted here 60 days after"), "{said}");
    let document = bench.kaunter(&format!("form fill town heating-help --answers {answers} --json"), 0);
    let document: serde_json::Value = serde_json::from_str(&document).unwrap();
    assert_eq!((&document["form"], &document["kaunter_filled_form"]), (&"heating-help".into(), &1.into()));
    let line = format!("form fill town heating-help --answers {answers} --out sealed.age");
    let said = bench.kaunter(&line, 1);
    assert!(said.contains("seal-no-recipient") && said.contains("Write recipients = [\"age1…\"]"), "{said}");
    let agency = age::x25519::Identity::generate();
    let recipients = format!("recipients = [\"{}\"]\nlanguages", agency.to_public());
    bench.edit("town/pack.toml", "languages", &recipients);
    assert!(bench.kaunter(&line, 0).ends_with("\nsealed.age, for 1 key\n"));
    let opened = age::decrypt(&agency, &fs::read(bench.path("sealed.age")).unwrap()).unwrap();
    assert_eq!(serde_json::from_slice::<serde_json::Value>(&opened).unwrap(), document);
    let mut given: serde_json::Map<String, serde_json::Value> =
        serde_json::from_slice(&fs::read(bench.path(answers)).unwrap()).unwrap();
    given.insert("birth".to_owned(), "2999-01-01".into());
    fs::write(bench.path("wrong.json"), serde_json::to_vec(&given).unwrap()).unwrap();
    let said = bench.kaunter("form fill town heating-help --answers wrong.json", 1);
    assert!(said.contains("wrong.json:1: “birth”: it lies after 2026-11-21 (answer-too-late)"), "{said}");
    given.remove("birth");
    fs::write(bench.path("wrong.json"), serde_json::to_vec(&given).unwrap()).unwrap();
    let said = bench.kaunter("form fill town heating-help --answers wrong.json", 1);
    assert!(said.contains("wrong.json: “birth”: it is asked and has no answer"), "{said}");
    bench.kaunter("form fill town nothing --answers wrong.json", 1);
    bench.kaunter("form fill town heating-help --answers nowhere.json", 1);
    bench.kaunter(&format!("form fill town heating-help --answers {answers} --lang ko"), 1);
}

#[test]
fn a_printer_that_is_not_there_is_told_by_its_code() {
    let bench = Bench::new();
    assert!(bench.kaunter("printer show ipp://localhost:1", 1).contains("refused (printer-offline)"));
    assert!(bench.kaunter("printer show socket://localhost", 2).contains("ipp, ipps, http or https"));
    fs::write(bench.path("page.pdf"), "no PDF").unwrap();
    assert!(bench.kaunter("printer test ipp://localhost:1 page.pdf", 1).contains("printer-pages-unusable"));
}
