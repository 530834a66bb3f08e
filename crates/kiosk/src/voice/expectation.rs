//! What may be said in a turn, and what it leads to. It knows no screen.

use kaunter_spoken::{Button, Command, Phrase, misheard, wordings};

use super::{Patience, spoken};
use crate::{act::Act, said::Said, view::Given};

/// Ways of saying one thing that are listened for; more make each likelier to be heard where another was said.
const WAYS: usize = 10;
/// Longer lists are dictated: scoring each entry would take longer than people wait.
const LONGEST_LIST: usize = 40;

/// Wishes that are told apart from the choices of a screen.
const WISHES: [Command; 12] = [
    Command::Back,
    Command::Repeat,
    Command::Slower,
    Command::Pause,
    Command::Help,
    Command::Person,
    Command::ChangeLanguage,
    Command::StartAgain,
    Command::Stop,
    Command::Next,
    Command::Skip,
    Command::DontKnow,
];

/// What may be said.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Expectation {
    /// What can be chosen, told apart by its sound.
    pub choices: Vec<Choice>,
    /// What can be chosen where its very words are dictated.
    pub dictated: Vec<Choice>,
    /// What becomes of other words.
    pub otherwise: Otherwise,
    pub patience: Patience,
}

/// One thing that can be chosen by voice.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Choice {
    /// Ways of saying it.
    pub wordings: Vec<String>,
    /// As the screen writes it.
    pub label: String,
    pub meaning: Meaning,
    /// Its sound is not enough, the words must be its own too: a question that begins like a title is a question.
    pub to_the_word: bool,
}

/// What was meant.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Meaning {
    /// As if it had been touched.
    Do(Act),
    /// A wish that is the same on every screen.
    Wish(Command),
    /// None of those that were asked about: it was misheard.
    Neither,
}

/// What becomes of words that are no choice.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Otherwise {
    /// They are a question.
    Ask,
    /// They answer the question in front.
    Give { place: String },
    /// They tell the language.
    Language,
    /// They lead nowhere here.
    Nothing,
    /// The visit is over: wishes of a visit lead nowhere either.
    Goodbye,
}

impl Expectation {
    /// Words at will.
    pub fn words(otherwise: Otherwise) -> Self {
        Self { choices: Vec::new(), dictated: Vec::new(), otherwise, patience: Patience::Sentence }
    }

    /// One of a list, or one of the few that are always told apart; a list that is too long is dictated.
    pub fn list(few: Vec<Choice>, list: Vec<Choice>, otherwise: Otherwise) -> Self {
        let too_long = few.len() + list.len() > LONGEST_LIST;
        let (choices, dictated) = if too_long { (few, list) } else { ([few, list].concat(), Vec::new()) };
        let patience = if choices.is_empty() { Patience::Sentence } else { Patience::Short };
        Self { choices, dictated, otherwise, patience }
    }

    /// A question, or the very words of something that is shown; what is shown twice is there once.
    pub fn question(shown: Vec<Choice>) -> Self {
        let mut choices: Vec<Choice> = Vec::new();
        for choice in shown {
            if choices.iter().all(|known| known.label != choice.label) {
                choices.push(Choice { to_the_word: true, ..choice });
            }
        }
        let dictated = choices.split_off(choices.len().min(LONGEST_LIST));
        Self { choices, dictated, ..Self::words(Otherwise::Ask) }
    }

    pub fn yes_or_no(language: &str, yes: Act, no: Act) -> Self {
        let few = vec![Choice::phrase(language, Phrase::Yes, yes), Choice::phrase(language, Phrase::No, no)];
        Self::list(few, Vec::new(), Otherwise::Nothing)
    }

    /// With the wishes that are heard everywhere, for a turn in which only choices are told apart.
    pub fn with_wishes(mut self, language: &str) -> Self {
        if self.choices.is_empty() {
            return self;
        }
        let asked_at_will = self.choices.iter().any(|choice| choice.to_the_word);
        for wish in WISHES {
            if !self.understands(wish) {
                continue;
            }
            let mut wordings = ways(language, Phrase::Command(wish));
            let Some(label) = wordings.first().cloned() else { continue };
            // What stands on the screen comes before the same words as a wish.
            wordings.retain(|way| !self.has(way));
            if wordings.is_empty() {
                continue;
            }
            let meaning = match &self.otherwise {
                Otherwise::Give { place } if !is_of_every_screen(wish) => Meaning::Do(give(place, &label)),
                _ => Meaning::Wish(wish),
            };
            let to_the_word = asked_at_will || ends_something(wish);
            self.choices.push(Choice { wordings, label, meaning, to_the_word });
        }
        self
    }

