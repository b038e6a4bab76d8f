//! Which tiles of a sheet are needed to see a part of the map.

use std::ops::Range;

use opmap_drawing::Rect;

use super::super::view::{View, point};
use super::stale::Patch;

/// Width and height of a tile in pixels of its canvas.
pub(super) const TILE: u32 = 512;

/// The place of a tile on its sheet: column and row, from the origin of the map.
pub(super) type Place = (i32, i32);

/// The tiles in some neighbouring columns and rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    columns: Range<i32>,
    rows: Range<i32>,
}

impl Span {
    /// The tiles under what is seen of a map, where a unit of the map takes `density` pixels of a canvas.
    pub(super) fn seen(view: View, body: (f64, f64), map: (f32, f32), density: f64) -> Self {
        let per_tile = density / f64::from(TILE);
        let along = |offset: f64, body: f64, map: f32| {
            let seen = tiles(-offset / view.scale * per_tile, (body - offset) / view.scale * per_tile);
            let there = tiles(0.0, f64::from(map) * per_tile);
            seen.start.max(there.start)..seen.end.min(there.end)
        };
        Self { columns: along(view.x, body.0, map.0), rows: along(view.y, body.1, map.1) }
    }

    /// All tiles of a map.
    pub(super) fn whole(map: (f32, f32), density: f64) -> Self {
        let along = |map: f32| tiles(0.0, f64::from(map) * density / f64::from(TILE));
        Self { columns: along(map.0), rows: along(map.1) }
    }

    /// With one more tile on each side, as far as there are some.
    pub(super) fn grown(&self, whole: &Self) -> Self {
        let along = |it: &Range<i32>, whole: &Range<i32>| {
            (it.start - 1).max(whole.start)..(it.end + 1).min(whole.end)
        };
        Self { columns: along(&self.columns, &whole.columns), rows: along(&self.rows, &whole.rows) }
    }

    pub(super) fn contains(&self, (column, row): Place) -> bool {
        self.columns.contains(&column) && self.rows.contains(&row)
    }

    /// Each place, row by row.
    pub(super) fn places(&self) -> impl Iterator<Item = Place> + use<> {
        let columns = self.columns.clone();
        self.rows.clone().flat_map(move |row| columns.clone().map(move |column| (column, row)))
    }
}

/// The tiles from one place to another, in tiles from the origin.
#[allow(clippy::cast_possible_truncation)] // Far from the ends of the numbers.
fn tiles(start: f64, end: f64) -> Range<i32> {
    start.floor() as i32..end.ceil() as i32
}

/// The part of the map that a tile shows.
pub(super) fn area((column, row): Place, density: f64) -> Rect {
    let side = f64::from(TILE) / density;
    let (corner, size) = (point(f64::from(column) * side, f64::from(row) * side), point(side, side));
    Rect::new(corner.x, corner.y, size.x, size.y)
}

/// The part of the map that a patch of a tile shows, and a pixel around it, so that nothing ends on its edge.
pub(super) fn part_of(patch: Patch, (column, row): Place, density: f64) -> Rect {
    let start =
        |number: i32, pixel: u32| (f64::from(number) * f64::from(TILE) + f64::from(pixel) - 1.0) / density;
    let length = |pixels: u32| f64::from(pixels + 2) / density;
    let corner = point(start(column, patch.left), start(row, patch.top));
    let size = point(length(patch.width()), length(patch.height()));
    Rect::new(corner.x, corner.y, size.x, size.y)
}

#[cfg(test)]
mod tests {
    use opmap_drawing::Rect;

    use super::{Span, area};
    use crate::map::view::View;

    const MAP: (f32, f32) = (4_000.0, 1_000.0);

    #[test]
    fn the_tiles_cover_what_is_seen() {
        for scale in [0.1, 0.75, 1.0, 2.5] {
            for density in [scale, scale * 0.6, scale * 2.0] {
                let view = View { x: -700.5 * scale, y: -33.0 * scale, scale };
                let span = Span::seen(view, (1_200.0, 800.0), MAP, density);
                let areas = || span.places().map(|place| area(place, density));
                let (left, top) = (700.5, 33.0);
                let (right, bottom) =
                    ((1_200.0 / scale + left).min(4_000.0), (800.0 / scale + top).min(1_000.0));
                let least =
                    |pick: fn(&Rect) -> f32| areas().map(|it| f64::from(pick(&it))).fold(1e9, f64::min);
                let most =
                    |pick: fn(&Rect) -> f32| areas().map(|it| f64::from(pick(&it))).fold(0.0, f64::max);
                assert!(least(|it| it.x) <= left.min(right) && least(|it| it.y) <= top, "{scale} {density}");
                assert!(
                    most(Rect::right) >= right - 0.01 && most(Rect::bottom) >= bottom - 0.01,
                    "{scale} {density}"
                );
            }
        }
    }

    #[test]
    fn there_are_no_tiles_beside_the_map() {
        let view = View { x: 300.0, y: -200.0, scale: 1.0 };
        let span = Span::seen(view, (9_000.0, 9_000.0), MAP, 1.0);
        assert_eq!(span, Span::whole(MAP, 1.0));
        assert_eq!(span.grown(&Span::whole(MAP, 1.0)), span);
        assert_eq!(span.places().count(), 8 * 2);
    }
}
