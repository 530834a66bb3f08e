//! Notices, signed when they are published, in an order that never shows a later one before an earlier.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use kaunter_protocol::{Notice, NoticeKind, NoticePage, ProblemCode, Signed, SiteId, TenantId};

use super::{Registry, RegistryError, Within, unreadable};
use crate::{database::statement, values};

/// Notices in one answer.
const PAGE: i64 = 100;
/// For how long after a notice's end there may be a kiosk that takes it for valid, because its clock is behind.
const BEHIND: SignedDuration = SignedDuration::from_hours(24 * 30);

/// What a kiosk asks for.
#[derive(Debug, Clone, Copy)]
pub struct NoticesSince<'n> {
    /// Where it stands.
    pub site: &'n SiteId,
    /// What it has.
    pub cursor: u64,
}

/// What was said last under a name.
struct Last {
    signed: Signed,
    /// Until when it holds.
    end: Option<Timestamp>,
    /// Something that was said before may still hold somewhere.
    undoes: bool,
}

impl Last {
    fn holds(&self, at: Timestamp) -> bool {
        self.end.is_none_or(|end| end > at)
    }
}

impl Registry {
    /// How far each agency's notices are; what those who wait are woken by.
    ///
    /// # Errors
    /// The database's.
    pub async fn notice_sequences(&self) -> Result<Vec<(TenantId, u64)>, RegistryError> {
        let rows = self.database.read(statement("SELECT tenant, notice_sequence FROM tenants", [])).await?;
        rows.iter().map(|row| Ok((row.parsed(0)?, row.int(1)?.unsigned_abs()))).collect()
    }
}

impl Within<'_> {
    /// Signs a notice and publishes it.
    ///
    /// # Errors
    /// There is no such agency.
    pub async fn publish_notice(&self, notice: &Notice) -> Result<u64, RegistryError> {
        let signed = self.registry.pen().state(notice).map_err(|_| unreadable("notice"))?;
        let signed = serde_json::to_string(&signed).map_err(|_| unreadable("notice"))?;
        let site = notice.site.as_ref().map_or("", SiteId::as_str);
        let work = vec![
            // Whoever publishes at the same time waits for this row: sequences are committed in their order.
            self.about("UPDATE tenants SET notice_sequence = notice_sequence + 1 WHERE tenant = $1", []),
            self.about(
                "INSERT INTO notices (tenant, sequence, site, signed)
                 SELECT tenant, notice_sequence, $2, $3 FROM tenants WHERE tenant = $1 RETURNING sequence",
                values![site, signed],
            ),
        ];
        let made = self.write_all(work).await?;
        let row = made.last().and_then(|rows| rows.first()).ok_or(RegistryError::Missing("agency"))?;
        Ok(row.int(0)?.unsigned_abs())
    }

    /// Where something was said under this id, and when last, by what it says itself. No site: at all of them.
    ///
    /// # Errors
    /// The database's.
    pub async fn said_of(&self, notice: &str) -> Result<BTreeMap<Option<SiteId>, Timestamp>, RegistryError> {
        let rows = self.read("SELECT signed FROM notices WHERE tenant = $1", []).await?;
        let mut last = BTreeMap::new();
        for row in &rows {
            let signed: Signed = serde_json::from_str(row.text(0)?).map_err(|_| unreadable("notice"))?;
            // No kiosk believes what another key signed.
            if let Ok(said) = signed.open::<Notice>(self.registry.pen().key())
                && said.id == notice
            {
                let at = last.entry(said.site).or_insert(said.published);
                *at = said.published.max(*at);
            }
        }
        Ok(last)
    }

    /// What a site has to know of notices, by their names: of each what was said last, while that holds, or while something
    /// said before under its name could still be taken for valid.
    ///
    /// # Errors
    /// The database's.
    pub async fn last_notices(&self, site: &SiteId, now: Timestamp) -> Result<Vec<(String, Signed)>, RegistryError> {
        let sql = "SELECT signed FROM notices WHERE tenant = $1 AND (site = $2 OR site = '') ORDER BY sequence";
        let mut last: BTreeMap<String, Last> = BTreeMap::new();
        for row in &self.read(sql, values![site]).await? {
            let signed: Signed = serde_json::from_str(row.text(0)?).map_err(|_| unreadable("notice"))?;
            // No kiosk believes what another key signed.
            let Ok(said) = signed.open::<Notice>(self.registry.pen().key()) else { continue };
            let before = last.remove(&said.id);
            let undoes = before.is_some_and(|before| before.undoes || before.holds(now - BEHIND));
            let end = if said.kind == NoticeKind::Withdrawn { Some(Timestamp::MIN) } else { said.expires };
            last.insert(said.id, Last { signed, end, undoes });
        }
        let matter = last.into_iter().filter(|(_, last)| last.undoes || last.holds(now));
        Ok(matter.map(|(id, last)| (id, last.signed)).collect())
    }

    /// Notices that hold at a site.
    ///
    /// # Errors
    /// The database's.
    pub async fn standing_notices(&self, site: &SiteId, now: Timestamp) -> Result<Vec<Notice>, RegistryError> {
        let last = self.last_notices(site, now).await?;
        let said = last.iter().filter_map(|(_, signed)| signed.open::<Notice>(self.registry.pen().key()).ok());
        let stands = |notice: &Notice| {
            notice.kind != NoticeKind::Withdrawn && notice.expires.is_none_or(|expires| expires > now)
        };
        Ok(said.filter(stands).collect())
    }

    /// What was published after the cursor.
    ///
    /// # Errors
    /// [`ProblemCode::CursorUnknown`] where the cursor is ahead of everything.
    pub async fn notices(&self, since: NoticesSince<'_>) -> Result<NoticePage, RegistryError> {
        let NoticesSince { site, cursor } = since;
        let newest = self.read("SELECT notice_sequence FROM tenants WHERE tenant = $1", []).await?;
        let newest = newest.first().map_or(Ok(0), |row| row.int(0))?.unsigned_abs();
        if cursor > newest {
            return Err(RegistryError::Told(ProblemCode::CursorUnknown));
        }
        let rows = self
            .read(
                "SELECT sequence, signed FROM notices
                 WHERE tenant = $1 AND sequence > $2 AND (site = $3 OR site = '') ORDER BY sequence LIMIT $4",
                values![cursor as i64, site, PAGE],
            )
            .await?;
        let more = rows.len() as i64 == PAGE;
        let last = rows.last().map_or(Ok(0), |row| row.int(0))?.unsigned_abs();
        let signed =
            |row: &crate::database::Row| serde_json::from_str::<Signed>(row.text(1)?).map_err(|_| unreadable("notice"));
        let notices = rows.iter().map(signed).collect::<Result<_, _>>()?;
        Ok(NoticePage { notices, cursor: if more { last } else { newest.max(last) }, more })
    }
}
