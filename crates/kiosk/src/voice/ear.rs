//! What the ear is doing, from one turn to the next. A pure state: sound, screens and forms are elsewhere.
//!
//! Two misses in one place bring touch forward, three call a person; nothing is asked over and over.

use super::{
    Decision, Heard, Turn,
    expectation::{Choice, Expectation, Meaning, Otherwise},
    left::Left,
};
use crate::{
    act::Act,
    said::Said,
    view::{Ear, Miss, VoicePulse},
};

/// Below this, words at will are shown and asked about before they are taken.
const SURE: f32 = 0.55;
/// Misses in one place after which touch comes first.
const TOUCH_FIRST: u8 = 2;
/// Misses in one place after which a person is called.
const CALL_PERSON: u8 = 3;

/// The ear in a visit.
#[derive(Default)]
pub(crate) struct EarSide {
    /// Number of the latest turn.
    turns: u64,
    state: State,
    misses: Misses,
    /// The speech that is being said.
    saying: Option<Saying>,
    /// The speech that was cut short, where it can go on.
    cut: Option<Cut>,
    /// Grows with every change that is shown.
    pub changes: u64,
    /// What the screens are to feel and no view holds.
    pub pulses: Vec<VoicePulse>,
    /// This visitor has spoken, or chosen how they want to be spoken to.
    pub acquainted: bool,
}

/// A speech, by its number.
#[derive(Clone, Copy)]
struct Saying {
    number: u32,
    /// Somebody was there when it began. A countdown that is read aloud must not keep the visit open by itself.
    to_somebody: bool,
    /// What is listened for while it is said, and behind it.
    listens: Listens,
}

/// What is listened for with a speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Listens {
    /// Nobody.
    Never,
    /// Only whoever speaks over it.
    Over,
    /// An answer too, when all was said.
    After,
}

/// A speech that fell silent before its end.
#[derive(Clone, Copy)]
struct Cut {
    saying: Saying,
    /// It was wished so; otherwise somebody spoke, and what they say tells what becomes of it.
    paused: bool,
}

#[derive(Default)]
enum State {
    #[default]
    Off,
    /// A turn is open.
    Open(Box<Open>),
    /// A turn has ended.
    Ended(Left),
}

struct Open {
    expectation: Expectation,
    /// Where it was asked; misses are counted by it.
    spot: String,
    phase: Phase,
    partial: Option<Said>,
    /// The visitor touched the button: silence is a miss then, and else only the end.
    wished: bool,
    /// Only whoever spoke over what was being said is heard: nobody was asked.
    over: bool,
    /// What was left open by the turn before; it stays on the screen until somebody speaks.
    left: Left,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// The kiosk is still speaking; only somebody who speaks over it is heard.
    Behind,
    Listening,
    Speech,
    Thinking,
}

#[derive(Default)]
struct Misses {
    spot: String,
    count: u8,
}

/// What is to be done with what was heard.
#[derive(Debug, PartialEq)]
pub(crate) enum Sequel {
    /// One of the choices.
    Meant(Meaning),
    /// Words, no choice.
    Words(Said, Otherwise),
    /// The language that was spoken.
    Language(String),
    /// Nothing.
    Nothing,
}

impl EarSide {
    /// Opens a turn for what is expected, in a place.
    pub fn open(
        &mut self,
        expectation: Expectation,
        spot: String,
        language: &str,
        among: Vec<String>,
        wished: bool,
    ) -> Turn {
        self.turns += 1;
        self.changes += 1;
        let turn = Turn {
            number: self.turns,
            language: language.to_owned(),
            among,
            choices: expectation.choices.iter().map(|choice| choice.wordings.clone()).collect(),
            patience: expectation.patience,
        };
        let phase = if self.saying.is_some() { Phase::Behind } else { Phase::Listening };
        let left = match std::mem::take(&mut self.state) {
            State::Ended(left) => left,
            // What is still to be chosen stays in sight.
            State::Open(open) if open.left.asks() => open.left,
            State::Off | State::Open(_) => Left::Nothing,
        };
        let over = !wished && self.saying.is_some_and(|saying| saying.listens == Listens::Over);
        self.state = State::Open(Box::new(Open { expectation, spot, phase, partial: None, wished, over, left }));
        turn
    }

    /// Whether a turn is open.
    pub fn is_open(&self) -> bool {
        matches!(self.state, State::Open(_))
    }

    /// Whether somebody is certainly there: they speak, or wait for what they said, or hear something.
    pub fn is_busy(&self) -> bool {
        let engaged = matches!(&self.state, State::Open(open) if matches!(open.phase, Phase::Speech | Phase::Thinking));
        engaged || self.saying.is_some_and(|saying| saying.to_somebody)
    }

