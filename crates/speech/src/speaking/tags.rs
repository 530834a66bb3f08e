//! Which of the voices that a machine has speaks a language.

/// Macrolanguages, as pages and packs name them, and the languages that voices are made for (ISO 639-3).
const MADE_FOR: [(&str, &str); 2] = [("zh", "cmn"), ("ms", "zsm")];

/// Voices that read a language right where plainer ones do not: the plain Mandarin voice of espeak-ng up to 1.51 reads its
/// own pinyin as English letters.
const READ_RIGHT: [&str; 1] = ["cmn-latn-pinyin"];

/// The tag, of those that a machine has voices for, that speaks `wanted` best: the same one, the same language in the
/// same region or without one, the same language anywhere.
///
/// ```
/// use kaunter_speech::speaking::voice_for;
///
/// let voices = ["en-US", "en-GB", "cmn", "cmn-latn-pinyin", "ko", "yue"];
/// assert_eq!(voice_for("zh-TW", voices), Some("cmn-latn-pinyin"));
/// assert_eq!(voice_for("en", voices), Some("en-US"));
/// assert_eq!(voice_for("ms", voices), None);
/// ```
pub fn voice_for<'a>(wanted: &str, voices: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let rank = |voice: &str| {
        let (language, region) = parts(voice);
        let (of, at) = parts(wanted);
        let made_for = MADE_FOR.iter().any(|(whole, part)| *whole == of && *part == language);
        if language != of && !made_for {
            return None;
        }
        Some(match (region == at, READ_RIGHT.contains(&voice.to_lowercase().as_str()), region.is_empty()) {
            (true, ..) => 0,
            (false, true, _) => 1,
            (false, false, true) => 2,
            (false, false, false) => 3,
        })
    };
    // Of those alike the plainest: the others are variants.
    let ranked = voices.into_iter().filter_map(|voice| Some(((rank(voice)?, voice.len()), voice)));
    ranked.min_by_key(|(rank, _)| *rank).map(|(_, voice)| voice)
}

/// Language and region of a tag, in lower case.
fn parts(tag: &str) -> (String, String) {
    let tag = tag.to_lowercase().replace('_', "-");
    let mut subtags = tag.split('-');
    let language = subtags.next().unwrap_or_default().to_owned();
    let region = subtags.find(|subtag| subtag.len() == 2 || subtag.len() == 3).unwrap_or_default().to_owned();
    (language, region)
}

#[cfg(test)]
mod tests {
    use super::voice_for;

    #[test]
    fn a_voice_of_the_region_comes_first_and_no_other_language_is_taken() {
        assert_eq!(voice_for("zh-TW", ["zh-CN", "zh-TW"]), Some("zh-TW"));
        assert_eq!(voice_for("zh-TW", ["yue-HK", "cmn", "cmn-latn-pinyin"]), Some("cmn-latn-pinyin"));
        assert_eq!(voice_for("zh-TW", ["cmn+max", "cmn"]), Some("cmn"));
        assert_eq!(voice_for("en", ["en-gb-scotland", "en"]), Some("en"));
        assert_eq!(voice_for("ms", ["id", "mt"]), None);
        assert_eq!(voice_for("ko", []), None);
    }
}
