//! A visit by voice: what is listened for, what becomes of what was said, and when the kiosk falls silent.

use kaunter_clips::{Clip, Encoding};
use kaunter_kiosk::act::Act;
use kaunter_kiosk::view::{Ear, Miss, Screen, Speech, SpeechPiece, View, VoiceManner, VoicePulse};
use kaunter_kiosk::voice::{Decision, Heard, Patience, VoiceNews};
use kaunter_pack::model::Recording;

use crate::forms::ENGLISH;
use crate::hall::{Hall, choose, reply};
use crate::small_pack::pack_with;

/// A kiosk that hears and speaks two languages.
pub fn hall() -> Hall {
    let hall = Hall::new();
    hall.voice.knows(&["en", "zh-TW"]);
    hall
}

impl Hall {
    /// The large button is touched, and this is said.
    pub fn says(&mut self, words: &str) -> View {
        self.says_unsurely(words, 0.9)
    }

    pub fn says_unsurely(&mut self, words: &str, confidence: f32) -> View {
        self.does(Act::Listen);
        self.answers(words, confidence)
    }

    /// This is said in the turn that is open.
    pub fn answers(&mut self, words: &str, confidence: f32) -> View {
        self.voice.hears(words, confidence);
        self.overhears()
    }

    pub fn overhears(&mut self) -> View {
        self.counter.hear().view.expect("nothing has changed")
    }

    pub fn misses(&mut self, why: Miss) -> View {
        self.does(Act::Listen);
        let turn = self.voice.turn().unwrap().number;
        self.voice.tells(VoiceNews::Missed { turn, why });
        self.overhears()
    }

    /// The screens have something said.
    fn is_told(&mut self, id: u32, text: &str, then_listen: bool) {
        let piece = SpeechPiece { text: text.into(), language: "en".into(), clip: None };
        self.counter.say(Speech { id, pieces: vec![piece], then_listen });
    }

    fn speaks_now(&self) -> bool {
        self.voice.speech().is_some_and(|(_, _, speaks)| speaks)
    }
}

#[test]
fn a_question_that_was_spoken_is_answered_like_one_that_was_typed() {
    let mut hall = hall();
    let view = hall.speaks("en");
    assert!(view.voice.hears && view.voice.speaks && view.voice.welcome);
    let view = hall.does(Act::Listen);
    assert_eq!(view.voice.ear, Ear::Listening { speech: false, partial: None });
    let turn = hall.voice.turn().unwrap();
    assert_eq!((turn.language.as_str(), turn.patience), ("en", Patience::Sentence));

    let spoken = reply(hall.answers("How much is the birth grant?", 0.9));
    let mut other = Hall::new();
    other.speaks("en");
    assert_eq!(spoken.parts, other.asks("How much is the birth grant?").parts);
}

#[test]
fn what_the_agency_recorded_is_played_where_it_says_what_the_screen_shows() {
    let mut pack = pack_with(|_, text| text.to_owned());
    let clip = Clip::new(&b"looked at when it is played"[..], Encoding::Wav);
    let recording = Recording { words: Some("What brings you here?".to_owned()), clip, bytes: 27 };
    pack.clips.0.entry("en".to_owned()).or_default().insert("home-title".to_owned(), recording);
    let mut hall = Hall::with(pack);
    hall.voice.knows(&["en", "zh-TW"]);
    hall.speaks("en");
    let says = |hall: &mut Hall, text: &str, clip: &str| {
        let piece = SpeechPiece { text: text.into(), language: "en".into(), clip: Some(clip.to_owned()) };
        let value = SpeechPiece { text: "4 questions".into(), language: "en".into(), clip: None };
        hall.counter.say(Speech { id: 1, pieces: vec![piece, value], then_listen: false });
        hall.voice.recorded()
    };
    assert_eq!(says(&mut hall, "What brings you here?", "home-title"), [true, false], "the voice fills the gap");
    assert_eq!(says(&mut hall, "What brings you here today?", "home-title"), [false, false], "it was reworded");
    assert_eq!(says(&mut hall, "What brings you here?", "voice-choices"), [false, false]);
    let voice = VoiceManner { pace: 2, ..VoiceManner::default() };
    hall.does(Act::SetVoice { voice });
    assert_eq!(says(&mut hall, "What brings you here?", "home-title"), [false, false], "a recording cannot go slower");
}

