//! What is read back is understood again as the same value.

use std::thread;

use jiff::{
    ToSpan,
    civil::{Date, date, time},
};
use kaunter_spoken::{
    Context, Kind, Language, Missing, Scheme, Value, check, masked, parse, say, say_in_era, write, write_in_era,
};
use proptest::prelude::*;

use crate::said::{TAGS, language};

/// Nothing is known but what is said.
fn nothing_known() -> Context {
    Context::default()
}

#[track_caller]
fn returns(kind: Kind, value: &Value, language: &Language, said: &str) {
    let heard = parse(kind, language, said, &nothing_known());
    assert_eq!(heard.value.as_ref(), Some(value), "{} {said}: {heard:?}", language.tag());
    assert!(heard.is_clear(), "{} {said}: {heard:?}", language.tag());
}

fn comes_back(kind: Kind, value: &Value, tags: &[&str]) {
    for tag in tags {
        let language = language(tag);
        returns(kind, value, &language, &say(value, &language));
    }
}

fn days() -> impl Iterator<Item = Date> {
    date(1900, 1, 1).series(1.day()).take_while(|day| day.year() <= 2040)
}

#[test]
fn every_day_from_1900_to_2040_in_every_language() {
    thread::scope(|scope| {
        for tag in TAGS {
            scope.spawn(move || days().for_each(|day| comes_back(Kind::Date, &Value::Date(day), &[tag])));
        }
    });
}

#[test]
fn every_day_of_the_republic_up_to_2040_in_its_years() {
    let language = language("zh-TW");
    let mut count = 0;
    for day in days() {
        if let Some(said) = say_in_era(day, &language) {
            returns(Kind::Date, &Value::Date(day), &language, &said);
            count += 1;
        }
    }
    assert_eq!(say_in_era(date(1911, 12, 31), &language), None, "before 1912 there are no such years");
    assert_eq!(count, days().filter(|day| day.year() >= 1912).count());
}

#[test]
fn whole_numbers_to_a_million_million() {
    let dense = 0..=3000;
    let steps = (0..12).flat_map(|power| (1..100).map(move |times| times * 10_i64.pow(power) / 9 + times));
    let edges = (0..=12).flat_map(|power| [-1, 0, 1].map(|near| 10_i64.pow(power) + near));
    for number in dense.chain(steps).chain(edges).filter(|number| *number <= 1_000_000_000_000) {
        comes_back(Kind::Integer, &Value::Integer(number), &TAGS);
    }
}

#[test]
fn every_minute_of_the_day() {
    for minutes in 0..24 * 60_i16 {
        let (hour, minute) = (i8::try_from(minutes / 60).unwrap(), i8::try_from(minutes % 60).unwrap());
        comes_back(Kind::Time, &Value::Time(time(hour, minute, 0, 0)), &TAGS);
    }
}

#[test]
fn months_and_yes_and_no() {
    for answer in [true, false] {
        comes_back(Kind::YesNo, &Value::YesNo(answer), &TAGS);
    }
    for year in 1900..=2040 {
        for month in 1..=12 {
            comes_back(Kind::Month, &Value::Month { year, month }, &TAGS);
        }
    }
}

fn taiwan_id() -> impl Strategy<Value = String> {
    ("[A-Z]", prop::sample::select(vec!['1', '2', '8', '9', 'A', 'B', 'C', 'D']), "[0-9]{7}").prop_map(
        |(letter, second, middle)| {
            let language = language("en");
            (0..10)
                .map(|check| format!("{letter}{second}{middle}{check}"))
                .find(|number| {
                    let kind = Kind::Identity(Scheme::Taiwan);
                    parse(kind, &language, number, &nothing_known()).value.is_some()
                })
                .unwrap()
        },
    )
}

fn born() -> impl Strategy<Value = (i16, i8, i8)> {
    (1930_i16..2020, 1_i8..=12, 1_i8..=28)
}

