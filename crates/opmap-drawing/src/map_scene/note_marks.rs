//! What overlays say of steps and connectors, as marks: each is told by its shape, and by a word or number.

use super::note::{BAR, ChangeSign, FACE, GAP, Heat, NoteLabel, PAD, RouteNote, SIGN, StepNote, Stress};
use super::{outline, text};
use crate::{Mark, PathMark, Point, Rect, RectMark, SMALL_TEXT, Segment, StepBox, Stroke, Tone};

/// Height of the pill that words stand in.
const PILL: f32 = 15.0;
/// Between two lines of a hatching.
const HATCH: f32 = 7.0;

/// The edge that a note gives to a step that has `edge` of its own.
pub(super) fn edge(note: &StepNote, edge: Stroke) -> Stroke {
    match (note.change, note.heat, note.stress) {
        (Some(change), ..) => change_stroke(change),
        (None, Some(heat), _) => Stroke { tone: Tone::Warning, width: heat.edge_width(), ..edge },
        (None, None, Stress::StandsOut) => Stroke { tone: Tone::Ink, width: 2.5, ..edge },
        (None, None, Stress::Even | Stress::StepsBack) => edge,
    }
}

/// The edge of a step or the line of a connector by what became of it.
pub(super) fn change_stroke(change: ChangeSign) -> Stroke {
    let tone = change_tone(change);
    match change {
        ChangeSign::Added | ChangeSign::Changed => Stroke::solid(tone, 2.0),
        ChangeSign::Gone => Stroke::dashed(tone, 1.5, 3.0, 2.5),
        ChangeSign::Moved => Stroke::dashed(tone, 2.0, 9.0, 3.0),
    }
}

pub(super) fn change_tone(change: ChangeSign) -> Tone {
    match change {
        ChangeSign::Added => Tone::DiffAdded,
        ChangeSign::Gone => Tone::DiffRemoved,
        ChangeSign::Moved | ChangeSign::Changed => Tone::DiffChanged,
    }
}

/// The hatching of what is gone, inside the box of a step with corners of that radius.
pub(super) fn hatching(rect: Rect, radius: f32) -> Mark {
    // As far inside as the round corners reach.
    let inside = rect.grown(-(0.3 * radius + 1.0));
    let mut segments = Vec::new();
    let mut along = HATCH;
    while along < inside.width + inside.height {
        // A line up to the right, `along` from the left top corner where it meets the left or upper edge.
        let low = along.min(inside.height);
        let high = along.min(inside.width);
        segments.push(Segment::Move(Point::new(inside.x + along - low, inside.y + low)));
        segments.push(Segment::Line(Point::new(inside.x + high, inside.y + along - high)));
        along += HATCH;
    }
    Mark::Path(PathMark { segments, fill: None, stroke: Some(Stroke::solid(Tone::ErrorSoft, 2.0)) })
}

/// The pill in the row of a step: a sign or gauge, and words behind it. None when nothing is said there.
pub(super) fn pill_marks(step: &StepBox, note: &StepNote) -> Vec<Mark> {
    let front = match (note.change, note.heat) {
        (Some(_), _) => SIGN,
        (None, Some(_)) if note.label.is_some() => f32::from(Heat::MOST) * BAR.1 - (BAR.1 - BAR.0),
        (None, _) => 0.0,
    };
    let words = note.label.as_ref().map_or(0.0, |it| it.width);
    if front + words == 0.0 {
        return Vec::new();
    }
    let gap = if front > 0.0 && words > 0.0 { GAP } else { 0.0 };
    let row = step.chip_row();
    let rect = Rect::new(row.x - 1.0, row.center().y - PILL / 2.0, 2.0 * PAD + front + gap + words, PILL);
    let (mark, ink) = pill(rect, note);
    let mut marks = vec![mark];
    let middle = rect.center().y;
    let left = rect.x + PAD;
    if let Some(change) = note.change {
        marks.push(change_marks(change, Point::new(left + SIGN / 2.0, middle), ink));
    } else if let Some(heat) = note.heat {
        marks.extend(gauge(heat, Point::new(left, middle), ink));
    }
    if let Some(NoteLabel { text: words, .. }) = &note.label {
        let size = (SMALL_TEXT.0, rect.height);
        marks.push(text(left + front + gap, rect.y, size, FACE, ink, words));
    }
    marks
}

/// The ground of the words, and the colour of what stands on it.
fn pill(rect: Rect, note: &StepNote) -> (Mark, Tone) {
    let rect = rect.grown(-0.5);
    let filled = |tone: Tone| outline(rect, rect.height / 2.0, Some(tone), Stroke::solid(tone, 1.0));
    let outlined = |edge: Stroke| outline(rect, rect.height / 2.0, Some(Tone::Surface), edge);
    match note.change {
        Some(ChangeSign::Added) => (filled(Tone::DiffAdded), Tone::Surface),
        Some(ChangeSign::Changed) => (filled(Tone::DiffChanged), Tone::Surface),
        Some(ChangeSign::Moved) => (outlined(Stroke::solid(Tone::DiffChanged, 1.25)), Tone::DiffChanged),
        Some(ChangeSign::Gone) => {
            (outlined(Stroke::dashed(Tone::DiffRemoved, 1.25, 3.0, 2.0)), Tone::DiffRemoved)
        }
        None => match note.stress {
            Stress::StepsBack => (outlined(Stroke::solid(Tone::Line2, 1.0)), Tone::Ink2),
            Stress::StandsOut => (filled(Tone::Ink), Tone::Surface),
            Stress::Even => (outlined(Stroke::solid(Tone::Ink2, 1.0)), Tone::Ink),
        },
    }
}

