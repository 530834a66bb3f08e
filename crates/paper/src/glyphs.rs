//! Looks through the pages that were set for a character that no font has.
//!
//! Fonts draw glyph 0, an empty box, for what they lack. It must never stand on an official paper.

use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

use crate::PaperError;

/// The first character on any page that would come out as a box.
pub fn all_there(document: &PagedDocument) -> Result<(), PaperError> {
    let missing = document.pages().iter().find_map(|page| missing(&page.frame));
    missing.map_or(Ok(()), |character| Err(PaperError::GlyphMissing { character }))
}

/// Private use (Unicode 16, 23.5).
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}

fn missing(frame: &Frame) -> Option<char> {
    frame.items().find_map(|(_, item)| match item {
        FrameItem::Group(group) => missing(&group.frame),
        FrameItem::Text(text) => {
            // What a private character looks like is agreed nowhere: a font that draws one draws something else.
            let private = text.text.chars().find(|c| is_private(*c));
            let Some(glyph) = text.glyphs.iter().find(|glyph| glyph.id == 0) else { return private };
            let cluster = text.text.get(glyph.range()).unwrap_or(&text.text);
            // Of a cluster, the part that the font lacks; of a whole that it cannot join, the first.
            let lacking = cluster.chars().find(|c| text.font.ttf().glyph_index(*c).is_none());
            lacking.or_else(|| cluster.chars().next()).or(Some(char::REPLACEMENT_CHARACTER))
        }
        _ => None,
    })
}
