//! The officer's PIN: kept as an Argon2id hash, tried ever more slowly, and shut whenever in doubt.

use std::{fs, io, path::PathBuf, time::Duration};

use argon2::{
    Algorithm, Argon2,
    password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString, rand_core::OsRng},
};
use thiserror::Error;

use crate::{keep::keep, refusal::Refusal, said::Said};

/// Wrong attempts in a row that cost no wait.
const FREE_ATTEMPTS: u32 = 2;
/// Wait after the first one that does; doubled with each further one.
const FIRST_WAIT: Duration = Duration::from_secs(30);
/// Longest wait.
const LONGEST_WAIT: Duration = Duration::from_secs(3600);
/// Attempts that are taken to have been made when the record of them cannot be read.
const DOUBTFUL: u32 = 64;

/// Opens the officer's side. Times are those of [`crate::clock::Clock::elapsed`].
pub trait PinLock: Send {
    /// Whether the machine's own PIN is set.
    fn is_set(&self) -> bool;
    /// How long no PIN is taken from `at` on.
    fn wait(&self, at: Duration) -> Duration;
    /// Opens with the machine's own PIN, or with that of one of the staff, whose hashes these are.
    ///
    /// # Errors
    /// [`Refusal::PinWrong`], [`Refusal::PinWait`], [`Refusal::PinUnset`] or [`Refusal::PinUnrecorded`].
    fn try_pin(&mut self, pin: &Said, staff: &[&str], at: Duration) -> Result<Opened, Refusal>;
    /// Whose PIN this is; nothing is counted as an attempt.
    fn whose(&self, pin: &Said, staff: &[&str]) -> Option<Opened>;
}

/// Whose PIN opened the officer's side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened {
    /// The one that stands in `kiosk.toml`.
    Machine,
    /// That of one of the staff: which, from 0.
    Staff(usize),
}

/// A PIN whose wrong attempts are remembered on the disk.
pub struct RecordedPin {
    hash: Option<String>,
    record: PathBuf,
    failures: u32,
    shut_until: Duration,
}

/// Why a PIN cannot be set.
#[derive(Debug, Error)]
pub enum PinFault {
    /// Not 4 to 12 digits.
    #[error("a PIN has 4 to 12 digits")]
    NotDigits,
    /// The machine gives no random numbers, or too little memory.
    #[error("the PIN cannot be hashed")]
    NotHashed,
}

impl PinFault {
    /// Kebab-case code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotDigits => "pin-not-digits",
            Self::NotHashed => "pin-not-hashed",
        }
    }
}

/// The hash of a PIN, for `pin_hash` in `kiosk.toml`.
///
/// # Errors
/// The PIN is not 4 to 12 digits, or the machine cannot hash it.
pub fn hash(pin: &Said) -> Result<String, PinFault> {
    if !is_pin(pin) {
        return Err(PinFault::NotDigits);
    }
    let salt = SaltString::generate(&mut OsRng);
    Argon2::default()
        .hash_password(pin.as_str().as_bytes(), &salt)
        .map(|hash| hash.to_string())
        .map_err(|_| PinFault::NotHashed)
}

fn is_pin(pin: &Said) -> bool {
    let pin = pin.as_str();
    (4..=12).contains(&pin.len()) && pin.bytes().all(|b| b.is_ascii_digit())
}

impl RecordedPin {
    /// A lock for this hash. A wait that was running when the kiosk stopped begins anew at `at`, so
    /// that pulling the plug gains nothing; the wall clock, which can be set, has no say.
    pub fn open(hash: Option<String>, record: PathBuf, at: Duration) -> Self {
        let hash = hash.filter(|hash| {
            let usable = is_argon2id(hash);
            if !usable {
                tracing::error!(code = "pin-hash-unusable", "the PIN's hash is not Argon2id's: no PIN will open");
            }
            usable
        });
        let failures = failures(&record);
        Self { hash, record, failures, shut_until: at + wait_after(failures) }
    }

    fn remember(&mut self, failures: u32) -> Result<(), Refusal> {
        keep(&self.record, &failures.to_string()).map_err(|error| {
            tracing::error!(code = "pin-unrecorded", kind = %error.kind(), "an attempt cannot be recorded");
            Refusal::PinUnrecorded
        })?;
        self.failures = failures;
        Ok(())
    }
}

fn failures(record: &PathBuf) -> u32 {
    match fs::read_to_string(record) {
        Ok(text) => text.trim().parse().unwrap_or(DOUBTFUL),
        Err(error) if error.kind() == io::ErrorKind::NotFound => 0,
        Err(_) => DOUBTFUL,
    }
}

fn is_argon2id(hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| hash.algorithm == Algorithm::Argon2id.ident() && hash.hash.is_some())
}

fn wait_after(failures: u32) -> Duration {
    match failures.checked_sub(FREE_ATTEMPTS + 1) {
        None => Duration::ZERO,
        Some(doublings) => FIRST_WAIT.saturating_mul(1 << doublings.min(16)).min(LONGEST_WAIT),
    }
}

impl PinLock for RecordedPin {
    fn is_set(&self) -> bool {
        self.hash.is_some()
    }

