//! Words that models invent: the ends of the videos that they learned from, written where nobody speaks. Which they are
//! is data, `locales/<language>/hearing/phantoms.txt`; here stands when they are not believed.

use std::{collections::BTreeMap, sync::LazyLock};

use include_dir::{Dir, include_dir};

use crate::hearing::voice::{STANDS_OUT, soft_and_loud};

static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../locales");
/// Read once, by the model's name of each language.
static ALL: LazyLock<BTreeMap<String, Phantoms>> = LazyLock::new(read_all);

/// In nats a token: what somebody says close to a microphone is likelier than this.
const CERTAIN: f32 = -0.25;
/// Above this the model itself doubts that anybody speaks.
const DOUBTED: f32 = 0.2;
/// A voice at a counter is louder than this at its loudest, in dBFS.
const WEAK: f32 = -45.0;

/// What is invented in one language, as letters alone.
#[derive(Default)]
struct Phantoms {
    whole: Vec<String>,
    beginnings: Vec<String>,
}

/// How believable it is that somebody spoke.
#[derive(Debug, Clone, Copy)]
pub(super) struct Believed {
    /// Average likelihood of the words, in nats a token.
    pub likelihood: f32,
    /// How likely the model finds it that nobody speaks, 0 to 1.
    pub nobody: f32,
}

/// Whether these words, all of them, are among those that are invented in a language, once or several times.
pub(super) fn is_phantom(language: &str, text: &str) -> bool {
    ALL.get(language).is_some_and(|phantoms| phantoms.are_all_of(&letters(text)))
}

/// Whether somebody certainly spoke: nothing else makes such words credible.
pub(super) fn is_certain(samples: &[f32], Believed { likelihood, nobody }: Believed) -> bool {
    likelihood >= CERTAIN && nobody <= DOUBTED && is_voice_like(samples)
}

/// Whether the sound is as loud as a voice close by, and goes up and down as one.
fn is_voice_like(samples: &[f32]) -> bool {
    soft_and_loud(samples).is_some_and(|(soft, loud)| loud > WEAK && loud - soft > STANDS_OUT)
}

impl Phantoms {
    fn read(text: &str) -> Self {
        let mut phantoms = Self::default();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let list = if line.ends_with('…') { &mut phantoms.beginnings } else { &mut phantoms.whole };
            list.push(letters(line));
        }
        // What begins alike is taken off as a whole.
        phantoms.whole.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
        phantoms
    }

    fn are_all_of(&self, letters: &str) -> bool {
        let mut rest = letters;
        loop {
            if self.beginnings.iter().any(|beginning| rest.starts_with(beginning)) {
                return true;
            }
            match self.whole.iter().find_map(|phrase| rest.strip_prefix(phrase.as_str())) {
                Some("") => return true,
                Some(left) => rest = left,
                None => return false,
            }
        }
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Languages by the model's name: the first part of the folder's.
fn read_all() -> BTreeMap<String, Phantoms> {
    let of_folder = |folder: &Dir<'static>| {
        let tag = folder.path().to_str()?;
        let file = LOCALES.get_file(format!("{tag}/hearing/phantoms.txt"))?;
        let language = tag.split('-').next()?.to_owned();
        Some((language, Phantoms::read(file.contents_utf8()?)))
    };
    LOCALES.dirs().filter_map(of_folder).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RATE;

    /// The well-known ones, and what people really say.
    const SAID: [(&str, &str, bool); 22] = [
        ("en", " Thank you for watching.", true),
        ("en", "Thanks for watching! Thanks for watching!", true),
        ("en", "Thank you. Thank you. Bye.", true),
        ("en", "Subtitles by the Amara.org community", true),
        ("en", "you", true),
        ("en", "Thank you, I would like to renew my licence", false),
        ("en", "your office", false),
        ("en", "yes", false),
        ("ms", "Terima kasih kerana menonton", true),
        ("ms", "Terima kasih. Jumpa lagi di video seterusnya!", true),
        ("ms", "terima kasih, saya mahu bayar saman", false),
        ("ms", "ya", false),
        ("ko", "시청해주셔서 감사합니다.", true),
        ("ko", "MBC 뉴스 이덕영입니다.", true),
        ("ko", "구독과 좋아요 부탁드립니다. 감사합니다.", true),
        ("ko", "주민등록증을 잃어버렸습니다", false),
        ("ko", "네", false),
        ("zh", "請不吝點贊 訂閱 轉發 打賞支持明鏡與點點欄目", true),
        ("zh", "字幕由 Amara.org 社群提供", true),
        ("zh", "謝謝大家 我們下次再見", true),
        ("zh", "謝謝，我要換駕照", false),
        ("fi", "Kiitos", false),
    ];

    #[test]
    fn invented_subtitles_are_told_from_what_people_say() {
        for (language, text, phantom) in SAID {
            assert_eq!(is_phantom(language, text), phantom, "{language}: {text}");
        }
        assert_eq!(ALL.len(), 4);
    }

    fn sound(loudness: impl Fn(f32) -> f32) -> Vec<f32> {
        let each = |at: u32| {
            let second = at as f32 / RATE as f32;
            loudness(second) * (second * 1400.0).sin()
        };
        (0..RATE * 2).map(each).collect()
    }

    #[test]
    fn they_are_believed_only_of_somebody_who_certainly_spoke() {
        let sure = Believed { likelihood: -0.1, nobody: 0.01 };
        let syllables = sound(|second| if second % 0.4 < 0.25 { 0.2 } else { 0.002 });
        assert!(is_certain(&syllables, sure));
        assert!(!is_certain(&syllables, Believed { likelihood: -0.4, ..sure }));
        assert!(!is_certain(&syllables, Believed { nobody: 0.5, ..sure }));
        for (what, noise) in [
            ("a hum", sound(|_| 0.2)),
            ("far away", sound(|second| if second % 0.4 < 0.25 { 0.003 } else { 0.0001 })),
            ("silence", sound(|_| 0.0)),
            ("nothing", Vec::new()),
        ] {
            assert!(!is_certain(&noise, sure), "{what}");
        }
    }
}
