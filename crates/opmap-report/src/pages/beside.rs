//! A picture on the left, and a table beside it with the same things in words.

use opmap_drawing::{Point, Scene};

use super::composer::Composer;
use super::grid::mm;
use super::table;
use crate::PartKind;
use crate::outline::Table;

/// Sets both at the current place, the picture over so many of the twelve columns, and goes on below the longer of them.
pub(super) fn set(composer: &mut Composer<'_>, scene: &Scene, told: String, columns: u8, rows: &Table) {
    let whole = composer.grid;
    let width = whole.columns(columns);
    let scale = (width / scene.width).min(composer.room() / scene.height);
    let top = composer.y;
    let start = composer.next_mark();
    let page = composer.pages.len();
    composer.page().scene.place(scene, Point::new(whole.left, top), scale);
    composer.end_part(PartKind::Figure(told), start);
    composer.grid.left = whole.left + width + mm(6.0);
    table::set(composer, rows);
    composer.grid = whole;
    if composer.pages.len() == page {
        composer.y = composer.y.max(top + scene.height * scale + mm(4.0));
    }
}
