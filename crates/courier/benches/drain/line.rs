//! One connection of a kiosk: HTTP as plain as it can be, kept open while there is something to say.

use std::{io, net::SocketAddr, time::Duration};

use kaunter_courier::{Failure, Told};
use kaunter_protocol::Problem;
use serde::de::DeserializeOwned;
use tokio::net::TcpStream;

/// As long as a courier waits for an answer to begin.
const TO_ANSWER: Duration = Duration::from_secs(30);

pub struct Line {
    address: SocketAddr,
    bearer: String,
    stream: Option<TcpStream>,
}

impl Line {
    pub fn to(address: SocketAddr, bearer: String) -> Self {
        Self { address, bearer, stream: None }
    }

    pub fn close(&mut self) {
        self.stream = None;
    }

    /// An answer of the protocol, or why there is none.
    pub async fn ask<T: DeserializeOwned>(
        &mut self,
        method: &str,
        path: &str,
        body: &[u8],
        waits: Duration,
    ) -> Told<T> {
        let length = body.len();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: agency\r\nauthorization: Bearer {}\r\nkaunter-protocol: 1\r\n\
             content-length: {length}\r\n\r\n",
            self.bearer
        );
        let said = [head.as_bytes(), body].concat();
        let answer = tokio::time::timeout(TO_ANSWER + waits, self.exchange(&said)).await;
        let (status, text) = match answer {
            Ok(Ok(answer)) => answer,
            Ok(Err(fault)) => return Err(self.broken(&fault.to_string())),
            Err(_) => return Err(self.broken("no answer in time")),
        };
        let nonsense = |_| Failure::Nonsense(format!("status {status}"));
        match status {
            200 => serde_json::from_slice(&text).map_err(nonsense),
            _ => Err(serde_json::from_slice::<Problem>(&text).map_or_else(nonsense, Failure::Refused)),
        }
    }

    fn broken(&mut self, why: &str) -> Failure {
        self.stream = None;
        Failure::Unreachable(why.to_owned())
    }

    async fn exchange(&mut self, said: &[u8]) -> io::Result<(u16, Vec<u8>)> {
        let stream = match self.stream.take() {
            Some(stream) => stream,
            None => TcpStream::connect(self.address).await?,
        };
        stream.set_nodelay(true)?;
        write(&stream, said).await?;
        let answer = read(&stream).await?;
        self.stream = Some(stream);
        Ok(answer)
    }
}

async fn write(stream: &TcpStream, mut said: &[u8]) -> io::Result<()> {
    while !said.is_empty() {
        stream.writable().await?;
        match stream.try_write(said) {
            Ok(written) => said = &said[written..],
            Err(fault) if fault.kind() == io::ErrorKind::WouldBlock => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(())
}

async fn read(stream: &TcpStream) -> io::Result<(u16, Vec<u8>)> {
    let (mut heard, mut buffer) = (Vec::new(), [0; 4096]);
    loop {
        if let Some(answer) = whole(&heard) {
            return Ok(answer);
        }
        stream.readable().await?;
        match stream.try_read(&mut buffer) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(read) => heard.extend(&buffer[..read]),
            Err(fault) if fault.kind() == io::ErrorKind::WouldBlock => {}
            Err(fault) => return Err(fault),
        }
    }
}

/// Status and body, once all of it is there.
fn whole(heard: &[u8]) -> Option<(u16, Vec<u8>)> {
    let end = heard.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let head = std::str::from_utf8(&heard[..end]).ok()?;
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse::<usize>().ok())?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some((status, heard.get(end..end + length)?.to_vec()))
}
