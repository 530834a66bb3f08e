//! The thread that listens: from the microphone to turns. Sound that belongs to no turn is overwritten as it comes.

use std::{
    sync::{
        Arc,
        atomic::Ordering,
        mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError},
    },
    time::{Duration, Instant},
};

use super::{Command, Shared, lock, thinker::Thought};
use crate::{
    Samples,
    hearing::{
        EchoGuard, FRAME, Frame, Happening, HearingEvent, Listening, Nearness, NotHeard, Patience, TurnTaking,
        VoiceDetector,
        sound::{Sound, Sounds},
    },
    pcm::{QUIETEST, dbfs},
};

/// How long a command may wait for sound to come in.
const PATIENCE: Duration = Duration::from_millis(30);
/// How often a microphone that is not there is looked for.
const LOOK_AGAIN: Duration = Duration::from_secs(1);
/// Frames between two levels: 64 ms.
const LEVEL_EVERY: usize = 4;
/// Frames kept while nobody has spoken yet.
const KEPT_BEFORE: usize = 48;
/// Frames between two looks at what is being said: 0.8 s.
const PARTIAL_EVERY: usize = 50;
/// Room for the longest turn, in seconds.
const LONGEST: f32 = 32.0;

/// A turn that is listened to.
struct Turn {
    listening: Arc<Listening>,
    taking: TurnTaking,
    samples: Samples,
    /// Frames that the turn machine has seen.
    frames: usize,
    next_partial: usize,
}

pub(super) struct Listener {
    shared: Arc<Shared>,
    commands: Receiver<Command>,
    thoughts: Sender<Thought>,
    sounds: Box<dyn Sounds>,
    sound: Option<Box<dyn Sound>>,
    looked: Option<Instant>,
    detector: VoiceDetector,
    guard: EchoGuard,
    turn: Option<Turn>,
    loudest: f32,
    heard_frames: usize,
    /// Levels are wanted although nobody is listened to.
    measures: bool,
}

impl Listener {
    pub(super) fn new(
        shared: Arc<Shared>,
        commands: Receiver<Command>,
        thoughts: Sender<Thought>,
        sounds: Box<dyn Sounds>,
    ) -> Self {
        Self {
            shared,
            commands,
            thoughts,
            sounds,
            sound: None,
            looked: None,
            detector: VoiceDetector::default(),
            guard: EchoGuard::default(),
            turn: None,
            loudest: QUIETEST,
            heard_frames: 0,
            measures: false,
        }
    }

    /// Listens until it is told to close.
    pub(super) fn run(mut self) {
        let mut incoming = Samples::with_room(4.0);
        loop {
            self.look_for_microphone();
            loop {
                match self.commands.try_recv() {
                    Ok(Command::Close) | Err(TryRecvError::Disconnected) => return,
                    Ok(command) => self.obey(command),
                    Err(TryRecvError::Empty) => break,
                }
            }
            let Some(sound) = self.sound.as_mut() else {
                match self.commands.recv_timeout(LOOK_AGAIN / 4) {
                    Ok(Command::Close) | Err(RecvTimeoutError::Disconnected) => return,
                    Ok(command) => self.obey(command),
                    Err(RecvTimeoutError::Timeout) => {}
                }
                continue;
            };
            if sound.read(&mut incoming, PATIENCE).is_err() {
                self.lose_microphone();
                incoming.clear();
                continue;
            }
            let whole = incoming.len() / FRAME * FRAME;
            for frame in incoming[..whole].chunks_exact(FRAME) {
                self.frame(frame);
            }
            incoming.forget_first(whole);
        }
    }

    fn obey(&mut self, command: Command) {
        match command {
            Command::Listen(listening) => self.listen(listening),
            Command::Cancel => self.cancel(),
            Command::Finish => {
                if let Some(turn) = self.turn.as_mut() {
                    let happening = turn.taking.finish();
                    self.happens(happening);
                }
            }
            Command::KioskSpeaks(speaks) => self.guard.kiosk_speaks(speaks),
            Command::NextVisitor => *lock(&self.shared.visitor) = Nearness::default(),
            Command::Measure(on) => self.measures = on,
            Command::Close => {}
        }
    }

    fn listen(&mut self, listening: Listening) {
        self.cancel();
        let turn = listening.turn;
        if self.sound.is_none() || !self.shared.model_may_come() {
            self.shared.tell(HearingEvent::NotHeard { turn, why: NotHeard::Failed });
            return;
        }
        self.turn = Some(Turn {
            taking: TurnTaking::new(Patience::with(listening.expecting), lock(&self.shared.visitor).audible_from()),
            listening: Arc::new(listening),
            samples: Samples::with_room(LONGEST),
            frames: 0,
            next_partial: PARTIAL_EVERY,
        });
    }

    fn cancel(&mut self) {
        if let Some(turn) = self.turn.take() {
            self.shared.tell(HearingEvent::NotHeard { turn: turn.listening.turn, why: NotHeard::Cancelled });
        }
        self.shared.stop_thinking();
    }

    fn look_for_microphone(&mut self) {
        if self.sound.is_some() || self.looked.is_some_and(|looked| looked.elapsed() < LOOK_AGAIN) {
            return;
        }
        self.looked = Some(Instant::now());
        self.sound = self.sounds.open();
        // Another microphone may be nearer, or further away.
        *lock(&self.shared.visitor) = Nearness::default();
        self.detector.reset();
        let name = self.sound.as_ref().map(|sound| sound.name());
        let before = lock(&self.shared.microphone).replace(name.clone());
        match name {
            Some(name) => self.shared.tell(HearingEvent::MicrophoneFound { name }),
            None if before.is_none() => self.shared.tell(HearingEvent::MicrophoneLost),
            None => {}
        }
    }

