//! A kiosk reads a pack, with all the ways in which people write one.

use kaunter_pack::{
    PackFiles, check,
    model::{Pack, Recorded, TopicKind, Version},
};

use crate::desk::{Files, edited, lay_out, now, read, sound_pack, with};

const MINIMAL: &str =
    "id = \"mini\"\nversion = \"1\"\nagency = \"Mini\"\nlanguages = [\"ko\"]\noffice_language = \"ko\"\n";

fn minimal(path: &str, text: &str) -> Pack {
    read(Files::from([("pack.toml".into(), MINIMAL.into()), (path.into(), text.into())]))
}

fn quotes(markdown: &str) -> Vec<(String, Vec<String>)> {
    let pack = minimal("knowledge/ko/a.md", markdown);
    let document = &pack.languages["ko"].documents[0];
    let sections = document.sections.iter().map(|section| {
        let blocks = section.blocks.iter().map(|block| document.text[block.clone()].to_owned());
        (section.heading.clone(), blocks.collect())
    });
    sections.collect()
}

#[track_caller]
fn quoted(markdown: &str, expected: &[(&str, &[&str])]) {
    let expected: Vec<(String, Vec<String>)> = expected
        .iter()
        .map(|(heading, blocks)| (heading.to_string(), blocks.iter().map(|block| block.to_string()).collect()))
        .collect();
    assert_eq!(quotes(markdown), expected);
}

#[test]
fn everything_in_a_sound_pack_arrives() {
    let pack = read(sound_pack());
    assert_eq!(pack.manifest.id, "harbour-city");
    assert_eq!(pack.manifest.version, Version(vec![2026, 11, 1]));
    assert_eq!(pack.manifest.agency.in_language("ms", "ko"), "항구시 통합민원센터");
    let english = &pack.languages["en"];
    let birth = &english.entries[0];
    assert_eq!(birth.also_asked, ["My baby was born", "newborn registration"]);
    assert_eq!(birth.answer, "Bring both identity cards, within 60 days.");
    assert_eq!((birth.topic.as_deref(), birth.page.as_deref(), birth.line), (Some("birth"), Some("3"), 2));
    assert_eq!(english.golden[0].expected, ["birth-register", "fees.md#Births"]);
    assert!(english.golden[1].expected.is_empty());
    assert_eq!(english.documents[0].title, "Fees");
    assert_eq!(pack.topics[0].kind, TopicKind::LifeEvent);
    assert_eq!(pack.notices[0].keywords["ko"], ["태풍"]);
    assert_eq!(pack.directory.len(), 2);
}

#[test]
fn a_manifest_and_one_table_are_a_pack() {
    let pack = minimal("knowledge/ko/faq.csv", "id,question,answer\na,왜?,그래서.\n");
    assert_eq!(pack.languages["ko"].entries[0].answer, "그래서.");
    assert_eq!(pack.manifest.agency.in_language("ko", "ko"), "Mini");
    let pack = minimal("knowledge/ko/law.md", "# 제1조\n\n목적\n");
    assert_eq!(pack.languages["ko"].documents[0].title, "제1조");
}

#[test]
fn tables_from_any_spreadsheet_read_the_same() {
    let plain = "id,question,also_asked,answer\na,질문,하나|둘,\"쉼표, 그리고 \"\"따옴표\"\"\"\nb,둘째,,답\n";
    let expected = minimal("knowledge/ko/faq.csv", plain).languages["ko"].entries.clone();
    assert_eq!(expected.len(), 2);
    for variant in [
        format!("\u{FEFF}{plain}"),
        plain.replace('\n', "\r\n"),
        plain.replace('\n', "\r"),
        plain.trim_end().to_owned(),
        plain.replace("id,question,also_asked,answer", " ID ,\"Question\",also_asked,Answer"),
        plain.replace("b,둘째,,답", "b, 둘째 ,  , 답 "),
    ] {
        assert_eq!(minimal("knowledge/ko/faq.csv", &variant).languages["ko"].entries, expected, "{variant:?}");
    }
}

