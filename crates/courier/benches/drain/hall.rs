//! The agency: its folder, its kiosks' credentials, and its server as a process of its own.

use std::{
    env, fmt, fs,
    io::{BufRead, BufReader},
    net::SocketAddr,
    process::{Child, Command, ExitCode, Stdio},
};

use clap::Parser;
use jiff::{SignedDuration, Timestamp};
use kaunter_agency::{desk::Desk, place::Place, registry::Registry};
use kaunter_protocol::{AgencyKey, Binary, Cost, Credential, Enrol, Envelope, SiteId, TenantId};
use tempfile::TempDir;

pub use crate::patience::{signal, wait_for};
use crate::postgres::Postgres;

/// Names the folder for this program when it is to be the server.
pub const SERVES_IN: &str = "KAUNTER_DRAIN_SERVES_IN";

/// Kiosks that join at the same time.
const AT_ONCE: usize = 500;

/// Where the agency keeps its forms.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    InSqlite,
    InPostgres,
}

impl fmt::Display for Kept {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(if *self == Self::InSqlite { "in SQLite" } else { "in PostgreSQL" })
    }
}

pub struct Hall {
    folder: TempDir,
    registry: Registry,
    serving: Option<(Child, SocketAddr)>,
    /// Ends after the server.
    _database: Option<Postgres>,
    pub tenant: TenantId,
    pub key: AgencyKey,
}

/// This process is the server.
pub fn serve(data: &str) -> ExitCode {
    let said = ["kaunter-agency", "--data", data, "serve", "--listen", "127.0.0.1:0"];
    match Desk::parse_from(said).run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// About what a filled form with a signature has; to nobody that anybody knows.
pub fn envelope() -> Envelope {
    let nobody = age::x25519::Identity::generate().to_public();
    Envelope {
        form: "job-seeking".into(),
        form_version: "3".into(),
        number: "4821-0975".into(),
        sealed_at: Timestamp::now(),
        duplicate_of: None,
        sealed: Binary(age::encrypt(&nobody, &[b'a'; 7500]).unwrap()),
        more: serde_json::Map::new(),
    }
}

impl Hall {
    /// With so many kiosks; it does not serve yet.
    pub async fn with(kept: Kept, kiosks: usize) -> (Self, Vec<Credential>) {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        fs::create_dir(&data).unwrap();
        let postgres = (kept == Kept::InPostgres).then(Postgres::start);
        let database = postgres.as_ref().map(|postgres| format!("database = \"{}\"\n", postgres.database("agency")));
        fs::write(data.join("agency.toml"), format!("log = \"warn\"\n{}", database.unwrap_or_default())).unwrap();
        let place = Place::open(&data).await.unwrap();
        let (tenant, site): (TenantId, SiteId) = ("harbour".parse().unwrap(), "main".parse().unwrap());
        let cheap = Cost { memory_kib: 64, passes: 1 };
        place.registry.add_tenant(&tenant, std::slice::from_ref(&site), cheap, Timestamp::now()).await.unwrap();
        let mut credentials = Vec::with_capacity(kiosks);
        while credentials.len() < kiosks {
            let some = credentials.len()..kiosks.min(credentials.len() + AT_ONCE);
            let joining = some.map(|number| join(place.registry.clone(), tenant.clone(), site.clone(), number));
            credentials.extend(joining.collect::<tokio::task::JoinSet<_>>().join_all().await);
        }
        let key = place.registry.pen().key().clone();
        (Self { folder, registry: place.registry, serving: None, _database: postgres, tenant, key }, credentials)
    }

    pub fn open(&mut self) {
        let mut process = Command::new(env::current_exe().unwrap())
            .env(SERVES_IN, self.folder.path().join("data"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let address = first.trim().rsplit('/').next().unwrap().parse().unwrap();
        self.serving = Some((process, address));
    }

    pub fn address(&self) -> SocketAddr {
        self.serving.as_ref().unwrap().1
    }

    /// Forms, and what came under their ids with other bytes.
    pub async fn kept(&self) -> (i64, i64) {
        self.registry.within(&self.tenant).count().await.unwrap()
    }

    pub fn most_memory_mib(&self) -> u64 {
        let process = self.serving.as_ref().unwrap().0.id();
        let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.split_whitespace().next().unwrap().parse::<u64>().unwrap() / 1024
    }
}

impl Drop for Hall {
    fn drop(&mut self) {
        if let Some((mut process, _)) = self.serving.take() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

async fn join(registry: Registry, tenant: TenantId, site: SiteId, number: usize) -> Credential {
    let (name, now) = (format!("hall-{number}").parse().unwrap(), Timestamp::now());
    let within = registry.within(&tenant);
    let code = within.new_code(&site, &name, "stable", SignedDuration::from_mins(30), now).await.unwrap().code;
    let mut random = [0; 32];
    getrandom::fill(&mut random).unwrap();
    let credential = Credential::from_random(&random);
    registry.enrol(&Enrol { code, credential: credential.digest() }, now).await.unwrap();
    credential
}
