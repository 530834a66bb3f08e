//! The officer's PIN in `kiosk.toml`: its line stands first, where no table can swallow it.

use std::{fs, io, path::Path};

use crate::keep::keep_private;

/// Puts the hash of a PIN into a settings file in the place of the one before; everything else in
/// the file stays as it is. A file that is not there is made. Only the owner of its folder can read it afterwards: a PIN of four
/// digits is soon found by its hash.
///
/// # Errors
/// As the file system; the file is then as it was.
pub fn keep_pin_hash(settings: &Path, hash: &str) -> io::Result<()> {
    let before = match fs::read_to_string(settings) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        read => read?,
    };
    let is_pin =
        |line: &&str| line.trim_start().strip_prefix("pin_hash").is_some_and(|rest| rest.trim_start().starts_with('='));
    let mut after = format!("pin_hash = \"{hash}\"\n");
    before.lines().filter(|line| !is_pin(line)).for_each(|line| after.extend([line, "\n"]));
    keep_private(settings, &after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    #[test]
    fn a_new_pin_takes_the_place_of_the_old_one_whatever_stands_around_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kiosk.toml");
        for (before, idle) in
            [("", 60), ("idle_seconds = 90\n[display]\nwidth_mm = 600\nheight_mm = 340\npin_hash = \"lost\"", 90)]
        {
            fs::write(&path, before).unwrap();
            keep_pin_hash(&path, "first").unwrap();
            keep_pin_hash(&path, "second").unwrap();
            let (settings, faults) = Settings::read(&path);
            let mode = std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&path).unwrap().permissions());
            assert_eq!(mode & 0o777, 0o600, "a PIN is guessed by its hash");
            assert!(faults.is_empty(), "{faults:?}");
            assert_eq!((settings.pin_hash.as_deref(), settings.idle_seconds), (Some("second"), idle));
        }
    }
}
