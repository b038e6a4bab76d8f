//! The way of a line from what comes first to what waits for it: through the free space between the bars, over no bar and
//! over no words.

use std::collections::BTreeMap;

use opmap_analysis::Impossible;
use opmap_model::RecommendationId;

use super::Gantt;
use super::layout::{BAR, GanttLayout, PlacedBar, count};
use crate::{Point, Rect};

/// How far a line runs straight before it enters a bar, and behind one that it leaves.
const STRAIGHT: f32 = 14.0;
/// How far from its end a line leaves a bar below or above it.
const OFF_END: f32 = 8.0;
/// Between two lines that leave or enter the same bar.
const APART: f32 = 8.0;
/// The least between a line and what it passes.
const CLEAR: f32 = 6.0;
/// The least between a line and the edge of the picture.
const MARGIN: f32 = 3.0;
/// How far lines in the same space between bars lie from its middle, one after the other.
const STAGGER: [f32; 3] = [0.0, -3.0, 3.0];

/// A line between two bars.
#[derive(Debug, Clone, PartialEq)]
pub struct GanttLink {
    /// What comes first.
    pub before: RecommendationId,
    /// What waits for it.
    pub after: RecommendationId,
    /// Its corners, from the edge of one bar to the left edge of the other.
    pub points: Vec<Point>,
    /// Why it cannot be as it is planned (Q6).
    pub impossible: Option<Impossible>,
    /// Whether it belongs to the longest chain.
    pub longest: bool,
}

/// The lines of all dependencies between bars that are there.
#[must_use]
pub fn gantt_links(gantt: &Gantt, layout: &GanttLayout) -> Vec<GanttLink> {
    let places: BTreeMap<RecommendationId, usize> =
        layout.bars.iter().enumerate().map(|(at, it)| (it.id, at)).collect();
    let (mut leaving, mut entering) = (Ports::default(), Ports::default());
    for it in &gantt.dependencies {
        leaving.expect(it.before);
        entering.expect(it.after);
    }
    let mut ways = Ways { layout, taken: vec![0; layout.bars.len() + 1] };
    let mut found = Vec::new();
    for it in &gantt.dependencies {
        let (Some(from), Some(to)) = (places.get(&it.before), places.get(&it.after)) else { continue };
        let (leaves, enters) =
            (leaving.next(it.before, &layout.bars[*from]), entering.next(it.after, &layout.bars[*to]));
        let points = straightened(ways.between(*from, *to, leaves, enters));
        let longest = gantt.longest.windows(2).any(|pair| pair == [it.before, it.after]);
        let (before, after, impossible) = (it.before, it.after, it.impossible);
        found.push(GanttLink { before, after, points, impossible, longest });
    }
    found
}

/// The heights at which lines leave or enter bars.
#[derive(Default)]
struct Ports {
    all: BTreeMap<RecommendationId, usize>,
    taken: BTreeMap<RecommendationId, usize>,
}

impl Ports {
    fn expect(&mut self, id: RecommendationId) {
        *self.all.entry(id).or_insert(0) += 1;
    }

    /// The height of the next line.
    fn next(&mut self, id: RecommendationId, bar: &PlacedBar) -> f32 {
        let of = self.all.get(&id).copied().unwrap_or(1);
        let nth = self.taken.entry(id).or_insert(0);
        let apart = APART.min((BAR - 8.0) / count(of));
        let y = bar.rect.center().y + (count(*nth) - (count(of) - 1.0) / 2.0) * apart;
        *nth += 1;
        y
    }
}

/// Ways between bars. Each bar stands with its words on a height of its own; between two of them is free space.
struct Ways<'a> {
    layout: &'a GanttLayout,
    /// How many lines already run in the space above each bar; the last is that below all.
    taken: Vec<usize>,
}

