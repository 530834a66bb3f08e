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

/// In nats a token: what was heard freely may be a guess, while one of a few choices still fits; below this nothing does.
pub(super) const LEAST_SPOKEN: f32 = -2.5;

/// Log-likelihoods, each summed over a choice's wordings.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// In the order of the choices; minus infinity: not followed to its end.
    pub choices: Vec<f32>,
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
    let mut ranked: Vec<(f32, &Candidate)> = scores.choices.iter().copied().zip(choices).collect();
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0));
    let best = ranked.first().map_or(f32::NEG_INFINITY, |(best, _)| *best);
    let second_best = ranked.get(1).map_or(f32::NEG_INFINITY, |(second, _)| *second);
    // Infinite when nothing was followed to its end.
    let gap = (free.likelihood - best) / free.tokens.max(1) as f32;
    let margin = if best.is_finite() { (best - second_best).min(30.0) } else { 0.0 };
    let mut weighed = Weighed { margin, gap, share: 0.0, decoded: scores.decoded };
    let (Some((_, first)), true) = (ranked.first(), gap <= NONE_GAP) else {
        return (Decision::NoneOfThese, weighed);
    };
    let others = scores.choices.iter().map(|score| (score - best).exp()).sum::<f32>();
    // What was heard freely counts where it is something else.
    let elsewhere = (free.likelihood - best).max(0.0).exp() - 1.0;
    weighed.share = (1.0 / (others + elsewhere).max(1.0)).clamp(0.0, 1.0);
    if margin >= ACCEPT_MARGIN && gap <= SURE_GAP {
        return (Decision::Accept { id: first.id.clone(), margin }, weighed);
    }
    let second = ranked.get(1).filter(|(score, _)| score.is_finite()).map(|(_, second)| second.id.clone());
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
        for (scores, free, told) in [
            ([-1.0, -6.0, never], -1.0, "accept a"),
            ([-6.0, never, -1.0], -1.0, "accept c"),
            ([-1.0, -2.0, never], -1.0, "ask a or b"),
            ([-4.0, -9.0, never], -0.5, "ask a or b"),
            ([-4.0, never, never], -0.5, "ask a"),
            ([-9.0, -20.0, never], -0.5, "none"),
            ([never, never, never], -0.5, "none"),
        ] {
            let scores = Scores { choices: scores.to_vec(), decoded: 0 };
            let (decision, weighed) = decide(&choices, &scores, Free { likelihood: free, tokens: 3 });
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
