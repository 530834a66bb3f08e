//! What a place is called and what is asked there, in the words of the form's own version.

use kaunter_forms::{Place, Words};

use super::filling::Filling;

impl Filling {
    /// The question at a place; of a repeating section, whether there is one, or another.
    pub fn asked(&self, place: &Place, language: &str) -> String {
        let asked = |words: &Words| match (self.is_item(place), place.item) {
            (false, _) => words.question(&place.field).to_owned(),
            (true, Some(0)) => words.any(&place.field).to_owned(),
            (true, _) => words.more(&place.field).to_owned(),
        };
        self.words(language).map_or_else(String::new, asked)
    }

    /// The short name of a place.
    pub fn label(&self, place: &Place, language: &str) -> String {
        let label = |words: &Words| match self.is_item(place) {
            true => words.section(&place.field).to_owned(),
            false => words.label(&place.field).to_owned(),
        };
        self.words(language).map_or_else(|| place.field.clone(), label)
    }

    /// Whether "is there another?" is asked there.
    fn is_item(&self, place: &Place) -> bool {
        self.journey.form().field(&place.field).is_none()
    }
}
