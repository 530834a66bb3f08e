//! The review: everything that applies, section by section, and what was set aside.

use super::Journey;
use crate::{
    answers::Kept,
    value::{Place, Value},
};

/// A part of the review with a heading.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewSection<'j> {
    /// The section.
    pub section: &'j str,
    /// The item of a repeating section; none where the section has no items.
    pub item: Option<u16>,
    /// In the order of the form. Empty for a repeating section without items.
    pub lines: Vec<ReviewLine<'j>>,
}

/// One answer in the review.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewLine<'j> {
    /// Where; [`Journey::go_to`] leads there, unless it is computed.
    pub place: &'j Place,
    /// The answer; none where it was left out, is not given yet, or cannot be worked out.
    pub value: Option<&'j Value>,
    /// Worked out instead of asked.
    pub computed: bool,
    /// The form that it was carried over from.
    pub from_other_form: Option<&'j str>,
}

/// An answer that does not apply at present. It is kept and comes back when its question does.
#[derive(Debug, Clone, PartialEq)]
pub struct SetAside<'j> {
    /// Where.
    pub place: &'j Place,
    /// What was answered.
    pub value: &'j Value,
}

impl Journey {
    /// Everything that applies.
    pub fn review(&self) -> Vec<ReviewSection<'_>> {
        let mut review: Vec<ReviewSection> = Vec::new();
        let mut lines = self.course.lines.iter().peekable();
        for (index, section) in self.form.sections.iter().enumerate() {
            let begins = review.len();
            while let Some(line) = lines.next_if(|line| line.section == index) {
                let item = line.place.item;
                if review.len() == begins || review.last().is_none_or(|last| last.item != item) {
                    review.push(ReviewSection { section: &section.id, item, lines: Vec::new() });
                }
                let shown = ReviewLine {
                    place: &line.place,
                    value: self.value(&line.place),
                    computed: line.computed,
                    from_other_form: self.answers.get(&line.place).and_then(Kept::from),
                };
                if let Some(last) = review.last_mut() {
                    last.lines.push(shown);
                }
            }
            let asks = |place: &Place| place.field == section.id;
            if review.len() == begins && self.course.asked.iter().any(asks) {
                review.push(ReviewSection { section: &section.id, item: None, lines: Vec::new() });
            }
        }
        review
    }

    /// Answers that do not apply at present. What only came from another form is not among them.
    pub fn set_aside(&self) -> Vec<SetAside<'_>> {
        let aside = |(place, kept): (&'_ Place, &'_ Kept)| {
            let dropped = !self.course.asked.contains(place) && kept.from().is_none();
            dropped && self.form.field(&place.field).is_some()
        };
        let kept = self.answers.iter().filter(|(place, kept)| aside((place, kept)));
        kept.filter_map(|(place, kept)| Some(SetAside { place, value: kept.value()? })).collect()
    }
}
