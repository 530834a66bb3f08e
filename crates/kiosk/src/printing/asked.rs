//! A small paper that somebody asks for at the screen: what of it is shown, and who may ask.

use jiff::Zoned;
use kaunter_store::{AskedBy, Uuid};

use super::{HandedIn, SlipOrder, SlipWriter, SlipsOf};
use crate::{
    counter::{Counter, Stage, Surroundings},
    farewell::Farewell,
    view::{Outcome, Problem, Quote, Reply, Screen, SlipCard, SlipOf},
    visit::Visit,
};

/// Small papers that were asked for, by what is on them.
pub(crate) type Slips = Vec<(SlipOf, Uuid)>;

/// What is left of a visit for its receipt, as long as the farewell stands.
pub(crate) struct Receipt {
    pub handed_in: Vec<HandedIn>,
    pub ticket: Option<String>,
}

impl Receipt {
    /// Of a visit in which something was done that one may want to have on paper.
    pub fn of(visit: &Visit) -> Option<Self> {
        let done = !visit.handed_in.is_empty() || visit.call.is_some();
        done.then(|| Self { handed_in: visit.handed_in.clone(), ticket: visit.call.clone() })
    }
}

impl Counter {
    /// Prints what a visitor sees in front: a quotation, their ticket, a notice.
    pub(crate) fn print_slip(&mut self, visit: &mut Visit, of: &SlipOf, now: &Zoned) -> Result<(), Problem> {
        let Some(order) = self.slip_order(visit, of, now) else { return Ok(()) };
        let Surroundings { records, print_room, .. } = &mut self.around;
        let before = visit.slips.iter().find(|(known, _)| known == of).map(|(_, job)| *job);
        let by = AskedBy::Citizen;
        let job = self.papers.print_slip(order, before, by, &mut **records, &mut **print_room, now)?;
        visit.slips.retain(|(known, _)| known != of);
        visit.slips.push((of.clone(), job));
        Ok(())
    }

    /// What is to be printed, if it is in front.
    fn slip_order(&self, visit: &Visit, of: &SlipOf, now: &Zoned) -> Option<SlipOrder> {
        let (pack, language) = (visit.content.pack(), visit.language.as_str());
        let writer = SlipWriter { pack, language, at: now };
        let screen = self.screen_of(visit, now);
        let sheet = match (of, &screen) {
            (SlipOf::Answer { quote }, Screen::Reply(reply)) => quoted(reply, quote).map(|quote| writer.answer(quote)),
            (SlipOf::Ticket, Screen::Person { ticket, .. }) => {
                self.call_called(ticket).map(|(drawn, before)| writer.ticket(ticket, drawn, before))
            }
            (SlipOf::Notice { notice: id }, Screen::Notice { notice }) if notice.id == *id => {
                Some(writer.notice(notice))
            }
            (SlipOf::Status { reference }, Screen::Status(check)) if check.asked == *reference => writer.status(check),
            (SlipOf::OfForm { number, id }, Screen::FormFinished(receipt)) if receipt.number == *number => {
                let filling = visit.filling.as_ref()?;
                let slips = filling.journey.slips(language, &pack.manifest.office_language);
                let (number, slip) = (filling.number()?, slips.iter().find(|slip| slip.id() == id)?);
                return Some(SlipsOf { number: &number, pack, language, at: now }.order(slip));
            }
            _ => None,
        };
        Some(SlipOrder { kind: of.kind(), sheet: sheet?, letterhead: writer.letterhead(), of: None })
    }

    /// Prints what happened during the visit that has just ended.
    pub(crate) fn print_receipt(&mut self, now: &Zoned) -> Result<(), Problem> {
        let Stage::Farewell(Farewell {
            content, language, receipt: Some(receipt), printable_minutes, since, slip, ..
        }) = &mut self.stage
        else {
            return Ok(());
        };
        let writer = SlipWriter { pack: content.pack(), language, at: now };
        let sheet = writer.receipt(&receipt.handed_in, receipt.ticket.as_deref(), *printable_minutes);
        let order = SlipOrder { kind: SlipOf::Receipt.kind(), sheet, letterhead: writer.letterhead(), of: None };
        let Surroundings { records, print_room, clock, .. } = &mut self.around;
        let job = self.papers.print_slip(order, *slip, AskedBy::Citizen, &mut **records, &mut **print_room, now)?;
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
            Self::Status { .. } => "status",
            Self::Receipt => "receipt",
            // The form's own definition says which.
            Self::OfForm { .. } => "slip",
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