    /// With going on, where something rests that can be gone on with.
    pub fn with_going_on(mut self, language: &str) -> Self {
        if !self.choices.is_empty() {
            self.choices.insert(0, Choice::phrase(language, Phrase::Command(Command::Next), Act::GoOnSpeaking));
        }
        self
    }

    /// Whether a wish leads anywhere here.
    fn understands(&self, wish: Command) -> bool {
        let of_forms = matches!(wish, Command::Next | Command::Skip | Command::DontKnow);
        match self.otherwise {
            Otherwise::Give { .. } => true,
            Otherwise::Goodbye => is_of_every_screen(wish),
            Otherwise::Ask | Otherwise::Language | Otherwise::Nothing => !of_forms,
        }
    }

    fn has(&self, way: &str) -> bool {
        let is = |other: &String| other.to_lowercase() == way.to_lowercase();
        self.choices.iter().flat_map(|choice| &choice.wordings).any(is)
    }

    /// The same where one of these was said already: which, or whether it was the only one.
    pub fn among(self, offered: &[Choice], language: &str) -> Self {
        let neither = Choice { meaning: Meaning::Neither, ..Choice::phrase(language, Phrase::No, Act::StillHere) };
        let choices = match offered {
            [only] => {
                let yes = Choice::phrase(language, Phrase::Yes, Act::StillHere);
                vec![Choice { meaning: only.meaning.clone(), ..yes }, neither]
            }
            several => {
                let sounds = |choice: &Choice| Choice { to_the_word: false, ..choice.clone() };
                several.iter().map(sounds).chain([neither]).collect()
            }
        };
        Self { choices, dictated: Vec::new(), patience: Patience::Short, ..self }
    }
}

impl Choice {
    /// What is chosen by its title.
    pub fn titled(title: &str, act: Act) -> Self {
        Self {
            wordings: vec![title.to_owned()],
            label: title.to_owned(),
            meaning: Meaning::Do(act),
            to_the_word: false,
        }
    }

    /// What is said in a few ways, whatever the screen.
    pub fn phrase(language: &str, phrase: Phrase, act: Act) -> Self {
        let wordings = ways(language, phrase);
        let label = wordings.first().cloned().unwrap_or_default();
        Self { label, wordings, meaning: Meaning::Do(act), to_the_word: false }
    }

    /// One of the kiosk's own buttons.
    pub fn button(language: &str, button: Button, act: Act) -> Self {
        Self::phrase(language, Phrase::Button(button), act)
    }

    /// Letters that were misheard, where these words are its own and nothing besides.
    pub fn misheard(&self, words: &Said) -> Option<usize> {
        self.wordings.iter().filter_map(|way| misheard(words.as_str(), way)).min()
    }

    /// Whether it may be taken for its sound, where these words were dictated.
    pub fn fits(&self, words: &Said) -> bool {
        !self.to_the_word || self.misheard(words).is_some()
    }
}

/// Whether a wish is none of the question in front, but of the screen around it.
pub(crate) fn is_of_every_screen(wish: Command) -> bool {
    matches!(wish, Command::Repeat | Command::Slower | Command::Pause | Command::Help)
}

/// What is hard to come back from must not be heard in something else.
fn ends_something(wish: Command) -> bool {
    matches!(wish, Command::Stop | Command::StartAgain)
}

/// What a wish does outside a form; in a form the question itself knows. `None` for what only the screens can do.
pub(crate) fn command(wish: Command) -> Option<Act> {
    match wish {
        Command::Back => Some(Act::Back),
        Command::Person => Some(Act::CallPerson),
        Command::ChangeLanguage => Some(Act::OpenLanguages),
        Command::StartAgain => Some(Act::Home),
        Command::Stop => Some(Act::Leave),
        Command::Help
        | Command::Next
        | Command::Repeat
        | Command::Slower
        | Command::Pause
        | Command::Skip
        | Command::DontKnow => None,
    }
}

/// The answer to a question, as it is said.
pub(crate) fn give(place: &str, words: &str) -> Act {
    Act::Give { place: place.to_owned(), given: Given::Words(Said::from(words)) }
}

/// Ways of saying it, the shortest first.
pub(crate) fn ways(language: &str, phrase: Phrase) -> Vec<String> {
    spoken(language).map(|language| wordings(phrase, &language, WAYS)).unwrap_or_default()
}
