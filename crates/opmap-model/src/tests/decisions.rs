//! What edits of decisions do, and what a decision cannot be.

use expect_test::expect;
use uuid::Uuid;

use super::{after, check, numbered};
use crate::{
    Band, Bands, DaciLetter, Decision, DecisionField, DecisionId, Document, Edit, Keyword, MapKey,
    RapidLetter, RightLetter, Rights, RoleId, State, Step, StepId, Title, notation,
};

/// A decision on a step *as lived*, in RAPID, with bands; the journey is there *to be* too.
fn decided() -> Document {
    let text = r#"
workshop "Repair"
role adv "Advisor"
role lead "Lead"
role head "Head"
journey repair "Repair" owner=lead
map repair as-lived
stage one "One"
lane centre "Centre" kind=frontstage
step credit "Credit?" at=one/centre kind=decision
decision "Give a credit" material=yes stage=one step=credit framework=rapid right=lead:decide right="adv:recommend:Proposes" unit="€" band=100:adv band=500:lead beyond=head escalate-to=head escalate-after=1d region="North"
map repair to-be
stage other "Other"
lane centre "Centre" kind=frontstage
step pay "Pay" at=other/centre
"#;
    notation::parse(text, &mut numbered()).unwrap()
}

fn the_decision(document: &Document) -> (DecisionId, &Decision) {
    document.decisions_in_order()[0]
}

fn role(document: &Document, name: &str) -> RoleId {
    *document.roles().iter().find(|(_, it)| it.title.as_str() == name).unwrap().0
}

fn step(document: &Document, name: &str) -> StepId {
    *document.steps().iter().find(|(_, it): &(_, &Step)| it.title.as_str() == name).unwrap().0
}

fn set(document: &Document, field: DecisionField) -> Edit {
    Edit::SetDecision { id: the_decision(document).0, field }
}

#[test]
fn a_decision_is_written_and_read_again() {
    let d = decided();
    let text = notation::print(&d);
    assert!(text.contains(
        r#"decision "Give a credit" material=yes stage=st1 step=st1 framework=rapid right=r2:decide right="r1:recommend:Proposes" unit="€" band=100:r1 band=500:r2 beyond=r3 escalate-to=r3 escalate-after=1d region="North""#
    ), "{text}");
    assert_eq!(notation::print(&notation::parse(&text, &mut numbered()).unwrap()), text);
}

