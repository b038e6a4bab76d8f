//! What edits of milestones, the options log, concerns and the operating rhythm do.

use expect_test::expect;
use uuid::Uuid;

use super::{check, numbered};
use crate::{
    ChoiceField, ConcernField, Document, Edit, Forum, ForumField, ForumId, MilestoneField, RoadmapDay,
    RoleId, Title, notation,
};

fn logged() -> Document {
    let text = "workshop \"W\"\nrole lead \"Lead\"\nrole crew \"Crew\"\n\
                milestone \"All have an owner\" day=29\nmilestone \"Half the repeats\"\n\
                choice \"Where they sit\" options=\"With sales\\nAlone\" chosen=\"Alone\" reason=\"Quiet\" by=lead on=2026-06-18\n\
                concern risk \"The supplier is late\" likelihood=3 impact=4 owner=lead response=\"A second one\"\n\
                concern constraint \"No change before January\" settled=yes\n\
                forum \"Repeats\" frequency=\"Each Tuesday\" agenda=\"One by one\" owner=lead attendees=lead,crew inputs=\"List\" decisions=\"What changes\"\n";
    notation::parse(text, &mut numbered()).unwrap()
}

fn lead(document: &Document) -> RoleId {
    document.roles_in_order()[0].0
}

#[test]
fn all_four_are_written_and_read_again() {
    let text = notation::print(&logged());
    for line in [
        "milestone \"All have an owner\" day=29\n",
        "choice \"Where they sit\" options=\"With sales\\nAlone\" chosen=\"Alone\" reason=\"Quiet\" by=r1 on=2026-06-18\n",
        "concern risk \"The supplier is late\" likelihood=3 impact=4 owner=r1 response=\"A second one\"\n",
        "concern constraint \"No change before January\" settled=yes\n",
        "forum \"Repeats\" frequency=\"Each Tuesday\" agenda=\"One by one\" owner=r1 attendees=r1,r2 inputs=\"List\" decisions=\"What changes\"\n",
    ] {
        assert!(text.contains(line), "{text}");
    }
    assert_eq!(notation::print(&notation::parse(&text, &mut numbered()).unwrap()), text);
}

#[test]
fn parts_are_set_and_named_in_undo() {
    let d = logged();
    let (milestone, _) = d.milestones_in_order()[1];
    let (choice, _) = d.choices_in_order()[0];
    let (concern, _) = d.concerns_in_order()[0];
    let (forum, _) = d.forums_in_order()[0];
    let crew = d.roles_in_order()[1].0;
    let edits = [
        Edit::SetMilestone { id: milestone, field: MilestoneField::Day(RoadmapDay::new(90)) },
        Edit::SetChoice { id: choice, field: ChoiceField::Chosen(None) },
        Edit::SetConcern { id: concern, field: ConcernField::Settled(true) },
        Edit::SetForum { id: forum, field: ForumField::Attendee(crew, false) },
        Edit::MoveMilestone { id: milestone, before: Some(d.milestones_in_order()[0].0) },
    ];
    let labels: Vec<String> = edits.iter().map(|it| it.label(&d)).collect();
    assert_eq!(
        labels,
        [
            "Set the day of milestone “Half the repeats”",
            "Choose in “Where they sit”",
            "Settle “The supplier is late”",
            "Set who takes part in “Repeats”",
            "Move milestone “Half the repeats”",
        ]
    );
    check(
        &d,
        &Edit::All(edits.into()),
        expect![[r#"
        ~ milestone "Half the repeats"
        ~ choice "Where they sit"
        ~ concern "The supplier is late"
        ~ forum "Repeats"
    "#]],
    );
}

#[test]
fn a_role_that_goes_is_forgotten_and_listed_before() {
    let d = logged();
    let held = d.held_by_role(lead(&d));
    assert_eq!((held.choices.len(), held.concerns.len(), held.forums.len()), (1, 1, 1));
    check(
        &d,
        &Edit::RemoveRole { id: lead(&d) },
        expect![[r#"
        - role "Lead"
        ~ choice "Where they sit"
        ~ concern "The supplier is late"
        ~ forum "Repeats"
    "#]],
    );
}

#[test]
fn a_role_that_is_not_there_neither_leads_nor_attends() {
    let d = logged();
    let gone = RoleId(Uuid::from_u128(900));
    let forum = Forum { owner: Some(gone), ..Forum::new(Title::new("New").unwrap()) };
    check(
        &d,
        &Edit::AddForum { id: ForumId(Uuid::from_u128(901)), forum, before: None },
        expect![[r#"
        refused: That role is no longer there.
    "#]],
    );
    let (id, _) = d.forums_in_order()[0];
    check(
        &d,
        &Edit::SetForum { id, field: ForumField::Attendee(gone, true) },
        expect![[r#"
        refused: That role is no longer there.
    "#]],
    );
}
