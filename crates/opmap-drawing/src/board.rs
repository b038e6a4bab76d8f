//! The board of impact and effort: where each recommendation stands, in four quarters (Q1).

mod layout;

use opmap_analysis::Quadrant;
use opmap_model::{Document, Rating, RecommendationId, Threshold};

use crate::map_scene::{circle, fill, line, text};
use crate::{Face, Fonts, Mark, PathMark, Point, Rect, RectMark, Scene, Stroke, Tone, WaveSign};

pub use layout::{BOARD_CIRCLE, BoardLayout};

/// A recommendation that stands on the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardItem {
    /// The recommendation.
    pub id: RecommendationId,
    /// Its code.
    pub code: String,
    /// What it does for the customer.
    pub impact: Rating,
    /// How hard it is.
    pub effort: Rating,
    /// When it is to be done.
    pub wave: WaveSign,
}

/// The recommendations that have a place, in the order in which they were put.
#[must_use]
pub fn board_items(document: &Document) -> Vec<BoardItem> {
    let item = |(id, it): (RecommendationId, &opmap_model::Recommendation)| {
        let (impact, effort) = (it.impact?, it.effort?);
        Some(BoardItem { id, code: it.code(), impact, effort, wave: WaveSign::of(it) })
    };
    document.recommendations_in_order().into_iter().filter_map(item).collect()
}

/// The board of a workshop laid out, with its dividing lines as they are set.
#[must_use]
pub fn board_layout(document: &Document, items: &[BoardItem]) -> BoardLayout {
    let low = document.workshop().thresholds.of(Threshold::LowScore);
    BoardLayout::new(&items.iter().map(|it| (it.impact, it.effort)).collect::<Vec<_>>(), low)
}

const CODE: (f32, f32) = (13.0, 16.0);
const TICK: (f32, f32) = (13.0, 16.0);
const NAME: (f32, f32) = (15.0, 20.0);
/// From the edge of a quarter to its name.
const NAME_INSET: f32 = 10.0;
/// Room for the axes of the board: left of it, above and below.
pub const BOARD_BESIDE: f32 = 34.0;
/// Above the board.
pub const BOARD_ABOVE: f32 = 26.0;
/// Below the board.
pub const BOARD_BELOW: f32 = 44.0;
/// Room for the meaning of the signs.
const LEGEND: f32 = 32.0;

/// The whole board with its axes and the signs of the waves, in a unit of its own.
#[must_use]
pub fn board_scene(items: &[BoardItem], layout: &BoardLayout, fonts: &Fonts) -> Scene {
    let below = BOARD_BELOW + LEGEND;
    let mut scene = Scene::new(BOARD_BESIDE + layout.width + 1.0, BOARD_ABOVE + layout.height + below);
    let board = Scene {
        width: layout.width,
        height: layout.height,
        marks: [ground_marks(layout, fonts), circle_marks(items, layout, fonts), axis_marks(layout, fonts)]
            .concat(),
    };
    scene.place(&board, Point::new(BOARD_BESIDE, BOARD_ABOVE), 1.0);
    let signs: Vec<WaveSign> =
        WaveSign::ALL.into_iter().filter(|sign| items.iter().any(|it| it.wave == *sign)).collect();
    let at = Point::new(BOARD_BESIDE, BOARD_ABOVE + layout.height + 56.0);
    legend(at, &signs, fonts, &mut scene.marks);
    scene
}

/// The four quarters with their names, quick wins tinted; the left upper corner of the board is the origin.
#[must_use]
pub fn ground_marks(layout: &BoardLayout, fonts: &Fonts) -> Vec<Mark> {
    let edge = Stroke::solid(Tone::Ink2, 1.5);
    let mut marks = Vec::new();
    for quadrant in Quadrant::ALL {
        let tone = if quadrant == Quadrant::QuickWin { Tone::AccentSoft } else { Tone::Surface2 };
        marks.push(fill(layout.quarter(quadrant), tone));
    }
    let whole = Rect::new(0.0, 0.0, layout.width, layout.height);
    marks.push(Mark::Rect(RectMark { rect: whole, radius: 0.0, fill: None, stroke: Some(edge) }));
    let (x, y) = (layout.divide_x, layout.divide_y);
    marks.push(line(Point::new(x, 0.0), Point::new(x, layout.height), edge));
    marks.push(line(Point::new(0.0, y), Point::new(layout.width, y), edge));
    for quadrant in Quadrant::ALL {
        let (quarter, name) = (layout.quarter(quadrant), quadrant.name());
        let width = fonts.width(Face::SemiBold, NAME.0, name);
        let is_left = matches!(quadrant, Quadrant::QuickWin | Quadrant::FillIn);
        let left = if is_left { quarter.x + NAME_INSET } else { quarter.right() - NAME_INSET - width };
        let top = quarter.bottom() - layout::NAME_STRIP + (layout::NAME_STRIP - NAME.1) / 2.0;
        marks.push(text(left, top, NAME, Face::SemiBold, Tone::Ink, name));
    }
    marks
}