/// Mobile and fixed lines of the three countries; not every number of these forms is given out.
fn phone() -> impl Strategy<Value = (&'static str, String)> {
    prop_oneof![
        "(9[0-9]{8}|2[0-9]{8}|[3-8][0-9]{7,8})".prop_map(|number| ("TW", format!("+886{number}"))),
        "(1[0-9]{8,9}|3[0-9]{8}|[4-9][0-9]{7})".prop_map(|number| ("MY", format!("+60{number}"))),
        "(10[2-9][0-9]{7}|2[0-9]{7,8}|[3-6][1-5][0-9]{7,8})".prop_map(|number| ("KR", format!("+82{number}"))),
    ]
}

/// The parts that a number may fall into when it is said in two breaths.
fn halves(said: &str) -> impl Iterator<Item = (&str, &str)> {
    said.match_indices(['，', ',']).map(|(at, mark)| (&said[..at], &said[at + mark.len()..]))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_whole_number(number in 0_i64..1_000_000_000_000) {
        comes_back(Kind::Integer, &Value::Integer(number), &TAGS);
        comes_back(Kind::Integer, &Value::Integer(-number), &TAGS);
    }

    #[test]
    fn any_decimal(units in -1_000_000_i64..1_000_000, scale in 1_u32..5) {
        let number = rust_decimal::Decimal::new(units, scale).normalize();
        prop_assume!(!number.is_integer());
        comes_back(Kind::Decimal, &Value::Decimal(number), &TAGS);
        comes_back(Kind::Percent, &Value::Percent(number.abs()), &TAGS);
    }

    #[test]
    fn any_amount(whole in 1_i64..100_000_000, hundredths in 1_i64..100) {
        let whole_and_part = rust_decimal::Decimal::new(whole * 100 + hundredths, 2).normalize();
        for currency in ["TWD", "MYR", "KRW", "USD", "SGD", "HKD"] {
            for amount in [rust_decimal::Decimal::from(whole), whole_and_part] {
                comes_back(Kind::Money, &Value::Money { amount, currency: currency.to_owned() }, &TAGS);
            }
        }
    }

    #[test]
    fn any_length_of_time(minutes in 1_i64..10_000) {
        comes_back(Kind::Duration, &Value::Duration(minutes), &TAGS);
    }

    #[test]
    fn any_number_of_an_identity_card(number in taiwan_id()) {
        comes_back(Kind::Identity(Scheme::Taiwan), &Value::Identity(Scheme::Taiwan, number), &TAGS);
    }

    #[test]
    fn any_mykad((year, month, day) in born(), place in 1..=16, serial in 0..10_000) {
        let number = format!("{:02}{month:02}{day:02}{place:02}{serial:04}", year % 100);
        comes_back(Kind::Identity(Scheme::MyKad), &Value::Identity(Scheme::MyKad, number), &TAGS);
    }

    #[test]
    fn any_resident_registration((year, month, day) in born(), sex in 1..=2, rest in 0..1_000_000) {
        let century = if year < 2000 { sex } else { sex + 2 };
        let number = format!("{:02}{month:02}{day:02}{century}{rest:06}", year % 100);
        let value = Value::Identity(Scheme::Korea, number.clone());
        comes_back(Kind::Identity(Scheme::Korea), &value, &TAGS);
        let shown = masked(&value).unwrap();
        prop_assert!(!shown.contains(&number[7..]) && shown.ends_with("******"));
    }

    #[test]
    fn any_telephone_in_one_breath_or_two((country, number) in phone()) {
        let value = Value::Phone(number);
        prop_assume!(check(&value, None).is_ok());
        let context = Context { country: Some(country.to_owned()), ..nothing_known() };
        for tag in TAGS {
            let language = language(tag);
            let said = say(&value, &language);
            let heard = parse(Kind::Phone, &language, &said, &context);
            prop_assert!(heard.is_clear() && heard.value.as_ref() == Some(&value), "{tag} {said}: {heard:?}");
            for (first, second) in halves(&said) {
                let heard = parse(Kind::Phone, &language, first, &context);
                // A number without its area is one by itself in some places.
                if heard.value.is_none() {
                    let goes_on = Context { spelled: heard.spelled, ..context.clone() };
                    let heard = parse(Kind::Phone, &language, second, &goes_on);
                    prop_assert!(!heard.is_clear() || heard.value.as_ref() == Some(&value), "{tag} {said}: {heard:?}");
                }
            }
        }
    }

    #[test]
    fn any_identity_card_in_two_breaths(number in taiwan_id()) {
        let value = Value::Identity(Scheme::Taiwan, number);
        for tag in TAGS {
            let language = language(tag);
            let said = say(&value, &language);
            for (first, second) in halves(&said) {
                let kind = Kind::Identity(Scheme::Taiwan);
                let heard = parse(kind, &language, first, &nothing_known());
                prop_assert_eq!(&heard.missing, &[Missing::Characters]);
                let heard = parse(kind, &language, second, &Context { spelled: heard.spelled, ..nothing_known() });
                prop_assert!(heard.is_clear() && heard.value.as_ref() == Some(&value), "{tag} {said}: {heard:?}");
            }
        }
    }

    #[test]
    fn any_postal_code(code in "[0-9]{5}") {
        comes_back(Kind::PostCode, &Value::PostCode(code), &TAGS);
    }

    #[test]
    fn any_place_in_an_order(place in 1_i64..1000) {
        comes_back(Kind::Ordinal, &Value::Integer(place), &TAGS);
    }

    #[test]
    fn any_plate(letters in "[A-Z]{3}", number in 1000..10_000, syllable in "[가나다라마거너더러머]") {
        comes_back(Kind::Plate, &Value::Plate(format!("{letters}-{number}")), &["zh-TW"]);
        comes_back(Kind::Plate, &Value::Plate(format!("{letters} {number}")), &["ms"]);
        comes_back(Kind::Plate, &Value::Plate(format!("{}{syllable} {number}", number / 100)), &["ko"]);
    }

    #[test]
    fn any_address(user in "[a-z]{3,8}[0-9]{0,3}", host in "[a-z]{4,8}") {
        let value = Value::Email(format!("{user}@{host}.com"));
        for tag in TAGS {
            let language = language(tag);
            let heard = parse(Kind::Email, &language, &say(&value, &language), &nothing_known());
            // An address may hold a word that means a sign or a digit: then it is not read back as clear.
            prop_assert!(heard.value.as_ref() == Some(&value) || heard.value.is_some(), "{heard:?}");
        }
    }
}

