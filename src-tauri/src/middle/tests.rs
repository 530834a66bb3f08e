//! A visitor, a counter that breaks, and what is left on the screen.

use std::sync::{
    Arc, Mutex,
    mpsc::{self, Receiver},
};

use kaunter_kiosk::{
    Said,
    view::{Agency, Display, Preferences, PrinterCard, Screen, VoiceCard},
};

use super::*;

/// A speech at which the counter breaks.
const BREAKS: u32 = 13;

/// A counter that shows how often it was asked, and breaks when told to.
struct Fragile {
    asked: u32,
    broken: bool,
    said: Option<u32>,
}

fn view(screen: Screen, sequence: u32) -> View {
    View {
        sequence,
        visit: 1,
        screen,
        language: "en".into(),
        languages: vec!["en".into()],
        preferences: Preferences::default(),
        agency: Agency { name: "Harbour City".into(), seal: None, pack_version: "1".into() },
        notices: Vec::new(),
        leaving_in: None,
        can_go_back: false,
        call: None,
        open_form: None,
        printer: PrinterCard::None,
        paper: None,
        slips: Vec::new(),
        voice: VoiceCard::default(),
        problem: None,
        display: Display { width_mm: 336.0, height_mm: 597.0 },
    }
}

impl Desk for Fragile {
    fn view(&self) -> View {
        let screen = if self.asked == 0 { Screen::Attract } else { Screen::Ask { examples: Vec::new() } };
        view(screen, self.asked)
    }

    fn act(&mut self, act: Act) -> Acted {
        self.asked += 1;
        let effect = match act {
            Act::Ask { question } if question.as_str() == "break" => {
                panic!("{}", question.as_str())
            }
            Act::Ask { .. } => {
                self.broken = true;
                panic!("for good")
            }
            Act::OfficerExit => Some(Effect::Exit),
            Act::OfficerRestart => Some(Effect::Restart),
            _ => None,
        };
        Acted { view: Desk::view(self), effect }
    }

    fn say(&mut self, speech: Option<Speech>) {
        assert!(speech.as_ref().is_none_or(|speech| speech.id != BREAKS), "a voice that breaks everything");
        self.said = speech.map(|speech| speech.id);
    }

    fn hear(&mut self) -> Overheard {
        let pulses = self.said.take().map(|speech| VoicePulse::SaidAll { speech });
        Overheard { view: None, pulses: pulses.into_iter().collect() }
    }

    fn tick(&mut self) -> Option<View> {
        (self.asked > 0).then(|| Desk::view(self))
    }

    fn screen_lost(&mut self) -> View {
        assert!(!self.broken, "nothing can be done any more");
        self.asked = 0;
        Desk::view(self)
    }
}

/// Notes what happens to the window.
#[derive(Clone)]
struct Notebook(mpsc::Sender<String>);

impl Screens for Notebook {
    fn show(&self, view: &View) {
        self.0.send(format!("shown {}", view.sequence)).unwrap();
    }

    fn feel(&self, pulse: &VoicePulse) {
        self.0.send(format!("felt {pulse:?}")).unwrap();
    }

    fn draw_anew(&self) {
        self.0.send("drawn anew".into()).unwrap();
    }

    fn end(&self) {
        self.0.send("ended".into()).unwrap();
    }
}

fn opened() -> (Middle, Receiver<String>, Arc<Mutex<u32>>) {
    let times = Arc::new(Mutex::new(0));
    let counted = Arc::clone(&times);
    let middle = Middle::start(move |_| {
        *counted.lock().unwrap() += 1;
        Fragile { asked: 0, broken: false, said: None }
    })
    .unwrap();
    let (notes, read) = mpsc::channel();
    middle.attach(Notebook(notes));
    (middle, read, times)
}

fn ask(question: &str) -> Act {
    Act::Ask { question: Said::from(question) }
}

#[test]
fn a_question_that_breaks_the_counter_leaves_the_attract_screen_and_a_kiosk_that_goes_on() {
    let (middle, _, _) = opened();
    middle.act(Act::Begin).unwrap();
    assert_eq!(middle.act(ask("break")).unwrap().screen, Screen::Attract);
    assert_ne!(middle.act(Act::Begin).unwrap().screen, Screen::Attract);
}

#[test]
fn a_counter_that_cannot_even_be_wiped_is_opened_anew() {
    let (middle, _, times) = opened();
    assert_eq!(middle.act(ask("break for good")).unwrap().screen, Screen::Attract);
    assert_eq!(*times.lock().unwrap(), 2);
}

#[test]
fn a_voice_that_breaks_the_counter_leaves_nothing_of_the_visit_on_the_screen() {
    let (middle, notes, _) = opened();
    middle.act(Act::Begin).unwrap();
    middle.say(Some(Speech { id: BREAKS, pieces: Vec::new(), then_listen: false }));
    assert_eq!(notes.recv_timeout(TICK / 2).unwrap(), "shown 0");
}

#[test]
fn a_lost_screen_ends_the_visit_before_it_is_drawn_anew() {
    let (middle, notes, _) = opened();
    middle.act(Act::Begin).unwrap();
    middle.screen_lost("screen-crashed");
    assert_eq!(notes.recv().unwrap(), "drawn anew");
    assert_eq!(middle.view().unwrap().screen, Screen::Attract);
}

#[test]
fn what_changes_by_itself_is_shown_within_a_second_or_two() {
    let (middle, notes, _) = opened();
    middle.act(Act::Begin).unwrap();
    assert_eq!(notes.recv_timeout(Duration::from_secs(5)).unwrap(), "shown 1");
}

#[test]
fn a_new_pack_is_shown_without_waiting_for_the_next_tick() {
    let (middle, notes, _) = opened();
    middle.act(Act::Begin).unwrap();
    middle.look();
    assert_eq!(notes.recv_timeout(TICK / 2).unwrap(), "shown 1");
}

#[test]
fn the_officer_ends_or_restarts_the_kiosk() {
    let (middle, notes, times) = opened();
    middle.act(Act::OfficerRestart).unwrap();
    assert_eq!(notes.recv().unwrap(), "drawn anew");
    assert_eq!(*times.lock().unwrap(), 2);
    middle.act(Act::OfficerExit).unwrap();
    assert_eq!(notes.recv().unwrap(), "ended");
}

#[test]
fn what_is_said_is_felt_by_the_screens() {
    let (middle, notes, _) = opened();
    middle.say(Some(Speech { id: 3, pieces: Vec::new(), then_listen: false }));
    assert_eq!(notes.recv_timeout(TICK / 2).unwrap(), "felt SaidAll { speech: 3 }");
}
