//! One of a list by its name, a part of it, its place, its letter or its sound.

use kaunter_spoken::{Choice, Command, Context, Value, parse_several};

use crate::said::{hear, language, means, visit};

fn offered(choices: &[(&str, &str, &[&str])]) -> Context {
    let choice = |(id, label, synonyms): &(&str, &str, &[&str])| Choice {
        synonyms: synonyms.iter().map(|word| (*word).to_owned()).collect(),
        ..Choice::new(id, label)
    };
    Context { choices: choices.iter().map(choice).collect(), ..visit() }
}

#[test]
fn a_vehicle_is_chosen_in_many_ways() {
    let zh = offered(&[
        ("car", "自用小客車", &["汽車", "轎車"]),
        ("motorcycle", "普通重型機車", &["摩托車"]),
        ("truck", "小貨車", &[]),
    ]);
    for said in ["普通重型機車", "機車", "摩托車", "第二個", "二", "我要第二個", "選二", "我騎摩托車", "乙"]
    {
        means("zh-TW", "choice", said, "motorcycle", &zh);
    }
    means("zh-TW", "choice", "最後一個", "truck", &zh);
    let ko = offered(&[
        ("car", "승용차", &["자동차"]),
        ("motorcycle", "오토바이", &["이륜차"]),
        ("truck", "화물차", &["트럭"]),
    ]);
    for said in ["오토바이", "오토바이요", "두 번째", "두 번째 거요", "이 번", "이번이요", "이륜차입니다"]
    {
        means("ko", "choice", said, "motorcycle", &ko);
    }
    means("ko", "choice", "마지막", "truck", &ko);
    let ms = offered(&[
        ("car", "Kereta persendirian", &["kereta"]),
        ("motorcycle", "Motosikal", &["motor"]),
        ("truck", "Lori", &[]),
    ]);
    for said in ["motosikal", "motor", "yang kedua", "nombor dua", "saya nak motosikal", "pilihan B"] {
        means("ms", "choice", said, "motorcycle", &ms);
    }
    let en = offered(&[
        ("car", "Private car", &["automobile"]),
        ("motorcycle", "Motorcycle", &["motorbike"]),
        ("truck", "Small truck", &["lorry"]),
    ]);
    for said in [
        "motorcycle",
        "the motorcycle please",
        "motorbike",
        "the second one",
        "number two",
        "B",
        "two",
        "I'd like the motorcycle",
    ] {
        means("en", "choice", said, "motorcycle", &en);
    }
    means("en", "choice", "private", "car", &en);
    means("en", "choice", "the last one", "truck", &en);
}

#[test]
fn what_is_not_one_choice_is_asked_again() {
    let en = offered(&[("car", "Private car", &[]), ("van", "Private van", &[]), ("truck", "Truck", &[])]);
    for said in ["private", "not the truck", "the truck or the private car", "the fifth one", "banana", "", "both"] {
        means("en", "choice", said, "?", &en);
    }
    let heard = hear("en", "choice", "private", &en);
    assert_eq!(heard.alternatives, ["car", "van"].map(|id| Value::Choice(id.to_owned())));
}

#[test]
fn a_place_may_be_named_short_or_misheard() {
    let zh = offered(&[
        ("daan", "臺北市大安區", &["大安區"]),
        ("xinyi", "臺北市信義區", &["信義區"]),
        ("banqiao", "新北市板橋區", &["板橋區"]),
    ]);
    means("zh-TW", "place", "大安區", "daan", &zh);
    means("zh-TW", "place", "大安", "daan", &zh);
    means("zh-TW", "place", "台北市大安區", "daan", &zh);
    means("zh-TW", "place", "我住在板橋", "banqiao", &zh);
    let heard = hear("zh-TW", "place", "心意區", &zh);
    assert_eq!(heard.value, Some(Value::Choice("xinyi".to_owned())), "{heard:?}");
    let ms = offered(&[("jhr", "Johor", &[]), ("kdh", "Kedah", &[]), ("ktn", "Kelantan", &[])]);
    means("ms", "place", "Johor", "jhr", &ms);
    let heard = hear("ms", "place", "johur", &ms);
    assert_eq!(heard.value, Some(Value::Choice("jhr".to_owned())), "{heard:?}");
    let ko = offered(&[("jongno", "종로구", &[]), ("gangnam", "강남구", &[]), ("mapo", "마포구", &[])]);
    means("ko", "place", "종로", "jongno", &ko);
    means("ko", "place", "강남구요", "gangnam", &ko);
}

