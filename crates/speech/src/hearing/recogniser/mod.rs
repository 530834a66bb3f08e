//! From samples to words, or to one of a few choices, with one model. It knows nothing of microphones and turns, and
//! keeps no sound and no words from one call to the next.

mod closed;
mod decide;
mod free;
mod language;
mod phantoms;
mod script;
mod vocabulary;
mod wordings;

use std::{
    fs,
    io::ErrorKind,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Instant,
};

use whisper_rs::{WhisperContext, WhisperContextParameters, WhisperError, WhisperState, WhisperTokenId};

use self::{closed::Decoder, free::FreeDecoding, script::Script, vocabulary::Vocabulary, wordings::Wordings};
use super::{Candidate, Decision, Heard, processor};
use crate::{RATE, SpeechError, models};

pub use decide::{ACCEPT_MARGIN, NONE_GAP, NONE_IN_ALL, SURE_GAP, SURE_IN_ALL, Weighed};

/// Choices that are scored at most.
pub const MOST_CHOICES: usize = 60;
/// Wordings of all choices together that are scored at most.
pub const MOST_WORDINGS: usize = 300;

/// Tokens that a short answer has, with its beginning and end.
const TIMED_TOKENS: usize = 16;

/// One model, loaded.
pub struct Recogniser {
    context: WhisperContext,
    state: WhisperState,
    free: FreeDecoding,
    vocabulary: Vocabulary,
    script: Script,
    threads: usize,
    stop: Arc<AtomicBool>,
}

/// Stops what the recogniser is doing, from another thread.
#[derive(Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Stops it at the next token, and until [`Stop::resume`]; what was heard is lost. Encoding, once begun, is finished.
    pub fn stop(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Lets it hear again.
    pub fn resume(&self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

/// What to hear in a piece of sound.
#[derive(Debug, Clone, Copy, Default)]
pub struct Question<'a> {
    /// Its language, as `zh-TW`, `ms`, `ko`, `en`.
    pub language: &'a str,
    /// The languages to detect among; empty: `language` it is.
    pub among: &'a [String],
    /// The choices; empty: whatever was said.
    pub choices: &'a [Candidate],
}

/// What was heard.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Recognised {
    /// The words of it, as dictation has them; empty: nothing.
    pub text: Heard,
    /// That the words are right, 0 (a guess) to 1. How sure a choice is, `weighed` tells.
    pub confidence: f32,
    /// The language detected, where it was asked for.
    pub language: Option<String>,
    /// Which of the choices, where there were any.
    pub decision: Option<Decision>,
    /// By what that was decided.
    pub weighed: Option<Weighed>,
    /// Time it took, in milliseconds.
    pub millis: u32,
}

impl Recognised {
    /// Whether neither words nor a choice were heard.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.text.is_empty() && matches!(self.decision, None | Some(Decision::NoneOfThese))
    }
}

impl Recogniser {
    /// Loads the model in `file`, after looking through it: a broken file never reaches the recogniser.
    ///
    /// # Errors
    /// [`SpeechError::CpuTooOld`], [`SpeechError::NotAModel`], [`SpeechError::ModelTruncated`], [`SpeechError::File`],
    /// [`SpeechError::Recogniser`].
    pub fn open(file: &Path, threads: usize) -> Result<Self, SpeechError> {
        let bytes = fs::read(file).map_err(|source| match source.kind() {
            ErrorKind::NotFound => SpeechError::ModelMissing(file.display().to_string()),
            _ => SpeechError::of_file(file, source),
        })?;
        Self::of_bytes(&file.display().to_string(), &bytes, threads)
    }

    /// Loads a model from memory, after looking through it; `name` is for messages.
    ///
    /// # Errors
    /// As [`Recogniser::open`].
    pub fn of_bytes(name: &str, bytes: &[u8], threads: usize) -> Result<Self, SpeechError> {
        processor::check()?;
        models::check_structure_of(Path::new(name), bytes)?;
        // Without a back end for logs this only silences whisper.cpp, which would write heard tokens to stderr.
        whisper_rs::install_logging_hooks();
        let mut parameters = WhisperContextParameters::default();
        // Its padding to a multiple of 256 positions is heard by models with fewer.
        parameters.use_gpu(false).flash_attn(false);
        let context = WhisperContext::new_from_buffer_with_params(bytes, parameters).map_err(refused)?;
        let state = context.create_state().map_err(refused)?;
        let stop = Arc::new(AtomicBool::new(false));
        Ok(Self {
            vocabulary: Vocabulary::of(&context),
            free: FreeDecoding::new(threads, Arc::clone(&stop)),
            script: Script::open()?,
            threads: threads.max(1),
            stop,
            state,
            context,
        })
    }

    /// What stops it from another thread.
    #[must_use]
    pub fn stopper(&self) -> Stop {
        Stop(Arc::clone(&self.stop))
    }

