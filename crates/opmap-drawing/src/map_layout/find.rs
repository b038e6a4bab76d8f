//! Finding things on a laid out map: under the pointer, in view, next to each other.

use std::ops::Range;

use opmap_model::{ConnectorId, LaneId, StageId, StepId};

use super::axis::Axis;
use super::reading::Wire;
use super::slots::{Lines, Place};
use super::{LaneBand, MapLayout, Route, StageBand, StepBox};
use crate::{Point, Rect};

/// A way to walk over the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Towards the start of the journey.
    Left,
    /// Towards the end of the journey.
    Right,
    /// Towards the customer.
    Up,
    /// Away from the customer.
    Down,
}

/// Where steps that are dropped end up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DropTarget {
    /// The stage.
    pub stage: StageId,
    /// The lane.
    pub lane: LaneId,
    /// The step of that cell that they stand in front of; `None` is last.
    pub before: Option<StepId>,
}

impl MapLayout {
    /// The box of a step of this map; none of a step whose stage or lane is folded.
    #[must_use]
    pub fn step_box(&self, step: StepId) -> Option<&StepBox> {
        self.index_of(step).map(|index| &self.boxes[index as usize])
    }

    /// The route of a connector of this map; none between steps of one folded cell.
    #[must_use]
    pub fn route(&self, connector: ConnectorId) -> Option<&Route> {
        let plan = self.route_of[self.reading.connectors.find(connector)? as usize];
        self.routes.get(plan as usize)
    }

    /// The number of a step: where it stands among all steps of the map, from 1, by stage, then lane, then its place in the
    /// cell. Those of folded stages and lanes count.
    #[must_use]
    pub fn step_number(&self, step: StepId) -> Option<usize> {
        self.reading.steps.find(step).map(|it| it as usize + 1)
    }

    /// The connectors that lead from or to a step of this map, in the order of the map.
    pub fn connectors_of(&self, step: StepId) -> impl Iterator<Item = ConnectorId> {
        let connectors = self.reading.connectors.items().iter();
        let own = self.reading.steps.find(step);
        let meets = move |wire: &&Wire| own.is_some_and(|it| wire.from == it || wire.to == it);
        connectors.filter(meets).map(|wire| wire.id)
    }

    /// The step whose box holds the point.
    #[must_use]
    pub fn step_at(&self, point: Point) -> Option<&StepBox> {
        let (column, row) = (self.columns.nearest(point.x)?, self.rows.nearest(point.y)?);
        let step = self.boxes.get(self.slots.columns.at(column, row)? as usize)?;
        step.rect.contains(point).then_some(step)
    }

    /// The connector whose line, badge or label is nearest to the point, and at most `reach` away.
    #[must_use]
    pub fn route_at(&self, point: Point, reach: f32) -> Option<&Route> {
        let near = self.routes_in(Rect::new(point.x, point.y, 0.0, 0.0).grown(reach));
        let measured = near.map(|route| (route.distance(point), route));
        measured.filter(|it| it.0 <= reach).min_by(|a, b| a.0.total_cmp(&b.0)).map(|it| it.1)
    }

    /// The cell that holds the point, none outside the body.
    #[must_use]
    pub fn cell_at(&self, point: Point) -> Option<(StageId, LaneId)> {
        let inside = (0.0..self.width).contains(&point.x) && (0.0..self.height).contains(&point.y);
        let (stage, lane) = self.nearest_cell(point)?;
        inside.then(|| (self.stages[stage].id, self.lanes[lane].id))
    }

    /// Where a cell lies; none if the stage or the lane is not of this map.
    #[must_use]
    pub fn cell_rect(&self, stage: StageId, lane: LaneId) -> Option<Rect> {
        let stage = self.stages.iter().find(|it| it.id == stage)?;
        let lane = self.lanes.iter().find(|it| it.id == lane)?;
        Some(Rect::new(stage.x, lane.y, stage.width, lane.height))
    }

    /// Where the steps `moving` end up when they are dropped at a point: in the cell there, or the nearest one,
    /// in front of the first step whose middle lies below the point, or in a further column of the cell. None if
    /// the map has no stage or no lane.
    #[must_use]
    pub fn drop_target(&self, point: Point, moving: &[StepId]) -> Option<DropTarget> {
        let (stage, lane) = self.nearest_cell(point)?;
        let column = self.columns.nearest(point.x)?;
        let stays = |step: &&StepBox| !moving.contains(&step.id);
        let before = self
            .cell(stage, lane)
            .filter(|(place, step)| {
                place.column > column || place.column == column && point.y < step.rect.center().y
            })
            .map(|(_, step)| step)
            .find(stays)
            .map(|step| step.id);
        Some(DropTarget { stage: self.stages[stage].id, lane: self.lanes[lane].id, before })
    }

    /// The next step from `step` in a direction: the nearest of its row or column, else the nearest of the next
    /// column or row that has any.
    #[must_use]
    pub fn neighbour(&self, step: StepId, direction: Direction) -> Option<StepId> {
        let place = self.slots.places[self.index_of(step)? as usize];
        let across = (&self.slots.rows, place.row, place.column);
        let along = (&self.slots.columns, place.column, place.row);
        let found = match direction {
            Direction::Right => self.next(across, along),
            Direction::Left => self.previous(across, along),
            Direction::Down => self.next(along, across),
            Direction::Up => self.previous(along, across),
        };
        found.map(|index| self.boxes[index as usize].id)
    }

