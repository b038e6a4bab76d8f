//! The strip of sentiments: what it shows, and what holds for every one.

use expect_test::expect;
use opmap_drawing::{
    Fonts, MapSceneOptions, Mark, Rect, STRIP_HEIGHT, SentimentPoint, SentimentStrip, has_sentiments,
    map_layout, map_scene, map_scene_with_strip, sentiment_strip, sentiment_strip_at, strip_head_marks,
    strip_marks,
};
use opmap_model::{CardKind, LaneKind, Sentiment, StepKind};
use proptest::prelude::*;

use crate::laws::sketches;
use crate::picture::extent;
use crate::sample::{Sketch, broadband};

fn strip_of(sketch: &Sketch) -> SentimentStrip {
    let document = sketch.finish();
    let layout = map_layout(&document, sketch.map, Fonts::shipped());
    sentiment_strip(&document, sketch.map, &layout, Fonts::shipped())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn points_lie_in_order_under_their_stages_and_what_is_not_set_breaks_the_curve(sketch in sketches()) {
        let document = sketch.finish();
        let layout = map_layout(&document, sketch.map, Fonts::shipped());
        let strip = sentiment_strip(&document, sketch.map, &layout, Fonts::shipped());
        prop_assert_eq!(has_sentiments(&document, sketch.map), !strip.points.is_empty());
        let mut before: Option<&SentimentPoint> = None;
        for point in &strip.points {
            let stage = layout.stages.iter().find(|it| it.id == point.stage).unwrap();
            prop_assert!(stage.x < point.at.x && point.at.x < stage.x + stage.width);
            prop_assert!(before.is_none_or(|it| it.at.x < point.at.x));
            let set_before = before.is_some_and(|it| it.sentiment.is_some());
            prop_assert!(!point.joined || set_before && point.sentiment.is_some());
            prop_assert_eq!(point.sentiment, document.get(point.step).unwrap().sentiment);
            prop_assert_eq!(point.sentiment.is_none(), point.label == "not set");
            before = Some(point);
        }
    }

    #[test]
    fn labels_cover_no_other_from_afar_and_are_printed_where_there_is_room(
        sketch in sketches(),
        scale in 0.05_f32..1.0,
    ) {
        let document = sketch.finish();
        let layout = map_layout(&document, sketch.map, Fonts::shipped());
        let strip = sentiment_strip_at(&document, sketch.map, &layout, scale, Fonts::shipped());
        let printed = || strip.points.iter().filter(|it| !it.printed.is_empty());
        for (place, point) in printed().enumerate() {
            let covered = printed().skip(place + 1).find(|it| it.label_rect.overlaps(&point.label_rect));
            prop_assert!(covered.is_none(), "{point:?} {covered:?}");
        }
        for (place, point) in strip.points.iter().enumerate() {
            let far = |other: Option<&SentimentPoint>| {
                other.is_none_or(|it| (it.at.x - point.at.x).abs() > 60.0)
            };
            let before = place.checked_sub(1).and_then(|it| strip.points.get(it));
            if far(before) && far(strip.points.get(place + 1)) {
                prop_assert_eq!(&point.printed, &point.label);
            }
        }
    }

    #[test]
    fn nothing_leaves_the_strip_and_the_quote_covers_no_label(sketch in sketches()) {
        let strip = strip_of(&sketch);
        let marks = strip_marks(&strip, 0.0, strip.width);
        for mark in marks.iter().chain(&strip_head_marks()) {
            let covered = extent(mark);
            prop_assert!(covered.y >= -0.5 && covered.bottom() <= STRIP_HEIGHT + 0.5, "{mark:?}");
        }
        if let Some(quote) = &strip.quote {
            prop_assert!(quote.rect.x >= 0.0 && quote.rect.right() <= strip.width);
            prop_assert!(strip.points.iter().all(|it| !it.label_rect.overlaps(&quote.rect)), "{strip:?}");
        }
        // Windows cut the curve; what is drawn stays inside.
        let (left, right) = (strip.width * 0.3, strip.width * 0.6);
        for mark in strip_marks(&strip, left, right) {
            let Rect { x, width, .. } = extent(&mark);
            prop_assert!(x >= left - 8.0 && x + width <= right + 8.0, "{mark:?}");
        }
    }
}

#[test]
fn the_curve_of_a_real_map_says_what_was_felt_and_quotes_the_lowest_point() {
    let sketch = broadband();
    let strip = strip_of(&sketch);
    let point = |it: &SentimentPoint| {
        let line = if it.joined { "—" } else { "|" };
        let grade = it.evidence.map_or("unknown".to_owned(), |it| format!("{it:?}").to_lowercase());
        format!("{line} {} ({grade}) ", it.label)
    };
    let told: String = strip.points.iter().map(point).collect();
    expect!["| −1 (data) — −1 (reported) — 0 (data) — +1 (observed) — −1 (data) — −2 (data) — +2 (observed) | not set (unknown) "].assert_eq(&told);
    let quote = strip.quote.unwrap();
    assert_eq!(quote.text, "“I took two days off and nobody came.”");
}

#[test]
fn an_internal_quote_is_not_shown_and_a_stage_without_the_customer_breaks_the_curve() {
    let mut sketch = Sketch::new();
    for name in ["Before", "Between", "After"] {
        sketch.stage(name);
    }
    sketch.lane("Customer", LaneKind::Customer, None);
    let steps = [0, 2].map(|stage| sketch.step(stage, 0, "Waits", StepKind::Wait, None));
    for step in steps {
        sketch.say(step, |it| it.sentiment = Sentiment::new(-1));
        sketch.card(step, CardKind::Quote, "They are hopeless.", |it| it.internal = true);
    }
    let strip = strip_of(&sketch);
    assert_eq!(strip.points.iter().map(|it| it.joined).collect::<Vec<_>>(), [false, false]);
    assert_eq!(strip.quote, None);
}

#[test]
fn a_map_without_the_customer_has_no_strip() {
    let mut sketch = Sketch::new();
    sketch.stage("Only");
    sketch.lane("Back office", LaneKind::Backstage, None);
    sketch.step(0, 0, "Books it", StepKind::Activity, None);
    let document = sketch.finish();
    let layout = map_layout(&document, sketch.map, Fonts::shipped());
    let options = MapSceneOptions::default();
    let strip = strip_of(&sketch);
    assert_eq!(map_scene_with_strip(&layout, &options, &strip), map_scene(&layout, &options));
    let with = broadband();
    let document = with.finish();
    let layout = map_layout(&document, with.map, Fonts::shipped());
    let below = map_scene_with_strip(&layout, &options, &strip_of(&with));
    assert_eq!(below.height, map_scene(&layout, &options).height + STRIP_HEIGHT);
    assert!(below.marks.iter().any(|it| matches!(it, Mark::Text(it) if it.text == "+2")));
}
