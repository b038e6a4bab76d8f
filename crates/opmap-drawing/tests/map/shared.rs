//! Phases above the headers of stages, and functions beside those of lanes.

use opmap_drawing::{
    FUNCTION_WIDTH, Fonts, LANE_HEAD_WIDTH, MapLayout, MapSceneOptions, MapWindow, Mark, PHASE_HEIGHT, Point,
    Rect, TextMark, map_description, map_layout, map_scene,
};
use opmap_model::{Phase, Title};
use proptest::prelude::*;

use crate::laws::sketches;
use crate::picture::extent;
use crate::sample::{Sketch, broadband};

/// Two phases over five of the eight stages, and one function beside two of the seven lanes.
fn shared() -> Sketch {
    let mut sketch = broadband();
    for stage in 0..5 {
        let phase = if stage < 3 { Phase::Sale } else { Phase::PostSale };
        sketch.say_of_stage(stage, |it| it.phase = Some(phase));
    }
    for lane in [4, 5] {
        sketch.say_of_lane(lane, |it| it.function = Title::new("Field service").ok());
    }
    sketch
}

fn laid_out(sketch: &Sketch) -> MapLayout {
    map_layout(&sketch.finish(), sketch.map, Fonts::shipped())
}

fn texts(layout: &MapLayout, window: MapWindow) -> Vec<TextMark> {
    let scene = map_scene(layout, &MapSceneOptions { window, ..MapSceneOptions::default() });
    scene.marks.into_iter().filter_map(|it| if let Mark::Text(it) = it { Some(it) } else { None }).collect()
}

#[test]
fn only_a_map_that_has_them_takes_room_for_phases_and_functions() {
    let (plain, both) = (laid_out(&broadband()), laid_out(&shared()));
    assert_eq!(plain.headers(), Point::new(LANE_HEAD_WIDTH, plain.head_height));
    assert_eq!(
        both.headers(),
        Point::new(LANE_HEAD_WIDTH + FUNCTION_WIDTH, plain.head_height + PHASE_HEIGHT)
    );
    assert_eq!((plain.width, plain.height, &plain.boxes), (both.width, both.height, &both.boxes));
}

#[test]
fn a_phase_spans_its_stages_and_a_function_its_lanes() {
    let layout = laid_out(&shared());
    let phases: Vec<(Phase, f32, f32)> =
        layout.phases.iter().map(|it| (it.phase, it.x, it.x + it.width)).collect();
    let stages = &layout.stages;
    let cut = stages[3].x;
    assert_eq!(phases, [(Phase::Sale, 0.0, cut), (Phase::PostSale, cut, stages[5].x)]);

    let words = texts(&layout, MapWindow::WHOLE);
    let [name] = &*words.iter().filter(|it| it.upwards).collect::<Vec<_>>() else { panic!("one function") };
    assert_eq!(name.text, "Field service");
    let group = &layout.groups[0];
    let covered = extent(&Mark::Text((*name).clone()));
    let beside = Rect::new(0.0, layout.headers().y + group.y, FUNCTION_WIDTH, group.height);
    assert_eq!(beside.covering(covered), beside, "it stands beside its lanes");
    for name in ["Sale", "After the sale"] {
        let found = words.iter().find(|it| it.text == name).unwrap();
        assert!(found.at.y < PHASE_HEIGHT, "{name} stands above the stages");
    }
}

#[test]
fn a_window_names_the_phases_and_functions_of_what_it_shows() {
    let layout = laid_out(&shared());
    let names = |stages, lanes| {
        let words = texts(&layout, MapWindow { stages, lanes });
        let is_shared = |it: &&str| ["Sale", "After the sale", "Field service"].contains(it);
        words.iter().map(|it| it.text.as_str()).filter(is_shared).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(names(2..4, 0..5), ["Sale", "After the sale", "Field service"]);
    assert_eq!(names(4..6, 6..7), ["After the sale"]);
    assert!(names(6..8, 0..2).is_empty());
}

#[test]
fn the_description_names_functions_and_phases() {
    let sketch = shared();
    let words = map_description(&sketch.finish(), sketch.map);
    for named in [
        "Dispatch (backstage, Field service), Network operations (backstage, Field service)",
        "Stage 1, Notice (sale).",
    ] {
        assert!(words.contains(named), "{named} is not in: {words}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn their_names_lie_where_nothing_else_does(sketch in sketches(), from in (0..4_usize, 0..4_usize), size in (1..4_usize, 1..4_usize)) {
        let layout = opmap_drawing::folded_map_layout(&sketch.finish(), sketch.map, &sketch.folded, Fonts::shipped());
        let window = MapWindow { stages: from.0..from.0 + size.0, lanes: from.1..from.1 + size.1 };
        let words = texts(&layout, window);
        let covered = |it: &TextMark| extent(&Mark::Text(it.clone()));
        let head = layout.headers();
        for name in words.iter().filter(|it| it.upwards) {
            let name = covered(name);
            prop_assert!(name.right() < FUNCTION_WIDTH && name.y > head.y, "{name:?}");
        }
        let apart = |it: &&TextMark| it.at.y < layout.phases_height() || it.upwards;
        let names: Vec<Rect> = words.iter().filter(apart).map(covered).collect();
        for (index, one) in names.iter().enumerate() {
            prop_assert!(names[index + 1..].iter().all(|other| !one.overlaps(other)), "{names:?}");
        }
    }
}
