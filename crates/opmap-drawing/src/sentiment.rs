//! The curve of how the customer feels along the journey (B8): where its points lie, and how it is drawn.

mod marks;

use std::collections::BTreeMap;

use opmap_model::{
    CardKind, Document, EvidenceGrade, Lane, LaneKind, MapKey, Sentiment, StageId, Step, StepId,
};

use crate::{Face, Fonts, MapLayout, Point, Rect, SMALL_TEXT};
pub(crate) use marks::place_strip;
pub use marks::{strip_head_marks, strip_marks};

/// Height of the strip.
pub const STRIP_HEIGHT: f32 = 103.0;
/// The height of the line of sentiment 0, from the top of the strip.
const ZERO: f32 = 52.0;
/// How far apart two neighbouring sentiments are.
const PITCH: f32 = 14.0;
/// The least distance between two points of a stage.
const LEAST_GAP: f32 = 20.0;
/// How far from the middle of a point its label begins.
const LABEL_GAP: f32 = 7.0;
/// The least room in which a quote is worth showing.
const LEAST_QUOTE: f32 = 70.0;
/// Between a label and the quote beside it.
const QUOTE_GAP: f32 = 6.0;
/// What stands below a point that nobody has set, and where that has no room.
const NOT_SET: [&str; 2] = ["not set", "–"];
/// Two labels farther apart than this have room beside each other.
const WIDEST_LABEL: f32 = 60.0;

/// How the customer feels along one map, in map units: points from left to right under their stages.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SentimentStrip {
    /// Width of the body of the map.
    pub width: f32,
    /// One for each step of the customer's lanes, in reading order. Where a stage has too many of them to be told
    /// apart, its lowest stands for them.
    pub points: Vec<SentimentPoint>,
    /// What was said at the lowest point.
    pub quote: Option<StripQuote>,
}

/// A point of the curve.
#[derive(Debug, Clone, PartialEq)]
pub struct SentimentPoint {
    /// The step it is about.
    pub step: StepId,
    /// The stage it lies under.
    pub stage: StageId,
    /// Where it lies, from the top left corner of the strip; one that is not set lies on the line in the middle, but
    /// is no 0.
    pub at: Point,
    /// How the customer feels; none where nobody has said.
    pub sentiment: Option<Sentiment>,
    /// How well that is known.
    pub evidence: Option<EvidenceGrade>,
    /// Whether the curve leads here from the point before. It is broken where something is not set, and over a stage
    /// without a step of the customer's.
    pub joined: bool,
    /// The number with its sign, or that it is not set.
    pub label: String,
    /// What is printed of that: from afar a dash where it is not set, and nothing where there is no room at all.
    pub printed: String,
    /// Where that stands.
    pub label_rect: Rect,
}

/// Words beside the lowest point.
#[derive(Debug, Clone, PartialEq)]
pub struct StripQuote {
    /// Where they stand.
    pub rect: Rect,
    /// The words in quotation marks, cut to fit.
    pub text: String,
}

/// Whether the map has a step in a lane of the customer's, and so a strip.
#[must_use]
pub fn has_sentiments(document: &Document, map: MapKey) -> bool {
    let is_customers = |it: &Lane| it.kind == LaneKind::Customer && it.map() == map;
    document.steps().values().any(|it| document.get(it.lane).is_some_and(is_customers))
}

/// The strip of a map that is laid out. It is empty when the map has no step in a lane of the customer's.
#[must_use]
pub fn sentiment_strip(
    document: &Document,
    map: MapKey,
    layout: &MapLayout,
    fonts: &Fonts,
) -> SentimentStrip {
    sentiment_strip_at(document, map, layout, 1.0, fonts)
}

/// The strip below a map that is seen at a scale: its stages are as wide as they are seen, and its height and its words
/// stay as they are.
#[must_use]
pub fn sentiment_strip_at(
    document: &Document,
    map: MapKey,
    layout: &MapLayout,
    scale: f32,
    fonts: &Fonts,
) -> SentimentStrip {
    let mut by_stage: BTreeMap<StageId, Vec<(StepId, &Step)>> = BTreeMap::new();
    for (id, step) in document.steps_of_lanes(map, |it| it.kind == LaneKind::Customer) {
        by_stage.entry(step.stage).or_default().push((id, step));
    }
    let mut strip = SentimentStrip { width: layout.width * scale, ..SentimentStrip::default() };
    let mut joins = false;
    for stage in &layout.stages {
        let steps = by_stage.remove(&stage.id).unwrap_or_default();
        // An empty stage breaks the curve.
        joins &= !steps.is_empty();
        let (left, width) = (stage.x * scale, stage.width * scale);
        let steps = told_apart(steps, width);
        let gap = width / share(steps.len());
        let mut x = left + gap / 2.0;
        for (id, step) in steps {
            let at = Point::new(x, height(step.sentiment));
            let joined = joins && step.sentiment.is_some();
            joins = step.sentiment.is_some();
            strip.points.push(point(id, step, at, joined));
            x += gap;
        }
    }
    print_labels(&mut strip.points, fonts);
    strip.quote = quote(document, &strip, fonts);
    strip
}