    fn lose_microphone(&mut self) {
        self.sound = None;
        *lock(&self.shared.microphone) = Some(None);
        self.shared.tell(HearingEvent::MicrophoneLost);
        if let Some(turn) = self.turn.take() {
            self.shared.tell(HearingEvent::NotHeard { turn: turn.listening.turn, why: NotHeard::Failed });
        }
    }

    fn frame(&mut self, frame: &[f32]) {
        let voice = self.detector.is_voice(frame);
        let dbfs = dbfs(frame);
        let over_the_kiosk = self.guard.frame(voice, dbfs);
        self.level(dbfs);
        let Some(turn) = self.turn.as_mut() else { return };
        turn.samples.extend(frame);
        let happening = if turn.taking.is_spoken() || !self.guard.is_echoing() {
            turn.frames += 1;
            turn.taking.frame(Frame { voice, dbfs })
        } else {
            over_the_kiosk.then(|| turn.taking.begin())
        };
        if !turn.taking.is_spoken() {
            turn.keep_last(KEPT_BEFORE);
        }
        match happening {
            Some(happening) => self.happens(happening),
            None => self.partial(),
        }
    }

    fn happens(&mut self, happening: Happening) {
        let Some(turn) = self.turn.as_mut() else { return };
        let number = turn.listening.turn;
        match happening {
            Happening::Began { from } => {
                turn.keep_last((turn.frames.saturating_sub(from)).max(KEPT_BEFORE));
                self.shared.tell(HearingEvent::SpeechBegan { turn: number });
            }
            Happening::Nothing(why) => {
                self.turn = None;
                if why == NotHeard::TooQuiet {
                    lock(&self.shared.visitor).too_soft();
                }
                self.shared.tell(HearingEvent::NotHeard { turn: number, why });
            }
            Happening::Ended { to } => {
                let Some(mut turn) = self.turn.take() else { return };
                turn.drop_last(turn.frames.saturating_sub(to));
                self.shared.tell(HearingEvent::SpeechEnded { turn: number });
                let ended = Instant::now();
                let newest = self.shared.supersede();
                *lock(&self.shared.thinking) = Some((newest, number));
                self.think(Thought {
                    number: newest,
                    samples: turn.samples,
                    listening: turn.listening,
                    ended: Some(ended),
                });
            }
        }
    }

    /// Has what was said so far thought about, if that is wanted and the machine is not busy with the last of it: a thought
    /// that is thrown away for the next never shows a word.
    fn partial(&mut self) {
        let Some(turn) = self.turn.as_mut() else { return };
        let wanted = turn.listening.partials && turn.listening.choices.is_empty() && turn.taking.is_spoken();
        if !wanted || turn.frames < turn.next_partial || !self.shared.is_fast() {
            return;
        }
        if self.shared.half_heard.swap(true, Ordering::SeqCst) {
            return;
        }
        turn.next_partial = turn.frames + PARTIAL_EVERY;
        let (samples, listening) = (turn.samples.clone(), Arc::clone(&turn.listening));
        let number = self.shared.supersede();
        self.think(Thought { number, samples, listening, ended: None });
    }

    fn think(&self, thought: Thought) {
        if self.thoughts.send(thought).is_err() {
            self.shared.fail_thinking();
        }
    }

    fn level(&mut self, dbfs: f32) {
        self.loudest = self.loudest.max(dbfs);
        self.heard_frames += 1;
        if self.heard_frames.is_multiple_of(LEVEL_EVERY) {
            if self.turn.is_some() || self.measures {
                self.shared.tell(HearingEvent::Level { dbfs: self.loudest });
            }
            self.loudest = QUIETEST;
        }
    }
}

impl Turn {
    fn keep_last(&mut self, frames: usize) {
        let too_many = self.samples.len().saturating_sub(frames * FRAME);
        self.samples.forget_first(too_many);
    }

    fn drop_last(&mut self, frames: usize) {
        self.samples.forget_last(frames * FRAME);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;
    use crate::hearing::{Expecting, ears::ModelState};

    struct NoMicrophone;

    impl Sounds for NoMicrophone {
        fn open(&mut self) -> Option<Box<dyn Sound>> {
            None
        }
    }

    #[test]
    fn what_is_said_is_thought_about_to_its_end_before_more_of_it_is() {
        let shared = Arc::new(Shared::default());
        *lock(&shared.model) = ModelState::Ready("fast".to_owned(), 100);
        let (_tells, commands) = channel();
        let (thoughts, thought) = channel();
        let mut listener = Listener::new(Arc::clone(&shared), commands, thoughts, Box::new(NoMicrophone));
        let mut taking = TurnTaking::new(Patience::with(Expecting::Digits), QUIETEST);
        taking.begin();
        listener.turn = Some(Turn {
            listening: Arc::new(Listening { turn: 1, partials: true, ..Listening::default() }),
            taking,
            samples: Samples::with_room(LONGEST),
            frames: 0,
            next_partial: PARTIAL_EVERY,
        });
        // The numbers of what is to be thought about after so many frames more, and whether it was all.
        let mut after = |frames: usize| -> Vec<(u64, bool)> {
            (0..frames).for_each(|_| listener.frame(&[0.0; FRAME]));
            thought.try_iter().map(|thought| (thought.number, thought.ended.is_some())).collect()
        };
        assert_eq!(after(2 * PARTIAL_EVERY), [(1, false)], "the second would have thrown the first away");
        shared.half_heard.store(false, Ordering::SeqCst);
        assert_eq!(after(1), [(2, false)], "the thinker is free, and more has been said by now");
        assert_eq!(after(PARTIAL_EVERY), [(3, true)], "what was said to its end waits for nothing");
    }
}
