//! A kiosk's side of the protocol, as thin as it can be.

use std::{io::Read, net::SocketAddr, time::Duration};

use kaunter_agency::pen::random;
use kaunter_protocol::{
    AgencyKey, Binary, Credential, Digest, Enrol, Enrolled, EnrolmentCode, Envelope, Expected, Heartbeat,
    HeartbeatReply, NoticePage, PackListing, Problem, ProblemCode, Receipt, Rotate, Rotated, Signed, StatusIncrement,
    TenantId,
};
use serde::{Serialize, de::DeserializeOwned};
use ureq::{Agent, Body, http::Response};
use uuid::Uuid;

pub struct Courier {
    agent: Agent,
    base: String,
    pub credential: Credential,
    pub enrolled: Option<Enrolled>,
}

/// An answer, or the problem with its code.
pub type Told<T> = Result<T, Problem>;

impl Courier {
    pub fn new(server: SocketAddr) -> Self {
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(90)))
            .build()
            .new_agent();
        let credential = Credential::from_random(&random().unwrap());
        Self { agent, base: format!("http://{server}"), credential, enrolled: None }
    }

    /// The same kiosk, at another server.
    pub fn at(&self, server: SocketAddr) -> Self {
        let (credential, enrolled) = (self.credential.clone(), self.enrolled.clone());
        Self { credential, enrolled, ..Self::new(server) }
    }

    pub fn enrol(&mut self, code: &str) -> Told<Enrolled> {
        let asked = Enrol { code: EnrolmentCode::read(code), credential: self.credential.digest() };
        let enrolled: Enrolled = self.post("/v1/enrol", &asked)?;
        self.enrolled = Some(enrolled.clone());
        Ok(enrolled)
    }

    pub fn rotate(&self, next: &Credential) -> Told<Rotated> {
        self.post("/v1/credential", &Rotate { next: next.digest() })
    }

    pub fn tenant(&self) -> TenantId {
        self.enrolled.as_ref().unwrap().tenant.clone()
    }

    pub fn key(&self) -> AgencyKey {
        self.enrolled.as_ref().unwrap().agency_key.clone()
    }

    /// Hands a form over, and believes only a receipt that verifies.
    pub fn send(&self, id: Uuid, envelope: &Envelope) -> Told<Receipt> {
        let receipt: Receipt = self.put(&format!("/v1/forms/{id}"), envelope)?;
        let expected = Expected { form: id, sha256: envelope.digest(), tenant: &self.tenant() };
        receipt.verify(expected, &self.key()).unwrap();
        Ok(receipt)
    }

    pub fn receipt(&self, id: Uuid) -> Told<Receipt> {
        self.get(&format!("/v1/forms/{id}"))
    }

    pub fn packs(&self) -> Told<PackListing> {
        self.get("/v1/packs")
    }

    pub fn notices(&self, after: u64, wait: u64) -> Told<NoticePage> {
        self.get(&format!("/v1/notices?after={after}&wait={wait}"))
    }

    pub fn statuses(&self, after: u64) -> Told<StatusIncrement> {
        let signed: Signed = self.get(&format!("/v1/status?after={after}"))?;
        Ok(signed.open(&self.key()).unwrap())
    }

    pub fn beat(&self, beat: &Heartbeat) -> Told<HeartbeatReply> {
        self.post("/v1/heartbeat", beat)
    }

    /// Bytes of a pack, from one on; status, and what came.
    pub fn download(&self, sha256: Digest, range: Option<&str>, most: u64) -> (u16, Vec<u8>) {
        let mut asked = self.agent.get(format!("{}/v1/packs/{sha256}", self.base));
        asked = asked.header("authorization", self.bearer());
        if let Some(range) = range {
            asked = asked.header("range", range);
        }
        let mut answer = asked.call().unwrap();
        let status = answer.status().as_u16();
        let mut bytes = Vec::new();
        answer.body_mut().as_reader().take(most).read_to_end(&mut bytes).unwrap();
        (status, bytes)
    }

    pub fn get<T: DeserializeOwned>(&self, path: &str) -> Told<T> {
        let asked = self.agent.get(format!("{}{path}", self.base)).header("authorization", self.bearer());
        told(asked.call().unwrap())
    }

    pub fn text(&self, path: &str) -> (u16, String) {
        let mut answer = self.agent.get(format!("{}{path}", self.base)).call().unwrap();
        (answer.status().as_u16(), answer.body_mut().read_to_string().unwrap())
    }

    /// What is said with a body, whatever is in it.
    pub fn say(&self, method: &str, path: &str, body: &[u8], headers: &[(&str, &str)]) -> Response<Body> {
        let asked = match method {
            "PUT" => self.agent.put(format!("{}{path}", self.base)),
            _ => self.agent.post(format!("{}{path}", self.base)),
        };
        let asked = asked.header("authorization", self.bearer());
        headers.iter().fold(asked, |asked, (name, value)| asked.header(*name, *value)).send(body).unwrap()
    }

    pub fn post<T: DeserializeOwned>(&self, path: &str, said: &impl Serialize) -> Told<T> {
        told(self.say("POST", path, &serde_json::to_vec(said).unwrap(), &[]))
    }

    pub fn put<T: DeserializeOwned>(&self, path: &str, said: &impl Serialize) -> Told<T> {
        told(self.say("PUT", path, &serde_json::to_vec(said).unwrap(), &[]))
    }

    pub fn bearer(&self) -> String {
        format!("Bearer {}", self.credential.expose())
    }
}