    /// The kiosk begins to speak.
    pub fn says(&mut self, number: u32, to_somebody: bool, listens: Listens) {
        self.forget_cut();
        self.saying = Some(Saying { number, to_somebody, listens });
    }

    /// It falls silent before its end, and could go on.
    pub fn cut_short(&mut self) {
        if let Some(saying) = self.saying.take() {
            self.cut = Some(Cut { saying, paused: false });
        }
        self.phase(Phase::Behind, Phase::Listening);
    }

    /// What was cut short rests until it is wished on. False where nothing was.
    pub fn rest(&mut self) -> bool {
        self.changes += 1;
        self.cut.as_mut().map(|cut| cut.paused = true).is_some()
    }

    /// Whether something rests that can be gone on with.
    pub fn rests(&self) -> bool {
        self.cut.is_some_and(|cut| cut.paused)
    }

    /// Whether this turn waits for nothing but that somebody wishes it on.
    pub fn waits_to_go_on(&self, turn: u64) -> bool {
        self.rests() && turn == self.turns && matches!(&self.state, State::Open(open) if !open.wished)
    }

    /// Goes on with what rests: its number, and what is listened for.
    pub fn goes_on(&mut self) -> Option<(u32, Listens)> {
        let saying = self.cut.take().filter(|cut| cut.paused)?.saying;
        self.changes += 1;
        self.saying = Some(saying);
        Some((saying.number, saying.listens))
    }

    /// What was cut short is past.
    pub fn forget_cut(&mut self) {
        if self.cut.take().is_some_and(|cut| cut.paused) {
            self.changes += 1;
        }
    }

    /// Whether this is being said.
    pub fn is_saying(&self, number: u32) -> bool {
        self.saying.is_some_and(|saying| saying.number == number)
    }

    /// Whether a turn waits for the kiosk to fall silent, and nobody has spoken in it.
    pub fn is_behind(&self) -> bool {
        matches!(&self.state, State::Open(open) if open.phase == Phase::Behind)
    }

    /// Forgets the turn and what came of it.
    pub fn close(&mut self) {
        if !matches!(self.state, State::Off) {
            self.changes += 1;
        }
        self.state = State::Off;
    }

    /// What may be said next, where something was left open: one of two, or yes to the only one.
    pub fn offered(&self) -> Option<&[Choice]> {
        match self.left() {
            Left::Which(choices) => Some(choices),
            Left::Language(_, only) => Some(only),
            Left::Nothing | Left::Missed(_) => None,
        }
    }

    /// The language that is offered to whoever spoke it.
    pub fn offered_language(&self) -> Option<&str> {
        match self.left() {
            Left::Language(language, _) => Some(language),
            _ => None,
        }
    }

    /// Asks whether this is the language of whoever spoke.
    pub fn offer_language(&mut self, language: String) {
        let choose = Act::ChooseLanguage { language: language.clone() };
        self.state = State::Ended(Left::Language(language.clone(), [Choice::titled(&language, choose)]));
        self.changes += 1;
    }

    fn left(&self) -> &Left {
        match &self.state {
            State::Off => &Left::Nothing,
            State::Open(open) => &open.left,
            State::Ended(left) => left,
        }
    }

    /// All was said. True where nobody is listened to any more: only whoever spoke over it was.
    pub fn silence(&mut self) -> bool {
        let over = self.saying.take().is_some_and(|saying| saying.listens == Listens::Over);
        if over && self.is_behind() {
            if let State::Open(open) = std::mem::take(&mut self.state) {
                self.state = State::Ended(open.left);
            }
            self.changes += 1;
            return true;
        }
        self.phase(Phase::Behind, Phase::Listening);
        false
    }

    /// Somebody speaks. True where they speak over the kiosk.
    pub fn speech_began(&mut self, turn: u64) -> bool {
        if turn != self.turns {
            return false;
        }
        self.phase(Phase::Behind, Phase::Speech);
        self.phase(Phase::Listening, Phase::Speech);
        self.is_open() && self.saying.is_some()
    }

    /// They have stopped.
    pub fn speech_ended(&mut self, turn: u64) {
        if turn == self.turns
            && let State::Open(open) = &mut self.state
        {
            open.phase = Phase::Thinking;
            self.changes += 1;
        }
    }

    /// The words so far.
    pub fn partial(&mut self, turn: u64, text: Said) {
        if turn == self.turns
            && let State::Open(open) = &mut self.state
        {
            open.partial = Some(text);
            self.changes += 1;
        }
    }

    fn phase(&mut self, from: Phase, to: Phase) {
        if let State::Open(open) = &mut self.state
            && open.phase == from
        {
            open.phase = to;
            self.changes += 1;
        }
    }

