//! The library of a real kiosk: the shelf of installed packs, watched for changes.
//!
//! Opening a pack can take seconds; it happens here, beside the counter, which goes on serving what
//! it has. A pack that cannot be opened never takes the place of one that serves.

use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    thread,
    time::Duration,
};

use jiff::Timestamp;
use kaunter_pack::{Installed, PackError, Shelf, model::Pack};

use crate::{
    chosen::Choosing,
    content::{Content, OpenedPack},
    folder::DataFolder,
    library::Library,
    platform,
    refusal::Refusal,
    view::Problem,
};

/// How often the shelf is looked at.
const LOOK: Duration = Duration::from_secs(2);

/// Packs on the disk; its clones are the same library.
#[derive(Clone)]
pub struct ShelfLibrary(Arc<Inner>);

struct Inner {
    shelf: Shelf,
    /// Id of the pack to serve; any that is for citizens when there is none.
    wanted: Option<String>,
    cache: PathBuf,
    held: Mutex<Held>,
}

struct Held {
    latest: Result<Arc<dyn Content>, Problem>,
    /// For the staff only, and never the same as what serves citizens.
    internal: Result<Arc<dyn Content>, Problem>,
    /// Names, and when each came.
    packs: Vec<(String, Option<Timestamp>)>,
    /// Releases that the shelf served when it was last looked at.
    seen: Option<Vec<String>>,
}

impl ShelfLibrary {
    /// The shelf of a data folder, not yet looked at: [`Refusal::PackOpening`] until then.
    pub fn new(folder: &DataFolder, wanted: Option<String>) -> Self {
        let held = Held {
            latest: Err(Refusal::PackOpening.into()),
            internal: Err(Refusal::PackNone.into()),
            packs: Vec::new(),
            seen: None,
        };
        Self(Arc::new(Inner {
            shelf: Shelf::open(&folder.packs()),
            wanted,
            cache: folder.cache(),
            held: Mutex::new(held),
        }))
    }

    /// Looks at the shelf every two seconds, from now on and in a thread of its own, until every
    /// clone of the library is gone. `changed` is called when there is something else to serve.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn watch(&self, changed: impl Fn() + Send + 'static) -> std::io::Result<()> {
        let library: Weak<Inner> = Arc::downgrade(&self.0);
        let look = move || {
            // Neither the window that opens nor whoever is served waits for a pack.
            platform::give_way();
            while let Some(inner) = library.upgrade() {
                if Self(inner).look() {
                    changed();
                }
                thread::sleep(LOOK);
            }
        };
        thread::Builder::new().name("library".into()).spawn(look).map(drop)
    }

    /// Looks at the shelf once, and opens what is to be served if that is new. Tells whether there
    /// is something else to serve.
    pub fn look(&self) -> bool {
        let installed = match self.0.shelf.list() {
            Ok(installed) => installed,
            Err(fault) => return self.fail(problem(&fault), None),
        };
        let served: Vec<&Installed> = installed.iter().filter(|pack| pack.current).collect();
        let seen: Vec<String> = served.iter().map(|pack| format!("{} {}", pack.id, pack.release)).collect();
        if self.held().seen.as_ref() == Some(&seen) {
            return false;
        }
        let read = |id: &str| self.0.shelf.read(id).map_err(|fault| problem(&fault));
        let mut choosing = Choosing::among(&served, read);
        let changed = match choosing.for_citizens(self.0.wanted.as_deref()) {
            Ok((chosen, pack)) => self.serve(pack, names(&installed, &chosen), seen),
            Err(problem) => self.fail(problem, Some(seen)),
        };
        // Citizens come first.
        self.open_internal(choosing.for_staff());
        changed
    }

    /// Opens the pack that is for the staff only. One that cannot be opened leaves the one before as it is; where there
    /// was none, their page says why.
    fn open_internal(&self, found: Result<Pack, Problem>) {
        let none = found.as_ref().err() == Some(&Refusal::PackNone.into());
        let opened = found.and_then(|pack| {
            if let Ok(held) = &self.held().internal
                && held.pack().digest == pack.digest
            {
                return Ok(Arc::clone(held));
            }
            catch_unwind(AssertUnwindSafe(|| open(pack, &self.0.cache)))
                .unwrap_or_else(|_| Err(Refusal::PackBroken.into()))
        });
        let mut held = self.held();
        if opened.is_ok() || none || held.internal.is_err() {
            held.internal = opened;
        }
    }

    fn serve(&self, pack: Pack, packs: Vec<(String, Option<Timestamp>)>, seen: Vec<String>) -> bool {
        let digest = pack.digest;
        let same = |content: &Arc<dyn Content>| content.pack().digest == digest;
        if self.held().latest.as_ref().is_ok_and(same) {
            let mut held = self.held();
            (held.packs, held.seen) = (packs, Some(seen));
            return false;
        }
        let version = pack.manifest.version.to_string();
        match catch_unwind(AssertUnwindSafe(|| open(pack, &self.0.cache))) {
            Ok(Ok(opened)) => {
                tracing::info!(code = "pack-served", version);
                let mut held = self.held();
                (held.latest, held.packs, held.seen) = (Ok(opened), packs, Some(seen));
                true
            }
            Ok(Err(problem)) => self.fail(problem, Some(seen)),
            Err(_) => self.fail(Refusal::PackBroken.into(), Some(seen)),
        }
    }

    /// What serves goes on serving; where nothing does, this is why.
    fn fail(&self, problem: Problem, seen: Option<Vec<String>>) -> bool {
        let mut held = self.held();
        held.seen = seen;
        if held.latest.as_ref().err() == Some(&problem) {
            return false;
        }
        tracing::error!(code = problem.code, "the installed pack cannot be served");
        if held.latest.is_ok() {
            return false;
        }
        held.latest = Err(problem);
        true
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Opens a pack; of one that was worked out before, each language when somebody is going to ask in it.
fn open(pack: Pack, cache: &Path) -> Result<Arc<dyn Content>, Problem> {
    if OpenedPack::is_kept(&pack, cache) {
        return Ok(Arc::new(OpenedPack::promised(pack, cache)));
    }
    Ok(Arc::new(OpenedPack::open(pack, cache)?))
}

fn problem(fault: &PackError) -> Problem {
    Problem { code: fault.code().to_owned() }
}

fn names(installed: &[Installed], chosen: &Installed) -> Vec<(String, Option<Timestamp>)> {
    let (first, others): (Vec<&Installed>, Vec<&Installed>) = installed.iter().partition(|pack| *pack == chosen);
    first.into_iter().chain(others).map(|pack| (format!("{} {}", pack.id, pack.version), came(pack))).collect()
}

/// A pack's file is written once, when it comes.
fn came(pack: &Installed) -> Option<Timestamp> {
    fs::metadata(&pack.path).ok()?.modified().ok()?.try_into().ok()
}

impl Library for ShelfLibrary {
    fn latest(&self) -> Result<Arc<dyn Content>, Problem> {
        self.held().latest.clone()
    }

    fn internal(&self) -> Result<Arc<dyn Content>, Problem> {
        self.held().internal.clone()
    }

    fn packs(&self) -> Vec<String> {
        self.held().packs.iter().map(|(name, _)| name.clone()).collect()
    }

    fn arrivals(&self) -> Vec<Option<Timestamp>> {
        self.held().packs.iter().map(|(_, came)| *came).collect()
    }
}
