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

    /// What was answered is part of the form, even if it may still drop out of it.
    pub(super) fn finish(&mut self) {
        self.least = self.least.max(self.answered);
        self.most = self.most.max(self.least);
    }
}
