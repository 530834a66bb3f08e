//! How much memory a program and everything that it started hold.

use std::{collections::HashMap, fs};

use anyhow::Result;

/// Proportional set size of a process and all its descendants, in KiB: pages that several share
/// are counted once.
pub fn memory_of(root: u32) -> Result<u64> {
    let mut parents = HashMap::new();
    for entry in fs::read_dir("/proc")?.flatten() {
        let Some(process) = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else {
            continue;
        };
        if let Some(parent) = parent_of(process) {
            parents.insert(process, parent);
        }
    }
    let descends = |mut process: u32| loop {
        if process == root {
            return true;
        }
        match parents.get(&process) {
            Some(parent) if *parent != 0 => process = *parent,
            _ => return false,
        }
    };
    Ok(parents.keys().filter(|process| descends(**process)).map(|process| proportional_set(*process)).sum())
}

fn parent_of(process: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name in parentheses may itself hold spaces and parentheses.
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

fn proportional_set(process: u32) -> u64 {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
    line.and_then(|kib| kib.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
