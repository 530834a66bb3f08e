//! A trainer makes every mistake there is, and is told the file, the line and the remedy.

use std::collections::BTreeSet;

use kaunter_pack::{FaultKind, FileFault, PackError, PackFiles, Severity, check as check_pack};

use crate::desk::{Files, checked, edited, now, said_of, sound_pack, with};

const FAQ: &str = "knowledge/en/faq.csv";
const HEADER: &str = "id,question,also_asked,answer,topic,source,section,page,valid_from,valid_until";
const FEES: &str = "knowledge/en/fees.md";
const NOTICE: &str = "notices/typhoon.toml";

/// Every mistake, one at a time, with all that is said about it.
fn mistakes() -> Vec<(Files, Vec<&'static str>)> {
    [tables(), manifests(), topics_and_notices(), documents(), between_files(), bytes_and_names(), clips()].concat()
}

#[test]
fn a_sound_pack_has_no_fault() {
    assert!(said_of(sound_pack()).is_empty());
}

#[test]
fn every_mistake_is_named_with_its_line_and_nothing_else_is() {
    let differing: Vec<_> = mistakes()
        .into_iter()
        .map(|(files, expected)| (said_of(files), expected))
        .filter(|(said, expected)| said != expected)
        .collect();
    assert!(differing.is_empty(), "said, and expected: {differing:#?}");
}

#[test]
fn there_is_no_fault_that_no_mistake_shows() {
    let shown: BTreeSet<&str> = mistakes()
        .into_iter()
        .flat_map(|(_, expected)| expected)
        .filter_map(|fault| fault.split(' ').next_back())
        .collect();
    let all: BTreeSet<&str> = [FaultKind::CODES, FileFault::CODES].concat().into_iter().collect();
    assert_eq!(shown, all);
}

const EMPTY: &str = "knowledge/en/golden.csv:2 empty-expected";

/// The sound pack with a golden question that expects `id`, and without this text of a document.
fn expecting(id: &str, text: &str) -> Files {
    let mut files = edited("knowledge/en/fees.md", text, "");
    files.insert("knowledge/en/golden.csv".to_owned(), format!("question,expected\nbaby registration,{id}\n").into());
    files
}

