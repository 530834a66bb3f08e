//! Languages of the kiosk as languages of the model, and which of a few was spoken. It knows no words of any.

use whisper_rs::WhisperTokenId;

use crate::SpeechError;

/// Languages that models take for each other so easily that one's likelihood counts for the other: Malay and
/// Indonesian, Mandarin and Cantonese.
const LIKE: [(&str, &str); 2] = [("ms", "id"), ("zh", "yue")];

/// The model's name of a language: the first part of its tag.
pub(super) fn of_model(tag: &str) -> Result<&'static str, SpeechError> {
    let first = tag.split(['-', '_']).next().unwrap_or_default();
    whisper_rs::get_lang_id(first)
        .and_then(whisper_rs::get_lang_str)
        .ok_or_else(|| SpeechError::Language(tag.to_owned()))
}

/// The model's number of a language.
pub(super) fn id(tag: &str) -> Result<i32, SpeechError> {
    whisper_rs::get_lang_id(of_model(tag)?).ok_or_else(|| SpeechError::Language(tag.to_owned()))
}

/// Which of `among` is likeliest by the `logits` that follow the beginning.
pub(super) fn likeliest(
    among: &[String],
    logits: &[f32],
    token: impl Fn(i32) -> WhisperTokenId,
) -> Result<String, SpeechError> {
    let logit = |tag: &str| {
        let token = whisper_rs::get_lang_id(tag).map(&token).and_then(|token| usize::try_from(token).ok());
        token.and_then(|token| logits.get(token)).copied().unwrap_or(f32::NEG_INFINITY)
    };
    let offered: Vec<&str> = among.iter().map(|tag| of_model(tag)).collect::<Result<_, _>>()?;
    let likelihood = |tag: &str| {
        let like = LIKE.iter().filter(|(one, other)| *one == tag && !offered.contains(other));
        like.map(|(_, other)| logit(other)).fold(logit(tag), f32::max)
    };
    let best = among.iter().zip(&offered).max_by(|one, other| likelihood(one.1).total_cmp(&likelihood(other.1)));
    best.map(|(tag, _)| tag.clone()).ok_or_else(|| SpeechError::Language(String::new()))
}
