//! The stages of `cargo xtask test`. Each can be run alone and says everything that it found.

mod deb;
pub mod licences;
mod locales;
mod packs;
mod rust;
mod screens;
mod tidy;
pub mod window;

pub use rust::JOURNEYS;

use anyhow::Result;

/// One kind of check.
pub struct Stage {
    /// What `--only` calls it.
    pub name: &'static str,
    /// What it makes sure of.
    pub purpose: &'static str,
    /// Fails with all that is wrong.
    pub check: fn() -> Result<()>,
}

/// Cheapest first, so that a slip is known soon.
pub const ALL: &[Stage] = &[
    Stage { name: "format", purpose: "Rust is formatted", check: rust::format },
    Stage { name: "tidy", purpose: "the house rules hold", check: tidy::check },
    Stage { name: "locales", purpose: "every word is there in every language", check: locales::check },
    Stage { name: "licences", purpose: "nothing is built in that may not be", check: licences::check },
    Stage { name: "ui-check", purpose: "types, lints and formatting of the screens", check: screens::check },
    Stage { name: "ui-test", purpose: "the screens' own tests", check: screens::test },
    Stage { name: "clippy", purpose: "lints of all Rust, warnings denied", check: rust::clippy },
    Stage { name: "rust", purpose: "all Rust tests", check: rust::test },
    Stage { name: "docs", purpose: "Rust documentation and the examples in it", check: rust::docs },
    Stage { name: "packs", purpose: "the sample pack is sound and answers its golden questions", check: packs::check },
    Stage {
        name: "breadth",
        purpose: "every screen at every size, in every language and theme",
        check: screens::breadth,
    },
    Stage { name: "window", purpose: "journeys in the real window", check: window::check },
    Stage { name: "deb", purpose: "the Debian packages are whole", check: deb::check },
];

/// Their names.
pub fn names() -> Vec<&'static str> {
    ALL.iter().map(|stage| stage.name).collect()
}
