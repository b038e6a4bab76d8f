//! The geometry of a journey map: where its stages, lanes, steps and connectors are drawn.

mod axis;
mod badge;
mod blueprint;
mod boxes;
mod changed;
mod find;
mod ground;
mod kept;
mod list;
mod measure;
mod passes;
mod plan;
mod reading;
mod route;
mod shared;
mod signs;
mod slots;
mod steady;
mod tiles;
mod touched;
mod tracks;

use std::collections::BTreeSet;
use std::sync::Arc;

use opmap_model::{
    Change, Connector, ConnectorId, Document, LaneId, LaneKind, MapKey, Sourcing, StageId, StepId, StepKind,
};

use crate::{Fonts, Rect};
pub use changed::Unlike;
pub use find::{Direction, DropTarget};
pub use route::Corners;
pub use shared::{FUNCTION_WIDTH, LaneGroup, PHASE_HEIGHT, PhaseBand, SharedName};
pub use signs::{RowSign, SIGN_SIZE, Sign, brief_duration};
pub(crate) use signs::{SIGN_GAP, sign_face};

use axis::Axis;
use passes::Former;
use reading::Reading;
use route::RouteTracks;
use slots::Slots;
use tracks::Tracks;

/// Width of a step.
pub const STEP_WIDTH: f32 = 100.0;
/// Least height of a step; it grows downwards with its title.
pub const STEP_HEIGHT: f32 = 66.0;
/// Width of the gutter between two columns with at most two lines in it.
pub const GUTTER_WIDTH: f32 = 20.0;
/// Height of the gutter between two rows with at most two lines in it.
pub const GUTTER_HEIGHT: f32 = 22.0;
/// Width of the column of lane headers.
pub const LANE_HEAD_WIDTH: f32 = 112.0;
/// Least height of the row of stage headers; it grows with their names.
pub const STAGE_HEAD_HEIGHT: f32 = 52.0;
/// Room left of the number and right of the name in the header of a stage.
pub const STAGE_PAD: f32 = 10.0;
/// Height of the row below the title of a step that is kept for its marks.
pub const CHIP_ROW_HEIGHT: f32 = 16.0;
/// Size and line height of the title of a step.
pub const STEP_TITLE: (f32, f32) = (12.0, 14.5);
/// Size and line height of the name of a stage or lane.
pub const HEAD_TITLE: (f32, f32) = (13.0, 17.0);
/// Size and line height of small words: lane kinds, chips, badges, labels of connectors.
pub const SMALL_TEXT: (f32, f32) = (11.0, 14.0);
/// The most steps of a cell that stand below each other before it takes another column.
pub const CELL_ROWS: u32 = 6;

/// Width of the cells of a folded stage, and height of those of a folded lane.
pub const FOLDED_SIZE: f32 = 22.0;

/// Which stages and lanes are folded: low or narrow, and their steps not shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    /// The stages.
    pub stages: BTreeSet<StageId>,
    /// The lanes.
    pub lanes: BTreeSet<LaneId>,
}

/// Where everything on one map is drawn, in map units: 1 is one pixel at 100 %.
///
/// The origin is the top left corner of the body: the grid without its headers. The body is divided among the
/// stages from left to right and among the lanes from top to bottom, without gaps. Steps stand in columns and
/// rows, and connectors run in the gutters between them or over empty slots, never behind a step.
#[derive(Debug, Clone, PartialEq)]
pub struct MapLayout {
    /// The map that is laid out.
    pub map: MapKey,
    /// Width of the body.
    pub width: f32,
    /// Height of the body.
    pub height: f32,
    /// Height of the row of stage headers above the body, at least [`STAGE_HEAD_HEIGHT`].
    pub head_height: f32,
    /// Stages from left to right.
    pub stages: Vec<StageBand>,
    /// Lanes from top to bottom.
    pub lanes: Vec<LaneBand>,
    /// Neighbouring lanes of one function, from top to bottom.
    pub groups: Vec<LaneGroup>,
    /// Neighbouring stages of one phase, from left to right.
    pub phases: Vec<PhaseBand>,
    /// Steps by stage, then lane, then their order within the cell, without those of folded stages and lanes.
    pub boxes: Vec<StepBox>,
    /// The cells of folded stages and lanes that have steps, by stage, then lane.
    pub folded_cells: Vec<FoldedCell>,
    /// Connectors, by their first step in the order above, then their last.
    pub routes: Vec<Route>,
    /// The lines of the service blueprint that this map has, from top to bottom (B1).
    pub lines: Vec<BlueprintLine>,
    reading: Reading,
    folded: Folded,
    columns: Axis,
    rows: Axis,
    slots: Slots,
    vertical: Tracks,
    horizontal: Tracks,
    /// The route of each connector of the map.
    route_of: Vec<u32>,
    route_tracks: Vec<RouteTracks>,
    /// What each route covers, badge and label included.
    route_extents: Vec<Rect>,
    /// What was looked at to find the place of the badge of each route, if nothing else could have made a difference.
    sought: Vec<Option<Rect>>,
}

