//! Where two documents of the agency disagree, both are shown, the newer first; where they do not, neither.

use jiff::civil::{Date, date};
use kaunter_knowledge::{Knowledge, Outcome, Quotation};

use crate::{
    packs::{ask_on, knowing, told_in_all},
    sample::{ask, nothing_wrong},
};

const DAY: Date = date(2026, 11, 21);

/// Ways of asking for the fee about which the sample pack contradicts itself.
const DISPUTED: [(&str, &[&str]); 4] = [
    ("zh-TW", &["居民卡遺失或毀損補發要多少錢？", "居民卡不見了補發要多少錢", "補發居民卡的費用是多少"]),
    (
        "ms",
        &[
            "Berapakah bayaran untuk mengganti kad pemastautin yang hilang atau rosak?",
            "kad pemastautin hilang, berapa bayaran nak ganti",
            "berapa ringgit ganti kad pemastautin rosak",
            "bayaran gantian kad pemastautin hilang berapa",
        ],
    ),
    (
        "ko",
        &[
            "주민카드 분실하면 재발급 수수료가 얼마예요",
            "주민카드 훼손 재발급 비용",
            "주민카드 재발급 수수료는 얼마입니까?",
        ],
    ),
    (
        "en",
        &[
            "What does a lost or damaged residence card cost?",
            "how much is a replacement residence card if I lost mine",
            "I lost my residence card, what is the fee for a new one?",
            "fee for replacing a damaged residence card",
        ],
    ),
];

/// Amounts about which nothing disagrees.
const AGREED: [(&str, &[&str]); 4] = [
    (
        "zh-TW",
        &[
            "房屋稅多少錢？",
            "護照要多少錢？",
            "車輛稅多少？",
            "補發駕照多少錢？",
            "生育補助有多少？",
            "養狗登記要多少錢",
            "失業給付可以領多久？",
            "敬老津貼一個月多少",
            "火化和塔位要多少錢？",
            "居民卡換發要多少錢？",
        ],
    ),
    (
        "ms",
        &[
            "Berapakah cukai rumah?",
            "Berapa harga pasport?",
            "Berapakah cukai kenderaan?",
            "berapa bayaran ganti lesen memandu hilang",
            "Berapakah bantuan bersalin?",
            "lesen anjing berapa harga",
            "berapa lama faedah pengangguran dibayar",
            "berapa elaun warga emas sebulan",
            "Berapakah kos kremasi?",
            "berapa bayaran ganti pasport hilang",
        ],
    ),
    (
        "ko",
        &[
            "주택세는 얼마예요?",
            "여권 발급 비용은 얼마예요?",
            "자동차세는 얼마예요?",
            "운전면허증 재발급 비용은?",
            "출산지원금은 얼마예요?",
            "강아지 등록 수수료 얼마예요",
            "실업급여는 몇 달 나와요?",
            "경로수당 한 달에 얼마예요",
            "화장 비용은 얼마예요?",
            "여권 재발급 수수료는 얼마예요?",
        ],
    ),
    (
        "en",
        &[
            "How much is house tax?",
            "How much does a passport cost?",
            "How much is vehicle tax?",
            "What does a lost driving licence cost?",
            "How much is the birth grant?",
            "What does a dog licence cost?",
            "How long is unemployment benefit paid?",
            "how much is parking at the service centre",
            "What does cremation cost?",
            "What does it cost to replace a lost passport?",
        ],
    ),
];

const OLD: &str = "---\ntitle: House rules\nversion: 2025-01-01\n---\n# Boats\nThe fee for renting a rowing boat is 8 dollars a day.\n";
const NEW: &str = "---\ntitle: Price list\nversion: 2026-01-01\n---\n# Rowing boats\nThe fee for renting a rowing boat is 9 dollars a day.\n";

/// The two that disagree, marked sentences and versions.
fn conflict(outcome: &Outcome) -> Option<[(&str, Option<Date>); 2]> {
    let shown = |q: &Quotation| q.citation.version;
    match outcome {
        Outcome::Conflict(both) => Some([
            (&both[0].text[both[0].marked.clone()], shown(&both[0])),
            (&both[1].text[both[1].marked.clone()], shown(&both[1])),
        ]),
        _ => None,
    }
}

