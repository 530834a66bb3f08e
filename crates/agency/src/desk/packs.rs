//! `pack`: publishes what `kaunter pack build` made, rolls it out, holds it.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use clap::{Args, Subcommand};
use jiff::Timestamp;
use kaunter_protocol::{SiteId, TenantId};
use kaunter_terminal::out;
use minisign_verify::{PublicKey, Signature};
use serde::Deserialize;

use crate::{
    place::Place,
    registry::{NewPack, PackPlace, Registry, RegistryError, Within},
};

/// Largest file that is published.
const LARGEST: u64 = 256 << 20;
/// Largest `pack.toml`.
const LARGEST_MANIFEST: u64 = 64 << 10;
/// Bytes of the archive that are looked through for it.
const LOOKED_THROUGH: u64 = 1 << 30;

/// Content packs: published, rolled out, held.
#[derive(Subcommand)]
pub enum Packs {
    /// Publishes a built and signed pack; its signature lies beside it as `<file>.minisig`.
    Publish {
        #[command(flatten)]
        place: Where,
        /// The built pack.
        file: PathBuf,
        /// Public key (minisign) that must have signed it: its file, or the text in it.
        #[arg(long)]
        key: Option<String>,
        /// To how many of a hundred kiosks.
        #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u8).range(0..=100))]
        percent: u8,
    },
    /// Offers a release to so many of a hundred kiosks, and ends a hold.
    RollOut {
        #[command(flatten)]
        place: Where,
        /// Id of the pack.
        pack: String,
        /// Its version.
        version: String,
        /// To how many.
        #[arg(value_parser = clap::value_parser!(u8).range(0..=100))]
        percent: u8,
    },
    /// Offers a release to nobody. Kiosks that have it keep it, and are offered the one before.
    Hold {
        #[command(flatten)]
        place: Where,
        /// Id of the pack.
        pack: String,
        /// Its version.
        version: String,
    },
    /// Lists what was published, the latest first.
    List {
        /// The agency.
        #[arg(long)]
        tenant: TenantId,
    },
}

/// Whose, and where.
#[derive(Args)]
pub struct Where {
    /// The agency.
    #[arg(long)]
    tenant: TenantId,
    /// Only at this site.
    #[arg(long)]
    site: Option<SiteId>,
    /// On which channel.
    #[arg(long, default_value = "stable")]
    channel: String,
}

impl Where {
    async fn of_agency<'r>(&'r self, registry: &'r Registry) -> Result<Within<'r>, RegistryError> {
        registry.known(&self.tenant, self.site.as_ref()).await
    }

    fn of(&self, pack: String, version: String) -> PackPlace {
        PackPlace { pack, version, channel: self.channel.clone(), site: self.site.clone() }
    }
}

impl Packs {
    pub(super) async fn run(self, place: Place) -> Result<()> {
        let registry = &place.registry;
        match self {
            Self::Publish { place, file, key, percent } => {
                let (bytes, signature) = read(&file, key.as_deref())?;
                let Manifest { id, version } = manifest(&bytes)?;
                let at = place.of(id, version);
                let new = NewPack { place: &at, bytes: &bytes, signature: &signature, percent };
                let sha256 = place.of_agency(registry).await?.publish(new, Timestamp::now()).await?;
                out!("{} {} {sha256}", at.pack, at.version);
            }
            Self::RollOut { place, pack, version, percent } => {
                place.of_agency(registry).await?.roll_out(&place.of(pack, version), percent).await?;
            }
            Self::Hold { place, pack, version } => {
                place.of_agency(registry).await?.hold(&place.of(pack, version)).await?;
            }
            Self::List { tenant } => {
                for release in registry.known(&tenant, None).await?.releases().await? {
                    let held = if release.held { "held".to_owned() } else { format!("{} %", release.percent) };
                    let site = release.site.map_or("every site".to_owned(), |site| format!("site {site}"));
                    let offer = release.offer;
                    out!("{}\t{}\t{}\t{held}\t{}\t{site}", offer.pack, offer.version, offer.channel, offer.sha256);
                }
            }
        }
        Ok(())
    }
}

/// The pack and its signature, which must at least be over these bytes if a key is given.
fn read(file: &Path, key: Option<&str>) -> Result<(Vec<u8>, String)> {
    let size = fs::metadata(file).with_context(|| file.display().to_string())?.len();
    ensure!(size <= LARGEST, "{}: larger than {LARGEST} bytes", file.display());
    let bytes = fs::read(file).with_context(|| file.display().to_string())?;
    let mut beside = file.as_os_str().to_owned();
    beside.push(".minisig");
    let beside = PathBuf::from(beside);
    let text = fs::read_to_string(&beside).with_context(|| beside.display().to_string())?;
    let signature = Signature::decode(&text).with_context(|| format!("{}: no signature", beside.display()))?;
    if let Some(key) = key {
        let written = fs::read_to_string(key).ok();
        let key = match &written {
            Some(file) => PublicKey::decode(file),
            None => PublicKey::from_base64(key),
        };
        let key = key.context("the key is neither a file of minisign's nor the text in one")?;
        key.verify(&bytes, &signature, false).context("the pack is not signed with this key")?;
    }
    Ok((bytes, text))
}

/// What of `pack.toml` is told to kiosks.
#[derive(Deserialize)]
struct Manifest {
    id: String,
    version: String,
}

fn manifest(packed: &[u8]) -> Result<Manifest> {
    let unpacked = zstd::Decoder::with_buffer(packed).context("this is no built pack")?;
    let mut archive = tar::Archive::new(unpacked.take(LOOKED_THROUGH));
    for entry in archive.entries()? {
        let entry = entry.context("this is no built pack")?;
        if entry.path()?.as_ref() == Path::new("pack.toml") {
            let mut text = String::new();
            entry.take(LARGEST_MANIFEST).read_to_string(&mut text)?;
            let manifest: Manifest = toml::from_str(&text).context("pack.toml")?;
            ensure!(manifest.id.len() <= 64 && manifest.version.len() <= 64, "id or version is longer than 64 bytes");
            return Ok(manifest);
        }
    }
    bail!("there is no pack.toml in it")
}
