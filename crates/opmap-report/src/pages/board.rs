//! The board of impact and effort on the left, the ranked list beside it.

use opmap_drawing::{BoardItem, BoardLayout, board_description, board_scene};

use super::beside;
use super::composer::Composer;
use crate::outline::Table;

/// How many of the twelve columns the board gets.
const COLUMNS: u8 = 5;

pub(super) fn set(composer: &mut Composer<'_>, items: &[BoardItem], low: u32, rows: &Table) {
    let places: Vec<_> = items.iter().map(|it| (it.impact, it.effort)).collect();
    let scene = board_scene(items, &BoardLayout::new(&places, low), composer.fonts);
    beside::set(composer, &scene, board_description(items, low), COLUMNS, rows);
}
