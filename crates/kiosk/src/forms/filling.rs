//! One form being filled in: where the visitor stands in it, and what was heard and not yet confirmed.
//!
//! Nothing is kept before the visitor has said yes to it. It must never know how it is drawn.

use jiff::{Zoned, civil::Date};
use kaunter_forms::{
    Changed, Command, Hearing, Journey, Kind, Lack, Missing, Offer, Outcome, Place, Refusal, Step, Turn, Value, Why,
    Words,
};
use kaunter_store::{DraftId, FormNumber};

use super::{
    aside::{Shift, set_aside},
    bundle::Bundle,
    entering::Entry,
    given,
    records::Keeping,
};
use crate::{
    printing::ProofSheet,
    said::Said,
    view::{Given, Problem},
};

/// A form in the hands of a visitor.
#[derive(Clone)]
pub(crate) struct Filling {
    pub journey: Journey,
    /// None for a finished form in an officer's hands.
    pub draft: Option<DraftId>,
    pub bundle: Bundle,
    pub stage: Stage,
    pub asking: Asking,
    /// What the last answer set aside or brought back; until one goes elsewhere.
    pub shift: Shift,
}

/// How far the form has come.
#[derive(Clone)]
pub(crate) enum Stage {
    /// Questions, or the review.
    Open,
    /// The review, as it would be printed: in which language it is drawn, and where.
    Proof(Option<(String, ProofSheet)>),
    /// The screens were lost: nothing is shown until somebody says that it is theirs.
    Interrupted,
    /// Put aside under a code.
    Paused { code: Said, until: Zoned },
    /// Sealed and queued under a number.
    Finished { number: String },
}

/// The question in front.
#[derive(Clone, Default)]
pub(crate) struct Asking {
    /// Which of the questions that are read together.
    pub active: usize,
    /// What earlier utterances left.
    pub turn: Turn,
    /// Codes chosen so far in a list that narrows.
    pub path: Vec<String>,
    pub read_back: Option<ReadBack>,
    pub faults: Vec<Fault>,
    pub entry: Option<Entry>,
}

/// What was heard and waits for a yes.
#[derive(Clone)]
pub(crate) struct ReadBack {
    pub heard: Said,
    pub offers: Vec<Offer>,
    pub unsure: bool,
}

/// What keeps an answer from being taken.
#[derive(Clone)]
pub(crate) enum Fault {
    Refused(Why),
    Lacking(Missing),
    /// The visitor does not know, and the question cannot be left out.
    Unknown,
}

/// What the visitor wishes instead of answering, and the form alone cannot fulfil.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish {
    Explain,
    Person,
    Languages,
    Leave,
}

type Done = Result<Option<Wish>, Problem>;

impl Filling {
    pub fn new(journey: Journey, draft: DraftId, bundle: Bundle) -> Self {
        Self::at_step(journey, Some(draft), bundle)
    }

    /// A finished form whose answers an officer puts right: nothing of it is kept as it is answered.
    pub fn of_finished(journey: Journey) -> Self {
        Self::at_step(journey, None, Bundle::default())
    }

    fn at_step(journey: Journey, draft: Option<DraftId>, bundle: Bundle) -> Self {
        let (asking, shift) = Default::default();
        let mut filling = Self { journey, draft, bundle, stage: Stage::Open, asking, shift };
        filling.turn_to_step();
        filling
    }

    /// What the form is called, once it was handed in.
    pub fn number(&self) -> Option<FormNumber> {
        match &self.stage {
            Stage::Finished { number } => number.parse().ok(),
            Stage::Open | Stage::Proof(_) | Stage::Interrupted | Stage::Paused { .. } => None,
        }
    }

    /// Whether nothing is missing and nothing is wrong.
    pub fn is_complete(&self) -> bool {
        self.place().is_none() && !self.journey.checks_first() && self.journey.outstanding().is_empty()
    }

    /// To the form as it would be printed; where something is missing, nothing changes.
    pub fn prove(&mut self) {
        if self.is_complete() {
            self.stage = Stage::Proof(None);
        }
    }

    /// The places on the screen; none at the review and at what the rules come to.
    pub fn places(&self) -> Vec<Place> {
        match self.journey.step() {
            Step::Ask { places, .. } => places,
            Step::Another { place, .. } => vec![place],
            Step::Eligibility | Step::Review => Vec::new(),
        }
    }

    /// The place that is asked for.
    pub fn place(&self) -> Option<Place> {
        let places = self.places();
        places.get(self.asking.active.min(places.len().saturating_sub(1))).cloned()
    }

    /// Does something with the place in front. What names another place came late and changes nothing.
    pub fn at(&mut self, key: &str, act: impl FnOnce(&mut Self, &Place) -> Done) -> Done {
        match self.place() {
            Some(place) if place.to_string() == key && matches!(self.stage, Stage::Open) => act(self, &place),
            _ => Ok(None),
        }
    }

