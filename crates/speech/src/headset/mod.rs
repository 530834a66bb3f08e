//! Whether a headset is plugged in or pulled out. It knows sockets, and nothing of what is said into them.

#[cfg(not(target_os = "linux"))]
mod elsewhere;
#[cfg(target_os = "linux")]
mod linux;

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{RecvTimeoutError, Sender, channel},
    },
    thread,
    time::Duration,
};

#[cfg(not(target_os = "linux"))]
use elsewhere::sockets;
#[cfg(target_os = "linux")]
use linux::sockets;

/// How often the sockets are looked at: whoever plugs a headset in puts it on before they listen.
const LOOK: Duration = Duration::from_millis(700);

/// The sockets of a machine.
pub trait Sockets: Send {
    /// How many headsets and headphones are plugged in now; 0 where the machine does not tell.
    fn plugged(&mut self) -> usize;
}

/// Watches the sockets, on a thread of its own, until it is dropped.
pub struct Headset {
    news: Arc<Mutex<Option<bool>>>,
    _end: Sender<()>,
}

impl Headset {
    /// The sockets of this machine; `wake` is called, from another thread, when there is news.
    pub fn watch(wake: impl Fn() + Send + 'static) -> Self {
        Self::with(sockets(), LOOK, wake)
    }

    /// Other sockets, looked at so often.
    pub fn with(mut sockets: impl Sockets + 'static, often: Duration, wake: impl Fn() + Send + 'static) -> Self {
        let news = Arc::new(Mutex::new(None));
        let (end, ended) = channel();
        let told = Arc::clone(&news);
        let watch = move || {
            // What was there before was not plugged in by anybody who wants to be read to.
            let mut before = sockets.plugged();
            while ended.recv_timeout(often) == Err(RecvTimeoutError::Timeout) {
                let now = sockets.plugged();
                if now != before {
                    *told.lock().unwrap_or_else(PoisonError::into_inner) = Some(now > before);
                    wake();
                }
                before = now;
            }
        };
        if let Err(error) = thread::Builder::new().name("headset".to_owned()).spawn(watch) {
            tracing::error!(code = "speech-no-thread", %error);
        }
        Self { news, _end: end }
    }

    /// Whether one was plugged in (true) or pulled out since the last call.
    pub fn news(&mut self) -> Option<bool> {
        self.news.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    struct Desk(Arc<AtomicUsize>);

    impl Sockets for Desk {
        fn plugged(&mut self) -> usize {
            self.0.load(Ordering::SeqCst)
        }
    }

    #[test]
    fn plugging_in_and_pulling_out_are_told_and_what_was_there_before_is_not() {
        let plugged = Arc::new(AtomicUsize::new(1));
        let (wake, woken) = channel();
        let mut headset = Headset::with(Desk(Arc::clone(&plugged)), Duration::from_millis(1), move || {
            let _ = wake.send(());
        });
        assert!(woken.recv_timeout(Duration::from_millis(50)).is_err());
        for (now, news) in [(2, true), (1, false), (0, false), (1, true)] {
            plugged.store(now, Ordering::SeqCst);
            woken.recv_timeout(Duration::from_secs(20)).unwrap();
            assert_eq!(headset.news(), Some(news), "{now} are plugged in");
            assert_eq!(headset.news(), None);
        }
    }
}
