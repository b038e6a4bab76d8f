//! The outline: the whole map told in words as a tree, for those who would rather read it than look at it.
//!
//! It says all that the map says, walks with the map both ways, and builds only the rows that are in view.

mod row;
mod rows;
mod tree;
mod words;

use leptos::html;
use leptos::prelude::*;

use crate::dialog::focus;
use crate::frame::Panels;
use crate::icon::Icon;
use crate::keys::{self, Command};
use crate::map::MapState;

use row::RowView;
use tree::{ROW_HEIGHT, Tree};

/// How many rows beyond the edge of what is seen are built, so that scrolling finds them there.
const BEYOND: usize = 8;

#[component]
pub(super) fn OutlineIfOpen() -> impl IntoView {
    let panels: Panels = expect_context();
    let map_state: MapState = expect_context();
    // The list of differences tells a comparison in words.
    let is_shown = Memo::new(move |_| panels.outline.get() && !map_state.comparing.get());
    move || is_shown.get().then(|| view! { <Outline panels /> })
}

#[component]
fn Outline(panels: Panels) -> impl IntoView {
    let map_state: MapState = expect_context();
    let tree = Tree::new();
    let list = NodeRef::<html::Div>::new();
    let scrolled = RwSignal::new((0.0_f64, 600.0_f64));
    let measure = move || {
        if let Some(it) = list.get_untracked() {
            scrolled.set((f64::from(it.scroll_top()), f64::from(it.client_height())));
        }
    };
    Effect::new(move |_| {
        if let Some(list) = list.get() {
            measure();
            focus(&list);
        }
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    // Wherever the keyboard is, is in view.
    Effect::new(move |_| {
        if let (Some(index), Some(list)) = (tree.index.get(), list.get()) {
            let (top, height) = (index as f64 * ROW_HEIGHT, f64::from(list.client_height()));
            let from = f64::from(list.scroll_top());
            let to = if top < from { top } else { from.max(top + ROW_HEIGHT - height) };
            if (to - from).abs() > 0.5 {
                list.set_scroll_top(to.round() as i32);
            }
        }
    });
    let built = Memo::new(move |_| {
        let (top, height) = scrolled.get();
        tree.rows.with(|rows| {
            let first = ((top / ROW_HEIGHT) as usize).saturating_sub(BEYOND).min(rows.len());
            let last = (((top + height) / ROW_HEIGHT) as usize + 1 + BEYOND).min(rows.len());
            let mut built: Vec<_> =
                rows[first..last].iter().copied().enumerate().map(|(i, it)| (first + i, it)).collect();
            // The row where the keyboard is must be there to be spoken.
            let active = tree.index.get().filter(|it| !(first..last).contains(it));
            built.extend(active.and_then(|it| Some((it, *rows.get(it)?))));
            built
        })
    });
    let close = move |_| {
        panels.outline.set(false);
        map_state.focus_wanted.notify();
    };
    view! {
        <aside class="outline" aria-label="Outline">
            <header>
                <h2>"Outline"</h2>
                <button class="icon-button small" aria-label="Close the outline" title=keys::tooltip(Command::Outline) on:click=close>
                    <Icon name="x" />
                </button>
            </header>
            <div
                node_ref=list
                class="outline-tree"
                role="tree"
                tabindex="0"
                aria-label="Outline of the map"
                aria-multiselectable="true"
                aria-activedescendant=move || tree.index.get().map(row::id)
                on:scroll=move |_| measure()
                on:keydown=move |event| tree.on_key(&event)
            >
                <div class="outline-all" role="none" style:height=move || format!("{}px", tree.rows.with(Vec::len) as f64 * ROW_HEIGHT)>
                    <For each=move || built.get() key=|it| *it let((index, row))>
                        <RowView index row tree />
                    </For>
                </div>
            </div>
            <Show when=move || tree.rows.with(Vec::is_empty)>
                <p class="quiet outline-none">"The map is empty."</p>
            </Show>
        </aside>
    }
}