fn tables() -> Vec<(Files, Vec<&'static str>)> {
    let row = |row: &str| edited(FAQ, "lost-card,", &format!("{row}\nlost-card,"));
    vec![
        (row("x,\"why?,,because,,,,,,"), vec!["knowledge/en/faq.csv:3 unbalanced-quotes"]),
        (row("x,\"why\"y?,,because,,,,,,"), vec!["knowledge/en/faq.csv:3 unbalanced-quotes"]),
        (
            edited(
                FAQ,
                "lost-card,I lost my identity card",
                "lost-card,\"I lost my
identity card\",,It is at counter 3.
x,\"y",
            ),
            vec!["knowledge/en/faq.csv:5 unbalanced-quotes"],
        ),
        (row("x,why?,,because, I said,,,,,,"), vec!["knowledge/en/faq.csv:3 long-row"]),
        (
            edited(FAQ, "answer,", "reply,"),
            vec!["knowledge/en/faq.csv:1 unknown-column", "knowledge/en/faq.csv:1 missing-column"],
        ),
        (edited(FAQ, "page,", "page,id,"), vec!["knowledge/en/faq.csv:1 repeated-column"]),
        (
            edited(FAQ, ",valid_from,valid_until\n", ",from,valid_until\n"),
            vec!["knowledge/en/faq.csv:1 unknown-column"],
        ),
        (
            with("directory.csv", "id;language;name\ncivil;en;Registry\ncivil;ko;등록계\n"),
            vec!["directory.csv:1 wrong-separator"],
        ),
        (
            with("directory.csv", "id\tlanguage\tname\n1\ten\tA, B\n1\tko\t나\n"),
            vec!["directory.csv:1 wrong-separator"],
        ),
        (edited(FAQ, "Report it at counter 3.", ""), vec!["knowledge/en/faq.csv:3 missing-cell"]),
        (edited(FAQ, "lost-card,", ","), vec!["knowledge/en/faq.csv:3 missing-cell"]),
        (edited(FAQ, "counter 3", &"x".repeat(70_000)), vec!["knowledge/en/faq.csv:3 huge-cell"]),
        (edited(FAQ, "my card is gone", &"where is it|".repeat(10_000)), vec![]),
        (edited(FAQ, "my card is gone", &"x".repeat(5 << 20)), vec!["knowledge/en/faq.csv:3 huge-cell"]),
        (edited(FAQ, "counter 3", &"x".repeat(2_001)), vec!["knowledge/en/faq.csv:3 long-answer"]),
        (row("lost-card,Where is it?,,Gone.,,,,,,"), vec!["knowledge/en/faq.csv:4 duplicate-id"]),
        (with("directory.csv", "id,language,name\na,en,A\na,ko,가\na,ko,나\n"), vec!["directory.csv:4 duplicate-id"]),
        (edited(FAQ, "2027-12-31", "2027/12/31"), vec!["knowledge/en/faq.csv:2 bad-date"]),
        (edited(FAQ, "2026-01-01", "2028-01-01"), vec!["knowledge/en/faq.csv:2 crossed-dates"]),
        (edited(FAQ, "2027-12-31", "2026-11-20"), vec!["knowledge/en/faq.csv:2 expired"]),
        (edited(FAQ, "born|newborn", "born｜newborn"), vec!["knowledge/en/faq.csv:2 fullwidth-bar"]),
        (edited(FAQ, "my card is gone", "  NEWBORN registration! "), vec!["knowledge/en/faq.csv:3 duplicate-phrasing"]),
        (
            edited("knowledge/en/golden.csv", "wins?,none", "wins?,none|lost-card"),
            vec!["knowledge/en/golden.csv:3 mixed-none"],
        ),
        (edited("knowledge/en/golden.csv", "#Births", "#Deaths"), vec!["knowledge/en/golden.csv:2 unknown-expected"]),
        (edited("knowledge/en/golden.csv", "#Births", "#"), vec!["knowledge/en/golden.csv:2 unknown-expected"]),
        (edited("knowledge/en/golden.csv", "#Births", ""), vec![]),
        (expecting("fees.md", "Fees are paid at the counter. See [births](fees.md#Births)."), vec![EMPTY]),
        (expecting("fees.md#Births", "Registration is free."), vec![EMPTY]),
        (
            edited("directory.csv", "civil,ko", "civil,ms"),
            vec!["directory.csv:2 untranslated-office", "directory.csv:3 unknown-language"],
        ),
        (edited("directory.csv", "Civil Registry", ""), vec!["directory.csv:2 missing-cell"]),
        (
            with("directory.csv", "id,language,name,phone,advice\na,en,A,1,helth\na,ko,가,1,\n"),
            vec!["directory.csv:2 bad-choice"],
        ),
        (
            with("directory.csv", "id,language,name,phone,advice\na,en,A,119,health\na,ko,가,119,\n"),
            vec!["directory.csv:3 uneven-advice"],
        ),
        (
            with("directory.csv", "id,language,name,phone,advice\na,en,A,,legal\na,ko,가,1,legal\n"),
            vec!["directory.csv:2 advice-without-phone"],
        ),
    ]
}

