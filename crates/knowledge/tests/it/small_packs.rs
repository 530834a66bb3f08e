//! The smallest packs that a trainer may write, and the strangest things that a visitor may type.

use jiff::civil::{Date, date};
use kaunter_knowledge::{Context, HitKind};

use crate::{
    packs::{MANIFEST, ask_on, knowing, pack, told_in_all},
    sample::{mentioned, quotations},
};

const DAY: Date = date(2026, 11, 21);
const ONE_ROW: (&str, &str) = (
    "knowledge/en/faq.csv",
    "id,question,answer\nlost-key,Where do I get a new key?,The porter has a new key for you.\n",
);
const ONE_DOCUMENT: (&str, &str) = (
    "knowledge/en/house rules.md",
    "---\ntitle: House rules\nversion: 2026-02-03\n---\nThe rules of the house.\n\n# Bicycles\nBicycles stand in the yard.\n\n\
     ## Children's bicycles\nThose of children stand in the hall.\n\n# Rest\n\n## Quiet hours\nThe house is quiet after 22:00.\n",
);
const ONLY_TEXT: (&str, &str) =
    ("knowledge/en/note.md", "---\ntitle: Boat trips\nversion: 2026-02-03\n---\nThe boat leaves at ten.\n");

type Pairs = &'static [(&'static str, &'static str)];

/// The files of small packs, each with something that is asked and what it is answered with.
const PACKS: [(Pairs, Pairs); 4] = [
    (&[ONE_ROW], &[("Where do I get a new key?", "answer lost-key")]),
    (
        &[ONE_DOCUMENT],
        &[
            ("bicycles", "answer house rules.md#Bicycles"),
            ("children's bicycles", "answer house rules.md#Children's bicycles"),
            ("quiet hours", "answer house rules.md#Quiet hours"),
        ],
    ),
    (&[ONLY_TEXT], &[("boat trips", "answer note.md")]),
    (
        &[ONE_ROW, ONE_DOCUMENT, ONLY_TEXT],
        &[
            ("Where do I get a new key?", "answer lost-key"),
            ("quiet hours", "answer house rules.md#Quiet hours"),
            ("boat trips", "answer note.md"),
        ],
    ),
];

#[test]
fn the_smallest_pack_answers_what_it_knows() {
    for (files, questions) in PACKS {
        let knowledge = knowing(files);
        for (question, expected) in questions {
            assert_eq!(told_in_all(&ask_on(&knowledge, question, DAY)), *expected, "{question}");
        }
    }
}

#[test]
fn an_id_is_the_row_or_the_file_and_its_section() {
    let knowledge = knowing(&[ONE_ROW, ONE_DOCUMENT, ONLY_TEXT]);
    for (id, kind, text) in [
        ("lost-key", HitKind::Faq, "The porter has a new key for you."),
        ("note.md", HitKind::Document, "The boat leaves at ten."),
        ("house rules.md", HitKind::Document, "The rules of the house."),
        ("house rules.md#Bicycles", HitKind::Document, "Bicycles stand in the yard."),
        ("house rules.md#Children's bicycles", HitKind::Document, "Those of children stand in the hall."),
        ("house rules.md#Quiet hours", HitKind::Document, "The house is quiet after 22:00."),
    ] {
        let quotation = knowledge.quote(id, DAY).unwrap_or_else(|| panic!("{id} is there"));
        assert_eq!((quotation.kind, quotation.text.as_str()), (kind, text), "{id}");
    }
    // A heading with nothing under it says nothing.
    for id in ["", "#", "house rules.md#", "house rules.md#Rest", "house rules.md#bicycles", "note.md#Bicycles", "key"]
    {
        assert!(knowledge.quote(id, DAY).is_none(), "{id:?}");
    }
}

#[test]
fn who_asks_for_something_else_is_not_given_the_only_answer() {
    for (files, _) in PACKS {
        let knowledge = knowing(files);
        for question in ["Who won the football match?", "mortgage rates", "猫を飼ってもいいですか", "xyzzy"]
        {
            let reply = ask_on(&knowledge, question, DAY);
            assert!(quotations(&reply).is_empty(), "{question}: {}", told_in_all(&reply));
        }
    }
}

