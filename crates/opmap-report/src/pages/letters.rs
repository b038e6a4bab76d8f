//! The letters of a matrix, told apart by their shapes (D5, F10).

use opmap_drawing::{Face, Mark, Point, Rect, RectMark, Stroke, TextRole, Tone};
use opmap_model::Letter;

use super::composer::Composer;
use super::grid::Style;

/// Side of the square of a letter.
pub(super) const SIDE: f32 = 10.0;
const LETTER: Style = Style { face: Face::Bold, size: 7.5, leading: SIDE, tone: Tone::Ink };

/// Draws a letter with its middle there. One of the lane has dots below it in place of a shape.
pub(super) fn draw(composer: &mut Composer<'_>, letter: Letter, of_lane: bool, middle: Point) {
    if of_lane {
        let half = set(composer, letter.sign(), middle, Tone::Ink) / 2.0;
        let y = middle.y + SIDE / 2.0 - 1.2;
        let at = |dx: f32| Point::new(middle.x + dx, y);
        composer.line(at(-half), at(half), Stroke::dashed(Tone::LineMark, 0.9, 0.9, 1.4));
        return;
    }
    let square = |middle: Point| Rect::new(middle.x - SIDE / 2.0, middle.y - SIDE / 2.0, SIDE, SIDE);
    let (shapes, letters): (Vec<RectMark>, Vec<(&str, Point, Tone)>) = match letter {
        Letter::Accountable => (vec![solid(square(middle))], vec![("A", middle, Tone::LetterAInk)]),
        Letter::Responsible => (vec![tinted(square(middle))], vec![("R", middle, Tone::LetterRInk)]),
        Letter::AccountableResponsible => {
            let at = |dx: f32| Point::new(middle.x + dx, middle.y);
            let (left, right) = (at(-SIDE / 2.0), at(SIDE / 2.0));
            let shapes = vec![tinted(square(right)), solid(square(left))];
            (shapes, vec![("A", left, Tone::LetterAInk), ("R", right, Tone::LetterRInk)])
        }
        Letter::Consulted => (vec![round(square(middle), false)], vec![("C", middle, Tone::LetterCInk)]),
        Letter::Informed => (vec![round(square(middle), true)], vec![("I", middle, Tone::LetterIInk)]),
    };
    composer.page().scene.marks.extend(shapes.into_iter().map(Mark::Rect));
    for (words, at, tone) in letters {
        set(composer, words, at, tone);
    }
}

/// Sets a letter in the middle, and says how wide it is.
fn set(composer: &mut Composer<'_>, words: &str, middle: Point, tone: Tone) -> f32 {
    let style = Style { tone, ..LETTER };
    let width = composer.width(style, words);
    composer.set_text(middle.x - width / 2.0, middle.y - SIDE / 2.0, style, TextRole::TableCell, words);
    width
}

fn solid(rect: Rect) -> RectMark {
    RectMark { rect, radius: 2.0, fill: Some(Tone::LetterA), stroke: None }
}

fn tinted(rect: Rect) -> RectMark {
    let stroke = Some(Stroke::solid(Tone::LetterREdge, 0.9));
    RectMark { rect: rect.grown(-0.45), radius: 2.0, fill: Some(Tone::LetterR), stroke }
}

fn round(rect: Rect, dashed: bool) -> RectMark {
    let stroke = if dashed {
        // Darker than on screen, so that it is still there on a fax.
        Stroke::dashed(Tone::LetterCEdge, 0.9, 1.7, 1.3)
    } else {
        Stroke::solid(Tone::LetterCEdge, 0.75)
    };
    RectMark { rect: rect.grown(-0.4), radius: SIDE / 2.0 - 0.4, fill: None, stroke: Some(stroke) }
}
