//! What edits of letters, activities and merged roles do.

use expect_test::expect;
use uuid::Uuid;

use super::{after, check, numbered};
use crate::{
    Activity, ActivityField, ActivityId, Document, Edit, Keyword, Letter, LetterCell, Mark, Record,
    RoleField, RoleId, StepField, Subject, Title, notation,
};

/// A lane with two default letters, a step that replaces one and one that has none of its own.
fn lettered() -> Document {
    let text = r#"
workshop "Repair"
role head "Head"
role lead "Team lead" reports-to=head
role adv "Advisor" frontline=yes reports-to=lead
activity outage "Major outage" group="Incident" function="IT" function="Service" letters=lead:A,adv:R
journey repair "Repair" owner=lead
map repair as-lived
stage one "One"
lane centre "Centre" kind=frontstage role=adv letters=lead:A,adv:R
step verify "Verify" at=one/centre letters=lead:-,adv:A/R
step log "Log" at=one/centre
"#;
    notation::parse(text, &mut numbered()).unwrap()
}

fn id_of<I: crate::RecordKey>(document: &Document, is_it: impl Fn(&I::Record) -> bool) -> I {
    *I::Record::table(document).iter().find(|(_, it)| is_it(it)).unwrap().0
}

fn role(document: &Document, name: &str) -> RoleId {
    id_of(document, |it: &crate::Role| it.title.as_str() == name)
}

fn step(document: &Document, name: &str) -> Subject {
    Subject::Step(id_of(document, |it: &crate::Step| it.title.as_str() == name))
}

fn lane(document: &Document) -> Subject {
    Subject::Lane(*document.lanes().keys().next().unwrap())
}

fn outage(document: &Document) -> Subject {
    Subject::Activity(*document.activities().keys().next().unwrap())
}

