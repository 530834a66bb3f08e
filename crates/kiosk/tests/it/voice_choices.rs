//! What is shown is said instead of touched; what is a question stays one; and what is wished for on any screen.

use kaunter_kiosk::act::Act;
use kaunter_kiosk::view::{Ear, Miss, Screen, View, VoicePulse};
use kaunter_kiosk::voice::{Decision, Heard, VoiceNews};

use crate::forms::ENGLISH;
use crate::hall::{Hall, ask, link, topic};
use crate::small_pack::pack_with;
use crate::voice::hall;

/// Where somebody is, in a word.
fn place(view: &View) -> String {
    match &view.screen {
        Screen::Home { .. } => "home".into(),
        Screen::Topic { topic, .. } => format!("topic {}", topic.id),
        Screen::Reply(reply) => format!("reply to {}", reply.asked.as_str()),
        Screen::Notice { notice } => format!("notice {}", notice.id),
        Screen::Forms { .. } => "forms".into(),
        Screen::FormIntroduction(introduction) => {
            let forms: Vec<&str> = introduction.forms.iter().map(|form| form.id.as_str()).collect();
            format!("before {}", forms.join(" and "))
        }
        Screen::FormQuestion(question) => format!("asked for {}", question.place),
        Screen::Ask { .. } => "ask".into(),
        Screen::Languages => "languages".into(),
        Screen::FormPaused { form, .. } => format!("paused {}", form.id),
        Screen::Person { .. } => "person".into(),
        Screen::Farewell { .. } => "farewell".into(),
        other => format!("{other:?}"),
    }
}

/// Where these words lead, said after these acts.
fn said_after(acts: &[Act], words: &str) -> String {
    let mut hall = hall();
    hall.speaks("en");
    for act in acts {
        hall.does(act.clone());
    }
    place(&hall.says(words))
}

impl Hall {
    /// The recogniser dictates these words, and holds this for a choice by its sound.
    fn hears_as(&mut self, words: &str, sound: impl Fn(usize) -> Decision, of: &str) -> View {
        self.does(Act::Listen);
        let turn = self.voice.turn().unwrap();
        let way = |ways: &Vec<String>| ways.iter().any(|way| way == of);
        let at = turn.choices.iter().position(way).unwrap_or_else(|| panic!("“{of}” is not listened for"));
        let heard = Heard { text: words.into(), confidence: 0.9, language: None, decision: Some(sound(at)) };
        self.voice.tells(VoiceNews::Heard { turn: turn.number, heard });
        self.overhears()
    }
}

#[test]
fn what_is_shown_is_said_instead_of_touched() {
    let grant = || link("birth-grant");
    for (acts, words, leads_to) in [
        (&[][..], "A new baby", "topic birth"),
        (&[], "passports", "topic travel"),
        (&[], "fill in a form", "forms"),
        (&[], "type a question", "ask"),
        (&[], "The lift is being repaired", "notice lift"),
        (&[topic("birth")], "How do I register a birth?", "reply to How do I register a birth?"),
        (&[topic("birth")], "Pier allowance", "before grant"),
        (&[topic("birth")], "all together", "before feedback and grant"),
        (&[Act::OpenForms], "Ideas", "before feedback"),
        (&[grant()], "Pier allowance", "before grant"),
        (&[grant()], "How do I register a birth?", "reply to How do I register a birth?"),
        (&[grant()], "all topics", "home"),
        (&[ask("something about a passport")], "Passports", "topic travel"),
        (&[Act::OpenNotice { id: "lift".into() }], "all topics", "home"),
        (&[Act::CallPerson], "carry on", "home"),
        (&[Act::CallPerson], "no longer needed", "home"),
    ] {
        assert_eq!(said_after(acts, words), leads_to, "“{words}” after {acts:?}");
    }
}

#[test]
fn a_question_that_holds_a_title_is_a_question() {
    let question = "what do I have to do for a new baby";
    for sound in
        [Decision::Accept as fn(usize) -> Decision, |at| Decision::Either(at, at), |at| Decision::Either(at, 0)]
    {
        let mut hall = hall();
        hall.speaks("en");
        let view = hall.hears_as(question, sound, "A new baby");
        assert_eq!(place(&view), format!("reply to {question}"));
    }
    // A wish is heard in a question as little as a title is.
    let mut hall = hall();
    hall.speaks("en");
    assert_eq!(place(&hall.hears_as("who can help me", Decision::Accept, "help")), "reply to who can help me");
}

#[test]
fn a_title_that_is_dictated_a_letter_wrong_is_the_title_where_it_sounds_like_it() {
    let mut hall = hall();
    hall.speaks("en");
    assert_eq!(place(&hall.hears_as("a new baby!", Decision::Accept, "A new baby")), "topic birth");
    hall.does(Act::Home);
    assert_eq!(place(&hall.hears_as("A new bady", Decision::Accept, "A new baby")), "topic birth");
    hall.does(Act::Home);
    // Unsure of the sound, it asks.
    let view = hall.hears_as("A new baby", |at| Decision::Either(at, at), "A new baby");
    assert_eq!(view.voice.ear, Ear::Which { options: vec!["A new baby".into()], listening: false });
    hall.does(Act::Listen);
    assert_eq!(place(&hall.answers("yes", 0.9)), "topic birth");
}