fn manifests() -> Vec<(Files, Vec<&'static str>)> {
    let edited = |old: &str, new: &str| edited("pack.toml", old, new);
    vec![
        (edited("id = \"harbour-city\"", "id = \"harbour city"), vec!["pack.toml:1 bad-toml"]),
        (edited("id = \"harbour-city\"", ""), vec!["pack.toml:1 missing-key"]),
        (edited("id = \"harbour-city\"", "id = 7"), vec!["pack.toml:1 wrong-type"]),
        (edited("harbour-city", "Harbour City"), vec!["pack.toml:1 bad-id"]),
        (edited("2026.11.1", "v1"), vec!["pack.toml:2 bad-version"]),
        (edited("\"2026.11.1\"", "2026.11"), vec!["pack.toml:2 bad-version"]),
        (
            edited(", ko = \"항구시 통합민원센터\"", ", ms = \"Pusat\""),
            vec!["pack.toml:3 untranslated-text", "pack.toml:3 unknown-language"],
        ),
        (edited("agency = {", "agency = {}\nseal = {"), vec!["pack.toml:1 missing-key", "pack.toml:4 wrong-type"]),
        (edited("\"en\", \"ko\"]", "\"en\", \"ko\", \"en\"]"), vec!["pack.toml:4 duplicate-id"]),
        (edited("\"en\", \"ko\"]", "\"en\", \"ko\", \"english\"]"), vec!["pack.toml:4 bad-language"]),
        (edited("office_language = \"ko\"", "office_language = \"ms\""), vec!["pack.toml:5 unknown-language"]),
        (
            edited("office_language", "channel = \"stable\"\nofice_language"),
            vec!["pack.toml:1 missing-key", "pack.toml:6 unknown-key"],
        ),
        (edited("office_language", "valid_until = \"soon\"\noffice_language"), vec!["pack.toml:5 bad-date"]),
        (edited("office_language", "valid_until = \"2026-11-20\"\noffice_language"), vec!["pack.toml:5 expired"]),
        (edited("office_language", "seal = \"印章\"\noffice_language"), vec!["pack.toml:5 bad-seal"]),
        (edited("office_language", "recipients = [\"age1short\"]\noffice_language"), vec!["pack.toml:5 bad-recipient"]),
        (unsealed_form(), vec!["pack.toml:1 no-recipient"]),
        (
            edited("office_language", "recipients = [\"age1short\"]\noffice_language")
                .into_iter()
                .chain(crate::forms::form_files())
                .collect(),
            vec!["pack.toml:5 bad-recipient"],
        ),
        (edited("\"ko\"\n", "\"ko\"\n[golden]\nright = 85\n"), vec!["pack.toml:7 bad-share"]),
        (edited("\"ko\"\n", "\"ko\"\ninternal = \"no\"\n"), vec!["pack.toml:6 wrong-type"]),
    ]
}

/// A form, and nobody to seal it to.
fn unsealed_form() -> Files {
    sound_pack().into_iter().chain(crate::forms::form_files()).collect()
}

