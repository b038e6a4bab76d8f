//! Who answers for what and who may decide, as the report tells it.

use expect_test::expect;
use opmap_analysis::analyze;

use super::{options, parsed, told};
use crate::outline::outline;

/// The sections whose names begin so.
pub(super) fn sections(name: &str, text: &str) -> String {
    let document = parsed(text);
    let mut told_of = outline(&document, &analyze(&document), &options());
    told_of.sections.retain(|it| it.name.starts_with(name));
    let told = told(&told_of);
    told.split_once('\n').unwrap().1.to_owned()
}

const WORKSHOP: &str = r#"
workshop "W"
role a "Advisor" level=1 frontline=yes
role l "Lead" level=2
role h "Head" level=3
activity o "Lead through an outage" group="Incident" letters=h:A,l:R
journey j "Repair" owner=l
map j as-lived
stage s "One"
lane cu "Customer" kind=customer
lane ce "Centre" kind=frontstage letters=l:A,a:R
step c "Calls" at=s/cu
step x "Answers" at=s/ce letters=h:I
step y "Credit?" at=s/ce kind=decision letters=l:-
step z "Closes" at=s/ce letters=l:-,a:-
step w "Waits" at=s/ce kind=wait
decision "Give a credit" material=yes step=y framework=rapid right=a:recommend right="l:decide:Signs" right=a:perform unit="€" band=100:a beyond=l escalate-to=h escalate-after=1d
decision "Close" stage=s
"#;

