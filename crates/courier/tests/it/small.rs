//! A disk of a few mebibytes, where the system lets one be mounted.

use std::process::{Command, Stdio};

pub struct Small(pub tempfile::TempDir);

impl Small {
    /// Of so many mebibytes.
    pub fn mounted(mebibytes: u32) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mut mount = Command::new("mount");
        mount
            .args(["-t", "tmpfs", "-o", &format!("size={mebibytes}m"), "tmpfs"])
            .arg(folder.path())
            .stderr(Stdio::null());
        mount.status().is_ok_and(|done| done.success()).then(|| Self(folder))
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}
