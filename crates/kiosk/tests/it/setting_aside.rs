//! A changed answer sets others aside, and the visitor is told so: nothing is lost without a word.

use kaunter_kiosk::act::Act;
use kaunter_kiosk::view::{FormReview, FormShift, Screen};

use crate::forms::{NAME, one, question, review};
use crate::hall::{Hall, choose};

fn place_of(review: &FormReview, label: &str) -> String {
    let mut lines = review.sections.iter().flat_map(|section| &section.lines);
    lines.find(|line| line.label == label).unwrap_or_else(|| panic!("no {label}")).place.clone()
}

type Told<'s> = (u16, Vec<&'s str>, u16, Vec<&'s str>);

fn told(shift: Option<&FormShift>) -> Option<Told<'_>> {
    let shift = shift?;
    let [aside_of, back_of] = [&shift.aside_of, &shift.back_of].map(|of| of.iter().map(String::as_str).collect());
    Some((shift.aside, aside_of, shift.back, back_of))
}

#[test]
fn what_no_longer_applies_is_said_on_the_review_and_again_when_it_comes_back() {
    let mut hall = Hall::new();
    hall.fills_grant();
    let whole = review(hall.counter.view());
    assert_eq!(whole.standing.shift, None, "nothing was changed yet");
    let place = place_of(&whole, "Lives alone");
    hall.does(Act::ChangeAnswer { place: place.clone() });
    let alone = review(hall.gives(one("yes")));
    let members = "Who lives with you";
    assert_eq!(told(alone.standing.shift.as_ref()), Some((2, vec![members], 0, vec![])));
    hall.does(Act::OpenLanguages);
    let korean = review(hall.does(choose("ko")));
    assert_ne!(korean.standing.shift.unwrap().aside_of, [members], "it is said in the language of the moment");
    hall.does(Act::OpenLanguages);
    hall.does(choose("en"));
    let asked = question(hall.does(Act::ChangeAnswer { place: place.clone() }));
    assert_eq!(asked.standing.shift, None, "one went on");
    let together = review(hall.gives(one("no")));
    assert_eq!(told(together.standing.shift.as_ref()), Some((0, vec![], 2, vec![members])));
}

#[test]
fn on_the_way_back_it_is_said_at_the_next_question_and_not_for_ever() {
    let mut hall = Hall::new();
    hall.fills_grant();
    while question(hall.does(Act::Back)).place != "lives_alone" {}
    let next = question(hall.gives(one("yes")));
    assert_eq!(next.place, "pay_by", "no question is passed over");
    assert_eq!(next.standing.shift.as_ref().map(|shift| shift.aside), Some(2));
    let after = hall.gives(one("cash"));
    let standing = match after.screen {
        Screen::FormQuestion(question) => question.standing,
        Screen::FormReview(review) => review.standing,
        other => panic!("{other:?}"),
    };
    assert_eq!(standing.shift, None);
}

#[test]
fn one_of_several_is_named_by_itself_and_what_stays_is_not() {
    let mut hall = Hall::new();
    hall.starts("en", "grant");
    hall.tells(NAME);
    hall.tells("the fifth of March 1953");
    hall.gives(one("no"));
    hall.tells("Rosa Quill");
    hall.tells("12,000");
    hall.gives(one("yes"));
    hall.tells("Tom Quill");
    hall.tells("500");
    while question(hall.does(Act::Back)).place != "members/1" {}
    let fewer = question(hall.gives(one("no")));
    let shift = fewer.standing.shift.unwrap();
    assert_eq!(shift.aside, 2);
    assert_eq!(shift.aside_of, ["Person 2"]);
}
