//! Every form of the sample pack, filled in at the kiosk in every language: once in the visitor's words,
//! once by touch. Both lead to the same answers, and the agency gets the same document.

use std::{collections::BTreeSet, path::Path, sync::Arc};

use kaunter_forms::{Form, Identity, Journey, Kind, Place, Value, from_json};
use kaunter_kiosk::{
    act::Act,
    view::{Control, FormQuestion, FormReceipt, FormReview, FormSlipKind, Given, PrinterCard, Screen, SlipOf, View},
};
use kaunter_pack::{PackFiles, model::Pack};
use kaunter_paper::Sheet;
use serde_json::{Map, Value as Json};

use crate::hall::Hall;

const LANGUAGES: [&str; 4] = ["zh-TW", "ms", "ko", "en"];

/// More questions than the longest example answers.
const MOST_QUESTIONS: usize = 400;

/// A visitor with the answers of a form's example in mind.
struct Applicant<'f> {
    hall: Hall,
    language: &'f str,
    form: &'f Arc<Form>,
    example: &'f Map<String, Json>,
    by_words: bool,
    /// What they say in their own words, by place; the rest as the kiosk itself would say it.
    wording: &'f [(&'f str, &'f str)],
}

impl Applicant<'_> {
    /// From the list of forms to the number that the form is found under; what the review showed.
    fn fills_in(&mut self) -> FormReview {
        self.hall.speaks(self.language);
        self.hall.does(Act::OpenForm { form: self.form.id.clone() });
        let mut view = self.hall.does(Act::StartForms { forms: vec![self.form.id.clone()] });
        for _ in 0..MOST_QUESTIONS {
            view = match view.screen {
                Screen::FormQuestion(question) => self.answers(&question),
                Screen::FormReview(review) => return self.hands_in(*review),
                other => panic!("{}: {other:?}", self.form.id),
            };
        }
        panic!("{} in {} never comes to its end", self.form.id, self.language);
    }

    fn hands_in(&mut self, review: FormReview) -> FormReview {
        assert_eq!(review.outstanding, [], "{} in {}", self.form.id, self.language);
        match self.hall.does(Act::FinishForm).screen {
            Screen::FormFinished(receipt) => {
                assert!(receipt.number.len() >= 8, "{}", receipt.number);
                self.prints_slips(&receipt);
            }
            other => panic!("{}: {other:?}", self.form.id),
        }
        review
    }

    /// What the form yields besides comes out as the paper that it is, with its number.
    fn prints_slips(&mut self, receipt: &FormReceipt) {
        self.hall.room.is(PrinterCard::Ready { codes: Vec::new() });
        for slip in &receipt.slips {
            let of = SlipOf::OfForm { number: receipt.number.clone(), id: slip.id.clone() };
            self.hall.does(Act::PrintSlip { of });
            let (kind, number) = match self.hall.room.sheets().pop() {
                Some(Sheet::Payment(sheet)) => (FormSlipKind::Payment, sheet.reference),
                Some(Sheet::Appointment(sheet)) => (FormSlipKind::Appointment, sheet.number),
                Some(Sheet::Ticket(sheet)) => (FormSlipKind::Queue, sheet.number),
                other => panic!("{}: {other:?}", slip.id),
            };
            assert_eq!((kind, &number), (slip.kind, &receipt.number), "{}", slip.id);
            assert_eq!(slip.amount.is_some(), kind == FormSlipKind::Payment);
        }
        let yields = ["appointment-request", "driving-licence-renewal", "vehicle-transfer"];
        assert_eq!(!receipt.slips.is_empty(), yields.contains(&self.form.id.as_str()), "{}", self.form.id);
        self.hall.room.is(PrinterCard::None);
    }

    fn answers(&mut self, question: &FormQuestion) -> View {
        let place: Place = question.place.parse().unwrap();
        let key = question.place.clone();
        if question.read_back.is_some() {
            return self.hall.does(Act::ConfirmReadBack { place: key });
        }
        let part = question.part.as_deref();
        let wording = self.wording.iter().find(|(at, _)| *at == key).map(|(_, said)| Given::Words((*said).into()));
        let given = match (self.value(&place), part) {
            _ if wording.is_some() => wording,
            // A kiosk without a camera: the picture is brought to the counter.
            (None | Some(Value::Picture { .. }), _) => None,
            (Some(Value::Address(address)), Some(part)) => {
                address.parts.get(part).map(|value| self.part(question, value))
            }
            (Some(value), _) if self.by_words => Some(self.said(&place, &value)),
            (Some(value), _) => Some(self.touched(question, &place, &value)),
        };
        let Some(given) = given else { return self.hall.does(Act::SkipQuestion { place: key }) };
        let told = format!("{} in {}: {place} {part:?} {given:?}", self.form.id, self.language);
        let view = self.hall.does(Act::Give { place: key.clone(), given });
        let Screen::FormQuestion(after) = &view.screen else { return view };
        if after.place != key || after.part.as_deref() != part {
            return view;
        }
        assert_eq!(after.faults, [], "{told}");
        // One more step down a list of places, where nothing is read back yet.
        assert!(after.read_back.is_some() || after.control != question.control, "{told}: nothing came of it");
        view
    }

    /// The example's answer; none where it leaves the question out.
    fn value(&self, place: &Place) -> Option<Value> {
        let Some((section, field)) = self.form.field(&place.field) else {
            let items = self.example.get(&place.field).and_then(Json::as_array).map_or(0, Vec::len);
            return Some(Value::YesNo(items > usize::from(place.item.unwrap())));
        };
        let answers = match place.item {
            None => self.example,
            Some(item) => self.example.get(&section.id)?.get(usize::from(item))?.as_object()?,
        };
        answers.get(&field.id).map(|json| from_json(&field.kind, json).unwrap())
    }

    /// As people of that language say it.
    fn said(&self, place: &Place, value: &Value) -> Given {
        if let Value::Signature(strokes) = value {
            return Given::Strokes(strokes.clone());
        }
        let journey = Journey::begin(Arc::clone(self.form), "2026-11-21".parse().unwrap());
        Given::Words(journey.say_value(place, value, self.language, Identity::Whole).spoken.into())
    }

    /// As the control takes it.
    fn touched(&self, question: &FormQuestion, place: &Place, value: &Value) -> Given {
        let one = |text: String| Given::One(text.into());
        match (value, &question.control) {
            (Value::YesNo(yes), _) => one(if *yes { "yes" } else { "no" }.into()),
            (Value::Choices(codes), _) => Given::Several(codes.iter().map(|code| code.as_str().into()).collect()),
            (Value::Date(day), _) => one(day.to_string()),
            (Value::Month { year, month }, _) => one(format!("{year:04}-{month:02}")),
            (Value::Time(time), _) => one(format!("{:02}:{:02}", time.hour(), time.minute())),
            (Value::Choice(code), _) => one(code.clone()),
            (Value::Place(code), Control::Place { options, .. }) => {
                let codes: BTreeSet<&str> = options.iter().map(|option| option.code.as_str()).collect();
                one(self.step_towards(place, code, &codes))
            }
            (Value::Integer(number), _) => one(number.to_string()),
            (Value::Decimal(number), _) | (Value::Money { amount: number, .. }, _) => one(number.to_string()),
            (Value::Phone(phone), _) => one(phone.clone()),
            (Value::Identity { number, .. }, _) => Given::Typed(number.as_str().into()),
            _ => match self.said(place, value) {
                Given::Words(words) => Given::Typed(words),
                drawn => drawn,
            },
        }
    }

    /// Which of the places offered the wanted one lies in, or is.
    fn step_towards(&self, place: &Place, wanted: &str, offered: &BTreeSet<&str>) -> String {
        let (_, field) = self.form.field(&place.field).unwrap();
        let Kind::Place { places, .. } = &field.kind else { panic!("{place} is no place") };
        let mut at = self.form.table(places).unwrap().get(wanted);
        while let Some(listed) = at {
            if offered.contains(listed.code()) {
                return listed.code().to_owned();
            }
            at = listed.parent();
        }
        panic!("no way to {wanted} among {offered:?}")
    }

    /// A part of an address: chosen where it is in the list, else typed or said.
    fn part(&self, question: &FormQuestion, value: &str) -> Given {
        let Control::Place { options, .. } = &question.control else { return Given::Words(value.into()) };
        match options.iter().find(|option| option.code == value) {
            Some(option) if self.by_words => Given::Words(option.label.as_str().into()),
            Some(_) => Given::One(value.into()),
            None => Given::Words(value.into()),
        }
    }
}

