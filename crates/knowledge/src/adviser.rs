//! Which advice somebody wants who may not say so: learned from how people blurt out what happened and ask what to do.
//!
//! A language's `advice.txt` tells of each kind, and of ordinary questions in the same words; its ordinary speech is
//! neither; the cues of `analysis.toml` lend their words. Knows no pack: what a pack answers is weighed against it
//! elsewhere.

use kaunter_pack::model::Advice;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use crate::{
    analysis::{Analyzer, Terms},
    language::LanguageData,
    learn::{Examples, Linear, Vectoriser},
};

/// A term of fewer lessons teaches nothing about others.
const LEAST: u32 = 2;

/// At least this share of what people say stands in the lessons; of less, chance alone makes the most.
const FAMILIAR: f32 = 0.33;

/// What an utterance wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Want {
    /// No advice: an ordinary question, or talk.
    Neither,
    /// Somebody at once: an accident, a collapse.
    Emergency,
    /// A doctor's advice.
    Health,
    /// A lawyer's advice.
    Legal,
    /// A political opinion.
    Political,
}

impl Want {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 5] = [Self::Neither, Self::Emergency, Self::Health, Self::Legal, Self::Political];

    /// By the name of a section of `advice.txt`, or of the cues for an advice.
    pub fn named(name: &str) -> Option<Self> {
        let names = ["neither", "emergency", "health", "legal", "political"];
        names.iter().position(|known| *known == name).map(|number| Self::ALL[number])
    }

    /// Whether it is advice at all.
    pub fn is_advice(self) -> bool {
        self != Self::Neither
    }

    /// The advice that is refused to whoever wants this.
    pub fn advice(self) -> Option<Advice> {
        match self {
            Self::Neither => None,
            Self::Emergency | Self::Health => Some(Advice::Health),
            Self::Legal => Some(Advice::Legal),
            Self::Political => Some(Advice::Political),
        }
    }
}

/// An utterance of which it is known what it wants.
pub struct Lesson {
    /// As it was said.
    pub said: String,
    /// Taken apart.
    pub terms: Terms,
    /// What it wants.
    pub want: Want,
}

/// How likely an utterance wants each advice.
#[derive(Debug, Clone, Copy)]
pub struct Likely {
    /// The likeliest advice.
    pub advice: Advice,
    /// How likely it is, 0..=1.
    pub share: f32,
}

/// What people say in a language. What stands in `advice.txt` is no ordinary speech.
pub fn lessons(data: &LanguageData, analyzer: &Analyzer) -> Vec<Lesson> {
    let told = data.advised.iter().filter_map(|(name, said)| Some((Want::named(name)?, said)));
    let told: Vec<(Want, &String)> = told.flat_map(|(want, said)| said.iter().map(move |one| (want, one))).collect();
    let known: FxHashSet<&String> = told.iter().map(|(_, said)| *said).collect();
    let talk = data.speech.iter().filter(|said| !known.contains(said)).map(|said| (Want::Neither, said));
    told.iter().copied().chain(talk).map(|(want, said)| Lesson::of(want, said, analyzer)).collect()
}

/// Words and phrases that say what is wanted.
pub fn vocabulary(data: &LanguageData, analyzer: &Analyzer) -> Vec<Lesson> {
    let cues = data.advice.iter().filter_map(|(name, cues)| Some((Want::named(name)?, cues)));
    cues.flat_map(|(want, cues)| cues.all().map(move |cue| Lesson::of(want, cue, analyzer))).collect()
}

impl Lesson {
    fn of(want: Want, said: &str, analyzer: &Analyzer) -> Self {
        Self { said: said.to_owned(), terms: analyzer.terms(said), want }
    }
}

/// Tells by its words what an utterance wants.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Adviser {
    vectoriser: Vectoriser,
    linear: Linear,
}

impl Adviser {
    /// Learns all that a language teaches; nothing where that is only one thing.
    pub fn of(data: &LanguageData, analyzer: &Analyzer) -> Option<Self> {
        Self::learn(lessons(data, analyzer).iter().chain(&vocabulary(data, analyzer)))
    }

    /// Learns from lessons; nothing where they teach only one thing.
    pub fn learn<'l>(lessons: impl Iterator<Item = &'l Lesson> + Clone) -> Option<Self> {
        let first = lessons.clone().next()?.want;
        if lessons.clone().all(|lesson| lesson.want == first) {
            return None;
        }
        let vectoriser = Vectoriser::fit(lessons.clone().map(|lesson| &lesson.terms), LEAST);
        let examples = Examples {
            vectors: lessons.clone().map(|lesson| vectoriser.vector(&lesson.terms)).collect(),
            labels: lessons.map(|lesson| lesson.want as u32).collect(),
            units: Want::ALL.len(),
        };
        Some(Self { linear: Linear::learn(&examples, vectoriser.features()), vectoriser })
    }

    /// The likeliest advice.
    pub fn likely(&self, terms: &Terms) -> Likely {
        let heard = (self.vectoriser.familiarity(terms) / FAMILIAR).min(1.0).powi(2);
        let shares = self.linear.opinion(&self.vectoriser.vector(terms)).probabilities;
        let likely = |advice: Advice| {
            let meant = Want::ALL.iter().zip(&shares).filter(|(want, _)| want.advice() == Some(advice));
            Likely { advice, share: heard * meant.map(|(_, share)| share).sum::<f32>() }
        };
        let [health, legal, political] = [Advice::Health, Advice::Legal, Advice::Political].map(likely);
        [legal, political].into_iter().fold(health, |best, one| if one.share > best.share { one } else { best })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LANGUAGES: [&str; 4] = ["en", "ms", "ko", "zh-TW"];

    #[test]
    fn every_language_teaches_every_want_by_its_name() {
        for language in LANGUAGES {
            let data = LanguageData::of(language).unwrap();
            let mut taught: Vec<Want> = data.advised.keys().map(|name| Want::named(name).unwrap()).collect();
            taught.sort_unstable();
            assert_eq!(taught, Want::ALL, "{language}");
        }
    }

    #[test]
    fn ordinary_speech_that_stands_among_the_lessons_is_taught_once() {
        for language in LANGUAGES {
            let data = LanguageData::of(language).unwrap();
            let lessons = lessons(&data, &Analyzer::new(&data));
            let mut said = FxHashSet::default();
            let twice: Vec<&String> =
                lessons.iter().map(|lesson| &lesson.said).filter(|one| !said.insert(*one)).collect();
            assert!(twice.is_empty(), "{language} {twice:?}");
            assert!(data.speech.iter().all(|utterance| said.contains(utterance)), "{language}");
        }
    }

    #[test]
    fn what_is_no_speech_at_all_wants_nothing() {
        for language in LANGUAGES {
            let data = LanguageData::of(language).unwrap();
            let analyzer = Analyzer::new(&data);
            let adviser = Adviser::of(&data, &analyzer).unwrap();
            for noise in ["42 17 99", "gggggg hhhh", "ㅁㄴㅇㄹ ㅂㅈㄷㄱ", ""] {
                let likely = adviser.likely(&analyzer.terms(noise));
                assert!(likely.share < 0.45, "{language} {noise}: {likely:?}");
            }
        }
    }

    #[test]
    fn a_language_that_teaches_nothing_has_no_adviser() {
        let data = LanguageData { speech: vec!["where is the lift".to_owned()], ..LanguageData::default() };
        assert!(Adviser::of(&data, &Analyzer::new(&data)).is_none());
        assert!(Adviser::of(&LanguageData::default(), &Analyzer::new(&data)).is_none());
    }
}