fn topics_and_notices() -> Vec<(Files, Vec<&'static str>)> {
    let topics = |old: &str, new: &str| edited("topics.toml", old, new);
    let notice = |old: &str, new: &str| edited(NOTICE, old, new);
    vec![
        (topics("\"birth-register\"]", "\"birth-register\", \"grant\"]"), vec!["topics.toml:7 unknown-entry"]),
        (topics("[\"birth-register\"]", "[]"), vec!["topics.toml:7 empty-topic"]),
        (topics("entries = ", "forms = [\"birth-grant\"]\nentries = "), vec!["topics.toml:7 unknown-form"]),
        (topics("\"baby\"", "\"babyy\""), vec!["topics.toml:4 unknown-icon"]),
        (topics("life-event", "event"), vec!["topics.toml:3 bad-choice"]),
        (
            topics("id = \"birth\"", "id = \"births\""),
            vec![
                "knowledge/en/faq.csv:2 unknown-topic",
                "knowledge/en/fees.md:4 unknown-topic",
                "knowledge/ko/faq.csv:2 unknown-topic",
                "knowledge/ko/fees.md:4 unknown-topic",
            ],
        ),
        (
            topics("title = { en = \"A new baby\", ko = \"아기가 태어났어요\" }\n", ""),
            vec!["topics.toml:1 missing-key"],
        ),
        (topics("{ en = \"A new baby\", ko = \"아기가 태어났어요\" }", "{}"), vec!["topics.toml:1 missing-key"]),
        (topics("{ en = \"A new baby\", ko = \"아기가 태어났어요\" }", "5"), vec!["topics.toml:5 wrong-type"]),
        (topics("id = \"birth\"\n", ""), vec!["topics.toml:1 missing-key"]),
        (topics("id = \"birth\"", "id = [\"birth\"]"), vec!["topics.toml:2 wrong-type"]),
        (topics("[[topic]]", "[topic]"), vec!["topics.toml:1 wrong-type"]),
        // A wrong icon leaves the topic what it is: another name is still a wrong one.
        (
            topics("\"baby\"", "5").tap(FEES, "topics: birth", "topics: births"),
            vec!["knowledge/en/fees.md:4 unknown-topic", "topics.toml:4 wrong-type"],
        ),
        (topics(", ko = \"출생신고\"", ""), vec!["topics.toml:6 untranslated-text"]),
        (topics("{ en = \"Registration\", ko = \"출생신고\" }", "{}"), vec![]),
        (
            topics("en = \"Registration\", ko", "ms = \"Daftar\", ko"),
            vec!["topics.toml:6 untranslated-text", "topics.toml:6 unknown-language"],
        ),
        (notice("2026-11-21T08:00:00+08:00", "21 November"), vec!["notices/typhoon.toml:3 bad-time"]),
        (notice("{ en = \"Typhoon\", ko = \"태풍\" }", "5"), vec!["notices/typhoon.toml:6 wrong-type"]),
        (notice("{ en = \"Typhoon\", ko = \"태풍\" }", "{}"), vec!["notices/typhoon.toml:1 missing-key"]),
        (notice("expires = \"2026-11-23T00:00:00+08:00\"\n", ""), vec!["notices/typhoon.toml:1 emergency-without-end"]),
        (notice("2026-11-23", "2026-11-20"), vec!["notices/typhoon.toml:4 notice-ends-first"]),
        (notice("2026-11-21T08", "2026-11-19T08"), vec![]),
        (
            notice("2026-11-21T08", "2026-11-19T08").tap(NOTICE, "2026-11-23", "2026-11-20"),
            vec!["notices/typhoon.toml:4 expired"],
        ),
        (notice(", ko = [\"태풍\"]", ""), vec!["notices/typhoon.toml:8 emergency-without-keywords"]),
        (notice("id = \"typhoon\"", "id = \"storm\""), vec!["notices/typhoon.toml:1 notice-misnamed"]),
    ]
}

fn documents() -> Vec<(Files, Vec<&'static str>)> {
    let edited = |old: &str, new: &str| edited(FEES, old, new);
    vec![
        (edited("version: 2026-10-01\n", ""), vec!["knowledge/en/fees.md:1 undated-document"]),
        (
            edited("topics: birth", "topics: birth\nthe fees of the city"),
            vec!["knowledge/en/fees.md:5 bad-front-matter"],
        ),
        (edited("topics: birth\n---", "topics: birth"), vec!["knowledge/en/fees.md:1 open-front-matter"]),
        (edited("Registration is free.", "# Births\n\nfree"), vec!["knowledge/en/fees.md:10 repeated-heading"]),
        (edited("Registration is free.", "##\n\nfree"), vec!["knowledge/en/fees.md:10 empty-heading", EMPTY]),
        (edited("Registration is free.", "##Deaths\n\nfree"), vec!["knowledge/en/fees.md:10 heading-without-space"]),
        (
            edited("Registration is free.", "<b>free</b>\n\n<table>\n<tr>\n</table>\n"),
            vec!["knowledge/en/fees.md:12 html-not-read"],
        ),
        (edited("Registration is free.", "<!-- ask Lee -->\n\n<!--\nagain\n-->\n"), vec![]),
        (edited("fees.md#Births", "fee.md"), vec!["knowledge/en/fees.md:6 dead-link"]),
        (edited("fees.md#Births", "#Deaths"), vec!["knowledge/en/fees.md:6 dead-section"]),
        (edited("fees.md#Births", "https://example.org/x"), vec![]),
        (edited("fees.md#Births", "mailto:a@example.org"), vec![]),
        (edited("fees.md#Births", "./fees.md#%42irths"), vec![]),
        (edited("topics: birth", "valid_until: 2026-01-31"), vec!["knowledge/en/fees.md:4 expired"]),
        (edited("topics: birth", "valid_until: 31.1.2026"), vec!["knowledge/en/fees.md:4 bad-date"]),
    ]
}

