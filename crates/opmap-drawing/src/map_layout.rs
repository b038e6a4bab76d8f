//! The geometry of a journey map: where its stages, lanes, steps and connectors are drawn.

mod axis;
mod badge;
mod blueprint;
mod find;
mod ground;
mod measure;
mod plan;
mod route;
mod slots;
mod tracks;

use opmap_model::{
    Connector, ConnectorId, Document, LaneId, LaneKind, MapKey, Sourcing, StageId, StepId, StepKind,
};

use crate::{Fonts, Point, Rect};
pub use find::{Direction, DropTarget};

use axis::Axis;
use slots::Slots;

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
    /// Steps by stage, then lane, then their order within the cell.
    pub boxes: Vec<StepBox>,
    /// Connectors, by their first step in the order above, then their last.
    pub routes: Vec<Route>,
    /// The lines of the service blueprint that this map has, from top to bottom (B1).
    pub lines: Vec<BlueprintLine>,
    columns: Axis,
    rows: Axis,
    slots: Slots,
    /// Indices of the boxes by the identity of their step.
    by_id: Vec<(StepId, u32)>,
    /// Indices of the routes by the identity of their connector.
    routes_by_id: Vec<(ConnectorId, u32)>,
    /// What each route covers, badge and label included.
    route_extents: Vec<Rect>,
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
    /// Its kind in words, with who does the work where that is not the company, in lines that fit the header.
    pub kind_lines: Vec<String>,
    /// Top edge.
    pub y: f32,
    /// Height.
    pub height: f32,
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
    pub title_lines: Vec<String>,
    /// What sort of step it is.
    pub kind: StepKind,
    /// The kind of its lane.
    pub lane_kind: LaneKind,
    /// Whether others do it: its lane is a partner's, or is performed by a supplier or a partner.
    pub outside: bool,
    /// The name of the channel that it goes through, cut to fit the row below the title.
    pub channel: Option<String>,
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
    pub points: Vec<Point>,
    /// How complete it is, when it is a handoff.
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
    let view = document.map_view(map);
    let slots = Slots::new(&view);
    let plans = plan::plan(document, &view, &slots);

    let vertical = tracks::assign(&plans.vertical, slots.columns.count() as usize + 1);
    let horizontal = tracks::assign(&plans.horizontal, slots.rows.count() as usize + 1);
    let columns =
        Axis::new(&vec![STEP_WIDTH; slots.columns.count() as usize], &vertical.counts, GUTTER_WIDTH);
    let titles = measure::step_titles(&view, fonts);
    let heads = measure::lane_heads(&view, fonts);
    let rows = measure::rows(&slots, &titles, &heads, &measure::off_border(&horizontal.counts));

    let stages = measure::stage_bands(&view, &slots, &columns, fonts);
    let lanes = measure::lane_bands(&view, &slots, &rows, heads);
    let mut boxes = measure::boxes(&view, &slots, &columns, &rows, titles);
    measure::name_channels(&mut boxes, document, fonts);
    let mut routes = route::routes(&view, &boxes, &plans, [(&columns, &vertical), (&rows, &horizontal)]);
    badge::place(&mut routes, &view, &plans, &slots, [&columns, &rows], fonts);

    MapLayout {
        map,
        width: columns.end(),
        height: rows.end(),
        head_height: measure::head_height(&stages),
        lines: blueprint::lines(&lanes, fonts),
        route_extents: routes.iter().map(Route::extent).collect(),
        by_id: index_by_id(view.steps.iter().map(|(id, _)| *id)),
        routes_by_id: index_by_id(routes.iter().map(|it| it.id)),
        stages,
        lanes,
        boxes,
        routes,
        columns,
        rows,
        slots,
    }
}

/// The index of each element, by its identity.
fn index_by_id<K: Ord>(ids: impl Iterator<Item = K>) -> Vec<(K, u32)> {
    let mut by_id: Vec<(K, u32)> = ids.zip(0..).collect();
    by_id.sort_unstable();
    by_id
}

fn find_index<K: Ord + Copy>(by_id: &[(K, u32)], id: K) -> Option<u32> {
    let found = by_id.binary_search_by_key(&id, |it| it.0).ok()?;
    Some(by_id[found].1)
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
