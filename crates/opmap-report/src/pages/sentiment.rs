//! The curve of how the customer feels, in as many rows as it takes.

use opmap_drawing::{
    LANE_HEAD_WIDTH, MapLayout, Point, STEP_TITLE, STRIP_HEIGHT, Scene, SentimentStrip, StageTimes,
    map_layout, sentiment_strip, stage_head_marks, stage_times, strip_head_marks, strip_marks,
};
use opmap_model::{Document, MapKey};

use super::composer::Composer;
use super::grid::mm;
use crate::PartKind;

/// Points for each map unit: as on a map the largest, the least for all in one row, and that of several rows.
const SCALES: [f32; 3] = [8.25 / STEP_TITLE.0, 6.0 / STEP_TITLE.0, 7.0 / STEP_TITLE.0];

/// Sets the curve of a map at the current place, each row with the names of its stages above.
pub(super) fn set(composer: &mut Composer<'_>, document: &Document, map: MapKey) {
    let layout = map_layout(document, map, composer.fonts);
    let strip = sentiment_strip(document, map, &layout, composer.fonts);
    let times = stage_times(document, &layout, composer.fonts);
    let [largest, least, of_rows] = SCALES;
    let content = composer.grid.content_width();
    // A little less, since what fits exactly may not fit after rounding.
    let fitting = 0.999 * content / (LANE_HEAD_WIDTH + layout.width);
    let scale = if fitting >= least { fitting.min(largest) } else { of_rows };
    let room = content / scale - LANE_HEAD_WIDTH;
    let rows = rows(&layout, room);
    let words = description(&strip, document);
    for (index, stages) in rows.iter().enumerate() {
        let scene = row(&layout, &strip, &times, stages.clone());
        // A single stage that is wider than the page is made smaller.
        let scale = scale.min(content / scene.width);
        composer.ensure(scene.height * scale);
        let start = composer.next_mark();
        let at = Point::new(composer.grid.left, composer.y);
        composer.page().scene.place(&scene, at, scale);
        let words = if index == 0 { words.clone() } else { "The curve goes on.".to_owned() };
        composer.end_part(PartKind::Figure(words), start);
        composer.y += scene.height * scale + mm(4.0);
    }
}

/// Neighbouring stages that fit `room` together, in map units; at least one a row.
fn rows(layout: &MapLayout, room: f32) -> Vec<std::ops::Range<usize>> {
    let mut rows: Vec<std::ops::Range<usize>> = Vec::new();
    let mut width = f32::INFINITY;
    for (index, stage) in layout.stages.iter().enumerate() {
        width += stage.width;
        match rows.last_mut() {
            Some(row) if width <= room => row.end = index + 1,
            _ => {
                rows.push(index..index + 1);
                width = stage.width;
            }
        }
    }
    rows
}

fn row(
    layout: &MapLayout,
    strip: &SentimentStrip,
    times: &StageTimes,
    stages: std::ops::Range<usize>,
) -> Scene {
    let shown = &layout.stages[stages];
    let (left, right) = match shown {
        [first, .., last] => (first.x, last.x + last.width),
        [only] => (only.x, only.x + only.width),
        [] => (0.0, 0.0),
    };
    let head = layout.head_height;
    let mut scene = Scene::new(LANE_HEAD_WIDTH + right - left, head + STRIP_HEIGHT);
    let mut draw = |marks: Vec<opmap_drawing::Mark>, x: f32, y: f32| {
        scene.marks.extend(marks.iter().map(|it| it.transformed(Point::new(x, y), 1.0)));
    };
    draw(strip_marks(strip, left, right), LANE_HEAD_WIDTH - left, head);
    for stage in shown {
        draw(stage_head_marks(stage, head, times.get(&stage.id), None), LANE_HEAD_WIDTH - left, 0.0);
    }
    draw(strip_head_marks(), 0.0, head);
    scene
}

/// The curve in words: the same numbers as in the table below.
fn description(strip: &SentimentStrip, document: &Document) -> String {
    let told = strip.points.iter().filter_map(|it| {
        let step = document.get(it.step)?;
        Some(format!("{} {}", step.title, it.label))
    });
    format!("How the customer feels, −2 to +2: {}.", told.collect::<Vec<_>>().join("; "))
}
