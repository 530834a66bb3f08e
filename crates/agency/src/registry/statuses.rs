//! How far applications are, as kiosks may keep it. What was imported is recognised by a keyed digest, so that a
//! second import costs only what changed.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use kaunter_protocol::{Binary, Cost, LookUp, ProblemCode, SiteId, StatusIncrement, StatusRow, StatusText};

use super::{RegistryError, Within, unreadable};
use crate::{database::Value, pen::random, values};

/// Rows in one answer.
const PAGE: i64 = 1000;
/// Rows written in one transaction.
const TOGETHER: usize = 500;
/// Letters and digits that have to be known at least; see the protocol's description of what trying them costs.
const FEWEST: usize = 8;

/// One line of an import.
#[derive(Debug, Clone)]
pub struct StatusLine {
    /// In the file, from 1.
    pub line: u64,
    /// The reference number.
    pub reference: String,
    /// What is asked beside it; empty for nothing.
    pub second: String,
    /// What the citizen is told.
    pub text: StatusText,
}

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    /// New, or with another text.
    pub changed: usize,
    /// As before.
    pub same: usize,
    /// No longer in the file.
    pub gone: usize,
}

/// A site, as far as its statuses go.
struct Place {
    salt: Vec<u8>,
    cost: Cost,
    sequence: u64,
    as_of: Option<Timestamp>,
}