/// The sign of a change, [`SIGN`] wide and high around its middle.
pub(super) fn change_marks(change: ChangeSign, middle: Point, tone: Tone) -> Mark {
    let half = SIGN / 2.0;
    let p = |x: f32, y: f32| Point::new(middle.x + x * half, middle.y + y * half);
    let line = |from: Point, to: Point| [Segment::Move(from), Segment::Line(to)];
    let across = line(p(-0.9, 0.0), p(0.9, 0.0));
    let segments: Vec<Segment> = match change {
        ChangeSign::Added => across.into_iter().chain(line(p(0.0, -0.9), p(0.0, 0.9))).collect(),
        ChangeSign::Gone => across.to_vec(),
        ChangeSign::Moved => {
            let head = [Segment::Move(p(0.2, -0.7)), Segment::Line(p(0.9, 0.0)), Segment::Line(p(0.2, 0.7))];
            across.into_iter().chain(head).collect()
        }
        ChangeSign::Changed => vec![
            Segment::Move(p(0.0, -0.85)),
            Segment::Line(p(0.9, 0.8)),
            Segment::Line(p(-0.9, 0.8)),
            Segment::Close,
        ],
    };
    Mark::Path(PathMark { segments, fill: None, stroke: Some(Stroke::solid(tone, 1.6)) })
}

/// The sign of a change on a ground of its own, around its middle.
pub(super) fn head_change_marks(change: ChangeSign, middle: Point) -> [Mark; 2] {
    let (side, tone) = (SIGN + 6.0, change_tone(change));
    let ground = Rect::new(middle.x - side / 2.0, middle.y - side / 2.0, side, side);
    let edge = Stroke { width: 1.25, ..change_stroke(change) };
    [outline(ground, 3.0, Some(Tone::Surface), edge), change_marks(change, middle, tone)]
}

/// The edge of the header of a stage or lane by what became of it.
pub(super) fn head_edge_marks(change: ChangeSign, from: Point, to: Point) -> Mark {
    let segments = vec![Segment::Move(from), Segment::Line(to)];
    let stroke = Stroke { width: 3.0, ..change_stroke(change) };
    Mark::Path(PathMark { segments, fill: None, stroke: Some(stroke) })
}

/// Four bars from `at`, the left end of their middle line: as many are filled as the heat has levels.
fn gauge(heat: Heat, at: Point, tone: Tone) -> Vec<Mark> {
    let mut left = at.x;
    (1..=Heat::MOST)
        .map(|level| {
            let rect = Rect::new(left, at.y - 4.0, BAR.0, 8.0);
            left += BAR.1;
            if level <= heat.level() {
                Mark::Rect(RectMark { rect, radius: 0.0, fill: Some(tone), stroke: None })
            } else {
                outline(rect.grown(-0.4), 0.0, None, Stroke::solid(tone, 0.8))
            }
        })
        .collect()
}

/// Marks of a connector as they are drawn where it steps back, or else as they are.
pub(super) fn seen(marks: Vec<Mark>, note: Option<&RouteNote>) -> Vec<Mark> {
    let steps_back = note.is_some_and(|it| it.stress == Stress::StepsBack);
    if steps_back { marks.into_iter().map(subdued).collect() } else { marks }
}

/// A mark of what steps back: its lines are as faint as the borders of the map, its words are still read well.
#[must_use]
pub fn subdued(mark: Mark) -> Mark {
    let line = |stroke: Stroke| Stroke {
        tone: if is_ground(stroke.tone) { stroke.tone } else { Tone::Line2 },
        ..stroke
    };
    match mark {
        Mark::Text(mut text) => {
            text.tone = Tone::Ink2;
            Mark::Text(text)
        }
        Mark::Rect(mut rect) => {
            rect.fill = rect.fill.map(|it| if is_ground(it) { it } else { Tone::Surface });
            rect.stroke = rect.stroke.map(line);
            Mark::Rect(rect)
        }
        Mark::Image(_) => mark,
        Mark::Path(mut path) => {
            path.fill = path.fill.map(|it| if is_ground(it) { it } else { Tone::Line2 });
            path.stroke = path.stroke.map(line);
            Mark::Path(path)
        }
    }
}

/// Whether it is a colour to stand on, not one to stand out.
fn is_ground(tone: Tone) -> bool {
    matches!(tone, Tone::Ground | Tone::Surface | Tone::Surface2 | Tone::Surface3)
}

#[cfg(test)]
mod tests {
    use super::subdued;
    use crate::{Mark, Rect, RectMark, Stroke, Tone};

    #[test]
    fn what_steps_back_keeps_its_shape() {
        let full = RectMark {
            rect: Rect::new(0.0, 0.0, 10.0, 10.0),
            radius: 3.0,
            fill: Some(Tone::Ink),
            stroke: Some(Stroke::solid(Tone::Warning, 2.0)),
        };
        let Mark::Rect(quiet) = subdued(Mark::Rect(full)) else { panic!("it stays a rectangle") };
        assert_eq!((quiet.rect, quiet.radius), (full.rect, full.radius));
        assert_eq!((quiet.fill, quiet.stroke), (Some(Tone::Surface), Some(Stroke::solid(Tone::Line2, 2.0))));
    }
}
