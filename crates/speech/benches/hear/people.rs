//! What recordings are taken for: people who talk at once for one close by, what is no answer for an answer, music for a voice.

use std::{env, path::PathBuf};

use kaunter_speech::{
    RATE,
    hearing::{Decision, Question, Recogniser, spoken_part},
    models::self_test,
};

use crate::recordings::{between_silences, hall_from, named, neither_yes_nor_no, recordings, yes_or_no};

/// Of Debian's `asterisk-moh-opsound-wav`, five pieces under CC BY-SA; it is not among the packages of the tests.
const MUSIC: &str = "/usr/share/asterisk/moh";
/// Seconds of a piece of music.
const PIECE: usize = 8;
/// Places in a hall.
const PLACES: usize = 24;

/// Prints what is taken for what.
pub fn measure() {
    for people in [1, 2, 3, 4, 5, 6, 8, 12] {
        let place = |first: usize| hall_from(first, people, (3 + first % 3 * 3) * RATE as usize);
        let close_by = (0..PLACES).filter(|first| spoken_part(&place(*first)).is_ok()).count();
        println!("{people:>2} people at once: in {PLACES} places {close_by} passed for one who speaks close by");
    }
    let mut yes_no = YesNo(self_test(1).unwrap());
    let phrases = neither_yes_nor_no().map(|(_, said)| between_silences(&said));
    yes_no.tell("phrases that are neither yes nor no", phrases);
    let folder = env::var_os("KAUNTER_MUSIC").map_or_else(|| MUSIC.into(), PathBuf::from);
    if !folder.is_dir() {
        println!("no music: install `asterisk-moh-opsound-wav`, or name a folder of WAV files in KAUNTER_MUSIC");
        return;
    }
    let music: Vec<Vec<f32>> = recordings(&folder).into_iter().map(|file| named(file).1).collect();
    let pieces = music.iter().flat_map(|piece| piece.chunks_exact(PIECE * RATE as usize));
    yes_no.tell("pieces of music", pieces.map(<[f32]>::to_vec));
}

/// Asks for yes or no, and hears something else.
struct YesNo(Recogniser);

impl YesNo {
    fn tell(&mut self, what: &str, sounds: impl Iterator<Item = Vec<f32>>) {
        let choices = yes_or_no();
        let (mut all, mut voices, mut taken, mut asked) = (0, 0, 0, 0);
        for sound in sounds {
            all += 1;
            let Ok(part) = spoken_part(&sound) else { continue };
            voices += 1;
            let question = Question { language: "en", choices: &choices, ..Question::default() };
            match self.0.hear(&sound[part], question).unwrap().decision {
                Some(Decision::Accept { .. }) => taken += 1,
                Some(Decision::Ask { .. }) => asked += 1,
                _ => {}
            }
        }
        println!("{all} {what}: {voices} passed for a voice, {taken} were taken for yes or no, {asked} asked about");
    }
}
