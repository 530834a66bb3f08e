//! What the screens draw. The screens hold no state of a visit beyond what is being typed:
//! everything else is in a [`View`], whole, each time something changes.
//!
//! Words in a view come from the pack or from the visitor. The kiosk's own words are named by
//! code and argument only and are put in by the screens, from `locales`.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::said::Said;

pub use entered::Entered;

pub use correction::{Corrected, Correction, CorrectionReason};

pub use forms::{
    Control, DigitsOf, FirstKeyboard, FormCheck, FormEligibility, FormFamily, FormFault, FormIntroduction, FormLine,
    FormLink, FormOption, FormPrivacy, FormQuestion, FormReceipt, FormReview, FormRule, FormShift, Given, ReadBack,
    ReviewSection, Standing, Verdict,
};

pub use officer::{
    Both, CallCard, DeskAnswer, DeskForm, DeskLine, DeskSection, DeskSlip, DeskState, Device, DeviceDone,
    InterruptedForm, Officer, OfficerPage, OfficerPlace, PackCard, PrintChoices, Printing, StaffCard, StaffQuestions,
    StaffRole, VoidReason,
};

pub use post::{AgencyDesk, AgencyLink, FormWay, PackComing, SetAsideForm, StatusCheck, StatusOutcome, StickReport};

pub use printing::{FormSlip, FormSlipKind, PaperCard, PaperState, PrinterCard, Proof, SlipCard, SlipOf};

pub use voice::{
    Ear, Miss, SpeakerTest, Speech, SpeechPiece, TriedSentence, VoiceCard, VoiceDevice, VoiceManner, VoicePulse,
};

mod correction;
mod entered;
mod forms;
mod officer;
mod post;
mod printing;
mod voice;

/// Everything on the screen at one moment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct View {
    /// Grows by one with every view; an older one that arrives late is dropped.
    pub sequence: u32,
    /// Changes when one visit ends and another begins; whatever the screens remember dies with it.
    pub visit: u32,
    /// What is shown.
    pub screen: Screen,
    /// BCP 47 tag of the language of the words; `und` while there is no pack.
    pub language: String,
    /// The pack's languages in the order of the language screen.
    pub languages: Vec<String>,
    /// How this visitor likes it.
    pub preferences: Preferences,
    /// Whose kiosk it is.
    pub agency: Agency,
    /// Live notices in the language of the view, emergencies first, newest first.
    pub notices: Vec<NoticeCard>,
    /// Whole seconds until the visit ends by itself; only while the countdown is shown.
    pub leaving_in: Option<u32>,
    /// Whether "back" leads anywhere.
    pub can_go_back: bool,
    /// Ticket of the open call for a person.
    pub call: Option<String>,
    /// The form that is being filled in, while another screen is in front of it.
    pub open_form: Option<FormLink>,
    /// Whether papers can be printed here.
    pub printer: PrinterCard,
    /// The paper of the form that was just handed in, once it was asked for.
    pub paper: Option<PaperCard>,
    /// Small papers that were asked for during this visit.
    pub slips: Vec<SlipCard>,
    /// Voice, here and now.
    pub voice: VoiceCard,
    /// Something went wrong with the last act; the screen stays as it was.
    pub problem: Option<Problem>,
    /// The display's real size, so that text can be set in millimetres.
    pub display: Display,
}

/// The agency in the language of the view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Agency {
    /// Its name.
    pub name: String,
    /// One character for its seal.
    pub seal: Option<String>,
    /// Version of the pack that is quoted.
    pub pack_version: String,
}

/// The display's picture area.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Display {
    /// Width in millimetres.
    pub width_mm: f64,
    /// Height in millimetres.
    pub height_mm: f64,
}

/// What a visitor can set; back to the default when the visit ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Preferences {
    /// Size of text.
    pub text: TextSize,
    /// Colours.
    pub theme: Theme,
    /// Where the controls are.
    pub reach: Reach,
    /// How it is spoken to.
    pub voice: VoiceManner,
}

