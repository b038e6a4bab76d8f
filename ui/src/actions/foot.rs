//! In the status bar: how much evidence there is, how much of it is sound, and the keys of the register.

use leptos::prelude::*;

use super::state::ActionsState;
use crate::keys::{self, Command, OnActions};

#[component]
pub(crate) fn ActionsFoot() -> impl IntoView {
    let actions: ActionsState = expect_context();
    let counts = Memo::new(move |_| {
        actions.editor.read(|document| {
            let evidence = document.evidence();
            let sound = evidence.values().filter(|it| it.is_sound()).count();
            (evidence.len(), sound, document.findings().len())
        })
    });
    let key = |command| view! { <kbd>{keys::hint(Command::Actions(command))}</kbd> };
    view! {
        <span>
            <strong>{move || counts.get().0}</strong> " pieces of evidence, "
            <strong>{move || counts.get().1}</strong> " measured or observed"
        </span>
        <span><strong>{move || counts.get().2}</strong> " findings kept"</span>
        <span class="grow"></span>
        <span class="status-keys quiet">
            {key(OnActions::Add)} " adds, " {key(OnActions::Edit)} " rewords, " {key(OnActions::Link)} " links, "
            {key(OnActions::Delete)} " deletes"
        </span>
    }
}
