//! A Markdown document cut into sections and blocks whose byte ranges are exact.
//!
//! Only headings that stand by themselves open a section; one inside a list or a quotation is text.

use std::{collections::HashMap, ops::Range};

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use kaunter_reading::Lines;

use crate::{
    fault::{FaultKind, FileFault, InFile},
    front_matter::{FrontMatterLines, read_front_matter},
    model::{Document, Section},
};

/// A Markdown link that may lead to another document.
pub(crate) struct Link {
    pub(crate) line: u64,
    pub(crate) target: String,
}

/// A document and the places that later checks point at.
pub(crate) struct DocumentReading {
    pub(crate) document: Document,
    pub(crate) links: Vec<Link>,
    pub(crate) front_matter: FrontMatterLines,
}

/// Reads one document; `None` after a fault that keeps it from being quoted.
pub(crate) fn read_document(text: &str, file: &str, faults: &mut InFile) -> Option<DocumentReading> {
    let mut document = Document { file: file.to_owned(), text: text.to_owned(), ..Document::default() };
    let (body, front_matter) = read_front_matter(text, &mut document, faults)?;
    let mut cutter = Cutter::new(text, body, faults);
    cutter.cut();
    let Cutter { sections, links, .. } = cutter;
    if sections.is_empty() {
        faults.whole(FileFault::EmptyFile {});
    }
    if document.title.is_empty() {
        let heading = sections.iter().map(|section| section.heading.as_str()).find(|heading| !heading.is_empty());
        document.title = heading.unwrap_or(file).to_owned();
    }
    document.sections = sections;
    Some(DocumentReading { document, links, front_matter })
}

/// A run of text, or a wrapping such as emphasis or a link with its marks.
struct Piece {
    depth: usize,
    wraps: bool,
    range: Range<usize>,
}

/// State of the walk through the Markdown events.
struct Cutter<'t, 'f, 'r> {
    text: &'t str,
    start: usize,
    lines: Lines,
    faults: &'f mut InFile<'r>,
    sections: Vec<Section>,
    links: Vec<Link>,
    /// Headings above the current place: level and text.
    above: Vec<(HeadingLevel, String)>,
    /// Line of each heading, to find repeated ones.
    headings: HashMap<String, u64>,
    /// Lists and quotations around the current place.
    depth: usize,
    /// The current block's pieces of text with the emphasis, links… they are wrapped in.
    pieces: Vec<Piece>,
    /// Wrappings around the current piece.
    wraps: usize,
}

impl<'t, 'f, 'r> Cutter<'t, 'f, 'r> {
    fn new(text: &'t str, start: usize, faults: &'f mut InFile<'r>) -> Self {
        Self {
            text,
            start,
            lines: Lines::new(text),
            faults,
            sections: vec![Section { body: start..text.len(), ..Section::default() }],
            links: Vec::new(),
            above: Vec::new(),
            headings: HashMap::new(),
            depth: 0,
            pieces: Vec::new(),
            wraps: 0,
        }
    }

    fn cut(&mut self) {
        let text = self.text;
        let start = self.start;
        let mut heading = None;
        for (event, range) in Parser::new_ext(&text[start..], Options::ENABLE_TABLES).into_offset_iter() {
            let range = start + range.start..start + range.end;
            match event {
                Event::Start(Tag::Heading { level, .. }) if self.depth == 0 => {
                    self.end_block();
                    heading = Some((level, range));
                }
                Event::End(TagEnd::Heading(_)) if self.depth == 0 => {
                    self.pieces.clear();
                    if let Some((level, range)) = heading.take() {
                        self.open_section(level, range);
                    }
                }
                other => self.inside(other, range),
            }
        }
        self.end_block();
        if self.sections.first().is_some_and(|first| first.heading.is_empty() && is_blank(text, &first.body)) {
            self.sections.remove(0);
        }
    }

