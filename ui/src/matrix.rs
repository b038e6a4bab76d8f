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

use crate::editor::editor;

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

/// What is missing for a matrix.
#[component]
fn Empty() -> impl IntoView {
    let matrix: MatrixState = expect_context();
    let sentence = move || {
        matrix.sheet.with(|it| match (it.columns.is_empty(), matrix.filter.with(sheet::Filter::is_empty)) {
            (_, false) => "Nothing is left by the filter.",
            (true, _) => "Letters go to roles. Add a role first.",
            (false, _) => {
                "Letters are given to steps and activities. Add an activity here, or a step to the map."
            }
        })
    };
    view! { <p class="matrix-empty">{sentence}</p> }
}
