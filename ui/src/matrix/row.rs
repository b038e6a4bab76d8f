//! One row of the matrix.

use std::sync::Arc;

use leptos::prelude::*;
use opmap_analysis::Severity;
use opmap_model::Subject;

use super::cell;
use super::key_press::ROW;
use super::place::{Place, Span};
use super::sheet::{Column, Row};
use super::signs::{Said, Signs};
use super::state::MatrixState;
use crate::icon::Icon;
use crate::sign::Sign;

/// The identity of a cell on the page.
pub(super) fn cell_id(place: Place) -> String {
    let row = match place.subject {
        Some(Subject::Step(id)) => id.0.to_string(),
        Some(Subject::Activity(id)) => id.0.to_string(),
        Some(Subject::Lane(id)) => id.0.to_string(),
        None => "head".to_owned(),
    };
    match place.role {
        Some(role) => format!("cell-{row}-{}", role.0),
        None => format!("cell-{row}"),
    }
}

#[component]
pub(super) fn RowView(subject: Subject) -> impl IntoView {
    let matrix: MatrixState = expect_context();
    let row =
        Memo::new(move |_| matrix.sheet.with(|it| it.row_of(subject).map(|at| (at, it.rows[at].clone()))));
    let columns = Memo::new(move |_| matrix.sheet.with(|it| it.columns.clone()));
    let signs: Memo<Signs> = expect_context();
    let said = Memo::new(move |_| signs.with(|it| it.of_row(subject).cloned()));
    let is_here = Memo::new(move |_| matrix.at.with(|it| it.subject == Some(subject)));
    // Which columns of this row are taken in, so that only rows that are concerned follow a movement.
    let taken = Memo::new(move |_| {
        let at = row.with(|it| it.as_ref().map(|it| it.0))?;
        matrix.span().filter(|it| it.rows.contains(&at)).map(|it| it.columns)
    });
    move || {
        let (at, row) = row.get()?;
        let (taken, said) = (taken.get(), said.get());
        let is_taken = |column: usize| taken.as_ref().is_some_and(|it| it.contains(&column));
        let cells: Vec<_> = columns.with(|it| {
            let cells = it.iter().enumerate();
            cells.map(|(index, it)| one_cell(&row, it, said.as_ref(), (at, index), is_taken(index))).collect()
        });
        let (sum, is_lacking, sum_index) =
            (sum(&row, said.as_ref()), is_lacking(said.as_ref()), row.cells.len() + 2);
        let title = said.as_ref().map(Said::words);
        Some(view! {
            <div
                class="matrix-row"
                class:first=row.is_first
                class:here=is_here
                role="row"
                aria-rowindex=at + 2
                style:top=format!("{}px", offset(at))
            >
                <Head row=row.clone() said at />
                {cells}
                <div class="matrix-sum" class:lacking=is_lacking role="gridcell" aria-colindex=sum_index title=title>
                    {sum}
                </div>
            </div>
        })
    }
}

/// Where a row begins, in pixels below the first.
fn offset(at: usize) -> f64 {
    // There are never so many rows that their number is not exact.
    #[allow(clippy::cast_precision_loss)]
    let rows = at as f64;
    rows * ROW
}

/// The head of the row: its group where that begins, and what it is.
#[component]
fn Head(row: Arc<Row>, said: Option<Said>, at: usize) -> impl IntoView {
    let place = Place { subject: Some(row.subject), role: None };
    let words = said.as_ref().map(|it| format!(". {}", it.words())).unwrap_or_default();
    let aside = if row.aside.is_empty() { String::new() } else { format!(", {}", row.aside) };
    let label = format!("{}, {}{aside}{words}", row.title, row.group);
    let matrix: MatrixState = expect_context();
    view! {
        <div
            id=cell_id(place)
            class="matrix-row-head"
            class:at=move || matrix.at.get() == place
            class:lacking=is_lacking(said.as_ref())
            role="rowheader"
            aria-colindex="1"
            aria-label=label
            data-spot=format!("{},0", at + 1)
        >
            <span class="matrix-group" title=row.group.clone()>{row.is_first.then(|| row.group.clone())}</span>
            <span class="matrix-title" title=row.title.clone()>{row.title.clone()}</span>
            <span class="matrix-aside" title=row.aside.clone()>{row.aside.clone()}</span>
        </div>
    }
}

fn one_cell(
    row: &Row,
    column: &Column,
    said: Option<&Said>,
    (at, index): (usize, usize),
    is_taken: bool,
) -> impl IntoView + use<> {
    let held = row.cells.get(index).copied().flatten();
    let place = Place { subject: Some(row.subject), role: Some(column.id) };
    let severity = said.and_then(|it| it.roles.get(&column.id)).map(|it| it.word());
    let words = severity.map(|it| format!(", {it}")).unwrap_or_default();
    view! {
        <div
            id=cell_id(place)
            class=format!("matrix-cell {}", severity.unwrap_or_default())
            role="gridcell"
            aria-colindex=index + 2
            aria-selected=is_taken.to_string()
            aria-label=format!("{}. {}, {}{words}", cell::words(held), column.title, row.title)
            data-spot=format!("{},{}", at + 1, index + 1)
        >
            {cell::letters(held)}
        </div>
    }
}

/// Whether a row has an error, which tints its name and its sign, never its letters.
fn is_lacking(said: Option<&Said>) -> bool {
    said.is_some_and(|it| it.severity == Severity::Error)
}

/// What the row comes to: the gravest that the checks say of it, and how many answer and do. Where no letter is needed
/// and none is given, there is nothing to say.
fn sum(row: &Row, said: Option<&Said>) -> AnyView {
    let is_lane = matches!(row.subject, Subject::Lane(_));
    // Where nobody answers, nothing is in order yet, even if no check asks for it.
    let in_order = said.is_none() && !row.is_open && !is_lane && !row.answering.is_empty();
    let sign = match said {
        Some(said) => view! { <Sign severity=said.severity /> }.into_any(),
        None if in_order => view! { <Icon name="check" /> }.into_any(),
        None => ().into_any(),
    };
    let spoken = said.map(|it| it.severity.word()).or(in_order.then_some("in order"));
    let counts = (!row.is_open && !is_lane).then(|| format!("{} A, {} R", row.answering.len(), row.doing));
    view! {
        {sign}
        {spoken.map(|it| view! { <span class="spoken">{it}", "</span> })}
        <span>{counts}</span>
    }
    .into_any()
}

/// Where what is taken together lies, for whoever marks it: left, top, width and height in cells.
pub(super) fn corner(span: &Span) -> (usize, usize, usize, usize) {
    let (rows, columns) = (&span.rows, &span.columns);
    (*columns.start(), *rows.start(), columns.end() - columns.start() + 1, rows.end() - rows.start() + 1)
}
