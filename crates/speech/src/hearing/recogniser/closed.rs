//! Closed questions are decided, not dictated: how likely each choice's wordings are, given the sound that was encoded
//! already. What begins alike is decoded once, and a beginning that cannot win any more is not followed. It knows
//! nothing of what the choices mean.

use whisper_rs::WhisperTokenId;

use super::{decide::Scores, vocabulary::Vocabulary, wordings::Wordings};
use crate::SpeechError;

/// In nats: a wording that is e⁸ ≈ 3000 times less likely than the best is not followed further; it could neither win
/// nor be asked about.
const HOPELESS: f32 = 8.0;
/// In nats below the free hypothesis: nothing so unlikely is accepted, so nothing so unlikely is looked into.
const FAR_FROM_FREE: f32 = 30.0;
/// Tokens decoded at most; at base size on two old cores about three seconds. 60 choices in 300 wordings were seen to
/// take fewer than 60.
const MOST_DECODED: usize = 160;

/// Decodes one token after those of `past`, and tells what follows it.
pub(super) trait Decoder {
    /// The logits that follow `token` at position `past`.
    fn logits(&mut self, token: WhisperTokenId, past: usize) -> Result<&[f32], SpeechError>;
}

/// The search through the tree of wordings.
struct Search<'a, D> {
    decoder: &'a mut D,
    wordings: &'a Wordings,
    vocabulary: &'a Vocabulary,
    scores: Vec<f32>,
    best: f32,
    floor: f32,
    decoded: usize,
}

/// Scores `choices` wordings after a prompt of which `last` is the token at position `past`. `free` is the
/// log-likelihood of what was heard freely.
pub(super) fn score<D: Decoder>(
    decoder: &mut D,
    wordings: &Wordings,
    vocabulary: &Vocabulary,
    choices: usize,
    (last, past): (WhisperTokenId, usize),
    free: f32,
) -> Result<Scores, SpeechError> {
    let mut search = Search {
        decoder,
        wordings,
        vocabulary,
        scores: vec![f32::NEG_INFINITY; choices],
        best: f32::NEG_INFINITY,
        floor: free - FAR_FROM_FREE,
        decoded: 0,
    };
    search.follow(0, last, past, 0.0)?;
    Ok(Scores { choices: search.scores, decoded: search.decoded })
}

impl<D: Decoder> Search<'_, D> {
    /// What follows `token`, which led to `node` with log-likelihood `so_far`.
    fn follow(&mut self, node: usize, token: WhisperTokenId, past: usize, so_far: f32) -> Result<(), SpeechError> {
        if self.decoded == MOST_DECODED {
            return Ok(());
        }
        self.decoded += 1;
        let logits = self.decoder.logits(token, past)?;
        let total = log_sum_exp(logits.iter().copied());
        let after = |token: WhisperTokenId| {
            let logit = usize::try_from(token).ok().and_then(|token| logits.get(token));
            logit.map_or(f32::NEG_INFINITY, |logit| logit - total)
        };
        let ending = log_sum_exp(self.vocabulary.closing.iter().map(|closing| after(*closing)));
        let mut next: Vec<(f32, WhisperTokenId, usize)> = if self.wordings.is_leaf(node) {
            Vec::new()
        } else {
            let tokens = self.wordings.tokens_from(node, self.vocabulary);
            tokens.into_iter().map(|(token, node)| (so_far + after(token), token, node)).collect()
        };
        for &choice in self.wordings.ends(node) {
            if let Some(score) = self.scores.get_mut(choice) {
                *score = log_sum_exp([*score, so_far + ending].into_iter());
                self.best = self.best.max(*score);
            }
        }
        next.sort_by(|one, other| other.0.total_cmp(&one.0));
        for (likelihood, token, node) in next {
            if likelihood < self.floor.max(self.best - HOPELESS) {
                break;
            }
            self.follow(node, token, past + 1, likelihood)?;
        }
        Ok(())
    }
}

/// The logarithm of the sum of exponentials.
pub(super) fn log_sum_exp(values: impl Iterator<Item = f32> + Clone) -> f32 {
    let most = values.clone().fold(f32::NEG_INFINITY, f32::max);
    if most == f32::NEG_INFINITY {
        return most;
    }
    most + values.map(|value| (value - most).exp()).sum::<f32>().ln()
}
