//! Light, dark or contrast: follows the system until someone chooses.

use leptos::prelude::*;

const STORED_AS: &str = "opmap-theme";

/// How the window looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Theme {
    Light,
    Dark,
    Contrast,
}

impl Theme {
    pub(crate) const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Contrast];

    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }

    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Light => "Light",
            Self::Dark => "Dark",
            Self::Contrast => "High contrast",
        }
    }
}

/// Provides the theme in force and keeps the page and the memory of the choice in step with it.
pub(crate) fn provide() {
    let theme = RwSignal::new(stored().unwrap_or_else(of_system));
    provide_context(theme);
    Effect::new(move |_| {
        let root = web_sys::window().and_then(|it| it.document()).and_then(|it| it.document_element());
        if let Some(root) = root {
            // An attribute with a plain name and value is always taken.
            let _ = root.set_attribute("data-theme", theme.get().key());
        }
    });
}

/// Chooses a theme and remembers it for the next start.
pub(crate) fn choose(theme: RwSignal<Theme>, chosen: Theme) {
    theme.set(chosen);
    if let Some(storage) = storage() {
        // Where nothing can be stored the choice lasts until the window closes.
        let _ = storage.set_item(STORED_AS, chosen.key());
    }
}

fn stored() -> Option<Theme> {
    let key = storage()?.get_item(STORED_AS).ok()??;
    Theme::ALL.into_iter().find(|it| it.key() == key)
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn of_system() -> Theme {
    let prefers = |query: &str| {
        let found = web_sys::window().and_then(|it| it.match_media(query).ok()).flatten();
        found.is_some_and(|it| it.matches())
    };
    if prefers("(prefers-contrast: more)") {
        Theme::Contrast
    } else if prefers("(prefers-color-scheme: dark)") {
        Theme::Dark
    } else {
        Theme::Light
    }
}
