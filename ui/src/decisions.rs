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

use leptos::html;
use leptos::prelude::*;

use crate::dialog::focus;

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

/// What is missing for a table, and the way to it; it has the keys of the tables.
#[component]
fn Empty() -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let button = NodeRef::<html::Button>::new();
    Effect::new(move |_| {
        decisions.focus_wanted.track();
        if let Some(button) = button.get() {
            focus(&button);
        }
    });
    let is_filtered = Memo::new(move |_| decisions.sheet.with(|it| it.hidden > 0));
    let (sentence, verb) = (
        move || match is_filtered.get() {
            true => "Nothing is left by the filter.",
            false => "Say what has to be decided on this journey, and who may decide it.",
        },
        move || if is_filtered.get() { "Show all decisions" } else { "Add a decision" },
    );
    let act = move |_| {
        if is_filtered.get_untracked() {
            decisions.filter.set(sheet::Filter::default());
            decisions.focus_wanted.notify();
        } else {
            decisions.naming.set(true);
        }
    };
    view! {
        <div class="empty decisions-empty" on:keydown=move |event| key_press::on_empty(&event, decisions)>
            <p>{sentence}</p>
            <button node_ref=button class="button" on:click=act>
                {verb}
            </button>
        </div>
    }
}
