//! What edits of the recovery matrix do, and what goes along with a role, a row or a column (D9, R19).

use expect_test::expect;
use uuid::Uuid;

use super::{after, check, numbered};
use crate::{
    CustomerGroup, CustomerGroupId, Disruption, DisruptionId, Document, Edit, Limit, RecoveryCell, Response,
    ResponseField, Responses, RoleId, Seconds, Title, notation,
};

/// Two customer groups and two severities with three responses.
fn recovering() -> Document {
    let text = r#"
workshop "Repair"
role adv "Advisor" level=1
role lead "Lead" level=2
role head "Head" level=3
disruption slow "Slow line"
disruption down "Fully down"
customer-group home "Standard"
customer-group alarm "Care alarm"
response home/slow authority=adv limit="20 €" within=1d escalate-to=lead
response home/down authority=lead within=4h
response alarm/down escalate-to=lead
"#;
    notation::parse(text, &mut numbered()).unwrap()
}

fn title(text: &str) -> Title {
    Title::new(text).unwrap()
}

fn role(document: &Document, name: &str) -> RoleId {
    *document.roles().iter().find(|(_, it)| it.title.as_str() == name).unwrap().0
}

fn cell(document: &Document, group: usize, disruption: usize) -> RecoveryCell {
    RecoveryCell {
        group: document.customer_groups_in_order()[group].0,
        disruption: document.disruptions_in_order()[disruption].0,
    }
}

/// Carries out the edit and takes it back.
#[track_caller]
fn after_and_back(document: &Document, edit: &Edit) -> Document {
    let after = after(document, edit);
    let mut back = after.clone();
    back.apply(&edit.plan(document).unwrap().inverted()).unwrap();
    assert_eq!(&back, document, "one undo restores all");
    after
}

#[test]
fn a_recovery_matrix_is_written_and_read_again() {
    let text = notation::print(&recovering());
    assert!(
        text.contains(
            "disruption di1 \"Slow line\"\ndisruption di2 \"Fully down\"\ncustomer-group gr1 \"Standard\"\n\
             response gr1/di1 authority=r1 limit=\"20 €\" within=1d escalate-to=r2\n\
             response gr1/di2 authority=r2 within=4h\ncustomer-group gr2 \"Care alarm\"\n\
             response gr2/di2 escalate-to=r2\n"
        ),
        "{text}"
    );
    assert_eq!(notation::print(&notation::parse(&text, &mut numbered()).unwrap()), text);
}

#[test]
fn rows_and_columns_are_added_renamed_and_moved() {
    let d = recovering();
    let (first, second) = (cell(&d, 0, 0), cell(&d, 1, 1));
    let (id, disruption) = (DisruptionId(Uuid::from_u128(900)), Disruption::new(title("Drops out")));
    let more = after(&d, &Edit::AddDisruption { id, disruption, before: Some(second.disruption) });
    let id = CustomerGroupId(Uuid::from_u128(901));
    let customer_group = CustomerGroup::new(title("Works from home"));
    let more = after(&more, &Edit::AddCustomerGroup { id, customer_group, before: None });
    let more = after(&more, &Edit::RenameCustomerGroup { id: second.group, title: title("Alarm") });
    let more = after(&more, &Edit::MoveCustomerGroup { id, before: Some(second.group) });
    let more = after(&more, &Edit::RenameDisruption { id: first.disruption, title: title("Slow") });
    let more = after(&more, &Edit::MoveDisruption { id: first.disruption, before: None });
    let titles: Vec<&str> = more.customer_groups_in_order().iter().map(|it| it.1.title.as_str()).collect();
    assert_eq!(titles, ["Standard", "Works from home", "Alarm"]);
    let titles: Vec<&str> = more.disruptions_in_order().iter().map(|it| it.1.title.as_str()).collect();
    assert_eq!(titles, ["Drops out", "Fully down", "Slow"]);
    assert_eq!(more.response(first), d.response(first), "responses keep to their row and column");
}

