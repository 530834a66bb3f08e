//! `aloud.toml` of a language: how what is written is said.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;
use toml::Spanned;

use super::{
    rule::{Part, Pattern},
    line::Spot,
    template::Template,
};

/// A word of a table: as it is said, or how one and how several are said.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Word {
    /// Always the same.
    Same(String),
    /// For one, and for several.
    Counted([String; 2]),
}

/// Words of tables, the longest first.
pub type Tables = BTreeMap<String, Vec<(Vec<char>, Word)>>;

/// How things are counted: 兩, 두 명.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Counting {
    /// Numbers said otherwise as a whole.
    pub exact: BTreeMap<String, String>,
    /// Words for 0 to 9 behind tens.
    pub ones: Vec<String>,
    /// Words for 0, 10 … 90.
    pub tens: Vec<String>,
}

/// How places in an order are said.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Ordinals {
    /// Numbers said otherwise as a whole.
    pub exact: BTreeMap<String, String>,
    /// Before the number.
    pub prefix: String,
    /// Behind the number, where none of the endings fits.
    pub suffix: String,
    /// Endings of numbers, and what stands in their place.
    pub endings: BTreeMap<String, String>,
}

/// Short numbers that are called digit by digit.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Hotlines {
    /// Wherever they stand alone.
    pub always: Vec<String>,
    /// Where one of the cues is near.
    pub cued: Vec<String>,
    /// Words that tell of a call.
    pub cues: Vec<String>,
    /// Words after which a number is none.
    pub not_after: Vec<String>,
}

/// The file as it is written.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct AloudData {
    longest: usize,
    tight: bool,
    bare_years: bool,
    range: String,
    pause: String,
    pauses: String,
    midnight: String,
    may_end: Vec<String>,
    no_end: Vec<String>,
    swaps: BTreeMap<String, String>,
    first_swaps: BTreeMap<String, String>,
    counting: Counting,
    counters: BTreeMap<String, u64>,
    ordinals: Ordinals,
    hotlines: Hotlines,
    spelled_after: Vec<String>,
    signs: BTreeMap<String, String>,
    address: BTreeMap<String, String>,
    currencies: BTreeMap<String, (String, String)>,
    one_currencies: BTreeMap<String, (String, String)>,
    tables: BTreeMap<String, BTreeMap<String, Word>>,
    abbreviations: Vec<(Spanned<String>, String)>,
    rules: Vec<(Spanned<String>, String)>,
}

/// A way to write something and how it is said.
#[derive(Debug, Clone)]
struct Rule {
    pattern: Pattern,
    said: Template,
}

/// What a language needs to say what is written.
#[derive(Debug, Clone, Default)]
pub struct Aloud {
    /// Characters that are said in one go at most.
    pub longest: usize,
    /// Words are not parted by spaces.
    pub tight: bool,
    /// Four digits alone may be a year.
    pub bare_years: bool,
    /// Between the bounds of a range.
    pub range: String,
    /// For signs that part words.
    pub pause: String,
    /// Those signs.
    pub pauses: String,
    /// Twenty-four o'clock.
    pub midnight: String,
    /// Abbreviations that may end a sentence.
    pub may_end: Vec<Vec<char>>,
    /// Words with a point that does not end a sentence.
    pub no_end: Vec<Vec<char>>,
    /// Parts of numbers that are said otherwise anywhere, and at the beginning.
    pub swaps: [BTreeMap<String, String>; 2],
    /// How things are counted.
    pub counting: Counting,
    /// Words for what is counted, and up to which number they are counted so.
    pub counters: BTreeMap<String, u64>,
    /// How places in an order are said.
    pub ordinals: Ordinals,
    /// Short numbers that are called.
    pub hotlines: Hotlines,
    /// Words after which digits are said one by one.
    pub spelled_after: Vec<Vec<char>>,
    /// Signs that are said.
    pub signs: HashMap<char, String>,
    /// Signs within addresses.
    pub address: HashMap<char, String>,
    /// Names of currencies: many, hundredths of them, one, one hundredth.
    pub currencies: BTreeMap<String, [String; 4]>,
    tables: Tables,
    rules: Vec<Rule>,
    /// Rules by the character that they begin with; those that begin with a digit by `0`.
    begin: HashMap<char, Vec<usize>>,
}