#[test]
fn what_is_read_to_her_rests_by_a_button_and_by_a_word_and_goes_on() {
    let mut hall = hall();
    hall.speaks("en");
    hall.does(Act::SetVoice { voice: VoiceManner { aloud: true, ..VoiceManner::default() } });
    assert!(!hall.does(Act::PauseSpeaking).voice.paused, "nothing is being said");
    hall.is_told(7, "What brings you here?", true);
    let view = hall.does(Act::PauseSpeaking);
    assert!(view.voice.paused && !hall.speaks_now());
    hall.counter.hear();
    let view = hall.does(Act::GoOnSpeaking);
    assert!(!view.voice.paused && hall.speaks_now());
    assert!(hall.counter.hear().pulses.contains(&VoicePulse::GoesOn { speech: 7 }));

    let turn = hall.voice.turn().expect("whoever answers is still heard").number;
    hall.voice.tells(VoiceNews::SpeechBegan { turn });
    hall.overhears();
    assert!(!hall.speaks_now(), "it gives way to whoever speaks");
    let view = hall.answers("wait", 0.9);
    assert!(view.voice.paused && !hall.speaks_now());
    let turn = hall.voice.turn().unwrap().number;
    hall.voice.tells(VoiceNews::Missed { turn, why: Miss::Silence });
    hall.overhears();
    assert!(hall.voice.turn().unwrap().number > turn, "it waits for her, as long as she is there");
    let view = hall.answers("go on", 0.9);
    assert!(!view.voice.paused && hall.speaks_now());

    hall.does(Act::PauseSpeaking);
    let view = hall.does(Act::OpenForms);
    assert!(!view.voice.paused);
    hall.does(Act::GoOnSpeaking);
    assert!(!hall.speaks_now(), "what rested belongs to the screen before");
}

#[test]
fn she_speaks_over_an_answer_and_asks_the_next_question() {
    let mut hall = hall();
    hall.speaks("en");
    hall.says("How much is the birth grant?");
    hall.is_told(3, "The birth grant is 30,000 dollars.", false);
    assert_eq!(hall.does(Act::StillHere).voice.ear, Ear::Off, "nobody is asked anything");
    let turn = hall.voice.turn().unwrap().number;
    hall.voice.tells(VoiceNews::SpeechBegan { turn });
    hall.overhears();
    assert!(!hall.speaks_now());
    let next = reply(hall.answers("When are you open?", 0.9));
    assert_eq!(next.parts[0].asked.as_str(), "When are you open?");

    hall.is_told(4, "We are open until five.", false);
    assert!(hall.voice.turn().is_some());
    hall.voice.tells(VoiceNews::SaidAll { speech: 4 });
    assert_eq!(hall.overhears().voice.ear, Ear::Off);
    assert!(hall.voice.turn().is_none(), "when all was said nobody is asked anything");

    for speech in 5..9 {
        hall.is_told(speech, "We are open until five.", false);
        let turn = hall.voice.turn().unwrap().number;
        hall.voice.tells(VoiceNews::SpeechBegan { turn });
        hall.voice.tells(VoiceNews::Missed { turn, why: Miss::Unclear });
        let view = hall.overhears();
        assert_eq!(view.voice.ear, Ear::Off, "a chair was moved in the hall");
        assert!(view.voice.paused && !view.voice.touch_first, "and nobody is called for it");
        assert!(matches!(view.screen, Screen::Reply(_)));
    }
}

