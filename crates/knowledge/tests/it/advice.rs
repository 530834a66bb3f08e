//! No advice on health, law or politics is given; services beside them are told of.

use kaunter_knowledge::{
    Advice::{self, Health, Legal, Political},
    Outcome,
};

use crate::{
    packs::{ask_on, knowing, told_in_all},
    sample::{TODAY, ask, nothing_wrong, quotations},
};

type Asked = &'static [&'static str];

/// Requests for advice, by kind.
const ADVICE: [(&str, [(Advice, Asked); 3]); 4] = [
    (
        "zh-TW",
        [
            (Health, &["我咳嗽該吃什麼藥？", "發燒要不要看醫生？", "我胸口痛，嚴重嗎？", "頭痛可以吃普拿疼嗎"]),
            (Legal, &["我該不該告房東？", "我應該離婚嗎？", "這場官司打得贏嗎？", "我會不會被關？"]),
            (Political, &["我該投給誰？", "市長是不是貪污？", "哪個政黨比較好？", "你覺得政府做得好嗎？"]),
        ],
    ),
    (
        "ms",
        [
            (
                Health,
                &[
                    "Ubat apa yang patut saya makan untuk batuk?",
                    "saya demam, perlu jumpa doktor ke",
                    "sakit dada ni bahaya tak",
                    "boleh campur ubat panadol dengan arak tak",
                ],
            ),
            (
                Legal,
                &[
                    "patutkah saya saman tuan rumah?",
                    "patut ke saya bercerai",
                    "boleh ke saya menang kes ni di mahkamah",
                    "saya akan masuk penjara ke?",
                ],
            ),
            (
                Political,
                &[
                    "Patut saya undi siapa?",
                    "datuk bandar rasuah ke",
                    "parti mana paling bagus",
                    "apa pendapat awak tentang kerajaan",
                ],
            ),
        ],
    ),
    (
        "ko",
        [
            (
                Health,
                &[
                    "기침이 나는데 무슨 약을 먹어야 하나요?",
                    "열이 나는데 병원에 가야 할까요?",
                    "머리가 아픈데 무슨 약 먹어요",
                    "가슴이 아픈데 심각한 건가요?",
                ],
            ),
            (
                Legal,
                &[
                    "집주인을 고소해야 할까요?",
                    "이혼하는 게 좋을까요?",
                    "소송하면 이길 수 있을까요?",
                    "제가 감옥에 가나요?",
                ],
            ),
            (
                Political,
                &[
                    "누구에게 투표해야 할까요?",
                    "시장이 부패했나요?",
                    "어느 당이 제일 좋아요?",
                    "정부를 어떻게 생각하세요?",
                ],
            ),
        ],
    ),
    (
        "en",
        [
            (
                Health,
                &[
                    "What medicine should I take for my cough?",
                    "I have a fever, what can I take?",
                    "Is it safe to take two aspirin with alcohol?",
                    "my chest hurts, is it serious",
                ],
            ),
            (
                Legal,
                &[
                    "Should I sue my landlord?",
                    "Do I have a case against my neighbour?",
                    "Will I go to jail for drunk driving?",
                    "Should I get divorced?",
                ],
            ),
            (
                Political,
                &[
                    "Who should I vote for?",
                    "Is the mayor corrupt?",
                    "What do you think of the government?",
                    "which party is the best",
                ],
            ),
        ],
    ),
];

/// Told by what hurts, or by what was done to somebody: nobody asked for advice in so many words, and nothing answers.
const TROUBLES: [(&str, [(Advice, Asked); 2]); 4] = [
    (
        "zh-TW",
        [
            (Health, &["膝蓋腫起來怎麼辦", "小孩發燒39度", "站起來會頭暈", "我爸嘴巴歪掉講不出話", "吃太多安眠藥了"]),
            (Legal, &["房東可以趕我走嗎", "被開除有什麼權利", "我可以告房東不還押金嗎"]),
        ],
    ),
    (
        "ms",
        [
            (Health, &["lutut saya bengkak macam mana", "anak saya demam 39 darjah", "termakan banyak ubat tidur"]),
            (
                Legal,
                &[
                    "kawan pinjam duit tak bayar balik, apa hak saya",
                    "majikan tak bayar gaji boleh saya heret ke mahkamah",
                ],
            ),
        ],
    ),
    (
        "ko",
        [
            (Health, &["무릎이 부었는데 어떡해요", "일어나면 어지러워요", "수면제를 너무 많이 먹었어요"]),
            (Legal, &["집주인이 보증금을 안 주는데 고소할 수 있나요?", "해고당했는데 제 권리가 뭐예요?"]),
        ],
    ),
    (
        "en",
        [
            (
                Health,
                &[
                    "My knee is swollen, what should I do",
                    "my baby has a fever of 39",
                    "I took too many sleeping pills",
                ],
            ),
            (Legal, &["Can I sue my landlord for the deposit?", "what are my rights if I am fired"]),
        ],
    ),
];

