//! What programs write for whoever called them, and why they could not do it. Where nobody reads on what was asked for, as
//! behind `head`, they end quietly; what is told beside it may go unread.
//!
//! Rust's own `println!` panics there. Having the system end the program instead, as C programs do, would let it be ended
//! by a connection that somebody else closed, too.
//!
//! Stands on the ground: it must never know what is written.

use std::{
    error::Error,
    fmt,
    io::{self, ErrorKind, IsTerminal, StderrLock, StdoutLock, Write},
    process::{ExitCode, exit},
};

/// How shells name the end of a program whose output nobody reads on: 128, and 13 for the signal SIGPIPE.
const NOBODY_READS: i32 = 141;

/// A line for whoever called, written like `println!`.
#[macro_export]
macro_rules! out {
    ($($words:tt)*) => { $crate::line_out(format_args!($($words)*)) };
}

/// A line beside what was asked for, written like `eprintln!`.
#[macro_export]
macro_rules! err {
    ($($words:tt)*) => { $crate::line_err(format_args!($($words)*)) };
}

/// What was asked for; it ends the program where nobody reads on.
pub struct Asked(StdoutLock<'static>);

/// What is told beside it. Where it cannot be written nobody can be told, and the work goes on: writing here never fails.
pub struct Beside(StderrLock<'static>);

/// What was asked for.
pub fn out() -> Asked {
    Asked(io::stdout().lock())
}

/// What is told beside it.
pub fn err() -> Beside {
    Beside(io::stderr().lock())
}

impl Beside {
    /// Whether somebody looks at it as it is written.
    #[must_use]
    pub fn is_terminal(&self) -> bool {
        self.0.is_terminal()
    }
}

impl Write for Beside {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let _ = self.0.write_all(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let _ = self.0.flush();
        Ok(())
    }
}

impl Write for Asked {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        heeding(self.0.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        heeding(self.0.flush())
    }
}

fn heeding<T>(done: io::Result<T>) -> io::Result<T> {
    if done.as_ref().is_err_and(|error| error.kind() == ErrorKind::BrokenPipe) {
        exit(NOBODY_READS);
    }
    done
}

/// What [`out!`] does. A disk that takes no more ends the program with a sentence: what was asked for is not there.
pub fn line_out(words: fmt::Arguments<'_>) {
    if let Err(error) = writeln!(out(), "{words}") {
        line_err(format_args!("what was asked for cannot be written: {error}"));
        exit(1);
    }
}

/// What [`err!`] does.
pub fn line_err(words: fmt::Arguments<'_>) {
    let _ = writeln!(err(), "{words}");
}

/// Tells why this program could not do it; gives the status that it ends with.
pub fn failed(program: &str, error: &(dyn Error + 'static)) -> ExitCode {
    err!("{program}: {}", told(error));
    ExitCode::FAILURE
}

/// What stands against it, with its causes; a cause that the words before it end with is not said twice.
fn told(error: &(dyn Error + 'static)) -> String {
    let causes = std::iter::successors(Some(error), |&error| error.source());
    causes.fold(String::new(), |said, cause| match cause.to_string() {
        cause if said.is_empty() => cause,
        cause if said.ends_with(&cause) => said,
        cause => format!("{said}: {cause}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words, and what caused them.
    #[derive(Debug)]
    struct Amiss(&'static str, Option<Box<Amiss>>);

    impl fmt::Display for Amiss {
        fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str(self.0)
        }
    }

    impl Error for Amiss {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            Some(self.1.as_deref()?)
        }
    }

    #[test]
    fn each_cause_is_said_once() {
        for (causes, said) in [
            (&["the disk is full"][..], "the disk is full"),
            (&["the pack cannot be read", "no such file"], "the pack cannot be read: no such file"),
            (&["a.toml cannot be read: no such file", "no such file"], "a.toml cannot be read: no such file"),
            (&["the desk", "it is shut: lunch", "lunch"], "the desk: it is shut: lunch"),
        ] {
            let whole = causes.iter().rfold(None, |cause, words| Some(Box::new(Amiss(words, cause))));
            assert_eq!(told(&*whole.unwrap()), said);
        }
    }
}
