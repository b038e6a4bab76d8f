//! What lies over the window or stands beside the map for as long as someone wants it.

use leptos::prelude::*;

use crate::palette::Asked;

/// Which panels are open; copies are handles to the same.
#[derive(Clone, Copy)]
pub(crate) struct Panels {
    /// What lies over the whole window.
    pub(crate) over: RwSignal<Option<Over>>,
    /// The panel that finds words on the map.
    pub(crate) find: RwSignal<bool>,
    /// Asks for the keyboard to be in its field.
    pub(crate) find_wanted: Trigger,
    /// The map in words.
    pub(crate) outline: RwSignal<bool>,
    /// The small map; none until someone says whether it is wanted.
    pub(crate) minimap: RwSignal<Option<bool>>,
    /// Asks for the menu of what is selected on the map.
    pub(crate) menu_wanted: Trigger,
}

/// What lies over the whole window; one at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Over {
    /// The palette, asking for something.
    Palette(Asked),
    /// The sheet of shortcuts.
    Shortcuts,
    /// The options of what is wanted side by side.
    Options,
    /// The personas of the map side by side.
    Personas,
}

impl Panels {
    pub(crate) fn new() -> Self {
        Self {
            over: RwSignal::new(None),
            find: RwSignal::new(false),
            find_wanted: Trigger::new(),
            outline: RwSignal::new(false),
            minimap: RwSignal::new(None),
            menu_wanted: Trigger::new(),
        }
    }

    /// Opens the panel that finds words on the map, and puts the keyboard there.
    pub(crate) fn open_find(self) {
        self.over.set(None);
        self.find.set(true);
        self.find_wanted.notify();
    }

    /// Shows something over the window, or takes it away if it is there.
    pub(crate) fn toggle(self, over: Over) {
        self.over.update(|it| *it = if *it == Some(over) { None } else { Some(over) });
    }
}
