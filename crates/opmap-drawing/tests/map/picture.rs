//! What holds for the picture of every map, and its description.

use expect_test::expect;
use opmap_drawing::{
    Detail, Fonts, LANE_HEAD_WIDTH, MapLayout, MapSceneOptions, MapWindow, Mark, Point, Rect, Scene, Segment,
    TextMark, map_description, map_layout, map_scene,
};
use proptest::prelude::*;

use crate::laws::sketches;
use crate::sample::broadband;

/// What a mark covers, the width of its line included.
pub(crate) fn extent(mark: &Mark) -> Rect {
    match mark {
        Mark::Rect(mark) => mark.rect.grown(mark.stroke.map_or(0.0, |it| it.width / 2.0)),
        Mark::Path(mark) => {
            let points: Vec<Point> = mark
                .segments
                .iter()
                .flat_map(|segment| match *segment {
                    Segment::Move(at) | Segment::Line(at) => vec![at],
                    Segment::Curve(a, b, at) => vec![a, b, at],
                    Segment::Close => vec![],
                })
                .collect();
            let least = |of: fn(&Point) -> f32| points.iter().map(of).fold(f32::INFINITY, f32::min);
            let most = |of: fn(&Point) -> f32| points.iter().map(of).fold(f32::NEG_INFINITY, f32::max);
            let (x, y) = (least(|it| it.x), least(|it| it.y));
            Rect::new(x, y, most(|it| it.x) - x, most(|it| it.y) - y)
        }
        Mark::Text(mark) => text_extent(mark),
        Mark::Image(mark) => mark.rect,
    }
}

fn text_extent(mark: &TextMark) -> Rect {
    let fonts = Fonts::shipped();
    let width = fonts.width(mark.face, mark.size, &mark.text);
    mark.covered(width, fonts.cap_height(mark.face, mark.size), 0.0)
}

fn texts(scene: &Scene) -> Vec<&TextMark> {
    scene
        .marks
        .iter()
        .filter_map(|mark| if let Mark::Text(text) = mark { Some(text) } else { None })
        .collect()
}

fn steps_in(layout: &MapLayout, window: &MapWindow) -> usize {
    layout.boxes_in(window.rect(layout)).count()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn nothing_leaves_the_picture(sketch in sketches(), stages in (0..7_usize, 0..7_usize), lanes in (0..7_usize, 0..7_usize), headers in any::<bool>()) {
        let layout = map_layout(&sketch.finish(), sketch.map, Fonts::shipped());
        let window = MapWindow { stages: stages.0..stages.0 + stages.1, lanes: lanes.0..lanes.0 + lanes.1 };
        let scene = map_scene(&layout, &MapSceneOptions { window, headers, ..MapSceneOptions::default() });
        let canvas = Rect::new(-2.0, -2.0, scene.width + 4.0, scene.height + 4.0);
        for mark in &scene.marks {
            let covered = extent(mark);
            prop_assert!(
                canvas.x <= covered.x && canvas.y <= covered.y && covered.right() <= canvas.right() && covered.bottom() <= canvas.bottom(),
                "{mark:?} leaves {canvas:?}"
            );
        }
    }

    #[test]
    fn tiles_show_every_step_once(sketch in sketches(), at in 1..4_usize) {
        let layout = map_layout(&sketch.finish(), sketch.map, Fonts::shipped());
        let tile = |stages, lanes| MapWindow { stages, lanes };
        let tiles = [
            tile(0..at, 0..at),
            tile(at..usize::MAX, 0..at),
            tile(0..at, at..usize::MAX),
            tile(at..usize::MAX, at..usize::MAX),
        ];
        prop_assert_eq!(tiles.iter().map(|it| steps_in(&layout, it)).sum::<usize>(), layout.boxes.len());
    }

    #[test]
    fn words_in_the_picture_never_meet(sketch in sketches()) {
        let layout = map_layout(&sketch.finish(), sketch.map, Fonts::shipped());
        for step in &layout.boxes {
            let marks = opmap_drawing::step_marks(step, Detail::Full, None);
            let words: Vec<Rect> = marks.iter().filter(|it| matches!(it, Mark::Text(_))).map(extent).collect();
            for (index, one) in words.iter().enumerate() {
                prop_assert!(step.rect.x < one.x && one.right() < step.rect.right() && one.bottom() < step.rect.bottom());
                prop_assert!(words[index + 1..].iter().all(|other| !one.overlaps(other)), "{words:?}");
            }
        }
    }
}

#[test]
fn every_title_is_in_the_picture_as_text() {
    let sketch = broadband();
    let document = sketch.finish();
    let layout = map_layout(&document, sketch.map, Fonts::shipped());
    let scene = map_scene(&layout, &MapSceneOptions::default());
    let words: String = texts(&scene).iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join(" ");
    for (_, step) in document.map_view(sketch.map).steps {
        assert!(words.contains(step.title.as_str()), "{}", step.title);
    }
    for name in ["Interaction line", "Visibility line", "Internal line", "Digital self-service", "Follow-up"]
    {
        assert!(words.contains(name), "{name} is not among: {words}");
    }
}

