//! Words into an answer: what was said to a question, understood within what the question allows.
//!
//! It never invents: what is impossible is said to be impossible before it is read back, what is unclear
//! is offered or asked again, and nothing is kept before the visitor said yes.

mod address;
mod marks;
mod order;
mod question;

use std::collections::BTreeMap;

use kaunter_spoken::{self as spoken, Heard, Language, Trouble};

use self::question::Question;
use crate::{
    definition::Kind,
    journey::Journey,
    refusal::{Refusal, Why},
    say::{self, Said},
    value::{Place, Value},
};

pub use kaunter_spoken::{Command, Missing};

/// What earlier utterances to the same question left. Begin with the default, hand in
/// [`Hearing::turn`] of the last one with the next; forget it when the question changes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Turn {
    /// What was read back last and not yet confirmed: "no, the sixth" speaks of it.
    pub heard: Option<Value>,
    /// What is known of a date.
    pub known: spoken::DateParts,
    /// What is known of a number that is said in several breaths.
    pub spelled: String,
    /// What is known of an address: codes of places, or words; empty for a part that it does not have.
    pub parts: BTreeMap<String, String>,
}

/// What was made of an utterance.
#[derive(Debug, Clone, PartialEq)]
pub struct Hearing {
    /// What it means.
    pub outcome: Outcome,
    /// To be handed in with the next utterance to the same question.
    pub turn: Turn,
}

/// What an utterance means.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// A wish instead of an answer.
    Wish(Command),
    /// An answer that fits. It is read back, and given to [`Journey::answer`] after a yes.
    Understood(Offer),
    /// One of these, or an answer that was not heard clearly: the visitor says or touches which.
    Which(Vec<Offer>),
    /// A part of an answer; this is still to be asked.
    Lacking(Lack),
    /// What was heard cannot be the answer. `heard` is what it was, where it was something.
    Refused {
        /// What is wrong with it.
        why: Why,
        /// What was understood.
        heard: Option<Said>,
        /// What may have been meant instead.
        instead: Vec<Offer>,
    },
}

/// A value, and how it is read back.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// The value.
    pub value: Value,
    /// Its words in the language of the visitor.
    pub said: Said,
}

/// What a half answer lacks.
#[derive(Debug, Clone, PartialEq)]
pub enum Lack {
    /// These, of a day, a time, an amount, a number.
    Parts(Vec<Missing>),
    /// The next part of an address, and the address so far.
    AddressPart {
        /// `city`, `district`, `road`, …
        part: String,
        /// What can be chosen, where there is a list: codes of places.
        places: Vec<String>,
        /// Whether it may be left out: `next` or `skip` leads on.
        optional: bool,
        /// What is understood so far.
        so_far: Said,
    },
}

impl Journey {
    /// Understands what was said to the question at `place`, in the language with this tag (that of the
    /// words, not of the form). Keeps nothing.
    pub fn hear(&self, place: &Place, language: &str, text: &str, turn: &Turn) -> Hearing {
        self.hear_question(self.question(place, language), language, text, turn)
    }

    /// The same for words that were written with keys. Whoever writes has buttons for wishes: what answers in
    /// their own words, and a name, is always taken as it stands.
    pub fn hear_typed(&self, place: &Place, language: &str, text: &str, turn: &Turn) -> Hearing {
        let question = self.question(place, language).map(|question| Question { typed: true, ..question });
        self.hear_question(question, language, text, turn)
    }

    fn hear_question(
        &self,
        question: Result<Question<'_>, Refusal>,
        language: &str,
        text: &str,
        turn: &Turn,
    ) -> Hearing {
        let (outcome, turn) = match (question, say::language(self.form(), language)) {
            (Err(refusal), _) => (Outcome::refused(refusal.why), turn.clone()),
            (Ok(_), None) => (Outcome::refused(Why::Impossible(Trouble::NotHeard)), turn.clone()),
            (Ok(question), Some(spoken)) => self.understand(&question, &spoken, text, turn),
        };
        Hearing { outcome, turn }
    }

