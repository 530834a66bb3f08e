//! What an officer does for the machine itself: brings a pack on a stick, takes the log away on one.
//!
//! A pack is taken only where a key of this kiosk has signed it. Of the log goes out what says how the kiosk fared, and
//! nothing that may say more. It must never know of visits or forms.

use std::{
    fs, mem,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
};

use jiff::Zoned;
use kaunter_pack::{Shelf, Terms, TrustedKey};

use crate::{folder::DataFolder, keep::keep, platform, refusal::Refusal, view::Problem};

/// Most packs that are offered; a stick is no archive.
const MOST_PACKS: usize = 20;

/// Sticks, as far as an officer needs them.
pub trait Maintenance: Send {
    /// Files of packs that lie on what is plugged in, in order of their names.
    fn packs(&self) -> Vec<PathBuf>;
    /// Begins to put a pack onto the shelf, from which it is served soon. That takes as long as the stick is slow, so it is
    /// done beside the counter. While one is being taken no other is begun.
    ///
    /// # Errors
    /// There is no key by which a pack could be told from another's.
    fn install(&mut self, file: &Path, now: &Zoned) -> Result<(), Problem>;
    /// Name of the file that is being taken: the stick must not be pulled out.
    fn installing(&self) -> Option<String>;
    /// What came of the pack that was begun last, once: what it is called, or why it is not taken. What was served goes on
    /// serving.
    fn installed(&mut self) -> Option<Result<String, Problem>>;
    /// Writes what may leave of the log onto what is plugged in. Name of the file.
    ///
    /// # Errors
    /// Nothing is plugged in, there is no log, or the stick cannot be written.
    fn take_log(&mut self, now: &Zoned) -> Result<String, Problem>;
}

/// The sticks of this machine and the shelf of a data folder.
pub struct Sticks {
    folder: DataFolder,
    /// A folder that stands for the stick, where one is set.
    exchange: Option<PathBuf>,
    taking: Arc<Mutex<Taking>>,
}

/// How far a pack is that is taken from a stick.
#[derive(Default)]
enum Taking {
    #[default]
    Nothing,
    /// The file of this name is being read.
    Busy(String),
    /// It came to this.
    Came(Result<String, Problem>),
}

fn locked(taking: &Mutex<Taking>) -> MutexGuard<'_, Taking> {
    taking.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A pack that is being taken. Let go of before it has ended, because no thread began it or the thread broke off, it is
/// not taken.
struct PackWork(Arc<Mutex<Taking>>);

impl Drop for PackWork {
    fn drop(&mut self) {
        let mut taking = locked(&self.0);
        if matches!(*taking, Taking::Busy(_)) {
            *taking = Taking::Came(Err(Problem { code: "internal".to_owned() }));
        }
    }
}

fn take(shelf: &Shelf, file: &Path, terms: &Terms) -> Result<String, Problem> {
    let arrived = shelf.install(file, terms).map_err(|fault| {
        tracing::warn!(code = fault.code(), %fault, "a pack was not taken");
        Problem { code: fault.code().to_owned() }
    })?;
    tracing::info!(code = "pack-installed", version = %arrived.installed.version);
    Ok(format!("{} {}", arrived.installed.id, arrived.installed.version))
}

impl Sticks {
    /// For this data folder. `exchange`: a folder that stands for the stick.
    pub fn new(folder: &DataFolder, exchange: Option<PathBuf>) -> Self {
        Self { folder: folder.clone(), exchange, taking: Arc::default() }
    }

    /// The folders of what is plugged in.
    fn plugged_in(&self) -> Vec<PathBuf> {
        plugged_in(self.exchange.as_deref())
    }

    fn keys(&self) -> Result<Vec<TrustedKey>, Problem> {
        let keys = trusted_keys(&self.folder);
        if keys.is_empty() { Err(Refusal::PackKeysNone.into()) } else { Ok(keys) }
    }
}

impl Maintenance for Sticks {
    fn packs(&self) -> Vec<PathBuf> {
        let files = self.plugged_in().into_iter().filter_map(|place| fs::read_dir(place).ok());
        let files = files.flat_map(|files| files.flatten().map(|file| file.path()));
        let mut packs: Vec<PathBuf> =
            files.filter(|file| file.extension().is_some_and(|kind| kind == "kpack")).collect();
        packs.sort();
        packs.truncate(MOST_PACKS);
        packs
    }

    fn install(&mut self, file: &Path, now: &Zoned) -> Result<(), Problem> {
        let terms = Terms { keys: self.keys()?, allow_older: false, now: now.clone() };
        let mut taking = locked(&self.taking);
        if matches!(*taking, Taking::Busy(_)) {
            return Ok(());
        }
        *taking = Taking::Busy(file.file_name().unwrap_or_default().to_string_lossy().into_owned());
        drop(taking);
        let (work, shelf, file) =
            (PackWork(Arc::clone(&self.taking)), Shelf::open(&self.folder.packs()), file.to_owned());
        let begun = thread::Builder::new().name("pack-from-stick".to_owned()).spawn(move || {
            let came = take(&shelf, &file, &terms);
            *locked(&work.0) = Taking::Came(came);
        });
        if let Err(error) = begun {
            tracing::error!(code = "pack-not-begun", %error);
        }
        Ok(())
    }

    fn installing(&self) -> Option<String> {
        match &*locked(&self.taking) {
            Taking::Busy(file) => Some(file.clone()),
            Taking::Nothing | Taking::Came(_) => None,
        }
    }

    fn installed(&mut self) -> Option<Result<String, Problem>> {
        let mut taking = locked(&self.taking);
        match mem::take(&mut *taking) {
            Taking::Came(came) => Some(came),
            unfinished => {
                *taking = unfinished;
                None
            }
        }
    }

