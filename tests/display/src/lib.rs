//! A display to open a window on, a look at what stands on it, and a finger to touch it with.
//!
//! Knows pixels. It must never know what program drew them. Displays are X11's, so there is
//! nothing here on other platforms than Linux.
#![cfg(target_os = "linux")]

mod display;
mod eye;
mod picture;

pub use display::Display;
pub use eye::Eye;
pub use picture::Picture;
