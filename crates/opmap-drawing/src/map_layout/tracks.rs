//! Parallel lines in one channel: which runs beside which.

use std::ops::Range;

use super::RouteClass;

/// A straight piece of a route inside a channel.
///
/// Positions along the channel are ordinal: they keep the order of what they stand for, not its distance. A
/// vertical channel lies between two columns and its positions grow downwards; a horizontal one lies between
/// two rows and its positions grow to the right.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    pub(super) channel: u32,
    pub(super) span: Span,
    /// Runs of the same trunk in a channel are drawn as one line.
    trunk: Option<Trunk>,
}

/// What some runs have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Trunk {
    /// The element where they all begin, or all end.
    pub(super) element: u32,
    pub(super) ends: bool,
    pub(super) class: RouteClass,
    /// The row gutter on their other side of the channel, where that is what tells them from others.
    pub(super) gutter: Option<u32>,
}

/// What of a channel a run takes up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) low: i64,
    pub(super) high: i64,
    /// To which side the route goes on at the low end.
    low_side: Side,
    /// To which side the route goes on at the high end.
    high_side: Side,
    /// The first run of the channel that it is drawn with; itself, if that is none.
    with: u32,
}

/// A side of a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Left of a vertical channel, above a horizontal one.
    Before,
    /// Right of a vertical channel, below a horizontal one.
    After,
}

impl Side {
    pub(super) fn other(self) -> Self {
        match self {
            Self::Before => Self::After,
            Self::After => Self::Before,
        }
    }
}

/// The track of each run, and how many tracks each channel has.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Tracks {
    pub(super) of_run: Vec<u32>,
    pub(super) counts: Vec<u32>,
    /// A number for each channel that stays the same when others come or go.
    keys: Vec<i64>,
    /// Where the runs of each channel begin in the two below.
    starts: Vec<u32>,
    spans: Vec<Span>,
    laid: Vec<u32>,
}

/// Beyond this many runs a channel is no longer ordered until nothing improves, since nobody could follow its
/// lines anyway.
const CAREFUL_RUNS: usize = 64;

impl Run {
    /// A run between two positions, each with the side to which the route goes on there.
    pub(super) fn new(channel: u32, one: (i64, Side), other: (i64, Side)) -> Self {
        let (low, high) = if one.0 <= other.0 { (one, other) } else { (other, one) };
        let span = Span { low: low.0, high: high.0, low_side: low.1, high_side: high.1, with: 0 };
        Self { channel, span, trunk: None }
    }

    pub(super) fn along(self, trunk: Option<Trunk>) -> Self {
        Self { trunk, ..self }
    }
}

impl Span {
    /// Both, drawn as one.
    fn covering(self, other: Self) -> Self {
        let (low, high) = (
            if other.low < self.low { other } else { self },
            if other.high > self.high { other } else { self },
        );
        Self { low: low.low, low_side: low.low_side, high: high.high, high_side: high.high_side, ..self }
    }

    fn has_inside(&self, position: i64) -> bool {
        self.low < position && position < self.high
    }

    /// How often the two cross when this one is the track before `other`.
    fn crossings_before(&self, other: &Self) -> u32 {
        let out = |run: &Self, side: Side, through: &Self| {
            u32::from(run.low_side == side && through.has_inside(run.low))
                + u32::from(run.high_side == side && through.has_inside(run.high))
        };
        out(self, Side::After, other) + out(other, Side::Before, self)
    }

    /// A first guess at the order: what comes from and goes to the near side is nested there, and what passes
    /// from one side to the other is laid like a staircase.
    fn order_key(&self) -> (u8, i64) {
        match (self.low_side, self.high_side) {
            (Side::Before, Side::Before) => (0, self.high - self.low),
            (Side::Before, Side::After) => (1, -self.low),
            (Side::After, Side::Before) => (2, self.high),
            (Side::After, Side::After) => (3, self.low - self.high),
        }
    }
}

