//! What somebody at the desk mistypes is said, and never answered as if there were nothing to do.

use crate::{
    downloads::SIGNATURE,
    hall::{Hall, program},
    news::bulletin,
};

#[test]
fn a_mistyped_agency_or_site_is_said() {
    let hall = Hall::with("");
    let pack = hall.path("x.kpack").display().to_string();
    std::fs::write(&pack, crate::downloads::pack("1", b"x")).unwrap();
    std::fs::write(hall.path("x.kpack.minisig"), SIGNATURE).unwrap();
    let identity = hall.path("agency.age").display().to_string();
    let drop = hall.path("drop").display().to_string();
    let asked: [&[&str]; 10] = [
        &["export", "--identity", &identity, "--to", &drop],
        &["purge"],
        &["audit"],
        &["conflicts"],
        &["kiosk", "list"],
        &["kiosk", "figures"],
        &["kiosk", "revoke", "hall-1"],
        &["kiosk", "code", "--site", "main", "hall-1"],
        &["pack", "list"],
        &["pack", "publish", &pack],
    ];
    for of in asked {
        hall.refused(&[of, &["--tenant", "harbor"]].concat(), "there is no such agency");
    }
    hall.refused(&["pack", "publish", "--tenant", "harbour", "--site", "mian", &pack], "there is no such site");
    hall.refused(&["kiosk", "code", "--tenant", "harbour", "--site", "mian", "hall-1"], "there is no such site");
    let stick = hall.path("stick");
    std::fs::create_dir(&stick).unwrap();
    let import = ["import", "--tenant", "harbour", "--notices-for", "mian", &stick.display().to_string()];
    bulletin(&hall, "storm", &[]);
    hall.refused(&import, "there is no such site");
    assert_eq!(std::fs::read_dir(stick).unwrap().count(), 0);
}

#[test]
fn an_emergency_is_not_thought_withdrawn_that_stands() {
    let hall = Hall::with("");
    bulletin(&hall, "storm", &[]);
    hall.refused(&["notice", "withdraw", "--tenant", "harbour", "strom"], "no notice `strom` was published here");
    assert!(hall.desk(&["notice", "withdraw", "--tenant", "harbour", "storm"]).starts_with("storm withdrawn"));
    // What stands at one site alone is not withdrawn at another.
    let list = || hall.desk(&["notice", "list", "--tenant", "harbour"]);
    bulletin(&hall, "flood", &["--site", "north"]);
    bulletin(&hall, "heat", &[]);
    let until = "emergency\tuntil 2036-11-30T10:00:00Z";
    assert_eq!(list(), format!("flood\t{until}\tnorth\nheat\t{until}\tmain, north\n"));
    let at_main = ["notice", "withdraw", "--tenant", "harbour", "--site", "main"];
    hall.refused(&[&at_main[..], &["flood"]].concat(), "`flood` was not published there, but at north");
    hall.desk(&[&at_main[..], &["heat"]].concat());
    assert_eq!(list(), format!("flood\t{until}\tnorth\nheat\t{until}\tnorth\n"));
    hall.desk(&["notice", "withdraw", "--tenant", "harbour", "flood"]);
    assert_eq!(list(), format!("heat\t{until}\tnorth\n"));
}

#[test]
fn a_mistyped_folder_does_not_become_a_server() {
    let hall = Hall::with("");
    let typo = hall.path("dta");
    let output = program(&typo).args(["kiosk", "list", "--tenant", "harbour"]).output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && told.contains("no server keeps anything in"), "{told}");
    assert!(!typo.exists());
}

#[test]
fn what_stands_against_it_is_said_once() {
    let hall = Hall::open();
    let taken = hall.address().to_string();
    let output = program(&hall.data()).args(["serve", "--listen", &taken]).output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains(&format!("cannot listen on {taken}: ")), "{told}");
    assert_eq!(told.matches("os error").count(), 1, "{told}");
}
