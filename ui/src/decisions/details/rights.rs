//! What the room calls each right, where it has a word of its own.

use leptos::prelude::*;
use opmap_model::{DecisionField, DecisionId, RoleId};

use super::super::changes;
use super::super::framework::{Framework, Holder, holders, reworded};
use super::super::sheet::role_name;
use super::super::state::DecisionsState;
use crate::field::{TextField, optional_title};

#[component]
pub(super) fn Wording(id: DecisionId) -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let held = Memo::new(move |_| {
        decisions.editor.read(|document| {
            let Some(decision) = document.get(id) else { return Vec::new() };
            let letters = Framework::of(&decision.rights).letters();
            let all = holders(&decision.rights).into_iter();
            all.map(|it| (letters[it.letter].word, role_name(document, it.role), it)).collect()
        })
    });
    // One role alone needs no word for its right.
    let has_words = Memo::new(move |_| {
        decisions
            .editor
            .read(|it| it.get(id).is_some_and(|it| Framework::of(&it.rights) != Framework::Decider))
    });
    view! {
        <Show when=move || has_words.get() && held.with(|it| !it.is_empty())>
            <section aria-label="What the room calls it">
                <h4>"What the room calls it"</h4>
                <table class="table decision-words">
                    <tbody>
                        <For each=move || held.get() key=key_of let((word, role, holder))>
                            <tr>
                                <th scope="row">{word}</th>
                                <td>{role}</td>
                                <td><OwnWords id holder /></td>
                            </tr>
                        </For>
                    </tbody>
                </table>
            </section>
        </Show>
    }
}

fn key_of((word, role, holder): &(&'static str, String, Holder)) -> (usize, RoleId, Option<String>, String) {
    let words = holder.words.as_ref().map(ToString::to_string);
    (holder.letter, holder.role, words, format!("{word} {role}"))
}

#[component]
fn OwnWords(id: DecisionId, holder: Holder) -> impl IntoView {
    let decisions: DecisionsState = expect_context();
    let words = holder.words.as_ref().map(ToString::to_string).unwrap_or_default();
    let commit = Callback::new(move |text: String| {
        let words = optional_title(&text)?;
        let rights = decisions.editor.peek(|it| Some(reworded(&it.get(id)?.rights, &holder, words)));
        if let Some(rights) = rights {
            decisions.editor.commit(changes::set(id, DecisionField::Rights(rights)));
        }
        Ok(())
    });
    view! { <TextField label="Words of its own" bare=true value=Signal::stored(words) commit /> }
}
