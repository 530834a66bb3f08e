//! The few words of W3C WebDriver that the journeys need, spoken to WebKitWebDriver.

use std::{
    net::TcpListener,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};

use crate::{kiosk::Kiosk, place};

/// Name under which WebDriver hands out references to elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
/// Longest that one command may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// A window under WebDriver's control; both end with this.
pub struct Driver {
    agent: ureq::Agent,
    session: String,
    process: Child,
}

/// Something on the page.
#[derive(Debug, Clone)]
pub struct Element(String);

impl Driver {
    /// Opens a kiosk's window.
    ///
    /// # Errors
    /// WebKitWebDriver is not installed, or the window does not open.
    pub fn start(kiosk: &Kiosk) -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut process = Command::new("WebKitWebDriver");
        process.arg(format!("--port={port}"));
        kiosk.lend(&mut process);
        let process = process
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start WebKitWebDriver; install webkit2gtk-driver")?;
        let agent =
            ureq::Agent::config_builder().timeout_global(Some(PATIENCE)).http_status_as_error(false).build().into();
        let mut driver = Self { agent, session: format!("http://127.0.0.1:{port}/session"), process };
        driver.open(&place("KAUNTER_WINDOW_PROGRAM")?)?;
        Ok(driver)
    }

    fn open(&mut self, program: &Path) -> Result<()> {
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "webkitgtk:browserOptions": { "binary": program, "args": [] }
        } } });
        let begun = Instant::now();
        let answer = loop {
            match self.agent.post(&self.session).send_json(&wanted) {
                Ok(mut answer) => break answer.body_mut().read_json::<Value>()?,
                Err(_) if begun.elapsed() < PATIENCE => thread::sleep(Duration::from_millis(20)),
                Err(error) => return Err(error).context("WebKitWebDriver does not answer"),
            }
        };
        let id = answer["value"]["sessionId"].as_str();
        let id = id.with_context(|| format!("no session: {}", answer["value"]["message"]))?;
        self.session = format!("{}/{id}", self.session);
        Ok(())
    }

    /// Process id of the driver, the ancestor of all processes of the window.
    pub fn process(&self) -> u32 {
        self.process.id()
    }

    /// Runs a function body in the page and gives what it returns.
    ///
    /// # Errors
    /// The page is not there, or the function throws.
    pub fn run(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        self.post("execute/sync", &json!({ "script": body, "args": arguments }))
    }

    /// All elements that an XPath names, in document order.
    ///
    /// # Errors
    /// The page is not there.
    pub fn find(&self, xpath: &str) -> Result<Vec<Element>> {
        let found = self.post("elements", &json!({ "using": "xpath", "value": xpath }))?;
        let found = found.as_array().context("no list of elements")?;
        Ok(found.iter().filter_map(|element| element[ELEMENT].as_str()).map(|id| Element(id.to_owned())).collect())
    }

    /// Touches the middle of an element, wherever the page has put it.
    ///
    /// # Errors
    /// It is gone, hidden, or something lies over it.
    pub fn touch(&self, element: &Element) -> Result<()> {
        self.post(&format!("element/{}/click", element.0), &json!({})).map(drop)
    }

    /// Types into an element, as on a physical keyboard.
    ///
    /// # Errors
    /// It is gone, or takes no text.
    pub fn type_into(&self, element: &Element, text: &str) -> Result<()> {
        self.post(&format!("element/{}/value", element.0), &json!({ "text": text })).map(drop)
    }

    /// A picture of the page, as PNG.
    ///
    /// # Errors
    /// The page is not there.
    pub fn picture(&self) -> Result<Vec<u8>> {
        let url = format!("{}/screenshot", self.session);
        let picture = value(self.agent.get(&url).call()?)?;
        BASE64_STANDARD.decode(picture.as_str().context("no picture")?).context("the picture is not base64")
    }

    fn post(&self, what: &str, body: &Value) -> Result<Value> {
        value(self.agent.post(format!("{}/{what}", self.session)).send_json(body)?)
    }
}

fn value(mut answer: ureq::http::Response<ureq::Body>) -> Result<Value> {
    let mut answer: Value = answer.body_mut().with_config().limit(64 << 20).read_json()?;
    let value = answer["value"].take();
    if let Some(error) = value["error"].as_str() {
        bail!("{error}: {}", value["message"].as_str().unwrap_or_default());
    }
    Ok(value)
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The session's end closes the window; a driver that is killed alone would leave it open.
        let _ = self.agent.delete(&self.session).call();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
