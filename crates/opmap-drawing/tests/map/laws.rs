//! What holds for the layout of every map.

use std::collections::BTreeMap;

use opmap_drawing::{
    FOLDED_SIZE, Face, Fonts, GUTTER_HEIGHT, HEAD_TITLE, LANE_HEAD_WIDTH, MapLayout, Point, Rect, Route,
    RouteClass, SMALL_TEXT, STAGE_PAD, STEP_TITLE, folded_map_layout, map_layout,
};
use opmap_model::{Document, StepId};
use proptest::prelude::*;

use crate::sample::{Sketch, broadband, random};

fn laid_out(sketch: &Sketch) -> MapLayout {
    folded_map_layout(&sketch.finish(), sketch.map, &sketch.folded, Fonts::shipped())
}

/// Sketches from small to crowded, empty ones among them; of some of them stages or lanes are folded.
pub(crate) fn sketches() -> impl Strategy<Value = Sketch> {
    let folds = prop_oneof![2 => Just((0_u8, 0_u8)), 1 => any::<(u8, u8)>()];
    (any::<u32>(), 0..7_usize, 0..7_usize, 0..80_usize, 0..120_usize, folds).prop_map(
        |(seed, stages, lanes, steps, connectors, folds)| {
            let mut sketch = random(u64::from(seed), stages, lanes, steps, connectors);
            let is_folded = |folds: u8, index: usize| folds >> index & 1 == 1;
            let stages = sketch.stages.iter().copied().enumerate();
            sketch.folded.stages = stages.filter(|it| is_folded(folds.0, it.0)).map(|it| it.1).collect();
            let lanes = sketch.lanes.iter().copied().enumerate();
            sketch.folded.lanes = lanes.filter(|it| is_folded(folds.1, it.0)).map(|it| it.1).collect();
            sketch
        },
    )
}

/// All that stands on the map: steps and folded cells.
fn rects(layout: &MapLayout) -> Vec<Rect> {
    let steps = layout.boxes.iter().map(|it| it.rect);
    steps.chain(layout.folded_cells.iter().map(|it| it.rect)).collect()
}

