//! The thread that speaks: one sentence after the other, and silence the moment it is wished.

use std::{
    collections::VecDeque,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    time::{Duration, Instant},
};

use kaunter_clips::LONGEST;

use super::{Sentence, SpeakingEvent, Utterance, Voicebox, mouth::Shared, mouth::Wish};
use crate::SpeechError;

/// How often is looked whether a sentence was said: short beside the rest between two sentences.
const LOOK: Duration = Duration::from_millis(20);
/// How long a voice may take for a sentence, whatever its length: a service that hangs must not keep a visit open.
const LONGEST_START: Duration = Duration::from_secs(8);
/// The same for each character of it; the slowest voices take about half of that.
const LONGEST_CHARACTER: Duration = Duration::from_millis(700);
/// In which a kiosk that starts shows its first screen: until then the service is not started, unless something is to be said.
const FIRST_SCREEN: Duration = Duration::from_secs(2);
/// How long until a service that was not there is looked for again.
const AGAIN: Duration = Duration::from_secs(10);

/// Opens a voice; ids of what was said go to the sender.
pub(super) type Opening<'a> = &'a dyn Fn(&Sender<u64>) -> Result<Box<dyn Voicebox>, SpeechError>;

/// The thread's own.
pub(super) struct Worker<'a> {
    shared: &'a Shared,
    open: Opening<'a>,
    voice: Option<Box<dyn Voicebox>>,
    tried: Option<Instant>,
    said: (Sender<u64>, Receiver<u64>),
    /// Number, pace and volume of what is being said.
    now: Option<(u32, u8, u8)>,
    queue: VecDeque<Sentence>,
    /// What it was told to rest with, by the same three and what is left to say.
    resting: Option<((u32, u8, u8), VecDeque<Sentence>)>,
    /// The number of what was said last.
    last: u32,
    /// The sentence that is being said, and until when that may take.
    saying: Option<(u64, Instant)>,
    /// The same sentence, while it is being said.
    current: Option<Sentence>,
}

impl<'a> Worker<'a> {
    pub fn new(shared: &'a Shared, open: Opening<'a>) -> Self {
        Self {
            shared,
            open,
            voice: None,
            tried: None,
            said: channel(),
            now: None,
            queue: VecDeque::new(),
            resting: None,
            last: 0,
            saying: None,
            current: None,
        }
    }

    /// Until the mouth is dropped.
    pub fn serve(mut self, inbox: &Receiver<Wish>) {
        let mut first = Some(inbox.recv_timeout(FIRST_SCREEN));
        self.open_voice();
        loop {
            let wish = first.take().unwrap_or_else(|| match self.saying {
                Some(_) => inbox.recv_timeout(LOOK),
                None => inbox.recv().map_err(RecvTimeoutError::from),
            });
            match wish {
                Ok(Wish::Say(utterance)) => self.begin(*utterance),
                Ok(Wish::Hush) => self.cut_short(),
                Ok(Wish::Pause) => self.rest(),
                Ok(Wish::GoOn) => self.go_on(),
                Err(RecvTimeoutError::Timeout) => {}
                Ok(Wish::End) | Err(RecvTimeoutError::Disconnected) => {
                    self.cut_short();
                    return;
                }
            }
            self.look();
        }
    }

    fn open_voice(&mut self) {
        self.tried = Some(Instant::now());
        match (self.open)(&self.said.0) {
            Ok(voice) => {
                self.shared.knows(voice.languages());
                self.voice = Some(voice);
            }
            Err(error) => {
                tracing::warn!(code = error.code(), %error, "the kiosk is mute");
                self.shared.knows(Vec::new());
            }
        }
    }

    fn begin(&mut self, utterance: Utterance) {
        self.cut_short();
        if self.voice.is_none() && self.tried.is_none_or(|tried| tried.elapsed() >= AGAIN) {
            self.open_voice();
        }
        self.last = utterance.number;
        self.now = Some((utterance.number, utterance.pace, utterance.volume));
        self.queue = utterance.sentences.into();
        self.next();
    }

    /// Silent at once, and ready to go on.
    fn rest(&mut self) {
        let left = self.current.take().into_iter().chain(self.queue.drain(..)).collect();
        let resting = self.now.map(|now| (now, left)).or_else(|| self.resting.take());
        self.cut_short();
        self.resting = resting;
    }

    fn go_on(&mut self) {
        match self.resting.take() {
            Some((now, left)) => {
                self.cut_short();
                (self.now, self.queue) = (Some(now), left);
                self.next();
            }
            // It came to its end before it was told to rest.
            None if self.now.is_none() => self.shared.tell(SpeakingEvent::SaidAll { number: self.last }),
            None => {}
        }
    }

    fn cut_short(&mut self) {
        (self.resting, self.current) = (None, None);
        if self.saying.take().is_some()
            && let Some(voice) = &mut self.voice
        {
            voice.stop();
        }
        self.queue.clear();
        self.end();
    }

    fn end(&mut self) {
        if let Some((number, ..)) = self.now.take() {
            self.shared.tell(SpeakingEvent::SaidAll { number });
        }
    }

    /// Whether the sentence was said, or has had its time.
    fn look(&mut self) {
        while let Ok(id) = self.said.1.try_recv() {
            if self.saying.is_some_and(|(saying, _)| saying == id) {
                self.next();
            }
        }
        if self.saying.is_some_and(|(_, until)| until <= Instant::now()) {
            tracing::warn!(code = "voice-service-hangs");
            if let Some(voice) = &mut self.voice {
                voice.stop();
            }
            self.next();
        }
    }

    /// The next sentence that can be said.
    fn next(&mut self) {
        (self.saying, self.current) = (None, None);
        let Some((number, pace, volume)) = self.now else { return };
        while let Some(sentence) = self.queue.pop_front() {
            let Some(voice) = &mut self.voice else { break };
            match voice.speak(&sentence, pace, volume) {
                Ok(id) => {
                    let recorded = sentence.clip.as_ref().map_or(Duration::ZERO, |_| LONGEST);
                    let characters = u32::try_from(sentence.words.as_str().chars().count()).unwrap_or(u32::MAX);
                    let most = LONGEST_START + recorded.max(LONGEST_CHARACTER.saturating_mul(characters));
                    self.saying = Some((id, Instant::now() + most));
                    self.shared.tell(SpeakingEvent::Saying { number, mark: sentence.mark });
                    self.current = Some(sentence);
                    return;
                }
                Err(SpeechError::NoVoice(_)) => {}
                Err(error) => {
                    tracing::warn!(code = error.code(), %error);
                    self.voice = None;
                    self.shared.knows(Vec::new());
                }
            }
        }
        self.queue.clear();
        self.end();
    }
}
