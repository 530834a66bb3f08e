//! Writes `data/phrases.tsv.zst` anew from the CSV that `chewing-cli dump --csv` makes of
//! libchewing's dictionaries: `cargo run -p kaunter-input --example regroup -- tsi.csv word.csv`.
//! What it changes is told in `data/README.md`.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, bail};

/// Reading → word → frequency. A reading's syllables are separated by single spaces.
type Readings = BTreeMap<String, BTreeMap<String, u32>>;

fn main() -> anyhow::Result<()> {
    let mut readings = Readings::new();
    for path in std::env::args().skip(1) {
        let csv = std::fs::read_to_string(&path).with_context(|| path.clone())?;
        read(&csv, &mut readings).with_context(|| path.clone())?;
    }
    add_lexical_tones(&mut readings);
    weigh_characters(&mut readings);
    let text = write(&readings);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/phrases.tsv.zst");
    std::fs::write(&file, zstd::encode_all(text.as_bytes(), 22)?)?;
    println!("{} readings, {} bytes of text", readings.len(), text.len());
    Ok(())
}

/// Of a later file only those words are taken that an earlier one has not in that reading.
fn read(csv: &str, readings: &mut Readings) -> anyhow::Result<()> {
    for line in csv.lines().filter(|line| !line.starts_with('#')) {
        let [word, frequency, reading] = line.split(',').collect::<Vec<_>>()[..] else {
            bail!("not three cells: {line}");
        };
        // Tone marks stand there for themselves; here they are never words.
        if !reading.chars().all(|symbol| "˙ˊˇˋ".contains(symbol)) {
            readings
                .entry(reading.replace('\u{3000}', " "))
                .or_default()
                .entry(word.to_owned())
                .or_insert(frequency.parse()?);
        }
    }
    Ok(())
}

/// 不 and 一 stand in the source with the tone that they have before the next syllable; many type
/// the tone that they have alone.
fn add_lexical_tones(readings: &mut Readings) {
    let mut more = Vec::new();
    for (reading, words) in readings.iter() {
        for (word, frequency) in words {
            let lexical: Vec<&str> = reading
                .split(' ')
                .zip(word.chars())
                .map(|(syllable, character)| match (character, syllable) {
                    ('不', "ㄅㄨˊ") => "ㄅㄨˋ",
                    ('一', "ㄧˊ" | "ㄧˋ") => "ㄧ",
                    _ => syllable,
                })
                .collect();
            more.push((lexical.join(" "), word.clone(), *frequency));
        }
    }
    for (reading, word, frequency) in more {
        let known = readings.entry(reading).or_default().entry(word);
        let most = known.or_default();
        *most = frequency.max(*most);
    }
}

/// Frequencies of single characters are uneven in the source. How often a character stands with
/// this sound in longer words says more; the geometric mean of both orders them well.
fn weigh_characters(readings: &mut Readings) {
    let mut in_words: BTreeMap<(String, String), u32> = BTreeMap::new();
    for (reading, words) in readings.iter().filter(|(reading, _)| reading.contains(' ')) {
        for (word, frequency) in words {
            for (character, syllable) in word.chars().zip(reading.split(' ')) {
                let key = (character.to_string(), syllable.to_owned());
                *in_words.entry(key).or_default() += frequency;
            }
        }
    }
    for (reading, words) in readings.iter_mut().filter(|(reading, _)| !reading.contains(' ')) {
        for (word, frequency) in words {
            let key = (word.clone(), reading.clone());
            let others = in_words.get(&key).copied().unwrap_or_default();
            let product = (f64::from(*frequency) + 1.0) * (f64::from(others) + 1.0);
            *frequency = product.sqrt().round() as u32 - 1;
        }
    }
}

/// Readings in the order of their texts, which is the order of the syllables' numbers.
fn write(readings: &Readings) -> String {
    let mut text = String::new();
    for (reading, words) in readings {
        let mut words: Vec<_> = words.iter().collect();
        words.sort_by_key(|(word, frequency)| (std::cmp::Reverse(**frequency), *word));
        text.push_str(reading);
        for (word, frequency) in words {
            text.push_str(&format!("\t{word} {frequency}"));
        }
        text.push('\n');
    }
    text
}