/// What shows a step: its box, or the cell that it is folded into.
fn shown_at(layout: &MapLayout, document: &Document, id: StepId) -> Rect {
    let step = document.get(id).expect("the ends of a connector are there");
    let cell = || layout.folded_cells.iter().find(|it| it.stage == step.stage && it.lane == step.lane);
    layout
        .step_box(id)
        .map(|it| it.rect)
        .or_else(|| cell().map(|it| it.rect))
        .expect("every step is shown somehow")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn boxes_lie_in_their_cells_and_never_on_each_other(sketch in sketches()) {
        let layout = laid_out(&sketch);
        for (index, step) in layout.boxes.iter().enumerate() {
            let cell = layout.cell_rect(step.stage, step.lane).unwrap();
            prop_assert!(holds(&cell, &step.rect), "{step:?} leaves its cell {cell:?}");
            prop_assert!(!sketch.folded.stages.contains(&step.stage) && !sketch.folded.lanes.contains(&step.lane));
            for other in &rects(&layout)[index + 1..] {
                prop_assert!(!step.rect.grown(4.0).overlaps(other), "{step:?} and {other:?}");
            }
        }
        for cell in &layout.folded_cells {
            prop_assert!(holds(&layout.cell_rect(cell.stage, cell.lane).unwrap(), &cell.rect));
        }
        let shown = layout.boxes.len() + layout.folded_cells.iter().map(|it| it.steps).sum::<usize>();
        prop_assert_eq!(shown, sketch.steps.len());
    }

    #[test]
    fn stages_and_lanes_divide_the_body(sketch in sketches()) {
        let layout = laid_out(&sketch);
        let mut x = 0.0;
        for stage in &layout.stages {
            prop_assert_eq!(stage.x, x);
            let least = if stage.folded { FOLDED_SIZE + 20.0 } else { 120.0 };
            prop_assert!(stage.width >= least);
            x += stage.width;
        }
        let mut y = 0.0;
        for lane in &layout.lanes {
            prop_assert_eq!(lane.y, y);
            let least = if lane.folded { FOLDED_SIZE + 16.0 } else { 88.0 };
            prop_assert!(lane.height >= least);
            y += lane.height;
        }
        prop_assert!((x - layout.width).abs() < 0.1 && (y - layout.height).abs() < 0.1);
    }

    #[test]
    fn titles_fit_their_boxes_and_lose_no_word(sketch in sketches()) {
        let document = sketch.finish();
        let layout = laid_out(&sketch);
        for step in &layout.boxes {
            let chips = step.chip_row();
            let mut bottom = step.title_top();
            for line in step.title_lines.iter() {
                let width = Fonts::shipped().width(Face::Medium, STEP_TITLE.0, line);
                prop_assert!(step.title_left() + width <= step.rect.right() - 5.0, "{line}");
                bottom += STEP_TITLE.1;
            }
            prop_assert!(bottom <= chips.y + 0.01 && holds(&step.rect, &chips));
            let title: String = document.get(step.id).unwrap().title.as_str().split(' ').collect();
            prop_assert_eq!(step.title_lines.concat().replace(' ', ""), title);
        }
    }

    #[test]
    fn names_fit_their_headers(sketch in sketches()) {
        let layout = laid_out(&sketch);
        let width = |size, line: &String| Fonts::shipped().width(Face::SemiBold, size, line);
        for stage in &layout.stages {
            let height = stage.title_lines.len() as f32 * HEAD_TITLE.1;
            prop_assert!(height + 16.0 <= layout.head_height.max(52.0));
            for line in &stage.title_lines {
                prop_assert!(width(HEAD_TITLE.0, line) <= stage.width - 2.0 * STAGE_PAD - stage.title_indent);
            }
        }
        for lane in &layout.lanes {
            let lines = lane.title_lines.len() as f32 * HEAD_TITLE.1 + lane.kind_lines.len() as f32 * SMALL_TEXT.1;
            prop_assert!(lines + 14.0 <= lane.height, "the names of blueprint lines take 7 above and below");
            for line in &lane.title_lines {
                prop_assert!(width(HEAD_TITLE.0, line) <= LANE_HEAD_WIDTH - 16.0);
            }
            let kind = lane.kind_lines.iter().map(|it| Fonts::shipped().width(Face::Regular, SMALL_TEXT.0, it));
            prop_assert!(kind.fold(0.0, f32::max) <= LANE_HEAD_WIDTH - 16.0);
            prop_assert!(!lane.kind_lines.is_empty(), "its kind is told, folded or not");
            prop_assert!(!lane.folded || lane.title_lines.len() + lane.kind_lines.len() == 2);
        }
    }

    #[test]
    fn routes_are_orthogonal_and_join_the_edges_of_their_steps(sketch in sketches()) {
        let (layout, document) = (laid_out(&sketch), sketch.finish());
        let within_folds = document.map_view(sketch.map).connectors.iter().filter(|it| layout.route(it.0).is_none()).count();
        let drawn: u32 = layout.routes.iter().map(|it| it.bundled).sum();
        prop_assert_eq!(drawn as usize + within_folds, document.map_view(sketch.map).connectors.len());
        prop_assert!(within_folds == 0 || !layout.folded_cells.is_empty());
        for route in &layout.routes {
            for (a, b) in pieces(route) {
                prop_assert!((a.x == b.x) != (a.y == b.y), "{a:?} to {b:?} of {route:?}");
            }
            for (end, id) in [(route.points.first(), route.from), (route.points.last(), route.to)] {
                let (end, rect) = (*end.unwrap(), shown_at(&layout, &document, id));
                let on_side = (end.x == rect.x || end.x == rect.right()) && (rect.y..=rect.bottom()).contains(&end.y);
                let on_top = (end.y == rect.y || end.y == rect.bottom()) && (rect.x..=rect.right()).contains(&end.x);
                prop_assert!(on_side || on_top, "{end:?} is not on the edge of {rect:?}");
            }
        }
    }

    #[test]
    fn no_route_passes_behind_a_step(sketch in sketches()) {
        let layout = laid_out(&sketch);
        for route in &layout.routes {
            for (a, b) in pieces(route) {
                for rect in rects(&layout) {
                    prop_assert!(!passes(&rect, a, b), "{route:?} through {rect:?}");
                }
            }
        }
    }

    #[test]
    fn routes_share_a_line_only_with_a_step(sketch in sketches()) {
        let (layout, document) = (laid_out(&sketch), sketch.finish());
        for (index, one) in layout.routes.iter().enumerate() {
            for other in &layout.routes[index + 1..] {
                // At a step lines of one meaning may join or part.
                let start = |it: &Route| shown_at(&layout, &document, it.from);
                let end = |it: &Route| shown_at(&layout, &document, it.to);
                let joined = start(one) == start(other) || end(one) == end(other) && one.class == other.class;
                for piece in pieces(one) {
                    for against in pieces(other) {
                        prop_assert!(joined || !coincide(piece, against), "{one:?} and {other:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn handoffs_have_badges_clear_of_boxes_and_inside_the_body(sketch in sketches()) {
        badges_are_clear(&sketch)?;
    }

    #[test]
    fn equal_documents_give_equal_layouts(sketch in sketches()) {
        prop_assert_eq!(laid_out(&sketch), laid_out(&sketch));
    }
}

/// Found by chance: a line drawn back, at the edge of a map of one stage.
#[test]
fn badges_at_the_edge_of_a_narrow_map_stay_inside() {
    badges_are_clear(&random(4_091_799_369, 1, 2, 74, 17)).unwrap();
    let mut folded = random(2_253_800_636, 1, 3, 27, 4);
    folded.folded.stages.extend(folded.stages.clone());
    badges_are_clear(&folded).unwrap();
}

/// With both of its signs, and away from the edges.
const WIDEST_BADGE: f32 = 54.0;

fn badges_are_clear(sketch: &Sketch) -> Result<(), TestCaseError> {
    let layout = laid_out(sketch);
    let body = Rect::new(0.0, 0.0, layout.width, layout.height);
    for route in &layout.routes {
        let badge = route.class == RouteClass::Handoff && route.bundled == 1;
        prop_assert!(!badge || route.badge.is_some() || layout.width < WIDEST_BADGE);
        prop_assert!(
            route.class == RouteClass::Rework || route.class == RouteClass::Handoff || route.badge.is_none()
        );
        let width = |face, text: &str| Fonts::shipped().width(face, SMALL_TEXT.0, text);
        if let Some(label) = &route.label {
            prop_assert!(width(Face::Regular, &label.text) + 6.0 <= label.rect.width + 0.01, "{label:?}");
        }
        if let Some(badge) = &route.badge {
            prop_assert!(width(Face::SemiBold, &badge.text()) <= badge.rect.width - 4.0, "{badge:?}");
        }
        let label = route.label.as_ref().map(|it| it.rect);
        for mark in route.badge.iter().map(|it| it.rect).chain(label) {
            prop_assert!(holds(&body, &mark), "{mark:?} of {route:?} leaves the body");
            for rect in rects(&layout) {
                prop_assert!(!mark.overlaps(&rect), "{mark:?} of {route:?} covers {rect:?}");
            }
        }
    }
    Ok(())
}

#[test]
fn marks_of_a_real_map_do_not_meet() {
    let layout = laid_out(&broadband());
    let marks: Vec<Rect> = layout
        .routes
        .iter()
        .flat_map(|it| [it.badge.as_ref().map(|it| it.rect), it.label.as_ref().map(|it| it.rect)])
        .flatten()
        .collect();
    assert_eq!(marks.len(), 15, "14 handoffs, one of them rework, and one label");
    for (index, one) in marks.iter().enumerate() {
        for other in &marks[index + 1..] {
            assert!(!one.overlaps(other), "{one:?} and {other:?}");
        }
    }
}

#[test]
fn badges_meet_neither_each_other_nor_the_marks_of_steps() {
    // Made-up maps from small to crowded, always the same: on one that has no room left nothing could be promised.
    for seed in 0..200 {
        let of = |factor: u64, most: u64| usize::try_from(seed * factor % most).unwrap();
        let sketch = random(seed, 1 + of(1, 6), 1 + of(5, 6), of(7, 80), of(13, 120));
        let layout = laid_out(&sketch);
        let badges: Vec<Rect> = layout.routes.iter().filter_map(|it| Some(it.badge?.rect)).collect();
        for (index, badge) in badges.iter().enumerate() {
            assert!(badges[index + 1..].iter().all(|it| !it.overlaps(badge)), "seed {seed}: {badge:?}");
            for step in &layout.boxes {
                let own = u8::from(step.moment_of_truth) + u8::from(step.fail_point);
                let width = 20.0 * f32::from(own);
                let marks = Rect::new(step.rect.right() + 3.5 - width, step.rect.y - 8.0, width, 8.0);
                assert!(own == 0 || !marks.overlaps(badge), "seed {seed}: {badge:?} lies on {marks:?}");
            }
        }
    }
}

#[test]
fn words_on_connectors_have_a_place_even_where_it_is_crowded() {
    let (mut words, mut whole, mut begun, mut signs) = (0, 0, 0, 0);
    for seed in 0..200 {
        let of = |factor: u64, most: u64| usize::try_from(seed * factor % most).unwrap();
        let sketch = random(seed, 1 + of(1, 6), 1 + of(5, 6), of(7, 80), of(13, 120));
        let document = sketch.finish();
        for route in &laid_out(&sketch).routes {
            let Some(label) = document.get(route.id).and_then(|it| it.label.as_ref()) else { continue };
            words += 1;
            match &route.label {
                Some(it) if it.text == label.as_str() => whole += 1,
                Some(it) if it.text == "…" => signs += 1,
                Some(_) => begun += 1,
                None => {}
            }
        }
    }
    let without = words - whole - begun - signs;
    // Two lines a cell and more: on maps like these it may happen, but seldom.
    assert!(
        without <= words / 50,
        "{without} of {words} have none; {whole} whole, {begun} begun, {signs} signs"
    );
}

#[test]
fn a_straight_line_joins_neighbours() {
    let sketch = broadband();
    let layout = laid_out(&sketch);
    let straight = |route: &&Route| route.points.len() == 2;
    let by_class = layout.routes.iter().filter(straight).fold(BTreeMap::new(), |mut counts, route| {
        *counts.entry(route.class).or_insert(0) += 1;
        counts
    });
    assert_eq!(by_class[&RouteClass::CustomerPath], 7);
    assert!(by_class[&RouteClass::Contact] >= 7, "{by_class:?}");
    let gap = layout.lanes[1].y - layout.boxes[0].rect.bottom();
    assert_eq!(gap, GUTTER_HEIGHT / 2.0);
}

#[test]
fn a_map_that_does_not_exist_is_empty() {
    let mut sketch = broadband();
    sketch.map.journey = opmap_model::JourneyId(uuid::Uuid::nil());
    let layout = map_layout(&sketch.finish(), sketch.map, Fonts::shipped());
    assert!(layout.boxes.is_empty() && layout.stages.is_empty() && layout.width == 0.0);
    assert_eq!(layout.drop_target(Point::new(3.0, 3.0), &[]), None);
    assert_eq!(layout.step_box(StepId(uuid::Uuid::nil())), None);
}

pub(crate) fn pieces(route: &Route) -> impl Iterator<Item = (Point, Point)> {
    route.points.windows(2).map(|ends| (ends[0], ends[1]))
}

fn holds(outer: &Rect, inner: &Rect) -> bool {
    outer.x <= inner.x
        && outer.y <= inner.y
        && inner.right() <= outer.right()
        && inner.bottom() <= outer.bottom()
}

/// Whether the line has a part strictly inside the rectangle.
fn passes(rect: &Rect, a: Point, b: Point) -> bool {
    let (left, right) = (a.x.min(b.x), a.x.max(b.x));
    let (top, bottom) = (a.y.min(b.y), a.y.max(b.y));
    left < rect.right() && rect.x < right && top < rect.bottom() && rect.y < bottom
}

/// Whether two orthogonal lines have more than a point in common.
fn coincide(one: (Point, Point), other: (Point, Point)) -> bool {
    let shared =
        |a: (f32, f32), b: (f32, f32)| a.0.max(a.1).min(b.0.max(b.1)) - a.0.min(a.1).max(b.0.min(b.1));
    let across = shared((one.0.x, one.1.x), (other.0.x, other.1.x));
    let along = shared((one.0.y, one.1.y), (other.0.y, other.1.y));
    let parallel = (one.0.x == one.1.x) == (other.0.x == other.1.x);
    parallel && across >= 0.0 && along >= 0.0 && across.max(along) > 0.01
}
