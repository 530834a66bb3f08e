//! What staff should know of how a store was opened.

use std::path::PathBuf;

/// What opening found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opening {
    /// There was no store; this one is new.
    pub created: bool,
    /// The store was damaged. It lies here, and this one is new. Nothing of it was deleted.
    pub set_aside: Option<PathBuf>,
    /// Finished forms that could be taken over from the damaged store.
    pub rescued: u64,
    /// The newest entries of the audit trail are missing: somebody cut them off, or the disk lost them.
    pub audit_cut_off: bool,
    /// By how many seconds the clock is behind the last use of this store.
    pub clock_back_seconds: Option<i64>,
}

impl Opening {
    /// What staff should be told, most urgent first; usually nothing.
    pub fn notices(&self) -> impl Iterator<Item = OpeningNotice> {
        [
            (self.set_aside.is_some(), OpeningNotice::SetAside),
            (self.audit_cut_off, OpeningNotice::AuditCutOff),
            (self.clock_back_seconds.is_some(), OpeningNotice::ClockBack),
        ]
        .into_iter()
        .filter_map(|(found, notice)| found.then_some(notice))
    }
}

/// Something that staff should be told, though the store is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpeningNotice {
    /// The store was damaged and set aside.
    SetAside,
    /// The newest entries of the audit trail are missing.
    AuditCutOff,
    /// The clock is behind the last use of the store.
    ClockBack,
}

impl OpeningNotice {
    /// Stable name, kebab-case; its words for people stand in the locales.
    pub fn code(self) -> &'static str {
        match self {
            Self::SetAside => "store-set-aside",
            Self::AuditCutOff => "store-audit-cut-off",
            Self::ClockBack => "store-clock-back",
        }
    }
}
