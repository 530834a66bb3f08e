//! Forms: what an agency asks, the journey of one person through it, and what comes out.
//!
//! Pure: definitions come as bytes, the day comes with each call, answers stay in the hands of the
//! caller. It must never know of screens, visits, disks, printers or networks.

mod definition;
pub mod rule;
mod value;

pub use definition::{
    Check, ChoiceCode, Count, Day, Document, Duplicate, Eligibility, EligibilityRule, Family, Field, Form, Judgement,
    Kind, Otherwise, Repeat, Section, SignatureMark, Signing,
};
pub use rule::{Held, Rule, Scope, Typed};
pub use value::{AddressParts, Place, Value};
