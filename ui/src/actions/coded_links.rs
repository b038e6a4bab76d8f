//! Records with a code to which one leads: each can be taken away, and more are added.

use leptos::prelude::*;
use opmap_model::RecordId;

use crate::icon::Icon;
use crate::leading::Leading;

/// A record that is linked.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Coded {
    pub(super) record: RecordId,
    pub(super) code: String,
    pub(super) text: String,
}

/// The links, and what offers more of them.
#[component]
pub(super) fn CodedLinks(
    /// What they are.
    label: &'static str,
    /// What is said while there are none.
    none: &'static str,
    links: Memo<Vec<Coded>>,
    /// What is said of taking one away, before its code.
    no_longer: &'static str,
    take_away: Callback<RecordId>,
    /// What is shown beside the code.
    #[prop(optional)]
    sign: Option<fn(RecordId) -> AnyView>,
    children: Children,
) -> impl IntoView {
    let leading: Leading = expect_context();
    view! {
        <section class="fields" aria-label=label>
            <h4>{label}</h4>
            <ul class="links">
                <For each=move || links.get() key=|it| (it.record, it.code.clone(), it.text.clone()) let(link)>
                    <li>
                        <button
                            class="link-to"
                            title="Show it in the register"
                            on:click=move |_| leading.go(&[link.record])
                        >
                            <span class="link-kind">
                                <strong class="code">{link.code.clone()}</strong>
                                {sign.map(|it| it(link.record))}
                            </span>
                            <span class="clamped">{link.text.clone()}</span>
                        </button>
                        <button
                            class="icon-button small"
                            aria-label=format!("{no_longer} {}", link.code)
                            title="Take the link away"
                            on:click=move |_| take_away.run(link.record)
                        >
                            <Icon name="x" />
                        </button>
                    </li>
                </For>
            </ul>
            <Show when=move || links.with(Vec::is_empty)>
                <p><span class="unset">{none}</span></p>
            </Show>
            <div class="chips">{children()}</div>
        </section>
    }
}
