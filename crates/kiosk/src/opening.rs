//! A counter with everything real around it.

use jiff::{SignedDuration, tz::TimeZone};
use kaunter_store::{machine_key, usual_key_file};

use crate::{
    clock::{Clock, WallClock},
    counter::{Counter, Surroundings},
    folder::DataFolder,
    forms::{StoredRecords, records::Records},
    library::Library,
    maintenance::Sticks,
    pin::RecordedPin,
    post::{CarriedPost, Post},
    printing::{BackRoom, NoPrinter, Pace, PrintRoom, PrintWishes, set_wishes},
    settings::Settings,
    tickets::TicketFile,
    voice::voice,
};

/// Opens the counter of a data folder. The store of forms in it is opened with the machine's key. `wake` is called,
/// from other threads, when the ear or the mouth has news: [`Counter::hear`] takes it in.
pub fn open(
    folder: &DataFolder,
    settings: Settings,
    installed: impl Library + 'static,
    wake: impl Fn() + Clone + Send + 'static,
) -> Counter {
    let clock = WallClock::new(settings.zone().unwrap_or_else(TimeZone::system));
    let lock = RecordedPin::open(settings.pin_hash.clone(), folder.pin_record(), clock.elapsed());
    let print_window = SignedDuration::from_mins(settings.print_window().into());
    let key = machine_key(&usual_key_file().unwrap_or_else(|| folder.store_key()));
    let records = StoredRecords::open(&folder.store(), key, clock.now().timestamp(), print_window);
    let post = post(&records, folder, &settings);
    let print_room = print_room(folder, &settings, set_wishes::wished(records.store().ok(), &settings.printing));
    let around = Surroundings {
        clock: Box::new(clock),
        installed: Box::new(installed),
        tickets: Box::new(TicketFile::open(folder.tickets())),
        lock: Box::new(lock),
        records: Box::new(records),
        print_room,
        voice: voice(folder, &settings, wake),
        post,
        maintenance: Box::new(Sticks::new(folder, settings.exchange_folder.clone())),
    };
    Counter::open(settings, around)
}

/// The courier; without a store there is nothing to carry.
fn post(records: &StoredRecords, folder: &DataFolder, settings: &Settings) -> Option<Box<dyn Post>> {
    let letters = records.letters()?;
    match CarriedPost::start(letters, folder, settings.courier.clone(), settings.exchange_folder.clone()) {
        Ok(post) => Some(Box::new(post)),
        Err(fault) => {
            tracing::error!(code = fault.code(), %fault, "nothing travels");
            None
        }
    }
}

/// The printer's room; a kiosk whose printer has no usable address has none.
fn print_room(folder: &DataFolder, settings: &Settings, wished: PrintWishes) -> Box<dyn PrintRoom> {
    let open = |address: &String| BackRoom::open(address, wished.clone(), Pace::default(), folder.papers());
    match settings.printer.as_ref().map(open) {
        None => Box::new(NoPrinter),
        Some(Ok(room)) => Box::new(room),
        Some(Err(error)) => {
            tracing::error!(code = error.code(), %error, "the printer's address cannot be used");
            Box::new(NoPrinter)
        }
    }
}
