//! States are told apart without colour: in greyscale, and in black and white as a fax has it (U63, F10).

use opmap_analysis::{Verdict, shifts};
use opmap_drawing::{
    Badge, ChangeSign, Colours, Corners, Detail, Fonts, Held, MapLayout, Mark, PathMark, Point, RadarLines,
    Rect, RolesNote, Route, RouteClass, RouteNote, Scene, Segment, StepNote, Tone, WaveSign, agreement_sign,
    badge_marks, board_circle, map_layout, radar, route_marks, route_sign_marks, shift_axes, step_marks,
};
use opmap_model::{Brand, Colour, Letter, MapKey, State};
use tiny_skia::Pixmap;

use super::sample;
use crate::outline::{Look, Sign};
use crate::pages::composer::Composer;
use crate::pages::{letters, sign};
use crate::{Page, Paper, page_png};

/// Pixels to the point: 200 to the inch, as a fax has them.
const SCALE: f32 = 200.0 / 72.0;
/// Points for each unit of a picture.
const OF_PICTURES: f32 = 0.6;
/// So many pixels at least differ, about a square of half a millimetre.
const LEAST: usize = 16;

/// States that a reader has to tell apart, each as it is drawn, in points.
type States = Vec<(String, Vec<Mark>)>;

/// The same of what is drawn in the unit of a map, a board or a radar.
fn printed(states: impl IntoIterator<Item = (String, Vec<Mark>)>) -> States {
    let smaller =
        |marks: Vec<Mark>| marks.iter().map(|it| it.transformed(Point::default(), OF_PICTURES)).collect();
    states.into_iter().map(|(name, marks)| (name, smaller(marks))).collect()
}

/// The grey of each pixel, 0 to 255.
fn grey(marks: &[Mark], colours: &Colours) -> Vec<u8> {
    let mut scene = Scene::new(120.0, 60.0);
    scene.marks = marks.iter().map(|it| it.transformed(Point::new(10.0, 10.0), 1.0)).collect();
    let page = Page { scene, ..Page::default() };
    let png = page_png(&page, SCALE, colours, Fonts::shipped()).unwrap();
    let grey = |r: u8, g: u8, b: u8| (299 * u32::from(r) + 587 * u32::from(g) + 114 * u32::from(b)) / 1000;
    let pixels = Pixmap::decode_png(&png).unwrap();
    pixels.pixels().iter().map(|it| u8::try_from(grey(it.red(), it.green(), it.blue())).unwrap()).collect()
}

/// The pairs that look alike.
fn alike(states: &States, colours: &Colours) -> Vec<String> {
    let drawn: Vec<Vec<u8>> = states.iter().map(|it| grey(&it.1, colours)).collect();
    let mut alike = Vec::new();
    for (one, (name, _)) in states.iter().enumerate() {
        assert!(drawn[one].iter().any(|it| *it < 128), "{name} is seen");
        for (other, (other_name, _)) in states.iter().enumerate().skip(one + 1) {
            let pairs = || drawn[one].iter().zip(&drawn[other]);
            let in_grey = pairs().filter(|(a, b)| a.abs_diff(**b) > 48).count();
            let on_a_fax = pairs().filter(|(a, b)| (**a < 128) != (**b < 128)).count();
            if in_grey < LEAST || on_a_fax < LEAST {
                alike.push(format!("{name} and {other_name}: {in_grey} in grey, {on_a_fax} on a fax"));
            }
        }
    }
    alike
}

fn layout() -> MapLayout {
    let document = sample();
    let (journey, _) = document.journeys_in_order()[0];
    map_layout(&document, MapKey { journey, state: State::AsLived }, Fonts::shipped())
}

fn signs() -> States {
    let drawn = |sign| {
        let look = Look::default();
        let mut composer = Composer::new(Fonts::shipped(), Paper::A4, &look);
        sign::draw(&mut composer, sign, 10.0, 20.0);
        composer.page().scene.marks.clone()
    };
    [Sign::Error, Sign::Warning, Sign::Note, Sign::InOrder, Sign::Level(Some(4)), Sign::Level(None)]
        .map(|it| (format!("{it:?}"), drawn(it)))
        .into()
}

fn badges() -> States {
    let badge = |filled, owner_missing| {
        let rect = Rect::new(0.0, 10.0, 60.0, 20.0);
        badge_marks(&Badge { rect, filled, owner_missing, rework: false, text_width: 20.0 }, None)
    };
    let states = [
        ("complete", 7, false),
        ("parts missing", 4, false),
        ("no owner", 4, true),
        ("no owner, else all", 6, true),
    ];
    printed(states.map(|(name, filled, missing)| (name.to_owned(), badge(filled, missing))))
}

fn waves() -> States {
    // A code is the same in all, so it tells nothing apart.
    let circle = |it| board_circle(Point::new(20.0, 20.0), "R1", it, Fonts::shipped()).to_vec();
    printed(WaveSign::ALL.map(|it| (it.label().to_owned(), circle(it))))
}

fn verdicts() -> States {
    let all = [Verdict::Consensus, Verdict::Near, Verdict::Discuss];
    printed(all.map(|it| (format!("{it:?}"), agreement_sign(it).marks)))
}

