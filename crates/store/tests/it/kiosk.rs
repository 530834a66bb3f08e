//! A kiosk with a data folder, a key elsewhere, and an agency that can open what is sealed to it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use jiff::{SignedDuration, Timestamp, ToSpan};
use kaunter_store::{DraftId, Finished, Finishing, KeyFile, Person, Recipient, Store, StoreError};
use rusqlite::Connection;
use tempfile::TempDir;

/// Twenty to nine in the morning.
pub const MORNING: Timestamp = Timestamp::constant(1_795_221_600, 0);

/// So many minutes after [`MORNING`].
pub fn after(minutes: i64) -> Timestamp {
    MORNING + minutes.minutes()
}

pub struct Kiosk {
    pub data: TempDir,
    pub elsewhere: TempDir,
    pub agency: age::x25519::Identity,
}

impl Kiosk {
    pub fn new() -> Self {
        let (data, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        Self { data, elsewhere, agency: age::x25519::Identity::generate() }
    }

    pub fn folder(&self) -> PathBuf {
        self.data.path().join(Store::FOLDER)
    }

    pub fn key_file(&self) -> PathBuf {
        self.elsewhere.path().join("store.key")
    }

    pub fn key(&self) -> KeyFile {
        KeyFile::new(self.key_file())
    }

    pub fn try_open(&self, now: Timestamp) -> Result<Store, StoreError> {
        Store::open(&self.folder(), &self.key(), now)
    }

    pub fn open(&self) -> Store {
        self.try_open(MORNING).unwrap()
    }

    /// How opening is refused.
    pub fn refused(&self) -> StoreError {
        self.try_open(MORNING).err().unwrap()
    }

    pub fn recipients(&self) -> Vec<Recipient> {
        vec![self.agency.to_public().to_string().parse().unwrap()]
    }

    /// What the agency reads.
    pub fn read(&self, sealed: &[u8]) -> String {
        String::from_utf8(age::decrypt(&self.agency, sealed).unwrap()).unwrap()
    }

    /// Finishes a draft with its answers as the document.
    pub fn finish(&self, store: &mut Store, draft: DraftId, now: Timestamp) -> Result<Finished, StoreError> {
        self.finish_as(store, draft, now, None)
    }

    /// The same for a person whose forms are compared for a day.
    pub fn finish_as(
        &self,
        store: &mut Store,
        draft: DraftId,
        now: Timestamp,
        person: Option<&str>,
    ) -> Result<Finished, StoreError> {
        let answers = store.answers(draft).unwrap_or_default();
        let answers: Vec<String> = answers.iter().map(|(_, value)| String::from_utf8_lossy(value).into()).collect();
        let how = Finishing {
            recipients: &self.recipients(),
            person: person.map(|name| Person { bytes: name.as_bytes(), within: SignedDuration::from_hours(24) }),
            print_window: SignedDuration::from_mins(15),
            language: "ms",
            keep_days: 7,
        };
        store.finish(draft, &how, now, |finished| format!("{} {}", finished.number, answers.join(" ")).into_bytes())
    }

    /// The database as somebody with the key and the tool of SQLCipher sees it.
    pub fn opened_by_hand(&self) -> Connection {
        let db = Connection::open(self.database()).unwrap();
        db.execute_batch(&format!(
            "PRAGMA cipher_log_level = NONE; PRAGMA key = \"{}\"; PRAGMA cipher_hmac_algorithm = HMAC_SHA256;",
            self.key_of_pages()
        ))
        .unwrap();
        db
    }

    /// Writes the database again, with pages that another code vouches for.
    pub fn copied_with(&self, code: &str, path: &Path) {
        let db = self.opened_by_hand();
        let version: i64 = db.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
        db.execute_batch(&format!(
            "ATTACH '{}' AS other KEY \"{}\"; PRAGMA other.cipher_hmac_algorithm = {code};
             SELECT sqlcipher_export('other'); PRAGMA other.user_version = {version}; DETACH other;",
            path.display(),
            self.key_of_pages()
        ))
        .unwrap();
    }

    fn key_of_pages(&self) -> String {
        let key = fs::read_to_string(self.key_file()).unwrap();
        let key: Vec<u8> = (0..32).map(|at| u8::from_str_radix(&key[2 * at..2 * at + 2], 16).unwrap()).collect();
        let pages = blake3::derive_key("kaunter-store 1: pages of the database", &key);
        let pages: String = pages.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("x'{pages}'")
    }

    pub fn database(&self) -> PathBuf {
        self.folder().join("current/store.db")
    }

    pub fn head(&self) -> PathBuf {
        self.folder().join("current/audit.head")
    }
}

/// What a store holds in a draft, as text.
pub fn answers(store: &Store, draft: DraftId) -> Vec<(String, String)> {
    let answers = store.answers(draft).unwrap();
    answers.into_iter().map(|(place, value)| (place, String::from_utf8(value.to_vec()).unwrap())).collect()
}

/// Begins a form with a name and a road.
pub fn begun(store: &mut Store) -> DraftId {
    begun_at(store, MORNING)
}

/// The same at this time.
pub fn begun_at(store: &mut Store, now: Timestamp) -> DraftId {
    let draft = store.begin("address-change", "3", b"id = \"address-change\"", now).unwrap();
    store.put(draft, "full_name", "林美玲".as_bytes()).unwrap();
    store.put(draft, "address", "12 Harbour Road".as_bytes()).unwrap();
    draft
}

/// All files under a folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
