//! The journey of one person through a form: which question comes next, what an answer changes, going
//! back, the review.
//!
//! A pure state machine. All that is kept is answers by place and where the visitor stands; the rest
//! follows from them. It must never know of screens, stores, sessions or the clock.

mod ahead;
mod checks;
mod course;
mod items;
mod moves;
mod progress;
mod review;

use std::{fmt, sync::Arc};

use jiff::civil::Date;

use self::{
    ahead::Needed,
    course::{Course, Sight},
    moves::Position,
};
pub use self::{
    items::Items,
    progress::Progress,
    review::{ReviewLine, ReviewSection, SetAside},
};
use crate::{
    answers::{self, Answers, Changed, Damaged, Kept},
    definition::{Document, Field, Form, Kind, Section},
    refusal::{Refusal, Why},
    rule::{Held, Rule},
    validity,
    value::{Place, Value},
};

/// One person's way through one form.
#[derive(Clone)]
pub struct Journey {
    form: Arc<Form>,
    today: Date,
    answers: Answers,
    course: Course,
    position: Position,
    /// While eligibility is checked first: what is asked for that.
    only: Option<Arc<Needed>>,
}

/// What the visitor is to do now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Answer these questions, which are read together; mostly it is one.
    Ask {
        /// Section they stand in.
        section: String,
        /// Item of a repeating section, from 0.
        item: Option<u16>,
        /// At least one. Some may be answered already.
        places: Vec<Place>,
    },
    /// Say whether there is another item; the answer is a yes or no at `place`.
    Another {
        /// The repeating section.
        section: String,
        /// How many there are.
        so_far: u16,
        /// Where the answer belongs.
        place: Place,
    },
    /// Look at what the rules of eligibility come to; only after [`Journey::check_first`].
    Eligibility,
    /// Look through everything.
    Review,
}

impl Journey {
    /// Begins a form. `today` is the day by which ages and bounds are reckoned.
    pub fn begin(form: Arc<Form>, today: Date) -> Self {
        Self::from_answers(form, Answers::new(), today)
    }

    /// Goes on with a form from what was stored: the places and bytes of every [`Changed`] that was
    /// written and not struck out since. The visitor stands before the first question that is still open.
    ///
    /// # Errors
    /// Where a stored answer is none of this form. Answers that are merely out of bounds by now are taken
    /// and show as outstanding.
    pub fn resume(
        form: Arc<Form>,
        stored: impl IntoIterator<Item = (Place, Vec<u8>)>,
        today: Date,
    ) -> Result<Self, Damaged> {
        let mut kept = Answers::new();
        for (place, bytes) in stored {
            let answer = answers::from_bytes(&form, &place, &bytes)?;
            kept.insert(place, answer);
        }
        Ok(Self::from_answers(form, kept, today))
    }

    pub(crate) fn from_answers(form: Arc<Form>, answers: Answers, today: Date) -> Self {
        let course = course::course(&form, &answers, today, None);
        Self { form, today, answers, course, position: Position::Due, only: None }
    }

    /// All that has to be in a store to resume this journey, what is set aside included.
    pub fn stored(&self) -> Vec<(Place, Vec<u8>)> {
        self.answers.iter().map(|(place, kept)| (place.clone(), answers::to_bytes(kept))).collect()
    }

    /// The form.
    pub fn form(&self) -> &Arc<Form> {
        &self.form
    }

    /// The day by which is reckoned.
    pub fn today(&self) -> Date {
        self.today
    }

    /// A new day has begun.
    pub fn set_today(&mut self, today: Date) {
        self.today = today;
        self.walk();
    }

    /// What the visitor is to do now.
    pub fn step(&self) -> Step {
        let Some(screen) = self.screen() else {
            return if self.checks_first() { Step::Eligibility } else { Step::Review };
        };
        let section = screen.section.clone();
        match screen.places.first() {
            Some(place) if screen.another => {
                Step::Another { section, so_far: place.item.unwrap_or_default(), place: place.clone() }
            }
            _ => Step::Ask { section, item: screen.item, places: screen.places.clone() },
        }
    }

