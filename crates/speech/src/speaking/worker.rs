//! The thread that speaks: one sentence after the other, and silence the moment it is wished.

use std::{
    collections::VecDeque,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    time::{Duration, Instant},
};

use super::{HowSaid, Sentence, SpeakingEvent, Utterance, Voicebox, mouth::Shared, mouth::Wish};
use crate::SpeechError;

/// How often is looked whether a sentence was said: short beside the rest between two sentences.
const LOOK: Duration = Duration::from_millis(20);
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
    /// What kept it from saying all of that.
    amiss: Option<HowSaid>,
    /// The number of what was said last, and what of it was.
    last: (u32, HowSaid),
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
            amiss: None,
            last: (0, HowSaid::Whole),
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
        self.amiss = None;
        self.last = (utterance.number, HowSaid::Whole);
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
            None if self.now.is_none() => {
                let (number, how) = self.last;
                self.shared.tell(SpeakingEvent::SaidAll { number, how });
            }
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
        self.end(HowSaid::CutShort);
    }

    fn end(&mut self, how: HowSaid) {
        if let Some((number, ..)) = self.now.take() {
            self.last = (number, how);
            self.shared.tell(SpeakingEvent::SaidAll { number, how });
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
            self.amiss = Some(HowSaid::TimedOut);
            self.next();
        }
    }

    /// The next sentence that can be said.
    fn next(&mut self) {
        (self.saying, self.current) = (None, None);
        let Some((number, pace, volume)) = self.now else { return };
        while let Some(sentence) = self.queue.pop_front() {
            let Some(voice) = &mut self.voice else {
                self.amiss = Some(HowSaid::Failed);
                break;
            };
            match voice.speak(&sentence, pace, volume) {
                Ok(id) => {
                    self.saying = Some((id, Instant::now() + voice.longest(&sentence)));
                    self.shared.tell(SpeakingEvent::Saying { number, mark: sentence.mark });
                    self.current = Some(sentence);
                    return;
                }
                Err(SpeechError::NoVoice(_)) => self.amiss = Some(HowSaid::Failed),
                Err(error) => {
                    self.amiss = Some(HowSaid::Failed);
                    tracing::warn!(code = error.code(), %error);
                    self.voice = None;
                    self.shared.knows(Vec::new());
                }
            }
        }
        self.queue.clear();
        self.end(self.amiss.unwrap_or(HowSaid::Whole));
    }
}
