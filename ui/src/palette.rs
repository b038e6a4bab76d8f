//! The palette: everything that can be done or gone to, found by plain words.

mod rows;

use leptos::html;
use leptos::prelude::*;
use opmap_model::{KeptFindingId, RecommendationId};
use wasm_bindgen::JsCast;

use crate::commands::Commands;
use crate::dialog::focus;
use crate::evidence::LinkOf;
use crate::frame::{Over, Panels};
use crate::icon::Icon;
use crate::keys::{Place, Usual, Way, usual};
use crate::map::{End, MapState};

use rows::{Act, Row, Rows};

/// What the palette asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// A command, or a place to go to.
    Command,
    /// The lane that the selected steps go to.
    Lane,
    /// The stage that the selected steps go to.
    Stage,
    /// The step that the selected one is connected to.
    Target,
    /// The state that is copied to the one that is shown.
    State,
    /// What the selected element of one compared state is the same as in the other.
    Same,
    /// The connector that the selected step is put on.
    Connector,
    /// The step to which the selected connector leads, or from which it comes.
    End(End),
    /// A step or a lane of the library.
    Library,
    /// What something is about, too.
    Link(LinkOf),
    /// The evidence that a finding rests on, too.
    Evidence(KeptFindingId),
    /// The finding that goes into another.
    Merge(KeptFindingId),
    /// The finding that a recommendation answers, too.
    Answers(RecommendationId),
    /// The recommendation that answers a finding, too.
    AnsweredBy(KeptFindingId),
    /// What a recommendation waits for.
    WaitFor(RecommendationId),
}

impl Asked {
    fn words(self) -> &'static str {
        match self {
            Self::Command => "Find or do",
            Self::Lane => "Move to lane",
            Self::Stage => "Move to stage",
            Self::Target => "Connect to",
            Self::State => "Start from a copy of",
            Self::Same => "Is the same as",
            Self::Connector => "Put on",
            Self::End(End::To) => "Lead to",
            Self::End(End::From) => "Come from",
            Self::Library => "Add from the library",
            Self::Link(_) => "Link to",
            Self::Evidence(_) => "Rests on",
            Self::Merge(_) => "Merge with",
            Self::Answers(_) => "Answers",
            Self::AnsweredBy(_) => "Answered by",
            Self::WaitFor(_) => "Wait for",
        }
    }
}

/// Shows the palette while it is asked for.
#[component]
pub(crate) fn PaletteIfOpen() -> impl IntoView {
    let panels: Panels = expect_context();
    move || match panels.over.get() {
        Some(Over::Palette(asked)) => Some(view! { <Palette asked /> }),
        _ => None,
    }
}

#[component]
fn Palette(asked: Asked) -> impl IntoView {
    let (panels, commands): (Panels, Commands) = (expect_context(), expect_context());
    let map_state: MapState = expect_context();
    let rows = Rows::new();
    panels.remember_keyboard(".palette");
    let input = NodeRef::<html::Input>::new();
    let list = NodeRef::<html::Ul>::new();
    let query = RwSignal::new(String::new());
    let found: Memo<Vec<Row>> = Memo::new(move |_| rows.answer(asked, &query.get()));
    // Before a word is typed, the first that can be done.
    let first = found.with_untracked(|it| it.iter().position(|it| it.obstacle.is_none()));
    let chosen = RwSignal::new(first.unwrap_or_default());
    let count = move || found.with(Vec::len);

    Effect::new(move |_| {
        if let Some(input) = input.get() {
            focus(&input);
        }
    });
    Effect::new(move |_| {
        let row = list.get().and_then(|it| it.children().item(u32::try_from(chosen.get()).unwrap_or(0)));
        if let Some(row) = row {
            keep_in_view(&row);
        }
    });
    // The keyboard goes back first, so that what happens next may take it.
    let close = move || {
        match panels.had_keyboard() {
            Some(element) => focus(&element),
            None => map_state.focus_wanted.notify(),
        }
        panels.over.set(None);
    };
    let take = move |index: usize| {
        let Some(row) = found.with_untracked(|it| it.get(index).cloned()) else { return };
        if row.obstacle.is_some() {
            chosen.set(index);
            return;
        }
        close();
        match row.act {
            Act::Run(command) => commands.run(command),
            act => rows.carry_out(act),
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let last = count().saturating_sub(1);
        match usual(&event) {
            Some(Usual::Go(Way::Down)) => chosen.update(|it| *it = if *it >= last { 0 } else { *it + 1 }),
            Some(Usual::Go(Way::Up)) => chosen.update(|it| *it = it.checked_sub(1).unwrap_or(last)),
            Some(Usual::PageDown) => chosen.update(|it| *it = (*it + 8).min(last)),
            Some(Usual::PageUp) => chosen.update(|it| *it = it.saturating_sub(8)),
            Some(Usual::Enter) => take(chosen.get_untracked()),
            Some(Usual::Escape) => close(),
            // There is nothing else in the palette to go to.
            Some(Usual::Tab) => {}
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let elsewhere = window_event_listener(leptos::ev::pointerdown, move |event| {
        let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|it| !matches!(it.closest(".palette"), Ok(Some(_)))) {
            panels.over.set(None);
        }
    });
    on_cleanup(move || elsewhere.remove());

    view! {
        <div class="palette" role="dialog" aria-label=asked.words()>
            <div class="palette-field">
                <Icon name="search" />
                <input
                    node_ref=input
                    role="combobox"
                    aria-label=asked.words()
                    aria-expanded="true"
                    aria-autocomplete="list"
                    aria-controls="palette-rows"
                    aria-activedescendant=move || (count() > 0).then(|| row_id(chosen.get()))
                    placeholder=asked.words()
                    autocomplete="off"
                    spellcheck="false"
                    // One palette may follow another in the same field, which is empty then.
                    prop:value=move || query.get()
                    on:keydown=on_key
                    on:input=move |event| {
                        chosen.set(0);
                        query.set(event_target_value(&event));
                    }
                />
            </div>
            <ul node_ref=list id="palette-rows" class="palette-rows" role="listbox" aria-label=asked.words()>
                {move || {
                    let rows = found.get().into_iter().enumerate();
                    rows.map(|(index, row)| view! { <RowView index row chosen take=Callback::new(take) /> }).collect_view()
                }}
            </ul>
            <p class="palette-none" role="status">
                {move || (count() == 0).then_some("Nothing answers to these words.")}
            </p>
        </div>
    }
}

fn row_id(index: usize) -> String {
    format!("palette-row-{index}")
}

#[component]
fn RowView(index: usize, row: Row, chosen: RwSignal<usize>, take: Callback<usize>) -> impl IntoView {
    let place = row.obstacle.map_or(row.place, str::to_owned);
    // What is possible everywhere need not say so.
    let place = Some(place).filter(|it| it != Place::Workshop.words());
    view! {
        <li
            id=row_id(index)
            class="palette-row"
            role="option"
            aria-selected=move || (chosen.get() == index).to_string()
            aria-disabled=row.obstacle.map(|_| "true")
            // The keyboard stays in the field.
            on:pointerdown=|event| event.prevent_default()
            on:click=move |_| take.run(index)
        >
            <Icon name=row.icon />
            <span class="palette-words">{row.words}</span>
            <span class="palette-place">{place}</span>
            {(!row.key.is_empty()).then(|| view! { <kbd>{row.key}</kbd> })}
        </li>
    }
}

/// Scrolls the list as little as needed to show an element of it.
pub(crate) fn keep_in_view(element: &web_sys::Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