fn between_files() -> Vec<(Files, Vec<&'static str>)> {
    let without = |path: &str| {
        let mut files = sound_pack();
        files.remove(path);
        files
    };
    vec![
        (edited(FAQ, "birth,fees.md", "birth,fee.md"), vec!["knowledge/en/faq.csv:2 dead-link"]),
        (edited(FAQ, "fees.md,Births", "fees.md,births"), vec!["knowledge/en/faq.csv:2 dead-section"]),
        (edited(FAQ, "fees.md,Births", "The Fees Act,§ 3"), vec![]),
        (
            with("knowledge/en/rules.md", "---\nversion: 2026-01-01\n---\nNo dogs."),
            vec!["knowledge/en/rules.md untranslated-document"],
        ),
        (
            with("knowledge/ms/rules.md", "---\nversion: 2026-01-01\n---\nTiada anjing."),
            vec!["knowledge/ms unknown-language"],
        ),
        (
            edited("pack.toml", "\"ko\"]", "\"ko\", \"ms\"]"),
            vec![
                "notices/typhoon.toml:5 untranslated-text",
                "notices/typhoon.toml:6 untranslated-text",
                "notices/typhoon.toml:7 untranslated-text",
                "notices/typhoon.toml:8 emergency-without-keywords",
                "pack.toml:3 untranslated-text",
                "pack.toml:4 language-without-content",
                "topics.toml:5 untranslated-text",
                "topics.toml:6 untranslated-text",
            ],
        ),
        (
            without("topics.toml"),
            vec![
                "knowledge/en/faq.csv:2 unknown-topic",
                "knowledge/en/fees.md:4 unknown-topic",
                "knowledge/ko/faq.csv:2 unknown-topic",
                "knowledge/ko/fees.md:4 unknown-topic",
            ],
        ),
        (
            with(FAQ, format!("{HEADER}\n")),
            vec![
                "knowledge/en/faq.csv empty-file",
                "knowledge/en/golden.csv:2 unknown-expected",
                "knowledge/ko/faq.csv:2 untranslated-entry",
                "knowledge/ko/faq.csv:3 untranslated-entry",
            ],
        ),
        (without("notices/typhoon.toml"), vec![]),
    ]
}

fn bytes_and_names() -> Vec<(Files, Vec<&'static str>)> {
    vec![
        (edited(FEES, "Registration", "Regis\u{FEFF}tration"), vec!["knowledge/en/fees.md:10 inner-byte-order-mark"]),
        (edited(FAQ, "Report it", "Report \u{7}it"), vec!["knowledge/en/faq.csv:3 control-character"]),
        (edited(FAQ, "Report it", "Rep\u{FFFD}rt it"), vec!["knowledge/en/faq.csv:3 damaged-text"]),
        (
            with("topics.toml", b"title = \"\xB0\xA8\"".as_slice())
                .tap(FAQ, ",birth,", ",,")
                .tap(FEES, "topics: birth", "")
                .tap("knowledge/ko/faq.csv", ",birth,", ",,")
                .tap("knowledge/ko/fees.md", "topics: birth", ""),
            vec!["topics.toml:1 not-utf8"],
        ),
        (with("knowledge/en/faq.xlsx", "x"), vec!["knowledge/en/faq.xlsx stray-file"]),
        (with("clips/x.wav", "x"), vec!["clips/x.wav stray-file"]),
        (with("README.md", "x"), vec![]),
        (with("knowledge/en/.~lock.faq.csv#", "x"), vec![]),
        (with("Notices/flood.toml", "x"), vec!["Notices/flood.toml misnamed-file"]),
        (with("knowledge/en/Golden.CSV", "x"), vec!["knowledge/en/Golden.CSV misnamed-file"]),
        (with("knowledge/en/a#b.md", "x"), vec!["knowledge/en/a#b.md unportable-name"]),
        (with("knowledge/en/nul.md", "x"), vec!["knowledge/en/nul.md unportable-name"]),
        (with("knowledge/english/a.md", "x"), vec!["knowledge/english/a.md bad-language"]),
    ]
}

const FEE: &str = "id,words\nfaq/lost-card,Report it at counter 3.\n";

