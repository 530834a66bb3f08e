//! Words, characters and silences put together, with the spaces and marks that belong between them.

use super::{
    data::Aloud,
    line::Spot,
    reading::{Element, Said},
};

/// What is said for some elements of a line.
pub fn words(line: &[Spot], elements: &[Element], aloud: &Aloud) -> String {
    let mut out = Words { text: String::new(), of_words: false, aloud };
    for element in elements {
        match (&element.said, line.get(element.from)) {
            (Said::Copy, Some(spot)) => out.copy(spot.c, spot.plain),
            (Said::Words(words), _) => out.say(words),
            (Said::Pause, _) => out.pause(),
            (Said::Copy, None) => {}
        }
    }
    out.text.trim_end().to_owned()
}

struct Words<'a> {
    text: String,
    /// What was said last were words instead of signs.
    of_words: bool,
    aloud: &'a Aloud,
}

impl Words<'_> {
    fn last(&self) -> Option<char> {
        self.text.chars().next_back()
    }

    fn copy(&mut self, c: char, plain: char) {
        if plain == ' ' {
            if self.last().is_some_and(|last| last != ' ') {
                self.text.push(' ');
            }
            return;
        }
        if self.of_words {
            self.fit(c);
        } else if closes(c) && self.last() == Some(' ') && self.text.trim_end().ends_with(closes) {
            self.text.pop();
        }
        self.text.push(c);
        self.of_words = false;
    }

    fn say(&mut self, words: &str) {
        if words.starts_with(' ') && self.last().is_some_and(|last| last != ' ') {
            self.text.push(' ');
        }
        let trimmed = words.trim();
        if let Some(first) = trimmed.chars().next() {
            self.fit(first);
            self.text.push_str(trimmed);
        }
        if words.ends_with(' ') && self.last().is_some_and(|last| last != ' ') {
            self.text.push(' ');
        }
        self.of_words = true;
    }

    /// A space between words of letters, and none between other words.
    fn fit(&mut self, next: char) {
        let Some(last) = self.last() else { return };
        if last == ' ' {
            let before = self.text.trim_end().chars().next_back().unwrap_or(' ');
            let tight = self.aloud.tight && before != ',' && !(before.is_ascii() && next.is_ascii());
            if tight || next == ',' {
                self.text.pop();
            }
        } else if (is_latin(last) && is_latin(next)) || (",;:".contains(last) && is_latin(next)) {
            self.text.push(' ');
        }
    }

    fn pause(&mut self) {
        while self.last() == Some(' ') {
            self.text.pop();
        }
        if self.last().is_some_and(|last| last.is_alphanumeric() || "%)）」』”’\"'".contains(last)) {
            self.text.push_str(self.aloud.pause.trim_end());
        }
        if !self.text.is_empty() && self.aloud.pause.ends_with(' ') {
            self.text.push(' ');
        }
        self.of_words = true;
    }
}

fn is_latin(c: char) -> bool {
    c.is_alphanumeric() && (c as u32) < 0x0250
}

fn closes(c: char) -> bool {
    ",.;:!?，。；：！？、".contains(c)
}
