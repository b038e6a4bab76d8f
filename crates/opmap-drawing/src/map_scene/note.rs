//! What overlays say of the steps and connectors of a map, as data that is drawn over them.

use std::collections::BTreeMap;

use opmap_analysis::{DifferenceKind, Severity};
use opmap_model::{ConnectorId, LaneId, StageId, StepId};

use super::channel::ChannelChange;
use super::roles::RolesNote;
use crate::{Face, Fonts, SMALL_TEXT, STEP_WIDTH};

/// What overlays say of one map. Of what is not in it nothing is said, and it looks as it always does.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MapNotes {
    /// By step.
    pub steps: BTreeMap<StepId, StepNote>,
    /// By connector; of several that are drawn as one, by the first.
    pub routes: BTreeMap<ConnectorId, RouteNote>,
    /// What became of stages.
    pub stages: BTreeMap<StageId, ChangeSign>,
    /// What became of lanes.
    pub lanes: BTreeMap<LaneId, ChangeSign>,
    /// The codes of those who take the decisions of a stage.
    pub deciders: BTreeMap<StageId, NoteLabel>,
}

/// What overlays say of one step.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StepNote {
    /// What the checks found about it: a sign at the corner.
    pub found: Option<Found>,
    /// Whether it stands out or steps back.
    pub stress: Stress,
    /// How much of something there is: an edge and, with words, a gauge.
    pub heat: Option<Heat>,
    /// What became of it: an edge and a sign of its own.
    pub change: Option<ChangeSign>,
    /// Words in place of the row below its title.
    pub label: Option<NoteLabel>,
    /// Who decides there, who answers for it and who does it.
    pub roles: Option<RolesNote>,
}

/// What overlays say of one connector.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RouteNote {
    /// Whether it stands out or steps back.
    pub stress: Stress,
    /// What became of it.
    pub change: Option<ChangeSign>,
    /// Whether something gets lost on the way: the line is dashed.
    pub broken: bool,
    /// Whether the channel changes on the way: a sign on the line.
    pub channel: Option<ChannelChange>,
}

/// How something is seen beside the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Stress {
    /// As always.
    #[default]
    Even,
    /// With a wider edge or line.
    StandsOut,
    /// With lines as faint as the borders of the map; its words are still read well.
    StepsBack,
}

/// How much of something there is, from 1 to 4: so many bars of the gauge, and the wider the edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Heat(u8);

/// What became of something between two states: each is told by its edge, its sign and its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeSign {
    /// +, a solid edge.
    Added,
    /// −, a dashed edge, hatched.
    Gone,
    /// →, an edge of long dashes.
    Moved,
    /// Δ, a solid edge.
    Changed,
}

/// The gravest of what the checks found about a step, and how many findings there are.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// How grave it is.
    pub severity: Severity,
    /// How many, when there are several.
    pub count: Option<NoteLabel>,
}

/// A few words that are measured.
#[derive(Debug, Clone, PartialEq)]
pub struct NoteLabel {
    /// The words, on one line; what is too long is cut and ends in `…`.
    pub text: String,
    /// How wide they are when they are set.
    pub width: f32,
}

/// The face of the words.
pub(super) const FACE: Face = Face::SemiBold;
/// Room left and right of words in their pill.
pub(super) const PAD: f32 = 5.0;
/// Width and height of the sign in front of words.
pub(super) const SIGN: f32 = 8.0;
/// Between a sign or gauge and words.
pub(super) const GAP: f32 = 3.0;
/// Width of a bar of the gauge, and from one bar to the next.
pub(super) const BAR: (f32, f32) = (3.5, 5.0);
/// The widest words that fit the row of any step: alone, behind a sign, behind a gauge.
const WIDEST: [f32; 3] = [ROOM, ROOM - SIGN - GAP, ROOM - 4.0 * BAR.1 - GAP];
/// Room in the pill of any step; the title of an automated one has the least.
const ROOM: f32 = STEP_WIDTH - 17.0 - 2.0 * PAD;

impl MapNotes {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { steps, routes, stages, lanes, deciders } = self;
        steps.is_empty() && routes.is_empty() && stages.is_empty() && lanes.is_empty() && deciders.is_empty()
    }
}

impl StepNote {
    /// What is said of a step that changed between two states: its sign, and `words` or else the word for what became
    /// of it.
    #[must_use]
    pub fn of_change(change: ChangeSign, words: Option<&str>, fonts: &Fonts) -> Self {
        let label = NoteLabel::within(words.unwrap_or(change.word()), WIDEST[1], fonts);
        Self { change: Some(change), label: Some(label), ..Self::default() }
    }

    /// What is said of a step of which there is much or little of something.
    #[must_use]
    pub fn of_heat(heat: Heat, words: &str, fonts: &Fonts) -> Self {
        let label = NoteLabel::within(words, WIDEST[2], fonts);
        Self { heat: Some(heat), label: Some(label), ..Self::default() }
    }
}

impl Heat {
    /// The highest level.
    pub const MOST: u8 = 4;

    /// A level from 1 to [`Heat::MOST`]; none outside.
    #[must_use]
    pub fn new(level: u8) -> Option<Self> {
        (1..=Self::MOST).contains(&level).then_some(Self(level))
    }

    /// Its level.
    #[must_use]
    pub fn level(self) -> u8 {
        self.0
    }

    /// How wide the edge of its step is.
    #[must_use]
    pub fn edge_width(self) -> f32 {
        0.75 + f32::from(self.0)
    }
}

impl ChangeSign {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Added, Self::Gone, Self::Moved, Self::Changed];

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Added => "new",
            Self::Gone => "gone",
            Self::Moved => "moved",
            Self::Changed => "changed",
        }
    }

    /// The sign as text.
    #[must_use]
    pub fn sign(self) -> char {
        match self {
            Self::Added => '+',
            Self::Gone => '−',
            Self::Moved => '→',
            Self::Changed => 'Δ',
        }
    }
}

impl From<&DifferenceKind> for ChangeSign {
    fn from(kind: &DifferenceKind) -> Self {
        match kind {
            DifferenceKind::Added => Self::Added,
            DifferenceKind::Gone => Self::Gone,
            DifferenceKind::Moved { .. } => Self::Moved,
            DifferenceKind::Changed { .. } => Self::Changed,
        }
    }
}

impl Found {
    /// The sign of `count` findings, the gravest of which is of `severity`.
    #[must_use]
    pub fn new(severity: Severity, count: usize, fonts: &Fonts) -> Self {
        let words = if count > 9 { "9+".to_owned() } else { count.to_string() };
        Self { severity, count: (count > 1).then(|| NoteLabel::new(&words, fonts)) }
    }
}

impl NoteLabel {
    /// Words for the row of a step.
    #[must_use]
    pub fn new(words: &str, fonts: &Fonts) -> Self {
        Self::within(words, WIDEST[0], fonts)
    }

    pub(super) fn within(words: &str, room: f32, fonts: &Fonts) -> Self {
        let text = fonts.cut(FACE, SMALL_TEXT.0, words, room);
        let width = fonts.width(FACE, SMALL_TEXT.0, &text);
        Self { text, width }
    }
}
