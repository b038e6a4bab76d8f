//! The sheet of shortcuts: every key of the table, by what it is for.

use leptos::prelude::*;
use opmap_model::folded;

use crate::dialog::Dialog;
use crate::frame::{Over, Panels};
use crate::keys::{Entry, Place, Platform, Section, sections};

/// Shows the sheet while it is asked for.
#[component]
pub(crate) fn ShortcutsIfOpen() -> impl IntoView {
    let panels: Panels = expect_context();
    let close = Callback::new(move |()| panels.over.set(None));
    move || (panels.over.get() == Some(Over::Shortcuts)).then(|| view! { <Shortcuts close /> })
}

/// The sheet, until it is to `close`.
#[component]
pub(crate) fn Shortcuts(close: Callback<()>) -> impl IntoView {
    let query = RwSignal::new(String::new());
    let found = move || matching(&query.get());
    view! {
        <Dialog title="Keyboard shortcuts".to_owned() cancel=close>
            <input
                class="shortcuts-search"
                type="search"
                data-safe=""
                aria-label="Search the shortcuts"
                placeholder="Search the shortcuts"
                on:input=move |event| query.set(event_target_value(&event))
            />
            <div class="shortcuts" role="region" aria-label="Shortcuts" tabindex="0">
                {move || found().into_iter().map(|(section, entries)| view! { <SectionView section entries /> }).collect_view()}
                <p class="quiet" role="status">
                    {move || found().is_empty().then_some("No shortcut answers to these words.")}
                </p>
            </div>
            <div class="dialog-foot">
                <button class="button" on:click=move |_| close.run(())>"Close"</button>
            </div>
        </Dialog>
    }
}

#[component]
fn SectionView(section: &'static Section, entries: Vec<&'static Entry>) -> impl IntoView {
    view! {
        <section class="shortcuts-section">
            <h3>
                {section.words}
                <span class="quiet">{place_words(section.place)}</span>
            </h3>
            <dl>{entries.into_iter().map(|entry| view! { <EntryView entry /> }).collect_view()}</dl>
        </section>
    }
}

#[component]
fn EntryView(entry: &'static Entry) -> impl IntoView {
    let keys = entry.keys.iter().map(|it| it.shown(Platform::here()));
    view! {
        <div>
            <dt>{entry.words}</dt>
            <dd>{keys.map(|it| view! { <kbd>{it}</kbd> }).collect_view()}</dd>
        </div>
    }
}

/// Where the keys of a section work, in words.
fn place_words(place: Place) -> &'static str {
    match place {
        Place::Start => "on the start screen",
        Place::Workshop => "everywhere",
        Place::Station => "on the Map station",
        Place::Map => "with the keyboard on the map",
        Place::Minimap => "with the keyboard on the small overview",
        Place::Find => "with the keyboard in the search on the map",
        Place::Outline => "with the keyboard on the outline of the map",
        Place::Register => "with the keyboard on a row of the charter",
        Place::Trace => "with the keyboard on what leads to what",
        Place::Compared => "while two states are compared",
        Place::Matrix => "with the keyboard on the matrix",
        Place::Decisions => "with the keyboard on the decisions",
        Place::Recovery => "with the keyboard on the recovery matrix",
        Place::Shifts => "on the Shifts station",
        Place::Present => "while something is presented",
        Place::RoomMap => "while a map is presented",
        Place::Health => "on the questions",
        Place::Actions => "with the keyboard on the register",
        Place::Board => "with the keyboard on the board",
        Place::ShiftResult => "on the result of the shifts",
        Place::Roadmap => "with the keyboard on the roadmap",
        Place::Report => "with the keyboard on the report",
    }
}

/// The bindings that answer to every word of the query by their words or their keys, by section.
fn matching(query: &str) -> Vec<(&'static Section, Vec<&'static Entry>)> {
    let query = folded(query);
    let holds = |entry: &&Entry| {
        let keys = entry.keys.iter().map(|it| it.shown(Platform::here())).collect::<Vec<_>>().join(" ");
        let text = folded(&format!("{} {} {keys}", entry.words, entry.also));
        // One letter is a key, not a part of nearly every word.
        let answers = |word: &str| match word.len() {
            1 => text.split(' ').any(|it| it == word),
            _ => text.contains(word),
        };
        !entry.keys.is_empty() && query.split(' ').all(answers)
    };
    let entries = |section: &'static Section| section.entries.iter().filter(holds).collect::<Vec<_>>();
    sections().map(|it| (it, entries(it))).filter(|(_, entries)| !entries.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::matching;
    use crate::keys::{self, Command, OnSmallMap};

    #[test]
    fn the_sheet_shows_every_binding() {
        let bound = keys::entries().filter(|(_, it)| !it.keys.is_empty()).count();
        assert_eq!(matching("").iter().map(|(_, entries)| entries.len()).sum::<usize>(), bound);
    }

    #[test]
    fn the_sheet_is_searched_by_words_and_by_keys() {
        let found =
            |query| matching(query).into_iter().flat_map(|it| it.1).map(|it| it.command).collect::<Vec<_>>();
        assert_eq!(found("remove"), [Command::Delete]);
        assert_eq!(found("ctrl y"), [Command::Redo]);
        assert_eq!(found("hold the space bar"), [Command::Grab]);
        assert_eq!(found("leave overview esc"), [Command::SmallMap(OnSmallMap::Leave)]);
        assert_eq!(found("own state enter"), [Command::ShowInState]);
        assert!(found("qqq").is_empty());
    }
}
