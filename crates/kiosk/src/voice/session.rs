//! Voice in a visit: a turn is opened for what the screen expects, what was heard becomes an act, and what is said
//! gives way to whoever speaks or touches.

use kaunter_clips::Clip;
use kaunter_pack::model::Clips;
use kaunter_spoken::Command;

use super::{
    Heard, VoiceNews,
    ear::{Listens, Sequel},
    expectation::{self, Expectation, Meaning, Otherwise},
    screens::expectation,
    spoken,
};
use crate::{
    act::Act,
    content::Content,
    counter::{Counter, Stage},
    said::Said,
    view::{
        FormQuestion, Given, Miss, Preferences, Screen, Speech, SpeechPiece, View, VoiceCard, VoiceManner, VoicePulse,
    },
};

/// What came from the ear and the mouth.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Overheard {
    /// What is shown now, where that changed.
    pub view: Option<View>,
    /// What is not in a view, in order.
    pub pulses: Vec<VoicePulse>,
}

impl Counter {
    /// Says what the screens have composed, instead of whatever is being said, and listens for an answer where one
    /// is welcome. Says nothing while nobody is there or an officer stands in front.
    pub fn say(&mut self, speech: Speech) {
        let Some(Listener { manner, content, .. }) = self.listener() else { return };
        let clips = recordings(&speech, manner, &content.pack().clips);
        let to_somebody = self.leaving_in().is_none();
        let listens = match (speech.then_listen && manner.aloud, manner.aloud && self.reads_answer()) {
            (true, _) => Listens::After,
            (false, true) => Listens::Over,
            (false, false) => Listens::Never,
        };
        self.ear.says(speech.id, to_somebody, listens);
        self.around.voice.say(speech, manner, clips);
        if listens != Listens::Never {
            self.listen(false);
        }
    }

    /// Whether an answer stands on the screen: whoever has understood it, or means something else, speaks over it.
    fn reads_answer(&self) -> bool {
        matches!(self.view().screen, Screen::Reply(_))
    }

    /// To be called when the voice has news, and after each act: takes them in.
    pub fn hear(&mut self) -> Overheard {
        let before = (self.sequence, self.ear.changes);
        for news in self.around.voice.news() {
            self.take_in(news);
        }
        let changed = before != (self.sequence, self.ear.changes);
        Overheard { view: changed.then(|| self.changed()), pulses: std::mem::take(&mut self.ear.pulses) }
    }

    fn take_in(&mut self, news: VoiceNews) {
        match news {
            VoiceNews::Level(dbfs) => self.ear.pulses.push(VoicePulse::Level { dbfs }),
            VoiceNews::Saying { speech, piece, start, end } => {
                self.ear.pulses.push(VoicePulse::Saying { speech, piece, start, end });
            }
            VoiceNews::SaidAll { speech } => {
                if self.ear.is_saying(speech) && self.ear.silence() {
                    self.around.voice.cancel();
                }
                self.ear.pulses.push(VoicePulse::SaidAll { speech });
            }
            VoiceNews::SpeechBegan { turn } => {
                if self.ear.speech_began(turn) {
                    self.give_way();
                }
            }
            VoiceNews::SpeechEnded { turn } => self.ear.speech_ended(turn),
            VoiceNews::Partial { turn, text } => self.ear.partial(turn, text),
            VoiceNews::Heard { turn, heard } => self.heard(turn, heard),
            VoiceNews::Missed { turn, why } => {
                let waits = why == Miss::Silence && self.ear.waits_to_go_on(turn);
                if self.ear.missed(turn, why) {
                    self.call_for_them();
                } else if waits {
                    self.listen(false);
                }
            }
            VoiceNews::DeviceChanged => self.ear.changes += 1,
            VoiceNews::Headset { plugged } => self.headset(plugged),
        }
    }

    /// What an act means for the ear and the mouth: true where it is about nothing else.
    pub(crate) fn voice_act(&mut self, act: &Act) -> bool {
        match act {
            Act::Listen => {
                // What was being said is only interrupted: whoever speaks now may wish it on.
                if !self.ear.rests() {
                    self.give_way();
                }
                self.make_acquaintance();
                self.listen(true);
            }
            Act::PauseSpeaking => {
                self.pause_speaking();
            }
            Act::GoOnSpeaking => self.go_on_speaking(),
            Act::FinishListening => self.around.voice.finish(),
            Act::CancelListening => {
                let refused = self.ear.asks();
                self.stop_listening();
                if refused {
                    self.led_nowhere();
                }
            }
            Act::ChooseHeard { which } => {
                let meaning = self.ear.choose((*which).into());
                if let Some(meaning) = meaning {
                    self.fulfil(meaning);
                }
            }
            // Whoever sets how it speaks, scrolls or types does not mean that it shall fall silent.
            Act::StillHere
            | Act::Entering { .. }
            | Act::SetText { .. }
            | Act::SetTheme { .. }
            | Act::SetReach { .. } => return false,
            Act::SetVoice { voice } => {
                self.ear.acquainted = true;
                if !voice.aloud {
                    self.end_speaking();
                }
                return false;
            }
            _ => {
                self.stop_listening();
                self.end_speaking();
                return false;
            }
        }
        true
    }

