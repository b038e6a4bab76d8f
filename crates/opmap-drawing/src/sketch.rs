//! A map as small as a stamp: its lanes, steps and connectors, without a word.

use std::fmt::Write;

use opmap_model::LaneKind;
use serde::{Deserialize, Serialize};

use crate::{MapLayout, Point, Rect};

/// A map without words, for where it is much too small to be read. A long one ends behind the stage with which it has
/// about as many steps as can be told apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MapSketch {
    /// Its width, in the units of the map.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// Its lanes from top to bottom.
    pub lanes: Vec<SketchedLane>,
    /// The boxes of the steps, as one path of SVG.
    pub steps: String,
    /// The lines of the connectors, as one path of SVG. Those that leave the sketch are not cut.
    pub connectors: String,
}

/// A lane without its name.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct SketchedLane {
    /// Its kind, which gives it its colour.
    pub kind: LaneKind,
    /// Its top edge.
    pub y: f32,
    /// Its height.
    pub height: f32,
}

/// The most steps of a sketch, apart from those of its first stage.
const MOST_STEPS: usize = 100;

impl MapSketch {
    /// Sketches a map that is laid out with nothing folded.
    #[must_use]
    pub fn new(layout: &MapLayout) -> Self {
        let width = width(layout);
        let lane = |it: &crate::LaneBand| SketchedLane { kind: it.kind, y: it.y, height: it.height };
        let is_within = |points: &&[Point]| points.iter().any(|it| it.x < width);
        Self {
            width,
            height: layout.height,
            lanes: layout.lanes.iter().map(lane).collect(),
            steps: boxes(layout.boxes.iter().map(|it| it.rect).filter(|it| it.x < width)),
            connectors: lines(layout.routes.iter().map(|it| &*it.points).filter(is_within)),
        }
    }
}

/// How much of a map is sketched, from the left.
fn width(layout: &MapLayout) -> f32 {
    let mut steps = 0;
    let mut within = layout.stages.iter().take_while(|it| {
        steps += it.steps;
        steps <= MOST_STEPS
    });
    let last = within.by_ref().last().or(layout.stages.first());
    last.map_or(layout.width, |it| it.x + it.width)
}

fn lines<'a>(all: impl Iterator<Item = &'a [Point]>) -> String {
    let mut path = String::new();
    for points in all {
        for (at, point) in points.iter().enumerate() {
            // What is written to a string is always taken.
            let _ = write!(path, "{}{} {}", if at == 0 { 'M' } else { 'L' }, point.x, point.y);
        }
    }
    path
}

fn boxes(all: impl Iterator<Item = Rect>) -> String {
    let one = |it: Rect| format!("M{} {}h{}v{}h{}z", it.x, it.y, it.width, it.height, -it.width);
    all.map(one).collect()
}

#[cfg(test)]
mod tests {
    use opmap_model::generate::{Options, document};
    use opmap_model::{MapKey, State};

    use super::{MOST_STEPS, MapSketch, boxes, lines};
    use crate::{Fonts, Point, Rect, map_layout};

    fn sketch(steps: usize, stages: usize) -> (MapSketch, f32) {
        let document = document(&Options { steps, lanes: 4, stages, seed: 3 });
        let map = MapKey { journey: document.journeys_in_order()[0].0, state: State::AsLived };
        let layout = map_layout(&document, map, Fonts::shipped());
        (MapSketch::new(&layout), layout.width)
    }

    #[test]
    fn steps_and_lines_are_one_path_each() {
        let rects = [Rect::new(1.0, 2.0, 3.0, 4.5), Rect::new(9.0, 2.0, 3.0, 4.0)];
        assert_eq!(boxes(rects.into_iter()), "M1 2h3v4.5h-3zM9 2h3v4h-3z");
        let points = [Point::new(0.0, 1.0), Point::new(5.0, 1.0)];
        assert_eq!(lines([&points[..], &points[..1]].into_iter()), "M0 1L5 1M0 1");
    }

    #[test]
    fn a_workshop_of_usual_size_is_sketched_as_a_whole_and_a_long_one_from_its_beginning() {
        let drawn = |it: &MapSketch| it.steps.matches('z').count();
        let (whole, width) = sketch(30, 6);
        assert_eq!((whole.width, drawn(&whole), whole.lanes.len()), (width, 30, 4));
        assert!(whole.connectors.starts_with('M'));
        let (long, width) = sketch(1000, 100);
        assert!(long.width < width / 4.0, "{} of {width}", long.width);
        assert!((1..=MOST_STEPS).contains(&drawn(&long)), "{}", drawn(&long));
        let (crowded, width) = sketch(1000, 2);
        assert!(crowded.width < width && drawn(&crowded) > MOST_STEPS, "one stage at least");
    }
}
