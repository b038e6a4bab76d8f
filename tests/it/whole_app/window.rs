//! The open window, as a person at the machine has it.

use std::{ops::Deref, path::Path, process::Command};

use serde_json::json;
use tempfile::TempDir;

use super::display::Display;
use crate::driving::{Page, WebDriver};

/// The app, open. Everything it started ends with this value.
pub(crate) struct Window {
    // Fields end in this order: the program before its screen and its files.
    page: Page,
    _display: Display,
    own_home: Option<TempDir>,
}

impl Window {
    /// Starts the app with `arguments`, as on a machine where it never ran.
    pub(crate) fn open(arguments: &[&str]) -> Self {
        let home = TempDir::new().unwrap();
        let mut window = Self::open_at(home.path(), arguments);
        window.own_home = Some(home);
        window
    }

    /// Starts the app with `arguments` for someone whose settings and caches are under `home`, so that it meets
    /// nothing of whoever runs the tests.
    pub(crate) fn open_at(home: &Path, arguments: &[&str]) -> Self {
        let display = Display::open();
        let mut driver = Command::new("WebKitWebDriver");
        driver
            .env("DISPLAY", display.name())
            .env_remove("WAYLAND_DISPLAY")
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            // With it, which some desktops need, a picture of the window is never finished.
            .env_remove("WEBKIT_DISABLE_DMABUF_RENDERER")
            .env("HOME", home)
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_STATE_HOME", home.join("state"))
            // Native dialogs cannot be driven: files to write get their suggested name here.
            .env("OPMAP_DIALOG_FOLDER", home)
            .env("MESA_SHADER_CACHE_DISABLE", "true")
            // On a shared bus a second start would hand its work to a window that is already open.
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/dev/null");
        let browser = json!({ "binary": env!("CARGO_BIN_EXE_opmap"), "args": arguments });
        let wanted = json!({ "webkitgtk:browserOptions": browser });
        let page = Page::new(WebDriver::start(&mut driver, wanted));
        Self { page, _display: display, own_home: None }
    }
}

impl Deref for Window {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}
