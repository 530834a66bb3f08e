//! What the agency hears of this kiosk: how it fares, and how often what was done on which day in which language. Numbers
//! and closed lists; it must never know whose they are.

use std::{collections::BTreeMap, fs, path::PathBuf, time::Duration};

use jiff::{ToSpan, civil::Date};
use kaunter_courier::KioskFigures;
use kaunter_protocol::{Counters, Language, PrinterCondition};

use crate::{
    answered::{Answered, Outcome},
    counter::{Counter, Stage},
    folder::DataFolder,
    keep::keep,
    trail::Page,
    view::PrinterCard,
    visit::Visit,
};

/// Days of which the agency is told: so long it may be out of reach.
const DAYS: i64 = 7;

/// How a kiosk fares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition {
    /// For how long it has been open.
    pub up: Duration,
    /// Its printer.
    pub printer: PrinterCondition,
    /// Free room on the disk of its store, in bytes; nothing where nobody knows.
    pub room: Option<u64>,
    /// The day, where it stands.
    pub today: Date,
}

/// What was counted, by day and language.
pub type Days = BTreeMap<Date, BTreeMap<Language, Counters>>;

/// The counts of the last days. They go on after a restart: the agency takes a day's newest count for the whole day.
pub(super) struct DayBook {
    path: PathBuf,
    days: Days,
}

impl DayBook {
    /// Opens the book; an unreadable one begins anew.
    pub fn open(path: PathBuf) -> Self {
        let days = fs::read_to_string(&path).ok().and_then(|text| serde_json::from_str(&text).ok());
        Self { path, days: days.unwrap_or_default() }
    }

    /// What was counted in the days up to this one.
    pub fn until(&self, today: Date) -> Days {
        let first = today.saturating_sub((DAYS - 1).days());
        self.days.range(first..=today).map(|(day, counted)| (*day, counted.clone())).collect()
    }

    /// Adds to a day's counts. They are on the disk when a visit has ended.
    pub fn count(&mut self, day: Date, language: Language, counted: &Counters) {
        self.days = self.until(day);
        add(self.days.entry(day).or_default().entry(language).or_default(), counted);
        if counted.sessions > 0 {
            let written = serde_json::to_string(&self.days).map_err(std::io::Error::other);
            if let Err(error) = written.and_then(|text| keep(&self.path, &text)) {
                tracing::warn!(code = "figures-unrecorded", kind = %error.kind(), "the counts cannot be written");
            }
        }
    }
}

/// What the agency hears of a kiosk whose window is closed; `room`: free bytes on the disk of its store. Nobody knows then
/// how its printer is.
pub fn while_closed(folder: &DataFolder, room: Option<u64>, today: Date) -> KioskFigures {
    KioskFigures {
        up_seconds: 0,
        printer: PrinterCondition::Unknown,
        disk_free_mib: room.unwrap_or(0) >> 20,
        days: DayBook::open(folder.figures()).until(today),
    }
}

fn add(to: &mut Counters, more: &Counters) {
    let Counters { sessions, answered, refused, handed_over, forms_started, forms_finished, .. } = more;
    to.sessions += sessions;
    to.answered += answered;
    to.refused += refused;
    to.handed_over += handed_over;
    to.forms_started += forms_started;
    to.forms_finished += forms_finished;
    to.seconds += more.seconds;
    to.printed += more.printed;
    to.print_failures += more.print_failures;
}

impl Counter {
    /// How this kiosk fares.
    pub(super) fn condition(&self) -> Condition {
        Condition {
            up: self.around.clock.elapsed(),
            printer: match self.around.print_room.printer() {
                PrinterCard::None => PrinterCondition::None,
                PrinterCard::Unknown => PrinterCondition::Unknown,
                PrinterCard::Ready { .. } => PrinterCondition::Ready,
                PrinterCard::Hindered { .. } => PrinterCondition::NeedsAttention,
                PrinterCard::OutOfReach { .. } => PrinterCondition::Unreachable,
            },
            room: self.around.records.store().ok().and_then(kaunter_store::Store::room),
            today: self.around.clock.now().date(),
        }
    }

