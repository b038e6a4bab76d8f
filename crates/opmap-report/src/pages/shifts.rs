//! The seven shifts: the radar on the left, the same numbers in a table beside it.

use opmap_drawing::{Point, RadarAxis, radar, radar_description};

use super::composer::Composer;
use super::grid::mm;
use super::table;
use crate::PartKind;
use crate::outline::Table;

/// How many of the twelve columns the radar gets.
const RADAR_COLUMNS: u8 = 6;

/// Sets both at the current place, and goes on below the longer of them.
pub(super) fn set(composer: &mut Composer<'_>, axes: &[RadarAxis], rows: &Table) {
    let scene = radar(axes, composer.fonts);
    let whole = composer.grid;
    let width = whole.columns(RADAR_COLUMNS);
    let scale = (width / scene.width).min(composer.room() / scene.height);
    let top = composer.y;
    let start = composer.next_mark();
    let page = composer.pages.len();
    composer.page().scene.place(&scene, Point::new(whole.left, top), scale);
    composer.end_part(PartKind::Figure(radar_description(axes)), start);
    composer.grid.left = whole.left + width + mm(6.0);
    table::set(composer, rows);
    composer.grid = whole;
    if composer.pages.len() == page {
        composer.y = composer.y.max(top + scene.height * scale + mm(4.0));
    }
}
