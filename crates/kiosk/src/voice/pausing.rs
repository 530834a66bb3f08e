//! Falling silent and going on: by a button, a key or a word, and because somebody speaks.

use super::ear::Listens;
use crate::{
    act::Act,
    counter::{Counter, Stage},
    view::VoicePulse,
};

impl Counter {
    /// Falls silent, because somebody does something else: they are not listened to for it.
    pub fn hush(&mut self) {
        if self.ear.is_behind() {
            self.stop_listening();
        }
        if self.ear.rests() {
            return;
        }
        self.around.voice.hush();
        self.ear.cut_short();
        self.ear.forget_cut();
    }

    /// What was being said, or rests, is past: something else is done.
    pub(super) fn end_speaking(&mut self) {
        self.ear.forget_cut();
        self.hush();
    }

    /// Falls silent for whoever speaks; what they say tells whether it goes on.
    pub(super) fn give_way(&mut self) {
        self.around.voice.pause();
        self.ear.cut_short();
    }

    /// What is being said rests. False where nothing was being said.
    pub(super) fn pause_speaking(&mut self) -> bool {
        if self.ear.is_behind() {
            self.stop_listening();
        }
        self.give_way();
        self.ear.rest()
    }

    /// Whoever plugs a headset in wants to be read to, also where nobody was served yet; whoever pulls it out takes
    /// what is said with them, so that the hall does not hear it.
    pub(super) fn headset(&mut self, plugged: bool) {
        let begins = plugged && matches!(self.stage, Stage::Attract);
        if begins {
            self.act(Act::Begin);
        }
        if !plugged {
            self.stop_listening();
            self.end_speaking();
        }
        if let Stage::Visiting(visit) = &mut self.stage
            && self.officer.is_none()
        {
            visit.preferences.voice.aloud = plugged;
            self.ear.acquainted = true;
            self.ear.changes += 1;
            if plugged && !begins {
                self.ear.pulses.push(VoicePulse::Repeat);
            }
        }
    }

    /// Goes on where it rests.
    pub(super) fn go_on_speaking(&mut self) {
        self.stop_listening();
        let Some((speech, listens)) = self.ear.goes_on() else { return };
        self.around.voice.go_on();
        self.ear.pulses.push(VoicePulse::GoesOn { speech });
        if listens != Listens::Never {
            self.listen(false);
        }
    }
}
