//! What keys do on the matrix.

use leptos::prelude::*;
use opmap_model::Edit;

use super::place::led;
use super::state::{MatrixState, Naming};
use super::typing::{self, Typed};
use super::{adding, clipboard, details, question};
use crate::editor::Editor;
use crate::keys::{self, Command, OnMatrix, Place};

/// The height of a row, in pixels; the style sheet says the same.
pub(super) const ROW: f64 = 29.0;

/// A key on the matrix.
pub(super) fn on_matrix(event: &web_sys::KeyboardEvent, editor: Editor, matrix: MatrixState) {
    if question::on_key(event, editor, matrix) {
        event.prevent_default();
        event.stop_propagation();
        return;
    }
    let Some(command) = keys::command_on(Place::Matrix, event).filter(|it| !it.is_of_clipboard()) else {
        return;
    };
    if let Command::Matrix(command) = command {
        run(command, editor, matrix);
        event.prevent_default();
        event.stop_propagation();
    }
}

/// Carries out commands that were chosen elsewhere: in the palette, on a button.
pub(super) fn answer_commands(editor: Editor, matrix: MatrixState) {
    Effect::new(move |_| {
        let Some(command) = matrix.wanted.get() else { return };
        matrix.wanted.set(None);
        matrix.focus_wanted.notify();
        if let Command::Matrix(command) = command {
            run(command, editor, matrix);
        }
    });
}

fn run(command: OnMatrix, editor: Editor, matrix: MatrixState) {
    match command {
        OnMatrix::Letter(letter) => type_in(editor, matrix, |sheet, span| typing::typed(sheet, span, letter)),
        OnMatrix::Clear if adding::delete(editor, matrix) => {}
        OnMatrix::Clear => type_in(editor, matrix, typing::clear),
        OnMatrix::Nothing => type_in(editor, matrix, typing::keep_out),
        OnMatrix::All => {
            let last = last(matrix);
            matrix.go((1, 1), false);
            matrix.go(last, true);
        }
        OnMatrix::Details => details::open(matrix),
        OnMatrix::Enter if matrix.is_at_head() => details::open(matrix),
        OnMatrix::Escape if matrix.drag.get_untracked().is_some() => matrix.drag.set(None),
        OnMatrix::Escape => {
            let spot = matrix.spot_now();
            matrix.go(spot, false);
        }
        OnMatrix::Copy | OnMatrix::Cut | OnMatrix::Paste => clipboard::run(command, editor),
        OnMatrix::AddRole => matrix.naming.set(Some(Naming::NewRole)),
        OnMatrix::AddActivity => matrix.naming.set(Some(Naming::NewActivity)),
        OnMatrix::Rename => adding::rename(matrix),
        OnMatrix::Move(way) => adding::reorder(way, editor, matrix),
        way => {
            let to = led(matrix.spot_now(), last(matrix), page(matrix), way);
            matrix.go(to, matches!(way, OnMatrix::Extend(_)));
        }
    }
}

fn last(matrix: MatrixState) -> (usize, usize) {
    matrix.sheet.with_untracked(|it| (it.rows.len(), it.columns.len()))
}

/// How many rows are a screen.
fn page(matrix: MatrixState) -> usize {
    let height = matrix.window.get_untracked().height - super::grid::AROUND;
    // Rows on a screen are few.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let rows = (height / ROW).max(1.0) as usize;
    rows
}

fn type_in(
    editor: Editor,
    matrix: MatrixState,
    look: impl FnOnce(&super::sheet::Sheet, &super::place::Span) -> Typed,
) {
    let Some(span) = matrix.span_now() else { return };
    matrix.question.set(None);
    match matrix.sheet.with_untracked(|sheet| look(sheet, &span)) {
        Typed::Set { cells, replaced } => {
            let is_set = editor.commit(Edit::SetLetters { cells });
            if let Some(sentence) = replaced_words(replaced).filter(|_| is_set) {
                editor.message.set(Some(sentence));
            }
        }
        Typed::Ask(second) => matrix.question.set(Some(second)),
        Typed::Refused(sentence) => editor.message.set(Some(sentence.to_owned())),
        Typed::Nothing => {}
    }
}

/// What is said where letters of several cells have given way to another.
fn replaced_words(replaced: usize) -> Option<String> {
    match replaced {
        0 => None,
        1 => Some("Another letter was replaced. Undo brings it back.".to_owned()),
        _ => Some(format!("{replaced} other letters were replaced. Undo brings them back.")),
    }
}
