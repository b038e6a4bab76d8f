//! What is said once something on the map was to be moved: where it is now, or why it stays.

use std::collections::BTreeMap;

use opmap_model::{Document, LaneId, StageId, StepId};

use super::moving::place_in_cell;
use super::state::Band;
use crate::keys::Way;

/// Where steps stand.
pub(super) type Cells = BTreeMap<StepId, (StageId, LaneId)>;

/// Where some steps stand now.
pub(super) fn cells<'a>(document: &Document, ids: impl IntoIterator<Item = &'a StepId>) -> Cells {
    let steps = ids.into_iter().filter_map(|id| Some((*id, document.get(*id)?)));
    steps.map(|(id, it)| (id, (it.stage, it.lane))).collect()
}

/// Who does the steps now and in which stage, as far as that is not what it was `before`; where a single step stands in its
/// cell if it has not left that.
pub(super) fn place_of_steps(document: &Document, before: &Cells) -> Option<String> {
    let (mut moved, mut stages, mut lanes) = (0, Vec::new(), Vec::new());
    for (id, now) in cells(document, before.keys()) {
        let old = *before.get(&id)?;
        let (stage, lane) = (document.get(now.0)?, document.get(now.1)?);
        moved += usize::from(now != old);
        stages.extend((now.0 != old.0).then_some((stage.rank, now.0, stage.title.as_str())));
        lanes.extend((now.1 != old.1).then_some((lane.rank, now.1, lane.title.as_str())));
    }
    let places = [listed(lanes, "done by", "lanes"), listed(stages, "in", "stages")];
    let places = places.into_iter().flatten().collect::<Vec<_>>().join(", ");
    match moved {
        0 if before.len() == 1 => place_within_cell(document, *before.keys().next()?),
        0 => None,
        1 => Some(format!("Now {places}.")),
        _ => Some(format!("{moved} steps are now {places}.")),
    }
}

/// Which of the steps of its cell a step is.
pub(super) fn place_within_cell(document: &Document, id: StepId) -> Option<String> {
    let (place, count) = place_in_cell(document, id)?;
    Some(format!("Now step {place} of {count} in its cell."))
}

/// The names of a few stages or lanes in their order, or how many there are; none of nothing.
fn listed<R: Ord, I: Ord>(mut all: Vec<(R, I, &str)>, word: &str, many: &str) -> Option<String> {
    all.sort();
    all.dedup();
    match all.as_slice() {
        [] => None,
        [(.., one)] => Some(format!("{word} {one}")),
        [(.., one), (.., other)] => Some(format!("{word} {one} and {other}")),
        more => Some(format!("in {} {many}", more.len())),
    }
}

/// Where a stage or lane stands among the others of its map.
pub(super) fn place_of(document: &Document, band: Band) -> Option<String> {
    let (word, place, count) = match band {
        Band::Stage(id) => {
            let all = document.stages_of_map(document.get(id)?.map());
            ("stage", all.iter().position(|it| it.0 == id)?, all.len())
        }
        Band::Lane(id) => {
            let all = document.lanes_of_map(document.get(id)?.map());
            ("lane", all.iter().position(|it| it.0 == id)?, all.len())
        }
    };
    Some(format!("Now {word} {} of {count}.", place + 1))
}

/// Why some steps do not go that way.
pub(super) fn obstacle_of_steps(count: usize, way: Way) -> String {
    if count == 1 {
        format!("There is no {}.", next(way))
    } else {
        format!("Nothing is moved: not every step has a {}.", next(way))
    }
}

/// Why a stage or lane does not go that way.
pub(super) fn obstacle_of(band: Band, way: Way) -> String {
    match (band, way) {
        (Band::Stage(_), Way::Up | Way::Down) => "Stages move to the left and to the right.".to_owned(),
        (Band::Lane(_), Way::Left | Way::Right) => "Lanes move up and down.".to_owned(),
        _ => format!("There is no {}.", next(way)),
    }
}

