//! Dictation: the words of a piece of sound, with what is silence, repetition or a guess left out. It knows nothing of
//! choices.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use whisper_rs::{FullParams, SamplingStrategy, WhisperTokenId};

use super::{
    Recogniser,
    decide::{self, Free},
    language,
    phantoms::{self, Believed},
    refused,
};
use crate::{RATE, SpeechError, hearing::Heard};

/// Positions of the encoder for each second of sound.
pub(super) const POSITIONS_A_SECOND: f32 = 50.0;
/// Positions kept free after the end of the sound: models were trained with silence there, and repeat the last word
/// where there is none.
const MARGIN: usize = 64;
/// The window is never shorter than this many positions, about 2.5 seconds.
const SHORTEST_WINDOW: usize = 128;
/// In nats a token: what is less likely than this on average was guessed (the threshold of Whisper's own program).
const LEAST_LIKELY: f32 = -1.0;
/// Where the model itself says that nobody speaks, more is asked of its words.
const NOBODY: f32 = 0.6;
/// In nats a token, where [`NOBODY`] is passed.
const LEAST_LIKELY_IN_SILENCE: f32 = -0.5;
/// Tokens that fast speech has in a second; Hangul and rare Han are written in up to three each.
const TOKENS_A_SECOND: f32 = 14.0;
/// A piece of at least two tokens that is written so often in a row is a loop; people say things twice or thrice.
const LOOPS: usize = 6;

/// How the recogniser is told to decode, by language. Made once: whisper-rs keeps each language's name and the callback
/// for ever.
pub(super) struct FreeDecoding {
    by_language: BTreeMap<&'static str, FullParams<'static, 'static>>,
    blank: FullParams<'static, 'static>,
}

/// What dictation has heard.
pub(super) struct Dictated {
    /// Empty also where it was only guessed.
    pub(super) text: Heard,
    /// Whether there were words at all, guessed or not: choices are scored only then.
    pub(super) spoken: bool,
    pub(super) confidence: f32,
    pub(super) free: Free,
}

impl FreeDecoding {
    /// With so many threads, and stopped by `stop`.
    pub(super) fn new(threads: usize, stop: Arc<AtomicBool>) -> Self {
        let mut blank = FullParams::new(SamplingStrategy::Greedy { best_of: 1 });
        blank.set_n_threads(i32::try_from(threads.max(1)).unwrap_or(1));
        blank.set_no_context(true);
        blank.set_n_max_text_ctx(0);
        blank.set_no_timestamps(true);
        blank.set_single_segment(true);
        blank.set_suppress_blank(true);
        blank.set_suppress_nst(true);
        blank.set_print_progress(false);
        blank.set_print_realtime(false);
        blank.set_print_special(false);
        blank.set_print_timestamps(false);
        blank.set_temperature(0.0);
        // One more try at most, when the first was unlikely or went round in circles.
        blank.set_temperature_inc(0.6);
        blank.set_logprob_thold(LEAST_LIKELY);
        blank.set_entropy_thold(2.4);
        // The recogniser's own figure for silence is read from logits that it has not computed; ours is in `silence`.
        blank.set_no_speech_thold(2.0);
        // whisper-rs calls the closure as the type that is given here, but keeps a box of it: only a box is called right.
        let stopped: Box<dyn FnMut() -> bool> = Box::new(move || stop.load(Ordering::SeqCst));
        blank.set_abort_callback_safe::<_, Box<dyn FnMut() -> bool>>(stopped);
        Self { by_language: BTreeMap::new(), blank }
    }

    fn parameters(&mut self, language: &'static str) -> FullParams<'static, 'static> {
        let kept = self.by_language.entry(language).or_insert_with(|| {
            let mut parameters = self.blank.clone();
            parameters.set_language(Some(language));
            parameters
        });
        kept.clone()
    }
}

impl Recogniser {
    /// What is said in `samples`. Their last piece is left encoded.
    pub(super) fn dictate(&mut self, samples: &[f32], language: &str) -> Result<Dictated, SpeechError> {
        let window = (self.window_seconds() * RATE as f32) as usize;
        let mut all = Dictated {
            text: Heard::default(),
            spoken: false,
            confidence: 1.0,
            free: Free { likelihood: 0.0, tokens: 1 },
        };
        let mut words = Vec::new();
        for piece in pieces(samples, window) {
            let most_tokens = 16 + (piece.len() as f32 / RATE as f32 * TOKENS_A_SECOND) as i32;
            self.decode_freely(piece, language, most_tokens)?;
            let piece = self.decoded_words(piece, language::of_model(language)?)?;
            if !piece.text.is_empty() {
                all.confidence = all.confidence.min(piece.confidence);
                words.push(piece.text);
            }
            (all.free, all.spoken) = (piece.free, piece.spoken);
        }
        if words.is_empty() {
            all.confidence = 0.0;
        }
        // Chinese is written without spaces; the others need one where a long answer was cut.
        let between = if language::of_model(language)? == "zh" { "" } else { " " };
        let joined = words.iter().map(Heard::as_str).collect::<Vec<_>>().join(between);
        all.text = Heard::from(joined);
        Ok(all)
    }

