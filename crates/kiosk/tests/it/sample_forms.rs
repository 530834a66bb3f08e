//! Every form of the sample pack, filled in at the kiosk in every language: once in the visitor's words,
//! once by touch. Both lead to the same answers, and the agency gets the same document.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::Arc,
};

use kaunter_forms::{Form, Identity, Journey, Kind, Place, Value, from_json};
use kaunter_kiosk::{
    act::Act,
    view::{
        Control, FormQuestion, FormReceipt, FormReview, FormSlipKind, Given, Officer, OfficerPage, PrinterCard, Screen,
        SlipOf, View,
    },
};
use kaunter_pack::{
    PackFiles,
    model::{Pack, TopicKind},
};
use kaunter_paper::Sheet;
use serde_json::{Map, Value as Json};

use crate::hall::{Hall, PIN, pin};

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
    wording: BTreeMap<String, String>,
    /// What was said in their own words and not understood.
    amiss: Vec<String>,
    /// Places where it was tried.
    tried: BTreeSet<String>,
}

impl<'f> Applicant<'f> {
    fn new(hall: Hall, language: &'f str, form: &'f Arc<Form>, example: &'f Map<String, Json>, by_words: bool) -> Self {
        let (wording, amiss, tried) = Default::default();
        Self { hall, language, form, example, by_words, wording, amiss, tried }
    }

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
                self.is_told_what_is_brought(&review, &receipt.number);
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
        let yields =
            ["appointment-request", "driving-licence-renewal", "vehicle-first-registration", "vehicle-transfer"];
        assert_eq!(!receipt.slips.is_empty(), yields.contains(&self.form.id.as_str()), "{}", self.form.id);
        self.hall.room.is(PrinterCard::None);
    }

    /// Where there is a picture to bring, visitor and officer both read that, and not that nothing was answered.
    fn is_told_what_is_brought(&mut self, review: &FormReview, number: &str) {
        let pictured = |place: &str| self.form.field(place).is_some_and(|(_, field)| field.kind == Kind::Picture);
        let lines = review.sections.iter().flat_map(|section| &section.lines);
        let mut pictures = 0;
        for line in lines {
            assert_eq!(line.brought, pictured(&line.place), "{}: {}", self.form.id, line.place);
            pictures += usize::from(line.brought);
        }
        assert_eq!(pictures, usize::from(self.form.id == "driving-licence-renewal"), "{}", self.form.id);
        if pictures > 0 {
            let find = Act::OfficerFind { number: number.into() };
            let view = self.hall.does_all([Act::OfficerGesture, pin(PIN), find]);
            let Screen::Officer(Officer::Open { page: OfficerPage::Form(form), .. }) = view.screen else {
                panic!("{:?}", view.screen)
            };
            let answers = form.sections.iter().flat_map(|section| &section.answers);
            let brought: Vec<_> = answers.filter(|answer| answer.brought).map(|answer| answer.place.clone()).collect();
            assert_eq!(brought, [Some("photo".to_owned())]);
            self.hall.does(Act::OfficerClose);
        }
    }

    fn answers(&mut self, question: &FormQuestion) -> View {
        let place: Place = question.place.parse().unwrap();
        let key = question.place.clone();
        if question.read_back.is_some() {
            return self.hall.does(Act::ConfirmReadBack { place: key });
        }
        let part = question.part.as_deref();
        let wording = self.wording.get(&key).filter(|_| self.tried.insert(key.clone())).cloned();
        if let Some(said) = wording {
            return self.says(question, &said);
        }
        let given = match (self.value(&place), part) {
            // A kiosk without a camera: the picture is brought to the counter.
            (None | Some(Value::Picture { .. }), _) => None,
            (Some(Value::Address(address)), Some(part)) => {
                address.parts.get(part).map(|value| self.part(question, value))
            }
            (Some(value), _) if self.by_words && !self.tried.contains(&key) => Some(self.said(&place, &value)),
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

    /// Says it in their own words. Where it is not understood, they touch it.
    fn says(&mut self, question: &FormQuestion, said: &str) -> View {
        let view = self.hall.does(Act::Give { place: question.place.clone(), given: Given::Words(said.into()) });
        if let Screen::FormQuestion(after) = &view.screen
            && after.place == question.place
            && after.read_back.is_none()
        {
            let told = format!("{} in {}: {}: “{said}”", self.form.id, self.language, question.place);
            self.amiss.push(format!("{told} {:?}", after.faults));
        }
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
                lines(&Applicant::new(hall, language, form, &example, by_words).fills_in())
            };
            let (said, touched) = (filled_in(true), filled_in(false));
            assert!(said.iter().any(|(_, answer)| !answer.is_empty()), "{} in {language}", form.id);
            assert_eq!(said, touched, "{} in {language}", form.id);
        }
    }
}

