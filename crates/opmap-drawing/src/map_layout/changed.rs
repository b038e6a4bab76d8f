//! Where a layout looks otherwise than the one that it follows, so that only that has to be painted again.

use std::vec::IntoIter;

use super::list::GONE;
use super::reading::Stood;
use super::steady::Steady;
use super::{BlueprintLine, FoldedCell, LaneBand, MapLayout, StageBand};
use crate::Rect;

/// Where a layout looks otherwise than a former one of the same map.
#[derive(Debug, Clone, PartialEq)]
pub struct Unlike {
    /// The areas outside which it looks as before, apart from what marks reach beyond boxes and lines, and from the
    /// [numbers](MapLayout::step_number) of steps.
    pub areas: Vec<Rect>,
    /// Where steps have other numbers.
    pub renumbered: Option<Rect>,
}

/// More areas than this are told as one around all of them: by then most of the map has moved.
const MOST: usize = 200;

/// A layout, and where its records stand now in the order of the map.
#[derive(Clone, Copy)]
pub(super) struct Followed<'a> {
    pub(super) layout: &'a MapLayout,
    pub(super) stood: &'a Stood,
}

impl Followed<'_> {
    /// Which of the boxes a step had, [`GONE`] if it had none.
    pub(super) fn box_of(&self, step: u32) -> u32 {
        match self.stood.steps.was(step) {
            GONE => GONE,
            step => Some(self.layout.slots.element_of[step as usize])
                .filter(|it| !self.layout.slots.is_folded(*it))
                .unwrap_or(GONE),
        }
    }

    /// Which of the routes a connector had, with others or alone, [`GONE`] if it had none.
    pub(super) fn route_of(&self, connector: u32) -> u32 {
        match self.stood.connectors.was(connector) {
            GONE => GONE,
            connector => self.layout.route_of[connector as usize],
        }
    }
}

/// What was drawn in a layout that is followed.
pub(super) struct Formerly<'a, T> {
    pub(super) followed: Followed<'a>,
    pub(super) steady: &'a Steady,
    pub(super) drawn: Before<T>,
}

/// What was drawn before, gone through once in the order in which it is drawn again.
pub(super) struct Before<T> {
    items: IntoIter<T>,
    next: u32,
}

impl<T> Before<T> {
    pub(super) fn new(items: Vec<T>) -> Self {
        Self { items: items.into_iter(), next: 0 }
    }

    /// What was drawn at a place, if there is something, and it is what is looked for. What is passed over is gone.
    pub(super) fn take(
        &mut self,
        place: u32,
        is_it: impl FnOnce(&T) -> bool,
        gone: &mut impl FnMut(u32, T),
    ) -> Option<T> {
        let ahead = place.checked_sub(self.next).filter(|_| place != GONE)?;
        self.items.as_slice().get(ahead as usize).filter(|it| is_it(it))?;
        for (item, at) in self.items.by_ref().take(ahead as usize).zip(self.next..) {
            gone(at, item);
        }
        self.next = place + 1;
        self.items.next()
    }

    /// All that was drawn and has not been taken is gone.
    pub(super) fn end(self, gone: &mut impl FnMut(u32, T)) {
        for (item, at) in self.items.zip(self.next..) {
            gone(at, item);
        }
    }
}

/// The bands, lines and folded cells of a layout.
#[derive(Clone, Copy)]
pub(super) struct Frame<'a> {
    pub(super) size: (f32, f32),
    pub(super) stages: &'a [StageBand],
    pub(super) lanes: &'a [LaneBand],
    pub(super) lines: &'a [BlueprintLine],
    pub(super) folded_cells: &'a [FoldedCell],
}

impl<'a> From<&'a MapLayout> for Frame<'a> {
    fn from(layout: &'a MapLayout) -> Self {
        Self {
            size: (layout.width, layout.height),
            stages: &layout.stages,
            lanes: &layout.lanes,
            lines: &layout.lines,
            folded_cells: &layout.folded_cells,
        }
    }
}

/// The areas that look otherwise, those told as a whole first.
pub(super) struct Found {
    areas: Vec<Rect>,
    /// The one around all of them, once they are too many.
    around: Option<Rect>,
    /// All that is right of this, or below, is told.
    right_of: f32,
    below: f32,
}