    fn take_log(&mut self, now: &Zoned) -> Result<String, Problem> {
        let stick = self.plugged_in().into_iter().next().ok_or(Refusal::StickNone)?;
        let log = |file: PathBuf| fs::read_to_string(file).unwrap_or_default();
        let whole = log(self.folder.log().with_extension("log.1")) + &log(self.folder.log());
        if whole.is_empty() {
            return Err(Refusal::LogNone.into());
        }
        let name = format!("kaunter-log-{}.txt", now.strftime("%Y-%m-%d-%H%M%S"));
        let head = format!("Kaunter {}, {now}\n", env!("CARGO_PKG_VERSION"));
        keep(&stick.join(&name), &(head + &redacted(&whole))).map_err(|error| {
            tracing::warn!(code = "stick-unwritable", %error);
            Problem::from(Refusal::StickUnwritable)
        })?;
        Ok(name)
    }
}

/// The folders of what is plugged in; `exchange` stands for them where it is set.
pub(crate) fn plugged_in(exchange: Option<&Path>) -> Vec<PathBuf> {
    if let Some(folder) = exchange {
        return folder.is_dir().then(|| folder.to_owned()).into_iter().collect();
    }
    platform::plugged_in()
}

/// Files of public keys of which one must have signed a pack that comes to this kiosk, in order of their names.
pub fn key_files(folder: &DataFolder) -> Vec<PathBuf> {
    let files = fs::read_dir(folder.pack_keys()).into_iter().flatten().flatten().map(|file| file.path());
    let mut keys: Vec<PathBuf> = files.filter(|file| file.extension().is_some_and(|kind| kind == "pub")).collect();
    keys.sort();
    keys
}

/// The keys in these files. A file that holds none is told of and trusted in nothing; the others count all the same.
pub(crate) fn trusted_keys(folder: &DataFolder) -> Vec<TrustedKey> {
    let read = |file: PathBuf| {
        let key = TrustedKey::from_file(&file);
        key.inspect_err(|fault| tracing::error!(code = fault.code(), %fault, file = %file.display(), "no key")).ok()
    };
    key_files(folder).into_iter().filter_map(read).collect()
}

/// Of each line its time, its gravity, where it was written and its code. Everything else stays here: what a fault
/// says in words may name a file, an address or a person.
pub(crate) fn redacted(log: &str) -> String {
    log.lines().filter_map(redacted_line).map(|line| line + "\n").collect()
}

fn redacted_line(line: &str) -> Option<String> {
    let mut words = line.split_whitespace();
    let (time, gravity, place) = (words.next()?, words.next()?, words.next()?);
    let is_time = time.parse::<jiff::Timestamp>().is_ok();
    let is_gravity = ["ERROR", "WARN", "INFO", "DEBUG", "TRACE"].contains(&gravity);
    let place = place.strip_suffix(':')?;
    let is_place = place.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == ':' || letter == '_');
    if !(is_time && is_gravity && is_place) {
        return None;
    }
    let code = words.find_map(|word| word.strip_prefix("code=")).map(|code| code.trim_matches('"'));
    let is_code = |code: &&str| code.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-');
    Some(format!("{time} {gravity} {place} {}", code.filter(is_code).unwrap_or("-")))
}

/// A machine into which nothing can be plugged.
pub struct NoSticks;

impl Maintenance for NoSticks {
    fn packs(&self) -> Vec<PathBuf> {
        Vec::new()
    }

    fn install(&mut self, _: &Path, _: &Zoned) -> Result<(), Problem> {
        Err(Refusal::StickNone.into())
    }

    fn installing(&self) -> Option<String> {
        None
    }

    fn installed(&mut self) -> Option<Result<String, Problem>> {
        None
    }

    fn take_log(&mut self, _: &Zoned) -> Result<String, Problem> {
        Err(Refusal::StickNone.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_whose_taking_breaks_off_is_not_taken_and_can_be_tried_again() {
        let taking = Arc::new(Mutex::new(Taking::Busy("city.kpack".to_owned())));
        let work = PackWork(Arc::clone(&taking));
        let broken = thread::spawn(move || {
            let _work = work;
            panic!("a stick full of surprises");
        });
        assert!(broken.join().is_err());
        assert!(matches!(&*locked(&taking), Taking::Came(Err(problem)) if problem.code == "internal"));
    }

    #[test]
    fn of_the_log_goes_out_how_the_kiosk_fared_and_nothing_that_may_say_more() {
        let log = concat!(
            "2026-11-21T01:00:00.000001Z  INFO kaunter_kiosk::counter: code=\"visit-ended\" why=Left\n",
            "2026-11-21T01:00:01.000001Z ERROR kaunter_kiosk::forms::stored: code=\"disk-full\" fault=/home/王小明 is full\n",
            "2026-11-21T01:00:02.000001Z  WARN zbus: Wang Xiaoming said hello\n",
            "thread panicked: 0912 345 678\n",
            "2026-11-21T01:00:03.000001Z  WARN kaunter_window: code=\"A123456789 x\"\n",
        );
        assert_eq!(
            redacted(log),
            concat!(
                "2026-11-21T01:00:00.000001Z INFO kaunter_kiosk::counter visit-ended\n",
                "2026-11-21T01:00:01.000001Z ERROR kaunter_kiosk::forms::stored disk-full\n",
                "2026-11-21T01:00:02.000001Z WARN zbus -\n",
                "2026-11-21T01:00:03.000001Z WARN kaunter_window -\n",
            )
        );
    }
}
