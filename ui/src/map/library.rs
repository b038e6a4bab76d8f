//! Steps, lanes and journeys that many services have, to be added.

use opmap_exchange::journey_templates::JourneyTemplate;
use opmap_model::{
    Document, Edit, Keyword, Lane, LaneId, LaneKind, MapKey, Paste, PastePlace, PasteVerb, Performer,
    Sourcing, StageId, Step, StepId, StepKind, Title,
};

use super::pasting;
use super::selection::Selection;
use super::state::MapState;
use crate::editor::Editor;
use crate::identity::fresh_uuid;

/// A step of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LibraryStep {
    pub(crate) title: &'static str,
    kind: StepKind,
    /// The kind of the lanes where it usually is done.
    pub(crate) lane_kind: LaneKind,
}

/// A lane of the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LibraryLane {
    pub(crate) title: &'static str,
    pub(crate) kind: LaneKind,
    performer: Option<Performer>,
    function: Option<&'static str>,
    sourcing: Option<Sourcing>,
}

const fn step(title: &'static str, kind: StepKind, lane_kind: LaneKind) -> LibraryStep {
    LibraryStep { title, kind, lane_kind }
}

const fn lane(
    title: &'static str,
    kind: LaneKind,
    performer: Option<Performer>,
    function: Option<&'static str>,
) -> LibraryLane {
    LibraryLane { title, kind, performer, function, sourcing: None }
}

/// The steps, roughly in the order in which a customer meets them.
pub(crate) const STEPS: &[LibraryStep] = &[
    step("Order entry", StepKind::Activity, LaneKind::Backstage),
    step("Onboarding", StepKind::Touchpoint, LaneKind::Frontstage),
    step("Call handling", StepKind::Touchpoint, LaneKind::Frontstage),
    step("Call logging", StepKind::Activity, LaneKind::Frontstage),
    step("Help desk", StepKind::Touchpoint, LaneKind::Frontstage),
    step("Technical support", StepKind::Touchpoint, LaneKind::Frontstage),
    step("On-site support", StepKind::Touchpoint, LaneKind::Frontstage),
    step("Billing enquiry", StepKind::Touchpoint, LaneKind::Frontstage),
    step("Complaint handling", StepKind::Touchpoint, LaneKind::Frontstage),
    step("Returns", StepKind::Activity, LaneKind::Backstage),
    step("Renewal", StepKind::Touchpoint, LaneKind::Frontstage),
    step("Workforce management", StepKind::Activity, LaneKind::Support),
];

/// The lanes, from top to bottom.
pub(crate) const LANES: &[LibraryLane] = &[
    lane("Customer", LaneKind::Customer, None, None),
    lane("Digital self-service", LaneKind::Frontstage, Some(Performer::System), None),
    lane("Contact centre", LaneKind::Frontstage, Some(Performer::Person), Some("Service")),
    lane("Field service", LaneKind::Frontstage, Some(Performer::Person), Some("Operations")),
    lane("Dispatch", LaneKind::Backstage, Some(Performer::Person), Some("Operations")),
    lane("Back office", LaneKind::Backstage, Some(Performer::Person), Some("Back office")),
    lane("Finance", LaneKind::Backstage, Some(Performer::Person), Some("Finance")),
    lane("IT systems", LaneKind::Support, Some(Performer::System), Some("IT")),
    LibraryLane {
        sourcing: Some(Sourcing::Partner),
        ..lane("Partner", LaneKind::Partner, Some(Performer::Partner), Some("Partner"))
    },
];

/// The edit that adds a step of the library where the selection is; none while the map has no cell.
pub(crate) fn add_step(
    document: &Document,
    map: MapKey,
    selection: &Selection,
    id: StepId,
    step: LibraryStep,
) -> Option<Edit> {
    let (stage, lane) = cell(document, map, selection, step.lane_kind)?;
    let title = Title::new(step.title).ok()?;
    Some(Edit::AddStep {
        id,
        step: Step { kind: step.kind, ..Step::new(id, stage, lane, title) },
        before: None,
    })
}

/// The edit that adds a lane of the library below those that are as near to the customer as it is (B1).
pub(crate) fn add_lane(document: &Document, map: MapKey, id: LaneId, lane: LibraryLane) -> Option<Edit> {
    let depth = |kind: LaneKind| LaneKind::ALL.iter().position(|it| *it == kind);
    let lanes = document.lanes_of_map(map);
    let before = lanes.iter().find(|(_, it)| depth(it.kind) > depth(lane.kind)).map(|(id, _)| *id);
    let new = Lane {
        performer: lane.performer,
        function: lane.function.and_then(|it| Title::new(it).ok()),
        sourcing: lane.sourcing,
        ..Lane::new(id, map, Title::new(lane.title).ok()?, lane.kind)
    };
    Some(Edit::AddLane { id, lane: new, before })
}

