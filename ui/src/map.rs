//! The Map station: one journey in one state, drawn, walked over and changed.

mod camera;
mod canvas;
mod compare;
mod empty;
mod gesture;
mod header;
mod inspector;
mod key_press;
mod marks;
mod moving;
mod naming;
mod overlay;
mod pieces;
mod pointer;
mod selection;
mod state;
mod toolbar;
mod view;

use std::sync::Arc;

use leptos::prelude::*;
use opmap_drawing::{MapLayout, map_layout};

use crate::editor::editor;
use crate::fonts::fonts;

pub(crate) use gesture::connect_edit;
pub(crate) use moving::{to_lane, to_stage};
pub(crate) use selection::Selection;
pub(crate) use state::MapState;

/// The layout of the map that is shown; none while there is no journey.
pub(crate) type Geometry = Memo<Option<Arc<MapLayout>>>;

#[component]
pub(crate) fn MapStation() -> impl IntoView {
    let (editor, fonts) = (editor(), fonts());
    let map_state: MapState = expect_context();
    let lay_out = move |_: Option<&_>| {
        let map = map_state.map.get()?;
        let lay_out = || editor.read(|document| fonts.with_value(|fonts| map_layout(document, map, fonts)));
        Some(Arc::new(measured("opmap:layout", lay_out)))
    };
    // A new layout is told to everyone: comparing two would cost as much as drawing what is in view.
    let geometry: Geometry = Memo::new_with_compare(lay_out, |_, _| true);
    provide_context(geometry);
    #[cfg(feature = "stand-in")]
    crate::bench::start(editor, map_state, geometry);
    key_press::answer_commands(editor, map_state, geometry);
    let is_empty =
        move || map_state.map.get().is_none_or(|map| editor.read(|document| document.map_is_empty(map)));
    // What is shown is built anew only when it is something else.
    let shown = Memo::new(move |_| {
        if map_state.comparing.get() {
            Shown::Comparison
        } else if is_empty() && map_state.naming.with(Option::is_none) {
            Shown::Empty
        } else {
            Shown::Map
        }
    });
    view! {
        <main class="station map-station">
            <toolbar::Toolbar />
            <div class="map-area">
                {move || match shown.get() {
                    Shown::Comparison => view! { <compare::Compare /> }.into_any(),
                    Shown::Empty => view! { <empty::EmptyMap /> }.into_any(),
                    Shown::Map => view! { <canvas::Canvas /> }.into_any(),
                }}
                <inspector::Inspector />
            </div>
        </main>
    }
}

/// What takes the place of the map.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Map,
    Empty,
    Comparison,
}

/// Does `work` and leaves a measure of that name with the browser, for the benchmarks.
fn measured<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let performance = web_sys::window().and_then(|it| it.performance());
    let start = format!("{name}:start");
    // A measure that cannot be taken is not worth a word.
    let _ = performance.as_ref().map(|it| it.mark(&start));
    let result = work();
    let _ = performance.map(|it| it.measure_with_start_mark(name, &start));
    result
}
