//! What makes two filled forms near-duplicates: the answers that tell whose it is, in one canonical form.
//!
//! The bytes are personal; whoever keeps them keeps a keyed hash.

use unicode_normalization::UnicodeNormalization;

use crate::{
    journey::Journey,
    json,
    value::{Place, Value},
};

impl Journey {
    /// Canonical bytes of the form's id and of the answers that tell whose it is. The same person gives the
    /// same bytes however names are spaced, spelled in width or case. None where the form does not look for
    /// duplicates, or one of these answers is not given.
    pub fn fingerprint(&self) -> Option<Vec<u8>> {
        let duplicate = self.form().duplicate.as_ref()?;
        let mut parts = vec![self.form().id.clone()];
        for field in &duplicate.person {
            let value = self.value(&Place { field: field.clone(), item: None })?;
            parts.push(field.clone());
            parts.push(canonical(value));
        }
        serde_json::to_vec(&parts).ok()
    }
}

fn canonical(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Name(text) | Value::Email(text) | Value::Plate(text) => folded(text),
        Value::Identity { scheme, number } => format!("{} {}", json::scheme_name(*scheme), folded(number)),
        Value::Address(address) => {
            address.parts.iter().map(|(part, text)| format!("{part}={}", folded(text))).collect::<Vec<_>>().join(";")
        }
        other => json::to_json(other).to_string(),
    }
}

/// One width, one case, no spaces and marks.
fn folded(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect()
}
