//! The frozen heads of the columns, and below the rows what each column comes to.

use leptos::prelude::*;

use super::place::Place;
use super::row::cell_id;
use super::sheet::Column;
use super::signs::Signs;
use super::state::MatrixState;
use crate::sign::Sign;

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
                    <span>"Checks"</span>
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
    let (id, place) = (column.id, Place { subject: None, role: Some(column.id) });
    let signs: Memo<Signs> = expect_context();
    let said = Memo::new(move |_| signs.with(|it| it.of_column(id).cloned()));
    let function = column.function.clone().unwrap_or_else(|| "No function".to_owned());
    let (name, title) = (column.title.clone(), column.title);
    let told = format!("{name}, {function}");
    let label =
        move || said.with(|it| it.as_ref().map_or(told.clone(), |it| format!("{told}. {}", it.words())));
    let tip =
        move || said.with(|it| it.as_ref().map_or(name.clone(), |it| format!("{name}. {}", it.words())));
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
            title=tip
            data-spot=format!("0,{}", index + 1)
        >
            {run.map(|run| view! { <span class="matrix-function" style:--run=run.to_string()>{function}</span> })}
            {move || said.with(|it| it.as_ref().map(|it| view! { <Sign severity=it.severity /> }))}
            <span class="matrix-code" aria-hidden="true">{column.code}</span>
            <span class="matrix-role">{title}</span>
        </div>
    }
}

/// How often each role has each letter, and how much of all that is (its load).
#[component]
pub(super) fn Sums() -> impl IntoView {
    let matrix: MatrixState = expect_context();
    let columns = Memo::new(move |_| matrix.sheet.with(|it| it.columns.clone()));
    view! {
        <div class="matrix-sums" role="rowgroup">
            <div class="matrix-sum-row" role="row" aria-rowindex=move || matrix.sheet.with(|it| it.rows.len() + 2)>
                <div class="matrix-row-head" role="rowheader" aria-colindex="1">
                    <span class="matrix-title">"Letters by role"</span>
                    <span class="matrix-aside">"lanes left out"</span>
                </div>
                {move || {
                    let columns = columns.get();
                    let most = |letter: usize| columns.iter().map(|it| it.counts[letter]).max().unwrap_or(0);
                    let (most_a, most_r) = (most(0), most(1));
                    columns
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
                                    <span class="matrix-load a" style=load(a, most_a)>{a}" A"</span>
                                    " "
                                    <span class="matrix-load r" style=load(r, most_r)>{r}" R"</span>
                                    " "
                                    <span>{c}" C  "{i}" I"</span>
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

/// How long the bar of a count is beside the longest one.
fn load(count: usize, most: usize) -> String {
    format!("--load:{}%", (count * 100).checked_div(most).unwrap_or(0))
}
