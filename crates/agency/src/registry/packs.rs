//! Packs: published for a channel and a site, rolled out by and by, held when something is wrong.

use std::collections::BTreeSet;

use jiff::Timestamp;
use kaunter_protocol::{Digest, PackListing, PackOffer, SiteId};

use super::{Kiosk, RegistryError, Within};
use crate::{database::Row, values};

/// Bytes of a part. Packs are kept in parts, so that a range is read without the rest.
pub const PART_BYTES: usize = 1 << 20;

/// Where a pack is offered.
#[derive(Debug, Clone)]
pub struct PackPlace {
    /// Id of the pack.
    pub pack: String,
    /// Its version.
    pub version: String,
    /// Its channel.
    pub channel: String,
    /// Only there.
    pub site: Option<SiteId>,
}

/// A pack to be published.
#[derive(Debug, Clone, Copy)]
pub struct NewPack<'p> {
    /// Where.
    pub place: &'p PackPlace,
    /// The signed file.
    pub bytes: &'p [u8],
    /// Its minisign signature, as a text.
    pub signature: &'p str,
    /// To how many of a hundred kiosks.
    pub percent: u8,
}

/// What is known of one published pack.
#[derive(Debug, Clone)]
pub struct Release {
    /// What kiosks are told.
    pub offer: PackOffer,
    /// Only there.
    pub site: Option<SiteId>,
    /// To how many of a hundred kiosks.
    pub percent: u8,
    /// To none for now.
    pub held: bool,
}

