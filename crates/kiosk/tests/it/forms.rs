//! Somebody fills in a form.

use std::env;
use std::fs;

use kaunter_kiosk::act::Act;
use kaunter_kiosk::view::{
    Control, FormFault, FormQuestion, FormReceipt, FormReview, Given, Officer, OfficerPage, Screen, Verdict, View,
};

use crate::hall::{Hall, PIN, choose, pin};
use crate::privacy::{is_alone, written};
use crate::small_pack::{pack_and, pack_with};

/// A name that stands nowhere else.
pub const NAME: &str = "Zyzzyva Quill";

pub fn words(words: &str) -> Given {
    Given::Words(words.into())
}

pub fn one(code: &str) -> Given {
    Given::One(code.into())
}

impl Hall {
    pub fn starts(&mut self, language: &str, form: &str) -> FormQuestion {
        self.speaks(language);
        self.does(Act::OpenForm { form: form.into() });
        question(self.does(Act::StartForms { forms: vec![form.into()] }))
    }

    /// The question in front.
    pub fn asked(&self) -> FormQuestion {
        question(self.counter.view())
    }

    pub fn gives(&mut self, given: Given) -> View {
        let place = self.asked().place;
        self.does(Act::Give { place, given })
    }

    /// Says or types something and says yes to what is read back.
    pub fn tells(&mut self, said: &str) -> View {
        let heard = question(self.gives(words(said)));
        assert!(heard.read_back.is_some(), "“{said}” to “{}”: {:?}", heard.question, heard.faults);
        self.does(Act::ConfirmReadBack { place: heard.place })
    }

    /// Fills in the grant's form and hands it in: the number that it is called by.
    pub fn hands_in(&mut self, language: &str, said: &[&str; 4]) -> String {
        self.completes(language, said);
        receipt(self.does(Act::FinishForm)).number
    }

    /// Fills in the grant's form, up to the review.
    pub fn completes(&mut self, language: &str, said: &[&str; 4]) {
        self.starts(language, "grant");
        self.fills(said);
    }

    /// Fills in the grant's form, up to its review.
    pub fn fills_grant(&mut self) {
        self.starts("en", "grant");
        self.fills(&ENGLISH);
    }

    /// Fills in everything with a household of one.
    fn fills(&mut self, said: &[&str; 4]) -> FormReview {
        let [name, birth, member, income] = said;
        self.tells(name);
        self.tells(birth);
        self.gives(one("no"));
        self.tells(member);
        self.tells(income);
        self.gives(one("no"));
        self.gives(one("bank"));
        let place = self.asked().place;
        review(self.does(Act::SkipQuestion { place }))
    }
}

pub fn question(view: View) -> FormQuestion {
    match view.screen {
        Screen::FormQuestion(question) => *question,
        other => panic!("no question: {other:?}"),
    }
}

pub fn review(view: View) -> FormReview {
    match view.screen {
        Screen::FormReview(review) => *review,
        other => panic!("no review: {other:?}"),
    }
}

fn receipt(view: View) -> FormReceipt {
    match view.screen {
        Screen::FormFinished(receipt) => receipt,
        other => panic!("not finished: {other:?}"),
    }
}

fn line(review: &FormReview, label: &str) -> String {
    let mut lines = review.sections.iter().flat_map(|section| &section.lines);
    let line = lines.find(|line| line.label == label).unwrap_or_else(|| panic!("no {label}: {review:?}"));
    line.value.as_ref().map(|value| value.as_str().to_owned()).unwrap_or_default()
}

pub const ENGLISH: [&str; 4] = [NAME, "the fifth of March 1953", "Rosa Quill", "12,000"];

#[test]
fn a_form_is_filled_in_by_words_and_touch_and_handed_in_in_each_language() {
    let visits = [
        ("en", ENGLISH),
        ("zh-TW", ["王小明", "民國四十二年三月五號", "王美麗", "一萬兩千元"]),
        ("ko", ["김영희", "천구백오십삼년 삼월 오일", "김철수", "만이천 대만달러"]),
    ];
    for (language, said) in visits {
        let mut hall = Hall::new();
        hall.starts(language, "grant");
        let review = hall.fills(&said);
        assert_eq!(review.outstanding, [], "{language}");
        assert_eq!(review.eligibility.as_ref().map(|found| found.verdict), Some(Verdict::MayQualify));
        let receipt = receipt(hall.does(Act::FinishForm));
        assert_eq!(receipt.form.id, "grant");
        assert!(receipt.number.len() >= 8, "{}", receipt.number);
        assert_eq!(receipt.documents.len(), 1);
    }
}

