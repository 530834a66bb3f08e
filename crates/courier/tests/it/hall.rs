//! An agency's server of one's own, in this process: a folder, a port; gone when the test ends.

use std::{
    future,
    net::SocketAddr,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use jiff::{SignedDuration, Timestamp};
use kaunter_agency::{place::Place, registry::Registry, server::Server};
use kaunter_protocol::{Cost, SiteId, TenantId};
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// What is waited for at most.
pub const PATIENCE: Duration = Duration::from_secs(60);

pub struct Hall {
    folder: TempDir,
    address: SocketAddr,
    /// Its certificate and the key of it.
    secured: Option<[PathBuf; 2]>,
    serving: Option<Runtime>,
    /// For questions to what it keeps, whether it serves or not.
    asking: Runtime,
    pub registry: Registry,
    pub harbour: TenantId,
    pub main: SiteId,
}

impl Hall {
    /// It serves over TLS, as `localhost`; gives the authority that signed for it too.
    pub fn secured() -> (Self, PathBuf) {
        let data = |name: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("../agency/tests/data").join(name);
        let mut hall = Self::closed();
        hall.secured = Some([data("server.pem"), data("server.key")]);
        // By whichever name it is called.
        hall.address = SocketAddr::from(([0, 0, 0, 0], 0));
        hall.serve();
        (hall, data("authority.pem"))
    }

    /// It serves.
    pub fn open() -> Self {
        let mut hall = Self::closed();
        hall.serve();
        hall
    }

    pub fn closed() -> Self {
        Self::closed_with("")
    }

    /// With settings.
    pub fn closed_with(settings: &str) -> Self {
        let (folder, asking) = (tempfile::tempdir().unwrap(), Runtime::new().unwrap());
        std::fs::create_dir(folder.path().join("data")).unwrap();
        std::fs::write(folder.path().join("data/agency.toml"), settings).unwrap();
        let place = asking.block_on(Place::open(&folder.path().join("data"))).unwrap();
        let (harbour, main) = ("harbour".parse().unwrap(), "main".parse().unwrap());
        let cheap = Cost { memory_kib: 64, passes: 1 };
        let now = Timestamp::now();
        let registry = place.registry;
        asking.block_on(registry.add_tenant(&harbour, std::slice::from_ref(&main), cheap, now)).unwrap();
        asking
            .block_on(registry.add_tenant(&"hill".parse().unwrap(), std::slice::from_ref(&main), cheap, now))
            .unwrap();
        let address = "127.0.0.1:0".parse().unwrap();
        Self { folder, address, secured: None, serving: None, asking, registry, harbour, main }
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A server begins, at the same address as the one before.
    pub fn serve(&mut self) {
        let runtime = Runtime::new().unwrap();
        let server = runtime.block_on(async {
            let place = Place::open(&self.data()).await.unwrap();
            let mut settings = place.settings;
            settings.listen = self.address;
            // Where time is told, a kiosk does in a moment what it does in half an hour.
            (settings.kiosk_rate, settings.kiosk_burst) = (10_000, 100_000);
            [settings.certificate, settings.certificate_key] = match self.secured.clone() {
                Some(files) => files.map(Some),
                None => [None, None],
            };
            Server::bind(place.registry, settings).await.unwrap()
        });
        self.address = server.address().unwrap();
        runtime.spawn(server.serve(future::pending()));
        self.serving = Some(runtime);
    }

    /// The power of the server is lost.
    pub fn kill(&mut self) {
        self.serving.take().unwrap().shutdown_timeout(Duration::from_secs(5));
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn ask<T>(&self, question: impl Future<Output = T>) -> T {
        self.asking.block_on(question)
    }

    /// A code for a kiosk of the agency `harbour`.
    pub fn code(&self, kiosk: &str) -> String {
        self.code_of(&self.harbour, kiosk)
    }

    pub fn code_of(&self, tenant: &TenantId, kiosk: &str) -> String {
        let (within, name) = (self.registry.within(tenant), kiosk.parse().unwrap());
        let holds = SignedDuration::from_mins(30);
        self.ask(within.new_code(&self.main, &name, "stable", holds, Timestamp::now())).unwrap().code.grouped()
    }

    pub fn revoke(&self, kiosk: &str) {
        let name = kiosk.parse().unwrap();
        self.ask(self.registry.within(&self.harbour).revoke(&name, Timestamp::now())).unwrap();
    }

    /// Forms that are here: id and sealed bytes.
    pub fn forms(&self) -> Vec<(uuid::Uuid, Vec<u8>)> {
        let kept = self.ask(self.registry.within(&self.harbour).kept(None, true, 10_000)).unwrap();
        kept.into_iter().map(|kept| (kept.id, kept.envelope.sealed.0)).collect()
    }

    pub fn conflicts(&self) -> usize {
        self.ask(self.registry.within(&self.harbour).conflicts()).unwrap().len()
    }
}

impl Drop for Hall {
    fn drop(&mut self) {
        if let Some(serving) = self.serving.take() {
            serving.shutdown_background();
        }
    }
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

/// Tells a process something.
pub fn signal(process: &std::process::Child, name: &str) {
    std::process::Command::new("kill").args([name, &process.id().to_string()]).status().unwrap();
}
