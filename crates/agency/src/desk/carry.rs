//! `stick`: what the kiosks of a site are to have goes onto a stick: notices, packs, models that hear, and last of all the
//! list of them, signed.
//!
//! Broken off at any moment, what has its name there is whole, and the list of before says what was there then; the same
//! command goes on. Models are named and checked by the list that comes with the program.

use std::{
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use jiff::Timestamp;
use kaunter_protocol::{
    CONTENTS_FILE, Digest, NOTICE_FILE, PackOffer, Signed, SiteId, StickContents, StickFile, TenantId,
};
use kaunter_terminal::out;
use serde::Deserialize;

use super::{
    drafts::{Draft, Kept, put},
    lists::take_off_what_is_gone,
};
use crate::{
    place::Place,
    registry::{PART_BYTES, Within},
};

/// The models that there are.
const MODELS: &str = include_str!("../../../../models/manifest.toml");
/// Bytes that are read at a time.
const BLOCK: usize = 1 << 20;

/// Puts what a site's kiosks are to have onto a stick.
#[derive(Args)]
pub struct Carry {
    /// The agency.
    #[arg(long)]
    tenant: TenantId,
    /// Where the kiosks stand.
    #[arg(long)]
    site: SiteId,
    /// Whose packs.
    #[arg(long, default_value = "stable")]
    channel: String,
    /// A model that hears, by its name in `kaunter models list`; may be given several times.
    #[arg(long = "model", requires = "models")]
    model: Vec<String>,
    /// The folder in which the files of models lie.
    #[arg(long)]
    models: Option<PathBuf>,
    /// The folder on the stick.
    folder: PathBuf,
}

/// What lies on the stick when all of it does.
#[derive(Default)]
struct Carried {
    notices: u64,
    packs: u64,
    models: u64,
    /// Of all of them, those that were written now.
    written: u64,
    files: Vec<StickFile>,
}

impl Carried {
    fn lies(&mut self, name: &str, bytes: u64, sha256: Digest, kept: Kept) {
        self.written += u64::from(kept == Kept::Written);
        self.files.push(StickFile { name: name.to_owned(), bytes, sha256 });
    }
}

impl Carry {
    pub(super) async fn run(self, place: Place) -> Result<()> {
        let within = place.registry.known(&self.tenant, Some(&self.site)).await?;
        let chosen = self.model.iter().map(|name| model(MODELS, name)).collect::<Result<Vec<_>>>()?;
        let parent = self.folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        ensure!(parent.is_dir(), "there is no folder {}; is the stick in?", parent.display());
        fs::create_dir_all(&self.folder).with_context(|| self.folder.display().to_string())?;
        let mut carried = Carried::default();
        self.notices(&within, &mut carried).await?;
        for offer in within.for_all(&self.site, &self.channel).await? {
            self.pack(&within, &offer, &mut carried).await?;
        }
        for model in &chosen {
            put_model(&self.folder, model, self.models.as_deref().unwrap_or(Path::new(".")), &mut carried)?;
        }
        self.list(&place, carried)
    }

    async fn notices(&self, within: &Within<'_>, carried: &mut Carried) -> Result<()> {
        for (name, notice) in notice_files(within, &self.tenant, &self.site).await? {
            self.small(&name, &notice, carried)?;
            carried.notices += 1;
        }
        Ok(())
    }

    /// The signature first: a pack that has its name has its signature beside it.
    async fn pack(&self, within: &Within<'_>, offer: &PackOffer, carried: &mut Carried) -> Result<()> {
        let name = self.pack_file(offer);
        self.small(&format!("{name}.minisig"), offer.signature.as_bytes(), carried)?;
        let mut draft = Draft::of(&self.folder, &name, offer.size, offer.sha256)?;
        if !draft.is_whole() {
            for part in 0..offer.size.div_ceil(PART_BYTES as u64) {
                draft.take(&within.pack_part(offer.sha256, part).await?)?;
            }
        }
        let kept = draft.settle()?;
        carried.lies(&name, offer.size, offer.sha256, kept);
        carried.packs += 1;
        Ok(())
    }

    fn small(&self, name: &str, bytes: &[u8], carried: &mut Carried) -> Result<()> {
        let sha256 = Digest::of(bytes);
        let mut draft = Draft::of(&self.folder, name, bytes.len() as u64, sha256)?;
        if !draft.is_whole() {
            draft.take(bytes)?;
        }
        let kept = draft.settle()?;
        carried.lies(name, bytes.len() as u64, sha256, kept);
        Ok(())
    }

    /// Begins the names of what is there for the kiosks of one agency, site and channel alone.
    fn whose(&self) -> String {
        let channel =
            if plain(&self.channel) { self.channel.clone() } else { Digest::of(self.channel.as_bytes()).to_string() };
        format!("{}.{}.{channel}", self.tenant, self.site)
    }

    /// `<agency>.<site>.<channel>.<id>-<version>.kpack`, where all of it is plain.
    fn pack_file(&self, offer: &PackOffer) -> String {
        let PackOffer { pack, version, sha256, .. } = offer;
        let named = format!("{}.{pack}-{version}.kpack", self.whose());
        // Longer names have no place on a stick, with what is added while they are drafts.
        if plain(pack) && plain(version) && named.len() <= 200 { named } else { format!("{sha256}.kpack") }
    }

    fn list(self, place: &Place, carried: Carried) -> Result<()> {
        let Carried { notices, packs, models, written, files } = carried;
        let name = format!("{}.{CONTENTS_FILE}", self.whose());
        let named = files.iter().map(|file| file.name.clone()).collect();
        take_off_what_is_gone(&self.folder, &name, place.registry.pen().key(), &named)?;
        let contents = StickContents { tenant: self.tenant, site: self.site, made_at: Timestamp::now(), files };
        let signed = place.registry.pen().state(&contents)?;
        put(&self.folder, &name, &serde_json::to_vec(&signed)?)?;
        for file in &contents.files {
            out!("{}\t{} bytes\t{}", file.name, file.bytes, file.sha256);
        }
        out!("{notices} notices, {packs} packs, {models} models lie whole on the stick; {written} files written now");
        Ok(())
    }
}

/// Notices that a site's kiosks are to have, with the names of their files.
pub(super) async fn notice_files(
    within: &Within<'_>,
    whose: &TenantId,
    site: &SiteId,
) -> Result<Vec<(String, Vec<u8>)>> {
    let last = within.last_notices(site, Timestamp::now()).await?;
    let file = |(id, notice): (String, Signed)| {
        let id = if plain(&id) { id } else { Digest::of(id.as_bytes()).to_string() };
        Ok((format!("{}{id}.{NOTICE_FILE}", notices_begin(whose, site)), serde_json::to_vec(&notice)?))
    };
    last.into_iter().map(file).collect()
}

/// How the names of a site's notices begin.
pub(super) fn notices_begin(tenant: &TenantId, site: &SiteId) -> String {
    format!("{tenant}.{site}.")
}

/// What the list of models says of one.
#[derive(Debug, Deserialize)]
struct Model {
    name: String,
    file: String,
    bytes: Option<u64>,
    sha256: Option<Digest>,
}

#[derive(Deserialize)]
struct Models {
    model: Vec<Model>,
}

fn model(list: &str, name: &str) -> Result<Model> {
    let models: Models = toml::from_str(list).context("the list of models")?;
    let named = models.model.into_iter().find(|model| model.name == name);
    named.with_context(|| format!("there is no model {name}; `kaunter models list` shows them"))
}

/// Copies a model block by block; one with other bytes than the list's does not get its name.
fn put_model(folder: &Path, model: &Model, from: &Path, carried: &mut Carried) -> Result<()> {
    let (Some(bytes), Some(sha256)) = (model.bytes, model.sha256) else {
        bail!("{} comes with the program", model.name);
    };
    let source = from.join(&model.file);
    let mut file = File::open(&source).with_context(|| source.display().to_string())?;
    let found = file.metadata().with_context(|| source.display().to_string())?;
    let is_other = || format!("{} is not the model {}", source.display(), model.name);
    ensure!(found.is_file() && found.len() == bytes, is_other());
    let mut draft = Draft::of(folder, &model.file, bytes, sha256)?;
    let mut block = vec![0; BLOCK];
    while !draft.is_whole() {
        match file.read(&mut block).with_context(|| source.display().to_string())? {
            0 => break,
            read => draft.take(block.get(..read).unwrap_or_default())?,
        }
    }
    let kept = draft.settle().with_context(is_other)?;
    carried.lies(&model.file, bytes, sha256, kept);
    carried.models += 1;
    Ok(())
}

/// Whether a name may stand in a file's name. Sticks do not tell large letters from small ones.
fn plain(name: &str) -> bool {
    let small = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
    name.len() <= 64 && name.starts_with(|c: char| c.is_ascii_alphanumeric()) && name.chars().all(small)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_model_goes_onto_a_stick_whole_or_not_at_all_and_goes_on_where_it_broke_off() {
        let (from, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let bytes: Vec<u8> = (0..3_000_000_u32).map(|at| (at % 251) as u8).collect();
        fs::write(from.path().join("ggml-ear.bin"), &bytes).unwrap();
        let list = |sha256: Digest| {
            format!("[[model]]\nname = 'ear'\nfile = 'ggml-ear.bin'\nbytes = 3000000\nsha256 = '{sha256}'\n")
        };
        let right = list(Digest::of(&bytes));
        let put = |list: &str| {
            let mut carried = Carried::default();
            put_model(stick.path(), &model(list, "ear").unwrap(), from.path(), &mut carried).map(|()| carried.written)
        };
        assert!(model(&right, "nose").is_err());
        assert!(put(&list(Digest::of(b"another"))).is_err());
        assert_eq!(fs::read_dir(stick.path()).unwrap().count(), 0, "nothing of a wrong one lies there");

        // It was pulled out in the middle; and what of it lies there was spoilt at its end.
        let mut part = bytes[..2_000_000].to_vec();
        part[1_999_999] ^= 1;
        fs::write(stick.path().join(".ggml-ear.bin.part"), part).unwrap();
        assert_eq!(put(&right).unwrap(), 1);
        assert_eq!(fs::read(stick.path().join("ggml-ear.bin")).unwrap(), bytes);
        assert_eq!(put(&right).unwrap(), 0, "it lies there");
        assert_eq!(fs::read_dir(stick.path()).unwrap().count(), 1);
    }
}
