//! Whoever answers in the agency's place, and what is not believed.

use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use kaunter_agency::pen::Pen;
use kaunter_courier::{Agency, Failure, Http, Verdict, verdict};
use kaunter_protocol::{AgencyKey, Digest, Expected, Problem, ProblemCode, Receipt, TenantId};
use kaunter_store::{Uuid, Way};

use crate::{
    cable::{Cable, Does},
    hall::Hall,
    kiosk::{Kiosk, letters, read},
};

/// An answer as a server writes it.
pub fn answer(status: &str, body: &str) -> Does {
    let head = "kaunter-supported: 1-1\r\ncontent-type: application/json";
    let length = body.len();
    Does::Answers(format!("HTTP/1.1 {status}\r\n{head}\r\ncontent-length: {length}\r\n\r\n{body}").into_bytes())
}

fn a_receipt(pen: &Pen, form: Uuid, sha256: Digest, tenant: &str) -> Receipt {
    let tenant: TenantId = tenant.parse().unwrap();
    Receipt::by(Expected { form, sha256, tenant: &tenant }, Timestamp::now(), pen.id(), |bytes| pen.sign(bytes))
}

#[test]
fn only_the_agencys_own_word_on_exactly_this_form_ends_its_waiting() {
    let hall = Hall::open();
    let cable = Cable::to(hall.address());
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let id = kiosk.finish("form");
    let sealed = Digest::of(&read(&kiosk, |post| post.sealed_letter(id).unwrap()));
    let folder = tempfile::tempdir().unwrap();
    let stranger = Pen::open(&folder.path().join("key")).unwrap();
    let agency = Pen::open(&hall.data().join("signing.key")).unwrap();
    let mut forged = a_receipt(&agency, id, sealed, "harbour");
    forged.signature.0[5] ^= 1;
    let cases = [
        ("receipt-forged", forged),
        ("receipt-other-key", a_receipt(&stranger, id, sealed, "harbour")),
        ("receipt-other-agency", a_receipt(&agency, id, sealed, "hill")),
        ("receipt-other-bytes", a_receipt(&agency, id, Digest::of(b"other"), "harbour")),
        ("receipt-other-form", a_receipt(&agency, Uuid::from_u128(7), sealed, "harbour")),
    ];
    for (code, receipt) in cases {
        let tenant = "harbour".parse().unwrap();
        let expected = Expected { form: id, sha256: sealed, tenant: &tenant };
        let judged = verdict(expected, agency.key(), Ok(receipt.clone()));
        assert_eq!(judged, Verdict::Retry { code, after: None, of_letter: true });
        cable.does(answer("200 OK", &serde_json::to_string(&receipt).unwrap()));
        kiosk.trip_by(&cable.url()).pass(SignedDuration::from_mins(20));
        assert_eq!(kiosk.letter(id).way, Way::Queued, "{code}");
    }
    cable.does(Does::Carries);
    kiosk.trip_by(&cable.url()).go();
    assert_eq!(kiosk.letter(id).way, Way::Accepted);
}

#[test]
fn whoever_gives_away_the_network_is_not_taken_for_the_agency() {
    let hall = Hall::open();
    let cable = Cable::to(hall.address());
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let id = kiosk.finish("form");
    let page = "<html>Please sign in</html>";
    let plain = |status: &str, more: &str| {
        let length = page.len();
        Does::Answers(format!("HTTP/1.1 {status}\r\n{more}content-length: {length}\r\n\r\n{page}").into_bytes())
    };
    for says in [
        plain("200 OK", ""),
        plain("302 Found", "location: http://portal.example/\r\n"),
        plain("403 Forbidden", ""),
        plain("404 Not Found", ""),
        plain("502 Bad Gateway", "retry-after: 7\r\n"),
        answer("200 OK", "null"),
        answer("200 OK", ""),
        answer("403 Forbidden", "{}"),
        answer("200 OK", "{\"form\":\"x\"}"),
        Does::Answers(b"nonsense\r\n\r\n".to_vec()),
        Does::Answers(Vec::new()),
        Does::Answers(format!("HTTP/1.1 200 OK\r\nx: {}\r\n\r\n", "y".repeat(1 << 20)).into_bytes()),
    ] {
        cable.does(says.clone());
        let mut trip = kiosk.trip_by(&cable.url());
        let tried = trip.pass(SignedDuration::from_hours(2));
        assert!((3..400).contains(&tried.len()), "{} {says:?}", tried.len());
        let told = |bytes: &Does| match bytes {
            Does::Answers(bytes) => String::from_utf8_lossy(&bytes[..bytes.len().min(40)]).into_owned(),
            _ => String::new(),
        };
        assert_eq!(kiosk.letter(id).way, Way::Queued, "{}", told(&says));
    }
    cable.does(Does::Carries);
    assert_eq!(letters(&kiosk.trip_by(&cable.url()).go()), 1);
}

