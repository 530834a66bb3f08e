//! The kiosk itself, as an officer sees it: packs, room, time, what waits for the agency.

use std::path::Path;

use super::{OfficerSide, Page, SignedIn, desk::DeskDrawing};
use crate::{
    counter::Counter,
    maintenance::Maintenance,
    view::{Device, DeviceDone, PackCard, Printing},
};

/// A pack that is being taken stands before whatever was done.
fn coming(maintenance: &dyn Maintenance) -> Option<DeviceDone> {
    maintenance.installing().map(|file| DeviceDone::PackComing { file })
}

impl Counter {
    /// Takes in what came of a pack from a stick. It waits until somebody looks.
    pub(crate) fn collect_pack(&mut self) {
        if let Some(OfficerSide::Open(SignedIn { page: Page::Device(done), .. })) = &mut self.officer
            && let Some(came) = self.around.maintenance.installed()
        {
            *done = Some(match came {
                Ok(pack) => DeviceDone::PackTaken { pack },
                Err(problem) => DeviceDone::PackRefused { problem },
            });
        }
    }

    /// What is told on the kiosk's page of what is or was done there.
    pub(crate) fn device_done(&self, side: &OfficerSide) -> Option<DeviceDone> {
        let OfficerSide::Open(SignedIn { page: Page::Device(done), .. }) = side else { return None };
        coming(&*self.around.maintenance).or_else(|| done.clone())
    }
}

impl DeskDrawing<'_> {
    pub(super) fn device(&self, done: Option<&DeviceDone>) -> Device {
        let store = self.around.records.store().ok();
        let outbox = store.and_then(|store| store.outbox().ok()).map_or(0, |outbox| outbox.len());
        let valid_until = self.content.and_then(|content| content.pack().manifest.valid_until);
        Device {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            packs: self.packs(),
            on_stick: self.around.maintenance.packs().iter().filter_map(|file| name_of(file)).collect(),
            done: coming(&*self.around.maintenance).or_else(|| done.cloned()),
            pack_valid_until: valid_until.map(|day| day.to_string()),
            clock: self.time(self.now.timestamp()),
            printing: self.around.print_room.wishes().map(|wished| Printing {
                tray: wished.tray.clone(),
                colour: wished.colour,
                two_sided: wished.two_sided,
                copies: wished.copies,
            }),
            print_choices: self.around.print_room.choices(),
            disk_free_mib: store
                .and_then(kaunter_store::Store::room)
                .map(|bytes| u32::try_from(bytes / (1024 * 1024)).unwrap_or(u32::MAX)),
            outbox: u32::try_from(outbox).unwrap_or(u32::MAX),
            last_contact: self.last_contact(),
            store: self.around.records.problem(),
            voice: self.around.voice.device(),
        }
    }

    /// Installed packs, each with its age.
    fn packs(&self) -> Vec<PackCard> {
        let installed = &self.around.installed;
        let arrivals = installed.arrivals().into_iter().chain(std::iter::repeat(None));
        let named = installed.packs().into_iter().zip(arrivals);
        named.map(|(name, came)| PackCard { name, since: came.map(|at| self.time(at)) }).collect()
    }
}

/// A file's own name, by which it is offered.
pub(super) fn name_of(file: &Path) -> Option<String> {
    Some(file.file_name()?.to_str()?.to_owned())
}