    /// An answer by touch, or words.
    pub fn give(&mut self, place: &Place, given: &Given, language: &str, notes: &mut dyn Keeping) -> Done {
        self.asking.faults.clear();
        let waits = self.asking.read_back.is_some();
        match given::yes_or_no(given, language).filter(|_| waits) {
            Some(true) => return self.confirm(place, 0, notes),
            Some(false) => {
                self.refuse();
                return Ok(None);
            }
            None => self.asking.read_back = None,
        }
        let kind = self.kind(place);
        match given::read(&kind, given) {
            given::Reading::Words(words) => {
                let hearing = self.journey.hear(place, language, words.as_str(), &self.asking.turn);
                self.hear(place, language, hearing, &words, notes)
            }
            given::Reading::Typed(words) => {
                let hearing = self.journey.hear_typed(place, language, words.as_str(), &self.asking.turn);
                self.hear(place, language, hearing, &words, notes)
            }
            given::Reading::Plain(value) => self.commit(place, value, notes),
            given::Reading::Careful(value) => Ok(self.offer(place, value, given, language)),
            given::Reading::Part(code) => Ok(self.narrow(place, &kind, code, language)),
            given::Reading::Nothing => Ok(None),
        }
    }

    /// What is asked for; a yes or no where it is "is there another?".
    pub fn kind(&self, place: &Place) -> Kind {
        self.journey.form().field(&place.field).map_or(Kind::YesNo, |(_, field)| field.kind.clone())
    }

    fn hear(&mut self, place: &Place, language: &str, hearing: Hearing, words: &Said, notes: &mut dyn Keeping) -> Done {
        let before = self.journey.lack(place, language, &self.asking.turn);
        let stuck = |lack: &Lack| matches!(lack, Lack::AddressPart { .. }) && before.as_ref() == Some(lack);
        if matches!(&hearing.outcome, Outcome::Lacking(lack) if stuck(lack)) {
            // Not an address by itself, so it is the part that was asked for.
            self.give_part(place, Some(words.as_str()), language);
            return Ok(None);
        }
        self.heard(place, hearing, words, notes)
    }

    fn heard(&mut self, place: &Place, hearing: Hearing, words: &Said, notes: &mut dyn Keeping) -> Done {
        let Hearing { outcome, turn } = hearing;
        self.asking.turn = turn;
        match outcome {
            Outcome::Wish(command) => return self.wish(place, command, notes),
            Outcome::Understood(offer) => self.read_back(words, vec![offer], false),
            Outcome::Which(offers) => self.read_back(words, offers, true),
            Outcome::Lacking(Lack::Parts(missing)) => {
                self.asking.faults = missing.into_iter().map(Fault::Lacking).collect();
            }
            Outcome::Lacking(Lack::AddressPart { .. }) => {}
            Outcome::Refused { why, heard: _, instead } => {
                self.asking.faults = vec![Fault::Refused(why)];
                if !instead.is_empty() {
                    self.read_back(words, instead, true);
                }
            }
        }
        Ok(None)
    }

    fn read_back(&mut self, heard: &Said, offers: Vec<Offer>, unsure: bool) {
        self.asking.read_back = Some(ReadBack { heard: heard.clone(), offers, unsure });
    }

    /// A value by touch that is read back before it is kept.
    fn offer(&mut self, place: &Place, value: Value, given: &Given, language: &str) -> Option<Wish> {
        match self.journey.try_answer(place, value) {
            Ok(value) => {
                let said = self.journey.say_value(place, &value, language, kaunter_forms::Identity::Masked);
                self.read_back(&given::words(given), vec![Offer { value, said }], false);
            }
            Err(Refusal { why, .. }) => self.asking.faults = vec![Fault::Refused(why)],
        }
        None
    }

    /// One step down a list of places.
    fn narrow(&mut self, place: &Place, kind: &Kind, code: Said, language: &str) -> Option<Wish> {
        let code = code.as_str().to_owned();
        if let Kind::Address { .. } = kind {
            self.give_part(place, Some(&code), language);
            return None;
        }
        let form = self.journey.form();
        let Kind::Place { places, level } = kind else { return None };
        // Where a level is asked for, all of it is on the screen, whatever lies below.
        let below =
            level.is_none() && form.table(places).is_some_and(|table| table.children(Some(&code)).next().is_some());
        if below {
            self.asking.path.push(code);
            return None;
        }
        let given = Given::One(Said::from(code.clone()));
        self.offer(place, Value::Place(code), &given, language)
    }

