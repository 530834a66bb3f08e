//! What only Linux and its WebKitGTK need.

use std::{
    env,
    fs::{self, DirEntry, File},
    path::Path,
};

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
    if !has_graphics_card(Path::new("/dev/dri"))
        && let Err(error) = glib::setenv(ON_THE_PROCESSOR, "1", false)
    {
        eprintln!("{ON_THE_PROCESSOR}: {error}");
    }
}

/// Whether this user has a graphics card to paint with: one that the kernel offers for that has a node of its own.
fn has_graphics_card(nodes: &Path) -> bool {
    let is_offered = |node: &DirEntry| node.file_name().to_string_lossy().starts_with("renderD");
    let opens = |node: DirEntry| File::options().read(true).write(true).open(node.path()).is_ok();
    fs::read_dir(nodes).into_iter().flatten().flatten().filter(is_offered).any(opens)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_display_without_a_card_and_no_display_at_all_have_nothing_to_paint_with() {
        let nodes = tempfile::tempdir().unwrap();
        assert!(!has_graphics_card(&nodes.path().join("none")));
        File::create(nodes.path().join("card0")).unwrap();
        assert!(!has_graphics_card(nodes.path()));
        File::create(nodes.path().join("renderD128")).unwrap();
        assert!(has_graphics_card(nodes.path()));
    }
}
