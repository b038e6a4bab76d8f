//! The radar of the seven shifts, and bars of answers: what they show, and what holds for every one.

use opmap_drawing::{
    BARS_HEIGHT, BARS_WIDTH, Fonts, Mark, PathMark, RadarAxis, RadarLines, Scene, Segment, Tone, answer_bars,
    radar, radar_description, svg,
};
use opmap_model::{Keyword, Shift};
use proptest::prelude::*;

use crate::picture::extent;

fn axes(levels: &[(Option<u8>, Option<u8>)]) -> Vec<RadarAxis> {
    let axis = |(shift, (now, target)): (&Shift, &(Option<u8>, Option<u8>))| RadarAxis {
        name: shift.label().to_owned(),
        now: *now,
        target: *target,
        earlier: None,
    };
    Shift::ALL.iter().zip(levels).map(axis).collect()
}

fn scored() -> Vec<RadarAxis> {
    axes(
        &[(2, 4), (3, 4), (2, 3), (2, 4), (1, 3), (3, 4), (3, 4)]
            .map(|(now, target)| (Some(now), Some(target))),
    )
}

/// Lines of a tone that are thick enough to be those of the levels.
fn outlines(scene: &Scene, tone: Tone) -> Vec<&PathMark> {
    let is_outline = |it: &&PathMark| {
        it.segments.len() > 2 && it.stroke.is_some_and(|it| it.tone == tone && it.width >= 2.0)
    };
    let paths = scene.marks.iter().filter_map(|it| match it {
        Mark::Path(path) => Some(path),
        Mark::Rect(_) | Mark::Text(_) | Mark::Image(_) => None,
    });
    paths
        .filter(|it| !it.segments.iter().any(|it| matches!(it, Segment::Curve(..))))
        .filter(is_outline)
        .collect()
}

#[test]
fn m6_a_level_lies_on_its_ring_whatever_the_other_levels_are() {
    let scene = radar(&scored(), RadarLines::default(), Fonts::shipped());
    let outline = outlines(&scene, Tone::DataCurrent)[0];
    let middle_x = scene.width / 2.0;
    let Segment::Move(first) = outline.segments[0] else { panic!("{outline:?}") };
    assert!((first.x - middle_x).abs() < 0.01, "the first axis leads upwards");
    let Segment::Move(wanted) = outlines(&scene, Tone::DataTarget)[0].segments[0] else { panic!() };
    // 4 lies twice as far out as 2.
    let top_of = |level: f32| first.y - (first.y - wanted.y) * (level - 2.0) / 2.0;
    let ring = scene.marks.iter().find_map(|it| match it {
        Mark::Path(it) if it.fill == Some(Tone::Surface2) => Some(extent(&Mark::Path(it.clone())).y),
        _ => None,
    });
    assert!((ring.unwrap() - top_of(5.0)).abs() < 0.5, "5 is the outermost ring");
}

#[test]
fn m6_a_missing_level_leaves_the_line_open() {
    let whole = radar(&scored(), RadarLines::default(), Fonts::shipped());
    assert!(matches!(outlines(&whole, Tone::DataCurrent)[0].segments.last(), Some(Segment::Close)));
    let mut axes = scored();
    axes[2].now = None;
    let open = radar(&axes, RadarLines::default(), Fonts::shipped());
    let [outline] = outlines(&open, Tone::DataCurrent)[..] else {
        panic!("one line from behind the gap to before it")
    };
    assert_eq!(outline.segments.len(), 6, "six levels, not closed");
    assert!(outline.segments.iter().all(|it| !matches!(it, Segment::Close)));
    assert!(matches!(outlines(&open, Tone::DataTarget)[0].segments.last(), Some(Segment::Close)));
    assert!(radar_description(&axes).contains("Resource allocation not scored, wanted 3"));
}