#[test]
fn the_language_of_the_first_sentence_is_offered_in_that_language() {
    let hears = |hall: &mut Hall, words: &str, language: &str| {
        let turn = hall.voice.turn().unwrap();
        assert_eq!(turn.among, ["zh-TW", "ko", "en"], "any language of the pack");
        let text = words.into();
        let heard = Heard { text, confidence: 0.8, language: Some(language.to_owned()), decision: None };
        hall.voice.tells(VoiceNews::Heard { turn: turn.number, heard });
        hall.overhears()
    };
    let mut hall = hall();
    hall.voice.knows(&["en", "zh-TW", "ko"]);
    assert!(matches!(hall.does(Act::Begin).screen, Screen::Languages));
    hall.does(Act::Listen);
    let view = hears(&mut hall, "여권을 받고 싶어요", "ko");
    assert_eq!(view.voice.ear, Ear::Language { language: "ko".into(), listening: false });
    assert!(matches!(view.screen, Screen::Languages), "nothing was chosen for her");

    hall.does(Act::Listen);
    let turn = hall.voice.turn().unwrap();
    assert_eq!((turn.language.as_str(), turn.among.len()), ("ko", 0), "yes and no are heard in that language");
    let view = hall.answers("네", 0.9);
    assert_eq!(view.language, "ko");
    assert!(!matches!(view.screen, Screen::Languages));

    let mut other = self::hall();
    other.voice.knows(&["en", "zh-TW", "ko"]);
    other.does(Act::Begin);
    other.does(Act::Listen);
    hears(&mut other, "wǒ yào", "ko");
    let view = other.does(Act::CancelListening);
    assert_eq!(view.voice.ear, Ear::Missed { why: Miss::Unclear });
    other.does(Act::Listen);
    let view = hears(&mut other, "我要換駕照", &view.language);
    assert!(!matches!(view.screen, Screen::Languages), "what is on the screen already is taken at once");
}

#[test]
fn whoever_plugs_a_headset_in_is_read_to_and_whoever_pulls_it_out_is_not() {
    let mut hall = hall();
    hall.voice.tells(VoiceNews::Headset { plugged: true });
    let heard = hall.counter.hear();
    let view = heard.view.unwrap();
    assert!(matches!(view.screen, Screen::Languages) && view.preferences.voice.aloud);
    hall.does(choose("en"));
    hall.is_told(1, "What brings you here?", true);
    assert!(hall.speaks_now());
    hall.voice.tells(VoiceNews::Headset { plugged: false });
    let view = hall.overhears();
    assert!(!hall.speaks_now() && !view.preferences.voice.aloud, "the hall hears nothing of hers");
    hall.voice.tells(VoiceNews::Headset { plugged: true });
    let heard = hall.counter.hear();
    assert!(heard.view.unwrap().preferences.voice.aloud);
    assert_eq!(heard.pulses, [VoicePulse::Repeat], "the screen that she is on is said");
}

#[test]
fn whoever_speaks_is_answered_aloud_and_whoever_chose_otherwise_is_not() {
    let mut hall = hall();
    assert!(!hall.speaks("en").preferences.voice.aloud);
    assert!(hall.does(Act::Listen).preferences.voice.aloud);

    let mut quiet = self::hall();
    quiet.speaks("en");
    quiet.does(Act::SetVoice { voice: VoiceManner { aloud: false, pace: 9, volume: 0 } });
    let view = quiet.does(Act::Listen);
    assert_eq!(view.preferences.voice, VoiceManner { aloud: false, pace: 5, volume: 1 });
}

#[test]
fn what_was_heard_badly_is_shown_and_asked_about_before_it_is_taken() {
    let mut hall = hall();
    hall.speaks("en");
    let view = hall.says_unsurely("how much is the bird grant", 0.3);
    assert_eq!(view.voice.ear, Ear::Which { options: vec!["how much is the bird grant".into()], listening: false });
    assert!(matches!(view.screen, Screen::Home { .. }));

    hall.does(Act::Listen);
    let view = hall.answers("no", 0.9);
    assert_eq!(view.voice.ear, Ear::Missed { why: Miss::Unclear }, "it was misheard, and that is said");
    assert!(matches!(view.screen, Screen::Home { .. }));

    hall.says_unsurely("how much is the birth grant", 0.3);
    hall.does(Act::Listen);
    reply(hall.answers("yes", 0.9));
}

