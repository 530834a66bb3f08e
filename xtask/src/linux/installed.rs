//! A package as it stands on a machine after `apt install`, without touching this one: dpkg unpacks it into a root of its
//! own, its script runs with stand-ins for what would change the machine, and what its unit starts is started there.

use std::{
    fs,
    io::{self, BufRead, BufReader, Read, Write},
    net::TcpStream,
    os::unix::{self, fs::PermissionsExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail, ensure};

use crate::command;

/// What the script of a package calls that would change this machine.
const STAND_INS: [&str; 6] = ["getent", "adduser", "install", "systemctl", "deb-systemd-helper", "deb-systemd-invoke"];
/// `nobody` of Debian: a user who may nothing.
const NOBODY: u32 = 65534;

/// A machine of which there is only a folder.
pub(super) struct Machine {
    root: PathBuf,
    stand_ins: PathBuf,
}

impl Machine {
    /// A bare one.
    pub(super) fn new(folder: &Path) -> Result<Self> {
        let machine = Self { root: folder.join("root"), stand_ins: folder.join("stand-ins") };
        for folder in [machine.root.join("var/lib/dpkg/info"), machine.root.join("var/lib/dpkg/updates")] {
            fs::create_dir_all(folder)?;
        }
        for file in ["status", "available"] {
            fs::write(machine.root.join("var/lib/dpkg").join(file), "")?;
        }
        fs::create_dir_all(&machine.stand_ins)?;
        Ok(machine)
    }

    /// Its folder.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Installs a package and looks over what it makes of the machine.
    pub(super) fn check(&self, package: &str, deb: &Path) -> Result<()> {
        let mut unpack = Command::new("dpkg");
        unpack.arg(format!("--root={}", self.root.display()));
        unpack.args(["--force-depends", "--force-not-root", "--force-bad-path", "--unpack"]).arg(deb);
        command::read(unpack.stderr(Stdio::null()))?;
        let unit = self.root.join(format!("usr/lib/systemd/system/{package}.service"));
        let unit = fs::read_to_string(&unit).with_context(|| format!("{package} has no unit of its name"))?;
        self.check_user(package, &unit)?;
        if package == "kaunter-agency" { self.check_server(&unit) } else { Ok(()) }
    }

    /// The user as whom the unit runs is made, once, with a home and without a login, and the unit is switched on.
    fn check_user(&self, package: &str, unit: &str) -> Result<()> {
        let user = value(unit, "User").context("the unit runs as root")?;
        let fresh = self.configure(package, false)?;
        let made = fresh.iter().find(|call| call.starts_with("adduser --system")).context("no user is made")?;
        let home = format!("--home /var/lib/{user}");
        let sound = made.ends_with(user) && made.contains(&home) && made.contains("--shell /usr/sbin/nologin");
        ensure!(sound, "the unit runs as {user}, and its package does: {made}");
        let again = self.configure(package, true)?;
        ensure!(!again.iter().any(|call| call.starts_with("adduser --system")), "an update makes the user anew");
        let enables = format!("deb-systemd-helper enable {package}.service");
        ensure!(fresh.contains(&enables), "the unit is not switched on: {fresh:?}");
        for (script, does) in [("prerm", "systemctl stop"), ("postrm", "deb-systemd-helper purge")] {
            let text = fs::read_to_string(self.info(package, script))?;
            ensure!(text.contains(&format!("{does} {package}.service")), "{script} does not {does} the unit");
        }
        ensure!(value(unit, "WantedBy").is_some(), "the unit starts with nothing");
        Ok(())
    }

    fn info(&self, package: &str, script: &str) -> PathBuf {
        self.root.join(format!("var/lib/dpkg/info/{package}.{script}"))
    }

    /// Runs the script that makes an unpacked package work; gives what it called. `known`: its user is there.
    fn configure(&self, package: &str, known: bool) -> Result<Vec<String>> {
        let calls = self.stand_ins.join("calls");
        fs::write(&calls, "")?;
        for name in STAND_INS {
            let ends = if name == "getent" && !known { 2 } else { 0 };
            let script = format!("#!/bin/sh\necho {name} \"$@\" >> {}\nexit {ends}\n", calls.display());
            let file = self.stand_ins.join(name);
            fs::write(&file, script)?;
            fs::set_permissions(&file, fs::Permissions::from_mode(0o755))?;
        }
        let mut script = Command::new("sh");
        script.arg(self.info(package, "postinst")).arg("configure");
        command::run(script.env("PATH", format!("{}:/usr/bin:/bin", self.stand_ins.display())))?;
        Ok(fs::read_to_string(&calls)?.lines().map(str::to_owned).collect())
    }

    /// What the server's unit starts serves, from a folder of its own, as a user who may nothing else, and stops when it is
    /// told to.
    fn check_server(&self, unit: &str) -> Result<()> {
        let folder = self.root.join(format!("var/lib/{}", value(unit, "StateDirectory").context("no folder is kept")?));
        fs::create_dir_all(&folder)?;
        let starts = value(unit, "ExecStart").context("the unit starts nothing")?;
        let within = |word: &str| if word.starts_with('/') { self.within(word) } else { word.to_owned() };
        let words: Vec<String> = starts.split_whitespace().map(within).collect();
        let mut server = Command::new(&words[0]);
        server.args(&words[1..]).args(["--listen", "127.0.0.1:0"]).stdout(Stdio::piped());
        if unix::fs::chown(&folder, Some(NOBODY), Some(NOBODY)).is_ok() {
            server.uid(NOBODY).gid(NOBODY);
        }
        let mut server = server.stderr(Stdio::null()).spawn().with_context(|| format!("cannot start {starts}"))?;
        let mut first = String::new();
        let heard = server.stdout.take().map(|out| BufReader::new(out).read_line(&mut first));
        let answers = first.trim().strip_prefix("listening on http://").map(ready);
        command::run(Command::new("kill").args(["-TERM", &server.id().to_string()]))?;
        let ended = server.wait()?;
        if !matches!(answers, Some(Ok(true))) || !ended.success() {
            bail!("what the unit starts says {first:?} ({heard:?}), is ready: {answers:?}, and ends with {ended}");
        }
        Ok(())
    }

    /// A path of that machine, on this one.
    fn within(&self, path: &str) -> String {
        self.root.join(path.trim_start_matches('/')).display().to_string()
    }
}

/// Whether the server there says that it is ready.
pub(super) fn ready(address: &str) -> io::Result<bool> {
    let mut line = TcpStream::connect(address)?;
    line.write_all(b"GET /readyz HTTP/1.1\r\nhost: agency\r\nconnection: close\r\n\r\n")?;
    let mut answer = String::new();
    line.read_to_string(&mut answer)?;
    Ok(answer.starts_with("HTTP/1.1 200"))
}

fn value<'u>(unit: &'u str, key: &str) -> Option<&'u str> {
    unit.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('='))
}
