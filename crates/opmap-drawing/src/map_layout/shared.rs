//! What neighbouring stages or lanes have in common, told once beside their headers: a phase, a function.

use opmap_model::{Keyword, LaneId, Phase};

use super::reading::Reading;
use super::{LANE_HEAD_WIDTH, LaneBand, MapLayout, SMALL_TEXT, STAGE_PAD, StageBand};
use crate::{Face, Fonts, Point};

/// Width of the column of functions left of the lane headers, on a map that has one.
pub const FUNCTION_WIDTH: f32 = 24.0;
/// Height of the row of phases above the stage headers, on a map that has one.
pub const PHASE_HEIGHT: f32 = 18.0;
/// Room before and behind the name of a function.
const FUNCTION_PAD: f32 = 3.0;

/// Neighbouring lanes of one function.
#[derive(Debug, Clone, PartialEq)]
pub struct LaneGroup {
    /// The function.
    pub function: String,
    /// Its name beside the lanes.
    pub name: SharedName,
    /// The lanes, at least two, from top to bottom.
    pub lanes: Vec<LaneId>,
    /// Top edge of the first.
    pub y: f32,
    /// Height of all of them.
    pub height: f32,
}

/// Neighbouring stages of one phase.
#[derive(Debug, Clone, PartialEq)]
pub struct PhaseBand {
    /// The phase.
    pub phase: Phase,
    /// Its name above the stages.
    pub name: SharedName,
    /// Left edge of the first stage.
    pub x: f32,
    /// Width of all of them.
    pub width: f32,
}

/// What neighbours have in common by its name, cut to the room that there is.
#[derive(Debug, Clone, PartialEq)]
pub struct SharedName {
    /// As it stands at all of them together, and how long it is then.
    pub whole: (String, f32),
    /// As it stands at the smallest of them alone: in a window that shows not all, there is at least so much room.
    pub least: (String, f32),
}

impl SharedName {
    fn new(name: &str, whole: f32, least: f32, fonts: &Fonts) -> Self {
        let within = |room: f32| {
            let words = fonts.cut(Face::Regular, SMALL_TEXT.0, name, room);
            let length = fonts.width(Face::Regular, SMALL_TEXT.0, &words);
            (words, length)
        };
        Self { whole: within(whole), least: within(least) }
    }

    /// The name in some room, and how long it is there.
    #[must_use]
    pub fn within(&self, room: f32) -> (&str, f32) {
        let (words, length) = if self.whole.1 <= room { &self.whole } else { &self.least };
        (words, *length)
    }
}

impl LaneGroup {
    /// How long the name may be where so much of the lanes is seen.
    #[must_use]
    pub fn room(height: f32) -> f32 {
        height - 2.0 * FUNCTION_PAD
    }
}

impl PhaseBand {
    /// How long the name may be where so much of the stages is seen.
    #[must_use]
    pub fn room(width: f32) -> f32 {
        width - 2.0 * STAGE_PAD
    }
}

impl MapLayout {
    /// Where the body begins on a picture with headers: right of those of the lanes, below those of the stages.
    #[must_use]
    pub fn headers(&self) -> Point {
        Point::new(self.functions_width() + LANE_HEAD_WIDTH, self.phases_height() + self.head_height)
    }

    /// Width of the column of functions; nothing on a map without.
    #[must_use]
    pub fn functions_width(&self) -> f32 {
        if self.groups.is_empty() { 0.0 } else { FUNCTION_WIDTH }
    }

    /// Height of the row of phases; nothing on a map without.
    #[must_use]
    pub fn phases_height(&self) -> f32 {
        if self.phases.is_empty() { 0.0 } else { PHASE_HEIGHT }
    }
}

pub(super) fn lane_groups(reading: &Reading, bands: &[LaneBand], fonts: &Fonts) -> Vec<LaneGroup> {
    let function = |index: usize| reading.lanes[index].1.function.as_ref();
    let indices: Vec<usize> = (0..bands.len()).collect();
    let groups = indices.chunk_by(|a, b| function(*a) == function(*b)).filter(|it| it.len() > 1);
    groups
        .filter_map(|group| {
            let name = function(*group.first()?)?.as_str();
            let (first, last) = (&bands[*group.first()?], &bands[*group.last()?]);
            let height = last.y + last.height - first.y;
            let least = group.iter().map(|it| bands[*it].height).fold(height, f32::min);
            Some(LaneGroup {
                function: name.to_owned(),
                name: SharedName::new(name, LaneGroup::room(height), LaneGroup::room(least), fonts),
                lanes: group.iter().map(|it| bands[*it].id).collect(),
                y: first.y,
                height,
            })
        })
        .collect()
}

pub(super) fn phase_bands(reading: &Reading, bands: &[StageBand], fonts: &Fonts) -> Vec<PhaseBand> {
    let phase = |index: usize| reading.stages[index].1.phase;
    let indices: Vec<usize> = (0..bands.len()).collect();
    let groups = indices.chunk_by(|a, b| phase(*a) == phase(*b));
    groups
        .filter_map(|group| {
            let phase = phase(*group.first()?)?;
            let (first, last) = (&bands[*group.first()?], &bands[*group.last()?]);
            let width = last.x + last.width - first.x;
            let least = group.iter().map(|it| bands[*it].width).fold(width, f32::min);
            let (whole, least) = (PhaseBand::room(width), PhaseBand::room(least));
            let name = SharedName::new(phase.label(), whole, least, fonts);
            Some(PhaseBand { phase, name, x: first.x, width })
        })
        .collect()
}
