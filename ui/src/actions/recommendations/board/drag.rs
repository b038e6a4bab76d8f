//! Dragging a recommendation to a cell of the board, or off the board.

use leptos::html;
use leptos::prelude::*;
use opmap_drawing::{BOARD_ABOVE, BOARD_BESIDE, Point};
use opmap_model::{Rating, RecommendationId, RecordId};

use super::BoardShown;
use crate::actions::recommendations::key_press::place;
use crate::actions::state::ActionsState;
use crate::dialog::focus;

/// The identity of the picture on the page.
pub(super) const PICTURE: &str = "board-picture";
/// The identity of the tray on the page.
pub(super) const TRAY: &str = "board-tray";

/// How far the pointer moves before it drags, in pixels.
const FAR: f64 = 4.0;

/// What is dragged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::actions::recommendations) struct Drag {
    pub(super) id: RecommendationId,
    /// Where the pointer went down, on the screen.
    pub(super) from: (f64, f64),
    /// Where the pointer is on the board, once it has moved far enough.
    pub(super) now: Option<Point>,
    /// Where it would be dropped.
    pub(super) target: Option<Target>,
}

/// Where something is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// In the cell of an impact and an effort.
    Cell(Rating, Rating),
    /// Among what has no place yet.
    Tray,
}

/// The board as the pointer meets it.
#[derive(Clone, Copy)]
pub(super) struct Surface {
    pub(super) actions: ActionsState,
    pub(super) shown: Memo<BoardShown>,
    pub(super) pane: NodeRef<html::Div>,
}

impl Surface {
    /// A button goes down on a recommendation.
    pub(super) fn press(self, id: RecommendationId, event: &web_sys::PointerEvent) {
        if event.button() != 0 {
            return;
        }
        self.actions.go(RecordId::Recommendation(id));
        let from = screen(event);
        self.actions.recommendations.drag.set(Some(Drag { id, from, now: None, target: None }));
        if let Some(pane) = self.pane.get_untracked() {
            // Without capture the gesture ends at the edge of the board, which is no harm.
            let _ = pane.set_pointer_capture(event.pointer_id());
            focus(&pane);
        }
        event.prevent_default();
    }

    /// The pointer moves.
    pub(super) fn follow(self, event: &web_sys::PointerEvent) {
        let drag = self.actions.recommendations.drag;
        let Some(before) = drag.get_untracked() else { return };
        let (x, y) = screen(event);
        let is_far = before.now.is_some() || (x - before.from.0).hypot(y - before.from.1) >= FAR;
        if is_far {
            let now = self.on_board(x, y);
            drag.set(Some(Drag { now, target: self.target(now, x, y), ..before }));
        }
    }

    /// The button goes up.
    pub(super) fn release(self, event: &web_sys::PointerEvent) {
        self.follow(event);
        let drag = self.actions.recommendations.drag;
        let dropped = drag.get_untracked();
        drag.set(None);
        match dropped.and_then(|it| Some((it.id, it.target?))) {
            Some((id, Target::Cell(impact, effort))) => place(id, Some((impact, effort)), self.actions),
            Some((id, Target::Tray)) => place(id, None, self.actions),
            None => {}
        }
    }

    /// A place of the screen on the board, whose left upper corner is the origin.
    // Pixels of a screen are far below what a float of this size holds.
    #[allow(clippy::cast_possible_truncation)]
    fn on_board(self, x: f64, y: f64) -> Option<Point> {
        let rect = document().get_element_by_id(PICTURE)?.get_bounding_client_rect();
        let scale = self.shown.with_untracked(|it| it.scale);
        let (across, down) = ((x - rect.left()) as f32 / scale, (y - rect.top()) as f32 / scale);
        Some(Point::new(across - BOARD_BESIDE, down - BOARD_ABOVE))
    }

    fn target(self, now: Option<Point>, x: f64, y: f64) -> Option<Target> {
        let cell = now.and_then(|it| self.shown.with_untracked(|shown| shown.layout.ratings_at(it)));
        let in_tray = || {
            let rect = document().get_element_by_id(TRAY)?.get_bounding_client_rect();
            let is_in = rect.left() <= x && x <= rect.right() && rect.top() <= y && y <= rect.bottom();
            is_in.then_some(Target::Tray)
        };
        cell.map(|(impact, effort)| Target::Cell(impact, effort)).or_else(in_tray)
    }
}

fn screen(event: &web_sys::PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}
