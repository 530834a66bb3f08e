//! Somebody in front of the kiosk, and what they can do there.

use std::{
    fs,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use kaunter_display::Eye;
use kaunter_sound::{Room, speak_into};

use crate::{
    agency::Agency,
    driver::{Driver, Element},
    kiosk::Kiosk,
    machine, place,
};

/// Longest that a screen may take to change.
const PATIENCE: Duration = Duration::from_secs(20);
/// Longest that a visit may take to end by itself.
const LONG_PATIENCE: Duration = Duration::from_secs(60);
/// It speaks.
const SPEAKING: &str = "//*[@data-act='hear'][contains(@class, 'chosen')]";
/// The longest that the kiosk may go on when somebody speaks over it.
const AT_ONCE: Duration = Duration::from_secs(3);
/// The kiosk listens: to an answer, or to which of two it was.
const LISTENING: &str = "//*[@data-ear='listening'] | //*[@data-answering='true']";
/// Lines of the kiosk's log that are told with what did not come.
const LAST_LINES: usize = 12;
/// Between two looks at the screen.
const BLINK: Duration = Duration::from_millis(50);

/// A kiosk of one's own, and a visitor in front of it.
pub struct Visitor {
    driver: Driver,
    kiosk: Kiosk,
}

/// Arriving.
impl Visitor {
    /// The kiosk with the sample pack is opened and somebody walks up to it.
    ///
    /// # Errors
    /// The window does not open.
    pub fn arrives() -> Result<Self> {
        Self::arrives_where("")
    }

    /// The same, at a kiosk with these lines in its settings.
    ///
    /// # Errors
    /// As [`Self::arrives`].
    pub fn arrives_where(settings: &str) -> Result<Self> {
        Self::arrives_at(Kiosk::of_the_sample(settings)?)
    }

    /// The same, where the kiosk can be heard and hears.
    ///
    /// # Errors
    /// As [`Self::arrives`], or there is no sound server.
    pub fn arrives_in_a_room(settings: &str) -> Result<Self> {
        Self::arrives_at(Kiosk::of_the_sample_in(Room::quiet()?, settings)?)
    }

    /// The same, where an officer has this PIN too.
    ///
    /// # Errors
    /// As [`Self::arrives_in_a_room`].
    pub fn arrives_in_a_room_where_pin(pin: &str) -> Result<Self> {
        Self::arrives_in_a_room(&format!("{}voice = true", Kiosk::pin(pin)?))
    }

    /// The same, where the kiosk is enrolled with an agency.
    ///
    /// # Errors
    /// As [`Self::arrives`], or the agency refuses.
    pub fn arrives_where_the_agency_is(agency: &Agency) -> Result<Self> {
        Self::arrives_at(Kiosk::of_the_agency(agency)?)
    }

    /// The same, where the kiosk understands what is said.
    ///
    /// # Errors
    /// As [`Self::arrives_in_a_room`], or there is no model.
    pub fn arrives_where_one_is_heard() -> Result<Self> {
        Self::arrives_at(Kiosk::that_hears(Room::quiet()?)?)
    }

    /// Says something aloud, as soon as the kiosk listens.
    ///
    /// # Errors
    /// It does not listen.
    pub fn says_aloud(&self, words: &str, language: &str) -> Result<()> {
        self.is_asked()?;
        self.calls_out(words, language)
    }

    /// Waits until the kiosk has said what it says and listens by itself. Whoever was too slow for it touches the button.
    ///
    /// # Errors
    /// It does not listen.
    pub fn is_asked(&self) -> Result<()> {
        self.finds_in_time(LISTENING).or_else(|_| self.is_listened_to())
    }

    /// Waits until the kiosk listens, and has it listen where it does not by itself.
    ///
    /// # Errors
    /// It does not listen.
    pub fn is_listened_to(&self) -> Result<()> {
        let listen = "//*[@data-act='listen']";
        self.within(LONG_PATIENCE, "the kiosk listens", || {
            if matches!(self.ear()?.as_str(), "missed" | "off")
                && let Some(button) = self.driver.find(listen)?.first()
            {
                self.driver.touch(button)?;
            }
            self.is_there(LISTENING)
        })
    }

    /// Waits until something has come of what was said, or the kiosk has done with it and listens no longer: it has heard
    /// nothing, or asks what it was.
    ///
    /// # Errors
    /// It goes on listening.
    pub fn is_heard_out(&self, came: impl Fn() -> Result<bool>) -> Result<()> {
        let over = || {
            let deaf = matches!(self.ear()?.as_str(), "missed" | "off" | "which") && !self.is_there(LISTENING)?;
            Ok(came()? || deaf)
        };
        self.within(LONG_PATIENCE, "the kiosk has done with what it heard", over)
    }

    /// What the kiosk's ear does, as its screen shows it.
    fn ear(&self) -> Result<String> {
        self.tell("return document.querySelector('[data-ear]')?.dataset.ear ?? ''")
    }

    /// Says something aloud, whatever the kiosk does.
    ///
    /// # Errors
    /// There is no voice for the language.
    pub fn calls_out(&self, words: &str, language: &str) -> Result<()> {
        let wav = self.kiosk.data().join("said.wav");
        speak_into(&wav, words, language)?;
        self.room()?.play(&wav)
    }

    /// Says something while the kiosk reads the screen to them, which falls silent at once, long before it can have read all.
    ///
    /// # Errors
    /// It does not speak, or goes on.
    pub fn speaks_over(&self, words: &str, language: &str) -> Result<()> {
        let recording = self.room()?.record()?;
        recording.until_heard(LONG_PATIENCE)?;
        let begun = Instant::now();
        self.finds(SPEAKING)?;
        let letters = self.tell("return document.querySelector('main').innerText")?.chars().count();
        self.calls_out(words, language)?;
        self.within(AT_ONCE, "the kiosk falls silent", || Ok(!self.is_there(SPEAKING)?))?;
        let most = begun.elapsed().as_secs_f64() * letters_a_second(language);
        ensure!(letters as f64 > most, "{letters} letters may have been read before it fell silent");
        Ok(())
    }

    /// Somebody else says this, two metres away.
    ///
    /// # Errors
    /// There is no voice for the language.
    pub fn says_from_the_next_counter(&self, words: &str, language: &str) -> Result<()> {
        let wav = self.kiosk.data().join("said-elsewhere.wav");
        speak_into(&wav, words, language)?;
        self.room()?.play_from_afar(&wav)
    }

    /// Eight people talk at once, for so long.
    ///
    /// # Errors
    /// There is no voice for a language of theirs.
    pub fn hears_a_crowd(&self, length: Duration) -> Result<()> {
        let talk = [
            ("en", "The counters are open from Monday to Friday and closed on public holidays"),
            ("ms", "Kaunter dibuka dari hari Isnin hingga Jumaat dan ditutup pada cuti umum"),
            ("ko", "창구는 월요일부터 금요일까지 열고 공휴일에는 쉽니다"),
            ("zh-TW", "本中心星期一到星期五開放國定假日休息"),
            ("en", "My sister has been waiting for her number since half past nine this morning"),
            ("ms", "Anak saya hendak mula bekerja minggu depan tetapi kadnya belum siap lagi"),
            ("ko", "어제는 비가 와서 손님이 적었는데 오늘은 사람이 참 많네요"),
            ("zh-TW", "我們等一下去市場買菜晚上孩子要回來吃飯"),
        ];
        let mut people = Vec::new();
        for (who, (language, text)) in talk.iter().enumerate() {
            let wav = self.kiosk.data().join(format!("crowd-{who}.wav"));
            speak_into(&wav, text, language)?;
            people.push(wav);
        }
        self.room()?.play_at_once(&people, length)
    }

    /// The room that the kiosk stands in.
    ///
    /// # Errors
    /// It stands in none.
    pub fn room(&self) -> Result<&Room> {
        self.kiosk.room()
    }

    /// The same, at a kiosk whose officer has this PIN.
    ///
    /// # Errors
    /// As [`Self::arrives`].
    pub fn arrives_where_pin(pin: &str) -> Result<Self> {
        Self::arrives_where(&Kiosk::pin(pin)?)
    }

    /// At a kiosk whose officer has this PIN, with the printer at this address.
    ///
    /// # Errors
    /// As [`Self::arrives`].
    pub fn arrives_at_a_counter(pin: &str, printer: &str) -> Result<Self> {
        Self::arrives_where(&format!("{}printer = {printer:?}\n", Kiosk::pin(pin)?))
    }

    /// At a kiosk with the smallest of packs: three questions in English.
    ///
    /// # Errors
    /// As [`Self::arrives`].
    pub fn arrives_at_the_pier() -> Result<Self> {
        Self::arrives_at(Kiosk::at_the_pier()?)
    }

    fn arrives_at(kiosk: Kiosk) -> Result<Self> {
        let driver = Driver::start(&kiosk)?;
        let visitor = Self { driver, kiosk };
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
        self.picks_language(language)?;
        self.sees("home")
    }
}

/// Doing something.
impl Visitor {
    /// Touches the first thing that does `act`.
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
            Ok(there.first().is_some_and(|element| self.driver.touch(element).is_ok()))
        })
    }

    /// Chooses a language where the languages are shown.
    ///
    /// # Errors
    /// It is not offered.
    pub fn picks_language(&self, language: &str) -> Result<()> {
        self.touch(&format!("//*[@data-act='choose-language'][@data-language='{language}']"))
    }

    /// Changes the language in the middle of a visit and comes back to the reply.
    ///
    /// # Errors
    /// A screen does not follow.
    pub fn chooses_language(&self, language: &str) -> Result<()> {
        self.touches("open-languages")?;
        self.sees("languages")?;
        self.picks_language(language)?;
        self.sees("reply")
    }

    /// Types a question on the physical keyboard and asks it.
    ///
    /// # Errors
    /// A screen does not follow.
    pub fn asks(&self, question: &str) -> Result<()> {
        if self.screen()? != "ask" {
            self.touches("open-ask")?;
            self.sees("ask")?;
        }
        self.driver.type_into(&self.one("//*[@data-field='question']")?, question)?;
        self.touches("ask")?;
        self.sees("reply")
    }

    /// Types an answer on the physical keyboard and sends it, and says yes to what is read back.
    ///
    /// # Errors
    /// The question takes no words, or they are not understood.
    pub fn says_in_form(&self, words: &str) -> Result<()> {
        self.writes_in_form(words)?;
        self.touches("give")?;
        self.says_yes_to_read_back()
    }

    /// Types an answer where the question in front takes words, by itself or in place of a touch.
    ///
    /// # Errors
    /// The question takes no words.
    pub fn writes_in_form(&self, words: &str) -> Result<()> {
        let field = "//*[@data-field='answer']";
        self.finds(&format!("{field} | //*[@data-act='form-type']"))?;
        if !self.is_there(field)? {
            self.touches("form-type")?;
        }
        // Where the keys are Bopomofo, digits are on the keyboard of numbers.
        let digits = words.chars().any(|letter| letter.is_ascii_digit());
        if digits && self.is_there("//div[@data-layout='bopomofo']")? {
            self.touch("//button[@data-layout='numbers']")?;
            self.finds("//div[@data-layout='numbers']")?;
        }
        self.driver.type_into(&self.one(field)?, words)
    }

    /// Says that what was read back is right.
    ///
    /// # Errors
    /// Nothing is read back.
    pub fn says_yes_to_read_back(&self) -> Result<()> {
        self.finds("//*[@data-read-back]")?;
        self.touches("confirm-read-back")?;
        self.misses("//*[@data-read-back]")
    }

    /// Touches `yes` or `no`, and waits for what comes next.
    ///
    /// # Errors
    /// That is not asked.
    pub fn answers(&self, answer: &str) -> Result<()> {
        self.until_next_question(|| self.touch(&format!("//*[@data-act='give'][@data-value='{answer}']")))
    }

    /// Picks one of a list, and waits for what comes next.
    ///
    /// # Errors
    /// It is not in the list.
    pub fn picks(&self, code: &str) -> Result<()> {
        self.until_next_question(|| {
            self.touch(&format!("//*[@data-act='form-option'][@data-value='{code}']"))?;
            self.touches("give")
        })
    }

    pub(crate) fn until_next_question(&self, answer: impl FnOnce() -> Result<()>) -> Result<()> {
        let asked = "return document.querySelector('h1')?.textContent ?? ''";
        let before = self.tell(asked)?;
        answer()?;
        self.until("the next question is asked", || Ok(self.tell(asked)? != before))
    }

    /// Leaves out the part of an address that is asked for, and waits for what comes next.
    ///
    /// # Errors
    /// It cannot be left out.
    pub fn leaves_out_part(&self) -> Result<()> {
        let shown = "return document.querySelector('.screen')?.innerText ?? ''";
        let before = self.tell(shown)?;
        self.touches("skip-question")?;
        self.until("the next part is asked", || Ok(self.tell(shown)? != before))
    }

    /// What a place of the sample pack is called in the language of the page.
    ///
    /// # Errors
    /// The sample has no such place.
    pub fn label_of_place(&self, code: &str) -> Result<String> {
        let table = fs::read_to_string("../../content/tables/places.csv")?;
        let mut lines = table.lines();
        let columns: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
        let language = self.tell("return document.documentElement.lang")?;
        let column = columns.iter().position(|column| *column == language).context("no such language")?;
        let row = lines.map(|line| line.split(',').collect::<Vec<_>>()).find(|row| row.first() == Some(&code));
        Ok(row.and_then(|row| row.get(column).copied()).context("no such place")?.to_owned())
    }

    /// Presses what opens the officer's side from a keyboard.
    ///
    /// # Errors
    /// The page is not there.
    pub fn presses_the_officers_chord(&self) -> Result<()> {
        let chord = "window.dispatchEvent(new KeyboardEvent('keydown', \
            { code: 'KeyO', key: 'O', ctrlKey: true, altKey: true, shiftKey: true, bubbles: true }))";
        self.tries(chord)
    }

    /// Holds a code under the scanner of the officer's side, which types it.
    ///
    /// # Errors
    /// There is no field for it.
    pub fn scans(&self, code: &str) -> Result<()> {
        // Enter, as WebDriver writes it.
        self.driver.type_into(&self.one("//*[@data-field='find']")?, &format!("{code}\u{E007}"))
    }

    /// Enters a PIN, digit by digit.
    ///
    /// # Errors
    /// There is no PIN pad.
    pub fn enters_pin(&self, pin: &str) -> Result<()> {
        for digit in pin.chars() {
            self.touch(&format!("//*[@data-key='{digit}']"))?;
        }
        self.touches("officer-pin")
    }

    /// Touches what ends the program, and waits until the window is closed.
    ///
    /// # Errors
    /// It stays.
    pub fn closes_the_window(&self, act: &str) -> Result<()> {
        // The answer to the touch does not come any more.
        let _ = self.driver.touch(&self.one(&format!("//*[@data-act='{act}']"))?);
        let begun = Instant::now();
        while self.screen().is_ok() {
            ensure!(begun.elapsed() < PATIENCE, "the window stays open");
            thread::sleep(BLINK);
        }
        Ok(())
    }

    /// Runs something in the page, as a script that got into it would.
    ///
    /// # Errors
    /// The page is not there.
    pub fn tries(&self, script: &str) -> Result<()> {
        self.driver.run(&format!("setTimeout(() => {{ {script} }})"), &[]).map(drop)
    }
}

