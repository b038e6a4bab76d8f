//! Heads of columns are dragged to put roles in another order. Pressed without being moved, a head shows its details.
//! Every such drag has a key: Alt with an arrow.

use leptos::prelude::*;
use opmap_model::RoleId;

use super::state::MatrixState;
use super::{adding, details};
use crate::editor::Editor;

/// How far the pointer moves before it drags, in pixels.
const SLACK: i32 = 5;

/// A head that is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Drag {
    role: RoleId,
    /// Where it was taken.
    start: i32,
    /// In front of which column it would be put down, once it is moved.
    pub(super) to: Option<usize>,
}

/// Takes hold of the head of a column.
pub(super) fn take(column: usize, x: i32, matrix: MatrixState) {
    let role = matrix.sheet.with_untracked(|it| it.columns.get(column).map(|it| it.id));
    matrix.drag.set(role.map(|role| Drag { role, start: x, to: None }));
}

/// Moves what is held to `x`, which lies nearest to the front of the column `to`; says whether something is held.
pub(super) fn follow(x: i32, to: usize, matrix: MatrixState) -> bool {
    let Some(drag) = matrix.drag.get_untracked() else { return false };
    if drag.to.is_some() || (x - drag.start).abs() > SLACK {
        let last = matrix.sheet.with_untracked(|it| it.columns.len());
        matrix.drag.set(Some(Drag { to: Some(to.min(last)), ..drag }));
    }
    true
}

/// Puts down what is held; without a movement it was pressed.
pub(super) fn put_down(editor: Editor, matrix: MatrixState) {
    let Some(drag) = matrix.drag.get_untracked() else { return };
    matrix.drag.set(None);
    match drag.to {
        Some(to) => adding::put_column(drag.role, to, editor, matrix),
        None => details::show(matrix),
    }
}