    /// The next part of an address: words, the code of a place, or left out.
    fn give_part(&mut self, place: &Place, given: Option<&str>, language: &str) {
        let Some(Lack::AddressPart { part, .. }) = self.journey.lack(place, language, &self.asking.turn) else {
            return;
        };
        let hearing = self.journey.give_part(place, language, &part, given, &self.asking.turn);
        self.asking.turn = hearing.turn;
        match hearing.outcome {
            Outcome::Understood(offer) => self.read_back(&Said::default(), vec![offer], false),
            Outcome::Refused { why, .. } => self.asking.faults = vec![Fault::Refused(why)],
            _ => {}
        }
    }

    fn wish(&mut self, place: &Place, command: Command, notes: &mut dyn Keeping) -> Done {
        match command {
            Command::Back => drop(self.step_back()),
            Command::Next => self.next(place, notes)?,
            Command::Skip | Command::DontKnow => self.skip(place, "", notes)?,
            Command::StartAgain => self.start_again(),
            Command::Help => return Ok(Some(Wish::Explain)),
            Command::Person => return Ok(Some(Wish::Person)),
            Command::ChangeLanguage => return Ok(Some(Wish::Languages)),
            Command::Stop => return Ok(Some(Wish::Leave)),
            Command::Repeat | Command::Slower | Command::Pause => {}
        }
        Ok(None)
    }

    /// On, with the answer that is there.
    fn next(&mut self, place: &Place, notes: &mut dyn Keeping) -> Result<(), Problem> {
        match self.journey.value(place) {
            Some(_) => self.pass_on(),
            None => self.skip(place, "", notes)?,
        }
        Ok(())
    }

    /// The visitor said yes.
    pub fn confirm(&mut self, place: &Place, which: usize, notes: &mut dyn Keeping) -> Done {
        let chosen = self.asking.read_back.as_ref().and_then(|read_back| read_back.offers.get(which));
        let Some(value) = chosen.map(|offer| offer.value.clone()) else { return Ok(None) };
        self.commit(place, value, notes)
    }

    /// The visitor said no: the question is asked again; what was heard may still be corrected.
    pub fn refuse(&mut self) {
        self.asking.read_back = None;
        self.asking.faults.clear();
    }

    fn commit(&mut self, place: &Place, value: Value, notes: &mut dyn Keeping) -> Done {
        if let Some(Refusal { why, .. }) = self.go_on_with(notes, |journey| journey.answer(place, value))? {
            self.asking.read_back = None;
            self.asking.faults = vec![Fault::Refused(why)];
        }
        Ok(None)
    }

    /// Changes an answer, keeps it and goes on; what the journey refuses changes nothing.
    fn go_on_with(
        &mut self,
        notes: &mut dyn Keeping,
        change: impl FnOnce(&mut Journey) -> Result<Vec<Changed>, Refusal>,
    ) -> Result<Option<Refusal>, Problem> {
        let (here, before) = (self.places(), set_aside(&self.journey));
        match change(&mut self.journey) {
            Ok(changes) => {
                self.shift = Shift::since(&before, &self.journey);
                notes.keep(changes)?;
                self.pass_on_from(&here);
                Ok(None)
            }
            Err(refusal) => Ok(Some(refusal)),
        }
    }

    /// Leaves the question, or a part of an address, out.
    pub fn skip(&mut self, place: &Place, language: &str, notes: &mut dyn Keeping) -> Result<(), Problem> {
        let lack = self.journey.lack(place, language, &self.asking.turn);
        if let Some(Lack::AddressPart { optional: true, .. }) = lack {
            self.give_part(place, None, language);
            return Ok(());
        }
        if self.go_on_with(notes, |journey| journey.skip(place))?.is_some() {
            self.asking.faults = vec![Fault::Unknown];
        }
        Ok(())
    }

    /// Adds or removes an item, from the review.
    pub fn rearrange(
        &mut self,
        notes: &mut dyn Keeping,
        change: impl FnOnce(&mut Journey) -> Result<Vec<Changed>, Refusal>,
    ) -> Result<(), Problem> {
        if let Ok(changes) = change(&mut self.journey) {
            notes.keep(changes)?;
            self.turn_to_step();
        }
        Ok(())
    }

    /// The words of the form's own version.
    pub fn words(&self, language: &str) -> Option<&Words> {
        self.journey.form().words(language).map(|words| &**words)
    }

    /// Whether the question, or the part of an address, in front may be left out.
    pub fn may_skip(&self, place: &Place, language: &str) -> bool {
        match self.journey.lack(place, language, &self.asking.turn) {
            Some(Lack::AddressPart { optional, .. }) if !self.asking.turn.parts.is_empty() => optional,
            _ => self.journey.form().field(&place.field).is_some_and(|(_, field)| field.optional),
        }
    }

    /// Whether it is still being filled in.
    pub fn is_open(&self) -> bool {
        matches!(self.stage, Stage::Open | Stage::Proof(_) | Stage::Interrupted)
    }

    /// A new day has begun.
    pub fn on(&mut self, today: Date) {
        if self.journey.today() != today {
            self.journey.set_today(today);
        }
    }
}
