//! What a question is before it is searched: cleared of politeness, cut into its parts, leaning on
//! the last answer, or asking for advice that is not given here.
//!
//! Works by the language's data alone and knows no pack.

use rustc_hash::FxHashSet;

use crate::{
    Advice,
    language::{FollowUp, LanguageData},
    parts::{Cutter, Parts},
    phrases::{contains, ends_word, letters, longest_first, plain, spell, spelt, without},
};

/// The cues of one language, spelt for comparing.
#[derive(Debug)]
pub struct Cues {
    fillers: Vec<String>,
    pronouns: Vec<String>,
    openers: Vec<String>,
    aspects: Aspects,
    /// The same without particles, for questions without them.
    plain_aspects: Aspects,
    amounts: Vec<String>,
    particles: Vec<String>,
    cutter: Cutter,
    light: Vec<String>,
    light_words: FxHashSet<String>,
    advice: Vec<(Advice, Vec<String>)>,
}

/// Questions that name no subject.
#[derive(Debug)]
struct Aspects {
    of_a_subject: Vec<String>,
    of_the_place: Vec<String>,
}

/// A question with more letters of its own than this stands by itself even if it has a pronoun.
const OWN_LETTERS: usize = 15;
/// Letters that may be left of a question when all that it asks is an aspect.
const LEFT_OVER: usize = 2;
/// What opens like a follow-up and has no more letters of its own than this points back.
const FEW_LETTERS: usize = 10;
/// A word of this many letters, where words are written without spaces, is hardly more than a name.
const BARE_LETTERS: usize = 8;
/// Of a question this many characters are listened to.
const LONGEST: usize = 1_000;

/// Whether a question can be understood by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leaning {
    /// It names its subject.
    Alone,
    /// It points to a subject, or opens as if there had been one.
    Pointing,
    /// It names nothing but an aspect: "how much is it?"
    Aspect,
}

/// As much of a question as is listened to.
pub fn heard(question: &str) -> &str {
    question.char_indices().nth(LONGEST).map_or(question, |(end, _)| &question[..end])
}

impl Cues {
    /// Made once for a language.
    pub fn new(data: &LanguageData) -> Self {
        let advice =
            data.advice.iter().filter_map(|(name, cues)| Some((Advice::named(name)?, spelt(&cues.phrases)))).collect();
        let particles = longest_first(spelt(&data.particles));
        let as_written = |phrases: &[String]| longest_first(spelt(phrases));
        let in_plain =
            |phrases: &[String]| longest_first(spelt(phrases).iter().map(|phrase| plain(phrase, &particles)).collect());
        let follow_up = &data.follow_up;
        Self {
            fillers: longest_first(spelt(&data.fillers)),
            pronouns: spelt(&follow_up.pronouns),
            openers: as_written(&follow_up.openers),
            aspects: Aspects::new(follow_up, as_written),
            plain_aspects: Aspects::new(follow_up, in_plain),
            amounts: spelt(&data.amounts.asks),
            cutter: Cutter::new(&data.parts, &particles),
            light: longest_first(spelt(&data.light)),
            light_words: spelt(&data.light).into_iter().collect(),
            advice,
            particles,
        }
    }

    /// The question without greetings, politeness and hesitation, spelt for comparing; all of it
    /// when nothing else would be left.
    pub fn cleared(&self, question: &str) -> String {
        let whole = spell(question);
        let rest = without(&whole, &self.fillers);
        if letters(&rest) == 0 { whole } else { rest }
    }

    /// Whether the question can only be understood from the last answer.
    pub fn leaning(&self, question: &str) -> Leaning {
        let cleared = self.cleared(question);
        let plain = plain(&cleared, &self.particles);
        match self.leans(&cleared, &self.aspects) {
            Leaning::Aspect => Leaning::Aspect,
            leaning if plain == cleared => leaning,
            leaning => leaning.max(self.leans(&plain, &self.plain_aspects)),
        }
    }

    fn leans(&self, cleared: &str, aspects: &Aspects) -> Leaning {
        if letters(cleared) == 0 {
            return Leaning::Alone;
        }
        let opened: Vec<&str> = self.openers.iter().filter_map(|opener| after_word(opener, cleared)).collect();
        let is_aspect = |asked: &&&str| letters(&aspects.taken_out_of(asked)) <= LEFT_OVER;
        if let Some(aspect) = [cleared].iter().chain(&opened).find(is_aspect) {
            let of_the_place = aspects.of_the_place.iter().any(|known| contains(aspect, known));
            return if of_the_place { Leaning::Pointing } else { Leaning::Aspect };
        }
        let asked = opened.first().copied().unwrap_or(cleared);
        let points = || self.pronouns.iter().any(|pronoun| contains(asked, pronoun));
        let own = || letters(&self.own_words(asked));
        let pointing = (!opened.is_empty() && own() <= FEW_LETTERS) || (points() && own() <= OWN_LETTERS);
        if pointing { Leaning::Pointing } else { Leaning::Alone }
    }

    /// The questions that were asked at once, as they were put.
    pub fn parts<'q>(&self, question: &'q str) -> Parts<'q> {
        self.cutter.parts(question, |piece| self.leaning(piece) == Leaning::Aspect)
    }

    /// Whether the question is hardly more than the name of a subject: "passport".
    pub fn is_bare(&self, question: &str) -> bool {
        let cleared = self.cleared(question);
        let words: Vec<&str> = cleared.split(' ').filter(|word| !self.is_light(word)).collect();
        matches!(words.as_slice(), [word] if word.is_ascii() || letters(word) <= BARE_LETTERS)
    }

    /// Whether a question asks how much, how many or until when.
    pub fn asks_for_amount(&self, question: &str) -> bool {
        let question = spell(question);
        let plain = plain(&question, &self.particles);
        self.amounts.iter().any(|amount| contains(&question, amount) || contains(&plain, amount))
    }

    /// What a question says besides politeness, aspects and words that say little.
    pub fn own_words(&self, question: &str) -> String {
        without(&self.aspects.taken_out_of(&self.cleared(question)), &self.light)
    }

    /// Whether a word says little about the subject.
    pub fn is_light(&self, word: &str) -> bool {
        self.light_words.contains(&spell(word))
    }

    /// The advice that is asked for in so many words, if any.
    pub fn advice(&self, question: &str) -> Option<Advice> {
        let question = spell(question);
        let asks = |phrases: &[String]| phrases.iter().any(|phrase| contains(&question, phrase));
        self.advice.iter().find(|(_, phrases)| asks(phrases)).map(|(advice, _)| *advice)
    }
}

impl Aspects {
    fn new(data: &FollowUp, spell: impl Fn(&[String]) -> Vec<String>) -> Self {
        Self { of_a_subject: spell(&data.aspects), of_the_place: spell(&data.of_the_place) }
    }

    fn taken_out_of(&self, cleared: &str) -> String {
        without(&without(cleared, &self.of_the_place), &self.of_a_subject)
    }
}

/// What follows a word or phrase at the beginning of a text.
fn after_word<'t>(word: &str, text: &'t str) -> Option<&'t str> {
    text.strip_prefix(word).filter(|rest| ends_word(word, rest)).map(str::trim)
}

/// Whether a notice's keyword is spoken of in a question.
pub fn speaks_of(question: &str, keyword: &str) -> bool {
    contains(&spell(question), &spell(keyword))
}