    /// What is to be asked for first, or still, where an answer comes in parts: the next part of an address.
    /// None for other questions, and where all parts are known or left out.
    pub fn lack(&self, place: &Place, language: &str, turn: &Turn) -> Option<Lack> {
        self.question(place, language).ok().and_then(|question| question.lack(turn))
    }

    /// Takes a part of an address that was touched or typed: the code of a place, words, or nothing where it
    /// has none. Then the next part is asked for, optional ones too.
    pub fn give_part(&self, place: &Place, language: &str, part: &str, given: Option<&str>, turn: &Turn) -> Hearing {
        let mut turn = turn.clone();
        let outcome = match self.question(place, language) {
            Err(refusal) => Outcome::refused(refusal.why),
            Ok(question) => match question.give_part(part, given, &mut turn) {
                Err(why) => Outcome::refused(why),
                Ok(()) => match question.lack(&turn) {
                    Some(lack) => Outcome::Lacking(lack),
                    None => self.offered_address(&question, &turn),
                },
            },
        };
        Hearing { outcome, turn }
    }

    fn question(&self, place: &Place, language: &str) -> Result<Question<'_>, Refusal> {
        let (kind, field) = self.asked(place)?;
        Ok(Question {
            form: self.form(),
            place: place.clone(),
            kind,
            field,
            choices: self.choices(place),
            language: language.to_owned(),
            today: self.today(),
            typed: false,
        })
    }

    fn understand(&self, question: &Question, language: &Language, text: &str, turn: &Turn) -> (Outcome, Turn) {
        match question.kind {
            Kind::Address { .. } => self.hear_address(question, language, text, turn),
            Kind::Choices { .. } => (self.hear_several(question, language, text), Turn::default()),
            Kind::Identity { schemes } => {
                let heard = schemes.iter().map(|scheme| {
                    spoken::parse(spoken::Kind::Identity(*scheme), language, text, &question.context(turn))
                });
                self.judge_heard(question, likeliest(heard.collect()), turn)
            }
            kind => {
                let Some(kind) = question::spoken_kind(kind) else {
                    return (wish_only(language, text), turn.clone());
                };
                let heard = spoken::parse(kind, language, text, &question.context(turn));
                self.judge_heard(question, heard, turn)
            }
        }
    }

    /// What was heard, held against the question: bounds and checks come before the read-back.
    fn judge_heard(&self, question: &Question, heard: Heard, turn: &Turn) -> (Outcome, Turn) {
        let lasting = |value: Option<Value>| Turn { heard: value.or_else(|| turn.heard.clone()), ..Turn::default() };
        if let Some(command) = heard.command {
            return (Outcome::Wish(command), turn.clone());
        }
        let value = heard.value.as_ref().and_then(|value| question.answer(value));
        let tried = value.clone().map(|value| self.try_answer(&question.place, value));
        let asks_which = heard.missing.iter().all(|missing| *missing == Missing::Which);
        let offers = self.offers(question, tried.as_ref().and_then(|tried| tried.as_ref().ok()), &heard);
        match (tried, heard.trouble) {
            (Some(Err(refusal)), _) if asks_which => {
                let heard = value.as_ref().map(|value| question.said(value));
                (Outcome::Refused { why: refusal.why, heard, instead: offers }, lasting(value))
            }
            (Some(Ok(value)), _) if heard.is_clear() => {
                (Outcome::Understood(question.offer(value.clone())), lasting(Some(value)))
            }
            (Some(Ok(value)), Some(trouble)) => {
                let heard = Some(question.said(&value));
                (Outcome::Refused { why: Why::Impossible(trouble), heard, instead: offers }, lasting(Some(value)))
            }
            // Half a number: the rest is said in the next breath.
            (None, Some(Trouble::Length)) if heard.missing.contains(&Missing::Characters) => {
                (Outcome::Lacking(Lack::Parts(heard.missing)), Turn { spelled: heard.spelled, ..lasting(None) })
            }
            (_, None) if !offers.is_empty() => (Outcome::Which(offers), Turn { known: heard.parts, ..lasting(None) }),
            (_, None) if !heard.missing.is_empty() => {
                (Outcome::Lacking(Lack::Parts(heard.missing)), Turn { known: heard.parts, ..lasting(None) })
            }
            (_, trouble) => {
                let why = Why::Impossible(trouble.unwrap_or(Trouble::NotHeard));
                // Of a day that there is none of, year and month still stand.
                let known = spoken::DateParts { day: None, ..heard.parts };
                (
                    Outcome::Refused { why, heard: None, instead: offers },
                    Turn { known, spelled: heard.spelled, ..lasting(None) },
                )
            }
        }
    }

    /// What was heard, if it can be the answer, and what else it may have been; each once.
    fn offers(&self, question: &Question, value: Option<&Value>, heard: &Heard) -> Vec<Offer> {
        let others =
            heard.alternatives.iter().filter_map(|value| self.fitting_offer(question, question.answer(value)?));
        let mut offers: Vec<Offer> = Vec::new();
        for offer in value.map(|value| question.offer(value.clone())).into_iter().chain(others) {
            if offers.iter().all(|one| one.value != offer.value) {
                offers.push(offer);
            }
        }
        offers
    }

    fn hear_several(&self, question: &Question, language: &Language, text: &str) -> Outcome {
        let heard = spoken::parse_several(language, text, &question.context(&Turn::default()));
        if let Some(command) = heard.command {
            return Outcome::Wish(command);
        }
        let value = Value::Choices(heard.chosen);
        let tried = self.try_answer(&question.place, value.clone());
        match (heard.unclear, tried) {
            (false, Ok(value)) => Outcome::Understood(question.offer(value)),
            (true, Ok(value)) if heard.trouble.is_none() => Outcome::Which(vec![question.offer(value)]),
            (false, Err(refusal)) => {
                Outcome::Refused { why: refusal.why, heard: Some(question.said(&value)), instead: Vec::new() }
            }
            (true, _) => {
                let one = |id: &String| self.fitting_offer(question, Value::Choices(vec![id.clone()]));
                let instead = heard.alternatives.iter().filter_map(one).collect();
                let why = Why::Impossible(heard.trouble.unwrap_or(Trouble::NotHeard));
                Outcome::Refused { why, heard: None, instead }
            }
        }
    }

    /// The value as an offer, if it can be the answer.
    fn fitting_offer(&self, question: &Question, value: Value) -> Option<Offer> {
        self.try_answer(&question.place, value).ok().map(|value| question.offer(value))
    }
}

