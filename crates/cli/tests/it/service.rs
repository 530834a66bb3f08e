//! A speech service that answers as speech-dispatcher does, and says nothing.

use std::{
    io::{BufRead, BufReader, Write},
    os::unix::net::{UnixListener, UnixStream},
    thread,
};

use tempfile::TempDir;

/// It answers until the test ends.
pub struct Service(TempDir);

impl Service {
    /// With these voices, each `249-name<tab>language<tab>variant` and an end of line; it refuses each sentence.
    pub fn refusing(voices: &'static str) -> Self {
        let service = Self(tempfile::tempdir().unwrap());
        let socket = UnixListener::bind(service.0.path().join("speechd")).unwrap();
        thread::spawn(move || {
            for asking in socket.incoming().map_while(Result::ok) {
                thread::spawn(move || answer(&asking, voices));
            }
        });
        service
    }

    /// What `SPEECHD_ADDRESS` is for it.
    pub fn address(&self) -> String {
        format!("unix_socket:{}", self.0.path().join("speechd").display())
    }
}

fn answer(asking: &UnixStream, voices: &str) {
    let mut out = asking;
    for line in BufReader::new(asking).lines().map_while(Result::ok) {
        let answer = match line.as_str() {
            "HISTORY GET CLIENT_ID" => "245-1\r\n245 OK CLIENT ID SENT\r\n".to_owned(),
            "LIST SYNTHESIS_VOICES" if voices.is_empty() => "304 ERR CANT LIST VOICES\r\n".to_owned(),
            "LIST SYNTHESIS_VOICES" => format!("{voices}249 OK VOICE LIST SENT\r\n"),
            "SPEAK" => "300 ERR INTERNAL\r\n".to_owned(),
            _ => "208 OK\r\n".to_owned(),
        };
        if out.write_all(answer.as_bytes()).is_err() {
            return;
        }
    }
}