    /// Something was heard: what it leads to. What belongs to an earlier turn leads nowhere.
    pub fn heard(&mut self, turn: u64, heard: Heard) -> Sequel {
        if turn != self.turns {
            return Sequel::Nothing;
        }
        let State::Open(open) = std::mem::take(&mut self.state) else { return Sequel::Nothing };
        self.changes += 1;
        let Open { expectation, .. } = *open;
        match (heard.decision, near(&expectation, &heard).as_slice()) {
            (_, []) => {}
            (Some(Decision::Accept(_)), [only]) => return Sequel::Meant(only.meaning.clone()),
            (_, several) => {
                self.state = State::Ended(Left::Which(several.to_vec()));
                return Sequel::Nothing;
            }
        }
        let Expectation { dictated, otherwise, .. } = expectation;
        let said = dictated.into_iter().filter_map(|choice| Some((choice.misheard(&heard.text)?, choice)));
        if let Some((_, choice)) = said.min_by_key(|(misheard, _)| *misheard) {
            return Sequel::Meant(choice.meaning);
        }
        match (&otherwise, heard.language) {
            (Otherwise::Language, Some(language)) => Sequel::Language(language),
            (Otherwise::Ask, _) if heard.confidence < SURE => {
                let question = Act::Ask { question: heard.text.clone() };
                self.state = State::Ended(Left::Which(vec![Choice::titled(heard.text.as_str(), question)]));
                Sequel::Nothing
            }
            _ => Sequel::Words(heard.text.clone(), otherwise),
        }
    }

    /// One of those that were offered.
    pub fn choose(&mut self, which: usize) -> Option<Meaning> {
        let meaning = self.offered()?.get(which).map(|choice| choice.meaning.clone());
        self.close();
        meaning
    }

    /// For the next visitor: only numbers go on.
    pub fn forget(&mut self) {
        *self = Self { turns: self.turns, changes: self.changes + 1, ..Self::default() };
    }

    /// Nothing came of the turn. True where a person is to be called.
    pub fn missed(&mut self, turn: u64, why: Miss) -> bool {
        if turn != self.turns {
            return false;
        }
        let State::Open(open) = std::mem::take(&mut self.state) else { return false };
        self.changes += 1;
        if open.over {
            // Somebody near by, or a chair: it rests where it fell silent, and nobody has missed anything.
            self.rest();
            self.state = State::Ended(open.left);
            return false;
        }
        if why == Miss::Silence && !open.wished {
            // What was missed is not shown a second time: it would be said again, and listened after again.
            if open.left.asks() {
                self.state = State::Ended(open.left);
            }
            return false;
        }
        self.state = State::Ended(Left::Missed(why));
        self.count_miss(open.spot)
    }

    /// Something was heard that leads nowhere in this place. True where a person is to be called.
    pub fn count_miss(&mut self, spot: String) -> bool {
        if self.misses.spot != spot {
            self.misses = Misses { spot, count: 0 };
        }
        self.misses.count = self.misses.count.saturating_add(1);
        self.misses.count == CALL_PERSON
    }

    /// It leads nowhere; shown until the next act.
    pub fn unclear(&mut self) {
        self.state = State::Ended(Left::Missed(Miss::Unclear));
        self.changes += 1;
    }

    /// Whether touch comes first in this place.
    pub fn touch_first(&self, spot: &str) -> bool {
        self.misses.spot == spot && self.misses.count >= TOUCH_FIRST
    }

    /// Whether it is asked which of two was said, or whether it was this, and nobody answers just now.
    pub fn asks(&self) -> bool {
        matches!(self.draw(), Ear::Which { .. } | Ear::Language { .. })
    }

    /// As it is shown.
    pub fn draw(&self) -> Ear {
        match &self.state {
            State::Off => Ear::Off,
            State::Open(open) => match open.phase {
                Phase::Behind => open.left.draw(false),
                Phase::Listening if open.left.asks() => open.left.draw(true),
                Phase::Listening => Ear::Listening { speech: false, partial: None },
                Phase::Speech => Ear::Listening { speech: true, partial: open.partial.clone() },
                Phase::Thinking => Ear::Thinking,
            },
            State::Ended(left) => left.draw(false),
        }
    }
}

/// What it may have been: one choice or two. The same twice is this one, or something that is not on the list.
fn near(expectation: &Expectation, heard: &Heard) -> Vec<Choice> {
    let (one, other) = match heard.decision {
        Some(Decision::Accept(at)) => (at, None),
        Some(Decision::Either(one, other)) => (one, Some(other).filter(|other| *other != one)),
        Some(Decision::NoneOfThese) | None => return Vec::new(),
    };
    let choices = [Some(one), other].into_iter().flatten().filter_map(|at| expectation.choices.get(at));
    choices.filter(|choice| choice.fits(&heard.text)).cloned().collect()
}
