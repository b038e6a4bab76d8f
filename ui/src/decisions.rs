//! The Decisions station: who has which right in which decision, up to which limit, and where it is escalated.

mod aside;
mod asking;
mod cell_edit;
mod changes;
mod details;
mod foot;
mod framework;
mod key_press;
mod limits;
mod line;
mod picker;
mod place;
mod recovery;
mod row;
mod sheet;
mod state;
mod tables;
mod toolbar;
mod what_if;

use leptos::prelude::*;

pub(crate) use framework::Framework;
pub(crate) use state::DecisionsState;

#[component]
pub(crate) fn DecisionsStation() -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    key_press::answer_commands(decisions);
    let has_rows = Memo::new(move |_| decisions.sheet.with(|it| !it.groups.is_empty()));
    on_cleanup(move || {
        // The workshop may have been closed before.
        let _ = decisions.editing.try_set(None);
        let _ = decisions.naming.try_set(false);
    });
    view! {
        <main class="station decisions-station">
            <toolbar::Toolbar />
            <div class="decisions-main">
                <Show when=move || has_rows.get() fallback=|| view! { <Empty /> }>
                    <tables::Tables />
                </Show>
                <details::Details />
            </div>
            <foot::Foot />
            <asking::FrameworkDialog />
            <p class="spoken" role="status">{move || decisions.spoken.get()}</p>
        </main>
    }
}

/// What is missing for a table.
#[component]
fn Empty() -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let sentence = move || {
        if decisions.sheet.with(|it| it.hidden > 0) {
            "Nothing is left by the filter."
        } else {
            "Say what has to be decided on this journey, and who may decide it. N adds a decision."
        }
    };
    view! { <p class="matrix-empty">{sentence}</p> }
}
