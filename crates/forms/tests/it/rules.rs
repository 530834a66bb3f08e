//! What rules come to: typed, exact, and undecided where an answer is missing.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use kaunter_forms::{Held, Kind, Place, Scope, Typed, Value};
use rust_decimal::Decimal;

use crate::desk::{form, try_form};

/// A form with an answer of each type; rules are added to it.
const FORM: &str = r#"
id = "trial"
version = "1"
family = "ideas"
minutes = 1
retention_days = 1
signing = { who = "applicant", how = "none" }
section = [
  { id = "one", field = [
    { id = "sure", kind = "yes-no", optional = true },
    { id = "pick", kind = "choice", choices = ["a", "b", "c"], optional = true },
    { id = "again", kind = "choice", choices = ["a", "b", "c"], optional = true },
    { id = "several", kind = "choices", choices = ["x", "y"], optional = true },
    { id = "words", kind = "text", optional = true },
    { id = "born", kind = "date", optional = true },
    { id = "since", kind = "month", optional = true },
    { id = "at", kind = "time", optional = true },
    { id = "count", kind = "integer", optional = true },
    { id = "share", kind = "decimal", optional = true },
    { id = "pay", kind = "money", currency = "TWD", optional = true },
    { id = "ringgit", kind = "money", currency = "MYR", optional = true },
    { id = "home", kind = "address", country = "TW", optional = true },
    { id = "sign", kind = "signature", optional = true },
  ] },
  { id = "things", repeat = { each = "thing", min = 0, max = 9 }, field = [
    { id = "label", kind = "text", optional = true },
    { id = "price", kind = "money", currency = "TWD", optional = true },
    { id = "old", kind = "yes-no", optional = true },
  ] },
"#;

fn with_value(kind: &str, rule: &str) -> String {
    let rule = rule.replace('\\', "\\\\").replace('"', "\\\"");
    format!("{FORM}  {{ id = \"two\", field = [{{ id = \"result\", {kind}, value = \"{rule}\" }}] }},\n]\n")
}

/// Answers by field; those of things by `field/item`.
struct Answers {
    answers: BTreeMap<String, Typed>,
    things: Option<u16>,
}

impl Scope for Answers {
    fn today(&self) -> Date {
        date(2026, 11, 21)
    }

    fn answer(&self, place: &Place) -> Option<Typed> {
        self.answers.get(&place.to_string()).cloned()
    }

    fn items(&self, _: &str) -> Option<u16> {
        self.things
    }
}

/// Most is answered; of three things the second has no price and the third is not said to be old or new.
fn answers() -> Answers {
    let text = |text: &str| Typed::Text(text.into());
    let money = |amount: i64| Typed::Money(amount.into());
    let given = [
        ("sure", Typed::Bool(true)),
        ("pick", text("b")),
        ("several", Typed::List(vec![Some(text("x"))])),
        ("words", text("grün 綠")),
        ("born", Typed::Date(date(1961, 11, 22))),
        ("since", Typed::Date(date(2020, 2, 1))),
        ("at", Typed::Time(jiff::civil::time(14, 30, 0, 0))),
        ("count", Typed::Integer(7)),
        ("share", Typed::Decimal(Decimal::new(1, 1))),
        ("pay", money(1200)),
        ("home", Typed::Address(BTreeMap::from([("city".into(), "harbour".into())]))),
        ("label/0", text("lamp")),
        ("price/0", money(30)),
        ("old/0", Typed::Bool(true)),
        ("label/1", text("chair")),
        ("old/1", Typed::Bool(false)),
        ("price/2", money(50)),
    ];
    Answers { answers: given.into_iter().map(|(place, value)| (place.into(), value)).collect(), things: Some(3) }
}

fn held_by(rule: &str, answers: &Answers) -> Held {
    let form = form(&with_value("kind = \"yes-no\"", rule));
    form.sections[2].fields[0].value.as_ref().unwrap().holds(answers, None)
}

#[test]
fn a_rule_is_yes_no_or_undecided() {
    use Held::{No, Undecided, Yes};
    let cases = [
        // What is there.
        ("sure", Yes),
        ("!sure", No),
        ("pick == 'b' && pick != 'a'", Yes),
        ("pick in ['a', 'c']", No),
        ("'x' in several", Yes),
        ("several == ['x']", Yes),
        ("'y' in several || size(several) == 1", Yes),
        ("words.startsWith('grün') && words.endsWith('綠') && words.contains(' ')", Yes),
        ("size(words) == 6 && words.size() == 6", Yes),
        ("home.city == 'harbour'", Yes),
        // Birthdays: tomorrow he is 65.
        ("age(born) == 64 && age(born, date('2026-11-22')) == 65", Yes),
        ("days_between(today, date('2026-12-21')) == 30", Yes),
        ("months_between(date('2026-01-31'), date('2026-02-28')) == 0", Yes),
        ("months_between(date('2026-03-31'), date('2026-01-31')) == -2", Yes),
        ("years_between(date('2004-02-29'), date('2025-02-28')) == 20", Yes),
        ("years_between(date('2004-02-29'), date('2025-03-01')) == 21", Yes),
        ("since == date('2020-02-01')", Yes),
        ("at >= time('14:30') && at < time('14:31')", Yes),
        // Exact: no floating point anywhere.
        ("share + decimal('0.2') == decimal('0.3')", Yes),
        ("pay * decimal('1.1') == money('1320')", Yes),
        ("pay / 7 * 7 <= pay", Yes),
        ("pay / money('600') == 2 && count / 2 == 3 && count % 2 == 1", Yes),
        ("count > share && -count < 0 && - - count == 7", Yes),
        ("(sure ? pay : money('0')) == money('1200')", Yes),
        // Lists.
        ("size(things) == 3", Yes),
        ("sum(things.map(t, t.price)) == money('80')", Yes),
        ("sum(things.filter(t, answered(t.price)).map(t, t.price)) == money('80')", Yes),
        ("sum(things.map(t, answered(t.price) && t.price > money('40'), t.price)) == money('50')", Yes),
        ("things.exists(t, t.label == 'chair')", Yes),
        ("things.exists(t, t.label == 'table')", Undecided),
        ("things.all(t, answered(t.label) || has(t.price))", Yes),
        ("things.all(t, t.price > money('40'))", No),
        ("things.exists_one(t, answered(t.old) && t.old)", Yes),
        ("things.exists(t, things.exists(u, u.label == 'lamp' && t.label == 'chair'))", Yes),
        ("size(things.filter(t, t.old)) == 1", Undecided),
        ("things.map(t, t.label) == ['lamp', 'chair', 'x']", Undecided),
        // What is not there.
        ("again == 'a'", Undecided),
        ("!(again == 'a')", Undecided),
        ("again == 'a' && !sure", No),
        ("!sure && again == 'a'", No),
        ("again == 'a' || sure", Yes),
        ("again == 'a' ? true : true", Undecided),
        ("sure ? true : again == 'a'", Yes),
        ("again in ['a'] || pick == 'b'", Yes),
        ("answered(again)", No),
        ("answered(again) && again == 'a'", No),
        ("answered(sign) || !answered(pick)", No),
        ("home.floor == '3'", Undecided),
        ("ringgit > money('1')", Undecided),
        // What has no result.
        ("count / 0 == 1", Undecided),
        ("count % 0 == 1", Undecided),
        ("pay / 0 > pay", Undecided),
        ("count * 9223372036854775807 > 0", Undecided),
        ("share * decimal('70000000000000000000000000000') * decimal('100') > 0", Undecided),
    ];
    let differing: Vec<_> = cases
        .iter()
        .map(|(rule, held)| (rule, held_by(rule, &answers()), *held))
        .filter(|(_, is, should)| is != should)
        .collect();
    assert!(differing.is_empty(), "is, and should be: {differing:#?}");
}

#[test]
fn a_list_that_is_not_complete_is_undecided_and_an_empty_one_is_nothing() {
    let open = Answers { things: None, ..answers() };
    assert_eq!(held_by("size(things) == 3", &open), Held::Undecided);
    let none = Answers { things: Some(0), ..answers() };
    assert_eq!(held_by("sum(things.map(t, t.price)) == money('0') && things.all(t, t.old)", &none), Held::Yes);
    assert_eq!(held_by("things.exists(t, t.old)", &none), Held::No);
}

#[test]
fn what_is_worked_out_becomes_an_answer_of_its_kind() {
    let cases = [
        ("kind = \"money\", currency = \"TWD\"", "pay / 7", "171.43"),
        ("kind = \"decimal\", digits = 1", "decimal('2.25') + share", "2.4"),
        ("kind = \"decimal\"", "count", "7"),
        ("kind = \"integer\"", "count * 2 - 1", "13"),
        ("kind = \"choice\", choices = [\"a\", \"b\", \"c\"]", "sure ? pick : 'a'", "b"),
        ("kind = \"text\"", "words + '!'", "grün 綠!"),
        ("kind = \"date\"", "sure ? today : born", "2026-11-21"),
        ("kind = \"month\"", "born", "1961-11"),
        ("kind = \"time\"", "at", "14:30"),
        ("kind = \"yes-no\"", "count == 7", "true"),
    ];
    for (kind, rule, expected) in cases {
        let form = form(&with_value(kind, rule));
        let field = &form.sections[2].fields[0];
        let value = field.value.as_ref().unwrap().value(&answers(), None).unwrap();
        let value = value.into_value(&field.kind).unwrap_or_else(|| panic!("{rule}"));
        let said = match value {
            Value::Money { amount, currency } if currency == "TWD" => amount.to_string(),
            Value::Decimal(number) => number.to_string(),
            Value::Integer(number) => number.to_string(),
            Value::Choice(text) | Value::Text(text) => text,
            Value::Date(day) => day.to_string(),
            Value::Month { year, month } => format!("{year}-{month}"),
            Value::Time(time) => time.strftime("%H:%M").to_string(),
            Value::YesNo(yes) => yes.to_string(),
            other => panic!("{other:?}"),
        };
        assert_eq!(said, expected, "{rule}");
    }
    assert!(Typed::Thing.into_value(&Kind::Name).is_none());
}

#[test]
fn a_rule_that_mixes_what_is_not_alike_is_told_so() {
    let cases = [
        ("pay > 1000", "wrong-rule-type"),
        ("pay + ringgit > pay", "wrong-rule-type"),
        ("pay * pay > pay", "wrong-rule-type"),
        ("share > 0.5", "wrong-rule-type"),
        ("born > '2020-01-01'", "wrong-rule-type"),
        ("born + 1 > born", "wrong-rule-type"),
        ("age(count) > 3", "wrong-rule-type"),
        ("sure > sure", "wrong-rule-type"),
        ("sure && count", "wrong-rule-type"),
        ("!words", "wrong-rule-type"),
        ("-words == words", "wrong-rule-type"),
        ("words", "wrong-rule-type"),
        ("sure == null", "wrong-rule-type"),
        ("sign == sign", "wrong-rule-type"),
        ("home == home", "wrong-rule-type"),
        ("things == things", "wrong-rule-type"),
        ("[1, 'a'] == [1]", "wrong-rule-type"),
        ("sum(things.map(t, t.label)) == 'x'", "wrong-rule-type"),
        ("things.exists(t, t.price)", "wrong-rule-type"),
        ("words.exists(t, t == 'x')", "wrong-rule-type"),
        ("pick in words", "wrong-rule-type"),
        ("things[0].old", "unknown-function"),
        ("size(count) == 1", "unknown-function"),
        ("date(words) == born", "wrong-rule-type"),
        ("date('2026-02-30') == born", "rule-unreadable"),
        ("money('1e3') == pay", "rule-unreadable"),
        ("decimal('1,5') == share", "rule-unreadable"),
        ("time('25:00') == at", "rule-unreadable"),
        ("pick == 'd'", "unknown-code"),
        ("'d' == pick", "unknown-code"),
        ("pick in ['a', 'd']", "unknown-code"),
        ("'z' in several", "unknown-code"),
        ("(sure ? pick : again) == 'q'", "unknown-code"),
        ("nobody == 1", "unknown-name"),
        ("things.map(t, t.colour) == ['x']", "unknown-name"),
        ("thing.old", "unknown-name"),
        ("label == 'x'", "unknown-name"),
        ("home.planet == 'x'", "unknown-name"),
        ("pick.a == 'x'", "wrong-rule-type"),
        ("matches(words, 'x')", "unknown-function"),
        ("double(count) == 1", "unknown-function"),
        ("answered(sure && sure)", "unknown-function"),
        ("has(sure)", "rule-unreadable"),
        ("{'a': 1} == {'a': 1}", "unknown-function"),
        ("b'x' == b'x'", "unknown-function"),
        ("1u == 1u", "unknown-function"),
        ("sure &&", "rule-unreadable"),
        ("sure sure", "rule-unreadable"),
        ("\"", "rule-unreadable"),
        ("things.all(t, things.all(u, things.all(v, v.old)))", "rule-too-long"),
    ];
    let told = |rule: &str| try_form(&with_value("kind = \"yes-no\"", rule)).1;
    let differing: Vec<_> = cases
        .iter()
        .map(|(rule, code)| (rule, code, told(rule)))
        .filter(|(_, code, told)| told.len() != 1 || !told[0].starts_with(&format!("{code}: ")))
        .collect();
    assert!(differing.is_empty(), "{differing:#?}");
}

#[test]
fn what_is_worked_out_must_fit_its_kind() {
    let cases = [
        ("kind = \"money\", currency = \"TWD\"", "ringgit", "wrong-rule-type"),
        ("kind = \"money\", currency = \"TWD\"", "count", "wrong-rule-type"),
        ("kind = \"integer\"", "share", "wrong-rule-type"),
        ("kind = \"choice\", choices = [\"a\", \"b\"]", "pick", "wrong-rule-type"),
        ("kind = \"choice\", choices = [\"a\", \"b\"]", "words", "wrong-rule-type"),
        ("kind = \"choice\", choices = [\"a\", \"b\"]", "sure ? 'a' : 'z'", "unknown-code"),
        ("kind = \"date\"", "at", "wrong-rule-type"),
    ];
    for (kind, rule, code) in cases {
        let told = try_form(&with_value(kind, rule)).1;
        assert!(told.len() == 1 && told[0].starts_with(code), "{rule}: {told:?}");
    }
}
