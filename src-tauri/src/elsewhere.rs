//! Platforms whose web view needs nothing beyond what the window toolkit offers.

use tauri::WebviewWindow;

use crate::problem::ShellProblem;

/// Whether WebDriver drives this window.
pub fn driven_by_tests() -> bool {
    false
}

/// Nothing to take away beyond what the window was built without.
pub fn lock_down(_: &WebviewWindow, _: impl Fn(&'static str) + Send + 'static) -> Result<(), ShellProblem> {
    Ok(())
}

/// The toolkit's own choice.
pub fn choose_painter() {}
