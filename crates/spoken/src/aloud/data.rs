//! `aloud.toml` of a language: how what is written is said.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;
use toml::Spanned;

use super::{
    digits,
    line::Spot,
    rule::{Part, Pattern},
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
    noon: Option<String>,
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
    /// Twelve o'clock, where it is said otherwise than the other hours.
    pub noon: Option<String>,
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
    index: Index,
}

/// Which rules may fit, by a glance at what stands there; in their order.
#[derive(Debug, Clone, Default)]
struct Index {
    /// By the character that they begin with.
    signs: HashMap<char, Vec<usize>>,
    /// Those that begin with a number, by what follows it.
    numbers: HashMap<char, Vec<usize>>,
    /// Those that begin with a number, whatever follows.
    any: Vec<usize>,
}

impl Index {
    fn add(&mut self, pattern: &Pattern, tables: &Tables, rule: usize) {
        let distinct = |mut signs: Vec<char>| {
            signs.sort_unstable();
            signs.dedup();
            signs
        };
        let begins = distinct(pattern.begins(tables));
        let follows = distinct(pattern.goes_on(tables));
        for sign in &begins {
            self.signs.entry(*sign).or_default().push(rule);
        }
        if begins.is_empty() && follows.is_empty() {
            self.any.push(rule);
        } else if begins.is_empty() {
            follows.iter().for_each(|sign| self.numbers.entry(*sign).or_default().push(rule));
        }
    }

    /// The rules for what stands at `at`.
    fn at(&self, line: &[Spot], at: usize) -> Vec<usize> {
        let of = |rules: &HashMap<char, Vec<usize>>, sign| rules.get(&sign).cloned().unwrap_or_default();
        let Some(first) = line.get(at).map(|spot| spot.plain) else { return Vec::new() };
        let mut found = of(&self.signs, first);
        if first.is_ascii_digit() {
            let follows = |end: usize| line[end..].iter().take(4).map(|spot| spot.plain).find(|c| *c != ' ');
            let run = digits::run(line, at);
            found.extend_from_slice(&self.any);
            found.extend(follows(run).map(|sign| of(&self.numbers, sign)).unwrap_or_default());
            if let Some(end) = digits::number(line, at).filter(|end| *end != run) {
                found.extend(follows(end).map(|sign| of(&self.numbers, sign)).unwrap_or_default());
            }
            found.sort_unstable();
            found.dedup();
        }
        found
    }
}

impl AloudData {
    /// Ready for use; otherwise what is wrong, and in which line of `source`.
    pub fn open(mut self, source: &str) -> Result<Aloud, String> {
        let counters = self.counters.keys().map(|word| (word.clone(), Word::Same(word.clone()))).collect();
        self.tables.insert("counter".to_owned(), counters);
        let tables: Tables = self.tables.iter().map(|(name, words)| (name.clone(), longest_first(words))).collect();
        let mut rules = Vec::new();
        let mut index = Index::default();
        for (written, said) in self.rules.iter().chain(&self.abbreviations) {
            let fault = |problem: &dyn std::fmt::Display| {
                let line = source.get(..written.span().start).unwrap_or_default().lines().count().max(1);
                format!("line {line}: {problem}")
            };
            for pattern in Pattern::all(written.get_ref(), &tables).map_err(|problem| fault(&problem))? {
                let said = Template::new(said, &pattern).map_err(|problem| fault(&problem))?;
                index.add(&pattern, &tables, rules.len());
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
            noon: self.noon,
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
            index,
        })
    }
}

impl Aloud {
    /// What stands at `at`: where it ends, its parts, and how it is said.
    pub fn find(&self, line: &[Spot], at: usize) -> Option<(usize, Vec<Part<'_>>, &Template)> {
        let rules = self.index.at(line, at);
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

#[cfg(test)]
mod tests {
    use super::{Aloud, AloudData};

    fn open(source: &str) -> Result<Aloud, String> {
        toml::from_str::<AloudData>(source).map_err(|problem| problem.to_string())?.open(source)
    }

    #[test]
    fn a_fault_names_its_line() {
        for (rule, line, problem) in [
            (r#"["{n} {unknown}", "{n}"]"#, "line 3", "unknown"),
            (r#"["{n} [km", "{n}"]"#, "line 3", "brackets"),
            (r#"["{n", "{n}"]"#, "line 3", "brackets"),
            (r#"["[a]", "b"]"#, "line 3", "left out"),
            (r#"["{n}", "{n:loudly}"]"#, "line 3", "loudly"),
            (r#"["{n}"]"#, "line 3", "2"),
        ] {
            let source = format!("longest = 10\nrules = [\n  {rule},\n]\n");
            let fault = open(&source).unwrap_err();
            assert!(fault.contains(line) && fault.contains(problem), "{rule}: {fault}");
        }
        assert!(open("louder = true").unwrap_err().contains("line 1"));
    }
}
