//! The screens of a visit, drawn from what it remembers, in the language of the moment.

use jiff::Zoned;
use kaunter_knowledge::{Advice, Choice, Quotation};
use kaunter_pack::model::{Notice, TopicKind};

use crate::{
    answered::{Answered, AnsweredPart, Outcome as Found, Quoted},
    catalogue::Catalogue,
    content::Content,
    directory,
    forms::{Filling, FormDrawing, Offered},
    noticeboard,
    post::{Asked, StatusList},
    said::Said,
    trail::Page,
    view::{AdviceKind, FormLink, FormWay, NoticeCard, Outcome, QuestionLink, Quote, Reply, ReplyPart, Screen, Why},
};

/// What a visit's screens are drawn with.
pub(crate) struct Drawing<'a> {
    pub content: &'a dyn Content,
    pub language: &'a str,
    pub now: &'a Zoned,
    /// Live notices.
    pub posted: &'a [NoticeCard],
    /// Those that came from the agency, live or not.
    pub sent: &'a [Notice],
    /// Ticket of the open call.
    pub call: Option<&'a str>,
    /// The agency's list of applications, where there is one.
    pub statuses: Option<StatusList>,
    /// What was asked of it.
    pub status: &'a Asked,
    /// How far the form has come that was just handed in.
    pub way: FormWay,
    /// The form in the visitor's hands.
    pub filling: Option<&'a Filling>,
}

impl Drawing<'_> {
    /// The screen for a page. A page whose subject has meanwhile gone gives the home screen.
    pub fn screen(&self, page: &Page) -> Screen {
        let drawn = match page {
            Page::Languages => Some(Screen::Languages),
            Page::Home => None,
            Page::Topic(id) => self.topic(id),
            Page::Status => self.statuses.map(|list| Screen::Status(self.status.draw(list, self.now))),
            Page::Ask => Some(Screen::Ask { examples: self.catalogue().examples() }),
            Page::Reply(answered) => Some(Screen::Reply(self.reply(answered))),
            Page::Notice(id) => self.notice(id),
            Page::Person => self.person(),
            Page::Forms => Some(Screen::Forms { families: self.offered().families() }),
            Page::FormIntroduction { forms, event } => self.introduction(forms, event.as_deref()),
            Page::Form => self.form().map(|form| form.screen()),
        };
        drawn.unwrap_or_else(|| self.home())
    }

    fn catalogue(&self) -> Catalogue<'_> {
        Catalogue::new(self.content.pack(), self.language, self.now.date())
    }

    fn offered(&self) -> Offered<'_> {
        Offered { pack: self.content.pack(), language: self.language }
    }

    fn introduction(&self, forms: &[String], event: Option<&str>) -> Option<Screen> {
        let event = event.and_then(|id| self.catalogue().topic(id)).map(|topic| self.catalogue().tile(topic));
        self.offered().introduction(forms, event).map(Screen::FormIntroduction)
    }

    fn form(&self) -> Option<FormDrawing<'_>> {
        let (offered, catalogue) = (self.offered(), self.catalogue());
        Some(FormDrawing { filling: self.filling?, language: self.language, offered, catalogue, way: &self.way })
    }

    /// The form that is being filled in behind this page.
    pub fn form_behind(&self, page: &Page) -> Option<FormLink> {
        let filling = self.filling.filter(|filling| filling.is_open() && !matches!(page, Page::Form))?;
        Some(self.offered().link_of(filling.journey.form()))
    }

    fn home(&self) -> Screen {
        let catalogue = self.catalogue();
        Screen::Home {
            life_events: catalogue.tiles(TopicKind::LifeEvent),
            subjects: catalogue.tiles(TopicKind::Subject),
            forms: self.offered().any(),
            status: self.statuses.is_some(),
        }
    }

    fn topic(&self, id: &str) -> Option<Screen> {
        let catalogue = self.catalogue();
        let topic = catalogue.topic(id)?;
        let forms = self.offered().links(&self.offered().of_topic(id));
        Some(Screen::Topic { topic: catalogue.tile(topic), questions: catalogue.questions(topic), forms })
    }

    fn notice(&self, id: &str) -> Option<Screen> {
        let notice = self.posted.iter().find(|notice| notice.id == id)?.clone();
        Some(Screen::Notice { notice })
    }

    fn person(&self) -> Option<Screen> {
        let ticket = self.call?.to_owned();
        Some(Screen::Person { ticket, offices: directory::offices(self.content.pack(), self.language, "") })
    }

    fn reply(&self, answered: &Answered) -> Reply {
        let touched = answered.touched.as_deref().and_then(|id| self.catalogue().link(id));
        let touched = touched.map(|link| Said::from(link.label));
        let parts = answered.parts.iter().map(|part| ReplyPart {
            asked: touched.clone().unwrap_or_else(|| part.asked.clone()),
            outcome: self.outcome(part),
        });
        let asked = answered.asked.as_str();
        let of_agency = |id: &str| {
            self.sent.iter().any(|sent| sent.id == id && noticeboard::concerns(sent, asked, &answered.language))
        };
        let concerned = |notice: &&NoticeCard| answered.emergencies.contains(&notice.id) || of_agency(&notice.id);
        Reply {
            parts: parts.collect(),
            asked: touched.clone().unwrap_or_else(|| answered.asked.clone()),
            emergencies: self.posted.iter().filter(concerned).cloned().collect(),
            related: self.catalogue().related(&answered.quoted_ids()),
            forms: self.offered().of_entries(&answered.quoted_ids()),
            in_form: self.filling.is_some_and(Filling::is_open),
        }
    }

    fn outcome(&self, part: &AnsweredPart) -> Outcome {
        match &part.outcome {
            Found::Quoted(quoted) => Outcome::Answer { quote: self.quote(quoted) },
            Found::Clarify(choices) => Outcome::Clarify { choices: self.links(choices) },
            Found::Conflict(both) => {
                let [newer, older] = &**both;
                Outcome::Conflict { newer: self.quote(newer), older: self.quote(older) }
            }
            Found::Unknown(unknown) => {
                let offices = directory::offices_near(
                    self.content.pack(),
                    self.language,
                    part.asked.as_str(),
                    unknown,
                    self.now.date(),
                );
                Outcome::Unknown {
                    advice: unknown.advice.map(advice_kind),
                    topics: self.catalogue().tiles_of(&unknown.topics),
                    nearest: self.links(&unknown.nearest),
                    offices,
                }
            }
        }
    }

    /// Choices in the language of the view where the pack has them there.
    fn links(&self, choices: &[Choice]) -> Vec<QuestionLink> {
        choices.iter().map(|choice| self.catalogue().offered(choice)).collect()
    }

    /// The same entry in the language of the view, or as it was quoted where there is none.
    fn quote(&self, quoted: &Quoted) -> Box<Quote> {
        let Quoted { language, quotation, shared_words, confidence } = quoted;
        let translated = || self.content.quote(self.language, &quotation.id, self.now.date());
        let moved = if language == self.language { None } else { translated() };
        let mut quote = match moved {
            Some(moved) => cut(&moved, self.language, Vec::new(), *confidence),
            None => cut(quotation, language, shared_words.clone(), *confidence),
        };
        if quote.document.is_empty() {
            quote.document = self.agency(&quote.language);
        }
        quote
    }

    /// The agency itself answers for an entry that names no document.
    fn agency(&self, language: &str) -> String {
        let manifest = &self.content.pack().manifest;
        let agency = &manifest.agency;
        agency.in_language(language, &manifest.office_language).to_owned()
    }
}

