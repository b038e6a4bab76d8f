//! How long the layout of a map takes, for maps of several sizes, and what it costs to find what is in view.

// Measuring is what this is for; the library itself reads no clock.
#![allow(clippy::disallowed_methods)]

use std::time::{Duration, Instant};

use opmap_drawing::{Fonts, MapSceneOptions, Rect, map_layout, map_scene};
use opmap_model::generate::{Options, document};
use opmap_model::{MapKey, State};

fn main() {
    println!(" steps  lines |   map_view     layout      scene | boxes in view  lines in view   (best of 9)");
    for (steps, stages, lanes) in [(50, 8, 7), (200, 8, 7), (1_000, 12, 8), (10_000, 40, 12)] {
        let document = document(&Options { steps, lanes, stages, seed: 1 });
        let Some((journey, _)) = document.journeys_in_order().first().copied() else { return };
        let map = MapKey { journey, state: State::AsLived };
        let fonts = Fonts::shipped();
        let view = best(|| document.map_view(map).steps.len());
        let whole = best(|| map_layout(&document, map, fonts).routes.len());
        let layout = map_layout(&document, map, fonts);
        let scene = best(|| map_scene(&layout, &MapSceneOptions::default()).marks.len());
        let window = Rect::new(layout.width / 3.0, layout.height / 3.0, 1400.0, 900.0);
        let boxes = best(|| layout.boxes_in(window).map(|it| it.title_lines.len()).sum());
        let routes = best(|| layout.routes_in(window).map(|it| it.points.len()).sum());
        let lines = layout.routes.len();
        println!(
            "{steps:6} {lines:6} | {view:>10.1?} {whole:>10.1?} {scene:>10.1?} | {boxes:>13.1?} {routes:>14.1?}"
        );
    }
}

fn best(mut run: impl FnMut() -> usize) -> Duration {
    let time = || {
        let start = Instant::now();
        std::hint::black_box(run());
        start.elapsed()
    };
    std::iter::repeat_with(time).take(9).min().unwrap_or_default()
}