#[test]
fn a_wrong_row_costs_only_itself() {
    let rows =
        "id,question,answer\na,one,1\n\"b,two,2\nc,three,3\nc,again,4\n,nobody,5\nd,four,\ne,five,5,6,7\nf,six,6\n";
    let entries = &minimal("knowledge/ko/faq.csv", rows).languages["ko"].entries;
    let ids: Vec<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["a", "c", "d", "f"]);
    assert_eq!(entries[1].question, "three");
    assert_eq!(entries[3].line, 9);
}

#[test]
fn a_row_in_another_encoding_costs_only_itself() {
    let bytes = b"id,question,answer\na,one,1\nb,\xBD\xC5,2\nc,three,3\n";
    let entries = read(with("knowledge/en/faq.csv", bytes.as_slice())).languages["en"].entries.clone();
    assert_eq!(entries.len(), 2);
}

#[test]
fn what_cannot_be_dated_is_not_quoted() {
    let pack = read(edited("knowledge/en/faq.csv", "2027-12-31", "31/12/2027"));
    assert_eq!(pack.languages["en"].entries.len(), 1);
    let pack = read(edited("knowledge/en/fees.md", "topics: birth", "valid_until: soon"));
    assert!(pack.languages["en"].documents.is_empty());
    let pack = read(edited("notices/typhoon.toml", "expires =", "ends ="));
    assert!(pack.notices.is_empty());
}

#[test]
fn blocks_are_what_a_person_would_quote() {
    quoted(
        "before\n\n# One\nfirst\nline\n\n- a\n- *b* c\n  - d\n\n1. e\n",
        &[("", &["before"]), ("One", &["first\nline", "a", "*b* c", "d", "e"])],
    );
    quoted(
        "| Fee | NT$ |\n|---|---|\n| **Card** | 200 |\n| Copy | 15 |\n",
        &[("", &["Fee | NT$", "**Card** | 200", "Copy | 15"])],
    );
    quoted(
        "> quoted\n> text\n\n**all of it**\n\n***both***\n\n[a link](a.md)\n\n`code`\n",
        &[("", &["quoted\n> text", "all of it", "both", "a link", "`code`"])],
    );
    quoted(
        "see [a](a.md) and **b**\n\n**b**: c\n\n    code\n\n<p>\nx\n</p>\n\n<!-- no -->\n",
        &[("", &["see [a](a.md) and **b**", "**b**: c", "code"])],
    );
}

#[test]
fn headings_stand_as_they_were_written() {
    quoted(
        "#  A *b* `c` \n\nx\n\nUnder\nlined\n===\n\ny\n\n### 제3조 (목적) ###\n\nz\n\n- # no\n",
        &[("A *b* `c`", &["x"]), ("Under\nlined", &["y"]), ("제3조 (목적)", &["z", "no"])],
    );
    quoted("# C#\n\nx\n#\ny\n", &[("C#", &["x"]), ("", &["y"])]);
}

#[test]
fn a_section_knows_the_headings_above_it() {
    let pack = minimal("knowledge/ko/a.md", "# A\n## B\n### C\n## D\n# E\n### F\n");
    let paths: Vec<String> =
        pack.languages["ko"].documents[0].sections.iter().map(|section| section.path.join("/")).collect();
    assert_eq!(paths, ["", "A", "A/B", "A", "", "E"]);
}

#[test]
fn front_matter_is_not_quoted_and_offsets_count_the_whole_file() {
    let text = "\u{FEFF}---\r\ntitle: \"수수료\"\r\nsource: 조례 3호\r\nversion: 2026-10-01\r\ntopics: [a, b]\r\n---\r\n# 하나\r\n본문\r\n";
    let pack = minimal("knowledge/ko/a.md", text);
    let document = &pack.languages["ko"].documents[0];
    assert_eq!(document.title, "수수료");
    assert_eq!(document.source.as_deref(), Some("조례 3호"));
    assert_eq!(document.topics, ["a", "b"]);
    assert_eq!(&document.text[document.sections[0].body.clone()], "본문\r\n");
    assert_eq!(&document.text[document.sections[0].blocks[0].clone()], "본문");
    assert!(document.text.starts_with("---"));
}