    fn inside(&mut self, event: Event<'t>, range: Range<usize>) {
        match event {
            Event::Start(Tag::List(_) | Tag::BlockQuote(_)) => {
                self.end_block();
                self.depth += 1;
            }
            Event::End(TagEnd::List(_) | TagEnd::BlockQuote(_)) => {
                self.end_block();
                self.depth = self.depth.saturating_sub(1);
            }
            Event::Start(tag) => self.start(&tag, &range),
            Event::End(tag) if is_block_end(tag) => self.end_block(),
            Event::End(_) => self.wraps = self.wraps.saturating_sub(1),
            Event::Text(_) | Event::Code(_) => self.add_piece(range, false),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'t>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph => {
                self.end_block();
                if starts_like_heading(&self.text[range.clone()]) {
                    self.faults.at(self.lines.at(range.start), FaultKind::HeadingWithoutSpace {});
                }
            }
            Tag::HtmlBlock => {
                self.end_block();
                // Comments are the authors' notes to each other.
                if !self.text[range.clone()].trim_start().starts_with("<!--") {
                    self.faults.at(self.lines.at(range.start), FaultKind::HtmlNotRead {});
                }
            }
            Tag::Item | Tag::CodeBlock(_) | Tag::TableHead | Tag::TableRow | Tag::Heading { .. } => {
                self.end_block();
            }
            Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. } => {
                self.note_link(tag, range.start);
                self.add_piece(range.clone(), true);
                self.wraps += 1;
            }
            _ => {}
        }
    }

    fn note_link(&mut self, tag: &Tag<'t>, at: usize) {
        if let Tag::Link { link_type, dest_url, .. } = tag
            && !matches!(link_type, LinkType::Autolink | LinkType::Email)
        {
            self.links.push(Link { line: self.lines.at(at), target: dest_url.to_string() });
        }
    }

    fn add_piece(&mut self, range: Range<usize>, wraps: bool) {
        self.pieces.push(Piece { depth: self.wraps, wraps, range });
    }

    fn end_block(&mut self) {
        let pieces = std::mem::take(&mut self.pieces);
        self.wraps = 0;
        let Some(block) = extent(&pieces).map(|extent| trimmed(self.text, extent)) else {
            return;
        };
        if let Some(section) = self.sections.last_mut().filter(|_| !block.is_empty()) {
            section.blocks.push(block);
        }
    }

    fn open_section(&mut self, level: HeadingLevel, range: Range<usize>) {
        let heading = heading_text(&self.text[range.clone()]).to_owned();
        let line = self.lines.at(range.start);
        if let Some(before) = self.sections.last_mut() {
            before.body.end = range.start;
        }
        if heading.is_empty() {
            self.faults.at(line, FaultKind::EmptyHeading {});
        } else if let Some(first) = self.headings.get(&heading) {
            self.faults.at(line, FaultKind::RepeatedHeading { heading: heading.clone(), first: *first });
        } else {
            self.headings.insert(heading.clone(), line);
        }
        while self.above.last().is_some_and(|(above, _)| *above >= level) {
            self.above.pop();
        }
        let path = self.above.iter().map(|(_, text)| text.clone()).collect();
        self.above.push((level, heading.clone()));
        self.sections.push(Section { heading, path, body: range.end..self.text.len(), blocks: Vec::new() });
    }
}

/// From the first piece to the last; the marks of one wrapping around everything are left outside,
/// those of wrappings inside stay, so that they remain in pairs.
fn extent(pieces: &[Piece]) -> Option<Range<usize>> {
    // Nobody wraps a text more often than this, save to keep us busy.
    const MOST_WRAPS: usize = 4;
    let mut depth = 0;
    loop {
        let mut level = pieces.iter().filter(|piece| piece.depth == depth);
        let first = level.next()?;
        let last = level.next_back();
        let holds_words = pieces.iter().any(|piece| piece.depth > depth);
        if last.is_some() || !first.wraps || !holds_words || depth == MOST_WRAPS {
            return Some(first.range.start..last.unwrap_or(first).range.end);
        }
        depth += 1;
    }
}

fn is_block_end(tag: TagEnd) -> bool {
    use TagEnd::{CodeBlock, Heading, HtmlBlock, Item, Paragraph, TableHead, TableRow};
    matches!(tag, Paragraph | Item | CodeBlock | HtmlBlock | TableHead | TableRow | Heading(_))
}

fn is_blank(text: &str, range: &Range<usize>) -> bool {
    text[range.clone()].trim().is_empty()
}

/// The range without white space at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let start = range.start + (words.len() - words.trim_start().len());
    start..start + words.trim().len()
}

/// `##Fees` and `##費用`: meant as a heading, but only text to Markdown.
fn starts_like_heading(paragraph: &str) -> bool {
    let rest = paragraph.trim_start_matches('#');
    let marks = paragraph.len() - rest.len();
    (1..=6).contains(&marks) && rest.chars().next().is_some_and(char::is_alphabetic)
}

/// A heading's words as written, without its marks and the space around them.
fn heading_text(source: &str) -> &str {
    let source = source.trim();
    let rest = source.trim_start_matches('#');
    let marks = source.len() - rest.len();
    if (1..=6).contains(&marks) && (rest.is_empty() || rest.starts_with([' ', '\t'])) {
        let closed = rest.trim_end_matches('#');
        let text = if closed.is_empty() || closed.ends_with([' ', '\t']) { closed } else { rest };
        return text.trim();
    }
    // Underlined: everything but the last line.
    source.trim_end_matches(['=', '-', ' ', '\t']).trim()
}