/// Seeing something.
impl Visitor {
    /// Waits until this screen is shown.
    ///
    /// # Errors
    /// Another stays.
    pub fn sees(&self, screen: &str) -> Result<()> {
        self.until(&format!("the screen `{screen}` is shown"), || Ok(self.screen()? == screen))
    }

    /// The same, with the patience of somebody who waits for the kiosk to give up waiting.
    ///
    /// # Errors
    /// Another stays.
    pub fn sees_before_long(&self, screen: &str) -> Result<()> {
        let what = format!("the screen `{screen}` is shown");
        self.within(LONG_PATIENCE, &what, || Ok(self.screen()? == screen))
    }

    /// Waits until the kiosk can speak: the first start of a speech service is slow.
    ///
    /// # Errors
    /// It stays mute.
    pub fn is_offered_a_voice(&self) -> Result<()> {
        self.within(LONG_PATIENCE, "the kiosk can speak", || self.is_there("//*[@data-act='hear']"))
    }

    /// Waits until the kiosk knows that it has said all: until then what is touched to hear it is what pauses it.
    ///
    /// # Errors
    /// It goes on.
    pub fn has_said_all(&self) -> Result<()> {
        self.finds_in_time("//*[@data-act='hear'][not(contains(@class, 'chosen'))]")
    }

