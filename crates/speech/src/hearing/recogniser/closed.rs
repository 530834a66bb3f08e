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
    /// The likeliest wording of each choice, and its tokens with the end.
    likeliest: Vec<(f32, usize)>,
    /// Tokens before the first of a wording.
    prompt: usize,
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
        likeliest: vec![(f32::NEG_INFINITY, 1); choices],
        prompt: past,
        best: f32::NEG_INFINITY,
        floor: free - FAR_FROM_FREE,
        decoded: 0,
    };
    search.follow(0, last, past, 0.0)?;
    let tokens = search.likeliest.into_iter().map(|(_, tokens)| tokens).collect();
    Ok(Scores { choices: search.scores, tokens, decoded: search.decoded })
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
            let wording = (so_far + ending, past + 1 - self.prompt);
            if let Some((score, likeliest)) = self.scores.get_mut(choice).zip(self.likeliest.get_mut(choice)) {
                *score = log_sum_exp([*score, wording.0].into_iter());
                self.best = self.best.max(*score);
                *likeliest = if wording.0 > likeliest.0 { wording } else { *likeliest };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hearing::Candidate;

    /// Tokens: letters by their code, `ye` 200, `es` 201, the end 202. Whoever says `said` is heard as it, a letter at a
    /// time, each ten nats likelier than any other.
    struct Says {
        said: Vec<u8>,
        decoded: Vec<(WhisperTokenId, usize)>,
        logits: Vec<f32>,
    }

    impl Decoder for Says {
        fn logits(&mut self, token: WhisperTokenId, past: usize) -> Result<&[f32], SpeechError> {
            self.decoded.push((token, past));
            self.logits = vec![0.0; 203];
            let next = self.said.get(past).map_or(202, |letter| usize::from(*letter));
            self.logits[next] = 10.0;
            Ok(&self.logits)
        }
    }

    fn scored(said: &str, choices: &[&str]) -> (Scores, Vec<(WhisperTokenId, usize)>) {
        let letters = (0..128_u8).map(|letter| (Box::from([letter]), WhisperTokenId::from(letter)));
        let pairs = [(Box::from(&b"ye"[..]), 200), (Box::from(&b"es"[..]), 201)];
        let vocabulary = Vocabulary::of_tokens(letters.chain(pairs), 202);
        let choices: Vec<Candidate> = choices
            .iter()
            .map(|choice| Candidate {
                id: (*choice).to_owned(),
                wordings: choice.split('|').map(str::to_owned).collect(),
            })
            .collect();
        let wordings = Wordings::of(&choices, None);
        let mut decoder = Says { said: said.bytes().collect(), decoded: Vec::new(), logits: Vec::new() };
        let scores = score(&mut decoder, &wordings, &vocabulary, choices.len(), (0, 0), 0.0)
            .unwrap_or_else(|fault| panic!("{fault}"));
        (scores, decoder.decoded)
    }

    #[test]
    fn what_was_said_scores_best_however_it_is_written() {
        for (said, choices, best) in [
            ("yes", &["yes", "no"][..], 0),
            ("no", &["yes", "no"], 1),
            ("Yes", &["no", "yes"], 1),
            (" no", &["yes", "no"], 1),
            ("yeah", &["yes|yeah", "no"], 0),
            ("yesterday", &["yes", "yesterday"], 1),
        ] {
            let (scores, _) = scored(said, choices);
            let most = scores.choices.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            assert!((scores.choices[best] - most).abs() < 1e-6, "{said}: {scores:?}");
            assert!(most > -0.2, "{said}: {scores:?}");
            assert_eq!(scores.tokens[best], said.len() + 1, "a letter each, and the end: {said}");
        }
    }

    #[test]
    fn what_begins_alike_is_decoded_once_and_the_hopeless_not_at_all() {
        let (scores, decoded) = scored("taipei", &["taipei", "taichung", "tainan", "kaohsiung"]);
        let first = decoded.iter().filter(|(token, past)| *token == i32::from(b't') && *past == 1).count();
        assert_eq!(first, 1, "{decoded:?}");
        assert!(!decoded.iter().any(|(token, _)| *token == i32::from(b'k')), "{decoded:?}");
        assert_eq!(scores.choices[3], f32::NEG_INFINITY);
        assert_eq!(scores.decoded, decoded.len());
    }

    #[test]
    fn a_long_list_is_bounded() {
        let names: Vec<String> = (0..60).map(|at| format!("choice number {at} of very many")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let (scores, _) = scored("", &names);
        assert!(scores.decoded <= MOST_DECODED, "{}", scores.decoded);
    }
}
