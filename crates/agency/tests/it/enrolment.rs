//! A kiosk comes in, changes its credential, and is shut out.

use std::{fs, path::Path};

use kaunter_agency::pen::random;
use kaunter_protocol::{Credential, NextStep, ProblemCode};
use serde_json::json;

use crate::{
    courier::{Courier, envelope, refused},
    hall::Hall,
};

#[test]
fn a_code_makes_one_kiosk_and_no_second() {
    let hall = Hall::open();
    let code = hall.code("harbour", "main", "hall-1");
    let mut kiosk = Courier::new(hall.address());
    let enrolled = kiosk.enrol(&code).unwrap();
    assert_eq!(
        (enrolled.tenant.as_str(), enrolled.site.as_str(), enrolled.kiosk.as_str()),
        ("harbour", "main", "hall-1")
    );
    assert_eq!(hall.desk(&["keys"]).split_whitespace().next().unwrap(), format!("{:?}", enrolled.agency_key));

    // The answer was lost on the way, and the kiosk asks again.
    assert_eq!(kiosk.enrol(&code.to_lowercase()).unwrap(), enrolled);
    // Somebody read the code over a shoulder.
    let problem = refused(Courier::new(hall.address()).enrol(&code), ProblemCode::CodeUsed);
    assert_eq!(problem.next, NextStep::Stop);
    refused(Courier::new(hall.address()).enrol("AAAA-BBBB-CCCC-DDDD"), ProblemCode::CodeUnknown);
    hall.refused(&["kiosk", "code", "--tenant", "harbour", "--site", "main", "hall-1"], "such a kiosk already");
    hall.refused(&["kiosk", "code", "--tenant", "harbour", "--site", "south", "hall-2"], "no such site");
    assert!(hall.desk(&["kiosk", "list", "--tenant", "harbour"]).contains("hall-1\tstable\tenrolled"));
}

#[test]
fn the_desk_sees_how_kiosks_fare_and_what_they_counted() {
    let hall = Hall::open();
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    assert!(hall.desk(&["kiosk", "list", "--tenant", "harbour"]).ends_with("seen never\n"));
    let today = jiff::Zoned::now().date();
    let counted = |sessions| json!({ "sessions": sessions, "answered": 5, "seconds": 600 });
    for (sequence, sessions) in [(1, 3), (2, 4)] {
        let beat = json!({
            "sequence": sequence, "at": "2026-11-21T06:00:00Z", "up_seconds": 7380, "printer": "needs-attention",
            "disk_free_mib": 812, "held": { "waiting": 2, "set_aside": 1 },
            "days": { today.to_string(): { "ko": counted(sessions), "tlh": counted(1) }, "2020-01-01": { "ko": counted(9) } },
        });
        kiosk.beat(&serde_json::from_value(beat).unwrap()).unwrap();
    }
    let listed = hall.desk(&["kiosk", "list", "--tenant", "harbour"]);
    let fares = "\tup 2:03\tprinter needs attention\t812 MiB free\t2 waiting\t1 set aside\n";
    assert!(listed.ends_with(fares), "{listed}");
    let figures = hall.desk(&["kiosk", "figures", "--tenant", "harbour"]);
    let rows: Vec<_> = figures.lines().skip(1).collect();
    // The newest count of a day is the day's; what is long past is asked for by name.
    assert_eq!(
        rows,
        [format!("{today},hall-1,ko,4,5,0,0,0,0,600,0,0"), format!("{today},hall-1,other,1,5,0,0,0,0,600,0,0")]
    );
    assert!(
        hall.desk(&["kiosk", "figures", "--tenant", "harbour", "--days", "36500"]).contains("2020-01-01,hall-1,ko,9")
    );
    assert_eq!(hall.desk(&["kiosk", "figures", "--tenant", "hill"]).lines().count(), 1, "another agency's");
}

#[test]
fn a_new_code_ends_the_one_before() {
    let hall = Hall::open();
    let lost = hall.code("harbour", "main", "hall-1");
    let found = hall.code("harbour", "main", "hall-1");
    refused(Courier::new(hall.address()).enrol(&lost), ProblemCode::CodeUnknown);
    Courier::new(hall.address()).enrol(&found).unwrap();
}

