//! What a visitor, or an officer, does at the screen.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::said::Said;
use crate::view::{
    CorrectionReason, Entered, Given, OfficerPlace, Printing, Reach, SlipOf, StaffRole, TextSize, Theme, VoiceManner,
    VoidReason,
};

/// One thing done. Acts that make no sense on the present screen change nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "act", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Act {
    /// The attract screen was touched.
    Begin,
    /// Show the languages, now or in the middle of a visit.
    OpenLanguages,
    /// Speak this language from now on.
    ChooseLanguage {
        /// BCP 47 tag.
        language: String,
    },
    /// To the home screen.
    Home,
    /// To the screen before.
    Back,
    /// To the questions of a topic.
    OpenTopic {
        /// Id of the topic.
        topic: String,
    },
    /// To the place where a question is typed.
    OpenAsk,
    /// Ask in one's own words.
    Ask {
        /// The words, as typed; at most 500 characters are read.
        question: Said,
    },
    /// Ask by touching a question of the pack.
    AskLink {
        /// The entry's id, or `file#section`.
        id: String,
    },
    /// Read a notice in full.
    OpenNotice {
        /// Id of the notice.
        id: String,
    },
    /// To all forms.
    OpenForms,
    /// To what is said before a form begins.
    OpenForm {
        /// Id of the form.
        form: String,
    },
    /// To what is said before the forms of a life event begin.
    OpenEventForms {
        /// Id of the topic.
        topic: String,
    },
    /// Begin these forms, one after the other.
    StartForms {
        /// Ids of forms.
        forms: Vec<String>,
    },
    /// See first whether one may qualify: this form begins with only what its rules need.
    CheckFirst {
        /// Id of the form.
        form: String,
    },
    /// From there on with the whole form. What was answered is kept.
    ApplyNow,
    /// Go on with a paused form.
    ResumeForm {
        /// Its code.
        code: Said,
    },
    /// The answer to the question in front.
    Give {
        /// Key of the place that it answers.
        place: String,
        /// The answer.
        given: Given,
    },
    /// Half of an answer, as it is being entered: kept while the question stands, given back to screens that were lost.
    Entering {
        /// Key of the place.
        place: String,
        /// As the screen holds it.
        entered: Entered,
    },
    /// What was read back is right.
    ConfirmReadBack {
        /// Key of the place.
        place: String,
    },
    /// It is not; ask again.
    RefuseReadBack {
        /// Key of the place.
        place: String,
    },
    /// It was this instead.
    PickAlternative {
        /// Key of the place.
        place: String,
        /// Which, from 0.
        alternative: u16,
    },
    /// Leave this question out.
    SkipQuestion {
        /// Key of the place.
        place: String,
    },
    /// What does this question mean? Shows the passage that explains it.
    ExplainQuestion,
    /// Change an answer, from the review.
    ChangeAnswer {
        /// Key of the place.
        place: String,
    },
    /// Add an item to a repeating section, from the review.
    AddItem {
        /// Id of the section.
        section: String,
    },
    /// Take an item out of a repeating section, from the review.
    RemoveItem {
        /// Id of the section.
        section: String,
        /// Which, from 0.
        item: u16,
    },
    /// Show the form as it would be printed now, from the review.
    ProofForm,
    /// Everything is right: keep the form for the agency.
    FinishForm,
    /// Print the form that was just handed in.
    PrintForm,
    /// Print what is in front on a small paper.
    PrintSlip {
        /// What.
        of: SlipOf,
    },
    /// To the next of the forms that were begun together.
    NextForm,
    /// Put the form aside under a code.
    PauseForm,
    /// Give the form up: its answers are destroyed.
    DiscardForm,
    /// Go on with the form that is being filled in; or, an interrupted one is mine.
    ContinueForm,
    /// To where one sees how an application stands.
    OpenStatus,
    /// How does this application stand?
    LookUpStatus {
        /// Its reference number, in any grouping.
        reference: Said,
        /// What the agency asks for beside it; empty for nothing.
        second: Said,
    },
    /// Call a person.
    CallPerson,
    /// The person is no longer needed.
    CancelCall,
    /// Set the size of text.
    SetText {
        /// The size.
        text: TextSize,
    },
    /// Set the colours.
    SetTheme {
        /// The colours.
        theme: Theme,
    },
    /// Set where the controls are.
    SetReach {
        /// The place.
        reach: Reach,
    },
    /// Set how it is spoken to.
    SetVoice {
        /// The manner.
        voice: VoiceManner,
    },
    /// What is being said rests here.
    PauseSpeaking,
    /// It goes on with the sentence in which it was paused.
    GoOnSpeaking,
    /// Listen now: the large button, or its key.
    Listen,
    /// That was all: the button was let go, or touched again.
    FinishListening,
    /// Do not listen any more; nothing of it is taken.
    CancelListening,
    /// It was this of the two that were offered.
    ChooseHeard {
        /// Which, from 0.
        which: u8,
    },
    /// Somebody is here: typing, scrolling, or "I need more time".
    StillHere,
    /// The visit is over.
    Leave,
    /// The officer's gesture was made.
    OfficerGesture,
    /// The officer's PIN.
    OfficerPin {
        /// 4 to 12 digits.
        pin: Said,
    },
    /// To a page of the officer's side; this and all that follow only after the PIN.
    OfficerGo {
        /// Which.
        page: OfficerPlace,
    },
    /// Open the form that is called so; also what a scanner reads off its paper.
    OfficerFind {
        /// Its number, however it is typed.
        number: Said,
    },
    /// Take over a paused form: it opens in a visit of its own.
    OfficerTakeOver {
        /// The code under which it waits.
        code: Said,
    },
    /// Give an interrupted form back to the person whom it belongs to.
    OfficerGiveBack {
        /// Which.
        draft: String,
    },
    /// Print the form in front; a second paper says that it is one.
    OfficerPrint,
    /// Print a slip of the form in front.
    OfficerPrintSlip {
        /// Its id.
        id: String,
    },
    /// Give up a paper that did not come out, or was looked after.
    OfficerGiveUpPaper {
        /// Which.
        job: String,
    },
    /// The form in front was checked.
    OfficerSignOff,
    /// The paper of the form in front was given out.
    OfficerHandOver,
    /// Put an answer of the form in front right: it is asked anew, and [`Act::Give`] and what follows it answer it.
    OfficerCorrect {
        /// Key of the place.
        place: String,
    },
    /// Everything that was put right is right: keep it beside what was handed in.
    OfficerCorrected {
        /// Why.
        why: CorrectionReason,
        /// Why, in the officer's own words; may be empty, at most 200 characters are kept.
        words: Said,
    },
    /// The form in front no longer holds.
    OfficerVoid {
        /// Why.
        why: VoidReason,
    },
    /// Somebody is going to whoever called.
    OfficerAnswerCall {
        /// The ticket.
        ticket: String,
    },
    /// A call is done with.
    OfficerCloseCall {
        /// The ticket.
        ticket: String,
    },
    /// Send what waits for the agency, now.
    OfficerSendNow,
    /// Send a form again, or a correction, that the agency did not take.
    OfficerSendAgain {
        /// Its letter, as it was shown.
        letter: String,
    },
    /// Write forms that wait onto a stick.
    OfficerExport {
        /// Its folder, as it was offered.
        stick: String,
    },
    /// Take in what the agency put on a stick.
    OfficerImport {
        /// Its folder, as it was offered.
        stick: String,
    },
    /// Make this kiosk one of an agency's; only for an admin.
    OfficerEnrol {
        /// Address of the agency's server, `https://…`.
        address: String,
        /// The one-time code.
        code: Said,
    },
    /// Take somebody on; only for an admin.
    OfficerTakeOn {
        /// What the others call them.
        name: Said,
        /// What they may do.
        role: StaffRole,
        /// 4 to 12 digits that nobody else has.
        pin: Said,
    },
    /// Give somebody another PIN; for an admin, or for oneself.
    OfficerChangePin {
        /// Who.
        member: u32,
        /// 4 to 12 digits that nobody else has.
        pin: Said,
    },
    /// Somebody no longer works here; only for an admin.
    OfficerLetGo {
        /// Who.
        member: u32,
    },
    /// Take a pack from what is plugged in; for those who look after packs.
    OfficerTakePack {
        /// Name of the file, of those that are offered.
        file: String,
    },
    /// Play tones on the loudspeaker, and say a sentence where there is a voice for it.
    OfficerTrySpeaker {
        /// In the language of the office.
        sentence: Said,
    },
    /// Print like this from now on; only for an admin, and only what the printer can do.
    OfficerSetPrinting {
        /// How.
        printing: Printing,
    },
    /// Write what may leave of the log onto what is plugged in.
    OfficerTakeLog,
    /// The printer's new certificate is its own: somebody has looked; only for an admin.
    OfficerTrustPrinter,
    /// Leave full screen and end the program; only for an admin.
    OfficerExit,
    /// Start the window anew.
    OfficerRestart,
    /// Back to the citizens' side.
    OfficerClose,
}

/// Bopomofo to be turned into characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Compose {
    /// Bopomofo symbols and tone marks as typed, `ㄏㄨㄢˋㄓㄥˋ`; syllables need no separator.
    pub symbols: Said,
}

/// What the symbols may mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Composed {
    /// Likeliest reading of all symbols.
    pub sentence: String,
    /// Candidates, likeliest first: for the longest leading phrases first, then single characters.
    pub candidates: Vec<Candidate>,
}

/// Characters for the leading symbols.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Candidate {
    /// The characters.
    pub text: String,
    /// How many of the leading symbols (Unicode scalar values) they use up.
    pub symbols: u32,
}
