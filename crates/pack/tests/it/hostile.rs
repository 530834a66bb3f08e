//! Somebody means harm, or a disk does: nothing panics, nothing climbs out, nothing fills the memory.

use kaunter_pack::{Limits, PackFiles, fuzz, unpack};
use proptest::{
    prelude::*,
    sample::Index,
    test_runner::{Config, RngSeed},
};

use crate::{
    desk::{checked, sound_pack, version},
    shelf::{Counter, terms},
};

/// A tar in a zstd frame, as our own builder would never write it.
fn pack_of(entries: &[(&str, tar::EntryType, &[u8])]) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for (name, kind, bytes) in entries {
        let mut header = tar::Header::new_gnu();
        header.set_entry_type(*kind);
        header.set_size(bytes.len() as u64);
        if kind.is_symlink() || kind.is_hard_link() {
            header.set_link_name("/etc/passwd").unwrap();
        }
        // Written as bytes: the tar crate itself refuses such names.
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_cksum();
        archive.append(&header, *bytes).unwrap();
    }
    zstd::encode_all(archive.into_inner().unwrap().as_slice(), 3).unwrap()
}

fn refusal(packed: &[u8]) -> &'static str {
    unpack(packed, &Limits::default()).unwrap_err().code()
}

#[test]
fn an_entry_that_climbs_out_or_is_no_plain_file_is_refused() {
    use tar::EntryType;
    let names = [
        "../pack.toml",
        "/etc/passwd",
        "knowledge/../../x.md",
        "C:\\x.md",
        "a\\..\\b",
        "knowledge/en/con.md",
        "x\u{202E}/../y",
        "",
        "knowledge//faq.csv",
        "./pack.toml",
    ];
    for name in names {
        assert_eq!(refusal(&pack_of(&[(name, EntryType::Regular, b"x")])), "pack-path-escapes", "{name:?}");
    }
    let kinds =
        [EntryType::Symlink, EntryType::Link, EntryType::Directory, EntryType::Fifo, EntryType::Char, EntryType::Block];
    for kind in kinds {
        assert_eq!(refusal(&pack_of(&[("knowledge/en/a.md", kind, b"")])), "pack-path-escapes", "{kind:?}");
    }
    let twice = [("pack.toml", EntryType::Regular, b"x".as_slice()), ("PACK.toml", EntryType::Regular, b"y")];
    assert_eq!(refusal(&pack_of(&twice)), "pack-path-escapes");
}

#[test]
fn a_signed_pack_that_climbs_out_is_refused_by_the_kiosk_too() {
    let counter = Counter::new();
    let climbing = pack_of(&[("../../../current", tar::EntryType::Regular, b"x")]);
    let path = counter.carry("climbing.kpack", &climbing);
    assert_eq!(counter.refused(&path, &terms()), "pack-path-escapes");
}

#[test]
fn a_bomb_is_refused_before_it_goes_off() {
    let zeros = vec![0; 160 << 20];
    let bomb = pack_of(&[("knowledge/en/a.md", tar::EntryType::Regular, &zeros)]);
    assert!(bomb.len() < 100_000);
    assert_eq!(refusal(&bomb), "pack-too-large");
    let counter = Counter::new();
    let path = counter.carry("bomb.kpack", &bomb);
    assert_eq!(counter.refused(&path, &terms()), "pack-too-large");
    let names: Vec<String> = (0..30).map(|file| format!("knowledge/en/{file}.md")).collect();
    let many: Vec<_> = names.iter().map(|name| (name.as_str(), tar::EntryType::Regular, b"".as_slice())).collect();
    let few = Limits { files: 20, ..Limits::default() };
    assert_eq!(unpack(&pack_of(&many), &few).unwrap_err().code(), "pack-too-large");
    let small = Limits { packed_bytes: 10, ..Limits::default() };
    assert_eq!(unpack(&pack_of(&many), &small).unwrap_err().code(), "pack-too-large");
}

#[test]
fn a_folder_larger_than_a_pack_may_be_is_refused() {
    let huge = (0..9).map(|part| (format!("knowledge/en/{part}.md"), vec![b'x'; 60 << 20]));
    assert_eq!(PackFiles::from_bytes(huge).unwrap_err().code(), "pack-too-large");
}

#[test]
fn a_flipped_bit_anywhere_is_noticed() {
    let good = checked(sound_pack()).build().unwrap().bytes;
    let expected = unpack(&good, &Limits::default()).unwrap().digest();
    for at in 0..good.len() {
        let mut bad = good.clone();
        bad[at] ^= 1 << (at % 8);
        // A flip in an unused bit of the frame's header may leave the content as it was.
        if let Ok(files) = unpack(&bad, &Limits::default()) {
            assert_eq!(files.digest(), expected, "byte {at}");
        }
    }
}

#[test]
fn a_headline_that_promises_more_than_there_is_does_not_reserve_it() {
    let mut header = tar::Header::new_gnu();
    header.set_path("pack.toml").unwrap();
    header.set_size(u64::MAX / 2);
    header.set_cksum();
    let packed = zstd::encode_all(header.as_bytes().as_slice(), 3).unwrap();
    assert_eq!(refusal(&packed), "pack-too-large");
}

/// What mutations start from: real files of every kind, and the marks that matter to each reader.
fn seeds() -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> = sound_pack().into_values().collect();
    seeds.push(checked(version("7")).build().unwrap().bytes);
    seeds
}

/// Where a seed would lie in its pack; the built one takes the place of a document.
fn place_of(seed: usize) -> String {
    sound_pack().into_keys().nth(seed).unwrap_or_else(|| "knowledge/en/fees.md".into())
}

const MARKS: [&[u8]; 24] = [
    b"\"",
    b",",
    b"\n",
    b"\r",
    b"|",
    b"#",
    b"---\n",
    b"- ",
    b"> ",
    b"[a](b#c)",
    b"`",
    b"*",
    b"| - |",
    b"<!--",
    b"[[",
    b"]]",
    b"= {",
    b"\xEF\xBB\xBF",
    b"\xFF",
    b"\0",
    b"%",
    "｜".as_bytes(),
    b"2026-02-30",
    b"\\",
];

proptest! {
    #![proptest_config(Config { cases: 400, rng_seed: RngSeed::Fixed(20_261_121), failure_persistence: None, ..Config::default() })]

    #[test]
    fn no_reader_panics_whatever_it_is_given(
        seed: Index,
        edits in prop::collection::vec((any::<Index>(), any::<Index>(), any::<u8>()), 0..24),
    ) {
        let seeds = seeds();
        let mut bytes = seed.get(&seeds).clone();
        for (place, mark, how) in edits {
            let at = place.index(bytes.len() + 1);
            match how % 4 {
                0 => drop(bytes.splice(at..at, mark.get(&MARKS).iter().copied())),
                1 => bytes.truncate(at.max(1)),
                2 if at < bytes.len() => bytes[at] ^= how,
                _ => {
                    let from = mark.index(at + 1);
                    let copy = bytes[from..at].to_vec();
                    bytes.splice(at..at, copy);
                }
            }
            bytes.truncate(1 << 16);
        }
        let path = place_of(seed.index(seeds.len()));
        let others: Vec<_> = sound_pack().into_iter().filter(|(other, _)| *other != path).collect();
        fuzz::file(&others, &path, &bytes);
        fuzz::table(&bytes);
        fuzz::toml(&bytes);
        fuzz::markdown(&bytes);
        fuzz::packed(&bytes);
        fuzz::signature(&bytes);
    }
}
