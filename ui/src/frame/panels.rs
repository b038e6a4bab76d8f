//! What lies over the window or stands beside the map for as long as someone wants it.

use leptos::prelude::*;

use crate::palette::Asked;

/// Which panels are open; copies are handles to the same.
#[derive(Clone, Copy)]
pub(crate) struct Panels {
    /// What lies over the whole window.
    pub(crate) over: RwSignal<Option<Over>>,
    /// The list of what the checks found.
    pub(crate) checks: RwSignal<bool>,
}

/// What lies over the whole window; one at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Over {
    /// The palette, asking for something.
    Palette(Asked),
    /// The sheet of shortcuts.
    Shortcuts,
}

impl Panels {
    pub(crate) fn new() -> Self {
        Self { over: RwSignal::new(None), checks: RwSignal::new(false) }
    }

    /// Shows something over the window, or takes it away if it is there.
    pub(crate) fn toggle(self, over: Over) {
        self.over.update(|it| *it = if *it == Some(over) { None } else { Some(over) });
    }
}