impl Within<'_> {
    async fn place(&self, site: &SiteId) -> Result<Place, RegistryError> {
        let sql = "SELECT salt, memory_kib, passes, status_sequence, status_as_of FROM sites
                   WHERE tenant = $1 AND site = $2";
        let rows = self.read(sql, values![site]).await?;
        let row = rows.first().ok_or(RegistryError::Missing("site"))?;
        let number = |column| u32::try_from(row.int(column)?).map_err(|_| unreadable("cost"));
        Ok(Place {
            salt: row.bytes(0)?.to_vec(),
            cost: Cost { memory_kib: number(1)?, passes: number(2)? },
            sequence: row.int(3)?.unsigned_abs(),
            as_of: row.time_or(4)?,
        })
    }

    /// Takes a whole list of a site in the place of the one before.
    ///
    /// # Errors
    /// A row has too few letters and digits, or stands twice; nothing is changed then.
    pub async fn import_statuses(
        &self,
        site: &SiteId,
        lines: &[StatusLine],
        as_of: Timestamp,
    ) -> Result<Imported, RegistryError> {
        let place = self.place(site).await?;
        let known = self.known(site).await?;
        let mut seen = BTreeSet::new();
        let mut changes: Vec<[Value; 4]> = Vec::new();
        let mut memory = Vec::new();
        let mut checked = Vec::with_capacity(lines.len());
        for line in lines {
            let asked = self.asked(site, line)?;
            if !seen.insert(asked.clone()) {
                return Err(RegistryError::Row { line: line.line, what: "this reference number stands twice" });
            }
            checked.push((line, asked));
        }
        for (line, asked) in checked {
            let text = serde_json::to_string(&line.text).map_err(|_| unreadable("status"))?;
            let said = self.registry.pen().memo(&["said", site.as_str(), &line.reference, &line.second, &text]);
            let said = said.as_bytes().to_vec();
            if known.get(&asked).is_some_and(|(before, name)| *before == said && !name.is_empty()) {
                continue;
            }
            let look_up = LookUp::of(&line.reference, &line.second, &place.salt, place.cost, &mut memory);
            let failed = |_| RegistryError::Row { line: line.line, what: "its status cannot be sealed" };
            let look_up = look_up.map_err(failed)?;
            let sealed = look_up.seal(&line.text, random()?).map_err(failed)?;
            changes.push([look_up.name().0.into(), asked.into(), said.into(), sealed.0.into()]);
        }
        let changed = changes.len();
        let gone: Vec<_> =
            known.iter().filter(|(asked, (said, _))| !seen.contains(*asked) && !said.is_empty()).collect();
        let counted = Imported { changed, same: lines.len() - changed, gone: gone.len() };
        // An empty `said` says: it was, and is no more.
        changes.extend(gone.iter().map(|(asked, (_, name))| {
            [name.clone().into(), (*asked).clone().into(), Vec::<u8>::new().into(), Value::Null]
        }));
        self.change(site, changes, as_of).await?;
        Ok(counted)
    }

    /// What a reference number is recognised by.
    fn asked(&self, site: &SiteId, line: &StatusLine) -> Result<Vec<u8>, RegistryError> {
        let plain =
            |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
        let (reference, second) = (plain(&line.reference), plain(&line.second));
        if reference.is_empty() || reference.chars().count() + second.chars().count() < FEWEST {
            let what = "reference and second together need at least 8 letters and digits";
            return Err(RegistryError::Row { line: line.line, what });
        }
        Ok(self.registry.pen().memo(&["asked", site.as_str(), &reference, &second]).as_bytes().to_vec())
    }

    /// By what each row is recognised: what it said, and its name.
    async fn known(&self, site: &SiteId) -> Result<BTreeMap<Vec<u8>, (Vec<u8>, Vec<u8>)>, RegistryError> {
        let sql = "SELECT asked, said, name FROM statuses WHERE tenant = $1 AND site = $2";
        let rows = self.read(sql, values![site]).await?;
        let entry =
            |row: &crate::database::Row| Ok((row.bytes(0)?.to_vec(), (row.bytes(1)?.to_vec(), row.bytes(2)?.to_vec())));
        rows.iter().map(entry).collect()
    }

    async fn change(&self, site: &SiteId, changes: Vec<[Value; 4]>, as_of: Timestamp) -> Result<(), RegistryError> {
        for together in changes.chunks(TOGETHER) {
            // As for notices: the row of the site keeps sequences in the order of commits.
            let mut work = vec![self.about(
                "UPDATE sites SET status_sequence = status_sequence + $3 WHERE tenant = $1 AND site = $2",
                values![site, together.len() as i64],
            )];
            for (back, [name, asked, said, sealed]) in (0i64..).zip(together) {
                let place = values![site, together.len() as i64 - 1 - back];
                let row = [name.clone(), asked.clone(), said.clone(), sealed.clone()];
                work.push(self.about(
                    "INSERT INTO statuses (tenant, site, name, asked, said, sealed, sequence)
                     VALUES ($1, $2, $4, $5, $6, $7,
                       (SELECT status_sequence FROM sites WHERE tenant = $1 AND site = $2) - $3)
                     ON CONFLICT (tenant, site, name) DO UPDATE SET
                       asked = excluded.asked, said = excluded.said, sealed = excluded.sealed,
                       sequence = excluded.sequence",
                    place.into_iter().chain(row),
                ));
            }
            self.write_all(work).await?;
        }
        let sql = "UPDATE sites SET status_as_of = $3 WHERE tenant = $1 AND site = $2";
        self.write(sql, values![site, as_of]).await?;
        Ok(())
    }

    /// What changed after the cursor.
    ///
    /// # Errors
    /// [`ProblemCode::CursorUnknown`] where the cursor is ahead of everything.
    pub async fn statuses(&self, site: &SiteId, after: u64) -> Result<StatusIncrement, RegistryError> {
        let place = self.place(site).await?;
        if after > place.sequence {
            return Err(RegistryError::Told(ProblemCode::CursorUnknown));
        }
        let found = self
            .read(
                "SELECT name, sealed, sequence FROM statuses WHERE tenant = $1 AND site = $2 AND sequence > $3
                 ORDER BY sequence LIMIT $4",
                values![site, after as i64, PAGE],
            )
            .await?;
        let more = found.len() as i64 == PAGE;
        let last = found.last().map_or(Ok(0), |row| row.int(2))?.unsigned_abs();
        let mut rows = Vec::with_capacity(found.len());
        for row in &found {
            let sealed = if row.is_null(1) { None } else { Some(Binary(row.bytes(1)?.to_vec())) };
            rows.push(StatusRow { name: Binary(row.bytes(0)?.to_vec()), sealed });
        }
        Ok(StatusIncrement {
            tenant: self.tenant.clone(),
            site: site.clone(),
            salt: Binary(place.salt),
            cost: place.cost,
            as_of: place.as_of,
            rows,
            after,
            cursor: if more { last } else { place.sequence.max(last) },
            more,
        })
    }
}
