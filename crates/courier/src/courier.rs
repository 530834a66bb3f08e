//! The handle that a kiosk has. Asking how things stand waits for nothing.

use std::{path::Path, sync::Arc, thread};

use jiff::Timestamp;
use kaunter_protocol::{Enrolled, Notice};
use kaunter_store::{Post, Uuid};

use crate::{
    CourierError, Desk, Disk, Http, KioskFigures, Known, Place, Settings, Standing, StatusFound, address, enrolment,
    notices::look_up,
    stick::{self, Brought, Exported},
    threads::{self, Shared},
};

/// A running courier. Dropped, it lets the store go at once; a thread that still waits for the network finds it gone and
/// ends with that wait.
pub struct Courier(Arc<Shared>);

impl Courier {
    /// Starts it. `wake` is called, from its threads, when something that is shown has changed; it should return at once.
    ///
    /// # Errors
    /// [`CourierError::NoThread`].
    pub fn start(
        post: Post,
        place: Place,
        settings: Settings,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> Result<Self, CourierError> {
        let shared = Arc::new(Shared::new(Desk::new(post), settings, place, Box::new(wake)));
        let courier = Self(shared);
        courier.thread("courier", threads::carry)?;
        courier.thread("courier-notices", threads::listen)?;
        Ok(courier)
    }

    fn thread(&self, name: &str, work: impl FnOnce(&Shared) + Send + 'static) -> Result<(), CourierError> {
        let shared = self.0.clone();
        let thread = thread::Builder::new().name(name.to_owned()).spawn(move || work(&shared));
        thread.map(drop).map_err(CourierError::NoThread)
    }

    /// How things stand.
    pub fn standing(&self) -> Standing {
        self.0.standing()
    }

    /// Notices that hold, emergencies first, then the newest. Ask again when woken.
    pub fn notices(&self) -> Arc<[Notice]> {
        self.0.notices()
    }

    /// A form was finished or corrected: it need not wait until the courier looks by itself, some seconds later.
    pub fn letter_waits(&self) {
        self.0.letter();
    }

    /// What the next heartbeat tells.
    pub fn tell(&self, figures: KioskFigures) {
        self.0.figures(figures);
    }

    /// Somebody wants it now: whatever rests is tried, and a stop ends.
    pub fn try_now(&self) {
        self.0.try_now();
    }

    /// A letter that was set aside is sent again.
    ///
    /// # Errors
    /// The store's: it is not set aside.
    pub fn again(&self, letter: Uuid) -> Result<(), CourierError> {
        self.0.desk.with(|post| post.send_again(letter, Timestamp::now()))?;
        self.0.letter();
        Ok(())
    }

    /// Makes this kiosk one of the agency's at this address, by a one-time code. Waits for the network: not to be called
    /// where a screen waits. What the kiosk was stays until the agency has answered.
    ///
    /// # Errors
    /// The address cannot be used, the agency is not reached or says no.
    pub fn enrol(&self, address: &str, code: &str) -> Result<Enrolled, CourierError> {
        let address = address::checked(address)?;
        let http = Http::new(&address, None, self.0.settings.authority.as_deref())?;
        let enrolled = enrolment::enrol(&self.0.desk, &http, &address, code, Timestamp::now())?;
        self.0.joined();
        Ok(enrolled)
    }

    /// Looks up how far the application of this number is, on a thread of its own, and tells `done`; nothing where no list
    /// has it. Takes as much memory and time as the agency made it cost: usually 64 MiB and a tenth of a second or more. So one
    /// is looked up at a time, and one that another question overtook is not looked up at all: its `done` is dropped.
    ///
    /// # Errors
    /// [`CourierError::NoThread`]; all others reach `done`.
    pub fn look_up(
        &self,
        reference: String,
        second: String,
        done: impl FnOnce(Result<Option<StatusFound>, CourierError>) + Send + 'static,
    ) -> Result<(), CourierError> {
        let question = self.0.question();
        self.thread("courier-look-up", move |shared| {
            if let Some(found) = shared.in_turn(question, || look_up(&shared.desk, &reference, &second)) {
                done(found);
            }
        })
    }

    /// Writes every letter that waits, or was set aside, to a folder on a stick. May be broken off and called again.
    ///
    /// # Errors
    /// The stick's or the store's. What was written whole before counts.
    pub fn export(&self, folder: &Path) -> Result<Exported, CourierError> {
        stick::export(&self.0.desk, folder, Timestamp::now())
    }

    /// Takes receipts, notices and packs from a folder on a stick, each looked at for itself.
    ///
    /// # Errors
    /// The folder's, the store's, or [`CourierError::NotEnrolled`].
    pub fn import(&self, folder: &Path) -> Result<Brought, CourierError> {
        let membership = self.0.desk.with(|post| post.membership())?.ok_or(CourierError::NotEnrolled)?;
        let known = Known::of(&membership).ok_or(CourierError::NotEnrolled)?;
        let brought = stick::import(&self.0.desk, &known, &self.0.place, folder, Timestamp::now())?;
        self.0.refresh_notices(&known, Timestamp::now())?;
        self.0.letter();
        Ok(brought)
    }
}

impl Drop for Courier {
    fn drop(&mut self) {
        self.0.end();
    }
}