/// Prints labels as far as they have room beside those of other points, numbers first.
fn print_labels(points: &mut [SentimentPoint], fonts: &Fonts) {
    for is_set in [true, false] {
        for index in 0..points.len() {
            let point = &points[index];
            if point.sentiment.is_some() != is_set {
                continue;
            }
            let texts = if is_set { vec![point.label.as_str()] } else { NOT_SET.to_vec() };
            let is_free = |rect: &Rect| {
                let is_near = |other: &&SentimentPoint| (other.at.x - point.at.x).abs() < WIDEST_LABEL;
                let before = points[..index].iter().rev().take_while(is_near);
                let after = points[index + 1..].iter().take_while(is_near);
                before.chain(after).all(|other| other.printed.is_empty() || !other.label_rect.overlaps(rect))
            };
            let mut placed = texts.into_iter().map(|text| (label_rect(point, text, fonts), text.to_owned()));
            if let Some((rect, text)) = placed.find(|(rect, _)| is_free(rect)) {
                (points[index].label_rect, points[index].printed) = (rect, text);
            }
        }
    }
}

/// Where a label stands: above the curve where it is good, below where it is bad.
fn label_rect(point: &SentimentPoint, text: &str, fonts: &Fonts) -> Rect {
    let face = if point.sentiment.is_some() { Face::SemiBold } else { Face::Regular };
    let width = fonts.width(face, SMALL_TEXT.0, text);
    let below = point.sentiment.is_none_or(|it| it.get() < 0);
    let top = if below { point.at.y + LABEL_GAP } else { point.at.y - LABEL_GAP - SMALL_TEXT.1 };
    Rect::new(point.at.x - width / 2.0, top, width, SMALL_TEXT.1)
}

/// The steps themselves where there is room for their points, else the lowest of them.
fn told_apart(steps: Vec<(StepId, &Step)>, width: f32) -> Vec<(StepId, &Step)> {
    if share(steps.len()) * LEAST_GAP <= width {
        return steps;
    }
    let lowest = steps.iter().filter(|(_, it)| it.sentiment.is_some()).min_by_key(|(_, it)| it.sentiment);
    lowest.or(steps.first()).copied().into_iter().collect()
}

/// A number of points; far fewer than a float can count.
#[allow(clippy::cast_precision_loss)]
fn share(points: usize) -> f32 {
    points.max(1) as f32
}

fn height(sentiment: Option<Sentiment>) -> f32 {
    ZERO - PITCH * f32::from(sentiment.map_or(0, Sentiment::get))
}

/// A point with no label printed yet.
fn point(id: StepId, step: &Step, at: Point, joined: bool) -> SentimentPoint {
    SentimentPoint {
        step: id,
        stage: step.stage,
        at,
        sentiment: step.sentiment,
        evidence: step.evidence,
        joined,
        label: step.sentiment.map_or_else(|| NOT_SET[0].to_owned(), |it| it.to_string()),
        printed: String::new(),
        label_rect: Rect::new(at.x, at.y, 0.0, 0.0),
    }
}

/// The first quote at the lowest point that has one and may be shown to everyone, below the curve on the side with more
/// room.
fn quote(document: &Document, strip: &SentimentStrip, fonts: &Fonts) -> Option<StripQuote> {
    let lowest = strip.points.iter().filter_map(|it| it.sentiment).min()?;
    let (point, words) = strip.points.iter().filter(|it| it.sentiment == Some(lowest)).find_map(|point| {
        let cards = document.cards_of_step(point.step);
        let card = cards.into_iter().find(|(_, it)| it.kind == CardKind::Quote && !it.internal)?.1;
        Some((point, card.text.as_str().split_whitespace().collect::<Vec<_>>().join(" ")))
    })?;
    let quoted = format!("“{words}”");
    // Nothing lies below the lowest point but labels of others that are as low.
    let top = point.at.y + LABEL_GAP;
    let beside =
        if point.label_rect.y >= top { point.label_rect } else { Rect::new(point.at.x, top, 0.0, 0.0) };
    let in_row = |it: &&SentimentPoint| {
        it.step != point.step && it.label_rect.y < top + SMALL_TEXT.1 && top < it.label_rect.bottom()
    };
    let others = || strip.points.iter().filter(in_row).map(|it| it.label_rect);
    let end = others().map(|it| it.x).filter(|x| *x > point.at.x).fold(strip.width, f32::min) - QUOTE_GAP;
    let begin = others().map(|it| it.right()).filter(|x| *x < point.at.x).fold(0.0, f32::max) + QUOTE_GAP;
    let (left, right) = (beside.x - QUOTE_GAP, beside.right() + QUOTE_GAP);
    let whole = fonts.width(Face::Regular, SMALL_TEXT.0, &quoted);
    let on_right = end - right >= whole.min(left - begin);
    let room = if on_right { end - right } else { left - begin };
    let text =
        (room >= LEAST_QUOTE.min(whole)).then(|| fonts.cut(Face::Regular, SMALL_TEXT.0, &quoted, room))?;
    let width = fonts.width(Face::Regular, SMALL_TEXT.0, &text);
    let x = if on_right { right } else { left - width };
    (width <= room).then_some(StripQuote { rect: Rect::new(x, top, width, SMALL_TEXT.1), text })
}
