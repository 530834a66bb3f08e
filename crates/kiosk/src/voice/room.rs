//! The real ear and mouth: what a visit wishes, as what the speech crate does, and back.

use std::iter::repeat;

use kaunter_clips::Clip;
use kaunter_speech::{
    headset::Headset,
    hearing::{self, Candidate, Ears, EarsSettings, EarsState, Expecting, HearingEvent, Listening, NotHeard},
    speaking::{Mouth, Sentence, SpeakingEvent, Tones, Utterance},
};
use kaunter_spoken::aloud;

use super::{Decision, Heard, Patience, Turn, Voice, VoiceNews, sound_check::SoundCheck, spoken};
use crate::{
    said::Said,
    view::{Miss, Speech, SpeechPiece, VoiceDevice, VoiceManner},
};

/// An ear with a microphone and a model, a mouth with the system's voices.
pub struct SpeechRoom {
    ears: Ears,
    mouth: Mouth,
    headset: Headset,
    /// Languages that the model hears.
    languages: Vec<String>,
    /// Number of the speech that was told last: what comes of an earlier one is past.
    speech: u32,
    /// Where each sentence of it stands: piece, and UTF-16 units of its text.
    marks: Vec<(u32, u32, u32)>,
    state: EarsState,
    check: SoundCheck,
    /// What was the matter with the model before it was opened.
    trouble: Option<Trouble>,
}

/// What the choice of a model came to, where not all is well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// None can be used: why, as a code.
    NoModel(&'static str),
    /// None is fast enough for this machine; the fastest hears.
    Slow,
}

impl SpeechRoom {
    /// Opens both, without waiting for either; `wake` is called, from other threads, when there is news. `languages` are
    /// those that the model hears, `trouble` what an officer is to know of it.
    pub fn open(
        settings: EarsSettings,
        languages: Vec<String>,
        trouble: Option<Trouble>,
        wake: impl Fn() + Clone + Send + 'static,
    ) -> Self {
        Self {
            ears: Ears::open(settings, wake.clone()),
            headset: Headset::watch(wake.clone()),
            mouth: Mouth::open(kaunter_spoken::Language::tags(), wake.clone()),
            check: SoundCheck::new(move || Tones::play(wake.clone())),
            languages,
            speech: 0,
            marks: Vec::new(),
            state: EarsState::Opening,
            trouble,
        }
    }

    fn mark(&mut self, piece: usize, sentence: &kaunter_spoken::Sentence, text: &str) -> u32 {
        let units = |upto: usize| text.get(..upto).map_or(0, |before| before.encode_utf16().count());
        let (start, end) = (units(sentence.source.start), units(sentence.source.end));
        self.marks.push((count(piece), count(start), count(end)));
        count(self.marks.len() - 1)
    }

    fn sentences(&mut self, piece: usize, of: &SpeechPiece, clip: Option<Clip>) -> Vec<Sentence> {
        if let Some(clip) = clip {
            return vec![self.recorded(piece, of, clip)];
        }
        let Some(language) = spoken(&of.language) else { return Vec::new() };
        let sentence = |said: kaunter_spoken::Sentence, room: &mut Self| Sentence {
            mark: room.mark(piece, &said, of.text.as_str()),
            words: said.words.into(),
            language: of.language.clone(),
            clip: None,
        };
        aloud(of.text.as_str(), &language).into_iter().map(|said| sentence(said, self)).collect()
    }

    /// A piece that was recorded: one sentence, however many it has. The voice has its words, should it not play.
    fn recorded(&mut self, piece: usize, of: &SpeechPiece, clip: Clip) -> Sentence {
        let text = of.text.as_str();
        let words = spoken(&of.language).map_or_else(Vec::new, |language| aloud(text, &language));
        let words: Vec<String> = words.into_iter().map(|said| said.words).collect();
        self.marks.push((count(piece), 0, count(text.encode_utf16().count())));
        let mark = count(self.marks.len() - 1);
        Sentence { words: words.join(" ").into(), language: of.language.clone(), mark, clip: Some(clip) }
    }

