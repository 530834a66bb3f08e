//! Copies, the desk's own systems, and the end of a form's time.

use std::{
    collections::BTreeSet,
    fs,
    path::Path,
    process::Command,
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use age::secrecy::ExposeSecret;
use kaunter_protocol::ProblemCode;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    courier::{envelope, envelope_for, refused},
    hall::{Hall, program},
};

/// The agency's private key, in a file as `age-keygen` writes it.
fn identity(hall: &Hall) -> (age::x25519::Identity, String) {
    let key = age::x25519::Identity::generate();
    let file = hall.path("identity.txt");
    fs::write(&file, format!("# created: today\n{}\n", key.to_string().expose_secret())).unwrap();
    (key, file.display().to_string())
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn a_copy_is_made_while_kiosks_write_and_brought_back() {
    let mut hall = Hall::open();
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let done = AtomicBool::new(false);
    let copy = hall.path("copy");
    let before: Vec<_> = (0..10).map(|_| (Uuid::now_v7(), envelope("before"))).collect();
    let receipts: Vec<_> = before.iter().map(|(id, form)| kiosk.send(*id, form).unwrap()).collect();
    thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                kiosk.send(Uuid::now_v7(), &envelope("during")).unwrap();
            }
        });
        hall.desk(&["backup", "--to", &copy.display().to_string()]);
        done.store(true, Ordering::Relaxed);
    });
    hall.refused(&["backup", "--to", &copy.display().to_string()], "is there already");
    hall.refused(&["restore", "--from", &copy.display().to_string()], "already");
    // The machine is stolen, and the copy brought to another.
    hall.kill();
    fs::rename(hall.data(), hall.path("stolen")).unwrap();
    hall.desk(&["restore", "--from", &copy.display().to_string()]);
    hall.serve();
    let kiosk = kiosk.at(hall.address());
    for ((id, form), receipt) in before.iter().zip(receipts) {
        assert_eq!(kiosk.send(*id, form).unwrap(), receipt);
    }
    kiosk.send(Uuid::now_v7(), &envelope("after")).unwrap();
    fs::write(copy.join("agency.sqlite"), b"SQLite format 3\0 and no more").unwrap();
    let elsewhere = program(&hall.path("new")).args(["restore", "--from"]).arg(&copy).output().unwrap();
    assert!(!elsewhere.status.success() && !hall.path("new").exists());
}

#[test]
fn the_desk_gets_each_form_once_in_what_its_systems_read() {
    let hall = Hall::open();
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let (key, file) = identity(&hall);
    let forms: Vec<_> = (0..3).map(|at| (Uuid::now_v7(), envelope_for(&format!("=Ana {at}"), &key))).collect();
    for (id, form) in &forms {
        kiosk.send(*id, form).unwrap();
    }
    kiosk.send(Uuid::now_v7(), &envelope("sealed to nobody")).unwrap();
    let drop = hall.path("drop");
    let to = drop.display().to_string();
    let export = ["export", "--tenant", "harbour", "--identity", &file, "--to", &to, "--formats", "json,csv,xml"];
    // The one that does not open is told, and keeps none of the others.
    hall.refused(&export, "1 form could not be opened");
    assert_eq!(names(&drop).len(), 9);
    let (id, form) = &forms[0];
    let written: Value = serde_json::from_slice(&fs::read(drop.join(format!("{id}.json"))).unwrap()).unwrap();
    assert_eq!(written["filled_form"]["sections"][0]["answers"][0]["value"], "=Ana 0");
    assert_eq!(written["number"], form.number.as_str());
    assert!(fs::read_to_string(drop.join(format!("{id}.csv"))).unwrap().contains("\"'=Ana 0\""));
    assert!(fs::read_to_string(drop.join(format!("{id}.xml"))).unwrap().contains("<value>=Ana 0</value>"));
    let opened = hall.desk(&["open", "--tenant", "harbour", "--identity", &file, &id.to_string()]);
    assert_eq!(serde_json::from_str::<Value>(&opened).unwrap(), written);
    // A format that nobody asked for then can be had later.
    for format in ["csv", "xml"] {
        let opened =
            hall.desk(&["open", "--tenant", "harbour", "--identity", &file, "--format", format, &id.to_string()]);
        let exported = fs::read_to_string(drop.join(format!("{id}.{format}"))).unwrap();
        assert_eq!(opened.trim_end(), exported.trim_end());
    }
    // The old system takes its files away; none comes again.
    names(&drop).iter().for_each(|name| fs::remove_file(drop.join(name)).unwrap());
    hall.refused(&export, "1 form could not be opened");
    assert!(names(&drop).is_empty());
    hall.refused(&["export", "--tenant", "harbour", "--identity", "/dev/null", "--to", &to], "no age identity");
}