#[test]
fn a_response_is_set_as_a_whole_or_part_by_part() {
    let d = recovering();
    let open = cell(&d, 1, 0);
    let set = |document: &Document, field| after_and_back(document, &Edit::SetResponse { cell: open, field });
    let limit = Some(Limit { amount: 80, unit: title("€") });
    let one = set(&d, ResponseField::Authority(Some(role(&d, "Lead"))));
    let one = set(&one, ResponseField::Limit(limit.clone()));
    let one = set(&one, ResponseField::Within(Seconds::new(7_200)));
    let one = set(&one, ResponseField::EscalateTo(Some(role(&d, "Head"))));
    let whole = Response {
        authority: Some(role(&d, "Lead")),
        limit,
        within_secs: Seconds::new(7_200),
        escalate_to: Some(role(&d, "Head")),
    };
    assert_eq!(one.response(open), Some(&whole));
    assert_eq!(one, set(&d, ResponseField::Whole(whole)));
    let cleared = set(&one, ResponseField::Whole(Response::default()));
    assert_eq!(cleared, d, "a response of which nothing is set is none");
    let gone = RecoveryCell { disruption: DisruptionId(Uuid::from_u128(900)), ..open };
    check(
        &d,
        &Edit::SetResponse { cell: gone, field: ResponseField::Within(None) },
        expect![[r#"
            refused: That severity is no longer there.
        "#]],
    );
    let unknown = ResponseField::Authority(Some(RoleId(Uuid::from_u128(900))));
    check(
        &d,
        &Edit::SetResponse { cell: open, field: unknown },
        expect![[r#"
            refused: That role is no longer there.
        "#]],
    );
}

#[test]
fn a_row_or_a_column_that_goes_takes_its_cells() {
    let d = recovering();
    let without = after_and_back(&d, &Edit::RemoveDisruption { id: cell(&d, 0, 1).disruption });
    assert_eq!(without.responses().map(|it| it.0).collect::<Vec<_>>(), [cell(&d, 0, 0)]);
    let without = after_and_back(&d, &Edit::RemoveCustomerGroup { id: cell(&d, 0, 0).group });
    assert_eq!(without.responses().map(|it| it.0).collect::<Vec<_>>(), [cell(&d, 1, 1)]);
}

#[test]
fn r19_a_role_in_a_cell_is_listed_and_left_not_set_when_it_goes() {
    let d = recovering();
    let lead = role(&d, "Lead");
    let mut held = d.held_by_role(lead).responses;
    held.sort_unstable();
    assert_eq!(held, [cell(&d, 0, 0), cell(&d, 0, 1), cell(&d, 1, 1)]);
    let without = after_and_back(&d, &Edit::RemoveRole { id: lead });
    assert_eq!(without.response(cell(&d, 0, 0)).unwrap().escalate_to, None);
    assert_eq!(without.response(cell(&d, 0, 1)).unwrap().within_secs, Seconds::new(14_400));
    assert_eq!(without.response(cell(&d, 1, 1)), None, "nothing is left of it");
}

#[test]
fn a_role_that_is_merged_leaves_its_cells_to_the_other() {
    let d = recovering();
    let (lead, head) = (role(&d, "Lead"), role(&d, "Head"));
    let merged = after_and_back(&d, &Edit::MergeRoles { from: lead, into: head });
    assert_eq!(merged.response(cell(&d, 0, 1)).unwrap().authority, Some(head));
    assert_eq!(merged.held_by_role(head).responses.len(), 3);
}

#[test]
fn what_comes_from_elsewhere_has_no_response_of_which_nothing_is_set() {
    let text = format!(
        r#"{{"{}": {{"authority": null, "limit": null, "within_secs": null, "escalate_to": null}}}}"#,
        Uuid::nil()
    );
    assert_eq!(serde_json::from_str::<Responses>(&text).unwrap(), Responses::default());
}

#[test]
fn a_journey_that_is_copied_leaves_the_matrix_where_it_is() {
    let mut d = recovering();
    let id = crate::JourneyId(Uuid::from_u128(900));
    let journey = crate::Journey::new(title("Repair"));
    d = after(&d, &Edit::AddJourney { id, journey, before: None });
    let excerpt = d.excerpt(&crate::Part::Journey(id));
    assert!(excerpt.customer_groups().is_empty() && excerpt.disruptions().is_empty());
}
