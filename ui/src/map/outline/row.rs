//! One row of the outline.

use leptos::attr::custom::custom_attribute;
use leptos::html;
use leptos::prelude::*;

use super::rows::Row;
use super::tree::{ROW_HEIGHT, Tree};
use super::words;
use crate::dialog::focus;
use crate::field::refuse_name;
use crate::icon::Icon;
use crate::keys::{Usual, usual};

/// The identity of a row on the page.
pub(super) fn id(index: usize) -> String {
    format!("outline-row-{index}")
}

#[component]
pub(super) fn RowView(index: usize, row: Row, tree: Tree) -> impl IntoView {
    let node = row.node;
    let name = move || tree.editor.read(|it| words::name(it, node));
    let more = move || {
        let counts = tree.counts.get();
        let layout = tree.geometry.get();
        let mut words = tree.editor.read(|it| words::more(it, layout.as_deref(), &counts, node));
        let standing = tree.map_state.standing;
        words.extend(
            tree.map_state
                .notes
                .with(|notes| standing.with(|standing| words::overlaid(notes, standing.as_ref(), node))),
        );
        words.join(", ")
    };
    let inset = 8 + (row.level - 1) * 16;
    let level = custom_attribute("aria-level", row.level.to_string());
    view! {
        <div
            id=id(index)
            class=format!("outline-row level-{}", row.level)
            class:active=move || tree.active.get() == Some(node)
            role="treeitem"
            aria-posinset=row.place.0
            aria-setsize=row.place.1
            aria-expanded=row.open.map(|it| it.to_string())
            aria-selected=move || tree.is_selected(node).to_string()
            style:top=format!("{}px", index as f64 * ROW_HEIGHT)
            style:padding-left=format!("{inset}px")
            {..level}
            on:click=move |event| tree.on_click(index, &event)
            on:dblclick=move |_| tree.renaming.set(Some(node))
        >
            <span
                class="outline-turn"
                on:click=move |event| {
                    event.stop_propagation();
                    if row.open.is_some() {
                        tree.turn(node);
                    }
                }
            >
                {row.open.map(|open| view! { <Icon name=if open { "chevron-down" } else { "chevron-right" } /> })}
            </span>
            {move || if tree.renaming.get() == Some(node) {
                view! { <NameField row tree /> }.into_any()
            } else {
                view! {
                    <span class="outline-name">{name}</span>
                    <span class="outline-more">{more}</span>
                }
                    .into_any()
            }}
        </div>
    }
}

/// The field in which a row is renamed. Enter and leaving it commit, Escape does not.
#[component]
fn NameField(row: Row, tree: Tree) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let text = RwSignal::new(tree.name_now(row.node));
    // A field that is taken away loses the focus too, and must not commit a second time.
    let done = StoredValue::new(false);
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            focus(&input);
            input.select();
        }
    });
    let finish = move |keep: bool, back: bool| {
        if done.try_get_value().unwrap_or(true) {
            return;
        }
        if keep && refuse_name(&text.get_untracked(), tree.editor, input) {
            return;
        }
        done.set_value(true);
        let tree_element = input.get_untracked().and_then(|it| it.closest("[role=tree]").ok().flatten());
        let text = text.get_untracked();
        tree.renaming.set(None);
        if keep {
            tree.rename(row.node, &text);
        }
        if let Some(element) = tree_element.filter(|_| back) {
            focus(&element);
        }
    };
    view! {
        <input
            node_ref=input
            class="outline-field"
            aria-label="Name"
            prop:value=move || text.get()
            on:input=move |event| text.set(event_target_value(&event))
            on:click=|event| event.stop_propagation()
            on:dblclick=|event| event.stop_propagation()
            on:blur=move |_| finish(true, false)
            on:keydown=move |event| {
                event.stop_propagation();
                match usual(&event) {
                    Some(Usual::Enter) => finish(true, true),
                    Some(Usual::Escape) => finish(false, true),
                    _ => return,
                }
                event.prevent_default();
            }
        />
    }
}
