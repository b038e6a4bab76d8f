//! Which part of the map is seen, and how large.

use opmap_drawing::{Point, Rect};

/// The place and scale of the map on the screen: a map point lies at `point × scale + offset`, in pixels from the
/// top left corner of the map's body.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct View {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) scale: f64,
}

/// The smallest scale at which the whole of a map is shown, and the largest scale.
const SCALES: (f64, f64) = (0.01, 4.0);

/// How far one zooms out in any case, further only where the whole map needs it.
const SMALL: f64 = 0.2;

impl Default for View {
    fn default() -> Self {
        Self { x: 0.0, y: 0.0, scale: 1.0 }
    }
}

impl View {
    /// The place on the map under a place on the screen.
    pub(crate) fn map_from_screen(self, x: f64, y: f64) -> Point {
        point((x - self.x) / self.scale, (y - self.y) / self.scale)
    }

    /// The place on the screen of a place on the map.
    pub(crate) fn screen_from_map(self, at: Point) -> (f64, f64) {
        (f64::from(at.x) * self.scale + self.x, f64::from(at.y) * self.scale + self.y)
    }

    /// Where the map's corner lies, moved to the nearest pixel of a screen where `pixels` make one of CSS, so that text
    /// is sharp.
    pub(crate) fn corner(self, pixels: f64) -> (f64, f64) {
        let nearest = |it: f64| (it * pixels).round() / pixels;
        (nearest(self.x), nearest(self.y))
    }

    /// The rectangle of the screen that shows a rectangle of the map: left, top, width, height.
    pub(crate) fn screen_rect(self, rect: Rect) -> [f64; 4] {
        let (x, y) = self.screen_from_map(Point::new(rect.x, rect.y));
        [x, y, f64::from(rect.width) * self.scale, f64::from(rect.height) * self.scale]
    }

    /// The same map at another scale, no less than the `smallest`, with the place under (`x`, `y`) staying where it is.
    pub(crate) fn zoomed(self, smallest: f64, factor: f64, (x, y): (f64, f64)) -> Self {
        // A map that has become smaller meanwhile is not enlarged by zooming out.
        let scale = (self.scale * factor).clamp(smallest.min(self.scale), SCALES.1);
        let ratio = scale / self.scale;
        Self { x: x - (x - self.x) * ratio, y: y - (y - self.y) * ratio, scale }
    }

    /// The smallest scale that is of use for a map of `map` size in a body of `body` size.
    pub(crate) fn smallest(map: (f64, f64), body: (f64, f64)) -> f64 {
        Self::fitting(map, body).scale.min(SMALL)
    }

    /// A map of `map` size at another scale, with the place of it that is nearest to (`x`, `y`) staying where it is.
    pub(crate) fn zoomed_on(self, map: (f64, f64), smallest: f64, factor: f64, (x, y): (f64, f64)) -> Self {
        let nearest = |at: f64, start: f64, length: f64| at.clamp(start, start + length * self.scale);
        self.zoomed(smallest, factor, (nearest(x, self.x, map.0), nearest(y, self.y, map.1)))
    }

    /// The map moved by some pixels.
    pub(crate) fn panned(self, dx: f64, dy: f64) -> Self {
        Self { x: self.x + dx, y: self.y + dy, ..self }
    }

    /// The view that shows all of a map of `map` size in a body of `body` size, never larger than 100 %.
    pub(crate) fn fitting(map: (f64, f64), body: (f64, f64)) -> Self {
        let scale = (body.0 / map.0.max(1.0)).min(body.1 / map.1.max(1.0)).clamp(SCALES.0, 1.0);
        Self { x: 0.0, y: 0.0, scale }
    }

    /// The same with nothing of the map under what covers the lower right corner of the body: left, top, width, height.
    pub(crate) fn fitting_beside(map: (f64, f64), body: (f64, f64), cover: [f64; 4]) -> Self {
        let whole = Self::fitting(map, body);
        if map.0 * whole.scale <= cover[0] || map.1 * whole.scale <= cover[1] {
            return whole;
        }
        let (beside, above) =
            (Self::fitting(map, (cover[0], body.1)), Self::fitting(map, (body.0, cover[1])));
        if beside.scale > above.scale { beside } else { above }
    }

    /// The view in which a map is first shown: as wide as the body where titles can be read at that scale.
    pub(crate) fn opening(map: (f64, f64), body: (f64, f64)) -> Self {
        Self { scale: (body.0 / map.0.max(1.0)).clamp(0.75, 1.0), ..Self::default() }
    }

    /// Kept so that the map does not leave the body: a map smaller than the body stays at its top left corner.
    pub(crate) fn kept_in(self, map: (f64, f64), body: (f64, f64)) -> Self {
        self.kept_from(Self { x: 0.0, y: 0.0, ..self }, map, body)
    }

