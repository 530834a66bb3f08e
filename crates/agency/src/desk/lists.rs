//! Lists of what was put onto a stick, and what may be taken off it by them. What somebody else signed names nothing of ours.

use std::{
    collections::BTreeSet,
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use kaunter_protocol::{AgencyKey, CONTENTS_FILE, Notice, Signed, Statement, StickContents};

/// What we signed in a file there, if it is that.
fn signed<T: Statement>(path: &Path, key: &AgencyKey) -> Option<T> {
    let is_file = fs::symlink_metadata(path).is_ok_and(|about| about.is_file());
    let bytes = is_file.then(|| fs::read(path).ok()).flatten()?;
    serde_json::from_slice::<Signed>(&bytes).ok()?.open(key).ok()
}

/// Takes off what the list of before named and the new one does not: a release that is held or replaced must not reach a
/// kiosk by a stick that lay in a drawer.
pub(super) fn take_off_what_is_gone(
    folder: &Path,
    list: &str,
    key: &AgencyKey,
    files: &BTreeSet<String>,
) -> Result<()> {
    let Some(before) = signed::<StickContents>(&folder.join(list), key) else { return Ok(()) };
    let gone = before.files.into_iter().map(|file| file.name).filter(|name| !files.contains(name));
    take_off(folder, gone, &named(folder, key, Some(list))?)
}

/// Takes off notices that were put there for a site and no longer are: their names begin with `ours`.
pub(super) fn take_off_notices(folder: &Path, ours: &str, key: &AgencyKey, files: &BTreeSet<String>) -> Result<()> {
    let lies = ending(folder, kaunter_protocol::NOTICE_FILE)?;
    let gone = lies.into_iter().filter(|(path, name)| {
        name.starts_with(ours) && !files.contains(name) && signed::<Notice>(path, key).is_some()
    });
    take_off(folder, gone.map(|(_, name)| name), &named(folder, key, None)?)
}

/// What all of our lists there name but one, which is written anew.
fn named(folder: &Path, key: &AgencyKey, but: Option<&str>) -> Result<BTreeSet<String>> {
    let lists = ending(folder, CONTENTS_FILE)?.into_iter().filter(|(_, name)| Some(&**name) != but);
    let files = lists.filter_map(|(path, _)| signed::<StickContents>(&path, key)).flat_map(|list| list.files);
    Ok(files.map(|file| file.name).collect())
}

/// Files there whose names end so, with their names.
fn ending(folder: &Path, ending: &str) -> Result<Vec<(PathBuf, String)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.extension().is_some_and(|found| found == ending) {
            found.push((path, name));
        }
    }
    Ok(found)
}

fn take_off(folder: &Path, gone: impl Iterator<Item = String>, but: &BTreeSet<String>) -> Result<()> {
    for name in gone {
        let is_plain = Path::new(&name).file_name().is_some_and(|file| file == name.as_str());
        if !is_plain || but.contains(&name) {
            continue;
        }
        match fs::remove_file(folder.join(&name)) {
            Err(fault) if fault.kind() != ErrorKind::NotFound => return Err(fault).context(name),
            _ => {}
        }
    }
    Ok(())
}