/// The letters that hold, such as `Team lead A (lane), Advisor R`.
fn told(document: &Document, subject: Subject) -> String {
    let mut held = document.letters(subject);
    held.sort_by_key(|it| document.get(it.role).unwrap().rank);
    let one = |it: &crate::HeldLetter| {
        let role = &document.get(it.role).unwrap().title;
        format!("{role} {}{}", it.letter.sign(), if it.inherited { " (lane)" } else { "" })
    };
    held.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn mark(subject: Subject, role: RoleId, mark: Mark) -> Edit {
    Edit::SetLetters { cells: vec![LetterCell { subject, role, mark }] }
}

#[test]
fn r20_a_step_has_the_letters_of_its_lane_unless_it_says_otherwise() {
    let d = lettered();
    assert_eq!(told(&d, step(&d, "Log")), "Team lead A (lane), Advisor R (lane)");
    assert_eq!(told(&d, step(&d, "Verify")), "Advisor A/R", "nothing for the lead, whatever the lane says");
    let lead = role(&d, "Team lead");
    let own = after(&d, &mark(step(&d, "Log"), lead, Mark::Letter(Letter::Consulted)));
    assert_eq!(told(&own, step(&d, "Log")), "Team lead C, Advisor R (lane)");
    let none = after(&own, &mark(step(&d, "Log"), lead, Mark::Nothing));
    assert_eq!(told(&none, step(&d, "Log")), "Advisor R (lane)");
    let again = after(&none, &mark(step(&d, "Log"), lead, Mark::Inherited));
    assert_eq!(again, d, "what the lane says holds again");
    let emptied = after(&d, &mark(lane(&d), lead, Mark::Nothing));
    assert_eq!(told(&emptied, lane(&d)), "Advisor R", "a lane inherits nothing, so its cell is empty");
}

#[test]
fn several_cells_are_one_edit_and_all_or_none_are_set() {
    let d = lettered();
    let (head, adv) = (role(&d, "Head"), role(&d, "Advisor"));
    let cell = |subject, role| LetterCell { subject, role, mark: Mark::Letter(Letter::Informed) };
    let cells = vec![cell(step(&d, "Log"), head), cell(outage(&d), head), cell(lane(&d), head)];
    let edit = Edit::SetLetters { cells: cells.clone() };
    assert_eq!(edit.label(&d), "Set 3 letters");
    check(
        &d,
        &edit,
        expect![[r#"
            ~ activity "Major outage"
            ~ lane "Centre"
            ~ step "Log" in One of Centre
        "#]],
    );
    let gone = cell(step(&d, "Log"), RoleId(Uuid::from_u128(900)));
    let with_gone = Edit::SetLetters { cells: vec![cell(step(&d, "Log"), adv), gone] };
    check(
        &d,
        &with_gone,
        expect![[r#"
            refused: That role is no longer there.
        "#]],
    );
}

#[test]
fn r1_moving_the_a_leaves_the_r_behind() {
    let d = lettered();
    let to = |subject, name| Edit::MoveAccountable { subject, to: role(&d, name) };
    assert_eq!(
        told(&after(&d, &to(step(&d, "Verify"), "Head")), step(&d, "Verify")),
        "Head A, Advisor R",
        "A/R becomes R"
    );
    assert_eq!(
        told(&after(&d, &to(step(&d, "Log"), "Advisor")), step(&d, "Log")),
        "Advisor A/R",
        "the A of the lane is taken away at the step"
    );
    assert_eq!(told(&after(&d, &to(outage(&d), "Head")), outage(&d)), "Head A, Advisor R");
    assert_eq!(told(&after(&d, &to(lane(&d), "Team lead")), lane(&d)), "Team lead A, Advisor R");
}

#[test]
fn r19_a_role_takes_its_letters_along_and_undo_brings_them_back() {
    let d = lettered();
    let adv = role(&d, "Advisor");
    let held = d.held_by_role(adv);
    let letters: Vec<String> =
        held.letters.iter().map(|(subject, letter)| format!("{subject:?} {}", letter.sign())).collect();
    assert_eq!(letters.len(), 3, "{letters:?}");
    assert_eq!((held.journeys.len(), held.lanes.len(), held.reports.len()), (0, 1, 0));
    assert!(d.held_by_role(RoleId(Uuid::from_u128(900))).is_empty());
    let change = Edit::RemoveRole { id: adv }.plan(&d).unwrap();
    let mut without = d.clone();
    without.apply(&change).unwrap();
    assert_eq!(without.violations(), []);
    assert_eq!(told(&without, step(&d, "Verify")), "");
    assert_eq!(told(&without, outage(&d)), "Team lead A");
    without.apply(&change.inverted()).unwrap();
    assert_eq!(without, d);
}

#[test]
fn merged_roles_leave_one_with_the_letters_of_both() {
    let d = lettered();
    let (head, lead, adv) = (role(&d, "Head"), role(&d, "Team lead"), role(&d, "Advisor"));
    let merged = after(&d, &Edit::MergeRoles { from: adv, into: lead });
    assert_eq!(told(&merged, outage(&d)), "Team lead A/R", "A and R together");
    assert_eq!(told(&merged, step(&d, "Verify")), "Team lead A/R", "a letter wins over nothing here");
    assert_eq!(merged.lanes().values().next().unwrap().role, Some(lead));
    assert_eq!(merged.get(adv), None);
    let other = after(&d, &Edit::MergeRoles { from: lead, into: head });
    assert_eq!(other.get(adv).unwrap().reports_to, Some(head));
    assert_eq!(other.journeys().values().next().unwrap().owner, Some(head));
    check(&d, &Edit::MergeRoles { from: lead, into: lead }, expect![[r#""#]]);
    let below = after(&d, &Edit::MergeRoles { from: head, into: adv });
    assert_eq!(below.get(adv).unwrap().reports_to, None, "it takes over who the other reported to");
    assert_eq!(below.get(lead).unwrap().reports_to, Some(adv));
}

/// What the one role holds at the step, and what the step says itself, once the role X was merged into B.
fn merged_at_step(of_lane: &str, of_step: &str) -> String {
    let text = format!(
        r#"
workshop "Repair"
role b "B"
role x "X"
role y "Y"
journey repair "Repair"
map repair as-lived
stage one "One"
lane centre "Centre" kind=frontstage letters={of_lane}
step log "Log" at=one/centre letters={of_step}
"#
    );
    let d = notation::parse(&text, &mut numbered()).unwrap();
    let (from, into) = (role(&d, "X"), role(&d, "B"));
    let change = Edit::MergeRoles { from, into }.plan(&d).unwrap();
    let mut merged = d.clone();
    merged.apply(&change).unwrap();
    assert_eq!(merged.violations(), []);
    let found = told(&merged, step(&d, "Log"));
    let own = merged.steps().values().next().unwrap().letters.of(into);
    merged.apply(&change.inverted()).unwrap();
    assert_eq!(merged, d, "undo is exact");
    if own == Some(None) { format!("{found}; B nothing here") } else { found }
}

#[test]
fn r20_merged_roles_keep_what_each_of_them_has_from_the_lane() {
    assert_eq!(merged_at_step("b:A", "x:R"), "B A/R", "the A is that of the lane");
    assert_eq!(merged_at_step("x:A", "b:R"), "B A/R", "whichever of the two is left");
    assert_eq!(merged_at_step("b:A,x:I", "x:-"), "B A (lane)", "nothing for the other takes nothing away");
    assert_eq!(merged_at_step("b:A,x:I", "b:-"), "B I", "less than the lane gives from now on");
    assert_eq!(merged_at_step("b:A,x:R", "b:-,x:-"), "; B nothing here", "neither has a letter");
    assert_eq!(merged_at_step("b:A,x:I,y:R", "x:C"), "B A (lane), Y R (lane)", "A outweighs C");
    assert_eq!(merged_at_step("b:A", "x:A"), "B A", "a letter of its own stays its own");
    assert_eq!(merged_at_step("y:I", "b:A"), "B A, Y I (lane)", "the other has nothing to do with it");
}

#[test]
fn an_activity_is_added_set_moved_and_removed() {
    let d = lettered();
    let id = ActivityId(Uuid::from_u128(900));
    let activity = Activity::new(Title::new("Monthly review").unwrap());
    let added = after(&d, &Edit::AddActivity { id, activity, before: None });
    assert_eq!(added.activities_in_order().last().unwrap().0, id);
    let it = Title::new("IT").unwrap();
    let spans = after(&added, &Edit::SetActivity { id, field: ActivityField::Function(it.clone(), true) });
    assert!(spans.get(id).unwrap().functions.contains(&it));
    assert_eq!(after(&spans, &Edit::SetActivity { id, field: ActivityField::Function(it, false) }), added);
    let first = d.activities_in_order()[0].0;
    let moved = after(&added, &Edit::MoveActivity { id, before: Some(first) });
    assert_eq!(moved.activities_in_order()[0].0, id);
    check(
        &added,
        &Edit::RemoveActivity { id },
        expect![[r#"
            - activity "Monthly review"
        "#]],
    );
}

#[test]
fn r12_a_person_is_a_label_on_a_role() {
    let d = lettered();
    let adv = role(&d, "Advisor");
    let person = Some(Title::new("A. Berg").unwrap());
    let edit = Edit::SetRole { id: adv, field: RoleField::Person(person.clone()) };
    let touched: Vec<_> = edit.plan(&d).unwrap().touched().collect();
    assert_eq!(touched, [crate::RecordId::Role(adv)], "letters name the role, and go on to");
    let labelled = after(&d, &edit);
    assert_eq!(labelled.get(adv).unwrap().person, person);
    assert_eq!(labelled.get(adv).unwrap().title.as_str(), "Advisor");
    assert_eq!(labelled.held_by_role(adv), d.held_by_role(adv), "whoever holds it holds the same");
}

#[test]
fn r3_a_cell_takes_no_other_pair_than_a_and_r() {
    for sign in ["A", "A/R", "R", "C", "I", "a/r"] {
        assert!(Letter::from_sign(sign).is_some(), "{sign}");
    }
    for sign in ["R/C", "R/I", "A/C", "A/I", "C/I", "AR", ""] {
        assert_eq!(Letter::from_sign(sign), None, "{sign}");
    }
    assert_eq!(Letter::ALL.len(), 5);
}

#[test]
fn letters_go_where_their_step_is_copied() {
    let d = lettered();
    let (journey, _) = d.journeys_in_order()[0];
    let mut next = numbered();
    let ids = (0..100).map(|_| Uuid::from_u128(next().as_u128() + 5_000)).collect();
    let edit = Edit::CopyState { journey, from: crate::State::AsLived, to: crate::State::ToBe, ids };
    let copied = after(&d, &edit);
    let map = crate::MapKey { journey, state: crate::State::ToBe };
    let view = copied.map_view(map);
    let signs: Vec<String> = view.steps.iter().map(|(id, _)| told(&copied, Subject::Step(*id))).collect();
    assert_eq!(signs, ["Advisor A/R", "Team lead A (lane), Advisor R (lane)"]);
    let Subject::Step(verify) = step(&d, "Verify") else { unreachable!("it is a step") };
    let excerpt = d.excerpt(&crate::Part::Steps([verify].into()));
    assert_eq!(told(&excerpt, Subject::Step(verify)), "Advisor A/R");
    let renamed = StepField::Title(Title::new("Check").unwrap());
    assert_eq!(
        told(&after(&d, &Edit::SetSteps { ids: vec![verify], field: renamed }), Subject::Step(verify)),
        "Advisor A/R"
    );
}

#[test]
fn letters_are_written_and_read_again() {
    let d = lettered();
    let text = notation::print(&d);
    let again = notation::parse(&text, &mut numbered()).unwrap();
    assert_eq!(notation::print(&again), text);
    assert!(text.contains("letters=r2:-,r3:A/R"), "{text}");
}
