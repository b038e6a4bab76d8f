//! The curve of how the customer feels, frozen below the map: it moves and zooms sideways with the stages. Only what lies
//! near the view is drawn. The same numbers are there as a table for those who do not see the curve.

use leptos::prelude::*;
use opmap_drawing::{
    Rect, STRIP_HEIGHT, SentimentPoint, SentimentStrip as Strip, has_sentiments, sentiment_strip_at,
    strip_head_marks, strip_marks,
};
use opmap_model::{Document, Keyword};

use super::Geometry;
use super::marks::paint;
use super::state::MapState;
use super::steps::rested_view;
use crate::editor::editor;
use crate::fonts::fonts;
use crate::frame::Looked;
use crate::icon::Icon;
use crate::keys::{Command, tooltip};

/// How far from the middle of a point it is still hit, in pixels.
const REACH: f64 = 14.0;

/// The most points that the table tells wherever they are; of more, it tells those in view.
const MOST: usize = 120;

/// From where to where, from the left.
type Span = (f32, f32);

/// The strip of the map that is shown, if it has a step of the customer's.
#[component]
pub(super) fn SentimentStrip() -> impl IntoView {
    let (editor, map_state, geometry) =
        (editor(), expect_context::<MapState>(), expect_context::<Geometry>());
    let (looked, fonts): (Looked, _) = (expect_context(), fonts());
    // While the scale changes, what is drawn is stretched; it is drawn anew when the hand rests.
    let rested = rested_view(map_state);
    let scale = Memo::new(move |_| rested.get().map(|it| it.scale));
    let is_there = Memo::new(move |_| {
        looked.track();
        map_state.map.track();
        let map = geometry.with_untracked(|it| it.as_ref().map(|it| it.map));
        map.is_some_and(|map| editor.peek(|document| has_sentiments(document, map)))
    });
    let strip = Memo::new(move |_| {
        looked.track();
        map_state.map.track();
        map_state.folded.track();
        // After an edit it follows when that is painted.
        let layout = geometry.get_untracked()?;
        #[allow(clippy::cast_possible_truncation)] // A scale is a small number.
        let scale = scale.get()? as f32;
        let strip = editor.peek(|document| {
            fonts.with_value(|fonts| sentiment_strip_at(document, layout.map, &layout, scale, fonts))
        });
        Some((scale, strip))
    });
    let span = |area: Rect| (area.x, area.right());
    // While it is stretched it stays as it is: from afar all of it would be in view, and far too much to draw.
    let near = Memo::new(move |before: Option<&Span>| {
        let (view, body) = (map_state.view.get(), map_state.body.get());
        let is_stretched = scale.get() != Some(view.scale);
        before.copied().filter(|_| is_stretched).unwrap_or_else(|| span(view.surroundings(body)))
    });
    let seen = Memo::new(move |_| rested.get().map(|view| span(view.seen(map_state.body.get()))));
    let rows = Memo::new(move |_| {
        // A title may be all that has changed.
        looked.track();
        strip.with(|it| {
            let (scale, strip) = it.as_ref()?;
            let told = if strip.points.len() <= MOST {
                (0.0, strip.width)
            } else {
                seen.get().map(|(left, right)| (left * scale, right * scale))?
            };
            Some(editor.peek(|document| rows(document, strip, told)))
        })
    });
    let open = move || map_state.showing.with(|it| it.sentiments);
    let moved = move || {
        let view = map_state.view.get();
        let stretched = view.scale / scale.get().unwrap_or(view.scale);
        let x = view.corner(window().device_pixel_ratio()).0;
        format!("translateX({x}px) scaleX({stretched})")
    };
    let choose = move |event: leptos::ev::MouseEvent| {
        let x = f64::from(event.offset_x());
        let near = strip.with(|it| nearest(&it.as_ref()?.1, x - map_state.view.get_untracked().x));
        if let Some(step) = near {
            map_state.go_to(step);
        }
    };
    view! {
        <Show when=move || is_there.get()>
            <div class="strip-head" class:folded=move || !open()>
                <button
                    class="strip-button"
                    aria-expanded=move || open().to_string()
                    title=tooltip(Command::Sentiments)
                    on:click=move |_| map_state.showing.update(|it| it.sentiments = !it.sentiments)
                >
                    "Sentiment"
                    {move || view! { <Icon name=if open() { "minus" } else { "plus" } /> }}
                </button>
                <Show when=open>
                    <svg class="strip-key" width="112" height=STRIP_HEIGHT aria-hidden="true">
                        {paint(strip_head_marks().into_iter().skip(HEAD_AND_TITLE).collect())}
                    </svg>
                </Show>
            </div>
            <div class="strip" class:folded=move || !open()>
                <Show when=open>
                    <div class="strip-track" style:transform=moved aria-hidden="true">
                        {move || {
                            let (left, right) = near.get();
                            strip.with(|it| {
                                let (scale, strip) = it.as_ref()?;
                                let (left, right) = ((left * scale).max(0.0), (right * scale).min(strip.width));
                                Some(view! {
                                    <svg width=strip.width height=STRIP_HEIGHT>
                                        {paint(strip_marks(strip, left, right.max(left)))}
                                    </svg>
                                })
                            })
                        }}
                    </div>
                    <div class="strip-surface" on:click=choose></div>
                    <div class="unseen">
                        {move || rows.get().map(table)}
                    </div>
                </Show>
            </div>
        </Show>
    }
}

/// The ground, the border and the name in the head of the strip, which are elements of the page here.
const HEAD_AND_TITLE: usize = 3;

/// The step whose point is nearest to a place on the strip, and near it.
fn nearest(strip: &Strip, x: f64) -> Option<opmap_model::StepId> {
    let distance = |it: &SentimentPoint| (f64::from(it.at.x) - x).abs();
    let near = strip.points.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
    (distance(near) <= REACH).then_some(near.step)
}

/// A point in words: stage, step, sentiment and how well it is known.
type Row = [String; 4];

/// The points between two places on the strip.
fn rows(document: &Document, strip: &Strip, (left, right): Span) -> Vec<Row> {
    let told = strip.points.iter().filter(|it| (left..=right).contains(&it.at.x));
    let row = |point: &SentimentPoint| {
        let (stage, step) = (document.get(point.stage)?, document.get(point.step)?);
        let known = point.evidence.map_or("not set", Keyword::label);
        Some([stage.title.to_string(), step.title.to_string(), point.label.clone(), known.to_owned()])
    };
    told.filter_map(row).collect()
}

fn table(rows: Vec<Row>) -> impl IntoView {
    view! {
        <table>
            <caption>"How the customer feels, from −2 to +2"</caption>
            <thead>
                <tr>
                    <th scope="col">"Stage"</th>
                    <th scope="col">"Step"</th>
                    <th scope="col">"Sentiment"</th>
                    <th scope="col">"Evidence"</th>
                </tr>
            </thead>
            <tbody>
                {rows
                    .into_iter()
                    .map(|[stage, step, label, known]| {
                        view! {
                            <tr>
                                <td>{stage}</td>
                                <th scope="row">{step}</th>
                                <td>{label}</td>
                                <td>{known}</td>
                            </tr>
                        }
                    })
                    .collect_view()}
            </tbody>
        </table>
    }
}
