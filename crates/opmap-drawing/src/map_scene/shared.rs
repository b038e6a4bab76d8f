//! What neighbouring stages or lanes have in common: phases above the headers of the stages, functions left of those of
//! the lanes.

use super::{fill, line, text};
use crate::map_layout::{FUNCTION_WIDTH, PHASE_HEIGHT};
use crate::{
    Face, LaneGroup, Mark, PhaseBand, Point, Rect, SMALL_TEXT, STAGE_PAD, Stroke, TextMark, TextRole, Tone,
};

/// A phase above as much of its stages as lies between two places, in a row at 0 from the top.
pub(super) fn phase_marks(band: &PhaseBand, (from, to): (f32, f32)) -> Vec<Mark> {
    let (left, right) = (band.x.max(from), (band.x + band.width).min(to));
    if right <= left {
        return Vec::new();
    }
    let (words, _) = band.name.within(PhaseBand::room(right - left));
    vec![
        fill(Rect::new(left, 0.0, right - left, PHASE_HEIGHT), Tone::Surface3),
        line(
            Point::new(left, PHASE_HEIGHT),
            Point::new(right, PHASE_HEIGHT),
            Stroke::solid(Tone::Line2, 1.0),
        ),
        line(Point::new(right, 0.0), Point::new(right, PHASE_HEIGHT), Stroke::solid(Tone::Line2, 1.0)),
        text(left + STAGE_PAD, 0.0, (SMALL_TEXT.0, PHASE_HEIGHT), Face::Regular, Tone::Ink2, words),
    ]
}

/// A function beside as much of its lanes as lies between two places, in a column at 0 from the left. Its name runs upwards.
pub(super) fn function_marks(group: &LaneGroup, (from, to): (f32, f32)) -> Vec<Mark> {
    let (top, bottom) = (group.y.max(from), (group.y + group.height).min(to));
    if bottom <= top {
        return Vec::new();
    }
    let (words, length) = group.name.within(LaneGroup::room(bottom - top));
    let border = Stroke::solid(Tone::Line2, 1.0);
    // Half the height of Inter's capitals is 0.364 of their size.
    let at =
        Point::new(FUNCTION_WIDTH / 2.0 + 0.364 * SMALL_TEXT.0, f32::midpoint(top, bottom) + length / 2.0);
    vec![
        fill(Rect::new(0.0, top, FUNCTION_WIDTH, bottom - top), Tone::Surface3),
        line(Point::new(0.0, bottom), Point::new(FUNCTION_WIDTH, bottom), border),
        line(Point::new(FUNCTION_WIDTH, top), Point::new(FUNCTION_WIDTH, bottom), border),
        Mark::Text(TextMark {
            at,
            upwards: true,
            text: words.to_owned(),
            face: Face::Regular,
            size: SMALL_TEXT.0,
            tone: Tone::Ink2,
            role: TextRole::Label,
        }),
    ]
}
