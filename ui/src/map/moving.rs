//! Moving steps without dragging them: to a lane or a stage that is chosen by name.

use std::collections::{BTreeMap, BTreeSet};

use opmap_model::{Document, Edit, LaneId, StageId, Step, StepId};

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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use opmap_model::{Document, StepId, notation};

    use super::{to_lane, to_stage};

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
}
