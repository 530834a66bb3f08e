//! The screens of a visit in the order in which they were seen, for "back".

use std::{collections::VecDeque, sync::Arc};

use crate::answered::Answered;

/// Screens that "back" can lead through; older ones are forgotten.
const LONGEST: usize = 32;

/// One screen of a visit, by what it shows.
#[derive(Clone)]
pub(crate) enum Page {
    Languages,
    Home,
    Topic(String),
    Ask,
    /// Where applications are looked up.
    Status,
    Reply(Arc<Answered>),
    Notice(String),
    Person,
    Forms,
    FormIntroduction {
        forms: Vec<String>,
        /// The life event that gathers them.
        event: Option<String>,
    },
    /// Wherever the visitor stands in the form in hand.
    Form,
}

/// Screens seen, the one in front last; there is always one.
#[derive(Clone)]
pub(crate) struct Trail {
    behind: VecDeque<Page>,
    front: Page,
}

impl Trail {
    pub fn starting_at(front: Page) -> Self {
        Self { behind: VecDeque::new(), front }
    }

    pub fn front(&self) -> &Page {
        &self.front
    }

    /// Whether this very reply was shown before.
    pub fn has_reply(&self, reply: &Arc<Answered>) -> bool {
        let is_it = |page: &Page| matches!(page, Page::Reply(other) if Arc::ptr_eq(other, reply));
        is_it(&self.front) || self.behind.iter().any(is_it)
    }

    pub fn can_go_back(&self) -> bool {
        !self.behind.is_empty()
    }

    /// To a further screen; to the one in front, nothing changes.
    pub fn go(&mut self, page: Page) {
        if page.is(&self.front) {
            return;
        }
        self.behind.push_back(std::mem::replace(&mut self.front, page));
        if self.behind.len() > LONGEST {
            self.behind.pop_front();
        }
    }

    pub fn back(&mut self) {
        if let Some(page) = self.behind.pop_back() {
            self.front = page;
        }
    }

    /// Takes out every screen of one sort; the newest that is left comes to the front, and the home
    /// screen lies under all.
    pub fn take_out(&mut self, unwanted: impl Fn(&Page) -> bool) {
        let front = std::mem::replace(&mut self.front, Page::Home);
        let seen = std::mem::take(&mut self.behind).into_iter().chain([front]);
        seen.filter(|page| !unwanted(page)).for_each(|page| self.go(page));
    }
}

impl Page {
    /// What the screens call it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Languages => "languages",
            Self::Home => "home",
            Self::Topic(_) => "topic",
            Self::Ask => "ask",
            Self::Status => "status",
            Self::Reply(_) => "reply",
            Self::Notice(_) => "notice",
            Self::Person => "person",
            Self::Forms => "forms",
            Self::FormIntroduction { .. } => "form-introduction",
            Self::Form => "form",
        }
    }

    /// Whether it is the same screen. A question asked again is answered again.
    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Topic(one), Self::Topic(other)) | (Self::Notice(one), Self::Notice(other)) => one == other,
            (Self::Reply(one), Self::Reply(other)) => Arc::ptr_eq(one, other),
            (Self::FormIntroduction { forms: one, .. }, Self::FormIntroduction { forms: other, .. }) => one == other,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_leads_through_a_bounded_trail() {
        let mut trail = Trail::starting_at(Page::Home);
        for number in 0..100 {
            trail.go(Page::Topic(number.to_string()));
            trail.go(Page::Topic(number.to_string()));
        }
        let mut steps = 0;
        while trail.can_go_back() {
            trail.back();
            steps += 1;
        }
        assert_eq!(steps, LONGEST);
    }
}