#[test]
fn who_guesses_codes_is_slowed_down() {
    let hall = Hall::open();
    let mut thief = Courier::new(hall.address());
    let answers: Vec<_> = (0..120).map(|_| thief.enrol("AAAA-BBBB-CCCC-DDDD").unwrap_err()).collect();
    let slowed = answers.iter().find(|problem| problem.code == ProblemCode::TooMany).unwrap();
    assert!(slowed.retry_after.is_some());
}

#[test]
fn a_credential_changes_and_the_old_one_ends_with_the_first_use_of_the_new() {
    let hall = Hall::open();
    let mut kiosk = hall.kiosk("harbour", "main", "hall-1");
    let old = kiosk.credential.clone();
    let next = Credential::from_random(&random().unwrap());
    kiosk.rotate(&next).unwrap();
    // The answer was lost: the kiosk goes on with the old one and announces again.
    kiosk.packs().unwrap();
    kiosk.rotate(&next).unwrap();
    kiosk.credential = next;
    kiosk.packs().unwrap();
    kiosk.packs().unwrap();
    kiosk.credential = old;
    refused(kiosk.packs(), ProblemCode::CredentialUnknown);
}

#[test]
fn a_revoked_kiosk_is_out_at_the_next_request() {
    let hall = Hall::open();
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    kiosk.send(uuid::Uuid::now_v7(), &envelope("before")).unwrap();
    hall.desk(&["kiosk", "revoke", "--tenant", "harbour", "hall-1"]);
    let problem = refused(kiosk.send(uuid::Uuid::now_v7(), &envelope("after")), ProblemCode::KioskRevoked);
    assert_eq!(problem.next, NextStep::Stop);
    refused(kiosk.packs(), ProblemCode::KioskRevoked);
    hall.refused(&["kiosk", "revoke", "--tenant", "harbour", "hall-9"], "no such kiosk");
    // Another machine takes its place and its name, and begins to count anew.
    let beat = |sequence| {
        serde_json::from_value(json!({ "sequence": sequence, "at": "2026-11-21T06:00:00Z", "up_seconds": 60 }))
    };
    let other = hall.kiosk("harbour", "main", "hall-1");
    other.beat(&beat(1).unwrap()).unwrap();
    assert!(hall.desk(&["kiosk", "list", "--tenant", "harbour"]).contains("up 0:01"));
    refused(kiosk.packs(), ProblemCode::KioskRevoked);
}

#[test]
fn neither_the_folder_nor_the_log_holds_a_secret() {
    let hall = Hall::open_with("log = \"trace\"");
    let code = hall.code("harbour", "main", "hall-1");
    let mut kiosk = Courier::new(hall.address());
    kiosk.enrol(&code).unwrap();
    kiosk.send(uuid::Uuid::now_v7(), &envelope("secret words")).unwrap();
    let log = hall.log();
    for entry in std::fs::read_dir(hall.data()).unwrap() {
        let path = entry.unwrap().path();
        let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned() + &log;
        for secret in [kiosk.credential.expose(), &code, &code.replace('-', ""), "secret words"] {
            assert!(!text.contains(secret), "{} or the log", path.display());
        }
    }
    use std::os::unix::fs::PermissionsExt;
    let key = std::fs::metadata(hall.data().join("signing.key")).unwrap();
    assert_eq!(key.permissions().mode() & 0o777, 0o600);
}

#[test]
fn in_a_folder_that_others_see_the_database_and_its_copy_are_for_the_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let mut hall = Hall::with("");
    set(&hall.data(), 0o755);
    // As an earlier version left it.
    set(&hall.data().join("agency.sqlite"), 0o644);
    set(&hall.data().join("signing.key"), 0o644);
    hall.serve();
    let code = hall.code("harbour", "main", "hall-1");
    Courier::new(hall.address()).enrol(&code).unwrap();
    let copy = hall.path("copy");
    hall.desk(&["backup", "--to", &copy.display().to_string()]);
    let entries = [hall.data(), copy].map(|folder| fs::read_dir(folder).unwrap().map(Result::unwrap));
    let files: Vec<_> = entries.into_iter().flatten().filter(|file| file.file_name() != "agency.toml").collect();
    assert!(files.len() > 4, "the database with what SQLite keeps beside it, the key, and the copy: {files:?}");
    for file in files {
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o077, 0, "{}", file.path().display());
    }
}
