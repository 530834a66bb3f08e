//! The finished form as one JSON document (`docs/filled-form.schema.json`): all that the agency gets to
//! see of it, readable without this program and without the form's definition.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::{
    definition::{Family, SignatureMark},
    eligibility::Verdict,
    journey::Journey,
    refusal::Outstanding,
    rule::Held,
};

/// A finished form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filled {
    /// `1`: the version of this document's own form.
    pub kaunter_filled_form: u16,
    /// Id of the form.
    pub form: String,
    /// Its version.
    pub version: String,
    /// Digest of its definition, words and tables: lower-case hex.
    pub definition: String,
    /// What it is about.
    pub family: Family,
    /// Its title.
    pub title: Bilingual,
    /// Language that the citizen used.
    pub language: String,
    /// Language of the office.
    pub office_language: String,
    /// The day on which it was finished, ISO 8601.
    pub date: String,
    /// What an officer reads first, in the office's language.
    pub summary: Option<String>,
    /// In the order of the form; only what applies.
    pub sections: Vec<FilledSection>,
    /// What the pre-check said, where the form has one. It decides nothing.
    pub eligibility: Option<FilledEligibility>,
    /// Papers to bring.
    pub documents: Vec<FilledDocument>,
    /// What is signed, by whom and how.
    pub signing: FilledSigning,
    /// Days for which the kiosk keeps the sealed form after the agency accepted it.
    pub retention_days: u32,
}

/// The same in the citizen's language and in the office's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// In the language of the citizen.
    pub citizen: String,
    /// In the language of the office.
    pub office: String,
}

/// A section, or one item of a repeating section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilledSection {
    /// Its id.
    pub id: String,
    /// Which item, from 1.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub item: Option<u16>,
    /// Its heading.
    pub title: Bilingual,
    /// Its answers.
    pub answers: Vec<FilledAnswer>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilledAnswer {
    /// Id of the field.
    pub field: String,
    /// Name of its kind: `date`, `money`, …
    pub kind: String,
    /// Its label.
    pub label: Bilingual,
    /// The typed value; null where the question was left out.
    pub value: Json,
    /// The value as people write it.
    pub written: Bilingual,
    /// Worked out instead of asked.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub computed: bool,
    /// Id of the form of the same life event that it was carried over from.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub from_form: Option<String>,
}

/// The pre-check.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilledEligibility {
    /// What it came to.
    pub verdict: Verdict,
    /// The root first, then what stands below it.
    pub rules: Vec<FilledRule>,
}

/// One rule of the pre-check.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilledRule {
    /// Its id.
    pub id: String,
    /// How deep it stands below the root.
    pub depth: usize,
    /// Its words.
    pub title: Bilingual,
    /// Whether it is met.
    pub met: Held,
    /// Names of the answers on which that rests: `field`, or `field/item` with the item from 0.
    pub answers: Vec<String>,
    /// Entry of the pack that it rests on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub passage: Option<String>,
}

/// A paper to bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilledDocument {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Bilingual,
}

/// What is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilledSigning {
    /// Who.
    pub who: String,
    /// How.
    pub how: SignatureMark,
    /// What is declared.
    pub declaration: Bilingual,
}

impl Journey {
    /// Finishes: the document in the citizen's language and the office's.
    ///
    /// # Errors
    /// What is still outstanding, in the order of the form.
    pub fn finish(&self, language: &str, office_language: &str) -> Result<Filled, Vec<Outstanding>> {
        let _ = (language, office_language);
        Err(self.outstanding())
    }

    /// What makes two filled forms near-duplicates: canonical bytes of the form's id and of what tells whose
    /// it is, to be hashed with a key. None where the form does not look for duplicates or one of these
    /// answers is not given.
    pub fn fingerprint(&self) -> Option<Vec<u8>> {
        None
    }
}
