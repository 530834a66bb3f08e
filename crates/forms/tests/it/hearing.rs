//! What visitors say to a question, and what is made of it.

use std::sync::Arc;

use kaunter_forms::{Command, Form, Hearing, Lack, Missing, Outcome, Turn, to_json};

use crate::visit::{Visit, at, form_with};

const EVERYTHING: &str = r#"
[[section]]
id = "all"
[[section.field]]
id = "birth"
kind = "date"
from = "1900-01-01"
until = "today"
[[section.field]]
id = "adult"
kind = "date"
until = "today"
[[section.field]]
id = "sex"
kind = "choice"
choices = ["car", "motorcycle"]
[[section.field]]
id = "wishes"
kind = "choices"
choices = ["mornings", "evenings", "weekends"]
min = 1
max = 2
[[section.field]]
id = "rooms"
kind = "integer"
min = 1
max = 20
[[section.field]]
id = "income"
kind = "money"
currency = "TWD"
max = "100000"
[[section.field]]
id = "phone"
kind = "phone"
region = "TW"
[[section.field]]
id = "card"
kind = "identity"
schemes = ["taiwan", "mykad", "korea"]
[[section.field]]
id = "full_name"
kind = "name"
[[section.field]]
id = "home"
kind = "address"
country = "TW"
places = "tables/places.csv"
[[section.field]]
id = "district"
kind = "place"
places = "tables/places.csv"
level = "district"
[[section.field]]
id = "hour"
kind = "time"
[[section.field]]
id = "sign"
kind = "signature"

[[check]]
id = "of_age"
of = ["adult"]
rule = "age(adult) >= 18"
"#;

const PLACES: &str = "code,parent,level,zh-TW,ms,ko,en
harbour,,city,海港市,Bandar Pelabuhan,항구시,Harbour City
valley,,city,山谷市,Bandar Lembah,골짜기시,Valley City
old-town,harbour,district,舊城區,Kota Lama,구시가지,Old Town
market,harbour,district,市場區,Daerah Pasar,시장구,Market District
upper,valley,district,上區,Daerah Atas,상구,Upper District
temple,old-town,road,廟口路,Jalan Kuil,사찰로,Temple Road
fish,market,road,魚市街,Jalan Ikan,어시장길,Fish Street
";

fn everything() -> Arc<Form> {
    let zh = "sex-car = 汽車\n    .also = 轎車|自小客\nsex-motorcycle = 機車\nwishes-mornings = 早上\nwishes-evenings = 晚上\nwishes-weekends = 週末";
    let ms = "sex-car = Kereta\nsex-motorcycle = Motosikal\nwishes-mornings = Pagi\nwishes-evenings = Malam\nwishes-weekends = Hujung minggu";
    let ko = "sex-car = 승용차\nsex-motorcycle = 오토바이\nwishes-mornings = 아침\nwishes-evenings = 저녁\nwishes-weekends = 주말";
    let en = "sex-car = Car\nsex-motorcycle = Motorcycle\nwishes-mornings = Mornings\nwishes-evenings = Evenings\nwishes-weekends = Weekends";
    form_with(EVERYTHING, &[("zh-TW", zh), ("ms", ms), ("ko", ko), ("en", en)], &[("tables/places.csv", PLACES)])
}

fn hear(tag: &str, name: &str, said: &str) -> Hearing {
    Visit::to(&everything()).journey.hear(&at(name), tag, said, &Turn::default())
}

/// The value that was understood, as JSON.
fn understood(hearing: &Hearing) -> String {
    match &hearing.outcome {
        Outcome::Understood(offer) => to_json(&offer.value).to_string(),
        other => format!("{other:?}"),
    }
}

