//! What is said around an answer: hesitation, hedges, corrections, wishes; yes and no.
//!
//! Words are data. Knows no kind of value but yes and no.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{
    text::{self, Folded},
    value::Command,
};

/// What is longer is no wish among answers in one's own words, in characters.
const LONGEST_WISH: usize = 60;

/// `phrases.toml` of a language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PhraseData {
    /// Sounds of hesitation.
    fillers: Vec<String>,
    /// What carries an answer without changing it: "my birthday is".
    carriers: Vec<String>,
    /// Whom or what an answer is about, which changes nothing in a number or a day, and may be the name of a choice.
    people: Vec<String>,
    /// Endings of a sentence that begin like a digit: 이요.
    swallowing: Vec<String>,
    /// What makes an answer less certain.
    hedges: Vec<String>,
    /// What turns an answer round.
    negations: Vec<String>,
    /// What stands between two answers of which one is meant.
    either: Vec<String>,
    yes: Vec<String>,
    no: Vec<String>,
    unsure: Vec<String>,
    /// What joins several choices.
    joints: Vec<String>,
    /// All of them.
    all: Vec<String>,
    /// None of them.
    none: Vec<String>,
    /// What takes back what was said just before.
    restart: Vec<String>,
    /// What opens an utterance that corrects an earlier one.
    opens: Vec<String>,
    /// "{new} not {old}", with the words between.
    instead: Vec<String>,
    /// Wishes.
    commands: BTreeMap<Command, Vec<String>>,
    /// Those of them that may be what somebody answers in their own words: clerk, English.
    mistakable: Vec<String>,
    /// Words around a wish: "please".
    polite: Vec<String>,
    /// The kiosk's own buttons: they are listened for where they are shown, and are no wish elsewhere.
    buttons: BTreeMap<Button, Vec<String>>,
    /// Those ways of yes and no that are told apart by their sound.
    listened: Listened,
}

/// Few of very many ways, the commonest first: each more makes another likelier to be heard in its place.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Listened {
    yes: Vec<String>,
    no: Vec<String>,
}

/// The same, folded, the longest first.
#[derive(Debug, Clone, Default)]
pub struct Phrases {
    /// Sounds of hesitation.
    pub fillers: Vec<Folded>,
    /// Without meaning around an answer.
    pub carriers: Vec<Folded>,
    /// Whom or what an answer is about.
    pub people: Vec<Folded>,
    /// Endings that begin like a digit.
    pub swallowing: Vec<Folded>,
    /// Make it less certain.
    pub hedges: Vec<Folded>,
    /// Turn it round.
    pub negations: Vec<Folded>,
    /// Between two answers.
    pub either: Vec<Folded>,
    /// Ways of yes.
    pub yes: Vec<Folded>,
    /// Ways of no.
    pub no: Vec<Folded>,
    /// Ways of neither.
    pub unsure: Vec<Folded>,
    /// Join several choices.
    pub joints: Vec<Folded>,
    /// Ways of "all of them".
    pub all: Vec<Folded>,
    /// Ways of "none of them".
    pub none: Vec<Folded>,
    /// Take back what was said.
    pub restart: Vec<Folded>,
    /// Open a correction.
    pub opens: Vec<Folded>,
    /// Ways of naming what is right and what is wrong.
    pub instead: Vec<Instead>,
    commands: Vec<(Folded, Command)>,
    mistakable: Vec<Folded>,
    polite: Vec<Folded>,
    /// As they are written, for what listens for them: of yes and no the commonest first, of all others the shortest.
    pub wordings: BTreeMap<Phrase, Vec<String>>,
}

/// What is said in few ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phrase {
    /// Yes.
    Yes,
    /// No.
    No,
    /// A wish.
    Command(Command),
    /// What is written on a button.
    Button(Button),
}

/// Buttons of a kiosk that can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Button {
    /// To the first screen, where all topics are.
    Home,
    /// To the forms.
    Forms,
    /// All forms of a matter, one after the other.
    Together,
    /// On with the form that was begun.
    GoOn,
    /// How does an application stand?
    Status,
    /// A question is to be typed.
    TypeQuestion,
    /// The person who was called need not come.
    CancelCall,
    /// On while the person is on the way.
    CarryOn,
    /// The form as it will be printed.
    Proof,
    /// Whether one may qualify, before one applies.
    CheckFirst,
    /// On from there with the form.
    Apply,
    /// The form that was handed in, on paper.
    PrintForm,
    /// The answer in front, on paper.
    PrintAnswer,
    /// The number under which a person comes, on paper.
    PrintTicket,
    /// The notice in front, on paper.
    PrintNotice,
    /// How far an application is, on paper.
    PrintStatus,
    /// What was done during the visit, on paper.
    PrintReceipt,
    /// What is to be paid, on paper.
    PrintPayment,
    /// A wish for an appointment, on paper.
    PrintAppointment,
    /// The number that is called, on paper.
    PrintQueue,
    /// The paper that did not come out.
    PrintAgain,
}

