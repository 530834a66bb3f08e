//! "No, sixty-three, not fifty-three": what was heard is changed by what is said next.

use jiff::civil::date;
use kaunter_spoken::{Context, Scheme, Value};

use crate::said::{hear, means, plain, visit};

fn after(value: Value) -> Context {
    Context { heard: Some(value), ..visit() }
}

#[test]
fn a_number_is_put_right() {
    let before = after(Value::Integer(53));
    for (tag, said) in [
        ("en", "no, sixty-three, not fifty-three"),
        ("en", "no, sixty-three"),
        ("en", "sixty-three, not fifty-three"),
        ("en", "not fifty-three but sixty-three"),
        ("zh-TW", "不對，是六十三"),
        ("zh-TW", "不是五十三，是六十三"),
        ("zh-TW", "不是 六十三"),
        ("ko", "아니요, 육십삼"),
        ("ko", "아니 육십삼이요"),
        ("ko", "오십삼 말고 육십삼"),
        ("ko", "오십삼이 아니라 육십삼"),
        ("ms", "bukan, enam puluh tiga"),
        ("ms", "bukan lima puluh tiga, enam puluh tiga"),
        ("ms", "enam puluh tiga, bukan lima puluh tiga"),
    ] {
        means(tag, "integer", said, "63", &before);
    }
}

#[test]
fn one_part_of_a_date_is_put_right_and_the_others_stay() {
    let before = after(Value::Date(date(1953, 3, 5)));
    for (tag, said, expected) in [
        ("en", "no, the sixth", "1953-03-06"),
        ("en", "no, April", "1953-04-05"),
        ("en", "no, March the sixth", "1953-03-06"),
        ("en", "no, nineteen sixty-three", "1963-03-05"),
        ("zh-TW", "不對，是六號", "1953-03-06"),
        ("zh-TW", "不對，四月", "1953-04-05"),
        ("zh-TW", "不是，民國五十二年", "1963-03-05"),
        ("ko", "아니요, 육일이요", "1953-03-06"),
        ("ko", "아니, 사월", "1953-04-05"),
        ("ms", "bukan, enam haribulan", "1953-03-06"),
        ("ms", "bukan, April", "1953-04-05"),
    ] {
        means(tag, "date", said, expected, &before);
    }
}

#[test]
fn one_digit_of_a_number_is_put_right_where_it_stands_once() {
    let phone = after(Value::Phone("+886912345678".to_owned()));
    means("zh-TW", "phone", "九不是七", "+886912345698", &phone);
    let heard = hear("en", "phone", "9 not 7", &Context { country: Some("TW".to_owned()), ..phone.clone() });
    assert_eq!(heard.value.as_ref().map(plain).as_deref(), Some("+886912345698"), "{heard:?}");
    let twice = hear("en", "phone", "9 not 8", &Context { country: Some("TW".to_owned()), ..phone });
    assert!(!twice.is_clear(), "there are three eights: {twice:?}");
    let card = after(Value::Identity(Scheme::MyKad, "800101145678".to_owned()));
    means("ms", "nric", "tiga, bukan empat", "800101135678", &card);
}

#[test]
fn a_correction_within_one_utterance_counts_and_what_was_taken_back_does_not() {
    for (tag, kind, said, expected) in [
        ("en", "time", "three pm, no wait, four pm", "16:00"),
        ("en", "money", "five ringgit, sorry, six ringgit", "6 MYR"),
        ("zh-TW", "money", "三千塊，說錯了，四千塊", "4000 TWD"),
        ("zh-TW", "time", "下午三點，不對，四點", "16:00"),
        ("ko", "time", "오후 세 시, 아니, 네 시", "16:00"),
        ("ms", "time", "pukul tiga petang, eh silap, pukul empat petang", "16:00"),
    ] {
        means(tag, kind, said, expected, &visit());
    }
}
