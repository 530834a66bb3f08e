//! Forms: what an agency asks, the journey of one person through it, and what comes out.
//!
//! Pure: definitions come as bytes, the day comes with each call, answers stay in the hands of the
//! caller. It must never know of screens, visits, disks, printers or networks.

mod address;
mod answers;
mod archive;
mod bundle;
mod catalogue;
mod check;
mod definition;
mod document;
mod eligibility;
mod example;
mod fault;
mod fingerprint;
#[doc(hidden)]
pub mod fuzz;
mod hear;
mod icons;
mod journey;
mod json;
mod places;
mod read;
mod refusal;
mod reopened;
mod rule;
mod say;
mod slip;
mod validity;
mod value;
mod words;

pub use address::{Country, Part};
pub use answers::{Changed, Damaged, MOST_ITEMS, NoPlace};
pub use archive::{ArchiveError, LARGEST_ARCHIVE};
pub use bundle::Facts;
pub use catalogue::{Catalogue, FormFiles, PackFacts, Scrutiny};
pub use definition::{
    Check, ChoiceCode, Count, Day, Document, Duplicate, Eligibility, EligibilityRule, Family, Field, Form, Judgement,
    Kind, Otherwise, Repeat, Section, SignatureMark, Signing,
};
pub use document::{
    Bilingual, Filled, FilledAnswer, FilledCorrection, FilledDocument, FilledEligibility, FilledRule, FilledSection,
    FilledSigning,
};
pub use eligibility::{Finding, RuleFinding, Verdict};
pub use example::{Amiss, AnswerLines, Incomplete, complete};
pub use fault::FormFault;
pub use hear::{Command, Hearing, Lack, Missing, Offer, Outcome, Turn};
pub use icons::is_icon;
pub use journey::{Items, Journey, Progress, ReviewLine, ReviewSection, SetAside, Step};
pub use json::{from_json, to_json};
pub use places::{ListedPlace, Places};
pub use refusal::{Outstanding, Refusal, Why};
pub use rule::{Held, Name, Rule, Scope, Typed};
pub use say::{Identity, Said};
pub use slip::{FilledLine, FilledSlip, FilledValue, Slip, SlipKind};
pub use validity::fit;
pub use value::{AddressParts, Place, Value};
pub use words::Words;
