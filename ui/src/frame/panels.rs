//! What lies over the window or stands beside the map for as long as someone wants it.

use leptos::prelude::*;

use crate::palette::Asked;

/// Which panels are open; copies are handles to the same.
#[derive(Clone, Copy)]
pub(crate) struct Panels {
    /// What lies over the whole window.
    pub(crate) over: RwSignal<Option<Over>>,
    /// What had the keyboard before.
    before: StoredValue<Option<web_sys::Element>, LocalStorage>,
    /// The panel that finds words on the map.
    pub(crate) find: RwSignal<bool>,
    /// Asks for the keyboard to be in its field.
    pub(crate) find_wanted: Trigger,
    /// The map in words.
    pub(crate) outline: RwSignal<bool>,
    /// All about what is selected on the map. At first only where there is room beside the map.
    pub(crate) details: RwSignal<bool>,
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
            before: StoredValue::new_local(None),
            find: RwSignal::new(false),
            find_wanted: Trigger::new(),
            outline: RwSignal::new(false),
            details: RwSignal::new(has_room_beside()),
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

    /// Remembers where the keyboard is, for when what is opened now is closed; one panel may follow another in `place`.
    pub(crate) fn remember_keyboard(self, place: &str) {
        let now = document().active_element();
        if !now.as_ref().is_some_and(|it| matches!(it.closest(place), Ok(Some(_)))) {
            self.before.set_value(now);
        }
    }

    /// Where the keyboard was, or else what of the station takes it; none where that is the map.
    pub(crate) fn had_keyboard(self) -> Option<web_sys::Element> {
        let before = self.before.get_value().filter(|it| it.is_connected() && it.tag_name() != "BODY");
        before.or_else(|| {
            document().query_selector("main.station:not(.map-station) [tabindex='0']").ok().flatten()
        })
    }

    /// Shows something over the window, or takes it away if it is there.
    pub(crate) fn toggle(self, over: Over) {
        self.over.update(|it| *it = if *it == Some(over) { None } else { Some(over) });
    }
}

/// Whether details stand beside the map; in a narrower window they lie over it.
fn has_room_beside() -> bool {
    let wide = window().match_media("(min-width: 1280px)").ok().flatten();
    wide.is_none_or(|it| it.matches())
}
