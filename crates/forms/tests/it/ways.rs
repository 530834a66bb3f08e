//! Whatever a visitor does in whatever order, nothing is lost, nothing shows that does not apply.

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

use kaunter_forms::{Form, Journey, Place, Step, Value};
use proptest::prelude::*;

use crate::visit::{TODAY, at, form};

/// Branches in branches, a household that asks, children that are counted, sums of what applies.
const BRANCHES: &str = r#"
[[section]]
id = "first"
[[section.field]]
id = "a"
kind = "yes-no"
[[section.field]]
id = "b"
kind = "integer"
min = 0
max = 3
when = "a"
optional = true
[[section.field]]
id = "c"
kind = "yes-no"
when = "b >= 2"
[[section.field]]
id = "d"
kind = "choice"
choices = ["x", "y"]
screen = "together"
[[section.field]]
id = "e"
kind = "integer"
screen = "together"
when = "!a"
[[section]]
id = "members"
when = "!c || d == 'x'"
repeat = { each = "member", min = 1, max = 3 }
[[section.field]]
id = "income"
kind = "integer"
min = 0
max = 9
[[section.field]]
id = "source"
kind = "choice"
choices = ["work", "other"]
when = "member.income > 4"
[[section]]
id = "children"
when = "a"
repeat = { each = "child", count = "b" }
[[section.field]]
id = "school"
kind = "yes-no"
optional = true
[[section]]
id = "last"
[[section.field]]
id = "total"
kind = "integer"
value = "sum(members.map(m, m.income))"
[[section.field]]
id = "f"
kind = "yes-no"
when = "total > 8"
[[check]]
id = "not_both"
of = ["d", "e"]
rule = "!(d == 'y' && e == 3)"
"#;

static BRANCHES_READ: LazyLock<Arc<Form>> = LazyLock::new(|| form(BRANCHES));

#[derive(Debug, Clone)]
enum Act {
    /// Answers what is asked now.
    Answer(u8),
    /// Answers somewhere, asked or not.
    Anywhere(usize, u8),
    Skip,
    Back,
    Forward,
    GoTo(usize),
    Add(bool),
    Remove(bool, u16),
    Resume,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        12 => any::<u8>().prop_map(Act::Answer),
        3 => (any::<usize>(), any::<u8>()).prop_map(|(place, choice)| Act::Anywhere(place, choice)),
        2 => Just(Act::Skip),
        2 => Just(Act::Back),
        1 => Just(Act::Forward),
        2 => any::<usize>().prop_map(Act::GoTo),
        1 => any::<bool>().prop_map(Act::Add),
        1 => (any::<bool>(), 0..4u16).prop_map(|(which, item)| Act::Remove(which, item)),
        1 => Just(Act::Resume),
    ]
}

fn value(form: &Form, place: &Place, choice: u8) -> Value {
    let number = i64::from(choice % 11);
    match form.field(&place.field).map(|(_, field)| field.kind.name()) {
        Some("integer") => Value::Integer(number),
        Some("choice") if place.field == "d" => Value::Choice(["x", "y"][usize::from(choice % 2)].to_owned()),
        Some("choice") => Value::Choice(["work", "other"][usize::from(choice % 2)].to_owned()),
        _ => Value::YesNo(choice.is_multiple_of(2)),
    }
}

/// Every place that the form can have.
fn places() -> Vec<Place> {
    let mut names: Vec<String> = ["a", "b", "c", "d", "e", "f", "nobody", "total"].map(str::to_owned).to_vec();
    for item in 0..4 {
        names.extend(["members", "income", "source", "school", "children"].map(|field| format!("{field}/{item}")));
    }
    names.iter().map(|name| at(name)).collect()
}

fn asked_now(journey: &Journey) -> Option<Place> {
    match journey.step() {
        Step::Review | Step::Eligibility => None,
        Step::Another { place, .. } => Some(place),
        Step::Ask { places, .. } => {
            let open = places.iter().find(|place| journey.value(place).is_none() && !journey.is_skipped(place));
            open.or(places.first()).cloned()
        }
    }
}

struct Run {
    journey: Journey,
    store: BTreeMap<Place, Vec<u8>>,
    /// All values ever taken and not taken away, as a store would see them.
    form: Arc<Form>,
}

