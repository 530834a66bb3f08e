//! An agency builds a pack twice and gets the same file.

use std::{
    fs,
    time::{Duration, SystemTime},
};

use kaunter_pack::{Limits, PackFiles, check, unpack};

use crate::desk::{checked, lay_out, now, sound_pack, with};

#[test]
fn the_same_content_builds_to_the_same_bytes_whatever_the_disk_says_about_it() {
    let expected = checked(sound_pack()).build().unwrap();
    assert_eq!(expected.file_name, "harbour-city-2026.11.1.kpack");
    for age in [1, 1_000_000] {
        let folder = tempfile::tempdir().unwrap();
        lay_out(&sound_pack(), folder.path());
        fs::write(folder.path().join(".DS_Store"), "left by a system").unwrap();
        let file = fs::File::options().write(true).open(folder.path().join("pack.toml")).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(age)).unwrap();
        make_private(&folder.path().join("topics.toml"));
        let again = check(PackFiles::open(folder.path()).unwrap(), &now()).unwrap().build().unwrap();
        assert!(again.bytes == expected.bytes);
    }
}

#[cfg(unix)]
fn make_private(path: &std::path::Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
}

#[cfg(not(unix))]
fn make_private(_: &std::path::Path) {}

#[test]
fn a_built_pack_holds_every_byte_as_it_was() {
    let long = format!("knowledge/en/{}.md", "guide-to-everything-".repeat(8));
    let files = with(&long, "---\r\nversion: 2026-01-01\r\n---\r\nLine one\r\nLine two  \r\n");
    let built = checked(files.clone()).build().unwrap();
    let again = unpack(&built.bytes, &Limits::default()).unwrap();
    for (path, bytes) in &files {
        assert_eq!(again.get(path), Some(bytes.as_slice()), "{path}");
    }
}

#[test]
fn what_is_no_part_of_a_pack_is_not_built_in() {
    let built = checked(with("README.md", "how we write answers")).build().unwrap();
    assert!(unpack(&built.bytes, &Limits::default()).unwrap().get("README.md").is_none());
}