#[test]
fn a_wish_is_understood_on_every_screen() {
    let mut hall = hall();
    hall.speaks("en");
    hall.says("How much is the birth grant?");
    let view = hall.says("go back");
    assert!(matches!(view.screen, Screen::Home { .. }), "{:?}", view.screen);
    let view = hall.says("change language");
    assert!(matches!(view.screen, Screen::Languages));
    hall.does(Act::Back);
    let view = hall.says("I need a person");
    assert!(matches!(view.screen, Screen::Person { .. }));
}

#[test]
fn she_asks_to_hear_it_again_and_slower() {
    let mut hall = hall();
    hall.speaks("en");
    hall.does(Act::Listen);
    hall.voice.hears("slower", 0.9);
    let overheard = hall.counter.hear();
    assert!(overheard.pulses.contains(&VoicePulse::Repeat));
    assert_eq!(overheard.view.unwrap().preferences.voice.pace, 2);
}

#[test]
fn she_speaks_over_the_kiosk_and_it_falls_silent_at_once() {
    let mut hall = hall();
    hall.speaks("en");
    hall.does(Act::SetVoice { voice: VoiceManner { aloud: true, ..VoiceManner::default() } });
    hall.is_told(1, "What would you like to know?", true);
    let view = hall.counter.view();
    assert_eq!(view.voice.ear, Ear::Off, "it does not pretend to listen to itself");
    assert!(hall.speaks_now());

    let turn = hall.voice.turn().expect("it must be able to hear who speaks over it").number;
    hall.voice.tells(VoiceNews::SpeechBegan { turn });
    let view = hall.overhears();
    assert!(!hall.speaks_now());
    assert_eq!(view.voice.ear, Ear::Listening { speech: true, partial: None });
}

#[test]
fn it_listens_by_itself_once_its_question_was_said() {
    let mut hall = hall();
    hall.speaks("en");
    hall.does(Act::SetVoice { voice: VoiceManner { aloud: true, ..VoiceManner::default() } });
    hall.is_told(7, "What would you like to know?", true);
    hall.voice.tells(VoiceNews::SaidAll { speech: 6 });
    assert_eq!(hall.counter.hear().view, None, "that was another speech");
    hall.voice.tells(VoiceNews::SaidAll { speech: 7 });
    assert_eq!(hall.overhears().voice.ear, Ear::Listening { speech: false, partial: None });

    // Nobody wished to be listened to: silence is no miss.
    let turn = hall.voice.turn().unwrap().number;
    hall.voice.tells(VoiceNews::Missed { turn, why: Miss::Silence });
    assert_eq!(hall.overhears().voice.ear, Ear::Off);
}

#[test]
fn a_touch_ends_listening_and_speaking_but_scrolling_does_not() {
    let mut hall = hall();
    hall.speaks("en");
    hall.does(Act::Listen);
    hall.is_told(1, "a long answer", false);
    hall.does(Act::StillHere);
    assert!(hall.speaks_now() && hall.voice.turn().is_some());
    let late = hall.voice.turn().unwrap().number;
    hall.does(Act::OpenAsk);
    assert!(!hall.speaks_now() && hall.voice.turn().is_none());

    hall.voice.tells(VoiceNews::SpeechEnded { turn: late });
    assert_eq!(hall.counter.hear().view, None, "what came late leads nowhere");
}

#[test]
fn the_button_is_let_go_and_the_turn_ends() {
    let mut hall = hall();
    hall.speaks("en");
    hall.does(Act::Listen);
    hall.does(Act::FinishListening);
    assert!(hall.voice.is_finished());
    hall.does(Act::CancelListening);
    assert!(hall.voice.turn().is_none());
}

#[test]
fn the_ear_forgets_how_loud_a_visitor_was_when_they_leave() {
    let mut hall = hall();
    hall.speaks("en");
    let before = hall.voice.visitors();
    hall.misses(Miss::TooQuiet);
    assert_eq!(hall.voice.visitors(), before, "still the same visitor");
    hall.does(Act::Leave);
    assert!(hall.voice.visitors() > before);
}

