//! An administrator looks at the first lines only, or starts the server where nobody reads its log.

use std::{
    io::{BufRead, BufReader, pipe},
    process::Stdio,
};

use crate::hall::{Hall, program};

/// A pipe that nobody reads from.
fn unread() -> Stdio {
    pipe().unwrap().1.into()
}

#[test]
fn whoever_has_read_enough_is_not_told_of_it() {
    let hall = Hall::with("");
    let asked: [&[&str]; 5] = [
        &["api"],
        &["audit", "--tenant", "harbour"],
        &["tenant", "list"],
        &["kiosk", "figures", "--tenant", "harbour"],
        &["kiosk", "code", "--tenant", "harbour", "--site", "main", "hall-1"],
    ];
    for arguments in asked {
        let done = program(&hall.data()).args(arguments).stdout(unread()).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&done.stderr), "", "{arguments:?}");
        assert_eq!(done.status.code(), Some(141), "{arguments:?}");
    }
}

#[test]
fn kiosks_are_served_where_nobody_reads_the_log() {
    let hall = Hall::with("");
    let mut serve = program(&hall.data());
    serve.args(["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).stderr(unread());
    let mut server = serve.spawn().unwrap();
    let mut told = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut told).unwrap();
    let address = told.trim().strip_prefix("listening on ").map(str::to_owned);
    let healthy = address.map(|address| ureq::get(format!("{address}/healthz")).call().is_ok());
    server.kill().unwrap();
    server.wait().unwrap();
    assert_eq!(healthy, Some(true), "{told}");
}
