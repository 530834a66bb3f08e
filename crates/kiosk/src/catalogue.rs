//! The pack's questions as a visitor can touch them: by topic, as neighbours, as examples.
//!
//! Offers only what can be answered: entries that exist in the language and hold on the day.

use jiff::civil::Date;
use kaunter_knowledge::Choice;
use kaunter_pack::model::{Document, Entry, LanguageContent, Pack, Topic, TopicKind};

use crate::view::{QuestionLink, TopicTile};

/// Most neighbours that are offered beside a reply.
const RELATED: usize = 3;
/// Most examples on the Ask screen.
const EXAMPLES: usize = 4;

/// A pack in one language on one day.
#[derive(Clone, Copy)]
pub(crate) struct Catalogue<'a> {
    pack: &'a Pack,
    language: &'a str,
    today: Date,
}

impl<'a> Catalogue<'a> {
    pub fn new(pack: &'a Pack, language: &'a str, today: Date) -> Self {
        Self { pack, language, today }
    }

    /// Topics of this kind that lead somewhere.
    pub fn tiles(self, kind: TopicKind) -> Vec<TopicTile> {
        let topics = self.pack.topics.iter().filter(|topic| topic.kind == kind);
        topics.filter(|topic| self.has_questions(topic)).map(|topic| self.tile(topic)).collect()
    }

    /// These topics, without the ones that lead nowhere.
    pub fn tiles_of(self, ids: &[String]) -> Vec<TopicTile> {
        ids.iter().filter_map(|id| self.topic(id)).map(|topic| self.tile(topic)).collect()
    }

    /// A topic that leads somewhere.
    pub fn topic(self, id: &str) -> Option<&'a Topic> {
        self.pack.topics.iter().find(|topic| topic.id == id && self.has_questions(topic))
    }

    pub fn tile(self, topic: &Topic) -> TopicTile {
        let office = &self.pack.manifest.office_language;
        TopicTile {
            id: topic.id.clone(),
            title: topic.title.in_language(self.language, office).to_owned(),
            summary: topic.summary.in_language(self.language, office).to_owned(),
            icon: topic.icon.clone(),
        }
    }

    /// A topic's questions: those that it lists, then those that name it.
    pub fn questions(self, topic: &Topic) -> Vec<QuestionLink> {
        self.entries_of(topic).into_iter().map(link).collect()
    }

    /// The question or heading with this id.
    pub fn link(self, id: &str) -> Option<QuestionLink> {
        self.entry(id).map(link).or_else(|| {
            let label = self.heading(id)?;
            Some(QuestionLink { id: id.to_owned(), label })
        })
    }

    /// A choice in the catalogue's language where the pack has it there, else as it was offered.
    pub fn offered(self, choice: &Choice) -> QuestionLink {
        let known = self.link(&choice.id);
        known.unwrap_or_else(|| QuestionLink { id: choice.id.clone(), label: choice.label.clone() })
    }

    /// Neighbours of the first of these ids that belongs to a topic, without the ids themselves.
    pub fn related(self, ids: &[&str]) -> Vec<QuestionLink> {
        let Some((id, topic)) = ids.iter().find_map(|id| Some((*id, self.topic_of(id)?))) else {
            return Vec::new();
        };
        let entries = self.entries_of(topic);
        let after = entries.iter().position(|entry| entry.id == id).map_or(0, |at| at + 1);
        let (before, behind) = entries.split_at(after);
        let neighbours = behind.iter().chain(before).filter(|entry| !ids.contains(&entry.id.as_str()));
        neighbours.take(RELATED).map(|entry| link(entry)).collect()
    }

    /// Questions that show how one asks: the first of different topics.
    pub fn examples(self) -> Vec<String> {
        let firsts = self.pack.topics.iter().filter_map(|topic| self.entries_of(topic).into_iter().next());
        let all = self.content().into_iter().flat_map(|content| &content.entries).filter(|entry| self.holds(entry));
        let mut examples: Vec<&str> = Vec::new();
        for entry in firsts.chain(all) {
            if examples.len() < EXAMPLES && !examples.contains(&entry.question.as_str()) {
                examples.push(&entry.question);
            }
        }
        examples.into_iter().map(str::to_owned).collect()
    }

    fn content(self) -> Option<&'a LanguageContent> {
        self.pack.languages.get(self.language)
    }

    fn holds(self, entry: &Entry) -> bool {
        entry.validity.holds_on(self.today)
    }

    fn entry(self, id: &str) -> Option<&'a Entry> {
        self.content()?.entries.iter().find(|entry| entry.id == id && self.holds(entry))
    }

    fn document(self, id: &str) -> Option<(&'a Document, &str)> {
        let (file, section) = id.split_once('#').unwrap_or((id, ""));
        let document = self.content()?.documents.iter().find(|document| document.file == file)?;
        document.validity.holds_on(self.today).then_some((document, section))
    }

    fn heading(self, id: &str) -> Option<String> {
        let (document, section) = self.document(id)?;
        let section = document.sections.iter().find(|known| known.heading == section)?;
        let label = if section.heading.is_empty() { &document.title } else { &section.heading };
        Some(label.clone())
    }

    fn has_questions(self, topic: &Topic) -> bool {
        let named = || self.content().into_iter().flat_map(|content| &content.entries);
        topic.entries.iter().any(|id| self.entry(id).is_some())
            || named().any(|entry| entry.topic.as_ref() == Some(&topic.id) && self.holds(entry))
    }

    fn entries_of(self, topic: &Topic) -> Vec<&'a Entry> {
        let listed = topic.entries.iter().filter_map(|id| self.entry(id));
        let named = self.content().into_iter().flat_map(|content| &content.entries);
        let named = named.filter(|entry| {
            entry.topic.as_ref() == Some(&topic.id) && self.holds(entry) && !topic.entries.contains(&entry.id)
        });
        listed.chain(named).collect()
    }

    fn topic_of(self, id: &str) -> Option<&'a Topic> {
        let named = match self.entry(id) {
            Some(entry) => entry.topic.as_ref(),
            None => self.document(id).and_then(|(document, _)| document.topics.first()),
        };
        let listing = || self.pack.topics.iter().find(|topic| topic.entries.iter().any(|listed| listed == id));
        named.and_then(|named| self.topic(named)).or_else(listing)
    }
}

fn link(entry: &Entry) -> QuestionLink {
    QuestionLink { id: entry.id.clone(), label: entry.question.clone() }
}
