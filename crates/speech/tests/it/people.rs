//! People, not machines: how their turns begin and end, and what they are taken for.

use kaunter_speech::{
    RATE,
    hearing::{Decision, Expecting, HearingEvent, NotHeard, Question, spoken_part},
    models::self_test,
};

use crate::{
    ears::Kiosk,
    recordings::{
        DESK, TELEPHONE, between_silences, desk, hall, mandarin, neither_yes_nor_no, of, power, syllables, telephone,
        yes_or_no,
    },
};

#[test]
fn a_person_begins_and_ends_a_turn_and_is_as_loud_as_they_are() {
    let mut kiosk = Kiosk::new();
    let people = [
        of(&format!("{TELEPHONE}/vm-no.wav")),
        of(&format!("{TELEPHONE}/digits/5.wav")),
        of(&format!("{TELEPHONE}/demo-thanks.wav")),
        of(&format!("{DESK}/librivox/sense_and_sensibility_01_austen_64kb-0880.wav")),
        of(&format!("{DESK}/cards/001.wav")),
        mandarin(3, "ㄇㄟ2 ㄧㄡ3"),
        mandarin(5, "ㄅㄨ2 ㄕ4"),
    ];
    for (turn, said) in (1..).zip(people) {
        kiosk.seen.clear();
        kiosk.listen(turn, Expecting::Sentence);
        kiosk.room.play(&said);
        kiosk.until("SpeechBegan", |event| *event == HearingEvent::SpeechBegan { turn });
        kiosk.until("SpeechEnded", |event| *event == HearingEvent::SpeechEnded { turn });
        assert_eq!(kiosk.not_heard(turn), NotHeard::OnlyNoise, "this model knows no words");
        let loudest = kiosk.seen.iter().fold(f32::MIN, |loudest, event| match event {
            HearingEvent::Level { dbfs } => loudest.max(*dbfs),
            _ => loudest,
        });
        let truly = said.chunks(256).map(|frame| 10.0 * power(frame).log10()).fold(f32::MIN, f32::max);
        // Of the levels that nobody looked at in time only the last is kept.
        assert!((truly - 15.0..truly + 2.0).contains(&loudest), "turn {turn}: {loudest} dBFS was told of {truly}");
    }
}

#[test]
fn each_person_is_taken_for_a_voice() {
    for (whose, all, missed_at_most) in
        [("telephone", telephone(), 3), ("desk", desk(), 0), ("Mandarin", syllables(), 0)]
    {
        let count = all.len();
        let missed: Vec<String> = all
            .into_iter()
            .filter(|(_, said)| spoken_part(&between_silences(said)).is_err())
            .map(|(name, _)| name)
            .collect();
        assert!(missed.len() <= missed_at_most, "{whose}: of {count} not {missed:?}");
        assert!(count >= 10, "{whose}: only {count}");
    }
}

#[test]
fn a_hall_full_of_people_is_told_from_one_who_speaks_close_by() {
    for (people, seconds) in [(8, 3), (8, 10), (12, 3), (12, 10)] {
        let told = spoken_part(&hall(people, seconds * RATE as usize));
        assert_eq!(told, Err(NotHeard::TooNoisy), "{people} people for {seconds} s");
    }
    for (name, said) in desk() {
        let mut sound = hall(6, said.len() + RATE as usize);
        // Ten decibels louder than the six.
        let louder = (power(&sound) * 10.0 / power(&said)).sqrt();
        for (sample, said) in sound.iter_mut().skip(RATE as usize / 2).zip(&said) {
            *sample += said * louder;
        }
        sound.iter_mut().for_each(|sample| *sample *= 0.5);
        assert!(spoken_part(&sound).is_ok(), "{name}");
    }
}

/// The model knows a synthetic voice alone and mishears people; of all that is said to it that is neither yes nor no hardly
/// anything may be taken for one of them.
#[test]
fn hardly_anything_is_taken_for_an_answer_that_was_none() {
    let mut recogniser = self_test(1).unwrap();
    let choices = yes_or_no();
    let mut taken = |said: &[f32]| {
        let sound = between_silences(said);
        let Ok(part) = spoken_part(&sound) else { return None };
        let question = Question { language: "en", choices: &choices, ..Question::default() };
        match recogniser.hear(&sound[part], question).unwrap().decision {
            Some(Decision::Accept { id, .. }) => Some(id),
            _ => None,
        }
    };
    let no = taken(&of(&format!("{TELEPHONE}/vm-no.wav")));
    assert!(no.is_none_or(|id| id == "no"), "a woman said no");
    let others: Vec<_> = neither_yes_nor_no().step_by(6).collect();
    let wrong: Vec<String> =
        others.iter().filter_map(|(name, said)| taken(said).map(|id| format!("{name} for {id}"))).collect();
    assert!(wrong.len() * TAKEN_AT_MOST < others.len(), "of {}: {wrong:?}", others.len());
}

/// One in so many; each would be read back.
const TAKEN_AT_MOST: usize = 12;
