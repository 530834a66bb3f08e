//! How far the visitor has come, honestly: between the fewest and the most screens that the form can
//! still have.

/// How far a journey is, in screens that the visitor has to answer. Screens whose answers all came from
/// another form do not count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Answered or left out.
    pub answered: usize,
    /// Fewest that there can be in all, whatever is still answered.
    pub least: usize,
    /// Most that there can be in all.
    pub most: usize,
    /// How many of the most stand only for further items of a list, which few people have.
    pub further: usize,
}

impl Progress {
    /// A screen that applies; `certain`: it does, whatever is still answered.
    pub(super) fn screen(&mut self, settled: bool, certain: bool) {
        self.answered += usize::from(settled);
        self.least += usize::from(certain);
        self.most += 1;
    }

    /// Screens that may come to apply.
    pub(super) fn perhaps(&mut self, screens: usize) {
        self.most += screens;
    }

    /// Screens of items beyond the next one of a list that the visitor closes.
    pub(super) fn further(&mut self, screens: usize) {
        self.most += screens;
        self.further += screens;
    }

    /// What was answered is part of the form, even if it may still drop out of it.
    pub(super) fn finish(&mut self) {
        self.least = self.least.max(self.answered);
        self.most = self.most.max(self.least);
        self.further = self.further.min(self.most - self.least);
    }
}