#[test]
fn equal_content_has_an_equal_digest_wherever_it_lies() {
    let folder = tempfile::tempdir().unwrap();
    lay_out(&sound_pack(), folder.path());
    assert_eq!(Pack::read(folder.path()).unwrap().digest, read(sound_pack()).digest);
    assert_ne!(read(edited("knowledge/en/fees.md", "free", "free!")).digest, read(sound_pack()).digest);
}

#[test]
fn a_large_pack_reads_in_time_that_grows_with_it_and_no_faster() {
    let rows = |count: usize| {
        let rows: String = (0..count)
            .map(|row| {
                format!("id-{row},질문 {row}번은 어떻게 하나요?,다른 말 {row}|또 다른 말 {row},\"답은, {row}\"\n")
            })
            .collect();
        format!("id,question,also_asked,answer\n{rows}")
    };
    let seconds = |count: usize| {
        let text = rows(count);
        let start = std::time::Instant::now();
        let pack = minimal("knowledge/ko/faq.csv", &text);
        assert_eq!(pack.languages["ko"].entries.len(), count);
        start.elapsed().as_secs_f64()
    };
    let (small, large) = (seconds(1_000), seconds(32_000));
    // Thirty-two times the rows; a square of that would be a thousand. The rest is room for a busy machine.
    assert!(large < small * 320.0, "1,000 rows in {small} s, 32,000 in {large} s");
}

#[test]
fn what_systems_and_editors_leave_in_a_folder_does_not_hinder_its_reading() {
    let folder = tempfile::tempdir().unwrap();
    lay_out(&sound_pack(), folder.path());
    lay_out(&Files::from([(".git/config".into(), b"x".to_vec())]), folder.path());
    lay_out(&Files::from([("drawings/licence/seal.svg".into(), b"x".to_vec())]), folder.path());
    #[cfg(unix)]
    std::os::unix::fs::symlink("user@host.1234", folder.path().join("knowledge/en/.#faq.csv")).unwrap();
    assert_eq!(Pack::read(folder.path()).unwrap().digest, read(sound_pack()).digest);
    let names = check(PackFiles::open(folder.path()).unwrap(), &now()).unwrap().report;
    assert_eq!(names.faults().iter().map(|fault| fault.file.as_str()).collect::<Vec<_>>(), ["drawings"]);
}

#[test]
fn a_folder_named_in_capitals_is_told_of() {
    let folder = tempfile::tempdir().unwrap();
    lay_out(&with("Notices/flood.toml", "x"), folder.path());
    let report = check(PackFiles::open(folder.path()).unwrap(), &now()).unwrap().report;
    assert_eq!(report.first_error().unwrap().to_string().split(' ').next(), Some("Notices/flood.toml:"));
}

#[test]
fn a_recording_is_played_for_the_words_that_it_says_and_for_no_others() {
    let mut files = with("clips/en/clips.csv", "id,words\nfaq/lost-card,Report it at counter 3.\n");
    for name in ["faq/lost-card", "home-title"] {
        files.insert(format!("clips/en/{name}.ogg"), b"looked at when it is played".to_vec());
    }
    let pack = read(files);
    let plays = |id, words| pack.clips.of("en", id, words).is_some();
    assert!(plays("faq/lost-card", "**Report it** at counter 3."));
    assert!(!plays("faq/lost-card", "Report it at counter 4."));
    assert!(!plays("home-title", "What brings you here?"), "nobody has noted what it says");
    assert!(pack.clips.of("ko", "faq/lost-card", "Report it at counter 3.").is_none());

    let recordable = pack.recordable("en");
    let state = |id| recordable.iter().find(|recordable| recordable.id == id).unwrap().state;
    assert_eq!(state("faq/lost-card"), Recorded::Recorded);
    assert_eq!(state("faq/birth-register"), Recorded::Missing);
    assert_eq!(state("home-title"), Recorded::NotNoted);
    assert!(recordable[0].id.starts_with("faq/") && recordable.iter().all(|one| one.id != "reply-parts"));
}