/// The labels and answers of a review, in order.
fn lines(review: &FormReview) -> Vec<(String, String)> {
    let lines = review.sections.iter().flat_map(|section| &section.lines);
    lines
        .map(|line| {
            let value = line.value.as_ref().map(|value| value.as_str().to_owned());
            (line.label.clone(), value.unwrap_or_default())
        })
        .collect()
}

#[test]
fn every_sample_form_is_filled_in_by_words_and_by_touch_in_every_language() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let files = PackFiles::open(&content).unwrap();
    let pack = Pack::from_files(&files).unwrap();
    assert!(pack.forms.forms().count() >= 9);
    for form in pack.forms.forms() {
        let example = std::fs::read(content.join("forms").join(&form.id).join("example.json")).unwrap();
        let example: Map<String, Json> = serde_json::from_slice(&example).unwrap();
        for language in LANGUAGES {
            let filled_in = |by_words| {
                let hall = Hall::with(pack.clone());
                lines(&Applicant { hall, language, form, example: &example, by_words, wording: &[] }.fills_in())
            };
            let (said, touched) = (filled_in(true), filled_in(false));
            assert!(said.iter().any(|(_, answer)| !answer.is_empty()), "{} in {language}", form.id);
            assert_eq!(said, touched, "{} in {language}", form.id);
        }
    }
}

