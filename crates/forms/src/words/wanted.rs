//! Which words a form needs, and which it may have besides.

use std::collections::BTreeMap;

use crate::definition::{Count, Field, Form, Kind, SignatureMark};

/// Whether words must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Want {
    Needed,
    Welcome,
}

/// All ids of a form's words in a language.
pub(super) fn wanted(form: &Form, is_office: bool) -> BTreeMap<String, Want> {
    let mut wanted = BTreeMap::new();
    let mut needed = |id: String| _ = wanted.insert(id, Want::Needed);
    for id in ["form-title", "form-summary", "form-privacy"] {
        needed(id.to_owned());
    }
    for document in &form.documents {
        needed(format!("document-{}", document.id));
    }
    for slip in &form.slips {
        needed(format!("slip-{}", slip.id));
        needed(format!("slip-{}.{}", slip.id, slip.kind.attribute()));
    }
    for check in &form.checks {
        needed(format!("check-{}", check.id));
    }
    for rule in form.eligibility.iter().flat_map(|eligibility| &eligibility.rules) {
        needed(format!("rule-{}", rule.id));
    }
    if form.signing.who != "applicant" {
        needed(format!("signing-{}", form.signing.who));
    }
    for section in &form.sections {
        needed(format!("section-{}", section.id));
        for field in &section.fields {
            field_words(field, &mut needed);
        }
        let Some(repeat) = &section.repeat else { continue };
        needed(format!("{}-item", section.id));
        if matches!(repeat.count, Count::Asked { min, max } if min < max) {
            needed(format!("{}-more", section.id));
        }
    }
    let signed = form.signing.how != SignatureMark::None;
    let want = |needed: bool| if needed { Want::Needed } else { Want::Welcome };
    wanted.insert("form-declaration".to_owned(), want(signed));
    wanted.insert("officer-summary".to_owned(), want(is_office));
    for section in &form.sections {
        if matches!(section.repeat.as_ref().map(|repeat| &repeat.count), Some(Count::Asked { min: 0, .. })) {
            wanted.insert(format!("{}-any", section.id), Want::Welcome);
        }
        for field in &section.fields {
            for attribute in ["why", "help", "hint"] {
                wanted.insert(format!("{}.{attribute}", field.id), Want::Welcome);
            }
            for choice in choices(&field.kind) {
                wanted.insert(format!("{}-{choice}.also", field.id), Want::Welcome);
            }
        }
    }
    wanted
}

fn field_words(field: &Field, needed: &mut impl FnMut(String)) {
    needed(field.id.clone());
    if field.value.is_none() {
        needed(format!("{}.question", field.id));
    }
    for code in choices(&field.kind) {
        needed(format!("{}-{code}", field.id));
    }
}

/// The codes of a kind.
pub(super) fn choices(kind: &Kind) -> impl Iterator<Item = &str> {
    let choices = match kind {
        Kind::Choice(choices) | Kind::Choices { choices, .. } => choices.as_slice(),
        _ => &[],
    };
    choices.iter().map(|choice| choice.code.as_str())
}
