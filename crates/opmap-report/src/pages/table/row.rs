//! The rows of a table, broken into lines, and how much of them is on pages.

use opmap_drawing::Scene;
use opmap_model::Letter;

use super::super::grid::Style;
use super::super::letters;
use crate::outline::{Reference, Sign};

/// A row broken into lines.
pub(super) struct SetRow<'t> {
    /// The name of the place where it begins; none once that is marked.
    pub(super) anchor: Option<&'t str>,
    /// Room above and below its cells.
    pub(super) padding: f32,
    pub(super) cells: Vec<SetCell<'t>>,
}

/// What stands in front of the words of a cell.
#[derive(Clone, Copy)]
pub(super) enum CellSign {
    Told(Sign),
    /// A box to tick.
    Tick,
}

/// A cell broken into lines.
pub(super) struct SetCell<'t> {
    pub(super) style: Style,
    pub(super) sign: Option<CellSign>,
    pub(super) page_of: Option<&'t str>,
    /// A letter with its shape, and whether it is that of the lane; none once it is on a page.
    pub(super) letter: Option<(Letter, bool)>,
    /// The codes of each line, where they are links.
    pub(super) codes: Vec<&'t [Reference]>,
    pub(super) lines: Vec<String>,
    /// A drawing instead of words, with its scale; none once it is on a page.
    pub(super) drawing: Option<(Scene, f32)>,
    /// How far the lines stand lower than their leading has it, so that all cells share one baseline.
    pub(super) drop: f32,
    /// How many of the lines are on pages already.
    pub(super) done: usize,
}

impl SetCell<'_> {
    fn height(&self) -> f32 {
        let drawn = self.drawing.as_ref().map_or(0.0, |(scene, scale)| scene.height * scale);
        let told = self.lines[self.done..].iter().map(|_| self.style.leading).sum::<f32>();
        let shaped = self.letter.map_or(0.0, |_| letters::SIDE);
        drawn.max(shaped).max(self.drop + told)
    }
}

impl SetRow<'_> {
    /// Of what is not on a page yet.
    pub(super) fn height(&self) -> f32 {
        self.cells.iter().map(SetCell::height).fold(0.0, f32::max) + 2.0 * self.padding
    }

    /// Whether all of it is on pages.
    pub(super) fn is_done(&self) -> bool {
        self.cells
            .iter()
            .all(|cell| cell.drawing.is_none() && cell.letter.is_none() && cell.done == cell.lines.len())
    }
}
