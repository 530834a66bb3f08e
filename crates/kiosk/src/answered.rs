//! A reply as a visit remembers it: in the language in which it was asked, to be shown in any.

use jiff::civil::Date;
use kaunter_knowledge::{Choice, Context, Outcome as Found, Part, Quotation, Reply as Answer, Unknown};
use kaunter_pack::model::LanguageTag;

use crate::{content::Content, said::Said};

/// What was asked and what was found.
pub(crate) struct Answered {
    /// As it was asked.
    pub asked: Said,
    /// Id of the entry that was touched instead of asked for in words.
    pub touched: Option<String>,
    /// Language in which it was asked.
    pub language: LanguageTag,
    pub parts: Vec<AnsweredPart>,
    /// Ids of emergency notices that concern it.
    pub emergencies: Vec<String>,
    /// What a follow-up to it is understood from.
    pub context: Context,
}

pub(crate) struct AnsweredPart {
    pub asked: Said,
    pub outcome: Outcome,
}

pub(crate) enum Outcome {
    Quoted(Box<Quoted>),
    Clarify(Vec<Choice>),
    Conflict(Box<[Quoted; 2]>),
    Unknown(Unknown),
}

/// A quotation and the visitor's words that led to it.
pub(crate) struct Quoted {
    /// Language of the text.
    pub language: LanguageTag,
    /// Its own `why` holds no words of the visitor.
    pub quotation: Quotation,
    pub shared_words: Vec<Said>,
    /// 0..=1.
    pub confidence: f64,
}

impl Answered {
    pub fn in_words(asked: Said, language: &str, answer: Answer) -> Self {
        let Answer { parts, hits: _, confidence: _, emergencies, context } = answer;
        let parts = parts.into_iter().map(|part| AnsweredPart::new(part, language)).collect();
        Self { asked, touched: None, language: language.to_owned(), parts, emergencies, context }
    }

    /// The entry or passage with this id, not searched for: in `language`, else in any the pack has.
    pub fn by_touch(content: &dyn Content, language: &str, id: &str, today: Date) -> Option<Self> {
        let languages = &content.pack().manifest.languages;
        let others = languages.iter().map(String::as_str).filter(|other| *other != language);
        let (language, quotation) = std::iter::once(language)
            .chain(others)
            .find_map(|language| Some((language, content.quote(language, id, today)?)))?;
        let asked = label(content, language, id, today).unwrap_or_else(|| quotation.citation.document.clone());
        let context = Context { id: Some(id.to_owned()), subject: Some(asked.clone()) };
        let emergencies = content.emergencies(language, &asked);
        let asked = Said::from(asked);
        let outcome = Outcome::Quoted(Box::new(Quoted::new(quotation, language, 1.0)));
        Some(Self {
            asked: asked.clone(),
            touched: Some(id.to_owned()),
            language: language.to_owned(),
            parts: vec![AnsweredPart { asked, outcome }],
            emergencies,
            context,
        })
    }

    /// The context as it is understood in another language: by the same entry, in that language's words.
    pub fn context_in(&self, content: &dyn Content, language: &str, today: Date) -> Context {
        if language == self.language {
            return self.context.clone();
        }
        let id = self.context.id.as_deref();
        let known = id.and_then(|id| Some((id, label(content, language, id, today)?)));
        known.map_or_else(Context::default, |(id, subject)| Context { id: Some(id.to_owned()), subject: Some(subject) })
    }

    /// Ids of everything that it quotes.
    pub fn quoted_ids(&self) -> Vec<&str> {
        self.parts.iter().flat_map(|part| part.outcome.quoted()).map(|quoted| quoted.quotation.id.as_str()).collect()
    }
}

fn label(content: &dyn Content, language: &str, id: &str, today: Date) -> Option<String> {
    crate::catalogue::Catalogue::new(content.pack(), language, today).link(id).map(|link| link.label)
}

impl AnsweredPart {
    fn new(part: Part, language: &str) -> Self {
        let Part { asked, outcome, confidence, hits: _ } = part;
        let quoted = |quotation| Quoted::new(quotation, language, confidence);
        let outcome = match outcome {
            Found::Answer(quotation) => Outcome::Quoted(Box::new(quoted(quotation))),
            Found::Clarify(choices) => Outcome::Clarify(choices),
            Found::Conflict(both) => Outcome::Conflict(Box::new((*both).map(quoted))),
            Found::Unknown(unknown) => Outcome::Unknown(unknown),
        };
        Self { asked: asked.into(), outcome }
    }
}

impl Outcome {
    fn quoted(&self) -> &[Quoted] {
        match self {
            Self::Quoted(quoted) => std::slice::from_ref(quoted),
            Self::Conflict(both) => both.as_slice(),
            Self::Clarify(_) | Self::Unknown(_) => &[],
        }
    }
}

impl Quoted {
    fn new(mut quotation: Quotation, language: &str, confidence: f64) -> Self {
        let shared_words = std::mem::take(&mut quotation.why.shared_words);
        Self {
            language: language.to_owned(),
            shared_words: shared_words.into_iter().map(Said::from).collect(),
            quotation,
            confidence,
        }
    }
}