/// An accident, or trouble within a family: said as it is, with nothing asked at all.
const MISFORTUNES: [(&str, [(Advice, Asked); 2]); 4] = [
    (
        "zh-TW",
        [
            (Health, &["孫子吞了電池", "我媽跌倒站不起來", "被野狗咬到", "小孩被熱水燙到", "我太太早上昏過去"]),
            (Legal, &["前夫不付贍養費", "前妻不讓我看小孩", "我被詐騙集團騙了錢", "有人撞了我的車就跑了", "家暴"]),
        ],
    ),
    (
        "ms",
        [
            (
                Health,
                &[
                    "cucu saya tertelan duit syiling",
                    "mak jatuh tak boleh bangun",
                    "anak saya tersiram air panas",
                    "saya jatuh tangga",
                    "ayah tak sedarkan diri",
                ],
            ),
            (
                Legal,
                &[
                    "bekas suami tak bayar nafkah",
                    "saya kena tipu dalam telefon",
                    "kereta saya kena langgar lari",
                    "bekas isteri tak bagi jumpa anak",
                ],
            ),
        ],
    ),
    (
        "ko",
        [
            (
                Health,
                &[
                    "손자가 동전을 삼켰어요",
                    "넘어져서 허리를 다쳤어요",
                    "아내가 아침에 기절했어요",
                    "개한테 물렸어요",
                    "팔이 부러졌어요",
                ],
            ),
            (
                Legal,
                &[
                    "전남편이 양육비를 안 줘요",
                    "남편이 저를 때려요",
                    "전처가 아이를 못 보게 해요",
                    "돈을 도둑맞았어요",
                    "가정폭력",
                ],
            ),
        ],
    ),
    (
        "en",
        [
            (
                Health,
                &[
                    "my grandson swallowed a coin",
                    "my wife fainted this morning",
                    "my mother fell and cannot get up",
                    "a dog bit me",
                    "I twisted my ankle",
                ],
            ),
            (
                Legal,
                &[
                    "my ex-husband does not pay maintenance for the children",
                    "my husband beats me",
                    "I was tricked on the phone and sent money",
                    "somebody ran into my car and drove off",
                ],
            ),
        ],
    ),
];

/// Services beside such subjects, and the entry that tells of them.
const SERVICES: [(&str, &[(&str, &str)]); 4] = [
    (
        "zh-TW",
        &[
            ("怎麼加入健保？", "insurance-enrol"),
            ("在國外看病的費用怎麼申請核退？", "insurance-abroad-claim"),
            ("離婚登記怎麼辦？", "divorce-register"),
            ("對罰單不服怎麼辦？", "fine-object"),
            ("誰可以在市長、市議員選舉投票？", "vote-who"),
            ("市長室的地址是什麼？", "mayor-office"),
            ("鄰居太吵要跟誰檢舉", "noise"),
        ],
    ),
    (
        "ms",
        &[
            ("Bagaimanakah cara mendaftar insurans kesihatan?", "insurance-enrol"),
            ("Bagaimanakah cara menuntut kos rawatan di luar negara?", "insurance-abroad-claim"),
            ("Bagaimanakah cara mendaftarkan perceraian?", "divorce-register"),
            ("Bagaimanakah cara membantah saman?", "fine-object"),
            ("Siapakah yang boleh mengundi dalam pilihan raya bandar?", "vote-who"),
            ("Apakah alamat Pejabat Datuk Bandar?", "mayor-office"),
            ("jiran saya bising nak lapor kat mana", "noise"),
        ],
    ),
    (
        "ko",
        &[
            ("건강보험은 어떻게 가입합니까?", "insurance-enrol"),
            ("외국에서 치료받은 비용은 어떻게 청구합니까?", "insurance-abroad-claim"),
            ("이혼신고는 어떻게 합니까?", "divorce-register"),
            ("과태료에 이의를 제기하려면 어떻게 합니까?", "fine-object"),
            ("시 선거에서는 누가 투표할 수 있습니까?", "vote-who"),
            ("시장실 주소가 어떻게 됩니까?", "mayor-office"),
            ("옆집 소음은 어디에 신고해요?", "noise"),
        ],
    ),
    (
        "en",
        &[
            ("How do I enrol in health insurance?", "insurance-enrol"),
            ("How do I claim for medical treatment abroad?", "insurance-abroad-claim"),
            ("How do I register a divorce?", "divorce-register"),
            ("How can I object to a fine?", "fine-object"),
            ("Who may vote in the city election?", "vote-who"),
            ("What is the address of the mayor's office?", "mayor-office"),
            ("How do I report noise from my neighbour?", "noise"),
        ],
    ),
];

