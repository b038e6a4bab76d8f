//! The body of a map in square tiles, by which what lies near a place is found.

use std::ops::RangeInclusive;

use super::list::{GONE, ordinal};
use crate::Rect;

/// Tiles that cover a body.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tiles {
    side: f32,
    across: u32,
    down: u32,
}

/// The most tiles, which bounds the memory for very large maps.
const MOST: f32 = 1_000_000.0;

/// Least side of a tile.
const SIDE: f32 = 128.0;

impl Tiles {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub(super) fn over(width: f32, height: f32) -> Self {
        let side = (width * height / MOST).sqrt().max(SIDE);
        Self { side, across: (width / side) as u32 + 1, down: (height / side) as u32 + 1 }
    }

    pub(super) fn across(&self) -> u32 {
        self.across
    }

    pub(super) fn down(&self) -> u32 {
        self.down
    }

    pub(super) fn count(&self) -> usize {
        self.across as usize * self.down as usize
    }

    /// The columns of tiles that an extent touches.
    pub(super) fn columns(&self, left: f32, right: f32) -> RangeInclusive<u32> {
        self.at(left, self.across)..=self.at(right, self.across)
    }

    /// The rows of tiles that an extent touches.
    pub(super) fn rows(&self, top: f32, bottom: f32) -> RangeInclusive<u32> {
        self.at(top, self.down)..=self.at(bottom, self.down)
    }

    /// Whether all tiles that a rectangle touches are such; no more is asked once one is not.
    pub(super) fn all_of(&self, rect: &Rect, mut is_such: impl FnMut(usize) -> bool) -> bool {
        let columns = self.columns(rect.x, rect.right());
        let mut rows = self.rows(rect.y, rect.bottom());
        rows.all(|row| columns.clone().all(|column| is_such((row * self.across + column) as usize)))
    }

    /// Does something with each tile that a rectangle touches.
    pub(super) fn each_of(&self, rect: &Rect, mut action: impl FnMut(usize)) {
        self.all_of(rect, |tile| {
            action(tile);
            true
        });
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn at(&self, place: f32, count: u32) -> u32 {
        // Below 0 a number becomes 0.
        ((place / self.side) as u32).min(count - 1)
    }
}

/// Rectangles, found by the tiles that they touch.
pub(super) struct Taken {
    tiles: Tiles,
    /// The last entry of each tile.
    last: Vec<u32>,
    /// A rectangle, and the entry before it of the same tile.
    entries: Vec<(Rect, u32)>,
}

impl Taken {
    pub(super) fn new(tiles: Tiles) -> Self {
        Self { tiles, last: vec![GONE; tiles.count()], entries: Vec::new() }
    }

    pub(super) fn is_free(&self, rect: &Rect) -> bool {
        self.tiles.all_of(rect, |tile| {
            let mut entry = self.last[tile];
            while entry != GONE {
                let (other, before) = self.entries[entry as usize];
                if other.overlaps(rect) {
                    return false;
                }
                entry = before;
            }
            true
        })
    }

    pub(super) fn push(&mut self, rect: Rect) {
        self.tiles.each_of(&rect, |tile| {
            self.entries.push((rect, self.last[tile]));
            self.last[tile] = ordinal(self.entries.len() - 1);
        });
    }
}
