//! A counter with everything real around it.

use jiff::tz::TimeZone;

use crate::{
    clock::{Clock, WallClock},
    counter::{Counter, Surroundings},
    folder::DataFolder,
    library::Library,
    pin::RecordedPin,
    settings::Settings,
    tickets::TicketFile,
};

/// Opens the counter of a data folder.
pub fn open(folder: &DataFolder, settings: Settings, library: impl Library + 'static) -> Counter {
    let clock = WallClock::new(settings.zone().unwrap_or_else(TimeZone::system));
    let lock = RecordedPin::open(settings.pin_hash.clone(), folder.pin_record(), clock.elapsed());
    let around = Surroundings {
        clock: Box::new(clock),
        library: Box::new(library),
        tickets: Box::new(TicketFile::open(folder.tickets())),
        lock: Box::new(lock),
    };
    Counter::open(settings, around)
}