/// A recording of `seconds` at this loudness.
fn wav(seconds: u32, loudness: i16) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let spec =
        hound::WavSpec { channels: 1, sample_rate: 8000, bits_per_sample: 16, sample_format: hound::SampleFormat::Int };
    let mut writer = hound::WavWriter::new(&mut bytes, spec).unwrap();
    (0..8000 * seconds).for_each(|at| writer.write_sample(if at % 20 < 10 { loudness } else { -loudness }).unwrap());
    writer.finalize().unwrap();
    bytes.into_inner()
}

fn clips() -> Vec<(Files, Vec<&'static str>)> {
    let noted = |path: &str, sound: Vec<u8>| with("clips/en/clips.csv", FEE).and(path, sound);
    let small = || wav(1, 8000);
    let fee = "clips/en/faq/lost-card.wav";
    // Kept small by its own silence: the most that a recording may be is looked at too.
    let large: Vec<u8> = {
        let mut sound = small();
        sound.resize(65 << 20, 0);
        sound
    };
    vec![
        (noted(fee, small()), vec![]),
        (noted("clips/en/faq/lost-card.ogg", small()), vec!["clips/en/faq/lost-card.ogg clip-unreadable"]),
        (noted(fee, wav(61, 8000)), vec!["clips/en/faq/lost-card.wav clip-too-long"]),
        (noted(fee, wav(1, 8)), vec!["clips/en/faq/lost-card.wav clip-silent"]),
        (noted(fee, large), vec!["clips clips-too-large"]),
        (noted(fee, small()).and("clips/en/home-titel.wav", small()), vec!["clips/en/home-titel.wav unknown-clip"]),
        (noted(fee, small()).and("clips/en/reply-parts.wav", small()), vec!["clips/en/reply-parts.wav clip-of-values"]),
        (
            noted(fee, small()).and("clips/en/home-title.wav", small()),
            vec!["clips/en/home-title.wav clip-without-words"],
        ),
        (with("clips/en/clips.csv", FEE), vec!["clips/en/clips.csv:2 clip-missing"]),
        (
            noted(fee, small()).tap("clips/en/clips.csv", "counter 3", "counter 4"),
            vec!["clips/en/clips.csv:2 clip-outdated"],
        ),
        (noted(fee, small()).tap("clips/en/clips.csv", "counter 3.", "Counter 3"), vec![]),
        (
            noted(fee, small()).and("clips/en/faq/lost-card.ogg", small()),
            vec!["clips/en/faq/lost-card.ogg clip-unreadable", "clips/en/faq/lost-card.wav clip-twice"],
        ),
        (with("clips/fi/home-title.wav", small()), vec!["clips/fi unknown-language"]),
        (with("clips/en/home-title.mp3", small()), vec!["clips/en/home-title.mp3 stray-file"]),
    ]
}

trait Tap {
    fn and(self, path: &str, bytes: Vec<u8>) -> Self;

    fn tap(self, path: &str, old: &str, new: &str) -> Self;
}

impl Tap for Files {
    fn and(mut self, path: &str, bytes: Vec<u8>) -> Self {
        self.insert(path.to_owned(), bytes);
        self
    }

    fn tap(mut self, path: &str, old: &str, new: &str) -> Self {
        let text = String::from_utf8(self[path].clone()).unwrap();
        assert!(text.contains(old), "{path} does not hold {old:?}");
        self.insert(path.to_owned(), text.replacen(old, new, 1).into_bytes());
        self
    }
}