#[test]
fn two_misses_bring_touch_forward_and_three_call_a_person() {
    let mut hall = hall();
    hall.speaks("en");
    let view = hall.misses(Miss::TooNoisy);
    assert_eq!(view.voice.ear, Ear::Missed { why: Miss::TooNoisy });
    assert!(!view.voice.touch_first);
    assert!(hall.misses(Miss::Silence).voice.touch_first);
    let view = hall.misses(Miss::Unclear);
    assert!(matches!(view.screen, Screen::Person { .. }), "{:?}", view.screen);
    assert!(view.call.is_some());
}

#[test]
fn misses_are_counted_place_by_place() {
    let mut hall = hall();
    hall.speaks("en");
    hall.misses(Miss::Unclear);
    hall.does(Act::OpenAsk);
    assert!(!hall.misses(Miss::Unclear).voice.touch_first);
}

#[test]
fn nothing_of_a_voice_outlives_its_visit() {
    let mut hall = hall();
    hall.speaks("en");
    hall.does(Act::Listen);
    let late = hall.voice.turn().unwrap().number;
    hall.is_told(1, "something private", true);
    hall.does(Act::Leave);
    assert!(!hall.speaks_now() && hall.voice.turn().is_none());
    hall.waits(10);
    let view = hall.speaks("zh-TW");
    assert!(!view.preferences.voice.aloud);
    hall.voice.tells(VoiceNews::SpeechEnded { turn: late });
    assert_eq!(hall.counter.hear().view, None);
    assert!(hall.does(Act::Listen).preferences.voice.aloud);
    assert!(hall.voice.turn().unwrap().number > late);
}

#[test]
fn nobody_is_sent_away_while_they_speak_or_are_spoken_to() {
    let mut hall = hall();
    hall.speaks("en");
    hall.is_told(1, "a very long answer", false);
    hall.waits(600);
    assert!(matches!(hall.counter.view().screen, Screen::Home { .. }));
    hall.voice.tells(VoiceNews::SaidAll { speech: 1 });
    hall.counter.hear();
    hall.waits(59);
    assert_eq!(hall.counter.view().leaving_in, None);
    hall.waits(30);
    assert!(!matches!(hall.counter.view().screen, Screen::Home { .. }));
}

#[test]
fn a_countdown_that_is_read_aloud_does_not_keep_the_visit_open() {
    let mut hall = hall();
    hall.speaks("en");
    hall.waits(62);
    assert!(hall.counter.view().leaving_in.is_some());
    hall.is_told(1, "Are you still there?", false);
    hall.waits(10);
    assert!(hall.counter.view().leaving_in.is_some());
    hall.waits(20);
    assert!(!matches!(hall.counter.view().screen, Screen::Home { .. }));
}

#[test]
fn whoever_wants_silence_has_it_at_once() {
    let mut hall = hall();
    hall.speaks("en");
    hall.does(Act::SetVoice { voice: VoiceManner { aloud: true, ..VoiceManner::default() } });
    hall.is_told(1, "What would you like to know?", true);
    hall.does(Act::SetVoice { voice: VoiceManner { pace: 4, aloud: true, ..VoiceManner::default() } });
    assert!(hall.speaks_now(), "another pace is heard while it speaks");
    hall.does(Act::SetVoice { voice: VoiceManner { aloud: false, ..VoiceManner::default() } });
    assert!(!hall.speaks_now() && hall.voice.turn().is_none());
}

#[test]
fn whoever_begins_to_type_is_not_listened_to() {
    let mut hall = hall();
    hall.speaks("en");
    hall.does(Act::SetVoice { voice: VoiceManner { aloud: true, ..VoiceManner::default() } });
    hall.is_told(1, "What would you like to know?", true);
    hall.counter.hush();
    assert!(hall.voice.turn().is_none());
    assert_eq!(hall.counter.view().voice.ear, Ear::Off);
}

