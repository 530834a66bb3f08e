//! A server of models on a port of its own, that misbehaves as it is told.

use std::{
    io::{BufRead, BufReader, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};

/// How it answers, one answer after another; the last for ever.
#[derive(Debug, Clone, Copy)]
pub enum Answer {
    /// As it should, ranges included.
    Whole,
    /// It hangs up after so many bytes, although it announced all.
    Cut(usize),
    /// It takes no notice of ranges.
    NoRanges,
    /// Other bytes of the same length.
    Wrong,
    /// It goes on after the end.
    TooLong,
    /// It says that it begins elsewhere.
    Elsewhere,
    /// It has no such file.
    Missing,
}

pub struct Server {
    address: SocketAddr,
    ranges: Arc<Mutex<Vec<Option<u64>>>>,
    closing: Arc<AtomicBool>,
    serving: Option<JoinHandle<()>>,
}

impl Server {
    pub fn of(file: Vec<u8>, answers: &[Answer]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (ranges, closing) = (Arc::default(), Arc::new(AtomicBool::new(false)));
        let (asked, stop, answers) = (Arc::clone(&ranges), Arc::clone(&closing), answers.to_vec());
        let serving = thread::spawn(move || {
            for (at, stream) in listener.incoming().enumerate() {
                if stop.load(Ordering::SeqCst) {
                    return;
                }
                let answer = answers[at.min(answers.len() - 1)];
                let _ = serve(stream.unwrap(), &file, answer, &asked);
            }
        });
        Self { address, ranges, closing, serving: Some(serving) }
    }

    pub fn address(&self) -> String {
        format!("http://{}/models/", self.address)
    }

    /// Where each request wanted to begin.
    pub fn ranges(&self) -> Vec<Option<u64>> {
        self.ranges.lock().unwrap().clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.closing.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(self.address);
        let _ = self.serving.take().unwrap().join();
    }
}

fn serve(mut stream: TcpStream, file: &[u8], answer: Answer, asked: &Mutex<Vec<Option<u64>>>) -> std::io::Result<()> {
    let mut range = None;
    for line in BufReader::new(stream.try_clone()?).lines() {
        let line = line?.to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        if let Some(from) = line.strip_prefix("range: bytes=") {
            range = from.trim_end_matches('-').parse().ok();
        }
    }
    asked.lock().unwrap().push(range);
    let from = range.unwrap_or(0) as usize;
    let rest = file.len() - from;
    let part = format!("206 Partial Content\r\nContent-Range: bytes {from}-{}/{}", file.len() - 1, file.len());
    let whole_or_part = if range.is_some() { part.as_str() } else { "200 OK" };
    let mut answer_with = |status: &str, length: usize, bytes: &[u8]| {
        write!(stream, "HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n")?;
        stream.write_all(bytes)
    };
    match answer {
        Answer::Whole => answer_with(whole_or_part, rest, &file[from..]),
        Answer::Cut(after) => answer_with(whole_or_part, rest, &file[from..(from + after).min(file.len())]),
        Answer::NoRanges => answer_with("200 OK", file.len(), file),
        Answer::Wrong => {
            let wrong: Vec<u8> = file[from..].iter().map(|byte| byte ^ 1).collect();
            answer_with(whole_or_part, rest, &wrong)
        }
        Answer::TooLong => {
            let longer = [&file[from..], b"and more"].concat();
            answer_with(whole_or_part, longer.len(), &longer)
        }
        Answer::Elsewhere => answer_with("206 Partial Content\r\nContent-Range: bytes 7-9/10", 3, b"abc"),
        Answer::Missing => answer_with("404 Not Found", 9, b"not found"),
    }
}