#[test]
fn a_window_repeats_the_headers_of_what_it_shows() {
    let sketch = broadband();
    let layout = map_layout(&sketch.finish(), sketch.map, Fonts::shipped());
    let window = MapWindow { stages: 4..6, lanes: 3..5 };
    let rect = window.rect(&layout);
    let scene = map_scene(&layout, &MapSceneOptions { window: window.clone(), ..MapSceneOptions::default() });
    assert_eq!((scene.width, scene.height), (LANE_HEAD_WIDTH + rect.width, layout.head_height + rect.height));
    expect!["Assign a | technician | 7.7 h | 1 | Trace and | repair fault | 30 min | Re-plan late | jobs | no alarm | 5/7 | 4/7 | 6/7 | 5/7 | 3/7 | 4/7 | 5 | Schedule | 6 | Visit | Field | technician | Frontstage | Dispatch | Backstage | Visibility line"]
    .assert_eq(&texts(&scene).iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join(" | "));
    let bare = map_scene(&layout, &MapSceneOptions { window, headers: false, ..MapSceneOptions::default() });
    assert_eq!((bare.width, bare.height), (rect.width, rect.height));
}

#[test]
fn a_map_is_described_in_words() {
    let sketch = broadband();
    expect![[r#"
        Journey map “Restore a broken home connection”, as lived: 8 stages, 7 lanes, 25 steps, 14 handoffs, 6 of them without an owner.
        Lanes from top to bottom: Customer (customer), Digital self-service (frontstage), Contact centre (frontstage), Field technician (frontstage), Dispatch (backstage), Network operations (backstage), Cable partner (partner).
        Stage 1, Notice. Customer: Connection drops (sentiment −1). Digital self-service: Show outage notice (automated, web). Network operations: Detect alarm pattern (automated).
        Stage 2, Self-help. Customer: Restarts the router (app, sentiment −1). Digital self-service: Guided line check (automated, app).
        Stage 3, Contact. Customer: Calls support (phone, sentiment 0). Contact centre: Verify and log fault (waits 24 min).
        Stage 4, Diagnose. Customer: Answers test questions (phone, sentiment +1). Contact centre: Run line test. Network operations: Check area alarms.
        Stage 5, Schedule. Customer: Accepts a visit window (app, sentiment −1). Digital self-service: Send visit reminder (automated, text message). Contact centre: Agree visit window (decision). Dispatch: Assign a technician (waits 7.7 h, fail point).
        Stage 6, Visit. Customer: Waits at home (wait, on site, waits 39 h, moment of truth, sentiment −2). Field technician: Trace and repair fault (on site, waits 30 min). Dispatch: Re-plan late jobs. Cable partner: Repair street cable.
        Stage 7, Restore. Customer: Checks the connection (sentiment +2). Contact centre: Close the ticket. Field technician: Prove speed on site. Network operations: Confirm line profile (waits 36 min).
        Stage 8, Follow-up. Customer: Rates the repair (text message). Digital self-service: Send 48 h survey (automated, e-mail). Contact centre: Call back detractors (phone).
        Handoff 1: from “Detect alarm pattern” (Network operations) to “Show outage notice” (Digital self-service): partly agreed, 6 of 7 parts set.
        Handoff 2: from “Guided line check” (Digital self-service) to “Verify and log fault” (Contact centre): no owner, 4 of 7 parts set.
        Handoff 3: from “Run line test” (Contact centre) to “Check area alarms” (Network operations): agreed, 7 of 7 parts set.
        Handoff 4: from “Check area alarms” (Network operations) to “Agree visit window” (Contact centre): partly agreed, 5 of 7 parts set.
        Handoff 5: from “Agree visit window” (Contact centre) to “Send visit reminder” (Digital self-service): agreed, 7 of 7 parts set.
        Handoff 6: from “Agree visit window” (Contact centre) to “Assign a technician” (Dispatch): no owner, 4 of 7 parts set.
        Handoff 7: from “Assign a technician” (Dispatch) to “Trace and repair fault” (Field technician): partly agreed, 6 of 7 parts set.
        Handoff 8: from “Trace and repair fault” (Field technician) to “Re-plan late jobs” (Dispatch): partly agreed, 5 of 7 parts set.
        Handoff 9: from “Trace and repair fault” (Field technician) to “Repair street cable” (Cable partner): no owner, 3 of 7 parts set.
        Handoff 10: from “Repair street cable” (Cable partner) to “Prove speed on site” (Field technician): no owner, 3 of 7 parts set.
        Handoff 11: from “Close the ticket” (Contact centre) to “Send 48 h survey” (Digital self-service): agreed, 7 of 7 parts set.
        Handoff 12: from “Prove speed on site” (Field technician) to “Confirm line profile” (Network operations): partly agreed, 5 of 7 parts set.
        Handoff 13: from “Confirm line profile” (Network operations) to “Close the ticket” (Contact centre): no owner, 4 of 7 parts set.
        Handoff 14: from “Send 48 h survey” (Digital self-service) to “Call back detractors” (Contact centre): no owner, 4 of 7 parts set.
    "#]].assert_eq(&map_description(&sketch.finish(), sketch.map));
}

#[test]
fn a_map_that_does_not_exist_is_described_as_empty() {
    let mut sketch = broadband();
    sketch.map.state = opmap_model::State::ToBe;
    expect![[r#"
        Journey map “Restore a broken home connection”, to be: 0 stages, 0 lanes, 0 steps, 0 handoffs.
    "#]]
    .assert_eq(&map_description(&sketch.finish(), sketch.map));
}
