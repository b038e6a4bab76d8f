//! What happens until the first wave ends, by day: what begins, what is due, and what is to be so by then.

use leptos::prelude::*;
use opmap_analysis::{Event, Roadmap, Upcoming, upcoming};
use opmap_model::{Document, Keyword, RecordId, Wave};

use super::changes::day_words;
use super::key_press;
use super::state::RoadmapState;
use crate::dialog::focus;

/// What a row says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Told {
    record: RecordId,
    day: String,
    what: &'static str,
    code: String,
    title: String,
    owner: Option<String>,
    measure: Option<String>,
    progress: Option<&'static str>,
}

fn told(document: &Document, found: &Roadmap, it: Upcoming) -> Option<Told> {
    let day = day_words(&found.calendar, it.day);
    let of = |what, id| {
        let it = document.get(id)?;
        let it: &opmap_model::Recommendation = it;
        Some(Told {
            record: RecordId::Recommendation(id),
            day: day.clone(),
            what,
            code: it.code(),
            title: it.title.to_string(),
            owner: it.owner.and_then(|it| document.get(it)).map(|it| it.title.to_string()),
            measure: it.measure.as_ref().map(ToString::to_string),
            progress: it.progress.map(Keyword::label),
        })
    };
    match it.event {
        Event::Begins(id) => of("Begins", id),
        Event::Due(id) => of("Due", id),
        Event::Reached(id) => Some(Told {
            record: RecordId::Milestone(id),
            day: day.clone(),
            what: "Milestone",
            code: "◆".to_owned(),
            title: document.get(id)?.title.to_string(),
            owner: None,
            measure: None,
            progress: None,
        }),
    }
}

#[component]
pub(super) fn UpcomingList() -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    let rows = Memo::new(move |_| {
        roadmap.found.with(|found| {
            roadmap.editor.read(|document| {
                let all = upcoming(document, found).into_iter();
                all.filter_map(|it| told(document, found, it)).collect::<Vec<_>>()
            })
        })
    });
    let name = move || roadmap.editor.read(|document| document.workshop().roadmap.waves.name(Wave::First));
    request_animation_frame(keep_keyboard);
    view! {
        <div class="upcoming" on:keydown=move |event| key_press::on_station(&event, roadmap)>
            <Show when=move || !rows.with(Vec::is_empty) fallback=|| view! { <Nothing /> }>
                <table class="table">
                    <caption>{move || format!("Wave 1: {}", name())}</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Day"</th>
                            <th scope="col">"Event"</th>
                            <th scope="col">"What"</th>
                            <th scope="col">"Owner"</th>
                            <th scope="col">"How one knows"</th>
                            <th scope="col">"Progress"</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || rows.get() key=|it| it.clone() let(it)>
                            <Row it />
                        </For>
                    </tbody>
                </table>
            </Show>
        </div>
    }
}

/// Takes the keyboard where the chart had it.
fn keep_keyboard() {
    let is_lost = document().active_element().is_none_or(|it| it.tag_name() == "BODY");
    let first = document().query_selector(".upcoming button").ok().flatten();
    if let Some(first) = first.filter(|_| is_lost) {
        focus(&first);
    }
}

#[component]
fn Row(it: Told) -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    let is_milestone = matches!(it.record, RecordId::Milestone(_));
    let cell = move |words: Option<String>, none: &'static str| {
        let is_none = words.is_none();
        let words = words.unwrap_or_else(|| if is_milestone { String::new() } else { none.to_owned() });
        view! { <td class:quiet=is_none>{words}</td> }
    };
    let record = it.record;
    view! {
        <tr>
            <th scope="row">{it.day}</th>
            <td class="upcoming-what">{it.what}</td>
            <td>
                <button class="link" title="Show it on the roadmap" on:click=move |_| roadmap.reveal(record)>
                    <strong>{it.code}</strong>
                    {it.title}
                </button>
            </td>
            {cell(it.owner, "no owner")}
            {cell(it.measure, "not set")}
            {cell(it.progress.map(str::to_owned), "not set")}
        </tr>
    }
}

/// Nothing stands in the first wave.
#[component]
fn Nothing() -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    view! {
        <div class="empty">
            <p>"Nothing begins or is due in the first wave."</p>
            <button class="button" on:click=move |_| roadmap.view.set(super::RoadmapView::Waves)>"Show the waves"</button>
        </div>
    }
}
