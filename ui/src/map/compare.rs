//! Two states of the journey side by side: what is new, gone, moved and changed.

use leptos::prelude::*;
use opmap_analysis::{Difference, DifferenceKind, differences};
use opmap_model::{Keyword, RecordId, State};

use super::selection::Selection;
use super::state::MapState;
use crate::editor::editor;

#[component]
pub(super) fn Compare() -> impl IntoView {
    let (editor, map_state) = (editor(), expect_context::<MapState>());
    let before = RwSignal::new(State::AsLived);
    let after = RwSignal::new(State::ToBe);
    let found = Memo::new(move |_| {
        let journey = map_state.map.get().map(|it| it.journey);
        let look =
            |journey| editor.read(|document| differences(document, journey, before.get(), after.get()));
        journey.map(look).unwrap_or_default()
    });
    let jump = move |difference: &Difference| {
        let record = difference.after.or(difference.before);
        let target = record.and_then(|it| editor.peek(|document| Selection::of_touched(document, &[it])));
        if let Some((map, selection)) = target {
            map_state.comparing.set(false);
            map_state.map.set(Some(map));
            map_state.selection.set(selection);
            map_state.reveal_wanted.notify();
        }
    };
    let count =
        move |label: &'static str| found.with(|it| it.iter().filter(|it| it.kind.label() == label).count());
    view! {
        <section class="compare" aria-label="Comparison">
            <header>
                <StateChoice words="From" state=before />
                <StateChoice words="to" state=after />
                {["Added", "Gone", "Moved", "Changed"]
                    .into_iter()
                    .map(|label| {
                        view! {
                            <span class=format!("difference-count {}", label.to_lowercase())>
                                <span class="difference-sign" aria-hidden="true">{sign(label)}</span>
                                <strong>{move || count(label)}</strong>
                                {label.to_lowercase()}
                            </span>
                        }
                    })
                    .collect_view()}
            </header>
            <Show
                when=move || found.with(|it| !it.is_empty())
                fallback=|| view! { <p class="quiet">"The two are the same."</p> }
            >
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">"What became of it"</th>
                            <th scope="col">"Element"</th>
                            <th scope="col">"Name"</th>
                            <th scope="col">"What differs"</th>
                        </tr>
                    </thead>
                    <tbody>
                        {move || {
                            found
                                .get()
                                .into_iter()
                                .map(|it| {
                                    let label = it.kind.label();
                                    let record = it.after.or(it.before);
                                    view! {
                                        <tr>
                                            <td class=format!("difference {}", label.to_lowercase())>
                                                <span class="difference-sign" aria-hidden="true">{sign(label)}</span>
                                                {label}
                                            </td>
                                            <td>{record.map(|it: RecordId| it.table().label())}</td>
                                            <th scope="row">
                                                <button class="link" on:click={
                                                    let it = it.clone();
                                                    move |_| jump(&it)
                                                }>{it.name.clone()}</button>
                                            </th>
                                            <td>{what_differs(&it.kind)}</td>
                                        </tr>
                                    }
                                })
                                .collect_view()
                        }}
                    </tbody>
                </table>
            </Show>
        </section>
    }
}

fn sign(label: &str) -> &'static str {
    match label {
        "Added" => "+",
        "Gone" => "−",
        "Moved" => "→",
        _ => "Δ",
    }
}

fn what_differs(kind: &DifferenceKind) -> String {
    match kind {
        DifferenceKind::Added | DifferenceKind::Gone => String::new(),
        DifferenceKind::Moved { from, to } => format!("{from} → {to}"),
        DifferenceKind::Changed { parts } => parts.join(", "),
    }
}

#[component]
fn StateChoice(words: &'static str, state: RwSignal<State>) -> impl IntoView {
    view! {
        <label class="state-choice">
            {words}
            <select on:change=move |event| {
                if let Some(chosen) = State::from_key(&event_target_value(&event)) {
                    state.set(chosen);
                }
            }>
                {State::ALL
                    .iter()
                    .map(|&it| {
                        view! { <option value=it.key() selected=move || state.get() == it>{it.label()}</option> }
                    })
                    .collect_view()}
            </select>
        </label>
    }
}