/// `before <a> between <b>`: one of them is right.
#[derive(Debug, Clone)]
pub struct Instead {
    /// Words before both.
    pub before: Folded,
    /// Words between them.
    pub between: Folded,
    /// Words after both.
    pub after: Folded,
    /// Whether the right one comes first.
    pub new_first: bool,
}

impl Phrases {
    /// Folds all.
    pub fn new(data: PhraseData) -> Self {
        let mut commands: Vec<_> = data
            .commands
            .iter()
            .flat_map(|(command, words)| words.iter().map(|word| (text::fold(word), *command)))
            .collect();
        commands.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        let wishes = data.commands.iter().map(|(command, words)| (Phrase::Command(*command), words.clone()));
        let buttons = data.buttons.iter().map(|(button, words)| (Phrase::Button(*button), words.clone()));
        let mut wordings: BTreeMap<Phrase, Vec<String>> = wishes.chain(buttons).collect();
        wordings.values_mut().for_each(|ways| ways.sort_by_key(|way| way.chars().count()));
        wordings.insert(Phrase::Yes, data.listened.yes.clone());
        wordings.insert(Phrase::No, data.listened.no.clone());
        Self {
            wordings,
            fillers: text::words(&data.fillers),
            carriers: text::words(&data.carriers),
            people: text::words(&data.people),
            swallowing: text::words(&data.swallowing),
            hedges: text::words(&data.hedges),
            negations: text::words(&data.negations),
            either: text::words(&data.either),
            yes: text::words(&data.yes),
            no: text::words(&data.no),
            unsure: text::words(&data.unsure),
            joints: text::words(&data.joints),
            all: text::words(&data.all),
            none: text::words(&data.none),
            restart: text::words(&data.restart),
            opens: text::words(&data.opens),
            instead: data.instead.iter().filter_map(|line| Instead::new(line)).collect(),
            commands,
            mistakable: text::words(&data.mistakable).iter().map(letters).collect(),
            polite: text::words(&data.polite),
        }
    }

    /// The wish, where nothing else is said.
    pub fn command(&self, said: &Folded) -> Option<Command> {
        let bare = text::without(&text::without(said, &self.fillers, true), &self.polite, false);
        let whole = self.wish(&letters(said)).or_else(|| self.wish(&letters(&bare)));
        // "Wait a moment, please": polite words within a wish belong to it.
        let within = || self.within_polite([said.clone(), text::without(said, &self.fillers, true)]);
        whole.or_else(|| within().iter().find_map(|rest| self.wish(&letters(rest))))
    }

    /// The wish in what may as well be an answer in one's own words: only what nobody would answer is one.
    pub fn command_in_own_words(&self, said: &Folded) -> Option<Command> {
        if said.len() > LONGEST_WISH {
            return None;
        }
        // "Like" is a filler, but not in "I would like to".
        let found = self.within_polite([said.clone(), text::without(said, &self.fillers, true)]);
        let mut sentences = found.iter().map(letters).filter(|rest| !self.mistakable.contains(rest));
        sentences.find_map(|rest| self.wish(&rest))
    }

    fn wish(&self, heard: &Folded) -> Option<Command> {
        self.commands.iter().find(|(word, _)| letters(word) == *heard).map(|(_, command)| *command)
    }

    /// What was said, and all that is left of it without polite words before and behind; within it all stays.
    fn within_polite(&self, said: [Folded; 2]) -> Vec<Folded> {
        let mut found = said.map(|said| text::trimmed(&said)).to_vec();
        let mut at = 0;
        while let Some(rest) = found.get(at).cloned() {
            for word in self.polite.iter().filter(|word| word.len() < rest.len()) {
                let behind = rest.len() - word.len();
                let before = text::stands_at(&rest, 0, word).then(|| text::trimmed(&rest[word.len()..]));
                let after = text::stands_at(&rest, behind, word).then(|| text::trimmed(&rest[..behind]));
                for left in before.into_iter().chain(after) {
                    if !found.contains(&left) {
                        found.push(left);
                    }
                }
            }
            at += 1;
        }
        found
    }
}

fn letters(text: &Folded) -> Folded {
    text.iter().copied().filter(|c| c.is_alphanumeric()).collect()
}

impl Instead {
    fn new(line: &str) -> Option<Self> {
        let (first, second) = (line.find('{')?, line.rfind('{')?);
        let between = line.get(line.find('}')? + 1..second)?;
        let after = line.get(line.rfind('}')? + 1..)?;
        Some(Self {
            before: text::fold(line.get(..first)?.trim()),
            between: text::fold(between.trim()),
            after: text::fold(after.trim()),
            new_first: line.get(first..)?.starts_with("{new}"),
        })
    }
}
