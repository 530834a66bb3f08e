//! The officer's side: what a counter needs to find, check, print and hand over forms, and to look after
//! the kiosk. Everything here stands behind the PIN.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AgencyDesk, Correction, FormSlip, FormWay, PaperCard, PrinterCard, Problem, Reply, VoiceDevice};
use crate::said::Said;

/// The officer's side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "state", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Officer {
    /// PIN pad.
    Locked {
        /// Seconds during which no PIN is taken.
        wait_seconds: u32,
        /// Whether a PIN was set on this kiosk at all.
        pin_set: bool,
    },
    /// Somebody's PIN opened it.
    Open {
        /// Who, as the others call them; `None` for whoever has the machine's own PIN.
        who: Option<String>,
        /// Names them in acts; `None` likewise.
        member: Option<u32>,
        /// What they may do.
        role: StaffRole,
        /// Calls for a person that nobody has answered yet, and those being answered.
        calls: Vec<CallCard>,
        /// How the printer is.
        printer: PrinterCard,
        /// Whether a pack for the staff's own questions is installed.
        questions: bool,
        /// What is shown.
        page: OfficerPage,
    },
}

/// What somebody of the staff may do. Each may do what those before may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum StaffRole {
    /// Serves at the counter.
    Officer,
    /// Looks after answers and packs.
    Trainer,
    /// Looks after the kiosk and its staff.
    Admin,
}

/// A page of the officer's side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "page", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum OfficerPage {
    /// Today's forms.
    Desk {
        /// The newest first.
        forms: Vec<DeskLine>,
        /// Forms that were cut off by a failure of the machine, to be given back to whom they belong.
        interrupted: Vec<InterruptedForm>,
    },
    /// One form, opened.
    Form(Box<DeskForm>),
    /// The way to the agency.
    Agency(Box<AgencyDesk>),
    /// A form whose answers are being put right.
    Correct(Box<Correction>),
    /// The staff's own questions.
    Questions(Box<StaffQuestions>),
    /// The kiosk itself.
    Device(Box<Device>),
    /// Who works here; only for an admin.
    Staff {
        /// In the order in which they came.
        members: Vec<StaffCard>,
    },
}

/// Which page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum OfficerPlace {
    /// Today's forms.
    Desk,
    /// The way to the agency.
    Agency,
    /// The staff's own questions.
    Questions,
    /// The kiosk itself.
    Device,
    /// Who works here.
    Staff,
}

/// The staff's own questions: leave, policy, the machines; of a pack that no citizen can ask.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StaffQuestions {
    /// `<id> <version>` of what is asked of.
    pub pack: Option<String>,
    /// Questions that show how it is done.
    pub examples: Vec<String>,
    /// What was asked last and what the pack says to it, in the office's language.
    pub reply: Option<Box<Reply>>,
    /// Why there is nothing to ask of.
    pub missing: Option<Problem>,
}

/// A finished form in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeskLine {
    /// What it is called.
    pub number: String,
    /// Name of the form in the office's language.
    pub title: String,
    /// Name of the person, while the form can be read here.
    pub name: Option<Said>,
    /// Language in which it was filled in, BCP 47; empty where that was not kept.
    pub language: String,
    /// When it was finished, RFC 3339.
    pub finished: String,
    /// How far the counter is with it.
    pub state: DeskState,
    /// How far it has come on its way to the agency.
    pub way: FormWay,
    /// How many times it was printed: the printer said so.
    pub prints: u32,
    /// A paper of it that was asked for last.
    pub paper: Option<PaperCard>,
    /// How many corrections were made.
    pub corrections: u32,
    /// An earlier form of the same person within the form's period.
    pub duplicate_of: Option<String>,
    /// Until when it can be read and printed here, RFC 3339.
    pub readable_until: Option<String>,
}

/// How far the counter is with a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum DeskState {
    /// Nobody has looked at it.
    New,
    /// Checked.
    SignedOff {
        /// When, RFC 3339.
        at: String,
        /// By whom; `None` for the machine's own PIN.
        by: Option<String>,
    },
    /// The paper was given out.
    HandedOver {
        /// When, RFC 3339.
        at: String,
        /// By whom; `None` for the machine's own PIN.
        by: Option<String>,
    },
    /// It no longer holds.
    Void {
        /// Why.
        why: VoidReason,
        /// When, RFC 3339; `None` where the trail no longer says.
        at: Option<String>,
        /// By whom; `None` for the machine's own PIN.
        by: Option<String>,
    },
}

/// Why a form no longer holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum VoidReason {
    /// The citizen takes it back.
    Withdrawn,
    /// It was filled in a second time.
    Duplicate,
    /// The wrong form, or of the wrong person.
    Mistaken,
}

