//! Cuts a quotation out of an entry or a section: exact bytes, with the sentence that answers marked.

use std::ops::Range;

use kaunter_pack::model::{Document, LanguageContent, Section};
use rustc_hash::FxHashSet;
use unicode_segmentation::UnicodeSegmentation;

use crate::{
    Citation, Quotation, Why,
    analysis::{Analyzer, Side, Terms},
    corpus::Place,
};

/// A section up to this many bytes is quoted whole.
const WHOLE_SECTION: usize = 700;

/// What the marked sentence is chosen by.
pub struct Aim<'a> {
    /// The language's analysis.
    pub analyzer: &'a Analyzer,
    /// The question's terms; none when the text was opened by touch.
    pub terms: Option<&'a Terms>,
}

/// Quotes a place.
pub fn quote(content: &LanguageContent, place: Place, aim: &Aim<'_>) -> Quotation {
    let (source, span, citation) = match place {
        Place::Entry(index) => {
            let entry = &content.entries[index];
            (entry.answer.as_str(), trimmed(&entry.answer, 0..entry.answer.len()), entry_citation(content, index))
        }
        Place::Section(index, number) => {
            let document = &content.documents[index];
            let section = &document.sections[number];
            (document.text.as_str(), section_span(document, section, aim), section_citation(document, section))
        }
    };
    let text = &source[span.clone()];
    Quotation {
        id: place.id(content),
        kind: place.kind(),
        marked: marked(text, aim),
        text: text.to_owned(),
        span,
        citation,
        why: Why::default(),
    }
}

/// Byte ranges of the sentences of a text, without the white space and list marks around them.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        for (at, sentence) in line.split_sentence_bound_indices() {
            let start = line_start + at;
            for range in at_full_stops(text, start..start + sentence.len()) {
                let range = trimmed(text, range);
                if text[range.clone()].chars().any(char::is_alphanumeric) {
                    found.push(range);
                }
            }
        }
        line_start += line.len();
    }
    found
}

/// The standard's sentence ends need a space after them in some cases where Han and Hangul have none.
fn at_full_stops(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = range.start;
    for (at, stop) in text[range.clone()].match_indices(['。', '！', '？']) {
        let end = range.start + at + stop.len();
        ranges.push(start..end);
        start = end;
    }
    if start < range.end {
        ranges.push(start..range.end);
    }
    ranges
}

fn marked(text: &str, aim: &Aim<'_>) -> Range<usize> {
    let sentences = sentences(text);
    let first = sentences.first().cloned().unwrap_or(0..text.len());
    let Some(terms) = aim.terms else { return first };
    let mut best = (share(&text[first.clone()], terms, aim.analyzer) * 1.25, first);
    for sentence in sentences.into_iter().skip(1) {
        let score = share(&text[sentence.clone()], terms, aim.analyzer);
        if score > best.0 {
            best = (score, sentence);
        }
    }
    best.1
}

fn section_span(document: &Document, section: &Section, aim: &Aim<'_>) -> Range<usize> {
    let whole = trimmed(&document.text, section.body.clone());
    let (Some(terms), true) = (aim.terms, whole.len() > WHOLE_SECTION && !section.blocks.is_empty()) else {
        return whole;
    };
    let shares: Vec<f32> =
        section.blocks.iter().map(|block| share(&document.text[block.clone()], terms, aim.analyzer)).collect();
    let best = (0..shares.len()).fold(0, |best, block| if shares[block] > shares[best] { block } else { best });
    let (mut first, mut last) = (best, best);
    loop {
        let length = |first: usize, last: usize| section.blocks[last].end - section.blocks[first].start;
        if last + 1 < shares.len() && length(first, last + 1) <= WHOLE_SECTION {
            last += 1;
        } else if first > 0 && length(first - 1, last) <= WHOLE_SECTION {
            first -= 1;
        } else {
            break;
        }
    }
    section.blocks[first].start..section.blocks[last].end
}

/// How much of a question a text speaks of, per root of its length.
fn share(text: &str, question: &Terms, analyzer: &Analyzer) -> f32 {
    let terms = analyzer.terms(text);
    let mut shared = 0.0;
    for (side, worth) in [(Side::Words, 2.0), (Side::Meaning, 1.5), (Side::Form, 0.3)] {
        let of_text: FxHashSet<&str> = terms.of(side).collect();
        shared += worth * question.of(side).filter(|term| of_text.contains(term)).count() as f32;
    }
    shared / (8.0 + text.chars().count() as f32).sqrt()
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}

fn entry_citation(content: &LanguageContent, index: usize) -> Citation {
    let entry = &content.entries[index];
    let source = entry.source.as_deref();
    let document = content.documents.iter().find(|document| Some(document.file.as_str()) == source);
    Citation {
        document: document.map_or_else(|| source.unwrap_or_default().to_owned(), |document| document.title.clone()),
        section: entry.section.clone(),
        page: entry.page.clone(),
        version: document.and_then(|document| document.version),
        valid_from: entry.validity.from.or(document.and_then(|document| document.validity.from)),
        valid_until: entry.validity.until.or(document.and_then(|document| document.validity.until)),
    }
}

fn section_citation(document: &Document, section: &Section) -> Citation {
    Citation {
        document: document.title.clone(),
        section: Some(section.heading.clone()).filter(|heading| !heading.is_empty()),
        page: None,
        version: document.version,
        valid_from: document.validity.from,
        valid_until: document.validity.until,
    }
}
