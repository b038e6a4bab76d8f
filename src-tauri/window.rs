//! The one window: how it opens and what it refuses.

use tauri::{
    AppHandle, Manager, Runtime,
    webview::{DownloadEvent, NewWindowResponse, WebviewWindowBuilder},
};

use crate::navigation::is_the_app;

const LABEL: &str = "main";

/// Opens the window that the configuration describes. It stays on the app: no other page, no second window and no
/// download, whatever the content asks for.
///
/// # Errors
///
/// When the system cannot make a window or a webview.
pub(crate) fn open<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    let windows = &app.config().app.windows;
    let config = windows.iter().find(|window| window.label == LABEL).ok_or(tauri::Error::WindowNotFound)?;
    WebviewWindowBuilder::from_config(app, config)?
        .on_navigation(is_the_app)
        .on_new_window(|_url, _features| NewWindowResponse::Deny)
        .on_download(|_webview, event| !matches!(event, DownloadEvent::Requested { .. }))
        .build()?;
    Ok(())
}

/// Shows the window and gives it the keyboard. Does nothing when it is already gone.
pub(crate) fn bring_to_front<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(LABEL) {
        // A window manager may refuse any of these; the window is then merely where it was.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}
