//! A trainer's desk: a small sound pack in two languages, and what changing it does.

use std::{collections::BTreeMap, fs, path::Path};

use jiff::Zoned;
use kaunter_pack::{Checked, PackFiles, check as check_pack, model::Pack};

/// Files by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The day on which all stories play.
pub fn now() -> Zoned {
    "2026-11-21T10:00:00+08:00[Asia/Taipei]".parse().unwrap()
}

const MANIFEST: &str = r#"id = "harbour-city"
version = "2026.11.1"
agency = { en = "Harbour City Service Centre", ko = "항구시 통합민원센터" }
languages = ["en", "ko"]
office_language = "ko"
"#;

const TOPICS: &str = r#"[[topic]]
id = "birth"
kind = "life-event"
icon = "baby"
title = { en = "A new baby", ko = "아기가 태어났어요" }
summary = { en = "Registration", ko = "출생신고" }
entries = ["birth-register"]
"#;

const NOTICE: &str = r#"id = "typhoon"
kind = "emergency"
published = "2026-11-21T08:00:00+08:00"
expires = "2026-11-23T00:00:00+08:00"
issuer = { en = "City Hall", ko = "시청" }
title = { en = "Typhoon", ko = "태풍" }
body = { en = "All counters close at noon.", ko = "모든 창구는 정오에 닫습니다." }
keywords = { en = ["typhoon"], ko = ["태풍"] }
"#;

const DIRECTORY: &str = "id,language,name,address,counter,phone,hours,services
civil,en,Civil Registry,1 Harbour Road,3,02-1234,8-17,births
civil,ko,가족관계등록계,항구로 1,3,02-1234,8-17,출생
";

const FAQ_EN: &str = "id,question,also_asked,answer,topic,source,section,page,valid_from,valid_until
birth-register,How do I register a birth?,My baby was born|newborn registration,\"Bring both identity cards, within 60 days.\",birth,fees.md,Births,3,2026-01-01,2027-12-31
lost-card,I lost my identity card,my card is gone,Report it at counter 3.,,,,,,
";

const FAQ_KO: &str = "id,question,also_asked,answer,topic,source,section,page,valid_from,valid_until
birth-register,출생신고는 어떻게 하나요?,아기가 태어났어요|신생아 등록,\"60일 안에, 두 분의 신분증을 가져오십시오.\",birth,fees.md,출생,3,2026-01-01,2027-12-31
lost-card,신분증을 잃어버렸어요,신분증 분실,3번 창구에 신고하십시오.,,,,,,
";

const FEES_EN: &str = "---
title: Fees
version: 2026-10-01
topics: birth
---
Fees are paid at the counter. See [births](fees.md#Births).

# Births

Registration is free.
";

const FEES_KO: &str = "---
title: 수수료
version: 2026-10-01
topics: birth
---
수수료는 창구에서 냅니다. [출생](<fees.md#출생>)을 보십시오.

# 출생

신고는 무료입니다.
";

/// A pack without any fault.
pub fn sound_pack() -> Files {
    let files = [
        ("pack.toml", MANIFEST),
        ("topics.toml", TOPICS),
        ("notices/typhoon.toml", NOTICE),
        ("directory.csv", DIRECTORY),
        ("knowledge/en/faq.csv", FAQ_EN),
        ("knowledge/ko/faq.csv", FAQ_KO),
        ("knowledge/en/fees.md", FEES_EN),
        ("knowledge/ko/fees.md", FEES_KO),
        (
            "knowledge/en/golden.csv",
            "question,expected\nbaby registration,birth-register|fees.md#Births\nwho wins?,none\n",
        ),
        ("knowledge/ko/golden.csv", "question,expected\n아기 신고,birth-register\n누가 이겨요?,none\n"),
    ];
    files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).into()
}

/// The sound pack after an edit of one file: `old` becomes `new`.
pub fn edited(path: &str, old: &str, new: &str) -> Files {
    let mut files = sound_pack();
    let text = String::from_utf8(files[path].clone()).unwrap();
    assert!(text.contains(old), "{path} does not hold {old:?}");
    files.insert(path.to_owned(), text.replacen(old, new, 1).into_bytes());
    files
}

/// The sound pack with one more or another file.
pub fn with(path: &str, bytes: impl Into<Vec<u8>>) -> Files {
    let mut files = sound_pack();
    files.insert(path.to_owned(), bytes.into());
    files
}

/// The sound pack under another version.
pub fn version(version: &str) -> Files {
    edited("pack.toml", "2026.11.1", version)
}

pub fn checked(files: Files) -> Checked {
    check_pack(PackFiles::from_bytes(files).unwrap(), &now()).unwrap()
}

pub fn read(files: Files) -> Pack {
    Pack::from_files(&PackFiles::from_bytes(files).unwrap()).unwrap()
}

/// All that is said about a pack, each fault as `file:line code`, in order.
pub fn said_of(files: Files) -> Vec<String> {
    let checked = checked(files);
    let said = checked.report.faults().iter().map(|fault| {
        assert!(fault.kind.remedy().ends_with('.'), "no remedy: {fault}");
        let line = fault.line.map(|line| format!(":{line}")).unwrap_or_default();
        format!("{}{line} {}", fault.file, fault.kind.code())
    });
    said.collect()
}

/// Puts files into a folder.
pub fn lay_out(files: &Files, folder: &Path) {
    for (path, bytes) in files {
        let place = folder.join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
    }
}
