//! Pages as pixels.

use opmap_drawing::{
    Colours, Face, Fonts, Mark, PathMark, Point, Rect, RectMark, Scene, Segment, Stroke, TextMark, TextRole,
    Tone,
};
use opmap_model::{Brand, Colour};

use super::{PngError, drawn, page_png};
use crate::Page;

fn page(marks: Vec<Mark>) -> Page {
    Page { scene: Scene { marks, ..Scene::new(60.0, 40.0) }, ..Page::default() }
}

fn text(words: &str) -> Mark {
    Mark::Text(run(words))
}

fn run(words: &str) -> TextMark {
    TextMark {
        at: Point::new(5.0, 30.0),
        upwards: false,
        text: words.to_owned(),
        face: Face::Bold,
        size: 24.0,
        tone: Tone::Ink,
        role: TextRole::Body,
    }
}

/// The colour of the pixel at a place in points.
fn at(page: &Page, colours: &Colours, (x, y): (u32, u32)) -> [u8; 3] {
    let pixel = drawn(page, 2.0, colours, Fonts::shipped()).unwrap().pixel(2 * x + 1, 2 * y + 1).unwrap();
    [pixel.red(), pixel.green(), pixel.blue()]
}

#[test]
fn shapes_lie_where_they_should_in_the_colours_of_the_brand() {
    let fill = RectMark {
        rect: Rect::new(10.0, 10.0, 20.0, 20.0),
        radius: 6.0,
        fill: Some(Tone::Accent),
        stroke: None,
    };
    let line = vec![Segment::Move(Point::new(40.0, 0.0)), Segment::Line(Point::new(40.0, 40.0))];
    let dashed = Some(Stroke::dashed(Tone::Error, 4.0, 10.0, 10.0));
    let page =
        page(vec![Mark::Rect(fill), Mark::Path(PathMark { segments: line, fill: None, stroke: dashed })]);
    let brand =
        Colours::branded(&Brand { accent: Some(Colour::new([0x7a, 0x1f, 0x5c])), ..Brand::default() });
    assert_eq!(at(&page, &brand, (20, 20)), [0x7a, 0x1f, 0x5c]);
    assert_eq!(at(&page, &Colours::default(), (20, 20)), Tone::Accent.rgb());
    assert_eq!(at(&page, &brand, (10, 10)), [255; 3], "outside its round corner");
    assert_eq!(at(&page, &brand, (40, 5)), Tone::Error.rgb(), "a dash");
    assert_eq!(at(&page, &brand, (40, 15)), [255; 3], "a gap");
}

#[test]
fn letters_are_drawn_and_a_missing_one_is_a_box() {
    let ink = |words| {
        let pixels = drawn(&page(vec![text(words)]), 1.0, &Colours::default(), Fonts::shipped()).unwrap();
        pixels.pixels().iter().filter(|it| it.red() < 128).count()
    };
    assert!(ink("M") > ink("i") && ink("i") > 10, "{} {}", ink("M"), ink("i"));
    assert!(ink("\u{1f6dc}") > 10, "no font has it");
    assert_eq!(ink(" "), 0);
}

#[test]
fn letters_and_boxes_run_upwards_from_where_they_begin() {
    // A line that is far longer than high, and a box.
    for (words, least) in [("—", 12), ("\u{1f6dc}", 6)] {
        let mark = TextMark { at: Point::new(30.0, 38.0), upwards: true, ..run(words) };
        let page = page(vec![Mark::Text(mark)]);
        let pixels = drawn(&page, 1.0, &Colours::default(), Fonts::shipped()).unwrap();
        let places = (0..60).flat_map(|x| (0..40).map(move |y| (x, y)));
        let is_inked = |(x, y): &(u32, u32)| pixels.pixel(*x, *y).is_some_and(|it| it.red() < 128);
        let inked: Vec<(u32, u32)> = places.filter(is_inked).collect();
        assert!(inked.iter().all(|(x, y)| (8..=30).contains(x) && *y < 38), "{words} lies elsewhere");
        let upright = |column: u32| inked.iter().filter(|(x, _)| *x == column).count();
        assert!((0..60).any(|x| upright(x) >= least), "{words} does not stand upright");
    }
}

#[test]
fn equal_pages_give_equal_files_and_no_side_is_endless() {
    let page = page(vec![text("A")]);
    let png = |scale| page_png(&page, scale, &Colours::default(), Fonts::shipped());
    assert!(png(2.0).unwrap().starts_with(b"\x89PNG"));
    assert_eq!(png(2.0), png(2.0));
    for wrong in [0.0, -1.0, 300.0, f32::NAN] {
        assert_eq!(png(wrong), Err(PngError::Size), "{wrong}");
    }
}
