//! Checks the configuration of the shell and what the window may ask of it.

use std::{error::Error, path::Path};

const WINDOW: &str = "ui/dist";

fn main() -> Result<(), Box<dyn Error>> {
    for watched in [WINDOW, "src-tauri/capabilities", "src-tauri/permissions"] {
        println!("cargo:rerun-if-changed={watched}");
    }
    if !Path::new(WINDOW).join("index.html").is_file() {
        return Err(
            "the window is not built yet, and the shell takes it in: run `cargo xtask ui` first".into()
        );
    }
    tauri_build::try_build(
        tauri_build::Attributes::new().capabilities_path_pattern("src-tauri/capabilities/*").app_manifest(
            tauri_build::AppManifest::new().permissions_path_pattern("src-tauri/permissions/*"),
        ),
    )?;
    Ok(())
}