#[test]
fn nothing_is_kept_before_yes() {
    let mut hall = Hall::new();
    let first = hall.starts("en", "grant");
    let heard = question(hall.gives(words(NAME)));
    assert_eq!(heard.read_back.unwrap().value.as_str(), NAME);
    assert_eq!(heard.standing.answered, 0);
    let again = question(hall.does(Act::RefuseReadBack { place: first.place.clone() }));
    assert_eq!((again.place, again.read_back), (first.place, None));
    hall.gives(words(NAME));
    assert_eq!(question(hall.gives(words("no"))).read_back, None, "no is said as well as touched");
    hall.gives(words(NAME));
    let next = question(hall.gives(words("yes")));
    assert_eq!((next.label.as_str(), next.standing.answered), ("Date of birth", 1));
}

#[test]
fn what_was_read_back_is_corrected_in_the_same_breath() {
    let mut hall = Hall::new();
    hall.starts("en", "grant");
    hall.tells(NAME);
    hall.gives(words("the fifth of March 1953"));
    let corrected = question(hall.gives(words("no, the sixth of March 1953")));
    assert!(corrected.read_back.as_ref().is_some_and(|heard| heard.value.as_str().contains('6')), "{corrected:?}");
    assert_eq!(corrected.standing.answered, 1);
}

#[test]
fn what_cannot_be_is_said_where_it_is_wrong_and_in_the_forms_own_words() {
    let mut hall = Hall::new();
    hall.starts("en", "grant");
    hall.tells(NAME);
    let lacking = question(hall.gives(words("the fifth of March")));
    assert!(lacking.read_back.is_none());
    assert!(matches!(&lacking.faults[..], [FormFault::Code { code, .. }] if code == "year"), "{:?}", lacking.faults);
    let whole = question(hall.gives(words("nineteen fifty-three")));
    assert!(whole.read_back.is_some(), "the day and the month are remembered: {:?}", whole.faults);

    let child = question(hall.gives(one("2019-03-05")));
    let message =
        |fault: &FormFault| matches!(fault, FormFault::Message { message } if message.contains("18 or older"));
    assert!(child.faults.iter().any(message), "{:?}", child.faults);
    assert!(child.read_back.is_none());
    let unborn = question(hall.gives(one("2031-03-05")));
    assert!(matches!(&unborn.faults[..], [FormFault::Code { code, argument: Some(_) }] if code == "too-late"));
}

#[test]
fn an_answer_that_is_changed_brings_its_branch_back() {
    let mut hall = Hall::new();
    hall.starts("en", "grant");
    let whole = hall.fills(&ENGLISH);
    assert_eq!(line(&whole, "Monthly income"), "NT$12,000");
    let at = |review: &FormReview, label: &str| {
        let mut lines = review.sections.iter().flat_map(|section| &section.lines);
        lines.find(|line| line.label == label).unwrap().place.clone()
    };
    let place = at(&whole, "Lives alone");
    let changed = question(hall.does(Act::ChangeAnswer { place: place.clone() }));
    assert!(changed.from_review);
    assert_eq!(changed.given, Some(one("no")));
    let alone = review(hall.gives(one("yes")));
    assert!(alone.sections.iter().all(|section| section.id != "members"), "{alone:?}");
    hall.does(Act::ChangeAnswer { place });
    let together = review(hall.gives(one("no")));
    assert_eq!(line(&together, "Monthly income"), "NT$12,000");
}