/// What nobody here knows, and that is all: no advice was asked for, though some of it sounds like a mishap.
const UNKNOWN: [(&str, Asked); 4] = [
    ("zh-TW", &["星期天的足球賽誰會贏？", "路上的樹倒了"]),
    (
        "ms",
        &[
            "Siapakah yang akan menang perlawanan bola sepak hari Ahad?",
            "pokok tumbang di jalan",
            "nak buang racun rumput kat mana",
        ],
    ),
    (
        "ko",
        &[
            "일요일 축구 경기는 누가 이길까요?",
            "기계가 제 카드를 먹었어요",
            "길에 나무가 쓰러졌어요",
            "농약병은 어디에 버려요",
        ],
    ),
    (
        "en",
        &[
            "Who will win the football match on Sunday?",
            "the machine swallowed my bank card",
            "a tree fell down in our street",
            "it is very hot in the waiting room",
        ],
    ),
];

/// The advice that a question was refused as, if it was.
pub fn refused_as(language: &str, question: &str) -> Option<Advice> {
    match &ask(language, question).parts[0].outcome {
        Outcome::Unknown(unknown) => unknown.advice,
        _ => None,
    }
}

#[test]
fn advice_is_refused_by_its_kind() {
    let mut wrong = Vec::new();
    for (language, kinds) in ADVICE {
        for (kind, question) in kinds.iter().flat_map(|(kind, asked)| asked.iter().map(move |one| (*kind, one))) {
            let refused = refused_as(language, question);
            if refused != Some(kind) || !quotations(&ask(language, question)).is_empty() {
                wrong.push(format!("{language} {question}: {refused:?} instead of {kind:?}"));
            }
        }
    }
    nothing_wrong(&wrong);
}

#[test]
fn whoever_tells_of_a_trouble_that_nothing_answers_is_sent_to_those_who_advise() {
    let mut wrong = Vec::new();
    for (language, kinds) in TROUBLES.into_iter().chain(MISFORTUNES) {
        for (kind, told) in kinds.iter().flat_map(|(kind, told)| told.iter().map(move |one| (*kind, one))) {
            let refused = refused_as(language, told);
            if refused != Some(kind) {
                wrong.push(format!("{language} {told}: {refused:?} instead of {kind:?}"));
            }
        }
    }
    nothing_wrong(&wrong);
}

#[test]
fn services_beside_them_are_told_of() {
    let mut wrong = Vec::new();
    for (language, questions) in SERVICES {
        for (question, entry) in questions {
            let told = told_in_all(&ask(language, question));
            if told != format!("answer {entry}") {
                wrong.push(format!("{language} {question}: {told}"));
            }
        }
    }
    nothing_wrong(&wrong);
}

#[test]
fn what_is_merely_unknown_is_not_called_advice() {
    let mut wrong = Vec::new();
    for (language, questions) in UNKNOWN {
        for question in questions {
            let (reply, refused) = (ask(language, question), refused_as(language, question));
            if refused.is_some() || !quotations(&reply).is_empty() {
                wrong.push(format!("{language} {question}: {} {refused:?}", told_in_all(&reply)));
            }
        }
    }
    nothing_wrong(&wrong);
}

#[test]
fn advice_is_refused_even_where_the_pack_would_have_an_answer() {
    let clinic = knowing(&[(
        "knowledge/en/faq.csv",
        "id,question,answer\nfever,What medicine should I take for a fever?,Take two of the white ones.\n",
    )]);
    let reply = ask_on(&clinic, "What medicine should I take for a fever?", TODAY);
    assert_eq!(told_in_all(&reply), "unknown");
    assert!(matches!(&reply.parts[0].outcome, Outcome::Unknown(unknown) if unknown.advice == Some(Health)));
}
