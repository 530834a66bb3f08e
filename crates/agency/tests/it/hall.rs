//! A server of one's own: a folder, a process, a free port; gone when the test ends.

use std::{
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use tempfile::TempDir;

use crate::courier::Courier;

/// What is waited for at most.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A data folder, and perhaps a server on it.
pub struct Hall {
    folder: TempDir,
    serving: Option<Serving>,
}

struct Serving {
    process: Child,
    address: SocketAddr,
    log: Arc<Mutex<String>>,
}

impl Hall {
    /// With settings, the agency `harbour` and its sites `main` and `north`, and the agency `hill` with `main`.
    pub fn with(settings: &str) -> Self {
        let hall = Self { folder: tempfile::tempdir().unwrap(), serving: None };
        std::fs::create_dir(hall.data()).unwrap();
        hall.set(settings);
        hall.desk(&["tenant", "add", "harbour", "--site", "main", "--site", "north", "--status-memory-kib", "64"]);
        hall.desk(&["tenant", "add", "hill", "--site", "main", "--status-memory-kib", "64"]);
        hall
    }

    /// A server that serves.
    pub fn open() -> Self {
        Self::open_with("")
    }

    pub fn open_with(settings: &str) -> Self {
        let mut hall = Self::with(settings);
        hall.serve();
        hall
    }

    /// A server that the system lets hold so many files at once.
    pub fn open_holding(files: u32, settings: &str) -> Self {
        let mut hall = Self::with(settings);
        let server = program(&hall.data());
        let mut bounded = Command::new("sh");
        bounded.args(["-c", &format!("ulimit -n {files} && exec \"$@\""), "sh"]).arg(server.get_program());
        bounded.args(server.get_args()).stdin(Stdio::null()).env_remove("KAUNTER_AGENCY_DATA");
        hall.serve_by(bounded);
        hall
    }

    pub fn set(&self, settings: &str) {
        std::fs::write(self.data().join("agency.toml"), settings).unwrap();
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A place for what the test needs.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn serve(&mut self) {
        self.serve_by(program(&self.data()));
    }

    fn serve_by(&mut self, mut program: Command) {
        let mut process = program
            .args(["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let log = Arc::new(Mutex::new(String::new()));
        let (kept, errors) = (log.clone(), process.stderr.take().unwrap());
        std::thread::spawn(move || {
            for line in BufReader::new(errors).lines().map_while(Result::ok) {
                kept.lock().unwrap().push_str(&(line + "\n"));
            }
        });
        let mut first = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let address = first.trim().rsplit('/').next().and_then(|address| address.parse().ok());
        let address = address.unwrap_or_else(|| panic!("it does not serve: {first}{}", log.lock().unwrap()));
        self.serving = Some(Serving { process, address, log });
    }

    pub fn address(&self) -> SocketAddr {
        self.serving.as_ref().unwrap().address
    }

    pub fn log(&self) -> String {
        self.serving.as_ref().unwrap().log.lock().unwrap().clone()
    }

    /// The power is lost.
    pub fn kill(&mut self) {
        let mut serving = self.serving.take().unwrap();
        serving.process.kill().unwrap();
        serving.process.wait().unwrap();
    }

    /// The administrator stops it; whether it ended well.
    pub fn stop(&mut self) -> bool {
        let mut serving = self.serving.take().unwrap();
        signal(&serving.process, "-TERM");
        let ended = wait_for("the server's end", || serving.process.try_wait().unwrap());
        ended.success()
    }

    /// The command line, which has to do it.
    pub fn desk(&self, arguments: &[&str]) -> String {
        let output = self.try_desk(arguments);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{arguments:?}: {told}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// The command line, which refuses with these words.
    pub fn refused(&self, arguments: &[&str], words: &str) {
        let output = self.try_desk(arguments);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && told.contains(words), "{arguments:?}: {told}");
    }

    fn try_desk(&self, arguments: &[&str]) -> Output {
        program(&self.data()).args(arguments).output().unwrap()
    }

    pub fn code(&self, tenant: &str, site: &str, kiosk: &str) -> String {
        self.desk(&["kiosk", "code", "--tenant", tenant, "--site", site, kiosk]).trim().to_owned()
    }

    /// A kiosk that has enrolled.
    pub fn kiosk(&self, tenant: &str, site: &str, kiosk: &str) -> Courier {
        let mut courier = Courier::new(self.address());
        courier.enrol(&self.code(tenant, site, kiosk)).unwrap();
        courier
    }
}

impl Drop for Hall {
    fn drop(&mut self) {
        if let Some(mut serving) = self.serving.take() {
            let _ = serving.process.kill();
            let _ = serving.process.wait();
        }
    }
}

pub fn program(data: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_kaunter-agency"));
    program.arg("--data").arg(data).stdin(Stdio::null()).env_remove("KAUNTER_AGENCY_DATA");
    program
}

pub fn signal(process: &Child, name: &str) {
    Command::new("kill").args([name, &process.id().to_string()]).status().unwrap();
}

/// Looks until there is something.
pub fn wait_for<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(start.elapsed() < PATIENCE, "{what} did not come");
        std::thread::yield_now();
    }
}
