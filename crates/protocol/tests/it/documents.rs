//! Old and new sides understand each other as far as they can.

use kaunter_protocol::{
    Digest, Envelope, EnvelopeFault, Heartbeat, NextStep, Notice, NoticeKind, Problem, ProblemCode, Signed,
    SignedFault, Supported, TenantId,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::Pen;

fn envelope() -> Value {
    json!({
        "form": "job-seeking", "form_version": "3", "number": "4821-0975", "sealed_at": "2026-11-21T06:00:00Z",
        "sealed": "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOQ==", "colour": "blue"
    })
}

#[test]
fn what_a_newer_kiosk_says_beside_is_kept() {
    let read: Envelope = serde_json::from_value(envelope()).unwrap();
    assert_eq!(read.more["colour"], "blue");
    assert_eq!(serde_json::to_value(&read).unwrap(), envelope());
}

#[test]
fn an_envelope_is_looked_at_from_outside() {
    let seven = Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0001);
    let checked = |change: &[(&str, Value)], id| {
        let mut written = envelope();
        change.iter().for_each(|(field, value)| written[*field] = value.clone());
        serde_json::from_value::<Envelope>(written).unwrap().check(id)
    };
    assert_eq!(checked(&[], seven), Ok(()));
    assert_eq!(checked(&[], Uuid::from_u128(4)), Err(EnvelopeFault::Id));
    assert_eq!(checked(&[("form", json!(""))], seven), Err(EnvelopeFault::Text("form")));
    assert_eq!(checked(&[("number", json!("1".repeat(129)))], seven), Err(EnvelopeFault::Text("number")));
    assert_eq!(checked(&[("sealed", json!("bmFtZT1BbmE="))], seven), Err(EnvelopeFault::NotSealed));
}

#[test]
fn what_is_newer_than_the_kiosk_loses_nothing() {
    let problem: Problem = serde_json::from_value(json!({ "code": "moon", "next": "dance", "more": 1 })).unwrap();
    assert_eq!((problem.code, problem.next), (ProblemCode::Unknown, NextStep::Retry));
    let kind: NoticeKind = serde_json::from_value(json!("parade")).unwrap();
    assert_eq!(kind, NoticeKind::Bulletin);
}

#[test]
fn each_code_travels_as_it_is_named() {
    for code in ProblemCode::ALL {
        assert_eq!(serde_json::to_value(code).unwrap(), json!(code.code()));
        let problem = Problem::new(*code);
        let travelled: Problem = serde_json::from_value(serde_json::to_value(&problem).unwrap()).unwrap();
        assert_eq!(travelled, problem);
        assert!((400..600).contains(&code.status()));
    }
}

#[test]
fn both_find_the_newest_version_that_they_share() {
    let range = |text: &str| text.parse::<Supported>().unwrap();
    for (kiosk, server, common) in [("1-1", "1-3", Some(1)), ("2-5", "1-3", Some(3)), ("4-5", "1-3", None)] {
        assert_eq!(range(kiosk).common(range(server)), common);
        assert_eq!(range(server).common(range(kiosk)), common);
    }
    assert_eq!(Supported::HERE.to_string().parse(), Ok(Supported::HERE));
    assert!("1".parse::<Supported>().is_err() && "a-b".parse::<Supported>().is_err());
}

#[test]
fn a_notice_is_believed_with_what_the_reader_does_not_know() {
    let pen = Pen::new();
    let notice = Notice {
        tenant: "harbour".parse().unwrap(),
        site: None,
        id: "storm".into(),
        kind: NoticeKind::Emergency,
        published: "2026-11-21T06:00:00Z".parse().unwrap(),
        expires: None,
        issuer: Default::default(),
        texts: Default::default(),
        keywords: Default::default(),
    };
    let mut signed = Signed::by(&notice, pen.key().id(), |bytes| pen.sign(bytes)).unwrap();
    assert_eq!(signed.open::<Notice>(&pen.key()).unwrap(), notice);
    signed.statement.insert(1, ' ');
    assert!(matches!(signed.open::<Notice>(&pen.key()), Err(SignedFault::Forged)));
    assert!(matches!(signed.open::<Notice>(&Pen::new().key()), Err(SignedFault::OtherKey { .. })));
}

#[test]
fn a_heartbeat_of_a_newer_kiosk_is_read() {
    let beat = json!({
        "sequence": 4, "at": "2026-11-21T06:00:00Z", "up_seconds": 60, "mood": "fine", "printer": "on-fire",
        "days": { "2026-11-21": { "ko": { "sessions": 3 }, "ja": { "sessions": 1, "songs": 9 } } }
    });
    let beat: Heartbeat = serde_json::from_value(beat).unwrap();
    assert_eq!(beat.days.values().next().unwrap().len(), 2);
}

#[test]
fn digests_and_names_have_one_spelling() {
    let digest = Digest::of(b"");
    assert_eq!(digest.to_string(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_eq!(digest.to_string().parse(), Ok(digest));
    assert!(digest.to_string().to_uppercase().parse::<Digest>().is_err());
    for bad in ["", "-a", "A", "a/b", "a b", "é"] {
        assert!(bad.parse::<TenantId>().is_err(), "{bad}");
    }
}
