//! Many connections that hand over forms as fast as they are answered.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    thread,
    time::Instant,
};

use kaunter_protocol::Envelope;
use uuid::Uuid;

use crate::{courier::envelope, hall::Hall};

/// What is handed over.
pub struct Load {
    pub forms: usize,
    pub connections: usize,
    pub envelope: Envelope,
}

impl Load {
    pub fn new(forms: usize, connections: usize) -> Self {
        // About what a filled form with a signature has.
        Self { forms, connections, envelope: envelope(&"Ana ".repeat(600)) }
    }

    pub fn bytes(&self) -> usize {
        self.envelope.sealed.0.len()
    }

    /// Forms a second, and the median and the 99th hundredth of the answers' times in milliseconds.
    pub fn on(&self, halls: &[&Hall]) -> (f64, f64, f64) {
        let kiosk = halls[0].kiosk("harbour", "main", "hall-1");
        let (bearer, body) = (kiosk.bearer(), serde_json::to_vec(&self.envelope).unwrap());
        let begun = Instant::now();
        let mut times: Vec<f64> = thread::scope(|scope| {
            let workers: Vec<_> = (0..self.connections)
                .map(|at| {
                    let (bearer, body, hall) = (&bearer, &body, halls[at % halls.len()]);
                    scope.spawn(move || hand_over(hall, bearer, body, self.forms / self.connections))
                })
                .collect();
            workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
        });
        let rate = times.len() as f64 / begun.elapsed().as_secs_f64();
        times.sort_by(f64::total_cmp);
        (rate, times[times.len() / 2], times[times.len() * 99 / 100])
    }
}

fn hand_over(hall: &Hall, bearer: &str, body: &[u8], forms: usize) -> Vec<f64> {
    let line = TcpStream::connect(hall.address()).unwrap();
    line.set_nodelay(true).unwrap();
    let mut answers = BufReader::new(line.try_clone().unwrap());
    let mut line = line;
    let mut times = Vec::with_capacity(forms);
    for _ in 0..forms {
        let (id, length) = (Uuid::now_v7(), body.len());
        let head = format!(
            "PUT /v1/forms/{id} HTTP/1.1\r\nhost: a\r\nauthorization: {bearer}\r\ncontent-length: {length}\r\n\r\n"
        );
        let begun = Instant::now();
        line.write_all(&[head.as_bytes(), body].concat()).unwrap();
        answered(&mut answers);
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
    }
    times
}

fn answered(answers: &mut BufReader<TcpStream>) {
    let (mut length, mut text) = (0, String::new());
    answers.read_line(&mut text).unwrap();
    assert!(text.starts_with("HTTP/1.1 200"), "{text}");
    loop {
        text.clear();
        answers.read_line(&mut text).unwrap();
        if let Some(announced) = text.strip_prefix("content-length: ") {
            length = announced.trim().parse().unwrap();
        }
        if text == "\r\n" {
            break;
        }
    }
    answers.read_exact(&mut vec![0; length]).unwrap();
}
