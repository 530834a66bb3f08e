//! An agency signs with our command or with minisign's own, and either verifies the other's.

use std::{path::Path, process::Command};

use kaunter_pack::{NewKeys, SigningKey, TrustedKey, verify};

use crate::desk::{checked, sound_pack};

fn packed() -> Vec<u8> {
    checked(sound_pack()).build().unwrap().bytes
}

fn keys() -> NewKeys {
    NewKeys::generate(None).unwrap()
}

#[test]
fn only_the_signed_bytes_under_a_trusted_key_verify() {
    let packed = packed();
    let (ours, theirs) = (keys(), keys());
    let signature = SigningKey::parse(&ours.secret, None).unwrap().sign(&packed, "pack\nof\ttoday").unwrap();
    let our_key = TrustedKey::parse(&ours.public).unwrap();
    let their_key = TrustedKey::parse(&theirs.public).unwrap();
    assert_eq!(verify(&packed, &signature, &[their_key.clone(), our_key.clone()]).unwrap(), "pack of today");
    let refused = |packed: &[u8], signature: &str, keys: &[TrustedKey]| {
        assert_eq!(verify(packed, signature, keys).unwrap_err().code(), "pack-signature-wrong");
    };
    refused(&packed, &signature, &[their_key]);
    refused(&packed, &signature, &[]);
    refused(&packed[1..], &signature, std::slice::from_ref(&our_key));
    refused(&packed, &signature.replace("pack of today", "pack of tomorrow"), std::slice::from_ref(&our_key));
    for end in 0..signature.trim_end().len() {
        refused(&packed, &signature[..end], std::slice::from_ref(&our_key));
    }
}

#[test]
fn a_key_with_a_password_opens_with_it_alone() {
    let keys = NewKeys::generate(Some("a long password".into())).unwrap();
    assert!(SigningKey::needs_password(&keys.secret).unwrap());
    let key = SigningKey::parse(&keys.secret, Some("a long password".into())).unwrap();
    let signature = key.sign(b"pack", "").unwrap();
    verify(b"pack", &signature, &[TrustedKey::parse(&keys.public).unwrap()]).unwrap();
    for password in [Some("another password".to_owned()), None] {
        assert_eq!(SigningKey::parse(&keys.secret, password).err().unwrap().code(), "pack-bad-key");
    }
}

#[test]
fn what_is_not_a_key_is_refused() {
    let keys = keys();
    for text in [
        "",
        "\n",
        "untrusted comment: x\nRWQ",
        "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO",
        keys.secret.as_str(),
    ] {
        assert_eq!(TrustedKey::parse(text).unwrap_err().code(), "pack-bad-key", "{text:?}");
    }
}

#[test]
fn minisign_and_kaunter_verify_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let packed = packed();
    std::fs::write(path("a.kpack"), &packed).unwrap();
    let ours = keys();
    std::fs::write(path("our.pub"), &ours.public).unwrap();
    std::fs::write(path("our.key"), &ours.secret).unwrap();
    let signature = SigningKey::parse(&ours.secret, None).unwrap().sign(&packed, "signed by kaunter").unwrap();
    std::fs::write(path("a.kpack.minisig"), &signature).unwrap();
    let said = minisign(folder.path(), &["-V", "-p", "our.pub", "-m", "a.kpack"]);
    assert!(said.contains("signed by kaunter"), "{said}");
    minisign(folder.path(), &["-S", "-s", "our.key", "-m", "a.kpack", "-x", "b.minisig"]);
    let by_minisign = std::fs::read_to_string(path("b.minisig")).unwrap();
    verify(&packed, &by_minisign, &[TrustedKey::parse(&ours.public).unwrap()]).unwrap();
    minisign(folder.path(), &["-G", "-W", "-p", "their.pub", "-s", "their.key"]);
    let theirs = std::fs::read_to_string(path("their.key")).unwrap();
    let signature = SigningKey::parse(&theirs, None).unwrap().sign(&packed, "").unwrap();
    verify(&packed, &signature, &[TrustedKey::from_file(&path("their.pub")).unwrap()]).unwrap();
}

#[track_caller]
fn minisign(folder: &Path, arguments: &[&str]) -> String {
    let done = Command::new("minisign").args(arguments).current_dir(folder).output().unwrap();
    assert!(done.status.success(), "minisign {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8_lossy(&done.stdout).into_owned()
}
