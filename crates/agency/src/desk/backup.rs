//! `backup` and `restore`: a folder with a consistent copy of the database, the signing key and the settings.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use kaunter_terminal::out;

use crate::{
    place::{Place, sqlite_file},
    private::{private_folder, sync_folder_of, write_private},
};

/// The names in a copy are those of a data folder, whatever the settings call the key.
const KEY: &str = "signing.key";
const SETTINGS: &str = "agency.toml";

/// Copies everything while the server runs (SQLite; PostgreSQL has pg_dump).
#[derive(Args)]
pub struct Backup {
    /// A folder that is not there yet.
    #[arg(long)]
    to: PathBuf,
}

/// Makes a data folder from a copy.
#[derive(Args)]
pub struct Restore {
    /// The copy.
    #[arg(long)]
    from: PathBuf,
}

impl Backup {
    pub(super) async fn run(self, place: Place) -> Result<()> {
        if place.settings.database.is_some() {
            bail!("the database is PostgreSQL: copy it with pg_dump, and {} beside it", KEY);
        }
        ensure!(!self.to.exists(), "{} is there already", self.to.display());
        // Whoever finds the folder under its name finds all of it.
        let draft = self.to.with_extension("part");
        if draft.exists() {
            fs::remove_dir_all(&draft)?;
        }
        private_folder(&draft)?;
        place.registry.database().copy_to(&sqlite_file(&draft)).await?;
        fs::File::open(sqlite_file(&draft))?.sync_all()?;
        write_private(&draft.join(KEY), &fs::read(place.settings.signing_key(&place.data))?)?;
        let settings = place.data.join(SETTINGS);
        if settings.exists() {
            write_private(&draft.join(SETTINGS), &fs::read(settings)?)?;
        }
        fs::rename(&draft, &self.to)?;
        sync_folder_of(&self.to)?;
        out!("copied to {}", self.to.display());
        Ok(())
    }
}

impl Restore {
    pub(super) fn run(self, data: &Path) -> Result<()> {
        let Self { from } = self;
        ensure!(!sqlite_file(data).exists(), "there is a database in {} already", data.display());
        check(&sqlite_file(&from))?;
        private_folder(data)?;
        for name in [SETTINGS, KEY] {
            let copy = from.join(name);
            if copy.exists() {
                let _ = fs::remove_file(data.join(name));
                write_private(&data.join(name), &fs::read(&copy).with_context(|| copy.display().to_string())?)?;
            }
        }
        // The database last: a folder without it is no restored one.
        write_private(&sqlite_file(data), &fs::read(sqlite_file(&from))?)?;
        sync_folder_of(&sqlite_file(data))?;
        out!("restored to {}", data.display());
        Ok(())
    }
}

fn check(file: &Path) -> Result<()> {
    ensure!(file.exists(), "there is no copy in {}", file.display());
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    let copy = rusqlite::Connection::open_with_flags(file, flags)?;
    let said: String = copy.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    ensure!(said == "ok", "the copy is damaged: {said}");
    Ok(())
}
