//! Which badges stay where they are beside their lines after an edit.
//!
//! Where a badge stands depends on its line, and on what there is where a place for it was sought. If both are as they
//! were, or have moved together, it need not be sought again. An edit changes few lines, though it often moves many.

use super::MapLayout;
use super::axis::Axis;
use super::boxes::StepTrace;
use super::changed::Followed;
use super::list::{GONE, ordinal};
use super::route::Trace;
use super::slots::{Place, Slots};
use super::tiles::Tiles;
use crate::{Point, Rect};

/// What of a former layout holds still.
pub(super) struct Kept<'a> {
    former: &'a MapLayout,
    tiles: Tiles,
    columns: Moved<'a>,
    rows: Moved<'a>,
    /// Whether something in a tile of the map as it is now is not what it was.
    changed: Vec<bool>,
}

/// Where a badge stands, and what was looked at to find that place, if that is known.
pub(super) type Placed = (Rect, Option<Rect>);

impl<'a> Kept<'a> {
    /// What holds still in these slots, columns and rows, after what has become of the boxes, and without the badges of
    /// routes that are gone. Nothing does where cells are folded, since a line of theirs may stand for several.
    #[inline(never)] // As in `badge::place`.
    pub(super) fn new(
        followed: Followed<'a>,
        slots: &Slots,
        [columns, rows]: [&'a Axis; 2],
        boxes: &[StepTrace],
        badges_gone: &[Rect],
    ) -> Option<Self> {
        if boxes.is_empty() || !followed.is_unfolded(slots) {
            return None;
        }
        let former = followed.layout;
        let tiles = Tiles::over(columns.end(), rows.end());
        let across = vec![None; tiles.across() as usize];
        let keys = [&*former.slots.column_keys, &slots.column_keys];
        let columns =
            Moved::new([&former.columns, columns], keys, across, |low, high| tiles.columns(low, high));
        let down = vec![None; tiles.down() as usize];
        let keys = [&*former.slots.row_keys, &slots.row_keys];
        let rows = Moved::new([&former.rows, rows], keys, down, |low, high| tiles.rows(low, high));
        let mut kept = Self { columns, rows, changed: vec![false; tiles.count()], former, tiles };
        kept.compare_boxes(slots, boxes);
        // They no longer stand in the way.
        badges_gone.iter().for_each(|it| kept.change_where_stood(*it));
        Some(kept)
    }

    /// The place of a badge, if it is the one that it had beside its route, of which this has become.
    pub(super) fn badge(&self, former: Rect, trace: &Trace) -> Option<Placed> {
        let by = trace.by?;
        let sought = (*self.former.sought.get(trace.was as usize)?)?.moved(by);
        let (mut columns, mut rows) =
            (self.tiles.columns(sought.x, sought.right()), self.tiles.rows(sought.y, sought.bottom()));
        let holds = columns.all(|it| self.columns.tiles[it as usize] == Some(by.x))
            && rows.all(|it| self.rows.tiles[it as usize] == Some(by.y))
            && self.tiles.all_of(&sought, |it| !self.changed[it]);
        holds.then(|| (former.moved(by), Some(sought)))
    }

    /// Takes in where a badge has been placed anew that had this place before.
    pub(super) fn placed(&mut self, former: Option<Rect>, now: Option<Rect>) {
        let stood = former.and_then(|it| self.place_of_former(it));
        if stood != now {
            stood.into_iter().chain(now).for_each(|it| self.change(it));
        }
    }

    fn change(&mut self, area: Rect) {
        self.tiles.each_of(&area, |it| self.changed[it] = true);
    }

    fn change_where_stood(&mut self, badge: Rect) {
        self.place_of_former(badge).into_iter().for_each(|it| self.change(it));
    }

    /// Where a former badge would stand if nothing had changed. None where there is no such place any more.
    fn place_of_former(&self, badge: Rect) -> Option<Rect> {
        let (column, row) =
            (self.former.columns.nearest(badge.center().x)?, self.former.rows.nearest(badge.center().y)?);
        Some(badge.moved(Point::new(self.columns.by(column)?, self.rows.by(row)?)))
    }

    /// Where a step has come, has gone, or is marked otherwise at its corner, places are free or taken that were not.
    fn compare_boxes(&mut self, slots: &Slots, boxes: &[StepTrace]) {
        let places = &self.former.slots.places;
        let mut stays = vec![false; places.len()];
        let mut changed = Vec::new();
        for (step, place) in boxes.iter().zip(&slots.places) {
            if step.is_marked_alike && self.is_in_its_slot(step.was, *place) {
                stays[step.was as usize] = true;
            } else {
                changed.push(self.slot_area(place.column, place.row));
            }
        }
        let gone = places.iter().zip(stays).filter(|it| !it.1);
        changed.extend(gone.filter_map(|(place, _)| self.place_of_former_slot(*place)));
        changed.into_iter().for_each(|it| self.change(it));
    }

    fn is_in_its_slot(&self, was: u32, place: Place) -> bool {
        self.former.slots.places.get(was as usize).is_some_and(|stood| {
            self.columns.was[place.column as usize] == stood.column
                && self.rows.was[place.row as usize] == stood.row
        })
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
