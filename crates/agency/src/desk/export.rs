//! `open` and `export`: forms leave for the agency's own systems, each once, whatever breaks off in between.
//!
//! A form is written under hidden names first. Then the database learns that the desk has it; then the files get
//! their names, one rename each. What a run left hidden is named by the next one if the database says it is out, and
//! written again if not: so a system that takes files away as soon as they appear sees each form once.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use clap::{Args, ValueEnum};
use jiff::Timestamp;
use kaunter_protocol::TenantId;
use kaunter_terminal::{err, out};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{forms, opened::Keys, shapes};
use crate::{place::Place, registry::Kept};

/// Forms that are read at once.
const TOGETHER: i64 = 50;
/// What hidden names begin with.
const HIDDEN: &str = ".kaunter-";

/// Prints one form, opened.
#[derive(Args)]
pub struct Open {
    /// The agency.
    #[arg(long)]
    tenant: TenantId,
    /// File with the agency's private key (age).
    #[arg(long)]
    identity: PathBuf,
    /// In which format.
    #[arg(long, default_value = "json")]
    format: Format,
    /// Which form.
    form: Uuid,
}

/// Writes forms into a drop folder, each once.
#[derive(Args)]
pub struct Export {
    /// The agency.
    #[arg(long)]
    tenant: TenantId,
    /// File with the agency's private key (age).
    #[arg(long)]
    identity: PathBuf,
    /// The drop folder.
    #[arg(long)]
    to: PathBuf,
    /// In which formats.
    #[arg(long, value_delimiter = ',', default_value = "json")]
    formats: Vec<Format>,
}

/// How a form is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The filled form as it was sealed, with what stood on its envelope.
    Json,
    /// A row for each answer.
    Csv,
    /// An element for each answer.
    Xml,
}

impl Format {
    fn ending(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Xml => "xml",
        }
    }

    fn written(self, document: &Value) -> Result<Vec<u8>> {
        Ok(match self {
            Self::Json => serde_json::to_vec_pretty(document)?,
            Self::Csv => shapes::csv(document).into_bytes(),
            Self::Xml => shapes::xml(document).into_bytes(),
        })
    }
}

impl Open {
    pub(super) async fn run(self, place: Place) -> Result<()> {
        let keys = Keys::read(&self.identity)?;
        let form = place.registry.known(&self.tenant, None).await?.form(self.form).await?;
        let written = self.format.written(&document(&keys, &form)?)?;
        let ended = if written.ends_with(b"\n") { "" } else { "\n" };
        out().write_all(&[&written, ended.as_bytes()].concat())?;
        Ok(())
    }
}

impl Export {
    pub(super) async fn run(self, place: Place) -> Result<()> {
        let within = place.registry.known(&self.tenant, None).await?;
        let keys = Keys::read(&self.identity)?;
        fs::create_dir_all(&self.to)?;
        self.go_on(&place).await?;
        let (mut done, mut failed, mut after) = (0, 0, None);
        loop {
            let forms = within.kept(after, false, TOGETHER).await?;
            let Some(last) = forms.last() else { break };
            after = Some(last.id);
            for form in &forms {
                let document = match document(&keys, form) {
                    Ok(document) => document,
                    Err(error) => {
                        // One form that does not open keeps none of the others.
                        err!("{}: {error:#}", form.id);
                        failed += 1;
                        continue;
                    }
                };
                self.write_hidden(form.id, &document)?;
                if within.mark_exported(form.id, Timestamp::now()).await? {
                    self.show(form.id)?;
                    done += 1;
                } else {
                    // Another run had it in between.
                    self.discard(form.id)?;
                }
            }
        }
        out!("{} exported to {}", forms(done), self.to.display());
        ensure!(failed == 0, "{} could not be opened; they stay for the next time", forms(failed));
        Ok(())
    }

    /// Ends what a run before left hidden.
    async fn go_on(&self, place: &Place) -> Result<()> {
        for entry in fs::read_dir(&self.to)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            let Some((id, ending)) = name.strip_prefix(HIDDEN).and_then(|rest| rest.split_once('.')) else { continue };
            let (Ok(id), hidden) = (Uuid::try_parse(id), self.to.join(&name)) else { continue };
            if place.registry.known(&self.tenant, None).await?.is_exported(id).await? {
                fs::rename(&hidden, self.to.join(format!("{id}.{ending}")))?;
            } else {
                fs::remove_file(&hidden)?;
            }
        }
        Ok(())
    }

    fn hidden(&self, id: Uuid, format: Format) -> PathBuf {
        self.to.join(format!("{HIDDEN}{id}.{}", format.ending()))
    }

    fn write_hidden(&self, id: Uuid, document: &Value) -> Result<()> {
        for format in &self.formats {
            let path = self.hidden(id, *format);
            write(&path, &format.written(document)?).with_context(|| path.display().to_string())?;
        }
        Ok(fs::File::open(&self.to)?.sync_all()?)
    }

    fn show(&self, id: Uuid) -> Result<()> {
        for format in &self.formats {
            fs::rename(self.hidden(id, *format), self.to.join(format!("{id}.{}", format.ending())))?;
        }
        Ok(fs::File::open(&self.to)?.sync_all()?)
    }

    fn discard(&self, id: Uuid) -> Result<()> {
        self.formats.iter().try_for_each(|format| Ok(fs::remove_file(self.hidden(id, *format))?))
    }
}

/// A file that only its owner reads, on the disk when this returns.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut options = fs::File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    Ok(file.sync_all()?)
}

/// The filled form, with what stood on its envelope. What no version of this program knew stands under `more`.
fn document(keys: &Keys, form: &Kept) -> Result<Value> {
    let filled = keys.open(&form.envelope.sealed.0)?;
    let envelope = &form.envelope;
    let mut more = envelope.more.clone();
    let (corrects, revision) = (more.remove("corrects"), more.remove("revision"));
    Ok(json!({
        "id": form.id,
        "number": envelope.number,
        "received_at": form.received_at,
        "sealed_at": envelope.sealed_at,
        "duplicate_of": envelope.duplicate_of,
        "corrects": corrects,
        "revision": revision,
        "kiosk": form.kiosk,
        "more": more,
        "filled_form": filled,
    }))
}
