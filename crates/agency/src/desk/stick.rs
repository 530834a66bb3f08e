//! `import`: forms come in from a stick, or from paper. The same form by network, by stick and by paper is one.
//!
//! By network a kiosk shows its credential; on a stick its list of forms is authenticated with it. A form that no list
//! vouches for is taken only where somebody says from which kiosk it is.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::Read,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use clap::Args;
use jiff::Timestamp;
use kaunter_protocol::{
    Digest, Envelope, FORM_FILE, KioskId, ProblemCode, RECEIPT_FILE, SignedList, SiteId, StickList, TenantId,
};
use kaunter_terminal::{err, out};
use uuid::Uuid;

use super::{
    carry::{notice_files, notices_begin},
    drafts::put,
    lists::take_off_notices,
};
use crate::{
    place::Place,
    registry::{Received, RegistryError, Within},
};

/// Largest list of forms, in bytes.
const LARGEST_LIST: u64 = 16 << 20;
/// What a sealed form of these bytes takes more as text (base64, and what stands beside).
const AS_TEXT: u64 = 2;

/// Takes forms in from a folder on a stick.
#[derive(Args)]
pub struct Import {
    /// The agency.
    #[arg(long)]
    tenant: TenantId,
    /// From which kiosk those forms are that no list on the stick vouches for. Without it they are left.
    #[arg(long)]
    kiosk: Option<KioskId>,
    /// Also writes the notices of this site to the stick.
    #[arg(long)]
    notices_for: Option<SiteId>,
    /// The folder.
    folder: PathBuf,
}

/// Kiosks by what they vouch for.
type Vouched = BTreeMap<(Uuid, Digest), KioskId>;

/// What came of the forms.
#[derive(Default)]
struct Counted {
    new: u64,
    again: u64,
    left: u64,
}

impl Import {
    pub(super) async fn run(self, place: Place) -> Result<()> {
        // Before anything is taken in: a mistyped site would get a notice's file that no kiosk takes.
        let within = place.registry.known(&self.tenant, self.notices_for.as_ref()).await?;
        let files = files(&self.folder)?;
        let vouched = self.vouched(&within, &files).await?;
        let most = u64::from(place.settings.most_form_mib) << 20;
        let mut counted = Counted::default();
        for path in &files {
            let Some(id) = form_id(path) else {
                if path.extension().is_some_and(|ending| ending == "age") {
                    err!(
                        "{}: a bare sealed form has no id; from paper, `kaunter paper scan --into` makes the form's file",
                        path.display()
                    );
                    counted.left += 1;
                } else if is_form_file(path) {
                    err!("{}: a form's file is named by its id, as the kiosk wrote it", path.display());
                    counted.left += 1;
                }
                continue;
            };
            match self.take(&within, id, path, &vouched, most).await {
                Ok(Received::New(_)) => counted.new += 1,
                Ok(Received::Again(_)) => counted.again += 1,
                // One that is left keeps none of the others.
                Err(error) => {
                    err!("{}: {error:#}", path.display());
                    counted.left += 1;
                }
            }
        }
        if let Some(site) = &self.notices_for {
            self.write_notices(&place, &within, site).await?;
        }
        let Counted { new, again, left } = counted;
        out!("{new} forms taken in, {again} were here before, {left} left");
        ensure!(left == 0, "{left} of them could not be taken in");
        Ok(())
    }

    /// Which kiosk vouches for which file of a form, by id and digest of the whole file: what stands beside the sealed bytes,
    /// such as the form's number, is the kiosk's word too.
    async fn vouched(&self, within: &Within<'_>, files: &[PathBuf]) -> Result<Vouched> {
        let mut vouched = BTreeMap::new();
        for path in files.iter().filter(|path| path.extension().is_some_and(|ending| ending == "json")) {
            let Some(list) = read(path, LARGEST_LIST)?.and_then(|b| serde_json::from_slice::<SignedList>(&b).ok())
            else {
                continue;
            };
            let named = list.unproved().and_then(|list| list.kiosk?.parse::<KioskId>().ok());
            let Some(kiosk) = named else { continue };
            let credentials = within.credentials_of(&kiosk).await?;
            let proved: Option<StickList> = credentials.into_iter().find_map(|credential| list.open(credential));
            match proved {
                Some(list) if list.tenant.as_deref() == Some(self.tenant.as_str()) => {
                    let whole = list.forms.iter().filter_map(|form| Some(((form.id, form.file?), kiosk.clone())));
                    vouched.extend(whole);
                    if list.forms.iter().any(|form| form.file.is_none()) {
                        err!("{}: of an older kiosk; it vouches for no whole file", path.display());
                    }
                }
                _ => err!("{}: not by this agency's kiosk {kiosk}; it vouches for nothing", path.display()),
            }
        }
        Ok(vouched)
    }

    async fn take(&self, within: &Within<'_>, id: Uuid, path: &Path, vouched: &Vouched, most: u64) -> Result<Received> {
        let bytes = read(path, most * AS_TEXT)?.context("it is larger than this server takes")?;
        let envelope: Envelope = serde_json::from_slice(&bytes).context("it is no form's envelope")?;
        ensure!(envelope.sealed.0.len() as u64 <= most, "it is larger than this server takes");
        envelope.check(id)?;
        let kiosk = vouched.get(&(id, Digest::of(&bytes))).or(self.kiosk.as_ref());
        let kiosk = kiosk.context("no kiosk vouches for it; say from which one it is with --kiosk")?;
        let received = match within.receive(kiosk, id, envelope, Timestamp::now()).await {
            Err(RegistryError::Told(ProblemCode::FormConflict)) => {
                anyhow::bail!("other bytes came under its id before; both are kept, see `conflicts`")
            }
            received => received?,
        };
        put(&self.folder, &format!("{id}.{RECEIPT_FILE}"), &serde_json::to_vec(received.receipt())?)?;
        Ok(received)
    }

    async fn write_notices(&self, place: &Place, within: &Within<'_>, site: &SiteId) -> Result<()> {
        let notices = notice_files(within, &self.tenant, site).await?;
        for (name, notice) in &notices {
            put(&self.folder, name, notice)?;
        }
        let files = notices.into_iter().map(|(name, _)| name).collect();
        take_off_notices(&self.folder, &notices_begin(&self.tenant, site), place.registry.pen().key(), &files)
    }
}

/// The id in a form's file name.
fn form_id(path: &Path) -> Option<Uuid> {
    if !is_form_file(path) {
        return None;
    }
    Uuid::try_parse(path.file_stem()?.to_str()?).ok()
}

fn is_form_file(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == FORM_FILE)
}

/// Plain files of the folder, by name; drafts and links are left out.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        if entry.file_type()?.is_file() && !entry.file_name().to_string_lossy().starts_with('.') {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}

fn read(path: &Path, most: u64) -> Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let file = File::open(path).with_context(|| path.display().to_string())?;
    file.take(most + 1).read_to_end(&mut bytes).with_context(|| path.display().to_string())?;
    Ok((bytes.len() as u64 <= most).then_some(bytes))
}
