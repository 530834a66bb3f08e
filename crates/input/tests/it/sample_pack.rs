use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use kaunter_input::Bopomofo;

/// Every Han character of the sample pack's documents, questions and answers. The golden questions
/// stay out: some are asked in simplified characters, which nobody types with Bopomofo.
fn characters_of_the_sample_pack() -> BTreeSet<char> {
    let folder = Path::new("../../content/knowledge/zh-TW");
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    files
        .filter(|file| file.file_name() != "golden.csv")
        .filter_map(|file| std::fs::read_to_string(file.path()).ok())
        .flat_map(|text| text.chars().collect::<Vec<_>>())
        .filter(|character| ('\u{4e00}'..='\u{9fff}').contains(character))
        .collect()
}

/// Every syllable there is, in every tone.
fn syllables() -> impl Iterator<Item = String> {
    let with_none = |row: &'static str| row.chars().map(String::from).chain([String::new()]).collect::<Vec<_>>();
    let initials = with_none("ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙ");
    let medials = with_none("ㄧㄨㄩ");
    let rimes = with_none("ㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦ");
    initials.into_iter().flat_map(move |initial| {
        let (medials, rimes) = (medials.clone(), rimes.clone());
        medials.into_iter().flat_map(move |medial| {
            let initial = initial.clone();
            rimes.clone().into_iter().flat_map(move |rime| {
                let sound = format!("{initial}{medial}{rime}");
                "ˉˊˇˋ˙".chars().map(move |tone| format!("{sound}{tone}"))
            })
        })
    })
}

#[test]
fn every_character_of_the_sample_pack_can_be_typed() {
    let bopomofo = Bopomofo::load().expect("it comes along");
    let mut sounds: BTreeMap<char, String> = BTreeMap::new();
    for syllable in syllables() {
        for candidate in bopomofo.compose(&syllable).candidates {
            sounds.extend(candidate.text.chars().map(|it| (it, syllable.clone())));
        }
    }
    let wanted = characters_of_the_sample_pack();
    assert!(wanted.len() > 500, "the sample pack has texts");
    let missing: String = wanted.into_iter().filter(|character| !sounds.contains_key(character)).collect();
    assert!(missing.is_empty(), "cannot be typed: {missing}");
    assert!(sounds.len() > 18_000, "only {} characters", sounds.len());
}