/// Three steps of text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum TextSize {
    /// As designed.
    #[default]
    Standard,
    /// Between.
    Large,
    /// Han and Hangul characters of the body stand 12 mm tall.
    Largest,
}

/// Colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// Ink on warm paper.
    #[default]
    Paper,
    /// Light on dark.
    Night,
    /// Black, white and yellow.
    Contrast,
}

/// Where the controls are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// The whole width.
    #[default]
    Whole,
    /// Within reach of the left hand.
    Left,
    /// Within reach of the right hand.
    Right,
    /// Everything one touches in the lower part, for a seated person.
    Low,
}

/// The screens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "name", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Screen {
    /// Nobody is here: greeting in every language, notices, one touch begins.
    Attract,
    /// Choose a language.
    Languages,
    /// Life events, subjects, Ask.
    Home {
        /// Tiles.
        life_events: Vec<TopicTile>,
        /// A list under them.
        subjects: Vec<TopicTile>,
        /// Whether there are forms to fill in.
        forms: bool,
        /// Whether applications can be looked up.
        status: bool,
    },
    /// The questions of one topic.
    Topic {
        /// The topic.
        topic: TopicTile,
        /// Its questions.
        questions: Vec<QuestionLink>,
        /// Its forms.
        forms: Vec<FormLink>,
    },
    /// All forms, and the place for the code of a paused one.
    Forms {
        /// By what they are about.
        families: Vec<FormFamily>,
    },
    /// Before a form begins.
    FormIntroduction(FormIntroduction),
    /// One question of a form.
    FormQuestion(Box<FormQuestion>),
    /// Whether one may qualify, seen before the form.
    FormEligibility(FormCheck),
    /// All answers.
    FormReview(Box<FormReview>),
    /// The form as it would be printed now, before it is handed in.
    FormProof {
        /// The form.
        form: FormLink,
        /// Its pages.
        proof: Proof,
    },
    /// The form is put aside under a code.
    FormPaused {
        /// The form.
        form: FormLink,
        /// What to say or type to go on.
        code: Said,
        /// The same as a QR code, SVG: on a telephone it is carried to the counter, where a scanner types it.
        picture: Said,
        /// Until when, RFC 3339.
        until: String,
    },
    /// The screens were lost in the middle of a form; nothing of it is shown until somebody says that it is theirs.
    FormInterrupted {
        /// The form.
        form: FormLink,
    },
    /// The form is finished and kept for the agency.
    FormFinished(FormReceipt),
    /// How an application stands.
    Status(StatusCheck),
    /// Type a question.
    Ask {
        /// Questions that show how it is done.
        examples: Vec<String>,
    },
    /// What was asked and what the pack says to it.
    Reply(Reply),
    /// A notice in full.
    Notice {
        /// The notice.
        notice: NoticeCard,
    },
    /// A person has been called.
    Person {
        /// Number to watch for.
        ticket: String,
        /// Offices that can be gone to or telephoned instead.
        offices: Vec<OfficeCard>,
    },
    /// The officer's gesture was made: PIN pad, or the officer's few actions.
    Officer(Officer),
    /// The visit is over: what was wiped, shown for some seconds.
    Farewell {
        /// Answers that are still on this machine; `None` when that could not be counted.
        answers_kept: Option<u32>,
        /// Minutes for which staff can still print what was handed in; nobody can read it here after that. 0 where
        /// nothing was, or nobody can at all.
        printable_minutes: u32,
        /// Whether something was done that can be had on paper.
        receipt: bool,
    },
    /// There is nothing to quote from, or it cannot be read.
    OutOfService {
        /// Why.
        problem: Problem,
    },
}

