//! An agency records its sentences: what is to be recorded, what was, and what has to be recorded again.

use std::fs;

use crate::Bench;

#[test]
fn an_agency_records_what_is_missing_and_learns_what_it_has_to_record_again() {
    let bench = Bench::new();
    bench.kaunter("pack new office --languages en", 0);
    let (listed, id) = {
        let listed = bench.kaunter("clips list --missing --pack office --lang en --json", 0);
        let first: serde_json::Value = serde_json::from_str(listed.lines().next().unwrap()).unwrap();
        (listed, first["id"].as_str().unwrap().to_owned())
    };
    assert!(id.starts_with("faq/"), "the agency's own answers come first: {id}");
    assert!(listed.contains("\"home-title\"") && !listed.contains("\"reply-parts\""), "values are left to the voice");

    let clips = bench.path("office/clips/en");
    fs::create_dir_all(clips.join("faq")).unwrap();
    bench.kaunter("say Welcome --lang en --out office/clips/en/home-title.wav", 0);
    fs::copy(clips.join("home-title.wav"), clips.join(format!("{id}.wav"))).unwrap();
    assert!(bench.kaunter("pack check office", 0).contains("kaunter clips note"));
    assert!(bench.kaunter("clips note --pack office", 0).contains("en/home-title"));
    assert!(bench.kaunter("pack check office", 0).contains("0 errors, 0 warnings"));
    let listed = bench.kaunter("clips list --pack office --lang en", 0);
    assert!(listed.contains("en/home-title\trecorded") && listed.contains("en: 2 recorded"), "{listed}");

    let faq = bench.path("office/knowledge/en/faq.csv");
    let (entry, text) = (id.strip_prefix("faq/").unwrap(), fs::read_to_string(&faq).unwrap());
    let changed: Vec<String> = text
        .lines()
        .map(|line| if line.starts_with(entry) { line.replacen("at ", "not at ", 1) } else { line.to_owned() })
        .collect();
    fs::write(&faq, changed.join("\n")).unwrap();
    let told = bench.kaunter("pack check office", 0);
    assert!(told.contains("the recording says something else"), "{told}");
    assert!(bench.kaunter("clips list --missing --pack office --lang en", 0).contains(&format!("en/{id}\toutdated")));
    bench.kaunter("clips note --pack office", 0);
    assert!(bench.kaunter("pack check office", 0).contains("something else"), "only who recorded it again may say so");
    bench.kaunter(&format!("clips note --pack office {id}"), 0);
    assert!(bench.kaunter("pack check office", 0).contains("0 errors, 0 warnings"));
    bench.kaunter("clips note --pack office no-such-sentence", 1);
    bench.kaunter("clips list --pack office --lang fi", 1);

    bench.kaunter("pack build office --below-bar --out built", 0);
    let built = fs::read_dir(bench.path("built")).unwrap().next().unwrap().unwrap().file_name();
    let built = built.to_str().unwrap();
    assert!(bench.kaunter(&format!("clips list --pack built/{built} --lang en"), 0).contains("en: 2 recorded"));
}
