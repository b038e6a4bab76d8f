//! The seven shifts: the radar on the left, the same numbers in a table beside it; bars by weight and what each
//! perspective answered, above their tables.

use opmap_analysis::shifts;
use opmap_drawing::{
    Point, RadarAxis, RadarLines, Scene, gap_bars, gap_description, group_description, group_table, radar,
    radar_description,
};
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
    set_picture(composer, &gap_bars(&found, composer.fonts), gap_description(&found));
}

/// Sets what each perspective answered at the current place.
pub(super) fn set_groups(composer: &mut Composer<'_>, document: &Document) {
    let found = shifts(document);
    set_picture(composer, &group_table(&found, composer.fonts), group_description(&found));
}

fn set_picture(composer: &mut Composer<'_>, scene: &Scene, words: String) {
    // A little less, since what fits exactly may not fit after rounding.
    let scale = SCALE.min(0.999 * composer.grid.content_width() / scene.width);
    composer.ensure(scene.height * scale);
    let start = composer.next_mark();
    let at = Point::new(composer.grid.left, composer.y);
    composer.page().scene.place(scene, at, scale);
    composer.end_part(PartKind::Figure(words), start);
    composer.y += scene.height * scale + mm(4.0);
}
