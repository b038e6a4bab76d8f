//! How large a map is printed, and where it is cut when it is larger than a page (F9).

use std::ops::Range;

use opmap_drawing::{MapLayout, MapWindow, Point, STEP_TITLE};

/// Size of step titles where there is room, in points.
const TITLE_SIZE: f32 = 8.25;
/// Below this size of step titles a map is cut into tiles rather than made smaller.
const LEAST_TITLE_SIZE: f32 = 6.0;
/// The largest paper, A0, in landscape.
const LARGEST: (f32, f32) = (3370.39, 2383.94);
/// How many sizes are tried for tiles.
const TRIES: u8 = 10;

/// How a map is printed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tiling {
    /// Points for each map unit.
    pub(super) scale: f32,
    /// The stages from left to right, in parts.
    pub(super) stages: Vec<Range<usize>>,
    /// The lanes from top to bottom, in parts.
    pub(super) lanes: Vec<Range<usize>>,
}

/// Room for a map with its headers, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Room {
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Tiling {
    /// The largest print in the room for the `whole`, if that keeps titles legible; else the fewest parts that
    /// each have the room of a `part`, as large as possible.
    ///
    /// Cuts lie between stages and between lanes. Titles are smaller than they should be only where the steps
    /// of a single stage and lane, with their headers, would not fit on a page.
    pub(super) fn of(layout: &MapLayout, whole: Room, part: Room) -> Self {
        let largest = TITLE_SIZE / STEP_TITLE.0;
        let least = LEAST_TITLE_SIZE / STEP_TITLE.0;
        let one = Self::on_page(layout, whole);
        if one.scale >= least {
            return one;
        }
        let step = (largest - least) / f32::from(TRIES);
        let legible =
            (0..=TRIES).filter_map(|index| Self::cut(layout, part, largest - step * f32::from(index)));
        let fewest = legible.reduce(|best, next| if next.count() < best.count() { next } else { best });
        let smaller = || {
            let widest = longest(0..layout.stages.len(), |it| width_of(layout, it..it + 1));
            let highest = longest(0..layout.lanes.len(), |it| height_of(layout, it..it + 1));
            // A little less, since what fits exactly may not fit after rounding.
            Self::cut(layout, part, part.scale_for(widest, highest, layout.headers()) * 0.999)
        };
        fewest.or_else(smaller).map_or(one, |tiling| {
            let widest = longest(tiling.stages.iter(), |it| width_of(layout, it.clone()));
            let highest = longest(tiling.lanes.iter(), |it| height_of(layout, it.clone()));
            let scale = part.scale_for(widest, highest, layout.headers());
            Self { scale: scale.clamp(tiling.scale, largest.max(tiling.scale)), ..tiling }
        })
    }

    /// The whole map in one part, as large as it fits, but not larger than is pleasant.
    pub(super) fn on_page(layout: &MapLayout, room: Room) -> Self {
        let scale = room.scale_for(layout.width, layout.height, layout.headers());
        Self::whole(layout, scale.min(TITLE_SIZE / STEP_TITLE.0))
    }

    /// The whole map in one part.
    pub(super) fn whole(layout: &MapLayout, scale: f32) -> Self {
        let all = |count| vec![Range { start: 0, end: count }];
        Self { scale, stages: all(layout.stages.len()), lanes: all(layout.lanes.len()) }
    }

    /// The fewest parts that have room at this scale; none if a stage or lane is too large.
    fn cut(layout: &MapLayout, part: Room, scale: f32) -> Option<Self> {
        let head = layout.headers();
        let (width, height) = (part.width / scale - head.x, part.height / scale - head.y);
        Some(Self {
            scale,
            stages: even(layout.stages.len(), width, &|stages| width_of(layout, stages))?,
            lanes: even(layout.lanes.len(), height, &|lanes| height_of(layout, lanes))?,
        })
    }

    /// How many parts there are.
    pub(super) fn count(&self) -> usize {
        self.stages.len() * self.lanes.len()
    }

    /// The part in a row and a column.
    pub(super) fn window(&self, row: usize, column: usize) -> MapWindow {
        MapWindow { stages: self.stages[column].clone(), lanes: self.lanes[row].clone() }
    }

    /// The rows and columns of all parts, row by row.
    pub(super) fn places(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let columns = self.stages.len();
        (0..self.lanes.len()).flat_map(move |row| (0..columns).map(move |column| (row, column)))
    }
}

