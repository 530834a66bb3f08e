//! The system's own voices, through the `tts` library: speech-dispatcher on Linux, and the like elsewhere.

use std::{collections::BTreeMap, sync::mpsc::Sender};

use tts::{Tts, UtteranceId, Voice};

use super::{MOST, Sentence, Voicebox, voice_for};
use crate::SpeechError;

/// The system's speech service, with the voices that it has.
pub struct SystemVoice {
    service: Tts,
    /// By language tag; the plainest of each.
    voices: BTreeMap<String, Voice>,
    /// Of the voice that is set.
    set: Option<String>,
}

impl SystemVoice {
    /// Connects; ids of what was said, or cut short, go to `said`.
    ///
    /// # Errors
    /// Where the machine has no speech service, or it does not answer.
    pub fn open(said: &Sender<u64>) -> Result<Self, SpeechError> {
        let service = Tts::default().map_err(|error| silent(&error))?;
        for ended in [Tts::on_utterance_end, Tts::on_utterance_stop] {
            let said = said.clone();
            let tell = move |id| {
                let _ = said.send(number(&id));
            };
            ended(&service, Some(Box::new(tell))).map_err(|error| silent(&error))?;
        }
        let mut voices = BTreeMap::new();
        for voice in service.voices().map_err(|error| silent(&error))? {
            let tag = voice.language().to_string();
            // A voice "with a touch of" another is for those who look for it.
            let plainer = |known: &Voice| known.name().len() > voice.name().len();
            if voices.get(&tag).is_none_or(plainer) {
                voices.insert(tag, voice);
            }
        }
        Ok(Self { service, voices, set: None })
    }

    fn turn_to(&mut self, language: &str) -> Result<(), SpeechError> {
        if self.set.as_deref() == Some(language) {
            return Ok(());
        }
        let tag = voice_for(language, self.voices.keys().map(String::as_str));
        let voice = tag.and_then(|tag| self.voices.get(tag)).ok_or_else(|| SpeechError::NoVoice(language.to_owned()))?;
        self.service.set_voice(voice).map_err(|error| silent(&error))?;
        self.set = Some(language.to_owned());
        Ok(())
    }
}

impl Voicebox for SystemVoice {
    fn languages(&self) -> Vec<String> {
        self.voices.keys().cloned().collect()
    }

    fn speak(&mut self, sentence: &Sentence, pace: u8, volume: u8) -> Result<u64, SpeechError> {
        self.turn_to(&sentence.language)?;
        let service = &mut self.service;
        let pace = between(service.min_rate(), service.normal_rate(), service.max_rate(), 0.5, pace);
        // Speech services are set up at their loudest: louder than that there is nothing, so the middle lies below it.
        let volume = service.min_volume() + (service.max_volume() - service.min_volume()) * loudness(volume);
        service.set_rate(pace).map_err(|error| silent(&error))?;
        service.set_volume(volume).map_err(|error| silent(&error))?;
        let spoken = service.speak(sentence.words.as_str(), false).map_err(|error| silent(&error))?;
        spoken.as_ref().map(number).ok_or_else(|| SpeechError::VoiceService("it gave no number".to_owned()))
    }

    fn stop(&mut self) {
        if let Err(error) = self.service.stop() {
            tracing::warn!(code = silent(&error).code());
        }
    }
}

/// A step of [`MOST`] around the usual, at most `reach` of the way to either end.
fn between(least: f32, usual: f32, most: f32, reach: f32, step: u8) -> f32 {
    let middle = f32::from(MOST.div_ceil(2));
    let way = (f32::from(step.clamp(1, MOST)) - middle) / (middle - 1.0) * reach;
    if way < 0.0 { usual + (usual - least) * way } else { usual + (most - usual) * way }
}

/// Share of the loudest, by step.
fn loudness(step: u8) -> f32 {
    match step {
        0 | 1 => 0.4,
        2 => 0.55,
        3 => 0.7,
        4 => 0.85,
        _ => 1.0,
    }
}

fn silent(error: &tts::Error) -> SpeechError {
    SpeechError::VoiceService(error.to_string())
}

/// The number in an id, whatever the system.
#[cfg(target_os = "linux")]
fn number(id: &UtteranceId) -> u64 {
    let UtteranceId::SpeechDispatcher(number) = id;
    *number
}

/// The same for one object, and different for two, where ids are no numbers.
#[cfg(not(target_os = "linux"))]
fn number(id: &UtteranceId) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::{between, loudness};

    #[test]
    fn five_paces_lie_around_the_usual_one() {
        let paces = [1, 2, 3, 4, 5].map(|step| between(-100.0, 0.0, 100.0, 0.5, step));
        assert_eq!(paces, [-50.0, -25.0, 0.0, 25.0, 50.0]);
        assert!([1, 2, 3, 4, 5].map(loudness).is_sorted());
    }
}
