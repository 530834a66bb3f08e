//! What may be said on a screen, and what it leads to. Drawn from the view alone: what is listened for is what is shown.

use kaunter_spoken::{Command, Phrase, wordings};

use super::{Patience, spoken};
use crate::{
    act::Act,
    said::Said,
    view::{
        Control, DigitsOf, FormLine, FormLink, FormOption, FormQuestion, Given, Outcome, PaperState, PrinterCard,
        QuestionLink, Screen, View,
    },
};

/// Ways of saying one thing that are listened for; more make each likelier to be heard where another was said.
const WAYS: usize = 10;
/// Longer lists are dictated: scoring each entry would take longer than people wait.
const LONGEST_LIST: usize = 40;

/// Wishes that are told apart from the choices of a screen.
const WISHES: [Command; 6] =
    [Command::Back, Command::Repeat, Command::Help, Command::Person, Command::Skip, Command::DontKnow];

/// What may be said.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Expectation {
    /// What can be chosen.
    pub choices: Vec<Choice>,
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
}

/// What was meant.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Meaning {
    /// As if it had been touched.
    Do(Act),
    /// A wish that is the same on every screen.
    Wish(Command),
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
}

/// What may be said on this screen; `None` where nothing leads anywhere.
pub(crate) fn expectation(view: &View) -> Option<Expectation> {
    let language = view.language.as_str();
    match &view.screen {
        Screen::Languages => Some(Expectation::words(Otherwise::Language)),
        Screen::Home { .. }
        | Screen::Topic { .. }
        | Screen::Ask { .. }
        | Screen::Status(_)
        | Screen::Notice { .. }
        | Screen::Person { .. } => Some(Expectation::words(Otherwise::Ask)),
        Screen::Reply(reply) => {
            let clarify = reply.parts.iter().filter_map(|part| match &part.outcome {
                Outcome::Clarify { choices } => Some(choices),
                _ => None,
            });
            Some(Expectation::list(clarify.flatten().map(question).collect(), Otherwise::Ask))
        }
        Screen::Forms { families } => {
            let forms = families.iter().flat_map(|family| &family.forms).map(form);
            Some(Expectation::list(forms.collect(), Otherwise::Ask))
        }
        Screen::FormIntroduction(introduction) => {
            let forms = introduction.forms.iter().map(|form| form.id.clone()).collect();
            Some(yes_or_no(language, Act::StartForms { forms }, Act::Back))
        }
        Screen::FormQuestion(question) => form_question(question, language),
        Screen::FormReview(review) => {
            let lines = review.sections.iter().flat_map(|section| &section.lines);
            let change = |line: &FormLine| Choice::titled(&line.label, Act::ChangeAnswer { place: line.place.clone() });
            let mut choices: Vec<Choice> = lines.filter(|line| !line.computed).map(change).collect();
            if review.outstanding.is_empty() {
                choices.push(phrase(language, Phrase::Yes, Act::FinishForm));
            }
            Some(Expectation::list(choices, Otherwise::Nothing))
        }
        Screen::FormProof { .. } => Some(Expectation::words(Otherwise::Nothing)),
        // A "no" that was misheard must destroy nothing: an officer comes.
        Screen::FormInterrupted { .. } => Some(yes_or_no(language, Act::ContinueForm, Act::CallPerson)),
        Screen::FormFinished(receipt) => {
            let printable = !matches!(view.printer, PrinterCard::None)
                && view.paper.as_ref().is_none_or(|paper| matches!(paper.state, PaperState::Failed { .. }));
            let on = if receipt.next.is_some() { Act::NextForm } else { Act::Home };
            Some(match (printable, receipt.next.is_some()) {
                (true, _) => yes_or_no(language, Act::PrintForm, on),
                (false, true) => yes_or_no(language, on, Act::Leave),
                (false, false) => Expectation::words(Otherwise::Ask),
            })
        }
        Screen::FormPaused { .. } => Some(Expectation::words(Otherwise::Nothing)),
        Screen::Attract | Screen::Officer(_) | Screen::Farewell { .. } | Screen::OutOfService { .. } => None,
    }
}

impl Expectation {
    fn words(otherwise: Otherwise) -> Self {
        Self { choices: Vec::new(), otherwise, patience: Patience::Sentence }
    }

    /// One of a list; a list that is too long is dictated.
    fn list(choices: Vec<Choice>, otherwise: Otherwise) -> Self {
        if choices.is_empty() || choices.len() > LONGEST_LIST {
            return Self::words(otherwise);
        }
        Self { choices, otherwise, patience: Patience::Short }
    }