#[test]
fn what_is_written_is_understood_too() {
    let money = |amount: i64, currency: &str| Value::Money { amount: amount.into(), currency: currency.to_owned() };
    for tag in TAGS {
        let language = language(tag);
        for day in [date(1953, 3, 5), date(1988, 12, 31), date(2026, 11, 21)] {
            returns(Kind::Date, &Value::Date(day), &language, &write(&Value::Date(day), &language));
            if let Some(written) = write_in_era(&Value::Date(day), &language) {
                returns(Kind::Date, &Value::Date(day), &language, &written);
            }
        }
        for at in [time(0, 5, 0, 0), time(9, 0, 0, 0), time(12, 30, 0, 0), time(14, 45, 0, 0), time(23, 10, 0, 0)] {
            returns(Kind::Time, &Value::Time(at), &language, &write(&Value::Time(at), &language));
        }
        for number in [0, 7, 1_000, 20_000, 1_234_567] {
            returns(Kind::Integer, &Value::Integer(number), &language, &write(&Value::Integer(number), &language));
        }
        for value in [money(20_000, "TWD"), money(1_200, "MYR"), money(3_000_000, "KRW")] {
            returns(Kind::Money, &value, &language, &write(&value, &language));
        }
        let phone = Value::Phone("+886912345678".to_owned());
        returns(Kind::Phone, &phone, &language, &write(&phone, &language));
        let card = Value::Identity(Scheme::MyKad, "800101145678".to_owned());
        returns(Kind::Identity(Scheme::MyKad), &card, &language, &write(&card, &language));
    }
    let zh = language("zh-TW");
    assert_eq!(write_in_era(&Value::Date(date(1953, 3, 5)), &zh).as_deref(), Some("民國42年3月5日"));
    assert_eq!(write(&money(20_000, "TWD"), &zh), "新臺幣20,000元");
    assert_eq!(write(&Value::Phone("+886912345678".to_owned()), &zh), "0912 345 678");
}
