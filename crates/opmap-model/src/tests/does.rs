use expect_test::expect;
use uuid::Uuid;

use super::{check, small};
use crate::{
    Connector, ConnectorField, ConnectorId, Document, Edit, Journey, JourneyField, JourneyId, Lane,
    LaneField, LaneId, LaneKind, MapKey, Percent, Role, RoleField, RoleId, Stage, StageField, StageId, State,
    Step, StepField, StepId, Threshold, Title, WorkshopField,
};

fn title(text: &str) -> Title {
    Title::new(text).unwrap()
}

fn new_id() -> Uuid {
    Uuid::from_u128(1_000)
}

fn step(document: &Document, name: &str) -> StepId {
    *document.steps().iter().find(|(_, it)| it.title.as_str() == name).unwrap().0
}

fn stage(document: &Document, name: &str) -> StageId {
    *document.stages().iter().find(|(_, it)| it.title.as_str() == name).unwrap().0
}

fn lane(document: &Document, name: &str) -> LaneId {
    *document.lanes().iter().find(|(_, it)| it.title.as_str() == name).unwrap().0
}

fn role(document: &Document, name: &str) -> RoleId {
    *document.roles().iter().find(|(_, it)| it.title.as_str() == name).unwrap().0
}

fn map(document: &Document, state: State) -> MapKey {
    MapKey { journey: *document.journeys().keys().next().unwrap(), state }
}

fn connector(document: &Document, from: &str) -> ConnectorId {
    let from = step(document, from);
    *document.connectors().iter().find(|(_, it)| it.from == from).unwrap().0
}

