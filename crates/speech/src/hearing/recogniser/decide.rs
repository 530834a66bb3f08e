//! From the likelihoods of the choices, and of what was heard freely, to accept, ask or none: a pure rule. It knows
//! nothing of sound or tokens.

use crate::hearing::{Candidate, Decision};

/// In nats: a choice that is e² ≈ 7 times likelier than the next is taken; under that the two are asked about. Asking once
/// too often costs a citizen two seconds, taking the wrong one costs a correction.
pub const ACCEPT_MARGIN: f32 = 2.0;
/// In nats a token: when what was heard freely is so much likelier than every choice (e^1.6 ≈ 5 times for each token),
/// none of them was said.
pub const NONE_GAP: f32 = 1.6;
/// In nats a token: a choice that lies less than this below the free hypothesis is taken without asking; a model spends
/// about as much on writing the same word another way.
pub const SURE_GAP: f32 = 0.8;

/// In nats: and it lies no further below it than this altogether, or [`SURE_GAP`] for each of its own tokens. A long
/// sentence that was heard badly is unlikely too, and a short choice is no better an account of it.
pub const SURE_IN_ALL: f32 = 3.0;
/// In nats: the same for [`NONE_GAP`].
pub const NONE_IN_ALL: f32 = 6.0;

/// In nats a token: what was heard freely may be a guess, while one of a few choices still fits; below this nothing does.
pub(super) const LEAST_SPOKEN: f32 = -2.5;

/// Log-likelihoods, each summed over a choice's wordings.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// In the order of the choices; minus infinity: not followed to its end.
    pub choices: Vec<f32>,
    /// Tokens of the likeliest wording of each, with the end.
    pub tokens: Vec<usize>,
    /// How many tokens it took.
    pub decoded: usize,
}

/// What was heard freely: its log-likelihood with its end, and its tokens with the end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Free {
    /// Log-likelihood, nats.
    pub likelihood: f32,
    /// Tokens, at least one.
    pub tokens: usize,
}

/// How the best choice stands to the next, and to what was heard freely.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weighed {
    /// By how much the best is likelier than the next, nats; 30 at most.
    pub margin: f32,
    /// By how much what was heard freely is likelier than the best, nats a token.
    pub gap: f32,
    /// Its share among all choices and what was heard freely, 0 to 1.
    pub share: f32,
    /// Tokens decoded for it.
    pub decoded: usize,
}

/// Which choice it is, and by what.
pub(super) fn decide(choices: &[Candidate], scores: &Scores, free: Free) -> (Decision, Weighed) {
    let tokens = scores.tokens.iter().copied().chain(std::iter::repeat(1));
    let mut ranked: Vec<(f32, &Candidate, usize)> = scores
        .choices
        .iter()
        .zip(choices)
        .zip(tokens)
        .map(|((score, choice), tokens)| (*score, choice, tokens))
        .collect();
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0));
    let (best, tokens) = ranked.first().map_or((f32::NEG_INFINITY, 1), |(best, _, tokens)| (*best, *tokens));
    let second_best = ranked.get(1).map_or(f32::NEG_INFINITY, |(second, ..)| *second);
    // Infinite when nothing was followed to its end.
    let below = free.likelihood - best;
    let gap = below / free.tokens.max(1) as f32;
    let lies_within = |a_token: f32, in_all: f32| gap <= a_token && below <= in_all.max(a_token * tokens as f32);
    let margin = if best.is_finite() { (best - second_best).min(30.0) } else { 0.0 };
    let mut weighed = Weighed { margin, gap, share: 0.0, decoded: scores.decoded };
    let (Some((_, first, _)), true) = (ranked.first(), lies_within(NONE_GAP, NONE_IN_ALL)) else {
        return (Decision::NoneOfThese, weighed);
    };
    let others = scores.choices.iter().map(|score| (score - best).exp()).sum::<f32>();
    // What was heard freely counts where it is something else.
    let elsewhere = below.max(0.0).exp() - 1.0;
    weighed.share = (1.0 / (others + elsewhere).max(1.0)).clamp(0.0, 1.0);
    if margin >= ACCEPT_MARGIN && lies_within(SURE_GAP, SURE_IN_ALL) {
        return (Decision::Accept { id: first.id.clone(), margin }, weighed);
    }
    let second = ranked.get(1).filter(|(score, ..)| score.is_finite()).map(|(_, second, _)| second.id.clone());
    (Decision::Ask { first: first.id.clone(), second }, weighed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_margin_decides_between_taking_asking_and_none() {
        let choices: Vec<Candidate> =
            ["a", "b", "c"].iter().map(|id| Candidate { id: (*id).to_owned(), wordings: Vec::new() }).collect();
        let never = f32::NEG_INFINITY;
        for (scores, (free, tokens), told) in [
            ([-1.0, -6.0, never], (-1.0, 3), "accept a"),
            ([-6.0, never, -1.0], (-1.0, 3), "accept c"),
            ([-1.0, -2.0, never], (-1.0, 3), "ask a or b"),
            ([-4.0, -9.0, never], (-0.5, 3), "ask a or b"),
            ([-4.0, never, never], (-0.5, 3), "ask a"),
            ([-9.0, -20.0, never], (-0.5, 3), "none"),
            ([never, never, never], (-0.5, 3), "none"),
            // A sentence of twelve tokens, none of them likely.
            ([-10.5, never, never], (-8.0, 12), "accept a"),
            ([-12.0, never, never], (-8.0, 12), "ask a"),
            ([-15.0, never, never], (-8.0, 12), "none"),
            // As many were said of the third choice, in other letters.
            ([never, never, -15.0], (-8.0, 12), "accept c"),
        ] {
            let scores = Scores { choices: scores.to_vec(), tokens: vec![2, 2, 10], decoded: 0 };
            let (decision, weighed) = decide(&choices, &scores, Free { likelihood: free, tokens });
            let decided = match decision {
                Decision::Accept { id, .. } => format!("accept {id}"),
                Decision::Ask { first, second: Some(second) } => format!("ask {first} or {second}"),
                Decision::Ask { first, second: None } => format!("ask {first}"),
                Decision::NoneOfThese => "none".to_owned(),
            };
            assert_eq!(decided, told, "{scores:?}");
            assert!((0.0..=1.0).contains(&weighed.share), "{weighed:?}");
        }
    }
}
