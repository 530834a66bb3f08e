//! The kiosk itself, as an officer sees it: packs, room, time, what waits for the agency.

use super::desk::DeskDrawing;
use crate::view::Device;

impl DeskDrawing<'_> {
    pub(super) fn device(&self) -> Device {
        let store = self.around.records.store().ok();
        let outbox = store.and_then(|store| store.outbox().ok()).map_or(0, |outbox| outbox.len());
        let valid_until = self.content.and_then(|content| content.pack().manifest.valid_until);
        Device {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            packs: self.around.library.packs(),
            pack_valid_until: valid_until.map(|day| day.to_string()),
            clock: self.time(self.now.timestamp()),
            disk_free_mib: store
                .and_then(kaunter_store::Store::room)
                .map(|bytes| u32::try_from(bytes / (1024 * 1024)).unwrap_or(u32::MAX)),
            outbox: u32::try_from(outbox).unwrap_or(u32::MAX),
            store: self.around.records.problem(),
            voice: self.around.voice.device(),
        }
    }
}
