//! What the screens draw while a form is filled in. Labels, questions and messages of a form come
//! from the pack, in the language of the view; the kiosk's own words are codes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Entered, FormSlip, FormWay, QuestionLink, TopicTile};
use crate::said::Said;

/// A form to touch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormLink {
    /// Id of the form.
    pub id: String,
    /// Its name.
    pub title: String,
    /// One line more.
    pub summary: String,
    /// A name of the icon set.
    pub icon: Option<String>,
    /// How long it takes, whole minutes.
    pub minutes: u16,
}

/// The forms of one family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormFamily {
    /// `jobs`, `voting`, `insurance`, `vehicles`, `welfare`, `licences`, `appointments`, `residence` or `ideas`.
    pub family: String,
    /// In the order of the pack.
    pub forms: Vec<FormLink>,
}

/// What is said before a form, or the forms of a life event, begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormIntroduction {
    /// The life event that gathers them, if they were come to that way.
    pub event: Option<TopicTile>,
    /// One, or those of the life event; each thing is asked once for all that are begun together.
    pub forms: Vec<FormLink>,
    /// Papers to bring, in words.
    pub documents: Vec<String>,
    /// Who reads them and how long they are kept: each text once.
    pub privacy: Vec<FormPrivacy>,
    /// Ids of those of which one can see first whether one may qualify.
    pub checkable: Vec<String>,
}

/// Who reads a form and how long it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormPrivacy {
    /// Ids of the forms of which it is said.
    pub forms: Vec<String>,
    /// The words.
    pub words: String,
}

/// Where in a form the visitor is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Standing {
    /// The form.
    pub form: FormLink,
    /// Which of the forms begun together, from 1.
    pub form_number: u16,
    /// Forms begun together.
    pub forms: u16,
    /// Heading of the section.
    pub section: String,
    /// Heading of the item of a repeating section.
    pub item: Option<String>,
    /// Questions answered.
    pub answered: u16,
    /// Fewest questions that the whole may still have, those answered included.
    pub least: u16,
    /// Most, without further items of a list.
    pub most: u16,
    /// Whether a list may have further items, each with its own questions.
    pub open_ended: bool,
    /// Only what the rules of eligibility need is asked, and counted here.
    pub checks_first: bool,
    /// What the last answer set aside or brought back.
    pub shift: Option<FormShift>,
}

/// Answers that do not apply any more since the last one was changed, and answers that do again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormShift {
    /// How many were set aside; they come back when that answer is changed again.
    pub aside: u16,
    /// What they are about: sections, items or labels, each once.
    pub aside_of: Vec<String>,
    /// How many came back.
    pub back: u16,
    /// What these are about.
    pub back_of: Vec<String>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormQuestion {
    /// Where it is.
    pub standing: Standing,
    /// Key of the place asked for; acts name it, so that one which comes late changes nothing else.
    pub place: String,
    /// The question.
    pub question: String,
    /// Its short name.
    pub label: String,
    /// Which part of an address is asked for now: `form-part-<part>` in `locales`.
    pub part: Option<String>,
    /// Why it is asked.
    pub why: Option<String>,
    /// What it means.
    pub help: Option<String>,
    /// An example of its form.
    pub hint: Option<String>,
    /// Whether "what does this mean?" leads to the passage that explains it.
    pub explained: bool,
    /// Whether "what does this mean?" can be asked: without such a passage it is asked like any question. An officer
    /// who corrects cannot.
    pub askable: bool,
    /// May be left out.
    pub optional: bool,
    /// Answers of the same screen that stand above it.
    pub together: Vec<FormLine>,
    /// What it is answered with.
    pub control: Control,
    /// What was given before, to start from: as the control takes it.
    pub given: Option<Given>,
    /// What was being entered when the screens were lost; goes before `given`.
    pub entered: Option<Entered>,
    /// What was heard and waits for a yes.
    pub read_back: Option<ReadBack>,
    /// What is wrong with what was given.
    pub faults: Vec<FormFault>,
    /// Asked from the review: answering leads back there.
    pub from_review: bool,
}

/// What was heard, before anything is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadBack {
    /// The words.
    pub heard: Said,
    /// The value, as it will be kept, in words of the language.
    pub value: Said,
    /// A second line that makes it plainer: the other calendar, the digits in groups.
    pub also: Option<Said>,
    /// What else it may have been.
    pub alternatives: Vec<Said>,
    /// Not sure: it asks instead of taking it for understood.
    pub unsure: bool,
}

