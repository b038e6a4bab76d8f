//! Moving steps: to a lane or a stage that is chosen by name, or within their cell, and what is said of it.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::Set;
use opmap_model::{Document, Edit, LaneId, StageId, Step, StepId};

use super::state::MapState;
use super::told;
use crate::editor::Editor;

/// The edit that gives steps to another lane; each stays in its stage. Steps that are there already stay as they are.
pub(crate) fn to_lane(document: &Document, ids: &BTreeSet<StepId>, lane: LaneId) -> Edit {
    moved(document, ids, |step| (step.stage, lane))
}

/// The edit that puts steps into another stage; each stays in its lane. Steps that are there already stay as they are.
pub(crate) fn to_stage(document: &Document, ids: &BTreeSet<StepId>, stage: StageId) -> Edit {
    moved(document, ids, |step| (stage, step.lane))
}

/// Steps that end up in the same cell stand there in the order in which people read them now.
fn moved(document: &Document, ids: &BTreeSet<StepId>, target: impl Fn(&Step) -> (StageId, LaneId)) -> Edit {
    let steps = ids.iter().filter_map(|id| Some((*id, document.get(*id)?)));
    let mut moving: Vec<_> = steps.filter(|(_, it)| target(it) != (it.stage, it.lane)).collect();
    let rank = |it: &Step| {
        (document.get(it.stage).map(|it| it.rank), document.get(it.lane).map(|it| it.rank), it.rank)
    };
    moving.sort_by_key(|(id, it)| (rank(it), *id));
    let mut cells: BTreeMap<(StageId, LaneId), Vec<StepId>> = BTreeMap::new();
    for (id, step) in moving {
        cells.entry(target(step)).or_default().push(id);
    }
    let edit = |((stage, lane), ids)| Edit::MoveSteps { ids, stage, lane, before: None };
    Edit::All(cells.into_iter().map(edit).collect())
}

/// The edit that moves steps one place earlier within their cells, or later. Those that stand one behind the other go
/// together; those that are at the end of their cell already stay. None when all of them are.
pub(super) fn within_cells(document: &Document, ids: &BTreeSet<StepId>, earlier: bool) -> Option<Edit> {
    let cells: BTreeSet<(StageId, LaneId)> =
        ids.iter().filter_map(|id| document.get(*id)).map(|it| (it.stage, it.lane)).collect();
    let mut edits = Vec::new();
    for (stage, lane) in cells {
        let cell = cell(document, stage, lane);
        let is_moving = |at: usize| cell.get(at).is_some_and(|id| ids.contains(id));
        let mut first = 0;
        while first < cell.len() {
            let run = (first..cell.len()).take_while(|at| is_moving(*at)).count();
            let behind = first + run;
            let before = match first.checked_sub(1) {
                _ if run == 0 => None,
                Some(passed) if earlier => Some(cell.get(passed).copied()),
                _ if !earlier && behind < cell.len() => Some(cell.get(behind + 1).copied()),
                _ => None,
            };
            let ids = cell[first..behind].to_vec();
            edits.extend(before.map(|before| Edit::MoveSteps { ids, stage, lane, before }));
            first = behind + 1;
        }
    }
    match edits.len() {
        0 | 1 => edits.pop(),
        _ => Some(Edit::All(edits)),
    }
}

/// Which of the steps of its cell a step is, from 1, and how many there are.
pub(super) fn place_in_cell(document: &Document, id: StepId) -> Option<(usize, usize)> {
    let step = document.get(id)?;
    let cell = cell(document, step.stage, step.lane);
    Some((cell.iter().position(|it| *it == id)? + 1, cell.len()))
}

/// The steps of a cell in their order.
fn cell(document: &Document, stage: StageId, lane: LaneId) -> Vec<StepId> {
    document.steps_of_cell(stage, lane).into_iter().map(|(id, _)| id).collect()
}

