//! A technician brings a model to a kiosk: over a line that breaks, from a stick, onto a disk that is full.

use std::{fs, os::unix::fs::symlink};

use kaunter_speech::{
    SpeechError,
    models::{Entry, Installed, Manifest, Progress, Shelf, Source, Use},
};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::{
    blank_model::{self, Chance},
    server::{Answer, Server},
};

/// Three megabytes that stand for a model, and what the manifest says of them.
fn published() -> (Vec<u8>, Entry) {
    let mut chance = Chance(42);
    let bytes: Vec<u8> = (0..3 << 20).map(|_| chance.next() as u8).collect();
    let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let entry = format!(
        "[[model]]\nname = 'm'\nfile = 'm.bin'\nuse = 'citizens'\nlanguages = ['en']\nlicence = 'MIT'\nbytes = {}\nsha256 = '{sha256}'\n",
        bytes.len()
    );
    (bytes, Manifest::read(&entry).unwrap().models.remove(0))
}

fn fetch(shelf: &Shelf, entry: &Entry, from: &str, reports: &mut Vec<Progress>) -> Result<(), SpeechError> {
    let mut source = Source::of(entry, Some(from)).unwrap();
    shelf.fetch(entry, &mut source, &mut |progress| reports.push(progress)).map(|_| ())
}

/// Fetches from a server that answers so; gives what it came to, what is there then, and where requests began.
fn fetched(answers: &[Answer]) -> (Result<(), &'static str>, Installed, Vec<Option<u64>>) {
    let (folder, (bytes, entry)) = (TempDir::new().unwrap(), published());
    let server = Server::of(bytes.clone(), answers);
    let shelf = Shelf::at(folder.path().join("models"));
    let mut reports = Vec::new();
    let came = fetch(&shelf, &entry, &server.address(), &mut reports).map_err(|fault| fault.code());
    if came.is_ok() {
        assert_eq!(fs::read(shelf.place(&entry)).unwrap(), bytes);
        assert_eq!(reports.last().map(|report| report.here), Some(bytes.len() as u64));
    }
    (came, shelf.installed(&entry), server.ranges())
}

#[test]
fn a_line_that_breaks_is_gone_on_with() {
    const CUT: u64 = 1_000_000;
    let cut = Answer::Cut(CUT as usize);
    assert_eq!(fetched(&[Answer::Whole]), (Ok(()), Installed::Yes, vec![None]));
    let (came, there, ranges) = fetched(&[cut, cut, Answer::Whole]);
    assert_eq!((came, there), (Ok(()), Installed::Yes));
    assert_eq!(ranges, [None, Some(CUT), Some(CUT * 2)], "each goes on where the last broke");
    let (came, there, _) = fetched(&[cut, Answer::NoRanges]);
    assert_eq!((came, there), (Ok(()), Installed::Yes), "who knows no ranges sends it all again");
}

#[test]
fn what_never_comes_is_given_up_and_what_came_is_kept() {
    let (came, there, ranges) = fetched(&[Answer::Cut(500_000), Answer::Cut(0)]);
    assert_eq!((came, there), (Err("model-fetch-failed"), Installed::Part(500_000)));
    assert_eq!(ranges.len(), 4, "one that brought something, and three in vain");
    assert_eq!(fetched(&[Answer::Missing]), (Err("model-fetch-failed"), Installed::No, vec![None; 3]));
    let (came, there, _) = fetched(&[Answer::Cut(500_000), Answer::Elsewhere]);
    assert_eq!((came, there), (Err("model-fetch-failed"), Installed::Part(500_000)));
}

#[test]
fn wrong_bytes_are_thrown_away() {
    assert_eq!(fetched(&[Answer::Wrong]), (Err("voice-model-changed"), Installed::No, vec![None]));
    let (came, there, _) = fetched(&[Answer::TooLong]);
    assert_eq!((came, there), (Err("model-fetch-failed"), Installed::No));
}

