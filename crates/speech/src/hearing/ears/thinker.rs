//! The thread that thinks: loads the model, and turns sound into words. Only the newest sound is ever thought about.

use std::{
    sync::{Arc, atomic::Ordering, mpsc::Receiver},
    time::Instant,
};

use super::{EarsSettings, EarsState, ModelState, Shared, lock};
use crate::{
    Samples, SpeechError,
    hearing::{HearingEvent, Listening, NotHeard, Question, Recogniser, spoken_part, voice::soft_and_loud},
};

/// A piece of sound to think about.
pub(super) struct Thought {
    pub(super) number: u64,
    pub(super) samples: Samples,
    pub(super) listening: Arc<Listening>,
    /// When the last word was said; none: it is still being said.
    pub(super) ended: Option<Instant>,
}

pub(super) struct Thinker {
    shared: Arc<Shared>,
    thoughts: Receiver<Thought>,
}

impl Thinker {
    pub(super) fn new(shared: Arc<Shared>, thoughts: Receiver<Thought>) -> Self {
        Self { shared, thoughts }
    }

    pub(super) fn run(self, settings: &EarsSettings) {
        let Some(mut recogniser) = self.load(settings) else {
            self.shared.tell_state();
            // What is said to ears that do not hear is answered all the same.
            while let Ok(thought) = self.thoughts.recv() {
                self.failed(&thought);
            }
            return;
        };
        self.shared.tell_state();
        while let Ok(thought) = self.thoughts.recv() {
            let is_newest = |shared: &Shared| shared.newest.load(Ordering::SeqCst) == thought.number;
            recogniser.stopper().resume();
            if is_newest(&self.shared) {
                let heard = think(&mut recogniser, &thought);
                if is_newest(&self.shared) {
                    self.tell(&thought, heard);
                }
            }
            if thought.ended.is_none() {
                self.shared.half_heard.store(false, Ordering::SeqCst);
            }
        }
    }

    fn load(&self, settings: &EarsSettings) -> Option<Recogniser> {
        let loaded = match &settings.model {
            None => Err(SpeechError::ModelMissing(String::new())),
            Some(model) => model.load(settings.threads.max(1)).and_then(|mut recogniser| {
                let millis = warm_up(&mut recogniser)?;
                *lock(&self.shared.stop) = Some(recogniser.stopper());
                *lock(&self.shared.model) = ModelState::Ready(model.name(), millis);
                Ok(recogniser)
            }),
        };
        loaded
            .inspect_err(|fault| {
                tracing::warn!(code = fault.code(), "voice is off");
                let code = fault.code();
                *lock(&self.shared.model) = ModelState::Off(match fault {
                    SpeechError::CpuTooOld(_) => EarsState::CpuTooOld,
                    SpeechError::ModelMissing(_) => EarsState::NoModel(code),
                    _ => EarsState::ModelBroken(code),
                });
            })
            .ok()
    }

    fn tell(&self, thought: &Thought, heard: Result<Thoughts, SpeechError>) {
        let turn = thought.listening.turn;
        match (thought.ended, heard) {
            (None, Ok(Ok(event))) => self.shared.tell(event),
            (None, _) => {}
            (Some(_), Ok(Ok(event))) => {
                let loud = soft_and_loud(&thought.samples).map(|(_, loud)| loud);
                self.shared.conclude_at(thought.number, event, loud);
            }
            (Some(_), Ok(Err(why))) => {
                let event = HearingEvent::NotHeard { turn, why };
                self.shared.conclude(thought.number, event);
            }
            (Some(_), Err(fault)) => {
                tracing::warn!(code = fault.code(), "a turn was not recognised");
                self.failed(thought);
            }
        }
    }

    fn failed(&self, thought: &Thought) {
        let event = HearingEvent::NotHeard { turn: thought.listening.turn, why: NotHeard::Failed };
        self.shared.conclude(thought.number, event);
    }
}

/// What a piece of sound says, or why it says nothing.
type Thoughts = Result<HearingEvent, NotHeard>;

fn think(recogniser: &mut Recogniser, thought: &Thought) -> Result<Thoughts, SpeechError> {
    let listening = &thought.listening;
    let turn = listening.turn;
    let spoken = match spoken_part(&thought.samples) {
        Ok(spoken) => spoken,
        Err(why) => return Ok(Err(why)),
    };
    let samples = thought.samples.get(spoken).unwrap_or_default();
    let mut question = Question { language: &listening.language, ..Question::default() };
    let Some(ended) = thought.ended else {
        let heard = recogniser.hear(samples, question)?;
        let is_empty = heard.text.is_empty();
        let partial = HearingEvent::Partial { turn, text: heard.text };
        return Ok(if is_empty { Err(NotHeard::OnlyNoise) } else { Ok(partial) });
    };
    question.among = &listening.among;
    question.choices = &listening.choices;
    let heard = recogniser.hear(samples, question)?;
    if heard.is_nothing() {
        return Ok(Err(NotHeard::OnlyNoise));
    }
    Ok(Ok(HearingEvent::Heard {
        turn,
        text: heard.text,
        confidence: heard.confidence,
        language: heard.language,
        decision: heard.decision,
        millis: u32::try_from(ended.elapsed().as_millis()).unwrap_or(u32::MAX),
    }))
}

/// Goes through a turn of two seconds, so that the first citizen does not wait for what is done once, and tells
/// milliseconds for a second of sound.
fn warm_up(recogniser: &mut Recogniser) -> Result<u32, SpeechError> {
    recogniser.time_turn(2.0)?;
    Ok(recogniser.time_turn(2.0)? / 2)
}
