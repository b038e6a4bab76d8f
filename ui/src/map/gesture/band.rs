//! A stage or lane that is dragged by its header: where among its siblings it would end up.

use opmap_drawing::Point;

use super::DRAG_THRESHOLD;

/// A stage or lane on its way among its siblings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct BandDrag<I> {
    /// Which one.
    pub(crate) id: I,
    from: Point,
    now: Point,
    /// Whether the pointer has gone far enough for a drag.
    is_dragged: bool,
    target: Option<Option<I>>,
}

impl<I: Copy + PartialEq> BandDrag<I> {
    /// The one taken hold of at a place of the map.
    pub(crate) fn new(id: I, from: Point) -> Self {
        Self { id, from, now: from, is_dragged: false, target: None }
    }

    /// With the pointer at another place of a map seen at `scale`. `along` is that place on the axis of the siblings, of
    /// which each has its start and its length there.
    pub(crate) fn at(self, now: Point, along: f32, siblings: &[(I, f32, f32)], scale: f64) -> Self {
        let way = f64::from((now.x - self.from.x).hypot(now.y - self.from.y)) * scale;
        let is_dragged = self.is_dragged || way >= DRAG_THRESHOLD;
        Self { now, is_dragged, target: target(self.id, along, siblings), ..self }
    }

    /// In front of which sibling a drop here puts it, `Some(None)` behind the last; none where it would stay.
    pub(crate) fn target(&self) -> Option<Option<I>> {
        self.target.filter(|_| self.is_dragged)
    }

    /// Where the pointer is, once it has gone far enough for a drag.
    pub(super) fn reach(&self) -> Option<Point> {
        self.is_dragged.then_some(self.now)
    }
}

fn target<I: Copy + PartialEq>(id: I, along: f32, siblings: &[(I, f32, f32)]) -> Option<Option<I>> {
    let own = siblings.iter().position(|it| it.0 == id)?;
    let (_, start, length) = *siblings.get(own)?;
    if (start..=start + length).contains(&along) {
        return None;
    }
    let others = siblings.iter().filter(|it| it.0 != id);
    let before = others.clone().find(|(_, start, length)| along < start + length / 2.0).map(|it| it.0);
    let behind = siblings.get(own + 1).map(|it| it.0);
    (before != behind).then_some(before)
}

#[cfg(test)]
mod tests {
    use opmap_drawing::Point;

    use super::{BandDrag, target};

    const SIBLINGS: [(char, f32, f32); 3] = [('a', 0.0, 100.0), ('b', 100.0, 200.0), ('c', 300.0, 100.0)];

    #[test]
    fn a_band_goes_where_more_than_half_of_the_others_lies_behind() {
        assert_eq!(target('a', 50.0, &SIBLINGS), None, "on itself");
        assert_eq!(target('a', 190.0, &SIBLINGS), None, "where it is already");
        assert_eq!(target('a', 210.0, &SIBLINGS), Some(Some('c')));
        assert_eq!(target('a', 360.0, &SIBLINGS), Some(None), "behind the last");
        assert_eq!(target('a', 900.0, &SIBLINGS), Some(None), "beyond the map");
        assert_eq!(target('c', 900.0, &SIBLINGS), None, "the last is the last already");
        assert_eq!(target('c', 190.0, &SIBLINGS), Some(Some('b')));
        assert_eq!(target('c', -50.0, &SIBLINGS), Some(Some('a')));
        assert_eq!(target('x', 50.0, &SIBLINGS), None, "it is gone");
    }

    #[test]
    fn a_hand_that_trembles_drags_nothing() {
        let pressed = BandDrag::new('a', Point::new(99.0, 10.0));
        let trembling = pressed.at(Point::new(102.0, 10.0), 360.0, &SIBLINGS, 1.0);
        assert_eq!((trembling.target(), trembling.reach()), (None, None));
        let dragged = trembling.at(Point::new(104.0, 10.0), 360.0, &SIBLINGS, 1.0);
        assert_eq!((dragged.target(), dragged.reach()), (Some(None), Some(Point::new(104.0, 10.0))));
    }
}
