//! Papers that are asked for by voice: as their buttons are called, and where they are offered.

use std::{fs, path::Path};

use kaunter_kiosk::act::Act;
use kaunter_kiosk::post::LookedUp;
use kaunter_kiosk::view::{
    Ear, Miss, PaperState, PrinterCard, Screen, SlipOf, Speech, SpeechPiece, View, VoiceManner, VoicePulse,
};
use kaunter_kiosk::voice::VoiceNews;
use kaunter_pack::{PackFiles, model::Pack};
use kaunter_paper::Sheet;

use crate::forms::ENGLISH;
use crate::hall::{Hall, link};
use crate::voice::hall;

const LANGUAGES: [&str; 4] = ["zh-TW", "ms", "ko", "en"];

/// A kiosk with a printer that hears and speaks all languages of the sample pack.
fn by_a_printer() -> Hall {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let hall = Hall::with(Pack::from_files(&PackFiles::open(&sample).unwrap()).unwrap());
    hall.voice.knows(&LANGUAGES);
    hall.room.is(PrinterCard::Ready { codes: Vec::new() });
    hall
}

/// What is written on a button.
fn words(language: &str, id: &str) -> String {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let text = fs::read_to_string(locales.join(language).join("kiosk.ftl")).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix(id)?.strip_prefix(" = "));
    line.expect(id).to_owned()
}

fn asked_for(view: &View) -> Vec<(SlipOf, PaperState)> {
    view.slips.iter().map(|slip| (slip.of.clone(), slip.paper.state.clone())).collect()
}

impl Hall {
    /// The screen is read to whoever stands there, who may answer.
    fn is_read_to(&mut self, then_listen: bool) {
        let piece = SpeechPiece { text: "…".into(), language: self.counter.view().language, clip: None };
        self.counter.say(Speech { id: 9, pieces: vec![piece], then_listen });
    }

    /// Leaves after calling a person: there is something to take along.
    fn leaves_with_a_number(&mut self, language: &str) -> View {
        self.speaks(language);
        self.does(Act::SetVoice { voice: VoiceManner { aloud: true, ..VoiceManner::default() } });
        self.does(Act::CallPerson);
        self.does(Act::Leave)
    }
}

#[test]
fn how_far_an_application_is_is_printed_at_a_word_in_every_language() {
    for language in LANGUAGES {
        let mut hall = by_a_printer();
        hall.post.lists("2026-11-21T00:30:00Z");
        hall.speaks(language);
        hall.does(Act::LookUpStatus { reference: "HC 2026/0417".into(), second: "".into() });
        hall.does(Act::Listen);
        let label = words(language, "slip-print-status");
        let listened_for = |hall: &Hall| hall.voice.turn().unwrap().choices.concat().contains(&label);
        assert!(!listened_for(&hall), "{language}: nothing is known yet");
        hall.post.answers(LookedUp::Found { status: "✓".into(), since: None, next: None });
        hall.waits(1);
        let view = hall.says(&label);
        let of = SlipOf::Status { reference: "HC 2026/0417".into() };
        assert_eq!(asked_for(&view), [(of.clone(), PaperState::Sending)], "{language}");
        assert!(matches!(hall.room.sheets().pop(), Some(Sheet::Status(_))), "{language}");

        hall.does(Act::Listen);
        assert!(!listened_for(&hall), "{language}: it is under way");
        hall.room.says(PaperState::Failed { code: "printer-job-aborted".into(), detail: None });
        hall.waits(1);
        assert_eq!(asked_for(&hall.says(&words(language, "slip-again"))), [(of, PaperState::Sending)], "{language}");
    }
}

#[test]
fn what_was_done_is_printed_at_a_word_when_she_leaves_in_every_language() {
    for language in LANGUAGES {
        let mut hall = by_a_printer();
        let view = hall.leaves_with_a_number(language);
        assert!(matches!(view.screen, Screen::Farewell { receipt: true, .. }), "{language}: {:?}", view.screen);
        assert!(view.voice.welcome && view.preferences.voice.aloud, "{language}");
        hall.is_read_to(true);
        let view = hall.answers(&words(language, "slip-print-receipt"), 0.9);
        assert_eq!(asked_for(&view), [(SlipOf::Receipt, PaperState::Sending)], "{language}");
        assert!(matches!(hall.room.sheets().pop(), Some(Sheet::Receipt(_))), "{language}");
    }
}