#[test]
fn somebody_who_was_a_clerk_says_so_and_no_clerk_is_called() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let pack = Pack::from_files(&PackFiles::open(&content).unwrap()).unwrap();
    let form = pack.forms.get("job-seeker-registration").unwrap();
    let example = std::fs::read_to_string(content.join("forms").join(&form.id).join("example.json")).unwrap();
    for (language, work) in [("en", "Clerk"), ("ms", "Pembantu"), ("ko", "공무원"), ("zh-TW", "辦事員")] {
        let mut example: Map<String, Json> = serde_json::from_str(&example).unwrap();
        let jobs = example.get_mut("jobs").unwrap().as_array_mut().unwrap();
        jobs[0]["job_title"] = work.into();
        for by_words in [true, false] {
            let hall = Hall::with(pack.clone());
            let review = Applicant { hall, language, form, example: &example, by_words, wording: &[] }.fills_in();
            assert!(lines(&review).iter().any(|(_, answer)| answer == work), "{work} by words: {by_words}");
        }
    }
}

/// A place and what is said to it.
type Said = (&'static str, &'static str);

/// What people say, and not what the kiosk would: form, language, and the words by place.
const IN_THEIR_OWN_WORDS: [(&str, &str, &[Said]); 4] = [
    (
        "old-age-allowance",
        "zh-TW",
        &[
            ("full_name", "我叫陳秀英"),
            ("identity", "A二二三四，五六七，八一"),
            ("birth", "四十二年三月五號"),
            ("phone", "零九一二，三四五六七八"),
            ("address", "海港市市場區魚市街十八號"),
            ("registered_five_years", "有啊"),
            ("pension", "六百二十塊"),
            ("work_income", "零元"),
            ("other_income", "四十五塊半"),
            ("lives_alone", "不是，跟家人住"),
            ("member_name/0", "叫林文雄"),
            ("member_birth/0", "民國三十九年十一月二十號"),
            ("member_income/0", "大概七百一十塊"),
            ("relation/2", "孫子女"),
            ("senior_pass", "好啊"),
        ],
    ),
    (
        "vehicle-transfer",
        "ms",
        &[
            ("plate", "A B C lima enam tujuh lapan"),
            ("vehicle_kind", "kereta"),
            ("debts_paid", "sudah"),
            ("ground", "jual beli"),
            ("handover_date", "enam belas November 2026"),
            ("price", "lapan belas ribu dolar Taiwan"),
            ("seller_phone", "kosong sembilan empat lima, enam tujuh lapan, sembilan kosong satu"),
            ("attendance", "dua-dua"),
            ("owner_kind", "syarikat"),
            ("insured", "ya, ada"),
        ],
    ),
    (
        "driving-licence-renewal",
        "ko",
        &[
            ("birth", "천구백사십구년 이월 십일일입니다"),
            ("identity", "디 일이삼 사구삼 공삼사"),
            ("phone", "공구육칠 팔구공 일이삼"),
            ("wish", "갱신할게요"),
            ("classes", "소형 오토바이하고 승용차요"),
            ("expiry", "올해 십이월 삼십일일"),
            ("suspended", "아니요, 없어요"),
            ("glasses", "네"),
            ("sight_trouble", "없습니다"),
            ("delivery", "우편으로 보내 주세요"),
        ],
    ),
    (
        "appointment-request",
        "en",
        &[
            ("office", "counter eleven please"),
            ("matter", "home help"),
            ("first_date", "the first of December"),
            ("first_time", "ten in the morning"),
            ("second_date", "Thursday the third of December"),
            ("second_time", "half past two in the afternoon"),
            ("phone", "oh nine seven eight, nine oh one, two three four"),
            ("email", "lan at example dot com"),
            ("answer_by", "call me"),
            ("needs", "hearing aid and an interpreter"),
        ],
    ),
];

#[test]
fn a_form_is_filled_in_as_people_talk() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let pack = Pack::from_files(&PackFiles::open(&content).unwrap()).unwrap();
    let filled_in = |id: &str, language, by_words, wording| {
        let form = pack.forms.get(id).unwrap();
        let example = std::fs::read(content.join("forms").join(id).join("example.json")).unwrap();
        let example: Map<String, Json> = serde_json::from_slice(&example).unwrap();
        let hall = Hall::with(pack.clone());
        lines(&Applicant { hall, language, form, example: &example, by_words, wording }.fills_in())
    };
    for (id, language, wording) in IN_THEIR_OWN_WORDS {
        assert_eq!(filled_in(id, language, true, wording), filled_in(id, language, false, &[]), "{id} in {language}");
    }
}
