//! A counter with everything real around it.

use jiff::{SignedDuration, tz::TimeZone};
use kaunter_store::{KeyProvider, machine_key, usual_key_file};

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
    let key = machine_key(&usual_key_file().unwrap_or_else(|| folder.store_key()));
    open_with(key, folder, settings, installed, wake)
}

fn open_with(
    key: Box<dyn KeyProvider>,
    folder: &DataFolder,
    settings: Settings,
    installed: impl Library + 'static,
    wake: impl Fn() + Clone + Send + 'static,
) -> Counter {
    let clock = WallClock::new(settings.zone().unwrap_or_else(TimeZone::system));
    let lock = RecordedPin::open(settings.pin_hash.clone(), folder.pin_record(), clock.elapsed());
    let print_window = SignedDuration::from_mins(settings.print_window().into());
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::Timestamp;
    use kaunter_store::{KeyFile, Store};

    use super::*;
    use crate::{content::Content, refusal::Refusal, view::Problem};

    /// Nothing is installed.
    struct Empty;

    impl Library for Empty {
        fn latest(&self) -> Result<Arc<dyn Content>, Problem> {
            Err(Refusal::PackNone.into())
        }

        fn packs(&self) -> Vec<String> {
            Vec::new()
        }
    }

    #[test]
    fn a_kiosk_that_starts_again_prints_as_an_admin_set_it_and_not_as_its_file_says() {
        let data = tempfile::tempdir().unwrap();
        let folder = DataFolder::new(data.path());
        let key = || KeyFile::new(data.path().join("store.key"));
        let settings =
            Settings { printer: Some("ipp://127.0.0.1:9/none".to_owned()), voice: false, ..Settings::default() };
        let starts = || {
            let counter = open_with(Box::new(key()), &folder, settings.clone(), Empty, || {});
            counter.around.print_room.wishes().cloned()
        };
        assert_eq!(starts().as_ref(), Some(&settings.printing));
        let set = PrintWishes { tray: Some("tray-2".to_owned()), two_sided: true, copies: 2, ..PrintWishes::default() };
        let now = Timestamp::now();
        let mut store = Store::open(&folder.store(), &key(), now).unwrap();
        set_wishes::keep(&mut store, &set, &settings.printing, None, now).unwrap();
        drop(store);
        assert_eq!(starts(), Some(set));
    }
}