#[test]
fn several_are_chosen_in_one_breath() {
    let zh = offered(&[("car", "汽車", &["轎車"]), ("motor", "機車", &["摩托車"]), ("bike", "腳踏車", &["自行車"])]);
    let ko = offered(&[("car", "승용차", &["자동차"]), ("motor", "오토바이", &[]), ("bike", "자전거", &[])]);
    let ms = offered(&[("car", "Kereta", &[]), ("motor", "Motosikal", &["motor"]), ("bike", "Basikal", &[])]);
    let en = offered(&[("car", "Car", &["automobile"]), ("motor", "Motorcycle", &[]), ("bike", "Bicycle", &["bike"])]);
    for (tag, context, said, expected) in [
        ("zh-TW", &zh, "汽車和腳踏車", "car bike"),
        ("zh-TW", &zh, "我有摩托車跟自行車", "motor bike"),
        ("zh-TW", &zh, "第一個和第三個", "car bike"),
        ("zh-TW", &zh, "全部", "car motor bike"),
        ("zh-TW", &zh, "機車、汽車", "car motor"),
        ("zh-TW", &zh, "機車", "motor"),
        ("zh-TW", &zh, "都沒有", ""),
        ("ko", &ko, "자동차하고 자전거요", "car bike"),
        ("ko", &ko, "첫 번째 그리고 세 번째", "car bike"),
        ("ko", &ko, "전부 다", "car motor bike"),
        ("ko", &ko, "승용차, 오토바이", "car motor"),
        ("ms", &ms, "kereta dan basikal", "car bike"),
        ("ms", &ms, "yang pertama dan yang ketiga", "car bike"),
        ("ms", &ms, "semuanya", "car motor bike"),
        ("ms", &ms, "tiada", ""),
        ("en", &en, "the first and the third", "car bike"),
        ("en", &en, "a car and a bicycle please", "car bike"),
        ("en", &en, "a motorcycle and a bicycle", "motor bike"),
        ("en", &en, "the motorcycle and the first one", "car motor"),
        ("en", &en, "car, motorcycle", "car motor"),
        ("en", &en, "1, 3", "car bike"),
        ("en", &en, "all of them", "car motor bike"),
        ("en", &en, "none of these", ""),
    ] {
        let heard = parse_several(&language(tag), said, context);
        assert_eq!((heard.chosen.join(" ").as_str(), heard.unclear), (expected, false), "{tag} {said}: {heard:?}");
    }
}

#[test]
fn what_is_not_several_choices_is_asked_again() {
    let en = offered(&[("car", "Private car", &[]), ("van", "Private van", &[]), ("bike", "Bicycle", &[])]);
    for said in ["a bicycle and a banana", "the bicycle and the private one", "not the bicycle", "", "the ninth"] {
        let heard = parse_several(&language("en"), said, &en);
        assert!(heard.unclear, "{said}: {heard:?}");
    }
    let heard = parse_several(&language("en"), "go back", &en);
    assert_eq!(heard.command, Some(Command::Back));
}

#[test]
fn one_or_the_other_is_both_and_asked_for_and_no_third_is_taken() {
    let zh = offered(&[("drive", "司機", &[]), ("shop", "店員", &[]), ("port", "倉庫", &[])]);
    let ko = offered(&[("drive", "운전", &["운전기사"]), ("shop", "판매", &[]), ("port", "항만", &["창고"])]);
    let ms = offered(&[("drive", "Pemandu", &[]), ("shop", "Jurujual", &[]), ("port", "Gudang", &[])]);
    let en = offered(&[("drive", "Driver", &[]), ("shop", "Shop", &[]), ("port", "Warehouse", &[])]);
    for (tag, context, said) in [
        ("ko", &ko, "운전기사나 창고요"),
        ("ko", &ko, "운전 아니면 창고"),
        ("ko", &ko, "운전 또는 창고요"),
        ("zh-TW", &zh, "司機或倉庫"),
        ("ms", &ms, "pemandu atau gudang"),
        ("en", &en, "driver or warehouse"),
    ] {
        let heard = parse_several(&language(tag), said, context);
        assert_eq!((heard.chosen.join(" ").as_str(), heard.unclear), ("drive port", true), "{tag} {said}: {heard:?}");
    }
}

#[test]
fn what_sounds_like_a_name_is_offered_however_it_was_spelled() {
    let places = [("wharf", "Wharf District", &[][..]), ("old", "Old Town", &[]), ("north", "North Shore", &[])];
    for said in ["worf district", "warf districked"] {
        let heard = hear("en", "choice", said, &offered(&places));
        assert_eq!(heard.value, Some(Value::Choice("wharf".into())), "{said}: {heard:?}");
        assert!(!heard.is_clear(), "{said}: it is asked for, and not taken");
    }
    let places = [("kota", "Kota Lama", &[][..]), ("pasar", "Daerah Pasar", &[]), ("atas", "Daerah Atas", &[])];
    let heard = hear("ms", "choice", "quota llama", &offered(&places));
    assert_eq!(heard.value, Some(Value::Choice("kota".into())), "{heard:?}");
    let heard = hear("en", "choice", "banana", &offered(&[("car", "Car", &[]), ("motorcycle", "Motorcycle", &[])]));
    assert_eq!((&heard.value, heard.alternatives.len()), (&None, 0), "{heard:?}");
}

#[test]
fn a_choice_is_named_by_a_word_that_means_nothing_in_a_number() {
    let ms = offered(&[("left-job", "Sudah berhenti kerja", &["pencen"]), ("other", "Sebab lain", &[])]);
    means("ms", "choice", "saya dah pencen", "left-job", &ms);
    let zh = offered(&[("allowance", "敬老津貼", &["老人年金", "老人津貼"]), ("other", "其他", &[])]);
    means("zh-TW", "choice", "我要辦老人年金", "allowance", &zh);
}
