//! The officer, behind gesture and PIN.

use std::time::Duration;

use anyhow::{Result, ensure};
use kaunter_journeys::visitor::Visitor;

/// The longest that tones may take to be heard.
const LONGEST: Duration = Duration::from_secs(30);

#[test]
fn only_the_right_pin_ends_the_kiosk() -> Result<()> {
    let visitor = Visitor::arrives_where_pin("246810")?;
    visitor.presses_the_officers_chord()?;
    visitor.sees("officer")?;
    visitor.enters_pin("111111")?;
    visitor.finds("//*[@data-problem='pin-wrong']")?;
    ensure!(!visitor.is_there("//*[@data-act='officer-exit']")?, "a wrong PIN opens");
    visitor.enters_pin("246810")?;
    visitor.touches("officer-go-device")?;
    visitor.reads("harbour-city")?;
    visitor.closes_the_window("officer-exit")
}

#[test]
fn nothing_a_visitor_can_press_leads_out() -> Result<()> {
    let visitor = Visitor::arrives()?;
    visitor.begins_in("en")?;
    for way_out in [
        "location.href = 'https://example.org/'",
        "location.href = 'file:///etc/passwd'",
        "window.open('https://example.org/')",
        "window.close()",
        "window.print()",
        "document.documentElement.requestFullscreen?.()",
        "const away = document.createElement('a'); away.href = 'data:text/html,away'; away.target = '_blank'; away.click()",
        "const frame = document.createElement('iframe'); frame.src = 'https://example.org/'; document.body.append(frame)",
    ] {
        visitor.tries(way_out)?;
        ensure!(visitor.screen()? == "home", "{way_out} leads out");
    }
    visitor.asks("Where is the service centre?")?;
    ensure!(visitor.tell("return location.href")?.starts_with("tauri://localhost"), "the page is another");
    Ok(())
}

/// Without a model nobody is understood: what the microphone hears, and whether anything comes out of the loudspeaker, is
/// seen all the same.
#[test]
fn a_technician_tries_microphone_and_loudspeaker() -> Result<()> {
    let visitor = Visitor::arrives_in_a_room_where_pin("246810")?;
    visitor.presses_the_officers_chord()?;
    visitor.sees("officer")?;
    visitor.enters_pin("246810")?;
    visitor.touches("officer-go-device")?;
    visitor.finds_in_time("//*[@data-fact='level']//*[@role='meter']")?;
    visitor.finds("//*[@data-fact='level']//*[@data-heard='false']")?;
    visitor.calls_out("One, two, three. Does it hear me?", "en")?;
    visitor.finds_in_time("//*[@data-fact='level']//*[@data-heard='true']")?;

    let recording = visitor.room()?.record()?;
    visitor.touches("officer-try-speaker")?;
    recording.until_heard(LONGEST)?;
    visitor.finds_in_time("//*[@data-fact='speaker'][@data-is='played']")?;
    visitor.photographs("officer-sound")
}
