//! What the agency gets: one document, in the citizen's language and the office's.

use jiff::ToSpan;
use kaunter_forms::{Filled, FilledAnswer, FilledCorrection, FilledSlip, Identity, Journey, Value, Verdict};

use crate::visit::{Visit, at, form, form_with};

/// The published schema of the document.
const SCHEMA: &str = include_str!("../../../../docs/filled-form.schema.json");

/// Expects that the document is as the schema says.
#[track_caller]
pub fn fits_schema(filled: &Filled) {
    let schema = jsonschema::validator_for(&serde_json::from_str(SCHEMA).unwrap()).unwrap();
    let document = serde_json::to_value(filled).unwrap();
    let faults: Vec<String> =
        schema.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

const PENSION: &str = r#"
duplicate = { within_days = 365, person = ["full_name", "card"] }
[[document]]
id = "residence-card"
[[document]]
id = "photograph"
when = "wants_pass"
[[slip]]
id = "contribution"
kind = "payment"
amount = "all_help"
shows = ["full_name", "card", "remark"]
due = "today+14d"
[[slip]]
id = "pass"
kind = "appointment"
when = "wants_pass"
shows = ["birth"]
[[slip]]
id = "desk"
kind = "queue"
[[section]]
id = "who"
[[section.field]]
id = "full_name"
kind = "name"
[[section.field]]
id = "card"
kind = "identity"
schemes = ["taiwan", "mykad", "korea"]
[[section.field]]
id = "birth"
kind = "date"
until = "today"
[[section.field]]
id = "reason"
kind = "choice"
choices = ["moved", "other"]
[[section.field]]
id = "remark"
kind = "text"
optional = true
[[section.field]]
id = "wants_pass"
kind = "yes-no"
[[section]]
id = "members"
repeat = { each = "member", min = 0, max = 4 }
[[section.field]]
id = "member_name"
kind = "name"
[[section.field]]
id = "help"
kind = "money"
currency = "TWD"
[[section]]
id = "sums"
[[section.field]]
id = "all_help"
kind = "money"
currency = "TWD"
value = "sum(members.map(m, m.help))"
[eligibility]
root = "old"
[[eligibility.rule]]
id = "old"
rule = "age(birth) >= 65"
passage = "old-age"
"#;

const ZH: &str = "form-title = 敬老津貼
officer-summary = { $full_name }（{ $birth }）申請，同住 { $members } 人，扶助 { $all_help }，備註：{ $remark }
section-who = 申請人
members-item = 家人 { $number }
full_name = 姓名
    .question = 姓名？
reason-moved = 搬家
rule-old = 年滿六十五歲
slip-contribution = 自付額
    .place = 7 號櫃台";

const EN: &str = "form-title = Old-age allowance
section-who = Applicant
members-item = Member { $number }
full_name = Full name
    .question = Your name?
reason-moved = I moved
rule-old = Aged 65 or over
slip-contribution = What you pay yourself
    .place = Counter 7";

fn pensioner() -> Visit {
    let mut visit = Visit::to(&form_with(PENSION, &[("zh-TW", ZH), ("en", EN)], &[]));
    visit.give("full_name", r#""Tan Ah Moi""#);
    visit.give("card", r#"{"scheme":"taiwan","number":"A123456789"}"#).give("birth", r#""1953-03-05""#);
    visit.give("reason", r#""moved""#).skip("remark").give("wants_pass", "true").give("members/0", "true");
    visit.give("member_name/0", r#""Tan Boon""#).give("help/0", r#"{"amount":"20000","currency":"TWD"}"#);
    visit.give("members/1", "false");
    visit
}

#[test]
fn the_document_says_everything_in_both_languages() {
    let filled = pensioner().journey.finish("en", "zh-TW").unwrap();
    assert_eq!((filled.form.as_str(), filled.version.as_str()), ("story", "1"));
    assert_eq!((filled.title.citizen.as_str(), filled.title.office.as_str()), ("Old-age allowance", "敬老津貼"));
    assert_eq!(
        filled.summary.as_deref().map(plain).as_deref(),
        Some("Tan Ah Moi（民國42年3月5日）申請，同住 1 人，扶助 新臺幣20,000元，備註：—")
    );
    let answer = |field: &str| {
        let all = filled.sections.iter().flat_map(|section| &section.answers);
        all.clone().find(|answer| answer.field == field).unwrap().clone()
    };
    assert_eq!(answer("birth").written.office, "民國42年3月5日");
    assert_eq!(answer("birth").written.citizen, "5 March 1953");
    assert_eq!(answer("birth").value, "1953-03-05");
    assert_eq!(
        (answer("reason").written.citizen.as_str(), answer("reason").written.office.as_str()),
        ("I moved", "搬家")
    );
    assert_eq!(answer("full_name").label.office, "姓名");
    assert_eq!(answer("card").written.office, "A123456789", "the office needs the number");
    assert!(answer("remark").value.is_null(), "left out on purpose");
    assert!(answer("all_help").computed);
    assert_eq!(filled.sections[1].title.office, "家人 1");
    assert_eq!(filled.documents.iter().map(|d| d.id.as_str()).collect::<Vec<_>>(), ["residence-card", "photograph"]);
    let eligibility = filled.eligibility.as_ref().unwrap();
    assert_eq!(eligibility.verdict, Verdict::MayQualify);
    assert_eq!(
        (eligibility.rules[0].title.office.as_str(), eligibility.rules[0].answers[0].as_str()),
        ("年滿六十五歲", "birth")
    );
    assert_eq!(filled.definition, pensioner().journey.form().digest());
    fits_schema(&filled);
    let json = serde_json::to_string(&filled).unwrap();
    assert_eq!(serde_json::from_str::<Filled>(&json).unwrap(), filled);
}

#[test]
fn what_is_to_be_paid_wished_and_waited_for_stands_in_the_document_in_both_languages() {
    let mut visit = pensioner();
    let slips = |visit: &Visit| visit.journey.finish("en", "zh-TW").unwrap().slips;
    let FilledSlip::Payment { title, amount, due: Some(due), place, lines, .. } = &slips(&visit)[0] else { panic!() };
    assert_eq!(title.office, "自付額");
    assert_eq!((amount.value["amount"].as_str(), amount.value["currency"].as_str()), (Some("20000"), Some("TWD")));
    assert_eq!(amount.written.office, "新臺幣20,000元");
    assert_eq!(due.value, (visit.journey.today() + 14.days()).to_string());
    assert_eq!((place.citizen.as_str(), place.office.as_str()), ("Counter 7", "7 號櫃台"));
    let said: Vec<&str> = lines.iter().map(|line| line.written.citizen.as_str()).collect();
    assert_eq!(said, ["Tan Ah Moi", "A12****789"], "masked, and what was left out is not there");
    let FilledSlip::Appointment { lines, .. } = &slips(&visit)[1] else { panic!() };
    assert_eq!((lines.len(), lines[0].written.citizen.as_str()), (1, "5 March 1953"));
    assert!(matches!(&slips(&visit)[2], FilledSlip::Queue { id, .. } if id == "desk"));

    visit.give("wants_pass", "false").give("help/0", r#"{"amount":"0","currency":"TWD"}"#);
    let left: Vec<String> = slips(&visit).iter().map(|slip| slip.id().to_owned()).collect();
    assert_eq!(left, ["desk"], "nothing to pay, nothing wished");
}

#[test]
fn a_finished_form_is_taken_up_again_and_one_answer_is_put_right() {
    let filled = pensioner().journey.finish("en", "zh-TW").unwrap();
    let form = pensioner().journey.form().clone();
    let mut again = Journey::reopen(form, &filled, filled.day().unwrap()).unwrap();
    assert_eq!(again.finish("en", "zh-TW").unwrap(), filled, "as it was");
    again.answer(&at("member_name/0"), Value::Name("Tan Bun".into())).unwrap();
    let mut corrected = again.finish("en", "zh-TW").unwrap();
    let before = filled.answers();
    let differs = |answer: &&FilledAnswer, at| before.get(at).is_none_or(|before| before.value != answer.value);
    let changed: Vec<String> =
        corrected.answers().iter().filter(|(at, answer)| differs(answer, at)).map(|(at, _)| at.to_string()).collect();
    assert_eq!(changed, ["member_name/0"]);
    corrected.corrections.push(FilledCorrection {
        revision: 1,
        date: "2026-11-21".into(),
        reason: "misheard".into(),
        words: Some("Read from her card".into()),
        answers: changed,
    });
    fits_schema(&corrected);
}

/// Without the marks that Fluent puts around arguments.
fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

#[test]
fn what_is_set_aside_is_not_in_the_document() {
    let mut visit = pensioner();
    visit.give("members/0", "false").give("wants_pass", "false");
    let json = serde_json::to_string(&visit.journey.finish("en", "zh-TW").unwrap()).unwrap();
    assert!(!json.contains("Tan Boon") && !json.contains("photograph"), "{json}");
    assert!(visit.store.keys().any(|place| *place == at("member_name/0")), "but it is kept");
}

#[test]
fn an_identity_number_is_masked_unless_somebody_may_see_it() {
    let visit = pensioner();
    let said = |tag, identity| visit.journey.say(&at("card"), tag, identity);
    for tag in ["zh-TW", "en"] {
        assert_eq!(said(tag, Identity::Masked).written, "A12****789");
        assert_eq!(said(tag, Identity::Whole).written, "A123456789");
    }
    assert!(!said("en", Identity::Masked).spoken.contains("four"), "{:?}", said("en", Identity::Masked));
    let value = |scheme: &str, number: &str| {
        let mut visit = pensioner();
        visit.give("card", &format!(r#"{{"scheme":"{scheme}","number":"{number}"}}"#));
        visit.journey.say(&at("card"), "en", Identity::Masked).written
    };
    assert_eq!(value("mykad", "800101145678"), "******-**-5678");
    assert_eq!(value("korea", "8001011234567"), "800101-1******");
}

#[test]
fn the_same_person_gives_the_same_fingerprint() {
    let print = |name: &str, number: &str| {
        let mut visit = pensioner();
        visit.give("full_name", &format!("\"{name}\""));
        visit.give("card", &format!(r#"{{"scheme":"taiwan","number":"{number}"}}"#));
        visit.journey.fingerprint().unwrap()
    };
    assert_eq!(print("Tan Ah Moi", "A123456789"), print("TAN  AH MOI", "A123456789"));
    assert_eq!(print("王小明", "A123456789"), print("王 小明", "A123456789"));
    assert_ne!(print("Tan Ah Moi", "A123456789"), print("Tan Ah Moi", "A223456781"));
    let visit = Visit::to(pensioner().journey.form());
    assert_eq!(visit.journey.fingerprint(), None, "nobody is known yet");
    let plain = Visit::to(&form("[[section]]\nid = \"s\"\n[[section.field]]\nid = \"f\"\nkind = \"yes-no\""));
    assert_eq!(plain.journey.fingerprint(), None);
}
