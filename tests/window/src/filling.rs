//! Going back and on through a form, and what is seen of it when WebDriver has lost the page.

use std::{fs, time::Duration};

use anyhow::{Context, Result, ensure};
use kaunter_display::{Eye, Picture};

use crate::{language::Words, visitor::Visitor};

/// Longest that the screens may take to be there again.
const PATIENCE: Duration = Duration::from_secs(20);
/// Most screens that anybody goes through on the way.
const MANY: usize = 30;
/// Colour of the button that leads on.
const GO: [u8; 3] = [0x1E, 0x5B, 0x50];
/// Share of a part of the screen that a blinking caret may change.
const CARET: f64 = 0.02;
/// The heading of the screen.
const ASKED: &str = "return document.querySelector('h1')?.textContent ?? ''";

impl Words {
    /// The question that a form of the sample pack asks for one of its fields.
    ///
    /// # Errors
    /// There is none.
    pub fn question_of(&self, form: &str, field: &str) -> Result<String> {
        let text = fs::read_to_string(format!("../../content/forms/{form}/{}.ftl", self.language))?;
        let lines = text.lines().skip_while(|line| !line.starts_with(&format!("{field} =")));
        let question = lines.map(str::trim).find_map(|line| line.strip_prefix(".question = "));
        question.map(str::to_owned).with_context(|| format!("nothing is asked for {field}"))
    }
}

/// Back and on.
impl Visitor {
    /// Goes back, question by question, until this one is asked.
    ///
    /// # Errors
    /// It does not come.
    pub fn goes_back_to(&self, question: &str) -> Result<()> {
        for _ in 0..MANY {
            if self.tell(ASKED)? == question {
                return Ok(());
            }
            self.until_next_question(|| self.touches("back"))?;
        }
        self.reads(question)
    }

    /// Goes on to the review, and leaves every answer on the way as it is.
    ///
    /// # Errors
    /// Something is asked that was not answered.
    pub fn goes_on_to_the_review(&self) -> Result<()> {
        let chosen = "//*[@data-act='give'][@aria-pressed='true']";
        for _ in 0..MANY {
            if self.screen()? == "form-review" {
                return Ok(());
            }
            let asks_yes_or_no = self.is_there("//*[@data-act='give'][@data-value]")?;
            let as_before = if asks_yes_or_no { chosen } else { "//*[@data-act='give']" };
            self.until_next_question(|| self.gives_again(as_before))?;
        }
        self.sees("form-review")
    }

    /// Touches what gives the answer that is there; what is read back is still right.
    fn gives_again(&self, as_before: &str) -> Result<()> {
        let (read_back, asked) = ("//*[@data-read-back]", self.tell(ASKED)?);
        self.touch(as_before)?;
        self.until("the answer is taken", || Ok(self.is_there(read_back)? || self.tell(ASKED)? != asked))?;
        if self.is_there(read_back)? { self.says_yes_to_read_back() } else { Ok(()) }
    }
}

/// A question as it stands on the display.
pub struct Seen {
    eye: Eye,
    field: [u32; 4],
    before: Picture,
    after: Picture,
}

impl Visitor {
    /// Begins to type an answer, and looks at the field before and after.
    ///
    /// # Errors
    /// There is no field, or the display is gone.
    pub fn types_half_an_answer(&self, words: &str) -> Result<Seen> {
        let (eye, field) = (self.looks_up()?, "//*[@data-field='answer']");
        self.finds(&format!("{field} | //*[@data-act='form-type']"))?;
        if !self.is_there(field)? {
            self.touches("form-type")?;
            self.finds(field)?;
        }
        let before = eye.look_when_still()?;
        self.writes_in_form(words)?;
        // Without its edge, which tells where the focus is.
        let rectangle = "const { x, y, width, height } = document.querySelector('[data-field=answer]').getBoundingClientRect(); \
            return [x + 12, y + 12, width - 24, height - 24].map((side) => Math.round(side * devicePixelRatio)).join(' ')";
        let sides = self.tell(rectangle)?;
        let sides: Vec<u32> = sides.split(' ').map(str::parse).collect::<Result<_, _>>()?;
        let field = sides.try_into().ok().context("no rectangle")?;
        let after = eye.look_when_still()?;
        let seen = Seen { eye, field, before, after };
        ensure!(seen.before.difference_within(&seen.after, field) > CARET, "nothing is seen of what was typed");
        Ok(seen)
    }
}

impl Seen {
    /// Says on the screen that asks whose form it is that it is theirs.
    ///
    /// # Errors
    /// Nobody asks.
    pub fn says_that_it_is_theirs(&self) -> Result<()> {
        let asks = |now: &Picture| now.middle_of(GO).is_some() && self.differs(now);
        self.eye.wait_for(PATIENCE, "it is asked whose form this is", asks)?;
        let (x, y) = self.eye.look_when_still()?.middle_of(GO).context("no button leads on")?;
        self.eye.touch(x.try_into()?, y.try_into()?)
    }

    /// Waits until the question stands there as it was left, with what was half typed.
    ///
    /// # Errors
    /// It does not come.
    pub fn sees_it_again(&self) -> Result<()> {
        self.eye.wait_for(PATIENCE, "the question is there again", |now| !self.differs(now)).map(drop)
    }

    fn differs(&self, now: &Picture) -> bool {
        self.after.difference(now) > CARET || self.after.difference_within(now, self.field) > CARET
    }
}
