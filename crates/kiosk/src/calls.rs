//! Open calls for a person. A call outlives the visit that made it: somebody still stands there.

use std::collections::VecDeque;

use jiff::{Timestamp, Zoned};
use kaunter_pack::model::LanguageTag;
use kaunter_store::FormNumber;

use crate::{
    counter::{Counter, Stage},
    forms::Filling,
    printing::Slips,
    view::SlipOf,
    visit::Visit,
};

/// Calls that are remembered; when there are more, the oldest are.
const MOST: usize = 100;

/// Someone waits for a person. Nothing of what they asked is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The ticket they hold.
    pub ticket: String,
    /// The language that they speak.
    pub language: LanguageTag,
    /// Name of the screen where they called.
    pub place: String,
    /// Since when they wait.
    pub since: Timestamp,
    /// When an officer said that somebody is coming.
    pub answered: Option<Timestamp>,
}

/// Calls in the order in which they were made; in memory only.
#[derive(Default)]
pub(crate) struct Calls(VecDeque<Call>);

impl Calls {
    pub fn open(&self) -> impl Iterator<Item = &Call> {
        self.0.iter()
    }

    pub fn add(&mut self, call: Call) {
        self.0.push_back(call);
        if self.0.len() > MOST {
            self.0.pop_front();
        }
    }

    /// Somebody is going there; the first to say so counts.
    pub fn answer(&mut self, ticket: &str, at: Timestamp) {
        if let Some(call) = self.0.iter_mut().find(|call| call.ticket == ticket) {
            call.answered.get_or_insert(at);
        }
    }

    /// Nobody has to go there any more. The log keeps how long it took, and nothing of who it was.
    pub fn close(&mut self, ticket: &str, at: Timestamp) {
        if let Some(call) = self.0.iter().find(|call| call.ticket == ticket) {
            let seconds = |from: Timestamp, to: Timestamp| to.duration_since(from).as_secs().max(0);
            let answered = call.answered.map(|answered| seconds(call.since, answered));
            let whole = seconds(call.since, at);
            tracing::info!(code = "call-closed", answered_after_s = answered, closed_after_s = whole);
        }
        self.0.retain(|call| call.ticket != ticket);
    }

    pub fn speaks(&mut self, ticket: &str, language: &str) {
        if let Some(call) = self.0.iter_mut().find(|call| call.ticket == ticket) {
            language.clone_into(&mut call.language);
        }
    }
}

impl Counter {
    pub(crate) fn call_person(&mut self, mut next: Visit, now: &Zoned) {
        let ticket = match next.call.take() {
            Some(ticket) => ticket,
            None => self.new_ticket(&next, now),
        };
        next.call(ticket);
        self.go_on(next);
    }

    /// Somebody comes for a form that cannot be put on paper, though nobody called; the screen stays, for it says why.
    pub(crate) fn call_about(&mut self, forms: &[FormNumber]) {
        let Stage::Visiting(visit) = &self.stage else { return };
        let number = visit.filling.as_ref().and_then(Filling::number);
        if visit.call.is_some() || !number.is_some_and(|number| forms.contains(&number)) {
            return;
        }
        let mut next = Visit::clone(visit);
        next.call = Some(self.new_ticket(&next, &self.around.clock.now()));
        self.go_on(next);
    }

    fn new_ticket(&mut self, visit: &Visit, now: &Zoned) -> String {
        let number = self.around.tickets.next(now.date());
        let ticket = format!("{}-{number:03}", self.settings.ticket_letter);
        self.calls.add(Call {
            ticket: ticket.clone(),
            language: visit.language.clone(),
            place: visit.trail.front().name().to_owned(),
            since: now.timestamp(),
            answered: None,
        });
        ticket
    }

    pub(crate) fn cancel_call(&mut self, mut next: Visit) {
        if let Some(ticket) = &next.call {
            self.calls.close(ticket, self.around.clock.now().timestamp());
        }
        next.cancel_call();
        // The next ticket is another one.
        let (tickets, others) = next.slips.drain(..).partition(|(of, _)| *of == SlipOf::Ticket);
        next.slips = others;
        self.papers.unwatch(Slips::into_iter(tickets).map(|(_, job)| job));
        self.go_on(next);
    }
}
