//! "And how much is it?" is understood from the answer before, in this visit and no other.

use kaunter_knowledge::{Context, Reply};

use crate::{
    packs::told_in_all,
    sample::{ask, ask_after, nothing_wrong, quotations},
};

/// A language's first question about something, what leans on it, and what does not.
struct Visit {
    language: &'static str,
    /// What is asked first, and the entry that answers it.
    first: [(&'static str, &'static str); 2],
    /// What is asked then, about whatever it was.
    leaning: &'static [&'static str],
    /// What is asked then about something else, and the entry that answers it.
    elsewhere: [(&'static str, &'static str); 3],
    /// What nobody answers.
    unknown: &'static str,
}

const VISITS: [Visit; 4] = [
    Visit {
        language: "zh-TW",
        first: [("護照怎麼申請？", "passport-apply"), ("駕照怎麼換發？", "licence-renew")],
        leaning: &["那要帶什麼？", "那要多少錢？", "多少錢", "要帶什麼證件", "要多久？", "請問多少錢"],
        elsewhere: [("怎麼檢舉噪音？", "noise"), ("房屋稅多少錢？", "house-tax"), ("什麼時候收垃圾？", "waste-days")],
        unknown: "星期天的足球賽誰會贏？",
    },
    Visit {
        language: "ms",
        first: [
            ("Bagaimanakah cara memohon pasport?", "passport-apply"),
            ("Bagaimanakah cara memperbaharui lesen memandu?", "licence-renew"),
        ],
        leaning: &[
            "Berapakah bayarannya?",
            "Berapakah kosnya?",
            "berapa harga",
            "Apakah dokumen yang diperlukan?",
            "Apakah dokumennya?",
            "Apakah yang perlu dibawa?",
            "Bilakah siap?",
            "Berapa lamakah?",
            "Di manakah?",
            "Kaunter manakah?",
            "nak bawa apa",
        ],
        elsewhere: [
            ("Bagaimanakah cara melaporkan bunyi bising?", "noise"),
            ("Berapakah cukai rumah?", "house-tax"),
            ("Bilakah sampah rumah dikutip?", "waste-days"),
        ],
        unknown: "Siapakah yang akan menang perlawanan bola sepak hari Ahad?",
    },
    Visit {
        language: "ko",
        first: [("여권은 어떻게 신청합니까?", "passport-apply"), ("운전면허는 어떻게 갱신합니까?", "licence-renew")],
        leaning: &[
            "얼마예요?",
            "비용은 얼마예요?",
            "뭐 가져가야 돼요?",
            "며칠 걸려요?",
            "그럼 뭐가 필요해요?",
            "저기요 얼마예요",
        ],
        elsewhere: [
            ("소음은 어떻게 신고합니까?", "noise"),
            ("주택세는 얼마예요?", "house-tax"),
            ("쓰레기는 언제 수거해요?", "waste-days"),
        ],
        unknown: "일요일 축구 경기는 누가 이길까요?",
    },
    Visit {
        language: "en",
        first: [
            ("How do I apply for a passport?", "passport-apply"),
            ("How do I renew my driving licence?", "licence-renew"),
        ],
        leaning: &[
            "how much is it?",
            "And what does it cost?",
            "What do I need to bring?",
            "how long does it take?",
            "um, how much please",
        ],
        elsewhere: [
            ("How do I report noise?", "noise"),
            ("How much is house tax?", "house-tax"),
            ("When is household waste collected?", "waste-days"),
        ],
        unknown: "Who will win the football match on Sunday?",
    },
];

fn first_hit(reply: &Reply) -> &str {
    reply.hits.first().map_or("", |hit| &hit.id)
}