#[test]
fn back_leads_through_the_questions_and_then_out() {
    let mut hall = Hall::new();
    let first = hall.starts("en", "grant");
    hall.tells(NAME);
    hall.gives(words("the fifth of March 1953"));
    assert!(question(hall.does(Act::Back)).read_back.is_none(), "first out of what was heard");
    let before = question(hall.does(Act::Back));
    assert_eq!(before.place, first.place);
    assert_eq!(before.given, Some(Given::Typed(NAME.into())));
    assert!(matches!(hall.does(Act::Back).screen, Screen::FormIntroduction(_)));
    let view = hall.does(Act::StartForms { forms: vec!["grant".into()] });
    assert_eq!(question(view).given, Some(Given::Typed(NAME.into())), "it was only looked away from");
}

#[test]
fn a_household_is_added_to_and_taken_from_in_the_review() {
    let mut hall = Hall::new();
    hall.starts("en", "grant");
    hall.fills(&ENGLISH);
    hall.does(Act::AddItem { section: "members".into() });
    hall.tells("Tom Quill");
    hall.tells("500");
    let more = hall.gives(one("no"));
    let both = review(more);
    assert_eq!(both.sections.iter().filter(|section| section.id == "members").count(), 2);
    let left = review(hall.does(Act::RemoveItem { section: "members".into(), item: 0 }));
    assert_eq!(line(&left, "Monthly income"), "NT$500");
}

#[test]
fn another_language_and_another_screen_lose_nothing() {
    let mut hall = Hall::new();
    hall.starts("en", "grant");
    hall.tells(NAME);
    hall.does(Act::OpenLanguages);
    let korean = question(hall.does(choose("ko")));
    assert_eq!(korean.question, "생년월일을 말씀해 주십시오.");
    assert!(korean.explained);
    let explained = hall.does(Act::ExplainQuestion);
    assert!(matches!(&explained.screen, Screen::Reply(reply) if reply.in_form), "{:?}", explained.screen);
    assert_eq!(question(hall.does(Act::Back)).place, korean.place);
    let home = hall.does(Act::Home);
    assert_eq!(home.open_form.map(|form| form.id), Some("grant".to_owned()));
    assert_eq!(question(hall.does(Act::ContinueForm)).place, korean.place);
    let (code, _) = hall.tries(Act::StartForms { forms: vec!["feedback".into()] });
    assert_eq!(code, "form-open");
}

#[test]
fn a_wish_may_be_uttered_instead_of_an_answer() {
    let mut hall = Hall::new();
    let first = hall.starts("en", "grant");
    hall.tells(NAME);
    assert_eq!(question(hall.gives(words("go back"))).place, first.place);
    hall.tells(NAME);
    assert!(matches!(hall.gives(words("call a person")).screen, Screen::Person { .. }));
    hall.does(Act::Back);
    let unknown = question(hall.gives(words("I don't know")));
    assert!(
        matches!(&unknown.faults[..], [FormFault::Code { code, .. }] if code == "dont-know"),
        "{:?}",
        unknown.faults
    );
}

#[test]
fn the_forms_of_a_life_event_ask_each_thing_once() {
    let mut hall = Hall::new();
    hall.speaks("en");
    let view = hall.does(Act::OpenEventForms { topic: "birth".into() });
    let Screen::FormIntroduction(introduction) = view.screen else { panic!("{:?}", view.screen) };
    let forms: Vec<String> = introduction.forms.iter().map(|form| form.id.clone()).collect();
    assert_eq!(forms, ["feedback", "grant"]);
    assert_eq!(introduction.privacy.len(), 1, "the same words are said once");
    hall.does(Act::StartForms { forms: vec!["grant".into(), "feedback".into()] });
    hall.fills(&ENGLISH);
    let first = receipt(hall.does(Act::FinishForm));
    assert_eq!(first.next.map(|form| form.id), Some("feedback".to_owned()));
    let second = question(hall.does(Act::NextForm));
    assert_eq!(second.label, "Idea", "the name is known");
    let shown = review(hall.tells("More benches"));
    let name = shown.sections[0].lines.iter().find(|line| line.label == "Your name").unwrap();
    assert!(name.shared && name.value.as_ref().unwrap().as_str() == NAME);
    assert_ne!(receipt(hall.does(Act::FinishForm)).number, first.number);
}

