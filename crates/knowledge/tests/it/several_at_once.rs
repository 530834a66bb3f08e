//! Several questions in one breath: each is answered, or named as not answered; one question stays one.

use kaunter_knowledge::{Outcome, Part, Reply};

use crate::sample::{ask, nothing_wrong};

/// What stands for a part that nothing answers.
const NOTHING: &str = "nothing";

/// A question, and what answers each of its parts.
type Parts = (&'static str, &'static [&'static str]);

/// Questions of several parts, by language.
const SEVERAL: [(&str, &[Parts]); 4] = [
    (
        "zh-TW",
        &[
            ("護照怎麼申請？還有大型垃圾怎麼丟？", &["passport-apply", "bulky-waste"]),
            ("怎麼檢舉噪音，還有路燈不亮要怎麼通報？", &["noise", "street-light"]),
            ("什麼時候收垃圾？另外借書證怎麼辦？", &["waste-days", "library-card"]),
            ("怎麼檢舉噪音？還有星期天的足球賽誰會贏？", &["noise", NOTHING]),
            ("星期天的足球賽誰會贏？還有怎麼檢舉噪音？", &[NOTHING, "noise"]),
            ("怎麼檢舉噪音？星期天的足球賽誰會贏？明天會下雨嗎？", &["noise", NOTHING, NOTHING]),
            (
                "怎麼檢舉噪音？路燈不亮要怎麼通報？借書證怎麼辦？什麼時候收垃圾？",
                &["noise", "street-light", "library-card", "waste-days"],
            ),
        ],
    ),
    (
        "ms",
        &[
            ("Bagaimanakah cara memohon pasport dan bilakah sampah rumah dikutip?", &["passport-apply", "waste-days"]),
            ("macam mana nak buat kad perpustakaan dan kat mana nak bayar cukai", &["library-card", "tax-pay"]),
            ("Bilakah sampah rumah dikutip? Bagaimanakah cara melaporkan bunyi bising?", &["waste-days", "noise"]),
            (
                "Bagaimanakah cara melaporkan bunyi bising? Siapakah yang akan menang bola sepak hari Ahad?",
                &["noise", NOTHING],
            ),
            (
                "Siapakah yang akan menang bola sepak hari Ahad? Bagaimanakah cara melaporkan bunyi bising? \
                 Siapakah pelakon filem itu?",
                &[NOTHING, "noise", NOTHING],
            ),
        ],
    ),
    (
        "ko",
        &[
            ("여권은 어떻게 신청해요? 그리고 대형 폐기물은 어떻게 버려요?", &["passport-apply", "bulky-waste"]),
            ("소음은 어떻게 신고해요 그리고 도서관 회원증은 어떻게 만들어요", &["noise", "library-card"]),
            ("출생신고는 어떻게 해요? 그리고 일요일 축구 경기는 누가 이길까요?", &["birth-register", NOTHING]),
            (
                "소음은 어떻게 신고해요? 일요일 축구 경기는 누가 이길까요? 그 영화 배우는 누구예요?",
                &["noise", NOTHING, NOTHING],
            ),
        ],
    ),
    (
        "en",
        &[
            (
                "How do I register a birth and where can I park at the service centre?",
                &["birth-register", "visit-parking"],
            ),
            ("How do I get a library card, and when is household waste collected?", &["library-card", "waste-days"]),
            ("How do I apply for a passport? And do I need a licence for my dog?", &["passport-apply", "dog-licence"]),
            ("How do I report a pothole and how do I report a broken street light?", &["pothole", "street-light"]),
            ("How do I report noise? And who will win the football match on Sunday?", &["noise", NOTHING]),
            ("Who will win the football match on Sunday, and how do I report noise?", &[NOTHING, "noise"]),
            (
                "How do I report noise? Who will win the football match on Sunday? Who plays in the new film?",
                &["noise", NOTHING, NOTHING],
            ),
            (
                "How do I get a library card? When is household waste collected? How do I report noise? \
                 Who will win the football match on Sunday?",
                &["library-card", "waste-days", "noise", NOTHING],
            ),
        ],
    ),
];

/// Questions that are one, whatever joins their words.
const ONE: [(&str, &[&str]); 4] = [
    (
        "zh-TW",
        &[
            "敬老津貼有多少？誰可以領？",
            "投票是哪一天？要帶什麼？",
            "號碼牌怎麼抽？過號怎麼辦？",
            "我的護照不見了，怎麼辦？",
            "服務中心幾點開門？幾點關門？",
        ],
    ),
    (
        "ms",
        &[
            "Berapakah bantuan bersalin dan bagaimanakah cara memohonnya?",
            "Bila dan bagaimanakah cara mengemukakan penyata cukai pendapatan?",
            "Pasport saya hilang. Apakah yang perlu dibuat?",
            "Berapakah cukai rumah dan bilakah perlu dibayar?",
            "Kereta saya telah ditunda. Di manakah kereta saya?",
        ],
    ),
    (
        "ko",
        &[
            "소득세 신고는 언제, 어떻게 합니까?",
            "출산지원금은 얼마이며 어떻게 받습니까?",
            "여권을 잃어버렸습니다. 어떻게 합니까?",
        ],
    ),
    (
        "en",
        &[
            "When and how do I file my income tax return?",
            "How much is the birth grant and how do I get it?",
            "How much is house tax and when is it due?",
            "I have lost my passport. What now?",
            "How do I get a copy of a birth, marriage, divorce or death certificate?",
            "There is no water. Whom do I call?",
            "What do cremation and a niche in the columbarium cost?",
        ],
    ),
];

fn answers<'r>(reply: &'r Reply) -> Vec<&'r str> {
    let answer = |part: &'r Part| match &part.outcome {
        Outcome::Answer(quotation) => quotation.id.as_str(),
        Outcome::Conflict(both) => both[0].id.as_str(),
        Outcome::Clarify(_) | Outcome::Unknown(_) => NOTHING,
    };
    reply.parts.iter().map(answer).collect()
}

#[test]
fn each_part_is_answered_or_named_as_not_answered() {
    let mut wrong = Vec::new();
    for (language, questions) in SEVERAL {
        for (question, expected) in questions {
            let reply = ask(language, question);
            if answers(&reply) != *expected {
                wrong.push(format!("{language} {question}: {:?}", answers(&reply)));
            }
        }
    }
    nothing_wrong(&wrong);
}

#[test]
fn the_parts_are_named_in_the_visitors_own_words() {
    for (language, questions) in SEVERAL {
        for (question, _) in questions {
            let reply = ask(language, question);
            let mut from = 0;
            for part in &reply.parts {
                let at = question[from..].find(&part.asked).unwrap_or_else(|| panic!("{question}: {}", part.asked));
                from += at + part.asked.len();
                assert!(!part.asked.trim().is_empty(), "{question}");
            }
        }
    }
}

#[test]
fn what_is_one_question_is_not_torn_apart() {
    let mut wrong = Vec::new();
    for (language, questions) in ONE {
        for question in questions {
            let reply = ask(language, question);
            let whole = reply.parts.len() == 1 && reply.parts[0].asked == *question;
            if !whole || answers(&reply) == [NOTHING] {
                wrong.push(format!("{language} {question}: {:?}", answers(&reply)));
            }
        }
    }
    nothing_wrong(&wrong);
}
