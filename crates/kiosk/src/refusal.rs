//! Why something that was tried did not happen, as codes that the screens put into words.

use thiserror::Error;

use crate::view::Problem;

/// Why an act changed nothing, or why there is nothing to serve with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Refusal {
    /// Nothing was asked.
    #[error("the question has no words")]
    QuestionEmpty,
    /// The pack does not speak this language.
    #[error("the pack has no such language")]
    LanguageUnknown,
    /// A reference number without a letter or digit.
    #[error("the reference number is empty")]
    ReferenceEmpty,
    /// The stick is no longer there.
    #[error("the stick is gone")]
    StickGone,
    /// The topic is not in the pack, or none of its questions can be answered today.
    #[error("the topic is not offered")]
    TopicGone,
    /// The entry or passage is not in the pack, or does not hold today.
    #[error("the entry cannot be quoted today")]
    EntryGone,
    /// The form is not in the pack.
    #[error("the form is not offered")]
    FormGone,
    /// Another form is being filled in.
    #[error("another form is being filled in")]
    FormOpen,
    /// The draft's form can no longer be read.
    #[error("the draft cannot be read")]
    FormDamaged,
    /// The notice has expired.
    #[error("the notice is no longer shown")]
    NoticeGone,
    /// Not the officer's PIN.
    #[error("the PIN is wrong")]
    PinWrong,
    /// Too many wrong ones: none is tried at present.
    #[error("no PIN is taken at present")]
    PinWait,
    /// No usable PIN is set on this kiosk.
    #[error("no PIN is set on this kiosk")]
    PinUnset,
    /// The attempt cannot be recorded, and unrecorded attempts could be repeated without end.
    #[error("the attempt cannot be recorded")]
    PinUnrecorded,
    /// Somebody has this PIN already, and a PIN alone says who comes.
    #[error("the PIN is taken")]
    PinTaken,
    /// A PIN has 4 to 12 digits.
    #[error("the PIN is not 4 to 12 digits")]
    PinNotDigits,
    /// The machine gives no random numbers, or too little memory.
    #[error("the PIN cannot be hashed")]
    PinNotHashed,
    /// A name without a letter.
    #[error("the name is empty")]
    NameEmpty,
    /// It needs another role.
    #[error("the role does not allow it")]
    NotAllowed,
    /// This kiosk has no printer.
    #[error("there is no printer")]
    PrinterNone,
    /// The printer has not said yet what it can do.
    #[error("the printer has not said what it can do")]
    PrinterUnasked,
    /// The printer cannot print like this.
    #[error("the printer cannot print like this")]
    PrintingUnsupported,
    /// The paper is being printed already.
    #[error("the paper is under way")]
    PaperUnderWay,
    /// Nothing is installed.
    #[error("no pack is installed")]
    PackNone,
    /// The pack is being opened; soon it is served.
    #[error("the pack is being opened")]
    PackOpening,
    /// A fault of ours keeps the pack from being opened.
    #[error("the pack cannot be opened")]
    PackBroken,
    /// The pack's last day has passed.
    #[error("the pack's last day has passed")]
    PackExpired,
    /// The pack is for staff only.
    #[error("the pack is for staff only")]
    PackInternal,
    /// This kiosk knows no key by which a pack could be told from another's.
    #[error("the kiosk has no key to verify packs with")]
    PackKeysNone,
    /// Nothing is plugged in.
    #[error("no stick is plugged in")]
    StickNone,
    /// The stick is full, worn out or may not be written.
    #[error("the stick cannot be written")]
    StickUnwritable,
    /// There is no log yet.
    #[error("there is no log")]
    LogNone,
}

impl Refusal {
    /// All of them, for the check that each has its words in every language.
    pub const ALL: [Self; 32] = [
        Self::QuestionEmpty,
        Self::LanguageUnknown,
        Self::ReferenceEmpty,
        Self::StickGone,
        Self::TopicGone,
        Self::EntryGone,
        Self::FormGone,
        Self::FormOpen,
        Self::FormDamaged,
        Self::NoticeGone,
        Self::PinWrong,
        Self::PinWait,
        Self::PinUnset,
        Self::PinUnrecorded,
        Self::PinTaken,
        Self::PinNotDigits,
        Self::PinNotHashed,
        Self::NameEmpty,
        Self::NotAllowed,
        Self::PrinterNone,
        Self::PrinterUnasked,
        Self::PrintingUnsupported,
        Self::PaperUnderWay,
        Self::PackNone,
        Self::PackOpening,
        Self::PackBroken,
        Self::PackExpired,
        Self::PackInternal,
        Self::PackKeysNone,
        Self::StickNone,
        Self::StickUnwritable,
        Self::LogNone,
    ];

    /// Name of the words in `locales`, without `problem-`.
    pub fn code(self) -> &'static str {
        match self {
            Self::QuestionEmpty => "question-empty",
            Self::LanguageUnknown => "language-unknown",
            Self::ReferenceEmpty => "reference-empty",
            Self::StickGone => "stick-gone",
            Self::TopicGone => "topic-gone",
            Self::EntryGone => "entry-gone",
            Self::FormGone => "form-not-offered",
            Self::FormOpen => "form-open",
            Self::FormDamaged => "form-damaged",
            Self::NoticeGone => "notice-gone",
            Self::PinWrong => "pin-wrong",
            Self::PinWait => "pin-wait",
            Self::PinUnset => "pin-unset",
            Self::PinUnrecorded => "pin-unrecorded",
            Self::PinTaken => "pin-taken",
            Self::PinNotDigits => "pin-not-digits",
            Self::PinNotHashed => "pin-not-hashed",
            Self::NameEmpty => "name-empty",
            Self::NotAllowed => "not-allowed",
            Self::PrinterNone => "printer-none",
            Self::PrinterUnasked => "printer-unasked",
            Self::PrintingUnsupported => "printing-unsupported",
            Self::PaperUnderWay => "paper-under-way",
            Self::PackNone => "pack-none",
            Self::PackOpening => "pack-opening",
            Self::PackBroken => "pack-broken",
            Self::PackExpired => "pack-expired",
            Self::PackInternal => "pack-internal",
            Self::PackKeysNone => "pack-keys-none",
            Self::StickNone => "stick-none",
            Self::StickUnwritable => "stick-unwritable",
            Self::LogNone => "log-none",
        }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self { code: refusal.code().to_owned() }
    }
}