    /// The same coming from another view at this scale, which may have left the body: zooming keeps the place under the
    /// pointer. From there it only comes back.
    pub(crate) fn kept_from(self, before: Self, map: (f64, f64), body: (f64, f64)) -> Self {
        // Some room behind the last stage and lane, to drop things on.
        let slack = 160.0;
        let keep = |offset: f64, before: f64, map: f64, body: f64| {
            let least = (body - map * self.scale - slack).min(0.0);
            offset.clamp(least.min(before), before.max(0.0))
        };
        Self { x: keep(self.x, before.x, map.0, body.0), y: keep(self.y, before.y, map.1, body.1), ..self }
    }

    /// Moved as little as needed so that `rect` of the map is seen.
    pub(crate) fn revealing(self, rect: Rect, body: (f64, f64)) -> Self {
        let margin = 24.0;
        let [x, y, width, height] = self.screen_rect(rect);
        let shift = |start: f64, length: f64, body: f64| {
            if start < margin {
                margin - start
            } else if start + length > body - margin {
                (body - margin - start - length).max(margin - start)
            } else {
                0.0
            }
        };
        self.panned(shift(x, width, body.0), shift(y, height, body.1))
    }

    /// Moved up or to the left, whichever is less and does not take it out of view, so that `rect` of the map is not under
    /// what covers that part of the body: left, top, width, height.
    pub(crate) fn uncovering(self, rect: Rect, cover: [f64; 4]) -> Self {
        let margin = 12.0;
        let [x, y, width, height] = self.screen_rect(rect);
        let (over, beside) = (y + height + margin - cover[1], x + width + margin - cover[0]);
        let is_past = x >= cover[0] + cover[2] || y >= cover[1] + cover[3];
        if over <= 0.0 || beside <= 0.0 || is_past {
            self
        } else if x < beside || over < beside && over <= y {
            self.panned(0.0, -over)
        } else {
            self.panned(-beside, 0.0)
        }
    }

    /// What is seen and about one view more on each side, in steps of half a view, so that it stays the same over small
    /// movements.
    pub(crate) fn surroundings(self, body: (f64, f64)) -> Rect {
        let along = |offset: f64, body: f64| {
            let tile = (body / self.scale / 2.0).max(1.0);
            let first = (-offset / self.scale / tile).floor() - 1.0;
            let last = ((body - offset) / self.scale / tile).ceil() + 1.0;
            (first * tile, (last - first) * tile)
        };
        let ((x, width), (y, height)) = (along(self.x, body.0), along(self.y, body.1));
        let corner = point(x, y);
        let size = point(width, height);
        Rect::new(corner.x, corner.y, size.x, size.y)
    }

    /// The part of the map that is seen.
    pub(crate) fn seen(self, body: (f64, f64)) -> Rect {
        let (from, to) = (self.map_from_screen(0.0, 0.0), self.map_from_screen(body.0, body.1));
        Rect::new(from.x, from.y, to.x - from.x, to.y - from.y)
    }
}

/// Screen arithmetic is done in 64 bits; the map itself is drawn in 32.
#[allow(clippy::cast_possible_truncation)]
pub(crate) fn point(x: f64, y: f64) -> Point {
    Point::new(x as f32, y as f32)
}

#[cfg(test)]
mod tests {
    use opmap_drawing::{Point, Rect};

    use super::View;

    #[test]
    fn zooming_keeps_the_place_under_the_pointer() {
        let view = View { x: -130.0, y: 40.0, scale: 0.8 };
        let before = view.map_from_screen(200.0, 150.0);
        for factor in [0.5, 1.2, 3.0, 100.0, 0.001] {
            let zoomed = view.zoomed(0.05, factor, (200.0, 150.0));
            let after = zoomed.map_from_screen(200.0, 150.0);
            assert!((before.x - after.x).abs() < 0.01 && (before.y - after.y).abs() < 0.01, "{factor}");
            assert!((0.05..=4.0).contains(&zoomed.scale));
        }
    }

    #[test]
    fn zooming_out_ends_where_the_whole_map_is_seen() {
        let body = (1_000.0, 600.0);
        assert_eq!(View::smallest((900.0, 500.0), body), 0.2, "a small map may still be made smaller");
        assert_eq!(View::smallest((50_000.0, 3_000.0), body), 0.02);
        let far = View { scale: 0.1, ..View::default() };
        assert_eq!(far.zoomed(0.2, 0.5, (0.0, 0.0)).scale, 0.1, "it does not come nearer by itself");
        assert_eq!(far.zoomed(0.2, 1.5, (0.0, 0.0)).scale, 0.1 * 1.5);
    }

