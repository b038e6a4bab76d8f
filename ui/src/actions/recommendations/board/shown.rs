//! The board as it is shown: what stands on it, where, and what does not.

use opmap_drawing::{
    BOARD_ABOVE, BOARD_BELOW, BOARD_BESIDE, BoardItem, BoardLayout, Point, WaveSign, board_items,
};
use opmap_model::{Document, RecommendationId, Threshold};

use super::placing::next;
use crate::actions::state::ActionsState;
use crate::keys::Way;

/// The board in a room of some size.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::actions::recommendations) struct BoardShown {
    pub(super) items: Vec<BoardItem>,
    pub(super) layout: BoardLayout,
    /// What has no place, in the order in which they were put.
    pub(super) tray: Vec<RecommendationId>,
    /// How large a pixel of the layout is on the screen; at most 1.
    pub(super) scale: f32,
    /// The highest number that is still low.
    pub(super) low: u32,
}

impl BoardShown {
    // Sizes of a window are far below what a float of this size holds.
    #[allow(clippy::cast_possible_truncation)]
    pub(super) fn of(document: &Document, room: (f64, f64)) -> Self {
        let (width, height) = (room.0 as f32, room.1 as f32);
        let low = document.workshop().thresholds.of(Threshold::LowScore);
        let items = board_items(document);
        let places: Vec<_> = items.iter().map(|it| (it.impact, it.effort)).collect();
        let layout =
            BoardLayout::within(&places, low, width - BOARD_BESIDE - 1.0, height - BOARD_ABOVE - BOARD_BELOW);
        let is_placed = |id: RecommendationId| items.iter().any(|it| it.id == id);
        let put = document.recommendations_in_order().into_iter().map(|it| it.0);
        let tray = put.filter(|it| !is_placed(*it)).collect();
        let mut shown = Self { items, layout, tray, scale: 1.0, low };
        shown.scale = (width / shown.width()).min(height / shown.height()).clamp(0.1, 1.0);
        shown
    }

    /// The board as it is now, where its size does not matter.
    pub(in crate::actions::recommendations) fn now(actions: ActionsState) -> Self {
        actions.editor.peek(|document| Self::of(document, super::ROOM))
    }

    /// Its width with its axes.
    pub(super) fn width(&self) -> f32 {
        BOARD_BESIDE + self.layout.width + 1.0
    }

    /// Its height with its axes.
    pub(super) fn height(&self) -> f32 {
        BOARD_ABOVE + self.layout.height + BOARD_BELOW
    }

    /// What stands on it, and where.
    pub(super) fn places(&self) -> Vec<(RecommendationId, Point)> {
        self.items.iter().zip(&self.layout.circles).map(|(item, at)| (item.id, *at)).collect()
    }

    /// Where one stands.
    pub(super) fn place(&self, id: RecommendationId) -> Option<Point> {
        self.places().into_iter().find(|it| it.0 == id).map(|it| it.1)
    }

    /// The signs that are there.
    pub(super) fn signs(&self) -> Vec<WaveSign> {
        WaveSign::ALL.into_iter().filter(|sign| self.items.iter().any(|it| it.wave == *sign)).collect()
    }

    /// Which one lies next in a direction.
    pub(in crate::actions::recommendations) fn next(
        &self,
        from: Option<RecommendationId>,
        way: Way,
    ) -> Option<RecommendationId> {
        next(&self.places(), &self.tray, from, way)
    }
}
