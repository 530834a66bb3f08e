//! The forms that a pack offers, by what they are about, by life event, and beside an answer.

use kaunter_forms::Form;
use kaunter_pack::model::Pack;

use crate::view::{FormFamily, FormIntroduction, FormLink, FormPrivacy, TopicTile};

/// The forms of a pack, in one language.
#[derive(Clone, Copy)]
pub(crate) struct Offered<'a> {
    pub pack: &'a Pack,
    pub language: &'a str,
}

impl Offered<'_> {
    pub fn any(self) -> bool {
        self.pack.forms.forms().next().is_some()
    }

    pub fn form(&self, id: &str) -> Option<&std::sync::Arc<Form>> {
        self.pack.forms.get(id)
    }

    pub fn link(self, id: &str) -> Option<FormLink> {
        self.pack.forms.get(id).map(|form| self.link_of(form))
    }

    pub fn link_of(self, form: &Form) -> FormLink {
        let words = form.words(self.language);
        FormLink {
            id: form.id.clone(),
            title: words.map_or_else(|| form.id.clone(), |words| words.title().to_owned()),
            summary: words.map_or_else(String::new, |words| words.summary().to_owned()),
            icon: form.icon.clone(),
            minutes: form.minutes,
        }
    }

    /// All forms, by family in the order of the families.
    pub fn families(self) -> Vec<FormFamily> {
        let mut families: Vec<FormFamily> = Vec::new();
        for form in self.pack.forms.forms() {
            let family = form.family.name();
            let link = self.link_of(form);
            match families.iter_mut().find(|known| known.family == family) {
                Some(known) => known.forms.push(link),
                None => families.push(FormFamily { family: family.to_owned(), forms: vec![link] }),
            }
        }
        families
    }

    /// Ids of the forms of a topic: those that it gathers, in its order, then those that name it.
    pub fn of_topic(self, topic: &str) -> Vec<String> {
        let gathered = self.pack.topics.iter().find(|known| known.id == topic).map_or(&[][..], |known| &known.forms);
        let naming = self.pack.forms.forms().filter(|form| form.topics.iter().any(|named| named == topic));
        let mut ids: Vec<String> = gathered.iter().filter(|id| self.form(id).is_some()).cloned().collect();
        for form in naming {
            if !ids.contains(&form.id) {
                ids.push(form.id.clone());
            }
        }
        ids
    }

    pub fn links(self, ids: &[String]) -> Vec<FormLink> {
        ids.iter().filter_map(|id| self.link(id)).collect()
    }

    /// Forms that belong to entries that were quoted.
    pub fn of_entries(self, entries: &[&str]) -> Vec<FormLink> {
        let belongs = |form: &&std::sync::Arc<Form>| form.entries.iter().any(|entry| entries.contains(&entry.as_str()));
        self.pack.forms.forms().filter(belongs).map(|form| self.link_of(form)).collect()
    }

    /// What is said before forms begin; nothing where none of them is there.
    pub fn introduction(self, ids: &[String], event: Option<TopicTile>) -> Option<FormIntroduction> {
        let forms: Vec<&Form> = ids.iter().filter_map(|id| self.form(id).map(|form| &**form)).collect();
        forms.first()?;
        let mut documents: Vec<String> = Vec::new();
        for form in &forms {
            let Some(words) = form.words(self.language) else { continue };
            // Papers that only some must bring are named when the answers tell.
            for document in form.documents.iter().filter(|document| document.when.is_none()) {
                let name = words.document(&document.id).to_owned();
                if !documents.contains(&name) {
                    documents.push(name);
                }
            }
        }
        Some(FormIntroduction {
            event,
            forms: forms.iter().map(|form| self.link_of(form)).collect(),
            documents,
            privacy: self.privacy(&forms),
            checkable: forms.iter().filter(|form| form.eligibility.is_some()).map(|form| form.id.clone()).collect(),
        })
    }

    /// What is said of who reads the forms, each text once, in the order of the forms.
    fn privacy(self, forms: &[&Form]) -> Vec<FormPrivacy> {
        let mut texts: Vec<FormPrivacy> = Vec::new();
        for form in forms {
            let Some(words) = form.words(self.language) else { continue };
            match texts.iter_mut().find(|known| known.words == words.privacy()) {
                Some(known) => known.forms.push(form.id.clone()),
                None => texts.push(FormPrivacy { forms: vec![form.id.clone()], words: words.privacy().to_owned() }),
            }
        }
        texts
    }
}