    /// Waits until the reply is of this kind.
    ///
    /// # Errors
    /// It is of another.
    pub fn is_shown(&self, outcome: &str) -> Result<()> {
        let asked = format!("//*[@data-outcome='{outcome}']");
        self.until(&format!("the reply is `{outcome}`"), || self.is_there(&asked))
    }

    /// Waits until these words stand on the screen.
    ///
    /// # Errors
    /// They do not appear.
    pub fn reads(&self, words: &str) -> Result<()> {
        self.until(&format!("“{words}” is read"), || Ok(self.text()?.contains(words)))
    }

    /// Waits until these words do not stand on the screen any more.
    ///
    /// # Errors
    /// They stay.
    pub fn reads_no_longer(&self, words: &str) -> Result<()> {
        self.until(&format!("“{words}” is gone"), || Ok(!self.text()?.contains(words)))
    }

    /// Waits until this stands in the field of the question.
    ///
    /// # Errors
    /// Something else does.
    pub fn finds_written(&self, words: &str) -> Result<()> {
        let field = "return document.querySelector('[data-field=question]').value";
        self.until(&format!("“{words}” stands in the field"), || Ok(self.tell(field)? == words))
    }

    /// Waits until something that an XPath names is on the screen.
    ///
    /// # Errors
    /// It does not appear.
    pub fn finds(&self, xpath: &str) -> Result<()> {
        self.one(xpath).map(drop)
    }

