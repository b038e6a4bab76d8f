//! The window in a bare browser, over a shell in its own memory: what keys and pointer do on each page.
//!
//! `cargo xtask ui --stand-in` builds the window that is shown here.

mod access;
mod actions;
mod charter;
mod clipboard;
mod comparing;
mod connectors;
mod decisions;
mod details;
mod dragging;
mod filtering;
mod finding;
mod folding;
mod growing;
mod headers;
mod health;
mod integrity;
mod journeys;
mod keyboard;
mod keys_alone;
mod library;
mod locking;
mod logs;
mod matrix;
mod menus;
mod moving;
mod overlays;
mod painting;
mod participants;
mod presenting;
mod recommendations;
mod registers;
mod rehearsing;
mod report;
mod roadmap;
mod selecting;
mod served;
mod shift_results;
mod shifts;
mod stages;
mod start;
mod themes;
mod trace;
mod zooming;

use std::{fs, ops::Deref, process::Command};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::driving::{Page, WebDriver};
use served::Server;

/// The size of the page in CSS pixels where a test does not say another.
const SIZE: (u32, u32) = (1440, 900);

/// A browser with the window in it. Everything it started ends with this value.
struct Browser {
    // Fields end in this order: the browser before its server and its files.
    page: Page,
    server: Server,
    _home: TempDir,
}

impl Browser {
    /// Opens the start screen, as on a machine where it never ran.
    fn open() -> Self {
        let (server, home) = (Server::start(), TempDir::new().unwrap());
        let folder = |name: &str| {
            let path = home.path().join(name);
            fs::create_dir(&path).unwrap();
            path
        };
        let mut driver = Command::new("chromedriver");
        driver
            .env("HOME", folder("home"))
            .env("XDG_CONFIG_HOME", folder("config"))
            .env("XDG_CACHE_HOME", folder("cache"));
        let arguments = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            &format!("--user-data-dir={}", folder("profile").display()),
        ];
        let page = Page::new(WebDriver::start(
            &mut driver,
            json!({ "goog:chromeOptions": { "binary": "/usr/bin/chromium", "args": arguments } }),
        ));
        page.resize(SIZE.0, SIZE.1);
        page.go_to(server.address());
        page.find(".start");
        Self { page, server, _home: home }
    }

    /// Opens the sample workshop; its map has the keyboard.
    fn on_the_sample() -> Self {
        let browser = Self::open();
        browser.find("[data-template=halden-broadband]").click();
        browser.find(".step");
        browser.await_map_keys();
        browser
    }

    /// Opens a made-up map of so many steps, lanes and stages.
    fn go_to_map(&self, steps: u64, lanes: u64, stages: u64) {
        self.go_to(&format!("{}?generate={steps},{lanes},{stages}", self.server.address()));
        self.await_step_count(steps);
    }

    /// Presses Tab until the keyboard is on an element that `css` selects.
    fn tab_to(&self, css: &str) {
        for _ in 0..100 {
            if self.execute(HAS_KEYBOARD, &json!(css)) == json!(true) {
                return;
            }
            self.press("Tab");
        }
        panic!("Tab does not lead to {css}");
    }

    /// Waits until keys go to the map.
    fn await_map_keys(&self) {
        self.await_that("the map has the keyboard", HAS_KEYBOARD, &json!(".body"));
    }

    /// Types a name where the map asks for one, and ends it with a key.
    fn name(&self, name: &str, end: &str) {
        self.await_that("an empty or chosen name waits for words", NAMING, &Value::Null);
        self.type_keys(name);
        self.press(end);
    }

    /// How many steps the map has, as the status bar says.
    fn step_count(&self) -> u64 {
        let count = self.execute(&format!("return {STEP_COUNT}"), &Value::Null);
        count.as_u64().expect("the status bar counts the steps")
    }

    fn await_step_count(&self, count: u64) {
        let script = format!("return {STEP_COUNT} === arguments[0]");
        self.await_that(&format!("the map has {count} steps"), &script, &json!(count));
    }

    /// Waits until nothing is left to be saved.
    fn await_saved(&self) {
        self.await_that("everything is saved", SAVED, &Value::Null);
    }

    /// Waits until the script `done` is true; then undo must make it false, and redo true again.
    fn comes_and_goes(&self, what: &str, done: &str, argument: &Value) {
        let undone = format!("return !(() => {{ {done} }})()");
        self.await_that(what, done, argument);
        self.press("Control+z");
        self.await_that(&format!("undone: {what}"), &undone, argument);
        self.press("Control+Shift+z");
        self.await_that(&format!("done again: {what}"), done, argument);
    }
}

impl Deref for Browser {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

/// Whether the keyboard is on an element that `arguments[0]` selects.
const HAS_KEYBOARD: &str = "return document.activeElement.matches(arguments[0])";

/// Whether typing would give the whole name.
const NAMING: &str = "
    const field = document.activeElement;
    return field.matches('.name-field') && field.selectionEnd - field.selectionStart === field.value.length";

const STEP_COUNT: &str = "Number([...document.querySelectorAll('.status-bar > span')]
    .map((it) => /^(\\d+) steps$/.exec(it.textContent)?.[1]).find((it) => it))";

const SAVED: &str = "return document.querySelector('[data-test=save]').textContent.startsWith('Saved')";
