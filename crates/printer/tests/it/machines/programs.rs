//! Programs that a story starts, and waiting for what they do.

use std::{
    net::TcpListener,
    process::{Child, Command},
    time::{Duration, Instant},
};

/// How long anything may take before it counts as broken.
pub const BOUND: Duration = Duration::from_secs(20);

/// Waits until something is there, and gives it.
pub fn wait_for<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(begun.elapsed() < BOUND, "{what}: not after {BOUND:?}");
        std::thread::park_timeout(Duration::from_millis(10));
    }
}

/// A port that nobody listens on.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// A program with all that it started; both end when this does.
pub struct Program(Child);

impl Program {
    pub fn start(command: &mut Command) -> Self {
        use std::os::unix::process::CommandExt;
        let name = command.get_program().to_owned();
        Self(command.process_group(0).spawn().unwrap_or_else(|error| {
            panic!("{name:?} cannot be started ({error}); `cargo xtask setup` installs what tests need")
        }))
    }

    pub fn has_ended(&mut self) -> bool {
        self.0.try_wait().unwrap().is_some()
    }

    pub fn kill(&mut self) {
        // The shell's own: not every machine has another.
        let group = self.0.id().to_string();
        Command::new("sh").args(["-c", "kill -s KILL -- -$0", &group]).output().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
    }
}