#[test]
fn forms_that_were_begun_together_stay_together_while_they_are_put_aside() {
    let mut hall = Hall::new();
    hall.speaks("en");
    hall.does(Act::OpenEventForms { topic: "birth".into() });
    hall.does(Act::StartForms { forms: vec!["grant".into(), "feedback".into()] });
    let resumes = |hall: &mut Hall, answers: u32| {
        let paused = hall.does(Act::PauseForm);
        let Screen::FormPaused { code, .. } = paused.screen else { panic!("{:?}", paused.screen) };
        let Screen::Farewell { answers_kept, .. } = hall.does(Act::Leave).screen else { panic!("no farewell") };
        assert_eq!(answers_kept, Some(answers), "that forms belong together is no answer");
        hall.waits(10);
        hall.restarts();
        hall.speaks("en");
        hall.does(Act::ResumeForm { code })
    };
    let first = question(resumes(&mut hall, 0));
    assert_eq!((first.standing.form_number, first.standing.forms), (1, 2));
    hall.fills(&ENGLISH);
    assert_eq!(receipt(hall.does(Act::FinishForm)).next.map(|form| form.id), Some("feedback".to_owned()));
    hall.does(Act::NextForm);
    let second = question(resumes(&mut hall, 1));
    assert_eq!((second.standing.form_number, second.standing.forms), (2, 2));
    assert_eq!(second.label, "Idea", "the name is known");
}

#[test]
fn what_each_form_says_of_privacy_is_said_before_they_begin() {
    let kept_longer = |path: &str, text: &str| match path {
        "forms/grant/en.ftl" => text.replace("Only the office on the pier reads", "The treasury reads"),
        _ => text.to_owned(),
    };
    let mut hall = Hall::with(pack_with(kept_longer));
    hall.speaks("en");
    let Screen::FormIntroduction(introduction) = hall.does(Act::OpenEventForms { topic: "birth".into() }).screen else {
        panic!()
    };
    let said: Vec<(&str, &str)> =
        introduction.privacy.iter().map(|text| (text.forms[0].as_str(), text.words.as_str())).collect();
    let expected =
        [("feedback", "Only the office on the pier reads this form."), ("grant", "The treasury reads this form.")];
    assert_eq!(said, expected);
}

#[test]
fn what_does_this_mean_always_leads_somewhere_and_back() {
    let mut hall = Hall::new();
    let first = hall.starts("en", "grant");
    assert_eq!((first.explained, first.askable), (false, true));
    for ask in [Act::ExplainQuestion, Act::Give { place: first.place.clone(), given: words("what does this mean") }] {
        let Screen::Reply(reply) = hall.does(ask).screen else { panic!("nothing is said") };
        assert_eq!((reply.in_form, reply.asked.as_str()), (true, first.question.as_str()));
        assert_eq!(question(hall.does(Act::Back)).place, first.place);
    }
}

#[test]
fn a_form_is_put_aside_and_taken_up_with_its_code() {
    let mut hall = Hall::new();
    hall.starts("en", "grant");
    hall.tells(NAME);
    let paused = hall.does(Act::PauseForm);
    let Screen::FormPaused { code, .. } = paused.screen else { panic!("{:?}", paused.screen) };
    let left = hall.does(Act::Leave);
    assert_eq!(
        left.screen,
        Screen::Farewell { answers_kept: Some(1), printable_minutes: 0, receipt: false },
        "the answer that waits is still here"
    );
    hall.waits(10);
    hall.restarts();

    hall.speaks("zh-TW");
    assert_eq!(hall.tries(Act::ResumeForm { code: "346789".into() }).0, "pause-code-unknown");
    let taken_up = question(hall.does(Act::ResumeForm { code: code.as_str().to_lowercase().as_str().into() }));
    assert_eq!(taken_up.label, "出生日期");
    assert_eq!(taken_up.standing.answered, 1);
}