/// What a form asks outside of lists when its example is told, in words; and by which name others share the answer.
fn asked_in<'f>(form: &'f Form, example: &Map<String, Json>, language: &str) -> Vec<(String, Option<&'f str>)> {
    let words = form.words(language).unwrap();
    let alone = form.sections.iter().filter(|section| section.repeat.is_none());
    let fields = alone.flat_map(|section| &section.fields).filter(|field| example.contains_key(&field.id));
    fields.map(|field| (words.question(&field.id).to_owned(), field.fact.as_deref())).collect()
}

#[test]
fn no_life_event_asks_the_same_question_in_two_of_its_forms() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let pack = Pack::from_files(&PackFiles::open(&content).unwrap()).unwrap();
    let events: Vec<_> = pack.topics.iter().filter(|topic| topic.kind == TopicKind::LifeEvent).collect();
    assert_eq!(events.len(), 6);
    let (mut shared, mut twice) = (0, Vec::new());
    for (topic, language) in events.iter().flat_map(|topic| LANGUAGES.map(|language| (topic, language))) {
        let mut before: BTreeMap<String, Option<&str>> = BTreeMap::new();
        for form in topic.forms.iter().map(|id| pack.forms.get(id).unwrap()) {
            let example = std::fs::read(content.join("forms").join(&form.id).join("example.json")).unwrap();
            let asked = asked_in(form, &serde_json::from_slice(&example).unwrap(), language);
            for (question, fact) in &asked {
                match before.get(question) {
                    Some(known) if known.is_some() && known == fact => shared += 1,
                    Some(_) => twice.push(format!("{} in {language}: {}: {question}", topic.id, form.id)),
                    None => {}
                }
            }
            before.extend(asked);
        }
    }
    assert!(shared > 40, "{shared}");
    assert!(twice.is_empty(), "{}", twice.join("\n"));
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
            let review = Applicant::new(hall, language, form, &example, by_words).fills_in();
            assert!(lines(&review).iter().any(|(_, answer)| answer == work), "{work} by words: {by_words}");
        }
    }
}

/// What people say, and not what the kiosk would: by form, the words by place.
type Wordings = BTreeMap<String, BTreeMap<String, String>>;

const IN_THEIR_OWN_WORDS: [(&str, &str); 4] = [
    ("en", include_str!("in-their-own-words/en.json")),
    ("ms", include_str!("in-their-own-words/ms.json")),
    ("zh-TW", include_str!("in-their-own-words/zh-TW.json")),
    ("ko", include_str!("in-their-own-words/ko.json")),
];

#[test]
fn every_sample_form_is_filled_in_as_people_talk_in_every_language() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let pack = Pack::from_files(&PackFiles::open(&content).unwrap()).unwrap();
    let mut amiss = Vec::new();
    for (language, file) in IN_THEIR_OWN_WORDS {
        let wordings: Wordings = serde_json::from_str(file).unwrap();
        for form in pack.forms.forms() {
            let example = std::fs::read(content.join("forms").join(&form.id).join("example.json")).unwrap();
            let example: Map<String, Json> = serde_json::from_slice(&example).unwrap();
            let filled_in = |by_words, wording: &BTreeMap<String, String>| {
                let hall = Hall::with(pack.clone());
                let mut applicant = Applicant::new(hall, language, form, &example, by_words);
                applicant.wording = wording.clone();
                (lines(&applicant.fills_in()), applicant.amiss)
            };
            let wording = wordings.get(&form.id).unwrap_or_else(|| panic!("nobody says {} in {language}", form.id));
            let (said, misheard) = filled_in(true, wording);
            let (touched, _) = filled_in(false, &BTreeMap::new());
            let other = said.iter().zip(&touched).filter(|(said, touched)| said != touched);
            let other = other.map(|(said, touched)| format!("{} in {language}: {said:?} is {touched:?}", form.id));
            amiss.extend(misheard.into_iter().chain(other));
        }
    }
    assert!(amiss.is_empty(), "{}", amiss.join("\n"));
}
