//! A pack of a few rows in three languages, and answers that a test can foresee.

use jiff::civil::Date;
use kaunter_kiosk::Refusal;
use kaunter_kiosk::content::Content;
use kaunter_kiosk::view::Problem;
use kaunter_knowledge::{Advice, Choice, Citation, Context, HitKind, Outcome, Part, Quotation, Reply, Unknown, Why};
use kaunter_pack::PackFiles;
use kaunter_pack::model::{Entry, LanguageContent, Pack};

const FILES: [(&str, &str); 20] = [
    ("pack.toml", include_str!("small-pack/pack.toml")),
    ("topics.toml", include_str!("small-pack/topics.toml")),
    ("directory.csv", include_str!("small-pack/directory.csv")),
    ("knowledge/zh-TW/faq.csv", include_str!("small-pack/knowledge/zh-TW/faq.csv")),
    ("knowledge/ko/faq.csv", include_str!("small-pack/knowledge/ko/faq.csv")),
    ("knowledge/en/faq.csv", include_str!("small-pack/knowledge/en/faq.csv")),
    ("knowledge/en/hours.md", include_str!("small-pack/knowledge/en/hours.md")),
    ("notices/typhoon.toml", include_str!("small-pack/notices/typhoon.toml")),
    ("notices/lift.toml", include_str!("small-pack/notices/lift.toml")),
    ("notices/flu.toml", include_str!("small-pack/notices/flu.toml")),
    ("forms/grant/example.json", include_str!("small-pack/forms/grant/example.json")),
    ("forms/grant/form.toml", include_str!("small-pack/forms/grant/form.toml")),
    ("forms/grant/zh-TW.ftl", include_str!("small-pack/forms/grant/zh-TW.ftl")),
    ("forms/grant/ko.ftl", include_str!("small-pack/forms/grant/ko.ftl")),
    ("forms/grant/en.ftl", include_str!("small-pack/forms/grant/en.ftl")),
    ("forms/feedback/example.json", include_str!("small-pack/forms/feedback/example.json")),
    ("forms/feedback/form.toml", include_str!("small-pack/forms/feedback/form.toml")),
    ("forms/feedback/zh-TW.ftl", include_str!("small-pack/forms/feedback/zh-TW.ftl")),
    ("forms/feedback/ko.ftl", include_str!("small-pack/forms/feedback/ko.ftl")),
    ("forms/feedback/en.ftl", include_str!("small-pack/forms/feedback/en.ftl")),
];

/// The small pack's files, after `change` to the text of each.
pub fn files_with(change: impl Fn(&str, &str) -> String) -> PackFiles {
    let files = FILES.map(|(path, text)| (path.to_owned(), change(path, text).into_bytes()));
    PackFiles::from_bytes(files).unwrap()
}

/// The small pack with one more file, after `change` to the text of each.
pub fn pack_and(path: &str, text: &str, change: impl Fn(&str, &str) -> String) -> Pack {
    let files = FILES.iter().copied().chain([(path, text)]);
    let files = files.map(|(path, text)| (path.to_owned(), change(path, text).into_bytes()));
    Pack::from_files(&PackFiles::from_bytes(files).unwrap()).unwrap()
}

/// The small pack, after `change` to the text of each file.
pub fn pack_with(change: impl Fn(&str, &str) -> String) -> Pack {
    Pack::from_files(&files_with(change)).unwrap()
}

/// The small pack with another line in `pack.toml`.
pub fn pack_where(line: &str, instead: &str) -> Pack {
    pack_with(|_, text| text.replace(line, instead))
}

/// A pack whose phrasings are words to look for; nothing is learned and nothing is near.
pub struct Simple(pub Pack);

impl Content for Simple {
    fn pack(&self) -> &Pack {
        &self.0
    }

    fn ask(&self, language: &str, question: &str, context: &Context, today: Date) -> Result<Reply, Problem> {
        assert!(!question.contains("crash"), "a fault in the search engine");
        let content = self.0.languages.get(language).ok_or(Refusal::LanguageUnknown)?;
        let outcome = outcome(content, question, context, today);
        let context = match &outcome {
            Outcome::Answer(quotation) => Context { id: Some(quotation.id.clone()), subject: None },
            _ => context.clone(),
        };
        Ok(Reply {
            hits: Vec::new(),
            confidence: 0.874,
            emergencies: self.emergencies(language, question),
            parts: vec![Part { asked: question.to_owned(), outcome, confidence: 0.874, hits: Vec::new() }],
            context,
        })
    }

