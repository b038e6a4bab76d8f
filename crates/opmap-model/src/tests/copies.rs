//! What is copied, where it arrives, and what a step does that is put on a connector.

use std::collections::BTreeSet;

use expect_test::expect;
use uuid::Uuid;

use super::{after, check, small};
use crate::{
    Connector, ConnectorId, Document, Edit, JourneyId, LaneId, MapKey, Part, Paste, PastePlace, PasteVerb,
    StageId, State, Step, StepId, Title, notation,
};

fn titled<I: Copy, T>(
    table: &std::collections::BTreeMap<I, T>,
    title: impl Fn(&T) -> &Title,
    name: &str,
) -> I {
    *table.iter().find(|(_, it)| title(it).as_str() == name).unwrap().0
}

fn step(document: &Document, name: &str) -> StepId {
    titled(document.steps(), |it| &it.title, name)
}

fn stage(document: &Document, name: &str) -> StageId {
    titled(document.stages(), |it| &it.title, name)
}

fn lane(document: &Document, name: &str) -> LaneId {
    titled(document.lanes(), |it| &it.title, name)
}

fn as_lived(document: &Document) -> MapKey {
    MapKey { journey: *document.journeys().keys().next().unwrap(), state: State::AsLived }
}

fn steps(document: &Document, names: &[&str]) -> Part {
    Part::Steps(names.iter().map(|name| step(document, name)).collect())
}

fn paste(excerpt: Document, place: PastePlace) -> Edit {
    let mut next = 5_000;
    let fresh = || {
        next += 1;
        Uuid::from_u128(next)
    };
    Edit::Paste(Box::new(Paste::new(excerpt, place, PasteVerb::Paste, fresh)))
}

/// Another workshop, with some of the same names.
fn other() -> Document {
    let text = r#"
workshop "Other"
role adv "service ádvisor"
journey order "Order"
map order as-lived
stage contact "CONTÁCT"
lane centre "Contact centre" kind=frontstage
step greet "Greets" at=contact/centre
"#;
    let mut next = 9_000;
    let fresh = || {
        next += 1;
        Uuid::from_u128(next)
    };
    notation::parse(text, &mut { fresh }).unwrap()
}

