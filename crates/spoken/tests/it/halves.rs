//! Half an answer is kept, and what is missing is asked for; what cannot be is said to be wrong.

use jiff::civil::{date, time};
use kaunter_spoken::{Context, Kind, Missing, Trouble, Value};

use crate::said::{hear, means, plain, understood, visit};

#[test]
fn what_is_missing_is_named() {
    for (tag, kind, said, missing) in [
        ("zh-TW", "date", "三月五號", vec![Missing::Year]),
        ("zh-TW", "date", "三月", vec![Missing::Year, Missing::Day]),
        ("zh-TW", "date", "民國四十二年", vec![Missing::Month, Missing::Day]),
        ("zh-TW", "date", "四十二年三月五號", vec![Missing::Century]),
        ("zh-TW", "date", "農曆三月初五", vec![Missing::Calendar]),
        ("ko", "date", "삼월 오일", vec![Missing::Year]),
        ("ko", "date", "음력 삼월 오일", vec![Missing::Calendar]),
        ("ms", "date", "lima Mac", vec![Missing::Year]),
        ("ms", "date", "Mac", vec![Missing::Year, Missing::Day]),
        ("en", "date", "the fifth of March", vec![Missing::Year]),
        ("en", "date", "3/4/1953", vec![Missing::DayOrMonth]),
        ("en", "date", "next month", vec![Missing::Day]),
        ("en", "time", "half past three", vec![Missing::HalfOfDay]),
        ("zh-TW", "time", "下午", vec![Missing::Hour]),
        ("zh-TW", "phone", "零九一二", vec![Missing::Characters]),
        ("ms", "nric", "lapan kosong kosong satu", vec![Missing::Characters]),
        ("en", "money", "five dollars", vec![Missing::Currency]),
    ] {
        let heard = hear(tag, kind, said, &visit());
        assert_eq!(heard.missing, missing, "{tag} {said}: {heard:?}");
        assert_eq!(understood(&heard), "?", "{tag} {said}");
    }
    let heard = hear("en", "date", "tomorrow", &Context::default());
    assert_eq!(heard.missing, [Missing::Today]);
}

#[test]
fn the_halves_make_a_whole() {
    for (tag, first, second, expected) in [
        ("zh-TW", "三月五號", "民國四十二年", "1953-03-05"),
        ("zh-TW", "一九五三年", "三月五號", "1953-03-05"),
        ("ko", "삼월", "천구백오십삼년 오일", "?"),
        ("ko", "천구백오십삼년 삼월", "오일", "1953-03-05"),
        ("ms", "lima Mac", "tahun seribu sembilan ratus lima puluh tiga", "1953-03-05"),
        ("en", "March nineteen fifty-three", "the fifth", "1953-03-05"),
    ] {
        let heard = hear(tag, "date", first, &visit());
        assert!(heard.value.is_none(), "{heard:?}");
        if expected != "?" {
            means(tag, "date", second, expected, &Context { known: heard.parts, ..visit() });
        }
    }
}

#[test]
fn a_number_goes_on_in_the_next_breath() {
    for (tag, kind, breaths, expected) in [
        ("zh-TW", "phone", ["零九一二", "三四五", "六七八"].as_slice(), "+886912345678"),
        ("zh-TW", "phone", &["零二", "二七二零", "八八八九"], "+886227208889"),
        ("ms", "phone", &["kosong satu dua", "tiga empat lima", "enam tujuh lapan sembilan"], "+60123456789"),
        ("ko", "phone", &["공일공", "일이삼사", "오육칠팔"], "+821012345678"),
        ("ko", "phone", &["공일공이요", "일이삼사요", "오육칠팔이요"], "+821012345678"),
        ("zh-TW", "twid", &["A一二三", "四五六", "七八九"], "A123456789"),
        (
            "ms",
            "nric",
            &["lapan kosong kosong satu kosong satu", "satu empat", "lima enam tujuh lapan"],
            "800101145678",
        ),
        ("ko", "rrn", &["팔공공일공일", "일이삼사오육칠"], "8001011234567"),
        ("ms", "postcode", &["lima puluh", "empat lapan kosong"], "50480"),
        ("ko", "phone", &["공일공이요", "이이삼사이요", "오육칠팔이요"], "+821022345678"),
        // What is whole by itself is said anew.
        ("zh-TW", "phone", &["零九一二", "零九一二三四五六七八"], "+886912345678"),
        // What is too much behind the first breath begins anew.
        ("zh-TW", "twid", &["A一二三四五", "A一二三四五六", "七八九"], "A123456789"),
        // A wish in between loses nothing.
        ("zh-TW", "phone", &["零九一二", "嗯", "三四五六七八"], "+886912345678"),
    ] {
        let mut context = visit();
        let (last, first) = breaths.split_last().unwrap();
        for said in first {
            let heard = hear(tag, kind, said, &context);
            assert_eq!(understood(&heard), "?", "{tag} {said}: {heard:?}");
            context.spelled = heard.spelled;
        }
        means(tag, kind, last, expected, &context);
    }
}