#[test]
fn leaving_destroys_the_answers_and_says_so() {
    if !is_alone("forms::leaving_destroys_the_answers_and_says_so") {
        return;
    }
    for leaves in [|hall: &mut Hall| drop(hall.does(Act::Leave)), |hall: &mut Hall| drop(hall.waits(400))] {
        let mut hall = Hall::new();
        hall.starts("en", "grant");
        hall.fills(&ENGLISH);
        let temporary = env::temp_dir();
        assert!(hall.data.path().starts_with(&temporary), "all that this process writes lies in one folder");
        fs::write(temporary.join("left"), NAME).unwrap();
        assert!(written(&temporary).contains(NAME), "what is left behind would be found");
        fs::remove_file(temporary.join("left")).unwrap();
        leaves(&mut hall);
        assert!(!written(&temporary).contains(NAME), "a name is left on the disk");
        hall.waits(10);
        hall.restarts();
        hall.speaks("en");
        assert_eq!(hall.does(Act::Home).open_form, None);
    }
    let mut hall = Hall::new();
    hall.starts("en", "grant");
    hall.tells(NAME);
    assert_eq!(
        hall.does(Act::Leave).screen,
        Screen::Farewell { answers_kept: Some(0), printable_minutes: 0, receipt: false }
    );
}

#[test]
fn lost_screens_lose_no_form_and_show_none_of_it() {
    let mut hall = Hall::new();
    hall.starts("en", "grant");
    hall.tells(NAME);
    let place = hall.asked().place;
    let view = hall.counter.screen_lost();
    assert!(matches!(&view.screen, Screen::FormInterrupted { form } if form.id == "grant"));
    assert!(!serde_json::to_string(&view).unwrap().contains(NAME));
    assert_eq!(question(hall.does(Act::ContinueForm)).place, place);
    hall.counter.screen_lost();
    hall.waits(400);
    assert_eq!(hall.counter.view().screen, Screen::Attract, "nobody said that it was theirs");
}

/// An officer gives the form back that the power took.
fn is_given_back(hall: &mut Hall) -> View {
    assert_eq!(hall.counter.view().screen, Screen::Attract);
    hall.does(Act::OfficerGesture);
    let open = hall.does(pin(PIN));
    let Screen::Officer(Officer::Open { page: OfficerPage::Desk { interrupted, .. }, .. }) = open.screen else {
        panic!()
    };
    assert_eq!(interrupted.len(), 1);
    assert_eq!(interrupted[0].title, "碼頭津貼");
    let given = hall.does(Act::OfficerGiveBack { draft: interrupted[0].draft.clone() });
    assert!(matches!(given.screen, Screen::FormQuestion(_) | Screen::FormInterrupted { .. }), "{:?}", given.screen);
    given
}

#[test]
fn a_power_cut_loses_no_form_and_an_officer_gives_it_back() {
    let mut hall = Hall::new();
    hall.starts("en", "grant");
    hall.tells(NAME);
    hall.restarts();
    assert_eq!(is_given_back(&mut hall).language, "en", "in the language in which it was begun");
    assert_eq!(hall.asked().standing.answered, 1);
}

#[test]
fn after_a_power_cut_the_form_speaks_the_language_that_was_chosen_last() {
    let mut hall = Hall::new();
    hall.starts("zh-TW", "grant");
    hall.tells("陳小明");
    hall.does_all([Act::OpenLanguages, choose("en")]);
    hall.restarts();
    let given = is_given_back(&mut hall);
    assert_eq!(given.language, "en");
    assert_eq!(hall.asked().standing.answered, 1, "a language is no answer");
    assert_eq!(
        hall.does(Act::Leave).screen,
        Screen::Farewell { answers_kept: Some(0), printable_minutes: 0, receipt: false }
    );
}

#[test]
fn after_a_power_cut_a_form_that_was_put_aside_speaks_the_language_of_the_second_visit() {
    let mut hall = Hall::new();
    hall.starts("zh-TW", "grant");
    hall.tells("陳小明");
    let paused = hall.does(Act::PauseForm);
    let Screen::FormPaused { code, .. } = paused.screen else { panic!("{:?}", paused.screen) };
    hall.does(Act::Leave);
    hall.waits(10);
    hall.speaks("en");
    hall.does(Act::ResumeForm { code: code.as_str().into() });
    hall.restarts();
    assert_eq!(is_given_back(&mut hall).language, "en");
}

