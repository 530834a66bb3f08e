//! Two tones on the machine's loudspeaker: whether any sound comes out of it, whoever speaks or does not.

use std::{
    f32::consts::TAU,
    sync::mpsc::{Receiver, Sender, channel},
    thread,
    time::Duration,
};

use kaunter_clips::Sound;

use super::{Loudspeaker, Player};
use crate::SpeechError;

const RATE: u32 = 48_000;
/// A fourth that rises, in hertz: heard in a hall, and by ears that have lost the high tones.
const TONES: [f32; 2] = [440.0, 587.0];
/// Of each, in seconds.
const LONG: f32 = 0.4;
/// In which each rises and falls, in seconds: a tone that breaks off clicks.
const SOFT: f32 = 0.03;
/// Middle volume.
const VOLUME: u8 = 3;
/// How long it may take until they were heard.
const LONGEST: Duration = Duration::from_secs(5);

/// Tones that are being played.
pub struct Tones(Receiver<Result<(), SpeechError>>);

impl Tones {
    /// On the machine's own loudspeaker, without waiting for them; `wake` is called, from another thread, when they were
    /// heard to their end or could not be played.
    pub fn play(wake: impl FnOnce() + Send + 'static) -> Self {
        Self::on(Loudspeaker::new, wake)
    }

    /// On another player; it is opened on a thread of its own, and given where the ids of what was played go.
    pub fn on<P: Player>(
        open: impl FnOnce(Sender<u64>) -> P + Send + 'static,
        wake: impl FnOnce() + Send + 'static,
    ) -> Self {
        let (tell, outcome) = channel();
        let failed = tell.clone();
        let play = move || {
            let _ = tell.send(played(open));
            wake();
        };
        if let Err(error) = thread::Builder::new().name("tones".to_owned()).spawn(play) {
            let _ = failed.send(Err(SpeechError::Loudspeaker(error.to_string())));
        }
        Self(outcome)
    }

    /// What came of them, told once; nothing while they sound.
    #[must_use]
    pub fn outcome(&self) -> Option<Result<(), SpeechError>> {
        self.0.try_recv().ok()
    }
}

fn played<P: Player>(open: impl FnOnce(Sender<u64>) -> P) -> Result<(), SpeechError> {
    let (said, ended) = channel();
    let mut player = open(said);
    let id = player.play(tones(), VOLUME)?;
    let heard = ended.recv_timeout(LONGEST);
    player.stop();
    match heard {
        Ok(heard) if heard == id => Ok(()),
        _ => Err(SpeechError::Loudspeaker("nothing is played".to_owned())),
    }
}

fn tones() -> Sound {
    let frames = (LONG * RATE as f32) as u16;
    let tone = |hertz: f32| {
        (0..frames).map(move |frame| {
            let at = f32::from(frame) / RATE as f32;
            let edge = (at.min(LONG - at) / SOFT).clamp(0.0, 1.0);
            (TAU * hertz * at).sin() * edge * 0.6
        })
    };
    Sound { samples: TONES.into_iter().flat_map(tone).collect(), rate: RATE }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A loudspeaker that plays, refuses, or says that it plays.
    struct Horn(Option<Sender<u64>>, bool);

    impl Player for Horn {
        fn play(&mut self, sound: Sound, _: u8) -> Result<u64, SpeechError> {
            assert!(sound.samples.iter().any(|sample| *sample > 0.5), "somebody is to hear it");
            assert!(sound.samples.iter().all(|sample| sample.abs() < 1.0));
            if self.1 {
                return Err(SpeechError::Loudspeaker("there is none".to_owned()));
            }
            if let Some(said) = self.0.take() {
                said.send(7).unwrap();
            }
            Ok(7)
        }

        fn stop(&mut self) {}
    }

    #[test]
    fn tones_are_heard_when_the_loudspeaker_has_played_them_and_else_it_is_said_so() {
        for (refuses, is_heard) in [(false, true), (true, false)] {
            let (wake, woken) = channel();
            let tones = Tones::on(
                move |said| Horn(Some(said), refuses),
                move || {
                    let _ = wake.send(());
                },
            );
            woken.recv_timeout(Duration::from_secs(20)).unwrap();
            assert_eq!(tones.outcome().unwrap().is_ok(), is_heard);
            assert!(tones.outcome().is_none(), "it is told once");
        }
    }

    #[test]
    fn a_loudspeaker_that_loses_them_has_not_played_them() {
        let lost = played(|said| {
            drop(said);
            Horn(None, false)
        });
        assert!(matches!(lost, Err(SpeechError::Loudspeaker(_))));
    }
}
