//! Where sound comes from, as the ears see it: a microphone, or in tests a recording. It knows nothing of voices.

use std::time::Duration;

use crate::Samples;

/// A running source of 16 kHz mono sound.
pub trait Sound {
    /// What the system calls it.
    fn name(&self) -> String;

    /// Adds to `into` what has come in, waiting at most `patience` for some.
    ///
    /// # Errors
    /// [`SoundLost`], for good: another has to be opened.
    fn read(&mut self, into: &mut Samples, patience: Duration) -> Result<(), SoundLost>;
}

/// Where running sources come from.
pub trait Sounds: Send {
    /// Opens the one that is wanted; none: it is not there now. Asked again about once a second.
    fn open(&mut self) -> Option<Box<dyn Sound>>;
}

/// The source was pulled out, or went silent in a way that no microphone does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SoundLost;
