//! The system's own voices, through the `tts` library: speech-dispatcher on Linux, and the like elsewhere.

use std::{collections::BTreeMap, sync::mpsc::Sender};

use tts::{Tts, UtteranceId, Voice};

use super::{MOST, Sentence, Voicebox, voice_for};
use crate::SpeechError;

/// Bits of an id that are the service's own; above them stands which connection it came over.
const ID_BITS: u32 = 48;

/// A language's connection.
struct Connection {
    service: Tts,
    /// From 1.
    number: u64,
}

/// The system's speech service: a connection for each language. Services have voices by the ten thousand and list them all
/// whenever one is set; so each connection's is set once, before anybody waits for it.
pub struct SystemVoice {
    connections: BTreeMap<String, Connection>,
    /// Language of what was said last.
    last: Option<String>,
}

impl SystemVoice {
    /// Connects for each of these languages that the service has a voice for; ids of what was said, or cut short, go to
    /// `said`. Takes a second or two.
    ///
    /// # Errors
    /// Where the machine has no speech service, or it does not answer.
    pub fn open(languages: &[String], said: &Sender<u64>) -> Result<Self, SpeechError> {
        let voices = voices(&connect()?)?;
        let mut connections = BTreeMap::new();
        for (language, at) in languages.iter().zip(1_u64..) {
            let tag = voice_for(language, voices.keys().map(String::as_str));
            let Some(voice) = tag.and_then(|tag| voices.get(tag)) else { continue };
            let mut connection = connect()?;
            connection.set_voice(voice).map_err(|error| silent(&error))?;
            for ended in [Tts::on_utterance_end, Tts::on_utterance_stop] {
                let said = said.clone();
                let tell = move |id| {
                    let _ = said.send(numbered(at, &id));
                };
                ended(&connection, Some(Box::new(tell))).map_err(|error| silent(&error))?;
            }
            connections.insert(language.clone(), Connection { service: connection, number: at });
        }
        Ok(Self { connections, last: None })
    }
}

impl Voicebox for SystemVoice {
    fn languages(&self) -> Vec<String> {
        self.connections.keys().cloned().collect()
    }

    fn speak(&mut self, sentence: &Sentence, pace: u8, volume: u8) -> Result<u64, SpeechError> {
        let Some(Connection { service, number }) = self.connections.get_mut(&sentence.language) else {
            return Err(SpeechError::NoVoice(sentence.language.clone()));
        };
        self.last = Some(sentence.language.clone());
        let pace = between(service.min_rate(), service.normal_rate(), service.max_rate(), 0.5, pace);
        // Speech services are set up at their loudest: louder than that there is nothing, so the middle lies below it.
        let volume = service.min_volume() + (service.max_volume() - service.min_volume()) * loudness(volume);
        service.set_rate(pace).map_err(|error| silent(&error))?;
        service.set_volume(volume).map_err(|error| silent(&error))?;
        let spoken = service.speak(sentence.words.as_str(), false).map_err(|error| silent(&error))?;
        let id = spoken.ok_or_else(|| SpeechError::VoiceService("it gave no number".to_owned()))?;
        Ok(numbered(*number, &id))
    }

    fn stop(&mut self) {
        let speaking = self.last.take().and_then(|language| self.connections.get_mut(&language));
        if let Some(Err(error)) = speaking.map(|connection| connection.service.stop()) {
            tracing::warn!(code = silent(&error).code());
        }
    }
}

fn connect() -> Result<Tts, SpeechError> {
    Tts::default().map_err(|error| silent(&error))
}

/// The plainest voice of each language tag.
fn voices(service: &Tts) -> Result<BTreeMap<String, Voice>, SpeechError> {
    let mut voices = BTreeMap::new();
    for voice in service.voices().map_err(|error| silent(&error))? {
        let tag = voice.language().to_string();
        // A voice "with a touch of" another is for those who look for it.
        let plainer = |known: &Voice| known.name().len() > voice.name().len();
        if voices.get(&tag).is_none_or(plainer) {
            voices.insert(tag, voice);
        }
    }
    Ok(voices)
}

/// A step of [`MOST`] around the usual, at most `reach` of the way to either end.
fn between(least: f32, usual: f32, most: f32, reach: f32, step: u8) -> f32 {
    let middle = f32::from(MOST.div_ceil(2));
    let way = (f32::from(step.clamp(1, MOST)) - middle) / (middle - 1.0) * reach;
    if way < 0.0 { usual + (usual - least) * way } else { usual + (most - usual) * way }
}

/// Share of the loudest, by step.
pub(super) fn loudness(step: u8) -> f32 {
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

/// An id, told apart from those of other connections.
fn numbered(connection: u64, id: &UtteranceId) -> u64 {
    (connection << ID_BITS) | (number(id) & ((1 << ID_BITS) - 1))
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