#[test]
fn the_attract_screen_and_the_officer_are_neither_listened_to_nor_spoken_to() {
    let mut hall = hall();
    hall.is_told(1, "hello", true);
    assert!(hall.voice.speech().is_none());
    assert!(!hall.does(Act::Listen).voice.welcome);
    assert!(hall.voice.turn().is_none());
    hall.speaks("en");
    hall.does(Act::Listen);
    hall.does(Act::OfficerGesture);
    assert!(hall.voice.turn().is_none());
    hall.is_told(2, "a form of somebody", true);
    assert!(hall.voice.speech().is_none());
}

#[test]
fn a_language_that_cannot_be_heard_is_not_listened_to() {
    let mut hall = hall();
    hall.voice.knows(&["zh-TW"]);
    let view = hall.speaks("en");
    assert!(!view.voice.hears);
    assert_eq!(hall.does(Act::Listen).voice.ear, Ear::Off);
}

#[test]
fn the_first_sentence_tells_the_language() {
    let mut hall = hall();
    hall.does_all([Act::Begin, Act::Listen]);
    let turn = hall.voice.turn().unwrap();
    assert!(turn.among.contains(&"en".to_owned()) && turn.among.contains(&"zh-TW".to_owned()));
    let heard = Heard { text: "hello".into(), confidence: 0.4, language: Some("en".into()), decision: None };
    hall.voice.tells(VoiceNews::Heard { turn: turn.number, heard });
    assert_ne!(hall.overhears().language, "en", "it may be wrong");
    assert_eq!(hall.does(Act::ChooseHeard { which: 0 }).language, "en");
}

#[test]
fn lost_screens_silence_the_voice_though_the_form_waits() {
    let mut hall = hall();
    hall.starts("en", "grant");
    hall.does(Act::Listen);
    hall.is_told(1, "Rosa Quill", true);
    let late = hall.voice.turn().unwrap().number;
    let view = hall.counter.screen_lost();
    assert!(matches!(view.screen, Screen::FormInterrupted { .. }));
    assert!(!hall.speaks_now() && hall.voice.turn().is_none());
    hall.voice.tells(VoiceNews::SpeechEnded { turn: late });
    assert_eq!(hall.counter.hear().view, None);
}

#[test]
fn a_wish_among_the_two_that_were_heard_is_fulfilled_by_touch_too() {
    let mut hall = hall();
    hall.does_all([Act::Begin, choose("en"), Act::OpenForms]);
    hall.does(Act::Listen);
    let turn = hall.voice.turn().unwrap();
    let at = |way: &str| turn.choices.iter().position(|ways| ways.iter().any(|one| one == way)).unwrap();
    let decision = Some(Decision::Either(at("back"), at("repeat")));
    let heard = Heard { text: "back".into(), confidence: 0.5, language: None, decision };
    hall.voice.tells(VoiceNews::Heard { turn: turn.number, heard: heard.clone() });
    assert!(matches!(hall.overhears().voice.ear, Ear::Which { .. }));
    hall.does(Act::ChooseHeard { which: 1 });
    assert!(hall.counter.hear().pulses.contains(&VoicePulse::Repeat));

    hall.does(Act::Listen);
    let turn = hall.voice.turn().unwrap().number;
    hall.voice.tells(VoiceNews::Heard { turn, heard });
    hall.overhears();
    assert!(matches!(hall.does(Act::ChooseHeard { which: 0 }).screen, Screen::Home { .. }));
}

