//! Which way each route takes, in columns, rows and channels; not yet where that is.

use std::collections::BTreeMap;

use opmap_analysis::{Link, link_between};
use opmap_model::ConnectorKind;

use super::RouteClass;
use super::list::{GONE, ordinal};
use super::reading::{Reading, Wire};
use super::slots::Slots;
use super::tracks::{Run, Side, Trunk};

/// The way of one route.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Plan {
    /// Index of its connector among those of the map; of several the first.
    pub(super) connector: u32,
    /// The elements it joins.
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) class: RouteClass,
    /// Whether it hands work over between lanes on the company's side, forth or back (H1).
    pub(super) handoff: bool,
    /// How many connectors it stands for: more than one only at folded cells.
    pub(super) bundled: u32,
    pub(super) way: Way,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Way {
    /// Straight in the middle of a column, up or down.
    Column,
    /// Straight in a row, `port` below the top of the boxes, to either side.
    Row { port: f32 },
    /// Out at the edge on the side `out`, into the run `first` of the vertical channel there, possibly along a row
    /// gutter and another vertical channel, and in at the edge on the side `into`, `arrival` below its top.
    Turns { first: usize, detour: Option<Detour>, out: Side, arrival: f32, into: Side },
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
    /// The plan of each connector of the map, [`GONE`] where none is drawn.
    pub(super) of_connector: Vec<u32>,
    pub(super) vertical: Vec<Run>,
    pub(super) horizontal: Vec<Run>,
}

/// Where a line leaves a box to the right, below its top edge.
const OUT: f32 = 46.0;
/// Where a line leaves a box to the left.
const OUT_BACK: f32 = 59.0;
/// Where a line runs to the next box on the right.
const ONWARD: f32 = 33.0;
/// Where a line runs to the next box on the left.
const BACK: f32 = 56.0;

