//! Packs on their way to kiosks.

use kaunter_protocol::Digest;

use crate::{courier::refused, hall::Hall};

/// A pack that has no more than its manifest, and something to carry.
pub fn pack(version: &str, cargo: &[u8]) -> Vec<u8> {
    let manifest = format!("id = \"city\"\nversion = \"{version}\"\n");
    let mut archive = tar::Builder::new(Vec::new());
    for (name, bytes) in [("cargo", cargo), ("pack.toml", manifest.as_bytes())] {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        archive.append_data(&mut header, name, bytes).unwrap();
    }
    zstd::encode_all(&archive.into_inner().unwrap()[..], 1).unwrap()
}

pub const SIGNATURE: &str = "untrusted comment: signature from minisign secret key
RUQf6LRCGA9i559r3g7V1qNyJDApGip8MfqcadIgT9CuhV3EMhHoN1mGTkUidF/z7SrlQgXdy8ofjb7bNJJylDOocrCo8KLzZwo=
trusted comment: timestamp:1633700835	file:test	prehashed
wLMDjy9FLAuxZ3q4NlEvkgtyhrr0gtTu6KC4KBJdITbbOeAi1zBIYo0v4iTgt8jJpIidRJnp94ABQkJAgAooBQ==
";

pub fn publish(hall: &Hall, version: &str, cargo: &[u8], more: &[&str]) -> Digest {
    let (bytes, file) = (pack(version, cargo), hall.path(&format!("city-{version}.kpack")));
    std::fs::write(&file, &bytes).unwrap();
    std::fs::write(hall.path(&format!("city-{version}.kpack.minisig")), SIGNATURE).unwrap();
    let file = file.display().to_string();
    let told = hall.desk(&[&["pack", "publish", "--tenant", "harbour", &file], more].concat());
    assert!(told.starts_with(&format!("city {version} ")), "{told}");
    Digest::of(&bytes)
}

#[test]
fn a_download_that_broke_off_goes_on_where_it_was() {
    let hall = Hall::open();
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    // Nothing that could be packed smaller.
    let cargo: Vec<u8> = (0..5000).flat_map(|_| kaunter_agency::pen::random::<1000>().unwrap()).collect();
    let sha256 = publish(&hall, "1", &cargo, &[]);
    let offer = kiosk.packs().unwrap().offers.remove(0);
    assert_eq!((offer.sha256, offer.version.as_str(), offer.signature.as_str()), (sha256, "1", SIGNATURE));
    // The cable is pulled in the middle.
    let (status, mut bytes) = kiosk.download(sha256, None, 1_234_567);
    assert_eq!((status, bytes.len()), (200, 1_234_567));
    let (status, rest) = kiosk.download(sha256, Some(&format!("bytes={}-", bytes.len())), u64::MAX);
    assert_eq!(status, 206);
    bytes.extend(rest);
    assert_eq!((bytes.len() as u64, Digest::of(&bytes)), (offer.size, sha256));
    for (range, status, length) in [("bytes=0-0", 206, 1), ("bytes=1048575-1048576", 206, 2), ("bytes=-5", 206, 5)] {
        let (got, part) = kiosk.download(sha256, Some(range), u64::MAX);
        assert_eq!((got, part.len()), (status, length), "{range}");
    }
    assert_eq!(kiosk.download(sha256, Some(&format!("bytes={}-", offer.size)), u64::MAX).0, 416);
}

#[test]
fn a_release_comes_to_some_kiosks_first_and_is_held() {
    let hall = Hall::open();
    publish(&hall, "1", b"one", &[]);
    let second = publish(&hall, "2", b"two", &["--percent", "0"]);
    let kiosks: Vec<_> = (0..24).map(|at| hall.kiosk("harbour", "main", &format!("hall-{at}"))).collect();
    let version = |kiosk: &crate::courier::Courier| kiosk.packs().unwrap().offers.remove(0).version;
    let have = || kiosks.iter().map(|kiosk| version(kiosk) == "2").collect::<Vec<_>>();
    let count = |have: &[bool]| have.iter().filter(|has| **has).count();
    let to = |percent: &str| {
        hall.desk(&["pack", "roll-out", "--tenant", "harbour", "city", "2", percent]);
    };
    assert_eq!(count(&have()), 0);
    to("50");
    let half = have();
    assert!((3..=21).contains(&count(&half)), "{half:?}");
    assert_eq!(have(), half);
    to("80");
    // Whoever had it still has it.
    assert!(half.iter().zip(have()).all(|(before, after)| !before || after));
    to("100");
    assert_eq!(count(&have()), 24);
    hall.desk(&["pack", "hold", "--tenant", "harbour", "city", "2"]);
    assert_eq!(count(&have()), 0);
    assert_eq!(kiosks[0].download(second, None, 1 << 20).0, 404);
    hall.refused(&["pack", "hold", "--tenant", "harbour", "city", "3"], "no such release");
}

#[test]
fn what_is_no_signed_pack_is_not_published() {
    let hall = Hall::open();
    let file = hall.path("x.kpack");
    let name = file.display().to_string();
    let publish = ["pack", "publish", "--tenant", "harbour", &name];
    std::fs::write(&file, pack("1", b"x")).unwrap();
    hall.refused(&publish, "minisig");
    std::fs::write(hall.path("x.kpack.minisig"), SIGNATURE).unwrap();
    let key = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";
    hall.refused(&[&publish[..], &["--key", key]].concat(), "not signed with this key");
    std::fs::write(&file, b"no pack").unwrap();
    hall.refused(&publish, "no built pack");
    let kiosk = hall.kiosk("harbour", "main", "hall-1");
    assert!(kiosk.packs().unwrap().offers.is_empty());
    refused(kiosk.get::<()>("/v1/packs/abc"), kaunter_protocol::ProblemCode::NotFound);
}
