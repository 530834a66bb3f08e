//! The officer at the counter: visitors of several languages, one printer, and a jam in the middle.

use anyhow::{Result, ensure};
use kaunter_journeys::{language::Words, visitor::Visitor};

use crate::{machines::Device, network::hands_in_an_idea};

const PIN: &str = "246810";

/// The visitor prints the form in front of them; its number.
fn prints(visitor: &Visitor, printer: &Device, papers: usize) -> Result<String> {
    let number = visitor.tell("return document.querySelector('[data-receipt]')?.dataset.receipt ?? ''")?;
    ensure!(!number.is_empty(), "the form has no number");
    visitor.finds_in_time("//*[@data-act='print-form']")?;
    visitor.touches("print-form")?;
    printer.wait_for_output(papers);
    Ok(number)
}

/// The officer scans the paper.
fn opens(visitor: &Visitor, number: &str) -> Result<()> {
    visitor.presses_the_officers_chord()?;
    visitor.sees("officer")?;
    visitor.enters_pin(PIN)?;
    visitor.scans(number)?;
    visitor.finds(&format!("//*[@data-number='{number}']"))?;
    visitor.finds("//*[@data-act='officer-sign-off']")
}

/// Checked, given out, and nothing of it left on the screen. Whoever waited beside the officer goes now.
fn hands_over(visitor: &Visitor, number: &str, waited: bool) -> Result<()> {
    visitor.touches("officer-sign-off")?;
    visitor.touches("officer-hand-over")?;
    visitor.finds("//*[@data-mark='printed']")?;
    visitor.touches("officer-close")?;
    if waited {
        visitor.sees("form-finished")?;
        visitor.touches("leave")?;
    }
    visitor.sees_before_long("attract")?;
    ensure!(!visitor.page()?.contains(number), "the number is still in the page");
    Ok(())
}

#[test]
fn an_officer_serves_three_people_in_three_languages_with_a_jam_in_the_middle() -> Result<()> {
    let printer = Device::with_panel();
    let visitor = Visitor::arrives_at_a_counter(PIN, &printer.uri())?;
    for (language, papers) in [("ms", 1), ("ko", 2), ("zh-TW", 3)] {
        hands_in_an_idea(&visitor, &Words::of(language)?)?;
        let number = prints(&visitor, &printer, papers)?;
        let jams = papers == 2;
        if jams {
            printer.says("+media-jam");
            visitor.finds_in_time("//*[@data-paper='waiting']")?;
            visitor.photographs("printer-jam-visitor")?;
            opens(&visitor, &number)?;
            visitor.finds("//*[@data-paper='waiting']")?;
            visitor.photographs("printer-jam-officer")?;
            printer.says("-media-jam");
            printer.finishes();
        } else {
            printer.finishes();
            visitor.finds_in_time("//*[@data-paper='printed']")?;
            visitor.touches("leave")?;
            opens(&visitor, &number)?;
        }
        visitor.finds_in_time("//*[@data-paper='printed']")?;
        hands_over(&visitor, &number, jams)?;
    }
    ensure!(printer.output().len() == 3, "{} papers came out", printer.output().len());
    Ok(())
}
