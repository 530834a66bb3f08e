//! The ears of a kiosk: a thread that listens and one that thinks, and the events of both. Nothing here waits for
//! either.

mod listener;
mod thinker;

use std::{
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU64, Ordering},
        mpsc::{Sender, channel},
    },
    thread,
};

use self::{listener::Listener, thinker::Thinker};
use super::{HearingEvent, Listening, Nearness, NotHeard, Recogniser, Stop, microphone::SoundCard, sound::Sounds};
use crate::SpeechError;

/// Events that wait at most; levels are left out first.
const MOST_EVENTS: usize = 512;

/// What the ears are made of.
#[derive(Debug, Clone, Default)]
pub struct EarsSettings {
    /// The microphone's name, of [`SoundCard::names`]; none: the system's default.
    pub microphone: Option<String>,
    /// What recognises; none: voice is off.
    pub model: Option<Model>,
    /// Threads that recognise; 0 counts as 1. `calibrate` measures how many are best: more than there are idle cores
    /// make it many times slower.
    pub threads: usize,
}

/// Where a model is.
#[derive(Debug, Clone)]
pub enum Model {
    /// In a file.
    File(PathBuf),
    /// In memory, with a name for messages.
    Bytes(String, Arc<[u8]>),
}

impl Model {
    /// Loads it.
    ///
    /// # Errors
    /// As [`Recogniser::open`].
    pub fn load(&self, threads: usize) -> Result<Recogniser, SpeechError> {
        match self {
            Self::File(file) => Recogniser::open(file, threads),
            Self::Bytes(name, bytes) => Recogniser::of_bytes(name, bytes, threads),
        }
    }

    /// What it is called: the file's name without its ending.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::File(file) => file.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            Self::Bytes(name, _) => name.clone(),
        }
    }
}

/// Whether the ears hear.
#[derive(Debug, Clone, PartialEq)]
pub enum EarsState {
    /// The model is being loaded, or the microphone opened for the first time.
    Opening,
    /// They hear.
    Ready {
        /// What the system calls the microphone.
        microphone: String,
        /// The model.
        model: String,
        /// Milliseconds of thinking for a second of speech, as measured when it was loaded.
        millis_per_second: u32,
    },
    /// There is no microphone now; one that is plugged in is found within a second or two.
    NoMicrophone,
    /// No model is set, or the one that is set is not installed.
    NoModel(&'static str),
    /// The model is truncated, wrong, or no model.
    ModelBroken(&'static str),
    /// The processor is too old for the recogniser.
    CpuTooOld,
}

impl EarsState {
    /// Why voice is off, as a code; none: it is on, or will be in a moment.
    #[must_use]
    pub fn code(&self) -> Option<&'static str> {
        Some(match self {
            Self::Opening | Self::Ready { .. } => return None,
            Self::NoMicrophone => "voice-no-microphone",
            Self::CpuTooOld => "voice-processor-too-old",
            Self::NoModel(code) | Self::ModelBroken(code) => code,
        })
    }
}

/// What a model came to.
#[derive(Debug, Clone, Default)]
enum ModelState {
    #[default]
    Loading,
    Ready(String, u32),
    Off(EarsState),
}

/// What both threads and the handle see.
#[derive(Default)]
struct Shared {
    events: Mutex<Vec<HearingEvent>>,
    wake: Mutex<Option<Box<dyn Fn() + Send>>>,
    microphone: Mutex<Option<Option<String>>>,
    model: Mutex<ModelState>,
    /// Whether somebody's words so far are being thought about.
    half_heard: AtomicBool,
    /// Number of the newest piece of sound to think about; whoever thinks about an older one stops.
    newest: AtomicU64,
    /// The turn that is being thought about, with the number of its sound.
    thinking: Mutex<Option<(u64, u64)>>,
    stop: Mutex<Option<Stop>>,
    /// How near whoever speaks stands.
    visitor: Mutex<Nearness>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shared {
    fn tell(&self, event: HearingEvent) {
        {
            let mut events = lock(&self.events);
            if matches!(event, HearingEvent::Level { .. }) {
                // Only the newest level is of use.
                events.retain(|event| !matches!(event, HearingEvent::Level { .. }));
            }
            if events.len() < MOST_EVENTS {
                events.push(event);
            }
        }
        if let Some(wake) = lock(&self.wake).as_ref() {
            wake();
        }
    }

    /// Stops thinking about anything older, and numbers what comes next.
    fn supersede(&self) -> u64 {
        let newest = self.newest.fetch_add(1, Ordering::SeqCst) + 1;
        if let Some(stop) = lock(&self.stop).as_ref() {
            stop.stop();
        }
        newest
    }

    /// Stops thinking, and tells the turn that was thought about.
    fn stop_thinking(&self) {
        self.supersede();
        if let Some((_, turn)) = lock(&self.thinking).take() {
            self.tell(HearingEvent::NotHeard { turn, why: NotHeard::Cancelled });
        }
    }

    /// Tells what a turn came to, unless it was cancelled in the meantime.
    fn conclude(&self, sound: u64, event: HearingEvent) {
        self.conclude_at(sound, event, None);
    }

    /// The same, with how loud the visitor was. What was cancelled is of the visitor before, and leaves nothing.
    fn conclude_at(&self, sound: u64, event: HearingEvent, loud: Option<f32>) {
        let mut thinking = lock(&self.thinking);
        if thinking.take_if(|(current, _)| *current == sound).is_none() {
            return;
        }
        if let Some(loud) = loud {
            lock(&self.visitor).spoke(loud);
        }
        drop(thinking);
        self.tell(event);
    }

    /// Whether there is a model, or may be in a moment.
    fn model_may_come(&self) -> bool {
        !matches!(*lock(&self.model), ModelState::Off(_))
    }

    /// Whether this machine thinks at least twice as fast as people speak, so that words can be shown while they do.
    fn is_fast(&self) -> bool {
        matches!(*lock(&self.model), ModelState::Ready(_, millis) if millis < 500)
    }

    fn fail_thinking(&self) {
        if let Some((_, turn)) = lock(&self.thinking).take() {
            self.tell(HearingEvent::NotHeard { turn, why: NotHeard::Failed });
        }
    }

    /// The state has changed: somebody may want to look.
    fn tell_state(&self) {
        if let Some(wake) = lock(&self.wake).as_ref() {
            wake();
        }
    }
}

/// What the ears are told.
enum Command {
    Listen(Listening),
    Finish,
    Cancel,
    KioskSpeaks(bool),
    NextVisitor,
    Measure(bool),
    Close,
}

/// The ears. They stop when dropped.
pub struct Ears {
    shared: Arc<Shared>,
    commands: Sender<Command>,
}

impl Ears {
    /// Opens the machine's microphone and loads the model, without waiting for either; `wake` is called, from other
    /// threads, when there are events. Nothing fails here: trouble is a state.
    pub fn open(settings: EarsSettings, wake: impl Fn() + Send + 'static) -> Self {
        let card = SoundCard::new(settings.microphone.clone());
        Self::with_sounds(settings, card, wake)
    }

