//! Hearing and speaking: from a microphone or a WAV to words, or to one of a few choices; from sentences to sound; and
//! the models that this takes.
//!
//! It knows samples, voices and models. It must never know a form, a visit, a screen, a pack, the database or what the
//! words are good for; and it keeps nothing of a voice: no sample and no heard word reaches a disk or a log.
//!
//! - [`hearing::Ears`] listens for a turn at a time and tells what it heard, as [`hearing::HearingEvent`]s.
//! - [`hearing::Recogniser`] hears [`Samples`], of [`read_wav`] for example, without a microphone.
//! - [`speaking::Mouth`] says sentences aloud.
//! - [`headset::Headset`] tells when one is plugged in.
//! - [`models`] lists, fetches, checks and measures what hears.

pub mod headset;
pub mod hearing;
pub mod models;
pub mod speaking;

mod error;
mod pcm;
mod system;
mod wav;

pub use error::SpeechError;
pub use pcm::{RATE, Samples, StreamResampler};
pub use wav::{LONGEST_WAV, read_wav};
