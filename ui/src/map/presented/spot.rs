//! Where the room is on a map that is presented: in a stage, on a lane, at a step where there is one.

use opmap_drawing::{MapLayout, Rect, StepBox};
use opmap_model::StepId;

use crate::keys::Way;
use crate::map::selection::Selection;
use crate::map::view::View;

/// A stage and a lane by their places from 0, and one of the steps where they cross.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Spot {
    pub(super) stage: usize,
    pub(super) lane: usize,
    pub(super) step: Option<StepId>,
}

impl Spot {
    /// Where presenting begins: at what is selected, or else with the first step of the first stage.
    pub(super) fn of_selection(layout: &MapLayout, selection: &Selection) -> Self {
        let of_step = |id| Self::of_step(layout, id);
        let of_stage = |index| Self::first_in(layout, index);
        let found = match *selection {
            Selection::Steps { last, .. } => of_step(last),
            Selection::Connector(id) => layout.route(id).and_then(|it| of_step(it.from)),
            Selection::Stage(id) => layout.stages.iter().position(|it| it.id == id).map(of_stage),
            Selection::Lane(id) => {
                layout.lanes.iter().position(|it| it.id == id).map(|lane| Self::at(layout, 0, lane))
            }
            Selection::None => None,
        };
        found.unwrap_or_else(|| of_stage(0))
    }

    /// At a step; none where it is not on the map.
    pub(super) fn of_step(layout: &MapLayout, id: StepId) -> Option<Self> {
        let step = layout.step_box(id)?;
        let stage = layout.stages.iter().position(|it| it.id == step.stage)?;
        let lane = layout.lanes.iter().position(|it| it.id == step.lane)?;
        Some(Self { stage, lane, step: Some(id) })
    }

    /// In a stage on a lane, as far as the map has so many, at the first step there.
    pub(super) fn at(layout: &MapLayout, stage: usize, lane: usize) -> Self {
        let stage = stage.min(layout.stages.len().saturating_sub(1));
        let lane = lane.min(layout.lanes.len().saturating_sub(1));
        let spot = Self { stage, lane, step: None };
        Self { step: spot.steps(layout).first().map(|it| it.id), ..spot }
    }

    /// At the first step of a stage from the top; on the first lane where it has none.
    pub(super) fn first_in(layout: &MapLayout, stage: usize) -> Self {
        let lanes = 0..layout.lanes.len();
        let spots = lanes.map(|lane| Self::at(layout, stage, lane));
        spots.into_iter().find(|it| it.step.is_some()).unwrap_or_else(|| Self::at(layout, stage, 0))
    }

    /// One further: to the next stage or the one before, to the next step of the stage or the one before, over lanes where it
    /// has none. Where there is no further, it stays.
    pub(super) fn gone(self, layout: &MapLayout, way: Way) -> Self {
        match way {
            Way::Left if self.stage == 0 => self,
            Way::Left => Self::at(layout, self.stage - 1, self.lane),
            Way::Right if self.stage + 1 >= layout.stages.len() => self,
            Way::Right => Self::at(layout, self.stage + 1, self.lane),
            Way::Up | Way::Down => {
                let steps = self.steps(layout);
                let at = steps.iter().position(|it| Some(it.id) == self.step);
                let next = at.and_then(|at| {
                    let next = if way == Way::Down { at + 1 } else { at.checked_sub(1)? };
                    steps.get(next).map(|it| it.id)
                });
                match (next, way) {
                    (Some(step), _) => Self { step: Some(step), ..self },
                    (None, Way::Down) if self.lane + 1 < layout.lanes.len() => {
                        Self::at(layout, self.stage, self.lane + 1)
                    }
                    (None, Way::Up) if self.lane > 0 => {
                        let above = Self::at(layout, self.stage, self.lane - 1);
                        Self { step: above.steps(layout).last().map(|it| it.id), ..above }
                    }
                    _ => self,
                }
            }
        }
    }

    /// The same on a map that has changed.
    pub(super) fn kept(self, layout: &MapLayout) -> Self {
        let here = Self::at(layout, self.stage, self.lane);
        let stays = here.steps(layout).iter().any(|it| Some(it.id) == self.step);
        if stays { Self { step: self.step, ..here } } else { here }
    }

    /// The steps of the cell from the top, in a row from the left.
    fn steps(self, layout: &MapLayout) -> Vec<&StepBox> {
        let (Some(stage), Some(lane)) = (layout.stages.get(self.stage), layout.lanes.get(self.lane)) else {
            return Vec::new();
        };
        let area = Rect::new(stage.x, lane.y, stage.width, lane.height);
        let here = layout.boxes_in(area).filter(|it| it.stage == stage.id && it.lane == lane.id);
        let mut steps: Vec<&StepBox> = here.collect();
        steps.sort_by(|a, b| a.rect.y.total_cmp(&b.rect.y).then(a.rect.x.total_cmp(&b.rect.x)));
        steps
    }