    /// The longest sound that is heard in one piece, in seconds; longer sound is cut at its quietest places.
    #[must_use]
    pub fn window_seconds(&self) -> f32 {
        self.context.model_n_audio_ctx() as f32 / free::POSITIONS_A_SECOND
    }

    /// Hears `samples`, of which the silence around the words was cut already.
    ///
    /// # Errors
    /// [`SpeechError::Cancelled`], [`SpeechError::Language`], [`SpeechError::TooManyChoices`], [`SpeechError::Recogniser`].
    pub fn hear(&mut self, samples: &[f32], question: Question<'_>) -> Result<Recognised, SpeechError> {
        let begun = Instant::now();
        within_bounds(question.choices)?;
        let mut language = question.language.to_owned();
        let mut heard = self.dictate(samples, &language)?;
        let mut detected = None;
        if !question.among.is_empty() {
            let spoken = self.detect(question.among)?;
            if spoken != language {
                language.clone_from(&spoken);
                heard = self.dictate(samples, &language)?;
            }
            detected = Some(spoken);
        }
        let mut recognised = Recognised { language: detected, confidence: heard.confidence, ..Recognised::default() };
        if heard.spoken && !question.choices.is_empty() {
            let is_chinese = language::of_model(&language)? == "zh";
            let wordings = Wordings::of(question.choices, is_chinese.then_some(&self.script));
            let scores = self.score(&wordings, question.choices.len(), &language, heard.free)?;
            let (decision, weighed) = decide::decide(question.choices, &scores, heard.free);
            recognised.decision = Some(decision);
            recognised.weighed = Some(weighed);
        }
        recognised.text = heard.text;
        recognised.millis = u32::try_from(begun.elapsed().as_millis()).unwrap_or(u32::MAX);
        Ok(recognised)
    }

    /// How long a turn of so many seconds takes, in milliseconds, whatever is said in it: encoded, and
    /// 16 tokens decoded.
    ///
    /// # Errors
    /// [`SpeechError::Recogniser`], [`SpeechError::Cancelled`].
    pub fn time_turn(&mut self, seconds: f32) -> Result<u32, SpeechError> {
        let hum: Vec<f32> = (0..(seconds * RATE as f32) as usize).map(|at| (at as f32 * 0.04).sin() * 0.1).collect();
        let begun = Instant::now();
        self.decode_freely(&hum, "en", 1)?;
        let token = self.context.token_beg() - 1;
        let mut decoder = Encoded { state: &mut self.state, threads: self.threads, stop: &self.stop };
        for past in 0..TIMED_TOKENS {
            decoder.logits(token, past)?;
        }
        Ok(u32::try_from(begun.elapsed().as_millis()).unwrap_or(u32::MAX))
    }

    /// Which of `among` the sound is in that was encoded last.
    fn detect(&mut self, among: &[String]) -> Result<String, SpeechError> {
        let beginning = self.context.token_sot();
        let (context, state, threads) = (&self.context, &mut self.state, self.threads);
        state.decode(&[beginning], 0, threads).map_err(refused)?;
        language::likeliest(among, state.get_logits().map_err(refused)?, |id| context.token_lang(id))
    }

    /// Scores the wordings against the sound that was encoded last.
    fn score(
        &mut self,
        wordings: &Wordings,
        choices: usize,
        language: &str,
        free: decide::Free,
    ) -> Result<decide::Scores, SpeechError> {
        let id = language::id(language)?;
        let context = &self.context;
        let prompt = [context.token_sot(), context.token_lang(id), context.token_transcribe(), context.token_not()];
        let mut decoder = Encoded { state: &mut self.state, threads: self.threads, stop: &self.stop };
        let [first @ .., last] = prompt;
        for (past, token) in first.into_iter().enumerate() {
            decoder.logits(token, past)?;
        }
        closed::score(&mut decoder, wordings, &self.vocabulary, choices, (last, first.len()), free.likelihood)
    }
}

/// The sound that was encoded last, to be decoded token by token.
struct Encoded<'a> {
    state: &'a mut WhisperState,
    threads: usize,
    stop: &'a AtomicBool,
}

impl Decoder for Encoded<'_> {
    fn logits(&mut self, token: WhisperTokenId, past: usize) -> Result<&[f32], SpeechError> {
        if self.stop.load(Ordering::SeqCst) {
            return Err(SpeechError::Cancelled);
        }
        // One token at a time: of several, only the logits of the first row could be read, and those are not computed.
        self.state.decode(&[token], past, self.threads).map_err(refused)?;
        self.state.get_logits().map_err(refused)
    }
}

fn within_bounds(choices: &[Candidate]) -> Result<(), SpeechError> {
    let wordings = choices.iter().map(|choice| choice.wordings.len()).sum();
    if choices.len() > MOST_CHOICES || wordings > MOST_WORDINGS {
        return Err(SpeechError::TooManyChoices { choices: choices.len(), wordings });
    }
    Ok(())
}

fn refused(fault: WhisperError) -> SpeechError {
    SpeechError::Recogniser(fault.to_string())
}
