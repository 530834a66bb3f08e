//! Packs of any size, made of the sample pack's English words: for times, never for quality.

use std::{error::Error, path::Path};

use kaunter_pack::model::{Entry, LanguageContent, Pack};

/// A reproducible source of chance (SplitMix64).
pub struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        ((mixed ^ (mixed >> 27)) >> 8) as usize % bound
    }

    /// Small numbers are likelier, as common words are.
    fn skewed(&mut self, bound: usize) -> usize {
        let third = self.below(bound).min(self.below(bound));
        self.below(third + 1)
    }
}

/// A pack of `entries` entries with `phrasings` phrasings each, and questions that are like them.
pub fn pack(entries: usize, phrasings: usize, questions: usize) -> Result<(Pack, Vec<String>), Box<dyn Error>> {
    let mut pack = Pack::read(Path::new("../../content"))?;
    let vocabulary = vocabulary(&pack.languages["en"], entries);
    let mut chance = Chance(7);
    let mut asked = Vec::new();
    let mut made = Vec::new();
    for number in 0..entries {
        let subject: Vec<usize> = (0..6).map(|_| chance.skewed(vocabulary.len())).collect();
        let mut sentences: Vec<String> = (0..phrasings).map(|_| sentence(&vocabulary, &subject, &mut chance)).collect();
        if asked.len() < questions && number % (entries / questions).max(1) == 0 {
            asked.push(sentence(&vocabulary, &subject, &mut chance));
        }
        made.push(Entry {
            id: format!("entry-{number}"),
            question: sentences.pop().unwrap_or_default(),
            also_asked: sentences,
            answer: String::from("-"),
            ..Entry::default()
        });
    }
    pack.languages.retain(|language, _| language == "en");
    pack.languages.insert(String::from("en"), LanguageContent { entries: made, ..LanguageContent::default() });
    pack.digest = [u8::try_from(entries.ilog2())?; 32];
    Ok((pack, asked))
}

fn sentence(vocabulary: &[String], subject: &[usize], chance: &mut Chance) -> String {
    let words: Vec<&str> = (0..9)
        .map(|_| {
            let about = chance.below(3) > 0;
            let word = if about { subject[chance.below(subject.len())] } else { chance.skewed(vocabulary.len()) };
            vocabulary[word].as_str()
        })
        .collect();
    words.join(" ")
}

/// The sample pack's words, commonest first, and then made-up compounds: large collections have
/// larger vocabularies (about the square root of their size).
fn vocabulary(content: &LanguageContent, entries: usize) -> Vec<String> {
    let mut counts = std::collections::BTreeMap::<String, usize>::new();
    for document in &content.documents {
        for word in document.text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 2) {
            *counts.entry(word.to_lowercase()).or_default() += 1;
        }
    }
    let mut words: Vec<(usize, String)> = counts.into_iter().map(|(word, count)| (count, word)).collect();
    words.sort_by(|a, b| b.cmp(a));
    let mut words: Vec<String> = words.into_iter().map(|(_, word)| word).collect();
    let own = words.len();
    let mut chance = Chance(11);
    while words.len() < own + 60 * entries.isqrt() {
        words.push(format!("{}{}", words[chance.below(own)], words[chance.below(own)]));
    }
    words
}
