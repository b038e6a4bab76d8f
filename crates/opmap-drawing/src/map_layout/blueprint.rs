//! The lines of the service blueprint.

use opmap_model::LaneKind;

use super::{BlueprintLine, BlueprintLineKind, LaneBand, SMALL_TEXT};
use crate::{Face, Fonts};

impl BlueprintLineKind {
    /// Every line, from top to bottom.
    pub const ALL: [Self; 3] = [Self::Interaction, Self::Visibility, Self::Internal];

    /// What the line is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Interaction => "Interaction line",
            Self::Visibility => "Visibility line",
            Self::Internal => "Internal line",
        }
    }

    fn parts_above(self, kind: LaneKind) -> bool {
        match self {
            Self::Interaction => kind == LaneKind::Customer,
            Self::Visibility => kind == LaneKind::Frontstage,
            Self::Internal => kind == LaneKind::Backstage,
        }
    }

    fn parts_below(self, kind: LaneKind) -> bool {
        match self {
            Self::Interaction => kind == LaneKind::Frontstage,
            Self::Visibility => kind == LaneKind::Backstage,
            Self::Internal => matches!(kind, LaneKind::Support | LaneKind::Partner),
        }
    }
}

/// The lines that the lanes have, derived from their kinds (B1). A line shows only when both sides exist and all
/// lanes of the one lie above all lanes of the other (B2 warns where they do not).
pub(super) fn lines(lanes: &[LaneBand], fonts: &Fonts) -> Vec<BlueprintLine> {
    let mut found: Vec<BlueprintLine> = BlueprintLineKind::ALL
        .into_iter()
        .filter_map(|kind| {
            let upper = lanes.iter().rposition(|lane| kind.parts_above(lane.kind))?;
            let lower = lanes.iter().position(|lane| kind.parts_below(lane.kind))?;
            let name_width = fonts.width(Face::Medium, SMALL_TEXT.0, kind.name());
            let y = lanes[upper].y + lanes[upper].height;
            (upper < lower).then_some(BlueprintLine { kind, y, name_width })
        })
        .collect();
    found.sort_by(|a, b| a.y.total_cmp(&b.y));
    found
}
