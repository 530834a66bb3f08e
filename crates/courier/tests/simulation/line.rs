//! The network of a world: what is asked over it breaks on either way, is answered by strangers, comes twice or long after.

use std::{cell::RefCell, rc::Rc};

use kaunter_agency::registry::NoticesSince;
use kaunter_courier::{Agency, Failure, Told};
use kaunter_protocol::{
    Credential, Digest, Enrol, Enrolled, Envelope, Expected, Heartbeat, HeartbeatReply, NoticePage, PackListing,
    Problem, ProblemCode, Receipt, Rotate, Rotated, Signed, TenantId,
};
use kaunter_store::Uuid;

use super::{
    server::{Server, failure},
    world::Broken,
};

/// One kiosk's line to the server.
pub(super) struct Line {
    pub server: Rc<RefCell<Server>>,
    pub credential: Credential,
    pub broken: Broken,
    pub tenant: TenantId,
}

impl Line {
    /// What the network does before a question gets there, and after.
    fn troubled(&self, percent: u64) -> bool {
        let mut server = self.server.borrow_mut();
        !server.calm && server.chance.percent(percent)
    }

    fn cut<T>() -> Told<T> {
        Err(Failure::Unreachable("the line broke".to_owned()))
    }

    /// Something is asked over a line that may break on either way.
    fn over<T>(&self, ask: impl FnOnce(&Server) -> Told<T>) -> Told<T> {
        if self.troubled(15) {
            return Self::cut();
        }
        let answer = ask(&self.server.borrow());
        if self.troubled(15) { Self::cut() } else { answer }
    }

    /// What a stranger would answer.
    fn stranger(&self, id: Uuid, envelope: &Envelope) -> Told<Receipt> {
        let server = self.server.borrow();
        let expected = Expected { form: id, sha256: envelope.digest(), tenant: &self.tenant };
        let stranger = &server.stranger;
        Ok(Receipt::by(expected, server.clock, stranger.id(), |bytes| stranger.sign(bytes)))
    }
}

impl Agency for Line {
    fn enrol(&self, asked: &Enrol) -> Told<Enrolled> {
        self.over(|server| server.runtime.block_on(server.registry()?.enrol(asked, server.clock)).map_err(failure))
    }

    fn rotate(&self, _: &Rotate) -> Told<Rotated> {
        Self::cut()
    }

    fn send(&self, id: Uuid, envelope: &Envelope) -> Told<Receipt> {
        // It stays somewhere on the way, and the kiosk hears nothing.
        if self.troubled(10) {
            self.server.borrow_mut().stray.push((self.credential.clone(), id, envelope.clone()));
            return Self::cut();
        }
        if self.troubled(5) {
            return self.stranger(id, envelope);
        }
        // It arrives twice.
        if self.troubled(10) {
            let _ = self.server.borrow().receive(&self.credential, id, envelope.clone());
        }
        if self.troubled(5) {
            let problems =
                [ProblemCode::Busy, ProblemCode::Internal, ProblemCode::StoreUnavailable, ProblemCode::TooMany];
            let which = self.server.borrow_mut().chance.below(4) as usize;
            return Err(Failure::Refused(Problem::new(problems[which]).after(3)));
        }
        let answer = self.over(|server| server.receive(&self.credential, id, envelope.clone()));
        match self.broken {
            Broken::AcceptsWhatItSent if answer.is_err() => self.stranger(id, envelope),
            _ => answer,
        }
    }

    fn packs(&self) -> Told<PackListing> {
        self.over(|server| {
            let kiosk = server.admitted(&self.credential)?;
            let within = server.registry()?.within(&kiosk.tenant);
            server.runtime.block_on(within.offers(&kiosk)).map_err(failure)
        })
    }

    fn piece(&self, _: Digest, _: u64) -> Told<Vec<u8>> {
        Self::cut()
    }

    fn notices(&self, after: u64, _: u64) -> Told<NoticePage> {
        self.over(|server| {
            let kiosk = server.admitted(&self.credential)?;
            let asked = NoticesSince { site: &kiosk.site, cursor: after };
            let within = server.registry()?.within(&kiosk.tenant);
            server.runtime.block_on(within.notices(asked)).map_err(failure)
        })
    }

    fn statuses(&self, after: u64) -> Told<Signed> {
        self.over(|server| {
            let kiosk = server.admitted(&self.credential)?;
            let registry = server.registry()?;
            let within = registry.within(&kiosk.tenant);
            let increment = server.runtime.block_on(within.statuses(&kiosk.site, after)).map_err(failure)?;
            registry.pen().state(&increment).map_err(|fault| Failure::Nonsense(fault.to_string()))
        })
    }

    fn beat(&self, beat: &Heartbeat) -> Told<HeartbeatReply> {
        self.over(|server| {
            let kiosk = server.admitted(&self.credential)?;
            let within = server.registry()?.within(&kiosk.tenant);
            let now = server.clock;
            server.runtime.block_on(within.keep_heartbeat(&kiosk.kiosk, beat, now)).map_err(failure)?;
            Ok(HeartbeatReply { server_time: now, clock_ahead_seconds: 0, next_seconds: 300 })
        })
    }
}
