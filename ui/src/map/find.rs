//! Finding words on the maps: a small panel over the map that lists where they are and walks from one to the next,
//! and leads to what holds them elsewhere.

mod elsewhere;

use std::collections::BTreeSet;

use leptos::html;
use leptos::prelude::*;
use opmap_drawing::{Face, MapLayout, Rect, STEP_TITLE};
use opmap_model::RecordId;

use super::Geometry;
use super::camera::{body_corner, selected_rect};
use super::geometry::measured;
use super::state::MapState;
use crate::dialog::focus;
use crate::editor::editor;
use crate::finder::{self, Finder};
use crate::fonts::fonts;
use crate::frame::Panels;
use crate::icon::Icon;
use crate::keys::{self, Command, OnFound, Place};
use crate::leading::Leading;
use crate::palette::keep_in_view;

/// How many of what was found are listed; walking goes on beyond them.
const LISTED: usize = 100;

/// What was found last, for the marks on the map.
#[derive(Clone, Copy)]
pub(super) struct Found(RwSignal<BTreeSet<RecordId>>);

impl Found {
    /// Whether a record is among what was found.
    pub(super) fn has(self, record: RecordId) -> bool {
        self.0.with(|it| it.contains(&record))
    }
}

/// Provides what the panel and the marks share.
pub(super) fn provide() {
    provide_context(Found(RwSignal::new(BTreeSet::new())));
}

/// Something that was found, as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Listed {
    text: String,
    /// Which text of it, where that is not its name.
    part: Option<&'static str>,
    place: String,
}

#[component]
pub(super) fn FindIfOpen() -> impl IntoView {
    let panels: Panels = expect_context();
    move || panels.find.get().then(|| view! { <Find panels /> })
}

