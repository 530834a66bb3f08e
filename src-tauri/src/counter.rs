//! The counter as it stands in a real kiosk.

use std::{path::Path, sync::Arc};

use jiff::tz::TimeZone;
use kaunter_kiosk::{
    Counter, DataFolder, Refusal, Settings, Surroundings,
    clock::{Clock, WallClock},
    content::Content,
    library::Library,
    pin::RecordedPin,
    tickets::TicketFile,
    view::Problem,
};

/// Opens the counter on a data folder. A settings file that cannot be followed leaves the defaults.
pub fn open(folder: &Path) -> Counter {
    let folder = DataFolder::new(folder);
    let settings = Settings::read(&folder.settings()).unwrap_or_else(|fault| {
        tracing::error!(code = fault.code(), %fault);
        Settings::default()
    });
    let clock = WallClock::new(settings.zone().unwrap_or_else(TimeZone::system));
    let lock = RecordedPin::open(
        settings.pin_hash.clone(),
        folder.path().join("state/pin-attempts"),
        clock.elapsed(),
    );
    let around = Surroundings {
        lock: Box::new(lock),
        tickets: Box::new(TicketFile::open(folder.path().join("state/tickets.toml"))),
        library: Box::new(Nothing),
        clock: Box::new(clock),
    };
    Counter::open(settings, around)
}

struct Nothing;

impl Library for Nothing {
    fn latest(&self) -> Result<Arc<dyn Content>, Problem> {
        Err(Refusal::PackNone.into())
    }

    fn packs(&self) -> Vec<String> {
        Vec::new()
    }
}
