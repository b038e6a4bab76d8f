//! Where a tile has to be painted again.

use opmap_drawing::Rect;

use super::tiles::TILE;

/// A rectangle of whole pixels of a tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Patch {
    pub(super) left: u32,
    pub(super) top: u32,
    pub(super) right: u32,
    pub(super) bottom: u32,
}

/// The patches of a tile that do not show what they should. They do not overlap.
#[derive(Debug)]
pub(super) struct Stale(Vec<Patch>);

impl Patch {
    /// All of a tile.
    pub(super) const WHOLE: Self = Self { left: 0, top: 0, right: TILE, bottom: TILE };

    /// The pixels of the tile that shows the part `tile` of the map which something in `area` can colour; none if there
    /// are none.
    pub(super) fn of(area: Rect, tile: Rect) -> Option<Self> {
        let pixels = f64::from(TILE);
        // A pixel is coloured by what is on its edge.
        let start = |at: f32, from: f32, side: f32| {
            (f64::from(at - from) / f64::from(side) * pixels - 1.0).floor().clamp(0.0, pixels)
        };
        let end = |at: f32, from: f32, side: f32| {
            (f64::from(at - from) / f64::from(side) * pixels + 1.0).ceil().clamp(0.0, pixels)
        };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // They are on the tile.
        let patch = Self {
            left: start(area.x, tile.x, tile.width) as u32,
            top: start(area.y, tile.y, tile.height) as u32,
            right: end(area.right(), tile.x, tile.width) as u32,
            bottom: end(area.bottom(), tile.y, tile.height) as u32,
        };
        (patch.left < patch.right && patch.top < patch.bottom).then_some(patch)
    }

    pub(super) fn width(self) -> u32 {
        self.right - self.left
    }

    pub(super) fn height(self) -> u32 {
        self.bottom - self.top
    }

    fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn covering(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// What it has in common with one that it overlaps.
    fn shared(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    /// What is left of it above, below and beside a `part` of it.
    fn without(self, part: Self) -> impl Iterator<Item = Self> {
        let above = Self { bottom: part.top, ..self };
        let below = Self { top: part.bottom, ..self };
        let beside = Self { top: part.top, bottom: part.bottom, ..self };
        let (before, after) = (Self { right: part.left, ..beside }, Self { left: part.right, ..beside });
        [above, below, before, after].into_iter().filter(|it| it.left < it.right && it.top < it.bottom)
    }
}

impl Stale {
    /// More than these are one around all of them: each is painted on its own.
    const MOST: usize = 6;

    /// A tile on which nothing is right.
    pub(super) fn whole() -> Self {
        Self(vec![Patch::WHOLE])
    }

    /// The same, quarter by quarter.
    pub(super) fn in_quarters() -> Self {
        let halves = [(0, TILE / 2), (TILE / 2, TILE)];
        let quarter = |(left, right), (top, bottom)| Patch { left, top, right, bottom };
        Self(halves.iter().flat_map(|down| halves.map(|along| quarter(along, *down))).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a patch.
    pub(super) fn add(&mut self, mut patch: Patch) {
        // What has grown may reach others.
        while let Some(at) = self.0.iter().position(|it| it.overlaps(patch)) {
            patch = patch.covering(self.0.swap_remove(at));
        }
        self.0.push(patch);
        if self.0.len() > Self::MOST {
            self.0 = self.0.drain(..).reduce(Patch::covering).into_iter().collect();
        }
    }

    /// Whether a patch of it reaches into `part`.
    pub(super) fn reaches(&self, part: Patch) -> bool {
        self.0.iter().any(|it| it.overlaps(part))
    }

    /// A patch, as far as it lies in `part`. What is taken is gone; what is left of the patch stays.
    pub(super) fn take(&mut self, part: Patch) -> Option<Patch> {
        let at = self.0.iter().position(|it| it.overlaps(part))?;
        let patch = self.0.swap_remove(at);
        let taken = patch.shared(part);
        self.0.extend(patch.without(taken));
        Some(taken)
    }
}

#[cfg(test)]
mod tests {
    use opmap_drawing::Rect;

    use super::{Patch, Stale};

    const fn patch(left: u32, top: u32, right: u32, bottom: u32) -> Patch {
        Patch { left, top, right, bottom }
    }

    #[test]
    fn an_area_of_the_map_is_a_patch_of_each_tile_it_touches() {
        // Two pixels to a unit.
        let tile = Rect::new(256.0, 512.0, 256.0, 256.0);
        let of = |x, y, width, height| Patch::of(Rect::new(x, y, width, height), tile);
        assert_eq!(of(266.0, 522.0, 10.0, 20.0), Some(patch(19, 19, 41, 61)));
        assert_eq!(of(266.25, 522.25, 10.0, 20.0), Some(patch(19, 19, 42, 62)), "parts of pixels count");
        assert_eq!(of(0.0, 0.0, 5_000.0, 5_000.0), Some(Patch::WHOLE));
        assert_eq!(of(200.0, 600.0, 56.0, 1.0), Some(patch(0, 175, 1, 179)), "what is beside it has an edge");
        assert_eq!(of(200.0, 600.0, 50.0, 1.0), None);
        assert_eq!(of(300.0, 800.0, 50.0, 10.0), None);
    }

    #[test]
    fn patches_that_overlap_become_one() {
        let mut stale = Stale(Vec::new());
        assert!(stale.is_empty());
        stale.add(patch(0, 0, 10, 10));
        stale.add(patch(20, 0, 30, 10));
        assert_eq!(stale.0.len(), 2);
        // Reaches the first, and what both cover reaches the second.
        stale.add(patch(5, 5, 21, 20));
        assert_eq!(stale.take(Patch::WHOLE), Some(patch(0, 0, 30, 20)));
        assert!(stale.is_empty());
    }

    #[test]
    fn many_patches_become_one() {
        let mut stale = Stale(Vec::new());
        for at in 0..20 {
            stale.add(patch(20 * at, 20 * at, 20 * at + 10, 20 * at + 10));
            assert!(stale.0.len() <= Stale::MOST);
        }
        let all = std::iter::from_fn(|| stale.take(Patch::WHOLE)).reduce(Patch::covering);
        assert_eq!(all, Some(patch(0, 0, 390, 390)));
    }

    #[test]
    fn what_is_not_taken_of_a_patch_stays() {
        let mut stale = Stale(vec![patch(10, 10, 40, 40)]);
        assert!(!stale.reaches(patch(0, 0, 10, 512)));
        assert_eq!(stale.take(patch(0, 0, 10, 512)), None);
        assert_eq!(stale.take(patch(20, 0, 30, 30)), Some(patch(20, 10, 30, 30)));
        assert!(!stale.reaches(patch(20, 10, 30, 30)));
        let rest: Vec<Patch> = std::iter::from_fn(|| stale.take(Patch::WHOLE)).collect();
        let pixels: u32 = rest.iter().map(|it| it.width() * it.height()).sum();
        assert_eq!(pixels, 30 * 30 - 10 * 20);
        for (at, one) in rest.iter().enumerate() {
            assert!(rest[at + 1..].iter().all(|it| !it.overlaps(*one)));
        }
        assert!(stale.is_empty());
    }

    #[test]
    fn quarters_cover_a_tile_and_not_each_other() {
        let Stale(quarters) = Stale::in_quarters();
        let pixels = |it: &Patch| it.width() * it.height();
        assert_eq!(quarters.iter().map(pixels).sum::<u32>(), pixels(&Patch::WHOLE));
        assert_eq!(quarters.iter().copied().reduce(Patch::covering), Some(Patch::WHOLE));
        for (at, one) in quarters.iter().enumerate() {
            assert!(quarters[at + 1..].iter().all(|it| !it.overlaps(*one)));
        }
    }
}
