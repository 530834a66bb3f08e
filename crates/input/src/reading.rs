//! Typed symbols → syllables, and for each what it may stand for. Knows no words.

use crate::syllable::{Syllable, Symbol, is_first_tone, same_sound};

/// How unlikely it is, in nats, that somebody leaves out …
mod left_out {
    /// … a tone that is not the first, where no tone is typed anywhere,
    pub const TONE: f32 = 0.7;
    /// … or where other tones are,
    pub const ONE_TONE_OF_SEVERAL: f32 = 8.0;
    /// … the rest of a syllable that is still being typed,
    pub const END_OF_LAST: f32 = 3.0;
    /// … or of one in the middle.
    pub const END: f32 = 3.5;
}

/// What was typed, a step for each syllable and for each character that is none.
#[derive(Debug)]
pub struct Reading {
    pub steps: Vec<Step>,
}

/// A syllable or another character, with how far the symbols are used up after it.
#[derive(Debug)]
pub struct Step {
    pub sound: Sound,
    /// As typed, without spaces.
    pub typed: String,
    /// Symbols from the start of the input to the end of this step and of the spaces after it.
    pub end: usize,
}

/// What a step may stand for.
#[derive(Debug, Clone, Copy)]
pub enum Sound {
    /// The syllables from the first to the last number.
    Syllables(Pattern),
    /// No Bopomofo, or a tone without a syllable.
    Other,
}

/// The syllables that a typed one may stand for.
#[derive(Debug, Clone, Copy)]
pub struct Pattern {
    /// Lowest and highest number.
    pub range: (u16, u16),
    typed: u16,
    other_tone: f32,
    other_end: f32,
}

impl Pattern {
    /// How unlikely it is, in nats, that this syllable was meant.
    pub fn strain(&self, code: u16) -> f32 {
        let end = if same_sound(code, self.typed) { 0.0 } else { self.other_end };
        let tone = if code == self.typed || is_first_tone(code) { 0.0 } else { self.other_tone };
        end + tone
    }

    /// Whether it stands for one syllable only.
    pub fn is_exact(&self) -> bool {
        self.range.0 == self.range.1
    }
}

impl Reading {
    /// Reads the first `limit` symbols.
    pub fn of(symbols: &str, limit: usize) -> Self {
        let mut cut = Cutter::default();
        for typed in symbols.chars().take(limit) {
            cut.take(typed);
        }
        cut.finish()
    }
}

/// A step before it is known what else was typed.
struct Cut {
    syllable: Option<Syllable>,
    typed: String,
    end: usize,
    closed: bool,
}

#[derive(Default)]
struct Cutter {
    done: Vec<Cut>,
    open: Syllable,
    typed: String,
    at: usize,
}

impl Cutter {
    fn take(&mut self, typed: char) {
        if typed.is_whitespace() {
            self.close(true);
            self.at += 1;
            if let Some(last) = self.done.last_mut() {
                last.end = self.at;
            }
            return;
        }
        match Symbol::of(typed) {
            Some(symbol) => self.take_symbol(symbol, typed),
            None => {
                self.close(true);
                self.at += 1;
                self.push_other(typed);
            }
        }
    }

    fn take_symbol(&mut self, symbol: Symbol, typed: char) {
        if !self.open.take(symbol) {
            self.close(true);
            if !self.open.take(symbol) {
                self.at += 1;
                self.push_other(typed);
                return;
            }
        }
        self.typed.push(typed);
        self.at += 1;
        if self.open.has_tone() {
            self.close(true);
        }
    }

    fn push_other(&mut self, typed: char) {
        self.done.push(Cut { syllable: None, typed: typed.to_string(), end: self.at, closed: true });
    }

    fn close(&mut self, closed: bool) {
        if !self.open.is_empty() {
            self.done.push(Cut {
                syllable: Some(std::mem::take(&mut self.open)),
                typed: std::mem::take(&mut self.typed),
                end: self.at,
                closed,
            });
        }
    }

    fn finish(mut self) -> Reading {
        self.close(false);
        let toned = self.done.iter().any(|cut| cut.syllable.is_some_and(Syllable::has_tone));
        Reading { steps: self.done.into_iter().map(|cut| cut.step(toned)).collect() }
    }
}

impl Cut {
    fn step(self, toned: bool) -> Step {
        let sound = match self.syllable {
            Some(syllable) => Sound::Syllables(pattern(syllable, self.closed, toned)),
            None => Sound::Other,
        };
        Step { sound, typed: self.typed, end: self.end }
    }
}

fn pattern(syllable: Syllable, closed: bool, toned: bool) -> Pattern {
    let unfinished = !closed && syllable.may_go_on();
    let range = if unfinished || syllable.is_initial_only() { syllable.any_ending() } else { syllable.any_tone() };
    Pattern {
        range,
        typed: syllable.code(),
        other_tone: if toned && closed { left_out::ONE_TONE_OF_SEVERAL } else { left_out::TONE },
        other_end: if closed { left_out::END } else { left_out::END_OF_LAST },
    }
}
