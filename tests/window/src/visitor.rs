//! Somebody in front of the kiosk, and what they can do there.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use tempfile::TempDir;

use crate::{
    driver::{Driver, Element},
    machine,
};

/// Longest that a screen may take to change.
const PATIENCE: Duration = Duration::from_secs(15);
/// Between two looks at the screen.
const BLINK: Duration = Duration::from_millis(50);

/// A kiosk with the sample pack on a data folder of its own, and a visitor in front of it.
pub struct Visitor {
    driver: Driver,
    data: TempDir,
    sample: PathBuf,
}

impl Visitor {
    /// The kiosk is opened and somebody walks up to it.
    ///
    /// # Errors
    /// The window does not open; the journeys are run by `cargo xtask test --only window`.
    pub fn arrives() -> Result<Self> {
        Self::arrives_where("")
    }

    /// The same, at a kiosk with these lines in its settings.
    ///
    /// # Errors
    /// As [`Self::arrives`].
    pub fn arrives_where(settings: &str) -> Result<Self> {
        let sample = place("KAUNTER_SAMPLE")?;
        let data = tempfile::tempdir()?;
        machine::copy_folder(&sample.join("kiosk"), data.path())?;
        let kept = fs::read_to_string(data.path().join("kiosk.toml"))?;
        fs::write(
            data.path().join("kiosk.toml"),
            format!("{settings}\n{kept}"),
        )?;
        let driver = Driver::start(&place("KAUNTER_WINDOW_PROGRAM")?, data.path())?;
        let visitor = Self {
            driver,
            data,
            sample,
        };
        visitor.sees("attract")?;
        Ok(visitor)
    }

    /// Touches the attract screen and chooses a language.
    ///
    /// # Errors
    /// A screen does not follow.
    pub fn begins_in(&self, language: &str) -> Result<()> {
        self.touches("begin")?;
        self.sees("languages")?;
        self.touch(&format!(
            "//*[@data-act='choose-language'][@data-language='{language}']"
        ))?;
        self.sees("home")
    }

    /// Touches what does `act`.
    ///
    /// # Errors
    /// It is not there, or cannot be touched.
    pub fn touches(&self, act: &str) -> Result<()> {
        self.touch(&format!("//*[@data-act='{act}']"))
    }

    /// Touches the first thing that an XPath names.
    ///
    /// # Errors
    /// It is not there, or cannot be touched.
    pub fn touch(&self, xpath: &str) -> Result<()> {
        self.until(&format!("{xpath} can be touched"), || {
            let there = self.driver.find(xpath)?;
            Ok(there
                .first()
                .is_some_and(|element| self.driver.touch(element).is_ok()))
        })
    }

    /// Types a question and asks it; on the reply's screen asks the next.
    ///
    /// # Errors
    /// A screen does not follow.
    pub fn asks(&self, question: &str) -> Result<()> {
        if self.screen()? != "ask" {
            self.touches("open-ask")?;
            self.sees("ask")?;
        }
        let field = self.one("//*[@data-field='question']")?;
        self.driver.type_into(&field, question)?;
        self.touches("ask")?;
        self.sees("reply")
    }

    /// Waits until this screen is shown.
    ///
    /// # Errors
    /// Another stays.
    pub fn sees(&self, screen: &str) -> Result<()> {
        self.until(&format!("the screen `{screen}` is shown"), || {
            Ok(self.screen()? == screen)
        })
    }

    /// Waits until these words stand on the screen.
    ///
    /// # Errors
    /// They do not appear.
    pub fn reads(&self, words: &str) -> Result<()> {
        self.until(&format!("“{words}” is read"), || {
            Ok(self.text()?.contains(words))
        })
    }

    /// Waits until something that an XPath names is on the screen.
    ///
    /// # Errors
    /// It does not appear.
    pub fn finds(&self, xpath: &str) -> Result<()> {
        self.one(xpath).map(drop)
    }

    /// Whether something that an XPath names is on the screen now.
    ///
    /// # Errors
    /// The page is not there.
    pub fn is_there(&self, xpath: &str) -> Result<bool> {
        Ok(!self.driver.find(xpath)?.is_empty())
    }

    /// Name of the screen that is shown.
    ///
    /// # Errors
    /// The page is not there.
    pub fn screen(&self) -> Result<String> {
        self.tell("return document.querySelector('[data-screen]')?.dataset.screen ?? ''")
    }

    /// All words on the screen.
    ///
    /// # Errors
    /// The page is not there.
    pub fn text(&self) -> Result<String> {
        self.tell("return document.body.innerText")
    }

    /// What a function body returns when run in the page.
    ///
    /// # Errors
    /// It throws, or returns no text.
    pub fn tell(&self, body: &str) -> Result<String> {
        let told = self.driver.run(body, &[])?;
        told.as_str()
            .map(str::to_owned)
            .context("no text was returned")
    }