/// A stage: a vertical band of the body and its header above.
#[derive(Debug, Clone, PartialEq)]
pub struct StageBand {
    /// The stage.
    pub id: StageId,
    /// Its number from the left, from 1.
    pub number: usize,
    /// Its name, broken into lines that fit the header behind the number.
    pub title_lines: Vec<String>,
    /// How far right of the left end of the number the name begins.
    pub title_indent: f32,
    /// Left edge.
    pub x: f32,
    /// Width.
    pub width: f32,
    /// How many steps it has.
    pub steps: usize,
    /// Whether it is folded; then it has no lines of its name.
    pub folded: bool,
}

/// A lane: a horizontal band of the body and its header on the left.
#[derive(Debug, Clone, PartialEq)]
pub struct LaneBand {
    /// The lane.
    pub id: LaneId,
    /// Where it stands towards the customer.
    pub kind: LaneKind,
    /// Who employs those that perform it.
    pub sourcing: Option<Sourcing>,
    /// Its name, broken into lines that fit the header.
    pub title_lines: Vec<String>,
    /// Its kind in words, with who does the work where that is not the company, in lines that fit the header; folded, one
    /// line that is cut as the name is.
    pub kind_lines: Vec<String>,
    /// Top edge.
    pub y: f32,
    /// Height.
    pub height: f32,
    /// How many steps it has.
    pub steps: usize,
    /// Whether it is folded; then its name is one line, cut and ending in `…` where it is too long.
    pub folded: bool,
}

/// A step: one box.
#[derive(Debug, Clone, PartialEq)]
pub struct StepBox {
    /// The step.
    pub id: StepId,
    /// Its stage.
    pub stage: StageId,
    /// Its lane.
    pub lane: LaneId,
    /// Where it lies.
    pub rect: Rect,
    /// Its name, broken into lines that fit the box.
    pub title_lines: Arc<[String]>,
    /// What sort of step it is.
    pub kind: StepKind,
    /// The kind of its lane.
    pub lane_kind: LaneKind,
    /// Whether others do it: it says so, or its lane is a partner's or is performed by a supplier or a partner.
    pub outside: bool,
    /// Whether a system does it.
    pub automated: bool,
    /// Whether the customer stays or leaves by it (B5).
    pub moment_of_truth: bool,
    /// Whether it is known to go wrong (B6).
    pub fail_point: bool,
    /// What the row below the title says, from left to right as far as there is room.
    pub signs: Arc<[RowSign]>,
}

/// A cell of a folded stage or lane, in place of the steps in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FoldedCell {
    /// The stage.
    pub stage: StageId,
    /// The lane.
    pub lane: LaneId,
    /// Where it lies.
    pub rect: Rect,
    /// How many steps are in it, at least 1.
    pub steps: usize,
    /// How wide their number is when it is set.
    pub text_width: f32,
}

/// A connector: a line of horizontal and vertical pieces from the edge of one step to the edge of another.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// The connector.
    pub id: ConnectorId,
    /// Where it starts.
    pub from: StepId,
    /// Where it ends.
    pub to: StepId,
    /// What it means.
    pub class: RouteClass,
    /// Its corners, ends included; pieces are alternately horizontal and vertical.
    pub points: Corners,
    /// How many connectors it stands for: 1, or all of a class between a folded cell and its neighbour. It is then
    /// named by the first of them.
    pub bundled: u32,
    /// How complete it is, when it is a single handoff.
    pub badge: Option<Badge>,
    /// The words beside it, when there are some and there is room.
    pub label: Option<RouteLabel>,
}

/// What a connector means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RouteClass {
    /// The work goes on without changing hands.
    Flow,
    /// The work goes on in another lane of the company's side (H1).
    Handoff,
    /// Customer and company meet (H1).
    Contact,
    /// What the customer does next.
    CustomerPath,
    /// The work goes back (H5).
    Rework,
    /// Systems exchange data.
    System,
}

