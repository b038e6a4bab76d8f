//! What edits of evidence do and refuse, and where it goes along.

use expect_test::expect;
use uuid::Uuid;

use super::{after, check, numbered, small};
use crate::{
    CardId, Document, Edit, Evidence, EvidenceField, EvidenceId, EvidenceKind, MapKey, Part, Paste,
    PastePlace, PasteVerb, RecordId, RoleId, Shift, State, StepId, Text, notation,
};

fn evidence(words: &str, about: &[RecordId]) -> Box<Evidence> {
    let mut evidence = Evidence::new(EvidenceKind::Quote, Text::new(words).unwrap());
    evidence.about.extend(about);
    Box::new(evidence)
}

fn id(number: u128) -> EvidenceId {
    EvidenceId(Uuid::from_u128(900 + number))
}

fn add(number: u128, words: &str, about: &[RecordId]) -> Edit {
    Edit::AddEvidence { id: id(number), evidence: evidence(words, about), before: None }
}

fn set(number: u128, field: EvidenceField) -> Edit {
    Edit::SetEvidence { id: id(number), field }
}

fn steps(document: &Document) -> [StepId; 3] {
    let found: Vec<StepId> = document.steps().keys().copied().collect();
    found.try_into().unwrap()
}

fn about(document: &Document, number: u128) -> Vec<RecordId> {
    document.get(id(number)).unwrap().about.iter().copied().collect()
}

/// The small map with two pieces of evidence: E1 about the first two steps and a role, E2 about a shift.
fn told() -> Document {
    let small = small();
    let [call, verify, _] = steps(&small);
    let role = *small.roles().keys().nth(1).unwrap();
    let one = add(1, "Nobody knew.", &[RecordId::Step(call), RecordId::Step(verify), RecordId::Role(role)]);
    let two = after(&after(&small, &one), &add(2, "Waited.", &[]));
    after(&two, &set(2, EvidenceField::Shift(Shift::Roles, true)))
}

fn codes(document: &Document) -> Vec<String> {
    document.evidence_in_order().into_iter().map(|it| it.1.code()).collect()
}

#[test]
fn a_code_stays_when_others_go_or_move_and_is_not_given_to_the_next() {
    let three = after(&told(), &add(3, "Seen.", &[]));
    let moved = after(&three, &Edit::MoveEvidence { id: id(3), before: Some(id(1)) });
    assert_eq!(codes(&moved), ["E3", "E1", "E2"]);
    let without = after(&moved, &Edit::RemoveEvidence { id: id(1) });
    assert_eq!(codes(&without), ["E3", "E2"]);
    assert_eq!(codes(&after(&without, &add(4, "Later.", &[]))), ["E3", "E2", "E4"]);
}

#[test]
fn the_number_that_a_new_piece_brings_along_does_not_count() {
    let numbered = Edit::AddEvidence {
        id: id(3),
        evidence: Box::new(Evidence { number: 2, ..*evidence("Again.", &[]) }),
        before: None,
    };
    assert_eq!(codes(&after(&told(), &numbered)), ["E1", "E2", "E3"]);
}

#[test]
fn two_with_one_code_one_without_and_one_about_nothing_are_found() {
    let broken = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut json = serde_json::to_value(told()).unwrap();
        change(&mut json["evidence"][id(2).0.to_string()]);
        let document: Document = serde_json::from_value(json).unwrap();
        document.violations().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(broken(&|_| ()), [""; 0]);
    let twice = "two records have the same code, or one has none (piece of evidence)";
    assert_eq!(broken(&|it| it["number"] = 1.into()), [twice]);
    assert_eq!(broken(&|it| it["number"] = 0.into()), [twice]);
    let gone = serde_json::json!([{"kind": "step", "id": Uuid::nil()}]);
    let dangling = "a piece of evidence refers to something that is not there (about)";
    assert_eq!(broken(&|it| it["about"] = gone.clone()), [dangling]);
    let card = serde_json::json!([{"kind": "card", "id": Uuid::nil()}]);
    assert_eq!(broken(&|it| it["about"] = card.clone()), ["evidence is about what no evidence can be about"]);
}