/// Where a line leaves a box on a side, below its top edge.
pub(super) fn departure(out: Side) -> f32 {
    if out == Side::After { OUT } else { OUT_BACK }
}

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
    fn new(kind: ConnectorKind, link: Link) -> Self {
        match (kind, link) {
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
#[inline(never)] // As in `badge::place`.
pub(super) fn plan(reading: &Reading, slots: &Slots) -> Plans {
    let connectors = reading.connectors.items();
    let mut plans = Plans {
        plans: Vec::with_capacity(connectors.len()),
        of_connector: Vec::with_capacity(connectors.len()),
        vertical: Vec::with_capacity(2 * connectors.len()),
        horizontal: Vec::with_capacity(connectors.len()),
    };
    let mut below_taken = vec![false; slots.places.len()];
    let links: Vec<Link> = connectors.iter().map(|it| link(it, reading)).collect();
    let shared = Shared::new(connectors, &links, slots);
    let mut bundles: BTreeMap<(u32, u32, RouteClass), u32> = BTreeMap::new();
    for ((wire, &link), connector) in connectors.iter().zip(&links).zip(0..) {
        let (from, to) = (slots.element_of[wire.from as usize], slots.element_of[wire.to as usize]);
        if from == to {
            plans.of_connector.push(GONE);
            continue;
        }
        let class = RouteClass::new(wire.kind, link);
        let number = ordinal(plans.plans.len());
        if slots.is_folded(from) || slots.is_folded(to) {
            let first = *bundles.entry((from, to, class)).or_insert(number);
            if first != number {
                plans.plans[first as usize].bundled += 1;
                plans.of_connector.push(first);
                continue;
            }
        }
        let handoff = link == Link::Handoff;
        // A badge and words are about one connector, which must be told from others.
        let trunk = if handoff || wire.label.is_some() { None } else { shared.trunk(from, to, class) };
        let way = plans.way(slots, &mut below_taken, (from, to), class, trunk);
        plans.plans.push(Plan { connector, from, to, class, handoff, bundled: 1, way });
        plans.of_connector.push(number);
    }
    plans
}

fn link(wire: &Wire, reading: &Reading) -> Link {
    let lane = |step: u32| {
        let (id, lane) = &reading.lanes[reading.steps.items()[step as usize].lane as usize];
        (*id, lane.kind)
    };
    link_between(wire.kind, lane(wire.from), lane(wire.to))
}

impl Plans {
    /// Work goes on to the right and down on the right, and back to the left and up on the left.
    fn way(
        &mut self,
        slots: &Slots,
        below_taken: &mut [bool],
        (from, to): (u32, u32),
        class: RouteClass,
        trunk: Option<Trunk>,
    ) -> Way {
        let (source, target) = (slots.places[from as usize], slots.places[to as usize]);
        let port = |row: u32, below_top: f32| port(slots, row, below_top);
        if source.column == target.column {
            let upper = if source.row < target.row { from } else { to };
            if slots.columns.are_neighbours(from, to)
                && !std::mem::replace(&mut below_taken[upper as usize], true)
            {
                return Way::Column;
            }
            let side = if source.row < target.row { Side::After } else { Side::Before };
            let arrival = arrival(class, side);
            let channel = source.column + u32::from(side == Side::After);
            let (out, entry) = (port(source.row, departure(side)), port(target.row, arrival));
            let first = self.vertical(Run::new(channel, (out, side.other()), (entry, side.other())), trunk);
            return Way::Turns { first, detour: None, out: side, arrival, into: side };
        }
        let onward = source.column < target.column;
        if source.row == target.row && slots.rows.are_neighbours(from, to) {
            return Way::Row { port: if onward { ONWARD } else { BACK } };
        }

        let (out_side, into) = if onward { (Side::After, Side::Before) } else { (Side::Before, Side::After) };
        let arrival = arrival(class, into);
        let (out, entry) = (port(source.row, departure(out_side)), port(target.row, arrival));
        let near = source.column + u32::from(onward);
        let is_open = if onward {
            slots.rows.before(target.row, to).is_none_or(|it| it.0 <= source.column)
        } else {
            slots.rows.after(target.row, to).is_none_or(|it| it.0 >= source.column)
        };
        if is_open {
            let first = self.vertical(Run::new(near, (out, into), (entry, out_side)), trunk);
            return Way::Turns { first, detour: None, out: out_side, arrival, into };
        }

        // The route changes column beside the target's row. Within one row it goes above.
        let far = target.column + u32::from(!onward);
        let gutter = if source.row < target.row {
            target.row
        } else {
            target.row + u32::from(source.row > target.row)
        };
        let level = slots.row_key(gutter);
        let beside = |position: i64| if position < level { Side::Before } else { Side::After };
        // Away from the element that they share, lines are one only where they come from, or go to, the same gutter.
        let away = trunk.map(|it| Trunk { gutter: Some(gutter), ..it });
        let (at_first, at_last) = if trunk.is_some_and(|it| it.ends) { (away, trunk) } else { (trunk, away) };
        let first = self.vertical(Run::new(near, (out, into), (level, out_side)), at_first);
        let vertical = self.vertical(Run::new(far, (level, into), (entry, out_side)), at_last);
        let (near, far) = (slots.column_key(near), slots.column_key(far));
        self.horizontal.push(Run::new(gutter, (near, beside(out)), (far, beside(entry))).along(trunk));
        let detour = Detour { horizontal: self.horizontal.len() - 1, vertical };
        Way::Turns { first, detour: Some(detour), out: out_side, arrival, into }
    }

    fn vertical(&mut self, run: Run, trunk: Option<Trunk>) -> usize {
        self.vertical.push(run.along(trunk));
        self.vertical.len() - 1
    }
}

const CLASSES: usize = RouteClass::System as usize + 1;

/// How many lines there are of each meaning; 255 stands for more.
type Counts = [u8; CLASSES];

/// How many lines of one meaning leave and reach each element.
struct Shared {
    leave: Vec<Counts>,
    reach: Vec<Counts>,
}

impl Shared {
    fn new(connectors: &[Wire], links: &[Link], slots: &Slots) -> Self {
        let none = vec![Counts::default(); slots.places.len()];
        let mut shared = Self { leave: none.clone(), reach: none };
        for (wire, link) in connectors.iter().zip(links) {
            let class = RouteClass::new(wire.kind, *link) as usize;
            let leave = &mut shared.leave[slots.element_of[wire.from as usize] as usize][class];
            *leave = leave.saturating_add(1);
            let reach = &mut shared.reach[slots.element_of[wire.to as usize] as usize][class];
            *reach = reach.saturating_add(1);
        }
        shared
    }

    /// The trunk of a line: of those that leave where it does, or of those that go where it goes, whichever are more.
    fn trunk(&self, from: u32, to: u32, class: RouteClass) -> Option<Trunk> {
        let leave = self.leave[from as usize][class as usize];
        let reach = self.reach[to as usize][class as usize];
        let ends = reach > leave;
        let element = if ends { to } else { from };
        (leave.max(reach) > 1).then_some(Trunk { element, ends, class, gutter: None })
    }
}

/// Position of a port of a row; all ports lie well within the least height of a box.
#[allow(clippy::cast_possible_truncation)]
fn port(slots: &Slots, row: u32, below_top: f32) -> i64 {
    slots.row_key(row) + 20 + below_top as i64
}