#[test]
fn a_kiosk_that_was_switched_off_goes_on_and_a_stick_is_as_good_as_a_line() {
    let (folder, (bytes, entry)) = (TempDir::new().unwrap(), published());
    let shelf = Shelf::at(folder.path());
    let stick = TempDir::new().unwrap();
    let from = stick.path().to_str().unwrap();
    fs::write(folder.path().join("m.bin.part"), &bytes[..1_234_567]).unwrap();
    assert_eq!(shelf.installed(&entry), Installed::Part(1_234_567));
    let mut reports = Vec::new();
    assert_eq!(fetch(&shelf, &entry, from, &mut reports).unwrap_err().code(), "model-fetch-failed");
    fs::write(stick.path().join("m.bin"), &bytes).unwrap();
    fetch(&shelf, &entry, from, &mut reports).unwrap();
    assert_eq!(reports[0].here, 1_234_567);
    assert_eq!(fs::read(shelf.place(&entry)).unwrap(), bytes);
    assert!(shelf.remove(&entry).unwrap());
    assert!(!shelf.remove(&entry).unwrap());
    assert_eq!(shelf.installed(&entry), Installed::No);
}

#[test]
fn a_full_disk_says_so() {
    let (folder, (bytes, entry)) = (TempDir::new().unwrap(), published());
    let server = Server::of(bytes, &[Answer::Whole]);
    symlink("/dev/full", folder.path().join("m.bin.part")).unwrap();
    let full = fetch(&Shelf::at(folder.path()), &entry, &server.address(), &mut Vec::new());
    assert_eq!(full.unwrap_err().code(), "model-disk-full");
}

#[test]
fn an_installed_model_is_checked_to_the_last_byte() {
    let folder = TempDir::new().unwrap();
    let shelf = Shelf::at(folder.path());
    let (_, mut entry) = published();
    assert_eq!(shelf.verify(&entry).unwrap_err().code(), "voice-model-missing");
    blank_model::write(&shelf.place(&entry), &blank_model::shape("least"));
    let mut whole = fs::read(shelf.place(&entry)).unwrap();
    assert_eq!(shelf.verify(&entry).unwrap_err().code(), "voice-model-changed");
    entry.bytes = Some(whole.len() as u64);
    entry.sha256 = Some(Sha256::digest(&whole).iter().map(|byte| format!("{byte:02x}")).collect());
    shelf.verify(&entry).unwrap();
    let middle = whole.len() / 2;
    whole[middle] ^= 1;
    fs::write(shelf.place(&entry), &whole).unwrap();
    assert_eq!(shelf.verify(&entry).unwrap_err().code(), "voice-model-changed");
    fs::write(shelf.place(&entry), &whole[..middle]).unwrap();
    assert_eq!(shelf.verify(&entry).unwrap_err().code(), "voice-model-truncated");
    assert_eq!(shelf.installed(&entry), Installed::Wrong);
}

#[test]
fn the_published_bytes_are_those_of_the_models_measures() {
    // What is not weights, head, filters and words, is the same in all of them.
    let manifest = Manifest::built_in().unwrap();
    let rests: Vec<u64> = manifest
        .models
        .iter()
        .filter(|entry| entry.used_for == Use::Citizens)
        .map(|entry| {
            let (size, weights) = entry.name.split_once('-').unwrap();
            let mut shape = blank_model::shape(size);
            if weights == "q8_0" {
                shape.weights = kaunter_speech::models::ggml::Weights::Q8_0;
            }
            let tensors = shape.tensors();
            let heads: u64 =
                tensors.iter().map(|tensor| 12 + 4 * tensor.sizes.len() as u64 + tensor.name.len() as u64).sum();
            let numbers: u64 = tensors.iter().map(kaunter_speech::models::ggml::Tensor::bytes).sum();
            entry.bytes.unwrap() - heads - numbers
        })
        .collect();
    assert_eq!(rests.len(), 6);
    assert!(rests.iter().all(|rest| *rest == rests[0]), "{rests:?}");
}
