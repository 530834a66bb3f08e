//! The middle: one visit from greeting to wipe.
//!
//! Knows what a visitor can do and what is shown next, over traits for everything that touches
//! the machine. It must never know of Tauri, windows, HTML, or the words of a language.

pub mod act;
mod answered;
mod calls;
mod catalogue;
mod chosen;
pub mod clock;
pub mod content;
mod counter;
mod directory;
mod draw;
mod farewell;
mod folder;
pub mod forms;
mod idle;
mod keep;
pub mod library;
pub mod maintenance;
pub mod models;
mod noticeboard;
mod officer;
mod opening;
pub mod pin;
mod pin_setting;
#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod platform;
pub mod post;
pub mod printing;
mod promised;
mod question;
mod refusal;
mod said;
mod settings;
mod shelf_library;
mod showing;
pub mod tickets;
mod trail;
pub mod view;
mod visit;
pub mod voice;

pub use calls::Call;
pub use counter::{Acted, Counter, Surroundings};
pub use directory::offices_near;
pub use folder::DataFolder;
pub use forms::StoredRecords;
pub use officer::Effect;
pub use opening::open;
pub use pin_setting::keep_pin_hash;
pub use refusal::Refusal;
pub use said::Said;
pub use settings::{Millimetres, Settings, SettingsFault};
pub use shelf_library::ShelfLibrary;