#[test]
fn where_forms_cannot_be_kept_questions_are_answered_all_the_same() {
    let mut hall = Hall::new();
    let store = hall.data.path().join("store");
    fs::remove_dir_all(&store).ok();
    fs::write(&store, "in the way").unwrap();
    hall.restarts();
    hall.speaks("en");
    hall.does(Act::OpenForm { form: "grant".into() });
    let (code, _) = hall.tries(Act::StartForms { forms: vec!["grant".into()] });
    assert!(code.starts_with("store-"), "{code}");
    hall.asks("how much is the grant");
}

#[test]
fn an_act_that_comes_late_or_from_nowhere_changes_nothing() {
    let mut hall = Hall::new();
    let first = hall.starts("en", "grant");
    hall.tells(NAME);
    let before = hall.counter.view().screen;
    let late = [
        Act::Give { place: first.place.clone(), given: words("Somebody Else") },
        Act::ConfirmReadBack { place: first.place },
        Act::ConfirmReadBack { place: "birth".into() },
        Act::PickAlternative { place: "birth".into(), alternative: 7 },
        Act::Give { place: "birth".into(), given: Given::Several(vec!["bank".into()]) },
        Act::Give { place: "birth".into(), given: Given::Strokes(vec![vec![(0, 0)]]) },
        Act::Give { place: "birth".into(), given: one("not a day") },
        Act::ChangeAnswer { place: "../../etc".into() },
        Act::AddItem { section: "nowhere".into() },
        Act::RemoveItem { section: "members".into(), item: 65535 },
        Act::FinishForm,
        Act::NextForm,
        Act::ContinueForm,
    ];
    for act in late {
        assert_eq!(hall.does(act.clone()).screen, before, "{act:?}");
    }
}

#[test]
fn controls_suit_what_is_asked() {
    let mut hall = Hall::new();
    let name = hall.starts("zh-TW", "grant");
    assert!(matches!(name.control, Control::Words { .. }));
    hall.tells("王小明");
    let birth = hall.asked();
    let Control::Date { years, roc, month_only } = birth.control else { panic!("{:?}", birth.control) };
    assert_eq!((years, roc, month_only), ((1906, 2026), true, false));
    let read = question(hall.gives(one("1953-03-05"))).read_back.unwrap();
    assert!(read.value.as_str().contains("42"), "{read:?}");
}

const DISTRICTS: &str = "code,parent,level,zh-TW,ko,en
harbour,,city,海港市,항구시,Harbour City
market,harbour,district,市場區,시장구,Market District
shore,harbour,district,北岸區,북안구,North Shore
fish,market,road,魚市街,어시장길,Fish Street
";

/// The form for ideas asks for a district and an amount in won instead.
fn asks_for_district_and_won(path: &str, text: &str) -> String {
    let field = "kind = \"place\"\nplaces = \"tables/districts.csv\"\nlevel = \"district\"\n\n\
        [[section.field]]\nid = \"won\"\nkind = \"money\"\ncurrency = \"KRW\"";
    match path {
        "forms/feedback/form.toml" => text.replace("kind = \"text\"\nmax_chars = 100", field),
        "forms/feedback/example.json" => text.replace("\"More benches\"", "\"market\", \"won\": \"500\""),
        _ if path.starts_with("forms/feedback/") => format!("{text}\nwon = Won\n    .question = How many won?\n"),
        _ => text.to_owned(),
    }
}

#[test]
fn a_district_is_touched_where_districts_are_asked_for_whatever_lies_in_them() {
    let mut hall = Hall::with(pack_and("tables/districts.csv", DISTRICTS, asks_for_district_and_won));
    hall.starts("en", "feedback");
    hall.tells(NAME);
    let Control::Place { options, path, .. } = hall.asked().control else { panic!("{:?}", hall.asked()) };
    let offered: Vec<&str> = options.iter().map(|option| option.code.as_str()).collect();
    assert_eq!((offered, path.len()), (vec!["market", "shore"], 0));
    let heard = question(hall.gives(one("market")));
    assert_eq!(
        heard.read_back.map(|read| read.value.as_str().to_owned()).as_deref(),
        Some("Market District, Harbour City")
    );
    let won = question(hall.does(Act::ConfirmReadBack { place: heard.place }));
    assert!(matches!(won.control, Control::Digits { decimals: 0, .. }), "nobody has half a won: {:?}", won.control);
}