#[test]
fn what_leans_on_an_answer_is_understood_from_it() {
    let mut wrong = Vec::new();
    for Visit { language, first, leaning, .. } in &VISITS {
        for (question, subject) in first {
            let before = ask(language, question);
            assert_eq!(told_in_all(&before), format!("answer {subject}"), "{question}");
            for leaning in *leaning {
                let reply = ask_after(language, leaning, &before.context);
                if first_hit(&reply) != *subject || quotations(&reply).is_empty() {
                    wrong.push(format!("{language}: {question} {leaning} {}", told_in_all(&reply)));
                }
            }
        }
    }
    nothing_wrong(&wrong);
}

#[test]
fn one_leans_on_another_as_long_as_the_visit_lasts() {
    let mut wrong = Vec::new();
    for Visit { language, first: [(question, subject), _], leaning, .. } in &VISITS {
        let mut reply = ask(language, question);
        for leaning in *leaning {
            reply = ask_after(language, leaning, &reply.context);
            if first_hit(&reply) != *subject {
                wrong.push(format!("{language}: {leaning}: {}", told_in_all(&reply)));
            }
        }
    }
    nothing_wrong(&wrong);
}

#[test]
fn the_next_visitor_is_not_answered_from_the_last_one() {
    let mut wrong = Vec::new();
    for Visit { language, leaning, .. } in &VISITS {
        for leaning in *leaning {
            let reply = ask(language, leaning);
            if !quotations(&reply).is_empty() || reply.context != Context::default() {
                wrong.push(format!("{language}: {leaning}: {}", told_in_all(&reply)));
            }
        }
    }
    nothing_wrong(&wrong);
}

#[test]
fn a_new_subject_is_not_dragged_to_the_old_one() {
    let mut wrong = Vec::new();
    for Visit { language, first, elsewhere, .. } in &VISITS {
        for (question, _) in first {
            let before = ask(language, question);
            for (next, subject) in elsewhere {
                let told = told_in_all(&ask_after(language, next, &before.context));
                if told != format!("answer {subject}") {
                    wrong.push(format!("{language}: {question} {next} {told}"));
                }
            }
        }
    }
    nothing_wrong(&wrong);
}

/// They point at something, and name what no pack speaks of.
const NAMING_THE_UNKNOWN: [(&str, &str); 2] = [("zh-TW", "那個魔術師是誰？"), ("ms", "Siapakah pelakon filem itu?")];

#[test]
fn what_names_something_else_is_not_asked_of_the_subject_before() {
    let mut wrong = Vec::new();
    for (language, question) in NAMING_THE_UNKNOWN {
        let visit = VISITS.iter().find(|visit| visit.language == language).expect("a visit in each language");
        for (first, _) in visit.first.iter().chain(&visit.elsewhere) {
            let told = told_in_all(&ask_after(language, question, &ask(language, first).context));
            if told != "unknown" {
                wrong.push(format!("{language}: {first} {question} {told}"));
            }
        }
    }
    nothing_wrong(&wrong);
}

#[test]
fn what_follows_something_unknown_is_not_taken_for_what_was_before_it() {
    let mut wrong = Vec::new();
    for Visit { language, first: [(question, _), _], leaning, unknown, .. } in &VISITS {
        let before = ask(language, question);
        let unanswered = ask_after(language, unknown, &before.context);
        assert!(quotations(&unanswered).is_empty(), "{language}: {unknown}");
        let told = told_in_all(&ask_after(language, leaning[0], &unanswered.context));
        if told != "unknown" {
            wrong.push(format!("{language}: {unknown} {}: {told}", leaning[0]));
        }
    }
    nothing_wrong(&wrong);
}

#[test]
fn what_was_said_of_the_new_subject_is_what_the_next_question_leans_on() {
    let mut wrong = Vec::new();
    for Visit { language, first: [(question, _), _], leaning, elsewhere: [_, (next, subject), _], .. } in &VISITS {
        let before = ask(language, question);
        let then = ask_after(language, next, &before.context);
        let last = ask_after(language, leaning[0], &then.context);
        if first_hit(&last) != *subject {
            wrong.push(format!("{language}: {question} {next} {}: {}", leaning[0], told_in_all(&last)));
        }
    }
    nothing_wrong(&wrong);
}