#[test]
fn the_farewell_waits_for_whoever_hears_it_or_speaks_and_then_nobody_is_heard_any_more() {
    let mut hall = by_a_printer();
    hall.leaves_with_a_number("en");
    let farewell = |hall: &Hall| matches!(hall.counter.view().screen, Screen::Farewell { .. });
    hall.is_read_to(true);
    hall.waits(30);
    assert!(farewell(&hall), "it is still being read");
    hall.voice.tells(VoiceNews::SaidAll { speech: 9 });
    hall.overhears();
    let turn = hall.voice.turn().unwrap().number;
    hall.voice.tells(VoiceNews::SpeechBegan { turn });
    hall.overhears();
    hall.waits(30);
    assert!(farewell(&hall), "she speaks");
    hall.voice.tells(VoiceNews::Missed { turn, why: Miss::Unclear });
    assert_eq!(hall.overhears().voice.ear, Ear::Missed { why: Miss::Unclear });
    hall.does(Act::Listen);
    let before = hall.voice.visitors();
    hall.waits(12);
    assert!(!farewell(&hall) && hall.voice.turn().is_none(), "whoever stands there now is somebody else");
    assert!(hall.voice.visitors() > before);
}

#[test]
fn whoever_begins_while_the_farewell_stands_is_heard_as_somebody_else() {
    let mut hall = by_a_printer();
    hall.leaves_with_a_number("en");
    hall.says("print what was done");
    let before = hall.voice.visitors();
    hall.does(Act::Begin);
    assert!(hall.voice.visitors() > before);
}

#[test]
fn what_belongs_to_a_visit_is_not_wished_for_when_it_is_over() {
    let mut hall = by_a_printer();
    hall.leaves_with_a_number("en");
    for words in ["back", "a person", "stop", "another language", "start over", "never mind that"] {
        let view = hall.says(words);
        assert!(matches!(view.screen, Screen::Farewell { .. }), "“{words}” led to {:?}", view.screen);
    }
    hall.does(Act::Listen);
    hall.voice.hears("repeat", 0.9);
    assert!(hall.counter.hear().pulses.contains(&VoicePulse::Repeat));
}

#[test]
fn nobody_is_spoken_to_after_somebody_who_has_gone_away() {
    let mut hall = by_a_printer();
    hall.speaks("en");
    hall.does(Act::SetVoice { voice: VoiceManner { aloud: true, ..VoiceManner::default() } });
    let gone = hall.waits(80).pop().unwrap();
    assert!(matches!(gone.screen, Screen::Farewell { .. }), "{:?}", gone.screen);
    assert!(!gone.preferences.voice.aloud && !gone.voice.welcome);
    hall.is_read_to(true);
    assert!(hall.voice.speech().is_none());
}

#[test]
fn a_form_that_was_not_printed_is_left_to_an_officer() {
    let mut hall = hall();
    hall.room.is(PrinterCard::Ready { codes: Vec::new() });
    hall.hands_in("en", &ENGLISH);
    hall.says("print my form");
    hall.room.says(PaperState::Failed { code: "printer-job-aborted".into(), detail: None });
    hall.waits(1);
    let before = hall.room.sheets().len();
    for words in ["print my form", "print again", "yes"] {
        hall.does(Act::Listen);
        hall.voice.hears(words, 0.9);
        hall.counter.hear();
        assert_eq!(hall.room.sheets().len(), before, "“{words}”");
    }
}

#[test]
fn whoever_says_print_gets_the_paper_that_is_offered() {
    let finished = || {
        let mut hall = hall();
        hall.room.is(PrinterCard::Ready { codes: Vec::new() });
        let number = hall.hands_in("en", &ENGLISH);
        (hall, number)
    };
    let (mut first, number) = finished();
    first.says("print appointment request");
    first.says("print my form");
    first.says("the queue number");
    let asked: Vec<SlipOf> = first.counter.view().slips.into_iter().map(|slip| slip.of).collect();
    let of = |id: &str| SlipOf::OfForm { number: number.clone(), id: id.into() };
    assert_eq!((asked, first.room.clears()), (vec![of("visit"), of("desk")], 3));

    let (mut by_title, _) = finished();
    by_title.says("talking about your allowance");
    assert_eq!(by_title.room.clears(), 1);
    // What is under way is not ordered a second time.
    by_title.says("print appointment request");
    assert_eq!(by_title.room.clears(), 0);
    by_title.room.is(PrinterCard::None);
    by_title.says("print my form");
    assert_eq!(by_title.room.clears(), 0, "nothing prints here any more");

    for (acts, words) in [
        (&[link("birth-grant")][..], "Print this answer"),
        (&[link("birth-grant")], "print"),
        (&[Act::OpenNotice { id: "lift".into() }], "print this notice"),
        (&[Act::CallPerson], "print my number"),
    ] {
        let mut hall = hall();
        hall.room.is(PrinterCard::Ready { codes: Vec::new() });
        hall.speaks("en");
        acts.iter().for_each(|act| drop(hall.does(act.clone())));
        hall.says(words);
        assert_eq!(hall.room.clears(), 1, "“{words}” after {acts:?}");
    }
}
