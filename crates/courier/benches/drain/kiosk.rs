//! One kiosk: the courier's machine and back-offs, a clock, two connections, and forms that wait.

use std::{
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use jiff::Timestamp;
use kaunter_courier::{Backoff, Bounds, Errand, Failure, Machine, Moment, Next, Outcome, Told, verdict};
use kaunter_protocol::{AgencyKey, Credential, Envelope, Expected, HeartbeatReply, NextStep, Receipt, TenantId};
use serde::de::IgnoredAny;
use tokio::sync::Notify;
use uuid::Uuid;

use crate::{
    line::Line,
    tally::{DAY, Tally},
};

/// As the courier rests, and as its listener does.
const RESTS: Bounds = Bounds { first: Duration::from_secs(5), most: Duration::from_secs(15 * 60) };
const LISTENS: Bounds = Bounds { first: RESTS.first, most: SPREAD };
/// As kiosks spread where nobody set it otherwise.
const SPREAD: Duration = Duration::from_secs(300);
/// How long a question for notices waits, by the kiosk's clock.
const LONG_POLL: Duration = Duration::from_secs(50);
/// A line on which so long nothing is said is closed.
const IDLE: Duration = Duration::from_secs(15);

/// What all kiosks share.
pub struct World {
    pub address: SocketAddr,
    pub clock: Clock,
    pub envelope: Envelope,
    pub tenant: TenantId,
    pub key: AgencyKey,
    pub tally: Tally,
}

/// The kiosks' time, since their couriers began.
pub struct Clock {
    pub began: Instant,
    pub faster: u32,
}

impl Clock {
    fn now(&self) -> Moment {
        DAY + self.began.elapsed() * self.faster
    }

    async fn wait(&self, time: Duration) {
        tokio::time::sleep(time / self.faster).await;
    }
}

pub struct Kiosk {
    credential: Credential,
    machine: Machine,
    letters: Vec<Uuid>,
    chance: u64,
    beats: u64,
}

impl Kiosk {
    /// It was cut off for a day.
    pub fn after_a_day(number: usize, credential: Credential, forms: usize) -> Self {
        let mut chance = number as u64;
        let mut machine = Machine::new(RESTS, SPREAD, draw(&mut chance));
        let letters: Vec<_> = (0..forms).map(|_| form(&mut chance)).collect();
        machine.waiting(&letters);
        let mut now = Duration::ZERO;
        while now < DAY {
            match machine.next(now, true, false) {
                Next::Wait(until) => now = until,
                Next::Do(Errand::Send(id)) => {
                    let away = Err(Failure::Unreachable(String::new()));
                    let (tenant, sha256) = ("harbour".parse().unwrap(), kaunter_protocol::Digest::of(b""));
                    let expected = Expected { form: id, sha256, tenant: &tenant };
                    let key = AgencyKey(kaunter_protocol::Binary(Vec::new()));
                    machine.sent(id, &verdict(expected, &key, away), now, draw(&mut chance));
                }
                Next::Do(Errand::Credential) => {
                    machine.came(Errand::Credential, Outcome::NotAsked, now, draw(&mut chance))
                }
                Next::Do(errand) => machine.came(errand, Outcome::Failed(None), now, draw(&mut chance)),
                Next::Stopped => panic!("nobody said so"),
            }
        }
        Self { credential, machine, letters, chance, beats: 0 }
    }

    /// Until it has nothing left.
    pub async fn lives(mut self, world: Arc<World>) {
        let heard = Arc::new(Notify::new());
        let bearer = self.credential.expose().to_owned();
        let listening = listens(world.clone(), bearer.clone(), heard.clone(), draw(&mut self.chance));
        let listening = tokio::spawn(listening);
        let mut line = Line::to(world.address, bearer);
        while !self.letters.is_empty() {
            self.machine.waiting(&self.letters);
            let now = world.clock.now();
            match self.machine.next(now, true, false) {
                Next::Do(errand) => self.does(errand, &mut line, &world).await,
                Next::Stopped => {
                    world.tally.lost("stopped");
                    break;
                }
                Next::Wait(until) => {
                    let rest = until.saturating_sub(now);
                    if rest > IDLE {
                        line.close();
                    }
                    tokio::select! {
                        () = world.clock.wait(rest) => {}
                        () = heard.notified() => self.machine.heard(world.clock.now(), draw(&mut self.chance)),
                    }
                }
            }
        }
        world.tally.drained(world.clock.now());
        listening.abort();
    }

    async fn does(&mut self, errand: Errand, line: &mut Line, world: &World) {
        let at_once = Duration::ZERO;
        let outcome = match errand {
            Errand::Send(id) => return self.send(id, line, world).await,
            Errand::Credential | Errand::Piece => Outcome::NotAsked,
            Errand::Beat => {
                self.beats += 1;
                let at = Timestamp::now();
                let beat = format!("{{\"sequence\":{},\"at\":\"{at}\",\"up_seconds\":86400}}", self.beats);
                let reply = line.ask::<HeartbeatReply>("POST", "/v1/heartbeat", beat.as_bytes(), at_once).await;
                outcome(reply, world, |reply| Outcome::Again(Duration::from_secs(reply.next_seconds.into())))
            }
            Errand::Statuses => {
                let answer = line.ask::<IgnoredAny>("GET", "/v1/status?after=0", b"", at_once).await;
                outcome(answer, world, |_| Outcome::Done)
            }
            Errand::Offers => {
                outcome(line.ask::<IgnoredAny>("GET", "/v1/packs", b"", at_once).await, world, |_| Outcome::Done)
            }
        };
        self.machine.came(errand, outcome, world.clock.now(), draw(&mut self.chance));
    }

    async fn send(&mut self, id: Uuid, line: &mut Line, world: &World) {
        let body = serde_json::to_vec(&world.envelope).unwrap();
        let began = Instant::now();
        let answer = line.ask::<Receipt>("PUT", &format!("/v1/forms/{id}"), &body, Duration::ZERO).await;
        let expected = Expected { form: id, sha256: world.envelope.digest(), tenant: &world.tenant };
        let mut verdict = verdict(expected, &world.key, answer);
        world.tally.form(&verdict, began.elapsed(), world.clock.began.elapsed());
        match &mut verdict {
            kaunter_courier::Verdict::Accept(_) => self.letters.retain(|letter| *letter != id),
            // The server counts our seconds.
            kaunter_courier::Verdict::Retry { after: Some(after), .. } => *after *= world.clock.faster,
            _ => {}
        }
        self.machine.sent(id, &verdict, world.clock.now(), draw(&mut self.chance));
    }
}

fn outcome<T>(told: Told<T>, world: &World, done: impl FnOnce(T) -> Outcome) -> Outcome {
    let failure = match told {
        Ok(answer) => return done(answer),
        Err(failure) => failure,
    };
    match &failure {
        Failure::Refused(problem) if problem.next != NextStep::Retry => {
            world.tally.lost(problem.code.code());
            Outcome::Declined
        }
        Failure::Refused(problem) => {
            world.tally.later(problem.code.code());
            let after = problem.retry_after.map(|seconds| Duration::from_secs(seconds.into()) * world.clock.faster);
            Outcome::Failed(after)
        }
        Failure::Nonsense(_) | Failure::Unproven(_) => {
            world.tally.lost(failure.code());
            Outcome::Failed(None)
        }
        Failure::Unreachable(_) => {
            world.tally.later(failure.code());
            Outcome::Failed(None)
        }
    }
}

/// The other line: it waits for notices, and is often the first that hears the agency again.
async fn listens(world: Arc<World>, bearer: String, heard: Arc<Notify>, mut chance: u64) {
    let mut line = Line::to(world.address, bearer);
    // By now it rests for as long as it ever does.
    let mut backoff = Backoff::after(20);
    let mut rest = backoff.failed(LISTENS, None, draw(&mut chance));
    let waits = LONG_POLL / world.clock.faster;
    loop {
        world.clock.wait(rest).await;
        let wait = if backoff.failures() > 0 { 0 } else { waits.as_secs() };
        let path = format!("/v1/notices?after=0&wait={wait}");
        rest = match line.ask::<IgnoredAny>("GET", &path, b"", waits).await {
            Ok(_) => {
                if backoff.failures() > 0 {
                    heard.notify_one();
                }
                backoff.succeeded();
                Duration::from_secs(5)
            }
            Err(failure) => {
                world.tally.later(failure.code());
                backoff.failed(LISTENS, None, draw(&mut chance))
            }
        };
    }
}

/// The id of a new form.
fn form(chance: &mut u64) -> Uuid {
    let mut random = [0; 10];
    random[..8].copy_from_slice(&draw(chance).to_be_bytes());
    let milliseconds = u64::try_from(Timestamp::now().as_millisecond()).unwrap();
    uuid::Builder::from_unix_timestamp_millis(milliseconds, &random).into_uuid()
}

/// 64 bits of chance (splitmix64 by S. Vigna, public domain).
fn draw(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut word = *seed;
    word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}
