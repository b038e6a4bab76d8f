//! Small signs as plain lines: channels, clocks, quotes, grades of evidence. Each is drawn on a square of 24 and scaled.

use opmap_model::{ChannelKind, EvidenceGrade, Medium, StepKind, ValueTag};

use crate::{Mark, PathMark, Point, Segment, Sign, Stroke, Tone};

/// How thick the lines of a sign are.
const LINE: f32 = 1.1;

/// The paths of a sign on a square of 24.
#[derive(Default)]
struct Drawing {
    lines: Vec<Segment>,
    filled: Vec<Segment>,
    /// The lines are dotted.
    dotted: bool,
}

/// A sign in a square of `size` whose upper left corner is `at`.
pub(crate) fn sign_marks(sign: Sign, at: Point, size: f32, tone: Tone) -> Vec<Mark> {
    let drawing = drawing(sign);
    let stroke =
        if drawing.dotted { Stroke::dashed(tone, LINE, 1.2, 1.4) } else { Stroke::solid(tone, LINE) };
    let lines = PathMark { segments: drawing.lines, fill: None, stroke: Some(stroke) };
    let filled = PathMark { segments: drawing.filled, fill: Some(tone), stroke: None };
    [lines, filled]
        .into_iter()
        .filter(|it| !it.segments.is_empty())
        .map(|path| placed(path, at, size))
        .collect()
}

/// A path on a square of 24, put into a square of `size` at `at`; its lines keep their width.
pub(super) fn placed(mut path: PathMark, at: Point, size: f32) -> Mark {
    let place = |it: Point| Point::new(at.x + it.x * size / 24.0, at.y + it.y * size / 24.0);
    for segment in &mut path.segments {
        *segment = match *segment {
            Segment::Move(to) => Segment::Move(place(to)),
            Segment::Line(to) => Segment::Line(place(to)),
            Segment::Curve(a, b, to) => Segment::Curve(place(a), place(b), place(to)),
            Segment::Close => Segment::Close,
        };
    }
    Mark::Path(path)
}

fn drawing(sign: Sign) -> Drawing {
    let lines = |lines: Vec<Vec<Segment>>| Drawing { lines: lines.concat(), ..Drawing::default() };
    match sign {
        Sign::Channel(medium, kind) => lines(medium.map_or_else(|| channel_kind(kind), channel)),
        Sign::Wait => lines(clock()),
        Sign::Quotes => {
            let filled = [3.0, 13.5].map(quote).concat();
            Drawing { filled, ..Drawing::default() }
        }
        Sign::Cards => lines(vec![
            closed(&[(3.0, 3.0), (21.0, 3.0), (21.0, 15.0), (15.0, 21.0), (3.0, 21.0)]),
            open(&[(21.0, 15.0), (15.0, 15.0), (15.0, 21.0)]),
        ]),
        Sign::Value(value) => lines(value_tag(value)),
        Sign::Evidence(grade) => evidence(grade),
        Sign::Kind(StepKind::Decision) => {
            lines(vec![closed(&[(12.0, 1.0), (23.0, 12.0), (12.0, 23.0), (1.0, 12.0)])])
        }
        Sign::Kind(StepKind::Wait) => lines(clock()),
        Sign::Kind(StepKind::Automated) => lines(chip()),
        Sign::Kind(StepKind::Touchpoint | StepKind::Activity) => Drawing::default(),
        Sign::Partner => lines(vec![
            // Two hands that hold each other.
            open(&[(1.0, 7.0), (6.0, 5.0), (12.0, 7.0), (18.0, 5.0), (23.0, 7.0)]),
            open(&[(1.0, 16.0), (4.0, 16.0), (10.0, 21.0), (13.0, 20.0), (20.0, 15.0), (23.0, 15.0)]),
            open(&[(12.0, 7.0), (8.0, 12.0), (11.0, 13.5), (14.0, 11.0), (20.0, 15.0)]),
        ]),
    }
}