#[test]
fn an_answer_without_an_end_is_cut_off() {
    let hall = Hall::open();
    let cable = Cable::to(hall.address());
    let kiosk = Kiosk::of(&hall, "hall-1");
    cable.does(Does::Endlessly);
    let http = Http::new(&cable.url(), Some("kaunter_x"), None).unwrap();
    let began = Instant::now();
    assert!(matches!(http.packs().unwrap_err(), Failure::Nonsense(_)));
    assert!(began.elapsed() < Duration::from_secs(30));
    let mut trip = kiosk.trip_by(&cable.url());
    assert!(!trip.pass(SignedDuration::from_mins(1)).is_empty());
}

#[test]
fn a_server_of_another_time_is_waited_for() {
    let hall = Hall::open();
    let cable = Cable::to(hall.address());
    let mut kiosk = Kiosk::of(&hall, "hall-1");
    let id = kiosk.finish("form");
    // It speaks only what comes after this kiosk; a newer problem's code is not known here, what to do counts.
    let newer = "HTTP/1.1 200 OK\r\nkaunter-supported: 7-9\r\ncontent-length: 2\r\n\r\n{}";
    cable.does(Does::Answers(newer.as_bytes().to_vec()));
    kiosk.trip_by(&cable.url()).pass(SignedDuration::from_hours(1));
    assert_eq!(kiosk.letter(id).way, Way::Queued);
    let unknown = "{\"code\":\"forms-on-tuesdays-only\",\"next\":\"set-aside\"}";
    cable.does(answer("418 No", unknown));
    kiosk.trip_by(&cable.url()).pass(SignedDuration::from_mins(10));
    assert_eq!(kiosk.letter(id).way, Way::SetAside);
}

#[test]
fn every_problem_of_the_protocol_leads_somewhere() {
    let (tenant, key): (TenantId, _) = ("harbour".parse().unwrap(), AgencyKey(kaunter_protocol::Binary(vec![7; 32])));
    let expected = Expected { form: Uuid::from_u128(7), sha256: Digest::of(b""), tenant: &tenant };
    for code in ProblemCode::ALL {
        let judged = verdict(expected, &key, Err(Failure::Refused(Problem::new(*code).after(9))));
        let fits = match code.next() {
            kaunter_protocol::NextStep::Stop => judged == Verdict::Stop(code.code()),
            kaunter_protocol::NextStep::SetAside => judged == Verdict::SetAside(code.code()),
            kaunter_protocol::NextStep::Retry => {
                matches!(judged, Verdict::Retry { after: Some(after), .. } if after == Duration::from_secs(9))
            }
        };
        assert!(fits, "{code:?}: {judged:?}");
    }
}

#[test]
fn a_credential_of_another_agency_reaches_nothing_of_this_one() {
    let hall = Hall::open();
    let mut ours = Kiosk::of(&hall, "hall-1");
    ours.finish("ours");
    ours.trip().go();
    let mut theirs = Kiosk::new();
    theirs.join(&hall.url(), &hall.code_of(&"hill".parse().unwrap(), "hall-1"));
    let id = theirs.finish("theirs");
    theirs.trip().go();
    assert_eq!(theirs.letter(id).way, Way::Accepted);
    assert_eq!(hall.forms().len(), 1, "it lies at the other agency");
    // Its kiosk takes itself for one of ours: the receipt is of the other agency, and is not believed.
    let fresh = theirs.finish("again");
    let mut known = theirs.known();
    known.tenant = hall.harbour.clone();
    let membership = read(&theirs, |post| post.membership().unwrap().unwrap());
    let http = Http::new(&hall.url(), Some(membership.credential.as_str()), None).unwrap();
    let mut round =
        kaunter_courier::Round::new(theirs.desk(), kaunter_courier::Settings::default(), theirs.place(), known, 0);
    for _ in 0..9 {
        round.step(&http, Duration::from_secs(1), Timestamp::now(), &mut || 0).unwrap();
    }
    assert_eq!(theirs.letter(fresh).way, Way::Queued);
}