    fn heard_of_ears(&mut self, event: HearingEvent) -> Option<VoiceNews> {
        Some(match event {
            HearingEvent::Level { dbfs } => VoiceNews::Level(dbfs),
            HearingEvent::SpeechBegan { turn } => VoiceNews::SpeechBegan { turn },
            HearingEvent::SpeechEnded { turn } => VoiceNews::SpeechEnded { turn },
            HearingEvent::Partial { turn, text } => VoiceNews::Partial { turn, text: Said::from(text.as_str()) },
            HearingEvent::Heard { turn, text, confidence, language, decision, millis: _ } => {
                let decision = decision.map(|decision| decided(&decision));
                VoiceNews::Heard {
                    turn,
                    heard: Heard { text: Said::from(text.as_str()), confidence, language, decision },
                }
            }
            HearingEvent::NotHeard { turn, why } => VoiceNews::Missed { turn, why: missed(why)? },
            HearingEvent::MicrophoneLost | HearingEvent::MicrophoneFound { .. } => VoiceNews::DeviceChanged,
        })
    }

    fn heard_of_mouth(&mut self, event: SpeakingEvent) -> Option<VoiceNews> {
        if self.check.heard(event) {
            return Some(VoiceNews::DeviceChanged);
        }
        match event {
            SpeakingEvent::Saying { number, .. } if number != self.speech => None,
            SpeakingEvent::Saying { number, mark } => {
                self.ears.kiosk_speaks(true);
                let (piece, start, end) = *self.marks.get(usize::try_from(mark).ok()?)?;
                Some(VoiceNews::Saying { speech: number, piece, start, end })
            }
            SpeakingEvent::SaidAll { number, how: _ } => {
                if number == self.speech {
                    self.ears.kiosk_speaks(false);
                }
                Some(VoiceNews::SaidAll { speech: number })
            }
            SpeakingEvent::VoicesChanged => Some(VoiceNews::DeviceChanged),
        }
    }
}

impl Voice for SpeechRoom {
    fn hears(&self, language: &str) -> bool {
        matches!(self.state, EarsState::Ready { .. }) && self.languages.iter().any(|known| known == language)
    }

    fn speaks(&self, language: &str) -> bool {
        self.mouth.speaks(language)
    }

    fn device(&self) -> VoiceDevice {
        let model = match &self.state {
            EarsState::Ready { model, .. } => Some(model.clone()),
            _ => None,
        };
        let hears = if model.is_some() { self.languages.clone() } else { Vec::new() };
        let all = kaunter_spoken::Language::tags();
        let speaks: Vec<String> = all.into_iter().filter(|tag| self.mouth.speaks(tag)).collect();
        let trouble = trouble(self.trouble, &self.state, !speaks.is_empty()).map(str::to_owned);
        VoiceDevice { microphone: self.ears.microphone(), model, trouble, hears, speaks, speaker: self.check.speaker }
    }

    fn listen(&mut self, turn: Turn) {
        let Turn { number, language, among, choices, patience } = turn;
        let candidate = |(at, wordings): (usize, Vec<String>)| Candidate { id: at.to_string(), wordings };
        let expecting = match patience {
            Patience::Short => Expecting::Short,
            Patience::Sentence => Expecting::Sentence,
            Patience::Groups => Expecting::Digits,
        };
        let choices = choices.into_iter().enumerate().map(candidate).collect();
        self.ears.listen(Listening { turn: number, language, among, choices, expecting, partials: true });
    }

    fn finish(&mut self) {
        self.ears.finish();
    }

    fn cancel(&mut self) {
        self.ears.cancel();
    }

    fn say(&mut self, speech: Speech, manner: VoiceManner, clips: Vec<Option<Clip>>) {
        self.marks.clear();
        let Speech { id, pieces, then_listen: _ } = speech;
        self.speech = id;
        let pieces = pieces.iter().zip(clips.into_iter().chain(repeat(None))).enumerate();
        let sentences = pieces.flat_map(|(at, (piece, clip))| self.sentences(at, piece, clip)).collect();
        // From here on, and not from its first sound: what it hears of itself must open no turn.
        self.ears.kiosk_speaks(true);
        self.mouth.say(Utterance { number: id, sentences, pace: manner.pace, volume: manner.volume });
    }