impl Ways<'_> {
    fn between(&mut self, from: usize, to: usize, leaves: f32, enters: f32) -> Vec<Point> {
        let (start, end) = (&self.layout.bars[from], &self.layout.bars[to]);
        let right = start.rect.right();
        let turn = (end.rect.x - STRAIGHT).max(self.layout.names + MARGIN);
        let end = Point::new(end.rect.x, enters);
        let is_down = to > from;
        let crossed = if is_down { from + 1..to } else { to + 1..from };
        let crossed: Vec<Rect> = self.layout.bars[crossed].iter().map(PlacedBar::taken).collect();
        let words_follow = !start.inside && start.words.x > start.rect.x;
        let leaves_sideways = !words_follow && right + STRAIGHT <= self.layout.width - MARGIN;
        if leaves_sideways && right <= turn && is_free(turn, &crossed) {
            let start = Point::new(right, leaves);
            return vec![start, Point::new(turn, leaves), Point::new(turn, enters), end];
        }
        let (rect, out) = (start.rect, right + STRAIGHT);
        let first = self.space(if is_down { from + 1 } else { from });
        let last = self.space(if is_down { to } else { to + 1 });
        let mut points = if leaves_sideways {
            vec![Point::new(right, leaves), Point::new(out, leaves), Point::new(out, first)]
        } else {
            // It leaves where neither words nor the edge of the picture are in its way.
            let x = right - OFF_END.min(rect.width / 2.0);
            let edge = if is_down { rect.bottom() } else { rect.y };
            vec![Point::new(x, edge), Point::new(x, first)]
        };
        if !crossed.is_empty() {
            let x = self.free_near(points[points.len() - 1].x, turn, &crossed);
            points.extend([Point::new(x, first), Point::new(x, last)]);
        }
        // With nothing between them both heights are in the same space.
        let height = if crossed.is_empty() { first } else { last };
        points.extend([Point::new(turn, height), Point::new(turn, enters), end]);
        points
    }

    /// The height of the next line in the space above a bar; below all behind the last.
    fn space(&mut self, at: usize) -> f32 {
        let bars = &self.layout.bars;
        let above = at.checked_sub(1).and_then(|it| bars.get(it)).map(|it| it.rect.bottom());
        let below = bars.get(at).map(|it| it.rect.y);
        let middle = match (above, below) {
            (Some(above), Some(below)) if below - above < 4.0 * CLEAR => f32::midpoint(above, below),
            // A row may be higher than its bars.
            (Some(above), _) => above + CLEAR,
            (None, below) => below.unwrap_or(self.layout.head) - CLEAR,
        };
        let nth = self.taken[at];
        self.taken[at] += 1;
        let wanted = middle + STAGGER[nth % STAGGER.len()];
        wanted.max(self.layout.head + 1.0)
    }

    /// The place that leads from `from` to `to` with the least detour and passes all of `crossed`.
    fn free_near(&self, from: f32, to: f32, crossed: &[Rect]) -> f32 {
        let edges = crossed.iter().flat_map(|it| [it.x - CLEAR, it.right() + CLEAR]);
        // In front of the first day nothing ever stands.
        let edge = self.layout.names + MARGIN;
        let within = |it: &f32| (edge..=self.layout.width - MARGIN).contains(it);
        let detour = |it: f32| (it - from).abs() + (it - to).abs();
        let free = [to, from].into_iter().chain(edges).filter(|it| within(it) && is_free(*it, crossed));
        free.min_by(|one, other| detour(*one).total_cmp(&detour(*other))).unwrap_or(edge)
    }
}

impl PlacedBar {
    /// What it takes up with its words.
    pub(super) fn taken(&self) -> Rect {
        if self.inside { self.rect } else { self.rect.covering(self.words) }
    }
}

fn is_free(x: f32, crossed: &[Rect]) -> bool {
    crossed.iter().all(|it| x <= it.x - CLEAR + 0.01 || x >= it.right() + CLEAR - 0.01)
}

/// Without corners that are none.
fn straightened(points: Vec<Point>) -> Vec<Point> {
    let near = |one: f32, other: f32| (one - other).abs() < 0.01;
    let mut way: Vec<Point> = Vec::new();
    for it in points {
        if way.last().is_some_and(|last| near(last.x, it.x) && near(last.y, it.y)) {
            continue;
        }
        if let [.., one, two] = way.as_slice()
            && ((near(one.x, two.x) && near(two.x, it.x)) || (near(one.y, two.y) && near(two.y, it.y)))
        {
            way.pop();
        }
        way.push(it);
    }
    way
}
