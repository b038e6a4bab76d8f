//! What the workshop keeps, as the report tells it.

use expect_test::expect;

use super::rights::sections;

#[test]
fn findings_are_told_in_their_order_with_the_evidence_that_is_for_the_report() {
    let told = "workshop \"W\"
role a \"Advisor\"
journey j \"Repair\"
found F2 R16
about F2
finding F2 \"No one owns it.\" severity=error as-found=yes evidence=E2,E1 note=\"Two teams share it.\"
finding F1 \"It waits.\" evidence=E2 shifts=roles
finding F4 \"Once there was more.\" as-found=yes found-once=R1 severity=note
evidence E1 \"Nobody knew.\" grade=reported
evidence E2 \"Ours alone.\" internal=yes
";
    expect![[r#"
        # Findings: 1 of 3 findings rests on evidence; 1 weighs as an error
          Code | Finding | Severity | Evidence | Answered by | Shift | About
          - F2 | No one owns the journey “Repair” from end to end. / Two teams share it. | Error! Error | E1 | (–) | (–) | Repair
          - F1 | It waits. | Warning! Warning | (–) | (–) | Role and goal clarity | (–)
          - F4 | Once there was more. / No longer found. | Note! Note | (–) | (–) | (–) | (–)
          (Codes of evidence are those of the appendix. A finding is accepted where it is left as it is for a reason.)
    "#]].assert_eq(&sections("Findings", told));
}

#[test]
fn without_findings_it_says_so() {
    expect![[r#"
        # Findings: Findings were not discussed
          (Findings were not discussed.)
    "#]]
    .assert_eq(&sections("Findings", "workshop \"W\""));
}
