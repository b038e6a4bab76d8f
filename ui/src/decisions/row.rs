//! One decision as a row of its table.

use leptos::prelude::*;
use opmap_analysis::Severity;
use opmap_model::DecisionId;

use super::cell_edit::cell_field;
use super::place::Place;
use super::sheet::{Column, GroupKey, Row};
use super::state::DecisionsState;
use super::tables::class_of;
use crate::sign::Sign;

#[component]
pub(super) fn RowView(id: DecisionId, key: GroupKey) -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let row = Memo::new(move |_| decisions.sheet.with(|it| it.row(id).map(|it| it.1.clone())));
    let at = Memo::new(move |_| {
        decisions.sheet.with(|sheet| {
            let group = sheet.groups.iter().find(|it| it.key == key)?;
            group.rows.iter().position(|it| it.id == id)
        })
    });
    let is_here = Memo::new(move |_| decisions.place.with(|it| it.decision == Some(id)));
    let cells = key.columns().into_iter().enumerate();
    view! {
        <tr
            class="decision-row"
            role="row"
            class:here=is_here
            aria-rowindex=move || at.get().unwrap_or(0) + 2
            aria-selected=move || is_here.get().to_string()
        >
            {cells.map(|(index, column)| cell(id, key, column, index, row, decisions)).collect_view()}
        </tr>
    }
}

type Shown = Memo<Option<std::sync::Arc<Row>>>;

fn cell(
    id: DecisionId,
    key: GroupKey,
    column: Column,
    index: usize,
    row: Shown,
    decisions: DecisionsState,
) -> impl IntoView {
    let place = Place { decision: Some(id), column };
    let is_here = Memo::new(move |_| decisions.place.get() == place);
    let is_edited = Memo::new(move |_| decisions.editing.get() == Some(place));
    let decides = matches!(column, Column::Letter(letter) if key.framework.letters()[letter].decides);
    view! {
        <td
            id=place.id()
            class=format!("decision-cell {}", class_of(column))
            class:decides=decides
            class:at=is_here
            class:edited=is_edited
            role=if column == Column::Title { "rowheader" } else { "gridcell" }
            aria-colindex=index + 1
            on:pointerdown=move |event| {
                if event.button() == 0 && !is_edited.get_untracked() {
                    decisions.go(place);
                }
            }
            on:dblclick=move |_| {
                if column != Column::Findings {
                    decisions.edit(place);
                }
            }
        >
            {move || {
                if is_edited.get() {
                    cell_field(place, decisions)
                } else {
                    row.get().map(|row| said(&row, key, column, decisions)).into_any()
                }
            }}
        </td>
    }
}

/// What a cell says.
fn said(row: &Row, key: GroupKey, column: Column, decisions: DecisionsState) -> AnyView {
    let words = row.words(column, key.framework);
    match column {
        Column::Title => title(row),
        Column::Findings => findings(row.id, row.material, decisions),
        Column::Letter(letter) => {
            let kind = key.framework.letters()[letter];
            let held = row.rights.get(letter).map_or(0, Vec::len);
            match words {
                Some(words) if kind.is_one && held > 1 => view! {
                    <span class="decision-fault">
                        <Sign severity=Severity::Error />
                        {words}
                        <span class="spoken">{format!("{held} roles, where there is one {}", kind.word)}</span>
                    </span>
                }
                .into_any(),
                words => or_none(words, "none"),
            }
        }
        Column::Limit => or_none(words, "no limit"),
        _ => or_none(words, "not set"),
    }
}

fn or_none(words: Option<String>, none: &'static str) -> AnyView {
    match words {
        Some(words) => words.into_any(),
        None => view! { <span class="decision-none">{none}</span> }.into_any(),
    }
}

/// The sentence; what is not material says so, and for which region it holds.
fn title(row: &Row) -> AnyView {
    let minor = (!row.material).then_some("minor");
    let notes: Vec<String> = minor.map(str::to_owned).into_iter().chain(row.region.clone()).collect();
    let notes =
        (!notes.is_empty()).then(|| view! { <span class="decision-notes">{notes.join(" · ")}</span> });
    view! {
        <span class="decision-sentence" class:material=row.material>{row.title.clone()}</span>
        {notes}
    }
    .into_any()
}

/// The sign of the worst that was found, and how much was.
fn findings(id: DecisionId, material: bool, decisions: DecisionsState) -> AnyView {
    let found = move || decisions.found.with(|it| it.get(&id).map_or(0, |it| it.len()));
    (move || match decisions.worst(id) {
        Some(severity) => {
            let words = match found() {
                1 => format!("1 finding, {}", severity.word()),
                many => format!("{many} findings, the worst: {}", severity.word()),
            };
            view! { <Sign severity /> <span class="spoken">{words}</span> }.into_any()
        }
        None if material => view! {
            <svg class="sign ok" viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="8" cy="8" r="6.75" />
                <path d="m5 8.2 2.1 2.1L11 6.2" />
            </svg>
            <span class="spoken">"complete"</span>
        }
        .into_any(),
        None => view! { <span class="spoken">"nothing found"</span> }.into_any(),
    })
    .into_any()
}