    /// The same with sound from elsewhere, which need not come as slowly as it sounds.
    pub fn with_sounds(
        settings: EarsSettings,
        sounds: impl Sounds + 'static,
        wake: impl Fn() + Send + 'static,
    ) -> Self {
        let shared = Arc::new(Shared::default());
        *lock(&shared.wake) = Some(Box::new(wake));
        let (commands, told) = channel();
        let (to_think, thoughts) = channel();
        let thinker = Thinker::new(Arc::clone(&shared), thoughts);
        let heard = Arc::clone(&shared);
        // Built where it runs: an open sound source cannot be sent to another thread.
        let listen = move || Listener::new(heard, told, to_think, Box::new(sounds)).run();
        let spawned = [
            thread::Builder::new().name("thinking".to_owned()).spawn(move || thinker.run(&settings)),
            thread::Builder::new().name("listening".to_owned()).spawn(listen),
        ];
        if spawned.iter().any(Result::is_err) {
            *lock(&shared.model) = ModelState::Off(EarsState::ModelBroken("voice-recogniser-failed"));
        }
        Self { shared, commands }
    }

    /// Whether they hear.
    #[must_use]
    pub fn state(&self) -> EarsState {
        match (lock(&self.shared.model).clone(), lock(&self.shared.microphone).clone()) {
            (ModelState::Off(state), _) => state,
            (ModelState::Loading, _) | (_, None) => EarsState::Opening,
            (_, Some(None)) => EarsState::NoMicrophone,
            (ModelState::Ready(model, millis_per_second), Some(Some(microphone))) => {
                EarsState::Ready { microphone, model, millis_per_second }
            }
        }
    }

    /// Listens for a turn. One that is still listened to or thought about is cancelled.
    pub fn listen(&mut self, listening: Listening) {
        self.tell(Command::Listen(listening));
    }

    /// The button was released: what was said up to now is all.
    pub fn finish(&mut self) {
        self.tell(Command::Finish);
    }

    /// Listens and thinks no longer; the turn is told as cancelled.
    pub fn cancel(&mut self) {
        self.tell(Command::Cancel);
    }

    /// The kiosk begins to speak, or has finished. While it speaks, only somebody clearly louder than it is in its own
    /// ears begins a turn; its caller then falls silent.
    pub fn kiosk_speaks(&mut self, speaking: bool) {
        self.tell(Command::KioskSpeaks(speaking));
    }

    /// Whoever speaks from now on is somebody else, who may be softer than the last.
    pub fn next_visitor(&mut self) {
        self.tell(Command::NextVisitor);
    }

    /// How loud it is, is told from now on, or no longer, also while nobody is listened to. Nothing else is made of that sound.
    pub fn measure(&mut self, on: bool) {
        self.tell(Command::Measure(on));
    }

    /// What the system calls the microphone, whether or not anything can be made of what it hears.
    #[must_use]
    pub fn microphone(&self) -> Option<String> {
        lock(&self.shared.microphone).clone().flatten()
    }

    /// What happened since the last call, in order.
    pub fn events(&mut self) -> Vec<HearingEvent> {
        std::mem::take(&mut *lock(&self.shared.events))
    }

    fn tell(&self, command: Command) {
        // Without a thread to tell, `state` says what is wrong.
        let _ = self.commands.send(command);
    }
}

impl Drop for Ears {
    fn drop(&mut self) {
        lock(&self.shared.wake).take();
        self.shared.supersede();
        self.tell(Command::Close);
    }
}
