//! The course: what the answers so far make of a form. Which questions apply, in which order they come,
//! what is worked out, how far it is.
//!
//! One walk through the form in its own order: a condition sees what stands before it, and of that only
//! what applies. So an answer that was set aside is invisible to all that follows, and comes back with
//! everything that hung on it when its branch does. It must never change an answer.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{ahead::Needed, progress::Progress};
use crate::{
    answers::{Answers, Kept, MOST_ITEMS},
    definition::{Count, Field, Form, Kind, Section},
    rule::{Held, Name, Rule, Scope, Typed},
    value::{Place, Value},
};

/// One screen: a question, or several that are read together.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Screen {
    pub section: String,
    pub item: Option<u16>,
    /// At least one.
    pub places: Vec<Place>,
    /// Whether it asks "is there another?".
    pub another: bool,
}

/// The items of a repeating section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Items {
    pub count: u16,
    /// Whether nothing that is still to be answered can change the count.
    pub closed: bool,
}

/// What the answers make of the form.
#[derive(Debug, Clone, Default)]
pub(super) struct Course {
    /// Only what applies and is to be asked, in order.
    pub screens: Vec<Screen>,
    /// Every place that is asked for an answer, "is there another?" included.
    pub asked: BTreeSet<Place>,
    /// What was worked out, where it applies.
    pub computed: BTreeMap<Place, Value>,
    /// Places in the order of the form, computed ones included, without "is there another?".
    pub lines: Vec<Line>,
    /// By section.
    pub items: BTreeMap<String, Items>,
    pub progress: Progress,
    /// Fields about which an answer that is still to come decides something.
    open: BTreeSet<Place>,
    /// The same by id, for fields of repeating sections as a whole.
    open_fields: BTreeSet<String>,
}

/// A place that shows in the review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub section: usize,
    pub place: Place,
    pub computed: bool,
}

/// What rules see of a course.
pub(super) struct Sight<'a> {
    pub today: Date,
    pub answers: &'a Answers,
    pub course: &'a Course,
}

impl Scope for Sight<'_> {
    fn today(&self) -> Date {
        self.today
    }

    fn answer(&self, place: &Place) -> Option<Typed> {
        if let Some(value) = self.course.computed.get(place) {
            return Some(Typed::of(value));
        }
        if !self.course.asked.contains(place) {
            return None;
        }
        self.answers.get(place).and_then(Kept::value).map(Typed::of)
    }

    fn items(&self, section: &str) -> Option<u16> {
        self.course.items.get(section).filter(|items| items.closed).map(|items| items.count)
    }
}

/// What a condition comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Standing {
    applies: bool,
    /// No answer that is still to come changes it.
    firm: bool,
}

impl Standing {
    const YES: Self = Self { applies: true, firm: true };

    fn within(self, inner: Self) -> Self {
        let never = (self.firm && !self.applies) || (inner.firm && !inner.applies);
        Self { applies: self.applies && inner.applies, firm: never || (self.firm && inner.firm) }
    }

    fn possible(self) -> bool {
        self.applies || !self.firm
    }
}

/// Walks through the form. `only`: of what applies, nothing else has a screen.
pub(super) fn course(form: &Form, answers: &Answers, today: Date, only: Option<&Needed>) -> Course {
    let mut walk = Walk { form, answers, today, only, course: Course::default() };
    for (index, section) in form.sections.iter().enumerate() {
        walk.section(index, section);
    }
    walk.course.progress.finish();
    walk.course
}

struct Walk<'a> {
    form: &'a Form,
    answers: &'a Answers,
    today: Date,
    only: Option<&'a Needed>,
    course: Course,
}