/// The signs of a score today and of a wanted one, taken from a radar.
fn scores() -> States {
    let axes = shift_axes(&shifts(&sample()));
    let marks = radar(&axes, RadarLines::default(), Fonts::shipped()).marks;
    let sign = |is: fn(&PathMark) -> bool| {
        let path = marks.iter().rev().find_map(|it| match it {
            Mark::Path(path) if is(path) => Some(path.clone()),
            _ => None,
        });
        let path = path.expect("the legend of the radar has it");
        let Segment::Move(top) = path.segments[0] else { panic!("it is a circle") };
        vec![Mark::Path(path).transformed(Point::new(20.0 - top.x, 20.0 - top.y), 1.0)]
    };
    printed([
        ("today".to_owned(), sign(|it| it.fill == Some(Tone::DataCurrent))),
        (
            "wanted".to_owned(),
            sign(|it| it.stroke.is_some_and(|it| it.tone == Tone::DataTarget && it.dash.is_none())),
        ),
    ])
}

fn straight(layout: &MapLayout) -> Route {
    let points = Corners::new(&[Point::new(0.0, 20.0), Point::new(120.0, 20.0)]);
    Route { points, badge: None, label: None, ..layout.routes[0].clone() }
}

/// The line of a handoff is that of the flow in one lane, with a badge on it.
fn lines(layout: &MapLayout) -> States {
    use RouteClass::{Contact, CustomerPath, Flow, Rework, System};
    let line = |class| route_marks(&Route { class, ..straight(layout) }, None);
    printed([Flow, Contact, CustomerPath, Rework, System].map(|it| (format!("{it:?}"), line(it))))
}

const CHANGES: [Option<ChangeSign>; 5] = [
    None,
    Some(ChangeSign::Added),
    Some(ChangeSign::Gone),
    Some(ChangeSign::Moved),
    Some(ChangeSign::Changed),
];

fn changed_lines(layout: &MapLayout) -> States {
    let line = |change| {
        let (route, note) = (straight(layout), RouteNote { change, ..RouteNote::default() });
        [route_marks(&route, Some(&note)), route_sign_marks(&route, Some(&note))].concat()
    };
    printed(CHANGES.map(|it| (format!("line {it:?}"), line(it))))
}

/// The first step of the map, at the origin.
fn step(layout: &MapLayout, note: &StepNote) -> Vec<Mark> {
    let step = &layout.boxes[0];
    let marks = step_marks(step, Detail::Full, Some(note));
    marks.iter().map(|it| it.transformed(Point::new(-step.rect.x, -step.rect.y), 1.0)).collect()
}

fn changed_steps(layout: &MapLayout) -> States {
    let changed = |change| step(layout, &StepNote { change, ..StepNote::default() });
    printed(CHANGES.map(|it| (format!("step {it:?}"), changed(it))))
}

fn letters_on_steps(layout: &MapLayout) -> States {
    let held = |held, code: Option<&str>| {
        let roles = RolesNote::new(&[(held, code.map(str::to_owned))], Fonts::shipped());
        step(layout, &StepNote { roles: Some(roles), ..StepNote::default() })
    };
    let code = Some("TL");
    let states = [
        ("decides", Held::Decides, code),
        ("accountable", Held::Accountable, code),
        ("both", Held::Both, code),
        ("responsible", Held::Responsible, code),
        ("no one accountable", Held::Accountable, None),
        ("no one responsible", Held::Responsible, None),
        ("unassigned", Held::Unassigned, None),
    ];
    printed(states.map(|(name, what, code)| (name.to_owned(), held(what, code))))
}

/// The letters of a matrix, those of the step and those of the lane.
fn letters_of_matrix() -> States {
    let drawn = |letter: Letter, of_lane: bool| {
        let look = Look::default();
        let mut composer = Composer::new(Fonts::shipped(), Paper::A4, &look);
        letters::draw(&mut composer, letter, of_lane, Point::new(20.0, 20.0));
        let from = if of_lane { "the lane" } else { "the step" };
        (format!("{} of {from}", letter.sign()), composer.page().scene.marks.clone())
    };
    let all = ["A", "A/R", "R", "C", "I"].into_iter().filter_map(Letter::from_sign);
    all.flat_map(|it| [drawn(it, false), drawn(it, true)]).collect()
}

#[test]
fn all_states_differ_in_greyscale_and_on_a_fax_whatever_the_brand() {
    let map = layout();
    let of_maps = [lines(&map), changed_lines(&map), changed_steps(&map), letters_on_steps(&map)];
    let sets =
        [signs(), badges(), waves(), verdicts(), scores(), letters_of_matrix()].into_iter().chain(of_maps);
    let sets: Vec<States> = sets.collect();
    let brands = [None, Some([0x7a, 0x1f, 0x5c]), Some([0x00, 0x00, 0x40]), Some([0x10, 0x76, 0x2a])];
    for accent in brands {
        let colours = Colours::branded(&Brand { accent: accent.map(Colour::new), ..Brand::default() });
        let alike: Vec<String> = sets.iter().flat_map(|it| alike(it, &colours)).collect();
        assert_eq!(alike, Vec::<String>::new(), "{accent:?}");
    }
}
