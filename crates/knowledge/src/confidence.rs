//! How sure the best candidate is: a probability, calibrated on questions whose answer is known.

use serde::{Deserialize, Serialize};

use crate::{
    evidence::{Acquaintance, kind},
    ranking::Ranked,
};

/// Number of signs that confidence is read from.
const SIGNS: usize = 11;

/// Places in [`Signs`] that are looked at by themselves.
const MARGIN: usize = 1;
const FORM: usize = 4;
/// Likeness of form from which two texts are the same words.
const SAME_WORDS: f32 = 0.99;
/// And by how much the best must then be ahead of the second.
const SAME_WORDS_MARGIN: f32 = 0.3;

/// A sign that varies less among the trials is weighed as if it varied by this share of what is usual.
const LEAST_VARIED: f32 = 0.5;
/// What a sign weighs until trials say otherwise, per standard deviation.
const EVEN: f32 = 0.25;
/// So many trials say as much about the weights as that they are even.
const EVEN_TRIALS: f32 = 100.0;

/// Asking back is allowed from this share of the confidence that an answer needs.
const CLARIFY_SHARE: f64 = 0.8;

/// Signs of how sure the best candidate is.
pub type Signs = [f32; SIGNS];

/// The signs of one question, and whether the best candidate was right.
pub type Tried = (Signs, bool);

/// Turns signs into a probability, and says how much is enough.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Calibration {
    means: Signs,
    scales: Signs,
    weights: Signs,
    bias: f32,
    /// From here on the best candidate is quoted.
    pub answer: f64,
    /// From here on (for the best few together) the visitor is asked which is meant.
    pub clarify: f64,
}

impl Default for Calibration {
    /// For packs with too few phrasings to calibrate on.
    fn default() -> Self {
        Self {
            means: [0.6, 2.0, 0.5, 0.5, 0.5, 0.35, 0.7, 0.8, 0.0, 0.0, 0.2],
            scales: [0.3, 2.0, 0.2, 0.2, 0.2, 0.2, 0.2, 0.1, 1.0, 1.0, 0.2],
            weights: [0.6, 0.4, 0.4, 0.6, 0.4, 0.3, 0.5, 0.2, 0.0, 0.0, 0.3],
            bias: 0.6,
            answer: 0.5,
            clarify: 0.4,
        }
    }
}

/// Reads the signs off the ranked candidates.
pub fn signs(ranked: &Ranked, acquaintance: &Acquaintance) -> Signs {
    let Some((best, score, probability)) = ranked.first() else {
        return [0.0; SIGNS];
    };
    let margin = ranked.get(1).map_or(5.0, |(_, second, _)| (score - second).min(5.0));
    let evidence = &best.evidence;
    [
        *probability,
        margin,
        *score / 10.0,
        evidence[kind::BLEND],
        evidence[kind::ASKED + 1],
        evidence[kind::ASKED_COVERAGE].max(evidence[kind::TOLD_COVERAGE]),
        acquaintance.known_words,
        acquaintance.known_form,
        acquaintance.linear,
        acquaintance.shallow,
        evidence[kind::TOLD].max(evidence[kind::TOLD + 1]),
    ]
}

impl Calibration {
    /// That the best candidate is right, 0..=1. Who asks in the pack's own words is understood
    /// whatever the trials say, unless two entries have the same words.
    pub fn confidence(&self, signs: &Signs) -> f64 {
        if signs[FORM] >= SAME_WORDS && signs[MARGIN] >= SAME_WORDS_MARGIN {
            return f64::from(SAME_WORDS);
        }
        let mut sum = self.bias;
        for (place, sign) in signs.iter().enumerate() {
            sum += self.weights[place] * (sign - self.means[place]) / self.scales[place];
        }
        1.0 / (1.0 + f64::from(-sum).exp())
    }

    /// Learns from trials, and from golden questions among them, of which it is known whether the best candidate
    /// was right (`false` also where the question has no answer at all), and sets the thresholds by the `golden` ones.
    pub fn learn(outcomes: &[Tried], golden: &[Tried]) -> Self {
        let mut calibration = Self::fitted(outcomes, 0.0);
        calibration.decide_by(golden);
        calibration
    }

    /// Learns from trials alone, and sets the thresholds by them. They are few, of one hand, and more alike than
    /// questions are: so the weights are drawn towards even ones, the more the fewer trials there are.
    pub fn learn_from_trials(trials: &[Tried]) -> Self {
        let mut calibration = Self::fitted(trials, EVEN_TRIALS);
        calibration.decide_by(trials);
        calibration
    }

    /// Sets the thresholds by `deciding` questions, and leaves alone what makes sure.
    pub fn decide_by(&mut self, deciding: &[Tried]) {
        self.answer = self.best_cut(deciding);
        self.clarify = self.answer * CLARIFY_SHARE;
    }