/// What was asked and what the pack says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Reply {
    /// As it was asked.
    pub asked: Said,
    /// One, for most questions.
    pub parts: Vec<ReplyPart>,
    /// Emergency notices that concern it; before everything else.
    pub emergencies: Vec<NoticeCard>,
    /// What others ask next: neighbours in the same topic, at most three.
    pub related: Vec<QuestionLink>,
    /// Forms that belong to what was quoted.
    pub forms: Vec<FormLink>,
    /// Asked from inside a form: "back" returns to it.
    pub in_form: bool,
}

/// One part of a question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReplyPart {
    /// The words of this part.
    pub asked: Said,
    /// What is said to it.
    pub outcome: Outcome,
}

/// What is said to one part of a question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Outcome {
    /// One quotation.
    Answer {
        /// The quotation.
        quote: Box<Quote>,
    },
    /// Which of these?
    Clarify {
        /// 2 to 4.
        choices: Vec<QuestionLink>,
    },
    /// Two documents disagree.
    Conflict {
        /// The newer.
        newer: Box<Quote>,
        /// The older.
        older: Box<Quote>,
    },
    /// Nothing in the pack answers it.
    Unknown {
        /// Set when the question asks for advice that a kiosk never gives.
        advice: Option<AdviceKind>,
        /// The nearest topics.
        topics: Vec<TopicTile>,
        /// The nearest questions.
        nearest: Vec<QuestionLink>,
        /// Where to go or whom to telephone.
        offices: Vec<OfficeCard>,
    },
}

/// Advice that a kiosk never gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum AdviceKind {
    /// Symptoms, medicines, treatment.
    Health,
    /// A dispute, a court.
    Legal,
    /// Whom to vote for.
    Political,
}

/// A quotation, cut at the sentence that answers; put together it is the pack's text, byte for byte.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Quote {
    /// The entry's id, or `file#section`.
    pub id: String,
    /// Language of the quoted text: after a change of language it can differ from the view's.
    pub language: String,
    /// Quoted text before the marked sentence.
    pub before: String,
    /// The sentence that answers.
    pub marked: String,
    /// Quoted text after it.
    pub after: String,
    /// Title of the document; the agency's name for an entry that names none.
    pub document: String,
    /// Section, as headed there.
    pub section: Option<String>,
    /// Page, as printed on it.
    pub page: Option<String>,
    /// Date of the version, `2026-07-01`.
    pub version: Option<String>,
    /// Last day on which it holds, `2027-12-31`.
    pub valid_until: Option<String>,
    /// Why this answer.
    pub why: Why,
}

/// Why this answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Why {
    /// The agency's own phrasing that is nearest to what was asked.
    pub phrasing: Option<String>,
    /// Words that the question and the quoted text share.
    pub shared_words: Vec<Said>,
    /// That this is the right answer, whole percent.
    pub confidence_percent: u8,
}

/// A topic to touch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TopicTile {
    /// Id of the topic.
    pub id: String,
    /// Its name.
    pub title: String,
    /// A few words more.
    pub summary: String,
    /// A name of the icon set, as the pack gives it; an unknown one is drawn as a plain sheet.
    pub icon: Option<String>,
}

/// A question to touch instead of typing it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionLink {
    /// The entry's id, or `file#section`.
    pub id: String,
    /// The question in the agency's words.
    pub label: String,
}

/// A notice in the language of the view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoticeCard {
    /// Id of the notice.
    pub id: String,
    /// Whether it outranks answers.
    pub emergency: bool,
    /// One sentence.
    pub title: String,
    /// The text.
    pub body: String,
    /// Who says so.
    pub issuer: String,
    /// RFC 3339, in the kiosk's time zone.
    pub published: String,
    /// RFC 3339, in the kiosk's time zone.
    pub expires: Option<String>,
}

/// An office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfficeCard {
    /// Its name.
    pub name: String,
    /// Public address.
    pub address: String,
    /// Counter, as on the sign.
    pub counter: String,
    /// Telephone.
    pub phone: String,
    /// Opening hours in words.
    pub hours: String,
}

/// What went wrong, by code. The sentence is `problem-<code>` in `locales`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// Kebab-case code.
    pub code: String,
}