    /// The steps that can be seen in a part of the body.
    pub fn boxes_in(&self, view: Rect) -> impl Iterator<Item = &StepBox> {
        let rows = self.rows.slots_in(view.y, view.bottom());
        self.columns.slots_in(view.x, view.right()).flat_map(move |column| {
            let slots = self.slots.columns.line(column);
            let first = slots.partition_point(|(row, _)| *row < rows.start);
            let last = slots.partition_point(|(row, _)| *row < rows.end);
            slots[first..last].iter().filter_map(|(_, index)| self.boxes.get(*index as usize))
        })
    }

    /// The connectors that may be seen in a part of the body.
    pub fn routes_in(&self, view: Rect) -> impl Iterator<Item = &Route> {
        // A straight line has no area, so touching counts.
        let seen = move |extent: &Rect| {
            extent.x <= view.right()
                && view.x <= extent.right()
                && extent.y <= view.bottom()
                && view.y <= extent.bottom()
        };
        self.routes
            .iter()
            .zip(&self.route_extents)
            .filter(move |(_, extent)| seen(extent))
            .map(|(route, _)| route)
    }

    /// The stages that can be seen between two places from the left.
    #[must_use]
    pub fn stages_in(&self, left: f32, right: f32) -> &[StageBand] {
        let first = self.stages.partition_point(|it| it.x + it.width <= left);
        let last = self.stages.partition_point(|it| it.x < right);
        &self.stages[first..last.max(first)]
    }

    /// The lanes that can be seen between two places from the top.
    #[must_use]
    pub fn lanes_in(&self, top: f32, bottom: f32) -> &[LaneBand] {
        let first = self.lanes.partition_point(|it| it.y + it.height <= top);
        let last = self.lanes.partition_point(|it| it.y < bottom);
        &self.lanes[first..last.max(first)]
    }

    /// What some neighbouring stages and lanes cover, with the gutters around them as far as [`OVERLAP`] beyond their
    /// borders, so that what stands on a border is in the picture on either side of it.
    pub(crate) fn window(&self, stages: &Range<usize>, lanes: &Range<usize>) -> Rect {
        let (left, right) = extent(&self.columns, &self.slots.stage_columns[stages.clone()]);
        let (top, bottom) = extent(&self.rows, &self.slots.lane_rows[lanes.clone()]);
        Rect::new(left, top, right - left, bottom - top)
    }

    fn index_of(&self, step: StepId) -> Option<u32> {
        let element = self.slots.element_of[self.reading.steps.find(step)? as usize];
        (!self.slots.is_folded(element)).then_some(element)
    }

    /// The first step behind a place on its line, else the nearest of the next parallel line that has any.
    fn next(&self, own: (&Lines, u32, u32), others: (&Lines, u32, u32)) -> Option<u32> {
        let (lines, line, position) = own;
        let mut behind = lines.line(line).iter().filter(|it| it.0 > position).map(|it| it.1);
        let (parallel, from, near) = others;
        behind
            .find(|it| !self.slots.is_folded(*it))
            .or_else(|| (from + 1..parallel.count()).find_map(|it| self.nearest(parallel.line(it), near)))
    }

    /// The last step in front of a place on its line, else the nearest of the last parallel line that has any.
    fn previous(&self, own: (&Lines, u32, u32), others: (&Lines, u32, u32)) -> Option<u32> {
        let (lines, line, position) = own;
        let mut before = lines.line(line).iter().rev().filter(|it| it.0 < position).map(|it| it.1);
        let (parallel, from, near) = others;
        before
            .find(|it| !self.slots.is_folded(*it))
            .or_else(|| (0..from).rev().find_map(|it| self.nearest(parallel.line(it), near)))
    }

    /// The step of a line that is nearest to a position; of two, the one in front.
    fn nearest(&self, line: &[(u32, u32)], position: u32) -> Option<u32> {
        let steps = line.iter().filter(|it| !self.slots.is_folded(it.1));
        steps.min_by_key(|it| it.0.abs_diff(position)).map(|it| it.1)
    }

    /// The stage and the lane nearest to a point, by their places in the map.
    fn nearest_cell(&self, point: Point) -> Option<(usize, usize)> {
        let stage = self.stages.partition_point(|it| it.x + it.width <= point.x);
        let lane = self.lanes.partition_point(|it| it.y + it.height <= point.y);
        let last_stage = self.stages.len().checked_sub(1)?;
        let last_lane = self.lanes.len().checked_sub(1)?;
        Some((stage.min(last_stage), lane.min(last_lane)))
    }

    /// The steps of a cell in their order.
    fn cell(&self, stage: usize, lane: usize) -> impl Iterator<Item = (&Place, &StepBox)> {
        let key = |place: &Place| (place.stage as usize, place.lane as usize);
        let places = &self.slots.places[..self.boxes.len()];
        let first = places.partition_point(|place| key(place) < (stage, lane));
        let steps = places[first..].iter().zip(&self.boxes[first..]);
        steps.take_while(move |(place, _)| key(place) == (stage, lane))
    }
}

/// How far a window reaches beyond the borders of its stages and lanes at most: 6 mm in print where a unit is half a
/// point. Gutters with many lines are wider.
const OVERLAP: f32 = 34.0;

/// From the channel in front of some bands to the one behind them.
fn extent(axis: &Axis, bands: &[Range<u32>]) -> (f32, f32) {
    match (bands.first(), bands.last()) {
        (Some(first), Some(last)) => {
            let (start, end) = axis.band(&(first.start..last.end));
            let (before, behind) = (axis.channel(first.start).0, axis.channel(last.end).1);
            ((start - OVERLAP).max(before), (end + OVERLAP).min(behind))
        }
        _ => (0.0, 0.0),
    }
}
