//! The cable to the agency, in and out.

use anyhow::{Result, ensure};
use kaunter_journeys::{agency::Agency, language::Words, visitor::Visitor};

use crate::in_each_language;

in_each_language!(a_form_waits_while_the_cable_is_out_and_is_received_once_it_is_in);

/// In letters that the keyboard of the language lets through as they are.
fn idea(words: &Words) -> &'static str {
    match words.language.as_str() {
        "zh-TW" => "河邊多放一張長椅",
        "ko" => "강가에 긴 의자를",
        _ => "A bench by the river",
    }
}

fn a_form_waits_while_the_cable_is_out_and_is_received_once_it_is_in(words: &Words) -> Result<()> {
    let mut agency = Agency::opens()?;
    let visitor = Visitor::arrives_where_the_agency_is(&agency)?;
    agency.is_unplugged();
    hands_in_an_idea(&visitor, words)?;
    visitor.finds("//*[@data-way='waiting']")?;
    visitor.photographs(&format!("form-waiting-{}", words.language))?;

    agency.plugs_in()?;
    visitor.finds_in_time("//*[@data-way='received']")?;
    ensure!(agency.forms()? == 1, "the agency has {} forms", agency.forms()?);
    visitor.photographs(&format!("form-received-{}", words.language))
}

/// From the greeting to the number of the form.
pub fn hands_in_an_idea(visitor: &Visitor, words: &Words) -> Result<()> {
    visitor.begins_in(&words.language)?;
    visitor.touches("open-forms")?;
    visitor.touch("//*[@data-act='open-form'][@data-form='ideas']")?;
    visitor.sees("form-introduction")?;
    visitor.touches("start-forms")?;
    visitor.sees("form-question")?;
    visitor.picks("parks")?;
    for _ in 0..3 {
        visitor.says_in_form(idea(words))?;
    }
    visitor.answers("no")?;
    visitor.sees("form-review")?;
    visitor.touches("finish-form")?;
    visitor.sees("form-finished")
}

#[test]
fn what_the_agency_announces_is_on_the_screen_and_an_application_can_be_looked_up() -> Result<()> {
    let agency = Agency::opens()?;
    agency.tells_how_far("HC-2026-0417,19530305,Approved,2026-11-19T02:00:00Z,Bring your card to counter 4")?;
    let visitor = Visitor::arrives_where_the_agency_is(&agency)?;
    agency.announces(
        "id = \"gas\"\nkind = \"emergency\"\npublished = \"2026-01-01T00:00:00Z\"\nexpires = \"2096-01-01T00:00:00Z\"\n\
         [issuer]\nen = \"Fire service\"\n[title]\nen = \"Leave the building by the east door\"\n\
         [body]\nen = \"There is a smell of gas in the west wing.\"\n[keywords]\nen = [\"gas\"]\n",
    )?;
    visitor.begins_in("en")?;
    visitor.finds_in_time("//*[contains(., 'Leave the building by the east door')]")?;

    visitor.finds_in_time("//*[@data-act='open-status']")?;
    visitor.touches("open-status")?;
    visitor.sees("status")?;
    visitor.writes_in_form("hc 2026 0417")?;
    visitor.touches("status-more")?;
    visitor.finds("//*[@data-act='status-less']")?;
    visitor.writes_in_form("1953-03-05")?;
    visitor.touches("status-send")?;
    visitor.finds_in_time("//*[@data-status='found']")?;
    visitor.reads("Approved")?;
    visitor.reads("Bring your card to counter 4")?;
    visitor.touches("status-again")?;
    visitor.writes_in_form("hc 2026 0418")?;
    visitor.touches("status-send")?;
    visitor.finds_in_time("//*[@data-status='not-found']")
}

#[test]
fn an_officer_connects_the_kiosk_with_the_agency() -> Result<()> {
    let agency = Agency::opens()?;
    let visitor = Visitor::arrives_where_pin("246810")?;
    visitor.presses_the_officers_chord()?;
    visitor.enters_pin("246810")?;
    visitor.touches("officer-go-agency")?;
    visitor.finds("//*[@data-link='not-enrolled']")?;
    visitor.touches("officer-enrol")?;
    visitor.finds("//*[@data-act='officer-enrol-address']")?;
    visitor.writes_in_form(&agency.address())?;
    visitor.touches("officer-enrol-address")?;
    visitor.finds("//*[@data-act='officer-enrol-code']")?;
    visitor.writes_in_form(&agency.code()?)?;
    visitor.touches("officer-enrol-code")?;
    visitor.finds_in_time("//*[@data-link='reached']")
}