#[test]
fn an_ending_that_may_be_a_digit_is_asked_about_when_both_make_a_number() {
    let in_taiwan = Context { country: Some("TW".to_owned()), ..visit() };
    let first = hear("ko", "phone", "공구일이요", &in_taiwan);
    let second = hear("ko", "phone", "삼사오육칠팔이요", &Context { spelled: first.spelled, ..in_taiwan });
    assert!(!second.is_clear() && second.alternatives.len() == 1, "{second:?}");
}

#[test]
fn breaths_that_make_a_wrong_number_are_not_believed() {
    let before = Context { spelled: "A1234567".to_owned(), ..visit() };
    let heard = hear("zh-TW", "twid", "八八", &before);
    assert_eq!((heard.trouble, heard.spelled.as_str()), (Some(Trouble::CheckDigit), ""), "{heard:?}");
}

#[test]
fn the_range_of_the_question_settles_a_short_year_and_half_a_day() {
    let births = Context { dates: Some((date(1945, 1, 1), date(1960, 12, 31))), ..visit() };
    means("en", "date", "the fifth of March fifty-three", "1953-03-05", &births);
    means("zh-TW", "date", "四十二年三月五號", "1953-03-05", &births);
    means("ko", "date", "오십삼년 삼월 오일", "1953-03-05", &births);
    let coming = Context { dates: Some((date(2026, 11, 21), date(2027, 3, 1))), ..visit() };
    means("ms", "date", "lima Januari", "2027-01-05", &coming);
    let office = Context { times: Some((time(8, 0, 0, 0), time(17, 0, 0, 0))), ..visit() };
    means("en", "time", "half past three", "15:30", &office);
    means("zh-TW", "time", "九點", "09:00", &office);
    means("ko", "time", "두 시 반", "14:30", &office);
}

#[test]
fn a_weekday_by_itself_is_the_last_one_where_the_next_cannot_be() {
    let until_today = Context { dates: Some((date(1900, 1, 1), date(2026, 11, 21))), ..visit() };
    for (tag, said) in [("zh-TW", "禮拜三"), ("ms", "hari Rabu"), ("ko", "수요일"), ("en", "on Wednesday")] {
        means(tag, "date", said, "2026-11-18", &until_today);
        means(tag, "date", said, "2026-11-25", &visit());
    }
}

#[test]
fn what_cannot_be_is_said_to_be_wrong_in_its_own_way() {
    let births = Context { dates: Some((date(1900, 1, 1), date(2026, 11, 21))), ..visit() };
    for (tag, kind, said, trouble) in [
        ("en", "date", "the thirtieth of February two thousand", Trouble::NoSuchDay),
        ("zh-TW", "date", "民國四十二年二月三十號", Trouble::NoSuchDay),
        ("zh-TW", "date", "1953年3月5日星期五", Trouble::WeekdayDiffers),
        ("en", "date", "the fifth of March twenty thirty", Trouble::OutOfRange),
        ("zh-TW", "twid", "A123456788", Trouble::CheckDigit),
        ("zh-TW", "twid", "A12345", Trouble::Length),
        ("ms", "nric", "801301145678", Trouble::DateWithin),
        ("ms", "nric", "800101005678", Trouble::PlaceWithin),
        ("ko", "rrn", "801301-1234567", Trouble::DateWithin),
        ("zh-TW", "phone", "零零零零零零零零零零", Trouble::NoSuchPhone),
        ("en", "integer", "blue", Trouble::NotHeard),
    ] {
        let heard = hear(tag, kind, said, &births);
        assert_eq!(heard.trouble, Some(trouble), "{tag} {said}: {heard:?}");
        assert_eq!(understood(&heard), "?", "{tag} {said}");
    }
}

#[test]
fn a_lunar_birthday_is_offered_in_the_other_calendar_and_never_taken() {
    let heard = hear("zh-TW", "date", "農曆民國四十二年正月初一", &visit());
    assert_eq!(heard.value, None);
    assert_eq!(heard.alternatives, [Value::Date(date(1953, 2, 14))]);
    let heard = hear("ko", "date", "음력 천구백오십삼년 팔월 보름", &visit());
    assert_eq!(heard.alternatives, [Value::Date(date(1953, 9, 22))]);
}

#[test]
fn a_check_digit_points_to_what_may_have_been_meant() {
    let heard = hear("zh-TW", "twid", "A723456789", &visit());
    assert_eq!(heard.value, None);
    let heard_wrong = hear("zh-TW", "twid", "A123456783", &visit());
    assert!(heard_wrong.value.is_none() && !heard_wrong.is_clear());
    let near = hear("zh-TW", "twid", "A123456189", &visit());
    assert!(near.alternatives.iter().any(|value| plain(value) == "A123456789"), "{near:?}");
    assert_eq!(Kind::named("twid").map(Kind::name), Some("twid"));
}
