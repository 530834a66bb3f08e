//! What this kiosk is to its agency, and the secret by which it is known there.

use std::fmt;

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};
use zeroize::Zeroizing;

use crate::{Post, StoreError, audit::Event, outbox::time, post::set_cursor};

/// What the kiosk knows of its agency.
#[derive(Clone, PartialEq, Eq)]
pub struct Membership {
    /// Address of the agency's server.
    pub address: String,
    /// The secret that is shown.
    pub credential: Zeroizing<String>,
    /// The one that takes its place, while it is being changed.
    pub next_credential: Option<Zeroizing<String>>,
    /// What the agency calls it.
    pub enrolment: Enrolment,
    /// Since when the credential is in use.
    pub changed_at: Option<Timestamp>,
    /// Code of why nothing is sent until a person has seen to it.
    pub stopped: Option<String>,
}

/// What the agency called this kiosk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolment {
    /// The agency.
    pub tenant: String,
    /// The site.
    pub site: String,
    /// The kiosk.
    pub kiosk: String,
    /// The agency's public key, 32 bytes.
    pub agency_key: Vec<u8>,
}

impl fmt::Debug for Membership {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Membership({}, {:?}, stopped {:?})", self.address, self.enrolment, self.stopped)
    }
}

impl Post {
    /// What the kiosk is to its agency; nothing where it is nothing yet.
    ///
    /// # Errors
    /// The disk's.
    pub fn membership(&self) -> Result<Option<Membership>, StoreError> {
        let mut found = self.db.prepare_cached("SELECT * FROM agency WHERE one = 1")?;
        Ok(found.query_row([], membership).optional()?)
    }

    /// Keeps what is about to be told to an agency, before it is told. What the kiosk is meanwhile stays. The same address
    /// keeps the credential that it was asked with before, because the answer may have been lost. Gives the credential.
    ///
    /// # Errors
    /// The disk's.
    pub fn begin_enrolment(&mut self, address: &str, credential: &str, now: Timestamp) -> Result<String, StoreError> {
        self.change(now, |db, _| {
            let asked = "SELECT credential FROM agency WHERE one = 2 AND address = ?1";
            if let Some(kept) = db.query_row(asked, [address], |row| row.get(0)).optional()? {
                return Ok(kept);
            }
            let keep = "INSERT OR REPLACE INTO agency (one, address, credential) VALUES (2, ?1, ?2)";
            db.execute(keep, [address, credential])?;
            Ok(credential.to_owned())
        })
    }

    /// The agency answered: what was asked for holds, and what the kiosk was before ends.
    ///
    /// # Errors
    /// [`StoreError::NotEnrolled`] where it was not asked, or the disk's.
    pub fn enrolled(&mut self, as_what: &Enrolment, now: Timestamp) -> Result<(), StoreError> {
        self.change(now, |db, trail| {
            db.execute_batch(
                "DELETE FROM agency WHERE one = 1 AND EXISTS (SELECT 1 FROM agency WHERE one = 2);
                 DELETE FROM notices; DELETE FROM statuses; DELETE FROM status_list;
                 DELETE FROM cursors WHERE name IN ('notices', 'statuses');",
            )?;
            let changed = db.execute(
                "UPDATE agency SET one = 1, tenant = ?1, site = ?2, kiosk = ?3, agency_key = ?4, enrolled_at = ?5,
                 changed_at = ?5 WHERE one = 2",
                params![as_what.tenant, as_what.site, as_what.kiosk, as_what.agency_key, trail.now()],
            )?;
            if changed == 0 {
                return Err(StoreError::NotEnrolled);
            }
            let Enrolment { tenant, site, kiosk, .. } = as_what;
            trail.add(Event::KioskEnrolled, kiosk, &format!("{tenant} {site}"))
        })
    }

    /// Keeps the next credential, before it is told; one that is kept already stays, because it may have been told. Gives it.
    ///
    /// # Errors
    /// [`StoreError::NotEnrolled`], or the disk's.
    pub fn begin_change(&mut self, next: &str, now: Timestamp) -> Result<String, StoreError> {
        let before = self.membership()?.ok_or(StoreError::NotEnrolled)?;
        if let Some(kept) = before.next_credential {
            return Ok(kept.to_string());
        }
        self.change(now, |db, _| {
            db.execute("UPDATE agency SET next_credential = ?1 WHERE one = 1", [next])?;
            Ok(next.to_owned())
        })
    }

    /// The agency knows the next credential: from now on it is shown.
    ///
    /// # Errors
    /// The disk's.
    pub fn changed_credential(&mut self, now: Timestamp) -> Result<(), StoreError> {
        self.change(now, |db, trail| {
            let changed = db.execute(
                "UPDATE agency SET credential = next_credential, next_credential = NULL, changed_at = ?1
                 WHERE one = 1 AND next_credential IS NOT NULL",
                [trail.now()],
            )?;
            if changed == 0 { Ok(()) } else { trail.add(Event::CredentialChanged, "", "") }
        })
    }

    /// The agency does not serve this kiosk any more, for a reason with this code: nothing is sent. It said so to whoever
    /// showed this credential: what the kiosk became meanwhile is not meant. `None`: whatever it shows now.
    ///
    /// # Errors
    /// The disk's.
    pub fn stopped(&mut self, code: &str, shown: Option<&str>, now: Timestamp) -> Result<(), StoreError> {
        self.change(now, |db, trail| {
            let stop = "UPDATE agency SET stopped = ?1
                WHERE one = 1 AND stopped IS NOT ?1 AND (?2 IS NULL OR credential = ?2)";
            let changed = db.execute(stop, params![code, shown])?;
            if changed == 0 { Ok(()) } else { trail.add(Event::CourierStopped, "", code) }
        })
    }

    /// Somebody has seen to it: what was stopped goes on.
    ///
    /// # Errors
    /// The disk's.
    pub fn go_on(&mut self, now: Timestamp) -> Result<(), StoreError> {
        self.change(now, |db, _| {
            db.execute("UPDATE agency SET stopped = NULL WHERE one = 1", [])?;
            Ok(())
        })
    }

    /// The next number of a heartbeat: never given twice.
    ///
    /// # Errors
    /// The disk's.
    pub fn next_heartbeat(&mut self, now: Timestamp) -> Result<u64, StoreError> {
        let next = self.cursor("heartbeat")? + 1;
        self.change(now, |db, _| set_cursor(db, "heartbeat", next))?;
        Ok(next)
    }
}

fn membership(row: &Row<'_>) -> rusqlite::Result<Membership> {
    let secret = |name: &str| Ok::<_, rusqlite::Error>(row.get::<_, Option<String>>(name)?.map(Zeroizing::new));
    let enrolment = Enrolment {
        tenant: row.get("tenant")?,
        site: row.get("site")?,
        kiosk: row.get("kiosk")?,
        agency_key: row.get("agency_key")?,
    };
    Ok(Membership {
        address: row.get("address")?,
        credential: secret("credential")?.unwrap_or_default(),
        next_credential: secret("next_credential")?,
        enrolment,
        changed_at: row.get::<_, Option<i64>>("changed_at")?.map(time).transpose()?,
        stopped: row.get("stopped")?,
    })
}