    /// Gives an answer, or another one than before. Returns what has to be stored; nothing else changes in
    /// the store, whatever the answer opens or closes.
    ///
    /// # Errors
    /// When the value does not fit, or a check that speaks at this place does not hold. Then nothing changes.
    pub fn answer(&mut self, place: &Place, value: Value) -> Result<Vec<Changed>, Refusal> {
        let value = self.fitting(place, value)?;
        self.keep(place, Kept::Answered { value, from: None })
    }

    /// Leaves a question out.
    ///
    /// # Errors
    /// When it may not be left out, or a check that speaks at this place does not hold.
    pub fn skip(&mut self, place: &Place) -> Result<Vec<Changed>, Refusal> {
        let (_, field) = self.asked(place)?;
        if !field.is_some_and(|field| field.optional) {
            return Err(Refusal { place: place.clone(), why: Why::Needed });
        }
        self.keep(place, Kept::Skipped)
    }

    /// The value as it would be kept there, without keeping it.
    ///
    /// # Errors
    /// As [`Journey::answer`].
    pub fn try_answer(&self, place: &Place, value: Value) -> Result<Value, Refusal> {
        let value = self.fitting(place, value)?;
        let mut trial = self.clone();
        trial.keep(place, Kept::Answered { value: value.clone(), from: None })?;
        Ok(value)
    }

    fn keep(&mut self, place: &Place, kept: Kept) -> Result<Vec<Changed>, Refusal> {
        if self.answers.get(place) == Some(&kept) {
            self.advance(place);
            return Ok(Vec::new());
        }
        let stored = answers::to_bytes(&kept);
        let before = self.answers.insert(place.clone(), kept);
        self.walk();
        let failing = self.speaking_up(place);
        if !failing.is_empty() {
            match before {
                Some(before) => self.answers.insert(place.clone(), before),
                None => self.answers.remove(place),
            };
            self.walk();
            return Err(Refusal { place: place.clone(), why: Why::Checks(failing) });
        }
        self.advance(place);
        Ok(vec![Changed { place: place.clone(), stored: Some(stored) }])
    }

    fn walk(&mut self) {
        self.course = course::course(&self.form, &self.answers, self.today, self.only.as_deref());
    }

    /// The value as it would be kept, checks aside.
    fn fitting(&self, place: &Place, value: Value) -> Result<Value, Refusal> {
        let (kind, _) = self.asked(place)?;
        self.fits(kind, place, value).map_err(|why| Refusal { place: place.clone(), why })
    }

    /// Whether a value fits its question today, what is offered there included.
    fn fits(&self, kind: &Kind, place: &Place, value: Value) -> Result<Value, Why> {
        let value = validity::fit(kind, value, self.today)?;
        let chosen: &[String] = match &value {
            Value::Choice(code) => std::slice::from_ref(code),
            Value::Choices(codes) => codes,
            Value::Place(code) if !self.is_offered_place(kind, code) => return Err(Why::NotOffered),
            _ => &[],
        };
        let offered = self.offered(kind, place);
        match chosen.iter().all(|code| offered.contains(&code.as_str())) {
            true => Ok(value),
            false => Err(Why::NotOffered),
        }
    }

    /// Codes that can be chosen at this place now, in the form's order.
    pub fn choices(&self, place: &Place) -> Vec<&str> {
        self.form.field(&place.field).map(|(_, field)| self.offered(&field.kind, place)).unwrap_or_default()
    }

    fn is_offered_place(&self, kind: &Kind, code: &str) -> bool {
        let Kind::Place { places, level } = kind else { return false };
        let table = self.form.table(places);
        table.is_some_and(|table| table.offered(level.as_deref()).iter().any(|place| place.code() == code))
    }

