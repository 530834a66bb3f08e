//! The machine under the kiosk: its processes, and where it keeps its data.

use std::{
    collections::HashMap,
    fs, io,
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Result, ensure};

/// Ends the web view's process the hard way, as a crash would; gives how many there were.
///
/// # Errors
/// The processes cannot be listed or ended.
pub fn kill_web_process(ancestor: u32) -> Result<usize> {
    let mut killed = 0;
    for (process, name) in descendants(ancestor)? {
        // The system keeps no more than 15 characters of a name.
        if name.starts_with("WebKitWebProce") {
            let ended = Command::new("kill").args(["-KILL", &process.to_string()]).status()?;
            ensure!(ended.success(), "the web process cannot be killed");
            killed += 1;
        }
    }
    Ok(killed)
}

/// The plug is pulled: a process and all that came of it end at once.
///
/// # Errors
/// The processes cannot be listed or ended.
pub fn kill_all(ancestor: u32) -> Result<()> {
    let all = descendants(ancestor)?.into_iter().map(|(process, _)| process.to_string());
    // What has ended meanwhile cannot be killed any more.
    Command::new("kill").arg("-KILL").args(all).arg(ancestor.to_string()).stderr(Stdio::null()).status()?;
    Ok(())
}

fn descendants(ancestor: u32) -> Result<Vec<(u32, String)>> {
    let mut all = HashMap::new();
    for entry in fs::read_dir("/proc")?.flatten() {
        let Some(process) = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else {
            continue;
        };
        let Ok(stat) = fs::read_to_string(entry.path().join("stat")) else {
            continue;
        };
        let Some((name, rest)) = stat.split_once('(').and_then(|(_, rest)| rest.rsplit_once(')')) else {
            continue;
        };
        let parent = rest.split_whitespace().nth(1).and_then(|parent| parent.parse::<u32>().ok());
        all.insert(process, (parent.unwrap_or(0), name.to_owned()));
    }
    let descends = |mut process: u32| {
        while let Some((parent, _)) = all.get(&process) {
            if *parent == ancestor {
                return true;
            }
            process = *parent;
        }
        false
    };
    Ok(all
        .iter()
        .filter(|(process, _)| descends(**process))
        .map(|(process, (_, name))| (*process, name.clone()))
        .collect())
}

/// Copies a folder with everything in it.
///
/// # Errors
/// As the file system.
pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    repeat_folder(from, to, &|from, to| fs::copy(from, to).map(drop))
}

/// Puts the same files in another folder as well: for large ones that nobody writes to.
///
/// # Errors
/// As the file system.
pub fn link_folder(from: &Path, to: &Path) -> Result<()> {
    repeat_folder(from, to, &|from, to| fs::hard_link(from, to))
}

fn repeat_folder(from: &Path, to: &Path, repeat: &dyn Fn(&Path, &Path) -> io::Result<()>) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            repeat_folder(&entry.path(), &target, repeat)?;
        } else {
            repeat(&entry.path(), &target)?;
        }
    }
    Ok(())
}

/// Whether any file under a folder holds these words.
///
/// # Errors
/// As the file system.
pub fn is_written_anywhere(folder: &Path, words: &str) -> Result<bool> {
    let found = Command::new("grep")
        .args(["--recursive", "--quiet", "--fixed-strings", "--text", "--", words])
        .arg(folder)
        .stdout(Stdio::null())
        .status()?;
    Ok(found.success())
}
