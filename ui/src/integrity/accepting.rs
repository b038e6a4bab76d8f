//! Accepting a finding with a reason (Q7), and no longer accepting it.

use leptos::html;
use leptos::prelude::*;
use opmap_analysis::Finding;
use opmap_model::Text;

use super::state::Integrity;
use crate::dialog::{Dialog, focus};
use crate::identity::fresh;
use crate::keys::is_submit;

/// Asks why a finding is left as it is.
#[component]
pub(super) fn AcceptDialog() -> impl IntoView {
    let integrity: Integrity = expect_context();
    move || integrity.accepting.get().map(|finding| view! { <Question finding /> })
}

#[component]
fn Question(finding: Finding) -> impl IntoView {
    let integrity: Integrity = expect_context();
    let field = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // The dialog takes the keyboard first.
            request_animation_frame(move || focus(&field));
        }
    });
    let now = finding.accepted.as_ref().map(|it| it.reason.to_string()).unwrap_or_default();
    let reason = RwSignal::new(now.clone());
    let close = move || integrity.accepting.set(None);
    let sentence = finding.sentence.clone();
    let many = match finding.subjects().len() {
        0 | 1 => None,
        many => Some(format!("It is accepted for all {many} of them.")),
    };
    let finding = StoredValue::new(finding);
    let accept = move || {
        if let Ok(reason) = Text::new(&reason.get_untracked()) {
            close();
            finding.with_value(|it| integrity.accept(it, &reason));
        }
    };
    view! {
        <Dialog title="Accept this finding?".to_owned() cancel=Callback::new(move |()| close())>
            <p>{sentence}</p>
            <p class="quiet">
                "It counts no longer, here and in the report, and stands apart with its reason. " {many}
            </p>
            <label class="accept-reason">
                "Why it is left as it is"
                <textarea
                    node_ref=field
                    rows="3"
                    prop:value=now
                    on:input=move |event| reason.set(event_target_value(&event))
                    on:keydown=move |event| {
                        if is_submit(&event) {
                            // The button that has the keyboard afterwards must not be pressed by it.
                            event.prevent_default();
                            accept();
                        }
                    }
                ></textarea>
            </label>
            <div class="dialog-foot">
                <button class="button" data-safe="" on:click=move |_| close()>"Leave it open"</button>
                <button
                    class="button primary"
                    disabled=move || Text::new(&reason.get()).is_err()
                    on:click=move |_| accept()
                >
                    "Accept"
                </button>
            </div>
        </Dialog>
    }
}

/// The findings that are accepted, folded until someone wants to see them.
#[component]
pub(super) fn Accepted() -> impl IntoView {
    let integrity: Integrity = expect_context();
    let open = RwSignal::new(false);
    let count = move || integrity.accepted.with(Vec::len);
    view! {
        <Show when=move || { count() > 0 }>
            <button
                class="integrity-accepted"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|it| *it = !*it)
            >
                <span>{move || if open.get() { "Accepted, fold" } else { "Accepted, show" }}</span>
                <span>{count}</span>
            </button>
            <Show when=move || open.get()>
                <ul>
                    <For each=move || integrity.accepted.get() key=Clone::clone let(finding)>
                        <AcceptedRow finding />
                    </For>
                </ul>
            </Show>
        </Show>
    }
}

#[component]
fn AcceptedRow(finding: Finding) -> impl IntoView {
    let integrity: Integrity = expect_context();
    let reason = finding.accepted.as_ref().map(|it| it.reason.to_string()).unwrap_or_default();
    let (sentence, rule) = (finding.sentence.clone(), finding.rule);
    let finding = StoredValue::new(finding);
    view! {
        <li class="accepted">
            <button class="integrity-row" on:click=move |_| finding.with_value(|it| integrity.lead_to(it))>
                <span class="integrity-sentence">{sentence}</span>
                <span class="rule">{rule}</span>
                <span class="integrity-reason">{format!("Accepted: {reason}")}</span>
            </button>
            <div class="integrity-fixes">
                <button class="button" on:click=move |_| integrity.accepting.set(Some(finding.get_value()))>
                    "Change the reason…"
                </button>
                <button class="button" on:click=move |_| finding.with_value(|it| integrity.reopen(it))>"Open it again"</button>
            </div>
        </li>
    }
}

impl Integrity {
    /// Accepts a finding, or gives it another reason.
    fn accept(self, finding: &Finding, reason: &Text) {
        if self.editor.commit(finding.accept(reason, fresh)) {
            self.spoken.set("Accepted.".to_owned());
        }
    }

    /// No longer accepts a finding.
    fn reopen(self, finding: &Finding) {
        if finding.reopen().is_some_and(|edit| self.editor.commit(edit)) {
            self.spoken.set("Open again.".to_owned());
        }
    }
}
