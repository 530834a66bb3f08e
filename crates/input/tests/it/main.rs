//! What a person types in Bopomofo, and what the keyboard then offers.

#![allow(clippy::expect_used, reason = "a test may fail so")]

mod hostile;
mod sample_pack;
mod words;

use std::sync::LazyLock;

use kaunter_input::{Bopomofo, Composition};

static BOPOMOFO: LazyLock<Bopomofo> = LazyLock::new(|| Bopomofo::load().expect("it comes along"));

fn compose(symbols: &str) -> Composition {
    BOPOMOFO.compose(symbols)
}

/// The texts that are offered for exactly the first `symbols` symbols, in order.
fn offered(typed: &str, symbols: usize) -> Vec<String> {
    let candidates = compose(typed).candidates.into_iter();
    candidates.filter(|candidate| candidate.symbols == symbols).map(|candidate| candidate.text).collect()
}