    /// The same, with the patience of somebody who waits for a network.
    ///
    /// # Errors
    /// It does not appear.
    pub fn finds_in_time(&self, xpath: &str) -> Result<()> {
        self.within(LONG_PATIENCE, xpath, || self.is_there(xpath))
    }

    /// Waits until nothing that an XPath names is on the screen any more.
    ///
    /// # Errors
    /// It stays.
    pub fn misses(&self, xpath: &str) -> Result<()> {
        self.until(&format!("{xpath} is gone"), || Ok(!self.is_there(xpath)?))
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

    /// Everything in the page, seen or not.
    ///
    /// # Errors
    /// The page is not there.
    pub fn page(&self) -> Result<String> {
        let fields = "[...document.querySelectorAll('input, textarea')].map((field) => field.value)";
        self.tell(&format!("return [document.documentElement.outerHTML, ...{fields}].join('\\n')"))
    }

    /// What a function body returns when run in the page.
    ///
    /// # Errors
    /// It throws, or returns no text.
    pub fn tell(&self, body: &str) -> Result<String> {
        let told = self.driver.run(body, &[])?;
        told.as_str().map(str::to_owned).context("no text was returned")
    }

    /// Takes a picture of the screen, when it stands still, into the folder of pictures.
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
}

/// What goes on around the visitor.
impl Visitor {
    /// Whether these words are written anywhere in the kiosk's data folder.
    ///
    /// # Errors
    /// As the file system.
    pub fn left_on_disk(&self, words: &str) -> Result<bool> {
        machine::is_written_anywhere(self.kiosk.data(), words)
    }