fn channel(medium: Medium) -> Vec<Vec<Segment>> {
    match medium {
        Medium::Phone => vec![
            // The receiver: two ends and the handle between them.
            closed(&[
                (4.0, 2.0),
                (8.5, 2.0),
                (10.5, 8.0),
                (8.0, 10.5),
                (13.5, 16.0),
                (16.0, 13.5),
                (22.0, 15.5),
                (22.0, 20.0),
                (19.0, 22.0),
                (10.0, 18.0),
                (6.0, 14.0),
                (2.0, 5.0),
            ]),
        ],
        Medium::Email => vec![
            closed(&[(2.0, 4.5), (22.0, 4.5), (22.0, 19.5), (2.0, 19.5)]),
            open(&[(2.0, 6.0), (12.0, 13.5), (22.0, 6.0)]),
        ],
        Medium::Chat => vec![
            closed(&[
                (2.0, 3.0),
                (16.0, 3.0),
                (16.0, 13.0),
                (8.0, 13.0),
                (4.0, 17.0),
                (4.0, 13.0),
                (2.0, 13.0),
            ]),
            open(&[
                (19.0, 8.0),
                (22.0, 8.0),
                (22.0, 18.0),
                (20.0, 18.0),
                (20.0, 22.0),
                (16.0, 18.0),
                (11.0, 18.0),
            ]),
        ],
        Medium::Sms => vec![
            closed(&[
                (2.0, 3.0),
                (22.0, 3.0),
                (22.0, 17.0),
                (10.0, 17.0),
                (5.0, 22.0),
                (5.0, 17.0),
                (2.0, 17.0),
            ]),
            open(&[(7.0, 10.0), (17.0, 10.0)]),
        ],
        Medium::Social => vec![
            circle(6.0, 12.0, 3.6),
            circle(18.0, 5.0, 3.6),
            circle(18.0, 19.0, 3.6),
            open(&[(9.2, 10.2), (14.8, 6.8)]),
            open(&[(9.2, 13.8), (14.8, 17.2)]),
        ],
        Medium::Web => vec![
            circle(12.0, 12.0, 10.0),
            open(&[(2.0, 12.0), (22.0, 12.0)]),
            vec![
                Segment::Move(p(12.0, 2.0)),
                Segment::Curve(p(6.0, 7.0), p(6.0, 17.0), p(12.0, 22.0)),
                Segment::Curve(p(18.0, 17.0), p(18.0, 7.0), p(12.0, 2.0)),
            ],
        ],
        Medium::App => vec![
            closed(&[(6.0, 2.0), (18.0, 2.0), (18.0, 22.0), (6.0, 22.0)]),
            open(&[(10.5, 18.0), (13.5, 18.0)]),
        ],
        Medium::OnSite => vec![
            open(&[(2.0, 11.0), (12.0, 2.0), (22.0, 11.0)]),
            open(&[(5.0, 9.0), (5.0, 21.0), (19.0, 21.0), (19.0, 9.0)]),
            open(&[(10.0, 21.0), (10.0, 14.0), (14.0, 14.0), (14.0, 21.0)]),
        ],
        Medium::Branch => vec![
            // A shop: its awning, its walls, its door.
            closed(&[(4.0, 3.0), (20.0, 3.0), (22.5, 10.0), (1.5, 10.0)]),
            open(&[(4.0, 10.0), (4.0, 21.0), (20.0, 21.0), (20.0, 10.0)]),
            open(&[(13.0, 21.0), (13.0, 14.0), (17.0, 14.0), (17.0, 21.0)]),
        ],
        Medium::Post => vec![
            // A parcel.
            closed(&[(12.0, 2.0), (21.0, 7.0), (21.0, 17.0), (12.0, 22.0), (3.0, 17.0), (3.0, 7.0)]),
            open(&[(3.0, 7.0), (12.0, 12.0), (21.0, 7.0)]),
            open(&[(12.0, 12.0), (12.0, 22.0)]),
        ],
    }
}

/// The sign of a channel of which only the kind is known: a screen, a headset, a pin on a map.
fn channel_kind(kind: ChannelKind) -> Vec<Vec<Segment>> {
    match kind {
        ChannelKind::Digital => vec![
            closed(&[(2.0, 3.0), (22.0, 3.0), (22.0, 16.0), (2.0, 16.0)]),
            open(&[(8.0, 21.0), (16.0, 21.0)]),
            open(&[(12.0, 16.0), (12.0, 21.0)]),
        ],
        ChannelKind::Assisted => vec![
            vec![
                Segment::Move(p(3.0, 14.0)),
                Segment::Line(p(3.0, 12.0)),
                Segment::Curve(p(3.0, 0.0), p(21.0, 0.0), p(21.0, 12.0)),
                Segment::Line(p(21.0, 14.0)),
            ],
            closed(&[(3.0, 13.0), (7.0, 13.0), (7.0, 20.0), (3.0, 20.0)]),
            closed(&[(17.0, 13.0), (21.0, 13.0), (21.0, 20.0), (17.0, 20.0)]),
        ],
        ChannelKind::Physical => vec![
            vec![
                Segment::Move(p(12.0, 22.5)),
                Segment::Curve(p(0.0, 12.0), p(4.0, 1.5), p(12.0, 1.5)),
                Segment::Curve(p(20.0, 1.5), p(24.0, 12.0), p(12.0, 22.5)),
            ],
            circle(12.0, 9.5, 3.0),
        ],
    }
}