/// What a question is answered with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Control {
    /// Two large buttons; also for "is there another?".
    YesNo,
    /// One of a list.
    Choice {
        /// The list.
        options: Vec<FormOption>,
    },
    /// Several of a list.
    Choices {
        /// The list.
        options: Vec<FormOption>,
        /// Fewest.
        min: u16,
        /// Most.
        max: u16,
    },
    /// Typed words.
    Words {
        /// What the keyboard begins with.
        keyboard: FirstKeyboard,
        /// Lines.
        lines: u8,
        /// Most characters.
        max_chars: u16,
    },
    /// Digits on a pad.
    Digits {
        /// What the digits are.
        of: DigitsOf,
        /// Written after the number: `TWD`, or nothing.
        unit: Option<String>,
        /// Digits after the point.
        decimals: u8,
    },
    /// A day by year, month and day.
    Date {
        /// First year and last, Gregorian.
        years: (i16, i16),
        /// Whether years are counted in the ROC era first.
        roc: bool,
        /// Without the day.
        month_only: bool,
    },
    /// A time of day.
    Time {
        /// First, `HH:MM`.
        earliest: String,
        /// Last.
        latest: String,
    },
    /// A list that narrows: districts of a city, then roads.
    Place {
        /// Chosen so far, by name.
        path: Vec<String>,
        /// What can be chosen now.
        options: Vec<FormOption>,
        /// Whether words may be typed instead.
        free: bool,
    },
    /// A pad to sign on.
    Signature,
    /// A picture; it is brought to the counter where the kiosk has no camera.
    Picture,
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormOption {
    /// Its code.
    pub code: String,
    /// Its words.
    pub label: String,
}

/// Which keyboard is shown first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum FirstKeyboard {
    /// That of the language.
    Language,
    /// Latin letters, digits and signs.
    Latin,
}

/// What digits are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DigitsOf {
    /// A whole number.
    Integer,
    /// A number with a point.
    Decimal,
    /// An amount.
    Money,
    /// A telephone number.
    Phone,
    /// A postal code.
    PostCode,
}

/// What was given by touch, or was given before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "as", content = "value", rename_all = "kebab-case")]
pub enum Given {
    /// Words as they were heard: an answer, a yes or no to what was read back, or a wish.
    Words(Said),
    /// Words or digits as they were typed; they are understood like spoken ones, but where any words may be the
    /// answer they are no wish.
    Typed(Said),
    /// `yes` or `no`, a code, a day `1953-03-05`, a month `1953-03`, a time `14:30`.
    One(Said),
    /// Codes.
    Several(Vec<Said>),
    /// Strokes of points, 0 to 1000 each way.
    Strokes(Vec<Vec<(u16, u16)>>),
}

/// Something wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum FormFault {
    /// The kiosk's own: `form-fault-<code>` in `locales`.
    Code {
        /// Kebab-case code.
        code: String,
        /// A bound or a part that the sentence names.
        argument: Option<String>,
    },
    /// A check of the form, in its words.
    Message {
        /// The sentence.
        message: String,
    },
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormLine {
    /// Key of its place.
    pub place: String,
    /// Its name.
    pub label: String,
    /// The answer in words, masked where it must be; `None` where none was given.
    pub value: Option<Said>,
    /// Worked out, not asked.
    pub computed: bool,
    /// Given for another form of the same life event.
    pub shared: bool,
    /// A picture: it is brought to the counter instead of being given here.
    pub brought: bool,
    /// What is wrong with it.
    pub faults: Vec<FormFault>,
}

/// The answers of a section, or of one item of a repeating one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReviewSection {
    /// Id of the section.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Which item, from 0.
    pub item: Option<u16>,
    /// Heading of the item.
    pub item_title: Option<String>,
    /// Whether this item may be taken out.
    pub removable: bool,
    /// Whether one more may be added after it.
    pub addable: bool,
    /// In order.
    pub lines: Vec<FormLine>,
}

/// All answers, before the form is finished.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormReview {
    /// Where the visitor is.
    pub standing: Standing,
    /// In order.
    pub sections: Vec<ReviewSection>,
    /// Places that keep it from being finished, in order; the summary of errors leads there.
    pub outstanding: Vec<FormLine>,
    /// Whether the person may qualify.
    pub eligibility: Option<FormEligibility>,
    /// Papers to bring, in words.
    pub documents: Vec<String>,
    /// What one declares by finishing.
    pub declaration: String,
}

/// Whether the person may qualify. It never keeps anybody from applying.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormEligibility {
    /// The result.
    pub verdict: Verdict,
    /// Each rule.
    pub rules: Vec<FormRule>,
}

/// Whether the person may qualify, before they apply.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormCheck {
    /// Where the visitor is.
    pub standing: Standing,
    /// The result.
    pub eligibility: FormEligibility,
}

/// What a pre-check says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// May qualify.
    MayQualify,
    /// Probably not, because of the rules that are not met.
    Unlikely,
    /// A person must look.
    PersonMustLook,
}

/// One rule, the answers that decided it, the passage that it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormRule {
    /// What it says, in words.
    pub rule: String,
    /// Whether it is met; `None` while it cannot be told.
    pub met: Option<bool>,
    /// Whether the result is not "may qualify" because of it.
    pub decides: bool,
    /// The answers.
    pub answers: Vec<FormLine>,
    /// The entry of the pack.
    pub passage: Option<QuestionLink>,
}

/// A finished form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormReceipt {
    /// The form.
    pub form: FormLink,
    /// Its short number.
    pub number: String,
    /// How far it has come.
    pub way: FormWay,
    /// Papers to bring, in words.
    pub documents: Vec<String>,
    /// Slips that can be printed.
    pub slips: Vec<FormSlip>,
    /// The next of the forms that were begun together.
    pub next: Option<FormLink>,
}
