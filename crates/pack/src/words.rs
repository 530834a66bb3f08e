//! Words that a file must have in each language.

use kaunter_reading::Fields;

use crate::model::Localized;

/// Words that must be there, a plain text being in the office's language: none at all are missing, and what is no
/// words is only that.
pub(crate) fn needed_words(fields: &mut Fields, key: &'static str, office: &str) -> Localized {
    let written = fields.value(key).map(|(value, _)| value);
    if written.is_none_or(|value| value.as_table().is_some_and(|words| words.is_empty())) {
        fields.missing(key);
    }
    Localized(fields.localized(key, office))
}
