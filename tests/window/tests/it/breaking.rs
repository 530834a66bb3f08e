//! Things break, and the kiosk is there again.

use std::{fs, path::Path, time::Duration};

use anyhow::Result;
use kaunter_journeys::{passer_by::PasserBy, visitor::Visitor};

#[test]
fn a_killed_web_process_brings_back_the_attract_screen_within_seconds() -> Result<()> {
    let kiosk = PasserBy::comes()?;
    let attract = kiosk.looks()?;
    kiosk.touches_the_screen()?;
    kiosk.waits_until("the visit has begun", |screen| screen.difference(&attract) > 0.05)?;
    kiosk.kills_the_web_process()?;
    let took = kiosk.waits_until("the attract screen is back", |screen| screen.difference(&attract) < 0.01)?;
    assert!(took < Duration::from_secs(5), "it took {took:?}");
    kiosk.touches_the_screen()?;
    kiosk.waits_until("it can be used again", |screen| screen.difference(&attract) > 0.05)?;
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
    visitor.logs("version=\"1.1\"")?;
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