#[test]
fn d1_a_decision_belongs_to_one_map() {
    let d = decided();
    check(
        &d,
        &set(&d, DecisionField::Step(step(&d, "Pay"), true)),
        expect![[r#"
            refused: That belongs to another map. Copy it instead of moving it.
        "#]],
    );
    let loose =
        after(&d, &Edit::RemoveStage { id: *the_decision(&d).1.stages.first().unwrap(), steps_to: None });
    let (_, decision) = the_decision(&loose);
    assert!(decision.stages.is_empty() && decision.steps.is_empty(), "it is left, belonging to nothing");
    assert_eq!(loose.map_of_decision(decision), None);
    let text = notation::print(&loose);
    assert_eq!(notation::print(&notation::parse(&text, &mut numbered()).unwrap()), text);
}

#[test]
fn d5_letters_of_two_frameworks_are_of_two_types() {
    let mixed = serde_json::json!({
        "framework": "rapid",
        "rights": [{"letter": "approver", "role": Uuid::nil(), "words": null}],
    });
    assert!(serde_json::from_value::<Rights>(mixed).is_err());
    let signs = |it: Vec<&'static str>| it.concat();
    assert_eq!(signs(RapidLetter::ALL.iter().map(|it| it.sign()).collect()), "RAPID");
    assert_eq!(signs(DaciLetter::ALL.iter().map(|it| it.sign()).collect()), "DACI");
}

#[test]
fn d6_bands_have_neither_gap_nor_overlap() {
    let unit = || Title::new("€").unwrap();
    let band = |below| Band { below, decider: None };
    assert!(Bands::new(unit(), vec![band(100), band(500)], None).is_some());
    assert!(Bands::new(unit(), Vec::new(), None).is_some(), "one band without a limit");
    assert_eq!(Bands::new(unit(), vec![band(100), band(100)], None), None);
    assert_eq!(Bands::new(unit(), vec![band(500), band(100)], None), None);
    assert_eq!(Bands::new(unit(), vec![band(0)], None), None);
    let read = serde_json::from_str::<Bands>(
        r#"{"unit": "€", "limited": [{"below": 5, "decider": null}, {"below": 5, "decider": null}], "beyond": null}"#,
    );
    assert!(read.is_err(), "what comes from elsewhere is not trusted");
}

#[test]
fn a_role_that_goes_leaves_its_rights_and_limits_not_set() {
    let d = decided();
    let lead = role(&d, "Lead");
    assert_eq!(d.held_by_role(lead).decisions, [the_decision(&d).0]);
    let change = Edit::RemoveRole { id: lead }.plan(&d).unwrap();
    let mut without = d.clone();
    without.apply(&change).unwrap();
    let (_, decision) = the_decision(&without);
    assert_eq!(decision.rights.deciders(), []);
    let deciders: Vec<_> = decision.bands.as_ref().unwrap().deciders().collect();
    assert_eq!(deciders, [Some(role(&d, "Advisor")), None, Some(role(&d, "Head"))]);
    without.apply(&change.inverted()).unwrap();
    assert_eq!(without, d);
    let merged = after(&d, &Edit::MergeRoles { from: lead, into: role(&d, "Head") });
    assert_eq!(the_decision(&merged).1.rights.deciders(), [role(&d, "Head")]);
}

#[test]
fn who_decides_is_said_by_right_and_by_limits() {
    let d = decided();
    let (adv, lead, head) = (role(&d, "Advisor"), role(&d, "Lead"), role(&d, "Head"));
    let mut decision = the_decision(&d).1.clone();
    assert_eq!(decision.deciders(), [lead, adv, head], "by right first, each once");
    assert_eq!(decision.first_deciders(), [lead]);
    assert_eq!([adv, lead, head].map(|it| decision.is_always_decided_by(it)), [false, true, false]);
    decision.rights = Rights::Decider(None);
    assert_eq!((decision.deciders(), decision.first_deciders()), (vec![adv, lead, head], vec![adv]));
    assert!(![adv, lead, head].iter().any(|it| decision.is_always_decided_by(*it)));
    decision.bands = Bands::new(Title::new("€").unwrap(), Vec::new(), Some(head));
    assert_eq!((decision.first_deciders(), decision.is_always_decided_by(head)), (vec![head], true));
    decision.bands = None;
    assert!(decision.deciders().is_empty() && decision.first_deciders().is_empty());
}

#[test]
fn a_copied_state_has_decisions_of_its_own() {
    let d = decided();
    let (journey, _) = d.journeys_in_order()[0];
    let cleared = after(&d, &Edit::ClearState { map: MapKey { journey, state: State::ToBe } });
    assert_eq!(cleared.decisions().len(), 1, "that of another state stays");
    let ids = (900..904).map(Uuid::from_u128).collect();
    let copy = Edit::CopyState { journey, from: State::AsLived, to: State::ToBe, ids };
    let copied = after(&cleared, &copy);
    let maps: Vec<_> =
        copied.decisions_in_order().iter().map(|(_, it)| copied.map_of_decision(it).unwrap().state).collect();
    assert_eq!(maps, [State::AsLived, State::ToBe]);
    let emptied = after(&copied, &Edit::ClearState { map: MapKey { journey, state: State::ToBe } });
    assert_eq!(emptied, cleared, "a state that is cleared takes its decisions along");
}

#[test]
fn a_decision_is_added_and_removed() {
    let d = decided();
    let id = DecisionId(Uuid::from_u128(900));
    let mut decision = Decision::new(Title::new("Send a crew").unwrap());
    let add =
        |decision: &Decision| Edit::AddDecision { id, decision: Box::new(decision.clone()), before: None };
    check(
        &d,
        &add(&decision),
        expect![[r#"
            + decision "Send a crew"
        "#]],
    );
    decision.rights = Rights::Decider(Some(RoleId(Uuid::from_u128(901))));
    check(
        &d,
        &add(&decision),
        expect![[r#"
            refused: That role is no longer there.
        "#]],
    );
    check(
        &d,
        &Edit::RemoveDecision { id: the_decision(&d).0 },
        expect![[r#"
            - decision "Give a credit"
        "#]],
    );
}

#[test]
fn a_role_that_is_added_to_be_named_is_not_what_undo_is_called() {
    let d = decided();
    let clerk = RoleId(uuid::Uuid::from_u128(900));
    let add = Edit::AddRole { id: clerk, role: crate::Role::new(Title::new("Clerk").unwrap()), before: None };
    let goes_to = set(&d, DecisionField::EscalateTo(Some(clerk)));
    let named = goes_to.label(&d);
    assert_eq!(Edit::All(vec![add.clone(), goes_to]).label(&d), named);
    assert_eq!(Edit::All(vec![add.clone(), add]).label(&d), "Add role “Clerk”");
}