impl AloudData {
    /// Ready for use; otherwise what is wrong, and in which line of `source`.
    pub fn open(mut self, source: &str) -> Result<Aloud, String> {
        let counters = self.counters.keys().map(|word| (word.clone(), Word::Same(word.clone()))).collect();
        self.tables.insert("counter".to_owned(), counters);
        let tables: Tables = self.tables.iter().map(|(name, words)| (name.clone(), longest_first(words))).collect();
        let mut rules = Vec::new();
        let mut begin: HashMap<char, Vec<usize>> = HashMap::new();
        for (written, said) in self.rules.iter().chain(&self.abbreviations) {
            let fault = |problem: &dyn std::fmt::Display| {
                let line = source.get(..written.span().start).unwrap_or_default().lines().count().max(1);
                format!("line {line}: {problem}")
            };
            for pattern in Pattern::all(written.get_ref(), &tables).map_err(|problem| fault(&problem))? {
                let said = Template::new(said, &pattern).map_err(|problem| fault(&problem))?;
                let mut first = pattern.begins(&tables);
                first.sort_unstable();
                first.dedup();
                if first.is_empty() {
                    first.push('0');
                }
                for sign in first {
                    begin.entry(if sign.is_ascii_digit() { '0' } else { sign }).or_default().push(rules.len());
                }
                rules.push(Rule { pattern, said });
            }
        }
        let characters = |words: &[String]| words.iter().map(|word| word.chars().collect()).collect();
        let (may_end, no_end, spelled_after) =
            (characters(&self.may_end), characters(&self.no_end), characters(&self.spelled_after));
        let currencies = currencies(&self);
        Ok(Aloud {
            longest: self.longest,
            tight: self.tight,
            bare_years: self.bare_years,
            range: self.range,
            pause: self.pause,
            pauses: self.pauses,
            midnight: self.midnight,
            may_end,
            no_end,
            swaps: [self.swaps, self.first_swaps],
            counting: self.counting,
            counters: self.counters,
            ordinals: self.ordinals,
            hotlines: self.hotlines,
            spelled_after,
            signs: single(&self.signs),
            address: single(&self.address),
            currencies,
            tables,
            rules,
            begin,
        })
    }
}

impl Aloud {
    /// What stands at `at`: where it ends, its parts, and how it is said.
    pub fn find(&self, line: &[Spot], at: usize) -> Option<(usize, Vec<Part<'_>>, &Template)> {
        let first = line.get(at)?.plain;
        let rules = self.begin.get(if first.is_ascii_digit() { &'0' } else { &first })?;
        rules.iter().filter_map(|place| self.rules.get(*place)).find_map(|rule| {
            let (end, parts) = rule.pattern.find(line, at, &self.tables)?;
            Some((end, parts, &rule.said))
        })
    }
}

fn longest_first(words: &BTreeMap<String, Word>) -> Vec<(Vec<char>, Word)> {
    let mut all: Vec<_> = words.iter().map(|(word, said)| (word.chars().collect(), said.clone())).collect();
    all.sort_by_key(|(word, _): &(Vec<char>, Word)| std::cmp::Reverse(word.len()));
    all
}

fn single(words: &BTreeMap<String, String>) -> HashMap<char, String> {
    words.iter().filter_map(|(sign, word)| Some((sign.chars().next()?, word.clone()))).collect()
}

fn currencies(data: &AloudData) -> BTreeMap<String, [String; 4]> {
    let named = data.currencies.iter().map(|(code, (many, hundredths))| {
        let (one, hundredth) = data.one_currencies.get(code).cloned().unwrap_or((many.clone(), hundredths.clone()));
        (code.clone(), [many.clone(), hundredths.clone(), one, hundredth])
    });
    named.collect()
}
