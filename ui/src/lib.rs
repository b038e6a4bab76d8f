//! The window: shows a document and turns gestures into edits.
//!
//! It keeps a copy of the document, plans and applies each edit at once, and hands it to the shell, which writes it.
//! It never touches a file, and only [`shell`] knows what it talks to.

// The component macro makes a public item of each component's properties.
#![allow(unreachable_pub)]

mod actions;
mod amounts;
mod app;
#[cfg(feature = "stand-in")]
mod bench;
mod charter;
mod clipboard;
mod clock;
mod commands;
mod decisions;
mod dialog;
mod editor;
mod evidence;
mod field;
mod finder;
mod findings_here;
mod fonts;
mod frame;
mod icon;
mod identity;
mod integrity;
mod keys;
mod leading;
mod left_out;
mod map;
mod matrix;
mod menu_keys;
mod painting;
mod palette;
mod pixels;
mod popover;
mod practice;
mod present;
mod queue;
mod recent_changes;
mod registers;
mod report;
mod resizing;
mod roadmap;
mod role;
mod settings;
mod shell;
mod shifts;
mod shortcuts;
mod sign;
#[cfg(feature = "stand-in")]
mod stand_in;
mod start;
mod theme;
mod toolbar;

/// Shows the window in the body of the page.
#[wasm_bindgen::prelude::wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
    leptos::mount::mount_to_body(app::App);
}