#[test]
fn what_is_known_of_an_earlier_workshop_is_a_third_line_and_each_can_be_left_out() {
    let mut axes = scored();
    for (axis, earlier) in axes.iter_mut().zip([1, 2, 2, 1, 1, 3]) {
        axis.earlier = Some(earlier);
    }
    let legend = |lines| {
        let drawn = svg(&radar(&axes, lines, Fonts::shipped()));
        ["today", "wanted", "last time"].map(|it| drawn.contains(&format!(">{it}<")))
    };
    assert_eq!(legend(RadarLines::default()), [true, true, true]);
    assert_eq!(legend(RadarLines { today: false, ..RadarLines::default() }), [false, true, true]);
    assert_eq!(
        legend(RadarLines { wanted: false, earlier: false, ..RadarLines::default() }),
        [true, false, false]
    );
    assert!(radar_description(&axes).contains("Role and goal clarity 2, wanted 4, last time 1;"));
    let nothing_earlier = svg(&radar(&scored(), RadarLines::default(), Fonts::shipped()));
    assert!(!nothing_earlier.contains("last time"), "a line that is not there is not explained");
}

#[test]
fn what_is_wanted_is_told_from_today_without_colour() {
    let scene = radar(&scored(), RadarLines::default(), Fonts::shipped());
    let dashes = |tone| outlines(&scene, tone)[0].stroke.unwrap().dash;
    assert_eq!(dashes(Tone::DataCurrent), None);
    assert!(dashes(Tone::DataTarget).is_some());
    let drawn = svg(&scene);
    assert!(drawn.contains("Role and") && drawn.contains(">today<") && drawn.contains(">wanted<"), "{drawn}");
}

proptest! {
    #[test]
    fn nothing_leaves_the_radar_and_no_label_covers_another(
        levels in prop::collection::vec((prop::option::of(1_u8..=5), prop::option::of(1_u8..=5)), 7),
        earlier in prop::collection::vec(prop::option::of(1_u8..=5), 7),
        name in "[A-Za-z ]{0,80}",
        long in 0_usize..7,
    ) {
        let mut axes = axes(&levels);
        axes[long].name = name;
        for (axis, earlier) in axes.iter_mut().zip(earlier) {
            axis.earlier = earlier;
        }
        let scene = radar(&axes, RadarLines::default(), Fonts::shipped());
        for mark in &scene.marks {
            let it = extent(mark);
            prop_assert!(it.x >= -0.5 && it.y >= -0.5, "{mark:?}");
            prop_assert!(it.right() <= scene.width + 0.5 && it.bottom() <= scene.height + 0.5, "{mark:?}");
        }
        let words: Vec<_> = scene.marks.iter().filter(|it| matches!(it, Mark::Text(_))).map(extent).collect();
        for (index, one) in words.iter().enumerate() {
            prop_assert!(!words[..index].iter().any(|it| it.overlaps(one)), "words cover each other at {one:?}");
        }
        prop_assert!(axes.iter().all(|it| radar_description(&axes).contains(it.name.as_str())));
    }

    #[test]
    fn bars_stay_in_their_room_and_say_every_count(counts: [u16; 5], agreed in prop::option::of(1_u8..=5)) {
        let counts = counts.map(|it| u32::from(it % 1_000));
        let scene = answer_bars(counts, agreed, Fonts::shipped());
        for mark in &scene.marks {
            let it = extent(mark);
            prop_assert!(it.x >= -0.5 && it.y >= -0.5, "{mark:?}");
            prop_assert!(it.right() <= BARS_WIDTH + 0.5 && it.bottom() <= BARS_HEIGHT + 0.5, "{mark:?}");
        }
        let told: Vec<String> = scene.marks.iter().filter_map(|it| match it {
            Mark::Text(it) => Some(it.text.clone()),
            Mark::Rect(_) | Mark::Path(_) | Mark::Image(_) => None,
        }).collect();
        prop_assert_eq!(told, counts.map(|it| it.to_string()).to_vec());
    }
}
