//! Where a layout looks otherwise than the one that it follows, so that only that has to be painted again.

use super::list::GONE;
use super::reading::Stood;
use super::slots::Slots;
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

    /// Whether neither it nor a layout with these slots stands for steps by folded cells.
    pub(super) fn is_unfolded(&self, now: &Slots) -> bool {
        self.layout.slots.folded.is_empty() && now.folded.is_empty()
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
    pub(super) drawn: Vec<T>,
}

/// What was drawn before in the order of what is drawn now: for each thing its former place, which ascend, or [`GONE`] for
/// what has to be made. What is not drawn any more is handed out. Only what lies between the first and the last of these
/// is moved.
pub(super) fn carried<T>(
    mut drawn: Vec<T>,
    was: &[u32],
    mut make: impl FnMut(usize) -> T,
    mut gone: impl FnMut(T),
) -> Vec<T> {
    let is_at = |was: u32, place: usize| was as usize == place;
    let start = was.iter().zip(0..drawn.len()).take_while(|(was, place)| is_at(**was, *place)).count();
    let behind = was[start..].iter().rev().zip((start..drawn.len()).rev());
    let behind = behind.take_while(|(was, place)| is_at(**was, *place)).count();
    let mut middle = Vec::with_capacity(was.len() - behind - start);
    let mut former = (start..).zip(drawn.drain(start..drawn.len() - behind));
    for (at, was) in was.iter().enumerate().take(was.len() - behind).skip(start) {
        if *was == GONE {
            middle.push(make(at));
            continue;
        }
        for (place, item) in former.by_ref() {
            if is_at(*was, place) {
                middle.push(item);
                break;
            }
            gone(item);
        }
    }
    former.for_each(|(_, item)| gone(item));
    drawn.splice(start..start, middle);
    drawn
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
    use super::{Found, carried};
    use crate::Rect;

    fn area(at: u8) -> Rect {
        Rect::new(f32::from(at), 0.0, 1.0, 1.0)
    }

    /// What is carried from these, and what is gone.
    fn carry(before: &str, was: &[u32]) -> [String; 2] {
        let mut gone = String::new();
        let made = |at: usize| char::from_digit(u32::try_from(at).unwrap(), 10).unwrap();
        let now = carried(before.chars().collect(), was, made, |it| gone.push(it));
        [now.into_iter().collect(), gone]
    }

    #[test]
    fn what_is_drawn_again_is_carried_and_the_rest_is_gone() {
        assert_eq!(carry("abcde", &[0, 1, 2, 3, 4]), ["abcde", ""]);
        assert_eq!(carry("abcde", &[0, GONE, 2, 4]), ["a1ce", "bd"]);
        assert_eq!(carry("abc", &[GONE, 0, 1, GONE, 2, GONE]), ["0ab3c5", ""]);
        assert_eq!(carry("abcd", &[2]), ["c", "abd"]);
        assert_eq!(carry("aa", &[0]), ["a", "a"]);
        assert_eq!(carry("ab", &[]), ["", "ab"]);
        assert_eq!(carry("", &[GONE, GONE]), ["01", ""]);
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
