//! Journeys through the real window, told in the visitor's words.

mod asking;
mod breaking;
mod counter;
mod forms;
mod leaving;
/// A printer program, as the printer's own stories have it.
#[path = "../../../../crates/printer/tests/it/machines"]
mod machines {
    #![allow(dead_code, clippy::unwrap_used, clippy::panic, reason = "as in the printer's own stories")]
    mod bus;
    mod device;
    mod programs;

    pub use device::Device;
    pub use programs::{Program, free_port, wait_for};
}
mod network;
mod officer;
mod voice;
mod walk;

/// The same journeys for a visitor of each language.
macro_rules! in_each_language {
    ($($journey:ident),+ $(,)?) => {
        in_each_language!(@ zh_tw "zh-TW", $($journey),+);
        in_each_language!(@ ms "ms", $($journey),+);
        in_each_language!(@ ko "ko", $($journey),+);
        in_each_language!(@ en "en", $($journey),+);
    };
    (@ $name:ident $language:literal, $($journey:ident),+) => {
        mod $name {
            $(#[test]
            fn $journey() -> anyhow::Result<()> {
                super::$journey(&kaunter_journeys::language::Words::of($language)?)
            })+
        }
    };
}
use in_each_language;
