//! The same pack gives the same replies, to the last bit, however it was opened.

use std::{
    fs,
    path::{Path, PathBuf},
};

use jiff::civil::{Date, date};
use kaunter_knowledge::{Context, Knowledge};
use kaunter_pack::model::Pack;
use tempfile::TempDir;

use crate::packs::{ask_on, pack, told_in_all};

const DAY: Date = date(2026, 11, 21);
const KEPT: &str = "model.bin";

/// Things that somebody has to say about a handful of subjects, enough of it to learn from.
fn lodge(porter: &str) -> Pack {
    let subjects = ["key", "bicycle", "garden", "laundry", "letter", "parcel", "heating", "visitor", "window", "music"];
    let rows = subjects.map(|subject| {
        format!(
            "{subject},Who cares for the {subject} of the lodge?,{subject} trouble|my {subject} is broken|ask about a {subject}|\
             need help with the {subject},The {subject} is looked after by {porter} at desk {}.\n",
            subject.len()
        )
    });
    let faq = format!("id,question,also_asked,answer\n{}", rows.concat());
    pack(&[
        ("knowledge/en/faq.csv", &faq),
        ("knowledge/en/golden.csv", "question,expected\nbroken bicycle,bicycle\nwho won the match,none\n"),
    ])
}

fn opened(pack: &Pack, cache: Option<&Path>) -> Knowledge {
    Knowledge::open(pack, "en", cache).expect("the lodge opens")
}

/// Everything in the replies; numbers are printed so that no bit of them is lost.
fn replies(knowledge: &Knowledge) -> String {
    let questions = [
        "my key is broken",
        "bycicle trubble",
        "who looks after the garden and who cares for the parcel",
        "letter",
        "",
        "music is to loud",
        "who won the match",
        "heating",
        "help",
        "visiter at the window",
    ];
    let mut context = Context::default();
    let mut all = String::new();
    for question in questions {
        let reply = knowledge.ask(question, &context, DAY).expect("the index reads");
        all += &format!("{reply:?}\n");
        context = reply.context;
    }
    all
}

/// What is kept in a cache: models by the folder that they lie in.
fn models(cache: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let folders = fs::read_dir(cache).expect("a cache").map(|entry| entry.expect("an entry").path());
    let mut kept: Vec<_> =
        folders.filter_map(|folder| Some((folder.clone(), fs::read(folder.join(KEPT)).ok()?))).collect();
    kept.sort();
    kept
}

fn first_with_ending(folder: &Path, ending: &str) -> PathBuf {
    let files = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    files.filter(|file| file.extension().is_some_and(|its| its == ending)).min().expect("such a file")
}

fn with_a_bit_turned(bytes: &[u8]) -> Vec<u8> {
    let mut turned = bytes.to_vec();
    turned[bytes.len() / 2] ^= 0x10;
    turned
}

#[test]
fn opened_twice_without_a_cache_it_says_the_same_to_the_last_bit() {
    let lodge = lodge("the porter");
    assert_eq!(replies(&opened(&lodge, None)), replies(&opened(&lodge, None)));
}

#[test]
fn worked_out_kept_or_found_again_it_says_the_same_to_the_last_bit() {
    let lodge = lodge("the porter");
    let (cache, other) = (TempDir::new().expect("a cache"), TempDir::new().expect("another"));
    let fresh = replies(&opened(&lodge, None));
    assert_eq!(replies(&opened(&lodge, Some(cache.path()))), fresh, "while it is kept");
    assert_eq!(replies(&opened(&lodge, Some(cache.path()))), fresh, "found again");
    assert_eq!(replies(&opened(&lodge, Some(other.path()))), fresh, "kept elsewhere");
    let names = |cache: &TempDir| -> Vec<_> {
        models(cache.path())
            .into_iter()
            .map(|(folder, model)| (folder.file_name().map(ToOwned::to_owned), model))
            .collect()
    };
    assert_eq!(names(&cache).len(), 1);
    assert_eq!(names(&cache), names(&other), "the same bytes under the same key");
}

