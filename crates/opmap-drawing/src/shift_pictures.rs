//! Pictures of what a room has said of the seven shifts: where they stand and are wanted, as a radar (M6) and as bars
//! by weight (M3); what each perspective answered; and how many answered what. All say the same numbers as the tables
//! beside them, what is not set is never drawn as a level, and what differs does so without colour.

mod agreement;
mod bars;
mod gaps;
mod groups;
mod radar;
mod signs;

use opmap_analysis::Shifts;
use opmap_model::Keyword;

use crate::{Face, Fonts, Scene};

pub use agreement::{AGREEMENT_SIZE, agreement_sign};
pub use bars::{BARS_HEIGHT, BARS_WIDTH, answer_bars};
pub use gaps::{gap_bars, gap_description};
pub use groups::{group_description, group_table, level_tone};
pub use radar::{RadarAxis, RadarLines, radar, radar_description, shift_axes};

/// A picture of the seven shifts that can be written on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShiftPicture {
    /// Where they stand and are wanted.
    Radar,
    /// How far it is, by weight.
    Gaps,
    /// What each perspective answered.
    Groups,
}

/// Why there is nothing to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NothingToDraw {
    /// No score, neither today nor wanted.
    #[error("None of the seven shifts has a score.")]
    NoScores,
    /// No answers of more than one perspective.
    #[error("No answers are told apart by perspective yet.")]
    NoGroups,
}

impl ShiftPicture {
    /// The picture.
    ///
    /// # Errors
    /// When there is nothing to draw.
    pub fn scene(self, shifts: &Shifts, fonts: &Fonts) -> Result<Scene, NothingToDraw> {
        let is_scored = shifts.each.iter().any(|it| it.now.is_some() || it.target.is_some());
        match self {
            Self::Groups if shifts.perspectives().is_empty() => Err(NothingToDraw::NoGroups),
            Self::Groups => Ok(group_table(shifts, fonts)),
            Self::Radar | Self::Gaps if !is_scored => Err(NothingToDraw::NoScores),
            Self::Radar => Ok(radar(&shift_axes(shifts), RadarLines::default(), fonts)),
            Self::Gaps => Ok(gap_bars(shifts, fonts)),
        }
    }

    /// The same in words, with the same numbers.
    #[must_use]
    pub fn description(self, shifts: &Shifts) -> String {
        match self {
            Self::Radar => radar_description(&shift_axes(shifts)),
            Self::Gaps => gap_description(shifts),
            Self::Groups => group_description(shifts),
        }
    }
}

impl Keyword for ShiftPicture {
    const ALL: &'static [Self] = &[Self::Radar, Self::Gaps, Self::Groups];

    fn key(self) -> &'static str {
        match self {
            Self::Radar => "radar",
            Self::Gaps => "gaps",
            Self::Groups => "groups",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Radar => "Radar of the shifts",
            Self::Gaps => "Gaps by weight",
            Self::Groups => "Answers by group",
        }
    }
}

/// The highest level.
const LEVELS: u8 = 5;

/// Words in lines of a width, at most so many; the last is cut where there are more.
fn lines_of(words: &str, most: usize, face: Face, size: f32, width: f32, fonts: &Fonts) -> Vec<String> {
    let mut lines = fonts.wrap(face, size, words, width);
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(fonts.cut(face, size, &rest, width));
    }
    lines
}

/// A number of lines, axes or rows; far fewer than a float can count.
#[allow(clippy::cast_precision_loss)]
fn count(number: usize) -> f32 {
    number as f32
}
