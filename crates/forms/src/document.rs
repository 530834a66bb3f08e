//! The finished form as one JSON document (`docs/filled-form.schema.json`): all that the agency gets to
//! see of it, readable without this program and without the form's definition.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::{
    definition::{Family, SignatureMark},
    eligibility::{Finding, RuleFinding, Verdict},
    journey::{Journey, ReviewLine, ReviewSection},
    json,
    refusal::Outstanding,
    rule::Held,
    say::Identity,
    slip::FilledSlip,
    value::Place,
    words::Words,
};

/// Version of the document's own form.
const EDITION: u16 = 1;

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
    /// Small papers that it yields.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub slips: Vec<FilledSlip>,
    /// Days for which the kiosk keeps the sealed form after the agency accepted it.
    pub retention_days: u32,
    /// What was corrected at the counter since it was finished, the first one first.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub corrections: Vec<FilledCorrection>,
}

/// A change that was made at the counter. The form as it was handed in is kept beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilledCorrection {
    /// Which one of this form, from 1.
    pub revision: u32,
    /// The day on which it was made, ISO 8601.
    pub date: String,
    /// Why: a kebab-case code.
    pub reason: String,
    /// Why, in words of the officer.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub words: Option<String>,
    /// Names of the answers that changed: `field`, or `field/item` with the item from 0.
    pub answers: Vec<String>,
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
    /// Finishes: the document in the citizen's language and the office's. Identity numbers show in it.
    ///
    /// # Errors
    /// What is still outstanding, in the order of the form.
    pub fn finish(&self, language: &str, office_language: &str) -> Result<Filled, Vec<Outstanding>> {
        let outstanding = self.outstanding();
        if !outstanding.is_empty() {
            return Err(outstanding);
        }
        let form = self.form();
        let writer = Writer { journey: self, language, office_language };
        Ok(Filled {
            kaunter_filled_form: EDITION,
            form: form.id.clone(),
            version: form.version.clone(),
            definition: form.digest(),
            family: form.family,
            title: writer.words(|words| words.title().to_owned()),
            language: language.to_owned(),
            office_language: office_language.to_owned(),
            date: self.today().to_string(),
            summary: writer.summary(),
            sections: self.review().iter().map(|section| writer.section(section)).collect(),
            eligibility: self.eligibility().map(|finding| writer.eligibility(finding)),
            documents: self.documents().iter().map(|document| writer.document(&document.id)).collect(),
            signing: writer.signing(),
            slips: self.slips(language, office_language),
            retention_days: form.retention_days,
            corrections: Vec::new(),
        })
    }

    /// The officer's summary with the answers so far, in the office's language. None where the form has no
    /// such words.
    pub fn officer_summary(&self, office_language: &str) -> Option<String> {
        Writer { journey: self, language: office_language, office_language }.summary()
    }
}

/// Writes a journey down in two languages.
pub(crate) struct Writer<'j> {
    pub journey: &'j Journey,
    pub language: &'j str,
    pub office_language: &'j str,
}

impl Writer<'_> {
    pub fn both(&self, said: impl Fn(&str) -> String) -> Bilingual {
        Bilingual { citizen: said(self.language), office: said(self.office_language) }
    }

    pub fn words(&self, choose: impl Fn(&Words) -> String) -> Bilingual {
        self.both(|language| self.journey.form().words(language).map(|words| choose(words)).unwrap_or_default())
    }

    fn summary(&self) -> Option<String> {
        let form = self.journey.form();
        let mut said = BTreeMap::new();
        for section in &form.sections {
            if section.repeat.is_some() {
                let count = self.journey.items(&section.id).map_or(0, |items| items.count);
                said.insert(section.id.clone(), count.to_string());
                continue;
            }
            for field in &section.fields {
                let place = Place { field: field.id.clone(), item: None };
                let written = self.journey.say(&place, self.office_language, Identity::Masked).written;
                if !written.is_empty() {
                    said.insert(field.id.clone(), written);
                }
            }
        }
        let summary = form.words(self.office_language)?.officer_summary(&said);
        (!summary.is_empty()).then_some(summary)
    }

    fn section(&self, section: &ReviewSection) -> FilledSection {
        let title = self.words(|words| match section.item {
            Some(item) => words.item(section.section, item + 1),
            None => words.section(section.section).to_owned(),
        });
        FilledSection {
            id: section.section.to_owned(),
            item: section.item.map(|item| item + 1),
            title,
            answers: section.lines.iter().map(|line| self.answer(line)).collect(),
        }
    }

    fn answer(&self, line: &ReviewLine) -> FilledAnswer {
        let kind = self.journey.form().field(&line.place.field).map(|(_, field)| field.kind.name());
        FilledAnswer {
            field: line.place.field.clone(),
            kind: kind.unwrap_or_default().to_owned(),
            label: self.words(|words| words.label(&line.place.field).to_owned()),
            value: line.value.map_or(Json::Null, json::to_json),
            written: self.both(|language| self.journey.say(line.place, language, Identity::Whole).written),
            computed: line.computed,
            from_form: line.from_other_form.map(str::to_owned),
        }
    }

    fn eligibility(&self, finding: Finding) -> FilledEligibility {
        let rule = |rule: RuleFinding| FilledRule {
            title: self.words(|words| words.rule(&rule.id).to_owned()),
            id: rule.id,
            depth: rule.depth,
            met: rule.met,
            answers: rule.answers.iter().map(Place::to_string).collect(),
            passage: rule.passage,
        };
        FilledEligibility { verdict: finding.verdict, rules: finding.rules.into_iter().map(rule).collect() }
    }

    fn document(&self, id: &str) -> FilledDocument {
        FilledDocument { id: id.to_owned(), title: self.words(|words| words.document(id).to_owned()) }
    }

    fn signing(&self) -> FilledSigning {
        let signing = &self.journey.form().signing;
        FilledSigning {
            who: signing.who.clone(),
            how: signing.how,
            declaration: self.words(|words| words.declaration().to_owned()),
        }
    }
}
