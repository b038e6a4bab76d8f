//! What claims rest on, as the report tells it.

use expect_test::expect;

use super::rights::sections;

const TOLD: &str = "workshop \"W\"
role a \"Advisor\"
about E1
journey j \"Repair\"
map j as-lived
stage s \"One\"
lane l \"Centre\" kind=frontstage
step x \"Answers\" at=s/l
about E1 E3
step y \"Writes\" at=s/l
flow x -> y
about E2
evidence E1 \"Nobody knew.\" kind=quote grade=reported source=\"Customer\" date=2026-05-06 shifts=roles
evidence E3 \"Ours alone.\" internal=yes
evidence E2 \"62 % wait.\" kind=data grade=data source=\"Call log\" page=\"p. 4\"
evidence E4 \"Seen in passing.\" kind=observation
";

#[test]
fn evidence_is_told_in_its_order_with_what_it_is_about_and_nothing_internal() {
    expect![[r#"
        # Evidence: 1 of 3 pieces of evidence was measured or observed
          Code | What it says | What it is | Source | Findings | About
          - E1 | “Nobody knew.” | Quote, reported | Customer, 6 May 2026 | (–) | 1 Role and goal clarity; Advisor; Answers
          - E2 | 62 % wait. | Data | Call log, p. 4 | (–) | Answers → Writes
          - E4 | Seen in passing. | Observation, not graded | (not set) | (–) | (–)
          (Data: measured. Observed: seen by someone who looked. Reported: told by someone. Assumed: thought to be so.)
    "#]].assert_eq(&sections("Evidence", TOLD));
}

#[test]
fn without_evidence_for_the_report_it_says_so() {
    expect![[r#"
        # Evidence: Evidence was not discussed
          (Evidence was not discussed.)
    "#]]
    .assert_eq(&sections("Evidence", "workshop \"W\"\nevidence E3 \"Ours alone.\" internal=yes"));
}
