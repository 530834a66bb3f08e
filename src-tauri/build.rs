//! Reads the window's configuration, and says what is missing when the screens are not built.

use std::path::Path;

/// The commands that the screens may call; whatever is not listed is refused.
const COMMANDS: &[&str] = &["view", "act", "compose", "speak", "hush"];

fn main() {
    println!("cargo::rerun-if-changed=../ui/dist");
    if !Path::new("../ui/dist/index.html").exists() {
        println!("cargo::error=the screens are not built: run `cargo xtask setup`, then `npm run build` in ui/");
        return;
    }
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
