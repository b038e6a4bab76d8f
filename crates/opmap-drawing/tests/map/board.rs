//! Laws of the board of impact and effort (Q1).

use opmap_analysis::Quadrant;
use opmap_drawing::{
    BOARD_CIRCLE, BoardItem, BoardLayout, Face, Fonts, Mark, Point, Rect, WaveSign, board_description,
    board_scene,
};
use opmap_model::generate::Dice;
use opmap_model::{Rating, RecommendationId};
use uuid::Uuid;

fn items(places: impl IntoIterator<Item = (usize, usize)>) -> Vec<BoardItem> {
    let item = |(index, (impact, effort)): (usize, (usize, usize))| BoardItem {
        id: RecommendationId(Uuid::from_u128(index as u128)),
        code: format!("R{}", index + 1),
        impact: Rating::ALL[impact],
        effort: Rating::ALL[effort],
        wave: WaveSign::ALL[index % 5],
    };
    places.into_iter().enumerate().map(item).collect()
}

fn laid_out(items: &[BoardItem], low: u32) -> BoardLayout {
    BoardLayout::new(&items.iter().map(|it| (it.impact, it.effort)).collect::<Vec<_>>(), low)
}

/// The boxes of all that is drawn and must not cover another: circles and words.
fn boxes(items: &[BoardItem], low: u32) -> Vec<(String, Rect)> {
    let fonts = Fonts::shipped();
    let layout = laid_out(items, low);
    let scene = board_scene(items, &layout, fonts);
    let mut found = Vec::new();
    for mark in &scene.marks {
        if let Mark::Text(it) = mark {
            let width = fonts.width(it.face, it.size, &it.text);
            let rect = Rect::new(it.at.x, it.at.y - 0.73 * it.size, width, 0.73 * it.size);
            assert!(rect.x >= 0.0 && rect.right() <= scene.width && rect.bottom() <= scene.height, "{it:?}");
            let is_code = items.iter().any(|item| item.code == it.text);
            // A code lies in its circle, which is looked at as a whole.
            let rect = if is_code { circle_around(rect) } else { rect };
            found.push((it.text.clone(), rect));
        }
    }
    found
}

fn circle_around(code: Rect) -> Rect {
    let middle = code.center();
    let half = BOARD_CIRCLE / 2.0;
    assert!(code.width <= BOARD_CIRCLE - 8.0, "the code fits into its circle");
    Rect::new(middle.x - half, middle.y - half, BOARD_CIRCLE, BOARD_CIRCLE)
}

fn assert_nothing_covers_another(items: &[BoardItem], low: u32) {
    let boxes = boxes(items, low);
    for (at, (name, one)) in boxes.iter().enumerate() {
        for (other_name, other) in &boxes[at + 1..] {
            assert!(!one.overlaps(other), "{name} {one:?} covers {other_name} {other:?}");
        }
    }
}

#[test]
fn sixty_recommendations_cover_neither_each_other_nor_a_label() {
    let mut dice = Dice::new(3);
    for round in 0..200 {
        // Spread over the board, or crowded into a corner of it.
        let spread = 1 + round % 5;
        let places: Vec<_> = (0..60).map(|_| (4 - dice.below(spread), dice.below(spread))).collect();
        assert_nothing_covers_another(&items(places), 1 + u32::try_from(round % 4).unwrap());
    }
    assert_nothing_covers_another(&items([]), 3);
}

#[test]
fn each_circle_stands_in_the_cell_and_the_quarter_of_its_numbers() {
    let mut dice = Dice::new(5);
    for low in 1..=4 {
        let items = items((0..60).map(|_| (dice.below(5), dice.below(5))).collect::<Vec<_>>());
        let layout = laid_out(&items, low);
        for (item, at) in items.iter().zip(&layout.circles) {
            assert_eq!(layout.ratings_at(*at), Some((item.impact, item.effort)));
            let quadrant = Quadrant::of(Some(item.impact), Some(item.effort), low).unwrap();
            for it in Quadrant::ALL {
                assert_eq!(layout.quarter(it).contains(*at), it == quadrant);
            }
            let (half, cell) = (BOARD_CIRCLE / 2.0, layout.cell(item.impact, item.effort));
            for corner in [Point::new(at.x - half, at.y - half), Point::new(at.x + half, at.y + half)] {
                assert!(cell.contains(corner), "the whole circle is in its cell");
            }
        }
        assert_eq!(layout.ratings_at(Point::new(-1.0, 5.0)), None);
        assert_eq!(layout.ratings_at(Point::new(5.0, layout.height + 1.0)), None);
    }
}

#[test]
fn the_board_fills_the_room_that_it_is_given_unless_the_circles_ask_for_more() {
    let few = [(4, 2), (3, 0), (3, 0), (3, 0), (0, 4)].map(|(x, y)| (Rating::ALL[x], Rating::ALL[y]));
    for (width, height) in [(420.0, 400.0), (500.0, 532.0), (900.0, 700.0)] {
        let layout = BoardLayout::within(&few, 3, width, height);
        assert!((layout.width - width).abs() < 0.01, "{} is not {width}", layout.width);
        assert!((layout.height - height).abs() < 0.01, "{} is not {height}", layout.height);
    }
    let tight = BoardLayout::within(&few, 3, 10.0, 10.0);
    assert!(tight.width >= 5.0 * BOARD_CIRCLE && tight.height >= 5.0 * BOARD_CIRCLE);
    let crowd = vec![few[0]; 60];
    let layout = BoardLayout::within(&crowd, 3, 420.0, 380.0);
    for (one, other) in layout.circles.iter().zip(&layout.circles[1..]) {
        let far = (one.x - other.x).hypot(one.y - other.y);
        assert!(far >= BOARD_CIRCLE, "{one:?} covers {other:?}");
    }
}

#[test]
fn two_on_one_spot_stand_side_by_side() {
    let layout = laid_out(&items([(4, 0), (4, 0)]), 3);
    let [left, right] = layout.circles[..] else { panic!() };
    assert!(left.x + BOARD_CIRCLE < right.x && (left.y - right.y).abs() < 0.01, "{left:?} {right:?}");
}

#[test]
fn the_signs_of_the_waves_differ_without_colour() {
    let fonts = Fonts::shipped();
    let items = items([(4, 0), (4, 1), (4, 2), (4, 3), (4, 4)]);
    let scene = board_scene(&items, &laid_out(&items, 3), fonts);
    let discs: Vec<_> = scene
        .marks
        .iter()
        .filter_map(|it| match it {
            Mark::Path(it) if it.fill.is_some() => {
                Some((it.fill, it.stroke.map(|it| (it.width.to_bits(), it.dash.map(|it| it.0.to_bits())))))
            }
            _ => None,
        })
        .take(5)
        .collect();
    assert_eq!(discs.len(), 5);
    for (at, one) in discs.iter().enumerate() {
        assert!(!discs[at + 1..].contains(one), "{one:?} stands for two waves");
    }
}

#[test]
fn a_long_code_fits_and_the_board_is_told_in_words() {
    let mut items = items([(4, 0), (1, 4)]);
    items[0].code = "R123456789".to_owned();
    assert_nothing_covers_another(&items, 3);
    let width = Fonts::shipped().width(Face::SemiBold, 13.0, &items[0].code);
    assert!(width > BOARD_CIRCLE, "it would not fit at its usual size");
    assert_eq!(
        board_description(&items, 3),
        "Impact and effort from 1 to 5. Quick wins: R123456789 (impact 5, effort 1). Major projects: none. \
         Fill-ins: none. Thankless: R2 (impact 2, effort 5)."
    );
}
