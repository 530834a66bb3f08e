//! One person's visit: where they are, what they asked, how they like it. It dies as a whole.

use std::{sync::Arc, time::Duration};

use jiff::{Zoned, civil::Date};
use kaunter_knowledge::Context;
use kaunter_pack::model::{LanguageTag, Pack};
use kaunter_store::DraftId;

use crate::{
    act::Act,
    answered::Answered,
    catalogue::Catalogue,
    content::Content,
    forms::{Filling, records::Records},
    post::Asked,
    printing::{HandedIn, Slips},
    question,
    refusal::Refusal,
    said::Said,
    trail::{Page, Trail},
    view::{Preferences, Problem},
};

/// A visit. Acts make a new one of it, so that one that fails half-way leaves it as it was.
#[derive(Clone)]
pub(crate) struct Visit {
    /// What it quotes from, the same to its end.
    pub content: Arc<dyn Content>,
    pub language: LanguageTag,
    pub preferences: Preferences,
    pub trail: Trail,
    /// Ticket of the open call for a person.
    pub call: Option<String>,
    /// The form in the visitor's hands.
    pub filling: Option<Filling>,
    /// Drafts of this visit that were not put aside.
    pub drafts: Vec<DraftId>,
    /// Forms that were handed in.
    pub handed_in: Vec<HandedIn>,
    /// Small papers that were asked for.
    pub slips: Slips,
    /// The visitor said that a person shall come.
    pub wants_person: bool,
    /// What was asked of the agency's list.
    pub status: Asked,
    /// When it began, by the clock that never jumps; known from its first act on.
    pub begun: Option<Duration>,
    /// How many forms were begun in it.
    pub forms_begun: u32,
    /// What a follow-up is understood from.
    last: Option<Arc<Answered>>,
}

/// Around a visit at the moment of an act.
pub(crate) struct Moment<'a> {
    pub now: &'a Zoned,
    pub today: Date,
    pub records: &'a mut dyn Records,
    /// Days for which a form can be put aside.
    pub pause_days: u32,
    /// Ids of the live notices.
    pub posted: &'a [String],
    /// Whether applications can be looked up.
    pub status: bool,
}

/// Language of what is shown before one is chosen.
pub(crate) fn first_language(pack: &Pack) -> &str {
    let manifest = &pack.manifest;
    if manifest.languages.is_empty() || manifest.languages.contains(&manifest.office_language) {
        return &manifest.office_language;
    }
    manifest.languages.first().map_or("", String::as_str)
}

/// Whether citizens may be served from this pack on this day.
pub(crate) fn servable(pack: &Pack, today: Date) -> Result<(), Refusal> {
    if pack.manifest.internal {
        return Err(Refusal::PackInternal);
    }
    match pack.manifest.valid_until {
        Some(last) if last < today => Err(Refusal::PackExpired),
        _ => Ok(()),
    }
}

impl Visit {
    /// Someone touched the kiosk.
    pub fn begin(content: Arc<dyn Content>) -> Self {
        let pack = content.pack();
        let language = first_language(pack).to_owned();
        let front = if pack.manifest.languages.len() > 1 { Page::Languages } else { Page::Home };
        if matches!(front, Page::Home) {
            content.prepare(&language);
        }
        Self {
            language,
            preferences: Preferences::default(),
            trail: Trail::starting_at(front),
            call: None,
            filling: None,
            drafts: Vec::new(),
            handed_in: Vec::new(),
            slips: Slips::new(),
            wants_person: false,
            status: Asked::default(),
            begun: None,
            forms_begun: 0,
            last: None,
            content,
        }
    }

