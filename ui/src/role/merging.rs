//! Making one role out of two.

use leptos::prelude::*;
use opmap_model::{Edit, RoleId};

use super::held::held_lines;
use crate::dialog::Dialog;
use crate::editor::{Editor, editor};
use crate::field::Choice;
use crate::registers::role_options;

/// The button that asks into which role, and the question.
#[component]
pub(super) fn Merge(id: RoleId, merged: Callback<RoleId>) -> impl IntoView {
    let editor = editor();
    let asking = RwSignal::new(false);
    let has_others = move || editor.read(|document| document.roles().len() > 1);
    view! {
        <Show when=has_others>
            <button class="button" on:click=move |_| asking.set(true)>"Merge into another role…"</button>
        </Show>
        {move || asking.get().then(|| view! { <Question id merged close=Callback::new(move |()| asking.set(false)) /> })}
    }
}

/// Asks which role is to hold what this one holds, and says what that is.
#[component]
fn Question(id: RoleId, merged: Callback<RoleId>, close: Callback<()>) -> impl IntoView {
    let editor = editor();
    let name = title(editor, id);
    let lines = editor.peek(|document| held_lines(document, id));
    let all = role_options();
    let others = Signal::derive(move || {
        let mut others = all.get();
        others.retain(|(other, _)| *other != id.0.to_string());
        others
    });
    let target = RwSignal::new(String::new());
    let into = move || target.get().parse().ok().map(RoleId);
    let merge = move |_| {
        let Some(into) = into() else { return };
        close.run(());
        if editor.commit(Edit::MergeRoles { from: id, into }) {
            merged.run(into);
        }
    };
    view! {
        <Dialog title=format!("Merge “{name}” into another role?") cancel=close>
            <Choice
                label="Into"
                options=others
                optional=true
                none="choose a role"
                value=target
                choose=Callback::new(move |key: String| target.set(key))
            />
            {if lines.is_empty() {
                view! { <p>"It holds nothing. It goes away; undo brings it back."</p> }.into_any()
            } else {
                view! {
                    <p>
                        {move || match into() {
                            Some(into) => format!("“{}” will hold this too. Undo takes all of it back.", title(editor, into)),
                            None => "This will be held by the other role. Undo takes all of it back.".to_owned(),
                        }}
                    </p>
                    <ul class="uses">{lines.into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}</ul>
                }
                    .into_any()
            }}
            <div class="dialog-foot">
                <button class="button" data-safe="" on:click=move |_| close.run(())>"Keep both"</button>
                <button class="button primary" disabled=move || into().is_none() on:click=merge>"Merge"</button>
            </div>
        </Dialog>
    }
}

fn title(editor: Editor, id: RoleId) -> String {
    editor.peek(|document| document.get(id).map(|it| it.title.to_string())).unwrap_or_default()
}
