//! What goes onto a small sheet: an answer, a place in the queue, a notice, how far an application is, what happened
//! during a visit.
//!
//! What stands on paper is what stood on the screen. Fixed words are those of paper; days and times are written as the
//! language writes them.

use std::collections::BTreeMap;

use jiff::{
    Timestamp, Zoned,
    civil::{Date, Time},
};
use kaunter_forms::{Bilingual, FilledLine, FilledSlip};
use kaunter_pack::model::Pack;
use kaunter_paper::{
    AnswerSlip, AppointmentRequest, EmergencyNotice, Languages, Letterhead, Line, PaymentSlip, QueueTicket, Sheet,
    StatusSlip, Stock, VisitReceipt, words,
};
use kaunter_spoken::{Language, Value};

use crate::view::{NoticeCard, Quote, StatusCheck, StatusOutcome};

/// A form that was handed in during a visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HandedIn {
    /// Which form.
    pub form: String,
    /// What it is called.
    pub number: String,
    /// From when on it can be printed here, for a while.
    pub at: Timestamp,
}

/// Sets slips of an agency in the language of a visitor.
pub(crate) struct SlipWriter<'a> {
    pub pack: &'a Pack,
    pub language: &'a str,
    pub at: &'a Zoned,
}

impl SlipWriter<'_> {
    /// Who speaks.
    pub fn letterhead(&self) -> Letterhead {
        super::sheets::letterhead(self.pack)
    }

    /// A quotation as it was shown, with its source and the date of that. The question is the agency's own wording of
    /// it, never the visitor's.
    pub fn answer(&self, quote: &Quote) -> Sheet {
        Sheet::Answer(AnswerSlip {
            languages: self.languages(&quote.language),
            stock: Stock::default(),
            question: quote.why.phrasing.clone(),
            quotation: [quote.before.as_str(), &quote.marked, &quote.after].concat(),
            source: quote.document.clone(),
            section: quote.section.clone(),
            version: quote.version.as_deref().map_or_else(String::new, |day| written_day(day, &quote.language)),
        })
    }

    /// The ticket of a call for a person; `before`: how many wait already.
    pub fn ticket(&self, ticket: &str, drawn: Timestamp, before: usize) -> Sheet {
        Sheet::Ticket(QueueTicket {
            languages: self.languages(self.language),
            stock: Stock::default(),
            number: ticket.to_owned(),
            service: self.both(|words, _| word(words, "paper-ticket-person")),
            counter: None,
            drawn: self.both(|_, language| self.written_time(drawn, language)),
            before: u16::try_from(before).ok(),
        })
    }

    /// A notice as it hangs on the wall.
    pub fn notice(&self, notice: &NoticeCard) -> Sheet {
        let written = |time: &str| self.written_moment(time, self.language);
        Sheet::Notice(EmergencyNotice {
            languages: self.languages(self.language),
            stock: Stock::default(),
            title: notice.title.clone(),
            body: notice.body.clone(),
            from: written(&notice.published),
            until: notice.expires.as_deref().map(written),
            source: notice.issuer.clone(),
        })
    }

    /// How far an application is, by whose list, and how old that is; nothing where the list does not name it.
    pub fn status(&self, check: &StatusCheck) -> Option<Sheet> {
        let Some(StatusOutcome::Found { status, since, next }) = &check.outcome else { return None };
        let agency = &self.pack.manifest.agency;
        Some(Sheet::Status(StatusSlip {
            languages: self.languages(self.language),
            stock: Stock::default(),
            number: check.asked.as_str().to_owned(),
            status: status.as_str().to_owned(),
            since: since.as_deref().map(|since| self.both(|_, language| self.written_day_of(since, language))),
            next: next.as_ref().map(|next| next.as_str().to_owned()),
            as_of: check.as_of.as_deref().map(|at| self.both(|_, language| self.written_moment(at, language))),
            source: self.both(|_, language| agency.in_language(language, self.office()).to_owned()),
        }))
    }

    /// What was done during a visit, and what comes next.
    pub fn receipt(&self, handed_in: &[HandedIn], ticket: Option<&str>, printable_minutes: u32) -> Sheet {
        let form = |one: &HandedIn| Line {
            label: self.both(|words, _| word(words, "paper-receipt-form")),
            text: self.both(|_, language| format!("{} · {}", self.title(&one.form, language), one.number)),
        };
        let ticket = ticket.map(|ticket| Line {
            label: self.both(|words, _| word(words, "paper-receipt-ticket")),
            text: Bilingual { citizen: ticket.to_owned(), office: ticket.to_owned() },
        });
        let own = words(self.language).unwrap_or_default();
        let keep = (!handed_in.is_empty()).then(|| word(&own, "paper-receipt-keep"));
        let printable = word(&own, "paper-receipt-printable").replace("{minutes}", &printable_minutes.to_string());
        Sheet::Receipt(VisitReceipt {
            languages: self.languages(self.language),
            stock: Stock::default(),
            ended: self.both(|_, language| self.written_time(self.at.timestamp(), language)),
            done: handed_in.iter().map(form).chain(ticket).collect(),
            next: keep.into_iter().chain((printable_minutes > 0).then_some(printable)).collect(),
        })
    }

    /// A slip of a form that is called so.
    pub fn of_form(&self, slip: &FilledSlip, number: &str) -> Sheet {
        let (languages, stock) = (self.languages(self.language), Stock::default());
        let number = number.to_owned();
        match slip.clone() {
            FilledSlip::Payment { title, amount, due, place, lines, .. } => Sheet::Payment(PaymentSlip {
                languages,
                stock,
                purpose: title,
                amount: amount.written,
                reference: number,
                due: due.map(|due| due.written),
                place,
                items: lines.into_iter().map(line).collect(),
            }),
            FilledSlip::Appointment { title, lines, answer, .. } => Sheet::Appointment(AppointmentRequest {
                languages,
                stock,
                purpose: title,
                number,
                wishes: lines.into_iter().map(line).collect(),
                answered_by: answer,
            }),
            FilledSlip::Queue { title, place, .. } => Sheet::Ticket(QueueTicket {
                languages,
                stock,
                number,
                service: title,
                counter: Some(place),
                drawn: self.both(|_, language| self.written_time(self.at.timestamp(), language)),
                before: None,
            }),
        }
    }

    fn office(&self) -> &str {
        &self.pack.manifest.office_language
    }

    fn languages(&self, citizen: &str) -> Languages {
        Languages { citizen: citizen.to_owned(), office: self.office().to_owned() }
    }

    fn both(&self, said: impl Fn(&BTreeMap<String, String>, &str) -> String) -> Bilingual {
        // A language that paper has no words for stops the sheet itself, and says so.
        let of = |language: &str| said(&words(language).unwrap_or_default(), language);
        Bilingual { citizen: of(self.language), office: of(self.office()) }
    }

    fn title(&self, form: &str, language: &str) -> String {
        let words = self.pack.forms.get(form).and_then(|form| form.words(language));
        words.map_or_else(|| form.to_owned(), |words| words.title().to_owned())
    }

    /// The day of a moment as screens have it, RFC 3339 in the kiosk's zone.
    fn written_day_of(&self, moment: &str, language: &str) -> String {
        let at = moment.parse::<Timestamp>().map(|at| at.to_zoned(self.at.time_zone().clone()).date());
        at.map_or_else(|_| moment.to_owned(), |day| written_day(&day.to_string(), language))
    }

    /// A moment as screens have it, to the minute.
    fn written_moment(&self, moment: &str, language: &str) -> String {
        moment.parse().map_or_else(|_| moment.to_owned(), |at| self.written_time(at, language))
    }

    /// A moment in the kiosk's zone, to the minute.
    fn written_time(&self, at: Timestamp, language: &str) -> String {
        let at = at.to_zoned(self.at.time_zone().clone());
        let time = Time::new(at.hour(), at.minute(), 0, 0).unwrap_or_default();
        match Language::of(language) {
            Ok(language) => [Value::Date(at.date()), Value::Time(time)]
                .map(|value| kaunter_spoken::write(&value, &language))
                .join(" "),
            Err(_) => at.strftime("%Y-%m-%d %H:%M").to_string(),
        }
    }
}

fn line(line: FilledLine) -> Line {
    Line { label: line.label, text: line.written }
}

fn word(words: &BTreeMap<String, String>, id: &str) -> String {
    words.get(id).cloned().unwrap_or_default()
}

/// `2026-07-01` as the language writes it.
fn written_day(day: &str, language: &str) -> String {
    match (day.parse::<Date>(), Language::of(language)) {
        (Ok(day), Ok(language)) => kaunter_spoken::write(&Value::Date(day), &language),
        _ => day.to_owned(),
    }
}