impl Walk<'_> {
    /// Whether the question of a field, or "is there another?" of a section, has a screen.
    fn wanted(&self, id: &str) -> bool {
        self.only.is_none_or(|only| only.contains(id))
    }

    fn section(&mut self, index: usize, section: &Section) {
        let standing = self.standing(section.when.as_ref(), None, None);
        let Some(repeat) = &section.repeat else {
            self.item(index, section, None, standing);
            return;
        };
        match &repeat.count {
            Count::Asked { min, max } => self.asked_items(index, section, standing, (*min, *max)),
            Count::Answered(field) => self.counted_items(index, section, standing, field),
        }
    }

    /// "Is there another?" before each item from the least on, up to the most.
    fn asked_items(&mut self, index: usize, section: &Section, standing: Standing, (min, max): (u16, u16)) {
        let max = max.min(MOST_ITEMS);
        let mut count = 0;
        let mut closed = standing.firm;
        while standing.applies && count < max {
            if count >= min {
                let place = Place { field: section.id.clone(), item: Some(count) };
                let answer = self.answers.get(&place).and_then(Kept::value);
                self.screen(section, Some(count), vec![place], true, standing.firm);
                if answer != Some(&Value::YesNo(true)) {
                    closed &= answer.is_some();
                    break;
                }
            }
            self.item(index, section, Some(count), standing);
            count += 1;
        }
        if !closed {
            let hypothetical = self.hypothetical(section, count);
            for more in count..max {
                // Each further item is followed by the question for one more.
                let asks = if standing.applies { more + 1 < max } else { more >= min };
                let screens = hypothetical + usize::from(asks && self.wanted(&section.id));
                if more < min.max(count + 1) {
                    self.course.progress.perhaps(screens);
                } else {
                    self.course.progress.further(screens);
                }
            }
        }
        self.close(section, Items { count, closed });
    }

    /// As many as another answer says.
    fn counted_items(&mut self, index: usize, section: &Section, standing: Standing, field: &str) {
        let place = Place { field: field.to_owned(), item: None };
        let open = self.course.open.contains(&place);
        let sight = self.sight();
        let counted = match sight.answer(&place) {
            Some(Typed::Integer(number)) => u16::try_from(number.max(0)).unwrap_or(MOST_ITEMS).min(MOST_ITEMS),
            _ => 0,
        };
        let count = if standing.applies { counted } else { 0 };
        for item in 0..count {
            self.item(index, section, Some(item), standing);
        }
        let closed = standing.firm && !(standing.applies && open);
        if !closed {
            let most = if open { self.greatest(field) } else { counted };
            let hypothetical = self.hypothetical(section, count);
            self.course.progress.perhaps(hypothetical * usize::from(most.saturating_sub(count)));
        }
        self.close(section, Items { count, closed });
    }

    fn greatest(&self, field: &str) -> u16 {
        let fields = self.form.sections.iter().flat_map(|section| &section.fields);
        match fields.into_iter().find(|known| known.id == field).map(|field| &field.kind) {
            Some(Kind::Integer { max: Some(max), .. }) => u16::try_from(*max).unwrap_or(MOST_ITEMS).min(MOST_ITEMS),
            _ => MOST_ITEMS,
        }
    }

    fn close(&mut self, section: &Section, items: Items) {
        self.course.items.insert(section.id.clone(), items);
        if !items.closed {
            self.course.open_fields.extend(section.fields.iter().map(|field| field.id.clone()));
        }
    }

    /// One passage through the fields of a section.
    fn item(&mut self, index: usize, section: &Section, item: Option<u16>, standing: Standing) {
        let mut group = Group::default();
        for field in &section.fields {
            let place = Place { field: field.id.clone(), item };
            let stands = standing.within(self.standing(field.when.as_ref(), item, None));
            if let Some(rule) = &field.value {
                self.work_out(index, field, rule, place, stands);
                continue;
            }
            if !group.takes(field.screen.as_deref()) {
                self.grouped(section, item, std::mem::take(&mut group));
            }
            if stands.possible() && self.wanted(&field.id) {
                group.add(field.screen.clone(), &place, stands);
            }
            if !stands.firm || (stands.applies && !self.answers.contains_key(&place)) {
                self.keep_open(&place);
            }
            if stands.applies {
                self.course.asked.insert(place.clone());
                self.course.lines.push(Line { section: index, place, computed: false });
            }
        }
        self.grouped(section, item, group);
    }

    fn work_out(&mut self, index: usize, field: &Field, rule: &Rule, place: Place, stands: Standing) {
        if stands.possible() && (!stands.firm || self.names_open(rule, place.item)) {
            self.keep_open(&place);
        }
        if !stands.applies {
            return;
        }
        let value = rule.value(&self.sight(), place.item).and_then(|value| value.into_value(&field.kind));
        if let Some(value) = value {
            self.course.computed.insert(place.clone(), value);
        }
        self.course.lines.push(Line { section: index, place, computed: true });
    }

    fn keep_open(&mut self, place: &Place) {
        self.course.open_fields.insert(place.field.clone());
        self.course.open.insert(place.clone());
    }

    /// A run of fields that are read together has come to its end.
    fn grouped(&mut self, section: &Section, item: Option<u16>, group: Group) {
        if group.places.is_empty() {
            self.course.progress.perhaps(usize::from(group.possible));
        } else {
            self.screen(section, item, group.places, false, group.certain);
        }
    }

    fn screen(&mut self, section: &Section, item: Option<u16>, places: Vec<Place>, another: bool, certain: bool) {
        if another {
            self.course.asked.extend(places.iter().cloned());
            if !self.wanted(&section.id) {
                return;
            }
        }
        let carried = places.iter().all(|place| self.answers.get(place).and_then(Kept::from).is_some());
        if !carried {
            let settled = places.iter().all(|place| self.answers.contains_key(place));
            self.course.progress.screen(settled, certain);
        }
        self.course.screens.push(Screen { section: section.id.clone(), item, places, another });
    }

    /// How many screens an item that is not there yet may have.
    fn hypothetical(&self, section: &Section, item: u16) -> usize {
        let mut screens = 0;
        let mut group = Group::default();
        for field in section.fields.iter().filter(|field| field.value.is_none() && self.wanted(&field.id)) {
            if !group.takes(field.screen.as_deref()) {
                screens += usize::from(std::mem::take(&mut group).possible);
            }
            if self.standing(field.when.as_ref(), Some(item), Some(section)).possible() {
                let place = Place { field: field.id.clone(), item: Some(item) };
                group.add(field.screen.clone(), &place, Standing::YES);
            }
        }
        screens + usize::from(group.possible)
    }

    /// What a condition comes to. `unanswered`: a section of which no answer is there yet.
    fn standing(&self, when: Option<&Rule>, item: Option<u16>, unanswered: Option<&Section>) -> Standing {
        let Some(rule) = when else { return Standing::YES };
        let of_it = |section: &Section| section.fields.iter().any(|field| rule.mentions(&field.id));
        let applies = rule.holds(&self.sight(), item) == Held::Yes;
        Standing { applies, firm: !unanswered.is_some_and(of_it) && !self.names_open(rule, item) }
    }

    /// Whether the rule names something that an answer still to come may change.
    fn names_open(&self, rule: &Rule, item: Option<u16>) -> bool {
        rule.names().iter().any(|name| match name {
            Name::Items(section) => self.course.items.get(section).is_none_or(|items| !items.closed),
            Name::OfItem { field, .. } => self.course.open.contains(&Place { field: field.clone(), item }),
            Name::Field(field) => self.course.open_fields.contains(field),
            // The list that it is of is named too.
            Name::OfEach { .. } => false,
        })
    }

    fn sight(&self) -> Sight<'_> {
        Sight { today: self.today, answers: self.answers, course: &self.course }
    }
}

/// Fields that are read together, as they are gathered.
#[derive(Debug, Default)]
struct Group {
    screen: Option<String>,
    /// Those that apply.
    places: Vec<Place>,
    /// Whether one of them applies whatever is still answered.
    certain: bool,
    /// Whether one of them may come to apply.
    possible: bool,
}

impl Group {
    /// Whether a field with this screen still belongs to it.
    fn takes(&self, screen: Option<&str>) -> bool {
        !self.possible || (screen.is_some() && self.screen.as_deref() == screen)
    }

    fn add(&mut self, screen: Option<String>, place: &Place, stands: Standing) {
        self.screen = screen;
        self.possible = true;
        self.certain |= stands.applies && stands.firm;
        if stands.applies {
            self.places.push(place.clone());
        }
    }
}
