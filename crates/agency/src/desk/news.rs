//! `notice`: publishes a bulletin as it stands in a pack's `notices/`, and takes one back.

use std::{collections::BTreeMap, fs, path::PathBuf};

use anyhow::{Context, Result, ensure};
use clap::Subcommand;
use jiff::{SignedDuration, Timestamp};
use kaunter_protocol::{Notice, NoticeKind, NoticeText, SiteId, TenantId};
use kaunter_terminal::{err, out};
use serde::Deserialize;

use crate::place::Place;

/// By which one notice is later than the one before it of the same id.
const STEP: SignedDuration = SignedDuration::from_millis(1);

/// Notices that go live within seconds.
#[derive(Subcommand)]
pub enum Notices {
    /// Publishes a notice, in the form that packs have it: `notices/<id>.toml`.
    Publish {
        /// The agency.
        #[arg(long)]
        tenant: TenantId,
        /// Only at this site.
        #[arg(long)]
        site: Option<SiteId>,
        /// The notice.
        file: PathBuf,
    },
    /// Takes a notice back.
    Withdraw {
        /// The agency.
        #[arg(long)]
        tenant: TenantId,
        /// Only at this site.
        #[arg(long)]
        site: Option<SiteId>,
        /// Its id.
        id: String,
    },
    /// Lists the notices that hold now: id, kind, until when, at which sites.
    List {
        /// The agency.
        #[arg(long)]
        tenant: TenantId,
    },
}

/// As trainers write it.
#[derive(Deserialize)]
struct Written {
    id: String,
    kind: String,
    published: Timestamp,
    expires: Option<Timestamp>,
    #[serde(default)]
    issuer: BTreeMap<String, String>,
    title: BTreeMap<String, String>,
    body: BTreeMap<String, String>,
    #[serde(default)]
    keywords: BTreeMap<String, Vec<String>>,
}

impl Notices {
    pub(super) async fn run(self, place: Place) -> Result<()> {
        let mut notice = match self {
            Self::Publish { tenant, site, file } => {
                let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
                read(&text, tenant, site).with_context(|| file.display().to_string())?
            }
            Self::Withdraw { tenant, site, id } => Notice {
                tenant,
                site,
                id,
                kind: NoticeKind::Withdrawn,
                published: Timestamp::now(),
                expires: None,
                issuer: BTreeMap::new(),
                texts: BTreeMap::new(),
                keywords: BTreeMap::new(),
            },
            Self::List { tenant } => return list(&place, &tenant).await,
        };
        let within = place.registry.known(&notice.tenant, notice.site.as_ref()).await?;
        let said = within.said_of(&notice.id).await?;
        if notice.kind == NoticeKind::Withdrawn {
            withdrawable(&notice, &said)?;
        } else if notice.expires.is_some_and(|expires| expires <= Timestamp::now()) {
            err!("{} is over already: no kiosk shows it", notice.id);
        }
        let before = said.into_values().max();
        // On a stick the later one counts by its own time, also where the one before was dated ahead.
        if let Some(before) = before
            && before >= notice.published
        {
            notice.published = before + STEP;
        }
        let sequence = within.publish_notice(&notice).await?;
        let done = if notice.kind == NoticeKind::Withdrawn { "withdrawn" } else { "published" };
        out!("{} {done} (number {sequence} of this server)", notice.id);
        Ok(())
    }
}

/// What is said to be withdrawn stood where it is withdrawn: otherwise an emergency would be thought gone that stands elsewhere.
fn withdrawable(notice: &Notice, said: &BTreeMap<Option<SiteId>, Timestamp>) -> Result<()> {
    let Notice { id, site, .. } = notice;
    ensure!(!said.is_empty(), "no notice `{id}` was published here; what a pack brought goes with a newer pack");
    let here = site.is_none() || said.contains_key(&None) || said.contains_key(site);
    let places = || said.keys().flatten().map(SiteId::as_str).collect::<Vec<_>>().join(", ");
    ensure!(here, "`{id}` was not published there, but at {}; without --site it is withdrawn everywhere", places());
    Ok(())
}

/// A line for each, whatever says it at how many sites.
async fn list(place: &Place, tenant: &TenantId) -> Result<()> {
    let (within, now) = (place.registry.known(tenant, None).await?, Timestamp::now());
    let mut lines: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for site in place.registry.sites(tenant).await? {
        for Notice { id, kind, expires, .. } in within.standing_notices(&site, now).await? {
            let kind = if kind == NoticeKind::Emergency { "emergency" } else { "bulletin" };
            let until = expires.map_or("until it is withdrawn".to_owned(), |at| format!("until {at:.0}"));
            lines.entry(format!("{id}\t{kind}\t{until}")).or_default().push(site.to_string());
        }
    }
    lines.iter().for_each(|(line, sites)| out!("{line}\t{}", sites.join(", ")));
    Ok(())
}

fn read(text: &str, tenant: TenantId, site: Option<SiteId>) -> Result<Notice> {
    let Written { id, kind, published, expires, issuer, title, mut body, keywords } = toml::from_str(text)?;
    let kind = match kind.as_str() {
        "emergency" => NoticeKind::Emergency,
        "bulletin" => NoticeKind::Bulletin,
        other => anyhow::bail!("`{other}` is no kind: `emergency` or `bulletin`"),
    };
    ensure!(kind != NoticeKind::Emergency || expires.is_some(), "an emergency needs `expires`");
    ensure!(expires.is_none_or(|expires| expires > published), "it expires before it is published");
    ensure!(!title.is_empty(), "there is no title");
    let texts = title.into_iter().map(|(language, title)| {
        let body = body.remove(&language).with_context(|| format!("there is no body in `{language}`"))?;
        Ok((language, NoticeText { title, body }))
    });
    let texts = texts.collect::<Result<_>>()?;
    Ok(Notice { tenant, site, id, kind, published, expires, issuer, texts, keywords })
}