    fn emergencies(&self, language: &str, question: &str) -> Vec<String> {
        let concerned = |words: &Vec<String>| words.iter().any(|word| question.contains(word.as_str()));
        let notices = self.0.notices.iter().filter(|notice| notice.keywords.get(language).is_some_and(concerned));
        notices.map(|notice| notice.id.clone()).collect()
    }

    fn quote(&self, language: &str, id: &str, today: Date) -> Option<Quotation> {
        let content = self.0.languages.get(language)?;
        entry(content, id, today).map(|entry| quotation(entry, None)).or_else(|| passage(content, id))
    }
}

fn outcome(content: &LanguageContent, question: &str, context: &Context, today: Date) -> Outcome {
    let follow_up = ["how much is it", "얼마예요", "那要多少錢"].iter().any(|words| question.contains(words));
    let fee = context.id.as_ref().and_then(|id| entry(content, &format!("{id}-fee"), today));
    if let (true, Some(fee)) = (follow_up, fee) {
        return Outcome::Answer(quotation(fee, None));
    }
    if question.contains("when is it open") {
        let both = ["hours.md#Saturdays", "hours.md#Passports"].map(|id| passage(content, id).unwrap());
        return Outcome::Conflict(Box::new(both));
    }
    let said = |entry: &Entry| entry.also_asked.iter().find(|words| question.contains(words.as_str())).cloned();
    let known = content.entries.iter().filter(|entry| entry.validity.holds_on(today));
    let found: Vec<(&Entry, String)> = known.filter_map(|entry| Some((entry, said(entry)?))).collect();
    match found.as_slice() {
        [] => unknown(question),
        [(entry, word)] => Outcome::Answer(quotation(entry, Some(word))),
        several => Outcome::Clarify(several.iter().map(|(entry, _)| choice(entry)).collect()),
    }
}

fn unknown(question: &str) -> Outcome {
    let near = question.contains("passport");
    Outcome::Unknown(Unknown {
        advice: question.contains("chest hurts").then_some(Advice::Health),
        topics: if near { vec!["travel".into(), "ration".into()] } else { Vec::new() },
        nearest: Vec::new(),
    })
}

fn entry<'a>(content: &'a LanguageContent, id: &str, today: Date) -> Option<&'a Entry> {
    content.entries.iter().find(|entry| entry.id == id && entry.validity.holds_on(today))
}

fn choice(entry: &Entry) -> Choice {
    Choice { id: entry.id.clone(), label: entry.question.clone() }
}

/// Quotes an answer; its last sentence is the one that answers.
fn quotation(entry: &Entry, word: Option<&String>) -> Quotation {
    let text = entry.answer.clone();
    let marked = text.trim_end_matches(['.', '。']).rfind(['.', '。']).map_or(0, |at| at + 1);
    Quotation {
        id: entry.id.clone(),
        kind: HitKind::Faq,
        span: 0..text.len(),
        marked: marked..text.len(),
        text,
        citation: Citation {
            document: entry.source.clone().unwrap_or_default(),
            section: entry.section.clone(),
            page: entry.page.clone(),
            version: entry.validity.from,
            valid_from: entry.validity.from,
            valid_until: entry.validity.until,
        },
        why: Why { phrasing: Some(entry.question.clone()), shared_words: word.into_iter().cloned().collect() },
    }
}

fn passage(content: &LanguageContent, id: &str) -> Option<Quotation> {
    let (file, heading) = id.split_once('#')?;
    let document = content.documents.iter().find(|document| document.file == file)?;
    let section = document.sections.iter().find(|section| section.heading == heading)?;
    let span = section.blocks.first()?.clone();
    let text = document.text.get(span.clone())?.to_owned();
    Some(Quotation {
        id: id.to_owned(),
        kind: HitKind::Document,
        marked: 0..text.len(),
        span,
        text,
        citation: Citation {
            document: document.title.clone(),
            section: Some(section.heading.clone()),
            page: None,
            version: document.version,
            valid_from: None,
            valid_until: None,
        },
        why: Why::default(),
    })
}