impl Outcome {
    fn refused(why: Why) -> Self {
        Self::Refused { why, heard: None, instead: Vec::new() }
    }
}

/// Of several schemes the one that fits; where none does, the one that comes nearest.
fn likeliest(mut heard: Vec<Heard>) -> Heard {
    let clear: Vec<usize> = heard.iter().enumerate().filter(|(_, one)| one.is_clear()).map(|(at, _)| at).collect();
    if let [one, _, ..] = clear.as_slice() {
        // Grouped in another way, the same words may be a number of another scheme.
        let alternatives = clear.iter().skip(1).filter_map(|at| heard[*at].value.clone()).collect();
        let first = std::mem::take(&mut heard[*one]);
        return Heard { alternatives, missing: vec![Missing::Which], confidence: 0.5, ..first };
    }
    let rank = |one: &Heard| match (one.is_clear(), one.command.is_some(), one.value.is_some(), one.trouble) {
        (true, ..) => 0,
        (_, true, ..) => 1,
        (_, _, true, _) => 2,
        (.., Some(Trouble::CheckDigit | Trouble::DateWithin | Trouble::PlaceWithin)) => 3,
        (.., Some(Trouble::Length)) => 4,
        (.., Some(Trouble::Form)) => 5,
        _ => 6,
    };
    heard.into_iter().min_by_key(rank).unwrap_or_default()
}

/// What is drawn or photographed cannot be said; a wish can.
fn wish_only(language: &Language, text: &str) -> Outcome {
    match spoken::command(text, language) {
        Some(command) => Outcome::Wish(command),
        None => Outcome::refused(Why::OtherKind),
    }
}
