//! The pictures of what is to be done: the board of impact and effort, and the roadmap.

use opmap_drawing::{Fonts, GanttLayout, board_items, board_layout, board_scene, gantt, gantt_scene, svg};
use opmap_model::Document;

use crate::failure::Failure;

/// Where recommendations stand by impact and effort.
pub(super) fn board(document: &Document) -> Result<String, Failure> {
    let items = board_items(document);
    if items.is_empty() {
        return Err(Failure::Usage("No recommendation has an impact and an effort.".to_owned()));
    }
    Ok(svg(&board_scene(&items, &board_layout(document, &items), Fonts::shipped())))
}

/// When recommendations are to be done.
pub(super) fn roadmap(document: &Document) -> Result<String, Failure> {
    let found = gantt(document);
    if found.streams.is_empty() {
        return Err(Failure::Usage("No recommendation stands in a wave.".to_owned()));
    }
    let layout = GanttLayout::new(&found, Fonts::shipped());
    Ok(svg(&gantt_scene(&found, &layout, Fonts::shipped())))
}