pub fn told<T: DeserializeOwned>(mut answer: Response<Body>) -> Told<T> {
    let (status, after) = (answer.status().as_u16(), answer.headers().get("retry-after").cloned());
    let text = answer.body_mut().with_config().limit(1 << 30).read_to_string().unwrap();
    if status == 200 {
        return Ok(serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}")));
    }
    let problem: Problem = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{status} {error}: {text}"));
    assert_eq!(problem.code.status(), status);
    assert_eq!(
        problem.retry_after.map(|seconds| seconds.to_string()).as_deref(),
        after.as_ref().map(|a| a.to_str().unwrap())
    );
    Err(problem)
}

/// It was refused with this code.
pub fn refused<T: std::fmt::Debug>(told: Told<T>, code: ProblemCode) -> Problem {
    let problem = told.unwrap_err();
    assert_eq!(problem.code, code, "{problem:?}");
    problem
}

/// A filled form, sealed to nobody that anybody knows.
pub fn envelope(words: &str) -> Envelope {
    envelope_for(words, &age::x25519::Identity::generate())
}

pub fn envelope_for(words: &str, agency: &age::x25519::Identity) -> Envelope {
    let filled = serde_json::json!({
        "kaunter_filled_form": 1, "form": "job-seeking", "version": "3", "language": "ko", "date": "2026-11-21",
        "sections": [{ "id": "about", "title": { "citizen": "나", "office": "About" }, "answers": [
            { "field": "name", "kind": "name", "label": { "citizen": "이름", "office": "Name" }, "value": words,
              "written": { "citizen": words, "office": words } }] }]
    });
    let sealed = age::encrypt(&agency.to_public(), filled.to_string().as_bytes()).unwrap();
    Envelope {
        form: "job-seeking".into(),
        form_version: "3".into(),
        number: "4821-0975".into(),
        sealed_at: jiff::Timestamp::now(),
        duplicate_of: None,
        sealed: Binary(sealed),
        more: serde_json::Map::new(),
    }
}

impl Courier {
    /// Whether it was taken; a server that is gone has not.
    pub fn try_put(&self, path: &str, body: &[u8]) -> bool {
        let asked = self.agent.put(format!("{}{path}", self.base)).header("authorization", self.bearer());
        asked.send(body).is_ok_and(|answer| answer.status().as_u16() == 200)
    }
}
