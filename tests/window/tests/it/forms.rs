//! Somebody fills in a long form.

use anyhow::{Result, ensure};
use kaunter_journeys::{language::Words, visitor::Visitor};

use crate::in_each_language;

in_each_language!(
    a_form_with_a_household_is_filled_in_changed_and_handed_in,
    what_is_changed_on_the_way_back_is_set_aside_and_comes_back,
    a_form_is_paused_and_gone_on_with,
    leaving_leaves_no_answer_behind,
);

const FORM: &str = "old-age-allowance";
/// Names that stand nowhere else, in letters that the keyboard of the language lets through as they are.
fn names(words: &Words) -> [&'static str; 2] {
    match words.language.as_str() {
        "zh-TW" => ["歐陽靜宜", "歐陽小梅"],
        "ko" => ["제갈영희", "제갈민수"],
        _ => ["Zyzzyva Quill", "Rosa Quill"],
    }
}

impl Begun {
    /// At the first question of the form.
    fn at_the_first_question(words: &Words) -> Result<Self> {
        let visitor = Visitor::arrives()?;
        visitor.begins_in(&words.language)?;
        let begun = Self(visitor);
        begun.begins_the_form()?;
        Ok(begun)
    }
}

/// Somebody who has begun the form.
struct Begun(Visitor);

impl Begun {
    /// Somebody who comes to a kiosk whose officer has this PIN.
    fn where_the_pin_is(words: &Words, pin: &str) -> Result<Self> {
        let visitor = Visitor::arrives_where_pin(pin)?;
        visitor.begins_in(&words.language)?;
        let begun = Self(visitor);
        begun.begins_the_form()?;
        Ok(begun)
    }

    fn begins_the_form(&self) -> Result<()> {
        self.0.touches("open-forms")?;
        self.0.sees("forms")?;
        self.0.touch(&format!("//*[@data-act='open-form'][@data-form='{FORM}']"))?;
        self.0.sees("form-introduction")?;
        self.0.touches("start-forms")?;
        self.0.sees("form-question")
    }

    /// Who it is, and where they live: the address from lists where there are any.
    fn tells_about_oneself(&self, name: &str) -> Result<()> {
        for said in [name, "A223456781", "1953-03-05", "0912345678"] {
            self.0.says_in_form(said)?;
        }
        for place in ["harbour", "market", "market-fish-street"] {
            let label = self.0.label_of_place(place)?;
            self.0.touch(&format!("//*[@data-act='form-place'][normalize-space()='{label}']"))?;
            self.0.misses(&format!("//*[@data-act='form-place'][normalize-space()='{label}']"))?;
        }
        self.0.leaves_out_part()?;
        self.0.leaves_out_part()?;
        self.0.says_in_form("18")
    }

    /// What they earn, and with whom they live.
    fn tells_about_the_household(&self, other: &str) -> Result<()> {
        self.0.answers("yes")?;
        for amount in ["620", "0", "45.50"] {
            self.0.says_in_form(amount)?;
        }
        self.0.answers("no")?;
        self.0.says_in_form(other)?;
        self.0.picks("spouse")?;
        self.0.says_in_form("1950-11-20")?;
        self.0.says_in_form("710")?;
        self.0.answers("no")?;
        self.0.says_in_form("700-00012345678")?;
        self.0.answers("yes")
    }
}

fn a_form_with_a_household_is_filled_in_changed_and_handed_in(words: &Words) -> Result<()> {
    let begun = Begun::at_the_first_question(words)?;
    let [name, other] = names(words);
    begun.tells_about_oneself(name)?;
    begun.tells_about_the_household(other)?;
    let visitor = &begun.0;
    visitor.sees("form-review")?;
    visitor.reads(other)?;
    visitor.finds("//*[@data-verdict='may-qualify']")?;

    visitor.touch("//*[@data-act='change-answer'][@data-place='lives_alone']")?;
    visitor.sees("form-question")?;
    visitor.answers("yes")?;
    visitor.sees("form-review")?;
    visitor.reads_no_longer(other)?;
    visitor.touch("//*[@data-act='change-answer'][@data-place='lives_alone']")?;
    visitor.sees("form-question")?;
    visitor.answers("no")?;
    visitor.sees("form-review")?;
    visitor.reads(other)?;
    visitor.photographs(&format!("form-review-{}", words.language))?;

    visitor.touches("finish-form")?;
    visitor.sees("form-finished")?;
    visitor.finds("//*[@data-receipt]")?;
    visitor.photographs(&format!("form-finished-{}", words.language))?;
    visitor.touches("leave")?;
    visitor.sees_before_long("attract")?;
    ensure!(!visitor.left_on_disk(name)?, "the name is left on the disk");
    Ok(())
}

