//! A bare "dollar" is the one that the question asks for; a dollar by its full name is that one everywhere.

use kaunter_spoken::{Context, Kind, Missing, Value, parse, say};

use crate::said::{TAGS, hear, language, means, visit};

fn asked_in(currency: &str) -> Context {
    Context { currency: Some(currency.to_owned()), ..visit() }
}

#[test]
fn a_bare_dollar_is_that_of_the_question() {
    for (tag, said) in [
        ("ko", "오백 달러"),
        ("ko", "오백 불이요"),
        ("ko", "500달러"),
        ("ms", "lima ratus dolar"),
        ("ms", "$500"),
        ("en", "five hundred dollars"),
        ("en", "$500"),
        ("zh-TW", "$500"),
    ] {
        for currency in ["TWD", "USD", "SGD", "HKD", "AUD", "NZD", "CAD", "BND"] {
            means(tag, "money", said, &format!("500 {currency}"), &asked_in(currency));
        }
    }
}

#[test]
fn a_dollar_by_its_full_name_is_no_other() {
    for (tag, said, expected) in [
        ("ko", "오백 미국 달러", "500 USD"),
        ("ko", "미화 오백 달러", "500 USD"),
        ("ko", "오백 싱가포르 달러", "500 SGD"),
        ("ko", "대만 달러로 오백", "500 TWD"),
        ("ms", "lima ratus dolar Amerika", "500 USD"),
        ("ms", "lima ratus US dollar", "500 USD"),
        ("ms", "lima ratus dolar Brunei", "500 BND"),
        ("en", "five hundred US dollars", "500 USD"),
        ("en", "five hundred American dollars", "500 USD"),
        ("en", "five hundred Australian dollars", "500 AUD"),
        ("zh-TW", "五百塊美金", "500 USD"),
        ("zh-TW", "五百美元", "500 USD"),
        ("zh-TW", "五百塊", "500 TWD"),
    ] {
        means(tag, "money", said, expected, &asked_in("TWD"));
    }
}

#[test]
fn dollars_for_an_amount_in_ringgit_are_asked_about() {
    for (tag, said) in [("ko", "오백 달러"), ("ms", "lima ratus dolar"), ("en", "five hundred dollars")] {
        let heard = hear(tag, "money", said, &asked_in("MYR"));
        assert_eq!(heard.missing, [Missing::Currency], "{tag} {said}: {heard:?}");
    }
    means("ko", "money", "오백 달러", "500 USD", &visit());
    means("ms", "money", "sedolar", "1 USD", &visit());
    means("ms", "money", "seringgit", "1 MYR", &visit());
}

#[test]
fn what_is_read_back_names_the_dollar_and_is_understood_in_any_question() {
    for currency in ["TWD", "USD", "SGD", "HKD", "AUD", "NZD", "CAD", "BND", "MYR", "KRW"] {
        for tag in TAGS {
            let language = language(tag);
            for amount in [1, 20, 35_000] {
                let value = Value::Money { amount: amount.into(), currency: currency.to_owned() };
                let said = say(&value, &language);
                // 원 is said by Koreans of the money of the place too.
                let elsewhere = if (tag, currency) == ("ko", "KRW") { currency } else { "TWD" };
                for asked in [currency, elsewhere] {
                    let heard = parse(Kind::Money, &language, &said, &asked_in(asked));
                    assert!(heard.is_clear() && heard.value.as_ref() == Some(&value), "{tag} {said}: {heard:?}");
                }
            }
        }
    }
    let one = |currency: &str| say(&Value::Money { amount: 1.into(), currency: currency.to_owned() }, &language("en"));
    assert_eq!(one("TWD"), "one NT dollar");
    assert_eq!(one("GBP"), "one pound");
}
