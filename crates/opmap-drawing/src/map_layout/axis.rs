//! Where columns and rows lie, and the tracks of the channels between them.

use std::ops::Range;

/// Slots in one direction with a channel in front of each and one behind the last.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Axis {
    /// Start and size of each slot.
    slots: Vec<(f32, f32)>,
    channels: Vec<Channel>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Channel {
    start: f32,
    size: f32,
    tracks: u32,
}

/// Distance between two tracks.
const PITCH: f32 = 10.0;

/// A channel grows for so many tracks; further ones lie closer together.
const MOST_TRACKS: u32 = 40;

impl Axis {
    /// Lays out slots of the given sizes with channels of the given numbers of tracks, one more than slots.
    ///
    /// A channel is `gutter` wide and 10 wider for every track beyond two; the outermost ones are half as wide
    /// when they are empty.
    pub(super) fn new(sizes: &[f32], tracks: &[u32], gutter: f32) -> Self {
        let mut at = 0.0;
        let mut axis = Self::default();
        if sizes.is_empty() {
            return axis;
        }
        for (index, tracks) in tracks.iter().copied().enumerate() {
            let outermost = index == 0 || index == sizes.len();
            let size = if outermost && tracks == 0 {
                gutter / 2.0
            } else {
                gutter + PITCH * narrow(tracks.clamp(2, MOST_TRACKS) - 2)
            };
            axis.channels.push(Channel { start: at, size, tracks });
            at += size;
            if let Some(size) = sizes.get(index) {
                axis.slots.push((at, *size));
                at += size;
            }
        }
        axis
    }

    /// Where the last channel ends.
    pub(super) fn end(&self) -> f32 {
        self.channels.last().map_or(0.0, |it| it.start + it.size)
    }

    /// Start of a slot.
    pub(super) fn start(&self, slot: u32) -> f32 {
        self.slots[slot as usize].0
    }

    /// The extent of a slot.
    pub(super) fn slot(&self, slot: u32) -> (f32, f32) {
        let (start, size) = self.slots[slot as usize];
        (start, start + size)
    }

    /// Middle of a slot.
    pub(super) fn slot_middle(&self, slot: u32) -> f32 {
        let (start, size) = self.slots[slot as usize];
        start + size / 2.0
    }

    /// The extent of a channel.
    pub(super) fn channel(&self, channel: u32) -> (f32, f32) {
        let Channel { start, size, .. } = self.channels[channel as usize];
        (start, start + size)
    }

    /// Middle of a channel.
    pub(super) fn channel_middle(&self, channel: u32) -> f32 {
        let Channel { start, size, .. } = self.channels[channel as usize];
        start + size / 2.0
    }

    /// Where a track of a channel runs.
    pub(super) fn track(&self, channel: u32, track: u32) -> f32 {
        let Channel { size, tracks, .. } = self.channels[channel as usize];
        let pitch =
            if tracks <= MOST_TRACKS { PITCH } else { (size - PITCH) / narrow(tracks.saturating_sub(1)) };
        let aside = pitch * (narrow(track) - narrow(tracks.saturating_sub(1)) / 2.0);
        // In quarters, so that no place is rounded when all of the map moves.
        self.channel_middle(channel) + (4.0 * aside).round() / 4.0
    }

    /// Start and end of a band of slots. Bands meet in the middle of the channel between them, the first begins
    /// at 0 and the last ends with the axis.
    pub(super) fn band(&self, slots: &Range<u32>) -> (f32, f32) {
        let last = self.slots.len();
        let start = if slots.start == 0 { 0.0 } else { self.channel_middle(slots.start) };
        let end = if slots.end as usize == last { self.end() } else { self.channel_middle(slots.end) };
        (start, end)
    }

    /// How far all of some slots, and the channels around them, are from those of another axis, if all of them are
    /// equally far and have as many tracks.
    pub(super) fn moved_to(&self, own: &Range<u32>, other: &Self, others: &Range<u32>) -> Option<f32> {
        let all = |it: &Range<u32>| it.start as usize..it.end as usize;
        let around = |it: &Range<u32>| it.start as usize..it.end as usize + 1;
        let (slots, channels) = (self.slots.get(all(own))?, self.channels.get(around(own))?);
        let (other_slots, other_channels) =
            (other.slots.get(all(others))?, other.channels.get(around(others))?);
        let by = other_channels.first()?.start - channels.first()?.start;
        let alike = slots.len() == other_slots.len()
            && slots.iter().zip(other_slots).all(|(a, b)| (a.0 + by, a.1) == *b)
            && channels.iter().zip(other_channels).all(|(a, b)| Channel { start: a.start + by, ..*a } == *b);
        alike.then_some(by)
    }

    /// The slots that share more than an edge with an extent.
    pub(super) fn slots_in(&self, low: f32, high: f32) -> Range<u32> {
        let first = self.slots.partition_point(|(start, size)| start + size <= low);
        let last = self.slots.partition_point(|(start, _)| *start < high);
        ordinal(first)..ordinal(last.max(first))
    }

    /// The slot nearest to a place, none without slots.
    pub(super) fn nearest(&self, at: f32) -> Option<u32> {
        let next = self.slots.partition_point(|(start, size)| start + size < at);
        let distance = |slot: &usize| {
            self.slots.get(*slot).map_or(f32::INFINITY, |(start, size)| (start - at).max(at - start - size))
        };
        let nearest =
            [next.saturating_sub(1), next].into_iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
        (nearest < self.slots.len()).then(|| ordinal(nearest))
    }
}

/// Counts of tracks are far below what `f32` holds exactly.
#[allow(clippy::cast_precision_loss)]
fn narrow(count: u32) -> f32 {
    count as f32
}

fn ordinal(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::Axis;

    #[test]
    fn channels_grow_with_their_tracks() {
        let axis = Axis::new(&[100.0, 100.0], &[0, 3, 1], 20.0);
        assert_eq!(axis.channel(0), (0.0, 10.0));
        assert_eq!(axis.channel(1), (110.0, 140.0));
        assert_eq!([0, 1, 2].map(|track| axis.track(1, track)), [115.0, 125.0, 135.0]);
        assert_eq!(axis.track(2, 0), 250.0);
        assert_eq!(axis.end(), 260.0);
        assert_eq!(axis.band(&(0..1)), (0.0, 125.0));
        assert_eq!(axis.band(&(1..2)), (125.0, 260.0));
    }

    #[test]
    fn very_many_tracks_stay_inside_their_channel() {
        let axis = Axis::new(&[100.0, 100.0], &[0, 500, 0], 20.0);
        let (start, end) = axis.channel(1);
        assert_eq!(end - start, 400.0);
        assert!(axis.track(1, 0) > start && axis.track(1, 499) < end);
    }

    #[test]
    fn the_nearest_slot_is_found_inside_and_outside() {
        let axis = Axis::new(&[100.0, 100.0], &[0, 0, 0], 20.0);
        assert_eq!([-50.0, 60.0, 115.0, 125.0, 900.0].map(|at| axis.nearest(at)), [0, 0, 0, 1, 1].map(Some));
        assert_eq!(axis.slots_in(110.0, 131.0), 1..2);
        assert_eq!(Axis::new(&[], &[0], 20.0).nearest(5.0), None);
    }
}
