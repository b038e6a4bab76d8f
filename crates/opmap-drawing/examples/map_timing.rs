//! How long the layout of a map takes, for maps of several sizes, after an edit too, how long the checks take, and what
//! it costs to find what is in view.

// Measuring is what this is for; the library itself reads no clock.
#![allow(clippy::disallowed_methods)]

use std::sync::Arc;
use std::time::{Duration, Instant};

use opmap_drawing::{Folded, Fonts, MapSceneOptions, Rect, map_layout, map_scene};
use opmap_model::generate::{Options, document};
use opmap_model::{Document, Edit, MapKey, State, StepField, Title};

fn main() {
    println!(
        " steps  lines |   map_view     layout      scene | after rename  after move |     checks | boxes in view  lines in view   (best of 9)"
    );
    let sizes = [(200, 12, 8), (1_000, 12, 8), (5_000, 12, 8), (10_000, 40, 12), (20_000, 40, 12)];
    for (steps, stages, lanes) in sizes {
        let document = document(&Options { steps, lanes, stages, seed: 1 });
        let Some((journey, _)) = document.journeys_in_order().first().copied() else { return };
        let map = MapKey { journey, state: State::AsLived };
        let fonts = Fonts::shipped();
        let view = best(|| document.map_view(map).steps.len());
        let whole = best(|| map_layout(&document, map, fonts).routes.len());
        let layout = map_layout(&document, map, fonts);
        let scene = best(|| map_scene(&layout, &MapSceneOptions::default()).marks.len());
        let checks = best(|| opmap_analysis::analyze(&document).findings.len());
        let [rename, moved] = edits(&document, map).map(|edit| after(&document, map, &edit));
        let window = Rect::new(layout.width / 3.0, layout.height / 3.0, 1400.0, 900.0);
        let boxes = best(|| layout.boxes_in(window).map(|it| it.title_lines.len()).sum());
        let routes = best(|| layout.routes_in(window).map(|it| it.points.len()).sum());
        let lines = layout.routes.len();
        println!(
            "{steps:6} {lines:6} | {view:>10.1?} {whole:>10.1?} {scene:>10.1?} | {rename:>12.1?} {moved:>11.1?} | {checks:>10.1?} | {boxes:>13.1?} {routes:>14.1?}"
        );
    }
}

/// A step in the middle renamed, and moved to the cell of another.
fn edits(document: &Document, map: MapKey) -> [Edit; 2] {
    let steps = document.map_view(map).steps;
    let (id, _) = steps[steps.len() / 2];
    let (_, target) = steps[steps.len() / 3];
    let title = Title::new("Ask the customer for the number of the contract").expect("a title");
    [
        Edit::SetSteps { ids: vec![id], field: StepField::Title(title) },
        Edit::MoveSteps { ids: vec![id], stage: target.stage, lane: target.lane, before: None },
    ]
}

/// How long the layout takes that follows an edit.
fn after(document: &Document, map: MapKey, edit: &Edit) -> Duration {
    let change = edit.plan(document).expect("the edit can be made");
    let mut edited = document.clone();
    edited.apply(&change).expect("the change fits");
    let (folded, changes) = (Folded::default(), [Arc::new(change)]);
    let run = || {
        let former = map_layout(document, map, Fonts::shipped());
        let start = Instant::now();
        std::hint::black_box(former.updated(&edited, &changes, &folded, Fonts::shipped()));
        start.elapsed()
    };
    std::iter::repeat_with(run).take(9).min().unwrap_or_default()
}

fn best(mut run: impl FnMut() -> usize) -> Duration {
    let time = || {
        let start = Instant::now();
        std::hint::black_box(run());
        start.elapsed()
    };
    std::iter::repeat_with(time).take(9).min().unwrap_or_default()
}