    /// The visit after an act. Acts that are not a matter of the visit alone leave it as it is.
    pub fn after(&self, act: &Act, moment: &mut Moment<'_>) -> Result<Self, Problem> {
        let mut next = self.clone();
        match act {
            Act::OpenLanguages if self.content.pack().manifest.languages.len() > 1 => next.trail.go(Page::Languages),
            Act::ChooseLanguage { language } => {
                next.choose_language(language)?;
                next.note_language(moment);
            }
            Act::Home => next.trail.go(Page::Home),
            Act::Back => next.back(),
            Act::OpenTopic { topic } => next.open_topic(topic, moment.today)?,
            Act::OpenAsk => next.trail.go(Page::Ask),
            Act::OpenStatus if moment.status => next.trail.go(Page::Status),
            Act::LookUpStatus { reference, .. } if moment.status => next.look_up(reference)?,
            Act::Ask { question } => next.ask(question, moment.today)?,
            Act::AskLink { id } => next.ask_link(id, moment.today)?,
            Act::OpenNotice { id } if moment.posted.contains(id) => next.trail.go(Page::Notice(id.clone())),
            Act::OpenNotice { .. } => return Err(Refusal::NoticeGone.into()),
            Act::SetText { text } => next.preferences.text = *text,
            Act::SetTheme { theme } => next.preferences.theme = *theme,
            Act::SetReach { reach } => next.preferences.reach = *reach,
            Act::SetVoice { voice } => next.preferences.voice = voice.bounded(),
            _ => next.form_act(act, moment)?,
        }
        next.tidy_forms();
        Ok(next)
    }

    /// A person has been called, under this ticket.
    pub fn call(&mut self, ticket: String) {
        self.call = Some(ticket);
        self.trail.go(Page::Person);
    }

    /// The person is no longer needed.
    pub fn cancel_call(&mut self) {
        self.call = None;
        self.trail.take_out(|page| matches!(page, Page::Person));
    }

    fn choose_language(&mut self, language: &str) -> Result<(), Refusal> {
        if !self.content.pack().manifest.languages.iter().any(|known| known == language) {
            return Err(Refusal::LanguageUnknown);
        }
        language.clone_into(&mut self.language);
        self.content.prepare(language);
        self.trail.take_out(|page| matches!(page, Page::Languages));
        Ok(())
    }

    /// Whether "back" leads anywhere.
    pub fn can_go_back(&self) -> bool {
        self.trail.can_go_back() || matches!(self.trail.front(), Page::Form) && self.open_filling().is_some()
    }

    fn back(&mut self) {
        if self.back_in_form() {
            return;
        }
        self.trail.back();
        if let Page::Reply(answered) = self.trail.front() {
            self.last = Some(Arc::clone(answered));
        }
    }

    fn open_topic(&mut self, topic: &str, today: Date) -> Result<(), Refusal> {
        let catalogue = Catalogue::new(self.content.pack(), &self.language, today);
        catalogue.topic(topic).ok_or(Refusal::TopicGone)?;
        self.trail.go(Page::Topic(topic.to_owned()));
        Ok(())
    }

    fn look_up(&mut self, reference: &Said) -> Result<(), Refusal> {
        if !reference.as_str().chars().any(char::is_alphanumeric) {
            return Err(Refusal::ReferenceEmpty);
        }
        self.status.ask(reference.clone());
        self.trail.go(Page::Status);
        Ok(())
    }

    fn ask(&mut self, question: &Said, today: Date) -> Result<(), Problem> {
        servable(self.content.pack(), today)?;
        let asked = question::read(question)?;
        let last = self.last.as_ref();
        let context = last.map_or_else(Context::default, |last| last.context_in(&*self.content, &self.language, today));
        let answer = self.content.ask(&self.language, asked.as_str(), &context, today)?;
        self.show(Answered::in_words(asked, &self.language, answer));
        Ok(())
    }

    pub(crate) fn ask_link(&mut self, id: &str, today: Date) -> Result<(), Problem> {
        servable(self.content.pack(), today)?;
        let answered = Answered::by_touch(&*self.content, &self.language, id, today).ok_or(Refusal::EntryGone)?;
        self.show(answered);
        Ok(())
    }

    /// Asks about something that stands on the screen as `shown`, by words that say more of it. It follows nothing.
    pub(crate) fn ask_about(&mut self, shown: &str, words: &str, today: Date) -> Result<(), Problem> {
        servable(self.content.pack(), today)?;
        let shown = question::read(&Said::from(shown))?;
        let words = question::read(&Said::from(words))?;
        let answer = self.content.ask(&self.language, words.as_str(), &Context::default(), today)?;
        self.show(Answered::in_words(shown, &self.language, answer));
        Ok(())
    }

    fn show(&mut self, answered: Answered) {
        let answered = Arc::new(answered);
        self.last = Some(Arc::clone(&answered));
        self.trail.go(Page::Reply(answered));
    }
}
