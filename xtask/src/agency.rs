//! `cargo xtask agency`: the agency's server beside the kiosk, with the sample's agency and one site.

use std::{
    fs,
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::{command, kiosk, paths};

/// Agency, site and kiosk of the sample.
const AGENCY: &str = "harbour";
const SITE: &str = "main";
const KIOSK: &str = "hall-1";
/// Longest that the server may take to listen.
const PATIENCE: Duration = Duration::from_secs(30);

/// How to start the server.
#[derive(Args)]
pub struct AgencyArguments {
    /// A PostgreSQL database, `postgresql://…`; without it everything is kept in a folder.
    #[arg(long)]
    postgres: Option<String>,
    /// Where kiosks come.
    #[arg(long, default_value = LocalAgency::ADDRESS)]
    listen: SocketAddr,
}

/// Builds the server, and runs it until Ctrl-C.
pub fn run(arguments: &AgencyArguments) -> Result<()> {
    let program = kiosk::build_agency()?;
    let folder = paths::out().join("agency");
    let mut agency = LocalAgency::prepare(program, folder, arguments.postgres.as_deref())?;
    if agency.has_kiosk()? {
        println!("The kiosk {KIOSK} is connected. Another takes its place after `kaunter-agency kiosk revoke`.");
    } else {
        println!("A kiosk is connected with the code {} (30 minutes, once)", agency.code()?);
    }
    agency.serve(arguments.listen)?;
    println!("The agency listens on {} until Ctrl-C.", arguments.listen);
    agency.wait()
}

/// A server that ends with this value.
pub struct LocalAgency {
    program: PathBuf,
    folder: PathBuf,
    server: Option<Child>,
}

impl LocalAgency {
    /// Where the kiosk of `cargo xtask run` comes; it remembers the address, so that it stays the same.
    pub const ADDRESS: &str = "127.0.0.1:8711";

    /// A data folder with the sample's agency in it.
    pub fn prepare(program: PathBuf, folder: PathBuf, postgres: Option<&str>) -> Result<Self> {
        fs::create_dir_all(&folder)?;
        choose_database(&folder.join("agency.toml"), postgres)?;
        let agency = Self { program, folder, server: None };
        // What is there stays as it is.
        command::read(agency.desk().args(["tenant", "add", AGENCY, "--site", SITE]))?;
        Ok(agency)
    }

    fn desk(&self) -> Command {
        let mut desk = command::command(&self.program);
        desk.arg("--data").arg(&self.folder);
        desk
    }

    /// Whether the sample's kiosk has enrolled.
    fn has_kiosk(&self) -> Result<bool> {
        let kiosks = command::read(self.desk().args(["kiosk", "list", "--tenant", AGENCY]))?;
        Ok(is_enrolled(&kiosks))
    }

    /// A one-time code for the sample's kiosk, whatever had its name before: that is shut out.
    pub fn code_anew(&self) -> Result<String> {
        if self.has_kiosk()? {
            command::read(self.desk().args(["kiosk", "revoke", "--tenant", AGENCY, KIOSK]))?;
        }
        self.code()
    }

    /// A one-time code for the sample's kiosk, where none has its name.
    fn code(&self) -> Result<String> {
        let code = command::read(self.desk().args(["kiosk", "code", "--tenant", AGENCY, "--site", SITE, KIOSK]))?;
        Ok(code.trim().to_owned())
    }

    /// Starts to listen, and returns when it says that it does: whoever else listens there is not it.
    pub fn serve(&mut self, listen: SocketAddr) -> Result<()> {
        let mut serving = self.desk();
        serving.args(["serve", "--listen", &listen.to_string()]).stdout(Stdio::piped());
        let server = self.server.insert(serving.spawn()?);
        let said = first_line(server.stdout.take().context("the server says nothing")?);
        match said.recv_timeout(PATIENCE) {
            Ok(line) if line.ends_with(&listen.to_string()) => Ok(()),
            Ok(line) if line.is_empty() => bail!("the agency's server ended with {}", server.wait()?),
            _ => {
                server.kill()?;
                bail!("the agency's server does not listen on {listen}");
            }
        }
    }

    fn wait(&mut self) -> Result<()> {
        if let Some(server) = &mut self.server {
            let ended = server.wait()?;
            println!("The server ended with {ended}");
        }
        Ok(())
    }
}

/// What is said first, without the end of its line; nothing where it ended before. The rest is read and let go.
fn first_line(said: ChildStdout) -> mpsc::Receiver<String> {
    let (sender, first) = mpsc::channel();
    thread::spawn(move || {
        let mut lines = BufReader::new(said).lines().map_while(Result::ok);
        let _ = sender.send(lines.next().unwrap_or_default());
        lines.for_each(drop);
    });
    first
}

/// Whether the list of kiosks has the sample's as one that enrolled.
fn is_enrolled(kiosks: &str) -> bool {
    let of = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>();
    kiosks.lines().map(of).any(|cells| {
        cells.get(1).is_some_and(|kiosk| kiosk == KIOSK)
            && cells.get(3).is_some_and(|state| state.starts_with("enrolled"))
    })
}

/// A database holds for the runs that name it. What somebody wrote into the settings by hand stays.
fn choose_database(settings: &Path, postgres: Option<&str>) -> Result<()> {
    if let Some(database) = postgres {
        return Ok(fs::write(settings, format!("database = {database:?}\n"))?);
    }
    let ours = |text: String| text.starts_with("database = ") && text.lines().count() == 1;
    if fs::read_to_string(settings).is_ok_and(ours) {
        fs::remove_file(settings)?;
    }
    Ok(())
}

impl Drop for LocalAgency {
    fn drop(&mut self) {
        if let Some(mut server) = self.server.take() {
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{env, net::TcpListener, process};

    use super::*;

    #[test]
    fn another_listener_on_the_port_is_not_taken_for_the_server() {
        let other = TcpListener::bind("127.0.0.1:0").unwrap();
        let mut agency = LocalAgency { program: "false".into(), folder: env::temp_dir(), server: None };
        let told = agency.serve(other.local_addr().unwrap()).unwrap_err();
        assert!(told.to_string().contains("ended with"), "{told}");
    }

    #[test]
    fn a_kiosk_counts_as_connected_when_it_is_enrolled_and_not_revoked() {
        for (line, enrolled) in [
            ("main\thall-1\tstable\tenrolled 2026-11-21T06:00:00Z\tseen never", true),
            ("main\thall-1\tstable\twaits for its code\tseen never", false),
            ("main\thall-1\tstable\trevoked 2026-11-21T06:00:00Z\tseen never", false),
            ("main\thall-10\tstable\tenrolled 2026-11-21T06:00:00Z\tseen never", false),
        ] {
            assert_eq!(is_enrolled(line), enrolled, "{line}");
        }
    }

    #[test]
    fn a_database_that_was_named_once_is_forgotten_and_settings_by_hand_are_not() {
        let settings = env::temp_dir().join(format!("kaunter-agency-{}.toml", process::id()));
        choose_database(&settings, Some("postgresql://here/agency")).unwrap();
        assert!(fs::read_to_string(&settings).unwrap().contains("postgresql://here/agency"));
        choose_database(&settings, None).unwrap();
        assert!(!settings.exists());
        fs::write(&settings, "database = \"postgresql://own\"\nlog = \"debug\"\n").unwrap();
        choose_database(&settings, None).unwrap();
        assert!(settings.exists());
        fs::remove_file(&settings).unwrap();
    }
}
