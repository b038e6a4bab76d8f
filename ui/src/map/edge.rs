//! Near its edge the map scrolls while something is dragged, so that a drag reaches what is not in view.

use leptos::prelude::*;

use super::camera::kept;
use super::gesture::Gesture;
use super::pointer::Surface;

/// How near to the edge it begins, in pixels.
const MARGIN: f64 = 36.0;
/// How far it goes in one frame at the edge itself, in pixels.
const SPEED: f64 = 14.0;

/// Watches the pointer from now on, frame by frame, until the gesture ends.
pub(super) fn scroll_while_dragging(surface: Surface) {
    request_animation_frame(move || scroll(surface));
}

fn scroll(surface: Surface) {
    let Surface { map_state, geometry, .. } = surface;
    // The station may be gone by the next frame.
    let Some(gesture) = map_state.gesture.try_get_untracked() else { return };
    let (along_stages, along_lanes) = match gesture {
        Gesture::Drag(_) | Gesture::Box { .. } | Gesture::Wire { .. } | Gesture::Aim { .. } => (true, true),
        Gesture::Stage(_) => (true, false),
        Gesture::Lane(_) => (false, true),
        Gesture::None | Gesture::Pan { .. } | Gesture::Press { .. } => return,
    };
    let layout = geometry.try_get_untracked().flatten();
    if let (Some(now), Some(layout)) = (gesture.reach(), layout) {
        let (view, body) = (map_state.view.get_untracked(), map_state.body.get_untracked());
        let (x, y) = view.screen_from_map(now);
        let right = if along_stages { push(x, body.0) } else { 0.0 };
        let down = if along_lanes { push(y, body.1) } else { 0.0 };
        let moved = kept(view.panned(right, down), &layout, map_state);
        if moved != view {
            map_state.view.set(moved);
            surface.follow(x, y);
        }
    }
    scroll_while_dragging(surface);
}

/// How far the map moves when the pointer is at `at` of `size` pixels: to the right and down is positive.
fn push(at: f64, size: f64) -> f64 {
    let into = |depth: f64| (depth / MARGIN).clamp(0.0, 1.0) * SPEED;
    into(MARGIN - at) - into(at - (size - MARGIN))
}

#[cfg(test)]
mod tests {
    use super::{MARGIN, SPEED, push};

    #[test]
    fn the_map_moves_away_from_the_edge_that_the_pointer_is_near() {
        assert_eq!(push(300.0, 600.0), 0.0);
        assert_eq!(push(MARGIN, 600.0), 0.0);
        assert_eq!(push(0.0, 600.0), SPEED, "at the left edge what is left of it comes into view");
        assert_eq!(push(-50.0, 600.0), SPEED);
        assert_eq!(push(600.0, 600.0), -SPEED);
        assert!(push(590.0, 600.0) < 0.0);
    }
}
