//! Somebody looks first whether they may qualify, and then applies, or does not.

use kaunter_kiosk::act::Act;
use kaunter_kiosk::view::{FormCheck, FormRule, Screen, Verdict, View};

use crate::forms::{ENGLISH, NAME, one, question, review, words};
use crate::hall::{Hall, choose};
use crate::voice::hall;

fn check(view: View) -> FormCheck {
    match view.screen {
        Screen::FormEligibility(check) => check,
        other => panic!("no result: {other:?}"),
    }
}

impl Hall {
    /// Opens the grant's form and looks first.
    fn looks_first(&mut self, language: &str) -> View {
        self.speaks(language);
        let Screen::FormIntroduction(introduction) = self.does(Act::OpenForm { form: "grant".into() }).screen else {
            panic!("no introduction")
        };
        assert_eq!(introduction.checkable, ["grant"]);
        self.does(Act::CheckFirst { form: "grant".into() })
    }

    /// Puts the form aside, leaves so many answers here, and goes on another time.
    fn comes_back_with_the_code(&mut self, answers: u32) -> View {
        let Screen::FormPaused { code, .. } = self.does(Act::PauseForm).screen else { panic!("not put aside") };
        let Screen::Farewell { answers_kept, .. } = self.does(Act::Leave).screen else { panic!("not left") };
        assert_eq!(answers_kept, Some(answers), "what is noted beside answers is none");
        self.waits(10);
        self.speaks("en");
        self.does(Act::ResumeForm { code })
    }
}

/// Looks first, with this day of birth.
fn looked_first(language: &str, birth: &str) -> (Hall, FormCheck) {
    let mut hall = Hall::new();
    let first = question(hall.looks_first(language));
    let standing = &first.standing;
    assert_eq!(
        (first.place.as_str(), standing.checks_first, standing.most),
        ("birth", true, 1),
        "a name decides nothing"
    );
    let found = check(hall.tells(birth));
    (hall, found)
}

#[test]
fn whoever_looks_first_is_asked_what_the_rules_need_and_afterwards_the_rest() {
    for (language, birth, said) in [
        ("en", "the fifth of March 1953", ["Zyzzyva Quill", "Rosa Quill", "12,000"]),
        ("zh-TW", "民國四十二年三月五號", ["王小明", "王美麗", "一萬兩千元"]),
        ("ko", "천구백오십삼년 삼월 오일", ["김영희", "김철수", "만이천 대만달러"]),
    ] {
        let (mut hall, found) = looked_first(language, birth);
        assert_eq!(found.eligibility.verdict, Verdict::MayQualify);
        let [FormRule { met: Some(true), decides: false, answers, passage, .. }] = &found.eligibility.rules[..] else {
            panic!("{:?}", found.eligibility)
        };
        // The pack has no Korean words of that entry.
        let cited = passage.as_ref().map(|passage| passage.id.as_str());
        let expected = (language != "ko").then_some("birth-grant");
        assert_eq!((answers[0].place.as_str(), cited), ("birth", expected));
        assert_eq!(question(hall.does(Act::ApplyNow)).place, "full_name");
        let [name, member, income] = said;
        let next = question(hall.tells(name));
        assert_eq!(next.place, "lives_alone", "{language}: nobody is asked for a birthday twice");
        assert!(!next.standing.checks_first);
        hall.gives(one("no"));
        hall.tells(member);
        hall.tells(income);
        hall.gives(one("no"));
        hall.gives(one("bank"));
        let place = hall.asked().place;
        assert_eq!(review(hall.does(Act::SkipQuestion { place })).outstanding, []);
        assert!(matches!(hall.does(Act::FinishForm).screen, Screen::FormFinished(_)));
    }
}

