//! How long each stage takes: waiting and work, its share of the whole, and where the wait is longest.

use std::collections::BTreeMap;

use opmap_analysis::{Spent, spent_by_stage};
use opmap_model::{Document, Seconds, StageId};

use super::{fill, line, text};
use crate::{
    Face, Fonts, MapLayout, Mark, PathMark, Point, Rect, SMALL_TEXT, STAGE_PAD, Segment, StageBand, Stroke,
    Tone, brief_duration,
};

/// How long the stages of a map take, as far as a step of theirs has a time.
pub type StageTimes = BTreeMap<StageId, StageTime>;

/// How long a stage takes.
#[derive(Debug, Clone, PartialEq)]
pub struct StageTime {
    /// Waiting and work: `39.5 h + 1.6 h`, or the one that is set with its word.
    pub words: String,
    /// The same, cut to the header where it is drawn.
    pub cut: String,
    /// Its part of the time of all stages together, 0 to 1.
    pub share: f32,
    /// Whether no other stage waits longer; never where no stage waits.
    pub longest_wait: bool,
}

/// Width of the triangle in front of the words.
const TRIANGLE: f32 = 10.0;
/// Room below the words, for the bar.
pub(crate) const BELOW: f32 = 12.0;
/// Height of the bar.
const BAR: f32 = 4.0;

/// How long the stages of a map take that is laid out.
#[must_use]
pub fn stage_times(document: &Document, layout: &MapLayout, fonts: &Fonts) -> StageTimes {
    let spent = spent_by_stage(document, layout.map);
    let whole: u64 = spent.values().map(Spent::whole).sum();
    let longest = spent.values().filter_map(|it| it.wait_secs).max().filter(|it| *it > 0);
    let time = |stage: &StageBand| {
        let spent = spent.get(&stage.id)?;
        let longest_wait = longest.is_some() && spent.wait_secs == longest;
        let words = words(spent);
        let room = stage.width - 2.0 * STAGE_PAD - if longest_wait { TRIANGLE + 3.0 } else { 0.0 };
        let cut = fonts.cut(Face::Regular, SMALL_TEXT.0, &words, room);
        Some((stage.id, StageTime { words, cut, share: share(spent.whole(), whole), longest_wait }))
    };
    layout.stages.iter().filter_map(time).collect()
}

fn words(spent: &Spent) -> String {
    let brief = |seconds: u64| {
        let seconds = u32::try_from(seconds).unwrap_or(u32::MAX).min(Seconds::LIMIT);
        Seconds::new(seconds).map(brief_duration).unwrap_or_default()
    };
    match (spent.wait_secs.map(brief), spent.work_secs.map(brief)) {
        (Some(wait), Some(work)) => format!("{wait} + {work}"),
        (Some(wait), None) => format!("{wait} wait"),
        (None, Some(work)) => format!("{work} work"),
        (None, None) => String::new(),
    }
}

/// A part of a whole; of nothing it is nothing.
#[allow(clippy::cast_precision_loss)] // A bar is not longer than some hundred pixels.
fn share(part: u64, whole: u64) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

/// The time of a stage at the foot of its header, which is `height` high.
pub(super) fn time_marks(stage: &StageBand, height: f32, time: &StageTime) -> Vec<Mark> {
    let (left, width) = (stage.x + STAGE_PAD, stage.width - 2.0 * STAGE_PAD);
    let top = height - BELOW - SMALL_TEXT.1;
    let tone = if time.longest_wait { Tone::Warning } else { Tone::Ink2 };
    let bar = Rect::new(left, height - 8.0, width.max(0.0), BAR);
    let filled = Rect { width: (bar.width * time.share).max(1.0), ..bar };
    let mut marks = vec![
        line(
            Point::new(bar.x, bar.bottom()),
            Point::new(bar.right(), bar.bottom()),
            Stroke::solid(Tone::LineMark, 1.0),
        ),
        fill(filled, tone),
    ];
    if stage.folded {
        return marks;
    }
    let indent = if time.longest_wait { TRIANGLE + 3.0 } else { 0.0 };
    if time.longest_wait {
        marks.extend(triangle(Point::new(left, top + 2.0)));
    }
    marks.push(text(left + indent, top, SMALL_TEXT, Face::Regular, Tone::Ink2, &time.cut));
    marks
}

/// What the words of the stages are, in the corner of the headers.
pub(super) fn corner_words_marks() -> Vec<Mark> {
    let words = ["Waiting + work", "per stage"];
    let mut top = 10.0;
    words
        .iter()
        .map(|words| {
            let mark = text(14.0, top, SMALL_TEXT, Face::Regular, Tone::Ink2, words);
            top += SMALL_TEXT.1;
            mark
        })
        .collect()
}

fn triangle(at: Point) -> [Mark; 2] {
    let p = |x: f32, y: f32| Point::new(at.x + x, at.y + y);
    let body = vec![
        Segment::Move(p(5.0, 0.3)),
        Segment::Line(p(10.0, 9.3)),
        Segment::Line(p(0.0, 9.3)),
        Segment::Close,
    ];
    let bar = vec![Segment::Move(p(5.0, 3.2)), Segment::Line(p(5.0, 7.8))];
    [
        Mark::Path(PathMark { segments: body, fill: Some(Tone::Warning), stroke: None }),
        Mark::Path(PathMark { segments: bar, fill: None, stroke: Some(Stroke::solid(Tone::Surface2, 1.3)) }),
    ]
}