    /// Whoever speaks to the kiosk is answered aloud, unless they chose otherwise.
    fn make_acquaintance(&mut self) {
        if !std::mem::replace(&mut self.ear.acquainted, true)
            && let Stage::Visiting(visit) = &mut self.stage
        {
            visit.preferences.voice.aloud = true;
        }
    }

    /// Opens a turn for what the screen expects.
    pub(super) fn listen(&mut self, wished: bool) {
        let view = self.view();
        let Some(expectation) = self.expectation(&view) else { return };
        if !self.around.voice.hears(&view.language) {
            return;
        }
        let offered = self.ear.offered_language().map(str::to_owned);
        let among = match expectation.otherwise {
            Otherwise::Language if offered.is_none() => view.languages.clone(),
            _ => Vec::new(),
        };
        let language = offered.filter(|language| self.around.voice.hears(language)).unwrap_or(view.language.clone());
        let turn = self.ear.open(expectation, spot(&view), &language, among, wished);
        self.around.voice.listen(turn);
    }

    fn expectation(&self, view: &View) -> Option<Expectation> {
        let expected = expectation(view)?;
        Some(match self.ear.offered() {
            Some(offered) => expected.among(offered, self.ear.offered_language().unwrap_or(&view.language)),
            None if self.ear.rests() => expected.with_going_on(&view.language).with_wishes(&view.language),
            None => expected.with_wishes(&view.language),
        })
    }

    pub(crate) fn stop_listening(&mut self) {
        if self.ear.is_open() {
            self.around.voice.cancel();
        }
        self.ear.close();
    }

    /// Nobody is spoken to or listened to any more.
    pub(crate) fn end_voice(&mut self) {
        self.stop_listening();
        self.end_speaking();
        self.ear.forget();
        self.around.voice.next_visitor();
    }

    fn heard(&mut self, turn: u64, heard: Heard) {
        let meaning = match self.ear.heard(turn, heard) {
            Sequel::Nothing => return,
            Sequel::Language(language) if language == self.view().language => {
                Some(Meaning::Do(Act::ChooseLanguage { language }))
            }
            // It may be wrong, and who does not read it could not go back: they are asked, in that language.
            Sequel::Language(language) => return self.ear.offer_language(language),
            Sequel::Meant(meaning) => Some(meaning),
            Sequel::Words(words, otherwise) => self.meaning_of(&words, &otherwise),
        };
        match meaning {
            Some(meaning) => self.fulfil(meaning),
            None => self.led_nowhere(),
        }
    }

    fn fulfil(&mut self, meaning: Meaning) {
        match meaning {
            Meaning::Do(act) => self.do_heard(act),
            Meaning::Wish(wish) => self.wish(wish),
            Meaning::Neither => self.led_nowhere(),
        }
    }

    /// Does what was heard, and looks whether it was understood.
    fn do_heard(&mut self, act: Act) {
        if act == Act::GoOnSpeaking {
            self.go_on_speaking();
            return;
        }
        let refused = matches!(act, Act::RefuseReadBack { .. });
        let before = spot(&self.view());
        let after = self.act(act).view;
        if before != spot(&after) {
            return;
        }
        if was_missed(&after) {
            self.led_nowhere();
        } else if refused && self.ear.count_miss(before) {
            self.act(Act::CallPerson);
        }
    }

    /// What words mean where no choice was heard.
    fn meaning_of(&self, words: &Said, otherwise: &Otherwise) -> Option<Meaning> {
        let language = self.listener().and_then(|listener| spoken(listener.language));
        let wish = language.and_then(|language| kaunter_spoken::command(words.as_str(), &language));
        match (otherwise, wish) {
            (_, Some(wish)) if expectation::is_of_every_screen(wish) => Some(Meaning::Wish(wish)),
            (Otherwise::Goodbye, _) => None,
            (_, Some(Command::Next)) if self.ear.rests() => Some(Meaning::Do(Act::GoOnSpeaking)),
            (Otherwise::Give { place }, _) => {
                Some(Meaning::Do(Act::Give { place: place.clone(), given: Given::Words(words.clone()) }))
            }
            (_, Some(wish)) => Some(Meaning::Wish(wish)),
            (Otherwise::Ask, None) => Some(Meaning::Do(Act::Ask { question: words.clone() })),
            (Otherwise::Language | Otherwise::Nothing, None) => None,
        }
    }