#[test]
fn an_export_that_is_killed_anywhere_gives_each_form_once() {
    let hall = Hall::open();
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let (key, file) = identity(&hall);
    let ids: BTreeSet<_> = (0..40)
        .map(|at| {
            let id = Uuid::now_v7();
            kiosk.send(id, &envelope_for(&format!("Ana {at}"), &key)).unwrap();
            id
        })
        .collect();
    let drop = hall.path("drop");
    fs::create_dir(&drop).unwrap();
    let mut taken = Vec::new();
    let mut ended = false;
    while !ended {
        let mut run = program(&hall.data())
            .args(["export", "--tenant", "harbour", "--identity", &file, "--to"])
            .arg(&drop)
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        let seen = taken.len();
        // The old system takes files as they come; after a few of them the power goes.
        loop {
            let running = run.try_wait().unwrap();
            for name in names(&drop).into_iter().filter(|name| !name.starts_with('.')) {
                fs::remove_file(drop.join(&name)).unwrap();
                taken.push(name);
            }
            if let Some(status) = running {
                ended = status.success();
                break;
            }
            if taken.len() > seen + 7 {
                run.kill().unwrap();
            }
        }
        assert!(taken.len() <= ids.len());
    }
    let expected: BTreeSet<_> = ids.iter().map(|id| format!("{id}.json")).collect();
    assert_eq!((taken.len(), taken.into_iter().collect::<BTreeSet<_>>()), (40, expected));
}

#[test]
fn a_correction_that_is_exported_names_the_form_that_it_corrects() {
    let hall = Hall::open();
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let (key, file) = identity(&hall);
    let (form, correction) = (Uuid::now_v7(), Uuid::now_v7());
    kiosk.send(form, &envelope_for("Ana", &key)).unwrap();
    let mut corrected = envelope_for("Anna", &key);
    corrected.more = [("corrects", form.to_string().into()), ("revision", 1.into()), ("colour", "blue".into())]
        .map(|(name, value): (_, Value)| (name.to_owned(), value))
        .into_iter()
        .collect();
    kiosk.send(correction, &corrected).unwrap();
    let drop = hall.path("drop");
    let (to, formats) = (drop.display().to_string(), "json,csv,xml");
    hall.desk(&["export", "--tenant", "harbour", "--identity", &file, "--to", &to, "--formats", formats]);
    let read = |id: Uuid, ending: &str| fs::read_to_string(drop.join(format!("{id}.{ending}"))).unwrap();
    let written = |id| -> Value { serde_json::from_str(&read(id, "json")).unwrap() };
    let (first, second) = (written(form), written(correction));
    assert_eq!(
        (&first["corrects"], &first["revision"], &first["more"]),
        (&Value::Null, &Value::Null, &serde_json::json!({}))
    );
    assert_eq!((&second["corrects"], &second["revision"]), (&form.to_string().into(), &1.into()));
    assert_eq!(second["more"], serde_json::json!({ "colour": "blue" }));
    for ending in ["csv", "xml"] {
        assert!(read(correction, ending).contains(&form.to_string()) && read(correction, ending).contains("blue"));
        assert!(!read(form, ending).contains(&correction.to_string()));
    }
}

#[test]
fn age_itself_opens_what_the_server_keeps() {
    let hall = Hall::open();
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let (key, file) = identity(&hall);
    let form = envelope_for("Ana", &key);
    kiosk.send(Uuid::now_v7(), &form).unwrap();
    let sealed = hall.path("form.age");
    fs::write(&sealed, &form.sealed.0).unwrap();
    let opened = Command::new("age").args(["--decrypt", "--identity", &file]).arg(&sealed).output().unwrap();
    assert!(opened.status.success() && String::from_utf8_lossy(&opened.stdout).contains("\"Ana\""));
}