impl Tracks {
    /// Lays the runs of each channel side by side: runs that share a position get different tracks, ordered so that
    /// they cross little. Takes a number for each channel, in ascending order.
    ///
    /// What is laid in a channel depends on its own runs alone, so that it is taken over from `former`, if it has a
    /// channel of that number with the same runs. With another `former`, or none, the result is the same.
    pub(super) fn assign(runs: &[Run], keys: &[i64], former: Option<&Self>) -> Self {
        let mut starts = vec![0_u32; keys.len() + 1];
        for run in runs {
            starts[run.channel as usize + 1] += 1;
        }
        for channel in 1..starts.len() {
            starts[channel] += starts[channel - 1];
        }
        let mut ends = starts.clone();
        let mut grouped: Vec<u32> = vec![0; runs.len()];
        for (run, index) in runs.iter().zip(0..) {
            let end = &mut ends[run.channel as usize];
            grouped[*end as usize] = index;
            *end += 1;
        }
        let mut spans: Vec<Span> = grouped.iter().map(|run| runs[*run as usize].span).collect();
        let mut members = Vec::new();
        for range in starts.windows(2).map(|it| it[0] as usize..it[1] as usize) {
            bundle(&grouped[range.clone()], runs, &mut spans[range], &mut members);
        }
        let mut laid = vec![0; runs.len()];
        let mut counts = vec![0; keys.len()];
        let mut workspace = Workspace::default();
        for (channel, key) in keys.iter().enumerate() {
            let range = starts[channel] as usize..starts[channel + 1] as usize;
            if range.is_empty() {
                continue;
            }
            let known = former.and_then(|former| {
                let it = former.channel(*key)?;
                (former.spans[it.clone()] == spans[range.clone()]).then(|| &former.laid[it])
            });
            match known {
                Some(known) => laid[range.clone()].copy_from_slice(known),
                None => workspace.lay(&spans[range.clone()], &mut laid[range.clone()]),
            }
            counts[channel] = laid[range].iter().max().map_or(0, |track| track + 1);
        }
        let mut of_run = vec![0; runs.len()];
        for (run, track) in grouped.iter().zip(&laid) {
            of_run[*run as usize] = *track;
        }
        Self { of_run, counts, keys: keys.to_vec(), starts, spans, laid }
    }

    /// Where the runs of a channel are.
    fn channel(&self, key: i64) -> Option<Range<usize>> {
        let channel = self.keys.binary_search(&key).ok()?;
        Some(self.starts[channel] as usize..self.starts[channel + 1] as usize)
    }
}

/// Says of each run of a channel with which it is drawn. Takes room for those of a trunk.
fn bundle(channel: &[u32], runs: &[Run], spans: &mut [Span], members: &mut Vec<(Trunk, u32)>) {
    members.clear();
    for ((run, span), at) in channel.iter().zip(&mut *spans).zip(0..) {
        span.with = at;
        members.extend(runs[*run as usize].trunk.map(|trunk| (trunk, at)));
    }
    members.sort_unstable();
    for trunk in members.chunk_by(|a, b| a.0 == b.0) {
        for (_, at) in trunk {
            spans[*at as usize].with = trunk[0].1;
        }
    }
}

/// Room to lay one channel after the other.
#[derive(Default)]
struct Workspace {
    positions: Vec<i64>,
    spans: Vec<Span>,
    order: Vec<u32>,
    /// How many tracks are in use at each position where a run begins or ends.
    used: Vec<u32>,
}

impl Workspace {
    fn lay(&mut self, spans: &[Span], tracks: &mut [u32]) {
        // Only the order of the positions in this channel counts, so that nothing else moves its lines.
        self.positions.clear();
        self.positions.extend(spans.iter().flat_map(|it| [it.low, it.high]));
        self.positions.sort_unstable();
        self.positions.dedup();
        let rank = |position: i64| self.positions.partition_point(|it| *it < position);
        let ranked =
            |span: &Span| Span { low: signed(rank(span.low)), high: signed(rank(span.high)), ..*span };
        self.spans.clear();
        self.order.clear();
        for (span, at) in spans.iter().map(ranked).zip(0..) {
            self.spans.push(span);
            if span.with == at {
                self.order.push(at);
            } else {
                let first = &mut self.spans[span.with as usize];
                *first = first.covering(span);
            }
        }
        let spans = &self.spans;
        self.order.sort_unstable_by_key(|run| (spans[*run as usize].order_key(), *run));
        untangle(&mut self.order, spans);
        self.used.clear();
        self.used.resize(self.positions.len(), 0);
        stack(&self.order, spans, &mut self.used, tracks);
        for (at, span) in spans.iter().enumerate() {
            tracks[at] = tracks[span.with as usize];
        }
    }
}

