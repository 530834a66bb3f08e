//! A message bus of our own: the printer program does not start without one, though it announces nothing on it.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use super::{Program, wait_for};

pub struct Bus {
    pub address: String,
    _daemon: Program,
}

impl Bus {
    pub fn start(folder: &Path) -> Self {
        let socket = folder.join("bus");
        let address = format!("unix:path={}", socket.display());
        let config = folder.join("bus.conf");
        let policy = "<policy context='default'><allow user='*'/><allow own='*'/><allow send_type='method_call'/>\
                      <allow send_destination='*'/><allow receive_sender='*'/></policy>";
        let text = format!("<busconfig><listen>{address}</listen><auth>EXTERNAL</auth>{policy}</busconfig>");
        fs::write(&config, text).unwrap();
        let daemon = Program::start(
            Command::new("dbus-daemon")
                .args(["--nofork", "--nopidfile", "--config-file"])
                .arg(config)
                .stderr(Stdio::null()),
        );
        wait_for("the bus", || socket.exists().then_some(()));
        Self { address, _daemon: daemon }
    }
}
