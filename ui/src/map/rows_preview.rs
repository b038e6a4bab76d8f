//! Rows that were pasted, looked at before they become steps: which column means what, and what will be added.

use std::sync::Arc;

use leptos::prelude::*;
use opmap_exchange::clip::counted;
use opmap_exchange::rows::{self, Column, Grid, Layout, Steps};
use opmap_model::{Document, Edit, LaneId, MapKey, Paste, PastePlace, PasteVerb, StageId, folded};

use super::clipboard::Clipboard;
use super::pasting;
use super::selection::Selection;
use super::state::MapState;
use crate::dialog::Dialog;
use crate::editor::editor;
use crate::identity::fresh_uuid;
use crate::left_out::LeftOutList;

/// How many rows are shown.
const SHOWN_ROWS: usize = 8;

#[component]
pub(super) fn RowsPreview(clipboard: Clipboard) -> impl IntoView {
    move || clipboard.rows.get().map(|grid| view! { <Preview grid clipboard /> })
}

#[component]
fn Preview(grid: Grid, clipboard: Clipboard) -> impl IntoView {
    let (editor, map_state) = (editor(), expect_context::<MapState>());
    let layout = RwSignal::new(Layout::guess(&grid));
    let connect = RwSignal::new(true);
    let width = layout.with_untracked(|it| it.columns.len());
    let grid = StoredValue::new(Arc::new(grid));
    let steps = Memo::new(move |_| {
        grid.with_value(|grid| layout.with(|layout| rows::steps(grid, layout, connect.get(), fresh_uuid)))
    });
    let place = move |document: &Document| {
        let map = map_state.map.get_untracked()?;
        let selection = map_state.selection.get_untracked();
        steps.with(|steps| layout.with(|layout| Some(place(document, steps, layout, &selection, map))))
    };
    let summary = move || {
        editor.read(|document| place(document).map(|it| steps.with(|steps| added(document, steps, &it))))
    };
    let close = move || clipboard.rows.set(None);
    let add = move |_| {
        let paste = editor.peek(|document| {
            let place = place(document)?;
            Some(Paste::new(steps.with(|it| it.excerpt.clone()), place, PasteVerb::Add, fresh_uuid))
        });
        close();
        if let Some(paste) = paste {
            pasting::make(Edit::Paste(Box::new(paste)), editor, map_state);
        }
    };
    let shown = move || {
        grid.with_value(|grid| {
            let rows = grid.iter().skip(usize::from(layout.with(|it| it.has_header))).take(SHOWN_ROWS);
            rows.cloned().collect::<Vec<_>>()
        })
    };
    let count = move || {
        let rows = grid.with_value(|grid| grid.len());
        let rows = rows - usize::from(layout.with(|it| it.has_header));
        format!("The first {} of {rows} rows", SHOWN_ROWS.min(rows))
    };
    view! {
        <Dialog title="Add these rows to the map?".to_owned() cancel=Callback::new(move |()| close())>
            <div class="rows-preview">
                <table>
                    <caption>{count}</caption>
                    <thead>
                        <tr>
                            {(0..width).map(|index| view! { <th><Meaning index layout /></th> }).collect_view()}
                        </tr>
                    </thead>
                    <tbody>
                        {move || {
                            shown()
                                .into_iter()
                                .map(|row| view! { <tr>{row.into_iter().map(|it| view! { <td>{it}</td> }).collect_view()}</tr> })
                                .collect_view()
                        }}
                    </tbody>
                </table>
            </div>
            <label class="rows-choice">
                <input
                    type="checkbox"
                    prop:checked=move || layout.with(|it| it.has_header)
                    on:change=move |event| layout.update(|it| it.has_header = event_target_checked(&event))
                />
                "The first row names the columns"
            </label>
            <label class="rows-choice">
                <input
                    type="checkbox"
                    prop:checked=move || connect.get()
                    on:change=move |event| connect.set(event_target_checked(&event))
                />
                "Connect the steps in the order of the rows"
            </label>
            <p class="rows-summary" role="status">{summary}</p>
            <LeftOutList what="What is taken otherwise" lines=Signal::derive(move || steps.with(|it| it.left_out.clone())) />
            <div class="dialog-foot">
                <button class="button" data-safe="" on:click=move |_| close()>
                    "Cancel"
                </button>
                <button
                    class="button primary"
                    disabled=move || steps.with(|it| it.excerpt.steps().is_empty())
                    on:click=add
                >
                    "Add to the map"
                </button>
            </div>
        </Dialog>
    }
}

