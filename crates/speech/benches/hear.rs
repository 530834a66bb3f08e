//! What hearing costs: `cargo bench -p kaunter-speech -- [speed] [overhead] [lists]`, `people`, `memory <size> <turns>` or
//! `nobody <seconds>`.
//!
//! `speed`: time and memory of the published sizes (with random weights: speed does not ask what they know), in the short
//! window that turns are heard in, beside whisper-rs called directly with the same model, threads and sound in its own
//! window of 30 seconds. `overhead`: what the kiosk's hearing adds to whisper-rs in the same window. `lists`: errors of dictation and of scoring on the same voices, by the model of the self-test. `nobody`:
//! what it writes of silence, noise, music and babble, and whether its memory grows. `people`: what recordings of people and of
//! music are taken for.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "what cannot be measured is not measured")]

#[path = "../tests/it/blank_model.rs"]
#[allow(dead_code, reason = "the tests use the rest")]
mod blank_model;
#[path = "hear/lists.rs"]
mod lists;
#[path = "hear/nobody.rs"]
mod nobody;
#[path = "hear/overhead.rs"]
mod overhead;
#[path = "hear/people.rs"]
mod people;
#[path = "../tests/it/recordings.rs"]
#[allow(dead_code, reason = "the tests use the rest")]
mod recordings;
#[path = "../tests/it/sounds.rs"]
mod sounds;
#[path = "hear/speed.rs"]
mod speed;
#[path = "../tests/it/voices.rs"]
#[allow(dead_code, reason = "the tests use the rest")]
mod voices;

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    if let [what, size, turns] = &asked[..]
        && what == "memory"
    {
        return speed::tell_memory(size, turns.parse().unwrap());
    }
    if let [what, seconds] = &asked[..]
        && what == "nobody"
    {
        return nobody::measure(seconds.parse().unwrap());
    }
    if asked == ["people"] {
        return people::measure();
    }
    // Languages are for `lists`.
    let wanted = |what: &str| asked.is_empty() || asked.iter().any(|asked| asked == what);
    if wanted("speed") {
        speed::measure();
    }
    if wanted("overhead") {
        overhead::measure();
    }
    if wanted("lists") {
        lists::measure();
    }
}
