//! What a form is once it has been read: sections, fields, rules. Data only; how it is read, judged
//! and travelled through stands elsewhere.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::Date;
use kaunter_spoken::Scheme;
use rust_decimal::Decimal;

use crate::{catalogue::FormFiles, places::Places, rule::Rule, slip::Slip, words::Words};

/// A form of an agency.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// The folder's name.
    pub id: String,
    /// A draft finishes on the version that it began with.
    pub version: String,
    /// What it is about.
    pub family: Family,
    /// A name of the icon set.
    pub icon: Option<String>,
    /// Topics of the pack that offer it.
    pub topics: Vec<String>,
    /// Entries of the pack whose answer offers it.
    pub entries: Vec<String>,
    /// How long it takes, whole minutes.
    pub minutes: u16,
    /// Days for which the sealed form is kept here after the agency accepted it.
    pub retention_days: u32,
    /// What makes two filled forms near-duplicates.
    pub duplicate: Option<Duplicate>,
    /// Who signs and how.
    pub signing: Signing,
    /// Papers to bring.
    pub documents: Vec<Document>,
    /// Small papers that it yields.
    pub slips: Vec<Slip>,
    /// In the order in which they are asked.
    pub sections: Vec<Section>,
    /// What must hold.
    pub checks: Vec<Check>,
    /// Whether the person may qualify.
    pub eligibility: Option<Eligibility>,
    /// Its words, by language.
    pub words: BTreeMap<String, Arc<Words>>,
    /// The tables of places that it names, by path.
    pub tables: BTreeMap<String, Arc<Places>>,
    /// The files that it was read from, by path in the pack: a draft keeps them.
    pub files: FormFiles,
    /// Languages that it can be filled in.
    pub languages: Vec<String>,
    /// The language in which officers read it.
    pub office_language: String,
}

impl Form {
    /// Its words in a language, else in the office's language, else in any.
    pub fn words(&self, language: &str) -> Option<&Arc<Words>> {
        self.words
            .get(language)
            .or_else(|| self.words.get(&self.office_language))
            .or_else(|| self.words.values().next())
    }

    /// The table of places at a path.
    pub fn table(&self, path: &str) -> Option<&Arc<Places>> {
        self.tables.get(path)
    }

    /// Paths of the tables that its fields name.
    pub(crate) fn table_paths(&self) -> impl Iterator<Item = &str> {
        self.sections.iter().flat_map(|section| &section.fields).filter_map(|field| match &field.kind {
            Kind::Address { places, .. } => places.as_deref(),
            Kind::Place { places, .. } => Some(places.as_str()),
            _ => None,
        })
    }
}

/// What a form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// Looking for work.
    Jobs,
    /// Elections.
    Voting,
    /// Health and social insurance.
    Insurance,
    /// Vehicles.
    Vehicles,
    /// Benefits and allowances.
    Welfare,
    /// Licences to drive or to trade.
    Licences,
    /// A wish for a time at a counter.
    Appointments,
    /// Where one lives, civil status.
    Residence,
    /// Ideas and complaints.
    Ideas,
}

impl Family {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jobs => "jobs",
            Self::Voting => "voting",
            Self::Insurance => "insurance",
            Self::Vehicles => "vehicles",
            Self::Welfare => "welfare",
            Self::Licences => "licences",
            Self::Appointments => "appointments",
            Self::Residence => "residence",
            Self::Ideas => "ideas",
        }
    }
}

/// What makes two filled forms near-duplicates: the same answers within a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// The period.
    pub within_days: u32,
    /// Ids of the fields that tell whose form it is.
    pub person: Vec<String>,
}

/// Who signs and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signing {
    /// `applicant`, or the id of another role that the words name.
    pub who: String,
    /// How.
    pub how: SignatureMark,
}

/// How a paper is signed. A box for a thumbprint is always there for who cannot write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignatureMark {
    /// A written name.
    Signature,
    /// A personal seal.
    Seal,
    /// Either.
    SealOrSignature,
    /// A thumbprint.
    Thumbprint,
    /// Not signed.
    None,
}

/// A paper to bring.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Its id; words under `document-<id>`.
    pub id: String,
    /// Only then.
    pub when: Option<Rule>,
}

/// A part of the form with a heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Its id; words under `section-<id>`. For a repeating one also the list's name in rules.
    pub id: String,
    /// Only then.
    pub when: Option<Rule>,
    /// Set when it is filled once for each of several things.
    pub repeat: Option<Repeat>,
    /// In order.
    pub fields: Vec<Field>,
}

/// A section that is filled once for each of several things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeat {
    /// What its rules call the item in hand.
    pub each: String,
    /// How many.
    pub count: Count,
}

/// How many items a repeating section has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Count {
    /// After each item from `min` on "is there another?" is asked, until `max`.
    Asked {
        /// Fewest, 0 to 50. With 0, "is there one?" comes first.
        min: u16,
        /// Most, 1 to 50.
        max: u16,
    },
    /// As many as the answer to this whole-number field outside of it, at most 50.
    Answered(String),
}

/// Something asked, or computed.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Its id: `[a-z][a-z0-9_]*`, one of a kind in the form.
    pub id: String,
    /// What is asked for.
    pub kind: Kind,
    /// Only then.
    pub when: Option<Rule>,
    /// May be left out.
    pub optional: bool,
    /// A name by which forms of one life event share it, so that it is asked once.
    pub fact: Option<String>,
    /// Entry of the pack that explains it.
    pub explains: Option<String>,
    /// Neighbours with the same name are asked on one screen.
    pub screen: Option<String>,
    /// Set for a field that is worked out instead of asked.
    pub value: Option<Rule>,
}

