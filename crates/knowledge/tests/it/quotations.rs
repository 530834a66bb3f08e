//! Whatever is asked, what is said stands word for word in the pack.

use std::{fs, ops::Range};

use kaunter_knowledge::{Context, HitKind, Quotation, Reply};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};

use crate::sample::{LANGUAGES, TODAY, ask, content, folder, mentioned, nothing_wrong, opened, quotations};

/// The text that a quotation's span counts in.
fn source<'s>(language: &'s str, quotation: &Quotation) -> &'s str {
    let content = content(language);
    match quotation.kind {
        HitKind::Faq => {
            &content.entries.iter().find(|entry| entry.id == quotation.id).expect("an entry of the pack").answer
        }
        HitKind::Document => {
            let file = quotation.id.split('#').next().unwrap_or_default();
            &content.documents.iter().find(|document| document.file == file).expect("a document of the pack").text
        }
    }
}

/// What is wrong with a quotation, if anything.
fn fault(language: &str, quotation: &Quotation) -> Option<String> {
    let Quotation { span, text, marked, .. } = quotation;
    let wrong = |what: &str| Some(format!("{language} {}: {what}: {text}", quotation.id));
    if source(language, quotation).get(span.clone()) != Some(text.as_str()) {
        return wrong("the span holds another text");
    }
    match text.get(marked.clone()) {
        None => wrong("the mark lies outside, or within a character"),
        Some(sentence) if sentence.trim() != sentence || sentence.is_empty() => wrong("the mark is no sentence"),
        Some(_) if text.trim() != text => wrong("there is space around it"),
        Some(_) => None,
    }
}

/// What is wrong with a reply, whatever was asked.
fn faults(language: &str, reply: &Reply) -> Vec<String> {
    let mut wrong: Vec<String> = quotations(reply).into_iter().filter_map(|one| fault(language, one)).collect();
    let known = |id: &String| opened(language).quote(id, TODAY).is_some();
    wrong.extend(mentioned(reply).iter().filter(|id| !known(id)).map(|id| format!("{language}: no such id: {id}")));
    let confidences = reply.parts.iter().map(|part| part.confidence).chain([reply.confidence]);
    wrong.extend(confidences.filter(|c| !(0.0..=1.0).contains(c)).map(|c| format!("{language}: confidence {c}")));
    if reply.parts.is_empty() || reply.hits.len() > 5 || reply.hits.iter().any(|hit| !hit.score.is_finite()) {
        wrong.push(format!("{language}: {} parts, hits {:?}", reply.parts.len(), reply.hits));
    }
    wrong
}

#[test]
fn every_golden_question_is_answered_in_the_packs_own_words() {
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        let mut said = 0;
        for golden in &content(language).golden {
            let reply = ask(language, &golden.question);
            said += quotations(&reply).len();
            wrong.extend(faults(language, &reply).into_iter().map(|fault| format!("{}: {fault}", golden.question)));
        }
        assert!(said > 100, "{language} quotes {said} times");
    }
    nothing_wrong(&wrong);
}

#[test]
fn every_entry_and_section_can_be_opened_by_touch_and_stands_so_on_disk() {
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        let content = content(language);
        let entries = content.entries.iter().filter(|entry| entry.validity.holds_on(TODAY)).map(|entry| &entry.id);
        for id in entries {
            let quotation = opened(language).quote(id, TODAY).expect("an entry that holds");
            wrong.extend(fault(language, &quotation));
        }
        for document in &content.documents {
            let bytes = fs::read(folder().join("knowledge").join(language).join(&document.file)).expect("a document");
            let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
            for section in document.sections.iter().filter(|section| !section.heading.is_empty()) {
                let id = format!("{}#{}", document.file, section.heading);
                let Some(quotation) = opened(language).quote(&id, TODAY) else {
                    continue;
                };
                let Range { start, end } = quotation.span.clone();
                if bytes.get(start + mark..end + mark) != Some(quotation.text.as_bytes()) {
                    wrong.push(format!("{language} {id}: the file has something else at {start}..{end}"));
                }
                wrong.extend(fault(language, &quotation));
            }
        }
    }
    nothing_wrong(&wrong);
}

#[test]
fn whatever_is_typed_or_misheard_the_kiosk_keeps_to_the_packs_words() {
    let words: Vec<&str> =
        LANGUAGES.iter().flat_map(|language| &content(language).golden).map(|g| g.question.as_str()).collect();
    let typed = prop_oneof![
        4 => any::<String>(),
        3 => proptest::collection::vec(proptest::sample::select(words), 1..4).prop_map(|asked| asked.join(" ")),
        2 => "[\\p{Han}\\p{Hangul}a-z0-9 ?？，。！؟]{0,80}",
        1 => "[\\p{Arabic}\\p{Hebrew}\u{200E}\u{200F}\u{202E}\u{2066}\u{2069} ]{0,40}",
        1 => "[\u{0}-\u{1F}\u{7F}\u{FEFF}\u{200D}\u{FE0F}\u{1F600}-\u{1F64F}\u{1F1E6}-\u{1F1FF}\u{300}-\u{36F}]{0,40}",
        1 => "[\\pP\\pS]{0,60}",
    ];
    let asked = (proptest::sample::select(LANGUAGES.to_vec()), typed, proptest::option::of("[a-z]{0,12}"));
    let mut runner = TestRunner::new(Config { cases: 400, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&asked, |(language, question, subject)| {
        let context = Context { id: subject.clone(), subject };
        let reply = opened(language).ask(&question, &context, TODAY).expect("the index reads");
        let wrong = faults(language, &reply);
        prop_assert!(wrong.is_empty(), "{question:?}: {wrong:?}");
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
}

#[test]
fn nothing_is_quoted_where_nothing_was_asked() {
    let nothing = ["", " ", "　", "???", "。。。", "…", "😀😀😀", "\u{0}", "\u{202E}\u{200F}", "!!! ??? ---", "\n\t\r"];
    let mut wrong = Vec::new();
    for language in LANGUAGES {
        for question in nothing {
            let reply = ask(language, question);
            wrong.extend(faults(language, &reply));
            if !quotations(&reply).is_empty() {
                wrong.push(format!("{language} {question:?}: quoted"));
            }
        }
    }
    nothing_wrong(&wrong);
}
#[test]
fn a_story_of_any_length_is_read_in_an_instant() {
    let stories = [
        "how do i renew my driving licence and what does it cost please ".repeat(2_000),
        "請問一下那個不好意思居民卡還有健保卡怎麼辦".repeat(3_000),
        "저기요 그리고 여권은 얼마예요 ".repeat(3_000),
        "a".repeat(100_000),
        "?".repeat(100_000),
        "İ".repeat(50_000),
    ];
    for language in LANGUAGES {
        let knowledge = opened(language);
        for story in &stories {
            let started = std::time::Instant::now();
            let reply = knowledge.ask(story, &Context::default(), TODAY).expect("the index reads");
            let took = started.elapsed();
            nothing_wrong(&faults(language, &reply));
            assert!(took.as_secs() < 2, "{language}: {} bytes took {took:?}", story.len());
        }
    }
}
