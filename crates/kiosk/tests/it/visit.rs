//! Moving about in a visit.

use kaunter_kiosk::act::Act;
use kaunter_kiosk::view::{Outcome, Preferences, Reach, Screen, TextSize, Theme};

use crate::hall::{Hall, ask, choose, ids, link, notice, reply, topic};

#[test]
fn an_old_lady_asks_changes_to_korean_and_nothing_is_lost() {
    let mut hall = Hall::new();
    hall.speaks("zh-TW");
    hall.does(Act::SetText { text: TextSize::Largest });
    hall.does(topic("birth"));
    hall.asks("我的孫子出生了");
    hall.does(Act::CallPerson);
    hall.does(Act::Back);

    let view = hall.does_all([Act::OpenLanguages, choose("ko")]);
    assert_eq!(view.language, "ko");
    assert_eq!(view.preferences.text, TextSize::Largest);
    assert_eq!(view.call.as_deref(), Some("A-001"));
    let answer = reply(view);
    assert_eq!(answer.asked.as_str(), "我的孫子出生了", "her own words stay hers");
    let Outcome::Answer { quote } = &answer.parts[0].outcome else { panic!("{answer:?}") };
    assert_eq!((quote.id.as_str(), quote.language.as_str()), ("birth-register", "ko"));
    assert_eq!(quote.marked, " 출생증명서를 가져오십시오.");

    let back = hall.does(Act::Back);
    let Screen::Topic { topic, questions, .. } = back.screen else { panic!("{back:?}") };
    assert_eq!(topic.title, "아이가 태어났을 때");
    assert_eq!(ids(&questions), ["birth-register"], "the two others are not in Korean");

    hall.does_all([link("birth-register"), Act::Back, Act::Back]);
    let again = hall.does_all([choose("zh-TW"), topic_of_travel(), Act::Back]);
    assert!(matches!(again.screen, Screen::Home { .. }));
    assert_eq!(again.language, "zh-TW");
}

fn topic_of_travel() -> Act {
    topic("travel")
}

#[test]
fn what_is_not_in_the_other_language_stays_in_the_first() {
    let mut hall = Hall::new();
    hall.speaks("en");
    hall.asks("what about the grant");
    let answer = reply(hall.does(choose("ko")));
    let Outcome::Answer { quote } = &answer.parts[0].outcome else { panic!("{answer:?}") };
    assert_eq!((quote.language.as_str(), quote.marked.as_str()), ("en", "The grant is 20,000."));

    let back_again = reply(hall.does(choose("en")));
    let Outcome::Answer { quote } = &back_again.parts[0].outcome else { panic!("{back_again:?}") };
    assert_eq!(quote.why.shared_words.iter().map(|word| word.as_str()).collect::<Vec<_>>(), ["grant"]);
}

#[test]
fn a_touched_question_is_shown_in_the_language_of_the_moment() {
    let mut hall = Hall::new();
    hall.speaks("en");
    hall.does(link("passport-renew"));
    let answer = reply(hall.does(choose("ko")));
    assert_eq!(answer.asked.as_str(), "여권은 어떻게 재발급하나요?");
}

#[test]
fn back_leads_step_by_step_to_the_home_screen() {
    let mut hall = Hall::new();
    hall.speaks("en");
    hall.does_all([topic("birth"), link("birth-grant"), Act::OpenAsk, ask("born"), notice("lift")]);
    let mut names = Vec::new();
    while hall.counter.view().can_go_back {
        names.push(name(&hall.does(Act::Back).screen));
    }
    assert_eq!(names, ["reply", "ask", "reply", "topic", "home"]);
    assert_eq!(name(&hall.does(Act::Back).screen), "home");
}

#[test]
fn home_is_one_touch_away_and_back_from_it_loses_nothing() {
    let mut hall = Hall::new();
    hall.speaks("en");
    hall.asks("born");
    let home = hall.does(Act::Home);
    assert_eq!(name(&home.screen), "home");
    assert_eq!(name(&hall.does(Act::Back).screen), "reply");
}

#[test]
fn the_home_screen_offers_what_can_be_answered_today() {
    let mut hall = Hall::new();
    let Screen::Home { life_events, subjects, .. } = hall.speaks("en").screen else { panic!() };
    let titles = |tiles: &[kaunter_kiosk::view::TopicTile]| tiles.iter().map(|t| t.title.clone()).collect::<Vec<_>>();
    assert_eq!(titles(&life_events), ["A new baby"]);
    assert_eq!(titles(&subjects), ["Passports"], "ration cards have expired");
    assert_eq!(hall.tries(topic("ration")).0, "topic-gone");
    assert_eq!(hall.tries(topic("../../etc")).0, "topic-gone");
}

