//! The one window: full screen, and deaf to everything that would lead out of the kiosk.
//!
//! Knows addresses, sizes and permissions. It must never know what the screens show.

use std::{
    env,
    sync::{Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use tauri::{
    AppHandle, LogicalSize, Manager, PhysicalSize, Url, WebviewUrl, WebviewWindowBuilder,
    webview::{Color, NewWindowResponse},
};

use crate::{platform, problem::ShellProblem};

/// Label of the window; the capabilities name it.
pub const LABEL: &str = "kiosk";

/// A page that closes its window would leave a kiosk without one.
const STAY: &str = "Object.defineProperty(window, 'close', { value() {} });";

/// The paper of the screens, so that nothing flashes before they are drawn.
const PAPER: Color = Color(0xFB, 0xF8, 0xF1, 0xFF);

/// How much of the display the window takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// A window of this many pixels, for trying things out.
    Fixed(PhysicalSize<u32>),
}

impl Extent {
    /// The whole display, unless `KAUNTER_WINDOW` says `<width>x<height>` in pixels.
    pub fn chosen() -> Result<Self, ShellProblem> {
        env::var("KAUNTER_WINDOW").map_or(Ok(Self::Whole), |given| Self::read(&given))
    }

    fn read(given: &str) -> Result<Self, ShellProblem> {
        let pixels = |text: &str| text.parse::<u32>().ok().filter(|pixels| (320..=16_384).contains(pixels));
        given
            .split_once('x')
            .and_then(|(width, height)| Some(Self::Fixed(PhysicalSize::new(pixels(width)?, pixels(height)?))))
            .ok_or_else(|| ShellProblem::WindowSize { given: given.to_owned() })
    }
}

/// Opens the window; `lost` is called with a code each time its web process ends.
pub fn open(app: &AppHandle, extent: Extent, lost: impl Fn(&'static str) + Send + 'static) -> Result<(), ShellProblem> {
    let builder = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Kaunter")
        .decorations(false)
        .resizable(false)
        .background_color(PAPER)
        .devtools(false)
        .incognito(!platform::driven_by_tests())
        .initialization_script(STAY)
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    let window = cover(app, builder, extent).build()?;
    platform::lock_down(&window, lost)?;
    Ok(())
}

/// Sizes the window by hand as well: a kiosk often runs without a window manager, and then nobody
/// grants full screen.
fn cover<'a>(
    app: &'a AppHandle,
    builder: WebviewWindowBuilder<'a, tauri::Wry, AppHandle>,
    extent: Extent,
) -> WebviewWindowBuilder<'a, tauri::Wry, AppHandle> {
    let monitor = app.primary_monitor().ok().flatten();
    let scale = monitor.as_ref().map_or(1.0, |monitor| monitor.scale_factor());
    let whole = monitor.map(|monitor| *monitor.size());
    let builder = builder.position(0.0, 0.0);
    let (builder, size) = match extent {
        Extent::Whole => (builder.fullscreen(true).always_on_top(true), whole),
        Extent::Fixed(size) => (builder, Some(size)),
    };
    match size.map(|size| size.to_logical::<f64>(scale)) {
        Some(LogicalSize { width, height }) => builder.inner_size(width, height),
        None => builder,
    }
}

/// Draws the screens anew, also when their process has ended. One that ends again and again is
/// given a pause, so that the kiosk does not spend itself on starting it.
pub fn draw_anew(app: &AppHandle, pauses: &Pauses) {
    let app = app.clone();
    let pause = pauses.before_the_next(Instant::now());
    let reload = move || {
        thread::sleep(pause);
        let reloaded = app.get_webview_window(LABEL).map(|window| window.reload());
        if let Some(Err(error)) = reloaded {
            tracing::error!(code = "screen-not-reloaded", %error);
        }
    };
    if let Err(error) = thread::Builder::new().name("draw-anew".into()).spawn(reload) {
        tracing::error!(code = "shell-no-thread", %error);
    }
}

/// How often the screens were drawn anew lately.
#[derive(Default)]
pub struct Pauses(Mutex<Vec<Instant>>);

impl Pauses {
    /// Times in a minute that are free.
    const FREE: usize = 3;
    /// Pause before each further one.
    const PAUSE: Duration = Duration::from_secs(3);

    fn before_the_next(&self, now: Instant) -> Duration {
        let mut lately = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lately.retain(|then| now.saturating_duration_since(*then) < Duration::from_secs(60));
        lately.push(now);
        if lately.len() > Self::FREE { Self::PAUSE } else { Duration::ZERO }
    }
}

/// Whether an address belongs to the program itself; there is nowhere else to go.
fn is_ours(address: &Url) -> bool {
    match address.scheme() {
        "tauri" => address.host_str() == Some("localhost"),
        "http" | "https" => address.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_leads_out_of_the_kiosk() {
        for (address, ours) in [
            ("tauri://localhost/index.html", true),
            ("tauri://localhost", true),
            ("http://tauri.localhost/", true),
            ("https://example.org/", false),
            ("http://localhost:1420/", false),
            ("file:///etc/passwd", false),
            ("about:blank", false),
            ("data:text/html,hello", false),
            ("javascript:alert(1)", false),
            ("tauri://elsewhere/", false),
            ("http://tauri.localhost.example.org/", false),
        ] {
            assert_eq!(is_ours(&address.parse().unwrap()), ours, "{address}");
        }
    }

    #[test]
    fn a_screen_that_dies_again_and_again_is_given_pauses() {
        let pauses = Pauses::default();
        let begun = Instant::now();
        let pause_at = |second| pauses.before_the_next(begun + Duration::from_secs(second)).as_secs();
        assert_eq!([0, 1, 2, 3, 10].map(pause_at), [0, 0, 0, 3, 3]);
        assert_eq!(pause_at(600), 0);
    }

    #[test]
    fn a_window_size_is_two_sane_numbers_of_pixels() {
        let portrait = Extent::Fixed(PhysicalSize::new(1080, 1920));
        assert_eq!(Extent::read("1080x1920").unwrap(), portrait);
        for wrong in ["", "1080", "1080×1920", "0x1920", "1080x-1", "99999x1920", "1080x1920x1"] {
            assert_eq!(Extent::read(wrong).err().map(|problem| problem.code()), Some("shell-window-size"), "{wrong}");
        }
    }
}
