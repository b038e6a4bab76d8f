//! Each rule of R1 to R20, B5 and H4: it trips, it just does not, and there is nothing to judge.

use opmap_model::Document;

use super::{parse, told};
use crate::analyze;

/// One map with a lane that has no role; `steps` are written by the test. Roles: a to h.
fn matrix(roles: &str, steps: &str) -> Document {
    let others: String = ["a", "b", "c", "d", "e", "f", "g", "h"]
        .iter()
        .filter(|it| !roles.contains(&format!("role {it} ")))
        .map(|it| format!("role {it} \"{}\"\n", it.to_uppercase()))
        .collect();
    parse(&format!(
        "workshop \"W\"\n{others}{roles}journey j \"Repair\" owner=a\nmap j as-lived\nstage s \"One\"\n\
         lane cu \"Customer\" kind=customer\nlane ce \"Centre\" kind=frontstage\n{steps}"
    ))
}

/// What one rule says, a line each.
fn says(rule: &str, document: &Document) -> String {
    let mut analysis = analyze(document);
    analysis.findings.retain(|it| it.rule == rule);
    told(&analysis)
}

fn step(name: &str, letters: &str) -> String {
    format!("step {} \"{name}\" at=s/ce letters={letters}\n", name.to_lowercase())
}

/// Steps of the same letters, named S1, S2 …
fn steps(count: usize, letters: &str) -> String {
    (1..=count).map(|it| step(&format!("S{it}"), letters)).collect()
}