/// How complete a handoff is: a pill on its line, or beside it where two neighbours leave no room (H11).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Badge {
    /// Where it lies.
    pub rect: Rect,
    /// How many of the seven parts are filled in.
    pub filled: u8,
    /// Whether no role answers for it.
    pub owner_missing: bool,
    /// Whether the work goes back.
    pub rework: bool,
    /// How wide its number of parts is when it is set.
    pub text_width: f32,
}

/// The words beside a connector, on one line.
#[derive(Debug, Clone, PartialEq)]
pub struct RouteLabel {
    /// Where they lie, with a margin of 3 on the left and right.
    pub rect: Rect,
    /// The words; what is too long is cut and ends in `…`.
    pub text: String,
}

/// A line of the service blueprint across the whole body (B1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BlueprintLine {
    /// What it parts.
    pub kind: BlueprintLineKind,
    /// Where it lies: on the border of two lanes.
    pub y: f32,
    /// How wide its name is when it is set.
    pub name_width: f32,
}

/// What a line of the service blueprint parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlueprintLineKind {
    /// Customer from frontstage.
    Interaction,
    /// Frontstage from backstage.
    Visibility,
    /// Backstage from support and partners.
    Internal,
}

/// Lays out one map of `document`. Equal input gives an equal layout.
///
/// A stage, lane or step is where its place among its siblings puts it (B9): a step is in the band of its stage and
/// of its lane, and steps of one cell stand below each other in their order, in further columns after
/// [`CELL_ROWS`]. A map that does not exist is laid out as an empty one.
#[must_use]
pub fn map_layout(document: &Document, map: MapKey, fonts: &Fonts) -> MapLayout {
    folded_map_layout(document, map, &Folded::default(), fonts)
}

/// Lays out one map of `document` with some stages and lanes folded: narrow or low, without their steps, whose
/// connectors end at the [`FoldedCell`]s. Those of them that are not of the map make no difference.
#[must_use]
pub fn folded_map_layout(document: &Document, map: MapKey, folded: &Folded, fonts: &Fonts) -> MapLayout {
    passes::lay_out(map, Reading::new(document, map, fonts), folded, None, fonts).0
}

impl MapLayout {
    /// The layout of the same map after some changes, the last of which has led to `document`, and with these stages
    /// and lanes folded. It equals a new one, but takes over what the changes do not concern: text is measured for
    /// touched steps only, lines are ordered in touched gutters only, and places for badges are sought only where
    /// something is not as it was.
    ///
    /// With it comes where it looks otherwise than before.
    #[must_use]
    pub fn updated(
        mut self,
        document: &Document,
        changes: &[Arc<Change>],
        folded: &Folded,
        fonts: &Fonts,
    ) -> (MapLayout, Unlike) {
        let reading = std::mem::take(&mut self.reading);
        let (reading, stood) = reading.updated(document, self.map, changes, fonts);
        // Those that stood somewhere else; all of them, where that is not known.
        let count = reading.steps.items().len();
        let first = stood.as_ref().map_or(Some(0), |it| it.steps.first_elsewhere(count));
        let former = Former { layout: self, stood };
        let (now, areas) = passes::lay_out(former.layout.map, reading, folded, Some(former), fonts);
        let renumbered = first.and_then(|it| now.right_of_stage(it));
        (now, Unlike { areas, renumbered })
    }

    /// The part of the map from the left edge of the stage of the step at a place in the reading.
    fn right_of_stage(&self, step: u32) -> Option<Rect> {
        let stage = self.reading.steps.items().get(step as usize)?.stage;
        let left = self.stages.get(stage as usize)?.x;
        Some(Rect::new(left, 0.0, self.width - left, self.height))
    }
}

impl FoldedCell {
    /// What is written in it: how many steps, as far as there is room.
    #[must_use]
    pub fn text(&self) -> String {
        Self::words(self.steps)
    }

    fn words(steps: usize) -> String {
        if steps < 100 { steps.to_string() } else { "99+".to_owned() }
    }
}

impl Badge {
    /// What is written in it.
    #[must_use]
    pub fn text(&self) -> String {
        Self::words(self.filled)
    }

    fn words(filled: u8) -> String {
        format!("{filled}/{}", Connector::PARTS)
    }
}