#[component]
fn Find(panels: Panels) -> impl IntoView {
    let (editor, map_state) = (editor(), expect_context::<MapState>());
    let (finder, leading) = (expect_context::<Finder>(), expect_context::<Leading>());
    let found: Found = expect_context();
    let geometry: Geometry = expect_context();
    let (panel, on_left) = (NodeRef::<html::Section>::new(), RwSignal::new(false));
    let input = NodeRef::<html::Input>::new();
    let list = NodeRef::<html::Ul>::new();
    let before = StoredValue::new_local(document().active_element());
    let query = RwSignal::new(String::new());
    let at = RwSignal::new(None::<usize>);
    // The map that was shown at the start stays the first, so that the list keeps its order while one walks.
    let first = map_state.map.get_untracked();
    let records: Memo<Vec<RecordId>> = Memo::new(move |_| {
        let look = |hits: &[&opmap_analysis::Hit]| {
            let mut records: Vec<_> = hits.iter().filter(|it| it.map.is_some()).map(|it| it.record).collect();
            records.dedup();
            records
        };
        measured("opmap:find", || finder.find(&query.get(), first, look))
    });
    let listed = Memo::new(move |_| {
        finder.find(&query.get(), first, |hits| {
            let mut on_maps: Vec<_> = hits.iter().filter(|it| it.map.is_some()).collect();
            on_maps.dedup_by_key(|it| it.record);
            let row = |hit: &&&opmap_analysis::Hit| Listed {
                text: hit.text.clone(),
                part: (hit.part != opmap_analysis::Part::Title).then(|| hit.part.label()),
                place: editor.peek(|document| finder::place_words(document, hit.record)),
            };
            on_maps.iter().take(LISTED).map(row).collect::<Vec<_>>()
        })
    });
    let count = move || records.with(Vec::len);
    Effect::new(move |_| found.0.set(records.with(|it| it.iter().copied().collect())));
    on_cleanup(move || found.0.set(BTreeSet::new()));
    Effect::new(move |_| {
        panels.find_wanted.track();
        if let Some(input) = input.get() {
            focus(&input);
            input.select();
        }
    });
    Effect::new(move |_| {
        let index = at.get().and_then(|it| u32::try_from(it).ok());
        if let Some(row) = list.get().zip(index).and_then(|(list, index)| list.children().item(index)) {
            keep_in_view(&row);
        }
    });
    let jump = move |index: usize| {
        if let Some(record) = records.with_untracked(|it| it.get(index).copied()) {
            at.set(Some(index));
            leading.show(&[record]);
            // Once the view has moved, the panel makes way if it lies over what it has found.
            request_animation_frame(move || {
                if panel
                    .try_get_untracked()
                    .flatten()
                    .is_some_and(|it| hides_selection(&it, map_state, geometry))
                {
                    on_left.update(|it| *it = !*it);
                }
            });
        }
    };
    let walk = move |back: bool| {
        let count = records.with_untracked(Vec::len);
        jump(stepped(at.get_untracked(), count, back));
    };
    let close = move || {
        panels.find.set(false);
        match before.get_value().filter(|it| it.is_connected() && it.tag_name() != "BODY") {
            Some(element) => focus(&element),
            None => map_state.focus_wanted.notify(),
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        match keys::command_on(Place::Find, &event) {
            _ if event.is_composing() => return,
            Some(Command::Found(OnFound::Next)) => walk(false),
            Some(Command::Found(OnFound::Previous)) => walk(true),
            Some(Command::Found(OnFound::Close)) => close(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let told = move || match (query.with(|it| it.trim().is_empty()), count(), at.get()) {
        (true, ..) => String::new(),
        (_, 0, _) => "0 on the maps".to_owned(),
        (_, count, Some(at)) => format!("{} of {count}", at + 1),
        (_, count, None) => format!("{count} found"),
    };
    view! {
        <section node_ref=panel class="find" class:on-left=move || on_left.get() aria-label="Find on the map">
            <div class="find-field">
                <Icon name="search" />
                <input
                    node_ref=input
                    role="combobox"
                    aria-label="Find on the map"
                    aria-expanded=move || (count() > 0).to_string()
                    aria-autocomplete="list"
                    aria-controls="find-rows"
                    aria-activedescendant=move || at.get().filter(|it| *it < LISTED).map(row_id)
                    placeholder="Find on the map"
                    autocomplete="off"
                    spellcheck="false"
                    on:keydown=on_key
                    on:input=move |event| {
                        at.set(None);
                        query.set(event_target_value(&event));
                    }
                />
                <span class="find-count" role="status">{told}</span>
                <button class="icon-button small" aria-label="Previous" title=keys::tooltip(Command::Found(OnFound::Previous)) disabled=move || count() == 0 on:click=move |_| walk(true)>
                    <Icon name="arrow-up" />
                </button>
                <button class="icon-button small" aria-label="Next" title=keys::tooltip(Command::Found(OnFound::Next)) disabled=move || count() == 0 on:click=move |_| walk(false)>
                    <Icon name="arrow-down" />
                </button>
                <button class="icon-button small" aria-label="Close" title=keys::tooltip(Command::Found(OnFound::Close)) on:click=move |_| close()>
                    <Icon name="x" />
                </button>
            </div>
            <ul node_ref=list id="find-rows" class="find-rows" role="listbox" aria-label="Found">
                {move || {
                    let rows = listed.get().into_iter().enumerate();
                    rows.map(|(index, row)| {
                        view! {
                            <li
                                id=row_id(index)
                                class="find-row"
                                role="option"
                                aria-selected=move || (at.get() == Some(index)).to_string()
                                on:pointerdown=|event| event.prevent_default()
                                on:click=move |_| jump(index)
                            >
                                <span class="find-text">{row.text}</span>
                                <span class="find-place">
                                    {row.place}
                                    {row.part.map(|it| format!(" · in the {it}"))}
                                </span>
                            </li>
                        }
                    })
                    .collect_view()
                }}
            </ul>
            {move || (count() > LISTED).then(|| view! {
                <p class="find-more">{move || format!("and {} more", count().saturating_sub(LISTED))}</p>
            })}
            <elsewhere::Elsewhere query />
        </section>
    }
}

/// Whether the panel lies over what is selected.
fn hides_selection(panel: &web_sys::Element, map_state: MapState, geometry: Geometry) -> bool {
    let layout = geometry.get_untracked();
    let rect = layout.and_then(|it| map_state.selection.with_untracked(|chosen| selected_rect(&it, chosen)));
    let Some(rect) = rect else { return false };
    let [x, y, width, height] = map_state.view.get_untracked().screen_rect(rect);
    let (left, top) = body_corner();
    let (x, y, panel) = (x + left, y + top, panel.get_bounding_client_rect());
    x < panel.right() && panel.left() < x + width && y < panel.bottom() && panel.top() < y + height
}

fn row_id(index: usize) -> String {
    format!("find-row-{index}")
}

/// The index that comes next, going round at the ends.
fn stepped(at: Option<usize>, count: usize, back: bool) -> usize {
    match (at, back) {
        (Some(at), false) => (at + 1) % count.max(1),
        (Some(at), true) => at.checked_sub(1).unwrap_or(count.saturating_sub(1)),
        (None, false) => 0,
        (None, true) => count.saturating_sub(1),
    }
}

/// The marks below the titles of what was found, as far as they are in view.
#[component]
pub(super) fn FindMarks() -> impl IntoView {
    let (map_state, geometry) = (expect_context::<MapState>(), expect_context::<Geometry>());
    let (fonts, found) = (fonts(), expect_context::<Found>());
    let drawn = Memo::new(move |_| map_state.view.get().surroundings(map_state.body.get()));
    let lines = move || {
        if found.0.with(BTreeSet::is_empty) {
            return Vec::new();
        }
        let width = |text: &str| fonts.with_value(|it| it.width(Face::Medium, STEP_TITLE.0, text));
        let layout = geometry.get();
        let lines = |layout: &MapLayout| found.0.with(|it| underlines(layout, drawn.get(), it, width));
        layout.map(|it| lines(&it)).unwrap_or_default()
    };
    view! {
        <svg class="found" role="presentation" aria-hidden="true">
            {move || lines().into_iter().map(|(x, y, width)| view! { <path d=format!("M{x} {y}h{width}") /> }).collect_view()}
        </svg>
    }
}

/// Where the lines are drawn: left end, height and width, in the coordinates of the map.
fn underlines(
    layout: &MapLayout,
    drawn: Rect,
    found: &BTreeSet<RecordId>,
    width: impl Fn(&str) -> f32,
) -> Vec<(f32, f32, f32)> {
    let mut lines = Vec::new();
    for step in layout.boxes_in(drawn).filter(|it| found.contains(&RecordId::Step(it.id))) {
        let mut bottom = step.title_top();
        for line in step.title_lines.iter() {
            bottom += STEP_TITLE.1;
            lines.push((step.title_left(), bottom - 1.0, width(line)));
        }
    }
    let routes = layout.routes_in(drawn).filter(|it| found.contains(&RecordId::Connector(it.id)));
    for route in routes {
        let under = |rect: Rect| (rect.x + 3.0, rect.bottom(), rect.width - 6.0);
        lines.extend(route.label.as_ref().map(|it| under(it.rect)).or(route.badge.map(|it| under(it.rect))));
    }
    lines
}

/// The button of the toolbar that opens the panel.
#[component]
pub(super) fn FindButton() -> impl IntoView {
    let panels: Panels = expect_context();
    view! {
        <button
            class="icon-button"
            aria-label="Find on the map"
            title=keys::tooltip(Command::Find)
            on:click=move |_| panels.open_find()
        >
            <Icon name="search" />
        </button>
    }
}

#[cfg(test)]
mod tests {
    use super::stepped;

    #[test]
    fn walking_goes_round() {
        assert_eq!((stepped(None, 3, false), stepped(None, 3, true)), (0, 2));
        assert_eq!((stepped(Some(2), 3, false), stepped(Some(0), 3, true)), (0, 2));
        assert_eq!((stepped(Some(0), 0, false), stepped(None, 0, true)), (0, 0), "nothing was found");
    }
}
