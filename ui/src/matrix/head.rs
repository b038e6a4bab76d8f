//! The frozen heads of the columns, and below the rows what each column comes to.

use leptos::prelude::*;

use super::place::Place;
use super::row::cell_id;
use super::sheet::Column;
use super::state::MatrixState;

#[component]
pub(super) fn Heads() -> impl IntoView {
    let matrix: MatrixState = expect_context();
    let columns = Memo::new(move |_| matrix.sheet.with(|it| it.columns.clone()));
    let here = Memo::new(move |_| matrix.spot());
    view! {
        <div class="matrix-heads" role="rowgroup">
            <div class="matrix-head-row" role="row" aria-rowindex="1">
                <div id=cell_id(Place::default()) class="matrix-corner" class:at=move || here.get() == (0, 0) role="columnheader" aria-colindex="1" data-spot="0,0">
                    <span class="matrix-group">"Stage"</span>
                    <span class="matrix-title">"Step or activity"</span>
                </div>
                {move || {
                    let columns = columns.get();
                    let function = |index: usize| columns.get(index).and_then(|it: &Column| it.function.clone());
                    columns
                        .iter()
                        .enumerate()
                        .map(|(index, column)| {
                            let same = |it: &&Column| it.function == column.function;
                            let begins = index == 0 || function(index - 1) != column.function;
                            let run = columns[index..].iter().take_while(same).count();
                            view! { <ColumnHead column=column.clone() index run=begins.then_some(run) here /> }
                        })
                        .collect_view()
                }}
                <div class="matrix-sum" role="columnheader" aria-colindex=move || columns.with(|it| it.len() + 2)>
                    <span>"Adds up"</span>
                </div>
            </div>
        </div>
    }
}

#[component]
fn ColumnHead(
    column: Column,
    index: usize,
    /// How many columns of one function begin here, if they do.
    run: Option<usize>,
    here: Memo<(usize, usize)>,
) -> impl IntoView {
    let place = Place { subject: None, role: Some(column.id) };
    let function = column.function.clone().unwrap_or_else(|| "No function".to_owned());
    let (label, title) = (format!("{}, {function}", column.title), column.title.clone());
    view! {
        <div
            id=cell_id(place)
            class="matrix-column-head"
            class:begins=run.is_some()
            class:here=move || here.get().1 == index + 1
            class:at=move || here.get() == (0, index + 1)
            role="columnheader"
            aria-colindex=index + 2
            aria-label=label
            title=column.title
            data-spot=format!("0,{}", index + 1)
        >
            {run.map(|run| view! { <span class="matrix-function" style:--run=run.to_string()>{function}</span> })}
            <span class="matrix-role">{title}</span>
        </div>
    }
}

/// How often each role has each letter.
#[component]
pub(super) fn Sums() -> impl IntoView {
    let matrix: MatrixState = expect_context();
    let columns = Memo::new(move |_| matrix.sheet.with(|it| it.columns.clone()));
    view! {
        <div class="matrix-sums" role="rowgroup">
            <div class="matrix-sum-row" role="row" aria-rowindex=move || matrix.sheet.with(|it| it.rows.len() + 2)>
                <div class="matrix-row-head" role="rowheader" aria-colindex="1">
                    <span class="matrix-title">"Letters by role, lanes left out"</span>
                </div>
                {move || {
                    columns
                        .get()
                        .iter()
                        .enumerate()
                        .map(|(index, column)| {
                            let [a, r, c, i] = column.counts;
                            view! {
                                <div
                                    class="matrix-count"
                                    role="gridcell"
                                    aria-colindex=index + 2
                                    aria-label=format!("{}: {a} A, {r} R, {c} C, {i} I", column.title)
                                >
                                    <span>{a}" A"</span>
                                    <span>{r}" R"</span>
                                    <span>{c}" C"</span>
                                    <span>{i}" I"</span>
                                </div>
                            }
                        })
                        .collect_view()
                }}
                <div class="matrix-sum" role="gridcell" aria-colindex=move || columns.with(|it| it.len() + 2)></div>
            </div>
        </div>
    }
}