#[test]
fn a_matrix_shows_which_letters_are_those_of_the_lane() {
    expect![[r#"
        # RACI, as lived: 1 of 3 steps in the as-lived matrix has one who answers and someone who does it
          Stage | No. | RACI: R Responsible, A Accountable, C Consulted, I Informed | ADV / Advisor | LEA / Lead | HEA / Head
          - One | (2) | Answers | (R) | (A) | I
          - (One) | (3) | Error! Credit? | (R) | (–) | ()
          - (One) | (4) | Error! Closes | (–) | (–) | ()
          (A letter above dots is that of the lane, one with a shape is given to the step itself, and a dash takes the letter of the lane away.)
          To settle:
          What the checks found | Rule
          - Error! “Closes” in the as-lived map has no letter: nobody is assigned to it. | (R7)
          - Error! No one is accountable for “Credit?” in the as-lived map. | (R1)
    "#]].assert_eq(&sections("RACI", WORKSHOP));
    expect![[r#"
        ## Outside the journeys: The 1 occasion outside the journeys has one who answers and someone who does it
          Occasion | RACI: R Responsible, A Accountable, C Consulted, I Informed | LEA / Lead | HEA / Head
          - Incident | Lead through an outage | R | A
    "#]].assert_eq(&sections("Outside", WORKSHOP));
    let without = WORKSHOP.split("lane cu").next().unwrap().replace("activity", "# activity");
    assert_eq!(sections("RACI", &without) + &sections("Outside", &without), "", "nothing was discussed");
}

#[test]
fn rights_are_told_in_the_full_words_of_their_framework() {
    expect![[r#"
        # Decision rights: 1 of 2 decisions leaves nothing to settle
          Repair, as lived:
          Decision | Where | Framework | Who has which right | Limits | When not decided in time
          - Give a credit | Credit? | RAPID / material | Recommend: Advisor / Perform: Advisor / Decide: Lead (Signs) | below 100 €: Advisor / from 100 €: Lead | Head / after 1 d
          - Warning! Close | One | Decider only | (not set) | (not set) | (not set)
          (The front line takes none of the 2 decisions in stages where it meets customers, 0 %.)
    "#]].assert_eq(&sections("Decision", WORKSHOP));
    let without = WORKSHOP.split("decision").next().unwrap().rsplit_once("step y").unwrap().0.to_owned();
    assert_eq!(sections("Decision", &without), "", "nothing was discussed");
}

#[test]
fn who_answers_and_who_decides_is_told_from_state_to_state() {
    let to_be = "map j to-be\nstage s \"One\"\nlane ce \"Centre\" kind=frontstage letters=a:A/R\n\
                 step x \"Answers\" at=s/ce\nstep y \"Credit\" at=s/ce\nflow x -> y\n\
                 decision \"Give a credit\" step=y decider=a\n";
    let lived = format!("{WORKSHOP}step v \"Checks\" at=s/ce letters=l:-,h:A\nflow x -> v\n");
    let told = sections("Repair", &format!("{lived}{to_be}"));
    // Without the indentation, which `expect!` would take for its own.
    let told = told.split("(H1, H11).)\n").nth(1).unwrap().replace("  ", "");
    expect![[r#"
        Who answers and who decides:
        What is measured | As lived | To be
        - Connectors at which accountability changes (H4) | 1 of 1, 100 % | 0 of 1, 0 %
        - Decisions that the front line takes where it meets customers (D11) | 0 of 2, 0 % | 1 of 1, 100 %
        keys of maps: AsLived, ToBe, of differences AsLived ToBe
    "#]]
    .assert_eq(&told);
    assert!(!sections("Repair", &lived).contains("What is measured"), "one state is not compared");
}

#[test]
fn service_recovery_is_told_cell_by_cell_with_what_is_open() {
    let matrix = "disruption d \"Drops out\"\ndisruption f \"Fully down\"\ncustomer-group s \"Standard\"\n\
                  customer-group c \"Care alarm\"\nresponse s/d authority=a limit=\"20 €\" within=8h escalate-to=l\n\
                  response s/f authority=l within=4h\nresponse c/d authority=l within=4h\n";
    let full = format!("{WORKSHOP}{matrix}response c/f authority=h within=30min\n");
    expect![[r#"
        ## Service recovery: All 4 cases say who may put a disruption right
          Customers | Drops out | Fully down
          - Standard | Advisor / within 8 h / up to 20 € / then Lead | Lead / within 4 h
          - Care alarm | Lead / within 4 h | Head / within 30 min
          (Value rises from top to bottom, severity from left to right. “Then” is where it goes when it is not done in time or goes beyond the limit. Each case names who may act, and none waits longer or is left to a lower level than its neighbour before it (D9).)
    "#]].assert_eq(&sections("Service", &full));
    let open = format!("{WORKSHOP}{matrix}response c/f escalate-to=h\n");
    expect![[r#"
        ## Service recovery: 3 of 4 cases say who may put a disruption right
          Customers | Drops out | Fully down
          - Standard | Advisor / within 8 h / up to 20 € / then Lead | Lead / within 4 h
          - Care alarm | Lead / within 4 h | Warning! no one named / then Head
          (Value rises from top to bottom, severity from left to right. “Then” is where it goes when it is not done in time or goes beyond the limit. What the checks found stands under What the checks found (D9).)
    "#]].assert_eq(&sections("Service", &open));
    let rows = matrix.split("response").next().unwrap();
    assert_eq!(sections("Service", &format!("{WORKSHOP}{rows}")), "", "nothing was discussed");
}

/// The matrix of so many roles, each with a step of its own, and of a step that nobody has a letter in.
fn matrix_of(count: u32) -> String {
    let roles: String = (1..=count).map(|it| format!("role r{it} \"Role {it}\"\n")).collect();
    let steps: String =
        (1..=count).map(|it| format!("step s{it} \"Step {it}\" at=s/ce letters=r{it}:A/R\n")).collect();
    sections(
        "RACI",
        &format!(
            "workshop \"W\"\n{roles}journey j \"Repair\" owner=r1\nmap j as-lived\nstage s \"One\"\n\
             lane ce \"Centre\" kind=frontstage\nstep n \"No one\" at=s/ce\n{steps}"
        ),
    )
}

#[test]
fn more_roles_than_have_room_for_their_names_stand_by_their_codes() {
    let named = matrix_of(10);
    assert!(named.contains(" / Role 10\n"), "{named}");
    let coded = matrix_of(11);
    assert!(!coded.contains(" / Role"), "{coded}");
    assert!(coded.contains("(R1\u{a0}Role\u{a0}1, R2"), "below it each code has its name: {coded}");
}

#[test]
fn more_roles_than_fit_side_by_side_are_told_in_even_parts() {
    let told = matrix_of(21);
    let parts: Vec<&str> = told.lines().filter(|it| it.contains("Part")).map(str::trim).collect();
    assert_eq!(parts, ["Part 1 of 2: Role 1 to Role 11:", "Part 2 of 2: Role 12 to Role 21:"]);
    let rows = told.lines().filter(|it| it.trim().starts_with("- "));
    let (without, with): (Vec<&str>, Vec<&str>) =
        rows.filter(|it| !it.contains("Error! “")).partition(|it| it.contains("No one"));
    assert_eq!((without.len(), with.len()), (1, 21), "{told}");
}

#[test]
fn what_is_left_to_settle_stands_below_a_matrix_up_to_a_dozen() {
    let to_settle = |steps: u32| {
        let steps: String =
            (1..=steps).map(|it| format!("step s{it} \"Step {it}\" at=s/ce letters=a:R\n")).collect();
        let told = sections(
            "RACI",
            &format!(
                "workshop \"W\"\nrole a \"Advisor\"\njourney j \"Repair\"\nmap j as-lived\n\
                 stage s \"One\"\nlane ce \"Centre\" kind=frontstage\n{steps}"
            ),
        );
        let rows = told.split("To settle:").nth(1).unwrap_or_default().lines();
        rows.filter_map(|it| it.trim().strip_prefix("- ").map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(to_settle(12).len(), 12);
    let many = to_settle(30);
    assert_eq!(many.len(), 13);
    assert_eq!(many[0], "Error! No one is accountable for “Step 1” in the as-lived map. | (R1)");
    assert_eq!(many[12], "(18 more are told with what the checks found) | → checks");
}
