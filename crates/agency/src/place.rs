//! A server's data folder: its settings, its signing key, and its database, wherever that is.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use rustls::{
    RootCertStore,
    pki_types::{CertificateDer, pem::PemObject},
};

use crate::{
    database::{Database, Postgres, PostgresOptions, Sqlite, StoreError},
    pen::{Pen, PenFault},
    private::private_folder,
    registry::{Registry, RegistryError},
    settings::{SETTINGS_FILE, Settings, SettingsFault},
};

/// Pages of 4096 bytes in a mebibyte.
const PAGES: u32 = 256;

/// An opened data folder.
pub struct Place {
    /// The folder.
    pub data: PathBuf,
    /// What `agency.toml` says.
    pub settings: Settings,
    /// What the agency keeps.
    pub registry: Registry,
}

/// Why a data folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PlaceFault {
    /// The folder cannot be made.
    #[error("{path}: {source}")]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Nothing of a server is in the folder.
    #[error("no server keeps anything in {0}; name its folder with --data, or begin one with `tenant add`")]
    Nothing(PathBuf),
    /// `database_ca` cannot be read.
    #[error("{path}: {reason}")]
    Authority {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// The settings.
    #[error(transparent)]
    Settings(#[from] SettingsFault),
    /// The signing key.
    #[error(transparent)]
    Pen(#[from] PenFault),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What is in it.
    #[error(transparent)]
    Registry(#[from] RegistryError),
}

impl PlaceFault {
    /// Kebab-case code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Folder { .. } => "folder-unusable",
            Self::Nothing(_) => "server-missing",
            Self::Authority { .. } => "database-ca-unusable",
            Self::Settings(fault) => fault.code(),
            Self::Pen(fault) => fault.code(),
            Self::Store(fault) => fault.code(),
            Self::Registry(fault) => fault.code(),
        }
    }
}

impl Place {
    /// Opens a data folder that is one: a mistyped path is not answered with an empty server.
    ///
    /// # Errors
    /// [`PlaceFault::Nothing`]; as [`Place::open`].
    pub async fn existing(data: &Path) -> Result<Self, PlaceFault> {
        // Whoever may not look into the folder is not told that there is nothing in it.
        let there =
            |file: PathBuf| file.try_exists().map_err(|source| PlaceFault::Folder { path: data.to_owned(), source });
        if !there(data.join(SETTINGS_FILE))? && !there(sqlite_file(data))? {
            return Err(PlaceFault::Nothing(data.to_owned()));
        }
        Self::open(data).await
    }

    /// Opens a data folder, and makes what is missing.
    ///
    /// # Errors
    /// [`PlaceFault`].
    pub async fn open(data: &Path) -> Result<Self, PlaceFault> {
        private_folder(data).map_err(|source| PlaceFault::Folder { path: data.to_owned(), source })?;
        let settings = Settings::of(data)?;
        let pen = Arc::new(Pen::open(&settings.signing_key(data))?);
        let database: Arc<dyn Database> = match &settings.database {
            None => Arc::new(Sqlite::open(&sqlite_file(data), settings.most_database_mib.map(|mib| mib * PAGES))?),
            Some(url) => {
                let roots = settings.database_ca.as_deref().map(roots).transpose()?;
                let connections = settings.database_connections;
                let patience = Duration::from_secs(settings.database_seconds);
                Arc::new(Postgres::open(PostgresOptions { url, roots, connections, patience }).await?)
            }
        };
        let registry = Registry::open(database, pen).await?;
        Ok(Self { data: data.to_owned(), settings, registry })
    }
}

/// SQLite's file in a data folder.
pub fn sqlite_file(data: &Path) -> PathBuf {
    data.join("agency.sqlite")
}

fn roots(path: &Path) -> Result<Arc<RootCertStore>, PlaceFault> {
    let fault = |reason: String| PlaceFault::Authority { path: path.to_owned(), reason };
    let mut store = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(path).map_err(|error| fault(error.to_string()))? {
        let certificate = certificate.map_err(|error| fault(error.to_string()))?;
        store.add(certificate).map_err(|error| fault(error.to_string()))?;
    }
    Ok(Arc::new(store))
}
