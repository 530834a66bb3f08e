//! An emergency notice comes to whoever asks about what it is about, in the words of its keywords.

use kaunter_knowledge::Knowledge;

use crate::{
    packs::{ask_on, pack},
    sample::{LANGUAGES, TODAY, ask, content, nothing_wrong, opened, pack as sample},
};

const WATER: &str = "drinking-water";

/// Who is concerned by bad water, and who is not.
const ASKED: [(&str, &[&str], &[&str]); 4] = [
    (
        "zh-TW",
        &["自來水可以喝嗎？", "水要煮沸才能喝嗎？", "哪裡可以領水？", "水質有問題嗎", "請問水里有铅吗"],
        &["護照怎麼申請？", "停水了要打給誰", "新家的自來水要怎麼申請？"],
    ),
    (
        "ms",
        &[
            "boleh minum air paip tak",
            "perlu rebus air tak",
            "ada plumbum dalam air ke",
            "AIR MINUM selamat?",
            "air paip selamat ke",
        ],
        &["Bagaimanakah cara memohon pasport?", "Tiada bekalan air. Siapakah yang perlu dihubungi?"],
    ),
    (
        "ko",
        &["수돗물 마셔도 되나요?", "물에서 납 성분이 나왔어요?", "식수는 어디서 받아요?", "물을 끓여 마셔도 돼요?"],
        &["여권은 어떻게 신청합니까?", "단수됐는데 어디다 전화해요"],
    ),
    (
        "en",
        &[
            "Is the tap water safe to drink?",
            "do I have to boil water for the baby",
            "is there lead in the water",
            "ｄｒｉｎｋｉｎｇ ｗａｔｅｒ?",
        ],
        &[
            "How do I apply for a passport?",
            "There is no water. Whom do I call?",
            "How do I register for water in a new home?",
        ],
    ),
];

const STORM: (&str, &str) = (
    "notices/storm.toml",
    "id = \"storm\"\nkind = \"emergency\"\npublished = \"2026-11-21T08:00:00+08:00\"\nexpires = \"2026-11-22T08:00:00+08:00\"\n\
     issuer = { en = \"Harbour\" }\ntitle = { en = \"Storm\" }\nbody = { en = \"Stay at home.\" }\nkeywords = { en = [\"storm\", \"ferry to the island\"] }\n",
);
const FLOOD: (&str, &str) = (
    "notices/flood.toml",
    "id = \"flood\"\nkind = \"emergency\"\npublished = \"2026-11-21T08:00:00+08:00\"\nexpires = \"2026-11-22T08:00:00+08:00\"\n\
     issuer = { en = \"Harbour\" }\ntitle = { en = \"Flood\" }\nbody = { en = \"Go upstairs.\" }\nkeywords = { en = [\"flood\", \"storm\"] }\n",
);
const REGATTA: (&str, &str) = (
    "notices/regatta.toml",
    "id = \"regatta\"\nkind = \"bulletin\"\npublished = \"2026-11-21T08:00:00+08:00\"\n\
     issuer = { en = \"Harbour\" }\ntitle = { en = \"Regatta\" }\nbody = { en = \"Boats!\" }\nkeywords = { en = [\"boats\", \"storm\"] }\n",
);

fn harbour() -> Knowledge {
    let faq = ("knowledge/en/faq.csv", "id,question,answer\nferry,When does the ferry leave?,At ten.\n");
    Knowledge::open(&pack(&[faq, STORM, FLOOD, REGATTA]), "en", None).expect("the harbour opens")
}

#[test]
fn a_notice_is_found_by_what_it_is_about_and_by_nothing_else() {
    let mut wrong = Vec::new();
    for (language, concerned, others) in ASKED {
        for (questions, expected) in [(concerned, vec![WATER.to_owned()]), (others, Vec::new())] {
            for question in questions {
                let found = ask(language, question).emergencies;
                if found != expected {
                    wrong.push(format!("{language} {question}: {found:?}"));
                }
            }
        }
    }
    nothing_wrong(&wrong);
}

#[test]
fn every_keyword_of_a_notice_finds_it() {
    let water = sample().notices.iter().find(|notice| notice.id == WATER).expect("the sample pack warns of the water");
    for language in LANGUAGES {
        for keyword in &water.keywords[language] {
            assert_eq!(opened(language).emergencies(keyword), [WATER], "{language} {keyword}");
        }
    }
}

#[test]
fn who_asks_about_services_is_hardly_ever_warned_of_something_else() {
    for language in LANGUAGES {
        let warned: Vec<&str> = content(language)
            .entries
            .iter()
            .map(|entry| entry.question.as_str())
            .filter(|question| !opened(language).emergencies(question).is_empty())
            .collect();
        assert!(warned.is_empty(), "{language}: {warned:?}");
    }
}

#[test]
fn all_emergencies_that_concern_the_question_are_named_and_no_bulletin() {
    let harbour = harbour();
    for (question, expected) in [
        ("Is there a storm?", &["flood", "storm"] as &[&str]),
        ("When does the ferry to the island leave?", &["storm"]),
        ("FLOOD", &["flood"]),
        ("When does the ferry leave?", &[]),
        ("Where do the boats go?", &[]),
        ("a brainstorm", &[]),
        ("", &[]),
    ] {
        let mut found = ask_on(&harbour, question, TODAY).emergencies;
        found.sort();
        assert_eq!(found, expected, "{question}");
    }
}

#[test]
fn a_warning_stands_beside_the_answer_and_not_in_its_place() {
    let reply = ask_on(&harbour(), "When does the ferry leave? I fear the storm.", TODAY);
    assert!(reply.emergencies.contains(&"storm".to_owned()));
    assert!(reply.hits.iter().any(|hit| hit.id == "ferry"));
}
