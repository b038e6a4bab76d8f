//! Which badges stay where they are beside their lines after an edit.
//!
//! Where a badge stands depends on its line, and on what there is where a place for it was sought. If both are as they
//! were, or have moved together, it need not be sought again. An edit changes few lines, though it often moves many.

use super::axis::Axis;
use super::changed::Drawn;
use super::list::{GONE, ordinal};
use super::slots::{Place, Slots};
use super::tiles::Tiles;
use super::{MapLayout, Route, StepBox};
use crate::{Point, Rect};

/// What of a former layout holds still.
pub(super) struct Kept<'a> {
    former: &'a MapLayout,
    drawn: &'a Drawn,
    tiles: Tiles,
    columns: Moved<'a>,
    rows: Moved<'a>,
    /// Whether something in a tile of the map as it is now is not what it was.
    changed: Vec<bool>,
}

/// Where a badge stands, and what was looked at to find that place, if that is known.
pub(super) type Placed = (Rect, Option<Rect>);

impl<'a> Kept<'a> {
    /// What holds still in these slots, columns and rows, with these boxes. Nothing does where cells are folded, since a
    /// line of theirs may stand for several.
    #[inline(never)] // As in `badge::place`.
    pub(super) fn new(
        former: &'a MapLayout,
        drawn: &'a Drawn,
        slots: &Slots,
        [columns, rows]: [&'a Axis; 2],
        boxes: &[StepBox],
    ) -> Option<Self> {
        if boxes.is_empty() || !former.slots.folded.is_empty() || !slots.folded.is_empty() {
            return None;
        }
        let tiles = Tiles::over(columns.end(), rows.end());
        let across = vec![None; tiles.across() as usize];
        let keys = [&*former.slots.column_keys, &slots.column_keys];
        let columns =
            Moved::new([&former.columns, columns], keys, across, |low, high| tiles.columns(low, high));
        let down = vec![None; tiles.down() as usize];
        let keys = [&*former.slots.row_keys, &slots.row_keys];
        let rows = Moved::new([&former.rows, rows], keys, down, |low, high| tiles.rows(low, high));
        let mut kept = Self { columns, rows, changed: vec![false; tiles.count()], former, drawn, tiles };
        kept.compare_boxes(slots, boxes);
        kept.compare_routes();
        Some(kept)
    }

    /// The place of the badge of a route, if it is the one that it had.
    pub(super) fn badge(
        &self,
        at: usize,
        route: &Route,
        rework: bool,
        owner_missing: bool,
    ) -> Option<Placed> {
        let was = self.drawn.routes[at];
        if was == GONE {
            return None;
        }
        let former = &self.former.routes[was as usize];
        let badge = former.badge.filter(|it| (it.rework, it.owner_missing) == (rework, owner_missing))?;
        let by = moved_by(&former.points, &route.points)?;
        let sought = moved(self.former.sought[was as usize]?, by);
        let (mut columns, mut rows) =
            (self.tiles.columns(sought.x, sought.right()), self.tiles.rows(sought.y, sought.bottom()));
        let holds = columns.all(|it| self.columns.tiles[it as usize] == Some(by.x))
            && rows.all(|it| self.rows.tiles[it as usize] == Some(by.y))
            && self.tiles.of(&sought).all(|it| !self.changed[it]);
        holds.then(|| (moved(badge.rect, by), Some(sought)))
    }

    /// Takes in where the badge of a route has been placed anew.
    pub(super) fn placed(&mut self, at: usize, rect: Option<Rect>) {
        let was = self.drawn.routes[at];
        let stood = (was != GONE).then(|| self.place_of_former_badge(was as usize)).flatten();
        if stood != rect {
            stood.into_iter().chain(rect).for_each(|it| self.change(it));
        }
    }

    fn change(&mut self, area: Rect) {
        self.tiles.of(&area).for_each(|it| self.changed[it] = true);
    }

    /// Where a former badge would stand if nothing had changed. None where there is no such place any more.
    fn place_of_former_badge(&self, route: usize) -> Option<Rect> {
        let rect = self.former.routes[route].badge?.rect;
        let (column, row) =
            (self.former.columns.nearest(rect.center().x)?, self.former.rows.nearest(rect.center().y)?);
        Some(moved(rect, Point::new(self.columns.by(column)?, self.rows.by(row)?)))
    }

    /// Where a step has come, has gone, or is marked otherwise at its corner, places are free or taken that were not.
    fn compare_boxes(&mut self, slots: &Slots, boxes: &[StepBox]) {
        let mut stays = vec![false; self.former.boxes.len()];
        let mut changed = Vec::new();
        for ((was, step), place) in self.drawn.boxes.iter().zip(boxes).zip(&slots.places) {
            if self.is_as_it_was(*was, step, *place) {
                stays[*was as usize] = true;
            } else {
                changed.push(self.slot_area(place.column, place.row));
            }
        }
        let gone = self.former.slots.places.iter().zip(stays).filter(|it| !it.1);
        changed.extend(gone.filter_map(|(place, _)| self.place_of_former_slot(*place)));
        changed.into_iter().for_each(|it| self.change(it));
    }

    fn is_as_it_was(&self, was: u32, step: &StepBox, place: Place) -> bool {
        was != GONE && {
            let (former, stood) = (&self.former.boxes[was as usize], self.former.slots.places[was as usize]);
            self.columns.was[place.column as usize] == stood.column
                && self.rows.was[place.row as usize] == stood.row
                && (former.moment_of_truth, former.fail_point) == (step.moment_of_truth, step.fail_point)
        }
    }

    fn place_of_former_slot(&self, place: Place) -> Option<Rect> {
        let (column, row) = (self.columns.now[place.column as usize], self.rows.now[place.row as usize]);
        (column != GONE && row != GONE).then(|| self.slot_area(column, row))
    }

    /// A slot with the channels around it.
    fn slot_area(&self, column: u32, row: u32) -> Rect {
        let (x, right) = (self.columns.axes[1].channel(column).0, self.columns.axes[1].channel(column + 1).1);
        let (y, bottom) = (self.rows.axes[1].channel(row).0, self.rows.axes[1].channel(row + 1).1);
        Rect::new(x, y, right - x, bottom - y)
    }

    /// Badges of lines that are gone no longer stand in the way.
    fn compare_routes(&mut self) {
        let mut still_drawn = vec![false; self.former.routes.len()];
        for was in self.drawn.routes.iter().filter(|it| **it != GONE) {
            still_drawn[*was as usize] = true;
        }
        for (route, _) in still_drawn.iter().enumerate().filter(|it| !it.1) {
            self.place_of_former_badge(route).into_iter().for_each(|it| self.change(it));
        }
    }
}

/// How far slots and tiles have moved in one direction.
struct Moved<'a> {
    /// As it was, and as it is.
    axes: [&'a Axis; 2],
    /// Which slot each slot was, and which each former slot is now; [`GONE`] where there is none.
    was: Vec<u32>,
    now: Vec<u32>,
    /// How far all in a tile has moved, none where not all of it was there or has moved alike.
    tiles: Vec<Option<f32>>,
}

impl<'a> Moved<'a> {
    /// Takes the numbers of the slots in ascending order, with one behind the last.
    fn new<T: Iterator<Item = u32>>(
        axes: [&'a Axis; 2],
        keys: [&[i64]; 2],
        mut tiles: Vec<Option<f32>>,
        touched: impl Fn(f32, f32) -> T,
    ) -> Self {
        // Behind the last slot there is only a channel.
        let [keys_before, keys_now] = keys.map(|it| &it[..it.len().saturating_sub(1)]);
        let (mut was, mut now) = (vec![GONE; keys_now.len()], vec![GONE; keys_before.len()]);
        for (slot, key) in keys_before.iter().enumerate() {
            if let Ok(stands) = keys_now.binary_search(key) {
                (now[slot], was[stands]) = (ordinal(stands), ordinal(slot));
            }
        }
        let mut add = |(low, high): (f32, f32), moved: Option<f32>| {
            // What is no number is equal to none, so that it stays.
            let moved = moved.unwrap_or(f32::NAN);
            for tile in touched(low, high) {
                let tile = &mut tiles[tile as usize];
                *tile = Some(tile.map_or(moved, |it| if it == moved { it } else { f32::NAN }));
            }
        };
        let same = |(low, high): (f32, f32), (now_low, now_high): (f32, f32)| {
            (high - low == now_high - now_low).then_some(now_low - low)
        };
        let [before, after] = axes;
        for slot in 0..ordinal(was.len()) {
            let former = was[slot as usize];
            let extent = after.slot(slot);
            add(extent, if former == GONE { None } else { same(before.slot(former), extent) });
        }
        for channel in 0..=was.len() {
            let behind = channel.checked_sub(1).map_or(Some(0), |it| was[it].checked_add(1));
            let ahead = was.get(channel).copied().unwrap_or(ordinal(now.len()));
            let former = behind.filter(|it| *it == ahead);
            let extent = after.channel(ordinal(channel));
            add(extent, former.and_then(|it| same(before.channel(it), extent)));
        }
        let tiles = tiles.into_iter().map(|it| it.filter(|by| !by.is_nan())).collect();
        Self { axes, was, now, tiles }
    }

    /// How far a former slot has moved, if it is there still.
    fn by(&self, former: u32) -> Option<f32> {
        let [before, after] = self.axes;
        let now = self.now[former as usize];
        (now != GONE).then(|| after.start(now) - before.start(former))
    }
}

/// How far the one is from the other, if all of its corners are equally far.
fn moved_by(before: &[Point], now: &[Point]) -> Option<Point> {
    let by = |a: &Point, b: &Point| Point::new(b.x - a.x, b.y - a.y);
    let first = by(before.first()?, now.first()?);
    (before.len() == now.len() && before.iter().zip(now).all(|(a, b)| by(a, b) == first)).then_some(first)
}

fn moved(rect: Rect, by: Point) -> Rect {
    Rect { x: rect.x + by.x, y: rect.y + by.y, ..rect }
}
