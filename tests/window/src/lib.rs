//! A visitor at the real window: starts it, touches it, reads it, as WebDriver lets one.
//!
//! Knows what stands on a screen. It must never know how the kiosk came to show it.

pub mod driver;
pub mod machine;
pub mod visitor;
