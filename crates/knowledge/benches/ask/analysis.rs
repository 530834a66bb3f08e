//! What each side of the analysis is worth by itself: right at first place by the nearest text alone, without
//! anything learned, beside the whole.

use std::{collections::HashMap, error::Error, path::PathBuf};

use kaunter_knowledge::{
    Context, Knowledge,
    analysis::{Analyzer, Side, normalise},
    language::LanguageData,
};
use kaunter_pack::model::{Golden, Pack};

use crate::{fts5::texts, quality};

/// Terms with how often each occurs.
type Bag = HashMap<String, f32>;

/// A text's terms, with repetition.
type TakeApart<'w> = Box<dyn Fn(&str) -> Vec<String> + 'w>;

/// How a text can be taken apart.
struct Way<'w> {
    name: &'static str,
    terms: TakeApart<'w>,
}

/// Prints a row per pack and language, a column per way, and what all sides and the whole come to.
pub fn run(packs: &[PathBuf]) -> Result<(), Box<dyn Error>> {
    let packs = if packs.is_empty() { quality::own()? } else { packs.to_vec() };
    let mut headed = false;
    for folder in packs {
        let pack = Pack::read(&folder)?;
        for (language, content) in &pack.languages {
            let analyzer = Analyzer::new(&LanguageData::of(language)?);
            let ways = ways(&analyzer);
            if !headed {
                let names: Vec<&str> = ways.iter().map(|way| way.name).collect();
                println!("| pack | language | {} | all sides | with all that is learned |", names.join(" | "));
                println!("|---|---|{}", "---|".repeat(ways.len() + 2));
                headed = true;
            }
            let asked: Vec<&Golden> = content.golden.iter().filter(|golden| !golden.expected.is_empty()).collect();
            let texts = texts(content);
            let spaces: Vec<Space> = ways.iter().map(|way| Space::of(way, &texts)).collect();
            let share = |right: usize| format!("{:.3}", right as f64 / asked.len().max(1) as f64);
            let by = |spaces: &[&Space]| {
                let right = asked.iter().filter(|golden| golden.expected.contains(&nearest(spaces, &golden.question)));
                share(right.count())
            };
            let single: Vec<String> = spaces.iter().map(|space| by(&[space])).collect();
            let sides: Vec<&Space> = spaces.iter().skip(spaces.len() - Side::ALL.len()).collect();
            let whole = share(right_by_all(&pack, language, &asked)?);
            println!("| {} | {language} | {} | {} | {whole} |", pack.manifest.id, single.join(" | "), by(&sides));
        }
    }
    println!();
    Ok(())
}

fn ways<'w>(analyzer: &'w Analyzer) -> Vec<Way<'w>> {
    let grams = |length: usize| move |text: &str| grams(text, length);
    let side = |side: Side| move |text: &str| analyzer.terms(text).of(side).map(str::to_owned).collect();
    vec![
        Way { name: "words as written", terms: Box::new(as_written) },
        Way { name: "2 characters", terms: Box::new(grams(2)) },
        Way { name: "3 characters", terms: Box::new(grams(3)) },
        Way { name: "4 characters", terms: Box::new(grams(4)) },
        Way { name: "words, stemmed", terms: Box::new(side(Side::Words)) },
        Way { name: "form", terms: Box::new(side(Side::Form)) },
        Way { name: "sound", terms: Box::new(side(Side::Sound)) },
        Way { name: "meaning", terms: Box::new(side(Side::Meaning)) },
    ]
}

fn as_written(text: &str) -> Vec<String> {
    let folded = normalise(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Runs of characters across everything, spaces and marks left out.
fn grams(text: &str, length: usize) -> Vec<String> {
    let characters: Vec<char> = normalise(text).chars().filter(|c| c.is_alphanumeric()).collect();
    characters.windows(length).map(|window| window.iter().collect()).collect()
}

/// The texts of a pack, taken apart in one way.
struct Space<'s> {
    way: &'s Way<'s>,
    rarity: HashMap<String, f32>,
    /// What each text answers for, its weights and their length.
    texts: Vec<(&'s str, Bag, f32)>,
}

impl<'s> Space<'s> {
    fn of(way: &'s Way<'s>, texts: &'s [(String, &str)]) -> Self {
        let bags: Vec<(&str, Bag)> = texts.iter().map(|(id, text)| (id.as_str(), bag((way.terms)(text)))).collect();
        let mut frequency: HashMap<&str, f32> = HashMap::new();
        for term in bags.iter().flat_map(|(_, bag)| bag.keys()) {
            *frequency.entry(term).or_default() += 1.0;
        }
        let all = bags.len() as f32;
        let rarity: HashMap<String, f32> =
            frequency.iter().map(|(term, with)| ((*term).to_owned(), ((all + 1.0) / (with + 0.5)).ln())).collect();
        let mut space = Self { way, rarity, texts: Vec::new() };
        space.texts = bags.into_iter().map(|(id, bag)| space.weighed(id, bag)).collect();
        space
    }

    fn weighed(&self, id: &'s str, mut bag: Bag) -> (&'s str, Bag, f32) {
        let unknown = ((self.rarity.len() + 1) as f32).ln();
        for (term, weight) in &mut bag {
            *weight = (1.0 + weight.ln()) * self.rarity.get(term).copied().unwrap_or(unknown);
        }
        let length = bag.values().map(|weight| weight * weight).sum::<f32>().sqrt();
        (id, bag, length)
    }

    /// Cosine of every text with a question.
    fn cosines(&self, question: &str) -> Vec<f32> {
        let (_, asked, length) = self.weighed("", bag((self.way.terms)(question)));
        let cosine = |(_, text, of_text): &(&str, Bag, f32)| {
            let shared: f32 = asked.iter().filter_map(|(term, weight)| Some(weight * text.get(term)?)).sum();
            shared / (length * of_text).max(f32::EPSILON)
        };
        self.texts.iter().map(cosine).collect()
    }
}

fn bag(terms: Vec<String>) -> Bag {
    let mut bag = Bag::new();
    for term in terms {
        *bag.entry(term).or_default() += 1.0;
    }
    bag
}

/// What the text answers for that is nearest in the mean of all `spaces`.
fn nearest(spaces: &[&Space], question: &str) -> String {
    let mut sums: Vec<f32> = Vec::new();
    for space in spaces {
        let cosines = space.cosines(question);
        sums.resize(cosines.len(), 0.0);
        sums.iter_mut().zip(cosines).for_each(|(sum, cosine)| *sum += cosine);
    }
    let best = sums.iter().enumerate().max_by(|(at, one), (of, other)| one.total_cmp(other).then(of.cmp(at)));
    best.filter(|(_, sum)| **sum > 0.0).map_or_else(String::new, |(text, _)| spaces[0].texts[text].0.to_owned())
}

fn right_by_all(pack: &Pack, language: &str, asked: &[&Golden]) -> Result<usize, Box<dyn Error>> {
    let knowledge = Knowledge::open(pack, language, None)?;
    let today = jiff::Zoned::now().date();
    let mut right = 0;
    for golden in asked {
        let reply = knowledge.ask(&golden.question, &Context::default(), today)?;
        if reply.hits.first().is_some_and(|hit| golden.expected.contains(&hit.id)) {
            right += 1;
        }
    }
    Ok(right)
}
