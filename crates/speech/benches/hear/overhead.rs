//! What hearing adds to whisper.cpp: the same sounds, model, thread and encoder window, once through the kiosk's hearing
//! and once by calling whisper-rs alone.

use kaunter_speech::{
    hearing::{Question, spoken_part},
    models,
};
use whisper_rs::{FullParams, SamplingStrategy, WhisperContext, WhisperContextParameters, WhisperState};

use crate::{
    lists::{lines, plain},
    speed::processor_millis,
};

/// Every so many lines of the list.
const STRIDE: usize = 6;
/// Each sound is heard so often: the clock of a process counts hundredths of a second.
const TIMES: usize = 20;
/// Encoder positions a second, beyond the sound, and at least and at most: as hearing has them with this model.
const POSITIONS_A_SECOND: f32 = 50.0;
const MARGIN: i32 = 64;
const SHORTEST: i32 = 128;
const LONGEST: i32 = 512;

/// Prints processor time by language, and how many texts are equal.
pub fn measure() {
    println!("\nhearing beside whisper-rs alone, the same window, one thread, processor time a sound");
    println!("{:<6} {:>6} {:>9} {:>9} {:>6} {:>6}", "lang", "sounds", "hearing", "alone", "ratio", "equal");
    for language in ["zh-TW", "ms", "ko", "en"] {
        let mut recogniser = models::self_test(1).unwrap();
        let mut alone = Alone::open(language);
        let (mut ours, mut theirs, mut sounds, mut equal) = (0.0, 0.0, 0, 0);
        for line in lines().iter().filter(|line| line.language == language && line.kind != "nothing").step_by(STRIDE) {
            let sound = line.sound(None);
            let Ok(spoken) = spoken_part(&sound) else { continue };
            let begun = processor_millis();
            let mut heard = String::new();
            for _ in 0..TIMES {
                let spoken = spoken_part(&sound).unwrap();
                let question = Question { language, ..Question::default() };
                heard = recogniser.hear(&sound[spoken], question).unwrap().text.as_str().to_owned();
            }
            ours += processor_millis() - begun;
            let begun = processor_millis();
            let mut text = String::new();
            for _ in 0..TIMES {
                text = alone.hear(&sound[spoken.clone()]);
            }
            theirs += processor_millis() - begun;
            sounds += 1;
            equal += usize::from(plain(&heard) == plain(&text));
        }
        let each = |time: f64| time / (sounds * TIMES) as f64;
        println!(
            "{language:<6} {sounds:>6} {:>6.1} ms {:>6.1} ms {:>6.2} {equal:>6}",
            each(ours),
            each(theirs),
            ours / theirs
        );
    }
}

/// whisper-rs as its own example calls it, in a window cut to the sound.
struct Alone {
    state: WhisperState,
    language: &'static str,
}

impl Alone {
    fn open(language: &str) -> Self {
        let bytes = models::self_test_model().unwrap();
        let mut parameters = WhisperContextParameters::default();
        parameters.flash_attn(false);
        let context = WhisperContext::new_from_buffer_with_params(&bytes, parameters).unwrap();
        let language = match language {
            "zh-TW" => "zh",
            "ms" => "ms",
            "ko" => "ko",
            _ => "en",
        };
        Self { state: context.create_state().unwrap(), language }
    }

    fn hear(&mut self, sound: &[f32]) -> String {
        let mut parameters = FullParams::new(SamplingStrategy::Greedy { best_of: 1 });
        parameters.set_language(Some(self.language));
        parameters.set_n_threads(1);
        parameters.set_no_timestamps(true);
        parameters.set_single_segment(true);
        parameters.set_print_progress(false);
        parameters.set_suppress_nst(true);
        let positions = (sound.len() as f32 / 16_000.0 * POSITIONS_A_SECOND).ceil() as i32 + MARGIN;
        parameters.set_audio_ctx(positions.clamp(SHORTEST, LONGEST));
        self.state.full(parameters, sound).unwrap();
        self.state.as_iter().map(|segment| segment.to_string()).collect()
    }
}