    /// Counts what the last act of a visit led to.
    pub(crate) fn count_step(&mut self, next: &mut Visit) {
        next.begun.get_or_insert(self.touched);
        let before = match &self.stage {
            Stage::Visiting(visit) => Some(&**visit),
            Stage::Attract | Stage::Farewell(_) => None,
        };
        let counted = between(before, next);
        self.counted(&next.language, counted);
    }

    /// Counts the visit that runs: it ends.
    pub(crate) fn count_end(&mut self) {
        let Stage::Visiting(visit) = &self.stage else { return };
        let now = self.around.clock.elapsed();
        let seconds = visit.begun.map_or(0, |begun| now.saturating_sub(begun).as_secs());
        let language = visit.language.clone();
        self.counted(&language, Counters { sessions: 1, seconds, ..Counters::default() });
    }

    /// Counts papers that have come to an end, in the citizen's language; whether each was printed.
    pub(crate) fn count_papers(&mut self, ended: &[(Option<String>, bool)]) {
        for (language, printed) in ended {
            let (printed, print_failures) = ((*printed).into(), (!printed).into());
            self.counted(
                language.as_deref().unwrap_or_default(),
                Counters { printed, print_failures, ..Counters::default() },
            );
        }
    }

    fn counted(&mut self, language: &str, counted: Counters) {
        let today = self.around.clock.now().date();
        if let Some(post) = self.around.post.as_mut().filter(|_| counted != Counters::default()) {
            post.count(today, spoken(language), &counted);
        }
    }
}

fn spoken(language: &str) -> Language {
    match language {
        "zh-TW" => Language::ZhTw,
        "ms" => Language::Ms,
        "ko" => Language::Ko,
        "en" => Language::En,
        _ => Language::Other,
    }
}

/// What is new in a visit since an earlier moment of it.
fn between(before: Option<&Visit>, next: &Visit) -> Counters {
    let had = |of: fn(&Visit) -> u64| before.map_or(0, of);
    let new = |of: fn(&Visit) -> u64| of(next).saturating_sub(had(of));
    let (answered, refused) = match next.trail.front() {
        Page::Reply(reply) if !before.is_some_and(|before| before.trail.has_reply(reply)) => replied(reply),
        _ => (0, 0),
    };
    Counters {
        answered,
        refused,
        handed_over: new(|visit| visit.call.is_some().into()),
        forms_started: new(|visit| visit.forms_begun.into()),
        forms_finished: new(|visit| visit.handed_in.len() as u64),
        ..Counters::default()
    }
}

/// How many questions a reply answers, and to how many there is no answer. Where it asks back it does neither.
fn replied(reply: &Answered) -> (u64, u64) {
    let count = |is: fn(&Outcome) -> bool| reply.parts.iter().filter(|part| is(&part.outcome)).count() as u64;
    (
        count(|outcome| matches!(outcome, Outcome::Quoted(_) | Outcome::Conflict(_))),
        count(|outcome| matches!(outcome, Outcome::Unknown { .. })),
    )
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn counts_go_on_after_a_restart_and_old_days_and_days_to_come_are_let_go() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state").join("figures.json");
        let visit = Counters { sessions: 1, answered: 2, seconds: 90, ..Counters::default() };
        let (friday, today) = (date(2026, 11, 13), date(2026, 11, 20));
        let mut book = DayBook::open(path.clone());
        book.count(friday, Language::Ms, &visit);
        book.count(date(2029, 1, 1), Language::Ms, &visit);
        book.count(today, Language::Ko, &visit);
        let mut again = DayBook::open(path);
        again.count(today, Language::Ko, &visit);
        let told = again.until(today);
        assert_eq!(told.keys().collect::<Vec<_>>(), [&today]);
        assert_eq!(told[&today][&Language::Ko], Counters { sessions: 2, answered: 4, seconds: 180, ..visit });
    }
}
