//! The tables: one for each framework, each a grid that has the keyboard as a whole and names the cell where one is.

use leptos::prelude::*;

use super::key_press;
use super::place::Place;
use super::row::RowView;
use super::sheet::{Column, GroupKey};
use super::state::DecisionsState;
use crate::dialog::focus;

#[component]
pub(super) fn Tables() -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let groups =
        Memo::new(move |_| decisions.sheet.with(|it| it.groups.iter().map(|it| it.key).collect::<Vec<_>>()));
    follow(decisions);
    view! {
        <div class="decision-tables" on:keydown=move |event| key_press::on_tables(&event, decisions)>
            <For each=move || groups.get() key=|it| *it let(key)>
                <Table key />
            </For>
        </div>
    }
}

#[component]
fn Table(key: GroupKey) -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let ids = Memo::new(move |_| {
        decisions.sheet.with(|sheet| {
            let group = sheet.groups.iter().find(|it| it.key == key);
            group.map(|it| it.rows.iter().map(|it| it.id).collect::<Vec<_>>()).unwrap_or_default()
        })
    });
    let is_here = Memo::new(move |_| group_of(decisions) == Some(key));
    let active = move || is_here.get().then(|| decisions.place.get().id());
    let words = if key.is_apart {
        format!("At no stage and no step. {}", key.framework.in_words())
    } else {
        key.framework.in_words()
    };
    let columns = key.columns();
    let column_count = columns.len();
    view! {
        <section class="decision-group" class:apart=key.is_apart>
            <h3>
                {key.is_apart.then(|| view! { <strong>"At no stage and no step"</strong> })}
                {key.framework.in_words()}
            </h3>
            <table
                id=key.id()
                class=format!("decision-table {}", key.framework.key())
                role="grid"
                aria-label=words
                aria-rowcount=move || ids.with(Vec::len) + 1
                aria-colcount=column_count
                aria-activedescendant=active
                tabindex=move || if is_here.get() { "0" } else { "-1" }
            >
                <colgroup>
                    {columns.iter().map(|it| view! { <col class=class_of(*it) /> }).collect_view()}
                </colgroup>
                <thead>
                    <tr role="row" aria-rowindex="1">
                        {columns.iter().map(|it| head(key, *it)).collect_view()}
                    </tr>
                </thead>
                <tbody>
                    <For each=move || ids.get() key=|it| *it let(id)>
                        <RowView id key />
                    </For>
                </tbody>
            </table>
        </section>
    }
}

/// The class of a column, which says how wide it is.
pub(super) fn class_of(column: Column) -> &'static str {
    match column {
        Column::Title => "decision-title",
        Column::Place => "decision-place",
        Column::Letter(_) => "decision-letter",
        Column::Limit => "decision-limit",
        Column::Escalation => "decision-escalation",
        Column::Findings => "decision-findings",
    }
}

fn head(key: GroupKey, column: Column) -> impl IntoView {
    let letter = match column {
        Column::Letter(letter) => key.framework.letters().get(letter),
        _ => None,
    };
    let words = match column {
        Column::Title => "Decision",
        Column::Place => "Stage",
        Column::Letter(_) => letter.map_or("", |it| it.word),
        Column::Limit => "Limit",
        Column::Escalation => "Escalates to, within",
        Column::Findings => "Check",
    };
    view! {
        <th
            scope="col"
            role="columnheader"
            class=class_of(column)
            class:decides=letter.is_some_and(|it| it.decides)
        >
            {words}
            {letter.map(|it| view! { <span class="decision-asks">{it.asks}</span> })}
        </th>
    }
}

/// The table in which one is.
fn group_of(decisions: DecisionsState) -> Option<GroupKey> {
    let id = decisions.place.with(|it| it.decision)?;
    decisions.sheet.with(|it| it.row(id).map(|it| it.0))
}

/// Keeps where one is in view, and the keyboard in the table where that is.
fn follow(decisions: DecisionsState) {
    Effect::new(move |_| {
        decisions.focus_wanted.track();
        let table = untrack(|| group_of(decisions)).map(GroupKey::id);
        // A table that has only just come is on the page in the next frame.
        request_animation_frame(move || {
            if let Some(table) = table.and_then(|it| document().get_element_by_id(&it)) {
                focus(&table);
            }
        });
    });
    Effect::new(move |_| {
        let place = decisions.place.get();
        let table = group_of(decisions).map(GroupKey::id);
        request_animation_frame(move || {
            if let Some(table) = table.and_then(|it| document().get_element_by_id(&it)) {
                let active = document().active_element();
                let is_on_tables = active.is_some_and(|it| it.matches(".decision-table").unwrap_or(false));
                if is_on_tables {
                    focus(&table);
                }
            }
            show(place);
        });
    });
}

/// Scrolls as little as shows a cell.
fn show(place: Place) {
    if let Some(cell) = document().get_element_by_id(&place.id()) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
        cell.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
