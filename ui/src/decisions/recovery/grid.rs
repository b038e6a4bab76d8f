//! The recovery matrix as a grid: it has the keyboard as a whole and names the cell where one is.

use leptos::prelude::*;
use opmap_analysis::Severity;
use opmap_model::{CustomerGroupId, DisruptionId, RecoveryCell};

use super::super::state::DecisionsState;
use super::place::{Place, Said};
use super::run;
use crate::keys::{self, Command, Place as Where};
use crate::sign::Sign;

/// The identity of the grid on the page.
pub(in crate::decisions) const GRID: &str = "recovery";

#[component]
pub(super) fn Grid() -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let recovery = decisions.recovery;
    let groups = Memo::new(move |_| recovery.matrix.with(|it| it.groups.clone()));
    let columns = Memo::new(move |_| recovery.matrix.with(|it| it.disruptions.clone()));
    view! {
        <table
            id=GRID
            class="recovery-grid"
            role="grid"
            tabindex="0"
            aria-label="Service recovery by customer and severity"
            aria-rowcount=move || groups.with(Vec::len) + 1
            aria-colcount=move || columns.with(Vec::len) + 1
            aria-activedescendant=move || recovery.place.get().id()
            on:keydown=move |event| {
                if let Some(Command::Recovery(command)) = keys::command_on(Where::Recovery, &event) {
                    run(command, decisions);
                    event.prevent_default();
                    event.stop_propagation();
                }
            }
        >
            <thead>
                <tr role="row" aria-rowindex="1">
                    <td></td>
                    <For each=move || columns.get() key=|it| it.clone() let((id, title))>
                        {head(Place { group: None, disruption: Some(id) }, title, "columnheader", decisions)}
                    </For>
                </tr>
            </thead>
            <tbody>
                <For each=move || groups.get() key=|it| it.clone() let((id, title))>
                    <tr role="row">
                        {head(Place { group: Some(id), disruption: None }, title, "rowheader", decisions)}
                        <For each=move || columns.get() key=|it| it.clone() let(column)>
                            <Cell group=id disruption=column.0 />
                        </For>
                    </tr>
                </For>
            </tbody>
        </table>
    }
}

fn head(place: Place, title: String, role: &'static str, decisions: DecisionsState) -> impl IntoView {
    let recovery = decisions.recovery;
    view! {
        <th
            id=place.id()
            role=role
            class:at=move || recovery.place.get() == place
            on:pointerdown=move |_| recovery.at.set(place)
        >
            {title}
        </th>
    }
}

#[component]
fn Cell(group: CustomerGroupId, disruption: DisruptionId) -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let recovery = decisions.recovery;
    let (place, cell) =
        (Place { group: Some(group), disruption: Some(disruption) }, RecoveryCell { group, disruption });
    let said = Memo::new(move |_| recovery.matrix.with(|it| it.cells.get(&cell).cloned()));
    let is_faulty = move || decisions.recovery_found.with(|it| it.iter().any(|(found, _)| *found == cell));
    view! {
        <td
            id=place.id()
            role="gridcell"
            class:at=move || recovery.place.get() == place
            on:pointerdown=move |_| recovery.at.set(place)
            on:dblclick=move |_| super::cell::enter()
        >
            {move || is_faulty().then(|| view! { <Sign severity=Severity::Warning /> })}
            {move || match said.get() {
                Some(Said { who, rest }) => {
                    let is_open = who.is_none();
                    view! {
                        <strong class:decision-none=is_open>{who.unwrap_or_else(|| "no one".to_owned())}</strong>
                        <span>{rest.join(", ")}</span>
                    }
                    .into_any()
                }
                None => view! { <span class="decision-none">"not set"</span> }.into_any(),
            }}
        </td>
    }
}
