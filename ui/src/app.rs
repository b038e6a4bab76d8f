//! The whole window: starting, the start screen, or an open workshop.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use opmap_drawing::Fonts;
use opmap_exchange::rows::Grid;
use opmap_wire::Opened;

use crate::editor::Editor;
use crate::fonts::{self, SharedFonts};
use crate::frame::Frame;
use crate::practice::Practice;
use crate::start::Start;
use crate::{shell, theme};

/// What the window shows.
#[derive(Clone)]
enum Screen {
    Starting,
    Failed(String),
    Start,
    Workshop(HandedOver),
}

/// A workshop on its way to the one who shows it.
#[derive(Clone)]
struct HandedOver(Rc<Cell<Option<Opened>>>);

/// Lets any part of the window open and close workshops.
#[derive(Clone, Copy)]
pub(crate) struct Navigation {
    screen: RwSignal<Screen, LocalStorage>,
    /// Rows of a table that are to be added to the workshop that is shown next.
    rows: StoredValue<Option<Grid>>,
}

impl Navigation {
    /// Shows a workshop, in a task of its own: of a large one, reading it was work enough for a moment.
    pub(crate) fn show(self, opened: Opened) {
        let screen = Screen::Workshop(HandedOver(Rc::new(Cell::new(Some(opened)))));
        set_timeout(move || self.screen.set(screen), Duration::ZERO);
    }

    /// Shows a workshop, and asks there how these rows are to be added.
    pub(crate) fn show_with_rows(self, opened: Opened, rows: Grid) {
        self.rows.set_value(Some(rows));
        self.show(opened);
    }

    /// The rows that are to be added to the workshop that is shown; they are handed out once.
    pub(crate) fn take_rows(self) -> Option<Grid> {
        self.rows.try_update_value(Option::take).flatten()
    }

    /// Closes the workshop and goes back to the start screen. What is not on disk is lost: see `Settling`.
    pub(crate) fn leave(self) {
        spawn_local(async move {
            // The shell only lets go of its file.
            let _ = shell::close().await;
            self.screen.set(Screen::Start);
        });
    }
}

#[component]
pub(crate) fn App() -> impl IntoView {
    let screen = RwSignal::new_local(Screen::Starting);
    let shared: RwSignal<Option<SharedFonts>, LocalStorage> = RwSignal::new_local(None);
    let navigation = Navigation { screen, rows: StoredValue::new(None) };
    provide_context(navigation);
    theme::provide();

    let owner = Owner::current();
    spawn_local(async move {
        let loaded = fonts::load().await;
        let opened = shell::current().await;
        let Some(owner) = owner else { return };
        owner.with(|| match loaded {
            Ok(fonts) => {
                #[cfg(feature = "stand-in")]
                crate::stand_in::take_fonts(&fonts);
                shared.set(Some(share(fonts)));
                match opened {
                    Ok(Some(opened)) => navigation.show(opened),
                    Ok(None) => screen.set(Screen::Start),
                    Err(error) => screen.set(Screen::Failed(error.message)),
                }
            }
            Err(message) => screen.set(Screen::Failed(message)),
        });
    });

    let has_shown = StoredValue::new(false);
    move || match (screen.get(), shared.get()) {
        (Screen::Start, fonts) => view! {
            <Start fonts />
            {fonts.filter(|_| !has_shown.get_value()).map(|fonts| view! { <Practice fonts /> })}
        }
        .into_any(),
        (Screen::Workshop(opened), Some(fonts)) => {
            has_shown.set_value(true);
            provide_context(fonts);
            // It is handed over once, and shown until another one is.
            opened
                .0
                .take()
                .map(|opened| {
                    provide_context(Editor::new(opened));
                    view! { <Frame /> }
                })
                .into_any()
        }
        (Screen::Failed(message), _) => view! {
            <main class="failed">
                <h1>"Opmap"</h1>
                <p role="alert">{message.clone()}</p>
                <button class="button primary" on:click=move |_| screen.set(Screen::Start)>
                    "Go to the start screen"
                </button>
            </main>
        }
        .into_any(),
        _ => view! { <main class="starting" aria-busy="true"></main> }.into_any(),
    }
}

fn share(fonts: Rc<Fonts>) -> SharedFonts {
    StoredValue::new_local(fonts)
}
