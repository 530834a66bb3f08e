//! `kaunter-window`: the kiosk's window.
//!
//! Knows the window toolkit and hands on: what screens ask for goes to the middle, what the middle
//! says goes to the screens. It decides nothing.

mod commands;
mod counter;
mod log;
mod middle;
mod place;
#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod platform;
mod problem;
mod window;

use std::process::ExitCode;

use tauri::{AppHandle, Emitter, Manager, WindowEvent};

use crate::{
    commands::Composer,
    middle::{Middle, Screens},
    place::Place,
    problem::ShellProblem,
    window::{Extent, Pauses},
};
use kaunter_kiosk::view::{View, VoicePulse};

/// Name of the event that carries a view that changed by itself.
const VIEW_EVENT: &str = "view";
/// Carries a pulse of the voice.
const VOICE_EVENT: &str = "voice";

fn main() -> ExitCode {
    platform::choose_painter();
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            tracing::error!(code = problem.code());
            eprintln!("{}: {problem}", problem.code());
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), ShellProblem> {
    let extent = Extent::chosen()?;
    let place = Place::take()?;
    let failed = |source| ShellProblem::DataFolder { folder: place.folder.clone(), source };
    log::start(&place.folder).map_err(failed)?;
    tracing::info!(code = "window-opening", version = env!("CARGO_PKG_VERSION"));
    let folder = place.folder.clone();
    let middle = Middle::start(move |middle| {
        let (looked, heard) = (middle.clone(), middle.clone());
        counter::open(&folder, move || looked.look(), move || heard.listen())
    })?;
    tauri::Builder::default()
        .manage(middle)
        .manage(Composer::default())
        .invoke_handler(tauri::generate_handler![
            commands::view,
            commands::act,
            commands::compose,
            commands::speak,
            commands::hush
        ])
        .setup(move |app| Ok(show(app.handle(), extent)?))
        .on_window_event(|_, event| {
            // Only the officer ends the program.
            if let WindowEvent::CloseRequested { api, .. } = event {
                api.prevent_close();
            }
        })
        .run(tauri::generate_context!())?;
    Ok(())
}

fn show(app: &AppHandle, extent: Extent) -> Result<(), ShellProblem> {
    let middle = app.state::<Middle>().inner().clone();
    middle.attach(Window { app: app.clone(), pauses: Pauses::default() });
    window::open(app, extent, move |code| middle.screen_lost(code))
}

/// The window as the middle sees it.
struct Window {
    app: AppHandle,
    pauses: Pauses,
}

impl Screens for Window {
    fn show(&self, view: &View) {
        if let Err(error) = self.app.emit_to(window::LABEL, VIEW_EVENT, view) {
            tracing::error!(code = "view-not-shown", %error);
        }
    }

    fn feel(&self, pulse: &VoicePulse) {
        if let Err(error) = self.app.emit_to(window::LABEL, VOICE_EVENT, pulse) {
            tracing::error!(code = "pulse-not-shown", %error);
        }
    }

    fn draw_anew(&self) {
        window::draw_anew(&self.app, &self.pauses);
    }

    fn end(&self) {
        self.app.exit(0);
    }
}
