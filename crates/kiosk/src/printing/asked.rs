//! A small paper that somebody asks for at the screen: what of it is shown, and who may ask.

use jiff::Zoned;
use kaunter_store::Uuid;

use super::{HandedIn, SlipWriter};
use crate::{
    content::Content,
    counter::{Counter, Farewell, Stage, Surroundings},
    view::{Outcome, Problem, Quote, Reply, Screen, SlipCard, SlipOf},
    visit::Visit,
};

/// Small papers that were asked for, by what is on them.
pub(crate) type Slips = Vec<(SlipOf, Uuid)>;

/// What is left of a visit for its receipt, as long as the farewell stands.
pub(crate) struct Receipt {
    pub content: std::sync::Arc<dyn Content>,
    pub handed_in: Vec<HandedIn>,
    pub ticket: Option<String>,
}

impl Receipt {
    /// Of a visit in which something was done that one may want to have on paper.
    pub fn of(visit: &Visit) -> Option<Self> {
        let done = !visit.handed_in.is_empty() || visit.call.is_some();
        done.then(|| Self {
            content: visit.content.clone(),
            handed_in: visit.handed_in.clone(),
            ticket: visit.call.clone(),
        })
    }
}

impl Counter {
    /// Prints what a visitor sees in front: a quotation, their ticket, a notice.
    pub(crate) fn print_slip(&mut self, visit: &mut Visit, of: &SlipOf, now: &Zoned) -> Result<(), Problem> {
        let writer = SlipWriter { pack: visit.content.pack(), language: &visit.language, at: now };
        let screen = self.screen_of(visit, now);
        let sheet = match (of, &screen) {
            (SlipOf::Answer { quote }, Screen::Reply(reply)) => quoted(reply, quote).map(|quote| writer.answer(quote)),
            (SlipOf::Ticket, Screen::Person { ticket, .. }) => {
                self.call_called(ticket).map(|(drawn, before)| writer.ticket(ticket, drawn, before))
            }
            (SlipOf::Notice { notice: id }, Screen::Notice { notice }) if notice.id == *id => {
                Some(writer.notice(notice))
            }
            _ => None,
        };
        let Some(sheet) = sheet else { return Ok(()) };
        let (kind, letterhead) = (of.kind(), writer.letterhead());
        let Surroundings { records, print_room, .. } = &mut self.around;
        let before = visit.slips.iter().find(|(known, _)| known == of).map(|(_, job)| *job);
        let job = self.papers.print_slip((kind, sheet, letterhead), before, &mut **records, &mut **print_room, now)?;
        visit.slips.retain(|(known, _)| known != of);
        visit.slips.push((of.clone(), job));
        Ok(())
    }

    /// Prints what happened during the visit that has just ended.
    pub(crate) fn print_receipt(&mut self, now: &Zoned) -> Result<(), Problem> {
        let Stage::Farewell(Farewell { language, receipt: Some(receipt), printable_minutes, since, slip, .. }) =
            &mut self.stage
        else {
            return Ok(());
        };
        let writer = SlipWriter { pack: receipt.content.pack(), language, at: now };
        let sheet = writer.receipt(&receipt.handed_in, receipt.ticket.as_deref(), *printable_minutes);
        let letterhead = writer.letterhead();
        let Surroundings { records, print_room, clock, .. } = &mut self.around;
        let ordered = (SlipOf::Receipt.kind(), sheet, letterhead);
        let job = self.papers.print_slip(ordered, *slip, &mut **records, &mut **print_room, now)?;
        *slip = Some(job);
        // Whoever waits for a paper is still there.
        *since = clock.elapsed();
        Ok(())
    }

    /// How far the small papers of a visit have come.
    pub(crate) fn slip_cards(&self, slips: &[(SlipOf, Uuid)]) -> Vec<SlipCard> {
        let card =
            |(of, job): &(SlipOf, Uuid)| Some(SlipCard { of: of.clone(), paper: self.papers.card_of_job(*job)? });
        slips.iter().filter_map(card).collect()
    }

    /// When a call was made, and how many nobody had gone to by then.
    fn call_called(&self, ticket: &str) -> Option<(jiff::Timestamp, usize)> {
        let waiting = self.calls().filter(|call| call.answered.is_none());
        let before = waiting.take_while(|call| call.ticket != ticket).count();
        self.calls().find(|call| call.ticket == ticket).map(|call| (call.since, before))
    }
}

impl SlipOf {
    /// As the store calls the sheet.
    fn kind(&self) -> &'static str {
        match self {
            Self::Answer { .. } => "answer",
            Self::Ticket => "ticket",
            Self::Notice { .. } => "notice",
            Self::Receipt => "receipt",
        }
    }
}

/// The quotation with this id, as it stands in a reply.
fn quoted<'r>(reply: &'r Reply, id: &str) -> Option<&'r Quote> {
    let quotes = reply.parts.iter().flat_map(|part| match &part.outcome {
        Outcome::Answer { quote } => vec![&**quote],
        Outcome::Conflict { newer, older } => vec![&**newer, &**older],
        Outcome::Clarify { .. } | Outcome::Unknown { .. } => Vec::new(),
    });
    quotes.into_iter().find(|quote| quote.id == id)
}