#[test]
fn what_is_kept_is_used_and_left_as_it_is() {
    let lodge = lodge("the porter");
    let cache = TempDir::new().expect("a cache");
    opened(&lodge, Some(cache.path()));
    let (folder, model) = models(cache.path()).pop().expect("something is kept");
    let written = |folder: &Path| fs::metadata(folder.join(KEPT)).and_then(|file| file.modified()).expect("a time");
    let before = written(&folder);
    opened(&lodge, Some(cache.path()));
    assert_eq!(models(cache.path()), [(folder.clone(), model)]);
    assert_eq!(written(&folder), before, "it was worked out anew");
}

#[test]
fn what_is_kept_and_spoilt_is_worked_out_anew() {
    let lodge = lodge("the porter");
    let fresh = replies(&opened(&lodge, None));
    let cache = TempDir::new().expect("a cache");
    opened(&lodge, Some(cache.path()));
    let whole = models(cache.path());
    let (folder, model) = whole[0].clone();
    let keep = |bytes: &[u8]| fs::write(folder.join(KEPT), bytes).expect("the cache can be written");
    let lose = |name: &str| fs::remove_file(folder.join(name)).expect("it was there");
    let postings = || first_with_ending(&folder, "idx");
    let spoilings: [(&str, &dyn Fn()); 11] = [
        ("cut off", &|| keep(&model[..model.len() / 2])),
        ("without its last byte", &|| keep(&model[..model.len() - 1])),
        ("empty", &|| keep(b"")),
        ("garbage", &|| keep(&[0xA5; 4096])),
        ("zeros", &|| keep(&vec![0; model.len()])),
        ("one bit turned over", &|| keep(&with_a_bit_turned(&model))),
        ("gone", &|| lose(KEPT)),
        ("no list of its index", &|| lose("meta.json")),
        ("a list of garbage", &|| fs::write(folder.join("meta.json"), "{").expect("it can be written")),
        ("an empty index", &|| fs::write(postings(), "").expect("it can be written")),
        ("an index with a bit turned over", &|| {
            let bytes = fs::read(postings()).expect("an index");
            fs::write(postings(), with_a_bit_turned(&bytes)).expect("it can be written");
        }),
    ];
    for (what, spoil) in spoilings {
        spoil();
        assert_eq!(replies(&opened(&lodge, Some(cache.path()))), fresh, "{what}");
        assert_eq!(models(cache.path()), whole, "{what}: it is kept again as it was");
    }
}

#[test]
fn what_was_worked_out_from_other_content_is_not_used() {
    let cache = TempDir::new().expect("a cache");
    let (old, new) = (lodge("the porter"), lodge("the baker"));
    opened(&old, Some(cache.path()));
    let fresh = replies(&opened(&new, None));
    let kept = opened(&new, Some(cache.path()));
    assert_eq!(replies(&kept), fresh);
    assert!(fresh.contains("the baker") && !fresh.contains("the porter"));
    assert_eq!(models(cache.path()).len(), 2, "each has a place of its own");
    assert_eq!(told_in_all(&ask_on(&kept, "my key is broken", DAY)), "answer key");
}

#[test]
fn what_was_not_finished_is_not_taken_for_what_is_kept() {
    let lodge = lodge("the porter");
    let cache = TempDir::new().expect("a cache");
    opened(&lodge, Some(cache.path()));
    let (folder, _) = models(cache.path()).pop().expect("something is kept");
    // As if the power had gone before the last rename.
    fs::rename(&folder, cache.path().join("index-unfinished")).expect("it can be moved");
    assert_eq!(replies(&opened(&lodge, Some(cache.path()))), replies(&opened(&lodge, None)));
    assert!(folder.join(KEPT).exists());
}
