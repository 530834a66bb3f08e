//! What a turn leaves open: a question of the kiosk's own, or why nothing was heard.

use super::expectation::Choice;
use crate::view::{Ear, Miss};

/// What a turn leaves behind it.
#[derive(Clone, Default)]
pub(super) enum Left {
    #[default]
    Nothing,
    /// One of these was said.
    Which(Vec<Choice>),
    /// It sounded like this language: yes chooses it.
    Language(String, [Choice; 1]),
    Missed(Miss),
}

impl Left {
    /// Whether it is a question, which stays in sight until it is answered.
    pub fn asks(&self) -> bool {
        matches!(self, Self::Which(_) | Self::Language(..))
    }

    /// As it is shown, while it is listened to or not.
    pub fn draw(&self, listening: bool) -> Ear {
        match self {
            Self::Nothing => Ear::Off,
            Self::Which(choices) => {
                Ear::Which { options: choices.iter().map(|choice| choice.label.clone()).collect(), listening }
            }
            Self::Language(language, _) => Ear::Language { language: language.clone(), listening },
            Self::Missed(why) => Ear::Missed { why: *why },
        }
    }
}
