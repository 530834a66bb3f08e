//! A pack as a form's writer opens it: its forms by id, and what to do where one cannot be used.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, Result, bail};
use kaunter_forms::Form;
use kaunter_pack::{Report, model::Pack};

use crate::report::{checked, counted};

/// A pack with all that is wrong in it.
pub struct Opened {
    pub pack: Pack,
    report: Report,
    path: PathBuf,
}

impl Opened {
    /// Opens the pack at a path.
    pub fn read(path: &Path) -> Result<Self> {
        let checked = checked(path)?;
        let pack = checked.pack.with_context(|| {
            format!("pack.toml gives no id and version: `kaunter pack check {}` says more", path.display())
        })?;
        Ok(Self { pack, report: checked.report, path: path.to_owned() })
    }

    /// Where its forms lie.
    pub fn folder(&self) -> PathBuf {
        self.path.join("forms")
    }

    /// The form of this id, which may have a faulty example.
    pub fn form(&self, id: &str) -> Result<&Arc<Form>> {
        must_be_there(&self.pack, id, &self.path)?;
        let path = self.path.display();
        self.pack.forms.get(id).with_context(|| match self.errors(id) {
            0 => format!("the form “{id}” rests on a table that has errors: `kaunter form check {path}` names them"),
            1 => format!("the form “{id}” has 1 error: `kaunter form check {path} {id}` names it"),
            errors => {
                let errors = counted(errors, "error");
                format!("the form “{id}” has {errors}: `kaunter form check {path} {id}` names them")
            }
        })
    }

    /// How many errors its own files have.
    pub fn errors(&self, id: &str) -> usize {
        let folder = format!("forms/{id}/");
        self.report.within(|file| file.starts_with(&folder)).errors()
    }

    /// The language that was named, else the office's.
    pub fn language<'a>(&'a self, named: Option<&'a str>) -> Result<&'a str> {
        let manifest = &self.pack.manifest;
        let language = named.unwrap_or(&manifest.office_language);
        if !manifest.languages.iter().any(|known| known == language) {
            bail!("the pack has no language “{language}”; it has {}", manifest.languages.join(", "));
        }
        Ok(language)
    }
}

/// Refuses an id that no form of the pack has.
pub fn must_be_there(pack: &Pack, id: &str, path: &Path) -> Result<()> {
    let mut all: Vec<&str> = pack.forms.forms().map(|form| form.id.as_str()).chain(pack.forms.left_out()).collect();
    all.sort_unstable();
    if all.contains(&id) {
        return Ok(());
    }
    let folder = path.join("forms");
    let folder = folder.display();
    if all.is_empty() {
        bail!("there is no form “{id}” in {folder}, nor any other");
    }
    bail!("there is no form “{id}” in {folder}; there is: {}", all.join(", "))
}