/// Swaps neighbours in the order as long as that saves crossings.
fn untangle(order: &mut [u32], spans: &[Span]) {
    let passes = if order.len() <= CAREFUL_RUNS { order.len() } else { 2 };
    for _ in 0..passes {
        let mut swapped = false;
        for at in 1..order.len() {
            let (before, after) = (&spans[order[at - 1] as usize], &spans[order[at] as usize]);
            if after.crossings_before(before) < before.crossings_before(after) {
                order.swap(at - 1, at);
                swapped = true;
            }
        }
        if !swapped {
            break;
        }
    }
}

/// Gives each run the first track behind all earlier runs that it shares a position with.
fn stack(order: &[u32], spans: &[Span], used: &mut [u32], tracks: &mut [u32]) {
    for run in order {
        let span = spans[*run as usize];
        let taken = &mut used[unsigned(span.low)..=unsigned(span.high)];
        let track = taken.iter().copied().max().unwrap_or(0);
        taken.fill(track + 1);
        tracks[*run as usize] = track;
    }
}

fn signed(rank: usize) -> i64 {
    i64::try_from(rank).unwrap_or(i64::MAX)
}

fn unsigned(rank: i64) -> usize {
    usize::try_from(rank).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::RouteClass;
    use super::{Run, Side, Tracks, Trunk};

    fn assign(runs: &[Run], keys: &[i64]) -> Tracks {
        Tracks::assign(runs, keys, None)
    }

    #[test]
    fn runs_that_share_a_position_lie_side_by_side() {
        let run = |low, high| Run::new(0, (low, Side::Before), (high, Side::After));
        let tracks = assign(&[run(0, 10), run(10, 20), run(21, 30)], &[7, 8]);
        assert_ne!(tracks.of_run[0], tracks.of_run[1], "they meet at 10");
        assert_eq!(tracks.counts, [2, 0]);
        assert_eq!(tracks.of_run[2], 0, "there is room in the first track");
    }

    #[test]
    fn lines_that_can_avoid_each_other_do() {
        // Both come from the left and go down to the right; the lower one must be the first.
        let upper = Run::new(0, (0, Side::Before), (20, Side::After));
        let lower = Run::new(0, (10, Side::Before), (30, Side::After));
        assert_eq!(assign(&[upper, lower], &[0]).of_run, [1, 0]);
        // A line back to the side it came from stays inside one that goes around it.
        let around = Run::new(0, (0, Side::Before), (30, Side::Before));
        let inside = Run::new(0, (10, Side::Before), (20, Side::Before));
        assert_eq!(assign(&[around, inside], &[0]).of_run, [1, 0]);
    }

    #[test]
    fn runs_of_a_trunk_are_one_line() {
        let trunk = |element| Some(Trunk { element, ends: false, class: RouteClass::Flow, gutter: None });
        let run =
            |low, high, element| Run::new(0, (low, Side::Before), (high, Side::After)).along(trunk(element));
        let tracks = assign(&[run(0, 30, 1), run(0, 10, 1), run(5, 20, 2)], &[7]);
        assert_eq!(tracks.of_run[0], tracks.of_run[1], "they come from one step");
        assert_ne!(tracks.of_run[0], tracks.of_run[2], "the third does not");
        assert_eq!(tracks.counts, [2]);
    }

    #[test]
    fn what_was_laid_before_makes_no_difference() {
        let run = |channel, low, high| Run::new(channel, (low, Side::Before), (high, Side::After));
        let former = assign(&[run(0, 0, 10), run(1, 5, 15), run(1, 0, 20)], &[3, 4]);
        let runs = [run(0, 0, 9), run(1, 1, 2), run(2, 5, 15), run(2, 0, 20)];
        let keys = [3, 4, 5];
        assert_eq!(Tracks::assign(&runs, &keys, Some(&former)), assign(&runs, &keys));
    }
}