    fn offered<'k>(&self, kind: &'k Kind, place: &Place) -> Vec<&'k str> {
        let (Kind::Choice(choices) | Kind::Choices { choices, .. }) = kind else { return Vec::new() };
        let stands = |when: &Option<Rule>| when.as_ref().is_none_or(|rule| self.holds(rule, place.item) == Held::Yes);
        choices.iter().filter(|choice| stands(&choice.when)).map(|choice| choice.code.as_str()).collect()
    }

    /// What is asked for at a place that applies now; no field where it is "is there another?".
    pub(crate) fn asked(&self, place: &Place) -> Result<(&Kind, Option<&Field>), Refusal> {
        let refuse = |why| Refusal { place: place.clone(), why };
        let kind = answers::kind_at(&self.form, place).ok_or_else(|| refuse(Why::NoSuchQuestion))?;
        if !self.course.asked.contains(place) {
            return Err(refuse(Why::NotAsked));
        }
        Ok((kind, self.form.field(&place.field).map(|(_, field)| field)))
    }

    /// The answer at a place that applies, computed ones included.
    pub fn value(&self, place: &Place) -> Option<&Value> {
        let computed = self.course.computed.get(place);
        let given = || self.answers.get(place).filter(|_| self.course.asked.contains(place)).and_then(Kept::value);
        computed.or_else(given)
    }

    /// Whether an optional question that applies was left out.
    pub fn is_skipped(&self, place: &Place) -> bool {
        self.course.asked.contains(place) && self.answers.get(place) == Some(&Kept::Skipped)
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        self.course.progress
    }

    /// Papers to bring, as far as the answers tell.
    pub fn documents(&self) -> Vec<&Document> {
        let needed =
            |document: &&Document| document.when.as_ref().is_none_or(|rule| self.holds(rule, None) == Held::Yes);
        self.form.documents.iter().filter(needed).collect()
    }

    fn sight(&self) -> Sight<'_> {
        Sight { today: self.today, answers: &self.answers, course: &self.course }
    }

    pub(crate) fn holds(&self, rule: &Rule, item: Option<u16>) -> Held {
        rule.holds(&self.sight(), item)
    }

    /// Id of the form in which the answer at a place was first given.
    pub(crate) fn origin(&self, place: &Place) -> String {
        self.answers.get(place).and_then(Kept::from).unwrap_or(&self.form.id).to_owned()
    }

    /// Answers that apply, on which a rule rests.
    pub(crate) fn resting_on(&self, rule: &Rule) -> Vec<Place> {
        let named = |place: &&Place| rule.mentions(&place.field) && self.value(place).is_some();
        self.course.lines.iter().map(|line| &line.place).filter(named).cloned().collect()
    }

    /// Takes an answer over from another form, where there is none yet.
    pub(crate) fn carry_one(&mut self, place: &Place, value: &Value, from: &str) -> Option<Changed> {
        if self.answers.contains_key(place) {
            return None;
        }
        let kind = answers::kind_at(&self.form, place)?;
        let value = validity::fit(kind, value.clone(), self.today).ok()?;
        let kept = Kept::Answered { value, from: Some(from.to_owned()) };
        let stored = answers::to_bytes(&kept);
        self.answers.insert(place.clone(), kept);
        self.walk();
        Some(Changed { place: place.clone(), stored: Some(stored) })
    }
}

impl Form {
    /// The field with this id and its section.
    pub fn field(&self, id: &str) -> Option<(&Section, &Field)> {
        let found = |section| Some((section, Section::field(section, id)?));
        self.sections.iter().find_map(found)
    }
}

impl Section {
    /// Its field with this id.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }
}

/// Answers never show.
impl fmt::Debug for Journey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { form, today, answers, course: _, position, only: _ } = self;
        let mut shown = f.debug_struct("Journey");
        shown.field("form", &form.id).field("today", today).field("answers", &answers.len());
        shown.field("position", position).finish_non_exhaustive()
    }
}
