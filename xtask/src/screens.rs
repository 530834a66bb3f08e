//! The screens as the window carries them: built from their sources, and only when these changed.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{command, paths};

/// What the built screens depend on.
const SOURCES: &[&str] = &[
    "ui/src",
    "ui/public",
    "ui/index.html",
    "ui/package-lock.json",
    "ui/vite.config.ts",
    "ui/svelte.config.js",
    "locales",
];

/// Builds `ui/dist`, unless it stands as the sources have it.
pub fn build() -> Result<()> {
    let now = fingerprint(SOURCES)?;
    let noted = paths::target().join("screens-built-from");
    let built = paths::ui().join("dist/index.html").is_file();
    if built && fs::read_to_string(&noted).is_ok_and(|before| before == now) {
        return Ok(());
    }
    println!("Building the screens");
    command::run(command::npm().args(["run", "--silent", "build", "--", "--logLevel", "warn"]))?;
    fs::create_dir_all(paths::target())?;
    fs::write(noted, now).context("cannot note what the screens were built from")
}

/// Changes when any file under these paths of the workspace does.
pub fn fingerprint(sources: &[impl AsRef<Path>]) -> Result<String> {
    let mut files = Vec::new();
    for source in sources {
        collect(&paths::root().join(source), &mut files)?;
    }
    files.sort();
    let mut hash = DefaultHasher::new();
    for file in files {
        (&file, fs::read(&file)?).hash(&mut hash);
    }
    Ok(hash.finish().to_string())
}

/// All files under a path, or the file itself; a path that is not there has none.
pub fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_file() {
        files.push(path.to_owned());
    } else if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), files)?;
        }
    }
    Ok(())
}
