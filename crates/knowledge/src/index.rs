//! The full-text index over passages: finds the few worth a closer look among many.
//!
//! One tantivy field for each role and side. It knows terms and numbers of passages; what a
//! passage belongs to is the corpus's affair.

use std::path::Path;

use tantivy::{
    Index, IndexReader, ReloadPolicy, TantivyDocument, TantivyError, Term,
    collector::TopDocs,
    directory::RamDirectory,
    error::DataCorruption,
    query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery},
    schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions},
    tokenizer::{PreTokenizedString, Token},
};

use crate::{
    analysis::{Side, Terms},
    corpus::Role,
};

/// Memory for writing; large enough that a pack of any usual size is one segment.
const WRITER_BYTES: usize = 256 << 20;

/// Passages, searchable.
pub struct PassageIndex {
    reader: IndexReader,
    fields: [[Field; 4]; 2],
}

/// A term of a question in one field, with how much it says.
#[derive(Debug, Clone)]
pub struct WeighedTerm {
    /// Where it stands in the question's terms of its side.
    pub side: Side,
    /// The term.
    pub text: String,
    /// Robertson's inverse document frequency over the passages of the role, over 0.
    pub idf: f32,
    /// In how many passages of the role it occurs.
    pub frequency: u64,
}

impl PassageIndex {
    /// Writes an index of `passages`, numbered in their order, to `folder`, or to memory.
    pub fn write<'t>(
        folder: Option<&Path>,
        passages: impl Iterator<Item = (Role, &'t Terms)>,
    ) -> tantivy::Result<Self> {
        let (schema, fields, passage) = schema();
        let index = match folder {
            Some(folder) => Index::create_in_dir(folder, schema)?,
            None => Index::create(RamDirectory::create(), schema, tantivy::IndexSettings::default())?,
        };
        let mut writer = index.writer_with_num_threads::<TantivyDocument>(1, WRITER_BYTES)?;
        for (number, (role, terms)) in (0u64..).zip(passages) {
            let mut document = TantivyDocument::default();
            document.add_u64(passage, number);
            for side in Side::ALL {
                document.add_pre_tokenized_text(fields[role as usize][side as usize], tokens(terms.of(side)));
            }
            writer.add_document(document)?;
        }
        writer.commit()?;
        let segments = index.searchable_segment_ids()?;
        if segments.len() > 1 {
            writer.merge(&segments).wait()?;
        }
        writer.wait_merging_threads()?;
        Ok(Self { reader: reader(&index)?, fields })
    }

    /// Opens an index that was written to `folder`, if all its files are what was written.
    pub fn open(folder: &Path) -> tantivy::Result<Self> {
        let (_, fields, _) = schema();
        let index = Index::open_in_dir(folder)?;
        if let Some(spoilt) = index.validate_checksum()?.into_iter().next() {
            return Err(TantivyError::DataCorruption(DataCorruption::new(spoilt, "not what was written".to_owned())));
        }
        Ok(Self { reader: reader(&index)?, fields })
    }

    /// The question's terms that occur in passages of `role`, each once.
    pub fn weigh(&self, role: Role, terms: &Terms, side: Side, passages: u64) -> tantivy::Result<Vec<WeighedTerm>> {
        let searcher = self.reader.searcher();
        let field = self.fields[role as usize][side as usize];
        let mut distinct: Vec<&str> = terms.of(side).collect();
        distinct.sort_unstable();
        distinct.dedup();
        let mut weighed = Vec::with_capacity(distinct.len());
        for text in distinct {
            let frequency = searcher.doc_freq(&Term::from_field_text(field, text))?;
            weighed.push(WeighedTerm { side, text: text.to_owned(), idf: idf(passages, frequency), frequency });
        }
        Ok(weighed)
    }

    /// Numbers of the passages of `role` that score best by BM25 over `terms`, best first.
    pub fn search(&self, role: Role, terms: &[&WeighedTerm], most: usize) -> tantivy::Result<Vec<u32>> {
        let clauses: Vec<(Occur, Box<dyn Query>)> = terms
            .iter()
            .map(|term| {
                let field = self.fields[role as usize][term.side as usize];
                let query = TermQuery::new(Term::from_field_text(field, &term.text), IndexRecordOption::WithFreqs);
                let boosted: Box<dyn Query> = Box::new(BoostQuery::new(Box::new(query), boost(term.side)));
                (Occur::Should, boosted)
            })
            .collect();
        if clauses.is_empty() {
            return Ok(Vec::new());
        }
        let searcher = self.reader.searcher();
        let found = searcher.search(&BooleanQuery::new(clauses), &TopDocs::with_limit(most).order_by_score())?;
        let mut numbers = Vec::with_capacity(found.len());
        for (_, address) in found {
            let column = searcher.segment_reader(address.segment_ord).fast_fields().u64("passage")?;
            numbers.extend(column.first(address.doc_id).map(|number| number as u32));
        }
        Ok(numbers)
    }
}

fn boost(side: Side) -> f32 {
    match side {
        Side::Words => 1.5,
        Side::Form => 1.0,
        Side::Sound => 0.5,
        Side::Meaning => 0.7,
    }
}

/// Robertson's inverse document frequency, never below 0.
pub fn idf(passages: u64, frequency: u64) -> f32 {
    let (n, df) = (passages as f32, frequency as f32);
    (1.0 + (n - df + 0.5).max(0.0) / (df + 0.5)).ln()
}

fn schema() -> (Schema, [[Field; 4]; 2], Field) {
    let mut builder = Schema::builder();
    let indexing = TextFieldIndexing::default().set_tokenizer("raw").set_index_option(IndexRecordOption::WithFreqs);
    let options = TextOptions::default().set_indexing_options(indexing);
    let fields = ["asked", "told"].map(|role| {
        ["words", "form", "sound", "meaning"]
            .map(|side| builder.add_text_field(&format!("{role}_{side}"), options.clone()))
    });
    let passage = builder.add_u64_field("passage", FAST);
    (builder.build(), fields, passage)
}

fn tokens<'t>(terms: impl Iterator<Item = &'t str>) -> PreTokenizedString {
    let tokens = terms
        .enumerate()
        .map(|(position, text)| Token {
            offset_from: 0,
            offset_to: 0,
            position,
            text: text.to_owned(),
            position_length: 1,
        })
        .collect();
    PreTokenizedString { text: String::new(), tokens }
}

/// An index never changes once it is written: nothing is watched.
fn reader(index: &Index) -> tantivy::Result<IndexReader> {
    index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()
}