#[test]
fn an_excerpt_holds_the_steps_with_what_they_stand_in_and_nothing_else() {
    let d = small();
    expect![[r#"
        workshop "Repair"
        role r1 "Service advisor" function="Service" level=1
        channel ch1 "Phone" kind=assisted medium=phone
        journey j1 "Repair a fault"
        map j1 as-lived
        stage st1 "Contact"
        lane la1 "Customer" kind=customer
        lane la2 "Contact centre" kind=frontstage function="Service" role=r1
        step st1 "Calls support" at=st1/la1 kind=touchpoint channel=ch1
        step st2 "Verify the fault" at=st1/la2 kind=activity
        flow st1 -> st2
    "#]]
    .assert_eq(&notation::print(&d.excerpt(&steps(&d, &["Calls support", "Verify the fault"]))));
    let lone = d.excerpt(&steps(&d, &["Assign a technician"]));
    assert_eq!((lone.steps().len(), lone.connectors().len(), lone.roles().len()), (1, 0, 0));
    assert_eq!(d.excerpt(&Part::Steps(BTreeSet::from([StepId(Uuid::from_u128(77))]))).record_count(), 0);
}

#[test]
fn a_stage_or_lane_is_copied_with_its_steps() {
    let d = small();
    let stage = d.excerpt(&Part::Stage(stage(&d, "Contact")));
    assert_eq!((stage.stages().len(), stage.steps().len(), stage.connectors().len()), (1, 2, 1));
    let lane = d.excerpt(&Part::Lane(lane(&d, "Dispatch")));
    assert_eq!((lane.lanes().len(), lane.stages().len(), lane.steps().len()), (1, 1, 1));
}

#[test]
fn a_journey_is_copied_with_all_its_maps_and_roles() {
    let d = small();
    let journey = *d.journeys().keys().next().unwrap();
    let excerpt = d.excerpt(&Part::Journey(journey));
    assert_eq!(excerpt.steps(), d.steps());
    assert_eq!(excerpt.connectors(), d.connectors());
    assert_eq!(excerpt.get(journey).unwrap().owner, d.get(journey).unwrap().owner);
}

#[test]
fn steps_are_pasted_from_a_cell_on_with_the_connectors_between_them() {
    let d = small();
    let excerpt = d.excerpt(&steps(&d, &["Calls support", "Verify the fault"]));
    let place = PastePlace::of_steps(
        &d,
        &excerpt,
        as_lived(&d),
        Some(stage(&d, "Visit")),
        Some(lane(&d, "Contact centre")),
        None,
    );
    check(
        &d,
        &paste(excerpt, place),
        expect![[r#"
            + step "Calls support" in Visit of Contact centre
            + step "Verify the fault" in Visit of Dispatch
            + connector "Calls support" -> "Verify the fault"
        "#]],
    );
}

#[test]
fn in_another_workshop_places_and_roles_are_found_by_name_and_identity_is_kept() {
    let (d, o) = (small(), other());
    let excerpt = d.excerpt(&steps(&d, &["Verify the fault", "Assign a technician"]));
    let place = PastePlace::of_steps(&o, &excerpt, as_lived(&o), None, None, None);
    let edit = paste(excerpt, place);
    check(
        &o,
        &edit,
        expect![[r#"
            + stage "Visit"
            + lane "Dispatch"
            + step "Verify the fault" in CONTÁCT of Contact centre
            + step "Assign a technician" in Visit of Dispatch
            + connector "Verify the fault" -> "Assign a technician"
        "#]],
    );
    let pasted = after(&o, &edit);
    let of = |document: &Document| document.get(step(document, "Verify the fault")).unwrap().counterpart;
    assert_eq!(of(&pasted), of(&d), "the counterpart tells that it is the same step");
    let connector = pasted.connectors().values().next().unwrap();
    assert_eq!(pasted.get(connector.owner.unwrap()).unwrap().title.as_str(), "service ádvisor");
    let once_more = after(&pasted, &renumbered(edit));
    let counterparts: BTreeSet<_> = once_more.steps().values().map(|it| it.counterpart).collect();
    assert_eq!(counterparts.len(), once_more.steps().len(), "a second one is another step");
}

/// The same paste with other identities.
fn renumbered(edit: Edit) -> Edit {
    let Edit::Paste(mut paste) = edit else { panic!("not a paste") };
    for (id, number) in paste.ids.iter_mut().zip(7_000..) {
        *id = Uuid::from_u128(number);
    }
    Edit::Paste(paste)
}

#[test]
fn what_is_internal_can_be_left_out() {
    let made =
        crate::generate::document(&crate::generate::Options { steps: 40, lanes: 3, stages: 4, seed: 9 });
    let id = *made.steps().keys().next().unwrap();
    let said = Edit::SetSteps {
        ids: vec![id],
        field: crate::StepField::InternalNote(crate::Text::new("For us").ok()),
    };
    let card = crate::CardId(Uuid::from_u128(3_000));
    let text = crate::Text::new("Hidden").unwrap();
    let hidden = crate::Card { internal: true, ..crate::Card::new(id, crate::CardKind::Quote, text) };
    let made = after(&made, &Edit::All(vec![said, Edit::AddCard { id: card, card: hidden, before: None }]));
    let open = made.clone().without_internal();
    assert_eq!(open.violations(), []);
    assert_eq!((open.get(card), open.get(id).unwrap().internal_note.as_ref()), (None, None));
    assert_eq!(open.steps().len(), made.steps().len());
}

#[test]
fn a_journey_is_pasted_whole_with_its_counterparts() {
    let (d, o) = (small(), other());
    let journey = *d.journeys().keys().next().unwrap();
    let edit = paste(d.excerpt(&Part::Journey(journey)), PastePlace::Workshop);
    assert_eq!(edit.label(&o), "Paste journey “Repair a fault”");
    let pasted = after(&o, &edit);
    let counterparts =
        |document: &Document| -> BTreeSet<_> { document.steps().values().map(|it| it.counterpart).collect() };
    assert!(counterparts(&pasted).is_superset(&counterparts(&d)));
    let titles: Vec<&str> = pasted.roles_in_order().iter().map(|(_, it)| it.title.as_str()).collect();
    assert_eq!(titles, ["service ádvisor", "Team lead"], "a role that is there is not added again");
}

#[test]
fn a_stage_is_duplicated_in_front_of_another() {
    let d = small();
    let excerpt = d.excerpt(&Part::Stage(stage(&d, "Contact")));
    let place = PastePlace::of_stages(&d, &excerpt, as_lived(&d), (Some(stage(&d, "Visit")), None));
    let pasted = after(&d, &paste(excerpt, place));
    let view = pasted.map_view(as_lived(&d));
    let order: Vec<&str> = view.stages.iter().map(|(_, it)| it.title.as_str()).collect();
    assert_eq!(order, ["Contact", "Contact", "Visit"]);
    assert_eq!((view.lanes.len(), view.steps.len(), view.connectors.len()), (3, 5, 3));
}

#[test]
fn what_is_pasted_keeps_the_rules_or_is_refused() {
    let d = small();
    let excerpt = d.excerpt(&steps(&d, &["Calls support"]));
    let place = PastePlace::of_steps(&d, &excerpt, as_lived(&d), None, None, None);
    let gone = MapKey { journey: JourneyId(Uuid::from_u128(77)), state: State::ToBe };
    let PastePlace::Map { stages, lanes, .. } = place.clone() else { panic!("not a map") };
    let nowhere = PastePlace::Map {
        map: gone,
        stages,
        lanes,
        stage_before: None,
        lane_before: None,
        step_before: None,
    };
    check(
        &d,
        &paste(excerpt.clone(), nowhere),
        expect![[r#"
        refused: That journey is no longer there.
    "#]],
    );
    let Edit::Paste(mut few) = paste(excerpt.clone(), place) else { panic!("not a paste") };
    few.ids.clear();
    check(
        &d,
        &Edit::Paste(few),
        expect![[r#"
        refused: The copy did not get enough new identities.
    "#]],
    );
    let json = serde_json::to_string(&excerpt).unwrap();
    let customer = lane(&d, "Customer").0.to_string();
    let torn: Document =
        serde_json::from_str(&json.replacen(&customer, &Uuid::from_u128(78).to_string(), 1)).unwrap();
    let place = PastePlace::of_steps(&d, &torn, as_lived(&d), None, None, None);
    check(
        &d,
        &paste(torn, place),
        expect![[r#"
        refused: What was to be added is not in order, so nothing of it was taken.
    "#]],
    );
}

/// A map whose first connector is a handoff from *Verify* to *Assign*, with a step to be put between.
fn with_step_in(lane_name: &str) -> (Document, StepId, ConnectorId) {
    let d = small();
    let id = StepId(Uuid::from_u128(2_000));
    let added = Step::new(id, stage(&d, "Visit"), lane(&d, lane_name), Title::new("Checks").unwrap());
    let d = after(&d, &Edit::AddStep { id, step: added, before: None });
    let from = step(&d, "Verify the fault");
    let connector = *d.connectors().iter().find(|(_, it)| it.from == from).unwrap().0;
    (d, id, connector)
}

fn insert(step: StepId, connector: ConnectorId) -> Edit {
    Edit::InsertBetween { step, connector, onward: ConnectorId(Uuid::from_u128(2_001)) }
}

fn halves(document: &Document, connector: ConnectorId) -> [String; 2] {
    let name = |id| {
        let it: &Connector = document.get(id).unwrap();
        let end = |id: StepId| &document.get(id).unwrap().title;
        format!("{} -> {}, {}/7", end(it.from), end(it.to), it.filled_parts())
    };
    [name(connector), name(ConnectorId(Uuid::from_u128(2_001)))]
}

#[test]
fn a_step_on_a_connector_goes_between_and_the_agreement_stays_with_its_lanes() {
    let cases = [
        ("Dispatch", ["Verify the fault -> Checks, 4/7", "Checks -> Assign a technician, 2/7"]),
        ("Contact centre", ["Checks -> Assign a technician, 4/7", "Verify the fault -> Checks, 2/7"]),
        ("Customer", ["Verify the fault -> Checks, 4/7", "Checks -> Assign a technician, 2/7"]),
    ];
    for (lane, expected) in cases {
        let (d, step, connector) = with_step_in(lane);
        let done = after(&d, &insert(step, connector));
        assert_eq!(halves(&done, connector), expected, "{lane}");
    }
}

#[test]
fn a_half_that_is_there_is_not_added_and_the_ends_are_no_middle() {
    let (d, step_id, connector) = with_step_in("Dispatch");
    let there = ConnectorId(Uuid::from_u128(2_002));
    let from = step(&d, "Verify the fault");
    let first = Edit::AddConnector { id: there, connector: Connector::new(there, from, step_id) };
    let d = after(&d, &first);
    check(
        &d,
        &insert(step_id, connector),
        expect![[r#"
        ~ connector "Verify the fault" -> "Assign a technician" => "Checks" -> "Assign a technician"
    "#]],
    );
    check(
        &d,
        &insert(from, connector),
        expect![[r#"
        refused: A step cannot be connected to itself.
    "#]],
    );
}

/// A map with a decision at one step and one at two, and one that belongs to its first stage.
fn decided() -> Document {
    let text = r#"
workshop "Repair"
role lead "Lead"
journey repair "Repair"
map repair as-lived
stage one "One"
stage two "Two"
lane centre "Centre" kind=frontstage
step credit "Credit?" at=one/centre kind=decision
step more "More?" at=two/centre kind=decision
decision "Both" step=credit step=more decider=lead
decision "Credit" step=credit decider=lead escalate-to=lead escalate-after=1d
decision "All of it" stage=one
decision "Nowhere" decider=lead
"#;
    let mut next = 0;
    let fresh = || {
        next += 1;
        Uuid::from_u128(next)
    };
    notation::parse(text, &mut { fresh }).unwrap()
}

fn decisions(document: &Document) -> Vec<&str> {
    document.decisions_in_order().iter().map(|it| it.1.title.as_str()).collect()
}

#[test]
fn a_decision_goes_along_when_all_that_it_belongs_to_does() {
    let d = decided();
    assert_eq!(decisions(&d.excerpt(&steps(&d, &["Credit?"]))), ["Credit"]);
    assert_eq!(decisions(&d.excerpt(&steps(&d, &["Credit?", "More?"]))), ["Both", "Credit"]);
    assert_eq!(decisions(&d.excerpt(&steps(&d, &["More?"]))), [""; 0]);
    assert_eq!(decisions(&d.excerpt(&Part::Stage(stage(&d, "One")))), ["Credit", "All of it"]);
    assert_eq!(decisions(&d.excerpt(&Part::Lane(lane(&d, "Centre")))), ["Both", "Credit"]);
    assert_eq!(decisions(&d.excerpt(&Part::Journey(as_lived(&d).journey))), ["Both", "Credit", "All of it"]);
}

#[test]
fn a_copied_journey_carries_its_decisions() {
    let d = decided();
    let excerpt = d.excerpt(&Part::Journey(as_lived(&d).journey));
    let copied = after(&d, &paste(excerpt.clone(), PastePlace::Workshop));
    let all = ["Both", "Credit", "All of it", "Nowhere", "Both", "Credit", "All of it"];
    assert_eq!(decisions(&copied), all, "behind those that were there, in their order");
    let maps: BTreeSet<_> = copied.decisions().values().filter_map(|it| copied.map_of_decision(it)).collect();
    assert_eq!(maps.len(), 2, "each belongs to the steps of its own journey");
    let lead = *d.roles().keys().next().unwrap();
    assert!(copied.decisions().values().filter(|it| it.rights.deciders() == [lead]).count() == 5);
    let there = after(&other(), &paste(excerpt, PastePlace::Workshop));
    assert_eq!(decisions(&there), ["Both", "Credit", "All of it"]);
    let (_, credit) = there.decisions_in_order()[1];
    assert_eq!(
        there.get(credit.escalate_to.unwrap()).unwrap().title.as_str(),
        "Lead",
        "its roles come along"
    );
}

#[test]
fn a_step_that_is_duplicated_has_a_decision_of_its_own() {
    let d = decided();
    let excerpt = d.excerpt(&steps(&d, &["Credit?"]));
    let map = as_lived(&d);
    let (first, centre) = (stage(&d, "One"), lane(&d, "Centre"));
    let place = PastePlace::of_steps(&d, &excerpt, map, Some(first), Some(centre), None);
    let twice = after(&d, &paste(excerpt, place));
    let of: Vec<_> =
        twice.decisions().values().filter(|it| it.title.as_str() == "Credit").map(|it| &it.steps).collect();
    assert_eq!(of.len(), 2);
    assert!(of[0].is_disjoint(of[1]));
}