impl Found {
    /// What of a map is right of a place, or below one.
    fn beyond(right_of: f32, below: f32, (width, height): (f32, f32)) -> Self {
        let mut areas = Vec::new();
        if right_of < width {
            areas.push(Rect::new(right_of, 0.0, width - right_of, height));
        }
        if below < height {
            areas.push(Rect::new(0.0, below, width, height - below));
        }
        Self { areas, around: None, right_of, below }
    }

    /// What the frames of two layouts tell: where bands have moved or look otherwise, and cells that are folded. All of
    /// both, where it is not known what stands where, or the lines between lanes are others.
    pub(super) fn new(before: &Frame<'_>, now: &Frame<'_>, is_known: bool) -> Self {
        let (width, height) = (before.size.0.max(now.size.0), before.size.1.max(now.size.1));
        if !is_known || before.lines != now.lines {
            let (right_of, below) = (f32::NEG_INFINITY, f32::NEG_INFINITY);
            return Self { areas: vec![Rect::new(0.0, 0.0, width, height)], around: None, right_of, below };
        }
        let moved = before.stages.iter().zip(now.stages).find(|(a, b)| a != b).map(|(a, b)| a.x.min(b.x));
        let right_of = moved.unwrap_or_else(|| before.size.0.min(now.size.0));
        let moved = before.lanes.iter().zip(now.lanes).find(|(a, b)| a != b).map(|(a, b)| a.y.min(b.y));
        let below = moved.unwrap_or_else(|| before.size.1.min(now.size.1));
        let mut found = Self::beyond(right_of, below, (width, height));
        if before.folded_cells != now.folded_cells {
            let mut add_missing = |one: &[FoldedCell], other: &[FoldedCell]| {
                one.iter().filter(|it| !other.contains(it)).for_each(|it| found.add(it.rect));
            };
            add_missing(before.folded_cells, now.folded_cells);
            add_missing(now.folded_cells, before.folded_cells);
        }
        found
    }

    pub(super) fn add(&mut self, area: Rect) {
        if area.x >= self.right_of || area.y >= self.below {
            return;
        }
        match &mut self.around {
            Some(around) => *around = around.covering(area),
            None => self.areas.push(area),
        }
        if self.areas.len() > MOST {
            self.around = self.areas.drain(..).reduce(Rect::covering);
        }
    }

    pub(super) fn areas(self) -> Vec<Rect> {
        self.around.map_or(self.areas, |around| vec![around])
    }
}

#[cfg(test)]
mod tests {
    use super::super::list::GONE;
    use super::{Before, Found};
    use crate::Rect;

    fn area(at: u8) -> Rect {
        Rect::new(f32::from(at), 0.0, 1.0, 1.0)
    }

    #[test]
    fn what_is_passed_over_is_gone_and_what_is_another_stays() {
        let (mut before, mut passed) = (Before::new(vec!['a', 'b', 'c', 'd', 'e']), Vec::new());
        let mut gone = |at: u32, item: char| passed.push((at, item));
        let any = |_: &char| true;
        assert_eq!(before.take(0, any, &mut gone), Some('a'));
        assert_eq!(before.take(GONE, any, &mut gone), None, "it is new");
        assert_eq!(before.take(3, |it| *it == 'x', &mut gone), None, "another stood there");
        assert_eq!(before.take(2, any, &mut gone), Some('c'));
        assert_eq!(before.take(1, any, &mut gone), None, "it has been passed over");
        before.end(&mut gone);
        assert_eq!(passed, [(1, 'b'), (3, 'd'), (4, 'e')]);
    }

    #[test]
    fn what_lies_in_a_part_that_is_told_is_not_told_again() {
        let mut found = Found::beyond(3.0, 9.0, (5.0, 9.0));
        [1, 3, 4].map(area).into_iter().for_each(|it| found.add(it));
        assert_eq!(found.areas(), [Rect::new(3.0, 0.0, 2.0, 9.0), area(1)]);
    }

    #[test]
    fn very_many_areas_are_told_as_one() {
        let mut found = Found::beyond(900.0, 900.0, (900.0, 900.0));
        (0..=u8::MAX).for_each(|it| found.add(area(it)));
        assert_eq!(found.areas(), [Rect::new(0.0, 0.0, 256.0, 1.0)]);
    }
}
