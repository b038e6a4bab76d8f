//! Letters on the clipboard, by the page's own events, as a table that spreadsheets take.

use leptos::ev;
use leptos::prelude::*;
use opmap_exchange::rows;
use opmap_model::Edit;
use wasm_bindgen::JsCast;

use super::state::MatrixState;
use super::table::{self, Pasted};
use super::typing::{self, Typed};
use crate::clipboard;
use crate::dialog::Dialog;
use crate::editor::{Editor, editor};
use crate::keys::{self, Command, OnMatrix};

/// How many sentences about what is not taken are shown.
const SHOWN: usize = 8;

/// Listens to the page as long as the owner of the caller lives.
pub(super) fn listen(editor: Editor, matrix: MatrixState) {
    let copy = window_event_listener(ev::copy, move |event| {
        let _ = copy(&event, matrix);
    });
    let cut = window_event_listener(ev::cut, move |event| {
        if let Some(Typed::Set { cells, .. }) = copy_then_clear(&event, matrix) {
            editor.commit(Edit::SetLetters { cells });
        }
    });
    let paste = window_event_listener(ev::paste, move |event| paste(&event, editor, matrix));
    on_cleanup(move || {
        copy.remove();
        cut.remove();
        paste.remove();
    });
}

/// Does what was chosen in the palette, without a key of the system being pressed.
pub(super) fn run(command: OnMatrix, editor: Editor) {
    let sentence = match command {
        OnMatrix::Copy if clipboard::ask("copy") => return,
        OnMatrix::Cut if clipboard::ask("cut") => return,
        // The system hands out what was copied only when its own key is pressed.
        OnMatrix::Paste => {
            format!("Press {} to paste.", keys::hint(Command::Matrix(OnMatrix::Paste)))
        }
        _ => clipboard::REFUSED.to_owned(),
    };
    editor.message.set(Some(sentence));
}

/// Puts what is taken in on the clipboard. From a head on, the names of roles and rows go along.
fn copy(event: &web_sys::ClipboardEvent, matrix: MatrixState) -> Option<()> {
    let span = matrix.span_now().filter(|_| is_of_matrix(event))?;
    let is_head = |it: super::place::Place| it.subject.is_none() || it.role.is_none();
    let named = is_head(matrix.at.get_untracked()) || is_head(matrix.anchor.get_untracked());
    let text = matrix.sheet.with_untracked(|sheet| rows::write(&table::copied(sheet, &span, named)));
    event.clipboard_data()?.set_data("text/plain", &text).ok()?;
    event.prevent_default();
    let cells = span.cells().count();
    matrix.spoken.set(if cells == 1 {
        "1 cell copied.".to_owned()
    } else {
        format!("{cells} cells copied.")
    });
    Some(())
}

fn copy_then_clear(event: &web_sys::ClipboardEvent, matrix: MatrixState) -> Option<Typed> {
    copy(event, matrix)?;
    let span = matrix.span_now()?;
    Some(matrix.sheet.with_untracked(|sheet| typing::clear(sheet, &span)))
}

/// Takes letters at once; what has names, or cannot all be taken, is looked at first.
fn paste(event: &web_sys::ClipboardEvent, editor: Editor, matrix: MatrixState) {
    let Some(span) = matrix.span_now().filter(|_| is_of_matrix(event)) else { return };
    event.prevent_default();
    let text = event.clipboard_data().and_then(|it| it.get_data("text/plain").ok()).unwrap_or_default();
    match rows::range(&text) {
        Err(error) => editor.message.set(Some(format!("Nothing was pasted. {error}"))),
        Ok(grid) => {
            let pasted = matrix.sheet.with_untracked(|sheet| table::pasted(sheet, &span, &grid));
            if pasted.by_name || !pasted.left_out.is_empty() {
                matrix.pasted.set(Some(pasted));
            } else {
                take(pasted, editor, matrix);
            }
        }
    }
}

fn take(pasted: Pasted, editor: Editor, matrix: MatrixState) {
    let words = counted(&pasted);
    if editor.commit(Edit::SetLetters { cells: pasted.cells }) {
        matrix.spoken.set(format!("Pasted: {words}."));
    }
}

/// What it sets and clears, in words.
fn counted(pasted: &Pasted) -> String {
    let (set, cleared) = pasted.counts();
    let cells = |count: usize| if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") };
    match (set, cleared) {
        (set, 0) => format!("a letter in {}", cells(set)),
        (0, cleared) => format!("no letter in {}", cells(cleared)),
        (set, cleared) => format!("a letter in {}, none in {}", cells(set), cells(cleared)),
    }
}

/// Whether the event is for the matrix: not for a field, a dialog, or marked words.
fn is_of_matrix(event: &web_sys::ClipboardEvent) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    let in_field = target.is_some_and(|it| matches!(it.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
    !in_field && document().query_selector("[role=dialog]").ok().flatten().is_none()
}

/// What was pasted, looked at before it is taken.
#[component]
pub(super) fn PastePreview() -> impl IntoView {
    let (editor, matrix) = (editor(), expect_context::<MatrixState>());
    let close = move || matrix.pasted.set(None);
    move || {
        matrix.pasted.get().map(|pasted| {
            let more = pasted.left_out.len().saturating_sub(SHOWN);
            let left_out = pasted.left_out.iter().take(SHOWN).cloned();
            let left_out = left_out.chain((more > 0).then(|| format!("And {more} more."))).collect::<Vec<_>>();
            let summary = format!("Puts {}.", counted(&pasted));
            let is_empty = pasted.cells.is_empty();
            view! {
                <Dialog title="Put these letters into the matrix?".to_owned() cancel=Callback::new(move |()| close())>
                    <p class="rows-summary">{summary}</p>
                    {(!left_out.is_empty())
                        .then(|| {
                            view! {
                                <p>"This is not taken:"</p>
                                <ul class="uses" aria-label="What is not taken">
                                    {left_out.into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}
                                </ul>
                            }
                        })}
                    <div class="dialog-foot">
                        <button class="button" data-safe="" on:click=move |_| close()>"Cancel"</button>
                        <button
                            class="button primary"
                            disabled=is_empty
                            on:click=move |_| {
                                close();
                                take(pasted.clone(), editor, matrix);
                            }
                        >
                            "Put them in"
                        </button>
                    </div>
                </Dialog>
            }
        })
    }
}
