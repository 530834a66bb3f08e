//! When somebody has left, nobody finds anything of theirs, not even in the raw bytes of the disk.

use std::{fs, path::PathBuf};

use kaunter_store::{DraftId, Store};

use crate::kiosk::{Kiosk, MORNING, after, files};

/// Somebody's answers: nothing else on a machine reads like them.
const SECRETS: [&str; 4] = ["林美玲之秘密", "A123456789-secret", "12 Harbour Road, secret", "household_income_secret"];

/// Where in the folder any of them stands, as text, in hexadecimal or as UTF-16.
fn found(kiosk: &Kiosk, secrets: &[Vec<u8>]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for file in files(kiosk.data.path()) {
        let bytes = fs::read(&file).unwrap();
        if secrets.iter().any(|secret| bytes.windows(secret.len()).any(|part| part == secret)) {
            found.push(file);
        }
    }
    found
}

fn looked_for(kiosk: &Kiosk) -> Vec<Vec<u8>> {
    let hexadecimal = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>().into_bytes();
    let key = fs::read_to_string(kiosk.key_file()).unwrap().trim().to_owned();
    let raw: Vec<u8> = (0..32).map(|at| u8::from_str_radix(&key[2 * at..2 * at + 2], 16).unwrap()).collect();
    let mut secrets: Vec<Vec<u8>> = vec![key.into_bytes(), raw];
    for secret in SECRETS {
        secrets.push(secret.as_bytes().to_vec());
        secrets.push(hexadecimal(secret.as_bytes()));
        secrets.push(secret.encode_utf16().flat_map(u16::to_le_bytes).collect());
    }
    secrets
}

fn answered(store: &mut Store) -> DraftId {
    let draft = store.begin("allowance", "1", b"definition", MORNING).unwrap();
    for (number, secret) in SECRETS.iter().enumerate() {
        store.put(draft, SECRETS[3], secret.repeat(1 + number * 2000).as_bytes()).unwrap();
        store.put(draft, &format!("field_{number}"), secret.as_bytes()).unwrap();
    }
    draft
}

#[test]
fn nothing_can_be_read_from_the_folder_while_filling_in_paused_finished_or_afterwards() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let secrets = looked_for(&kiosk);
    let draft = answered(&mut store);
    assert_eq!(found(&kiosk, &secrets), [] as [PathBuf; 0], "while filling in");
    store.pause(draft, MORNING, after(60)).unwrap();
    assert_eq!(found(&kiosk, &secrets), [] as [PathBuf; 0], "paused");
    kiosk.finish_as(&mut store, draft, MORNING, Some(SECRETS[1])).unwrap();
    assert_eq!(found(&kiosk, &secrets), [] as [PathBuf; 0], "finished");
    store.expire(after(60)).unwrap();
    store.end_visit(&[draft], after(60)).unwrap();
    assert_eq!(found(&kiosk, &secrets), [] as [PathBuf; 0], "afterwards");
    drop(store);
    assert_eq!(found(&kiosk, &secrets), [] as [PathBuf; 0], "closed");
}

/// With the store's key as well, which opens the pages, the answers stay shut: their own key is gone.
#[test]
fn after_the_visit_not_even_the_encrypted_answers_and_their_key_are_left() {
    let kiosk = Kiosk::new();
    let mut store = kiosk.open();
    let draft = answered(&mut store);
    let (key, value): (Vec<u8>, Vec<u8>) = kiosk
        .opened_by_hand()
        .query_row("SELECT key, value FROM drafts JOIN answers ON draft = id ORDER BY length(value)", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    let kept = store.end_visit(&[draft], after(1)).unwrap();
    assert_eq!(kept, Default::default());
    let log = kiosk.folder().join("current/store.db-wal");
    assert_eq!(fs::metadata(&log).map_or(0, |about| about.len()), 0, "the log is empty");
    drop(store);
    let tables: i64 = kiosk
        .opened_by_hand()
        .query_row("SELECT (SELECT count(*) FROM drafts) + (SELECT count(*) FROM answers)", [], |row| row.get(0))
        .unwrap();
    assert_eq!(tables, 0);
    let pages = decrypted_pages(&kiosk);
    assert!(pages.windows(5).any(|part| part == b"audit"), "the pages were read");
    assert!(!pages.windows(16).any(|part| part == &key[24..40]), "the draft's key");
    assert!(!pages.windows(16).any(|part| part == &value[24..40]), "an answer");
}

/// Every page of the database, decrypted and as it lies there: free ones and the gaps within pages included.
fn decrypted_pages(kiosk: &Kiosk) -> Vec<u8> {
    kiosk.opened_by_hand().serialize("main").unwrap().to_vec()
}
