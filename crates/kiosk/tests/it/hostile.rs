//! Whatever is touched in whatever order, the kiosk stands and ends at its greeting.

use std::time::Duration;

use kaunter_kiosk::Refusal;
use kaunter_kiosk::act::Act;
use kaunter_kiosk::view::{Reach, Screen, TextSize, Theme};
use proptest::prelude::*;

use crate::hall::{Hall, ask, choose, link, notice, pin, topic};
use crate::small_pack::{pack_where, pack_with};

#[derive(Debug, Clone)]
enum Event {
    Touch(Act),
    Wait(u64),
    Leap(u64),
    NewPack(bool),
    NoPack,
    Lost,
    PowerCut,
}

fn touches() -> impl Strategy<Value = Act> {
    let plain = prop::sample::select(vec![
        Act::Begin,
        Act::OpenLanguages,
        Act::Home,
        Act::Back,
        Act::OpenAsk,
        Act::CallPerson,
        Act::CancelCall,
        Act::StillHere,
        Act::Leave,
        Act::OfficerGesture,
        Act::OfficerExit,
        Act::OfficerRestart,
        Act::OfficerClose,
        Act::SetText { text: TextSize::Largest },
        Act::SetTheme { theme: Theme::Night },
        Act::SetReach { reach: Reach::Left },
    ]);
    let known = |words: &'static [&'static str]| prop::sample::select(words);
    let languages = known(&["zh-TW", "ko", "en", "", "xx"]);
    let topics = known(&["birth", "travel", "ration", "", "\u{0}"]);
    let entries = known(&["birth-register", "birth-grant", "ration-card", "hours.md#Passports", "#", "hours.md#", ""]);
    let notices = known(&["typhoon", "lift", "gone"]);
    let questions = known(&["born", "how much is it", "was born, register late", "typhoon", "  "]);
    prop_oneof![
        8 => plain,
        3 => languages.prop_map(choose),
        2 => topics.prop_map(topic),
        3 => entries.prop_map(link),
        2 => notices.prop_map(notice),
        3 => questions.prop_map(ask),
        1 => any::<String>().prop_filter("made to crash", |q| !q.contains("crash")).prop_map(|q| ask(&q)),
        1 => known(&["1111", "", "nine"]).prop_map(pin),
    ]
}

fn events() -> impl Strategy<Value = Event> {
    prop_oneof![
        30 => touches().prop_map(Event::Touch),
        3 => (1..90_u64).prop_map(Event::Wait),
        1 => (1..100_000_u64).prop_map(Event::Leap),
        1 => any::<bool>().prop_map(Event::NewPack),
        1 => Just(Event::NoPack),
        1 => Just(Event::Lost),
        1 => Just(Event::PowerCut),
    ]
}

fn happens(hall: &mut Hall, event: Event) {
    match event {
        Event::Touch(act) => drop(hall.counter.act(act)),
        Event::Wait(seconds) => drop(hall.waits(seconds)),
        Event::Leap(seconds) => hall.clock.goes_on(Duration::from_secs(seconds)),
        Event::NewPack(old) => hall.installed.holds(pack_where("1.0", if old { "0.9" } else { "1.1" })),
        Event::NoPack => hall.installed.fails(Refusal::PackNone),
        Event::Lost => drop(hall.counter.screen_lost()),
        Event::PowerCut => hall.restarts(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_touches_in_any_order_end_at_the_greeting(story in prop::collection::vec(events(), 1..60)) {
        let mut hall = Hall::new();
        for event in story {
            happens(&mut hall, event);
            let view = hall.counter.view();
            let calls = matches!(view.screen, Screen::Person { .. });
            prop_assert!(!calls || view.call.is_some());
            prop_assert!(view.leaving_in.is_none_or(|seconds| (1..=20).contains(&seconds)));
        }
        hall.installed.holds(pack_with(|_, text| text.to_owned()));
        hall.waits(400);
        let end = hall.counter.view();
        prop_assert_eq!(&end.screen, &Screen::Attract);
        prop_assert_eq!((end.call, end.can_go_back, end.problem), (None, false, None));
    }
}
