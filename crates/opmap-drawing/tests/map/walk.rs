//! Finding, dropping and walking.

use opmap_drawing::{Direction, Fonts, MapLayout, Point, Rect, map_layout};
use opmap_model::{Edit, StepId};
use proptest::prelude::*;

use crate::laws::{pieces, sketches};
use crate::sample::{Sketch, broadband};

fn laid_out(sketch: &Sketch) -> MapLayout {
    map_layout(&sketch.finish(), sketch.map, Fonts::shipped())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn what_is_drawn_is_found(sketch in sketches()) {
        let layout = laid_out(&sketch);
        for step in &layout.boxes {
            for at in [step.rect.center(), Point::new(step.rect.x, step.rect.y), Point::new(step.rect.right(), step.rect.bottom())] {
                prop_assert_eq!(layout.step_at(at).map(|it| it.id), Some(step.id));
            }
            prop_assert_eq!(layout.step_at(Point::new(step.rect.x - 1.0, step.rect.y + 30.0)), None);
            prop_assert_eq!(layout.cell_at(step.rect.center()), Some((step.stage, step.lane)));
        }
        for route in &layout.routes {
            prop_assert_eq!(layout.route(route.id), Some(route));
        }
        prop_assert_eq!(layout.cell_at(Point::new(-1.0, 10.0)), None);
        prop_assert_eq!(layout.cell_at(Point::new(layout.width + 1.0, 10.0)), None);
    }

    #[test]
    fn a_view_shows_all_that_lies_in_it(sketch in sketches(), corner in (0.0_f32..900.0, 0.0_f32..900.0), size in (1.0_f32..600.0, 1.0_f32..600.0)) {
        let layout = laid_out(&sketch);
        let view = Rect::new(corner.0, corner.1, size.0, size.1);
        let shown: Vec<StepId> = layout.boxes_in(view).map(|it| it.id).collect();
        for step in &layout.boxes {
            if step.rect.overlaps(&view) {
                prop_assert!(shown.contains(&step.id), "{step:?} is missing from {view:?}");
            }
        }
        prop_assert!(shown.len() <= layout.boxes.iter().filter(|it| it.rect.grown(400.0).overlaps(&view)).count());
        let routes: Vec<_> = layout.routes_in(view).map(|it| it.id).collect();
        for route in &layout.routes {
            if pieces(route).any(|(a, b)| view.contains(a) || view.contains(b)) {
                prop_assert!(routes.contains(&route.id));
            }
        }
    }

    #[test]
    fn a_step_dropped_where_it_lies_stays_there(sketch in sketches()) {
        let document = sketch.finish();
        let layout = laid_out(&sketch);
        for step in &layout.boxes {
            let target = layout.drop_target(step.rect.center(), &[step.id]).unwrap();
            let edit = Edit::MoveSteps { ids: vec![step.id], stage: target.stage, lane: target.lane, before: target.before };
            let mut moved = document.clone();
            moved.apply(&edit.plan(&document).unwrap()).unwrap();
            prop_assert_eq!(map_layout(&moved, sketch.map, Fonts::shipped()).boxes, layout.boxes.clone());
        }
    }
}

#[test]
fn a_line_is_found_by_what_is_near_it() {
    let layout = laid_out(&broadband());
    for route in &layout.routes {
        let middle = route.middle();
        let found = layout.route_at(Point::new(middle.x + 0.5, middle.y), 4.0).unwrap();
        assert!(found.id == route.id || found.badge.is_some(), "{found:?} is found for {route:?}");
        if let Some(badge) = &route.badge {
            assert_eq!(layout.route_at(badge.rect.center(), 0.0).map(|it| it.id), Some(route.id));
        }
    }
    assert_eq!(layout.route_at(layout.boxes[0].rect.center(), 8.0), None);
}

#[test]
fn arrows_walk_from_box_to_box() {
    let sketch = broadband();
    let layout = laid_out(&sketch);
    let document = sketch.finish();
    let named = |name: &str| {
        layout.boxes.iter().find(|it| document.get(it.id).unwrap().title.as_str() == name).unwrap().id
    };
    let step = |from: &str, direction| {
        layout.neighbour(named(from), direction).map(|it| document.get(it).unwrap().title.to_string())
    };
    assert_eq!(step("Connection drops", Direction::Right).as_deref(), Some("Restarts the router"));
    assert_eq!(step("Connection drops", Direction::Left), None);
    assert_eq!(step("Connection drops", Direction::Down).as_deref(), Some("Show outage notice"));
    assert_eq!(step("Run line test", Direction::Down).as_deref(), Some("Check area alarms"));
    assert_eq!(step("Check area alarms", Direction::Left).as_deref(), Some("Detect alarm pattern"));
    // Nothing stands left of it in its row: the nearest of the column on the left.
    assert_eq!(step("Assign a technician", Direction::Left).as_deref(), Some("Check area alarms"));
    assert_eq!(step("Repair street cable", Direction::Down), None);
}

#[test]
fn dropping_above_a_step_goes_in_front_of_it() {
    let sketch = broadband();
    let layout = laid_out(&sketch);
    let step = &layout.boxes[0];
    let above = layout.drop_target(Point::new(step.rect.x + 5.0, step.rect.y + 5.0), &[]).unwrap();
    assert_eq!((above.stage, above.lane, above.before), (step.stage, step.lane, Some(step.id)));
    let below = layout.drop_target(Point::new(step.rect.x + 5.0, step.rect.bottom() - 5.0), &[]).unwrap();
    assert_eq!(below.before, None);
    let outside = layout.drop_target(Point::new(-500.0, -500.0), &[]).unwrap();
    assert_eq!((outside.stage, outside.lane), (layout.stages[0].id, layout.lanes[0].id));
}
