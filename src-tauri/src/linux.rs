//! What only Linux and its WebKitGTK need.

use std::{env, fs};

use tauri::WebviewWindow;
use webkit2gtk::{
    FileChooserRequestExt, PermissionRequestExt, Settings, SettingsExt, WebProcessTerminationReason, WebView,
    WebViewExt, glib,
};

use crate::problem::ShellProblem;

/// Whether WebDriver drives this window: it cannot when the web view remembers nothing.
pub fn driven_by_tests() -> bool {
    env::var("TAURI_WEBVIEW_AUTOMATION").as_deref() == Ok("true")
}

/// Chooses how pages are painted. To be called first of all, while this program has one thread: its environment changes.
///
/// Where there is no graphics card, the toolkit would paint with programs for one, which are compiled anew for the
/// processor at each start. It paints on the processor by itself instead, unless somebody has chosen otherwise.
pub fn choose_painter() {
    const ON_THE_PROCESSOR: &str = "WEBKIT_SKIA_ENABLE_CPU_RENDERING";
    if !has_graphics_card()
        && let Err(error) = glib::setenv(ON_THE_PROCESSOR, "1", false)
    {
        eprintln!("{ON_THE_PROCESSOR}: {error}");
    }
}

/// Whether there is anything to paint with besides the processor.
fn has_graphics_card() -> bool {
    let mut nodes = fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    nodes.any(|node| node.file_name().to_string_lossy().starts_with("renderD"))
}

/// Takes from the web view what a kiosk must not have, and listens for the end of its process.
pub fn lock_down(window: &WebviewWindow, lost: impl Fn(&'static str) + Send + 'static) -> Result<(), ShellProblem> {
    window.with_webview(move |webview| {
        let view = webview.inner();
        if let Some(settings) = WebViewExt::settings(&view) {
            reduce(&settings);
        }
        refuse_ways_out(&view);
        view.connect_web_process_terminated(move |_, reason| lost(reason_code(reason)));
        view.connect_is_web_process_responsive_notify(|view| {
            if !view.is_web_process_responsive() {
                view.terminate_web_process();
            }
        });
    })?;
    Ok(())
}

fn reduce(settings: &Settings) {
    settings.set_enable_developer_extras(false);
    settings.set_enable_back_forward_navigation_gestures(false);
    settings.set_enable_caret_browsing(false);
    settings.set_enable_dns_prefetching(false);
    settings.set_enable_fullscreen(false);
    settings.set_enable_html5_database(false);
    settings.set_enable_html5_local_storage(false);
    settings.set_enable_media(false);
    settings.set_enable_page_cache(false);
    settings.set_enable_webgl(false);
    settings.set_javascript_can_access_clipboard(false);
    settings.set_javascript_can_open_windows_automatically(false);
}

fn refuse_ways_out(view: &WebView) {
    view.connect_context_menu(|_, _, _, _| true);
    view.connect_print(|_, _| true);
    view.connect_script_dialog(|_, _| true);
    view.connect_run_file_chooser(|_, request| {
        request.cancel();
        true
    });
    view.connect_permission_request(|_, request| {
        request.deny();
        true
    });
}

fn reason_code(reason: WebProcessTerminationReason) -> &'static str {
    match reason {
        WebProcessTerminationReason::Crashed => "screen-crashed",
        WebProcessTerminationReason::ExceededMemoryLimit => "screen-out-of-memory",
        WebProcessTerminationReason::TerminatedByApi => "screen-unresponsive",
        _ => "screen-ended",
    }
}
