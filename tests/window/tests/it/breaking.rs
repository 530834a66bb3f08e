//! Things break, and the kiosk is there again.

use std::{fs, path::Path, time::Duration};

use anyhow::{Result, ensure};
use kaunter_journeys::{language::Words, passer_by::PasserBy, visitor::Visitor};

use crate::in_each_language;

in_each_language!(a_killed_web_process_ends_the_visit_and_greets_the_next);

/// Within which the attract screen is back.
const SECONDS: Duration = Duration::from_secs(5);
/// Share of the screen that a clock which went on, or a font that came late, may change.
const CLOCK: f64 = 0.04;
/// Colour of the attract screen's large button, and the share of the screen that has it when it has faded in.
const BUTTON: [u8; 3] = [0x1E, 0x5B, 0x50];
const DRAWN: f64 = 0.02;
/// Share of it that a touch changes at least.
const TOUCH: f64 = 0.05;

fn a_killed_web_process_ends_the_visit_and_greets_the_next(words: &Words) -> Result<()> {
    let visitor = Visitor::arrives()?;
    let eye = visitor.looks_up()?;
    eye.wait_for(2 * SECONDS, "the attract screen is drawn", |picture| picture.share_of(BUTTON) > DRAWN)?;
    let attract = eye.look_when_still()?;
    visitor.begins_in(&words.language)?;
    visitor.asks(&words.unknown)?;
    visitor.loses_the_web_process()?;
    let back = |picture: &_| attract.difference(picture) < CLOCK;
    let took = eye.wait_for(2 * SECONDS, "the attract screen is back", back)?;
    ensure!(took < SECONDS, "it took {took:?}");
    ensure!(visitor.log()?.contains("screen-crashed"), "nothing is logged");
    ensure!(!visitor.left_on_disk(&words.unknown)?, "the question is on the disk");
    Ok(())
}

#[test]
fn a_kiosk_whose_web_process_was_killed_can_be_used_again() -> Result<()> {
    let kiosk = PasserBy::comes()?;
    let attract = kiosk.looks()?;
    kiosk.touches_the_screen()?;
    kiosk.waits_until("the visit has begun", |screen| attract.difference(screen) > TOUCH)?;
    kiosk.kills_the_web_process()?;
    kiosk.waits_until("the attract screen is back", |screen| attract.difference(screen) < CLOCK)?;
    kiosk.touches_the_screen()?;
    kiosk.waits_until("the next visit has begun", |screen| attract.difference(screen) > TOUCH)?;
    Ok(())
}

#[test]
fn a_newer_pack_goes_live_without_disturbing_the_visit() -> Result<()> {
    let visitor = Visitor::arrives_at_the_pier()?;
    visitor.touches("begin")?;
    visitor.sees("home")?;
    visitor.asks("When does the first ferry leave?")?;
    visitor.reads("06:10")?;
    visitor.meanwhile_is_installed("1.1", |pack| rewrite(pack, "06:10", "05:55"))?;
    visitor.waits_for_log("version=\"1.1\"")?;
    visitor.asks("When does the first ferry leave?")?;
    visitor.reads("06:10")?;
    visitor.touches("leave")?;
    visitor.sees("attract")?;
    visitor.touches("begin")?;
    visitor.sees("home")?;
    visitor.asks("When does the first ferry leave?")?;
    visitor.reads("05:55")
}

fn rewrite(pack: &Path, from: &str, to: &str) -> Result<()> {
    let faq = pack.join("knowledge/en/faq.csv");
    fs::write(&faq, fs::read_to_string(&faq)?.replace(from, to))?;
    Ok(())
}
