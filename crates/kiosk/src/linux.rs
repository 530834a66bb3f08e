//! What only Linux can tell the middle or do for it: where sticks are, whose a file is, which thread waits for others.

use std::{
    fs::{self, File},
    io,
    os::unix::fs::{MetadataExt, OpenOptionsExt, fchown},
    path::{Path, PathBuf},
};

use rustix::process::nice;

/// Where systems show what is plugged in.
const PLUGGED_IN: [&str; 2] = ["/media/", "/run/media/"];

/// The folders of what is plugged in.
pub fn plugged_in() -> Vec<PathBuf> {
    let mounts = fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    sticks(&mounts).into_iter().filter(|place| place.is_dir()).collect()
}

/// An empty file that only the owner of its folder can read, also where root makes it: the kiosk reads it as its own user.
///
/// # Errors
/// As the file system.
pub fn private_file(path: &Path) -> io::Result<File> {
    // A new one each time: whoever owns the folder could have put a link to somebody else's file here.
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let file = File::options().write(true).create_new(true).mode(0o600).open(path)?;
    let owner = path.parent().map(fs::metadata).transpose()?;
    if let Some(owner) = owner.filter(|owner| file.metadata().is_ok_and(|made| made.uid() != owner.uid())) {
        fchown(&file, Some(owner.uid()), Some(owner.gid()))?;
    }
    Ok(file)
}

/// From now on the calling thread, and each that it begins, yields to what others do on the machine.
pub fn give_way() {
    /// It gets a tenth of what another thread gets that is always busy, and so goes on beside that too.
    const NICENESS: i32 = 10;
    // To Linux this is said of a thread, not of its process.
    if let Err(error) = nice(NICENESS) {
        tracing::warn!(code = "kiosk-no-priority", %error);
    }
}

/// The sticks among the mounts that the kernel lists, in its order.
fn sticks(mounts: &str) -> Vec<PathBuf> {
    let places = mounts.lines().filter_map(|line| line.split(' ').nth(1));
    let sticks = places.filter(|place| PLUGGED_IN.iter().any(|root| place.starts_with(root)));
    // The kernel writes a space in a name as \040.
    sticks.map(|place| PathBuf::from(place.replace("\\040", " "))).collect()
}

#[cfg(test)]
mod tests {
    use rustix::process::getpriority_process;

    use super::*;

    #[test]
    fn a_thread_that_gives_way_takes_no_other_with_it() {
        let niceness = || getpriority_process(None).unwrap();
        let before = niceness();
        let beside = std::thread::spawn(move || {
            give_way();
            niceness()
        });
        assert_eq!(beside.join().unwrap(), (before + 10).min(19));
        assert_eq!(niceness(), before);
    }

    #[test]
    fn a_stick_is_found_by_its_name_and_the_machines_own_disks_are_none() {
        let mounts = "/dev/sda1 / ext4 rw 0 0\n\
            tmpfs /run tmpfs rw 0 0\n\
            /dev/sdb1 /media/kiosk/NEW\\040PACK vfat rw 0 0\n\
            /dev/sdc1 /run/media/kiosk/log exfat rw 0 0\n";
        assert_eq!(sticks(mounts), ["/media/kiosk/NEW PACK", "/run/media/kiosk/log"].map(PathBuf::from));
    }
}