#[test]
fn a_topic_lists_its_own_order_and_then_what_names_it() {
    let mut hall = Hall::new();
    hall.speaks("en");
    let Screen::Topic { questions, .. } = hall.does(topic("travel")).screen else { panic!() };
    assert_eq!(ids(&questions), ["passport-renew", "passport-renew-fee"]);
}

#[test]
fn the_ask_screen_shows_how_one_asks() {
    let mut hall = Hall::new();
    hall.speaks("en");
    let Screen::Ask { examples } = hall.does(Act::OpenAsk).screen else { panic!() };
    assert_eq!(examples[..2], ["How do I register a birth?", "How do I renew my passport?"]);
    assert_eq!(examples.len(), 4);
}

#[test]
fn preferences_last_as_long_as_the_visit() {
    let mut hall = Hall::new();
    hall.speaks("en");
    let view = hall.does_all([
        Act::SetText { text: TextSize::Large },
        Act::SetTheme { theme: Theme::Contrast },
        Act::SetReach { reach: Reach::Low },
        Act::Home,
    ]);
    let set =
        Preferences { text: TextSize::Large, theme: Theme::Contrast, reach: Reach::Low, ..Preferences::default() };
    assert_eq!(view.preferences, set);
    assert_eq!(hall.does(Act::Leave).preferences, set, "the farewell is read by the same eyes");
    hall.waits(4);
    assert_eq!(hall.does(Act::Begin).preferences, Preferences::default());
}

#[test]
fn a_greeting_touched_in_its_language_leads_straight_home() {
    let mut hall = Hall::new();
    let view = hall.does(choose("ko"));
    assert_eq!((name(&view.screen), view.language.as_str(), view.can_go_back), ("home", "ko", false));
    assert_eq!(view.agency.name, "부두 민원실");
}

#[test]
fn a_notice_touched_on_the_idle_screen_is_kept_when_the_language_is_chosen() {
    let mut hall = Hall::new();
    assert_eq!(name(&hall.does(notice("lift")).screen), "notice");
    let view = hall.does(choose("en"));
    let Screen::Notice { notice } = &view.screen else { panic!("{view:?}") };
    assert_eq!(notice.title, "The lift is being repaired");
    assert_eq!(name(&hall.does(Act::Back).screen), "home");
}

#[test]
fn an_unknown_language_changes_nothing() {
    let mut hall = Hall::new();
    hall.speaks("en");
    let (code, view) = hall.tries(choose("tlh"));
    assert_eq!((code.as_str(), view.language.as_str()), ("language-unknown", "en"));
    assert_eq!(hall.does(Act::Home).problem, None, "a problem is told once");
}

#[test]
fn a_notice_that_goes_as_it_is_touched_still_begins_a_visit() {
    let mut hall = Hall::new();
    let view = hall.counter.act(notice("typhoon")).view;
    assert_eq!(name(&view.screen), "languages");
    assert_eq!(view.problem.unwrap().code, "notice-gone");
}

pub fn name(screen: &Screen) -> &'static str {
    match screen {
        Screen::Attract => "attract",
        Screen::Languages => "languages",
        Screen::Home { .. } => "home",
        Screen::Topic { .. } => "topic",
        Screen::Ask { .. } => "ask",
        Screen::Status(_) => "status",
        Screen::Reply(_) => "reply",
        Screen::Notice { .. } => "notice",
        Screen::Forms { .. } => "forms",
        Screen::FormIntroduction(_) => "form-introduction",
        Screen::FormQuestion(_) => "form-question",
        Screen::FormEligibility(_) => "form-eligibility",
        Screen::FormReview(_) => "form-review",
        Screen::FormPaused { .. } => "form-paused",
        Screen::FormInterrupted { .. } => "form-interrupted",
        Screen::FormFinished(_) => "form-finished",
        Screen::Person { .. } => "person",
        Screen::Officer(_) => "officer",
        Screen::Farewell { .. } => "farewell",
        Screen::OutOfService { .. } => "out-of-service",
        Screen::FormProof { .. } => "form-proof",
    }
}