fn what_is_changed_on_the_way_back_is_set_aside_and_comes_back(words: &Words) -> Result<()> {
    let begun = Begun::at_the_first_question(words)?;
    let visitor = &begun.0;
    let [name, other] = names(words);
    begun.tells_about_oneself(name)?;
    begun.tells_about_the_household(other)?;
    visitor.sees("form-review")?;

    let lives_alone = words.question_of(FORM, "lives_alone")?;
    visitor.goes_back_to(&lives_alone)?;
    visitor.answers("yes")?;
    visitor.finds("//*[@data-shift='aside']")?;
    visitor.goes_on_to_the_review()?;
    visitor.reads(name)?;
    visitor.reads_no_longer(other)?;

    visitor.goes_back_to(&lives_alone)?;
    visitor.answers("no")?;
    visitor.finds("//*[@data-shift='back']")?;
    visitor.photographs(&format!("form-returned-{}", words.language))?;
    visitor.goes_on_to_the_review()?;
    visitor.reads(other)?;
    ensure!(!visitor.is_there("//section[@data-focus-first]")?, "something would have to be told again");
    visitor.touches("finish-form")?;
    visitor.sees("form-finished")
}

fn a_form_is_paused_and_gone_on_with(words: &Words) -> Result<()> {
    let begun = Begun::at_the_first_question(words)?;
    let visitor = &begun.0;
    visitor.says_in_form(names(words)[0])?;
    visitor.touches("form-stop")?;
    visitor.touches("pause-form")?;
    visitor.sees("form-paused")?;
    let code = visitor.tell("return document.querySelector('[data-code]').dataset.code")?;
    visitor.photographs(&format!("form-paused-{}", words.language))?;
    visitor.touches("leave")?;
    visitor.sees_before_long("attract")?;

    visitor.begins_in(&words.language)?;
    visitor.touches("open-forms")?;
    visitor.touches("form-code")?;
    visitor.writes_in_form(&code)?;
    visitor.touches("resume-form")?;
    visitor.sees("form-question")?;
    visitor.says_in_form("A223456781")
}

fn leaving_leaves_no_answer_behind(words: &Words) -> Result<()> {
    let begun = Begun::at_the_first_question(words)?;
    let visitor = &begun.0;
    let [name, _] = names(words);
    visitor.says_in_form(name)?;
    visitor.touches("leave")?;
    visitor.sees("farewell")?;
    visitor.reads("0")?;
    visitor.sees_before_long("attract")?;
    ensure!(!visitor.page()?.contains(name), "the name is still in the page");
    ensure!(!visitor.left_on_disk(name)?, "the name is left on the disk");
    Ok(())
}

#[test]
fn a_killed_web_process_gives_the_form_back_with_what_was_half_typed() -> Result<()> {
    let words = Words::of("en")?;
    let begun = Begun::at_the_first_question(&words)?;
    let visitor = &begun.0;
    visitor.says_in_form(names(&words)[0])?;
    visitor.says_in_form("A223456781")?;
    visitor.says_in_form("1953-03-05")?;
    let question = visitor.types_half_an_answer("09123")?;
    visitor.loses_the_web_process()?;
    question.says_that_it_is_theirs()?;
    question.sees_it_again()?;
    let log = visitor.log()?;
    ensure!(log.contains("screen-") && !log.contains("visit-ended"), "the visit was ended:\n{log}");
    ensure!(!visitor.left_on_disk("09123")?, "what was half typed is on the disk");
    Ok(())
}

#[test]
fn after_a_power_cut_an_officer_gives_the_form_back_where_it_stood() -> Result<()> {
    // Not the office's language: it is the citizen's that comes back.
    let (words, pin) = (Words::of("en")?, "246810");
    let begun = Begun::where_the_pin_is(&words, pin)?;
    begun.0.says_in_form(names(&words)[0])?;
    begun.0.says_in_form("A223456781")?;
    let visitor = begun.0.loses_power()?;
    visitor.presses_the_officers_chord()?;
    visitor.sees("officer")?;
    visitor.enters_pin(pin)?;
    visitor.touches("officer-give-back")?;
    visitor.sees("form-question")?;
    visitor.reads(&words.question_of(FORM, "birth")?)?;
    visitor.says_in_form("1953-03-05")
}
