//! A Tauri window with nothing in it: what the kiosk's start and memory are compared with.

fn main() {
    let opened = tauri::Builder::default()
        .setup(|app| {
            tauri::WebviewWindowBuilder::new(app, "empty", tauri::WebviewUrl::App("index.html".into()))
                .decorations(false)
                .position(0.0, 0.0)
                .inner_size(1080.0, 1920.0)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!("empty/tauri.conf.json"));
    if let Err(error) = opened {
        eprintln!("{error}");
    }
}
