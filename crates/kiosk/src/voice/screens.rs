//! What may be said on each screen. Drawn from the view alone: what is listened for is what is shown.

use kaunter_spoken::{Button, Command, Phrase};

use super::{
    Patience,
    expectation::{Choice, Expectation, Otherwise, give, ways},
    papers,
};
use crate::{
    act::Act,
    view::{
        Control, DigitsOf, FormCheck, FormIntroduction, FormLine, FormLink, FormOption, FormQuestion, FormReceipt,
        FormReview, NoticeCard, Outcome, PrinterCard, QuestionLink, Reply, ReplyPart, Screen, TopicTile, View,
    },
};

/// What may be said on this screen; `None` where nothing leads anywhere.
pub(crate) fn expectation(view: &View) -> Option<Expectation> {
    let language = view.language.as_str();
    let button = |button, act| Choice::button(language, button, act);
    Some(match &view.screen {
        Screen::Languages => Expectation::words(Otherwise::Language),
        Screen::Home { life_events, subjects, forms, status } => {
            Expectation::question(of_home(view, [life_events, subjects], *forms, *status))
        }
        Screen::Topic { topic, questions, forms } => Expectation::question(of_topic(topic, questions, forms, language)),
        Screen::Ask { .. } => Expectation::words(Otherwise::Ask),
        Screen::Reply(reply) => of_reply(reply, view),
        Screen::Status(check) => {
            let home = button(Button::Home, Act::Home);
            Expectation::question([home].into_iter().chain(papers::status(view, check)).collect())
        }
        Screen::Notice { notice } => {
            let home = button(Button::Home, Act::Home);
            Expectation::question([home].into_iter().chain(papers::notice(view, &notice.id)).collect())
        }
        Screen::Person { .. } => {
            let on = if view.can_go_back { Act::Back } else { Act::Home };
            let buttons = [button(Button::CancelCall, Act::CancelCall), button(Button::CarryOn, on)];
            Expectation::question(buttons.into_iter().chain(papers::ticket(view)).collect())
        }
        Screen::Forms { families } => {
            let forms = families.iter().flat_map(|family| &family.forms).map(form);
            Expectation::list(Vec::new(), forms.collect(), Otherwise::Ask)
        }
        Screen::FormIntroduction(introduction) => of_introduction(introduction, language),
        Screen::FormQuestion(question) => of_question(question, language),
        Screen::FormEligibility(check) => of_check(check, language),
        Screen::FormReview(review) => of_review(review, view),
        Screen::FormProof { .. } => Expectation::words(Otherwise::Nothing),
        // A "no" that was misheard must destroy nothing: an officer comes.
        Screen::FormInterrupted { .. } => Expectation::yes_or_no(language, Act::ContinueForm, Act::CallPerson),
        Screen::FormFinished(receipt) => of_finished(receipt, view),
        Screen::FormPaused { code, .. } => {
            let on = Act::ResumeForm { code: code.clone() };
            Expectation::list(vec![button(Button::GoOn, on)], Vec::new(), Otherwise::Nothing)
        }
        Screen::Farewell { receipt: true, .. } => {
            Expectation::list(vec![papers::receipt(view)?], Vec::new(), Otherwise::Goodbye)
        }
        Screen::Attract | Screen::Officer(_) | Screen::Farewell { .. } | Screen::OutOfService { .. } => return None,
    })
}

fn of_home(view: &View, tiles: [&Vec<TopicTile>; 2], forms: bool, status: bool) -> Vec<Choice> {
    let button = |button, act| Choice::button(&view.language, button, act);
    let mut shown = vec![button(Button::TypeQuestion, Act::OpenAsk)];
    shown.extend(status.then(|| button(Button::Status, Act::OpenStatus)));
    shown.extend(match (&view.open_form, forms) {
        (Some(_), _) => Some(button(Button::GoOn, Act::ContinueForm)),
        (None, true) => Some(button(Button::Forms, Act::OpenForms)),
        (None, false) => None,
    });
    shown.extend(tiles.into_iter().flatten().map(topic));
    shown.extend(view.notices.iter().map(notice));
    shown
}

fn of_topic(topic: &TopicTile, questions: &[QuestionLink], forms: &[FormLink], language: &str) -> Vec<Choice> {
    let together = || Choice::button(language, Button::Together, Act::OpenEventForms { topic: topic.id.clone() });
    let mut shown = vec![Choice::button(language, Button::TypeQuestion, Act::OpenAsk)];
    shown.extend((forms.len() > 1).then(together));
    shown.extend(forms.iter().map(form).chain(questions.iter().map(question)));
    shown
}

/// Which of several was meant is a choice; beside an answer there are questions and titles.
fn of_reply(reply: &Reply, view: &View) -> Expectation {
    let language = view.language.as_str();
    let mut clarified = Vec::new();
    let mut shown = Vec::new();
    for ReplyPart { outcome, .. } in &reply.parts {
        match outcome {
            Outcome::Clarify { choices } => clarified.extend(choices.iter().map(question)),
            Outcome::Unknown { topics, nearest, .. } => {
                shown.extend(nearest.iter().map(question).chain(topics.iter().map(topic)));
            }
            Outcome::Answer { .. } | Outcome::Conflict { .. } => {}
        }
    }
    if reply.in_form {
        shown.push(Choice::button(language, Button::GoOn, Act::ContinueForm));
    } else {
        shown.extend(reply.forms.iter().map(form).chain(reply.related.iter().map(question)));
        shown.push(Choice::button(language, Button::Home, Act::Home));
        shown.push(Choice::button(language, Button::TypeQuestion, Act::OpenAsk));
    }
    shown.extend(papers::answers(view, reply));
    let mut all = Expectation::question(shown);
    if !clarified.is_empty() {
        all.patience = Patience::Short;
        all.choices.splice(0..0, clarified);
    }
    all
}