#[test]
fn a_spreadsheet_saved_in_an_old_encoding_is_recognised() {
    // Each begins as the same table with a question in its own script.
    let cases: [(&str, &str, &[u8]); 4] = [
        ("zh-TW", "Big5", b"\xA7\xDA\xAA\xBA\xA8\xAD\xA5\xF7\xC3\xD2\xBF\xF2\xA5\xA2\xA4F"),
        ("ko", "EUC-KR (CP949)", b"\xBD\xC5\xBA\xD0\xC1\xF5\xC0\xBB \xC0\xD2\xBE\xEE\xB9\xF6\xB7\xC8\xBE\xEE\xBF\xE4"),
        ("en", "windows-1252", b"Where is the caf\xE9 and the r\xE9sum\xE9?"),
        ("ms", "UTF-16", b"\xFF\xFEi\0d\0,\0q\0"),
    ];
    for (language, encoding, question) in cases {
        let start: &[u8] = if encoding == "UTF-16" { b"" } else { b"id,question,answer\na,ok,ok\nb," };
        let bytes = [start, question, b",x\n"].concat();
        let report = checked(with(&format!("knowledge/{language}/faq.csv"), bytes)).report;
        let found = report.faults().iter().find(|fault| fault.kind.code() == "not-utf8");
        let found = found.map(|fault| (fault.kind.to_string(), fault.line));
        let line = if encoding == "UTF-16" { 1 } else { 3 };
        let said = format!("the text is not UTF-8; it looks like {encoding}");
        assert_eq!(found, Some((said, Some(line))), "in {language}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_one_fault_and_no_more_where_others_name_what_is_in_it() {
    let files = sound_pack();
    let named = |path: &&String| path.ends_with(".csv") || path.ends_with(".md") || path.as_str() == "topics.toml";
    for path in files.keys().filter(named) {
        let (header, rows) = files[path].split_at(files[path].iter().position(|byte| *byte == b'\n').unwrap() + 1);
        let mut damaged = header.to_vec();
        for row in rows.split_inclusive(|byte| *byte == b'\n') {
            damaged.extend(b"\xA4\xA4");
            damaged.extend(row);
        }
        let said = said_of(with(path, damaged));
        assert!(matches!(&said[..], [one] if one.ends_with(" not-utf8")), "{path}: {said:?}");
    }
}

#[test]
fn a_duplicate_phrasing_or_an_expired_entry_does_not_keep_a_pack_from_being_built() {
    for files in [
        edited(FAQ, "my card is gone", "newborn registration"),
        edited(FAQ, "2027-12-31", "2026-11-20"),
        with("knowledge/en/rules.md", "No dogs."),
    ] {
        let checked = checked(files);
        assert!(checked.report.warnings() > 0);
        checked.build().unwrap();
    }
}

#[test]
fn a_pack_with_an_error_is_not_built() {
    let refusal = checked(edited(FAQ, "Report it at counter 3.", "")).build().unwrap_err();
    assert_eq!(refusal.code(), "pack-faulty");
    assert!(refusal.to_string().contains("knowledge/en/faq.csv:3"), "{refusal}");
}

#[test]
fn a_folder_without_a_manifest_is_no_pack() {
    let refusal = check_pack(PackFiles::default(), &now()).unwrap_err();
    assert!(matches!(refusal, PackError::NotAPack { .. }));
}

#[test]
fn a_thousand_equal_faults_are_listed_a_hundred_times_and_counted() {
    let rows: String = (0..1000).map(|row| format!("id-{row},question {row},\n")).collect();
    let report = checked(with(FAQ, format!("id,question,answer\n{rows}"))).report;
    let listed = report.faults().iter().filter(|fault| fault.kind.code() == "missing-cell").count();
    assert_eq!(listed, 100);
    assert!(report.unlisted().any(|unlisted| unlisted == (FAQ, "missing-cell", 900)));
    assert!(report.errors() >= 1000);
    let first = report.first_error().unwrap();
    assert_eq!((first.severity(), first.line), (Severity::Error, Some(2)));
}

#[test]
fn a_report_for_scripts_names_code_line_and_remedy() {
    let checked = checked(edited(FAQ, "Report it at counter 3.", ""));
    let json = serde_json::to_value(checked.report.faults()).unwrap();
    assert_eq!(json[0]["file"], FAQ);
    assert_eq!(json[0]["line"], 3);
    assert_eq!(json[0]["severity"], "error");
    assert_eq!(json[0]["code"], "missing-cell");
    assert_eq!(json[0]["message"], "the cell “answer” is empty");
    assert_eq!(json[0]["remedy"], "Fill it, or delete the row.");
}
