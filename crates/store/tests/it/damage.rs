//! Bytes that are no longer what was written.

use std::fs;

use kaunter_store::Store;

use crate::kiosk::{Kiosk, MORNING, after, answers, begun, begun_at, files};

/// A closed store with a draft and some finished forms, and copies of its files.
struct Written {
    kiosk: Kiosk,
    database: Vec<u8>,
}

impl Written {
    fn new() -> Self {
        let kiosk = Kiosk::new();
        let mut store = kiosk.open();
        for minutes in 0..40 {
            let draft = begun_at(&mut store, after(minutes));
            store.put(draft, "picture", &[minutes as u8; 3000]).unwrap();
            kiosk.finish(&mut store, draft, after(minutes)).unwrap();
        }
        begun_at(&mut store, after(60));
        store.end_visit(&[], after(60)).unwrap();
        drop(store);
        let database = fs::read(kiosk.database()).unwrap();
        Self { kiosk, database }
    }

    /// The store as it is after this was done to the database.
    fn damaged(&self, damage: impl FnOnce(&mut Vec<u8>)) -> Store {
        let aside = self.kiosk.folder();
        for entry in fs::read_dir(aside).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.file_name().unwrap().to_string_lossy().starts_with("set-aside") {
                fs::remove_dir_all(entry).unwrap();
            }
        }
        for leftover in ["store.db-wal", "store.db-shm"] {
            let _ = fs::remove_file(self.kiosk.folder().join("current").join(leftover));
        }
        let mut bytes = self.database.clone();
        damage(&mut bytes);
        fs::write(self.kiosk.database(), bytes).unwrap();
        self.kiosk.try_open(after(61)).unwrap()
    }
}

#[test]
fn a_damaged_byte_anywhere_is_noticed_and_what_can_be_read_is_taken_over() {
    let written = Written::new();
    let pages = written.database.len() / 4096;
    let (mut noticed, mut all_rescued) = (0, 0);
    for page in 0..pages {
        let at = page * 4096 + (page * 997) % 4096;
        let store = written.damaged(|bytes| bytes[at] ^= 0x10);
        let forms = store.outbox().unwrap();
        let opening = store.opening().clone();
        for form in &forms {
            assert!(written.kiosk.read(&store.sealed(form.id).unwrap()).starts_with(form.number.as_str()));
        }
        if let Some(aside) = opening.set_aside {
            noticed += 1;
            assert_eq!(opening.rescued, forms.len() as u64);
            let aside = fs::read(aside.join("store.db")).unwrap();
            assert_eq!(aside.len(), written.database.len(), "nothing of the damaged store is changed");
            assert!(aside[at] != written.database[at]);
            assert_eq!(store.verify_audit().unwrap().broken, None);
        } else {
            // A page that holds nothing.
            assert_eq!(forms.len(), 40);
        }
        all_rescued += usize::from(forms.len() == 40);
    }
    assert!(noticed > pages / 2, "{noticed} of {pages}");
    assert!(all_rescued > pages / 4, "{all_rescued} of {pages}");
}

#[test]
fn what_is_cut_short_emptied_or_overwritten_is_set_aside_and_the_kiosk_goes_on() {
    let written = Written::new();
    let half = written.database.len() / 2;
    for damage in [
        |bytes: &mut Vec<u8>, half: usize| bytes.truncate(half),
        |bytes: &mut Vec<u8>, half: usize| bytes[..half].fill(0),
        |bytes: &mut Vec<u8>, _: usize| bytes[..4096].fill(0xff),
        |bytes: &mut Vec<u8>, _: usize| bytes.truncate(100),
    ] {
        let mut store = written.damaged(|bytes| damage(bytes, half));
        assert!(store.opening().set_aside.is_some());
        let draft = begun_at(&mut store, after(62));
        written.kiosk.finish(&mut store, draft, after(62)).unwrap();
        drop(store);
        let again = written.kiosk.try_open(after(63)).unwrap();
        assert_eq!(again.opening(), &Default::default(), "it is said once");
        assert!(!again.outbox().unwrap().is_empty());
    }
}

#[test]
fn a_draft_that_can_be_read_survives_with_its_answers_and_no_number_is_given_twice() {
    let written = Written::new();
    // The last page is of what was written last; the first ones hold the draft.
    let mut whole = 0;
    for page in 1..written.database.len() / 4096 {
        let mut store = written.damaged(|bytes| bytes[page * 4096 + 5] ^= 1);
        let drafts = store.drafts().unwrap();
        if drafts.len() == 1 && answers(&store, drafts[0].id).len() == 2 {
            whole += 1;
        }
        let next = begun_at(&mut store, after(62));
        assert!(drafts.iter().all(|draft| draft.id != next));
        let forms = store.outbox().unwrap().len();
        written.kiosk.finish(&mut store, next, after(62)).unwrap();
        assert_eq!(store.outbox().unwrap().len(), forms + 1, "a new draft is not taken for a finished one");
    }
    assert!(whole > 10, "{whole}");
}

#[test]
fn damaged_notes_beside_the_database_lose_nothing() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let draft = begun(&mut store);
    drop(store);
    let mark = kiosk.folder().join("key.mark");
    for name in [mark.clone(), kiosk.head(), kiosk.folder().join("reserve")] {
        for bytes in [&b""[..], b"garbage", &[0xff; 100]] {
            fs::write(&name, bytes).unwrap();
            let store = kiosk.open();
            assert_eq!(store.opening().set_aside, None, "{}", name.display());
            assert_eq!(answers(&store, draft).len(), 2);
        }
    }
    assert_eq!(fs::read(&mark).unwrap().len(), 64, "it is written anew");
    assert!(files(&kiosk.folder()).iter().all(|file| !file.display().to_string().contains("set-aside")));
}

#[test]
fn a_log_that_lost_its_end_is_found_by_the_trail() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let draft = begun(&mut store);
    kiosk.finish(&mut store, draft, MORNING).unwrap();
    // As after a power cut: the log is there, and the disk gives back other bytes than were written.
    let copy = Kiosk { data: tempfile::tempdir().unwrap(), ..Kiosk::new() };
    fs::create_dir_all(copy.folder().join("current")).unwrap();
    for file in files(&kiosk.folder()) {
        fs::copy(&file, copy.folder().join(file.strip_prefix(kiosk.folder()).unwrap())).unwrap();
    }
    fs::copy(kiosk.key_file(), copy.key_file()).unwrap();
    let log = copy.folder().join("current/store.db-wal");
    let mut bytes = fs::read(&log).unwrap();
    let at = bytes.len() - 3 * 4096;
    bytes[at] ^= 1;
    fs::write(&log, bytes).unwrap();
    let store = copy.open();
    assert!(store.opening().audit_cut_off, "{:?}", store.opening());
}