fn of_introduction(introduction: &FormIntroduction, language: &str) -> Expectation {
    let start = Act::StartForms { forms: introduction.forms.iter().map(|form| form.id.clone()).collect() };
    let mut all = Expectation::yes_or_no(language, start.clone(), Act::Back);
    // Of several forms it is touched which one is meant.
    if let ([_], [form]) = (&introduction.forms[..], &introduction.checkable[..]) {
        all.choices.push(Choice::button(language, Button::CheckFirst, Act::CheckFirst { form: form.clone() }));
    }
    all.choices.push(Choice::phrase(language, Phrase::Command(Command::Next), start));
    all
}

/// Whatever came of it, "yes" goes on with the form.
fn of_check(check: &FormCheck, language: &str) -> Expectation {
    let mut all = Expectation::yes_or_no(language, Act::ApplyNow, Act::Home);
    all.choices.push(Choice::phrase(language, Phrase::Command(Command::Next), Act::ApplyNow));
    all.choices.push(Choice::button(language, Button::Apply, Act::ApplyNow));
    let rules = &check.eligibility.rules;
    all.choices.extend(rules.iter().filter_map(|rule| rule.passage.as_ref()).map(question));
    let answers = rules.iter().flat_map(|rule| &rule.answers);
    all.choices.extend(answers.filter(|line| !line.computed).map(change));
    all
}

fn change(line: &FormLine) -> Choice {
    Choice::titled(&line.label, Act::ChangeAnswer { place: line.place.clone() })
}

fn of_review(review: &FormReview, view: &View) -> Expectation {
    let language = view.language.as_str();
    let lines = review.sections.iter().flat_map(|section| &section.lines);
    let whole = review.outstanding.is_empty();
    let yes = whole.then(|| Choice::phrase(language, Phrase::Yes, Act::FinishForm));
    let prints = whole && !matches!(view.printer, PrinterCard::None);
    let proof = prints.then(|| Choice::button(language, Button::Proof, Act::ProofForm));
    let lines = lines.filter(|line| !line.computed).map(change).collect();
    Expectation::list(yes.into_iter().chain(proof).collect(), lines, Otherwise::Nothing)
}

fn of_finished(receipt: &FormReceipt, view: &View) -> Expectation {
    let language = view.language.as_str();
    let printable = papers::form(view).is_some();
    let on = if receipt.next.is_some() { Act::NextForm } else { Act::Home };
    let mut all = match (printable, receipt.next.is_some()) {
        (true, _) => Expectation::yes_or_no(language, Act::PrintForm, on.clone()),
        (false, true) => Expectation::yes_or_no(language, on.clone(), Act::Leave),
        (false, false) => {
            let home = Choice::button(language, Button::Home, Act::Home);
            return Expectation::question([home].into_iter().chain(papers::slips(view, receipt)).collect());
        }
    };
    all.choices.extend(papers::form(view).into_iter().chain(papers::slips(view, receipt)));
    all.choices.push(match receipt.next {
        Some(_) => Choice::phrase(language, Phrase::Command(Command::Next), on),
        None => Choice::button(language, Button::Home, on),
    });
    all
}

fn of_question(question: &FormQuestion, language: &str) -> Expectation {
    let place = question.place.clone();
    let otherwise = Otherwise::Give { place: place.clone() };
    if let Some(read_back) = &question.read_back {
        let mut all = Expectation::yes_or_no(
            language,
            Act::ConfirmReadBack { place: place.clone() },
            Act::RefuseReadBack { place: place.clone() },
        );
        let others = read_back.alternatives.iter().zip(0..).map(|(said, alternative)| {
            Choice::titled(said.as_str(), Act::PickAlternative { place: place.clone(), alternative })
        });
        all.choices.extend(others);
        all.otherwise = otherwise;
        return all;
    }
    let listed = |options: &[FormOption]| {
        let choice = |option: &FormOption| Choice::titled(&option.label, give(&place, &option.label));
        Expectation::list(Vec::new(), options.iter().map(choice).collect(), otherwise.clone())
    };
    match &question.control {
        Control::YesNo => {
            let of = |phrase| ways(language, phrase).first().cloned().unwrap_or_default();
            let (yes, no) = (of(Phrase::Yes), of(Phrase::No));
            Expectation { otherwise, ..Expectation::yes_or_no(language, give(&place, &yes), give(&place, &no)) }
        }
        Control::Choice { options } => listed(options),
        Control::Place { options, .. } => listed(options),
        Control::Choices { .. } => Expectation::words(otherwise),
        Control::Digits { of, .. } => {
            let patience = if matches!(of, DigitsOf::Phone) { Patience::Groups } else { Patience::Sentence };
            Expectation { patience, ..Expectation::words(otherwise) }
        }
        Control::Words { .. } => Expectation { patience: Patience::Groups, ..Expectation::words(otherwise) },
        Control::Date { .. } | Control::Time { .. } => Expectation::words(otherwise),
        // Nobody signs by voice; wishes are still heard.
        Control::Signature | Control::Picture => Expectation::words(otherwise),
    }
}

fn topic(tile: &TopicTile) -> Choice {
    Choice::titled(&tile.title, Act::OpenTopic { topic: tile.id.clone() })
}

fn notice(card: &NoticeCard) -> Choice {
    Choice::titled(&card.title, Act::OpenNotice { id: card.id.clone() })
}

fn question(link: &QuestionLink) -> Choice {
    Choice::titled(&link.label, Act::AskLink { id: link.id.clone() })
}

fn form(link: &FormLink) -> Choice {
    Choice::titled(&link.title, Act::OpenForm { form: link.id.clone() })
}