#[test]
fn what_is_asked_about_stays_on_the_screen_while_it_is_listened_for() {
    let mut hall = hall();
    hall.does_all([Act::Begin, choose("en"), Act::OpenForms]);
    hall.does(Act::Listen);
    let turn = hall.voice.turn().unwrap();
    let heard = Heard { text: "back".into(), confidence: 0.5, language: None, decision: Some(Decision::Either(0, 1)) };
    hall.voice.tells(VoiceNews::Heard { turn: turn.number, heard });
    let Ear::Which { options, listening: false } = hall.overhears().voice.ear else { panic!("not asked") };

    hall.is_told(7, "Which of these?", true);
    let asked = hall.voice.turn().expect("the kiosk listens while it asks");
    assert!(asked.choices.iter().any(|ways| ways.contains(&options[0])));
    let which = |listening| Ear::Which { options: options.clone(), listening };
    assert_eq!(hall.counter.view().voice.ear, which(false), "it does not pretend to listen to itself");
    hall.voice.tells(VoiceNews::SaidAll { speech: 7 });
    hall.counter.hear();
    assert_eq!(hall.counter.view().voice.ear, which(true), "and whoever is listened to sees it");

    hall.voice.tells(VoiceNews::Missed { turn: asked.number, why: Miss::Silence });
    hall.counter.hear();
    assert_eq!(hall.counter.view().voice.ear, which(false), "nobody has to hurry");
    let chosen = hall.does(Act::ChooseHeard { which: 0 });
    assert_eq!(chosen.voice.ear, Ear::Off);
}

#[test]
fn what_was_missed_is_told_once() {
    let mut hall = hall();
    hall.starts("en", "grant");
    hall.does(Act::Listen);
    hall.misses(Miss::Unclear);
    hall.is_told(8, "Please say it again", true);
    assert_eq!(hall.counter.view().voice.ear, Ear::Missed { why: Miss::Unclear }, "it is read while it is heard");
    let turn = hall.voice.turn().unwrap().number;
    hall.voice.tells(VoiceNews::SaidAll { speech: 8 });
    hall.counter.hear();
    assert!(matches!(hall.counter.view().voice.ear, Ear::Listening { .. }));
    hall.voice.tells(VoiceNews::Missed { turn, why: Miss::Silence });
    hall.counter.hear();
    assert_eq!(hall.counter.view().voice.ear, Ear::Off);
}

/// Says an answer in a form, and yes to what is read back.
fn tells_aloud(hall: &mut Hall, answer: &str) -> View {
    let heard = hall.says(answer);
    let Screen::FormQuestion(question) = &heard.screen else { panic!("no question: {:?}", heard.screen) };
    assert!(question.read_back.is_some(), "“{answer}” to “{}”: {:?}", question.question, question.faults);
    hall.says("yes")
}

#[test]
fn a_whole_form_is_filled_in_and_handed_in_by_voice_alone() {
    let mut hall = hall();
    hall.starts("en", "grant");
    let [name, birth, member, income] = ENGLISH;
    for answer in [name, birth, "no", member, income, "no", "Bank transfer"] {
        tells_aloud(&mut hall, answer);
    }
    let view = hall.says("skip");
    assert!(matches!(view.screen, Screen::FormReview(_)), "{:?}", view.screen);
    let view = hall.says("yes");
    assert!(matches!(view.screen, Screen::FormFinished(_)), "{:?}", view.screen);
}

#[test]
fn an_answer_that_was_misheard_is_refused_and_said_again() {
    let mut hall = hall();
    let first = hall.starts("en", "grant").place;
    hall.says("Rosa Squill");
    let view = hall.says("no");
    let Screen::FormQuestion(question) = &view.screen else { panic!("{:?}", view.screen) };
    assert_eq!((&question.place, &question.read_back), (&first, &None));
    assert!(!view.voice.touch_first);
    hall.says("Rosa Squill");
    assert!(hall.says("no").voice.touch_first, "twice is enough: touch comes first");
    let view = tells_aloud(&mut hall, "Rosa Quill");
    assert!(!view.voice.touch_first, "another question begins anew");
}

#[test]
fn what_answers_nothing_is_a_miss_and_keeps_nothing() {
    let mut hall = hall();
    hall.starts("en", "grant");
    tells_aloud(&mut hall, ENGLISH[0]);
    let view = hall.says("the colour of the sea");
    assert_eq!(view.voice.ear, Ear::Missed { why: Miss::Unclear });
    hall.says("a big green bus");
    let view = hall.says("a big green bus");
    assert!(matches!(view.screen, Screen::Person { .. }), "{:?}", view.screen);
    assert_eq!(view.open_form.map(|form| form.id), Some("grant".to_owned()));
}