    /// A wish that is the same on every screen.
    fn wish(&mut self, wish: Command) {
        match wish {
            Command::Repeat => self.ear.pulses.push(VoicePulse::Repeat),
            Command::Slower => {
                let preferences = match &mut self.stage {
                    Stage::Visiting(visit) => Some(&mut visit.preferences),
                    Stage::Farewell(farewell) => Some(&mut farewell.preferences),
                    Stage::Attract => None,
                };
                if let Some(Preferences { voice, .. }) = preferences {
                    voice.pace = voice.pace.saturating_sub(1).max(1);
                }
                self.ear.pulses.push(VoicePulse::Repeat);
            }
            // It fell silent for whoever said so; now it rests, and hears when it is to go on.
            Command::Pause if self.ear.rest() => self.listen(false),
            Command::Help => self.help(),
            Command::Stop => self.stop(),
            other => match expectation::command(other) {
                Some(act) => {
                    self.act(act);
                }
                None => self.led_nowhere(),
            },
        }
    }

    /// What a question means, where the pack explains it; elsewhere what can be said and done here.
    fn help(&mut self) {
        let explained = matches!(self.view().screen, Screen::FormQuestion(question) if question.explained);
        if explained {
            self.act(Act::ExplainQuestion);
        } else {
            self.ear.pulses.push(VoicePulse::Help);
        }
    }

    /// Whoever stops with a form open puts it aside: nothing that was answered is lost by a word.
    fn stop(&mut self) {
        let view = self.view();
        let act = match view.screen {
            Screen::FormReview(_) | Screen::FormQuestion(_) | Screen::FormEligibility(_) => Act::PauseForm,
            // It may be somebody else's.
            Screen::FormInterrupted { .. } => Act::CallPerson,
            _ if view.open_form.is_some() => {
                self.act(Act::ContinueForm);
                Act::PauseForm
            }
            _ => Act::Leave,
        };
        self.act(act);
    }

    /// It was heard and means nothing here.
    fn led_nowhere(&mut self) {
        self.ear.unclear();
        let spot = spot(&self.view());
        if self.ear.count_miss(spot) {
            self.call_for_them();
        }
    }

    /// A person comes to whoever is not understood. Those who leave are asked for nothing that they would need one for.
    fn call_for_them(&mut self) {
        if matches!(self.stage, Stage::Visiting(_)) {
            self.act(Act::CallPerson);
        }
    }

    /// Voice, as it is shown with this screen.
    pub(crate) fn voice_card(&self, view: &View) -> VoiceCard {
        let somebody = self.listener().is_some();
        VoiceCard {
            hears: self.around.voice.hears(&view.language),
            speaks: self.around.voice.speaks(&view.language),
            welcome: somebody && expectation(view).is_some(),
            ear: self.ear.draw(),
            paused: self.ear.rests(),
            touch_first: self.ear.touch_first(&spot(view)),
        }
    }

    /// Whoever is in front and spoken to, while no officer is: served, or about to leave.
    fn listener(&self) -> Option<Listener<'_>> {
        let (language, preferences, content) = match &self.stage {
            _ if self.officer.is_some() => return None,
            Stage::Visiting(visit) => (&visit.language, &visit.preferences, &visit.content),
            Stage::Farewell(farewell) if farewell.to_somebody => {
                (&farewell.language, &farewell.preferences, &farewell.content)
            }
            Stage::Farewell(_) | Stage::Attract => return None,
        };
        Some(Listener { language, manner: preferences.voice, content: &**content })
    }
}

/// Whoever is spoken to.
struct Listener<'a> {
    language: &'a str,
    manner: VoiceManner,
    /// Where recordings come from.
    content: &'a dyn Content,
}

/// What of a speech was recorded, piece by piece. A recording has one pace: whoever wishes another hears the voice.
fn recordings(speech: &Speech, manner: VoiceManner, clips: &Clips) -> Vec<Option<Clip>> {
    let usual = manner.pace == VoiceManner::default().pace;
    let recording = |piece: &SpeechPiece| {
        let name = piece.clip.as_ref().filter(|_| usual)?;
        clips.of(&piece.language, name, piece.text.as_str()).cloned()
    };
    speech.pieces.iter().map(recording).collect()
}

/// Where misses are counted: the screen, and the question on it.
fn spot(view: &View) -> String {
    match &view.screen {
        Screen::FormQuestion(question) => question.place.clone(),
        Screen::Reply(reply) => format!("reply {}", reply.parts.len()),
        other => format!("{:?}", std::mem::discriminant(other)),
    }
}

/// Whether an answer was heard and not understood.
fn was_missed(view: &View) -> bool {
    matches!(&view.screen, Screen::FormQuestion(question) if is_open(question) && !question.faults.is_empty())
}

fn is_open(question: &FormQuestion) -> bool {
    question.read_back.is_none()
}