    /// Logistic regression over the outcomes, and `even` more that say that all signs weigh the same.
    fn fitted(outcomes: &[Tried], even: f32) -> Self {
        let mut calibration = Self { weights: [0.0; SIGNS], bias: 0.0, ..Self::default() };
        calibration.standardise(outcomes);
        let count = outcomes.len().max(1) as f32;
        let mut history = [1e-3f32; SIGNS + 1];
        for _ in 0..400 {
            let mut slope = [0f32; SIGNS + 1];
            for (signs, right) in outcomes {
                let error = calibration.confidence(signs) as f32 - f32::from(*right);
                for place in 0..SIGNS {
                    slope[place] += error * (signs[place] - calibration.means[place]) / calibration.scales[place];
                }
                slope[SIGNS] += error;
            }
            for place in 0..=SIGNS {
                let weight = if place < SIGNS { &mut calibration.weights[place] } else { &mut calibration.bias };
                let drawn = if place < SIGNS { even / count * (*weight - EVEN) } else { 0.0 };
                let slope = slope[place] / count + 1e-3 * *weight + drawn;
                history[place] += slope * slope;
                *weight -= 0.3 * slope / history[place].sqrt();
                if place < SIGNS {
                    // Every sign speaks for the answer: more likeness never makes it less sure.
                    *weight = weight.max(0.0);
                }
            }
        }
        calibration
    }

    /// The cut that keeps the largest share of the right ones above and of the others below.
    fn best_cut(&self, outcomes: &[Tried]) -> f64 {
        let (right, wrong): (Vec<&Tried>, Vec<&Tried>) = outcomes.iter().partition(|(_, right)| *right);
        let share = |of: &[&Tried], cut: f64| {
            of.iter().filter(|(signs, _)| self.confidence(signs) >= cut).count() as f64 / of.len().max(1) as f64
        };
        let mut best = (f64::MIN, self.answer);
        for step in 1..100 {
            let cut = f64::from(step) / 100.0;
            let gain = share(&right, cut) - share(&wrong, cut);
            if gain > best.0 {
                best = (gain, cut);
            }
        }
        best.1
    }

    /// Measures signs by how they vary among the outcomes. One that happens to be nearly the same in all of them
    /// would otherwise outweigh all others as soon as a question differs in it.
    fn standardise(&mut self, outcomes: &[Tried]) {
        let count = outcomes.len().max(1) as f32;
        let usual = self.scales;
        for place in 0..SIGNS {
            let mean = outcomes.iter().map(|(signs, _)| signs[place]).sum::<f32>() / count;
            let variance = outcomes.iter().map(|(signs, _)| (signs[place] - mean).powi(2)).sum::<f32>() / count;
            self.means[place] = mean;
            self.scales[place] = variance.sqrt().max(LEAST_VARIED * usual[place]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCORE: usize = 2;
    const TOLD: usize = 10;

    /// Signs as usual, but for some.
    fn signs_with(others: &[(usize, f32)]) -> Signs {
        let mut signs = Calibration::default().means;
        for (place, sign) in others {
            signs[*place] = *sign;
        }
        signs
    }

    /// So many trials, three of four of them right by their score; what answers tell is nearly the same in all of
    /// them, and how like the form is has nothing to do with it.
    fn trials(count: u32) -> Vec<Tried> {
        let trial = |number: u32| {
            let right = !number.is_multiple_of(4);
            let told = if right { 0.001 } else { 0.0 };
            let form = if (number / 4).is_multiple_of(2) { 0.4 } else { 0.8 };
            (signs_with(&[(SCORE, if right { 0.8 } else { 0.4 }), (TOLD, told), (FORM, form)]), right)
        };
        (0..count).map(trial).collect()
    }

    #[test]
    fn what_hardly_varied_among_the_trials_does_not_outweigh_all_else() {
        let calibration = Calibration::learn_from_trials(&trials(40));
        let poor = [(SCORE, 0.3), (FORM, 0.3)];
        let told = [poor.as_slice(), &[(TOLD, 0.3)]].concat();
        assert!(calibration.confidence(&signs_with(&poor)) < calibration.answer);
        assert!(calibration.confidence(&signs_with(&told)) < calibration.answer);
        assert!(calibration.confidence(&signs_with(&[(SCORE, 0.8)])) > calibration.answer);
    }

    #[test]
    fn the_fewer_the_trials_the_less_they_silence_a_sign() {
        let gain = |count: u32| {
            let calibration = Calibration::learn_from_trials(&trials(count));
            let sure_by = |form: f32| calibration.confidence(&signs_with(&[(SCORE, 0.6), (FORM, form)]));
            sure_by(0.9) - sure_by(0.3)
        };
        let (few, many) = (gain(16), gain(4_000));
        assert!(few > 0.07 && many < few / 2.0, "{few} {many}");
    }
}
