//! The seven shifts: the radar on the left, the same numbers in a table beside it; bars by weight above their table.

use opmap_analysis::shifts;
use opmap_drawing::{Point, RadarAxis, RadarLines, gap_bars, gap_description, radar, radar_description};
use opmap_model::Document;

use super::beside;
use super::composer::Composer;
use super::grid::mm;
use crate::PartKind;
use crate::outline::Table;

/// How many of the twelve columns the radar gets.
const COLUMNS: u8 = 6;
/// Points for each unit of a picture: its smallest words get 7.6 points.
const SCALE: f32 = 0.66;

pub(super) fn set(composer: &mut Composer<'_>, axes: &[RadarAxis], rows: &Table) {
    let scene = radar(axes, RadarLines::default(), composer.fonts);
    beside::set(composer, &scene, radar_description(axes), COLUMNS, rows);
}

/// Sets the bars by weight at the current place.
pub(super) fn set_gaps(composer: &mut Composer<'_>, document: &Document) {
    let found = shifts(document);
    let scene = gap_bars(&found, composer.fonts);
    // A little less, since what fits exactly may not fit after rounding.
    let scale = SCALE.min(0.999 * composer.grid.content_width() / scene.width);
    composer.ensure(scene.height * scale);
    let start = composer.next_mark();
    let at = Point::new(composer.grid.left, composer.y);
    composer.page().scene.place(&scene, at, scale);
    composer.end_part(PartKind::Figure(gap_description(&found)), start);
    composer.y += scene.height * scale + mm(4.0);
}