/// The circles with their codes.
#[must_use]
pub fn circle_marks(items: &[BoardItem], layout: &BoardLayout, fonts: &Fonts) -> Vec<Mark> {
    let circles = items.iter().zip(&layout.circles);
    circles.flat_map(|(item, at)| board_circle(*at, &item.code, item.wave, fonts)).collect()
}

/// A circle with a code in it, which gets smaller where it would not fit.
#[must_use]
pub fn board_circle(at: Point, code: &str, sign: WaveSign, fonts: &Fonts) -> [Mark; 2] {
    // The dashes of an edge lie inside the circle.
    let radius = BOARD_CIRCLE / 2.0 - 1.0;
    let disc = wave_disc(at, radius, sign);
    let room = BOARD_CIRCLE - 10.0;
    let size = CODE.0 * (room / fonts.width(Face::SemiBold, CODE.0, code)).min(1.0);
    let left = at.x - fonts.width(Face::SemiBold, size, code) / 2.0;
    [disc, text(left, at.y - CODE.1 / 2.0, (size, CODE.1), Face::SemiBold, sign.ink(), code)]
}

/// A disc in the look of a wave.
#[must_use]
pub fn wave_disc(at: Point, radius: f32, sign: WaveSign) -> Mark {
    let segments = circle(at.x, at.y, radius);
    Mark::Path(PathMark { segments, fill: Some(sign.fill()), stroke: Some(sign.edge()) })
}

/// The numbers and the names of both axes; the left upper corner of the board is the origin.
#[must_use]
pub fn axis_marks(layout: &BoardLayout, fonts: &Fonts) -> Vec<Mark> {
    let mut marks = vec![text(-BOARD_BESIDE, 2.0 - BOARD_ABOVE, TICK, Face::SemiBold, Tone::Ink2, "Impact")];
    for rating in Rating::ALL {
        let number = rating.to_string();
        let width = fonts.width(Face::Regular, TICK.0, &number);
        let y = layout.row_middle(rating) - TICK.1 / 2.0;
        marks.push(text(-12.0 - width, y, TICK, Face::Regular, Tone::Ink2, &number));
        let x = layout.column_middle(rating) - width / 2.0;
        marks.push(text(x, layout.height + 6.0, TICK, Face::Regular, Tone::Ink2, &number));
    }
    let width = fonts.width(Face::SemiBold, TICK.0, "Effort");
    let x = (layout.width - width) / 2.0;
    marks.push(text(x, layout.height + 24.0, TICK, Face::SemiBold, Tone::Ink2, "Effort"));
    marks
}

/// What the signs of the waves that are there mean.
fn legend(at: Point, signs: &[WaveSign], fonts: &Fonts, marks: &mut Vec<Mark>) {
    const RADIUS: f32 = 7.0;
    let mut x = at.x;
    for sign in signs {
        marks.push(wave_disc(Point::new(x + RADIUS, at.y + TICK.1 / 2.0), RADIUS, *sign));
        x += 2.0 * RADIUS + 8.0;
        marks.push(text(x, at.y, TICK, Face::Regular, Tone::Ink, sign.label()));
        x += fonts.width(Face::Regular, TICK.0, sign.label()) + 22.0;
    }
}

/// The board in words: the quarters with what stands in them.
#[must_use]
pub fn board_description(items: &[BoardItem], low: u32) -> String {
    let of = |quadrant: Quadrant| {
        let there = items
            .iter()
            .filter(|it| Quadrant::of(Some(it.impact), Some(it.effort), low) == Some(quadrant))
            .map(|it| format!("{} (impact {}, effort {})", it.code, it.impact, it.effort));
        let told = there.collect::<Vec<_>>().join(", ");
        format!("{}: {}.", quadrant.name(), if told.is_empty() { "none" } else { &told })
    };
    format!("Impact and effort from 1 to 5. {}", Quadrant::ALL.map(of).join(" "))
}
