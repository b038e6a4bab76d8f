//! The RACI station: who is responsible, accountable, consulted and informed, step by step.

mod adding;
mod cell;
mod clipboard;
mod details;
mod dragging;
mod filter_panel;
mod foot;
mod grid;
mod head;
mod key_press;
mod place;
mod question;
mod row;
mod sheet;
mod signs;
mod state;
mod table;
mod toolbar;
mod typing;

use leptos::prelude::*;

use crate::commands::Commands;
use crate::editor::editor;
use crate::keys::{Command, OnMatrix};

pub(crate) use foot::MatrixFoot;
pub(crate) use state::MatrixState;

#[component]
pub(crate) fn MatrixStation() -> impl IntoView {
    let (editor, matrix) = (editor(), expect_context::<MatrixState>());
    // The corner stands for all cells, and what is typed there would fill them.
    if matrix.at.get_untracked() == place::Place::default() {
        matrix.go((1, 1), false);
    }
    provide_context(signs::Signs::keep());
    key_press::answer_commands(editor, matrix);
    clipboard::listen(editor, matrix);
    let has_cells = Memo::new(move |_| matrix.sheet.with(|it| !it.columns.is_empty() && !it.rows.is_empty()));
    view! {
        <main class="station matrix-station">
            <toolbar::Toolbar />
            <div class="matrix-area">
                <Show when=move || has_cells.get() fallback=|| view! { <Empty /> }>
                    <grid::Grid />
                </Show>
                <details::DetailsIfOpen />
            </div>
            <clipboard::PastePreview />
            <adding::DeleteDialog />
            <p class="spoken" role="status">{move || matrix.spoken.get()}</p>
        </main>
    }
}

/// What is missing for a matrix, and the way to it.
#[component]
fn Empty() -> impl IntoView {
    let (matrix, commands): (MatrixState, Commands) = (expect_context(), expect_context());
    let missing = move || {
        let is_filtered = !matrix.filter.with(sheet::Filter::is_empty);
        matrix.sheet.with(|it| match it.columns.is_empty() {
            _ if is_filtered => ("Nothing is left by the filter.", "Show everything", None),
            true => ("Letters go to roles.", "Add the first role", Some(OnMatrix::AddRole)),
            false => (
                "Letters are given to steps on the map, and to activities outside the journeys.",
                "Add an activity",
                Some(OnMatrix::AddActivity),
            ),
        })
    };
    move || {
        let (sentence, way, command) = missing();
        let go = move |_| match command {
            Some(command) => commands.run(Command::Matrix(command)),
            None => matrix.filter.set(sheet::Filter::default()),
        };
        view! {
            <section class="matrix-empty" aria-label="Empty matrix">
                <p>{sentence}</p>
                <button class="button primary" on:click=go>{way}</button>
            </section>
        }
    }
}