/// What is asked for, with its bounds.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Yes or no.
    YesNo,
    /// One of these.
    Choice(Vec<ChoiceCode>),
    /// Several of these.
    Choices {
        /// All.
        choices: Vec<ChoiceCode>,
        /// Fewest.
        min: u16,
        /// Most.
        max: u16,
    },
    /// Free words.
    Text {
        /// Fewest characters (grapheme clusters).
        min_chars: u16,
        /// Most characters, at most 4,000.
        max_chars: u16,
        /// Lines of the field on screen and paper.
        lines: u8,
    },
    /// A person's whole name.
    Name,
    /// A day.
    Date {
        /// First.
        from: Option<Day>,
        /// Last.
        until: Option<Day>,
    },
    /// A month.
    Month {
        /// First.
        from: Option<Day>,
        /// Last.
        until: Option<Day>,
    },
    /// A time of day.
    Time {
        /// First.
        earliest: Option<jiff::civil::Time>,
        /// Last.
        latest: Option<jiff::civil::Time>,
    },
    /// A whole number.
    Integer {
        /// Least.
        min: Option<i64>,
        /// Most.
        max: Option<i64>,
    },
    /// A number.
    Decimal {
        /// Least.
        min: Option<Decimal>,
        /// Most.
        max: Option<Decimal>,
        /// Digits after the point, at most 6.
        digits: u8,
    },
    /// An amount.
    Money {
        /// ISO 4217.
        currency: String,
        /// Least.
        min: Option<Decimal>,
        /// Most.
        max: Option<Decimal>,
    },
    /// A telephone number.
    Phone {
        /// ISO 3166 region whose numbers need no country code.
        region: String,
    },
    /// An e-mail address.
    Email,
    /// A national identity number; masked on screens and in summaries.
    Identity {
        /// Schemes taken.
        schemes: Vec<Scheme>,
    },
    /// A vehicle's plate.
    Plate {
        /// ISO 3166 region.
        region: String,
    },
    /// A postal code.
    PostCode {
        /// ISO 3166 region.
        region: String,
    },
    /// An address, part by part.
    Address {
        /// `TW`, `MY` or `KR`: which parts, in which order.
        country: String,
        /// Path of the table of places in the pack.
        places: Option<String>,
    },
    /// A place from a list.
    Place {
        /// Path of the table in the pack.
        places: String,
        /// Only places of this level; without it those that have none below them.
        level: Option<String>,
    },
    /// A drawn signature.
    Signature,
    /// A picture.
    Picture,
}

impl Kind {
    /// Its name in `form.toml`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::YesNo => "yes-no",
            Self::Choice(_) => "choice",
            Self::Choices { .. } => "choices",
            Self::Text { .. } => "text",
            Self::Name => "name",
            Self::Date { .. } => "date",
            Self::Month { .. } => "month",
            Self::Time { .. } => "time",
            Self::Integer { .. } => "integer",
            Self::Decimal { .. } => "decimal",
            Self::Money { .. } => "money",
            Self::Phone { .. } => "phone",
            Self::Email => "email",
            Self::Identity { .. } => "identity",
            Self::Plate { .. } => "plate",
            Self::PostCode { .. } => "post-code",
            Self::Address { .. } => "address",
            Self::Place { .. } => "place",
            Self::Signature => "signature",
            Self::Picture => "picture",
        }
    }
}

/// A code to choose. Codes never change: stored answers name them.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceCode {
    /// `[a-z][a-z0-9-]*`; words under `<field>-<code>`.
    pub code: String,
    /// Only then.
    pub when: Option<Rule>,
}

/// A bound for days: a date, or one reckoned from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// This day.
    On(Date),
    /// So long after (before, if negative) today.
    FromToday {
        /// Years.
        years: i16,
        /// Months.
        months: i16,
        /// Days.
        days: i32,
    },
}

/// What must hold before the form can be finished.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// Its id; message under `check-<id>`.
    pub id: String,
    /// Fields at which the message stands, at least one.
    pub of: Vec<String>,
    /// What must hold; undecided counts as held.
    pub rule: Rule,
}

/// A tree of cited rules.
#[derive(Debug, Clone, PartialEq)]
pub struct Eligibility {
    /// Id of the rule at the top.
    pub root: String,
    /// All rules.
    pub rules: Vec<EligibilityRule>,
}

/// One rule of the tree.
#[derive(Debug, Clone, PartialEq)]
pub struct EligibilityRule {
    /// Its id; words under `rule-<id>`.
    pub id: String,
    /// What it says.
    pub judgement: Judgement,
    /// Entry of the pack that it rests on.
    pub passage: Option<String>,
    /// What it means when it is not met.
    pub otherwise: Otherwise,
}

/// What a rule says.
#[derive(Debug, Clone, PartialEq)]
pub enum Judgement {
    /// This holds.
    Holds(Rule),
    /// All of these rules hold.
    All(Vec<String>),
    /// One of these rules holds.
    Any(Vec<String>),
}

/// What it means that a rule is not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Otherwise {
    /// The person probably does not qualify.
    #[default]
    Unlikely,
    /// A person must look.
    Person,
}