/// What a column means, to be changed.
#[component]
fn Meaning(index: usize, layout: RwSignal<Layout>) -> impl IntoView {
    let now = move || layout.with(|it| it.columns.get(index).copied().flatten());
    view! {
        <select
            aria-label=format!("Column {}", index + 1)
            on:change=move |event| {
                let column = Column::from_label(&event_target_value(&event));
                layout.update(|it| *it = it.clone().with(index, column));
            }
        >
            <option value="" selected=move || now().is_none()>"not taken"</option>
            {Column::ALL
                .iter()
                .map(|column| {
                    view! {
                        <option value=column.label() selected=move || now() == Some(*column)>{column.label()}</option>
                    }
                })
                .collect_view()}
        </select>
    }
}

/// Where the rows go: to stages and lanes of the same names. Rows that name none go to those of the selection, else to
/// the first.
fn place(
    document: &Document,
    steps: &Steps,
    layout: &Layout,
    selection: &Selection,
    map: MapKey,
) -> PastePlace {
    let view = document.map_view(map);
    let last = selection.last_step().and_then(|id| document.get(id));
    let stage: Option<StageId> = match (*selection).clone() {
        _ if layout.has(Column::Stage) => None,
        Selection::Stage(id) => Some(id),
        _ => last.map(|it| it.stage).or(view.stages.first().map(|(id, _)| *id)),
    };
    let lane: Option<LaneId> = match (*selection).clone() {
        _ if layout.has(Column::Lane) => None,
        Selection::Lane(id) => Some(id),
        _ => last.map(|it| it.lane).or(view.lanes.first().map(|(id, _)| *id)),
    };
    PastePlace::of_steps(document, &steps.excerpt, map, stage, lane, None)
}

/// What will be added, in words.
fn added(document: &Document, steps: &Steps, place: &PastePlace) -> String {
    let PastePlace::Map { stages, lanes, .. } = place else { return String::new() };
    let excerpt = &steps.excerpt;
    if excerpt.steps().is_empty() {
        return "No column holds steps. Choose one at the top.".to_owned();
    }
    let new_stages = excerpt.stages().len() - stages.len();
    let new_lanes = excerpt.lanes().len() - lanes.len();
    let is_new = |it: &opmap_model::Channel| {
        let same = |other: &opmap_model::Channel| folded(other.title.as_str()) == folded(it.title.as_str());
        !document.channels().values().any(same)
    };
    let new_channels = excerpt.channels().values().filter(|it| is_new(it)).count();
    let parts = [
        Some(counted(excerpt)),
        number(new_stages, "new stage"),
        number(new_lanes, "new lane"),
        number(new_channels, "new channel"),
        number(excerpt.connectors().len(), "connector"),
    ];
    format!("Adds {}.", parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

fn number(count: usize, noun: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {noun}")),
        _ => Some(format!("{count} {noun}s")),
    }
}

#[cfg(test)]
mod tests {
    use opmap_exchange::rows::{self, Layout};
    use opmap_model::generate::{Dice, Options, document};
    use opmap_model::{MapKey, State};

    use super::{added, place};
    use crate::map::Selection;

    #[test]
    fn what_will_be_added_is_counted_against_what_is_there() {
        let there = document(&Options { steps: 4, lanes: 2, stages: 2, seed: 1 });
        let map = MapKey { journey: *there.journeys().keys().next().unwrap(), state: State::AsLived };
        let lane = there.lanes_of_map(map)[0].1.title.to_string();
        let told = |text: &str| {
            let grid = rows::grid(text).unwrap();
            let layout = Layout::guess(&grid);
            let mut dice = Dice::new(5);
            let steps = rows::steps(&grid, &layout, true, || dice.uuid());
            added(&there, &steps, &place(&there, &steps, &layout, &Selection::None, map))
        };
        assert_eq!(told(&format!("{lane}\tOne\n{lane}\tTwo")), "Adds 2 steps, 1 connector.");
        assert_eq!(told("Elsewhere\tOne"), "Adds 1 step, 1 new lane.");
        assert_eq!(told("New\tElsewhere\tOne"), "Adds 1 step, 1 new stage, 1 new lane.");
        assert_eq!(
            told("Stage\tLane\tNote\tStep\nx\ty\tz\t"),
            "No column holds steps. Choose one at the top."
        );
    }
}
