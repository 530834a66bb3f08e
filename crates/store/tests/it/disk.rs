//! Disks that are full, or take nothing.

use std::{
    env, fs,
    path::Path,
    process::{Command, Stdio},
};

use kaunter_store::{DraftId, KeyFile, Store};
use sha2::{Digest, Sha256};

use crate::kiosk::{Kiosk, MORNING, after, begun};

fn open(folder: &Path) -> Store {
    Store::open(&folder.join("store"), &KeyFile::new(folder.with_extension("key")), MORNING).unwrap()
}

/// Answers until no more is taken; gives how many were.
fn fill(store: &mut Store, draft: DraftId, refused: &[&str]) -> usize {
    for number in 0.. {
        if let Err(error) = store.put(draft, &format!("picture {number}"), &[number as u8; 50_000]) {
            assert!(refused.contains(&error.code()), "{error}");
            return number;
        }
    }
    unreachable!("the disk takes everything")
}

/// On a disk without room: what was acknowledged is there, and a visit can still be wiped.
fn live_on_a_full_disk(folder: &Path, refused: &[&str]) {
    let mut store = open(folder);
    let draft = begun(&mut store);
    let kept = fill(&mut store, draft, refused);
    assert!(kept > 5, "{kept}");
    // To the last byte.
    while store.put(draft, &format!("note {kept}"), b"x").is_ok() && store.put(draft, "more", &[1; 3000]).is_ok() {
        if fill(&mut store, draft, refused) == 0 {
            break;
        }
    }
    let there = store.answers(draft).unwrap();
    assert!(there.iter().filter(|(place, _)| place.starts_with("picture")).count() >= kept);
    let kept = store.end_visit(&[draft], after(1)).unwrap();
    assert_eq!((kept.of_this_visit, kept.of_others), (0, 0));
    drop(store);
    let store = open(folder);
    assert_eq!(store.opening().set_aside, None);
    assert_eq!(store.drafts().unwrap(), []);
    assert_eq!(store.verify_audit().unwrap().broken, None);
}

#[test]
fn on_a_full_disk_nothing_is_lost_and_a_visit_can_still_be_wiped() {
    let disk = Small::mounted();
    match &disk {
        Some(disk) => {
            live_on_a_full_disk(disk.0.path(), &["store-disk-full"]);
            disk.enlarge();
            begun(&mut open(disk.0.path()));
        }
        None => eprintln!("no small disk can be mounted here: only the limit on a file's size is tried"),
    }
}

#[test]
fn on_a_full_disk_forms_that_had_their_time_make_room() {
    let Some(disk) = Small::mounted() else {
        return eprintln!("no small disk can be mounted here");
    };
    let kiosk = Kiosk::new();
    let mut store = open(disk.0.path());
    let draft = begun(&mut store);
    store.put(draft, "picture", &[7; 500_000]).unwrap();
    let id = kiosk.finish(&mut store, draft, MORNING).unwrap().id;
    let mut post = store.beside().unwrap();
    let digest = Sha256::digest(post.sealed_letter(id).unwrap()).into();
    post.accept(id, &digest, b"receipt", MORNING, MORNING).unwrap();
    let draft = begun(&mut store);
    fill(&mut store, draft, &["store-disk-full"]);
    while store.put(draft, "note", b"x").is_ok() && fill(&mut store, draft, &["store-disk-full"]) > 0 {}
    // To the last byte.
    let filler = fs::File::create(disk.0.path().join("filler")).unwrap();
    let _ = std::io::copy(&mut std::io::repeat(7), &mut &filler);
    assert_eq!(post.purge(after(8 * 24 * 60)).unwrap(), 1);
    assert_eq!(post.sealed_letter(id).unwrap_err().code(), "form-purged");
}

/// The system refuses a write otherwise than for want of room.
#[cfg(unix)]
#[test]
fn where_a_file_may_not_grow_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let limited = format!(
        "trap '' XFSZ; ulimit -f 12000; exec '{}' --exact disk::lives_within_limits --ignored --test-threads=1",
        env::current_exe().unwrap().display()
    );
    let mut program = Command::new("sh");
    program.args(["-c", &limited]).env("LIMITED_IN", folder.path()).stdout(Stdio::null());
    assert!(program.status().unwrap().success());
    // Whether it can be opened while no file may grow is up to what is left of the last of them.
    let store = open(&folder.path().join("disk"));
    let [draft] = &store.drafts().unwrap()[..] else { panic!("one draft") };
    let acknowledged: usize = fs::read_to_string(folder.path().join("acknowledged")).unwrap().parse().unwrap();
    assert_eq!(store.answers(draft.id).unwrap().len(), 2 + acknowledged);
}

#[test]
#[ignore = "started by another, within limits"]
fn lives_within_limits() {
    if let Ok(folder) = env::var("LIMITED_IN") {
        let folder = Path::new(&folder);
        let mut store = open(&folder.join("disk"));
        let draft = begun(&mut store);
        let acknowledged = fill(&mut store, draft, &["store-disk-fails", "store-disk-full"]);
        fs::write(folder.join("acknowledged"), acknowledged.to_string()).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn what_may_not_be_written_is_refused_and_left_alone() {
    use std::os::unix::{fs::PermissionsExt, process::CommandExt};
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let draft = begun(&mut store);
    drop(store);
    // Root may write anywhere: the one who tries is nobody.
    let nobody = fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0);
    let everything = || {
        [kiosk.folder(), kiosk.folder().join("current")]
            .into_iter()
            .chain(crate::kiosk::files(&kiosk.folder()))
            .chain([kiosk.data.path().to_owned(), kiosk.elsewhere.path().to_owned()])
            .collect::<Vec<_>>()
    };
    // Nobody may not even look into the folder where the tests are built.
    let program = kiosk.elsewhere.path().join("program");
    fs::copy(env::current_exe().unwrap(), &program).unwrap();
    for path in everything() {
        fs::set_permissions(&path, fs::Permissions::from_mode(if path.is_dir() { 0o555 } else { 0o444 })).unwrap();
    }
    let mut child = Command::new(program);
    child.args(["--exact", "disk::lives_read_only", "--ignored", "--test-threads=1"]);
    child.env("READ_ONLY_IN", kiosk.folder()).stdout(Stdio::null()).current_dir("/");
    if nobody {
        child.uid(65_534);
    }
    assert!(child.status().unwrap().success());
    for path in everything() {
        fs::set_permissions(&path, fs::Permissions::from_mode(if path.is_dir() { 0o700 } else { 0o600 })).unwrap();
    }
    assert_eq!(kiosk.open().answers(draft).unwrap().len(), 2);
}

#[test]
#[ignore = "started by another, where nothing may be written"]
fn lives_read_only() {
    if let Ok(folder) = env::var("READ_ONLY_IN") {
        let refused = Store::open(Path::new(&folder), &KeyFile::new("/nowhere/store.key"), MORNING).err().unwrap();
        assert_eq!(refused.code(), "store-read-only");
    }
}

/// A disk of twelve mebibytes, where the system lets one be mounted.
struct Small(tempfile::TempDir);

impl Small {
    fn mounted() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=12m", "tmpfs"]).arg(folder.path()).stderr(Stdio::null());
        mount.status().is_ok_and(|done| done.success()).then(|| Self(folder))
    }

    /// Somebody makes room.
    fn enlarge(&self) {
        let mut mount = Command::new("mount");
        assert!(mount.args(["-o", "remount,size=24m"]).arg(self.0.path()).status().unwrap().success());
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
        let _ = fs::remove_file(self.0.path().with_extension("key"));
    }
}
