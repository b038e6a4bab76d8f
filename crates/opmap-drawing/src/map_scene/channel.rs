//! Where the customer changes the channel: a sign on the connector.

use super::icon::{open, placed};
use super::outline;
use crate::{Mark, PathMark, Rect, Stroke, Tone};

/// What becomes of what is known where the channel changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChannelChange {
    /// It goes along, or nobody has said.
    Open,
    /// It gets lost, and the customer is asked again.
    Lost,
}

/// Two arrows, one there and one back, on a ground with corners: filled where what is known gets lost.
pub(super) fn channel_marks(rect: Rect, change: ChannelChange) -> Vec<Mark> {
    let (ground, ink) = match change {
        ChannelChange::Open => (Tone::Surface, Tone::Ink),
        ChannelChange::Lost => (Tone::Ink, Tone::Surface),
    };
    let arrows = [
        open(&[(4.0, 8.5), (20.0, 8.5)]),
        open(&[(16.0, 4.5), (20.0, 8.5), (16.0, 12.5)]),
        open(&[(20.0, 15.5), (4.0, 15.5)]),
        open(&[(8.0, 11.5), (4.0, 15.5), (8.0, 19.5)]),
    ];
    let path = PathMark { segments: arrows.concat(), fill: None, stroke: Some(Stroke::solid(ink, 1.2)) };
    vec![
        outline(rect.grown(-0.5), 2.0, Some(ground), Stroke::solid(Tone::Ink, 1.25)),
        placed(path, crate::Point::new(rect.x, rect.y), rect.width),
    ]
}
