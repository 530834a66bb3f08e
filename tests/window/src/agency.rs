//! The agency's server beside a kiosk, and the cable between them.

use std::{
    fs,
    net::{TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;

use crate::{kiosk::done, place};

/// Longest that the server takes to listen, or to be heard of.
const PATIENCE: Duration = Duration::from_secs(90);
const LOOK: Duration = Duration::from_millis(100);
const AGENCY: &str = "harbour";
const SITE: &str = "main";

/// A server on a port of its own, which it keeps while the cable is out.
pub struct Agency {
    data: TempDir,
    port: u16,
    server: Option<Child>,
}

impl Agency {
    /// An agency whose cable is plugged in.
    ///
    /// # Errors
    /// The server does not start.
    pub fn opens() -> Result<Self> {
        let data = tempfile::tempdir_in(place("KAUNTER_SAMPLE")?)?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut agency = Self { data, port, server: None };
        agency.desk(&["tenant", "add", AGENCY, "--site", SITE, "--status-memory-kib", "1024"])?;
        agency.plugs_in()?;
        Ok(agency)
    }

    /// Where kiosks come.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// A one-time code for a kiosk.
    ///
    /// # Errors
    /// The desk refuses.
    pub fn code(&self) -> Result<String> {
        let code = self.desk(&["kiosk", "code", "--tenant", AGENCY, "--site", SITE, "hall-1"])?;
        Ok(code.trim().to_owned())
    }

    /// The cable is in.
    ///
    /// # Errors
    /// The server does not start.
    pub fn plugs_in(&mut self) -> Result<()> {
        let mut server = self.command()?;
        server.args(["serve", "--listen", &format!("127.0.0.1:{}", self.port)]).stderr(Stdio::null());
        let server = self.server.insert(server.spawn()?);
        let until = Instant::now() + PATIENCE;
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            if let Some(ended) = server.try_wait()? {
                bail!("the agency's server ended with {ended}");
            }
            ensure!(Instant::now() < until, "the agency's server does not listen");
            thread::sleep(LOOK);
        }
        Ok(())
    }

    /// The cable is out.
    pub fn is_unplugged(&mut self) {
        if let Some(mut server) = self.server.take() {
            let _ = server.kill();
            let _ = server.wait();
        }
    }

    /// Forms that it has.
    ///
    /// # Errors
    /// It cannot be asked.
    pub fn forms(&self) -> Result<u64> {
        let mut answer = ureq::get(format!("{}/metrics", self.address())).call()?;
        let text = answer.body_mut().read_to_string()?;
        let line = text.lines().find_map(|line| line.strip_prefix("kaunter_forms_waiting "));
        Ok(line.context("it does not count forms")?.trim().parse()?)
    }

    /// Says something to every kiosk.
    ///
    /// # Errors
    /// The notice is refused.
    pub fn announces(&self, notice: &str) -> Result<()> {
        let file = self.data.path().join("notice.toml");
        fs::write(&file, notice)?;
        self.desk(&["notice", "publish", "--tenant", AGENCY, &file.display().to_string()]).map(drop)
    }

    /// Tells how far applications are: lines of `reference,second,status,since,next`.
    ///
    /// # Errors
    /// The list is refused.
    pub fn tells_how_far(&self, lines: &str) -> Result<()> {
        let file = self.data.path().join("status.csv");
        fs::write(&file, format!("reference,second,status,since,next\n{lines}\n"))?;
        let file = file.display().to_string();
        self.desk(&["status", "import", "--tenant", AGENCY, "--site", SITE, &file]).map(drop)
    }

    fn command(&self) -> Result<Command> {
        let mut command = Command::new(place("KAUNTER_AGENCY_PROGRAM")?);
        command.arg("--data").arg(self.data.path());
        Ok(command)
    }

    fn desk(&self, arguments: &[&str]) -> Result<String> {
        done(self.command()?.args(arguments))
    }
}

impl Drop for Agency {
    fn drop(&mut self) {
        self.is_unplugged();
    }
}
