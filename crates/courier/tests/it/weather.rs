//! A network between kiosks and servers that does to each connection what its seed draws: cut on the way there or back,
//! late, said twice, or said long after whoever said it has gone.

use std::{
    io::{Read, Write},
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use crate::simulation::Chance;

/// A connection that carries in a storm does so for this long.
const A_WHILE: Duration = Duration::from_millis(400);
/// Who has said nothing for so long has said all.
const SAID: Duration = Duration::from_millis(40);

/// What becomes of one connection.
#[derive(Debug, Clone, Copy)]
enum Fate {
    Carries,
    /// Cut after so many bytes there, or back.
    Cut(u64, u64),
    /// It goes on after a while.
    Late(Duration),
    /// What was said is said again, on another connection, when it is over.
    Twice,
    /// Whoever said it is cut off; it arrives afterwards, behind what was said later.
    Stray(Duration),
}

/// See the module.
pub struct Weather {
    address: SocketAddr,
    sky: Arc<Sky>,
}

struct Sky {
    servers: Vec<SocketAddr>,
    chance: Mutex<Chance>,
    calm: AtomicBool,
    ended: AtomicBool,
    /// What is still on its way.
    under_way: AtomicUsize,
    /// How often each fate was drawn, in their order.
    drawn: [AtomicUsize; 5],
}

impl Weather {
    /// Before these servers; a storm from the beginning.
    pub fn before(servers: &[SocketAddr], seed: u64) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (calm, ended, under_way, drawn) = Default::default();
        let chance = Mutex::new(Chance(seed));
        let sky = Arc::new(Sky { servers: servers.to_owned(), chance, calm, ended, under_way, drawn });
        let above = sky.clone();
        thread::spawn(move || {
            for line in listener.incoming().map_while(Result::ok) {
                if above.ended.load(Ordering::SeqCst) {
                    break;
                }
                let sky = above.clone();
                sky.under_way.fetch_add(1, Ordering::SeqCst);
                thread::spawn(move || {
                    sky.carry(&line);
                    sky.under_way.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        Self { address, sky }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The storm begins, or is over.
    pub fn calm(&self, calm: bool) {
        self.sky.calm.store(calm, Ordering::SeqCst);
    }

    /// Whether everything that was said has arrived, or never will.
    pub fn is_over(&self) -> bool {
        self.sky.under_way.load(Ordering::SeqCst) == 0
    }

    /// How often there was each fate.
    pub fn drawn(&self) -> [usize; 5] {
        self.sky.drawn.each_ref().map(|count| count.load(Ordering::SeqCst))
    }
}

impl Drop for Weather {
    fn drop(&mut self) {
        self.sky.ended.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(self.address);
    }
}

impl Sky {
    fn below(&self, limit: u64) -> u64 {
        self.chance.lock().unwrap().below(limit)
    }

    fn fate(&self) -> Fate {
        let while_of = |most| Duration::from_millis(self.below(most));
        let (which, fate) = match self.below(10) {
            _ if self.calm.load(Ordering::SeqCst) => return Fate::Carries,
            0..4 => (0, Fate::Carries),
            4 => (1, Fate::Cut(self.below(4000), u64::MAX)),
            5 => (1, Fate::Cut(u64::MAX, self.below(800))),
            6 => (2, Fate::Late(while_of(500))),
            7 | 8 => (3, Fate::Twice),
            _ => (4, Fate::Stray(while_of(1500))),
        };
        self.drawn[which].fetch_add(1, Ordering::SeqCst);
        fate
    }

    fn server(&self) -> Option<TcpStream> {
        let which = self.below(self.servers.len() as u64) as usize;
        TcpStream::connect(self.servers[which]).ok()
    }

    fn carry(&self, line: &TcpStream) {
        match self.fate() {
            Fate::Carries => drop(self.between(line, u64::MAX, u64::MAX)),
            Fate::Cut(going, coming) => drop(self.between(line, going, coming)),
            Fate::Late(by) => {
                thread::sleep(by);
                self.between(line, u64::MAX, u64::MAX);
            }
            Fate::Twice => {
                let said = self.between(line, u64::MAX, u64::MAX);
                self.arrive(&said);
            }
            Fate::Stray(by) => {
                let said = heard(line);
                let _ = line.shutdown(Shutdown::Both);
                thread::sleep(by);
                self.arrive(&said);
            }
        }
    }

    /// Said to a server by nobody who listens to the answer.
    fn arrive(&self, said: &[u8]) {
        if let Some(mut server) = self.server()
            && server.write_all(said).is_ok()
        {
            heard(&server);
        }
    }

    /// Both ways, until either end has enough or, in a storm, a while is over; gives what was said.
    fn between(&self, line: &TcpStream, going: u64, coming: u64) -> Vec<u8> {
        let Some(far) = self.server() else { return Vec::new() };
        let said = thread::scope(|scope| {
            let back = scope.spawn(|| self.copy(&far, line, coming));
            let said = self.copy(line, &far, going);
            let _ = back.join();
            said
        });
        let _ = line.shutdown(Shutdown::Both);
        said
    }

    fn copy(&self, mut from: &TcpStream, mut to: &TcpStream, most: u64) -> Vec<u8> {
        let (began, mut said, mut buffer) = (Instant::now(), Vec::new(), [0; 1 << 12]);
        let _ = from.set_read_timeout(Some(SAID));
        loop {
            let room = usize::try_from(most - said.len() as u64).unwrap_or(usize::MAX).min(buffer.len());
            if room == 0 || (began.elapsed() > A_WHILE && !self.calm.load(Ordering::SeqCst)) {
                break;
            }
            match from.read(&mut buffer[..room]) {
                Ok(0) => break,
                Ok(read) => {
                    said.extend(&buffer[..read]);
                    if to.write_all(&buffer[..read]).is_err() {
                        break;
                    }
                }
                Err(fault) if is_only_quiet(&fault) => {}
                Err(_) => break,
            }
        }
        // Whoever is at either end sees that it is over, and so does the other direction.
        let _ = from.shutdown(Shutdown::Both);
        let _ = to.shutdown(Shutdown::Both);
        said
    }
}

fn is_only_quiet(fault: &std::io::Error) -> bool {
    matches!(fault.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut)
}

/// All that is said until there is a silence or an end.
fn heard(mut line: &TcpStream) -> Vec<u8> {
    let (mut said, mut buffer) = (Vec::new(), [0; 1 << 12]);
    let _ = line.set_read_timeout(Some(SAID * 5));
    while let Ok(read @ 1..) = line.read(&mut buffer) {
        said.extend(&buffer[..read]);
    }
    said
}