#[test]
fn whoever_does_not_qualify_hears_why_and_may_apply_all_the_same() {
    let (mut hall, found) = looked_first("en", "the fifth of March 1990");
    assert_eq!(found.eligibility.verdict, Verdict::Unlikely);
    assert!(found.eligibility.rules.iter().any(|rule| rule.decides && rule.met == Some(false)), "{found:?}");
    for act in [Act::FinishForm, Act::ProofForm] {
        check(hall.does(act));
    }
    let again = question(hall.does(Act::ChangeAnswer { place: "birth".into() }));
    assert!(!again.from_review, "it leads to the result, not to the review");
    assert_eq!(check(hall.tells("the fifth of March 1953")).eligibility.verdict, Verdict::MayQualify);
    hall.does(Act::ChangeAnswer { place: "birth".into() });
    hall.tells("the fifth of March 1990");
    assert_eq!(question(hall.does(Act::ApplyNow)).place, "full_name");
}

#[test]
fn the_passage_is_read_and_another_language_chosen_and_the_result_is_still_there() {
    let (mut hall, found) = looked_first("en", "the fifth of March 1953");
    let passage = found.eligibility.rules[0].passage.clone().unwrap();
    assert!(matches!(hall.does(Act::AskLink { id: passage.id }).screen, Screen::Reply(_)));
    assert_eq!(check(hall.does(Act::Back)), found);
    hall.does(Act::OpenLanguages);
    assert_ne!(check(hall.does(choose("ko"))).eligibility.rules, found.eligibility.rules, "it is told in Korean");
    hall.counter.screen_lost();
    assert_eq!(check(hall.does(Act::ContinueForm)).eligibility.verdict, Verdict::MayQualify);
    assert_eq!(question(hall.does(Act::Back)).place, "birth");
}

#[test]
fn one_may_begin_the_form_after_all_or_look_in_the_middle_of_it() {
    let mut hall = Hall::new();
    hall.looks_first("en");
    assert!(matches!(hall.does(Act::Back).screen, Screen::FormIntroduction(_)));
    let start = || Act::StartForms { forms: vec!["grant".into()] };
    assert_eq!(question(hall.does(start())).place, "full_name");
    hall.tells(NAME);
    hall.tells(ENGLISH[1]);
    while !matches!(hall.does(Act::Back).screen, Screen::FormIntroduction(_)) {}
    let found = check(hall.does(Act::CheckFirst { form: "grant".into() }));
    assert_eq!(found.eligibility.verdict, Verdict::MayQualify, "the birthday is known");
    assert_eq!(question(hall.does(Act::ApplyNow)).place, "lives_alone", "and so is the name");
}

#[test]
fn put_aside_while_looking_it_goes_on_with_looking() {
    let mut hall = Hall::new();
    hall.looks_first("en");
    let next = question(hall.comes_back_with_the_code(0));
    assert_eq!((next.place.as_str(), next.standing.checks_first), ("birth", true), "the same question, and no other");
    let found = check(hall.tells("the fifth of March 1953"));
    assert_eq!(check(hall.comes_back_with_the_code(1)), found, "what the rules come to is known");
    assert_eq!(question(hall.does(Act::ApplyNow)).place, "full_name");
    let next = question(hall.comes_back_with_the_code(1));
    assert_eq!((next.place.as_str(), next.standing.checks_first), ("full_name", false), "whoever applies, applies");
}

#[test]
fn one_looks_first_by_voice() {
    let mut hall = hall();
    hall.speaks("en");
    hall.does(Act::OpenForm { form: "grant".into() });
    assert_eq!(question(hall.says("do I qualify")).place, "birth");
    assert!(question(hall.says("the fifth of March 1990")).read_back.is_some());
    assert_eq!(check(hall.says("yes")).eligibility.verdict, Verdict::Unlikely);
    assert_eq!(question(hall.says("date of birth")).place, "birth", "an answer is changed by its name");
    hall.gives(words("the fifth of March 1989"));
    check(hall.says("yes"));
    assert_eq!(question(hall.says("apply anyway")).place, "full_name");
}

#[test]
fn what_has_no_rules_is_simply_begun() {
    let mut hall = Hall::new();
    hall.speaks("en");
    let Screen::FormIntroduction(introduction) = hall.does(Act::OpenForm { form: "feedback".into() }).screen else {
        panic!("no introduction")
    };
    assert!(introduction.checkable.is_empty());
    let first = question(hall.does(Act::CheckFirst { form: "feedback".into() }));
    assert!(!first.standing.checks_first);
}
