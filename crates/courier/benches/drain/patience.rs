//! How a database of one's own is waited for, and told to end.

use std::{
    process::{Child, Command},
    thread,
    time::{Duration, Instant},
};

/// What is waited for at most.
const PATIENCE: Duration = Duration::from_secs(60);

/// Tells a process something.
pub fn signal(process: &Child, name: &str) {
    Command::new("kill").args([name, &process.id().to_string()]).status().unwrap();
}

/// Looks until there is something.
pub fn wait_for<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(start.elapsed() < PATIENCE, "{what} did not come");
        thread::yield_now();
    }
}