#[test]
fn evidence_is_about_what_is_there_and_can_be_told_of() {
    let d = told();
    let nothing = RecordId::Role(RoleId(Uuid::from_u128(77)));
    check(
        &d,
        &set(1, EvidenceField::About(nothing, true)),
        expect![[r#"
        refused: That role is no longer there.
    "#]],
    );
    let card = RecordId::Card(CardId(Uuid::from_u128(77)));
    assert!(set(1, EvidenceField::About(card, true)).plan(&d).is_err());
    check(
        &d,
        &set(1, EvidenceField::Text(Text::new("No one knew.").unwrap())),
        expect![[r#"
        ~ piece of evidence E1 "Nobody knew." => E1 "No one knew."
    "#]],
    );
    assert_eq!(set(1, EvidenceField::Internal(true)).label(&d), "Set who sees E1");
}

#[test]
fn a_record_that_goes_leaves_the_set_and_undo_brings_it_back() {
    let d = told();
    let [call, verify, _] = steps(&d);
    let change = Edit::RemoveSteps { ids: vec![call] }.plan(&d).unwrap();
    let mut without = d.clone();
    without.apply(&change).unwrap();
    assert_eq!(about(&without, 1).len(), 2);
    assert!(about(&without, 1).contains(&RecordId::Step(verify)));
    without.apply(&change.inverted()).unwrap();
    assert_eq!(without, d);
}

#[test]
fn what_is_about_a_role_is_about_the_one_it_is_merged_into() {
    let d = told();
    let roles: Vec<RoleId> = d.roles().keys().copied().collect();
    let merged = after(&d, &Edit::MergeRoles { from: roles[1], into: roles[0] });
    assert!(about(&merged, 1).contains(&RecordId::Role(roles[0])));
    assert_eq!(about(&merged, 1).len(), 3);
}

#[test]
fn the_evidence_about_a_record_and_about_a_shift_is_found() {
    let d = told();
    let [call, ..] = steps(&d);
    let ids = |record| d.evidence_about(record).into_iter().map(|it| it.0).collect::<Vec<_>>();
    assert_eq!(ids(RecordId::Step(call)), [id(1)]);
    assert_eq!(ids(RecordId::Assessment(Shift::Roles.assessment_id())), [id(2)]);
    assert!(d.evidence_of_shift(Shift::Culture).is_empty());
}

/// The document after a part of it was pasted into `into`.
fn pasted(from: &Document, part: &Part, into: &Document) -> Document {
    let excerpt = from.excerpt(part);
    let map = MapKey { journey: *into.journeys().keys().next().unwrap(), state: State::AsLived };
    let place = PastePlace::of_steps(into, &excerpt, map, None, None, None);
    let mut next = 5_000;
    let fresh = || {
        next += 1;
        Uuid::from_u128(next)
    };
    after(into, &Edit::Paste(Box::new(Paste::new(excerpt, place, PasteVerb::Paste, fresh))))
}

#[test]
fn a_copy_of_a_step_is_told_of_by_the_same_evidence() {
    let d = told();
    let [call, ..] = steps(&d);
    let copied = pasted(&d, &Part::Steps([call].into()), &d);
    assert_eq!(codes(&copied), ["E1", "E2"]);
    let links = about(&copied, 1);
    assert_eq!(links.iter().filter(|it| matches!(it, RecordId::Step(_))).count(), 3, "{links:?}");
}

#[test]
fn evidence_comes_along_to_another_workshop_once_and_under_a_number_of_its_own() {
    let d = told();
    let [call, _, other] = steps(&d);
    let mut next = 9_000;
    let elsewhere =
        notation::parse("workshop \"O\"\njourney j \"Order\"\nevidence E4 \"Here already.\"", &mut || {
            next += 1;
            Uuid::from_u128(next)
        })
        .unwrap();
    let once = pasted(&d, &Part::Steps([call].into()), &elsewhere);
    let last = once.evidence_in_order()[1].1;
    assert_eq!((last.code().as_str(), last.text.as_str()), ("E5", "Nobody knew."));
    assert_eq!(last.about.len(), 1, "without what did not come along");
    assert_eq!(once.roles().len(), 0, "evidence brings no role along");
    let none = pasted(&d, &Part::Steps([other].into()), &elsewhere);
    assert_eq!(none.evidence().len(), 1);
}

#[test]
fn what_is_internal_stays_with_those_who_hold_the_workshop() {
    let d = after(&told(), &set(1, EvidenceField::Internal(true)));
    assert_eq!(codes(&d.without_internal()), ["E2"]);
}

#[test]
fn evidence_is_written_with_its_code_and_below_what_it_is_about() {
    let text = notation::print(&told());
    expect![[r#"
        role r2 "Service advisor" function="Service" level=1 reports-to=r1
        about E1
        step st1 "Calls support" at=st1/la1 kind=touchpoint channel=ch1
        about E1
        step st2 "Verify the fault" at=st1/la2 kind=activity
        about E1
        evidence E1 "Nobody knew." kind=quote
        evidence E2 "Waited." kind=quote shifts=roles
    "#]]
    .assert_eq(&lines_about_evidence(&text));
    assert_eq!(notation::print(&notation::parse(&text, &mut numbered()).unwrap()), text);
    let fault = |line: &str| {
        let text = format!("workshop \"W\"\nrole a \"A\"\n{line}");
        notation::parse(&text, &mut numbered()).unwrap_err().to_string()
    };
    assert_eq!(fault("about E7"), "line 3: there is no E7");
    assert_eq!(fault("evidence E07 \"Said\""), "line 3: E07 is not a code such as E4");
    assert_eq!(fault("about \"A\""), "line 3: only codes stand behind about");
}

/// The lines of evidence, and those above what is about them.
fn lines_about_evidence(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let keep = |at: usize| {
        lines[at].starts_with("evidence ")
            || lines[at].starts_with("about ")
            || lines.get(at + 1).is_some_and(|it| it.starts_with("about "))
    };
    (0..lines.len()).filter(|at| keep(*at)).map(|at| format!("{}\n", lines[at])).collect()
}