#[test]
fn no_to_what_was_misheard_is_a_miss_said_or_touched() {
    let mut hall = hall();
    hall.speaks("en");
    let mut refuses = |touched: bool| {
        hall.says_unsurely("how much is the bird grant", 0.3);
        if touched {
            return hall.does(Act::CancelListening);
        }
        hall.says("no")
    };
    let view = refuses(false);
    assert_eq!((view.voice.ear, view.voice.touch_first), (Ear::Missed { why: Miss::Unclear }, false));
    let view = refuses(true);
    assert_eq!((view.voice.ear, view.voice.touch_first), (Ear::Missed { why: Miss::Unclear }, true));
    assert_eq!(place(&refuses(false)), "person");
}

#[test]
fn whoever_only_stops_being_listened_to_was_not_misheard() {
    let mut hall = hall();
    hall.speaks("en");
    for _ in 0..3 {
        hall.does(Act::Listen);
        assert_eq!(hall.does(Act::CancelListening).voice.ear, Ear::Off);
    }
    assert!(!hall.counter.view().voice.touch_first);
}

#[test]
fn a_wish_is_fulfilled_where_choices_are_told_apart() {
    for (words, leads_to) in [
        ("languages", "languages"),
        ("another language", "languages"),
        ("a person", "person"),
        ("start over", "home"),
        ("stop", "farewell"),
    ] {
        assert_eq!(said_after(&[Act::OpenForms], words), leads_to, "“{words}”");
    }
    let mut hall = hall();
    hall.speaks("en");
    hall.does(Act::OpenForms);
    assert_eq!(hall.says("slower").preferences.voice.pace, 2);
    hall.does(Act::Home);
    assert_eq!(
        place(&hall.hears_as("people who stop smoking", Decision::Accept, "stop")),
        "reply to people who stop smoking"
    );
}

#[test]
fn whoever_stops_in_a_form_finds_it_again() {
    let mut in_front = hall();
    in_front.starts("en", "grant");
    assert_eq!(place(&in_front.says("stop")), "paused grant");
    assert_ne!(place(&in_front.says("go on with it now")), "paused grant", "the code is on the screen");

    let mut behind = hall();
    behind.starts("en", "grant");
    behind.does(ask("How much is the birth grant?"));
    assert_eq!(place(&behind.says("stop")), "paused grant");

    let mut reviewed = hall();
    reviewed.fills_grant();
    assert_eq!(place(&reviewed.says("finish")), "paused grant", "it is neither lost nor handed in");
}

#[test]
fn a_long_form_is_handed_in_and_put_right_by_voice() {
    const FIELDS: usize = 45;
    let many = |path: &str, text: &str| match path {
        "forms/feedback/form.toml" => {
            let more =
                |at| format!("[[section.field]]\nid = \"more{at}\"\nkind = \"text\"\nmax_chars = 9\noptional = true\n");
            (0..FIELDS).map(more).fold(format!("{text}\n"), |all, one| all + &one)
        }
        path if path.starts_with("forms/feedback/") && path.ends_with(".ftl") => {
            let more = |at| format!("more{at} = Wish {at}\n    .question = Wish {at}?\n");
            (0..FIELDS).map(more).fold(format!("{text}\n"), |all, one| all + &one)
        }
        _ => text.to_owned(),
    };
    let reviewed = || {
        let mut hall = Hall::with(pack_with(many));
        hall.voice.knows(&["en"]);
        hall.starts("en", "feedback");
        hall.tells(ENGLISH[0]);
        hall.tells("More benches");
        let mut view = hall.counter.view();
        while let Screen::FormQuestion(question) = &view.screen {
            view = hall.does(Act::SkipQuestion { place: question.place.clone() });
        }
        assert!(matches!(view.screen, Screen::FormReview(_)), "{:?}", view.screen);
        hall
    };
    assert_eq!(place(&reviewed().says("Wish 31")), "asked for more31");
    let mut hall = reviewed();
    hall.does(Act::Listen);
    assert!(hall.voice.turn().unwrap().choices.len() < 20, "what is told apart by its sound stays bounded");
    assert!(matches!(hall.answers("yes", 0.9).screen, Screen::FormFinished(_)));
}

#[test]
fn help_tells_what_can_be_done_here() {
    for (acts, helps) in [(&[][..], true), (&[Act::OpenForms], true), (&[topic("birth")], true)] {
        let mut hall = hall();
        hall.speaks("en");
        for act in acts {
            hall.does(act.clone());
        }
        hall.does(Act::Listen);
        hall.voice.hears("help", 0.9);
        let overheard = hall.counter.hear();
        assert_eq!(overheard.pulses.contains(&VoicePulse::Help), helps, "{acts:?}");
        assert!(!hall.counter.view().voice.touch_first);
    }
    // In a form it is what the question means, where the pack says so.
    let mut hall = hall();
    hall.starts("en", "grant");
    hall.does(Act::Listen);
    hall.voice.hears("help", 0.9);
    assert!(hall.counter.hear().pulses.contains(&VoicePulse::Help), "nothing explains a name");
    hall.tells(ENGLISH[0]);
    assert_eq!(place(&hall.says("help")), "reply to How much is the birth grant?");
}

#[test]
fn what_is_chosen_from_comes_before_the_same_words_as_a_wish() {
    let pack = pack_with(|path, text| match path {
        "topics.toml" => text.replace("en = \"Passports\"", "en = \"Language\""),
        _ => text.to_owned(),
    });
    let mut hall = Hall::with(pack);
    hall.voice.knows(&["en"]);
    hall.speaks("en");
    hall.does(Act::Listen);
    let listens_for = |way: &str| {
        let choices = hall.voice.turn().unwrap().choices;
        choices.iter().filter(|ways| ways.iter().any(|one| one.eq_ignore_ascii_case(way))).count()
    };
    assert_eq!((listens_for("language"), listens_for("languages")), (1, 1));
    assert_eq!(place(&hall.answers("language", 0.9)), "topic travel");
}