#[test]
fn answers_are_understood_in_four_languages() {
    for (tag, name, said, expected) in [
        ("zh-TW", "birth", "民國四十二年三月五號", r#""1953-03-05""#),
        ("ms", "birth", "lima Mac 1953", r#""1953-03-05""#),
        ("ko", "birth", "천구백오십삼년 삼월 오일이요", r#""1953-03-05""#),
        ("en", "birth", "the fifth of March nineteen fifty-three", r#""1953-03-05""#),
        ("zh-TW", "sex", "轎車", r#""car""#),
        ("ms", "sex", "yang kedua", r#""motorcycle""#),
        ("ko", "sex", "오토바이요", r#""motorcycle""#),
        ("en", "sex", "the first one", r#""car""#),
        ("zh-TW", "wishes", "早上和週末", r#"["mornings","weekends"]"#),
        ("ms", "wishes", "pagi dan malam", r#"["mornings","evenings"]"#),
        ("ko", "wishes", "아침하고 저녁이요", r#"["mornings","evenings"]"#),
        ("en", "wishes", "the third and the first", r#"["mornings","weekends"]"#),
        ("zh-TW", "rooms", "三間", "3"),
        ("ms", "rooms", "tiga", "3"),
        ("ko", "rooms", "셋이요", "3"),
        ("en", "rooms", "three", "3"),
        ("zh-TW", "income", "兩萬塊", r#"{"amount":"20000","currency":"TWD"}"#),
        ("en", "income", "twenty thousand", r#"{"amount":"20000","currency":"TWD"}"#),
        ("zh-TW", "phone", "零九一二三四五六七八", r#""+886912345678""#),
        ("ko", "phone", "공구일이 삼사오 육칠팔", r#""+886912345678""#),
        ("zh-TW", "card", "A一二三四五六七八九", r#"{"number":"A123456789","scheme":"taiwan"}"#),
        ("ms", "card", "800101-14-5678", r#"{"number":"800101145678","scheme":"mykad"}"#),
        ("ko", "card", "팔공공일공일 일이삼사오육칠", r#"{"number":"8001011234567","scheme":"korea"}"#),
        ("ms", "full_name", "nama saya Siti binti Ahmad", r#""Siti binti Ahmad""#),
        ("zh-TW", "district", "舊城", r#""old-town""#),
        ("en", "district", "market district", r#""market""#),
    ] {
        assert_eq!(understood(&hear(tag, name, said)), expected, "{tag} {name} {said}");
    }
}

#[test]
fn what_cannot_be_is_said_to_be_wrong_before_it_is_read_back() {
    for (tag, name, said, code) in [
        ("en", "birth", "the fifth of March twenty thirty", "answer-too-late"),
        ("zh-TW", "birth", "民國四十二年二月三十號", "answer-no-such-day"),
        ("en", "adult", "the first of May twenty twenty", "answer-check"),
        ("en", "rooms", "fifty", "answer-too-much"),
        ("ko", "rooms", "영", "answer-too-little"),
        ("en", "income", "two hundred thousand", "answer-too-much"),
        ("en", "income", "five ringgit", "answer-other-currency"),
        ("zh-TW", "card", "A123456788", "answer-check-digit"),
        ("ms", "card", "801301145678", "answer-date-within"),
        ("en", "wishes", "all of them", "answer-too-many"),
        ("en", "wishes", "none", "answer-too-few"),
        ("en", "sex", "banana", "answer-not-heard"),
        ("zh-TW", "birth", "1953年3月5日星期五", "answer-weekday-differs"),
        ("en", "sign", "here I sign", "answer-other-kind"),
    ] {
        let Outcome::Refused { why, .. } = hear(tag, name, said).outcome else {
            panic!("{tag} {name} {said}: {:?}", hear(tag, name, said));
        };
        assert_eq!(why.code(), code, "{tag} {name} {said}");
    }
}

#[test]
fn a_wish_is_no_answer() {
    for (tag, name, said, wish) in [
        ("zh-TW", "birth", "上一步", Command::Back),
        ("ko", "full_name", "다시 말해 주세요", Command::Repeat),
        ("ms", "wishes", "langkau soalan ini", Command::Skip),
        ("en", "home", "I want to talk to a person", Command::Person),
        ("en", "sign", "go back", Command::Back),
        ("en", "card", "I don't know", Command::DontKnow),
    ] {
        assert_eq!(hear(tag, name, said).outcome, Outcome::Wish(wish), "{said}");
    }
}

#[test]
fn what_is_written_as_an_answer_is_no_wish() {
    let visit = Visit::to(&everything());
    let typed = |tag, name, said| visit.journey.hear_typed(&at(name), tag, said, &Turn::default());
    for (tag, said) in [("en", "Skip"), ("ms", "Balik"), ("ko", "공무원"), ("zh-TW", "不知道")] {
        assert_eq!(understood(&typed(tag, "full_name", said)), format!("{said:?}"), "{tag}");
        assert_eq!(typed(tag, "sign", said).outcome, Outcome::Wish(wish_of(tag, said)), "nobody signs in letters");
    }
    assert_eq!(typed("en", "birth", "go back").outcome, Outcome::Wish(Command::Back), "no day is called so");
}

fn wish_of(tag: &str, said: &str) -> Command {
    kaunter_spoken::command(said, &kaunter_spoken::Language::of(tag).unwrap()).unwrap()
}

#[test]
fn half_an_answer_is_kept_for_the_next_turn() {
    let visit = Visit::to(&everything());
    let first = visit.journey.hear(&at("birth"), "en", "the fifth of March", &Turn::default());
    assert_eq!(first.outcome, Outcome::Lacking(Lack::Parts(vec![Missing::Year])));
    let second = visit.journey.hear(&at("birth"), "en", "nineteen fifty-three", &first.turn);
    assert_eq!(understood(&second), r#""1953-03-05""#);
    let third = visit.journey.hear(&at("birth"), "en", "no, the sixth", &second.turn);
    assert_eq!(understood(&third), r#""1953-03-06""#, "a correction speaks of what was read back");
}

#[test]
fn what_is_not_clear_is_offered_and_not_taken() {
    let Outcome::Which(offers) = hear("zh-TW", "birth", "農曆民國四十二年正月初一").outcome else {
        panic!()
    };
    assert_eq!(to_json(&offers[0].value), "1953-02-14");
    assert_eq!(offers[0].said.written, "民國42年2月14日");
    let Outcome::Which(offers) = hear("en", "hour", "half past three").outcome else { panic!() };
    let mut hours: Vec<String> = offers.iter().map(|offer| to_json(&offer.value).to_string()).collect();
    hours.sort();
    assert_eq!(hours, [r#""03:30""#, r#""15:30""#]);
}

#[test]
fn it_is_read_back_in_the_language_of_the_visitor() {
    for (tag, written) in
        [("zh-TW", "民國42年3月5日"), ("ms", "5 Mac 1953"), ("ko", "1953년 3월 5일"), ("en", "5 March 1953")]
    {
        let Outcome::Understood(offer) = hear(tag, "birth", "1953-03-05").outcome else { panic!("{tag}") };
        assert_eq!(offer.said.written, written);
    }
}

/// What is asked for after each of these, and the address in the end.
fn conversation(tag: &str, said: &[&str]) -> Vec<String> {
    let visit = Visit::to(&everything());
    let mut turn = Turn::default();
    let mut told = Vec::new();
    for words in said {
        let hearing = visit.journey.hear(&at("home"), tag, words, &turn);
        told.push(match &hearing.outcome {
            Outcome::Lacking(Lack::AddressPart { part, places, .. }) => format!("{part}: {}", places.join(" ")),
            Outcome::Understood(offer) => offer.said.written.clone(),
            other => format!("{other:?}"),
        });
        turn = hearing.turn;
    }
    told
}

#[test]
fn an_address_is_asked_for_part_by_part() {
    for (tag, said, whole) in [
        ("zh-TW", ["海港市", "舊城區", "廟口路", "十二號"], "海港市舊城區廟口路12號"),
        (
            "ms",
            ["Bandar Pelabuhan", "Kota Lama", "Jalan Kuil", "dua belas"],
            "No. 12, Jalan Kuil, Kota Lama, Bandar Pelabuhan",
        ),
        ("ko", ["항구시", "구시가지", "사찰로", "십이"], "항구시 구시가지 사찰로 12호"),
        (
            "en",
            ["Harbour City", "old town", "Temple Road", "number twelve"],
            "No. 12, Temple Road, Old Town, Harbour City",
        ),
    ] {
        let told = conversation(tag, &said);
        assert_eq!(told[..3], ["district: old-town market", "road: temple", "number: "], "{tag}");
        assert_eq!(told[3], whole);
    }
}

#[test]
fn an_address_may_come_in_one_breath() {
    assert_eq!(conversation("zh-TW", &["海港市舊城區廟口路5巷12號3樓"]), ["海港市舊城區廟口路5巷12號3樓"]);
    assert_eq!(
        conversation("zh-TW", &["海港市，呃，那個"]),
        ["district: old-town market"],
        "what was understood stays"
    );
    assert_eq!(conversation("zh-TW", &["海港市市場區魚市街五巷十二號三樓"]), ["海港市市場區魚市街5巷12號3樓"]);
    assert_eq!(conversation("zh-TW", &["海港市舊城區無名路三十號"]), ["海港市舊城區無名路30號"], "a road of no list");
    assert_eq!(conversation("ko", &["항구시 시장구 어시장길 12"])[0], "항구시 시장구 어시장길 12호");
}

#[test]
fn an_address_may_be_said_from_the_small_to_the_great() {
    for (tag, said, whole) in [
        ("ms", "No. 12, Jalan Kuil, Kota Lama, Bandar Pelabuhan", "No. 12, Jalan Kuil, Kota Lama, Bandar Pelabuhan"),
        (
            "ms",
            "nombor dua belas Jalan Kuil Kota Lama Bandar Pelabuhan",
            "No. 12, Jalan Kuil, Kota Lama, Bandar Pelabuhan",
        ),
        (
            "ms",
            "tingkat tiga, no 12, Jalan Ikan, Daerah Pasar, Bandar Pelabuhan",
            "Tingkat 3, No. 12, Jalan Ikan, Daerah Pasar, Bandar Pelabuhan",
        ),
        (
            "ms",
            "No. 30, Jalan Tanpa Nama, Kota Lama, Bandar Pelabuhan",
            "No. 30, Jalan Tanpa Nama, Kota Lama, Bandar Pelabuhan",
        ),
        ("en", "number twelve, Temple Road, Old Town, Harbour City", "No. 12, Temple Road, Old Town, Harbour City"),
        ("en", "Harbour City, Old Town, Temple Road, number 12", "No. 12, Temple Road, Old Town, Harbour City"),
    ] {
        assert_eq!(conversation(tag, &[said]), [whole], "{tag} {said}");
    }
}

#[test]
fn a_place_that_lies_elsewhere_changes_what_it_lies_in() {
    let visit = Visit::to(&everything());
    let give =
        |part: &str, given: &str, turn: &Turn| visit.journey.give_part(&at("home"), "en", part, Some(given), turn);
    let turn = give("city", "harbour", &Turn::default()).turn;
    let turn = give("district", "old-town", &turn).turn;
    let turn = give("city", "valley", &turn).turn;
    assert!(!turn.parts.contains_key("district"), "the old town lies in another city");
    let turn = give("district", "upper", &turn).turn;
    let hearing = give("road", "Long Road", &turn);
    let Outcome::Lacking(Lack::AddressPart { part, optional, .. }) = &hearing.outcome else { panic!() };
    assert_eq!((part.as_str(), optional), ("lane", &true), "by touch every part is shown");
    assert!(
        matches!(visit.journey.lack(&at("home"), "en", &Turn::default()), Some(Lack::AddressPart { part, places, .. })
        if part == "city" && places == ["harbour", "valley"])
    );
}

#[test]
fn endless_talk_is_not_listened_to() {
    let long = "十二號".repeat(200_000);
    for name in ["birth", "sex", "wishes", "rooms", "card", "full_name", "home", "district", "sign"] {
        let hearing = hear("zh-TW", name, &long);
        assert!(matches!(hearing.outcome, Outcome::Refused { .. }), "{name}");
    }
}

#[test]
fn a_number_in_two_breaths_is_asked_to_go_on() {
    let visit = Visit::to(&everything());
    for (language, field, first, second, expected) in [
        ("zh-TW", "phone", "零九一二", "三四五六七八", r#""+886912345678""#),
        ("ko", "phone", "공구일이", "삼사오 육칠팔이요", r#""+886912345678""#),
        ("zh-TW", "card", "A一二三四", "五六七八九", r#""A123456789""#),
    ] {
        let half = visit.journey.hear(&at(field), language, first, &Turn::default());
        assert_eq!(half.outcome, Outcome::Lacking(Lack::Parts(vec![Missing::Characters])), "{first}");
        let whole = visit.journey.hear(&at(field), language, second, &half.turn);
        assert!(understood(&whole).contains(expected), "{second}: {whole:?}");
    }
}
