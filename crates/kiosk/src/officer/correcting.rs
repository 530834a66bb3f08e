//! A finished form in an officer's hands: one answer is put right, what follows from it is asked too, and the whole
//! is kept beside what was handed in, or nothing is.
//!
//! The form speaks as it did to the visitor: what is given is read back, and checked by the form's own rules.

use std::{collections::BTreeMap, sync::Arc};

use jiff::{Timestamp, Zoned};
use kaunter_forms::{
    Bilingual, Filled, FilledAnswer, FilledCorrection, Form, Identity, Journey, Place, ReviewLine, Words, to_json,
};
use kaunter_store::{FormNumber, Recipient, StaffId, Store, StoreError};

use super::fault_of;
use crate::{
    act::Act,
    forms::{Filling, records::Unsaved},
    refusal::Refusal,
    said::Said,
    view::{Both, Corrected, CorrectionReason, Problem},
};

/// Most characters of an officer's own words about a correction.
const LONGEST_WORDS: usize = 200;

/// A form that is being corrected.
#[derive(Clone)]
pub(crate) struct Correcting {
    pub number: FormNumber,
    pub filling: Filling,
    before: Arc<Filled>,
}

impl Correcting {
    /// Opens the form at the answer with this key; nothing where no question stands behind it.
    ///
    /// # Errors
    /// The form can no longer be read here, or no longer holds.
    pub fn open(store: &Store, number: &FormNumber, key: &str, now: Timestamp) -> Result<Option<Self>, Problem> {
        let fault = |fault: StoreError| fault_of(&fault);
        let form = store.form_called(number, now).map_err(fault)?;
        if form.void.is_some() {
            return Err(fault(StoreError::FormVoid));
        }
        let copy = store.printable(form.id, now).map_err(fault)?;
        let before: Filled = serde_json::from_slice(&copy).map_err(|_| Refusal::FormDamaged)?;
        let definition = store.definition_of_form(form.id, now).map_err(fault)?;
        let definition = Form::from_archive(&definition).map_err(|_| Refusal::FormDamaged)?;
        let today = before.day().ok_or(Refusal::FormDamaged)?;
        let journey = Journey::reopen(definition, &before, today).map_err(|_| Refusal::FormDamaged)?;
        let mut filling = Filling::of_finished(journey);
        filling.change(key);
        let opened = Self { number: number.clone(), filling, before: Arc::new(before) };
        Ok(opened.filling.place().is_some().then_some(opened))
    }

    /// Language in which the officer is asked.
    pub fn office_language(&self) -> &str {
        &self.before.office_language
    }

    /// Answers the question in front, goes back from it, or goes to another one.
    ///
    /// # Errors
    /// None today; what is kept elsewhere may fail.
    pub fn act(&mut self, act: &Act) -> Result<(), Problem> {
        match act {
            Act::ChangeAnswer { place } => self.filling.change(place),
            // Back from the last look leads out of the form, which is another act.
            Act::Back if self.filling.place().is_none() => {}
            Act::Back => _ = self.filling.step_back(),
            _ => {
                let language = self.before.office_language.clone();
                let mut unsaved = Unsaved::default();
                self.filling.answer(act, &language, &mut unsaved)?;
                if unsaved.changed {
                    self.filling.leave_screen();
                }
            }
        }
        Ok(())
    }

