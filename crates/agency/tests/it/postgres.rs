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
}

impl Postgres {
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).unwrap();
        let data = folder.path().join("data");
        let made = program("initdb")
            .args(["--username=kaunter", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "-D"])
            .arg(&data)
            .stdout(Stdio::null())
            .status();
        assert!(made.unwrap().success(), "initdb failed: is the Debian package postgresql installed?");
        let process = program("postgres")
            .args(["-c", "listen_addresses=", "-c", "max_connections=200", "-k"])
            .arg(folder.path())
            .arg("-D")
            .arg(&data)
            .stdout(Stdio::null())
            .stderr(fs::File::create(folder.path().join("log")).unwrap())
            .spawn()
            .unwrap();
        let mut postgres = Self { folder, process };
        wait_for("PostgreSQL", || {
            assert!(postgres.process.try_wait().unwrap().is_none(), "PostgreSQL ended");
            postgres.sql("postgres", "SELECT 1").then_some(())
        });
        postgres
    }

    fn sql(&self, database: &str, sql: &str) -> bool {
        let mut psql = Command::new(binary("psql"));
        psql.args(["--username=kaunter", "--quiet", "--command", sql, "--dbname", database, "--host"]);
        psql.arg(self.folder.path()).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().success()
    }

    /// What pgbench tells of a script.
    #[allow(dead_code, reason = "only the bench measures")]
    pub fn pgbench(&self, database: &str, before: &str, script: &str, how: &[&str], set: &[(&str, String)]) -> String {
        assert!(self.sql(database, before));
        let file = self.folder.path().join("script.sql");
        fs::write(&file, script).unwrap();
        let mut pgbench = Command::new(binary("pgbench"));
        pgbench.args(how).args(["-n", "-U", "kaunter", "-h"]).arg(self.folder.path()).arg("-f").arg(&file);
        set.iter().for_each(|(name, value)| drop(pgbench.arg("-D").arg(format!("{name}={value}"))));
        let output = pgbench.arg(database).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Address of a new database.
    pub fn database(&self, name: &str) -> String {
        assert!(self.sql("postgres", &format!("CREATE DATABASE {name}")));
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