#[test]
fn the_charter_is_set_part_by_part() {
    let edit = Edit::SetWorkshop(WorkshopField::Client(Some(title("Halden"))));
    check(
        &small(),
        &edit,
        expect![[r#"
        ~ workshop
    "#]],
    );
    let same = Edit::SetWorkshop(WorkshopField::Title(title("Repair")));
    check(&small(), &same, expect![[r#""#]]);
}

#[test]
fn a_stage_is_added_in_front_of_another() {
    let d = small();
    let id = StageId(new_id());
    let stage_at = |before| Edit::AddStage {
        id,
        stage: Stage::new(id, map(&d, State::AsLived), title("Triage")),
        before,
    };
    let edit = stage_at(Some(stage(&d, "Visit")));
    check(
        &d,
        &edit,
        expect![[r#"
        + stage "Triage"
    "#]],
    );
    let mut after = d.clone();
    after.apply(&edit.plan(&d).unwrap()).unwrap();
    let order: Vec<&str> =
        after.stages_of_map(map(&d, State::AsLived)).iter().map(|(_, it)| it.title.as_str()).collect();
    assert_eq!(order, ["Contact", "Triage", "Visit"]);
    check(
        &d,
        &stage_at(Some(StageId(new_id()))),
        expect![[r#"
        refused: The place asked for is not in the same row as that stage.
    "#]],
    );
    let taken = stage(&d, "Visit");
    let again = Edit::AddStage {
        id: taken,
        stage: Stage::new(taken, map(&d, State::ToBe), title("Twice")),
        before: None,
    };
    check(
        &d,
        &again,
        expect![[r#"
        refused: That stage is there already.
    "#]],
    );
}

#[test]
fn a_stage_goes_with_its_steps_or_leaves_them_to_another() {
    let d = small();
    let visit = stage(&d, "Visit");
    check(
        &d,
        &Edit::RemoveStage { id: visit, steps_to: None },
        expect![[r#"
        - stage "Visit"
        - step "Assign a technician" in Visit of Dispatch
        - connector "Verify the fault" -> "Assign a technician"
    "#]],
    );
    let kept = Edit::RemoveStage { id: visit, steps_to: Some(stage(&d, "Contact")) };
    check(
        &d,
        &kept,
        expect![[r#"
        - stage "Visit"
        ~ step "Assign a technician" in Visit of Dispatch => "Assign a technician" in Contact of Dispatch
    "#]],
    );
    check(
        &d,
        &Edit::RemoveStage { id: visit, steps_to: Some(visit) },
        expect![[r#"
        refused: Choose another place for the steps: this one is being deleted.
    "#]],
    );
}

#[test]
fn stages_and_lanes_are_renamed_and_moved() {
    let d = small();
    let field = StageField::Title(title("On site"));
    check(
        &d,
        &Edit::SetStage { id: stage(&d, "Visit"), field },
        expect![[r#"
        ~ stage "Visit" => "On site"
    "#]],
    );
    check(
        &d,
        &Edit::MoveStage { id: stage(&d, "Visit"), before: Some(stage(&d, "Contact")) },
        expect![[r#"
        ~ stage "Visit"
    "#]],
    );
    check(
        &d,
        &Edit::MoveLane { id: lane(&d, "Dispatch"), before: Some(lane(&d, "Contact centre")) },
        expect![[r#"
        ~ lane "Dispatch"
    "#]],
    );
    check(
        &d,
        &Edit::MoveLane { id: LaneId(new_id()), before: None },
        expect![[r#"
        refused: That lane is no longer there.
    "#]],
    );
    let field = LaneField::Role(Some(RoleId(new_id())));
    check(
        &d,
        &Edit::SetLane { id: lane(&d, "Dispatch"), field },
        expect![[r#"
        refused: That role is no longer there.
    "#]],
    );
    check(
        &d,
        &Edit::SetLane { id: lane(&d, "Dispatch"), field: LaneField::OthersShare(Percent::new(40)) },
        expect![[r#"
        ~ lane "Dispatch"
    "#]],
    );
}

#[test]
fn a_lane_is_added_and_removed() {
    let d = small();
    let id = LaneId(new_id());
    let lane_record = Lane::new(id, map(&d, State::AsLived), title("Partner"), LaneKind::Partner);
    check(
        &d,
        &Edit::AddLane { id, lane: lane_record, before: None },
        expect![[r#"
        + lane "Partner"
    "#]],
    );
    let to_dispatch =
        Edit::RemoveLane { id: lane(&d, "Contact centre"), steps_to: Some(lane(&d, "Dispatch")) };
    check(
        &d,
        &to_dispatch,
        expect![[r#"
        - lane "Contact centre"
        ~ step "Verify the fault" in Contact of Contact centre => "Verify the fault" in Contact of Dispatch
    "#]],
    );
}

#[test]
fn steps_are_added_set_moved_and_removed() {
    let d = small();
    let id = StepId(new_id());
    let (contact, centre) = (stage(&d, "Contact"), lane(&d, "Contact centre"));
    let new = Step::new(id, contact, centre, title("Log the fault"));
    let add = Edit::AddStep { id, step: new, before: Some(step(&d, "Verify the fault")) };
    check(
        &d,
        &add,
        expect![[r#"
        + step "Log the fault" in Contact of Contact centre
    "#]],
    );
    assert_eq!(add.label(&d), "Add step “Log the fault”");
    let ids = vec![step(&d, "Verify the fault"), step(&d, "Assign a technician")];
    check(
        &d,
        &Edit::MoveSteps { ids, stage: stage(&d, "Visit"), lane: centre, before: None },
        expect![[r#"
        ~ step "Verify the fault" in Contact of Contact centre => "Verify the fault" in Visit of Contact centre
        ~ step "Assign a technician" in Visit of Dispatch => "Assign a technician" in Visit of Contact centre
    "#]],
    );
    check(
        &d,
        &Edit::RemoveSteps { ids: vec![step(&d, "Verify the fault")] },
        expect![[r#"
        - step "Verify the fault" in Contact of Contact centre
        - connector "Calls support" -> "Verify the fault"
        - connector "Verify the fault" -> "Assign a technician"
    "#]],
    );
    check(
        &d,
        &Edit::SetSteps { ids: vec![id], field: StepField::Title(title("Gone")) },
        expect![[r#"
        refused: That step is no longer there.
    "#]],
    );
}

#[test]
fn steps_that_are_moved_and_back_are_all_that_a_move_changes() {
    let d = small();
    let plan = |edit: Edit| edit.plan(&d).unwrap();
    let (ids, lane) = (vec![step(&d, "Verify the fault")], lane(&d, "Contact centre"));
    let moved = plan(Edit::MoveSteps { ids: ids.clone(), stage: stage(&d, "Visit"), lane, before: None });
    assert!(moved.moves_steps_alone() && moved.clone().inverted().moves_steps_alone());

    let named = plan(Edit::SetSteps { ids: ids.clone(), field: StepField::Title(title("Verify")) });
    let removed = plan(Edit::RemoveSteps { ids });
    let stage = plan(Edit::MoveStage { id: stage(&d, "Visit"), before: Some(stage(&d, "Contact")) });
    for other in [&named, &removed, &removed.clone().inverted(), &stage, &moved.clone().then(stage.clone())] {
        assert!(!other.moves_steps_alone(), "{other:?}");
    }
}

#[test]
fn a_step_stays_in_its_map() {
    let d = copied();
    let to_be_stage = *d.stages().iter().find(|(_, it)| it.state == State::ToBe).unwrap().0;
    let edit = Edit::MoveSteps {
        ids: vec![step(&d, "Verify the fault")],
        stage: to_be_stage,
        lane: lane(&d, "Contact centre"),
        before: None,
    };
    check(
        &d,
        &edit,
        expect![[r#"
        refused: That belongs to another map. Copy it instead of moving it.
    "#]],
    );
}

#[test]
fn connectors_join_two_steps_of_a_map_once() {
    let d = small();
    let id = ConnectorId(new_id());
    let between = |from: &str, to: &str| Edit::AddConnector {
        id,
        connector: Connector::new(id, step(&d, from), step(&d, to)),
    };
    check(
        &d,
        &between("Calls support", "Assign a technician"),
        expect![[r#"
        + connector "Calls support" -> "Assign a technician"
    "#]],
    );
    check(
        &d,
        &between("Calls support", "Calls support"),
        expect![[r#"
        refused: A step cannot be connected to itself.
    "#]],
    );
    check(
        &d,
        &between("Calls support", "Verify the fault"),
        expect![[r#"
        refused: These two steps are connected already.
    "#]],
    );
    let (call, assign) = (step(&d, "Calls support"), step(&d, "Assign a technician"));
    let reconnect = Edit::Reconnect { id: connector(&d, "Calls support"), from: call, to: assign };
    check(
        &d,
        &reconnect,
        expect![[r#"
        ~ connector "Calls support" -> "Verify the fault" => "Calls support" -> "Assign a technician"
    "#]],
    );
    let field = ConnectorField::Owner(Some(role(&d, "Team lead")));
    check(
        &d,
        &Edit::SetConnector { id: connector(&d, "Verify the fault"), field },
        expect![[r#"
        ~ connector "Verify the fault" -> "Assign a technician"
    "#]],
    );
    check(
        &d,
        &Edit::RemoveConnectors { ids: vec![id] },
        expect![[r#"
        refused: That connector is no longer there.
    "#]],
    );
}

#[test]
fn a_role_goes_and_what_named_it_is_not_set() {
    let d = small();
    check(
        &d,
        &Edit::RemoveRole { id: role(&d, "Service advisor") },
        expect![[r#"
        - role "Service advisor"
        ~ lane "Contact centre"
        ~ connector "Verify the fault" -> "Assign a technician"
    "#]],
    );
    check(
        &d,
        &Edit::RemoveRole { id: role(&d, "Team lead") },
        expect![[r#"
        - role "Team lead"
        ~ role "Service advisor"
        ~ journey "Repair a fault"
    "#]],
    );
}

#[test]
fn roles_report_upwards_only() {
    let d = small();
    let (lead, advisor) = (role(&d, "Team lead"), role(&d, "Service advisor"));
    check(
        &d,
        &Edit::SetRole { id: lead, field: RoleField::ReportsTo(Some(advisor)) },
        expect![[r#"
        refused: A role cannot report to itself, not even through others.
    "#]],
    );
    let id = RoleId(new_id());
    let mut new = Role::new(title("Planner"));
    new.reports_to = Some(lead);
    check(
        &d,
        &Edit::AddRole { id, role: new, before: Some(lead) },
        expect![[r#"
        + role "Planner"
    "#]],
    );
    check(
        &d,
        &Edit::MoveRole { id: advisor, before: Some(lead) },
        expect![[r#"
        ~ role "Service advisor"
    "#]],
    );
}

#[test]
fn journeys_are_added_set_moved_and_removed() {
    let d = small();
    let id = JourneyId(new_id());
    let add = Edit::AddJourney { id, journey: Journey::new(title("Move home")), before: None };
    check(
        &d,
        &add,
        expect![[r#"
        + journey "Move home"
    "#]],
    );
    let repair = *d.journeys().keys().next().unwrap();
    check(
        &d,
        &Edit::SetJourney { id: repair, field: JourneyField::Owner(None) },
        expect![[r#"
        ~ journey "Repair a fault"
    "#]],
    );
    check(
        &d,
        &Edit::All(vec![add, Edit::MoveJourney { id, before: Some(repair) }]),
        expect![[r#"
        + journey "Move home"
    "#]],
    );
    let gone = Edit::RemoveJourney { id: repair }.plan(&d).unwrap();
    assert_eq!(gone.touched().count(), 1 + 2 + 3 + 3 + 2, "a journey goes with everything on its maps");
}

/// The small map with its copy *to be*.
fn copied() -> Document {
    let mut d = small();
    let edit = copy(&d, State::ToBe, 10);
    d.apply(&edit.plan(&d).unwrap()).unwrap();
    d
}

fn copy(d: &Document, to: State, ids: u128) -> Edit {
    let ids = (2_000..2_000 + ids).map(Uuid::from_u128).collect();
    Edit::CopyState { journey: map(d, to).journey, from: State::AsLived, to, ids }
}

#[test]
fn a_state_is_copied_with_counterparts_and_cleared() {
    let d = copied();
    assert_eq!(d.steps().len(), 6);
    for (id, original) in small().steps() {
        let twin =
            d.steps().iter().find(|(other, it)| *other != id && it.counterpart == original.counterpart);
        assert_eq!(twin.unwrap().1.title, original.title);
    }
    check(
        &d,
        &copy(&d, State::ToBe, 10),
        expect![[r#"
        refused: The map that is to receive the copy is not empty. Clear it first; undo brings it back.
    "#]],
    );
    check(
        &small(),
        &copy(&d, State::ToBe, 9),
        expect![[r#"
        refused: The copy did not get enough new identities.
    "#]],
    );
    let from_empty = Edit::CopyState {
        journey: map(&d, State::ToBe).journey,
        from: State::AsDesigned,
        to: State::AsDesigned,
        ids: Vec::new(),
    };
    check(
        &d,
        &from_empty,
        expect![[r#"
        refused: There is nothing to copy: that map is empty.
    "#]],
    );
    let cleared = Edit::ClearState { map: map(&d, State::ToBe) }.plan(&d).unwrap();
    let mut after = d.clone();
    after.apply(&cleared).unwrap();
    assert_eq!(after, small());
}

#[test]
fn several_edits_are_one_and_see_each_other() {
    let d = small();
    let id = StepId(new_id());
    let connector_id = ConnectorId(Uuid::from_u128(1_001));
    let call = step(&d, "Calls support");
    let new = Step::new(id, stage(&d, "Visit"), lane(&d, "Customer"), title("Waits at home"));
    let edit = Edit::All(vec![
        Edit::AddStep { id, step: new, before: None },
        Edit::AddConnector { id: connector_id, connector: Connector::new(connector_id, call, id) },
    ]);
    check(
        &d,
        &edit,
        expect![[r#"
        + step "Waits at home" in Visit of Customer
        + connector "Calls support" -> "Waits at home"
    "#]],
    );
}

#[test]
fn siblings_without_room_between_them_are_numbered_anew() {
    let mut d = small();
    let (contact, centre) = (stage(&d, "Contact"), lane(&d, "Contact centre"));
    let first = step(&d, "Verify the fault");
    let mut last_added = first;
    for number in 0..40 {
        let id = StepId(Uuid::from_u128(5_000 + number));
        let new = Step::new(id, contact, centre, title(&format!("Step {number}")));
        let edit = Edit::AddStep { id, step: new, before: Some(last_added) };
        d.apply(&edit.plan(&d).unwrap()).unwrap();
        // Each goes between the last one and the one before it, halving the gap.
        let back = Edit::MoveSteps { ids: vec![last_added], stage: contact, lane: centre, before: Some(id) };
        d.apply(&back.plan(&d).unwrap()).unwrap();
        last_added = id;
    }
    let view = d.map_view(map(&d, State::AsLived));
    let ranks: Vec<i64> =
        view.steps.iter().filter(|(_, it)| it.lane == centre).map(|(_, it)| it.rank.0).collect();
    assert_eq!(ranks.len(), 41);
    assert!(ranks.is_sorted_by(|a, b| a < b), "all ranks differ and keep the order: {ranks:?}");
}

#[test]
fn a_limit_of_the_checks_is_set_within_its_range_and_is_the_usual_one_again() {
    let d = small();
    let set = |number| Edit::SetWorkshop(WorkshopField::Threshold(Threshold::Responsible, number));
    assert_eq!(d.workshop().thresholds.of(Threshold::Responsible), 3);
    let mut after = d.clone();
    after.apply(&set(Some(4)).plan(&d).unwrap()).unwrap();
    assert_eq!(after.workshop().thresholds.of(Threshold::Responsible), 4);
    assert!(crate::notation::print(&after).contains("\nthreshold responsible 4\n"));
    after.apply(&set(None).plan(&after).unwrap()).unwrap();
    assert_eq!(after, d);
    check(
        &d,
        &set(Some(100)),
        expect![[r#"
            refused: A number from 0 to 99 is asked for.
        "#]],
    );
    let foreign = serde_json::from_str::<crate::Thresholds>(r#"{"accountable-share": 0}"#);
    assert!(foreign.is_err(), "what comes from elsewhere is not trusted");
}

#[test]
fn what_is_said_of_a_step_is_no_part_of_the_structure() {
    let d = small();
    let ids = vec![*d.steps().keys().next().unwrap()];
    let set = |field: StepField| Edit::SetSteps { ids: ids.clone(), field };
    let named = set(StepField::Title(title("Look")));
    let said = set(StepField::MomentOfTruth(true));
    let gone = Edit::RemoveSteps { ids: ids.clone() };
    assert!(named.changes_structure() && gone.changes_structure());
    assert!(!said.changes_structure() && !Edit::SetWorkshop(WorkshopField::Client(None)).changes_structure());
    assert!(Edit::All(vec![said.clone(), gone]).changes_structure());
    assert!(!Edit::All(vec![said]).changes_structure());
}