const NO_LETTERS: &str = "step x \"X\" at=s/ce\nstep y \"Y\" at=s/ce\n";
const RULES: [&str; 13] = ["R1", "R2", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R13", "R14", "R15"];

#[test]
fn where_no_one_has_a_letter_there_is_nothing_to_judge() {
    for rule in RULES {
        assert_eq!(says(rule, &matrix("", NO_LETTERS)), "", "{rule}");
        assert_eq!(says(rule, &parse("workshop \"W\"\nrole a \"A\"")), "", "{rule}");
    }
    assert_eq!(analyze(&matrix("", NO_LETTERS)).raci, [], "R18: n/a, not 100 %");
}

#[test]
fn r1_one_role_is_accountable() {
    let split = matrix("", &step("X", "a:A,b:A/R,c:A"));
    assert_eq!(
        says("R1", &split),
        "R1 error Accountability for “X” in the as-lived map is split between “A”, “B” and “C”. (4 records)\n"
    );
    let none = matrix("", &step("X", "b:R"));
    assert_eq!(
        says("R1", &none),
        "R1 error No one is accountable for “X” in the as-lived map. (1 records)\n"
    );
    assert_eq!(says("R1", &matrix("", &step("X", "a:A,b:R"))), "");
    assert_eq!(says("R1", &matrix("", &step("X", "a:A/R"))), "");
}

#[test]
fn r2_someone_does_it() {
    let none = matrix("", &step("X", "a:A,b:C"));
    assert_eq!(
        says("R2", &none),
        "R2 error No one is responsible for “X” in the as-lived map: the job may not get done. (1 records)\n"
    );
    assert_eq!(says("R2", &matrix("", &step("X", "a:A/R"))), "");
}

#[test]
fn r4_and_r5_ask_whether_all_are_needed() {
    let four = matrix("", &step("X", "a:A/R,b:R,c:R,d:R"));
    assert_eq!(
        says("R4", &four),
        "R4 warning 4 roles are responsible for “X” in the as-lived map: split it into smaller activities? (5 records)\n"
    );
    assert_eq!(says("R4", &matrix("", &step("X", "a:A/R,b:R,c:R"))), "");
    let asked = matrix("", &step("X", "a:A/R,b:C,c:C,d:C,e:C"));
    assert_eq!(
        says("R5", &asked),
        "R5 warning 4 roles are consulted on “X” in the as-lived map: do all need to be consulted? (5 records)\n"
    );
    assert_eq!(says("R5", &matrix("", &step("X", "a:A/R,b:C,c:C,d:C"))), "");
    let informed = matrix("", &step("X", "a:A/R,b:I,c:I,d:I,e:I,f:I,g:I,h:I"));
    assert_eq!(
        says("R5", &informed),
        "R5 warning 7 roles are informed of “X” in the as-lived map: do all need to be informed? (8 records)\n"
    );
    assert_eq!(says("R5", &matrix("", &step("X", "a:A/R,b:I,c:I,d:I,e:I,f:I,g:I"))), "");
}

#[test]
fn the_limits_of_the_workshop_are_those_that_count() {
    let limited = |limit: &str, steps: &str| {
        let text = opmap_model::notation::print(&matrix("", steps));
        parse(&text.replacen('\n', &format!("\nthreshold {limit}\n"), 1))
    };
    let step = step("X", "a:A/R,b:R,c:R,d:C,e:C");
    assert_eq!(says("R4", &limited("responsible 3", &step)), "");
    assert!(says("R4", &limited("responsible 2", &step)).starts_with("R4 warning 3 roles"));
    assert!(says("R5", &limited("consulted 1", &step)).starts_with("R5 warning 2 roles"));
    let five = steps(5, "a:A/R");
    assert!(says("R8", &limited("accountable-share 99", &five)).starts_with("R8 warning"));
    assert_eq!(says("R8", &limited("accountable-share 100", &five)), "");
    assert_eq!(says("R9", &limited("responsible-share 100", &five)), "");
}

#[test]
fn r6_functions_talk() {
    let roles =
        "role a \"A\" function=\"Sales\"\nrole b \"B\" function=\"IT\"\nrole c \"C\" function=\"IT\"\n";
    let silent = matrix(roles, &step("X", "a:A,b:R"));
    assert_eq!(
        says("R6", &silent),
        "R6 note “X” in the as-lived map spans 2 functions, and no one is consulted or informed: do these functions talk? (3 records)\n"
    );
    assert_eq!(says("R6", &matrix(roles, &step("X", "a:A,b:R,c:I"))), "");
    assert_eq!(says("R6", &matrix(roles, &step("X", "b:A,c:R"))), "", "one function");
}

#[test]
fn r7_what_has_no_letter_is_reported_once_and_apart() {
    let one = matrix("", &(step("X", "a:A/R") + "step y \"Y\" at=s/ce\n"));
    assert_eq!(
        says("R7", &one),
        "R7 error “Y” in the as-lived map has no letter: nobody is assigned to it. (1 records)\n"
    );
    assert_eq!((says("R1", &one), says("R2", &one)), (String::new(), String::new()));
    let two = matrix("", &(step("X", "a:A/R") + "step y \"Y\" at=s/ce\nstep z \"Z\" at=s/ce\n"));
    assert_eq!(
        says("R7", &two),
        "R7 error 2 of 3 in the as-lived map have no letter, the first is “Y”: nobody is assigned to them. (2 records)\n"
    );
    let others = "step y \"Y\" at=s/cu\nstep z \"Z\" at=s/ce kind=wait\n";
    assert_eq!(
        says("R7", &matrix("", &(step("X", "a:A/R") + others))),
        "",
        "no one of the company does what the customer does, and no one does a wait"
    );
}

#[test]
fn r7_an_activity_outside_the_journeys_is_there_to_be_assigned() {
    let outage = parse("workshop \"W\"\nrole a \"A\"\nactivity o \"Outage\"");
    assert_eq!(
        says("R7", &outage),
        "R7 error “Outage” in the activities outside the journeys has no letter: nobody is assigned to it. (1 records)\n"
    );
    let assigned = parse("workshop \"W\"\nrole a \"A\"\nactivity o \"Outage\" letters=a:A/R");
    assert_eq!(told(&analyze(&assigned)), "");
}

#[test]
fn r8_accountability_is_spread() {
    let (most, rest) = (steps(3, "a:A,b:R"), step("T1", "c:A/R") + &step("T2", "d:A/R"));
    assert_eq!(
        says("R8", &matrix("", &(most + &rest))),
        "R8 warning “A” is accountable for 3 of 5 in the as-lived map: push accountability down? (1 records)\n"
    );
    let two_of_five = steps(2, "a:A,b:R") + &rest + &step("T3", "e:A/R");
    assert_eq!(says("R8", &matrix("", &two_of_five)), "", "40 % is not more than 40 %");
    assert_eq!(says("R8", &matrix("", &steps(4, "a:A,b:R"))), "", "four are too few");
}

#[test]
fn r9_work_is_spread() {
    let four = steps(4, "a:A,b:R") + &step("T1", "c:A/R");
    assert_eq!(
        says("R9", &matrix("", &four)),
        "R9 warning “B” is responsible for 4 of 5 in the as-lived map. (1 records)\n"
    );
    let three = steps(3, "a:A,b:R") + &step("T1", "c:A/R") + &step("T2", "c:A/R");
    assert_eq!(says("R9", &matrix("", &three)), "", "60 % is not more than 60 %");
}

#[test]
fn r10_no_one_is_in_everything() {
    let all = steps(4, "a:A/R,b:I") + &step("T1", "c:A/R,b:C");
    assert_eq!(
        says("R10", &matrix("", &all)),
        "R10 warning “B” has a letter on all 5 in the as-lived map: involved in too much? (1 records)\n"
    );
    let all_but_one = steps(4, "a:A/R,b:I") + &step("T1", "c:A/R");
    assert_eq!(says("R10", &matrix("", &all_but_one)), "");
}

#[test]
fn r11_each_role_does_something() {
    let roles = "a:A,b:R,c:A/R,d:R,e:R,f:R,g:R";
    assert_eq!(
        says("R11", &matrix("", &step("X", &format!("{roles},h:C")))),
        "R11 note “H” is neither responsible nor accountable for anything: needed here? (1 records)\n"
    );
    assert_eq!(says("R11", &matrix("", &step("X", &format!("{roles},h:R")))), "");
}

#[test]
fn r13_and_r14_the_a_is_one_position_of_the_company() {
    let roles = "role a \"Board\" committee=yes\nrole b \"Crew\" sourcing=outsourced\n";
    let board = matrix(roles, &(step("X", "a:A,b:R") + &step("Y", "b:A/R")));
    assert_eq!(
        says("R13", &board),
        "R13 warning “Board” is accountable for “X” in the as-lived map, and is a committee: name one position. (2 records)\n"
    );
    assert_eq!(
        says("R14", &board),
        "R14 warning “Crew” is accountable for “Y” in the as-lived map, and belongs to another company. (2 records)\n"
    );
    let sound = matrix(roles, &step("X", "c:A,a:C,b:R"));
    assert_eq!((says("R13", &sound), says("R14", &sound)), (String::new(), String::new()));
}

#[test]
fn r15_map_and_matrix_agree() {
    let with_role = |letters: &str| {
        matrix(
            "",
            &format!("lane di \"Dispatch\" kind=backstage role=d\nstep x \"X\" at=s/di letters={letters}\n"),
        )
    };
    assert_eq!(
        says("R15", &with_role("a:A,b:R,d:C")),
        "R15 warning “D” performs “X” in the as-lived map, but is not responsible for it: map and matrix disagree. (2 records)\n"
    );
    assert_eq!(says("R15", &with_role("a:A,d:R")), "");
    assert_eq!(says("R15", &with_role("d:A/R")), "");
    assert_eq!(says("R15", &with_role("a:A")), "", "that no one does it is said once, by R2");
}

#[test]
fn r18_integrity_counts_each_row_once() {
    let three = step("X", "a:A/R") + &step("Y", "b:C") + &step("Z", "a:A,b:A") + "step u \"U\" at=s/ce\n";
    let analysis = analyze(&matrix("", &three));
    assert_eq!((analysis.raci[0].rows, analysis.raci[0].sound), (4, 1));
    assert_eq!(analysis.raci[0].percent(), Some(25));
    assert_eq!(analyze(&matrix("", &step("X", "a:A/R"))).raci[0].percent(), Some(100));
}

#[test]
fn r17_who_does_a_control_does_not_answer_for_it() {
    let control =
        |letters: &str| matrix("", &format!("step x \"X\" at=s/ce control=yes letters={letters}\n"));
    assert_eq!(
        says("R17", &control("a:A/R")),
        "R17 warning “A” does “X” in the as-lived map and answers for it: a control is between two roles. (2 records)\n"
    );
    assert_eq!(says("R17", &control("a:A,b:R")), "");
    assert_eq!(says("R17", &matrix("", &step("X", "a:A/R"))), "", "it is no control");
    assert_eq!(says("R17", &matrix("", "step x \"X\" at=s/ce control=yes\n")), "", "no one has a letter yet");
    let lane = "lane dd \"D\" kind=backstage letters=a:A/R\nstep x \"X\" at=s/dd control=yes\n";
    assert_ne!(says("R17", &matrix("", lane)), "", "a letter of the lane counts as well (R20)");
}

#[test]
fn r20_inherited_letters_are_judged_like_own_ones() {
    let lane = "lane di \"Dispatch\" kind=backstage letters=a:A,d:R\nstep x \"X\" at=s/di\n\
                step y \"Y\" at=s/di letters=b:A\nstep z \"Z\" at=s/di letters=a:-,b:A\n";
    assert_eq!(
        says("R1", &matrix("", lane)),
        "R1 error Accountability for “Y” in the as-lived map is split between “A” and “B”. (3 records)\n"
    );
}

#[test]
fn b5_someone_answers_for_a_moment_of_truth() {
    let moment = |letters: &str| format!("step m \"M\" at=s/cu moment-of-truth=yes{letters}\n");
    assert_eq!(
        says("B5", &matrix("", &(step("X", "a:A/R") + &moment(" letters=a:R")))),
        "B5 warning “M” in the as-lived map is a moment of truth, and no one is accountable for it. (1 records)\n"
    );
    assert_eq!(says("B5", &matrix("", &(step("X", "a:A/R") + &moment(" letters=b:A")))), "");
    assert_eq!(says("B5", &matrix("", &step("X", "a:R"))), "", "it is no moment of truth");
    assert_eq!(says("B5", &matrix("", &moment(""))), "", "no one has a letter yet");
}

#[test]
fn h4_accountability_breaks_where_someone_else_answers_for_what_follows() {
    let measured = |more: &str| {
        let steps = step("X", "a:A/R") + &step("Y", "b:A,a:R") + &step("Z", "b:A/R") + &step("N", "a:R");
        let flow = analyze(&matrix("", &(steps + more))).flows.remove(0);
        (flow.accountability_breaks.len(), flow.accountability_known, flow.accountability_break_permille())
    };
    assert_eq!(measured("flow x -> y\nflow y -> z"), (1, 2, Some(500)));
    assert_eq!(measured("rework y -> x\nsystem x -> z"), (1, 1, Some(1_000)), "systems do not answer");
    assert_eq!(measured("flow y -> z"), (0, 1, Some(0)));
    assert_eq!(measured("flow x -> n\nflow n -> z"), (0, 0, None), "no one answers at one end: n/a");
}
