//! A room with a loudspeaker and a microphone, without a sound card: a sound server of one test's own.
//!
//! What is played into the [`Room`] is what the microphone hears; what a program says is recorded off the loudspeaker.
//! Where the room is [`Room::echoing`], the microphone hears the loudspeaker too, as in a hall. It knows sound and
//! nothing of who makes it.

pub mod disturbance;
#[cfg(target_os = "linux")]
mod recording;
#[cfg(target_os = "linux")]
mod room;
#[cfg(target_os = "linux")]
mod synthesis;

#[cfg(target_os = "linux")]
pub use {recording::Recording, room::Room, synthesis::speak_into};
