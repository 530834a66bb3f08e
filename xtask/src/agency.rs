//! `cargo xtask agency`: the agency's server beside the kiosk, with the sample's agency and one site.

use std::{
    net::{SocketAddr, TcpStream},
    path::PathBuf,
    process::{Child, Command},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};
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
    println!("A kiosk is connected with the code {} (30 minutes, once)", agency.code()?);
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
        std::fs::create_dir_all(&folder)?;
        if let Some(database) = postgres {
            std::fs::write(folder.join("agency.toml"), format!("database = {database:?}\n"))?;
        }
        let agency = Self { program, folder, server: None };
        if !command::read(agency.desk().args(["tenant", "list"]))?.contains(AGENCY) {
            command::read(agency.desk().args(["tenant", "add", AGENCY, "--site", SITE]))?;
        }
        Ok(agency)
    }

    fn desk(&self) -> Command {
        let mut desk = command::command(&self.program);
        desk.arg("--data").arg(&self.folder);
        desk
    }

    /// A one-time code for the sample's kiosk.
    pub fn code(&self) -> Result<String> {
        let code = command::read(self.desk().args(["kiosk", "code", "--tenant", AGENCY, "--site", SITE, KIOSK]))?;
        Ok(code.trim().to_owned())
    }

    /// Starts to listen, and returns when it does.
    pub fn serve(&mut self, listen: SocketAddr) -> Result<()> {
        let mut server = self.desk().args(["serve", "--listen", &listen.to_string()]).spawn()?;
        let since = Instant::now();
        while TcpStream::connect_timeout(&listen, Duration::from_secs(1)).is_err() {
            if let Some(ended) = server.try_wait()? {
                bail!("the agency's server ended with {ended}");
            }
            if since.elapsed() > PATIENCE {
                server.kill()?;
                bail!("the agency's server does not listen on {listen}");
            }
            thread::sleep(Duration::from_millis(50));
        }
        self.server = Some(server);
        Ok(())
    }

    fn wait(&mut self) -> Result<()> {
        if let Some(server) = &mut self.server {
            let ended = server.wait()?;
            println!("The server ended with {ended}");
        }
        Ok(())
    }
}

impl Drop for LocalAgency {
    fn drop(&mut self) {
        if let Some(mut server) = self.server.take() {
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}
