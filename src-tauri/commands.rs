//! The commands of the window. Each one translates and hands on; none decides.

/// The version of the program, as in `0.1.0`.
#[tauri::command]
pub(crate) fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}