    /// The view on a body of some size that shows the whole stage with the one before it as far as there is room, and the
    /// step, or else the lane, moved up or down from where the view was as little as needed.
    pub(super) fn view(self, layout: &MapLayout, y: f64, scale: f64, (width, height): (f64, f64)) -> View {
        let (Some(stage), Some(lane)) = (layout.stages.get(self.stage), layout.lanes.get(self.lane)) else {
            return View { scale, ..View::default() };
        };
        let before = self.stage.checked_sub(1).map_or(stage.x, |it| layout.stages[it].x);
        let (left, right) = (f64::from(stage.x) * scale, f64::from(stage.x + stage.width) * scale);
        let last = (f64::from(layout.width) * scale - width).max(0.0);
        let x = (f64::from(before) * scale).max(right - width).min(left).min(last);
        let shown = self.step.and_then(|it| layout.step_box(it)).map(|it| it.rect);
        let tall = f64::from(lane.height) * scale > height;
        let shown = shown.filter(|_| tall).unwrap_or(Rect::new(stage.x, lane.y, stage.width, lane.height));
        let view = View { x: 0.0, y, scale };
        let [_, top, _, high] = view.screen_rect(shown);
        let down = if top < 0.0 { -top } else { (height - top - high).min(0.0).max(-top) };
        let least = (height - f64::from(layout.height) * scale).min(0.0);
        View { x: -x, y: (y + down).clamp(least, 0.0), scale }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use opmap_drawing::{MapLayout, map_layout};
    use opmap_model::{Document, MapKey, State, notation};

    use super::Spot;
    use crate::fonts::tests::fonts;
    use crate::keys::Way;
    use crate::map::selection::Selection;

    /// Three stages, three lanes: two steps in one cell, none in the middle of the first stage.
    static DOCUMENT: LazyLock<Document> = LazyLock::new(|| {
        let mut next = 0;
        let mut fresh = || {
            next += 1;
            uuid::Uuid::from_u128(next)
        };
        let text = "workshop \"W\"\njourney j \"Repair\"\nmap j as-lived\nstage a \"A\"\nstage b \"B\"\nstage c \"C\"\n\
                    lane x \"X\"\nlane y \"Y\"\nlane z \"Z\"\nstep one \"One\" at=a/x\nstep two \"Two\" at=a/z\n\
                    step three \"Three\" at=b/y\nstep four \"Four\" at=b/y";
        notation::parse(text, &mut fresh).unwrap()
    });

    fn layout() -> MapLayout {
        map_layout(&DOCUMENT, map(), &fonts())
    }

    fn map() -> MapKey {
        DOCUMENT.stages().values().next().unwrap().map()
    }

    fn told(spot: Spot) -> (usize, usize, Option<&'static str>) {
        (spot.stage, spot.lane, spot.step.and_then(|it| DOCUMENT.get(it)).map(|it| it.title.as_str()))
    }

    #[test]
    fn arrows_walk_stages_and_down_each_the_steps_of_its_lanes() {
        let layout = layout();
        let mut spot = Spot::of_selection(&layout, &Selection::None);
        let mut walk = |way| {
            spot = spot.gone(&layout, way);
            told(spot)
        };
        assert_eq!(walk(Way::Up), (0, 0, Some("One")), "there is nothing above");
        assert_eq!(walk(Way::Down), (0, 1, None));
        assert_eq!(walk(Way::Down), (0, 2, Some("Two")));
        assert_eq!(walk(Way::Down), (0, 2, Some("Two")), "nor below");
        assert_eq!(walk(Way::Right), (1, 2, None), "the lane stays");
        let above = walk(Way::Up);
        assert_eq!((above.0, above.1), (1, 1));
        let further = walk(Way::Up);
        let mut both = [above.2.unwrap(), further.2.unwrap()];
        both.sort_unstable();
        assert_eq!(both, ["Four", "Three"], "each step of a cell");
        assert_eq!(walk(Way::Up), (1, 0, None));
        assert_eq!(walk(Way::Right), (2, 0, None));
        assert_eq!(walk(Way::Right), (2, 0, None));
    }

    #[test]
    fn it_begins_where_the_selection_is() {
        let layout = layout();
        let step = |title: &str| *DOCUMENT.steps().iter().find(|it| it.1.title.as_str() == title).unwrap().0;
        let begun = |selection| told(Spot::of_selection(&layout, &selection));
        assert_eq!(begun(Selection::step(step("Two"))), (0, 2, Some("Two")));
        assert_eq!((begun(Selection::Stage(layout.stages[1].id)).0, begun(Selection::None).0), (1, 0));
        assert_eq!(begun(Selection::Lane(layout.lanes[2].id)), (0, 2, Some("Two")));
        let gone = opmap_model::StepId(uuid::Uuid::from_u128(9_999));
        assert_eq!(begun(Selection::step(gone)), (0, 0, Some("One")));
    }

    #[test]
    fn the_stage_is_whole_in_the_view_wherever_the_room_is() {
        let layout = layout();
        for (width, height) in [(1_000.0, 600.0), (400.0, 200.0), (120.0, 90.0)] {
            for stage in 0..3 {
                for lane in 0..3 {
                    let spot = Spot::at(&layout, stage, lane);
                    let view = spot.view(&layout, 0.0, 1.5, (width, height));
                    let band = &layout.stages[stage];
                    let left = f64::from(band.x) * 1.5 + view.x;
                    let right = left + f64::from(band.width) * 1.5;
                    assert!(left >= -0.01, "{stage} begins at {left}");
                    assert!(right <= width + 0.01 || left < 0.01, "{stage} ends at {right} of {width}");
                    let top = f64::from(layout.lanes[lane].y) * 1.5 + view.y;
                    assert!(top < height, "{lane} begins at {top} of {height}");
                }
            }
        }
    }

    #[test]
    fn an_empty_map_has_one_spot() {
        let empty = map_layout(&DOCUMENT, MapKey { state: State::ToBe, ..map() }, &fonts());
        let spot = Spot::of_selection(&empty, &Selection::None);
        for way in [Way::Left, Way::Right, Way::Up, Way::Down] {
            assert_eq!(spot.gone(&empty, way), Spot::default());
        }
        assert_eq!(spot.view(&empty, -30.0, 2.0, (100.0, 100.0)).y, 0.0);
    }
}