fn next(way: Way) -> &'static str {
    match way {
        Way::Left => "stage further left",
        Way::Right => "stage further right",
        Way::Up => "lane further up",
        Way::Down => "lane further down",
    }
}

#[cfg(test)]
mod tests {
    use opmap_model::{Document, Edit, LaneId, StageId, StepId, notation};

    use super::{cells, place_of, place_of_steps};
    use crate::map::state::Band;

    fn document() -> Document {
        let mut next = 0;
        let text = "workshop \"W\"\njourney j \"Repair\"\nmap j as-lived\nstage s1 \"One\"\nstage s2 \"Two\"\n\
            lane cu \"Customer\" kind=customer\nlane ce \"Centre\" kind=frontstage\nlane fi \"Field\" kind=frontstage\n\
            step a \"First\" at=s1/cu\nstep b \"Second\" at=s1/ce\nstep c \"Third\" at=s1/fi\n";
        notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap()
    }

    fn step(document: &Document, title: &str) -> StepId {
        *document.steps().iter().find(|(_, it)| it.title.as_str() == title).unwrap().0
    }

    fn stage(document: &Document, title: &str) -> StageId {
        *document.stages().iter().find(|(_, it)| it.title.as_str() == title).unwrap().0
    }

    fn lane(document: &Document, title: &str) -> LaneId {
        *document.lanes().iter().find(|(_, it)| it.title.as_str() == title).unwrap().0
    }

    /// What is said when steps go from where they stand to cells of these names.
    fn said(moves: &[(&str, &str, &str)]) -> Option<String> {
        let mut document = document();
        let ids: Vec<StepId> = moves.iter().map(|it| step(&document, it.0)).collect();
        let before = cells(&document, &ids);
        for (id, (_, to_stage, to_lane)) in ids.into_iter().zip(moves) {
            let (stage, lane) = (stage(&document, to_stage), lane(&document, to_lane));
            let edit = Edit::MoveSteps { ids: vec![id], stage, lane, before: None };
            document.apply(&edit.plan(&document).unwrap()).unwrap();
        }
        place_of_steps(&document, &before)
    }

    #[test]
    fn it_is_said_who_does_a_step_now_and_when() {
        let is = |words: &str| Some(words.to_owned());
        assert_eq!(said(&[("First", "One", "Centre")]), is("Now done by Centre."));
        assert_eq!(said(&[("First", "Two", "Customer")]), is("Now in Two."));
        assert_eq!(said(&[("First", "Two", "Centre")]), is("Now done by Centre, in Two."));
        assert_eq!(said(&[("First", "One", "Customer")]), is("Now step 1 of 1 in its cell."));
    }

    #[test]
    fn of_several_steps_it_is_said_of_all() {
        let is = |words: &str| Some(words.to_owned());
        assert_eq!(
            said(&[("First", "One", "Centre"), ("Second", "One", "Field")]),
            is("2 steps are now done by Centre and Field.")
        );
        assert_eq!(
            said(&[("First", "Two", "Customer"), ("Second", "Two", "Centre"), ("Third", "Two", "Field")]),
            is("3 steps are now in Two.")
        );
        assert_eq!(
            said(&[("First", "One", "Centre"), ("Second", "One", "Field"), ("Third", "One", "Customer")]),
            is("3 steps are now in 3 lanes.")
        );
        assert_eq!(
            said(&[("First", "One", "Field"), ("Third", "One", "Field")]),
            is("Now done by Field."),
            "the other is there already"
        );
        assert_eq!(said(&[("First", "One", "Customer"), ("Second", "One", "Centre")]), None, "they stay");
    }

    #[test]
    fn it_is_said_which_of_all_a_stage_or_lane_is() {
        let document = document();
        let band = Band::Stage(stage(&document, "Two"));
        assert_eq!(place_of(&document, band).unwrap(), "Now stage 2 of 2.");
        let band = Band::Lane(lane(&document, "Customer"));
        assert_eq!(place_of(&document, band).unwrap(), "Now lane 1 of 3.");
    }
}
