//! Wakes those who wait for notices. Another server, or the command line, can have published one: so one look each
//! half second serves all that wait here, however many.

use std::{collections::HashMap, sync::Arc, time::Duration};

use kaunter_protocol::TenantId;
use tokio::sync::watch;

use crate::registry::Registry;

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(500);

/// How far each agency's notices are, and whether the server stops.
#[derive(Debug, Clone, Default)]
pub(crate) struct Heard {
    sequences: Arc<HashMap<TenantId, u64>>,
    stopping: bool,
}

pub(crate) struct Bell {
    sender: watch::Sender<Heard>,
}

impl Bell {
    pub(crate) fn new() -> Self {
        Self { sender: watch::Sender::default() }
    }

    /// Looks until the server stops.
    pub(crate) async fn ring(&self, registry: &Registry) {
        while !self.sender.borrow().stopping {
            tokio::time::sleep(PAUSE).await;
            if self.sender.receiver_count() == 0 {
                continue;
            }
            // A database that cannot be reached is told to whoever asks next; those who wait go on waiting.
            let Ok(sequences) = registry.notice_sequences().await else { continue };
            let sequences: HashMap<_, _> = sequences.into_iter().collect();
            self.sender.send_if_modified(|heard| {
                let changed = *heard.sequences != sequences;
                if changed {
                    heard.sequences = Arc::new(sequences);
                }
                changed
            });
        }
    }

    /// The server stops: nobody waits any longer.
    pub(crate) fn stop(&self) {
        self.sender.send_modify(|heard| heard.stopping = true);
    }

    pub(crate) fn listen(&self) -> watch::Receiver<Heard> {
        self.sender.subscribe()
    }
}

/// Waits until there is something after the cursor, the server stops, or the time is over.
pub(crate) async fn wait(mut heard: watch::Receiver<Heard>, tenant: &TenantId, cursor: u64, most: Duration) {
    let news = heard.wait_for(|heard| heard.stopping || heard.sequences.get(tenant).is_some_and(|last| *last > cursor));
    let _ = tokio::time::timeout(most, news).await;
}
