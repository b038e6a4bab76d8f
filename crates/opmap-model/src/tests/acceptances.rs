//! What edits of accepted findings do, and what can be accepted.

use expect_test::expect;
use uuid::Uuid;

use super::{after, check, numbered, small};
use crate::{
    Acceptance, AcceptanceId, Document, Edit, JourneyId, LaneId, MapKey, Part, Paste, PastePlace, PasteVerb,
    RecordId, RoleId, State, StepId, Text, Title, notation,
};

const ID: AcceptanceId = AcceptanceId(Uuid::from_u128(900));

fn text(text: &str) -> Text {
    Text::new(text).unwrap()
}

fn accept(about: RecordId) -> Edit {
    let acceptance =
        Acceptance { rule: Title::new("R1").unwrap(), about, reason: text("One shift has two leads.") };
    Edit::AddAcceptance { id: ID, acceptance }
}

fn first_step(document: &Document) -> StepId {
    *document.steps().keys().next().unwrap()
}

/// The small map with a finding accepted at its first step.
fn accepted() -> Document {
    let small = small();
    after(&small, &accept(RecordId::Step(first_step(&small))))
}

#[test]
fn a_finding_is_accepted_reworded_and_no_longer_accepted() {
    let d = small();
    check(
        &d,
        &accept(RecordId::Step(first_step(&d))),
        expect![[r#"
            + acceptance R1 "One shift has two leads."
        "#]],
    );
    check(
        &accepted(),
        &Edit::SetAcceptances { ids: vec![ID], reason: text("Both sign.") },
        expect![[r#"
            ~ acceptance R1 "One shift has two leads." => R1 "Both sign."
        "#]],
    );
    check(
        &accepted(),
        &Edit::RemoveAcceptances { ids: vec![ID] },
        expect![[r#"
            - acceptance R1 "One shift has two leads."
        "#]],
    );
}

#[test]
fn only_what_is_there_and_checked_can_be_accepted() {
    let d = small();
    check(
        &d,
        &accept(RecordId::Lane(LaneId(Uuid::from_u128(901)))),
        expect![[r#"
            refused: That lane is no longer there.
        "#]],
    );
    check(
        &accepted(),
        &accept(RecordId::Acceptance(ID)),
        expect![[r#"
            refused: What was to be added is not in order, so nothing of it was taken.
        "#]],
    );
    let mut foreign = serde_json::to_value(accepted()).unwrap();
    let channel = d.channels().keys().next().unwrap();
    foreign["acceptances"][ID.0.to_string()]["about"] = serde_json::json!({"kind": "channel", "id": channel});
    let foreign: Document = serde_json::from_value(foreign).unwrap();
    assert_eq!(foreign.violations().len(), 1, "{:?}", foreign.violations());
    let mut dangling = serde_json::to_value(accepted()).unwrap();
    dangling["acceptances"][ID.0.to_string()]["about"]["id"] = serde_json::json!(Uuid::nil());
    let dangling: Document = serde_json::from_value(dangling).unwrap();
    assert_eq!(dangling.violations().len(), 1, "{:?}", dangling.violations());
}

#[test]
fn what_is_accepted_goes_with_its_record_and_comes_back_with_it() {
    let d = accepted();
    let change = Edit::RemoveSteps { ids: vec![first_step(&d)] }.plan(&d).unwrap();
    let mut without = d.clone();
    without.apply(&change).unwrap();
    assert!(without.acceptances().is_empty());
    assert_eq!(without.violations(), []);
    without.apply(&change.inverted()).unwrap();
    assert_eq!(without, d);
    let journey: JourneyId = *d.journeys().keys().next().unwrap();
    assert!(
        after(&d, &Edit::RemoveJourney { id: journey }).acceptances().is_empty(),
        "through stage and step"
    );
}

#[test]
fn what_is_accepted_of_a_role_is_that_of_the_one_it_is_merged_into() {
    let d = small();
    let [lead, adv] = d.roles().keys().copied().collect::<Vec<RoleId>>()[..] else { panic!() };
    let merged = after(&after(&d, &accept(RecordId::Role(adv))), &Edit::MergeRoles { from: adv, into: lead });
    assert_eq!(merged.acceptances()[&ID].about, RecordId::Role(lead));
}

#[test]
fn what_is_accepted_is_written_below_its_record() {
    let text = notation::print(&accepted());
    let lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().position(|it| it.starts_with("accept ")).unwrap();
    assert!(lines[at - 1].starts_with("step st1 "), "{text}");
    assert_eq!(lines[at], r#"accept "R1" "One shift has two leads.""#);
    assert_eq!(notation::print(&notation::parse(&text, &mut numbered()).unwrap()), text);
    let alone = notation::parse("workshop \"W\"\naccept \"R1\" \"Why\"", &mut numbered());
    assert_eq!(
        alone.unwrap_err().to_string(),
        "line 2: what is accepted stands below the record that it is about"
    );
}

#[test]
fn what_is_accepted_of_a_step_goes_along_with_it_but_not_into_another_state() {
    let d = accepted();
    let (journey, step) = (*d.journeys().keys().next().unwrap(), first_step(&d));
    let excerpt = d.excerpt(&Part::Steps([step].into()));
    assert_eq!(excerpt.acceptances().len(), 1);
    let map = MapKey { journey, state: State::AsLived };
    let place = PastePlace::of_steps(&d, &excerpt, map, None, None, None);
    let mut next = 1_000;
    let fresh = || {
        next += 1;
        Uuid::from_u128(next)
    };
    let pasted = after(&d, &Edit::Paste(Box::new(Paste::new(excerpt, place, PasteVerb::Paste, fresh))));
    let about: Vec<RecordId> = pasted.acceptances().values().map(|it| it.about).collect();
    assert_eq!(about.len(), 2);
    assert_ne!(about[0], about[1], "the copy has its own");
    let ids = (2_000..2_100).map(Uuid::from_u128).collect();
    let copied = after(&d, &Edit::CopyState { journey, from: State::AsLived, to: State::ToBe, ids });
    assert_eq!(copied.acceptances().len(), 1, "another state is judged anew");
}
