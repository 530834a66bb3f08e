//! A PostgreSQL of one's own, under a user who may nothing else: in a folder, on a socket there, gone at the end.

use std::{
    fs,
    os::unix::{fs::PermissionsExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use tempfile::TempDir;

use crate::hall::{signal, wait_for};

/// `nobody` of Debian: `initdb` refuses to run as root.
const NOBODY: u32 = 65534;

pub struct Postgres {
    folder: TempDir,
    process: Child,
    port: Option<u16>,
}

/// How servers come to it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    BySocket,
    #[allow(dead_code, reason = "the bench goes by the socket")]
    OverTls,
}

impl Postgres {
    pub fn start() -> Self {
        Self::start_with(Reached::BySocket)
    }

    pub fn start_with(reached: Reached) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).unwrap();
        let data = folder.path().join("data");
        let made = program("initdb")
            .args(["--username=kaunter", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "-D"])
            .arg(&data)
            .stdout(Stdio::null())
            .status();
        assert!(made.unwrap().success(), "initdb failed: is the Debian package postgresql installed?");
        let over_tls = (reached == Reached::OverTls).then(|| over_tls(folder.path()));
        let (port, how) =
            over_tls.map_or((None, vec!["listen_addresses=".to_owned()]), |(port, how)| (Some(port), how));
        let process = program("postgres")
            .args(how.iter().flat_map(|setting| ["-c", setting]))
            .args(["-c", "max_connections=200", "-k"])
            .arg(folder.path())
            .arg("-D")
            .arg(&data)
            .stdout(Stdio::null())
            .stderr(fs::File::create(folder.path().join("log")).unwrap())
            .spawn()
            .unwrap();
        let mut postgres = Self { folder, process, port };
        wait_for("PostgreSQL", || {
            assert!(postgres.process.try_wait().unwrap().is_none(), "PostgreSQL ended");
            postgres.sql("postgres", "SELECT 1").then_some(())
        });
        postgres
    }

    fn sql(&self, database: &str, sql: &str) -> bool {
        let mut psql = Command::new(binary("psql"));
        psql.args(["--username=kaunter", "--quiet", "--command", sql, "--dbname", database, "--host"]);
        psql.arg(self.folder.path())
            .env("PGPORT", self.port.unwrap_or(5432).to_string())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap()
            .success()
    }

    /// Copies a database, as the guide says, and brings it back as another; gives that one's address.
    #[allow(dead_code, reason = "only several servers need it")]
    pub fn brought_back(&self, from: &str, to: &str) -> String {
        let url = self.database(to);
        let copy = self.folder.path().join("copy");
        let does = |name: &str, words: &[&str]| {
            let mut program = Command::new(binary(name));
            program.args(["--username=kaunter", "--host"]).arg(self.folder.path()).args(words);
            assert!(program.status().unwrap().success(), "{name} failed");
        };
        let file = copy.display().to_string();
        does("pg_dump", &["--format=custom", "--file", &file, from]);
        does("pg_restore", &["--dbname", to, &file]);
        url
    }

    /// What pgbench tells of a script.
    #[allow(dead_code, reason = "only the bench measures")]
    pub fn pgbench(&self, database: &str, before: &str, script: &str, how: &[&str], set: &[(&str, String)]) -> String {
        assert!(self.sql(database, before));
        let file = self.folder.path().join("script.sql");
        fs::write(&file, script).unwrap();
        let mut pgbench = Command::new(binary("pgbench"));
        pgbench.args(how).args(["-n", "-U", "kaunter", "-h"]).arg(self.folder.path()).arg("-f").arg(&file);
        set.iter().for_each(|(name, value)| {
            pgbench.arg("-D").arg(format!("{name}={value}"));
        });
        let output = pgbench.arg(database).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// From now on nothing waits for the disk: where only programs are killed, nothing is lost by it.
    #[allow(dead_code, reason = "only the simulation lives so many worlds")]
    pub fn hurries(&self) {
        for sql in
            ["ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET full_page_writes = off", "SELECT pg_reload_conf()"]
        {
            assert!(self.sql("postgres", sql));
        }
    }

    /// Address of a new database.
    pub fn database(&self, name: &str) -> String {
        assert!(self.sql("postgres", &format!("CREATE DATABASE {name}")));
        if let Some(port) = self.port {
            return format!("postgresql://kaunter@localhost:{port}/{name}?sslmode=require");
        }
        format!("postgresql:///{name}?user=kaunter&host={}", self.folder.path().display())
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // At once: what it kept is thrown away.
        signal(&self.process, "-QUIT");
        let _ = self.process.wait();
    }
}

/// A free port, and the settings for it; the key is the server's alone.
fn over_tls(folder: &Path) -> (u16, Vec<String>) {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    for name in ["server.pem", "server.key"] {
        let copy = folder.join(name);
        fs::copy(files.join(name), &copy).unwrap();
        fs::set_permissions(&copy, fs::Permissions::from_mode(0o600)).unwrap();
        // Not root's: then the server may not read it.
        let _ = std::os::unix::fs::chown(&copy, Some(NOBODY), Some(NOBODY));
    }
    let file = |name: &str| folder.join(name).display().to_string();
    let how = vec![
        "listen_addresses=127.0.0.1".to_owned(),
        format!("port={port}"),
        "ssl=on".to_owned(),
        format!("ssl_cert_file={}", file("server.pem")),
        format!("ssl_key_file={}", file("server.key")),
    ];
    (port, how)
}

fn program(name: &str) -> Command {
    let mut program = Command::new(binary(name));
    let id = Command::new("id").arg("-u").output().unwrap();
    if String::from_utf8_lossy(&id.stdout).trim() == "0" {
        program.uid(NOBODY).gid(NOBODY);
    }
    program.current_dir("/");
    program
}

/// Debian keeps the programs of each version in a folder.
fn binary(name: &str) -> PathBuf {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let found = versions.map(|version| version.path().join("bin").join(name)).filter(|path| path.exists()).max();
    found.unwrap_or_else(|| Path::new(name).to_owned())
}
