//! The roadmap as bars, over the whole width, in parts that each fit what is left of a page.

use opmap_drawing::{Gantt, GanttLayout, Point, gantt_description, gantt_scene};

use super::composer::Composer;
use super::grid::mm;
use crate::PartKind;

/// Sets all bars, as many on a page as there is room for.
pub(super) fn set(composer: &mut Composer<'_>, gantt: &Gantt) {
    let all = gantt.bars().count();
    let mut from = 0;
    while from < all {
        let (part, layout) = fitting(composer, gantt, from, all - from).unwrap_or_else(|| {
            composer.continue_section();
            fitting(composer, gantt, from, all - from).unwrap_or_else(|| laid_out(composer, gantt, from, 1))
        });
        from += part.bars().count();
        let scene = gantt_scene(&part, &layout, composer.fonts);
        let scale = scale(composer, &layout);
        let start = composer.next_mark();
        let at = Point::new(composer.grid.left, composer.y);
        composer.page().scene.place(&scene, at, scale);
        composer.end_part(PartKind::Figure(gantt_description(&part)), start);
        composer.y += scene.height * scale + mm(4.0);
    }
}

/// The most bars that fit below the current place; none where not one does.
fn fitting(composer: &Composer<'_>, gantt: &Gantt, from: usize, left: usize) -> Option<(Gantt, GanttLayout)> {
    let fits =
        |(_, layout): &(Gantt, GanttLayout)| layout.height * scale(composer, layout) <= composer.room();
    (1..=left).map(|count| laid_out(composer, gantt, from, count)).take_while(fits).last()
}

fn laid_out(composer: &Composer<'_>, gantt: &Gantt, from: usize, count: usize) -> (Gantt, GanttLayout) {
    let part = gantt.part(from, count);
    let layout = GanttLayout::new(&part, composer.fonts);
    (part, layout)
}

fn scale(composer: &Composer<'_>, layout: &GanttLayout) -> f32 {
    composer.grid.content_width() / (layout.width + 1.0)
}
