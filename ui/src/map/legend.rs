//! The legend of the overlay that is shown: how it is read, and what it found. It is said aloud when it changes.

use leptos::prelude::*;
use opmap_drawing::{OverlayWords, overlay_words};

use super::state::MapState;
use crate::editor::editor;
use crate::frame::Looked;
use crate::icon::Icon;

#[component]
pub(super) fn Legend() -> impl IntoView {
    let map_state: MapState = expect_context();
    let looked: Looked = expect_context();
    let editor = editor();
    let words = Memo::new(move |_| {
        looked.track();
        let map = map_state.map.get().filter(|_| !map_state.comparing.get())?;
        let overlay = map_state.showing.with(|it| it.overlay)?;
        Some((overlay, editor.peek(|document| overlay_words(document, map, overlay))))
    });
    view! {
        <section class="legend" class:empty=move || words.with(Option::is_none) aria-label="Legend" aria-live="polite">
            {move || {
                words
                    .get()
                    .map(|(overlay, OverlayWords { key, found })| {
                        view! {
                            <strong>{overlay.label()}</strong>
                            <div>
                                <ul>{found.into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}</ul>
                                <p class="quiet">{key}</p>
                            </div>
                            <button
                                class="icon-button small"
                                aria-label="Hide what stands out"
                                title="Hide what stands out"
                                on:click=move |_| {
                                    map_state.showing.update(|it| it.overlay = None);
                                    map_state.focus_wanted.notify();
                                }
                            >
                                <Icon name="x" />
                            </button>
                        }
                    })
            }}
        </section>
    }
}
