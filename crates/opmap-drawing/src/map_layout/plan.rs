//! Which way each route takes, in columns, rows and channels; not yet where that is.

use std::cmp::Ordering;

use opmap_analysis::{Link, link_of};
use opmap_model::{Connector, ConnectorKind, Document, MapView};

use super::RouteClass;
use super::slots::Slots;
use super::tracks::{Run, Side};

/// The way of one route.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Plan {
    /// Index of its connector among those of the map.
    pub(super) connector: usize,
    /// Indices of its steps among those of the map.
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) class: RouteClass,
    /// Whether it hands work over between lanes on the company's side, forth or back (H1).
    pub(super) handoff: bool,
    pub(super) way: Way,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Way {
    /// Straight in the middle of a column, up or down.
    Column,
    /// Straight in a row, `port` below the top of the boxes, to either side.
    Row { port: f32 },
    /// Out at the right edge into the run `first` of the vertical channel there, possibly along a row gutter and
    /// down another vertical channel, and in at an edge of the target `arrival` below its top.
    Turns { first: usize, detour: Option<Detour>, arrival: f32, into: Side },
}

/// The second half of a way with four corners: a run along a row gutter, then one down a column gutter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Detour {
    pub(super) horizontal: usize,
    pub(super) vertical: usize,
}

/// The ways of all routes and the runs that they consist of.
#[derive(Debug, Default)]
pub(super) struct Plans {
    pub(super) plans: Vec<Plan>,
    pub(super) vertical: Vec<Run>,
    pub(super) horizontal: Vec<Run>,
}

/// Where a line leaves a box to the right, below its top edge.
pub(super) const OUT: f32 = 46.0;
/// Where a line runs to the next box on the right.
const ONWARD: f32 = 33.0;
/// Where a line runs to the next box on the left.
const BACK: f32 = 56.0;

/// Ordinal positions in vertical channels: the row gutters lie at multiples of this, the ports of a row between.
pub(super) const ROW_ORDINALS: i32 = 100;

/// Where a line enters a box, below its top edge.
///
/// Each meaning has a height of its own, and none is that of a line that leaves, so that lines of different meaning
/// never lie on each other. Those at the right edge differ from those at the left edge, since a line to a left edge
/// further on may pass there.
fn arrival(class: RouteClass, into: Side) -> f32 {
    let (left, right) = match class {
        RouteClass::Contact => (10.0, 13.0),
        RouteClass::CustomerPath => (20.0, 15.0),
        RouteClass::Flow => (17.0, 22.0),
        RouteClass::Handoff => (25.0, 29.0),
        RouteClass::Rework => (41.0, 37.0),
        RouteClass::System => (49.0, 52.0),
    };
    if into == Side::Before { left } else { right }
}

impl RouteClass {
    fn new(connector: &Connector, link: Link) -> Self {
        match (connector.kind, link) {
            (ConnectorKind::Rework, _) => Self::Rework,
            (_, Link::Within) => Self::Flow,
            (_, Link::Handoff) => Self::Handoff,
            (_, Link::Contact) => Self::Contact,
            (_, Link::CustomerPath) => Self::CustomerPath,
            (_, Link::System) => Self::System,
        }
    }
}

/// Chooses a way for every connector of the map, in its order.
pub(super) fn plan(document: &Document, view: &MapView<'_>, slots: &Slots) -> Plans {
    let by_id = super::index_by_id(view.steps.iter().map(|(id, _)| *id));
    let find = |id| super::find_index(&by_id, id);
    let mut plans = Plans::default();
    let mut below_taken = vec![false; view.steps.len()];
    for (connector, (_, it)) in view.connectors.iter().enumerate() {
        let (Some(from), Some(to)) = (find(it.from), find(it.to)) else { continue };
        if from == to {
            continue;
        }
        let Some(link) = link_of(document, it) else { continue };
        let class = RouteClass::new(it, link);
        let way = plans.way(slots, &mut below_taken, from, to, class);
        plans.plans.push(Plan { connector, from, to, class, handoff: link == Link::Handoff, way });
    }
    plans
}

impl Plans {
    fn way(&mut self, slots: &Slots, below_taken: &mut [bool], from: u32, to: u32, class: RouteClass) -> Way {
        let (source, target) = (slots.places[from as usize], slots.places[to as usize]);
        if source.column == target.column {
            let upper = if source.row < target.row { from } else { to };
            if slots.columns.is_free_between(source.column, source.row, target.row)
                && !std::mem::replace(&mut below_taken[upper as usize], true)
            {
                return Way::Column;
            }
            let arrival = arrival(class, Side::After);
            let ends = (port(source.row, OUT), Side::Before);
            let first = self.vertical(source.column + 1, ends, (port(target.row, arrival), Side::Before));
            return Way::Turns { first, detour: None, arrival, into: Side::After };
        }
        let onward = source.column < target.column;
        if source.row == target.row && slots.rows.is_free_between(source.row, source.column, target.column) {
            return Way::Row { port: if onward { ONWARD } else { BACK } };
        }

        let arrival = arrival(class, Side::Before);
        let (out, entry) = (port(source.row, OUT), port(target.row, arrival));
        let (near, far) = (source.column + 1, target.column);
        if onward && slots.rows.is_free_between(target.row, source.column, target.column) {
            let first = self.vertical(near, (out, Side::Before), (entry, Side::After));
            return Way::Turns { first, detour: None, arrival, into: Side::Before };
        }

        // Onward the route changes column beside the target's row, back beside the source's. Within one row it
        // goes above.
        let gutter = match (source.row.cmp(&target.row), onward) {
            (Ordering::Less, true) => target.row,
            (Ordering::Less, false) => source.row + 1,
            (Ordering::Greater, true) => target.row + 1,
            (Ordering::Greater, false) | (Ordering::Equal, _) => source.row,
        };
        let level = row_gutter(gutter);
        let (leaving, arriving) =
            if onward { (Side::After, Side::Before) } else { (Side::Before, Side::After) };
        let beside = |position: i32| if position < level { Side::Before } else { Side::After };
        let first = self.vertical(near, (out, Side::Before), (level, leaving));
        let vertical = self.vertical(far, (level, arriving), (entry, Side::After));
        let run = Run::new(gutter, (column_gutter(near), beside(out)), (column_gutter(far), beside(entry)));
        self.horizontal.push(run);
        let detour = Detour { horizontal: self.horizontal.len() - 1, vertical };
        Way::Turns { first, detour: Some(detour), arrival, into: Side::Before }
    }

    fn vertical(&mut self, channel: u32, one: (i32, Side), other: (i32, Side)) -> usize {
        self.vertical.push(Run::new(channel, one, other));
        self.vertical.len() - 1
    }
}

/// Position of the gutter above a row.
fn row_gutter(row: u32) -> i32 {
    column_gutter(row).saturating_mul(ROW_ORDINALS)
}

fn column_gutter(column: u32) -> i32 {
    i32::try_from(column).unwrap_or(i32::MAX)
}

/// Position of a port of a row; all ports lie well within the least height of a box.
#[allow(clippy::cast_possible_truncation)]
fn port(row: u32, below_top: f32) -> i32 {
    row_gutter(row).saturating_add(20 + below_top as i32)
}
