//! The one window: how it opens and what it refuses.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use tauri::{
    AppHandle, Manager, Runtime, Window, WindowEvent,
    webview::{DownloadEvent, NewWindowResponse, WebviewWindowBuilder},
};

use opmap_wire::event;

use crate::navigation::is_the_app;
use crate::session::Session;

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
    #[cfg(target_os = "linux")]
    crate::graphics::space_letters();
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

/// Lets a file wait and tells the window that it does; the window asks for it when its own work is on disk.
pub(crate) fn hand_over<R: Runtime>(app: &AppHandle<R>, path: PathBuf) {
    app.state::<Session>().wait(path);
    tell(app, event::OPEN);
}

/// Before the window closes it saves what is still on its way. A second try within ten seconds closes it without
/// asking.
pub(crate) fn on_event<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    static ASKED: Mutex<Option<Instant>> = Mutex::new(None);
    if matches!(event, WindowEvent::Destroyed) {
        // Whatever became of the page, a copy to rehearse on does not outlive its window.
        window.app_handle().state::<Session>().close();
    }
    if let WindowEvent::CloseRequested { api, .. } = event {
        let app = window.app_handle();
        let before = ASKED.lock().unwrap_or_else(PoisonError::into_inner).replace(Instant::now());
        let is_second_try = before.is_some_and(|it| it.elapsed() < Duration::from_secs(10));
        if app.state::<Session>().is_open() && !is_second_try {
            api.prevent_close();
            tell(app, event::QUIT);
        }
    }
}

/// Sends an event without content to the page.
fn tell<R: Runtime>(app: &AppHandle<R>, event: &str) {
    if let Some(window) = app.get_webview_window(LABEL) {
        // A page that is gone needs no telling.
        let _ = window.eval(format!("window.dispatchEvent(new Event('{event}'))"));
    }
}