    /// With the wishes that are heard everywhere, for a turn in which only choices are told apart.
    pub fn with_wishes(mut self, language: &str) -> Self {
        if self.choices.is_empty() {
            return self;
        }
        for wish in WISHES {
            let wordings = ways(language, Phrase::Command(wish));
            let Some(label) = wordings.first().cloned() else { continue };
            let meaning = match &self.otherwise {
                Otherwise::Give { place } if wish != Command::Repeat => Meaning::Do(give(place, &label)),
                _ => Meaning::Wish(wish),
            };
            self.choices.push(Choice { wordings, label, meaning });
        }
        self
    }

    /// The same where one of these was said already: which, or whether it was the only one.
    pub fn among(self, offered: &[Choice], language: &str) -> Self {
        let no = phrase(language, Phrase::No, Act::CancelListening);
        let choices = match offered {
            [only] => {
                vec![Choice { meaning: only.meaning.clone(), ..phrase(language, Phrase::Yes, Act::StillHere) }, no]
            }
            several => several.iter().cloned().chain([no]).collect(),
        };
        Self { choices, patience: Patience::Short, ..self }
    }
}

impl Choice {
    pub fn titled(title: &str, act: Act) -> Self {
        Self { wordings: vec![title.to_owned()], label: title.to_owned(), meaning: Meaning::Do(act) }
    }
}

/// What a wish does outside a form; in a form the question itself knows. `None` for what only the screens can do.
pub(crate) fn command(wish: Command) -> Option<Act> {
    match wish {
        Command::Back => Some(Act::Back),
        Command::Person => Some(Act::CallPerson),
        Command::ChangeLanguage => Some(Act::OpenLanguages),
        Command::StartAgain => Some(Act::Home),
        Command::Stop => Some(Act::Leave),
        Command::Help => Some(Act::ExplainQuestion),
        Command::Next | Command::Repeat | Command::Slower | Command::Skip | Command::DontKnow => None,
    }
}

fn form_question(question: &FormQuestion, language: &str) -> Option<Expectation> {
    let place = question.place.clone();
    let otherwise = Otherwise::Give { place: place.clone() };
    if let Some(read_back) = &question.read_back {
        let mut all = yes_or_no(
            language,
            Act::ConfirmReadBack { place: place.clone() },
            Act::RefuseReadBack { place: place.clone() },
        );
        let others = read_back.alternatives.iter().zip(0..).map(|(said, alternative)| {
            Choice::titled(said.as_str(), Act::PickAlternative { place: place.clone(), alternative })
        });
        all.choices.extend(others);
        all.otherwise = otherwise;
        return Some(all);
    }
    let listed = |options: &[FormOption]| {
        let choice = |option: &FormOption| Choice::titled(&option.label, give(&place, &option.label));
        Expectation::list(options.iter().map(choice).collect(), otherwise.clone())
    };
    Some(match &question.control {
        Control::YesNo => {
            let of = |phrase| ways(language, phrase).first().cloned().unwrap_or_default();
            let (yes, no) = (of(Phrase::Yes), of(Phrase::No));
            Expectation { otherwise, ..yes_or_no(language, give(&place, &yes), give(&place, &no)) }
        }
        Control::Choice { options } => listed(options),
        Control::Place { options, .. } => listed(options),
        Control::Choices { .. } => Expectation::words(otherwise),
        Control::Digits { of, .. } => {
            let patience = if matches!(of, DigitsOf::Phone) { Patience::Groups } else { Patience::Sentence };
            Expectation { patience, ..Expectation::words(otherwise) }
        }
        Control::Words { .. } => Expectation { patience: Patience::Groups, ..Expectation::words(otherwise) },
        Control::Date { .. } | Control::Time { .. } => Expectation::words(otherwise),
        // Nobody signs by voice; wishes are still heard.
        Control::Signature | Control::Picture => Expectation::words(otherwise),
    })
}

fn give(place: &str, words: &str) -> Act {
    Act::Give { place: place.to_owned(), given: Given::Words(Said::from(words)) }
}

fn yes_or_no(language: &str, yes: Act, no: Act) -> Expectation {
    let choices = vec![phrase(language, Phrase::Yes, yes), phrase(language, Phrase::No, no)];
    Expectation { choices, otherwise: Otherwise::Nothing, patience: Patience::Short }
}

fn phrase(language: &str, phrase: Phrase, act: Act) -> Choice {
    let wordings = ways(language, phrase);
    Choice { label: wordings.first().cloned().unwrap_or_default(), wordings, meaning: Meaning::Do(act) }
}

fn ways(language: &str, phrase: Phrase) -> Vec<String> {
    spoken(language).map(|language| wordings(phrase, &language, WAYS)).unwrap_or_default()
}

fn question(link: &QuestionLink) -> Choice {
    Choice::titled(&link.label, Act::AskLink { id: link.id.clone() })
}

fn form(link: &FormLink) -> Choice {
    Choice::titled(&link.title, Act::OpenForm { form: link.id.clone() })
}