    /// What is different from before, in the order of the form; then what no longer applies.
    pub fn changes(&self) -> Vec<Corrected> {
        let before = self.before.answers();
        let review = self.filling.journey.review();
        let lines: Vec<&ReviewLine<'_>> = review.iter().flat_map(|section| &section.lines).collect();
        let changed = |line: &&&ReviewLine<'_>| {
            let value = line.value.map_or(serde_json::Value::Null, to_json);
            before.get(line.place).is_none_or(|answer| answer.value != value)
        };
        let mut changes: Vec<Corrected> =
            lines.iter().filter(changed).map(|line| self.changed(line, before.get(line.place).copied())).collect();
        let stands = |place: &Place| lines.iter().any(|line| line.place == place);
        changes.extend(gone(&before, stands));
        changes
    }

    fn changed(&self, line: &ReviewLine<'_>, before: Option<&FilledAnswer>) -> Corrected {
        let journey = &self.filling.journey;
        let label = |words: &Words| words.label(&line.place.field).to_owned();
        Corrected {
            place: line.place.to_string(),
            label: self
                .in_both(|language| journey.form().words(language).map(|words| label(words)).unwrap_or_default()),
            before: before.map_or_else(Both::default, |answer| both(&answer.written)),
            after: self.in_both(|language| journey.say(line.place, language, Identity::Whole).written),
            computed: line.computed,
        }
    }

    fn in_both(&self, said: impl Fn(&str) -> String) -> Both {
        Both { citizen: said(&self.before.language).into(), office: said(&self.before.office_language).into() }
    }

    /// Whether there is something to keep, and nothing keeps it from being kept.
    pub fn is_whole(&self) -> bool {
        self.filling.place().is_none() && self.filling.journey.outstanding().is_empty() && !self.changes().is_empty()
    }

    /// CorrectionNote the corrected form beside the one that was handed in. The trail is told why and which answers, never what
    /// they say; the officer's words go with the sealed form.
    ///
    /// # Errors
    /// The store's; nothing changes then.
    pub fn keep(&self, store: &mut Store, how: &CorrectionNote<'_>) -> Result<(), Problem> {
        let now = how.at.timestamp();
        let form = store.form_called(&self.number, now).map_err(|fault| fault_of(&fault))?;
        let Filled { language, office_language, corrections, .. } = &*self.before;
        let filled = self.filling.journey.finish(language, office_language).map_err(|_| Refusal::FormDamaged)?;
        let answers: Vec<String> = self.changes().into_iter().map(|change| change.place).collect();
        let noted = format!("{}: {}", how.why.code(), answers.join(", "));
        let words: String = how.words.as_str().trim().chars().take(LONGEST_WORDS).collect();
        let correction = FilledCorrection {
            revision: 0,
            date: how.at.date().to_string(),
            reason: how.why.code().to_owned(),
            words: (!words.is_empty()).then_some(words),
            answers,
        };
        let written = |revision| {
            let correction = FilledCorrection { revision, ..correction.clone() };
            let corrections = corrections.iter().cloned().chain([correction]).collect();
            serde_json::to_vec(&Filled { corrections, ..filled.clone() })
        };
        written(1).map_err(|_| Refusal::FormDamaged)?;
        let corrected = store.correct(form.id, how.recipients, &noted, how.by, now, |correction| {
            // It could be written a moment ago.
            written(correction.revision).unwrap_or_default()
        });
        corrected.map(drop).map_err(|fault| fault_of(&fault))
    }
}

/// How a correction is kept.
pub(crate) struct CorrectionNote<'a> {
    pub why: CorrectionReason,
    pub words: &'a Said,
    pub recipients: &'a [Recipient],
    pub by: Option<StaffId>,
    pub at: &'a Zoned,
}

/// Answers to questions that are no longer asked.
fn gone(before: &BTreeMap<Place, &FilledAnswer>, stands: impl Fn(&Place) -> bool) -> Vec<Corrected> {
    let gone = before.iter().filter(|(place, answer)| !stands(place) && !answer.value.is_null());
    let line = |(place, answer): (&Place, &&FilledAnswer)| Corrected {
        place: place.to_string(),
        label: both(&answer.label),
        before: both(&answer.written),
        after: Both::default(),
        computed: answer.computed,
    };
    gone.map(line).collect()
}

pub(super) fn both(text: &Bilingual) -> Both {
    Both { citizen: text.citizen.as_str().into(), office: text.office.as_str().into() }
}