fn cut(quotation: &Quotation, language: &str, shared_words: Vec<Said>, confidence: f64) -> Box<Quote> {
    let Quotation { id, kind: _, span: _, text, marked, citation, why } = quotation;
    let pieces = (text.get(..marked.start), text.get(marked.clone()), text.get(marked.end..));
    let (before, marked, after) = match pieces {
        (Some(before), Some(marked), Some(after)) => (before, marked, after),
        _ => ("", text.as_str(), ""),
    };
    Box::new(Quote {
        id: id.clone(),
        language: language.to_owned(),
        before: before.to_owned(),
        marked: marked.to_owned(),
        after: after.to_owned(),
        document: citation.document.clone(),
        section: citation.section.clone(),
        page: citation.page.clone(),
        version: citation.version.map(|day| day.to_string()),
        valid_until: citation.valid_until.map(|day| day.to_string()),
        why: Why { phrasing: why.phrasing.clone(), shared_words, confidence_percent: percent(confidence) },
    })
}

fn percent(share: f64) -> u8 {
    // Clamped, and a NaN becomes 0: the cast cannot surprise.
    (share * 100.0).round().clamp(0.0, 100.0) as u8
}

fn advice_kind(advice: Advice) -> AdviceKind {
    match advice {
        Advice::Health => AdviceKind::Health,
        Advice::Legal => AdviceKind::Legal,
        Advice::Political => AdviceKind::Political,
    }
}
