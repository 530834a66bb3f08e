//! The mouth of a kiosk: a thread that speaks, and its events. Nothing here waits for it.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Sender, channel},
    },
    thread,
};

use super::{Loudspeaker, Recorded, SpeakingEvent, SystemVoice, Utterance, Voicebox, worker::Worker};
use crate::SpeechError;

/// Events that wait at most.
const MOST_EVENTS: usize = 512;

/// Says one utterance at a time.
pub struct Mouth {
    wishes: Sender<Wish>,
    shared: Arc<Shared>,
}

/// What the thread is told.
pub(super) enum Wish {
    Say(Box<Utterance>),
    Hush,
    Pause,
    GoOn,
    End,
}

/// What the thread and the handle see.
#[derive(Default)]
pub(super) struct Shared {
    events: Mutex<Vec<SpeakingEvent>>,
    /// None until a voice was looked for.
    languages: Mutex<Option<Vec<String>>>,
    wake: Mutex<Option<Box<dyn Fn() + Send>>>,
}

impl Shared {
    pub fn tell(&self, event: SpeakingEvent) {
        {
            let mut events = self.events.lock().unwrap_or_else(PoisonError::into_inner);
            if events.len() < MOST_EVENTS {
                events.push(event);
            }
        }
        if let Some(wake) = self.wake.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            wake();
        }
    }

    pub fn knows(&self, languages: Vec<String>) {
        let changed = {
            let mut known = self.languages.lock().unwrap_or_else(PoisonError::into_inner);
            let changed = known.as_ref() != Some(&languages);
            *known = Some(languages);
            changed
        };
        if changed {
            self.tell(SpeakingEvent::VoicesChanged);
        }
    }
}

impl Mouth {
    /// The system's own voices for these languages, with recordings where there are any. `wake` is called whenever there are events. Without a speech service
    /// it is mute, and looks for one again when it is to speak.
    pub fn open(languages: Vec<String>, wake: impl Fn() + Send + 'static) -> Self {
        Self::with(wake, move |said| {
            let voice = SystemVoice::open(&languages, said)?;
            Ok(Box::new(Recorded::new(voice, Loudspeaker::new(said.clone()))))
        })
    }

    /// A mouth with another voice. `open` is called on the mouth's thread, again where speaking failed; it is given
    /// where the ids of what was said go.
    pub fn with(
        wake: impl Fn() + Send + 'static,
        open: impl Fn(&Sender<u64>) -> Result<Box<dyn Voicebox>, SpeechError> + Send + 'static,
    ) -> Self {
        let shared = Arc::new(Shared { wake: Mutex::new(Some(Box::new(wake))), ..Shared::default() });
        let (wishes, inbox) = channel();
        let theirs = Arc::clone(&shared);
        let started = thread::Builder::new().name("mouth".to_owned()).spawn(move || {
            Worker::new(&theirs, &open).serve(&inbox);
        });
        if let Err(error) = started {
            tracing::error!(code = "speech-no-thread", %error);
        }
        Self { wishes, shared }
    }

    /// Says this instead of whatever is being said.
    pub fn say(&mut self, utterance: Utterance) {
        self.wish(Wish::Say(Box::new(utterance)));
    }

    /// Falls silent at once, and keeps nothing of what was being said.
    pub fn hush(&mut self) {
        self.wish(Wish::Hush);
    }

    /// Falls silent at once, and keeps what was left to say until it goes on, says something else or is hushed.
    pub fn pause(&mut self) {
        self.wish(Wish::Pause);
    }

    /// Goes on with the sentence in which it was paused, from its beginning: half a sentence is not understood.
    pub fn go_on(&mut self) {
        self.wish(Wish::GoOn);
    }

    fn wish(&self, wish: Wish) {
        if self.wishes.send(wish).is_err() {
            tracing::error!(code = "speech-no-thread");
        }
    }

    /// Whether it has a voice for this language now.
    #[must_use]
    pub fn speaks(&self, language: &str) -> bool {
        let languages = self.shared.languages.lock().unwrap_or_else(PoisonError::into_inner);
        languages.iter().flatten().any(|known| known == language)
    }

    /// Whether a voice was looked for: before that nobody knows of any.
    #[must_use]
    pub fn has_looked(&self) -> bool {
        self.shared.languages.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    /// What has happened since the last call, in order.
    pub fn events(&mut self) -> Vec<SpeakingEvent> {
        std::mem::take(&mut self.shared.events.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Mouth {
    fn drop(&mut self) {
        // The thread may end later: whoever drops a mouth does not wait for the system to fall silent.
        let _ = self.wishes.send(Wish::End);
        *self.shared.wake.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
