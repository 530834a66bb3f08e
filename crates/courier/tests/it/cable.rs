//! A cable between a kiosk and its server that does what cables do.

use std::{
    io::{Read, Write},
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

/// What happens to connections from now on.
#[derive(Debug, Clone)]
pub enum Does {
    /// It carries.
    Carries,
    /// It breaks after so many bytes to the server, and the server sees the end.
    BreaksGoing(u64),
    /// After so many bytes the way to the server breaks, and what it says to that still comes.
    EndsGoing(u64),
    /// Everything gets there; the answer breaks after so many bytes.
    BreaksComing(u64),
    /// Somebody else answers this, whatever is asked.
    Answers(Vec<u8>),
    /// Somebody answers without an end.
    Endlessly,
}

pub struct Cable {
    address: SocketAddr,
    does: Arc<Mutex<Does>>,
    asked: Arc<Mutex<Vec<String>>>,
    ended: Arc<AtomicBool>,
}

impl Cable {
    pub fn to(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (does, ended) = (Arc::new(Mutex::new(Does::Carries)), Arc::new(AtomicBool::new(false)));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let cable = Self { address, does: does.clone(), asked: asked.clone(), ended: ended.clone() };
        thread::spawn(move || {
            for line in listener.incoming().map_while(Result::ok) {
                if ended.load(Ordering::SeqCst) {
                    break;
                }
                let (now, asked) = (does.lock().unwrap().clone(), asked.clone());
                thread::spawn(move || carry(line, server, now, &asked));
            }
        });
        cable
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// First lines of the questions that somebody else answered.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    pub fn does(&self, what: Does) {
        *self.does.lock().unwrap() = what;
    }
}

impl Drop for Cable {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(self.address);
    }
}

fn carry(line: TcpStream, server: SocketAddr, does: Does, asked: &Mutex<Vec<String>>) {
    let _ = line.set_read_timeout(Some(Duration::from_secs(20)));
    match does {
        Does::Answers(bytes) => {
            asked.lock().unwrap().push(hear(&line));
            let _ = (&line).write_all(&bytes);
            let _ = line.shutdown(Shutdown::Write);
        }
        Does::Endlessly => {
            hear(&line);
            let _ =
                (&line).write_all(b"HTTP/1.1 200 OK\r\nkaunter-supported: 1-1\r\ntransfer-encoding: chunked\r\n\r\n");
            let mut endless = b"10000\r\n".to_vec();
            endless.extend([b'['; 0x10000]);
            endless.extend(b"\r\n");
            while (&line).write_all(&endless).is_ok() {}
        }
        Does::Carries => between(line, server, u64::MAX, u64::MAX),
        Does::BreaksGoing(most) => between(line, server, most, u64::MAX),
        Does::EndsGoing(most) => half(line, server, most),
        Does::BreaksComing(most) => between(line, server, u64::MAX, most),
    }
}

/// Hears a question's head out, and as much of its body as is there; gives its first line.
fn hear(mut line: &TcpStream) -> String {
    let mut heard: Vec<u8> = Vec::new();
    let mut buffer = [0; 1 << 16];
    while !heard.windows(4).any(|end| end == b"\r\n\r\n") {
        match line.read(&mut buffer) {
            Ok(0) | Err(_) => break,
            Ok(read) => heard.extend(&buffer[..read]),
        }
    }
    let _ = line.set_read_timeout(Some(Duration::from_millis(50)));
    while matches!(line.read(&mut buffer), Ok(1..)) {}
    String::from_utf8_lossy(&heard).lines().next().unwrap_or_default().to_owned()
}

fn between(line: TcpStream, server: SocketAddr, going: u64, coming: u64) {
    let Ok(far) = TcpStream::connect(server) else { return };
    let (near, there) = (line.try_clone().unwrap(), far.try_clone().unwrap());
    let back = thread::spawn(move || {
        copy(&there, &near, coming);
        let _ = near.shutdown(Shutdown::Both);
        let _ = there.shutdown(Shutdown::Both);
    });
    copy(&line, &far, going);
    let _ = far.shutdown(if going == u64::MAX { Shutdown::Write } else { Shutdown::Both });
    if going != u64::MAX {
        let _ = line.shutdown(Shutdown::Both);
    }
    let _ = back.join();
}

/// So many bytes to the server, whole answers back.
fn half(line: TcpStream, server: SocketAddr, going: u64) {
    let Ok(far) = TcpStream::connect(server) else { return };
    let (near, there) = (line.try_clone().unwrap(), far.try_clone().unwrap());
    let back = thread::spawn(move || {
        copy(&there, &near, u64::MAX);
        let _ = near.shutdown(Shutdown::Both);
    });
    copy(&line, &far, going);
    let _ = far.shutdown(Shutdown::Write);
    // What is not read when a line is let go takes what was said on it along.
    let mut rest = [0; 1 << 14];
    while matches!((&line).read(&mut rest), Ok(1..)) {}
    let _ = back.join();
}

fn copy(mut from: &TcpStream, mut to: &TcpStream, most: u64) {
    let (mut left, mut buffer) = (most, [0; 1 << 14]);
    while left > 0 {
        let room = usize::try_from(left).unwrap_or(usize::MAX).min(buffer.len());
        match from.read(&mut buffer[..room]) {
            Ok(0) | Err(_) => return,
            Ok(read) => {
                left -= read as u64;
                if to.write_all(&buffer[..read]).is_err() {
                    return;
                }
            }
        }
    }
}