/// Adds a journey of the library, and shows it.
pub(crate) fn add_ready_journey(editor: Editor, map_state: MapState, template: JourneyTemplate) {
    let Some(excerpt) = template.excerpt(&mut fresh_uuid) else { return };
    let paste = Paste::new(excerpt, PastePlace::Workshop, PasteVerb::Add, fresh_uuid);
    pasting::make(Edit::Paste(Box::new(paste)), editor, map_state);
}

/// The cell of the selection. Where it does not say the lane, the first one of the kind; else the first.
fn cell(
    document: &Document,
    map: MapKey,
    selection: &Selection,
    kind: LaneKind,
) -> Option<(StageId, LaneId)> {
    let view = document.map_view(map);
    let first_stage = view.stages.first()?.0;
    let usual = view.lanes.iter().find(|(_, it)| it.kind == kind).or(view.lanes.first())?.0;
    let here = selection.last_step().and_then(|id| document.get(id)).map(|it| (it.stage, it.lane));
    Some(match (here, selection) {
        (Some(cell), _) => cell,
        (None, Selection::Stage(stage)) => (*stage, usual),
        (None, Selection::Lane(lane)) => (first_stage, *lane),
        _ => (first_stage, usual),
    })
}

#[cfg(test)]
mod tests {
    use opmap_model::{Document, LaneKind, MapKey, State, Title, notation};
    use uuid::Uuid;

    use super::{LANES, STEPS, add_lane, add_step};
    use crate::map::Selection;

    fn document(lanes: &str) -> (Document, MapKey) {
        let mut next = 0;
        let text = format!(
            "workshop \"W\"\njourney j \"Repair\"\nmap j as-lived\nstage s1 \"One\"\nstage s2 \"Two\"\n{lanes}"
        );
        let document = notation::parse(&text, &mut || {
            next += 1;
            Uuid::from_u128(next)
        })
        .unwrap();
        let journey = *document.journeys().keys().next().unwrap();
        (document, MapKey { journey, state: State::AsLived })
    }

    #[test]
    fn every_entry_can_be_added() {
        let (mut document, map) = document("");
        let mut next = 1_000;
        let mut id = || {
            next += 1;
            Uuid::from_u128(next)
        };
        assert_eq!(
            add_step(&document, map, &Selection::None, id().into(), STEPS[0]),
            None,
            "there is no cell yet"
        );
        // From the bottom to the top, and still they end up in the order of the blueprint.
        for lane in LANES.iter().rev() {
            let edit = add_lane(&document, map, id().into(), *lane).unwrap();
            document.apply(&edit.plan(&document).unwrap()).unwrap();
        }
        let kinds: Vec<LaneKind> = document.lanes_of_map(map).iter().map(|(_, it)| it.kind).collect();
        let mut sorted = kinds.clone();
        sorted.sort_by_key(|kind| LANES.iter().position(|it| it.kind == *kind));
        assert_eq!(kinds, sorted);
        for step in STEPS {
            let edit = add_step(&document, map, &Selection::None, id().into(), *step).unwrap();
            document.apply(&edit.plan(&document).unwrap()).unwrap();
        }
        assert_eq!(document.steps().len(), STEPS.len());
        assert_eq!(document.violations(), []);
    }

    #[test]
    fn a_step_goes_where_the_selection_is_or_where_it_is_usually_done() {
        let (document, map) =
            document("lane cu \"Customer\" kind=customer\nlane bo \"Office\" kind=backstage\n");
        let id = Uuid::from_u128(1_000).into();
        let view = document.map_view(map);
        let cell = |selection: &Selection| {
            let edit = add_step(&document, map, selection, id, STEPS[0]).unwrap();
            let mut document = document.clone();
            document.apply(&edit.plan(&document).unwrap()).unwrap();
            let step = document.get(id).unwrap();
            let title = |it: &Title| it.to_string();
            (title(&document.get(step.stage).unwrap().title), title(&document.get(step.lane).unwrap().title))
        };
        let pair = |stage: &str, lane: &str| (stage.to_owned(), lane.to_owned());
        assert_eq!(cell(&Selection::None), pair("One", "Office"));
        assert_eq!(cell(&Selection::Stage(view.stages[1].0)), pair("Two", "Office"));
        assert_eq!(cell(&Selection::Lane(view.lanes[0].0)), pair("One", "Customer"));
    }
}