/// A tag with a plus, an equals sign or a cross: it adds, has to be, or is waste.
fn value_tag(value: ValueTag) -> Vec<Vec<Segment>> {
    let mut lines = vec![closed(&[(1.0, 12.0), (6.0, 3.0), (23.0, 3.0), (23.0, 21.0), (6.0, 21.0)])];
    lines.extend(match value {
        ValueTag::Adding => [open(&[(9.5, 12.0), (19.5, 12.0)]), open(&[(14.5, 7.0), (14.5, 17.0)])],
        ValueTag::Necessary => [open(&[(9.5, 9.5), (19.5, 9.5)]), open(&[(9.5, 14.5), (19.5, 14.5)])],
        ValueTag::Waste => [open(&[(10.0, 8.0), (19.0, 16.5)]), open(&[(10.0, 16.5), (19.0, 8.0)])],
    });
    lines
}

/// A dot: full, half, a ring, a dotted ring.
fn evidence(grade: EvidenceGrade) -> Drawing {
    let ring = circle(12.0, 12.0, 8.0);
    let filled = match grade {
        EvidenceGrade::Data => ring.clone(),
        EvidenceGrade::Observed => {
            let (round, reach) = (8.0 * CURVE, 8.0);
            let (top, left, bottom) = (p(12.0, 4.0), p(4.0, 12.0), p(12.0, 20.0));
            vec![
                Segment::Move(top),
                Segment::Curve(p(12.0 - round, 4.0), p(4.0, 12.0 - round), left),
                Segment::Curve(p(4.0, 12.0 + round), p(12.0 - round, 12.0 + reach), bottom),
                Segment::Close,
            ]
        }
        EvidenceGrade::Reported | EvidenceGrade::Assumed => Vec::new(),
    };
    Drawing { lines: ring, filled, dotted: grade == EvidenceGrade::Assumed }
}

fn clock() -> Vec<Vec<Segment>> {
    vec![circle(12.0, 12.0, 10.5), open(&[(12.0, 5.5), (12.0, 12.5), (16.5, 14.5)])]
}

fn chip() -> Vec<Vec<Segment>> {
    let pins = [8.0, 16.0].into_iter().flat_map(|at| {
        [
            open(&[(at, 1.0), (at, 5.0)]),
            open(&[(at, 19.0), (at, 23.0)]),
            open(&[(1.0, at), (5.0, at)]),
            open(&[(19.0, at), (23.0, at)]),
        ]
    });
    let square = |from: f32, to: f32| closed(&[(from, from), (to, from), (to, to), (from, to)]);
    [square(5.0, 19.0), square(9.5, 14.5)].into_iter().chain(pins).collect()
}

/// A round quotation mark of 7 × 14.
fn quote(left: f32) -> Vec<Segment> {
    vec![
        Segment::Move(p(left + 7.0, 5.0)),
        Segment::Curve(p(left + 2.0, 6.5), p(left, 10.0), p(left, 14.0)),
        Segment::Line(p(left, 19.0)),
        Segment::Line(p(left + 7.0, 19.0)),
        Segment::Line(p(left + 7.0, 12.5)),
        Segment::Line(p(left + 3.0, 12.5)),
        Segment::Curve(p(left + 3.2, 10.5), p(left + 4.5, 8.5), p(left + 7.0, 7.5)),
        Segment::Close,
    ]
}

/// How far the control points of a quarter of a circle lie from its ends, in radii.
const CURVE: f32 = 0.552;

/// A circle as four curves.
pub(crate) fn circle(x: f32, y: f32, radius: f32) -> Vec<Segment> {
    let round = radius * CURVE;
    let at = |dx: f32, dy: f32| Point::new(x + dx, y + dy);
    vec![
        Segment::Move(at(0.0, -radius)),
        Segment::Curve(at(round, -radius), at(radius, -round), at(radius, 0.0)),
        Segment::Curve(at(radius, round), at(round, radius), at(0.0, radius)),
        Segment::Curve(at(-round, radius), at(-radius, round), at(-radius, 0.0)),
        Segment::Curve(at(-radius, -round), at(-round, -radius), at(0.0, -radius)),
        Segment::Close,
    ]
}

/// A line through points.
pub(super) fn open(points: &[(f32, f32)]) -> Vec<Segment> {
    let mut segments: Vec<Segment> = points.iter().map(|(x, y)| Segment::Line(p(*x, *y))).collect();
    if let Some(first) = segments.first_mut() {
        *first = Segment::Move(p(points[0].0, points[0].1));
    }
    segments
}

/// A line through points and back to the first.
pub(super) fn closed(points: &[(f32, f32)]) -> Vec<Segment> {
    let mut segments = open(points);
    segments.push(Segment::Close);
    segments
}

fn p(x: f32, y: f32) -> Point {
    Point::new(x, y)
}