    #[test]
    fn zooming_beside_the_map_keeps_its_edge() {
        let (view, map) = (View { x: -100.0, y: 0.0, scale: 1.0 }, (600.0, 300.0));
        let zoomed = view.zoomed_on(map, 0.2, 4.0, (900.0, 100.0));
        assert_eq!(zoomed, view.zoomed(0.2, 4.0, (500.0, 100.0)));
        assert_eq!(view.zoomed_on(map, 0.2, 0.5, (200.0, 100.0)), view.zoomed(0.2, 0.5, (200.0, 100.0)));
    }

    #[test]
    fn what_zooming_has_moved_out_only_comes_back() {
        let (map, body) = ((2_000.0, 1_000.0), (1_000.0, 600.0));
        let out = View { x: 80.0, y: -700.0, scale: 1.0 };
        let x = |dx| out.panned(dx, 0.0).kept_from(out, map, body).x;
        assert_eq!((x(30.0), x(-30.0), x(-200.0), x(-5_000.0)), (80.0, 50.0, -120.0, -1_160.0));
        let y = |dy| out.panned(0.0, dy).kept_from(out, map, body).y;
        assert_eq!((y(-30.0), y(30.0), y(5_000.0)), (-700.0, -670.0, 0.0));
        assert_eq!(out.kept_in(map, body), View { x: 0.0, y: -560.0, scale: 1.0 });
    }

    #[test]
    fn nothing_that_fits_lies_under_the_small_map() {
        let (body, cover) = ((1_000.0, 600.0), [780.0, 460.0, 200.0, 130.0]);
        let shown = |map: (f64, f64)| {
            let scale = View::fitting_beside(map, body, cover).scale;
            (map.0 * scale, map.1 * scale)
        };
        for map in [(3_000.0, 800.0), (800.0, 3_000.0), (3_000.0, 1_800.0), (900.0, 500.0), (100.0, 100.0)] {
            let (width, height) = shown(map);
            assert!(width <= cover[0] + 0.01 || height <= cover[1] + 0.01, "{map:?}: {width} × {height}");
        }
        assert_eq!(shown((3_000.0, 800.0)).0, 1_000.0, "a flat map is above it anyway");
        assert_eq!(shown((1_000.0, 600.0)).0, 780.0, "beside it, where more is seen");
    }

    #[test]
    fn fitting_shows_everything() {
        let view = View::fitting((3_000.0, 800.0), (1_000.0, 600.0));
        let (right, bottom) = view.screen_from_map(Point::new(3_000.0, 800.0));
        assert!(right <= 1_000.01 && bottom <= 600.01);
        assert_eq!(View::fitting((10.0, 10.0), (1_000.0, 600.0)).scale, 1.0, "small maps are not blown up");
    }

    #[test]
    fn revealing_moves_only_when_needed() {
        let (view, body) = (View::default(), (500.0, 400.0));
        assert_eq!(view.revealing(Rect::new(100.0, 100.0, 50.0, 50.0), body), view);
        let moved = view.revealing(Rect::new(900.0, 100.0, 50.0, 50.0), body);
        assert_eq!((moved.x, moved.y), (-474.0, 0.0));
    }

    #[test]
    fn what_is_covered_comes_out_by_the_shorter_way() {
        let (view, cover) = (View::default(), [300.0, 250.0, 200.0, 150.0]);
        let after = |x, y| {
            let moved = view.uncovering(Rect::new(x, y, 80.0, 40.0), cover);
            (moved.x, moved.y)
        };
        assert_eq!(after(100.0, 300.0), (0.0, 0.0), "beside it");
        assert_eq!(after(400.0, 240.0), (0.0, -42.0));
        assert_eq!(after(240.0, 340.0), (-32.0, 0.0));
        assert_eq!(after(510.0, 300.0), (0.0, 0.0), "past it");
        let wide = view.uncovering(Rect::new(20.0, 320.0, 360.0, 40.0), cover);
        assert_eq!((wide.x, wide.y), (0.0, -122.0), "to the left it would leave the body");
        let high = view.uncovering(Rect::new(220.0, 20.0, 160.0, 240.0), cover);
        assert_eq!((high.x, high.y), (-92.0, 0.0), "so would it upwards");
    }

    #[test]
    fn small_movements_have_the_same_surroundings() {
        let body = (1_000.0, 600.0);
        let view = View { x: -1_210.0, y: -50.0, scale: 1.0 };
        let around = view.surroundings(body);
        assert_eq!(view.panned(30.0, -20.0).surroundings(body), around);
        assert!(around.x <= 1_210.0 && around.right() >= 2_210.0, "what is seen is in it");
    }

    #[test]
    fn what_is_seen_fills_the_body() {
        let (view, body) = (View { x: -120.0, y: 40.0, scale: 0.5 }, (1_000.0, 600.0));
        let seen = view.seen(body);
        assert_eq!((seen.x, seen.y, seen.width, seen.height), (240.0, -80.0, 2_000.0, 1_200.0));
    }
}