/// A page for a whole map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Poster {
    /// Points for each map unit.
    pub(super) scale: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Poster {
    /// The page for the map with so much room `around` it, at least as large as the usual one; none where titles would not
    /// be legible on the largest paper.
    pub(super) fn of(layout: &MapLayout, around: Room, usual: (f32, f32)) -> Option<Self> {
        let room = Room { width: LARGEST.0 - around.width, height: LARGEST.1 - around.height };
        let scale = room.scale_for(layout.width, layout.height, layout.headers());
        let scale = scale.min(TITLE_SIZE / STEP_TITLE.0);
        let head = layout.headers();
        (scale >= LEAST_TITLE_SIZE / STEP_TITLE.0).then(|| Self {
            scale,
            // Whole points, since what fits exactly may not fit after rounding.
            width: ((head.x + layout.width) * scale + around.width).ceil().max(usual.0),
            height: ((head.y + layout.height) * scale + around.height).ceil().max(usual.1),
        })
    }
}

impl Room {
    /// The largest scale at which a body of this size has room with its headers.
    fn scale_for(self, width: f32, height: f32, head: Point) -> f32 {
        (self.width / (head.x + width)).min(self.height / (head.y + height))
    }
}

/// The width of a window on some stages, in map units.
fn width_of(layout: &MapLayout, stages: Range<usize>) -> f32 {
    MapWindow { stages, lanes: MapWindow::WHOLE.lanes }.rect(layout).width
}

/// The height of a window on some lanes, in map units.
fn height_of(layout: &MapLayout, lanes: Range<usize>) -> f32 {
    MapWindow { stages: MapWindow::WHOLE.stages, lanes }.rect(layout).height
}

fn longest<T>(all: impl Iterator<Item = T>, extent: impl Fn(T) -> f32) -> f32 {
    all.map(extent).fold(0.0, f32::max)
}

/// So many neighbours in as few parts as possible of at most `most`, the largest of them as small as possible.
fn even(count: usize, most: f32, extent: &dyn Fn(Range<usize>) -> f32) -> Option<Vec<Range<usize>>> {
    let mut best = greedy(count, most, extent)?;
    let (mut fits, mut fails) = (most, 0.0);
    while fits - fails > 0.5 {
        let middle = f32::midpoint(fits, fails);
        match greedy(count, middle, extent) {
            Some(parts) if parts.len() == best.len() => {
                best = parts;
                fits = middle;
            }
            _ => fails = middle,
        }
    }
    Some(best)
}

fn greedy(count: usize, most: f32, extent: &dyn Fn(Range<usize>) -> f32) -> Option<Vec<Range<usize>>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for index in 0..count {
        match parts.last_mut() {
            Some(part) if extent(part.start..index + 1) <= most => part.end = index + 1,
            _ if extent(index..index + 1) <= most => parts.push(index..index + 1),
            _ => return None,
        }
    }
    (!parts.is_empty()).then_some(parts)
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::{Point, Room, even};

    #[test]
    fn parts_are_few_and_even() {
        // Neighbours share a margin of 10 on either side.
        let extent = |part: Range<usize>| part.map(|_| 100.0).sum::<f32>() + 20.0;
        let whole = Range { start: 0, end: 5 };
        assert_eq!(even(5, 450.0, &extent), Some(vec![0..3, 3..5]), "3 and 2, not 4 and 1");
        assert_eq!(even(5, 520.0, &extent), Some(vec![whole]));
        assert_eq!(even(5, 119.0, &extent), None, "a stage is not cut");
        assert_eq!(even(0, 999.0, &extent), None);
    }

    #[test]
    fn headers_take_room() {
        let (room, head) = (Room { width: 712.0, height: 504.0 }, Point::new(112.0, 52.0));
        assert_eq!(room.scale_for(600.0, 452.0, head), 1.0);
        assert_eq!(room.scale_for(600.0, 956.0, head), 0.5);
    }
}
