//! What the screens may ask for. Each only hands on.

use std::sync::OnceLock;

use kaunter_input::{Bopomofo, Candidate as Found, Composition};
use kaunter_kiosk::{
    act::{Act, Candidate, Compose, Composed},
    view::{Problem, Speech, View},
};
use tauri::State;

use crate::middle::Middle;

/// Bopomofo's dictionary, unpacked when somebody first types with it.
#[derive(Default)]
pub struct Composer(OnceLock<Option<Bopomofo>>);

/// What is on the screen now.
#[tauri::command(async)]
pub fn view(middle: State<'_, Middle>) -> Result<View, Problem> {
    Ok(middle.view()?)
}

/// Does one thing and gives what is shown then.
#[tauri::command(async)]
pub fn act(act: Act, middle: State<'_, Middle>) -> Result<View, Problem> {
    Ok(middle.act(act)?)
}

/// Says this instead of whatever is being said.
#[tauri::command(async)]
pub fn speak(speech: Speech, middle: State<'_, Middle>) {
    middle.say(Some(speech));
}

/// Falls silent.
#[tauri::command(async)]
pub fn hush(middle: State<'_, Middle>) {
    middle.say(None);
}

/// What Bopomofo symbols may mean.
#[tauri::command(async)]
pub fn compose(input: Compose, composer: State<'_, Composer>) -> Composed {
    composer.compose(&input)
}

impl Composer {
    fn compose(&self, input: &Compose) -> Composed {
        let bopomofo = self.0.get_or_init(|| {
            let loaded = Bopomofo::load();
            loaded.inspect_err(|error| tracing::error!(code = error.code())).ok()
        });
        let nothing = || Composition { sentence: input.symbols.as_str().to_owned(), candidates: Vec::new() };
        composed(bopomofo.as_ref().map_or_else(nothing, |bopomofo| bopomofo.compose(input.symbols.as_str())))
    }
}

fn composed(composition: Composition) -> Composed {
    let Composition { sentence, candidates } = composition;
    Composed { sentence, candidates: candidates.into_iter().map(candidate).collect() }
}

fn candidate(found: Found) -> Candidate {
    let Found { text, symbols } = found;
    // At most as many as an input has: far below the range of either type.
    Candidate { text, symbols: u32::try_from(symbols).unwrap_or(u32::MAX) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visitor_types_passport_by_sound() {
        let composed = Composer::default().compose(&Compose { symbols: "ㄏㄨˋㄓㄠˋ".into() });
        assert_eq!(composed.sentence, "護照");
        assert_eq!(composed.candidates[0], Candidate { text: "護照".into(), symbols: 6 });
    }
}