impl Within<'_> {
    /// Publishes a pack. Its bytes are there before it is offered.
    ///
    /// # Errors
    /// It is published there already.
    pub async fn publish(&self, new: NewPack<'_>, now: Timestamp) -> Result<Digest, RegistryError> {
        let NewPack { place, bytes, signature, percent } = new;
        let sha256 = Digest::of(bytes);
        for (part, bytes) in (0i64..).zip(bytes.chunks(PART_BYTES)) {
            self.write(
                "INSERT INTO pack_parts (tenant, sha256, part, bytes) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (tenant, sha256, part) DO NOTHING",
                values![sha256, part, bytes],
            )
            .await?;
        }
        let PackPlace { pack, version, channel, site } = place;
        let site = site.as_ref().map_or("", SiteId::as_str);
        let work = vec![
            self.about("UPDATE tenants SET pack_sequence = pack_sequence + 1 WHERE tenant = $1", []),
            self.about(
                "INSERT INTO packs (tenant, pack, version, channel, site, size, sha256, signature, published_at, percent,
                   held, sequence)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0,
                   (SELECT pack_sequence FROM tenants WHERE tenant = $1))
                 ON CONFLICT (tenant, pack, version, channel, site) DO NOTHING RETURNING pack",
                values![
                    &**pack,
                    &**version,
                    &**channel,
                    site,
                    bytes.len() as i64,
                    sha256,
                    signature,
                    now,
                    i64::from(percent.min(100))
                ],
            ),
        ];
        let made = self.write_all(work).await?;
        if made.last().is_none_or(Vec::is_empty) { Err(RegistryError::There("release")) } else { Ok(sha256) }
    }

    /// Offers a release to so many of a hundred kiosks; those that were offered it before stay among them.
    ///
    /// # Errors
    /// There is no such release.
    pub async fn roll_out(&self, place: &PackPlace, percent: u8) -> Result<(), RegistryError> {
        self.set(
            "UPDATE packs SET percent = $6, held = 0
             WHERE tenant = $1 AND pack = $2 AND version = $3 AND channel = $4 AND site = $5 RETURNING pack",
            place,
            i64::from(percent.min(100)),
        )
        .await
    }

    /// Offers a release to nobody, from the next question on.
    ///
    /// # Errors
    /// There is no such release.
    pub async fn hold(&self, place: &PackPlace) -> Result<(), RegistryError> {
        self.set(
            "UPDATE packs SET held = $6
             WHERE tenant = $1 AND pack = $2 AND version = $3 AND channel = $4 AND site = $5 RETURNING pack",
            place,
            1,
        )
        .await
    }

    async fn set(&self, sql: &'static str, place: &PackPlace, to: i64) -> Result<(), RegistryError> {
        let PackPlace { pack, version, channel, site } = place;
        let site = site.as_ref().map_or("", SiteId::as_str);
        let changed = self.write(sql, values![&**pack, &**version, &**channel, site, to]).await?;
        if changed.is_empty() { Err(RegistryError::Missing("release")) } else { Ok(()) }
    }

    /// What this kiosk should have: of each pack the latest release that is not held and has come to it.
    ///
    /// # Errors
    /// The database's.
    pub async fn offers(&self, kiosk: &Kiosk) -> Result<PackListing, RegistryError> {
        let rows = self
            .read(
                "SELECT pack, version, channel, size, sha256, signature, published_at, percent, held, site FROM packs
                 WHERE tenant = $1 AND channel = $2 AND (site = $3 OR site = '') AND held = 0 ORDER BY sequence DESC",
                values![&*kiosk.channel, &kiosk.site],
            )
            .await?;
        let mut seen = BTreeSet::new();
        let mut offers = Vec::new();
        for row in &rows {
            let release = release(row)?;
            if has_come_to(kiosk, &release) && seen.insert(release.offer.pack.clone()) {
                offers.push(release.offer);
            }
        }
        Ok(PackListing { offers })
    }

    /// What goes to this site by hand: of each pack the latest release that is not held and has come to every kiosk there. One
    /// that is tried out on some goes to those alone.
    ///
    /// # Errors
    /// The database's.
    pub async fn for_all(&self, site: &SiteId, channel: &str) -> Result<Vec<PackOffer>, RegistryError> {
        let rows = self
            .read(
                "SELECT pack, version, channel, size, sha256, signature, published_at, percent, held, site FROM packs
                 WHERE tenant = $1 AND channel = $2 AND (site = $3 OR site = '') AND held = 0 AND percent = 100
                 ORDER BY sequence DESC",
                values![channel, site],
            )
            .await?;
        let mut seen = BTreeSet::new();
        let offers = rows.iter().map(|row| Ok(release(row)?.offer)).collect::<Result<Vec<_>, RegistryError>>()?;
        Ok(offers.into_iter().filter(|offer| seen.insert(offer.pack.clone())).collect())
    }

    /// Everything that was published, the latest first.
    ///
    /// # Errors
    /// The database's.
    pub async fn releases(&self) -> Result<Vec<Release>, RegistryError> {
        let rows = self
            .read(
                "SELECT pack, version, channel, size, sha256, signature, published_at, percent, held, site FROM packs
                 WHERE tenant = $1 ORDER BY sequence DESC",
                [],
            )
            .await?;
        rows.iter().map(release).collect()
    }

    /// Bytes of a pack that may be given to this kiosk.
    ///
    /// # Errors
    /// The database's.
    pub async fn pack_size(&self, kiosk: &Kiosk, sha256: Digest) -> Result<Option<u64>, RegistryError> {
        let rows = self
            .read(
                "SELECT size FROM packs
                 WHERE tenant = $1 AND sha256 = $2 AND channel = $3 AND (site = $4 OR site = '') AND held = 0",
                values![sha256, &*kiosk.channel, &kiosk.site],
            )
            .await?;
        rows.first().map(|row| Ok(row.int(0)?.unsigned_abs())).transpose()
    }

    /// One part of a pack, from 0.
    ///
    /// # Errors
    /// There is none.
    pub async fn pack_part(&self, sha256: Digest, part: u64) -> Result<Vec<u8>, RegistryError> {
        let sql = "SELECT bytes FROM pack_parts WHERE tenant = $1 AND sha256 = $2 AND part = $3";
        let rows = self.read(sql, values![sha256, part as i64]).await?;
        let row = rows.first().ok_or(RegistryError::Missing("part of a pack"))?;
        Ok(row.bytes(0)?.to_vec())
    }
}

/// Whether a roll-out has reached a kiosk. The same kiosk always stands at the same place of the same release, and
/// another release begins with other kiosks.
fn has_come_to(kiosk: &Kiosk, release: &Release) -> bool {
    let place = Digest::of(format!("{}\n{}\n{}", kiosk.tenant, kiosk.kiosk, release.offer.sha256).as_bytes());
    let [first, second, third, fourth, ..] = *place.as_bytes();
    let hundredth = (u64::from(u32::from_be_bytes([first, second, third, fourth])) * 100) >> 32;
    hundredth < u64::from(release.percent)
}

fn release(row: &Row) -> Result<Release, RegistryError> {
    let offer = PackOffer {
        pack: row.text(0)?.to_owned(),
        version: row.text(1)?.to_owned(),
        channel: row.text(2)?.to_owned(),
        size: row.int(3)?.unsigned_abs(),
        sha256: row.digest(4)?,
        signature: row.text(5)?.to_owned(),
        published_at: row.time(6)?,
    };
    let site = if row.text(9)?.is_empty() { None } else { Some(row.parsed(9)?) };
    Ok(Release { offer, site, percent: row.int(7)?.clamp(0, 100) as u8, held: row.int(8)? != 0 })
}