#[test]
fn nothing_asked_is_nothing_answered() {
    let long = "? ".repeat(50_000);
    let nothing = [
        "",
        " ",
        "\t\r\n",
        "???",
        "。。。",
        "…!?—",
        "😀",
        "👨‍👩‍👧‍👦🇹🇼",
        "\u{0}",
        "\u{0}\u{0}\u{0}",
        "\u{202E}\u{200F}\u{2067}",
        "\u{FEFF}",
        "\u{300}\u{301}",
        "\u{200B}\u{200D}",
        "\u{FFFD}\u{FFFF}",
        "#",
        "\"",
        long.as_str(),
    ];
    for (files, _) in PACKS {
        let knowledge = knowing(files);
        let last = Context { id: Some("lost-key".to_owned()), subject: Some("Where do I get a new key?".to_owned()) };
        for context in [Context::default(), last] {
            for question in nothing {
                let reply = knowledge.ask(question, &context, DAY).expect("the index reads");
                assert_eq!(told_in_all(&reply), "unknown", "{question:?}");
                assert!(mentioned(&reply).is_empty(), "{question:?}: {:?}", reply.hits);
            }
        }
    }
}

#[test]
fn whatever_is_around_it_the_question_is_found() {
    let knowledge = knowing(&[ONE_ROW, ONE_DOCUMENT, ONLY_TEXT]);
    let key = "Where do I get a new key?";
    for asked in [
        format!("\u{0}{key}\u{0}"),
        format!("\u{202E}{key}\u{202C}"),
        format!("\u{200F}{key}\u{200F}"),
        format!("😀 {key} 😀"),
        format!("\u{FEFF}{key}\r\n"),
        "WHERE DO I GET A NEW KEY".to_owned(),
        "Ｗｈｅｒｅ　ｄｏ　Ｉ　ｇｅｔ　ａ　ｎｅｗ　ｋｅｙ？".to_owned(),
        format!("{key}{}", "?".repeat(100_000)),
        format!("{key}{}", " \n".repeat(50_000)),
    ] {
        let reply = ask_on(&knowledge, &asked, DAY);
        let start: String = asked.chars().take(40).collect();
        assert_eq!(told_in_all(&reply), "answer lost-key", "{start:?}");
    }
}

#[test]
fn a_question_of_100_000_characters_is_survived_in_every_script() {
    for (files, _) in PACKS {
        let knowledge = knowing(files);
        for piece in [
            "a",
            "key ",
            "where do i get a new key and ",
            "鑰",
            "열쇠 ",
            "كيف ",
            "😀",
            "\u{301}",
            "\u{0}",
            "ﷺ",
            "İ",
            "key?",
            "1,",
        ] {
            let long: String = piece.chars().cycle().take(100_000).collect();
            let reply = ask_on(&knowledge, &long, DAY);
            assert!((1..=4).contains(&reply.parts.len()), "{piece:?}: {}", told_in_all(&reply));
        }
    }
}

#[test]
fn a_pack_with_nothing_in_it_says_nothing() {
    let knowledge = knowing(&[("knowledge/en/faq.csv", "id,question,answer\n")]);
    for question in ["", "Where do I get a new key?", "passport"] {
        let reply = ask_on(&knowledge, question, DAY);
        assert_eq!((told_in_all(&reply).as_str(), reply.hits.len()), ("unknown", 0), "{question}");
    }
}

#[test]
fn a_language_that_nobody_has_described_is_searched_by_its_script() {
    let manifest = MANIFEST.1.replace("en", "tlh");
    let pack = pack(&[
        (MANIFEST.0, &manifest),
        (
            "knowledge/tlh/faq.csv",
            "id,question,answer\nship,nuqDaq 'oH Duj'e',Duj 'oH veng.\nfood,nuqDaq 'oH Soj'e',Soj 'oH tach.\n",
        ),
    ]);
    let knowledge = kaunter_knowledge::Knowledge::open(&pack, "tlh", None).expect("any language opens");
    assert_eq!(told_in_all(&ask_on(&knowledge, "nuqDaq 'oH Duj'e'", DAY)), "answer ship");
}

#[test]
fn a_language_that_the_pack_lacks_is_refused_by_its_code() {
    let Err(error) = kaunter_knowledge::Knowledge::open(&pack(&[ONE_ROW]), "ko", None) else {
        panic!("there is no Korean in it");
    };
    assert_eq!(error.code(), "knowledge-no-such-language");
}
