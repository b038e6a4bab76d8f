//! The desktop shell: the window, its dialogs and the clock. It translates between the window and an open file.
//!
//! It decides nothing about workshops, draws nothing, and gives the window no way to files, processes or the network.

mod commands;
mod navigation;
mod window;

use tauri::{Builder, Runtime};

/// Adds what every start of the shell has in common: the dialogs and the commands of the window.
///
/// It works on any runtime, so that the commands can be called without a window.
pub fn install<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    builder.plugin(tauri_plugin_dialog::init()).invoke_handler(tauri::generate_handler![commands::version])
}

/// Opens the window and runs until it is closed. A second start only brings the first one to the front.
///
/// # Errors
///
/// When the system has no usable webview or the window cannot be opened.
pub fn run() -> tauri::Result<()> {
    let single = tauri_plugin_single_instance::init(|app, _arguments, _folder| window::bring_to_front(app));
    install(Builder::default().plugin(single))
        .setup(|app| Ok(window::open(app.handle())?))
        .run(tauri::generate_context!())
}
