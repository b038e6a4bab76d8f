//! What is the same in different maps, said by hand.

use expect_test::expect;
use uuid::Uuid;

use super::{after, check, numbered};
use crate::{CounterpartId, Document, Edit, MapKey, RecordId, State, StepId, notation};

/// A map as lived with its copy as designed, and one to be that was drawn by hand.
fn drawn_twice() -> Document {
    let text = r#"
workshop "Repair"
journey j "Repair a fault"
map j as-designed
stage s "Contact"
lane l "Centre" kind=frontstage
step call "Takes call" at=s/l
map j as-lived
stage s "Contact"
lane l "Centre" kind=frontstage
step call "Takes call" at=s/l
step log "Logs" at=s/l
flow call -> log
map j to-be
stage t "Contact"
lane m "Centre" kind=frontstage
step answer "Answers" at=t/m
step note "Notes" at=t/m
flow answer -> note
"#;
    notation::parse(text, &mut numbered()).unwrap()
}

fn step(document: &Document, state: State, title: &str) -> StepId {
    let map = MapKey { journey: *document.journeys().keys().next().unwrap(), state };
    let found = document.steps_of_map(map).into_iter().find(|(_, it)| it.title.as_str() == title);
    found.unwrap().0
}

fn join(document: &Document, one: (State, &str), other: (State, &str)) -> Edit {
    let [one, other] = [one, other].map(|(state, title)| RecordId::Step(step(document, state, title)));
    Edit::Join { one, other }
}

#[test]
fn two_steps_that_were_drawn_apart_become_the_same_with_all_their_counterparts() {
    let d = drawn_twice();
    let edit = join(&d, (State::ToBe, "Answers"), (State::AsLived, "Takes call"));
    assert_eq!(edit.label(&d), "Join counterparts of “Answers”");
    let joined = after(&d, &edit);
    let answers = step(&joined, State::ToBe, "Answers");
    let map = |state| MapKey { journey: *joined.journeys().keys().next().unwrap(), state };
    for state in [State::AsDesigned, State::AsLived] {
        let twin = RecordId::Step(step(&joined, state, "Takes call"));
        assert_eq!(joined.counterpart_in(RecordId::Step(answers), map(state)), Some(twin));
    }
    assert_eq!(joined.counterpart_in(RecordId::Step(answers), map(State::OptionB)), None);
    // Once more changes nothing.
    let again = join(&joined, (State::AsDesigned, "Takes call"), (State::ToBe, "Answers"));
    check(&joined, &again, expect![[""]]);
}

#[test]
fn stages_lanes_and_connectors_are_joined_too_and_never_with_another_kind() {
    let d = drawn_twice();
    let map = |state| MapKey { journey: *d.journeys().keys().next().unwrap(), state };
    let (lived, wanted) = (d.map_view(map(State::AsLived)), d.map_view(map(State::ToBe)));
    let pairs = [
        (RecordId::Stage(lived.stages[0].0), RecordId::Stage(wanted.stages[0].0)),
        (RecordId::Lane(lived.lanes[0].0), RecordId::Lane(wanted.lanes[0].0)),
        (RecordId::Connector(lived.connectors[0].0), RecordId::Connector(wanted.connectors[0].0)),
    ];
    for (one, other) in pairs {
        let joined = after(&d, &Edit::Join { one, other });
        assert_eq!(joined.counterpart_in(one, map(State::ToBe)), Some(other));
    }
    let unlike = Edit::Join { one: pairs[0].0, other: pairs[1].1 };
    check(
        &d,
        &unlike,
        expect![[r#"
        refused: Only two stages, two lanes, two steps or two connectors can be the same.
    "#]],
    );
}

#[test]
fn two_of_one_map_are_never_the_same() {
    let d = drawn_twice();
    let direct = join(&d, (State::ToBe, "Answers"), (State::ToBe, "Notes"));
    check(
        &d,
        &direct,
        expect![[r#"
        refused: Then two steps of one map would be the same. Part one of them from its counterparts first.
    "#]],
    );
    // The designed call is the lived one already.
    let through = join(&d, (State::AsDesigned, "Takes call"), (State::AsLived, "Logs"));
    check(
        &d,
        &through,
        expect![[r#"
        refused: Then two steps of one map would be the same. Part one of them from its counterparts first.
    "#]],
    );
}

#[test]
fn a_step_is_parted_from_its_counterparts_which_stay_together() {
    let d = after(
        &drawn_twice(),
        &join(&drawn_twice(), (State::AsLived, "Takes call"), (State::ToBe, "Answers")),
    );
    let map = |state| MapKey { journey: *d.journeys().keys().next().unwrap(), state };
    let [designed, lived] =
        [State::AsDesigned, State::AsLived].map(|it| RecordId::Step(step(&d, it, "Takes call")));
    let wanted = RecordId::Step(step(&d, State::ToBe, "Answers"));
    let counterpart = CounterpartId(Uuid::from_u128(1_000));
    let edit = Edit::Part { record: lived, counterpart };
    assert_eq!(edit.label(&d), "Part from its counterparts: “Takes call”");
    let parted = after(&d, &edit);
    assert_eq!(parted.counterpart_in(lived, map(State::ToBe)), None);
    assert_eq!(parted.counterpart_in(wanted, map(State::AsDesigned)), Some(designed));
    check(
        &parted,
        &Edit::Part { record: lived, counterpart: CounterpartId(Uuid::from_u128(1_001)) },
        expect![[r#"
        refused: That step has no counterpart.
    "#]],
    );
    check(
        &parted,
        &Edit::Part { record: wanted, counterpart },
        expect![[r#"
        refused: This map already has a counterpart of that step.
    "#]],
    );
}