#[test]
fn a_form_whose_time_is_over_goes_and_leaves_its_proof() {
    let mut hall = Hall::open();
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let (key, file) = identity(&hall);
    let (id, form) = (Uuid::now_v7(), envelope_for("Ana", &key));
    let receipt = kiosk.send(id, &form).unwrap();
    let purge = ["purge", "--tenant", "harbour", "--days", "0"];
    // Nobody has read it yet.
    assert!(hall.desk(&purge).contains("0 forms purged"));
    let to = hall.path("drop").display().to_string();
    hall.desk(&["export", "--tenant", "harbour", "--identity", &file, "--to", &to]);
    assert!(hall.desk(&["purge", "--tenant", "harbour"]).contains("0 forms purged"));
    assert!(hall.desk(&purge).contains("1 form purged"));
    assert!(hall.desk(&["audit", "--tenant", "harbour"]).contains("the chain holds"));
    hall.refused(&["open", "--tenant", "harbour", "--identity", &file, &id.to_string()], "no such form");
    assert_eq!(kiosk.send(id, &form).unwrap(), receipt);
    assert!(hall.desk(&purge).contains("0 forms purged"));
    // Not one stretch of it is left in the database, once the server has ended and tidied up.
    assert!(hall.stop());
    let kept = fs::read(hall.data().join("agency.sqlite")).unwrap();
    let stretch = &form.sealed.0[form.sealed.0.len() - 32..];
    assert!(!kept.windows(stretch.len()).any(|bytes| bytes == stretch));
}

#[test]
fn two_forms_under_one_id_are_both_opened_by_a_person_and_go_when_their_time_is_over() {
    let hall = Hall::open();
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let (key, file) = identity(&hall);
    let id = Uuid::now_v7();
    let (first, other) = (envelope_for("Ana", &key), envelope_for("Anna", &key));
    kiosk.send(id, &first).unwrap();
    refused(kiosk.send(id, &other), ProblemCode::FormConflict);
    let look = hall.path("look");
    let (to, named) = (look.display().to_string(), id.to_string());
    let listed = hall.desk(&["conflicts", "--tenant", "harbour", "--to", &to]);
    assert!(listed.starts_with(&format!("{id}\t{}\thall-1\t", other.digest())), "{listed}");
    for (name, words) in [(format!("{id}.age"), "\"Ana\""), (format!("{id}-{}.age", other.digest()), "\"Anna\"")] {
        let opened =
            Command::new("age").args(["--decrypt", "--identity", &file]).arg(look.join(name)).output().unwrap();
        assert!(opened.status.success() && String::from_utf8_lossy(&opened.stdout).contains(words));
    }
    // Nobody said that they had looked.
    let purge = ["purge", "--tenant", "harbour", "--days", "0"];
    assert!(hall.desk(&purge).contains("0 conflicts"));
    assert_eq!(hall.desk(&["conflicts", "--tenant", "harbour", "--looked-at", &named]), "");
    assert!(hall.desk(&["conflicts", "--tenant", "harbour", "--all"]).contains("\tlooked at "));
    assert!(hall.desk(&["tenant", "list"]).contains("harbour\t1 forms\t0 conflicts"));
    assert!(hall.desk(&purge).contains("1 conflicts"));
    assert!(hall.desk(&["audit", "--tenant", "harbour"]).contains("\tpurge-conflicts\t1\t"));
    assert_eq!(hall.desk(&["conflicts", "--tenant", "harbour", "--all"]), "");
    // It comes again: it is still no other form, and somebody has looked at it.
    refused(kiosk.send(id, &other), ProblemCode::FormConflict);
    assert_eq!(hall.desk(&["conflicts", "--tenant", "harbour"]), "");
    let unknown = Uuid::now_v7().to_string();
    hall.refused(&["conflicts", "--tenant", "harbour", "--looked-at", &unknown], "no such conflict");
}

#[test]
fn what_kiosks_counted_goes_with_the_forms_of_those_days() {
    let hall = Hall::open();
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    let today = jiff::Zoned::now().date().to_string();
    let beat = serde_json::json!({ "sequence": 1, "at": "2026-11-21T06:00:00Z", "up_seconds": 5,
        "days": { "2020-01-01": { "ko": {}, "ms": {} }, &today: { "ko": {} } } });
    kiosk.beat(&serde_json::from_value(beat).unwrap()).unwrap();
    assert!(hall.desk(&["purge", "--tenant", "harbour"]).contains("and 2 lines of figures purged"));
    let left = hall.desk(&["kiosk", "figures", "--tenant", "harbour", "--days", "36500"]);
    assert_eq!(left.lines().skip(1).map(|row| row.split(',').next().unwrap()).collect::<Vec<_>>(), [&today]);
}