/// A rental with the fee in two documents.
fn rental(one: &str, other: &str) -> Knowledge {
    knowing(&[("knowledge/en/rules.md", one), ("knowledge/en/prices.md", other)])
}

#[test]
fn the_disputed_fee_is_shown_from_both_the_newer_first() {
    let mut wrong = Vec::new();
    for (language, questions) in DISPUTED {
        for question in questions {
            let reply = ask(language, question);
            let shown = conflict(&reply.parts[0].outcome);
            let right =
                shown.is_some_and(|[(newer, a), (older, b)]| a > b && newer.contains("25") && older.contains("20"));
            if !right {
                wrong.push(format!("{language} {question}: {} {shown:?}", told_in_all(&reply)));
            }
        }
    }
    nothing_wrong(&wrong);
}

#[test]
fn amounts_that_are_agreed_on_are_not_disputed() {
    let mut wrong = Vec::new();
    for (language, questions) in AGREED {
        for question in questions {
            let reply = ask(language, question);
            if let Some(both) = conflict(&reply.parts[0].outcome) {
                wrong.push(format!("{language} {question}: {both:?}"));
            }
        }
    }
    nothing_wrong(&wrong);
}

#[test]
fn whichever_file_comes_first_the_newer_is_shown_first() {
    let question = "What is the fee for renting a rowing boat?";
    // The likelier of the two is sometimes the older one.
    let (likelier, unlikelier) = (OLD.replace("# Boats", "# Rowing boats"), NEW.replace("# Rowing boats", "# Boats"));
    let rentals = [rental(OLD, NEW), rental(NEW, OLD), rental(&likelier, &unlikelier), rental(&unlikelier, &likelier)];
    for rental in rentals {
        let reply = ask_on(&rental, question, DAY);
        let [(newer, _), (older, _)] =
            conflict(&reply.parts[0].outcome).unwrap_or_else(|| panic!("{}", told_in_all(&reply)));
        assert!(newer.contains("9 dollars") && older.contains("8 dollars"), "{newer} {older}");
    }
}

#[test]
fn what_says_the_same_counts_something_else_or_ended_does_not_disagree() {
    for (what, other) in [
        ("the same fee", NEW.replace('9', "8")),
        ("days, not dollars", NEW.replace("9 dollars a day", "9 days long")),
        ("another thing", NEW.replace("renting a rowing boat", "mooring in the outer port")),
        ("no longer valid", NEW.replace("2026-01-01\n", "2026-01-01\nvalid_until: 2026-06-30\n")),
        ("not yet valid", NEW.replace("2026-01-01\n", "2026-01-01\nvalid_from: 2027-01-01\n")),
    ] {
        let reply = ask_on(&rental(OLD, &other), "What is the fee for renting a rowing boat?", DAY);
        assert_eq!(conflict(&reply.parts[0].outcome), None, "{what}");
    }
}

#[test]
fn two_entries_that_name_no_document_disagree_as_well() {
    let faq = |other: &str| {
        format!(
            "id,question,answer\n\
             boat,What is the fee for renting a rowing boat?,The fee for renting a rowing boat is 8 dollars a day.\n\
             prices,What are the fees for rowing boats?,The fee for renting a rowing boat is {other} dollars a day.\n"
        )
    };
    for (other, disagree) in [("9", true), ("8", false)] {
        let knowledge = knowing(&[("knowledge/en/faq.csv", &faq(other))]);
        let reply = ask_on(&knowledge, "What is the fee for renting a rowing boat?", DAY);
        let marked = conflict(&reply.parts[0].outcome).map(|both| both.map(|(text, _)| text.to_owned()));
        assert_eq!(marked.is_some(), disagree, "{other}: {}", told_in_all(&reply));
    }
}

#[test]
fn one_entry_does_not_disagree_with_itself() {
    let faq = "id,question,answer\n\
        boat,What is the fee for renting a rowing boat?,The fee for renting a rowing boat is 8 dollars a day. \
        The fee for renting a rowing boat is 9 dollars a day in summer.\n";
    let reply = ask_on(&knowing(&[("knowledge/en/faq.csv", faq)]), "What is the fee for renting a rowing boat?", DAY);
    assert_eq!(conflict(&reply.parts[0].outcome), None, "{}", told_in_all(&reply));
}
