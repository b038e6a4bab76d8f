//! How long the layout of a map takes, for maps of several sizes.

use std::time::{Duration, Instant};

use opmap_drawing::{Fonts, Rect, map_layout};

#[path = "../tests/map/sample.rs"]
mod sample;

fn main() {
    let fonts = Fonts::shipped();
    println!(" steps  lines |  layout (best of 9)  map_view |  visible part  lines (best of 9)");
    for (steps, stages, lanes) in [(25, 8, 7), (200, 8, 7), (1_000, 12, 8), (10_000, 40, 12)] {
        let sketch = sample::random(5, stages, lanes, steps, steps * 13 / 10);
        let document = sketch.finish();
        let whole = best(|| map_layout(&document, sketch.map, fonts).routes.len());
        let view = best(|| document.map_view(sketch.map).steps.len());
        let layout = map_layout(&document, sketch.map, fonts);
        let window = Rect::new(layout.width / 3.0, layout.height / 3.0, 1400.0, 900.0);
        let boxes = best(|| layout.boxes_in(window).count());
        let routes = best(|| layout.routes_in(window).count());
        println!(
            "{steps:6} {:6} | {whole:>20.1?} {view:>9.1?} | {boxes:>13.1?} {routes:>18.1?}",
            layout.routes.len()
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
