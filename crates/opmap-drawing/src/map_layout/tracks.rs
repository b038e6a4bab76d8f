//! Parallel lines in one channel: which runs beside which.

/// A straight piece of a route inside a channel.
///
/// Positions along the channel are ordinal: they keep the order of what they stand for, not its distance. A
/// vertical channel lies between two columns and its positions grow downwards; a horizontal one lies between
/// two rows and its positions grow to the right.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    pub(super) channel: u32,
    pub(super) low: i32,
    pub(super) high: i32,
    /// To which side the route goes on at the low end.
    pub(super) low_side: Side,
    /// To which side the route goes on at the high end.
    pub(super) high_side: Side,
}

/// A side of a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Left of a vertical channel, above a horizontal one.
    Before,
    /// Right of a vertical channel, below a horizontal one.
    After,
}

/// The track of each run, and how many tracks each channel has.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tracks {
    pub(super) of_run: Vec<u32>,
    pub(super) counts: Vec<u32>,
}

/// Beyond this many runs a channel is no longer ordered until nothing improves, since nobody could follow its
/// lines anyway.
const CAREFUL_RUNS: usize = 64;

impl Run {
    /// A run between two positions, each with the side to which the route goes on there.
    pub(super) fn new(channel: u32, one: (i32, Side), other: (i32, Side)) -> Self {
        let (low, high) = if one.0 <= other.0 { (one, other) } else { (other, one) };
        Self { channel, low: low.0, high: high.0, low_side: low.1, high_side: high.1 }
    }

    fn has_inside(&self, position: i32) -> bool {
        self.low < position && position < self.high
    }

    /// How often the two cross when this one is the track before `other`.
    fn crossings_before(&self, other: &Run) -> u32 {
        let out = |run: &Run, side: Side, through: &Run| {
            u32::from(run.low_side == side && through.has_inside(run.low))
                + u32::from(run.high_side == side && through.has_inside(run.high))
        };
        out(self, Side::After, other) + out(other, Side::Before, self)
    }

    /// A first guess at the order: what comes from and goes to the near side is nested there, and what passes
    /// from one side to the other is laid like a staircase.
    fn order_key(&self) -> (u8, i32) {
        match (self.low_side, self.high_side) {
            (Side::Before, Side::Before) => (0, self.high - self.low),
            (Side::Before, Side::After) => (1, -self.low),
            (Side::After, Side::Before) => (2, self.high),
            (Side::After, Side::After) => (3, self.low - self.high),
        }
    }
}

/// Lays the runs of each channel side by side: runs that share a position get different tracks, ordered so that
/// they cross little. Equal input gives equal tracks.
pub(super) fn assign(runs: &[Run], channels: usize) -> Tracks {
    let mut by_channel: Vec<usize> = (0..runs.len()).collect();
    by_channel.sort_by_key(|run| (runs[*run].channel, runs[*run].order_key(), *run));
    let mut tracks = Tracks { of_run: vec![0; runs.len()], counts: vec![0; channels] };
    for group in by_channel.chunk_by_mut(|a, b| runs[*a].channel == runs[*b].channel) {
        untangle(group, runs);
        let count = stack(group, runs, &mut tracks.of_run);
        tracks.counts[runs[group[0]].channel as usize] = count;
    }
    tracks
}

/// Swaps neighbours in the order as long as that saves crossings.
fn untangle(group: &mut [usize], runs: &[Run]) {
    let passes = if group.len() <= CAREFUL_RUNS { group.len() } else { 2 };
    for _ in 0..passes {
        let mut swapped = false;
        for at in 1..group.len() {
            let (before, after) = (&runs[group[at - 1]], &runs[group[at]]);
            if after.crossings_before(before) < before.crossings_before(after) {
                group.swap(at - 1, at);
                swapped = true;
            }
        }
        if !swapped {
            break;
        }
    }
}

/// Gives each run the first track behind all earlier runs that it shares a position with.
fn stack(group: &[usize], runs: &[Run], of_run: &mut [u32]) -> u32 {
    let mut positions: Vec<i32> = group.iter().flat_map(|run| [runs[*run].low, runs[*run].high]).collect();
    positions.sort_unstable();
    positions.dedup();
    // How many tracks are in use at each position where a run begins or ends.
    let mut used = vec![0_u32; positions.len()];
    for run in group {
        let first = positions.partition_point(|it| *it < runs[*run].low);
        let last = positions.partition_point(|it| *it <= runs[*run].high);
        let track = used[first..last].iter().copied().max().unwrap_or(0);
        used[first..last].fill(track + 1);
        of_run[*run] = track;
    }
    used.into_iter().max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Run, Side, assign};

    #[test]
    fn runs_that_share_a_position_lie_side_by_side() {
        let run = |low, high| Run::new(0, (low, Side::Before), (high, Side::After));
        let tracks = assign(&[run(0, 10), run(10, 20), run(21, 30)], 2);
        assert_ne!(tracks.of_run[0], tracks.of_run[1], "they meet at 10");
        assert_eq!(tracks.counts, [2, 0]);
        assert_eq!(tracks.of_run[2], 0, "there is room in the first track");
    }

    #[test]
    fn lines_that_can_avoid_each_other_do() {
        // Both come from the left and go down to the right; the lower one must be the first.
        let upper = Run::new(0, (0, Side::Before), (20, Side::After));
        let lower = Run::new(0, (10, Side::Before), (30, Side::After));
        assert_eq!(assign(&[upper, lower], 1).of_run, [1, 0]);
        // A line back to the side it came from stays inside one that goes around it.
        let around = Run::new(0, (0, Side::Before), (30, Side::Before));
        let inside = Run::new(0, (10, Side::Before), (20, Side::Before));
        assert_eq!(assign(&[around, inside], 1).of_run, [1, 0]);
    }
}
