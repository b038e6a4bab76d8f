//! The grid itself: what of it is in view, and how pointer and keyboard go over it.
//!
//! The grid has the keyboard as a whole and names the cell where one is. Only rows in view are elements, and the one
//! where one is.

use leptos::html;
use leptos::prelude::*;
use opmap_model::Subject;
use wasm_bindgen::JsCast;

use super::dragging;
use super::head::{Heads, Sums};
use super::key_press::{self, ROW};
use super::place::Spot;
use super::question::Question;
use super::row::{RowView, cell_id, corner};
use super::state::{MatrixState, Window};
use crate::dialog::focus;
use crate::editor::editor;
use crate::resizing::on_resize;

/// The sizes of what stands around the rows, in pixels; the style sheet says the same.
const HEADS: f64 = 104.0;
const SUMS: f64 = 68.0;
const ROW_HEAD: f64 = 320.0;
const COLUMN: f64 = 64.0;
const ROW_SUM: f64 = 84.0;
/// What of the height is not for rows.
pub(super) const AROUND: f64 = HEADS + SUMS;
/// How many rows are made ready above and below what is seen.
const MARGIN: usize = 8;

#[component]
pub(super) fn Grid() -> impl IntoView {
    let (editor, matrix) = (editor(), expect_context::<MatrixState>());
    let grid = NodeRef::<html::Div>::new();
    follow(matrix, grid);
    let rows = Memo::new(move |_| matrix.sheet.with(|it| it.rows.len()));
    let columns = Memo::new(move |_| matrix.sheet.with(|it| it.columns.len()));
    let active = move || {
        let spot = matrix.spot();
        cell_id(matrix.sheet.with(|it| it.place(spot)))
    };
    let shown = Memo::new(move |_| {
        let (first, last) = in_view(matrix.window.get());
        let here = matrix.spot().0.checked_sub(1);
        matrix.sheet.with(|sheet| {
            let seen = first..(last + 1).min(sheet.rows.len());
            let above = here.filter(|it| *it < seen.start);
            let below = here.filter(|it| above.is_none() && *it >= seen.end);
            let places = above.into_iter().chain(seen).chain(below);
            places.filter_map(|at| Some(sheet.rows.get(at)?.subject)).collect::<Vec<Subject>>()
        })
    });
    let question_place = Signal::derive(move || {
        let (row, column) = matrix.spot();
        ((left_of(column) - 120.0).max(8.0), HEADS + pixels(row, ROW) + 6.0)
    });
    view! {
        <div
            node_ref=grid
            class="matrix"
            role="grid"
            tabindex="0"
            aria-label="Letters by step and role"
            aria-multiselectable="true"
            aria-rowcount=move || rows.get() + 2
            aria-colcount=move || columns.get() + 2
            aria-activedescendant=active
            style:--columns=move || columns.get().to_string()
            on:keydown=move |event| key_press::on_matrix(&event, editor, matrix)
            on:scroll=move |_| look(matrix, grid)
            on:pointerdown=move |event| {
                if event.button() == 0 && let Some(spot) = spot_under(&event) {
                    matrix.go(spot, event.shift_key());
                    if let (0, Some(column), false) = (spot.0, spot.1.checked_sub(1), event.shift_key()) {
                        dragging::take(column, event.client_x(), matrix);
                    }
                }
            }
            on:pointermove=move |event| {
                if dragging::follow(event.client_x(), front_at(&event, grid), matrix) {
                    return;
                }
                // With the button held the cells between are taken in.
                if event.buttons() == 1 && let Some(spot) = spot_under(&event) && spot != matrix.spot_now() {
                    matrix.go(spot, true);
                }
            }
            on:pointerup=move |_| dragging::put_down(editor, matrix)
            on:pointercancel=move |_| matrix.drag.set(None)
            on:pointerleave=move |_| matrix.drag.set(None)
        >
            <Heads />
            <div class="matrix-body" role="rowgroup" style:height=move || format!("{}px", pixels(rows.get(), ROW))>
                <For each=move || shown.get() key=|it| subject_key(*it) let(subject)>
                    <RowView subject />
                </For>
                <Marks />
            </div>
            <Sums />
            <Question place=question_place />
        </div>
    }
}

/// Where one is and what is taken in, drawn over the cells.
#[component]
fn Marks() -> impl IntoView {
    let matrix: MatrixState = expect_context();
    let range = move || {
        let (left, top, width, height) = corner(&matrix.span()?);
        Some(area(left + 1, top, width, height))
    };
    let here = move || {
        let (row, column) = matrix.spot();
        Some(area(column, row.checked_sub(1)?, 1, 1)).filter(|_| column > 0)
    };
    let column = move || {
        let (_, column) = matrix.spot();
        let rows = matrix.sheet.with(|it| it.rows.len());
        (column > 0).then(|| area(column, 0, 1, rows))
    };
    let front = move || {
        let to = matrix.drag.get()?.to?;
        Some(format!("left:{}px", left_of(to + 1) - 2.0))
    };
    view! {
        {move || front().map(|style| view! { <div class="matrix-front" aria-hidden="true" style=style></div> })}
        {move || column().map(|style| view! { <div class="matrix-column" aria-hidden="true" style=style></div> })}
        {move || range().map(|style| view! { <div class="matrix-range" aria-hidden="true" style=style></div> })}
        {move || here().map(|style| view! { <div class="matrix-here" aria-hidden="true" style=style></div> })}
    }
}

