//! The differences between two states as a list beside their map. It shares its place with the map: what is selected
//! there is marked here, and the other way round.

use leptos::prelude::*;
use opmap_analysis::{Difference, DifferenceKind};
use opmap_drawing::ChangeSign;
use opmap_model::Table;

use super::{Compared, go_to, show_in_its_state, what_became_of, word};
use crate::commands::Commands;
use crate::editor::editor;
use crate::keys::{self, Command};
use crate::map::{MapState, state_words_within};
use crate::palette::keep_in_view;

/// The most differences that are listed; walking goes on beyond them.
const LISTED: usize = 400;

/// The kinds of elements in the order of the list, with their headings.
const GROUPS: [(Table, &str); 4] = [
    (Table::Stage, "Stages"),
    (Table::Lane, "Lanes"),
    (Table::Step, "Steps"),
    (Table::Connector, "Connectors"),
];

#[component]
pub(in crate::map) fn Differences() -> impl IntoView {
    let (editor, map_state): (_, MapState) = (editor(), expect_context());
    let compared = map_state.compared;
    let listed = Memo::new(move |_| {
        compared.merged.with(|it| {
            let found = it.iter().flat_map(|it| it.differences.iter().enumerate());
            let listed = found.filter(|(_, it)| compared.is_listed(it));
            listed.map(|(index, it)| (index, it.clone())).collect::<Vec<_>>()
        })
    });
    let total = move || compared.merged.with(|it| it.as_ref().map_or(0, |it| it.differences.len()));
    Effect::new(move |_| {
        if let Some(at) = compared.at.get() {
            keep_row_in_view(at);
        }
    });
    view! {
        <section class="differences" aria-label="Differences">
            <header>
                <h3>"Differences"</h3>
                <span class="quiet">
                    {move || {
                        let (shown, total) = (listed.with(Vec::len), total());
                        if shown == total { total.to_string() } else { format!("{shown} of {total}") }
                    }}
                </span>
                <p class="quiet">
                    {move || {
                        let before = editor.read(|document| compared.first_words(document));
                        format!("{before} against {}", state_words_within(compared.after.get()))
                    }}
                </p>
            </header>
            <Show when=move || total() == 0>
                <p class="nothing">{move || nothing(compared)}</p>
            </Show>
            <div class="difference-list">
                {move || {
                    let listed = listed.get();
                    let beyond = listed.len().saturating_sub(LISTED);
                    let groups = GROUPS
                        .into_iter()
                        .map(|(table, words)| group(words, of(table, &listed), map_state))
                        .collect_view();
                    let more = (beyond > 0)
                        .then(|| {
                            let walk = keys::hint(Command::NextFinding);
                            let words = format!("And {beyond} more; {walk} walks them all.");
                            view! { <p class="quiet">{words}</p> }
                        });
                    view! {
                        {groups}
                        {more}
                    }
                }}
            </div>
            <footer>
                <span>
                    <kbd>{keys::hint(Command::NextFinding)}</kbd>
                    "next"
                </span>
                <span>
                    <kbd>{keys::hint(Command::PreviousFinding)}</kbd>
                    "previous"
                </span>
                <span>
                    <kbd>{keys::hint(Command::ShowInState)}</kbd>
                    "show"
                </span>
                <span>
                    <kbd>"Esc"</kbd>
                    "leave"
                </span>
            </footer>
        </section>
    }
}

/// Why there is no difference to list.
fn nothing(compared: Compared) -> String {
    let (before, after) = (compared.before.get(), compared.after.get());
    let is_empty = compared.merged.with(|it| it.as_ref().is_none_or(|it| it.document.map_is_empty(it.map)));
    match (before == after && compared.other.get().is_none(), is_empty) {
        (true, _) => "This is the same state twice. Choose another one.".to_owned(),
        (false, true) => "There is nothing in either state yet.".to_owned(),
        (false, false) => "The two are the same.".to_owned(),
    }
}

/// The differences about one kind of element that are listed.
fn of(table: Table, listed: &[(usize, Difference)]) -> Vec<(usize, Difference)> {
    let shown = listed.iter().take(LISTED);
    shown.filter(|(_, it)| it.record().is_some_and(|it| it.table() == table)).cloned().collect()
}

fn group(
    words: &'static str,
    differences: Vec<(usize, Difference)>,
    map_state: MapState,
) -> impl IntoView + use<> {
    (!differences.is_empty()).then(|| {
        let count = differences.len();
        let rows = differences.into_iter().map(|(index, it)| view! { <Row index it map_state /> });
        view! {
            <h4>
                {words}
                <span class="quiet">{count}</span>
            </h4>
            <ul>{rows.collect_view()}</ul>
        }
    })
}

/// One difference. Pressed, it is selected on the map; pressed again, its element is shown in its own state.
#[component]
fn Row(index: usize, it: Difference, map_state: MapState) -> impl IntoView {
    let (editor, compared) = (editor(), map_state.compared);
    let commands: Commands = expect_context();
    let sign = ChangeSign::from(&it.kind);
    let is_here = Memo::new(move |_| compared.at.get() == Some(index));
    let words = Some(it.words()).filter(|it| !it.is_empty());
    // What became of it is said in front of its name.
    let is_said_before = words.is_none().then_some("true");
    let place = untrack(|| editor.peek(|document| compared.last_words(&it, document)));
    let (pairing, pairing_words) = match it.kind {
        DifferenceKind::Added | DifferenceKind::Gone => (Command::Join, "It is the same as…"),
        _ => (Command::Part, "It is not the same"),
    };
    view! {
        <li class:here=is_here>
            <button
                id=row_id(index)
                class=format!("difference-row {}", word(sign))
                aria-current=move || is_here.get().then_some("true")
                on:click=move |_| {
                    if is_here.get_untracked() {
                        show_in_its_state(editor, map_state);
                    } else {
                        go_to(index, map_state);
                    }
                }
            >
                <span class="difference-sign" aria-hidden="true">{sign.sign()}</span>
                <span class="spoken">{what_became_of(&it)}</span>
                <span class="difference-name">{it.name.clone()}</span>
                <span class="difference-words" aria-hidden=is_said_before>
                    {words.unwrap_or_else(|| word(sign).to_owned())}
                </span>
            </button>
            <Show when=move || is_here.get()>
                <button class="link" on:click=move |_| show_in_its_state(editor, map_state)>
                    {format!("Show it in {place}")}
                    <kbd>{keys::hint(Command::ShowInState)}</kbd>
                </button>
                <button class="link" on:click=move |_| commands.run(pairing)>
                    {pairing_words}
                    <kbd>{keys::hint(pairing)}</kbd>
                </button>
            </Show>
        </li>
    }
}

fn row_id(index: usize) -> String {
    format!("difference-{index}")
}

/// Scrolls the list as little as needed so that a row is seen, once it is marked.
fn keep_row_in_view(index: usize) {
    request_animation_frame(move || {
        if let Some(row) = document().get_element_by_id(&row_id(index)) {
            // What can be done with it stands below it.
            keep_in_view(&row.parent_element().unwrap_or(row));
        }
    });
}
