//! Nothing of a visitor stays.

use std::env;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};

use kaunter_kiosk::act::Act;

use crate::hall::{Hall, PIN, ask, pin};

/// A word that stands nowhere else.
const CANARY: &str = "zyzzyva-7913";

#[test]
fn a_visitors_words_reach_no_file_and_no_log() {
    let log = Log::default();
    let sink = log.clone();
    let subscriber = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(move || sink.clone());
    let mut hall = Hall::new();
    tracing::subscriber::with_default(subscriber.finish(), || a_whole_visit(&mut hall));

    let log = log.text();
    assert!(log.contains("visit-ended"), "the log was heard: {log}");
    for secret in [CANARY, "birth-register", PIN] {
        assert!(!log.contains(secret), "{secret} in the log: {log}");
        assert!(!written(hall.data.path()).contains(secret), "{secret} on the disk");
    }
}

#[test]
fn how_long_a_caller_waited_is_in_the_log_and_not_who_it_was() {
    let log = Log::default();
    let sink = log.clone();
    let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(move || sink.clone());
    let mut hall = Hall::new();
    tracing::subscriber::with_default(subscriber.finish(), || {
        hall.speaks("ko");
        hall.does(Act::CallPerson);
        hall.waits(40);
        hall.does_all([Act::OfficerGesture, pin(PIN)]);
        hall.does(Act::OfficerAnswerCall { ticket: "A-001".into() });
        hall.waits(20);
        hall.does(Act::OfficerCloseCall { ticket: "A-001".into() });
    });
    let log = log.text();
    let closed = log.lines().find(|line| line.contains("call-closed")).expect("it is noted");
    assert!(closed.contains("answered_after_s=40") && closed.contains("closed_after_s=60"), "{closed}");
    assert!(!log.contains("A-001"), "{log}");
}

fn a_whole_visit(hall: &mut Hall) {
    hall.speaks("en");
    hall.asks(&format!("my child {CANARY} was born"));
    hall.asks(CANARY);
    hall.does_all([Act::CallPerson, crate::hall::choose("ko")]);
    let crash = ask(&format!("crash {CANARY}"));
    let crashed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| hall.counter.act(crash)));
    assert!(crashed.is_err());
    hall.does_all([Act::OfficerGesture, pin(PIN), Act::OfficerClose]);
    hall.waits(400);
    hall.speaks("en");
    let next = format!("{:?}", serde_json::to_string(&hall.counter.view()).unwrap());
    assert!(!next.contains(CANARY));
}

#[test]
fn acts_and_views_can_be_printed_without_a_visitors_words() {
    let mut hall = Hall::new();
    hall.speaks("en");
    let act = ask(&format!("{CANARY} was born"));
    assert!(!format!("{act:?}").contains(CANARY));
    let view = hall.does(act);
    assert!(serde_json::to_string(&view).unwrap().contains(CANARY), "the screens show it");
    assert!(!format!("{view:?}").contains(CANARY));
}

/// All that is written in the files of a folder.
pub fn written(folder: &Path) -> String {
    let list = fs::read_dir(folder).unwrap().map(|item| item.unwrap().path());
    list.map(|path| match path.is_dir() {
        true => written(&path),
        false => String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned(),
    })
    .collect()
}

/// Set where a test has a folder for temporary files to itself.
const ALONE: &str = "KAUNTER_TEST_ALONE";

/// Whether this test runs in a process of its own, whose temporary files nobody else's lie among. Where it does not,
/// it is run so, and there is nothing left to do.
pub fn is_alone(test: &str) -> bool {
    if env::var_os(ALONE).is_some() {
        return true;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut run = Command::new(env::current_exe().unwrap());
    run.args(["--exact", test]).env(ALONE, "yes").env("TMPDIR", folder.path()).env("SQLITE_TMPDIR", folder.path());
    let run = run.output().unwrap();
    let told = String::from_utf8_lossy(&run.stdout);
    assert!(told.contains("1 passed"), "{told}{}", String::from_utf8_lossy(&run.stderr));
    false
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