    fn hush(&mut self) {
        self.mouth.hush();
        self.ears.kiosk_speaks(false);
    }

    fn pause(&mut self) {
        self.mouth.pause();
        self.ears.kiosk_speaks(false);
    }

    fn go_on(&mut self) {
        self.ears.kiosk_speaks(true);
        self.mouth.go_on();
    }

    fn next_visitor(&mut self) {
        self.ears.next_visitor();
    }

    fn check_sound(&mut self, on: bool) {
        self.check.turn(on, &mut self.ears, &mut self.mouth);
    }

    fn try_speaker(&mut self, sentence: SpeechPiece) {
        self.check.try_speaker(sentence);
    }

    fn news(&mut self) -> Vec<VoiceNews> {
        let state = self.ears.state();
        let looked = self.check.looked(&mut self.mouth);
        let changed = (looked || state != self.state).then_some(VoiceNews::DeviceChanged);
        self.state = state;
        // What was said comes first: it may be why something was heard.
        let said = self.mouth.events();
        let said: Vec<VoiceNews> = said.into_iter().filter_map(|event| self.heard_of_mouth(event)).collect();
        let heard = self.ears.events();
        let heard: Vec<VoiceNews> = heard.into_iter().filter_map(|event| self.heard_of_ears(event)).collect();
        let headset = self.headset.news().map(|plugged| VoiceNews::Headset { plugged });
        changed.into_iter().chain(headset).chain(said).chain(heard).collect()
    }
}

/// What keeps it from hearing or speaking, or makes people wait, as a code: the gravest first.
fn trouble(of_model: Option<Trouble>, ears: &EarsState, speaks: bool) -> Option<&'static str> {
    let hearing = match (of_model, ears) {
        // Ears without a model only know that they have none.
        (Some(Trouble::NoModel(why)), EarsState::NoModel(_)) => Some(why),
        (_, state) => state.code(),
    };
    let slow = || (of_model == Some(Trouble::Slow)).then_some("voice-model-slow");
    hearing.or_else(|| (!speaks).then_some("voice-no-speaker")).or_else(slow)
}

fn decided(decision: &hearing::Decision) -> Decision {
    // Candidates were numbered here: whatever is no number is none of them.
    let at = |id: &str| id.parse().unwrap_or(usize::MAX);
    match decision {
        hearing::Decision::Accept { id, margin: _ } => Decision::Accept(at(id)),
        hearing::Decision::Ask { first, second } => {
            Decision::Either(at(first), second.as_deref().map_or(at(first), at))
        }
        hearing::Decision::NoneOfThese => Decision::NoneOfThese,
    }
}

/// Why nothing came of it; `None` where it was cancelled from here.
fn missed(why: NotHeard) -> Option<Miss> {
    Some(match why {
        NotHeard::Silence => Miss::Silence,
        NotHeard::TooQuiet => Miss::TooQuiet,
        NotHeard::TooNoisy => Miss::TooNoisy,
        NotHeard::OnlyNoise => Miss::Unclear,
        NotHeard::Failed => Miss::Trouble,
        NotHeard::Cancelled => return None,
    })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_officer_is_told_the_true_reason_and_the_gravest() {
        let missing = || EarsState::NoModel("voice-model-missing");
        let cut = Some(Trouble::NoModel("voice-model-truncated"));
        let ready =
            || EarsState::Ready { microphone: "desk".to_owned(), model: "base".to_owned(), millis_per_second: 700 };
        for (of_model, ears, speaks, told) in [
            (None, missing(), true, Some("voice-model-missing")),
            (cut, missing(), true, Some("voice-model-truncated")),
            (cut, EarsState::CpuTooOld, true, Some("voice-processor-too-old")),
            (None, ready(), false, Some("voice-no-speaker")),
            (Some(Trouble::Slow), EarsState::NoMicrophone, true, Some("voice-no-microphone")),
            (Some(Trouble::Slow), ready(), false, Some("voice-no-speaker")),
            (Some(Trouble::Slow), ready(), true, Some("voice-model-slow")),
            (None, ready(), true, None),
        ] {
            assert_eq!(trouble(of_model, &ears, speaks), told, "{of_model:?} {ears:?} {speaks}");
        }
    }
}