/// A form that an officer has opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeskForm {
    /// As it stands in the list.
    pub line: DeskLine,
    /// What an officer reads first, in the office's language; nothing of the form where it can no longer be read.
    pub summary: Option<Said>,
    /// What was answered.
    pub sections: Vec<DeskSection>,
    /// Papers to bring.
    pub documents: Vec<Both>,
    /// Slips that it yields, in the office's language.
    pub slips: Vec<DeskSlip>,
    /// It is too long to be carried to the agency by codes on its paper.
    pub outgrows_paper: bool,
}

/// A slip of an opened form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeskSlip {
    /// What it is.
    pub slip: FormSlip,
    /// A paper of it that was asked for last.
    pub paper: Option<PaperCard>,
}

/// A section of a finished form, or one item of a repeating one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeskSection {
    /// Its heading.
    pub title: Both,
    /// Which item, from 1.
    pub item: Option<u16>,
    /// In order.
    pub answers: Vec<DeskAnswer>,
}

/// An answer as the citizen reads it, beside what the office reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeskAnswer {
    /// Key of its place, by which it is corrected; `None` where it was worked out.
    pub place: Option<String>,
    /// Its name.
    pub label: Both,
    /// The answer; empty where the question was left out.
    pub value: Both,
    /// A picture: it is brought to the counter instead of being given at the kiosk.
    pub brought: bool,
}

/// The same in the citizen's language and in the office's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Both {
    /// In the language of the citizen.
    pub citizen: Said,
    /// In the language of the office.
    pub office: Said,
}

/// A form that was cut off by a failure of the machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InterruptedForm {
    /// Names it in acts.
    pub draft: String,
    /// Name of the form in the office language.
    pub title: String,
    /// When it was last answered, RFC 3339.
    pub since: String,
}

/// Somebody waits for a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CallCard {
    /// The ticket that they hold.
    pub ticket: String,
    /// The language that they speak, BCP 47.
    pub language: String,
    /// Name of the screen where they called.
    pub place: String,
    /// Since when, RFC 3339.
    pub since: String,
    /// When somebody said that they are coming, RFC 3339.
    pub answered: Option<String>,
}

/// Somebody who works here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StaffCard {
    /// Names them in acts.
    pub id: u32,
    /// As the others call them.
    pub name: String,
    /// What they may do.
    pub role: StaffRole,
    /// Since when, RFC 3339.
    pub since: String,
}

/// An installed pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackCard {
    /// `<id> <version>`.
    pub name: String,
    /// Since when it is on this kiosk, RFC 3339.
    pub since: Option<String>,
}

/// What an officer does for the machine, or has done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "did", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum DeviceDone {
    /// A pack is being taken: the stick must not be pulled out.
    PackComing {
        /// Name of its file.
        file: String,
    },
    /// A pack was not taken; what was served goes on serving.
    PackRefused {
        /// Why.
        problem: Problem,
    },
    /// A pack was taken; it is served within seconds.
    PackTaken {
        /// `<id> <version>`.
        pack: String,
    },
    /// The log lies on the stick.
    LogTaken {
        /// Name of the file.
        file: String,
    },
    /// Papers are printed in another way from now on.
    PrintingSet,
}

/// How papers are to be printed here. What the printer cannot do of it stands among its codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Printing {
    /// The printer's name of the tray; `None` where it may choose.
    pub tray: Option<String>,
    /// In colour.
    pub colour: bool,
    /// Forms on both sides.
    pub two_sided: bool,
    /// Copies of each form.
    pub copies: u32,
}

/// What the printer says that it can do of what somebody may choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PrintChoices {
    /// Its names of its trays.
    pub trays: Vec<String>,
    /// Whether it prints in colour.
    pub colour: bool,
    /// Whether it prints on both sides.
    pub two_sided: bool,
    /// The most copies of a form, 1 to 9.
    pub most_copies: u32,
}

/// The kiosk itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Device {
    /// Version of this program.
    pub version: String,
    /// Installed packs, the one in use first.
    pub packs: Vec<PackCard>,
    /// Names of pack files on what is plugged in.
    pub on_stick: Vec<String>,
    /// What was done here last.
    pub done: Option<DeviceDone>,
    /// Last day of the pack in use, `2027-12-31`.
    pub pack_valid_until: Option<String>,
    /// The kiosk's time, RFC 3339.
    pub clock: String,
    /// How papers are to be printed; `None` without a printer.
    pub printing: Option<Printing>,
    /// How else they could be; `None` while the printer does not say.
    pub print_choices: Option<PrintChoices>,
    /// Free room on the disk, whole MiB.
    pub disk_free_mib: Option<u32>,
    /// Finished forms that wait for the agency.
    pub outbox: u32,
    /// When the agency last answered, RFC 3339; `None` where it never has.
    pub last_contact: Option<String>,
    /// What is wrong with the place where forms are kept.
    pub store: Option<Problem>,
    /// What can be heard and spoken.
    pub voice: VoiceDevice,
}
