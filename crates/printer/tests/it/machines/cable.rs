//! The cable between kiosk and printer: it can be pulled at any moment, and it sees which operation goes through it.

use std::{
    io::{self, Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

/// What becomes of one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It passes, and so does the answer.
    Pass,
    /// It passes, and the cable is pulled before the answer comes.
    LoseAnswer,
    /// The cable is pulled after so many bytes of it.
    CutAfter(usize),
}

/// Decides by the number of the IPP operation.
type Rule = Box<dyn Fn(u16) -> Fate + Send>;

#[derive(Clone)]
pub struct Cable {
    port: u16,
    state: Arc<State>,
}

struct State {
    is_pulled: AtomicBool,
    rule: Mutex<Rule>,
    open: Mutex<Vec<TcpStream>>,
    operations: Mutex<Vec<u16>>,
}

impl Cable {
    /// To a printer's port.
    pub fn to(printer: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let state = Arc::new(State {
            is_pulled: AtomicBool::new(false),
            rule: Mutex::new(Box::new(|_| Fate::Pass)),
            open: Mutex::default(),
            operations: Mutex::default(),
        });
        let cable = Self { port: listener.local_addr().unwrap().port(), state };
        let accepting = cable.clone();
        thread::spawn(move || {
            for kiosk in listener.incoming() {
                let (cable, kiosk) = (accepting.clone(), kiosk.unwrap());
                thread::spawn(move || cable.carry(kiosk, printer));
            }
        });
        cable
    }

    pub fn uri(&self) -> String {
        format!("ipp://localhost:{}/ipp/print", self.port)
    }

    pub fn pull(&self) {
        self.state.is_pulled.store(true, Ordering::SeqCst);
        for end in self.state.open.lock().unwrap().drain(..) {
            drop(end.shutdown(Shutdown::Both));
        }
    }

    pub fn plug_in(&self) {
        self.state.is_pulled.store(false, Ordering::SeqCst);
        *self.state.rule.lock().unwrap() = Box::new(|_| Fate::Pass);
    }

    /// From now on requests fare by this rule.
    pub fn rule(&self, rule: impl Fn(u16) -> Fate + Send + 'static) {
        *self.state.rule.lock().unwrap() = Box::new(rule);
    }

    /// How often an operation was asked for.
    pub fn count(&self, operation: u16) -> usize {
        self.state.operations.lock().unwrap().iter().filter(|other| **other == operation).count()
    }

    fn carry(&self, mut kiosk: TcpStream, printer: u16) -> Option<()> {
        self.state.open.lock().unwrap().push(kiosk.try_clone().ok()?);
        if self.state.is_pulled.load(Ordering::SeqCst) {
            return kiosk.shutdown(Shutdown::Both).ok();
        }
        let mut printer = TcpStream::connect(("localhost", printer)).ok()?;
        self.state.open.lock().unwrap().push(printer.try_clone().ok()?);
        let head = head_and_operation(&mut kiosk)?;
        let fate = match head.1 {
            Some(operation) => {
                self.state.operations.lock().unwrap().push(operation);
                (self.state.rule.lock().unwrap())(operation)
            }
            None => Fate::Pass,
        };
        if let Fate::CutAfter(bytes) = fate {
            printer.write_all(&head.0).ok()?;
            let mut left = kiosk.take(bytes as u64);
            drop(io::copy(&mut left, &mut printer));
            self.pull();
            return None;
        }
        printer.write_all(&head.0).ok()?;
        let (mut upward, mut to_printer) = (kiosk.try_clone().ok()?, printer.try_clone().ok()?);
        thread::spawn(move || {
            drop(io::copy(&mut upward, &mut to_printer));
            drop(to_printer.shutdown(Shutdown::Write));
        });
        if fate == Fate::LoseAnswer {
            // The first byte of the answer: the printer has done what it was asked.
            drop(printer.read(&mut [0; 1]));
            self.pull();
            return None;
        }
        drop(io::copy(&mut printer, &mut kiosk));
        kiosk.shutdown(Shutdown::Both).ok()
    }
}

/// The beginning of a request, and its operation if it is a plain one.
fn head_and_operation(kiosk: &mut TcpStream) -> Option<(Vec<u8>, Option<u16>)> {
    let (mut head, mut piece) = (Vec::new(), [0; 2048]);
    loop {
        let count = kiosk.read(&mut piece).ok().filter(|count| *count > 0)?;
        head.extend_from_slice(&piece[..count]);
        if head[0] != b'P' {
            return Some((head, None));
        }
        let end = head.windows(4).position(|window| window == b"\r\n\r\n");
        if let Some(body) = end.and_then(|end| head.get(end + 4..end + 8)) {
            let operation = u16::from_be_bytes([body[2], body[3]]);
            return Some((head, Some(operation)));
        }
    }
}
