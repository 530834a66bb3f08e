//! What it is measured against: SQLite's full-text index over every text of the pack.

use std::error::Error;

use kaunter_pack::model::LanguageContent;
use rusqlite::{Connection, params};

/// An FTS5 table with one row per text.
pub struct Fts5 {
    connection: Connection,
    trigram: bool,
}

impl Fts5 {
    /// Indexes texts under ids; `tokenizer` is `unicode61` or `trigram`.
    pub fn new<'t>(tokenizer: &str, texts: impl Iterator<Item = (String, &'t str)>) -> Result<Self, Box<dyn Error>> {
        let mut connection = Connection::open_in_memory()?;
        connection.execute_batch(&format!(
            "CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, text, tokenize='{tokenizer}')"
        ))?;
        let transaction = connection.transaction()?;
        {
            let mut insert = transaction.prepare("INSERT INTO texts (id, text) VALUES (?1, ?2)")?;
            for (id, text) in texts {
                insert.execute(params![id, text])?;
            }
        }
        transaction.commit()?;
        Ok(Self { connection, trigram: tokenizer == "trigram" })
    }

    /// Distinct ids of the best texts, best first.
    pub fn ask(&self, question: &str, most: usize) -> Result<Vec<String>, Box<dyn Error>> {
        let terms = if self.trigram { trigrams(question) } else { words(question) };
        if terms.is_empty() {
            return Ok(Vec::new());
        }
        let expression =
            terms.iter().map(|term| format!("\"{}\"", term.replace('"', "\"\""))).collect::<Vec<_>>().join(" OR ");
        let mut select =
            self.connection.prepare_cached("SELECT id FROM texts WHERE texts MATCH ?1 ORDER BY rank LIMIT ?2")?;
        let mut ids: Vec<String> = Vec::new();
        for id in select.query_map(params![expression, (most * 4) as i64], |row| row.get::<_, String>(0))? {
            let id = id?;
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids.truncate(most);
        Ok(ids)
    }
}

/// Every text of a language with the id that it answers for.
pub fn texts(content: &LanguageContent) -> Vec<(String, &str)> {
    let mut texts = Vec::new();
    for entry in &content.entries {
        for text in std::iter::once(&entry.question).chain(&entry.also_asked).chain(std::iter::once(&entry.answer)) {
            texts.push((entry.id.clone(), text.as_str()));
        }
    }
    for document in &content.documents {
        for section in &document.sections {
            let id = format!("{}#{}", document.file, section.heading);
            texts.push((id.clone(), section.heading.as_str()));
            texts.push((id, document.text.get(section.body.clone()).unwrap_or_default()));
        }
    }
    texts
}

fn words(question: &str) -> Vec<String> {
    let mut words: Vec<String> =
        question.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.sort();
    words.dedup();
    words
}

fn trigrams(question: &str) -> Vec<String> {
    let characters: Vec<char> = question.to_lowercase().chars().collect();
    let mut grams: Vec<String> = characters.windows(3).map(|window| window.iter().collect()).collect();
    grams.sort();
    grams.dedup();
    grams
}
