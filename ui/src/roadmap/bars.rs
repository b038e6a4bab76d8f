//! The bars and the dependency that is chosen as elements, for those who meet the roadmap by name instead of by sight, and
//! the marks of what is chosen.

use leptos::prelude::*;
use opmap_drawing::{Point, Rect};
use opmap_model::RecommendationId;

use super::chart::item_id;
use super::state::{At, RoadmapState};
use super::told;

/// How far below a bar its slack is drawn.
const SLACK_GAP: f32 = 4.0;

/// The identity of the element of the dependency that is chosen.
pub(super) const CHOSEN_LINK: &str = "roadmap-link";

#[component]
pub(super) fn Bars() -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    let ids =
        Memo::new(move |_| roadmap.layout.with(|it| it.bars.iter().map(|it| it.id).collect::<Vec<_>>()));
    view! {
        <For each=move || ids.get() key=|it| *it let(id)>
            <Bar id />
        </For>
    }
}

#[component]
fn Bar(id: RecommendationId) -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    let rect = Memo::new(move |_| {
        roadmap.layout.with(|layout| {
            let bar = layout.bars.iter().find(|it| it.id == id)?;
            Some(Rect::new(
                bar.rect.x - layout.names,
                bar.rect.y - layout.head,
                bar.rect.width,
                bar.rect.height,
            ))
        })
    });
    let side = move |pick: fn(&Rect) -> f32| format!("{}px", rect.with(|it| it.as_ref().map_or(0.0, pick)));
    let words = Memo::new(move |_| {
        roadmap.found.with(|found| roadmap.editor.read(|document| told::bar(document, found, id)))
    });
    let selected = Memo::new(move |_| roadmap.chosen.get() == Some(At::Item(id)));
    view! {
        <div
            id=item_id(id)
            class="gantt-bar"
            role="option"
            aria-selected=move || selected.get().to_string()
            aria-label=words
            title=move || roadmap.editor.read(|document| document.get(id).map(|it| it.title.to_string()))
            style:left=move || side(|it| it.x)
            style:top=move || side(|it| it.y)
            style:width=move || side(|it| it.width)
            style:height=move || side(|it| it.height)
        ></div>
    }
}

/// The dependency that is chosen.
#[component]
pub(super) fn Links() -> impl IntoView {
    let roadmap: RoadmapState = expect_context();
    move || match roadmap.chosen.get() {
        Some(At::Link { before, after }) => {
            let words = roadmap
                .found
                .with(|found| roadmap.editor.read(|document| told::link(document, found, before, after)));
            Some(
                view! { <div id=CHOSEN_LINK class="gantt-link" role="option" aria-selected="true" aria-label=words></div> },
            )
        }
        _ => None,
    }
}

/// What tells what is chosen: a ring around a bar, a heavier line for a dependency; at the end of a bar the handle that
/// draws one.
pub(super) fn chosen_marks(roadmap: RoadmapState) -> impl IntoView + use<> {
    let place = |id: RecommendationId| {
        roadmap.layout.with(|it| it.bars.iter().find(|it| it.id == id).map(|it| it.rect))
    };
    let chosen = roadmap.chosen.get();
    let ring = match chosen {
        Some(At::Item(id)) => place(id).map(|it| it.grown(3.0)),
        _ => None,
    };
    let line = match chosen {
        Some(At::Link { before, after }) => roadmap.links.with(|links| {
            let link = links.iter().find(|it| (it.before, it.after) == (before, after))?;
            Some(way(&link.points))
        }),
        _ => None,
    };
    let of_chosen = match chosen {
        Some(At::Item(id)) => Some(id),
        _ => None,
    };
    let mut handles = vec![of_chosen, roadmap.hovered.get().filter(|it| Some(*it) != of_chosen)];
    if roadmap.editor.read_only.with(Option::is_some) {
        handles.clear();
    }
    let handles = handles.into_iter().flatten().filter_map(place);
    let handles: Vec<(f32, f32)> = handles.map(|it| (it.right(), it.center().y)).collect();
    let slack = of_chosen.and_then(|id| slack(roadmap, id));
    view! {
        {slack.map(|(x, end, y)| view! { <path class="gantt-slack" d=format!("M{x} {y}H{end}m0 -4v8") /> })}
        {ring.map(|it| view! {
            <rect class="gantt-ring" x=it.x y=it.y width=it.width height=it.height rx="8" />
        })}
        {line.map(|it| view! { <path class="gantt-chosen-link" d=it /> })}
        {handles
            .into_iter()
            .map(|(x, y)| view! { <circle class="gantt-handle" cx=x cy=y r="5" /> })
            .collect_view()}
    }
}

/// Below a bar, how much later it may end without the roadmap ending later: from where to where, and how low.
fn slack(roadmap: RoadmapState, id: RecommendationId) -> Option<(f32, f32, f32)> {
    roadmap.found.with(|found| {
        let planned = found.planned(id)?;
        let slack = planned.slack.filter(|it| *it > 0)?;
        let ends = found.calendar.worked_before(planned.last.unwrap_or(planned.first)) + slack;
        roadmap.layout.with(|layout| {
            let rect = layout.bars.iter().find(|it| it.id == id)?.rect;
            let end = layout.x_of(found.calendar.worked_day(ends) + 1);
            (end > rect.right()).then(|| (rect.right(), end, rect.bottom() + SLACK_GAP))
        })
    })
}

/// A way in SVG’s notation.
pub(super) fn way(points: &[Point]) -> String {
    let corner = |(at, it): (usize, &Point)| format!("{}{} {}", if at == 0 { 'M' } else { 'L' }, it.x, it.y);
    points.iter().enumerate().map(corner).collect()
}