/// Carries out what moves some steps, and says where they are now.
pub(crate) fn move_steps(edit: Edit, ids: &BTreeSet<StepId>, editor: Editor, map_state: MapState) {
    let before = editor.peek(|document| told::cells(document, ids));
    if editor.commit(edit)
        && let Some(words) = editor.peek(|document| told::place_of_steps(document, &before))
    {
        map_state.spoken.set(words);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use opmap_model::{Document, StepId, notation};

    use super::{place_in_cell, to_lane, to_stage, within_cells};

    fn document() -> Document {
        let mut next = 0;
        let text = "workshop \"W\"\njourney j \"Repair\"\nmap j as-lived\nstage s1 \"One\"\nstage s2 \"Two\"\n\
            lane cu \"Customer\" kind=customer\nlane ce \"Centre\" kind=frontstage\n\
            step d \"Fourth\" at=s2/cu\nstep a \"First\" at=s1/cu\nstep b \"Second\" at=s1/cu\nstep c \"Third\" at=s1/ce\n";
        notation::parse(text, &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap()
    }

    /// The titles of each cell, by stage and lane.
    fn cells(document: &Document) -> Vec<String> {
        let map = document.map_of_step(*document.steps().keys().next().unwrap()).unwrap();
        let view = document.map_view(map);
        view.steps
            .iter()
            .map(|(_, it)| {
                let (stage, lane) = (document.get(it.stage).unwrap(), document.get(it.lane).unwrap());
                format!("{}/{} {}", stage.title, lane.title, it.title)
            })
            .collect()
    }

    fn all(document: &Document) -> BTreeSet<StepId> {
        document.steps().keys().copied().collect()
    }

    #[test]
    fn steps_go_to_a_lane_and_keep_their_stage_and_order() {
        let mut document = document();
        let lane = *document.lanes().iter().find(|(_, it)| it.title.as_str() == "Centre").unwrap().0;
        let edit = to_lane(&document, &all(&document), lane);
        document.apply(&edit.plan(&document).unwrap()).unwrap();
        let expected = ["One/Centre Third", "One/Centre First", "One/Centre Second", "Two/Centre Fourth"];
        assert_eq!(cells(&document), expected, "who is there already stays first");
        assert!(to_lane(&document, &all(&document), lane).plan(&document).unwrap().is_empty());
    }

    #[test]
    fn steps_go_to_a_stage_and_keep_their_lane() {
        let mut document = document();
        let stage = *document.stages().iter().find(|(_, it)| it.title.as_str() == "Two").unwrap().0;
        let edit = to_stage(&document, &all(&document), stage);
        document.apply(&edit.plan(&document).unwrap()).unwrap();
        let expected =
            ["Two/Customer Fourth", "Two/Customer First", "Two/Customer Second", "Two/Centre Third"];
        assert_eq!(cells(&document), expected);
    }

    /// The titles of one cell, after the steps of `moving` have been moved within it.
    fn ordered(moving: &[&str], earlier: bool) -> Option<Vec<String>> {
        let text = "workshop \"W\"\njourney j \"Repair\"\nmap j as-lived\nstage s \"One\"\n\
            lane l \"Customer\" kind=customer\n";
        let steps: String = "ABCD".chars().map(|it| format!("step {it} \"{it}\" at=s/l\n")).collect();
        let mut next = 0;
        let mut document = notation::parse(&format!("{text}{steps}"), &mut || {
            next += 1;
            uuid::Uuid::from_u128(next)
        })
        .unwrap();
        let named =
            |it: &str| *document.steps().iter().find(|(_, step)| step.title.as_str() == it).unwrap().0;
        let ids: BTreeSet<StepId> = moving.iter().map(|it| named(it)).collect();
        let edit = within_cells(&document, &ids, earlier)?;
        document.apply(&edit.plan(&document).unwrap()).unwrap();
        let titles: Vec<String> = cells(&document).iter().map(|it| it[it.len() - 1..].to_owned()).collect();
        for (index, title) in titles.iter().enumerate() {
            let id = *document.steps().iter().find(|(_, step)| step.title.as_str() == title).unwrap().0;
            assert_eq!(place_in_cell(&document, id), Some((index + 1, titles.len())));
        }
        Some(titles)
    }

    #[test]
    fn steps_move_one_place_within_their_cell_and_stay_at_its_ends() {
        let is = |words: &str| Some(words.chars().map(|it| it.to_string()).collect::<Vec<_>>());
        assert_eq!(ordered(&["B"], true), is("BACD"));
        assert_eq!(ordered(&["B"], false), is("ACBD"));
        assert_eq!(ordered(&["C"], false), is("ABDC"), "behind the last");
        assert_eq!(ordered(&["B", "C"], true), is("BCAD"), "together");
        assert_eq!(ordered(&["B", "C"], false), is("ADBC"), "together");
        assert_eq!(ordered(&["B", "D"], true), is("BADC"));
        assert_eq!(ordered(&["A", "C"], false), is("BADC"));
        assert_eq!(ordered(&["A", "C"], true), is("ACBD"), "the first stays");
        assert_eq!((ordered(&["A", "B"], true), ordered(&["D"], false)), (None, None), "the ends stay");
    }
}