    /// Encodes `samples` and decodes at most so many tokens.
    pub(super) fn decode_freely(&mut self, samples: &[f32], language: &str, tokens: i32) -> Result<(), SpeechError> {
        let positions = (samples.len() as f32 / RATE as f32 * POSITIONS_A_SECOND).ceil() as usize + MARGIN;
        let most = usize::try_from(self.context.model_n_audio_ctx()).unwrap_or(SHORTEST_WINDOW);
        let positions = positions.max(SHORTEST_WINDOW).min(most);
        let mut parameters = self.free.parameters(language::of_model(language)?);
        parameters.set_audio_ctx(i32::try_from(positions).unwrap_or(0));
        parameters.set_max_tokens(tokens);
        let done = self.state.full(parameters, samples);
        if self.stop.load(Ordering::SeqCst) {
            return Err(SpeechError::Cancelled);
        }
        done.map_err(refused)
    }

    fn decoded_words(&mut self, samples: &[f32], language: &str) -> Result<Dictated, SpeechError> {
        let (mut text, mut tokens, mut likelihoods) = (String::new(), Vec::new(), Vec::new());
        for segment in self.state.as_iter() {
            text.push_str(&segment.to_str_lossy().map_err(refused)?);
            for token in (0..segment.n_tokens()).filter_map(|at| segment.get_token(at)) {
                tokens.push(token.token_id());
                likelihoods.push(token.token_data().plog);
            }
        }
        let free = Free { likelihood: likelihoods.iter().sum(), tokens: likelihoods.len().max(1) };
        let average = free.likelihood / free.tokens as f32;
        let nothing = |spoken| Dictated { text: Heard::default(), spoken, confidence: 0.0, free };
        if tokens.is_empty() || self.goes_round(&tokens) || !text.chars().any(char::is_alphanumeric) {
            return Ok(nothing(false));
        }
        if average < LEAST_LIKELY {
            return Ok(nothing(average >= decide::LEAST_SPOKEN));
        }
        if average < LEAST_LIKELY_IN_SILENCE && self.silence()? > NOBODY {
            return Ok(nothing(false));
        }
        let trimmed = text.trim();
        let text = Heard::from(if language == "zh" { self.script.traditional(trimmed) } else { trimmed.to_owned() });
        if phantoms::is_phantom(language, text.as_str()) {
            let believed = Believed { likelihood: average, nobody: self.silence()? };
            if !phantoms::is_certain(samples, believed) {
                return Ok(nothing(false));
            }
        }
        Ok(Dictated { text, spoken: true, confidence: average.exp().clamp(0.0, 1.0), free })
    }

    /// Whether decoding never came to an end, or wrote the same again and again.
    fn goes_round(&self, tokens: &[WhisperTokenId]) -> bool {
        let end = self.context.token_eot();
        tokens.last() != Some(&end) || (2..=8).any(|length| repeats(tokens, length) >= LOOPS)
    }

    /// How likely the model finds it that nobody speaks in what was encoded last, 0 to 1.
    fn silence(&mut self) -> Result<f32, SpeechError> {
        self.state.decode(&[self.context.token_sot()], 0, self.threads).map_err(refused)?;
        let logits = self.state.get_logits().map_err(refused)?;
        let nobody = usize::try_from(self.context.token_nosp()).ok().and_then(|token| logits.get(token));
        let total = super::closed::log_sum_exp(logits.iter().copied());
        Ok(nobody.map_or(0.0, |nobody| (nobody - total).exp()))
    }
}

/// How often the last `length` tokens before the end stand there in a row.
fn repeats(tokens: &[WhisperTokenId], length: usize) -> usize {
    let words = tokens.split_last().map_or(tokens, |(_, words)| words);
    let mut pieces = words.rchunks_exact(length);
    let Some(last) = pieces.next() else { return 0 };
    1 + pieces.take_while(|piece| *piece == last).count()
}

/// Cuts sound that is longer than the model's window at the quietest place of the window's last third.
fn pieces(samples: &[f32], window: usize) -> Vec<&[f32]> {
    const FRAME: usize = RATE as usize / 50;
    let mut rest = samples;
    let mut pieces = Vec::new();
    while rest.len() > window {
        let from = window * 2 / 3;
        let quietest = rest[from..window]
            .chunks_exact(FRAME)
            .enumerate()
            .min_by(|one, other| crate::pcm::dbfs(one.1).total_cmp(&crate::pcm::dbfs(other.1)));
        let at = from + quietest.map_or(window - from, |(frame, _)| frame * FRAME + FRAME / 2);
        let (piece, after) = rest.split_at(at);
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loop_is_told_from_saying_it_twice() {
        for (tokens, length, times) in [
            (&[1, 2, 1, 2, 1, 2, 9][..], 2, 3),
            (&[5, 1, 2, 3, 1, 2, 3, 9], 3, 2),
            (&[1, 9], 2, 0),
            (&[9], 2, 0),
            (&[], 2, 0),
        ] {
            assert_eq!(repeats(tokens, length), times, "{tokens:?}");
        }
    }

    #[test]
    fn a_long_answer_is_cut_where_the_voice_pauses() {
        let window = RATE as usize * 6;
        let mut sound = vec![0.5; RATE as usize * 9];
        sound[RATE as usize * 5..RATE as usize * 5 + 1600].fill(0.0);
        let cut = pieces(&sound, window);
        assert_eq!(cut.len(), 2);
        assert!((cut[0].len() as i64 - RATE as i64 * 5).unsigned_abs() < 1600, "{}", cut[0].len());
        assert_eq!(cut.iter().map(|piece| piece.len()).sum::<usize>(), sound.len());
    }
}
