//! A counter with everything real around it.

use jiff::{SignedDuration, tz::TimeZone};
use kaunter_store::KeyProvider;

use crate::{
    clock::{Clock, WallClock},
    counter::{Counter, Surroundings},
    folder::DataFolder,
    forms::StoredRecords,
    library::Library,
    pin::RecordedPin,
    settings::Settings,
    tickets::TicketFile,
};

/// Opens the counter of a data folder; `key` opens the store of forms in it.
pub fn open(
    folder: &DataFolder,
    settings: Settings,
    library: impl Library + 'static,
    key: &dyn KeyProvider,
) -> Counter {
    let clock = WallClock::new(settings.zone().unwrap_or_else(TimeZone::system));
    let lock = RecordedPin::open(settings.pin_hash.clone(), folder.pin_record(), clock.elapsed());
    let print_window = SignedDuration::from_mins(settings.print_window_minutes.into());
    let records = StoredRecords::open(&folder.store(), key, clock.now().timestamp(), print_window);
    let around = Surroundings {
        clock: Box::new(clock),
        library: Box::new(library),
        tickets: Box::new(TicketFile::open(folder.tickets())),
        lock: Box::new(lock),
        records: Box::new(records),
    };
    Counter::open(settings, around)
}