    /// What the kiosk has logged.
    ///
    /// # Errors
    /// Nothing yet.
    pub fn log(&self) -> Result<String> {
        self.kiosk.log()
    }

    /// Waits until these words stand in the kiosk's log.
    ///
    /// # Errors
    /// They do not appear.
    pub fn waits_for_log(&self, words: &str) -> Result<()> {
        self.until(&format!("“{words}” is logged"), || Ok(self.log()?.contains(words)))
    }

    /// Looks at the display itself: what is seen there is seen also when the page is gone.
    ///
    /// # Errors
    /// The display is gone.
    pub fn looks_up(&self) -> Result<Eye> {
        self.kiosk.eye()
    }

    /// A bug, a lack of memory: the web view's process is gone from one moment to the next. From
    /// then on only the display can be watched.
    ///
    /// # Errors
    /// There was none.
    pub fn loses_the_web_process(&self) -> Result<()> {
        let killed = machine::kill_web_process(self.driver.process())?;
        ensure!(killed > 0, "there was no web process");
        Ok(())
    }

    /// The power goes, and comes again: the kiosk is opened anew on what is on its disk.
    ///
    /// # Errors
    /// The window does not open.
    pub fn loses_power(self) -> Result<Self> {
        machine::kill_all(self.driver.process())?;
        let Self { driver, kiosk } = self;
        drop(driver);
        Self::arrives_at(kiosk)
    }

    /// A trainer changes the pier's pack and a field engineer installs it, while the kiosk serves.
    ///
    /// # Errors
    /// The pack is refused.
    pub fn meanwhile_is_installed(&self, version: &str, change: impl Fn(&Path) -> Result<()>) -> Result<()> {
        self.kiosk.install_at_the_pier(version, change)
    }

    pub(crate) fn until(&self, what: &str, holds: impl FnMut() -> Result<bool>) -> Result<()> {
        self.within(PATIENCE, what, holds)
    }

    /// Waits until it holds; while the page is gone it does not.
    fn within(&self, patience: Duration, what: &str, mut holds: impl FnMut() -> Result<bool>) -> Result<()> {
        let begun = Instant::now();
        loop {
            let last = holds();
            if matches!(last, Ok(true)) {
                return Ok(());
            }
            if begun.elapsed() > patience {
                let why = last.err().map_or(String::new(), |error| format!("{error:#}; "));
                let screen = self.screen().unwrap_or_else(|error| format!("gone: {error:#}"));
                let text = self.text().unwrap_or_default();
                let log = self.log().unwrap_or_default();
                let last: Vec<&str> = log.lines().rev().take(LAST_LINES).collect();
                bail!(
                    "waited {} s in vain until {what}; {why}the screen is `{screen}`:\n{text}\nlogged, the latest first: {last:#?}",
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

/// Faster than any voice reads: a letter is a syllable in Chinese and Korean.
fn letters_a_second(language: &str) -> f64 {
    if matches!(language, "zh-TW" | "ko") { 8.0 } else { 25.0 }
}