fn area(column: usize, row: usize, columns: usize, rows: usize) -> String {
    let (left, top) = (left_of(column), pixels(row, ROW));
    format!("left:{left}px;top:{top}px;width:{}px;height:{}px", pixels(columns, COLUMN), pixels(rows, ROW))
}

/// Where a column begins, the head of the rows being 0.
fn left_of(column: usize) -> f64 {
    column.checked_sub(1).map_or(0.0, |it| ROW_HEAD + pixels(it, COLUMN))
}

/// So many of that size, in pixels.
fn pixels(count: usize, size: f64) -> f64 {
    // There are never so many that their number is not exact.
    #[allow(clippy::cast_precision_loss)]
    let count = count as f64;
    count * size
}

/// The first and the last row that are made ready.
fn in_view(window: Window) -> (usize, usize) {
    // Negative numbers become 0, which is meant.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let row = |pixels: f64| (pixels / ROW) as usize;
    (row(window.top).saturating_sub(MARGIN), row(window.top + window.height) + MARGIN)
}

fn subject_key(subject: Subject) -> uuid::Uuid {
    match subject {
        Subject::Step(id) => id.0,
        Subject::Activity(id) => id.0,
        Subject::Lane(id) => id.0,
    }
}

/// The cell that the pointer is on.
fn spot_under(event: &web_sys::PointerEvent) -> Option<Spot> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let spot = target.closest("[data-spot]").ok().flatten()?.get_attribute("data-spot")?;
    let (row, column) = spot.split_once(',')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

/// The column in front of which the pointer is nearest.
fn front_at(event: &web_sys::PointerEvent, grid: NodeRef<html::Div>) -> usize {
    let Some(grid) = grid.get_untracked() else { return 0 };
    let left = grid.get_bounding_client_rect().left();
    let x = f64::from(event.client_x()) - left + f64::from(grid.scroll_left()) - ROW_HEAD;
    // Negative numbers become 0, which is meant.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let front = (x / COLUMN).round() as usize;
    front
}

/// Notes what is seen.
fn look(matrix: MatrixState, grid: NodeRef<html::Div>) {
    if let Some(grid) = grid.get_untracked() {
        let height = f64::from(grid.client_height());
        matrix.window.set(Window { top: f64::from(grid.scroll_top()), height });
    }
}

/// Keeps where one is in view, and takes the keyboard when the station opens.
fn follow(matrix: MatrixState, grid: NodeRef<html::Div>) {
    let width = RwSignal::new(0);
    on_resize(grid, move |element| {
        look(matrix, grid);
        width.set(element.client_width());
    });
    Effect::new(move |_| {
        matrix.focus_wanted.track();
        if let Some(element) = grid.get() {
            look(matrix, grid);
            focus(&element);
        }
    });
    Effect::new(move |_| {
        // Also when something opens beside it.
        width.track();
        let (row, column) = matrix.spot();
        let Some(grid) = grid.get() else { return };
        if let Some(row) = row.checked_sub(1) {
            let room = f64::from(grid.client_height()) - AROUND;
            let top = nearest(f64::from(grid.scroll_top()), pixels(row, ROW), ROW, room);
            grid.set_scroll_top(rounded(top));
        }
        if column > 0 {
            let room = f64::from(grid.client_width()) - ROW_HEAD - ROW_SUM;
            let left = left_of(column) - ROW_HEAD;
            let left = nearest(f64::from(grid.scroll_left()), left, COLUMN, room);
            grid.set_scroll_left(rounded(left));
        }
    });
}

/// The scroll that is nearest to the present one and shows `size` pixels from `start` in `room`.
fn nearest(now: f64, start: f64, size: f64, room: f64) -> f64 {
    now.max(start + size - room).min(start)
}

fn rounded(pixels: f64) -> i32 {
    // Scrolls are whole pixels on all screens, far from the limits of the type.
    #[allow(clippy::cast_possible_truncation)]
    let pixels = pixels.ceil() as i32;
    pixels
}

#[cfg(test)]
mod tests {
    use super::{MARGIN, ROW, Window, in_view, nearest};

    #[test]
    fn only_rows_in_view_are_made() {
        let seen = in_view(Window { top: 100.0 * ROW, height: 20.0 * ROW });
        assert_eq!(seen, (100 - MARGIN, 120 + MARGIN));
        assert_eq!(in_view(Window::default()).0, 0);
    }

    #[test]
    fn what_is_in_view_is_not_scrolled() {
        assert_eq!(nearest(0.0, 0.0, 28.0, 280.0), 0.0);
        assert_eq!(nearest(50.0, 100.0, 28.0, 280.0), 50.0);
        assert_eq!(nearest(0.0, 280.0, 28.0, 280.0), 28.0);
        assert_eq!(nearest(500.0, 280.0, 28.0, 280.0), 280.0);
    }
}
