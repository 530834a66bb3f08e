//! The readers of foreign bytes as one function each, for the fuzzers in `fuzz/` and the short run of
//! the same in the tests. They return nothing: a panic, a hang or a broken promise is the finding.

use jiff::Zoned;
use kaunter_reading::decode;

use crate::{
    Limits, PackFiles, Report, TrustedKey, check, directory::read_directory, document::read_document, faq::read_faq,
    fault::InFile, golden::read_golden, manifest::read_manifest, model::Document, notices::read_notice,
    topics::read_topics, unpack, verify,
};

/// Any bytes as each of the tables.
pub fn table(bytes: &[u8]) {
    let mut report = Report::default();
    let mut faults = InFile::new(&mut report, "faq.csv");
    let lines = 1 + bytes.len() as u64;
    let entries = read_faq(bytes, "ko", &mut faults);
    assert!(
        entries.is_sorted_by_key(|entry| entry.line) && entries.iter().all(|entry| (1..=lines).contains(&entry.line))
    );
    read_golden(bytes, "zh-TW", &mut faults);
    read_directory(bytes, &mut faults);
}

/// Any bytes as each of the TOML files.
pub fn toml(bytes: &[u8]) {
    let mut report = Report::default();
    let mut faults = InFile::new(&mut report, "pack.toml");
    let Some(text) = decode(bytes, None, &mut faults) else {
        return;
    };
    read_manifest(text, &mut faults);
    read_topics(text, "ko", &mut faults);
    read_notice(text, "notices/typhoon.toml", "ko", &mut faults);
}

/// Any bytes as a document, whose ranges must hold.
pub fn markdown(bytes: &[u8]) {
    let mut report = Report::default();
    let mut faults = InFile::new(&mut report, "a.md");
    let Some(text) = decode(bytes, Some("ko"), &mut faults) else {
        return;
    };
    if let Some(reading) = read_document(text, "a.md", &mut faults) {
        assert_ranges(&reading.document);
    }
}

/// Sections follow each other to the end; blocks lie in order inside them and say something.
fn assert_ranges(document: &Document) {
    let mut end = 0;
    for section in &document.sections {
        assert!(end <= section.body.start && section.body.start <= section.body.end);
        assert!(document.text.get(section.body.clone()).is_some(), "a body that cuts a character");
        let mut block_end = section.body.start;
        for block in &section.blocks {
            assert!(block_end <= block.start && block.end <= section.body.end, "a block outside its section");
            let words = document.text.get(block.clone()).unwrap_or_default();
            assert!(!words.is_empty() && words.trim() == words, "a block with bare ends");
            block_end = block.end;
        }
        end = section.body.end;
    }
    assert!(document.sections.is_empty() || end == document.text.len());
}

/// Any bytes as a built pack, which is then checked whole.
pub fn packed(bytes: &[u8]) {
    let limits = Limits { unpacked_bytes: 4 << 20, harmless_bytes: 1 << 20, ..Limits::default() };
    if let Ok(files) = unpack(bytes, &limits) {
        checked(files);
    }
}

/// Any bytes as one file of a pack that is otherwise given.
pub fn file(others: &[(String, Vec<u8>)], path: &str, bytes: &[u8]) {
    let files = others.iter().cloned().chain([(path.to_owned(), bytes.to_vec())]);
    if let Ok(files) = PackFiles::from_bytes(files) {
        checked(files);
    }
}

fn checked(files: PackFiles) {
    if let Ok(checked) = check(files, &Zoned::default()) {
        let _ = checked.build();
    }
}

/// Any bytes as a signature and as a public key.
pub fn signature(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let keys: Vec<TrustedKey> = TrustedKey::parse(&text).into_iter().collect();
    let _ = verify(bytes, &text, &keys);
}
