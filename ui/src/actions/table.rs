//! The table of the register that is shown. It has the keyboard as a whole and names the row where one is.

use leptos::prelude::*;
use opmap_model::{Document, RecordId, RecordKey, RoleId};

use super::state::ActionsState;
use super::{Segment, key_press};
use crate::field::{NewText, focus_later, text, title};
use crate::identity::fresh;
use crate::palette::keep_in_view;

const TABLE: &str = "actions-rows";

/// The table of one register.
#[component]
pub(super) fn Table(
    segment: Segment,
    /// The heads of its columns.
    heads: &'static [&'static str],
    /// The cells of a row, the first one its head.
    cells: fn(ActionsState, RecordId) -> AnyView,
) -> impl IntoView {
    let actions: ActionsState = expect_context();
    follow(actions);
    let is_empty = Memo::new(move |_| actions.rows.with(Vec::is_empty));
    view! {
        <div class="actions-table" on:keydown=move |event| key_press::on_table(&event, actions)>
            <Show when=move || actions.writing.get()>
                <Writing segment />
            </Show>
            <Show when=move || !is_empty.get() fallback=move || view! { <Empty segment /> }>
                <table
                    id=TABLE
                    class=format!("action-rows {}", segment.key())
                    role="grid"
                    aria-label=segment.words()
                    aria-rowcount=move || actions.rows.with(Vec::len) + 1
                    aria-activedescendant=move || actions.chosen.get().map(row_id)
                    tabindex="0"
                >
                    <thead>
                        <tr role="row" aria-rowindex="1">
                            {heads.iter().map(|it| view! { <th scope="col" role="columnheader">{*it}</th> }).collect_view()}
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || actions.rows.get() key=|it| *it let(record)>
                            <Row record cells />
                        </For>
                    </tbody>
                </table>
            </Show>
        </div>
    }
}

fn row_id(record: RecordId) -> String {
    format!("row-{}", record.uuid())
}

#[component]
fn Row(record: RecordId, cells: fn(ActionsState, RecordId) -> AnyView) -> impl IntoView {
    let actions: ActionsState = expect_context();
    let is_here = Memo::new(move |_| actions.chosen.get() == Some(record));
    let at = move || actions.rows.with(|it| it.iter().position(|it| *it == record).unwrap_or(0) + 2);
    view! {
        <tr
            id=row_id(record)
            role="row"
            class:here=is_here
            aria-rowindex=at
            aria-selected=move || is_here.get().to_string()
            on:pointerdown=move |event| {
                if event.button() == 0 {
                    actions.go(record);
                }
            }
            on:dblclick=move |_| super::enter_details(actions)
        >
            {cells(actions, record)}
        </tr>
    }
}

/// The cells of a row: `words` is what it says, tracked, and `said` shows it.
pub(super) fn row<I, T, V>(
    actions: ActionsState,
    record: RecordId,
    words: fn(&Document, I) -> Option<T>,
    said: fn(T) -> V,
) -> AnyView
where
    I: RecordKey + Send + Sync,
    T: Clone + PartialEq + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let Some(id) = record.key::<I>() else { return ().into_any() };
    let row = Memo::new(move |_| actions.editor.read(|document| words(document, id)));
    (move || row.get().map(said)).into_any()
}

/// What a role is called; empty where none is set.
pub(super) fn role_name(document: &Document, role: Option<RoleId>) -> String {
    role.and_then(|it| document.get(it)).map(|it| it.title.to_string()).unwrap_or_default()
}

/// The head of a row that has no code: what it is called, and below it what else is to be seen at once.
pub(super) fn named(title: String, below: Option<AnyView>) -> impl IntoView {
    view! {
        <th scope="row" role="rowheader" class="action-name">
            <span class="clamped">{title}</span>
            {below}
        </th>
    }
}

/// A cell with small words; none are *not set*.
pub(super) fn small(words: String, is_code: bool) -> impl IntoView {
    let is_none = words.is_empty();
    let words = if is_none { "not set".to_owned() } else { words };
    view! {
        <td role="gridcell" class="action-small" class:code={is_code && !is_none} class:quiet=is_none>
            <span class="clamped">{words}</span>
        </td>
    }
}

/// The field in which something new is written.
#[component]
fn Writing(segment: Segment) -> impl IntoView {
    let actions: ActionsState = expect_context();
    let take = Callback::new(move |typed: String| {
        let (record, edit) = match segment {
            Segment::Evidence => super::evidence::added(actions, fresh(), text(&typed)?),
            Segment::Findings => super::findings::added(fresh(), text(&typed)?),
            Segment::Recommendations => super::recommendations::added(fresh(), title(&typed)?),
            Segment::Rhythm => super::rhythm::added(fresh(), title(&typed)?),
            Segment::Options => super::options::added(fresh(), title(&typed)?),
            Segment::Risks => super::risks::added(actions, fresh(), title(&typed)?),
        };
        if actions.editor.commit(edit) {
            actions.go(record);
        }
        Ok(())
    });
    let close = Callback::new(move |stays: bool| {
        actions.writing.set(false);
        if stays {
            actions.focus_wanted.notify();
        }
    });
    view! {
        <div class="actions-writing">
            <NewText label=segment.new_words() hint=segment.hint() lines=segment.lines() take close />
        </div>
    }
}

/// Says why there are no rows, and what to do.
#[component]
fn Empty(segment: Segment) -> impl IntoView {
    let actions: ActionsState = expect_context();
    let is_filtered = Memo::new(move |_| actions.is_filtered());
    let act = move |_| {
        if is_filtered.get_untracked() {
            actions.show_all();
            actions.focus_wanted.notify();
        } else {
            actions.write();
        }
    };
    view! {
        <div class="empty">
            <p>{move || if is_filtered.get() { "Nothing is left by the filter." } else { segment.empty() }}</p>
            <button id=TABLE class="button" on:click=act>
                {move || if is_filtered.get() { "Show all of it" } else { "Write the first" }}
            </button>
        </div>
    }
}

/// Keeps the row where one is in view, and brings the keyboard when it is asked for.
fn follow(actions: ActionsState) {
    Effect::new(move |_| {
        actions.focus_wanted.track();
        focus_later(TABLE);
    });
    Effect::new(move |_| {
        let Some(record) = actions.chosen.get() else { return };
        request_animation_frame(move || {
            if let Some(row) = document().get_element_by_id(&row_id(record)) {
                keep_in_view(&row);
            }
        });
    });
}
