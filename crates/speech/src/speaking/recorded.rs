//! A voice with recordings: what was recorded is played, the rest is said by the system's voice.

use kaunter_clips::Sound;

use super::{Sentence, Voicebox};
use crate::SpeechError;

/// Plays sound aloud: a loudspeaker, or a test's.
pub trait Player {
    /// Begins to play it, with a volume of 1 to [`super::MOST`]; the id comes back as those of a [`Voicebox`] do, once it
    /// was heard to its end.
    ///
    /// # Errors
    /// Where there is no loudspeaker, or it refuses.
    fn play(&mut self, sound: Sound, volume: u8) -> Result<u64, SpeechError>;
    /// Falls silent at once.
    fn stop(&mut self);
}

/// A voice and a player beside it.
pub struct Recorded<V, P> {
    voice: V,
    player: P,
}

impl<V: Voicebox, P: Player> Recorded<V, P> {
    /// Plays what was recorded, and has `voice` say the rest.
    pub fn new(voice: V, player: P) -> Self {
        Self { voice, player }
    }
}

impl<V: Voicebox, P: Player> Voicebox for Recorded<V, P> {
    fn languages(&self) -> Vec<String> {
        self.voice.languages()
    }

    fn speak(&mut self, sentence: &Sentence, pace: u8, volume: u8) -> Result<u64, SpeechError> {
        let Some(clip) = &sentence.clip else { return self.voice.speak(sentence, pace, volume) };
        let sound = clip.sound().map_err(|fault| SpeechError::Loudspeaker(fault.to_string()));
        // Nobody is to miss a sentence because its recording does not play.
        sound.and_then(|sound| self.player.play(sound, volume)).or_else(|error| {
            tracing::warn!(code = error.code(), %error, "the voice says what was recorded");
            self.voice.speak(sentence, pace, volume)
        })
    }

    fn stop(&mut self) {
        self.player.stop();
        self.voice.stop();
    }
}