impl Run {
    fn act(&mut self, act: &Act) {
        let before = self.journey.stored();
        let changed = match act {
            Act::Answer(choice) => asked_now(&self.journey)
                .map(|place| (value(&self.form, &place, *choice), place))
                .map(|(value, place)| self.journey.answer(&place, value)),
            Act::Anywhere(place, choice) => {
                let places = places();
                let place = &places[place % places.len()];
                Some(self.journey.answer(place, value(&self.form, place, *choice)))
            }
            Act::Skip => asked_now(&self.journey).map(|place| self.journey.skip(&place)),
            Act::Back => {
                let was = self.journey.step();
                let moved = self.journey.back();
                assert!(moved || self.journey.step() == was);
                None
            }
            Act::Forward => {
                self.journey.forward();
                None
            }
            Act::GoTo(place) => {
                let places = places();
                self.journey.go_to(&places[place % places.len()]);
                None
            }
            Act::Add(members) => Some(self.journey.add_item(if *members { "members" } else { "children" })),
            Act::Remove(members, item) => {
                Some(self.journey.remove_item(if *members { "members" } else { "children" }, *item))
            }
            Act::Resume => {
                let stored: Vec<_> = self.store.clone().into_iter().collect();
                self.journey = Journey::resume(self.form.clone(), stored, TODAY).unwrap();
                None
            }
        };
        match changed {
            Some(Ok(changed)) => {
                for change in changed {
                    match change.stored {
                        Some(bytes) => self.store.insert(change.place, bytes),
                        None => self.store.remove(&change.place),
                    };
                }
            }
            Some(Err(_)) | None => assert_eq!(self.journey.stored(), before, "{act:?} changes nothing"),
        }
        self.holds(act);
    }

    fn holds(&self, act: &Act) {
        let journey = &self.journey;
        assert_eq!(journey.stored(), self.store.clone().into_iter().collect::<Vec<_>>(), "after {act:?}");
        let resumed = Journey::resume(self.form.clone(), self.store.clone(), TODAY).unwrap();
        assert_eq!(resumed.outstanding(), journey.outstanding());
        assert_eq!(resumed.progress(), journey.progress());
        assert_eq!(resumed.set_aside(), journey.set_aside());
        let progress = journey.progress();
        assert!(progress.answered <= progress.least && progress.least <= progress.most, "{progress:?}");
        self.kept_or_aside();
    }

    /// Every answer in the store either applies or is set aside; none is both, none is lost.
    fn kept_or_aside(&self) {
        let journey = &self.journey;
        let aside: Vec<&Place> = journey.set_aside().iter().map(|aside| aside.place).collect();
        let shown: Vec<&Place> = journey
            .review()
            .iter()
            .flat_map(|part| &part.lines)
            .filter(|line| !line.computed && line.value.is_some())
            .map(|line| line.place)
            .collect();
        for (place, bytes) in &self.store {
            let answered = String::from_utf8_lossy(bytes).contains("value");
            let structural = ["members", "children"].contains(&place.field.as_str());
            if answered && !structural {
                let times = aside.iter().chain(&shown).filter(|one| **one == place).count();
                assert_eq!(times, 1, "{place}: aside {aside:?}, shown {shown:?}");
            }
        }
        if let Ok(filled) = journey.finish("en", "en") {
            let values = filled.sections.iter().flat_map(|section| &section.answers);
            let answered = values.filter(|answer| !answer.value.is_null() && !answer.computed).count();
            assert_eq!(answered, shown.len(), "the document has what applies and nothing else");
        }
    }

    /// Answers what is asked until nothing is, without changing anything.
    fn goes_to_the_end(&mut self) {
        let progress = self.journey.progress();
        for round in 0..200_u8 {
            let Some(place) = self.journey.outstanding().first().map(|one| one.place.clone()) else { break };
            let fitting = (round..=round.saturating_add(20))
                .find_map(|choice| self.journey.try_answer(&place, value(&self.form, &place, choice)).ok());
            let Some(fitting) = fitting else { return };
            let existing = self.journey.value(&place).is_some() || self.journey.is_skipped(&place);
            let changed = self.journey.answer(&place, fitting).unwrap();
            for change in changed {
                self.store.insert(change.place, change.stored.unwrap());
            }
            if existing {
                // Something was put right: what it opens was not foreseen.
                return;
            }
        }
        let end = self.journey.progress();
        assert_eq!(end.answered, end.most);
        assert!(
            (progress.least..=progress.most).contains(&end.answered),
            "said to be within {progress:?}, came to {end:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_way_through_a_form_keeps_what_was_said(acts in prop::collection::vec(act(), 1..60)) {
        let form = BRANCHES_READ.clone();
        let mut run = Run { journey: Journey::begin(form.clone(), TODAY), store: BTreeMap::new(), form };
        for act in &acts {
            run.act(act);
        }
        run.goes_to_the_end();
    }

    #[test]
    fn a_branch_that_returns_brings_everything_back(acts in prop::collection::vec(act(), 1..40)) {
        let form = BRANCHES_READ.clone();
        let mut run = Run { journey: Journey::begin(form.clone(), TODAY), store: BTreeMap::new(), form };
        for act in &acts {
            run.act(act);
        }
        let Some(Value::YesNo(now)) = run.journey.value(&at("a")).cloned() else { return Ok(()) };
        let before = run.journey.review().iter().map(|part| format!("{part:?}")).collect::<Vec<_>>();
        if run.journey.answer(&at("a"), Value::YesNo(!now)).is_ok() {
            run.journey.answer(&at("a"), Value::YesNo(now)).unwrap();
            let after = run.journey.review().iter().map(|part| format!("{part:?}")).collect::<Vec<_>>();
            prop_assert_eq!(before, after);
        }
    }
}