    /// Takes a picture of the screen, still, into the folder of pictures.
    ///
    /// # Errors
    /// The page is not there, or the picture cannot be saved.
    pub fn photographs(&self, name: &str) -> Result<()> {
        let folder = place("KAUNTER_PICTURES")?;
        fs::create_dir_all(&folder)?;
        let mut before = Vec::new();
        self.until("the screen stands still", || {
            let now = self.driver.picture()?;
            let still = now == before;
            before = now;
            Ok(still)
        })?;
        fs::write(folder.join(format!("{name}.png")), before)?;
        Ok(())
    }

    /// A power spike, a bug: the web view's process is gone from one moment to the next.
    ///
    /// # Errors
    /// There was none.
    pub fn loses_the_web_process(&self) -> Result<()> {
        ensure!(
            machine::kill_web_process(self.driver.process())? > 0,
            "there was no web process"
        );
        Ok(())
    }

    /// Whether these words are written anywhere in the kiosk's data folder.
    ///
    /// # Errors
    /// As the file system.
    pub fn left_on_disk(&self, words: &str) -> Result<bool> {
        machine::is_written_anywhere(self.data.path(), words)
    }

    /// A trainer changes the pack and a field engineer installs it, while the kiosk serves.
    ///
    /// # Errors
    /// The pack is refused.
    pub fn meanwhile_is_installed(
        &self,
        version: &str,
        change: impl Fn(&Path) -> Result<()>,
    ) -> Result<()> {
        let work = tempfile::tempdir()?;
        let folder = work.path().join("pack");
        machine::copy_folder(&place("KAUNTER_CONTENT")?, &folder)?;
        change(&folder)?;
        let manifest = fs::read_to_string(folder.join("pack.toml"))?;
        let manifest: Vec<String> = manifest
            .lines()
            .map(|line| renumbered(line, version))
            .collect();
        fs::write(folder.join("pack.toml"), manifest.join("\n"))?;
        let built = kaunter(
            Command::new(place("KAUNTER_PROGRAM")?)
                .args(["pack", "build"])
                .arg(&folder)
                .arg("--out")
                .arg(work.path()),
        )?;
        let built = Path::new(built.trim());
        let key = self.sample.join("development.key");
        kaunter(
            Command::new(place("KAUNTER_PROGRAM")?)
                .args(["pack", "sign"])
                .arg(built)
                .arg("--secret-key")
                .arg(key),
        )?;
        let mut install = Command::new(place("KAUNTER_PROGRAM")?);
        install
            .args(["pack", "install"])
            .arg(built)
            .arg("--shelf")
            .arg(self.data.path().join("packs"));
        kaunter(
            install
                .arg("--public-key")
                .arg(self.sample.join("development.pub")),
        )?;
        Ok(())
    }

    /// Waits until it holds; while the page is gone it does not.
    fn until(&self, what: &str, holds: impl FnMut() -> Result<bool>) -> Result<()> {
        self.within(PATIENCE, what, holds)
    }

    /// The same, with a patience of one's own.
    ///
    /// # Errors
    /// It did not come to hold.
    pub fn within(
        &self,
        patience: Duration,
        what: &str,
        mut holds: impl FnMut() -> Result<bool>,
    ) -> Result<()> {
        let begun = Instant::now();
        loop {
            let last = holds();
            if matches!(last, Ok(true)) {
                return Ok(());
            }
            if begun.elapsed() > patience {
                let screen = self
                    .screen()
                    .unwrap_or_else(|error| format!("none: {error}"));
                let why = last
                    .err()
                    .map_or(String::new(), |error| format!("; {error:#}"));
                bail!(
                    "waited {} s in vain until {what}; the screen is `{screen}`{why}",
                    patience.as_secs()
                );
            }
            thread::sleep(BLINK);
        }
    }

    fn one(&self, xpath: &str) -> Result<Element> {
        let mut found = None;
        self.until(&format!("{xpath} is there"), || {
            found = self.driver.find(xpath)?.into_iter().next();
            Ok(found.is_some())
        })?;
        found.context("it went away")
    }
}

fn renumbered(line: &str, version: &str) -> String {
    if line.starts_with("version = ") {
        format!("version = {}", json!(version))
    } else {
        line.to_owned()
    }
}

fn kaunter(command: &mut Command) -> Result<String> {
    let done = command.output()?;
    ensure!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    Ok(String::from_utf8(done.stdout)?)
}

fn place(name: &str) -> Result<PathBuf> {
    let place = env::var_os(name).map(PathBuf::from);
    place.with_context(|| {
        format!("{name} is not set: run the journeys by `cargo xtask test --only window`")
    })
}