    fn wait(&self, at: Duration) -> Duration {
        self.shut_until.saturating_sub(at)
    }

    fn try_pin(&mut self, pin: &Said, staff: &[&str], at: Duration) -> Result<Opened, Refusal> {
        if self.hash.is_none() && staff.is_empty() {
            return Err(Refusal::PinUnset);
        }
        if !self.wait(at).is_zero() {
            return Err(Refusal::PinWait);
        }
        // Counted as wrong before it is tried: pulling the plug meanwhile does not undo it.
        self.remember(self.failures.saturating_add(1))?;
        self.shut_until = at + wait_after(self.failures);
        let opened = self.whose(pin, staff).ok_or(Refusal::PinWrong)?;
        self.remember(0)?;
        self.shut_until = at;
        Ok(opened)
    }

    fn whose(&self, pin: &Said, staff: &[&str]) -> Option<Opened> {
        if !is_pin(pin) {
            return None;
        }
        let fits = |hash: &str| {
            PasswordHash::new(hash)
                .is_ok_and(|hash| Argon2::default().verify_password(pin.as_str().as_bytes(), &hash).is_ok())
        };
        if self.hash.as_deref().is_some_and(fits) {
            return Some(Opened::Machine);
        }
        staff.iter().position(|hash| fits(hash)).map(Opened::Staff)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn waits_grow_and_end_at_an_hour() {
        let waits: Vec<u64> = (0..=12).map(|failures| wait_after(failures).as_secs()).collect();
        assert_eq!(waits, [0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]);
        assert_eq!(wait_after(u32::MAX), LONGEST_WAIT);
    }

    #[test]
    fn only_digits_become_a_pin() {
        for pin in ["", "123", "1234567890123", "12a4", "１２３４"] {
            assert!(matches!(hash(&pin.into()), Err(PinFault::NotDigits)), "{pin}");
        }
    }

    #[test]
    fn without_a_usable_hash_nothing_opens() {
        let folder = tempfile::tempdir().unwrap();
        for hash in
            [None, Some(String::new()), Some("1234".into()), Some("$argon2i$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$".into())]
        {
            let mut lock = RecordedPin::open(hash, folder.path().join("pin"), seconds(0));
            assert!(!lock.is_set());
            assert_eq!(lock.try_pin(&"1234".into(), &[], seconds(9)), Err(Refusal::PinUnset));
        }
    }

    #[test]
    fn an_unreadable_record_shuts_for_the_longest_time() {
        let folder = tempfile::tempdir().unwrap();
        let record = folder.path().join("pin");
        fs::write(&record, "a few").unwrap();
        let lock = RecordedPin::open(None, record, seconds(5));
        assert_eq!(lock.wait(seconds(5)), LONGEST_WAIT);
    }

    #[test]
    fn an_attempt_that_cannot_be_recorded_is_not_tried() {
        let folder = tempfile::tempdir().unwrap();
        let blocked = folder.path().join("not-a-folder");
        fs::write(&blocked, "").unwrap();
        let mut lock = RecordedPin::open(Some(hash(&"2468".into()).unwrap()), blocked.join("pin"), seconds(0));
        lock.shut_until = seconds(0);
        assert_eq!(lock.try_pin(&"2468".into(), &[], seconds(0)), Err(Refusal::PinUnrecorded));
    }

    #[test]
    fn the_right_pin_forgets_the_wrong_ones() {
        let folder = tempfile::tempdir().unwrap();
        let mut lock = RecordedPin::open(Some(hash(&"2468".into()).unwrap()), folder.path().join("pin"), seconds(0));
        assert_eq!(lock.try_pin(&"1111".into(), &[], seconds(1)), Err(Refusal::PinWrong));
        assert_eq!(lock.try_pin(&"1111".into(), &[], seconds(1)), Err(Refusal::PinWrong));
        assert_eq!(lock.try_pin(&"2468".into(), &[], seconds(1)), Ok(Opened::Machine));
        assert_eq!(lock.try_pin(&"1111".into(), &[], seconds(1)), Err(Refusal::PinWrong));
        assert_eq!(lock.wait(seconds(1)), Duration::ZERO);
    }

    #[test]
    fn each_of_the_staff_has_a_pin_of_their_own() {
        let folder = tempfile::tempdir().unwrap();
        let mut lock = RecordedPin::open(Some(hash(&"2468".into()).unwrap()), folder.path().join("pin"), seconds(0));
        let staff = [hash(&"1357".into()).unwrap(), hash(&"8642".into()).unwrap()];
        let staff: Vec<&str> = staff.iter().map(String::as_str).collect();
        assert_eq!(lock.try_pin(&"8642".into(), &staff, seconds(1)), Ok(Opened::Staff(1)));
        assert_eq!(lock.try_pin(&"2468".into(), &staff, seconds(1)), Ok(Opened::Machine));
        assert_eq!(lock.try_pin(&"8642".into(), &staff[..1], seconds(1)), Err(Refusal::PinWrong));
        let mut bare = RecordedPin::open(None, folder.path().join("bare"), seconds(0));
        assert_eq!(bare.try_pin(&"1357".into(), &staff, seconds(1)), Ok(Opened::Staff(0)), "without one of its own");
    }
}
